"""Find a stretch of an English source of which no word of its translation says anything: "and local traders"."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tm.checks.cognates import points
from tm.checks.joints import has_joint, surplus
from tm.checks.meaning_ways import LANGUAGES
from tm.checks.meanings import first_of, may_mean, meanings
from tm.checks.sentence_count import SPREAD, wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_LONGEST, _SHORTEST, _GREATEST = 400, 35, 0.75
"""Characters of sources that are looked at, of English below which lengths say nothing, and what part is no stretch."""

_LEAST, _ENOUGH = 0.05, 5.8
"""By how much a translation without it is shorter than usual, as a logarithm, and what hardly any right one has."""

_LENGTHY, _USUAL, _OF = 2.0, 110, 1.0
"""What the logarithm of the length of longer sources, and a beginning such as "of" or "that", speak against it."""

_LOOSE = pattern(r"\s(?:of|that|to|as|in|before\sthe\s(?:Committee|Assembly|Council|Commission|Board))\s")

_STARTS, _STOPS = 10, 2
"""Places from which on an end may be lost, at most, and ends of parts from each place."""

_WORD = pattern(r"[A-Za-z]{3,}")
_EMPTY = frozenset(
    "the and for with from that this which who whom whose are was were has have had been its their his her our not"
    " but may can shall will would could should into than then there these those such all any other each per via"
    " etc period periods month months year years week weeks day days hour hours minute minutes time times half further"
    " every annual annually monthly".split()
)
_MARK = pattern(r"\(([a-z]|[ivx]{1,5})\)")
_STOP = pattern(r"[,;:—–()]|\s(?=(?:and|or|nor|as\swell\sas)\s)")
_START = pattern(
    r"[,;:—–()]|\s(?=(?:and|or|nor|as\swell\sas|including|in\sparticular|especially|notably|with|without|by|in|on|at|of"
    r"|for|from|to|as|under|beyond|through|within|after|before|during|against|between|among|while|whereas|who|which|that"
    r"|where|when|because|if|unless|until)\s)"
)
"""What a part ends before, and what a stretch may begin with besides."""

_FADING = (1, 0.8, 0.6, 0.4)
"""How much the rarest unsaid word of a stretch counts, and the next ones."""

_SURE, _SAID, _ELSEWHERE, _EITHER = 0.5, 1.5, 0.2, 0.8
"""From which weight on a said word speaks against a stretch, and how much, where one outside it may be what is said."""

_ALL_JOINTS, _JOINTS = -1.3, (0.9, 1.8, 2.2)
"""What speaks for a stretch with commas or "and" where the translation has as many, and where it has so many fewer."""

_POINT, _LAST, _MOST = 2.5, 0.5, 4.0
"""What a figure or name of the translation speaks against it, the end of the source for it, and lengths at most."""


class _Word(NamedTuple):
    """A word of a source: where it is, and which meanings of the table may say as much."""

    start: int
    word: str
    meanings: frozenset[int]


class _Heard(NamedTuple):
    """A word of a source, whether its translation says as much, and what it weighs where it does not."""

    word: _Word
    is_said: bool
    weight: float


def unsaid(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of a stretch of a plain English source of which its shorter translation says nothing.

    >>> source = "Children must never be treated as commodities; they are holders of rights."
    >>> start, end = unsaid(source, "Nunca debe tratarse a los niños como mercancías.", "es")
    >>> source[start:end]
    '; they are holders of rights.'
    """
    if language not in LANGUAGES or len(source) > _LONGEST or sentence_ends(source) or sentence_ends(target):
        return None
    usual, whole = wide(source, "en", language), wide(target, language, "en")
    if usual < _SHORTEST or whole < 1 or math.log(whole / usual) > -_LEAST:
        return None
    enough = _ENOUGH + _LENGTHY * math.log(max(usual, _USUAL) / _USUAL)
    lacking = enough - _LAST - _lengths_say(usual, whole, usual - whole, language)  # no other size says more
    hopes = _fading(_weights_of(source, language))
    if hopes < lacking - _JOINTS[-1]:
        return None
    joints = _joints_say(source, target, language)
    lacking -= max(joints, 0)
    if hopes < lacking:
        return None
    said = Counter(one.meaning for one in meanings(target, language))
    heard = [
        _Heard(one, any(map(said.__contains__, one.meanings)), _weight(one.word, language)) for one in _words(source)
    ]
    if _fading({one.word.word: one.weight for one in heard if not one.is_said}.values()) < lacking:
        return None
    best, place = enough, None
    for start, stop in _spans(source):
        size = wide(source[start:stop], "en", language)
        if size > _GREATEST * usual:
            continue
        found = _words_say(heard, start, stop, said) + _LAST * (stop == len(source))
        found += joints * has_joint(source[start:stop]) - _OF * (_LOOSE.match(source, start) is not None)
        if found + _MOST <= best:
            continue
        found += _lengths_say(usual, whole, size, language)
        if found > best and (found := found - _POINT * _shared(source, target, start, stop, language)) > best:
            best, place = found, (start, stop)
    return place


