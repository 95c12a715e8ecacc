"""Tell by words that nearly any translation says that a clause is in both texts: never, because, half, women."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from tm.text.pattern import pattern

_EDGE = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}"}


def is_told(text: str, start: int, other: str, languages: tuple[str, str]) -> bool:
    """Say whether the end of a plain text has such words, and the other text as many of each as the whole.

    Args:
        languages: of the text, and of the other.

    >>> source = "The report, which was long, was never considered."
    >>> is_told(source, 27, "Le rapport, assez long, n’a jamais été examiné.", ("en", "fr"))
    True
    """
    ours, theirs = languages
    held = [kind for kind in _kinds() if ours in kind and theirs in kind and kind[ours].search(text, start)]
    return bool(held) and all(len(kind[ours].findall(text)) <= len(kind[theirs].findall(other)) for kind in held)


@cache
def _kinds() -> Sequence[dict[str, re.Pattern[str]]]:
    table = tomllib.loads((resources.files("tm.checks") / "telling.toml").read_text("utf-8"))
    return [{code: _word(form, code) for code, form in forms.items()} for forms in table.values()]


def _word(form: str, language: str) -> re.Pattern[str]:
    spaced = form.replace(" ", r"\s")
    return pattern(f"{_EDGE.get(language, _BEGIN)}(?:{spaced})", re.IGNORECASE)


_BEGIN = r"(?<!\w)"
