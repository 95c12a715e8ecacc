"""Rows of a memory's table and entries, in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tm.exchange.table.columns import FIELDS, Columns, Row
from tm.exchange.table.values import date_of, is_not_wanted, status_of
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


_SHOWN = 10
"""Doubts that are told one by one."""


@dataclass(slots=True)
class Doubts:
    """What cells say that is not understood, in so many rows, from which line on."""

    found: dict[str, list[int]] = field(default_factory=dict)
    others: int = 0

    def note(self, line: int, sentence: str) -> None:
        """Note what is not understood, and what comes of it."""
        if sentence in self.found:
            self.found[sentence][1] += 1
        elif len(self.found) < _SHOWN:
            self.found[sentence] = [line, 1]
        else:
            self.others += 1

    def sentences(self, path: str) -> Iterator[str]:
        """Yield them with the line of the first row of each."""
        for sentence, (line, count) in self.found.items():
            yield f"{path}:{line}: {sentence}" + (f" (in {count} rows)" if count > 1 else "")
        if self.others:
            yield f"{path}: dates and statuses of {self.others} more rows are not understood"


def read_rows(
    rows: Iterable[tuple[int, Row]],
    columns: Columns,
    document: str,
    doubts: Doubts | None = None,
    *,
    is_even: bool = False,
) -> Iterator[Line]:
    """Make entries of numbered rows; one that names no document belongs to `document`.

    Where there is a column of originals, the table is as we write it, and so are its dates. In an even table a row with
    more cells than the row of names has a defect: its texts may stand in wrong columns.
    """
    doubts, is_ours = doubts or Doubts(), "original" in columns.places
    width = len(columns.names) if is_even and columns.names else None
    for number, row in rows:
        cells = {what: row[place] for what, place in columns.places.items() if place < len(row)}
        texts = {code: cells[code] for code in columns.languages if cells.get(code, "").strip()}
        if not texts:
            continue
        source = cells.get("original", "").strip().lower()
        if source in texts:
            texts = {source: texts[source], **texts}
        entry, status = _entry(texts, cells, document), cells.get("status", "").strip()
        first = next(iter(texts))
        if len(texts) < 2:
            yield Line(number, entry, f"no translation: only {first}")
        elif width and any(cell.strip() for cell in row[width:]):
            yield Line(
                number,
                replace(entry, texts={first: texts[first]}),
                f"more cells than names: {len(row)} where the first row has {width}; put a text with the sign between"
                " columns in it in quotation marks",
            )
        elif status and is_not_wanted(status):
            yield Line(
                number, replace(entry, texts={first: texts[first]}), f'not to be imported: its status is "{status}"'
            )
        else:
            date = entry.origin.date if is_ours else _date(entry.origin.date, number, doubts)
            origin = replace(entry.origin, date=date)
            yield Line(number, replace(entry, origin=origin, status=_status(status, number, doubts)))


def _entry(texts: Mapping[str, str], cells: Mapping[str, str], document: str) -> Entry:
    return Entry(
        0,
        texts,
        cells.get("role", ""),
        Origin(
            cells.get("document") or document, cells.get("place", ""), cells.get("date", ""), cells.get("author", "")
        ),
        Context(_neighbour(cells.get("before", "")), _neighbour(cells.get("after", ""))),
    )


def _date(cell: str, line: int, doubts: Doubts) -> str:
    date = date_of(cell) if cell.strip() else ""
    if date is None:
        doubts.note(line, f'the date "{cell[:_QUOTED]}" is left out: write 2025-12-31')
    return date or ""


def _status(cell: str, line: int, doubts: Doubts) -> Status:
    status = status_of(cell) if cell else Status.TRANSLATED
    if status is None:
        doubts.note(line, f'the status "{cell[:_QUOTED]}" is not known, and is taken for "draft"')
    return status or Status.DRAFT


_QUOTED = 40
"""Characters of a cell that are shown."""


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