def _words_say(heard: Sequence[_Heard], start: int, stop: int, said: Counter[int]) -> float:
    """Say how much the words of a stretch speak for its being lost."""
    within = [one for one in heard if start <= one.word.start < stop]
    lost = {one.word.word: one.weight for one in within if not one.is_said}
    if not lost:
        return -_MOST
    found = _fading(lost.values())
    beyond = frozenset().union(*(one.word.meanings for one in heard if not start <= one.word.start < stop))
    for one in within:
        if one.is_said and one.weight > _SURE:
            hit = one.word.meanings & said.keys()
            if hit <= beyond and all(said[key] < sum(key in other.word.meanings for other in heard) for key in hit):
                found -= _ELSEWHERE
            else:
                found -= one.weight * (_EITHER if hit & beyond else _SAID)
    return found


def _joints_say(source: str, target: str, language: str) -> float:
    """Say how much a translation with fewer commas and the like speaks for a lost stretch that has some."""
    more = surplus(source, target, language)
    return _JOINTS[min(more, len(_JOINTS)) - 1] if more > 0 else _ALL_JOINTS


def _fading(weights: Iterable[float]) -> float:
    """Add up the greatest weights, each for less than the one before."""
    return sum(weight * share for weight, share in zip(sorted(weights, reverse=True), _FADING, strict=False))


@lru_cache(maxsize=4096)  # a source may be checked again and again
def _weights_of(source: str, language: str) -> Sequence[float]:
    """List what each word of a source may weigh."""
    return [_weight(word, language) for word in {one.word for one in _words(source)}]


def _lengths_say(usual: float, whole: float, size: float, language: str) -> float:
    """Say how much better the translation has the usual length without a stretch of the source."""
    spread = SPREAD[language] * max(0.55, math.sqrt(100 / max(usual, 30)))
    with_it, without = math.log(whole / usual), math.log(whole / max(usual - size, 1))
    return max(-_MOST, min((with_it**2 - without**2) / (2 * spread**2), _MOST))


def _shared(source: str, target: str, start: int, stop: int, language: str) -> int:
    """Count figures, names and marks of lists in a stretch of the source, not elsewhere in it, that both texts have."""
    theirs = points(source, "en")
    ours = {one.key for one in points(target, language)}
    keys = [one.key for one in theirs]
    found = sum(start <= one.start < stop and one.key in ours and keys.count(one.key) == 1 for one in theirs)
    marks = (mark for mark in _MARK.finditer(source) if mark.end() > start and mark.start() < stop)
    return found + sum(f"{mark[1]})" in target for mark in marks)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _words(source: str) -> Sequence[_Word]:
    """List the words of a source that have meanings."""
    found = ((match.start(), match[0].lower()) for match in _WORD.finditer(source))
    return [_Word(start, word, held) for start, word in found if word not in _EMPTY and (held := may_mean(word))]


@lru_cache(maxsize=1024)
def _spans(source: str) -> Sequence[tuple[int, int]]:
    """List the stretches that may be lost: ends, and parts from a sign or a word that joins on."""
    end = len(source)
    starts = sorted({match.start() for match in _START.finditer(source)})
    stops = sorted({*(match.start() for match in _STOP.finditer(source)), end})
    found = {(start, end) for start in starts[-_STARTS:]}
    for start in starts:
        found |= {(start, stop) for stop in [stop for stop in stops if stop > start + 4][:_STOPS]}
    return sorted(found)


@lru_cache(maxsize=65536)
def _weight(word: str, language: str) -> float:
    """Say how rare is a right translation in which nothing says what an English word means."""
    column = LANGUAGES.index(language)
    weights = _weights()
    if word in weights:
        return weights[word][column]
    return max((weights[first][column] for first in first_of(word) if first in weights), default=_UNKNOWN)


_UNKNOWN = 0.4


@cache
def _weights() -> dict[str, Sequence[float]]:
    return {word: tuple(map(float, weights)) for word, *weights in _lines()}


def _lines() -> Iterator[Sequence[str]]:
    text = (resources.files("tm.checks") / "unsaid.tsv").read_text("utf-8")
    yield from [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
