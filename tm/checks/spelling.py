"""Words that a dictionary does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from tm.checks.check import Fault, Pair, check
from tm.checks.knowledge import Dictionary, Knowledge, OfPair
from tm.checks.place import span_of
from tm.model.finding import Severity
from tm.terminology.words import word_list
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.stems import Stems

_WORD = pattern(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640]|[’'-](?=[^\W\d_]))*",
)
_MARKS = pattern("[\u0640\u064b-\u065f\u0670]+")
_ELIDED = pattern(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']", re.IGNORECASE)
_CHARACTERS = {
    "ar": pattern("[\u0621-\u064a]+"),
    "en": pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"),
    "es": pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*"),
    "fr": pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"),
    "ru": pattern("[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*"),
}
_MOST = 20
"""Words reported of one unit: more say that it is in another language."""


@check(Severity.INFO, is_default=False)
def spelling(knowledge: Knowledge) -> OfPair:
    """Flag a word that the spelling dictionary of the language does not have.

    Needs a hunspell dictionary: on Debian, the packages `hunspell-ar`, `hunspell-en-gb`, `hunspell-es`, `hunspell-fr`
    and `hunspell-ru`; for Chinese there is none. Says so where one is missing, once in each file.

    Leaves alone: words with a capital, which may be names, acronyms and words of mixed case; numbers; words that stand
    in the source as they are, or in a term of the glossary (in any form of it, where the dictionary has not its word);
    letters of another script.
    """
    agreed = {code: _Agreed(knowledge, code, one.knows) for code, one in knowledge.dictionaries.items() if one.knows}
    told: set[str] = set()

    def of_pair(pair: Pair) -> Iterator[Fault]:
        code = pair.target.code
        dictionary = knowledge.dictionaries.get(code)
        if dictionary is None:
            return
        if dictionary.knows is None:
            if pair.path not in told:
                told.add(pair.path)
                yield Fault(f"the spelling cannot be checked: {dictionary.missing}")
            return
        yield from _unknown(pair, dictionary, agreed[code])

    return of_pair


class _Agreed:
    """The words of a glossary in a language, and the stems of those that its dictionary has not."""

    def __init__(self, knowledge: Knowledge, code: str, knows: Callable[[str], bool]) -> None:
        terms = (term for one in knowledge.glossary.concepts for term in one.terms if term.language == code)
        self._words = frozenset(word.casefold() for term in terms for word in word_list(term.text))
        self._knows, self._stem = knows, Stems(code)

    def has(self, word: str) -> bool:
        folded = word.casefold()
        return folded in self._words or self._stem[folded] in self._new

    @cached_property
    def _new(self) -> frozenset[str]:
        return frozenset(self._stem[word] for word in self._words if not self._knows(word))


def _unknown(pair: Pair, dictionary: Dictionary, agreed: _Agreed) -> Iterator[Fault]:
    code, text, source = pair.target.code, plain(pair.unit.target), plain(pair.unit.source)
    kept: Mapping[str, None] = dict.fromkeys(_WORD.findall(source))
    seen: set[str] = set()
    for found in _WORD.finditer(text):
        word = found[0]
        if word in seen or word in kept:
            continue
        seen.add(word)
        if _is_checked(word, code) and not _is_known(word, code, dictionary, agreed):
            yield Fault(f"{word} is not in the dictionary", span_of(pair.unit.target, text, *found.span()))
            if len(seen) > 5 * _MOST:
                return


def _is_checked(word: str, code: str) -> bool:
    bare = _MARKS.sub("", _ELIDED.sub("", word) if code == "fr" else word)
    return len(bare) > 1 and (code == "ar" or bare.islower()) and bool(_CHARACTERS[code].fullmatch(bare))


def _is_known(word: str, code: str, dictionary: Dictionary, agreed: _Agreed) -> bool:
    """Say whether a word is right, as it is or in its parts."""
    knows = dictionary.knows
    if knows is None:
        return True
    straight = _MARKS.sub("", word).replace("’", "'")
    forms = {straight, word, _ELIDED.sub("", straight) if code == "fr" else straight, straight.replace("ё", "е")}
    if any(map(knows, forms)) or any(map(agreed.has, forms)):
        return True
    parts = [part for part in re.split("[-']", straight) if part]
    return len(parts) > 1 and all(len(part) == 1 or knows(part) or agreed.has(part) for part in parts)
