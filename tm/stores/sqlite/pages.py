"""Read the rows that stand in the pages of a damaged SQLite file, one by one, whatever became of the trees around them.

See "Database File Format" of SQLite: sections 1.5 (the freelist), 1.6 (b-tree pages) and 2.1 (records).
"""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

MAGIC = b"SQLite format 3\0"
PAGE = 4096
"""The size of the pages of all memories, which SQLite chooses where nothing else is said."""

_HEADER = 100
_TABLE, _INDEX, _INNER_INDEX = 0x0D, 0x0A, 0x02
_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""The sizes of integers, by their types in a record."""

Value = int | str | bytes | None
Cell = tuple[int, str, int, tuple[Value, ...]]
"""Page; form: "t:" or "x:", for a row of a table or of an index, and a letter for the type of each value: (i)nteger,
(s)tring, (n)ull, (b)ytes or (f)loat; number of the row, 0 in an index; values. What is not UTF-8 stays bytes."""


def read_cells(path: Path, forms: Container[str]) -> Iterator[Cell]:
    """Yield the rows of some forms that can be read; pages that were free are left out, as far as that can be read."""
    if path.stat().st_size < PAGE:
        return
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        size = _page_size(data)
        free = _free_pages(data, size)
        for number in range(1, len(data) // size + 1):
            if number not in free:
                yield from _cells(data, size, number, forms)


def _page_size(data: mmap) -> int:
    (size,) = struct.unpack_from(">H", data, 16)
    return size if data[:16] == MAGIC and size >= 512 and size & (size - 1) == 0 else PAGE


def _free_pages(data: mmap, size: int) -> set[int]:
    """List the pages that are in use no more; none where the list is not as long as the header says."""
    if data[:16] != MAGIC:
        return set()
    trunk, count = struct.unpack_from(">II", data, 32)
    free: set[int] = set()
    while trunk and trunk not in free and trunk * size <= len(data):
        free.add(trunk)
        trunk, leaves = struct.unpack_from(">II", data, start := (trunk - 1) * size)
        if leaves > size // 4 - 2:
            return set()
        free.update(struct.unpack_from(f">{leaves}I", data, start + 8))
    return free if len(free) == count else set()


def _cells(data: mmap, size: int, number: int, forms: Container[str]) -> Iterator[Cell]:
    page = data[(number - 1) * size : number * size]
    top = _HEADER if number == 1 else 0
    kind = page[top]
    if kind not in (_TABLE, _INDEX, _INNER_INDEX):
        return
    first = top + (12 if kind == _INNER_INDEX else 8)
    (count,) = struct.unpack_from(">H", page, top + 3)
    for place in range(first, min(first + 2 * count, size - 1), 2):
        try:
            (start,) = struct.unpack_from(">H", page, place)
            row, payload = _payload(data, page, kind, start)
            form, values = _record(payload, "t:" if kind == _TABLE else "x:", forms)
        except (IndexError, ValueError, struct.error):  # it does not end where it must
            continue
        if values is not None:
            yield number, form, row, values


def _payload(data: mmap, page: bytes, kind: int, start: int) -> tuple[int, bytes]:
    """Give the number of a row, and its record, of which a part may stand on further pages."""
    size, row = len(page), 0
    length, start = _varint(page, start + 4 if kind == _INNER_INDEX else start)
    if kind == _TABLE:
        row, start = _varint(page, start)
    most = size - 35 if kind == _TABLE else (size - 12) * 64 // 255 - 23
    if length <= most:
        return row, page[start : start + length]
    if length > len(data):
        raise ValueError
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts, left = [page[start : start + here]], length - here
    (following,) = struct.unpack_from(">I", page, start + here)
    while left > 0:
        if not 0 < following <= len(data) // size:
            raise ValueError
        at = (following - 1) * size
        (following,) = struct.unpack_from(">I", data, at)
        parts.append(data[at + 4 : at + 4 + min(left, size - 4)])
        left -= size - 4
    return row, b"".join(parts)


def _record(payload: bytes, prefix: str, forms: Container[str]) -> tuple[str, tuple[Value, ...] | None]:
    """Say the form of a record, and give its values where they are asked for."""
    end, place = _varint(payload, 0)
    types = []
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    form = prefix + "".join(map(_letter, types))
    if place != end or form not in forms:
        return form, None
    values = []
    for kind in types:
        length = _FIXED.get(kind, 0) if kind < 12 else (kind - 12) // 2
        if place + length > len(payload):
            raise ValueError
        values.append(_value(kind, payload[place : place + length]))
        place += length
    return form, tuple(values)


def _letter(kind: int) -> str:
    if kind >= 12:
        return "s" if kind % 2 else "b"
    return "niiiiiifiiff"[kind]


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        try:
            return data.decode() if kind % 2 else data
        except UnicodeDecodeError:
            return data
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(data, "big", signed=True) if kind else None


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Read a number of up to nine bytes, and say where it ends."""
    number = 0
    for last in range(place, place + 8):
        byte = data[last]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, last + 1
    return number << 8 | data[place + 8], place + 9
