"""Numbers, dates and symbols: each value of the source in the translation, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tm.checks import (
    bounds,
    compared,
    divisions,
    exchanged,
    first_label,
    half_days,
    identifiers,
    letters,
    magnitudes,
    ordinals,
    posts,
    ranges,
)
from tm.checks.check import Fault, Pair, check
from tm.checks.day_month import other_month
from tm.checks.idioms import is_idiom
from tm.checks.numbered_acts import other_act
from tm.checks.place import span_of
from tm.checks.plan import DIGITS
from tm.checks.values import compare
from tm.checks.verbatim import is_for_translators
from tm.model.finding import Severity, Span
from tm.text.digits import has_digit
from tm.text.plain import plain
from tm.text.symbols import Symbol, find_symbols
from tm.text.words import words

_VOLUME = re.compile(r"\s?[(（]\s?(Sect|Vol|Part|Chap)s?\.?\s?([A-Z\d]{1,5}(?:\s?[-–,]\s?[A-Z\d]{1,5}){0,3})\s?[)）]")
"""The part of a document behind its symbol: A/76/6 (Sect. 29B), A/75/5 (Vol. II)."""

_TAIL = re.compile(r"(?<=\w[)）])(?:\s?/(?:Corr|Add|Rev|Amend)\.\s?\d{1,3}){1,3}", re.IGNORECASE)
"""What a symbol goes on with behind such a part: A/79/6 (Sect. 29B)/Corr.1."""

_LONGEST = 4000
"""Characters up to which numbers and dates are also compared by what they are of: a longer text is no sentence."""


def _has(maybe: re.Pattern[str]) -> Callable[[str], object]:
    return lambda source: maybe.search(source)  # which is compiled when it is first asked


_Compare = Callable[[str, str, str, str], Sequence[Fault]]


class _Way(NamedTuple):
    """A comparison, with what tells that a source has nothing for it: most have nothing.

    Attributes:
        may: says quickly of a source that there may be something to compare.
        has: says surely of an English source that there is.
        words: one of them is in every English source that has something; None where no word tells it.
    """

    compare: _Compare
    may: Callable[[str], object]
    has: Callable[[str], object] = bool
    words: frozenset[str] | None = None


_NOT_IN_ENGLISH: frozenset[str] = frozenset()
_OTHERWISE = (
    _Way(exchanged.exchanged, _has(exchanged.MAYBE), words=exchanged.WORDS),
    _Way(exchanged.exchanged_years, _has(exchanged.MAYBE_YEARS)),
    _Way(compared.exchanged_compared, _has(compared.MAYBE), words=compared.WORDS),
    _Way(exchanged.exchanged_votes, _has(exchanged.MAYBE_VOTES), words=exchanged.WORDS_OF_VOTES),
    _Way(divisions.other_division, _has(divisions.MAYBE), divisions.has_divisions, divisions.WORDS),
    _Way(divisions.other_division_elsewhere, _has(divisions.MAYBE_ELSEWHERE), words=_NOT_IN_ENGLISH),
    _Way(divisions.other_label, _has(divisions.MAYBE_LABEL), divisions.has_labels, divisions.WORDS_OF_LABELS),
    _Way(letters.other_letter, _has(letters.MAYBE), letters.has_letters),
    _Way(ranges.other_range, _has(ranges.MAYBE), words=ranges.WORDS),
    _Way(bounds.other_bound, bounds.may_have, bounds.has_bounds, bounds.WORDS),
    _Way(half_days.other_half, _has(half_days.MAYBE)),
    _Way(identifiers.other_identifier, _has(identifiers.MAYBE), identifiers.has_identifiers),
    _Way(posts.other_count, _has(posts.MAYBE)),
    _Way(first_label.other_label, first_label.may_begin),
    _Way(magnitudes.other_magnitude, _has(magnitudes.MAYBE), magnitudes.has_magnitudes, magnitudes.WORDS),
    _Way(ordinals.other_ordinal, _has(ordinals.MAYBE), words=ordinals.WORDS),
)
_TELLING = frozenset(word for way in _OTHERWISE for word in way.words or ())

_WORDED = {
    divisions.other_division,
    divisions.other_division_elsewhere,
    divisions.other_label,
    letters.other_letter,
    bounds.other_bound,
    magnitudes.other_magnitude,
    ordinals.other_ordinal,
}
_WITHOUT_FIGURES = tuple(way for way in _OTHERWISE if way.compare in _WORDED)
"""What there may be to compare in a text without any digit."""

_TWINS = {"A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ", "H": "НΗ", "K": "КΚ", "M": "МΜ", "O": "ОΟ", "P": "РΡ", "S": "Ѕ"}
_TWINS |= {"T": "ТΤ", "X": "ХΧ", "I": "ІΙ", "a": "а", "c": "с", "e": "е", "o": "о", "v": "ѵ"}


@check(Severity.ERROR)
def number(pair: Pair) -> Iterator[Fault]:
    """Flag a number that is changed, lost or added; figures may become words and words figures.

    Numbers are compared as values: 10万 is 100,000, « la moitié » 50 per cent, الخامسة عشرة the fifteenth, 100.000
    millones $100 billion; so are those of annexes, parts, articles and tables (III is 三), the letters of references,
    paragraph 4 (a) and section B, which stands first in "from 57 to 52" or belongs to a year, and hundreds that are
    not thousands. The numbers of paragraphs, notes, resolutions and agenda items are other checks' to look at.
    """
    unit = pair.unit
    if is_for_translators(unit.source):
        return
    found = compare(unit.source, unit.target, pair.source.code, pair.target.code)
    if found.numbers:
        source, target = plain(unit.source), plain(unit.target)
        told = [one for one in found.numbers if not is_idiom(one, source, target, pair.target.code)]
    else:
        told = [] if found.dates else list(_otherwise(pair))
    if told:
        yield from _placed(pair, told)


def _otherwise(pair: Pair) -> Sequence[Fault]:
    """Say which numbers are all there, but of something else: another annex, another paragraph's letter, exchanged."""
    source = plain(pair.unit.source)
    ways = _ways(source, pair.source.code)
    if not ways or len(source) > _LONGEST:
        return ()
    texts = source, plain(pair.unit.target), pair.source.code, pair.target.code
    return next((found for way in ways if (found := way(*texts))), ())


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _ways(source: str, language: str) -> Sequence[_Compare]:
    """Give the comparisons that may find something in a text: for most, none."""
    ways = _OTHERWISE if has_digit(source) else _WITHOUT_FIGURES
    if language != "en":
        return [way.compare for way in ways if way.may(source)]
    told = _TELLING.intersection(words(source))
    likely = [way for way in ways if way.words is None or not way.words.isdisjoint(told)]
    return [way.compare for way in likely if way.may(source) and way.has(source)]


