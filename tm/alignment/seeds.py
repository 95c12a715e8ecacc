"""Which words may be the same before any text is read: equal values and signs, names that sound alike."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tm.alignment.skeleton import skeleton
from tm.alignment.words import LABEL, SIGN, VALUE

Seeds = Mapping[tuple[int, int], float]
"""Pairs of words by their numbers in both vocabularies, and as how many occurrences together they count."""

_EQUAL = {VALUE: 4.0, LABEL: 4.0, SIGN: 2.0}
_LATIN = 3.0
"""A word in Latin letters in an Arabic, Chinese or Russian text."""

_SAME_SCRIPT = 1.5
_BY_LENGTH = {3: 0.12, 4: 0.4, 5: 0.8}
_LONG = 1.2
"""Consonants that two words share, and what that counts."""

_BEGINNING = 5
"""Letters, or consonants, with which two words begin alike."""

_LIKE = 0.4
_CROWD = 8
"""Words that are like more than so many say nothing."""

_TAUGHT = 3.0


def find_seeds(source: Sequence[str], target: Sequence[str], taught: Iterable[tuple[str, str]] = ()) -> Seeds:
    """Find the pairs of words that may be the same.

    Args:
        source, target: vocabularies.
        taught: pairs of words that are translations of each other.
    """
    numbers = {word: number for number, word in enumerate(target)}
    weights: defaultdict[tuple[int, int], float] = defaultdict(float)
    related = _SAME_SCRIPT if _is_latin(source) and _is_latin(target) else _LATIN
    for number, word in enumerate(source):
        other = numbers.get(word)
        if other is not None and (weight := _equal(word, related)):
            weights[number, other] = weight
    for weight, pairs in ((0.0, _alike(source, target)), (_LIKE, _begun_alike(source, target))):
        for first, second, value in pairs:
            weights[first, second] = max(weights[first, second], value or weight)
    places = {word: number for number, word in enumerate(source)}
    for first_word, second_word in taught:
        pair = places.get(first_word), numbers.get(second_word)
        if pair[0] is not None and pair[1] is not None:
            weights[pair[0], pair[1]] = _TAUGHT
    return dict(weights)


def _equal(word: str, related: float) -> float:
    if word[0] in _EQUAL:
        return _EQUAL[word[0]]
    if not word.isascii() or len(word) < 2:
        return 0.0
    return related * min(1.0, len(word) / 5) if related < _LATIN else related


def _is_latin(vocabulary: Sequence[str]) -> bool:
    words = [word for word in vocabulary[:2000] if word[0].isalpha()]
    return 2 * sum(unicodedata.normalize("NFD", word)[0].isascii() for word in words) > len(words)


def _alike(source: Sequence[str], target: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield words with the same consonants."""
    ours, theirs = _by_skeleton(source), _by_skeleton(target)
    for bones in ours.keys() & theirs.keys():
        crowd = max(len(ours[bones]), len(theirs[bones]))
        if crowd <= _CROWD:
            weight = _BY_LENGTH.get(len(bones), _LONG) / crowd
            yield from ((first, second, weight) for first in ours[bones] for second in theirs[bones])


def _by_skeleton(vocabulary: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(vocabulary):
        if word[0].isalpha() and len(word) > 3 and len(bones := skeleton(word)) >= min(_BY_LENGTH):
            found[bones].append(number)
    return found


def _begun_alike(source: Sequence[str], target: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield words whose first letters, or first consonants, are the same."""
    for begin in (_first_letters, _first_consonants):
        ours, theirs = begin(source), begin(target)
        for start in ours.keys() & theirs.keys():
            crowd = max(len(ours[start]), len(theirs[start]))
            if crowd <= _CROWD:
                yield from ((first, second, _LIKE / crowd) for first in ours[start] for second in theirs[start])


def _first_letters(vocabulary: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(vocabulary):
        bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
        if len(bare) >= _BEGINNING and bare.isascii() and bare.isalpha():
            found[bare[:_BEGINNING]].append(number)
    return found


def _first_consonants(vocabulary: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(vocabulary):
        if word[0].isalpha() and len(bones := skeleton(word)) >= _BEGINNING:
            found[bones[:_BEGINNING]].append(number)
    return found
