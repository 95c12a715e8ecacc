"""What one unit or row of another tool's file gives to a memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tm.model.match import Entry


@dataclass(slots=True)  # not frozen: a million of them are made, in half the time
class Given:
    """What one unit or row of a file gives.

    Attributes:
        line: where it begins, from 1; of a broken unit, the line of the trouble.
        parts: one entry, or several of one original where its translations differ in date or the like; none where the
            unit is broken.
        defects: `reason` or `reason: detail`; where no part has a translation, they say why, else what is left out.
        unkept: what it says that an entry has no place for.
        is_ours: whether it names its document as we name it, so that it meets no other of the same original.
    """

    line: int
    parts: Sequence[Entry] = ()
    defects: Sequence[str] = ()
    unkept: Sequence[str] = ()
    is_ours: bool = False
