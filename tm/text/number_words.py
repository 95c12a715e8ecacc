"""Read numbers written in words: "seventy-sixth", « quatre-vingt-dix », шестьдесят шесть, السادسة والسبعون."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tm.text.number_lexicons import LEXICONS
from tm.text.number_lexicons.arabic import BARE_ARABIC
from tm.text.number_lexicons.word import Part, Word
from tm.text.words import bare, folded, letter_runs

Value = int | Fraction

_ARABIC_TOKEN = re.compile(r"[\u0620-\u065f\u066e-\u06d3]+")
_GAP = re.compile(r"[\s\N{HYPHEN}\N{NON-BREAKING HYPHEN}-]{1,2}")
_JOIN = Part.JOIN
_MULTIPLIERS = frozenset((Part.HUNDRED, Part.THOUSANDS))
_PER = {"ar": re.compile(r"في\s?\Z"), "fr": re.compile(r"pour\s\Z"), "es": re.compile(r"por\s\Z")}
"""What stands before the hundred of "per cent", in the languages that write it as two words."""

_WIDEST_GAP = 2
"""Characters between two words of one number."""

_MOST = 200_000
"""Arabic words that are remembered without their signs."""

_DUALS: dict[Value, int] = {2 * scale: scale for scale in (10**3, 10**6, 10**9, 10**12)}
"""Arabic has a word for two of each: half of one may follow."""

_Found = tuple[int, int, Word]


def _of(language: str, *, sure: bool) -> frozenset[str]:
    """Give the words that make a number by themselves: those that may not be missed, or all of them."""
    made = {form: word for form, word in LEXICONS[language].items() if word.part is not Part.JOIN}
    return frozenset(form for form, word in made.items() if not sure or _is_sure(word))


def _is_sure(word: Word) -> bool:
    return not word.loose or word.part in {Part.HUNDRED, Part.THOUSANDS}  # sure behind another


_COUNTING = {language: _of(language, sure=False) for language in LEXICONS}
_SURE = {language: _of(language, sure=True) for language in LEXICONS}


def may_be_sure(text: str, language: str) -> bool:
    """Say quickly whether a text may spell out a number that may not be missed.

    It does not where all its number words may be missed, and no two stand together, as in "one and a half".
    """
    counting = _counting(text, language)
    if not counting:
        return False
    if not _SURE[language].isdisjoint(counting):
        return True
    return b"\1\1" in bytes(map(LEXICONS[language].__contains__, _tokens(text, language)))


SEVERAL = {
    language: frozenset(form for form in held if LEXICONS[language][form].value != 1 or LEXICONS[language][form].other)
    for language, held in _COUNTING.items()
}
"""One of these is in all numbers other than one."""


def may_be_several(text: str, language: str) -> bool:
    """Say quickly whether a text may spell out a number other than one.

    >>> may_be_several("one of them", "en"), may_be_several("twenty-one of them", "en")
    (False, True)
    """
    return not SEVERAL[language].isdisjoint(_counting(text, language))


def words_behind(text: str, language: str) -> Collection[str]:
    """Give the words that stand next to a number word, behind it, or next but one.

    Words are as lexicons have them, Arabic ones without hamza.

    >>> sorted(words_behind("for twenty-one working days", "en"))
    ['days', 'one', 'working']
    """
    counting, held = _counting(text, language), _tokens(text, language)
    places = [place for place, word in enumerate(held, 1) if word in counting]
    return {word for place in places for word in held[place : place + 2]}


@lru_cache(maxsize=64)  # several ask in turn
def _counting(text: str, language: str) -> frozenset[str]:
    """Give the words of a text that make a number by themselves: most texts have none."""
    return _COUNTING[language].intersection(_tokens(text, language))


def _tokens(text: str, language: str) -> Sequence[str]:
    """Give the words of a text as lexicons have them."""
    return _arabic_tokens(text) if language == "ar" else letter_runs(text)


@lru_cache(maxsize=64)
def _arabic_tokens(text: str) -> Sequence[str]:
    return list(filter(None, map(_BARE.__getitem__, letter_runs(bare(text, "ar")))))


class _Bare(dict[str, str]):
    """Arabic words as the lexicon has them, worked out when first met: most come again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        bare = self[word] = word.translate(BARE_ARABIC)
        return bare


