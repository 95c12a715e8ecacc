"""Regular expressions that are compiled when they are first used, not when their module is loaded.

A module that reads six languages has dozens of them, of which one text needs a few: to compile all takes longer than a
lookup.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Give what behaves as `re.compile(text, flags)`, but complains of a mistake in it only when it is used."""
    return cast(re.Pattern[str], _Pattern(text, flags))


class _Pattern:
    """Stands for an expression: its methods become those of the compiled one as soon as one of them is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what `copy` and the like look for is not there yet
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        for verb in _VERBS:
            setattr(self, verb, getattr(compiled, verb))
        return getattr(compiled, name)


_VERBS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")