@check(Severity.ERROR)
def date(pair: Pair) -> Iterator[Fault]:
    """Flag a wrong day, month, year or day of the week.

    Months count in all their forms: сентября, آذار/مارس, 7月; "may" and "march" only where they are months.
    """
    texts = pair.unit.source, pair.unit.target, pair.source.code, pair.target.code
    found: Sequence[Fault] = compare(*texts).dates
    if not found and len(pair.unit.source) <= _LONGEST:
        found = other_month(*texts)
    if found:
        yield from _placed(pair, found)


def _placed(pair: Pair, faults: Sequence[Fault]) -> Iterator[Fault]:
    """Give the faults, placed in the plain texts, their places in the texts with markup."""
    for fault in faults:
        yield replace(fault, at=_place(pair.unit.target, fault.at), of=_place(pair.unit.source, fault.of))


def _place(raw: str, span: Span | None) -> Span | None:
    return span_of(raw, plain(raw), span.start, span.end) if span else None


@check(Severity.ERROR, signs=DIGITS)
def symbol(pair: Pair) -> Iterator[Fault]:
    """Flag a document symbol that is altered, lost or added: A/76/L.1, E/CN.15/2021/L.6/Rev.1, A/76/6 (Sect. 29B).

    Nothing in a symbol is translated, spaced or written in another alphabet; beside Chinese characters it needs no
    space, and behind (Sect. 29B) its /Corr.1 stays. The numbers of acts that have an acronym or a session count too:
    WHA68.3, GC(63)/RES/9, MEPC.304(72), 38 C/5, 1/CP.21; their acronym may be the language's own.

    Source: United Nations Editorial Manual, document symbols.
    """
    yield from other_act(pair)
    raw, other = pair.unit.source, pair.unit.target
    source, target = plain(raw), plain(other)
    if "/" not in source and "/" not in target and "." not in source:
        return
    left, right = find_symbols(source), find_symbols(target)
    if not left and not right:
        return
    theirs = {one.text: one for one in left}
    ours = {one.text: one for one in right}
    lost = [one for text, one in theirs.items() if text not in ours]
    added = [one for text, one in ours.items() if text not in theirs]
    for one in lost:
        if near := _misspelt(one.text, target):
            added = [other for other in added if not near.start() <= other.start < near.end()]
            place = span_of(other, target, *near.span())
            yield Fault(f"{one.text} is written {near[0].strip()}", place, _place_of(raw, source, one), one.text)
    lost = [one for one in lost if not _misspelt(one.text, target)]
    if len(lost) == 1 and len(added) == 1:
        message = f"the translation has {added[0].text}, the source {lost[0].text}"
        yield Fault(message, _place_of(other, target, added[0]), _place_of(raw, source, lost[0]), lost[0].text)
        return
    yield from (Fault(f"{one.text} is not in the translation", None, _place_of(raw, source, one)) for one in lost)
    yield from (Fault(f"{one.text} is not in the source", _place_of(other, target, one)) for one in added)
    if not lost and not added:
        yield from _other_volume(pair, source, target)
        yield from _lost_tail(pair, source, target)


