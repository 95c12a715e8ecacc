"""Regular expressions that are compiled when they are first used, not when their module is loaded.

A module that reads six languages has dozens of them, of which one text needs a few: to compile all takes longer than a
lookup. Of some it is plain which letters their matches have: those wait for a text that has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from tm.text.literals import literals
from tm.text.words import folded


def pattern(text: str, flags: int = 0, *, letters: str = "") -> re.Pattern[str]:
    """Give what behaves as `re.compile(text, flags)`, but complains of a mistake in it only when it is used.

    Args:
        letters: the part of it that every match has, as `tm.text.literals.literals` reads it; until a text has letters
            of it, nothing is compiled.
    """
    return cast(re.Pattern[str], _Sought(text, flags, letters) if letters else _Pattern(text, flags))


class _Pattern:
    """Stands for an expression: its methods become those of the compiled one as soon as one of them is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what `copy` and the like look for is not there yet
            raise AttributeError(name)
        return getattr(self._compiled(), name)

    @property
    def pattern(self) -> str:
        return self._made_of[0]

    def _compiled(self) -> re.Pattern[str]:
        text, flags = self._made_of
        if flags & re.IGNORECASE and not _may_have_case(text):
            flags ^= re.IGNORECASE  # which would take longer
        compiled = re.compile(text, flags)
        for verb in _VERBS:
            setattr(self, verb, getattr(compiled, verb))
        return compiled


_ESCAPE = re.compile(r"\\.", re.DOTALL)


def _may_have_case(text: str) -> bool:
    r"""Say whether an expression may speak of letters that have a case.

    >>> _may_have_case(r"(?<!\w)сад"), _may_have_case(r"(?<!\w)\s?باب"), _may_have_case(r"\N{EN DASH}")
    (True, False, True)
    """
    return any(char.lower() != char.upper() for char in _ESCAPE.sub("", text))


_VERBS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class _Sought(_Pattern):
    """An expression that is compiled as soon as a text has letters that its matches have."""

    def __init__(self, text: str, flags: int, letters: str) -> None:
        super().__init__(text, flags)
        self._letters = letters
        self._is_caseless = bool(flags & re.IGNORECASE)
        self._parts: Sequence[str] | None = None

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled().search(text, *span) if self._may_be_in(text) else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled().match(text, *span) if self._may_be_in(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self._compiled().finditer(text, *span) if self._may_be_in(text) else iter(())

    def findall(self, text: str, *span: int) -> list[Any]:
        return self._compiled().findall(text, *span) if self._may_be_in(text) else []

    def sub(self, other: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._compiled().sub(other, text) if self._may_be_in(text) else text

    def _may_be_in(self, text: str) -> bool:
        if self._parts is None:
            parts = literals(self._letters) or ("",)  # which is in any text
            self._parts = tuple(map(folded, parts)) if self._is_caseless else parts
        read = folded(text) if self._is_caseless else text
        for part in self._parts:  # noqa: SIM110 — a generator takes twice as long
            if part in read:
                return True
        return False
