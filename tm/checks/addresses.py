"""Addresses of the Web and of e-mail: none lost, none altered but for its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from tm.checks.check import Fault, Pair, check
from tm.model.finding import Severity, Span
from tm.text.plain import outside_data, plain

_STOP = r"\s<>\"«»“”（）()\[\]{}`|\u00a0،؛\u0600-\u06ff\u2000-\u206f\u2190-\u21ff\u3000-\u9fff\uff00-\uffef"
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://[^{_STOP}]{{1,2000}}|(?<![\w.])www\.[^{_STOP}]{{1,2000}}"
    r"|(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:org|int|com|net|edu|gov|info)(?:/[^{_STOP}]{{1,2000}}|(?<=\.int)(?![\w-])|(?<=un\.org)(?![\w-]))",
    re.ASCII | re.IGNORECASE,
)
_SIGN = re.compile(r"[@:.w](?:(?<=@)|(?<=:)//|(?<=w)ww\.|(?<=\.)(?:org|int|com|net|edu|gov|info))", re.IGNORECASE)
"""One of these is in all addresses."""

_WHITE = " \t\n\r\f\v"
_SPACE = re.compile(f"[{_WHITE}]")
_END = ".,;:!?'’*_…"
_LANGUAGES = (
    "en|fr|es|ru|ar|zh|cn|eng|fra|fre|spa|esp|rus|ara|chi"
    "|english|french|francais|spanish|espanol|russian|arabic|chinese"
)
_EXAMPLE = re.compile(r"\bexample\.(?:com|org|net)\b")
"""Names that RFC 2606 keeps for examples: they are translated."""

_IN_PATH = re.compile(rf"/(?:{_LANGUAGES}|zh-(?:cn|hans)|[a-z]{{2}}-[a-z]{{2}})(?=/|\Z|[?#])")
_ENDING = r"(?:\.(?:pdf|html?|docx?|aspx?|php|xlsx?|txt))?(?:\Z|(?=#))"
_SUFFIX = re.compile(rf"(?:[._-](?:{_LANGUAGES}|[efsrac])(?={_ENDING})|\.html?(?=\Z|#))")
_QUERY = re.compile(rf"[?&](?:lang|language|locale|hl|l)=(?:{_LANGUAGES})\b[a-z_-]{{0,6}}")
_HOST = re.compile(rf"^(?:{_LANGUAGES})\.(?=[\w-]+\.)")


_DOMAINS = (".org", ".int", ".com/", ".net/", ".edu/", ".gov/", ".info/")


class _Address(NamedTuple):
    key: str
    text: str
    start: int


@check(Severity.WARNING)
def url(pair: Pair) -> Iterator[Fault]:
    """Flag an address of the Web or of e-mail that is lost or altered.

    /en/ may become /fr/, en.wikipedia.org another Wikipedia, http:// https://; a final slash and the punctuation behind
    the address do not count.
    """
    source, target = pair.unit.source, pair.unit.target
    if not _may_have(source):
        return
    theirs = _addresses(source)
    if not theirs:
        return
    ours = _addresses(target)
    wanted, found = {one.key for one in theirs}, {one.key for one in ours}
    lost = list({one.key: one for one in theirs if one.key not in found}.values())
    added = list({one.key: one for one in ours if one.key not in wanted}.values())
    for address in lost:
        other = next((one for one in added if _host(one.key) == _host(address.key)), added[0] if added else None)
        if other:
            added.remove(other)
            yield Fault(f"the address is altered: {_cut(other.text)}", _span(other), _span(address), address.text)
        else:
            yield Fault(f"the address {_cut(address.text)} is lost", None, _span(address))


def _may_have(text: str) -> bool:
    read = plain(text)
    return "\N{OBJECT REPLACEMENT CHARACTER}" in read or ("." in read and any(map(read.__contains__, _DOMAINS)))


def _addresses(text: str) -> list[_Address]:
    found = []
    for start, end in _pieces(text):
        for match in _ADDRESS.finditer(text, start, end):
            written = match[0].rstrip(_END)
            if not _EXAMPLE.search(written):
                found.append(_Address(_key(written), written, match.start()))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches without white space that have the sign of an address, embedded data left out."""
    for start, end in outside_data(text):
        done = start
        for sign in _SIGN.finditer(text, start, end):
            if sign.start() >= done:
                space = _SPACE.search(text, sign.end(), end)
                first, done = _begin(text, done, sign.start()), space.start() if space else end
                yield first, done


def _begin(text: str, start: int, place: int) -> int:
    """Say where the stretch without white space begins that reaches to a place."""
    while place > start and text[place - 1] not in _WHITE:
        place -= 1
    return place


def _key(address: str) -> str:
    """Give what must be the same in all languages."""
    key = unquote(address).casefold()
    if "@" in key and "/" not in key:
        return key.removeprefix("mailto:")
    key = key.partition("://")[2] or key
    key = _HOST.sub("*.", key.removeprefix("www."))
    key = _SUFFIX.sub("", _QUERY.sub("", _IN_PATH.sub("", key)))
    if key.startswith("*.wiki"):  # pages are named in their language
        key = key.partition("/")[0]
    return key.replace("&amp;", "&").rstrip("/?")


def _host(key: str) -> str:
    return key.partition("/")[0]


def _cut(text: str) -> str:
    return f"{text[:79]}…" if len(text) > 80 else text


def _span(address: _Address) -> Span:
    return Span(address.start, address.start + len(address.text))
