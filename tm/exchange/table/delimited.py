"""Tables as text: CSV and TSV as spreadsheets, databases and other tools write them (RFC 4180)."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from tm.exchange.table.columns import Row
from tm.model.errors import FormatError

_DELIMITERS = "\t;,|"

MAX_CELL = 8 * 2**20
"""Characters; more without an end are no cell but an open quotation mark, or an attack."""

_SAMPLE = 50
"""Rows by which the delimiter is found."""


def read(stream: BinaryIO, path: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with the line on which each begins; the delimiter is found by trying.

    Raises:
        FormatError: it is not UTF-8 or UTF-16, or a cell has no end.
    """
    lines = _lines(stream, path)
    sample = list(islice(lines, 4 * _SAMPLE))
    delimiter = _delimiter(sample)
    counted = _Counted(chain(sample, lines))
    reader = csv.reader(counted, delimiter=delimiter, strict=False)
    csv.field_size_limit(MAX_CELL)
    begin = 1
    try:
        for row in reader:
            yield begin, row
            begin = counted.line + 1
    except csv.Error as error:
        problem = "a cell has no end: is a quotation mark open?" if "limit" in str(error) else str(error)
        raise FormatError(path, begin, problem) from None


class _Counted:
    """Counts the lines taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.line = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.line += 1
        return line


def _lines(stream: BinaryIO, path: str) -> Iterator[str]:
    """Decode line by line, ends of lines kept; a line without an end is bounded."""
    start = stream.read(3)
    stream.seek(0)
    is_wide = start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    lines = io.TextIOWrapper(_Kept(stream), "utf-16", newline="\n") if is_wide else stream
    number = 1
    try:
        while line := lines.readline(MAX_CELL):
            if len(line) >= MAX_CELL:
                raise FormatError(path, number, f"a line is longer than {MAX_CELL // 2**20} million characters")
            yield line if isinstance(line, str) else line.decode("utf-8-sig" if number == 1 else "utf-8")
            number += 1
    except UnicodeError:
        name = "UTF-16" if is_wide else "UTF-8"
        raise FormatError(path, number, f"not {name} here: save it as UTF-8") from None


class _Kept(io.BufferedReader):
    """Reads a stream, and leaves it open."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)  # type: ignore[arg-type]  # buffered twice at worst

    def close(self) -> None:
        """Leave that to whoever opened it."""


def _delimiter(lines: Sequence[str]) -> str:
    """Choose what parts most rows into the same number of cells, and more than one; the first of equals."""

    def worth(delimiter: str) -> tuple[float, int]:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE) if row]
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / max(len(widths), 1) if usual > 1 else 0.0), usual

    csv.field_size_limit(MAX_CELL)
    scores: dict[str, tuple[float, int]] = {}
    for delimiter in _DELIMITERS:
        try:
            scores[delimiter] = worth(delimiter)
        except csv.Error:
            scores[delimiter] = 0.0, 1
    best = max(_DELIMITERS, key=lambda one: scores[one][0])
    return best if scores[best][0] else ","


def write(rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> Iterator[bytes]:
    """Yield the bytes of a table in UTF-8, about a quarter of a million characters at a time."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(row)
        if held.tell() > 2**18:
            yield held.getvalue().encode()
            held.seek(0)
            held.truncate()
    yield held.getvalue().encode()
