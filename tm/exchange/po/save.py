"""Put PO files on disk: whole, and together with what somebody else wrote meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from tm.exchange.atomic import update_file
from tm.exchange.po.merge import merge
from tm.exchange.po.parse import parse
from tm.exchange.po.record import PoFile, require_sound
from tm.exchange.po.write import with_units
from tm.model.errors import ConflictError
from tm.model.unit import Unit


def save(path: Path, base: PoFile, units: Sequence[Unit], *, now: datetime) -> bool:
    """Save these units in place of those that the file was read with; say whether it changed.

    Where the file on disk is another by now, both are merged unit by unit; the header stays as it is on disk.

    Raises:
        ConflictError: both changed the same unit in different ways, or the file is gone.
        FormatError: the file is not sound.
        SettingsError: it cannot be written.
    """

    @cache  # a file is looked at again before it is written
    def ours() -> bytes:
        return with_units(base, units, now=now)

    def make(present: bytes | None) -> bytes:
        if present is None:
            raise ConflictError(f"{base.path}: the file was taken away meanwhile: nothing was written; run it again")
        if present == base.data:
            return ours()
        theirs = require_sound(parse(present, base.path))
        return with_units(theirs, merge(base, units, theirs), now=now)

    return update_file(path, make)


def save_new(path: Path, data: bytes) -> bool:
    """Save a file that was not there; say whether it is new.

    Raises:
        ConflictError: a different file is there.
        SettingsError: it cannot be written.
    """

    def make(present: bytes | None) -> bytes:
        if present not in (None, data):
            raise ConflictError(f"{path}: somebody made this file meanwhile: nothing was written; run it again")
        return data

    return update_file(path, make)
