"""Guess which of the six languages texts are in, by script, and by small words where three share one script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")

_SCRIPTS = {
    "ar": re.compile("[\u0620-\u064a\u0671-\u06d3]"),
    "ru": re.compile("[\u0400-\u052f]"),
    "zh": re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]"),
}

_SMALL = {
    "en": "the of and to in is are was be by with from for that this on or as at it not which should has have",
    "es": "el la los las de del y en para por con que se su sus una un al es son sobre entre o como más",
    "fr": "le la les des du et dans pour par sur avec que qui aux au une un est sont ce cette ou en à de leur",
}
"""Words that sentences of one language are full of; those that two share count for neither."""

_OWN = {
    code: frozenset(words.split()) - frozenset(" ".join(w for c, w in _SMALL.items() if c != code).split())
    for code, words in _SMALL.items()
}

_LETTERS = {"es": re.compile("[ñ¿¡íóúá]"), "fr": re.compile("[èêëàâçîïôûùœ]")}
"""Letters that one of the three writes, and the others do not."""

_CLEAR = 3
"""So many times as many signs of one language as of any other make it sure."""


def language_of(texts: Iterable[str]) -> str:
    """Give the code of the language that most of these texts are in; "" where that is not clear.

    Latin letters without a sign of Spanish or French are not taken for English: names look the same in all.

    >>> [language_of([text]) for text in ("мир", "la paix et les droits", "the rights of peoples", "Peru")]
    ['ru', 'fr', 'en', '']
    """
    scripts: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for text in texts:
        script = _script(text)
        scripts[script] += 1
        if script == "latin":
            signs += _signs(text.casefold())
    if not scripts:
        return ""
    script, count = scripts.most_common(1)[0]
    if 3 * count < 2 * scripts.total():
        return ""
    if script != "latin":
        return script
    ranked = signs.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return ""
    return ranked[0][0]


def _script(text: str) -> str:
    counts = {code: len(letters.findall(text)) for code, letters in _SCRIPTS.items()}
    most = max(counts, key=counts.__getitem__)
    return most if 2 * counts[most] > sum(map(str.isalpha, text)) else "latin"


def _signs(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    words = _WORD.findall(text)
    for code, own in _OWN.items():
        found[code] += sum(word in own for word in words)
    for code, letters in _LETTERS.items():
        found[code] += len(letters.findall(text))
    return +found
