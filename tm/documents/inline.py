"""Inline Markdown: where in a paragraph there is markup, found in time linear in its length (CommonMark 0.31, part 6).

markdown-it-py gives inline tokens without positions, and is quadratic on hostile brackets; here every mark keeps its
place, so that the paragraph can be sliced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from html import unescape

from tm.documents.emphasis import Run, match_runs, run_at
from tm.documents.link import LinkTail, label_at, tail_at
from tm.text.codes import Kind


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Markup in a paragraph: a slice, what it is, and what it shows; see `Atom`."""

    start: int
    end: int
    kind: Kind
    shown: str = ""
    meaning: str = ""
    pair: int = 0


@dataclass(frozen=True, slots=True)
class Labels:
    """Normalized labels of the link references, and labels of the footnotes, that the document defines."""

    references: Collection[str] = ()
    footnotes: Collection[str] = ()


@dataclass(slots=True)
class _Bracket:
    start: int
    text: int
    is_image: bool
    runs: int


@dataclass(slots=True)
class _Scan:
    """A paragraph on its way.

    Attributes:
        ticks: the offsets of runs of backticks, by length.
        unclosed: ends of long HTML that do not come any more.
        inactive: how many of the open brackets, images aside, may not become links: links do not nest.
    """

    text: str
    labels: Labels
    marks: list[Mark] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    ticks: dict[int, list[int]] = field(default_factory=dict)
    unclosed: set[str] = field(default_factory=set)
    inactive: int = 0
    pairs: int = 0

    def add(self, start: int, end: int, kind: Kind, shown: str = "", meaning: str = "", pair: int = 0) -> int:
        self.marks.append(Mark(start, end, kind, shown, meaning, pair))
        return end

    def next_pair(self) -> int:
        self.pairs += 1
        return self.pairs


