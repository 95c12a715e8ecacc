"""Two negations that affirm, taken for one: "not uncommon" as « rare », "not inevitable" as 不可避免."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tm.checks.negations import SURE
from tm.text.pattern import pattern
from tm.text.words import bare, words

_LONGEST = 500
"""Characters of sources that are looked at."""

_MAY_BE = frozenset("not never hardly scarcely neither cannot no t".split())
"""One of these words, in small letters, is in what is looked for."""

_GAP = (
    r"(?:\b(?:not|never|hardly|scarcely|neither|cannot\sbe|no(?=\s(?:un|in|im|ill)))|n['’]t)\s(?:(?!(?:only|just|merely|simply|because|if|when|where"
    r"|that|but|and|or|for|to|as|with|from|of|in|on|at|by)\b)[a-z]+\s){0,2}?"
)
"""The negation, and what may stand between it and the word that it turns round."""

_AROUND, _IN_CHINESE = (60, 25), (14, 8)
"""Characters before and behind the word in which the translation may say that it is not so."""

_TURNS = {
    "fr": r"loin\sd|rien\sd|peu\b|guère|moins|contest|erron|faux|infirm|démen|douteu|contrair",
    "es": r"lejos\sd|nada\sd|poco\b|menos|erróne|fals|desmien|refut|contrari|dej",
    "ru": r"далек|отнюдь|вовсе|едва|мало|ошиб|неверн|ложн|вряд",
    "zh": "绝非|并非|非(?!常)|难|否|远|错",
    "ar": "بعيد|ليس|خطأ|نف[ىي]|قل",
}
"""What else may turn it round."""


class _Kind(NamedTuple):
    denied: re.Pattern[str]
    english: re.Pattern[str]
    said: dict[str, re.Pattern[str]]


def litotes(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find a negation of an English text with the word that it turns round, for which a translation has only the word.

    >>> litotes("It is not uncommon.", "C’est rare.", "fr")[0]
    'not uncommon'
    >>> litotes("It is not uncommon.", "Il n’est pas rare de le voir.", "fr")
    """
    if language not in _TURNS:
        return None
    read = bare(target, language)
    for kind, match in _found(source):
        words = list(kind.said[language].finditer(read))
        if words and not any(_is_denied(read, word, language) for word in words):
            return match
    return None


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    """Say whether anything about a word of a translation, but the word itself, negates."""
    before, behind = _IN_CHINESE if language == "zh" else _AROUND
    around = text[max(0, word.start() - before) : word.start()], text[word.end() : word.end() + behind]
    return any(SURE[language].search(part) or _turns()[language].search(part) for part in around)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _found(source: str) -> Sequence[tuple[_Kind, re.Match[str]]]:
    if len(source) > _LONGEST or _MAY_BE.isdisjoint(words(source)) or not _any().search(source):
        return ()
    found = [(kind, match) for kind in _kinds() if (match := kind.denied.search(source))]
    return [(kind, match) for kind, match in found if len(kind.english.findall(source)) == 1]


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("tm.checks") / "litotes.toml").read_text("utf-8"))


@cache
def _any() -> re.Pattern[str]:
    """Match what any kind does; most sources that negate have none of them."""
    return re.compile(f"{_GAP}(?:{'|'.join(forms['en'] for forms in _table().values())})", re.IGNORECASE)


@cache
def _kinds() -> Sequence[_Kind]:
    edges = dict.fromkeys(_TURNS, r"(?<!\w)") | {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?"}
    return [
        _Kind(
            pattern(f"{_GAP}(?:{forms['en']})", re.IGNORECASE),
            pattern(rf"\b(?:{forms['en']})", re.IGNORECASE),
            {
                code: pattern(f"{edge}(?:{forms[code]})", re.IGNORECASE, letters=forms[code])
                for code, edge in edges.items()
            },
        )
        for forms in _table().values()
    ]


@cache
def _turns() -> dict[str, re.Pattern[str]]:
    edges = dict.fromkeys(_TURNS, r"(?<!\w)") | {"zh": ""}
    return {code: pattern(f"{edge}(?:{_TURNS[code]})", re.IGNORECASE) for code, edge in edges.items()}