_BARE = _Bare()


class Spelled(NamedTuple):
    """A number in words: where it stands, its possible values, and whether it may be missed."""

    start: int
    end: int
    values: frozenset[Value]
    loose: bool


@dataclass(slots=True)
class _Reading:
    """A number as far as it has been read."""

    language: str
    start: int = -1
    end: int = -1
    total: Value = 0
    current: Value = 0
    words: int = 0
    first: Word | None = None
    vague: bool = False
    joined: bool = False
    after_multiplier: bool = False
    scale: int = 1
    halved: int = 0
    is_ordinal: bool = False

    def fits(self, word: Word) -> bool:
        """Say whether the word begins or continues the number."""
        if not self.words:
            return not word.needs_number
        if self.first and self.first.part is Part.FRACTION:  # half a million, and nothing else
            return word.part is Part.THOUSANDS and bool(self.first.other)
        if self.halved:  # a million and half a million
            return word.value == self.halved
        if word.part is Part.ADD:
            return self._adds(word)
        if word.part is Part.HUNDRED:
            return 1 <= self.current <= 19
        if word.part is Part.FRACTION:  # two and a half
            is_half = self.joined and word.other[:1] == (Fraction(1, 2),)
            if self.after_multiplier:
                return is_half and self.scale > 1
            return is_half and (0 < self.current < 100 or self.current in _DUALS)
        return word.part is Part.THOUSANDS and (bool(self.current) or self.after_multiplier)

    def _adds(self, word: Word) -> bool:
        value, current, below = word.value, self.current, self.current % 100
        if not current:
            return self.after_multiplier and 0 < value < 1000
        if self.language == "ar":  # units stand before tens, and all else takes "and"
            teens = 0 < below < 10 and value == 10 and not word.joined
            tens = 0 < below < 10 and word.joined and value in range(20, 100, 10)
            return teens or tens or (word.joined and below == 0 and 0 < value < 100)
        if self.language == "fr" and ((below == 4 and value == 20) or (below in {60, 80} and 10 <= value <= 19)):
            return True
        if word.is_ordinal and not self.is_ordinal:  # los diez primeros
            return False
        ten_is_a_ten = self.language == "es" or (self.language == "fr" and 7 <= value <= 9)  # décimo tercero, dix-huit
        place = 100 if below == 0 else 10 if current % 10 == 0 and (below != 10 or ten_is_a_ten) else 1
        return 0 < value < place

    def take(self, word: Word, start: int, end: int) -> None:
        if self.first and self.first.part is Part.FRACTION:
            self.total, self.current, self.first, self.end = self.first.other[0] * word.value, 0, None, end
            return
        if self.halved:
            self.end = end
            return
        self.first = None if self.words else word
        self.is_ordinal = word.is_ordinal
        self.start = self.start if self.words else start
        self.end = end
        self.words += 1
        self.vague |= word.loose and word.part is Part.THOUSANDS  # two dozen
        scale = self.scale if self.after_multiplier else _DUALS.get(self.current, 1)  # un millón y medio
        self.after_multiplier = word.part is Part.THOUSANDS
        self.scale = word.value if self.after_multiplier else 1
        if word.part is Part.HUNDRED:
            self.current = max(self.current, 1) * 100
        elif word.part is Part.THOUSANDS:
            is_whole = self.total and (not self.current or self.total < word.value)  # mil cincuenta millones
            more = self.total + self.current if is_whole else max(self.current, 1)
            self.total = more * word.value if is_whole else self.total + more * word.value
            self.current = 0
        elif word.part is Part.FRACTION and self.words > 1:
            self.current += Fraction(scale, 2)
            self.halved = scale if scale > 1 else 0
        elif self.language == "fr" and self.current % 100 == 4 and word.value == 20:
            self.current += 76
        else:
            self.current += word.value

    def done(self) -> Iterator[Spelled]:
        if self.first:
            values: frozenset[Value] = frozenset((self.first.value, *self.first.other))
            bare = self.first.part in {Part.HUNDRED, Part.THOUSANDS}  # several hundred, a thousand
            yield Spelled(self.start, self.end, values, self.first.loose or bare)
        elif self.words:
            value = self.total + self.current
            whole = int(value)  # all that "two and a half years" shares with « deux ans et demi »
            yield Spelled(self.start, self.end, frozenset((value, whole)), self.vague)


