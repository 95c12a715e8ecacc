"""Write XLIFF of either version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from tm.exchange.xliff import write1, write2
from tm.exchange.xliff.record import File

VERSIONS: Mapping[str, ModuleType] = {"2.1": write2, "1.2": write1}
"""What is written, the usual one first."""


def write(files: Iterable[File], version: str = "2.1") -> Iterator[bytes]:
    """Yield a document of this version, a file at a time.

    Raises:
        SettingsError: the version cannot hold these files in one document.
    """
    pieces: Iterator[bytes] = VERSIONS[version].write(files)
    yield from pieces
