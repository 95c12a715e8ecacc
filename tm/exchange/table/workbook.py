"""Tables as spreadsheets (XLSX), read and written row by row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from tm.exchange.table.columns import Row
from tm.model.errors import FormatError, SettingsError

MAX_BYTES = 192 * 2**20
"""What a workbook may unpack to, in all; Excel's own limit of rows is met by texts of 90 bytes."""

MAX_RATIO = 200
"""So many times as large as it is packed, a part of more than `_SMALL` bytes may be; text is ten or twenty times."""

_SMALL = 2**20

MAX_CELL = 32_767
MAX_ROWS = 1_048_576
"""Excel's own limits: characters in a cell, rows in a sheet."""

_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("[\\x00-\\x08\\x0b-\\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""How a cell writes what XML cannot hold, and what looks like that (ECMA-376, ST_Xstring)."""


def read(stream: BinaryIO, path: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of the first sheet that has any, with their numbers.

    Raises:
        FormatError: it is no workbook, or unpacks to more than any table holds.
    """
    _refuse_bombs(stream, path)
    import openpyxl

    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                if getattr(sheet, "max_row", 1) == 0:
                    continue
                sheet.reset_dimensions()  # what a file says of its size may be wrong
                found = False
                for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                    row = [_text(value) for value in values]
                    if any(row):
                        found = True
                        yield number, row
                if found:
                    return
        finally:
            book.close()
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        ParseError,
        zipfile.BadZipFile,
        EOFError,
    ) as error:
        raise FormatError(path, 0, f"not a sound workbook ({error or type(error).__name__}); save it as CSV") from None
    except SyntaxError as error:  # what lxml raises where it is there
        raise FormatError(path, 0, f"not a sound workbook ({error.msg}); save it as CSV") from None


def _refuse_bombs(stream: BinaryIO, path: str) -> None:
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MAX_BYTES:
                raise FormatError(path, 0, f"it unpacks to more than {MAX_BYTES // 2**20} MB; export the table as CSV")
            for part in parts:
                if part.file_size > _SMALL and part.file_size > MAX_RATIO * part.compress_size:
                    raise FormatError(
                        path, 0, f"its part {part.filename} unpacks to more than {MAX_RATIO} times its size"
                    )
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as content:
                        if b"<!DOCTYPE" in content.read(4096):
                            raise FormatError(
                                path, 0, f"its part {part.filename} declares a document type: no workbook does"
                            )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise FormatError(path, 0, "not a workbook: save it as .xlsx, or as CSV") from None
    stream.seek(0)


def _text(value: Any) -> str:
    """Give what a cell holds as text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write(rows: Iterable[Sequence[str]], stream: BinaryIO) -> None:
    """Write a workbook of one sheet; all cells are text.

    Raises:
        SettingsError: a text or the table is longer than a spreadsheet can hold; what was written then is not whole.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("tm")
    try:
        for number, row in enumerate(rows, start=1):
            sheet.append([_cell(sheet, text, number) for text in row])
    finally:
        sheet.close()
    book.save(stream)


def _cell(sheet: Any, text: str, number: int) -> Any:
    """Make a cell of text, which is never a formula."""
    from openpyxl.cell import WriteOnlyCell

    if number > MAX_ROWS:
        raise SettingsError(f"more than {MAX_ROWS} rows, which is all that a spreadsheet holds: export .csv or .tmx")
    escaped = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(escaped) > MAX_CELL:
        raise SettingsError(
            f"row {number}: a text of {len(text)} characters; a cell of a spreadsheet holds {MAX_CELL}:"
            " export .csv or .tmx"
        )
    cell = WriteOnlyCell(sheet, value=escaped or None)
    if escaped:
        cell.data_type = "s"
    return cell