def spelled(text: str, language: str) -> Sequence[Spelled]:
    """Give the numbers that a text of `ar`, `en`, `fr`, `ru` or `es` spells out, in order."""
    numbers: list[Spelled] = []
    near: list[_Found] = []
    for found in _number_words(text, language):
        if near and found[0] - near[-1][1] > _WIDEST_GAP:
            numbers += _alone(*near[0]) if len(near) == 1 else _read(near, text, language)
            near = []
        near.append(found)
    if near:
        numbers += _alone(*near[0]) if len(near) == 1 else _read(near, text, language)
    return numbers


def _read(found: Sequence[_Found], text: str, language: str) -> Iterator[Spelled]:
    """Read number words that stand close together."""
    reading = _Reading(language)
    joined_at = -1  # end of an "and" that follows the number directly
    for start, end, word in found:
        near = reading.words > 0 and _GAP.fullmatch(text, max(reading.end, joined_at), start)
        if word.part is Part.JOIN:
            joined_at = end if near else -1
            continue
        reading.joined = word.joined or joined_at >= 0
        if reading.words and not (near and reading.fits(word)):
            yield from reading.done()
            reading = _Reading(language)
        joined_at = -1
        if reading.fits(word):
            reading.take(word, start, end)
    yield from reading.done()


def _alone(start: int, end: int, word: Word) -> Sequence[Spelled]:
    """Read a number word that stands by itself, as nearly all do."""
    if word.part is _JOIN or word.needs_number:
        return ()
    bare = word.part in _MULTIPLIERS  # several hundred, a thousand
    return (Spelled(start, end, frozenset((word.value, *word.other)), word.loose or bare),)


def _number_words(text: str, language: str) -> Iterable[_Found]:
    """Give the number words of a text in order, with where they begin and end."""
    if not _counting(text, language):  # as in most texts
        return ()
    if language == "ar":
        return _arabic_words(text)
    lexicon, low, end = LEXICONS[language], folded(text), 0
    found: list[_Found] = []
    for form in filter(lexicon.__contains__, _tokens(text, language)):
        start = _next(low, form, end)
        end, word = start + len(form), lexicon[form]
        if word.value != 100 or not _per(low, start, language):
            found.append((start, end, word))
    return found


def _next(low: str, word: str, start: int) -> int:
    """Say where a word stands next, and not as part of another; figures may touch it, as in "2second"."""
    start = low.find(word, start)
    while _is_letter(low[start - 1 : start]) or _is_letter(low[start + len(word) : start + len(word) + 1]):
        start = low.find(word, start + 1)
    return start


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def _arabic_words(text: str) -> Iterator[_Found]:
    lexicon = LEXICONS["ar"]
    for match in _ARABIC_TOKEN.finditer(text):
        word = lexicon.get(_BARE[match[0]])
        if word and not (word.value == 100 and match[0].startswith("ال") and _per(text, match.start(), "ar")):
            yield *match.span(), word


def _per(text: str, start: int, language: str) -> bool:
    before = _PER.get(language)
    return before is not None and bool(before.search(text[max(0, start - 8) : start]))