_SPECIAL = re.compile(r"[\\`*_~<!\[\]&]|\n|(?<![A-Za-z0-9])(?:https?|ftp|www)(?=:|\.)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile("`+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MAIL = r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_AUTOLINK = re.compile(rf"<(?:[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>\x00-\x20]*|{_MAIL})>")
_ATTRIBUTE = r"""\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
_HTML = re.compile(rf"<(?:[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*\s*/?|/[A-Za-z][A-Za-z0-9-]*\s*)>")
_LONG_HTML = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_URL = re.compile(r"(?:(?:https?|ftp)://|www\.)[!#-;=?-Z^_a-z{|}~\\]+")
_URL_TAIL = "?!.,:;*_~'|\\"
_LONGEST_TAG = 4_000

CODE_SHOWN, LINK_SHOWN = "Code", "Link"
"""What stands for code and addresses where sentences are looked for: a word, so that the rules see a sentence go on."""


def marks(text: str, labels: Labels) -> list[Mark]:
    """Find the markup of a paragraph; its lines are joined by `\\n` and free of what belongs to the block."""
    scan = _Scan(text, labels)
    for ticks in _TICKS.finditer(text):
        scan.ticks.setdefault(len(ticks[0]), []).append(ticks.start())
    at = 0
    while special := _SPECIAL.search(text, at):
        at = _HANDLERS.get(special[0][-1], _bare_address)(scan, special.start())
    _emphasize(scan, 0)
    scan.marks.sort()
    return scan.marks


def _backslash(scan: _Scan, at: int) -> int:
    following = scan.text[at + 1 : at + 2]
    if following == "\n":
        return scan.add(at, at + 2, Kind.BREAK, " ", "line break")
    if following in _PUNCTUATION:
        return scan.add(at, at + 2, Kind.TEXT, following)
    return at + 1


def _newline(scan: _Scan, at: int) -> int:
    begin = at
    while begin and scan.text[begin - 1] == " ":
        begin -= 1
    if at - begin >= 2:
        scan.add(begin, at + 1, Kind.BREAK, " ", "line break")
    return at + 1


def _backtick(scan: _Scan, at: int) -> int:
    ticks = _TICKS.match(scan.text, at)
    size = len(ticks[0]) if ticks else 1
    places = scan.ticks.get(size, [])
    closing = bisect_right(places, at)
    if closing == len(places):
        return at + size
    return scan.add(at, places[closing] + size, Kind.LONE, CODE_SHOWN, "code")


def _angle(scan: _Scan, at: int) -> int:
    if address := _AUTOLINK.match(scan.text, at, at + _LONGEST_TAG):
        return scan.add(at, address.end(), Kind.LONE, LINK_SHOWN, "link")
    if tag := _HTML.match(scan.text, at, at + _LONGEST_TAG):
        meaning = "line break" if tag[0][1:3].lower() == "br" else "HTML"
        return scan.add(at, tag.end(), Kind.LONE, "", meaning)
    for opening, closing in _LONG_HTML:
        if not scan.text.startswith(opening, at):
            continue
        if opening == "<!" and not scan.text[at + 2 : at + 3].isalpha():
            break
        end = -1 if closing in scan.unclosed else scan.text.find(closing, at + len(opening))
        if end >= 0:
            return scan.add(at, end + len(closing), Kind.LONE, "", "comment" if opening == "<!--" else "HTML")
        scan.unclosed.add(closing)
        break
    return at + 1


def _ampersand(scan: _Scan, at: int) -> int:
    entity = _ENTITY.match(scan.text, at)
    if entity is None:
        return at + 1
    shown = unescape(entity[0])
    if shown == entity[0]:
        return entity.end()
    if shown.isprintable() or shown == "\N{NO-BREAK SPACE}":
        return scan.add(at, entity.end(), Kind.TEXT, shown)
    return scan.add(at, entity.end(), Kind.LONE, "", "character")


def _bare_address(scan: _Scan, at: int) -> int:
    address = _URL.match(scan.text, at)
    if address is None:
        return at + 1
    url = address[0].rstrip(_URL_TAIL)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(_URL_TAIL)
    return scan.add(at, at + len(url), Kind.LONE, LINK_SHOWN, "link") if "." in url else at + 1


def _delimiter(scan: _Scan, at: int) -> int:
    run = run_at(scan.text, at)
    scan.runs.append(run)
    return run.end


def _exclamation(scan: _Scan, at: int) -> int:
    if not scan.text.startswith("[", at + 1):
        return at + 1
    scan.brackets.append(_Bracket(at, at + 2, is_image=True, runs=len(scan.runs)))
    return at + 2


def _opening(scan: _Scan, at: int) -> int:
    if scan.text.startswith("^", at + 1):
        label = label_at(scan.text, at)
        if label and label[1:] in scan.labels.footnotes:
            return scan.add(at, at + len(label) + 2, Kind.LONE, "", "footnote")
    scan.brackets.append(_Bracket(at, at + 1, is_image=False, runs=len(scan.runs)))
    return at + 1


def _closing(scan: _Scan, at: int) -> int:
    if not scan.brackets:
        return at + 1
    bracket = scan.brackets.pop()
    active = bracket.is_image or len(scan.brackets) >= scan.inactive
    scan.inactive = min(scan.inactive, len(scan.brackets))
    tail = tail_at(scan.text, bracket.text, at, scan.labels.references) if active else None
    if tail is None:
        return at + 1
    meaning = "image" if bracket.is_image else "link"
    pair = scan.next_pair()
    scan.add(bracket.start, bracket.text, Kind.OPEN, "", meaning, pair)
    if tail.title:
        _title(scan, at, tail, meaning)
    scan.add(tail.title_end if tail.title else at, tail.end, Kind.CLOSE, "", meaning, pair)
    _emphasize(scan, bracket.runs)
    if not bracket.is_image:
        scan.inactive = len(scan.brackets)
    return tail.end


def _title(scan: _Scan, at: int, tail: LinkTail, meaning: str) -> None:
    """Mark the title of a link as text inside the link: `<1>text<2/>title</1>`."""
    scan.add(at, tail.title_start, Kind.LONE, "", f"{meaning} title follows")
    title = scan.text[tail.title_start : tail.title_end]
    for escape in re.finditer(rf"\\[{re.escape(''.join(sorted(_PUNCTUATION)))}]|{_ENTITY.pattern}", title):
        start, end = tail.title_start + escape.start(), tail.title_start + escape.end()
        shown = escape[0][1:] if escape[0][0] == "\\" else unescape(escape[0])
        if shown != escape[0] and shown.isprintable():
            scan.add(start, end, Kind.TEXT, shown)


def _emphasize(scan: _Scan, first: int) -> None:
    """Pair the delimiter runs from an index on, and forget them."""
    for opener, closer, size in match_runs(scan.runs[first:]):
        pair = scan.next_pair()
        meaning = "strikethrough" if scan.text[opener] == "~" else "bold" if size == 2 else "italic"
        scan.add(opener, opener + size, Kind.OPEN, "", meaning, pair)
        scan.add(closer, closer + size, Kind.CLOSE, "", meaning, pair)
    del scan.runs[first:]


_HANDLERS = {
    "\\": _backslash,
    "\n": _newline,
    "`": _backtick,
    "<": _angle,
    "&": _ampersand,
    "*": _delimiter,
    "_": _delimiter,
    "~": _delimiter,
    "!": _exclamation,
    "[": _opening,
    "]": _closing,
}
