"""Silences: which checks a unit says are wrong about it, by a flag or by a translator's comment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tm.model.finding import Silence
from tm.model.unit import Unit
from tm.text.pattern import pattern

FLAG = "ignore-"

_NAME = r"[A-Za-z][\w-]*"
_COMMENT = pattern(
    rf"\s*tm\s?[:：]\s*ignore\s+(?P<names>{_NAME}(?:\s*[,，、،]\s*{_NAME})*+)"  # as each keyboard writes it
    r"(?:(?:\s*[—–:：;；؛]|\s+-+|\s)\s*[—–]*\s*(?P<reason>.*))?",
    re.IGNORECASE | re.DOTALL,
)

_COMMA = pattern("[,，、،]")


def silences(unit: Unit) -> Mapping[str, Silence]:
    """Read which checks the unit silences, by their names as written.

    >>> unit = Unit("a", flags=("ignore-date",), comments=("tm: ignore number, tag — wrong in the source",))
    >>> {name: (silence.by, silence.reason) for name, silence in silences(unit).items()}
    {'number': ('comment', 'wrong in the source'), 'tag': ('comment', 'wrong in the source'), 'date': ('flag', '')}
    """
    found: dict[str, Silence] = {}
    for comment in unit.comments:
        if "ignore" in comment.lower() and (match := _COMMENT.fullmatch(comment)):
            silence = Silence("comment", (match["reason"] or "").strip())
            found |= {name.strip().lower(): silence for name in _COMMA.split(match["names"])}
    for flag in unit.flags:
        if flag.startswith(FLAG):
            found.setdefault(flag.removeprefix(FLAG), Silence("flag"))
    return found