def _other_volume(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the part of a document, (Sect. 29B), that has become another; it may be left out, or put into words."""
    theirs, ours = _volumes(source), _volumes(target)
    lost = [one for one in theirs if one not in ours]
    added = [one for one in ours if one not in theirs]
    for one in lost:
        if other := next((other for other in added if other[0] == one[0]), None):
            was, now = theirs[one], ours[other]
            at = span_of(pair.unit.target, target, *now.span(2))
            message = f"the translation has {now[0].strip()}, the source {was[0].strip()}"
            yield Fault(message, at, span_of(pair.unit.source, source, *was.span(2)), was[2] if at else None)
            return


def _lost_tail(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield what a symbol of the source goes on with behind a bracket, where the translation has it nowhere."""
    if "/" not in source or ")" not in source:
        return
    there = "".join(target.split()).casefold()
    for tail in _TAIL.finditer(source):
        if "".join(tail[0].split()).casefold() not in there:
            yield Fault(f"{tail[0]} is not in the translation", None, span_of(pair.unit.source, source, *tail.span()))
            return


def _volumes(text: str) -> dict[tuple[str, str], re.Match[str]]:
    return {(one[1], "".join(one[2].split())): one for one in _VOLUME.finditer(text)}


def _place_of(raw: str, text: str, one: Symbol) -> Span | None:
    return span_of(raw, text, one.start, one.end)


def _misspelt(symbol: str, text: str) -> re.Match[str] | None:
    """Find a symbol with spaces in it, in look-alike letters, in other strokes or in small letters."""
    signs = [rf"[{char}{_TWINS[char]}]" if char in _TWINS else re.escape(char) for char in symbol]
    pattern = "".join(r"\s{0,2}[/／∕⁄]\s{0,2}" if sign == "/" else sign for sign in signs)
    return re.search(rf"(?<![A-Za-z0-9/]){pattern}(?![A-Za-z0-9])(?!/[A-Za-z0-9])", text, re.IGNORECASE)
