"""Rows of a memory's table and entries, in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tm.exchange.table.columns import FIELDS, Columns, Row
from tm.model.language import BY_CODE
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.text.normalize import match_key

BORDER = "¶"
"""Stands for the beginning or the end of a document among neighbours."""

ORDER = ("en", "ar", "es", "fr", "ru", "zh")
"""In which languages have their columns."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row gives.

    Attributes:
        number: of the row, from 1, that of names included; in a text, of the line on which it begins.
        defect: why it gives no translation; "" where it does.
    """

    number: int
    entry: Entry
    defect: str = ""


def read_rows(rows: Iterable[tuple[int, Row]], columns: Columns, document: str) -> Iterator[Line]:
    """Make entries of numbered rows; one that names no document belongs to `document`."""
    for number, row in rows:
        cells = {what: row[place] for what, place in columns.places.items() if place < len(row)}
        texts = {code: cells[code] for code in columns.languages if cells.get(code, "").strip()}
        if not texts:
            continue
        source = cells.get("original", "").strip().lower()
        if source in texts:
            texts = {source: texts[source], **texts}
        if len(texts) < 2:
            yield Line(number, Entry(0, texts), f"no translation: only {next(iter(texts))}")
        else:
            yield Line(number, _entry(texts, cells, document))


def _entry(texts: Mapping[str, str], cells: Mapping[str, str], document: str) -> Entry:
    status = cells.get("status", "").strip().lower()
    return Entry(
        0,
        texts,
        cells.get("role", ""),
        Origin(
            cells.get("document") or document, cells.get("place", ""), cells.get("date", ""), cells.get("author", "")
        ),
        Context(_neighbour(cells.get("before", "")), _neighbour(cells.get("after", ""))),
        Status(status) if status in set(Status) else Status.TRANSLATED,
    )


def _neighbour(cell: str) -> MatchKey | None:
    if not cell:
        return None
    return MatchKey("") if cell == BORDER else match_key(cell)


def header(languages: Sequence[str]) -> list[str]:
    """Name the columns of a table in these languages."""
    return [*(code for code in ORDER if code in languages), *FIELDS]


def row_of(entry: Entry, languages: Sequence[str]) -> list[str]:
    """Write an entry as a row under that header."""
    origin, context = entry.origin, entry.context
    return [
        *(entry.texts.get(code, "") for code in ORDER if code in languages),
        origin.document,
        entry.role,
        origin.place,
        origin.date,
        origin.author,
        entry.status.value,
        next(iter(entry.texts), ""),
        *(BORDER if key == "" else key or "" for key in (context.before, context.after)),
    ]


LANGUAGES = tuple(code for code in ORDER if code in BY_CODE)
