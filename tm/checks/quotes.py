"""Quotation marks: those of the language, the outer ones outside and the inner ones inside."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tm.checks.announced import ANNOUNCES, not_announced
from tm.checks.check import Fault, Pair, check
from tm.checks.typography import Quotes, typography
from tm.checks.verbatim import is_verbatim
from tm.model.finding import Severity, Span
from tm.model.language import BY_CODE
from tm.text.pattern import pattern
from tm.text.prose import OBJECT, prose

_SIGNS = '"«»“”„‟「」『』'
_MARK = pattern(f"[{_SIGNS}]")
_CODE = pattern(r"[=\\{}$|~<>]|\A[!-~]{0,200}(?:[_/\[\]]|\w[.@]\w)[!-~]{0,200}\Z|\A-|\A\s*\W?\s*\Z")
"""Inside straight marks: a value, an option, a file, a single sign; there they are the mark itself."""

_CALL = pattern(r"[A-Za-z_][A-Za-z_\d]{0,40}\((?:\"[!#-~ ]{0,40}\", ){0,2}\Z")
"""Before straight marks: code that stands so in the source, print("OK")."""

_CALLED = 130
"""Characters of a call before its last value."""

_TITLE = pattern(
    r"\b(?:(?:entitled|titled|called|theme|motto|slogan|item)(?:,| was| is| of|:)?\s(?=.[A-Z])"
    r"|(?:[Tt]erms?|[Ww]ords?|[Ee]xpressions?|[Pp]hrases?)\s(?=.\w))([“\"][^“”\"<>]{2,80}[”\"])"
)
_ANY_MARK = pattern("[\"«»“”„‟「」『』《》‘<*_]|''")

_INSIDE = r"((?:[^‘’\n<>]|(?<=[a-zA-Zà-ÿ])’(?=[a-zA-Zà-ÿ])){2,80})"
_SINGLE = pattern(rf"(?<![\w‘])‘{_INSIDE}’(?!\w)|(?<=[\u3400-\u9fff])‘{_INSIDE}’")
"""A quotation in single marks, which are apostrophes, too."""

_DOUBLED = pattern(
    r"(?<![A-Za-z\d'‘’`,])(?:''|‘‘|’’|``|,,(?=\w))(?=[^\s'‘’`])"
    r"((?:[^'‘’`“”\n<>]|(?<=\w)['’](?=\w)){1,120})(?<![\s,])(''|’’|``|[“”])(?![A-Za-z\d'‘’`])"
)
"""A quotation in single marks, or commas, that are typed twice instead of double ones."""

_APOSTROPHES = pattern(r"(?<![\w'’`=(\[{/\\.])'(?=\w)([^'\n<>=(){}\[\]]{2,80})(?<=[\w.!?])'(?![\w'’])")
_HAN_APOSTROPHES = pattern("(?<=[\u3000-\u9fff])'([\u3400-\u9fff][^'\\n<>=]{0,80})'")
"""A quotation in straight single marks, which are mostly apostrophes: the one, no letter before it, opens it."""

_DOUBLE = pattern('[“”«»„"「」『』]')
_SLANTED = pattern("[“”«»„‟]")
_LOW_HIGH = pattern("„([^„“”«»]{1,400})”")
_FOREIGN_SINGLE = (("‹", "›", pattern("‹([^‹›]{1,400})›")), ("‚", "‘", pattern("‚([^‚‘’]{1,400})[‘’]")))
"""Single marks that none of the languages has."""

_GUILLEMET_OR_CURLY = pattern("[«»“”]")
_TWO_KINDS = frozenset(("es", "ar"))
"""Languages that accept «…» beside their own marks."""

_WORDS_BEFORE = 12
_SPACE = " \u00a0\u202f"
_TALL = (";", ":", "?", "!", "%")
"""Signs before which French has a space: it belongs to them, not to the mark before it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A quotation in foreign marks: where they stand, with the spaces inside, and how deep; a lone one is both."""

    start: Span
    end: Span
    is_inner: bool


@cache
def _foreign(code: str) -> re.Pattern[str]:
    """Find marks that the language may not write, or not outside others."""
    quotes = typography(code).quotes
    known = {mark.strip(_SPACE) for mark in quotes.outer} | set(quotes.fine)
    known |= {"»"} if "«" in known else set()
    known |= {"“"} if "„" in known else set()
    known |= {"„"} if code == "ru" else set()
    return re.compile("[" + "".join(mark for mark in _SIGNS if mark not in known) + "]")


@check(Severity.WARNING, signs=_SIGNS + "'’`")
def quotes(pair: Pair) -> Iterator[Fault]:
    """Flag quotation marks of another language, straight ones, and titles that have lost theirs.

    French and Russian write «…», inside them “…” and „…“; Spanish and Chinese “…”, Arabic ”…“. Spanish and Arabic
    accept «…» too. Straight marks are only told as information in Arabic, unless others stand beside them, and in
    Spanish when the source is typed with straight ones. No mark is a single one that is typed twice, ''…''.
    What a colon announces stands behind one in the translation, too.

    Left alone: inches and seconds (`6"`), code, values, addresses and single signs in straight marks, apostrophes.

    Source: CLDR delimiters, with the habits of United Nations documents.
    """
    raw = pair.unit.target
    source = pair.unit.source
    if ("“" in source or '"' in source) and not _ANY_MARK.search(raw) and (title := _TITLE.search(source)):
        yield Fault(f"the title {title[1]} is in no quotation marks", None, Span(*title.span(1)))
        return
    if "‘" in raw and "“" in source and (inner := _SINGLE.search(raw)) and not _DOUBLE.search(raw):
        opener, closer = typography(pair.target.code).quotes.outer
        message = f"‘…’ stand within other quotation marks only: write {opener}…{closer}"
        yield Fault(message, Span(*inner.span()), fix=f"{opener}{inner[1] or inner[2]}{closer}")
        return
    yield from _unusual(raw, source, pair)
    if any(sign in source for sign in ANNOUNCES):
        yield from not_announced(source, raw, pair.target.code)
    foreign = _foreign(pair.target.code)
    if not foreign.search(raw):
        return
    text = prose(raw)
    if not foreign.search(text) or is_verbatim(pair.unit):
        return
    habits = typography(pair.target.code).quotes
    is_poor = _is_poor(pair, habits)
    is_slanted = _has_slanted(source)
    straight = list(_straight(text, source)) if '"' in text else []
    for found in (*straight, *_slanted(text, habits, foreign)):
        wide = _wide(raw, found)
        is_mark = raw[wide.start.start] == '"' and (wide.start != wide.end or not is_slanted)
        severity = Severity.INFO if is_poor and is_mark else None
        if not _is_kept(raw, wide, pair.unit.source) and (fault := _fault(raw, wide, habits, pair, severity)):
            yield fault


def _unusual(raw: str, source: str, pair: Pair) -> Iterator[Fault]:
    """Yield quotations in marks that are none, or not in this place: typed twice, apostrophes, a mix of two kinds."""
    if pair.target.code == "ru" and "„" in raw:
        yield from (_closed_otherwise(found, raw) for found in _LOW_HIGH.finditer(raw))
    for left, right, marks in _FOREIGN_SINGLE:
        if left in raw and left not in source and (found := marks.search(raw)):
            opener, closer = typography(pair.target.code).quotes.outer
            fix = f"{opener}{found[1].strip()}{closer}"
            message = f"{left}…{right} are not quotation marks of {pair.target.name}: write {fix}"
            yield Fault(message, Span(*found.span()), fix=fix)
    if _is_twice(raw) and not _is_twice(source):
        yield from _doubled(raw, pair)
    if "'" in raw and (single := _in_apostrophes(raw, source, pair.target.code)):
        yield single
    if "«" in raw and ("“" in raw or "”" in raw) and pair.target.code in _TWO_KINDS and "«" not in source:
        yield from _of_two_kinds(raw)


def _in_apostrophes(raw: str, source: str, code: str) -> Fault | None:
    """Tell of a quotation that the source has in better marks, or has none of: so-called 'words'."""
    if raw.count("'") < 2 or _APOSTROPHES.search(source):
        return None
    found = (_HAN_APOSTROPHES if code == "zh" else _APOSTROPHES).search(raw)
    if found is None or found[0] in source or raw.count('"', 0, found.start()) % 2:  # inside "…", which is told or fine
        return None
    opener, closer = typography(code).quotes.outer
    return Fault(
        f"'…' are no quotation marks of {BY_CODE[code].name}: write {opener}…{closer}",
        Span(*found.span()),
        fix=opener + found[1] + closer,
    )


def _of_two_kinds(raw: str) -> Iterator[Fault]:
    """Yield the first quotation in “…” that stands beside one in «…», not within it, nor it within this."""
    depth = curly = 0
    place, is_around, is_apart = -1, False, False
    for found in _GUILLEMET_OR_CURLY.finditer(raw):
        mark = found[0]
        if mark == "«":
            depth += 1
            is_around, is_apart = is_around or curly % 2 == 1, is_apart or curly % 2 == 0
        elif mark == "»":
            depth = max(depth - 1, 0)
        elif depth == 0:
            place = found.start() if place < 0 else place
            curly += 1
    if place >= 0 and is_apart and not is_around and curly % 2 == 0:
        yield Fault("«…» and “…” stand side by side: quotations of one level have marks of one kind", _mark(place))


def _mark(place: int) -> Span:
    return Span(place, place + 1)


def _closed_otherwise(found: re.Match[str], raw: str) -> Fault:
    """Say what marks a Russian quotation has that opens with „ and closes with ”, which is no mark of Russian."""
    is_inner = raw.count("«", 0, found.start()) > raw.count("»", 0, found.start())
    opener, closer = "„“" if is_inner else "«»"
    return Fault(
        f"„…” are no marks of Russian: write {opener}…{closer}", Span(*found.span()), fix=f"{opener}{found[1]}{closer}"
    )


def _is_twice(text: str) -> bool:
    return "''" in text or "’’" in text or "‘‘" in text or "``" in text or ",," in text


def _doubled(raw: str, pair: Pair) -> Iterator[Fault]:
    """Yield quotations in marks that are typed as two single ones: ''x'' is no “x”."""
    opener, closer = typography(pair.target.code).quotes.outer
    for found in _DOUBLED.finditer(raw):
        message = f"{found[0][:2]}…{found[2]} are single marks typed twice: write {opener}…{closer}"
        yield Fault(message, Span(*found.span()), fix=opener + found[1] + closer)


def _is_poor(pair: Pair, habits: Quotes) -> bool:
    """Say whether straight marks are no more than poor: Arabic texts are typed with them, if with no others beside."""
    if pair.target.code == "ar":
        return not _SLANTED.search(pair.unit.target)
    return bool(habits.poor) and not _has_slanted(pair.unit.source) and not _has_slanted(pair.unit.target)


def _has_slanted(source: str) -> bool:
    return "“" in source or "”" in source


def _is_kept(raw: str, found: _Pair, source: str) -> bool:
    """Whether the quotation and the words before it stand so in the source: code, or words left in English."""
    before = raw[max(0, found.start.start - _WORDS_BEFORE) : found.start.start]
    is_long = len(before) == _WORDS_BEFORE and before.isascii()
    return is_long and before + raw[found.start.start : found.end.end] in source


def _fault(raw: str, found: _Pair, habits: Quotes, pair: Pair, severity: Severity | None) -> Fault | None:
    """Tell of a quotation as a whole: one mark alone is never put right."""
    opener, closer = habits.inner if found.is_inner else habits.outer
    if found.start == found.end:
        message = f"{raw[found.start.start]} is not a quotation mark of {pair.target.name}: write {opener} or {closer}"
        return Fault(message, at=found.start, severity=severity)
    start, end = found.start.start, found.end.end
    fix = opener + raw[found.start.end : found.end.start] + closer
    if fix == raw[start:end]:
        return None
    old = raw[start], raw[end - 1]
    message = f"{old[0]}…{old[1]} are not quotation marks of {pair.target.name}: write {opener}…{closer}"
    return Fault(message, at=Span(start, end), fix=fix, severity=severity)


def _straight(text: str, source: str) -> Iterator[_Pair]:
    """Pair straight marks, as far as they are quotation marks; one that is left open stands for itself."""
    opened: list[int] = []
    is_value = False
    is_within, calls = _guillemets(text), source if '("' in source else ""
    for place in [found.start() for found in re.finditer('"', text)]:
        before = text[place - 1] if place else ""
        if not opened or _opens_inside(text, opened[-1], place):
            if not before.isdigit() and before != OBJECT:  # not inches
                is_value = (is_value and bool(opened)) or _is_value(text, place, calls)
                opened.append(place)
            continue
        start = opened.pop()
        inside = text[start + 1 : place]
        if not is_value and not _CODE.search(inside) and "\n" not in inside:
            yield _Pair(Span(start, start + 1), Span(place, place + 1), bool(opened) or is_within(start))
    lone = opened[0] if opened else -1
    if opened and not is_value and (text[lone + 1 : lone + 2].isalpha() or _ends_words(text, lone)):
        yield _Pair(Span(lone, lone + 1), Span(lone, lone + 1), False)


def _is_value(text: str, place: int, calls: str) -> bool:
    """Say whether a straight mark opens a value of code: behind an equals sign, or a bracket as in `calls`."""
    if text.endswith(("=", "= "), 0, place):
        return True
    call = _CALL.search(text[max(0, place - _CALLED) : place]) if calls else None
    return call is not None and f'{call[0]}"' in calls


def _opens_inside(text: str, opened: int, place: int) -> bool:
    """Say whether a straight mark begins a quotation within the one that is open: a "big "new" plan"."""
    edges = text[opened + 1 : opened + 2], text[place - 1], text[place + 1 : place + 2]
    return not edges[0].isspace() and edges[1] in " \u00a0\u202f(" and edges[2].isalnum()


def _ends_words(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return before.isalpha() or (bool(before) and before in ".,!?…。，！？)）")


def _slanted(text: str, habits: Quotes, foreign: re.Pattern[str]) -> Iterator[_Pair]:
    """Pair slanted marks that are not the language's own, or stand outside where they belong inside others."""
    outer = habits.outer[0].strip(_SPACE), habits.outer[1].strip(_SPACE)
    depth = 0
    opened: list[int] = []
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        closes_low = bool(opened) and text[opened[-1]] == "„" and mark in "“”"
        if mark in outer and not closes_low:
            depth = depth + 1 if mark == outer[0] else max(depth - 1, 0)
        elif mark == '"' or (depth and not opened):
            continue
        elif mark in "“«„‟「『" and not closes_low:
            opened.append(place)
        elif opened:
            start = opened.pop()
            if foreign.match(text[start]) or (foreign.match(mark) and text[start] != "„"):
                yield _Pair(Span(start, start + 1), Span(place, place + 1), bool(opened))


def _wide(raw: str, found: _Pair) -> _Pair:
    """Take the spaces inside the marks along."""
    if found.start == found.end:
        return found
    first, last = found.start.end, found.end.start
    while first < last and raw[first] in _SPACE and not raw.startswith(_TALL, first + 1):
        first += 1
    while last > first and raw[last - 1] in _SPACE:
        last -= 1
    return _Pair(Span(found.start.start, first), Span(last, found.end.end), found.is_inner)


def _guillemets(text: str) -> Callable[[int], bool]:
    """Give what says of a place whether it stands within guillemets that are open."""
    openers, closers = ([found.start() for found in re.finditer(mark, text)] for mark in "«»")
    return lambda place: bisect(openers, place) > bisect(closers, place)
