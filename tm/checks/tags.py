"""Inline tags: numbered ones and those of HTML and XML, none lost, added, crossed or broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tm.checks.check import Fault, Pair, check
from tm.checks.tag_contents import exchanged_contents
from tm.checks.tag_places import misplaced
from tm.checks.verbatim import is_for_translators
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern

_TAG = pattern(r"<(/?)(\d{1,3}|[A-Za-z][\w:.-]{0,60})((?:\s[^<>]{0,100000})?)(/?)>")
_NUMBERED = pattern(r"<\d")
_BROKEN = pattern(
    r"<\s{1,3}/\s{0,3}[A-Za-z\d]{1,12}\s{0,3}>|</\s{1,3}[A-Za-z\d]{1,12}\s{0,3}>|<\s{1,3}\d{1,3}\s{0,3}/?>|</?\d{1,3}\s{1,3}>"
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr xref".split())
_HTML = frozenset(
    "a abbr b blockquote br caption center cite code dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre q s"
    " small span strike strong sub sup table tbody td tfoot th thead tr tt u ul".split()
)

_WORDING = frozenset(
    "quote emphasis filename command literal email foreignphrase firstterm keycap acronym phrase application".split()
)
"""DocBook's elements for a word here and there: other languages quote other words."""


_JOINT = pattern(r"(?<=[\w,–—-])\s*</p>\s*<p>\s*(?=[a-zа-яё\d])")
"""A paragraph that breaks within its sentence, where the text was taken out of a table or a page."""

_IDLE = pattern(r"<br\s?/?>(?=\s{0,9}</(?:p|li|td|div)>)", re.IGNORECASE)
"""A line end that changes nothing."""

_LOOKS = frozenset("b em i strong u".split())
"""Tags that change nothing within themselves."""


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    kind: str
    """"open", "close" or "lone"."""

    place: Span = field(default=Span(0, 0), compare=False)

    def __str__(self) -> str:
        return {"open": f"<{self.name}>", "close": f"</{self.name}>", "lone": f"<{self.name}/>"}[self.kind]


@check(Severity.ERROR, signs="<")
def tag(pair: Pair) -> Iterator[Fault]:
    """Flag an inline tag that is lost, added, crossed or broken; another order is fine.

    A numbered tag is also told of that is around other words than in the source, where that is beyond doubt.

    A tag that only repeats the one around it, <b><b>…</b></b>, counts once.
    """
    source, target = pair.unit.source, pair.unit.target
    if ("<" not in source and "<" not in target) or is_for_translators(source):
        return
    if not _BROKEN.search(source) and (broken := _BROKEN.search(target)):
        yield Fault(f"the tag {broken[0]} is broken: take the spaces out", Span(*broken.span()))
        return
    theirs, ours = _tags(_mended(source, target)), _tags(_mended(target, source))
    markup = {one.name for one in (*theirs, *ours) if one.kind == "close"} | _HTML
    theirs, ours = _only(theirs, markup), _only(ours, markup)
    wanted, found = Counter(theirs), Counter(ours)
    lost, added = wanted - found, found - wanted
    for one, name in _merged(lost):
        yield Fault(f"the tag {name} is lost", None, one.place)
    last = {one: one.place for one in ours}
    for one, name in _merged(added):
        yield Fault(f"the tag {name} is not in the source", last[one])
    if not lost and not added and not _crossing(theirs) and (crossed := _crossing(ours)):
        yield Fault(f"the tag {crossed} is closed in the wrong place", crossed.place)
    elif not lost and not added and _NUMBERED.search(source):
        moved = list(misplaced(source, target, pair.target.code))
        if not moved and pair.source.code == "en":
            moved = list(exchanged_contents(source, target, pair.target.code))
        yield from (replace(one, severity=Severity.WARNING) for one in moved)


def _mended(text: str, other: str) -> str:
    """Blank line ends that change nothing, and breaks within a sentence where a text has more than the other."""
    if "<br" in text:
        text = _IDLE.sub(lambda match: " " * len(match[0]), text)
    more = text.count("</p>") - other.count("</p>")
    return _JOINT.sub(lambda match: " " * len(match[0]), text, more) if more > 0 else text


def _merged(tags: Counter[_Tag]) -> Iterator[tuple[_Tag, str]]:
    """Name tags, a pair of them as one; a pair of DocBook's that only says how words look is the translator's."""
    for one in tags:
        twin = _Tag(one.name, {"open": "close", "close": "open"}.get(one.kind, one.kind))
        if one.kind == "lone" or tags[twin] != tags[one]:
            yield one, str(one)
        elif one.kind == "open" and one.name not in _WORDING:
            yield one, f"{one}…{twin}"


def _tags(text: str) -> list[_Tag]:
    found: list[_Tag] = []
    repeated: list[_Tag] = []
    for match in _TAG.finditer(text):
        slash, name, _, lone = match.groups()
        low = name if name[0].isdigit() else name.casefold()
        kind = "close" if slash else "lone" if lone or low in _VOID else "open"
        one = _Tag(low, kind, Span(*match.span()))
        if low in _LOOKS and found and one == found[-1] and not text[found[-1].place.end : match.start()].strip():
            if kind == "open":
                repeated.append(one)
                continue
            again = next((tag for tag in reversed(repeated) if tag.name == low), None)
            if again:
                repeated.remove(again)
                continue
        found.append(one)
    return sorted([*found, *repeated], key=lambda one: one.place.start)  # what is not closed does more than repeat


def _only(tags: Sequence[_Tag], markup: set[str]) -> list[_Tag]:
    """Leave out what may be a placeholder in words, `<name>`, which is translated."""
    return [one for one in tags if one.name in markup or one.name[0].isdigit() or one.kind == "lone"]


def _crossing(tags: Sequence[_Tag]) -> _Tag | None:
    """Give the first tag that closes what is not open innermost; `<p>` and `<li>` may stay open."""
    opened: list[str] = []
    for one in tags:
        if one.kind == "open":
            opened.append(one.name)
        elif one.kind == "close":
            while opened and opened[-1] in {"p", "li", "td", "tr", "dt", "dd"} and opened[-1] != one.name:
                opened.pop()
            if not opened or opened.pop() != one.name:
                return one
    return None
