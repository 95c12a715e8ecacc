"""Which of the six languages a text is likely to be in, by the script of its letters."""

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


def likely_languages(text: str) -> Sequence[str]:
    """List the codes of the languages that a text may be in, the likeliest first: three of them have Latin letters."""
    first = likely_language(text)
    if first != "en":
        return [first]
    return list(dict.fromkeys([language_of([text]) or "en", "en", "fr", "es"]))
