"""Files packed with gzip: read as far as text may unpack, and written so that equal contents are equal files."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from tm.model.errors import FormatError

PACKED = ".gz"

MAX_RATIO = 200
"""So many times as large as it is packed, more than `_SMALL` bytes may be; text is ten or twenty times."""

_SMALL = 2**20


def ending(path: Path) -> str:
    """Give the ending by which the kind of a file is told, in small letters.

    >>> ending(Path("old.memory.TMX.gz")), ending(Path("memory.tmx"))
    ('.tmx.gz', '.tmx')
    """
    name = path.name.lower()
    return Path(name.removesuffix(PACKED)).suffix + PACKED if name.endswith(PACKED) else path.suffix.lower()


@contextmanager
def opened(path: Path, shown: str) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file to be read: give what it holds, unpacked, and the file itself, which tells how far it was read.

    Reading raises FormatError where it unpacks to more than text does, or is damaged; `shown` is its name there.
    """
    with path.open("rb") as file:
        if ending(path).endswith(PACKED):
            yield cast("BinaryIO", _Unpacked(file, shown)), file
        else:
            yield file, file


class _Unpacked:
    """What a packed stream holds, piece by piece."""

    def __init__(self, file: BinaryIO, shown: str) -> None:
        self._file, self._shown = file, shown
        self._unpacked = gzip.GzipFile(fileobj=file, mode="rb")
        self._given = 0

    def read(self, size: int) -> bytes:
        """Give so many bytes, or fewer."""
        try:
            data = self._unpacked.read1(size)
        except (OSError, EOFError, zlib.error) as error:
            raise FormatError(self._shown, 0, f"not a sound gzip file ({error}); get it whole") from None
        self._given += len(data)
        if self._given > _SMALL and self._given > MAX_RATIO * self._file.tell():
            raise FormatError(
                self._shown, 0, f"it unpacks to more than {MAX_RATIO} times its size; unpack it and look what it is"
            )
        return data


@contextmanager
def packing(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream of which what is written there goes packed into another one."""
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, compresslevel=6, mtime=0) as packed:
        yield cast("BinaryIO", packed)
