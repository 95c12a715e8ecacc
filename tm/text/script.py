"""Which of the six languages a text is likely to be in, and which script it is written in, by its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.text.guess import language_of

_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "ru": re.compile("[\u0400-\u052f]"),
    "zh": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
}


def likely_language(text: str) -> str:
    """Give the code of the language whose script the first letter that is not Latin belongs to; without one, English.

    >>> [likely_language(text) for text in ("peace", "мир", "السلام", "2030年")]
    ['en', 'ru', 'ar', 'zh']
    """
    first = {code: found.start() for code, script in _SCRIPTS.items() if (found := script.search(text))}
    return min(first, key=first.__getitem__, default="en")


def main_script(text: str) -> str:
    """Give the code of the language in whose script most letters of a text are; empty for Latin ones, or none.

    >>> main_script("A/76/L.1: وثيقة من وثائق الجمعية"), main_script("the word «мир»")
    ('ar', '')
    """
    counts = {code: len(script.findall(text)) for code, script in _SCRIPTS.items()}
    most = max(counts, key=counts.__getitem__)
    return most if 2 * counts[most] > sum(map(str.isalpha, text)) else ""


def likely_languages(text: str) -> Sequence[str]:
    """List the codes of the languages that a text may be in, the likeliest first: three of them have Latin letters."""
    first = likely_language(text)
    if first != "en":
        return [first]
    return list(dict.fromkeys([language_of([text]) or "en", "en", "fr", "es"]))
