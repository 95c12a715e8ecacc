"""What a TMX file says of a unit, before it is understood: elements, their attributes, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline element, such as `bpt` or `ph`, with what is in it."""

    tag: str
    attributes: Mapping[str, str]
    content: list[Content]


Content: TypeAlias = "str | Inline"

Said: TypeAlias = tuple[str | None, str, str, str]
"""A `prop` or a `note`: its type, None of a note; its text; its language and its encoding, "" where it names none."""

ENCODING = "<ude>"
"""In place of a type: the header defines an encoding of its own (`ude`), of which the text is the name."""


@dataclass(slots=True)  # not frozen: millions of them are made, in half the time
class Tuv:
    """A text of a unit in one language.

    Attributes:
        language: as the file writes it.
        attributes: of the element, such as `changedate`.
        said: its props and notes, in order.
        content: of its `seg`.
    """

    language: str
    attributes: Mapping[str, str]
    said: Sequence[Said]
    content: Sequence[Content]


@dataclass(slots=True)
class Tu:
    """A unit in all its languages.

    Attributes:
        line: 1-based.
        source: the language of the original, as written; "" or `*all*`: any.
    """

    line: int
    source: str
    attributes: Mapping[str, str]
    said: Sequence[Said]
    variants: Sequence[Tuv]


@dataclass(frozen=True, slots=True)
class Defect:
    """A unit that cannot be read: the line of the trouble, and what it is."""

    line: int
    problem: str
