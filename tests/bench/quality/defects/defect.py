"""What a defect is: a way to spoil a right pair, and what is to be found then."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from quality.pairs import LANGUAGES

Texts = tuple[str, str]
"""Source and translation."""

Spoil = Callable[[str, str, str, random.Random], tuple[Texts, Texts] | None]
"""Takes source, translation, language and chance; gives the pair to begin with, still right, and the spoilt one; None
where the pair has nothing to spoil."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A kind of defect.

    Attributes:
        name: as in the table.
        checks: names of the checks of which one must tell of it.
        spoil: makes it.
        languages: those that it is made in.
    """

    name: str
    checks: frozenset[str]
    spoil: Spoil
    languages: tuple[str, ...] = LANGUAGES


def defect(name: str, checks: str, spoil: Spoil, languages: str = "") -> Defect:
    """Make a defect; checks and languages are separated by spaces."""
    return Defect(name, frozenset(checks.split()), spoil, tuple(languages.split()) or LANGUAGES)


_END = re.compile(r"[.。!?؟！？:;；：]?\s*\Z")


def put_in(text: str, addition: str, language: str) -> str:
    """Put something into a text, before the stop at its end."""
    end = _END.search(text)
    cut = end.start() if end else len(text)
    space = "" if language == "zh" and addition[:1] in "（(" else " "
    return f"{text[:cut]}{space}{addition}{text[cut:]}"


def with_both(source: str, target: str, added: Texts, spoilt: str, language: str) -> tuple[Texts, Texts]:
    """Put something into both texts, rightly, and then wrongly into the translation."""
    given = put_in(source, added[0], "en")
    return (given, put_in(target, added[1], language)), (given, put_in(target, spoilt, language))


def is_sentence(source: str, target: str, words: int = 6) -> bool:
    """Say whether a pair is long enough to be a sentence."""
    return len(source.split()) >= words and len(target) >= 2 * words and "<" not in source + target
