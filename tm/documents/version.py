"""What a version in another language does alike in every format: where States are put in order, what begins a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tm.model.document import Block, Role, Segment
from tm.model.language import Language
from tm.text import codes
from tm.text.collation import sort_key

Translate = Callable[[Block, Segment], "str | None"]
"""Gives the translation of a segment; None or "" where there is none."""

_NEWLINES = re.compile(r"\s*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


def one_line(text: str) -> str:
    """Give a translation without line ends, which no segment has."""
    return _NEWLINES.sub(" ", text).strip()


def in_order(blocks: Iterable[Block], translate: Translate, target: Language) -> list[Block]:
    """Put blocks in the order of the target language's alphabet, by what they will show."""

    def shown(block: Block) -> str:
        return " ".join(codes.strip_tags(translate(block, segment) or segment.text) for segment in block.segments)

    return sorted(blocks, key=lambda block: sort_key(shown(block), target))


def end_of_states(parts: Sequence[Block | str], start: int, may_part: Callable[[str], bool]) -> int:
    """Find the end of a run of States: blocks of one level with nothing between them but what may part them."""
    first = parts[start]
    end = start + 1
    while end + 1 < len(parts):
        between, following = parts[end], parts[end + 1]
        if not (isinstance(between, str) and isinstance(following, Block) and isinstance(first, Block)):
            break
        if following.role is not Role.STATE_NAME or following.level != first.level or not may_part(between):
            break
        end += 2
    return end


def runs_into_heading(parts: Sequence[Block | str], at: int, is_in_line: Callable[[str], bool]) -> bool:
    """Tell whether a list heading follows in the same line; in a translation it begins one of its own."""
    if not 0 < at < len(parts) - 1:
        return False
    before, between, after = parts[at - 1 : at + 2]
    is_heading = isinstance(before, Block) and isinstance(after, Block) and after.role is Role.LIST_HEADING
    return is_heading and isinstance(between, str) and is_in_line(between)
