"""A run-on list of States, cut by the longest name that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.documents.numbering import is_bullet
from tm.documents.passage import Passage, Stream, split_up, with_role
from tm.model.document import Role

_APOSTROPHES = str.maketrans({"’": "'", "\N{NO-BREAK SPACE}": " "})
_MARKS = "*†‡"


class StateNames:
    """The names of States of one language, ready to be found in a text."""

    def __init__(self, names: Sequence[str]) -> None:
        plain = sorted({_fold(name) for name in names if name.strip()}, key=len, reverse=True)
        self._name = re.compile(rf"(?:{'|'.join(map(re.escape, plain))})(?:[{_MARKS}]+)?(?=\s|\Z)") if plain else None
        self._first = frozenset(name[0] for name in plain)

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Give the spans of the names when the text is nothing but names; otherwise nothing.

        At each place the longest name counts: `Lao People's Democratic Republic Libya` are two.
        """
        if self._name is None or text[:1] not in self._first:
            return []
        folded = _fold(text)
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(folded):
            name = self._name.match(folded, at)
            if name is None:
                return []
            found.append(name.span())
            at = name.end()
            while at < len(folded) and folded[at].isspace():
                at += 1
        return found


@lru_cache(maxsize=2)  # the documents of a project have the names of one glossary
def names_of(states: tuple[str, ...]) -> StateNames:
    """Make the names ready, once for all documents."""
    return StateNames(states)


def _fold(text: str) -> str:
    """Make apostrophes and spaces alike, length kept."""
    return text.translate(_APOSTROPHES)


def mark_states(stream: Stream, names: StateNames) -> Stream:
    """Give State names blocks of their own: in run-on lists, and in lists with one name an item."""
    marked: Stream = []
    singles: list[int] = []

    def settle() -> None:
        if len(singles) > 1:
            for place in singles:
                item = marked[place]
                assert isinstance(item, Passage)
                marked[place] = with_role(item, Role.STATE_NAME)
        singles.clear()

    for item in stream:
        if isinstance(item, str):
            marked.append(item)
            continue
        found = names.cut(item.shown) if item.role in _MAY_BE_LIST and is_bullet(item.label) else []
        if len(found) > 1:
            settle()
            marked += split_up(item, [(start, end, Role.STATE_NAME) for start, end in found])
        else:
            if found:
                singles.append(len(marked))
            else:
                settle()
            marked.append(item)
    settle()
    return marked


_MAY_BE_LIST = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
