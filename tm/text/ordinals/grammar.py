"""What an ordinal is in a language: how each is spelled in each of its forms, and what decides between two forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Features = frozenset[str]
"""The forms that a word may have: "f" or "m", "m.gen"; each grammar names its own."""


def no_choice(features: Features, before: str, after: str) -> str:
    """Decide nothing: the context does not help."""
    return ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The ordinals of a language in words.

    Attributes:
        spell: writes a value in a form; "" where the language has none.
        features: the forms.
        greatest: the last value that is spelled.
        key: under which written forms that mean the same meet.
        extra: further words that are read but never written, with value and forms.
        choose: finds the form by what stands before and after, "" when that does not decide.
    """

    spell: Callable[[int, str], str]
    features: tuple[str, ...]
    greatest: int
    key: Callable[[str], str]
    extra: Mapping[str, tuple[int, Features]]
    choose: Callable[[Features, str, str], str] = no_choice


_SPACES = str.maketrans(dict.fromkeys("-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}", " "))


def lowered(text: str) -> str:
    """Write in small letters, with spaces for hyphens."""
    return text.lower().translate(_SPACES)
