"""Tables as text: CSV and TSV as spreadsheets, databases and other tools write them (RFC 4180)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from tm.exchange.table.columns import Row
from tm.model.errors import FormatError

_DELIMITERS = "\t;,|"

MAX_CELL = 8 * 2**20
"""Characters; more without an end are no cell but an open quotation mark, or an attack."""

_START = 2**16
"""Bytes by which it is found what ends a line."""

_SAMPLE = 50
"""Rows by which the delimiter is found."""


def read(stream: BinaryIO, path: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with the line on which each begins; the delimiter is found by trying.

    Raises:
        FormatError: it is not UTF-8 or UTF-16, or a quoted cell has no end, or one that swallows rows.
    """
    lines = _lines(stream, path)
    sample = list(islice(lines, 4 * _SAMPLE))
    delimiter = _delimiter(sample)
    counted = _Counted(chain(sample, lines))
    reader = csv.reader(counted, delimiter=delimiter, strict=True)
    csv.field_size_limit(MAX_CELL)
    begin, width = 1, 0
    try:
        for row in reader:
            width = width or len(row)
            if len(counted.lines) > 1 and swallows_rows(counted.lines, delimiter, width):
                problem = f"a quotation mark opens a cell here that holds whole rows, down to line {counted.line}"
                raise FormatError(path, begin, f"{problem}: {_REMEDY}, or import the table as .xlsx")
            yield begin, row
            begin = counted.line + 1
            counted.lines.clear()
    except csv.Error as error:
        raise FormatError(path, begin, _problem(str(error), begin, counted.line)) from None


_REMEDY = "close the cell, or double a mark that belongs to the text"


def _problem(error: str, begin: int, line: int) -> str:
    """Say what the library's reader has against a table."""
    if "limit" in error:
        return "a cell has no end: is a quotation mark open?"
    if "end of data" in error:
        return f"a quotation mark opens a cell here, and none closes it: {_REMEDY}"
    if "expected after" in error:
        where = f"the mark on line {line}" if line > begin else "the next one"
        return f"a quotation mark opens a cell here, and text follows {where}: {_REMEDY}"
    if "new-line" in error:
        return "a carriage return stands alone in a cell: put the cell into quotation marks"
    return error


def swallows_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Tell whether the lines of what is read as one row look like rows themselves, as after a stray quotation mark.

    Each then has the delimiters of a row; those of prose have a space or the end of the line after them, or are within
    numbers. Two lines of two cells are too few to tell.

    >>> swallows_rows(['"stray,un\\n', 'two,deux\\n', 'three",trois\\n'], ",", 2)
    True
    >>> swallows_rows(['"Lima, Peru\\n', 'Rome, Italy\\n', 'and 1,000 more",x\\n'], ",", 2)
    False
    """
    if (len(lines) - 1) * (width - 1) < _TELLING:
        return False
    cut = re.compile(rf"{re.escape(delimiter)}(?!\s|$)(?!(?<=\d.)\d)")
    alike = sum(len(cut.findall(line)) == width - 1 for line in lines)
    return alike >= _MOST * len(lines)


_TELLING = 2
"""Delimiters too many in a row, from which on it is looked at."""

_MOST = 0.8
"""Of its lines; some rows have empty cells."""


class _Counted:
    """Counts the lines taken, and keeps those of a row until they are cleared."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.line = 0
        self.lines: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.line += 1
        self.lines.append(line)
        return line


def _lines(stream: BinaryIO, path: str) -> Iterator[str]:
    """Decode line by line, ends of lines kept; a line without an end is bounded.

    Where the beginning has carriage returns only, as old programs write them, those end lines.
    """
    start = stream.read(_START)
    stream.seek(0)
    is_wide = start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    end = "\r" if b"\r" in start and b"\n" not in start else "\n"
    encoding = "utf-16" if is_wide else "utf-8-sig"
    is_text = is_wide or end == "\r"
    lines = io.TextIOWrapper(_Kept(stream), encoding, newline=end) if is_text else stream
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
