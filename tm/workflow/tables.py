"""Put tables of translations into the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

from tm.exchange.table import delimited, workbook
from tm.exchange.table.columns import Columns, Row, columns_named, sniff
from tm.exchange.table.rows import Doubts, Line, read_rows
from tm.memory.given import Given
from tm.memory.store import Store
from tm.model.errors import SettingsError
from tm.project.layout import Project
from tm.workflow.learn import Learned
from tm.workflow.memories import codes_in, document_of, learn_units
from tm.workflow.rejected import is_list

_SAMPLE = 200
"""Rows by which it is told what the columns are."""

_STEP = 5_000
"""Rows between one report and the next."""

Told = Callable[[int, int], None]


def rows_of(stream: BinaryIO, path: Path, shown: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table, text or spreadsheet, with their numbers."""
    return workbook.read(stream, shown) if path.suffix.lower() == ".xlsx" else delimited.read(stream, shown)


def read_columns(path: Path, shown: str, named: str) -> Columns:
    """Tell what the columns of a table are, as named or else by their names and contents.

    Raises:
        FormatError: it cannot be read.
        SettingsError: that cannot be told.
    """
    with path.open("rb") as stream, closing(rows_of(stream, path, shown)) as rows:  # type: ignore[type-var]
        sample = [row for _, row in islice(rows, _SAMPLE)]
    if not sample:
        raise SettingsError(f"{shown}: the table is empty")
    return columns_named(named, sample[0]) if named else sniff(sample, shown)


def body_of(rows: Iterator[tuple[int, Row]], columns: Columns) -> Iterator[tuple[int, Row]]:
    """Leave out the row of names."""
    return islice(rows, 1, None) if columns.has_header else rows


def named(columns: Columns) -> Sequence[str]:
    """List the languages whose columns have names."""
    return [code for code in columns.languages if columns.places[code] < len(columns.names)]


def _number(line: Line) -> object:
    return line.number


def _original(line: Line) -> object:
    """Tell what the rows that we write of one entry have in common; there are several where its facts differ."""
    entry = line.entry
    return next(iter(entry.texts.items())), entry.origin.document, entry.role


def _counted(rows: Iterator[tuple[int, Row]], stream: BinaryIO, path: Path, told: Told) -> Iterator[tuple[int, Row]]:
    """Tell within a big table how much of the file has been read."""
    size, done = path.stat().st_size, 0
    for done, row in enumerate(rows, start=1):
        yield row
        if done % _STEP == 0:
            told(stream.tell(), size)
    if done >= _STEP:
        told(size, size)


def learn_table(
    store: Store, path: Path, project: Project, columns: Columns, rejected: Path | None, first: int, told: Told
) -> tuple[Learned, int]:
    """Import a table as a whole or not at all; rows with one text, or against which something speaks, are rejected.

    Raises:
        FormatError: it cannot be read.
    """
    shown, doubts = project.shown(path), Doubts()
    is_apart = "original" in columns.places  # as we write it
    with path.open("rb") as stream:

        def units() -> Iterator[Given]:
            rows = _counted(body_of(rows_of(stream, path, shown), columns), stream, path, told)
            # In a spreadsheet somebody may have written beside the table.
            is_even = path.suffix.lower() != ".xlsx"
            lines = read_rows(rows, columns, document_of(path, project), doubts, is_even=is_even)
            for _, group in groupby(lines, key=_original if is_apart else _number):
                found = list(group)
                defects = [found[0].defect] if all(line.defect for line in found) else []
                yield Given(found[0].number, [line.entry for line in found], defects, (), is_apart)

        is_rest = is_list(columns.names)
        header = None if is_rest else codes_in(columns.names[columns.places[code]] for code in named(columns))
        learned, act = learn_units(store, units(), path, project, rejected, first, is_list=is_rest, header=header)
    asked = [f"{shown}: {columns.asked()}"] if columns.asked() else []
    for sentence in (*doubts.sentences(shown), f"{shown}: columns: {columns.described()}", *asked):
        learned = learned.told(sentence)
    return learned, act
