"""Make a PO file where there was none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tm.exchange.po.render import render
from tm.exchange.po.strings import guard
from tm.exchange.po.wrap import quoted
from tm.exchange.po.write import GENERATOR, stamp
from tm.model.language import Language
from tm.model.unit import Unit

NOWHERE = "nobody@nowhere.alt"
"""Stands where no address is known, as gettext's manual wants one: what ends in .alt is none (RFC 9476)."""

_NOBODY = "Automatically generated"
"""The words of msginit."""


def create(
    document: str,
    language: Language,
    source_language: Language,
    units: Sequence[Unit],
    *,
    now: datetime,
    notice: Sequence[str] | str = (),
    translator: str = "",
    team: str = "",
) -> bytes:
    """Write a new PO file, complete for `msgfmt -c` and as msgcat would write it.

    Args:
        notice: the comment above the header.
        translator, team: for `Last-Translator` and `Language-Team`: "Name <address>".
    """
    addressed = translator if "@" in translator else f"{translator or _NOBODY} <{NOWHERE}>"
    comments = notice.splitlines() if isinstance(notice, str) else notice
    fields = {
        "Project-Id-Version": document,
        "Report-Msgid-Bugs-To": translator if "@" in translator else NOWHERE,
        "POT-Creation-Date": stamp(now),
        "PO-Revision-Date": stamp(now),
        "Last-Translator": addressed,
        "Language-Team": team or "none",
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural_forms,
        "X-Source-Language": source_language.code,
        "X-Generator": GENERATOR,
    }
    header = "".join(f"{name}: {_one_line(value)}\n" for name, value in fields.items())
    lines = [guard(f"# {_one_line(line)}".rstrip()) for line in comments]
    lines += ['msgid ""', *quoted(header, "msgstr")]
    live_first = sorted(units, key=lambda unit: not unit.is_live)
    blocks = ["".join(line + "\n" for line in lines)]
    blocks += ["".join(line.text for line in render(unit)) for unit in live_first]
    return "\n".join(blocks).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())
