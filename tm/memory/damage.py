"""What can be wrong with a memory, and what became of it when it was mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in a memory that is not as it must be.

    Attributes:
        part: file, segment, text, entry, history, note or index.
        message: what is wrong, without a final stop.
        derived: whether it can be made anew from the rest of the memory.
    """

    part: str
    message: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged memory.

    Attributes:
        kept: texts that could be read, and are as they were.
        unreadable: texts known to have been there that could not be read.
        is_counted: whether it is known how many texts there were; if not, more than those may be lost.
        unsaid: notes, in each case all of one text, known to have been there that could not be read.
        aside: the path under which the damaged file was kept; "" when it was mended in place.
    """

    kept: int = 0
    unreadable: int = 0
    is_counted: bool = True
    unsaid: int = 0
    aside: str = ""
