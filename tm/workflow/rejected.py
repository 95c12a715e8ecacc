"""List what an import leaves out in a table that can be corrected and imported again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from types import TracebackType

from tm.exchange import atomic
from tm.exchange.table import delimited
from tm.exchange.table.rows import LANGUAGES, header, row_of
from tm.model.errors import FormatError, TmError
from tm.model.match import Entry
from tm.project.layout import Project
from tm.project.place import below

_HELD = 1_000
"""Rows that are written at once."""

_IN_MEMORY = 2**20
"""Bytes of a list that is not yet on disk."""

_SHOWN = 10
"""Sentences that are kept to be shown."""

_LINE, _REASON = "line", "reason"


def is_list(names: Sequence[str]) -> bool:
    """Tell by the names of its columns whether a table is such a list.

    >>> is_list(["en", "fr", "original", "line", "reason"]), is_list(["en", "fr", "reason"])
    (True, False)
    """
    return {"original", _LINE, _REASON} <= {name.strip().casefold() for name in names}


def place_of_list(path: Path, project: Project) -> Path:
    """Say where what is left out of a file is listed: below `.tm/rejected/`, as the file lies below the project."""
    inside = below(path, project.root) or Path(path.name)
    return project.root / ".tm" / "rejected" / inside.with_name(f"{inside.name}.csv")


class Rejected:
    """Writes the table when an import has gone well; there is none unless something is added.

    A list that holds other rows, such as corrected ones, stays as it is: the new one is numbered then. Without a place
    there is no list, but what is added is counted and shown.

    Attributes:
        path: where the list is, once it is written.
        document: that of units which name none.
        count: rows so far.
        shown: the first of them as sentences that name file and line.
        trouble: why the list could not be written; the import has been done by then, and stays.
    """

    def __init__(self, path: Path | None, source: str, document: str = "") -> None:
        self.path = path
        self.count = 0
        self.shown: list[str] = []
        self.trouble = ""
        self.document = document
        self._source = source
        self._stream = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed with the block
        self._rows = [[*header(LANGUAGES), _LINE, _REASON]]
        self._digests = Counter([_digest(self._rows[0])])

    def add(self, line: int, reason: str, entry: Entry) -> None:
        """Note an entry, or a unit that could not be read, with the line of its file."""
        self.count += 1
        if self.count <= _SHOWN:
            self.shown.append(f"{self._source}:{line}: rejected: {reason}")
        if not self.path:
            return
        row = [*row_of(entry, LANGUAGES), str(line), reason]
        self._rows.append(row)
        self._digests[_digest(row)] += 1
        if len(self._rows) > _HELD:
            self._flush()

    def _flush(self) -> None:
        self._stream.writelines(delimited.write(self._rows))
        self._rows.clear()

    def __enter__(self) -> Rejected:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stream:
            if kind is None and self.count and self.path:
                self._flush()
                try:
                    self._write(self.path)
                except TmError as error:
                    self.trouble = f"{error}; so what was rejected ({self.count}) is not listed; all else was imported"

    def _write(self, path: Path) -> None:
        numbered = (path.with_name(f"{path.stem}.{number}{path.suffix}") for number in count(2))
        self.path = next(place for place in chain([path], numbered) if self._may_replace(place))
        self._stream.seek(0)
        with atomic.new_file(self.path) as stream:
            copyfileobj(self._stream, stream)

    def _may_replace(self, place: Path) -> bool:
        """Whether all that a file holds is in the new list too."""
        if not place.exists():
            return True
        try:
            with place.open("rb") as stream:
                found = Counter(_digest(row) for _, row in delimited.read(stream, str(place)) if row)
        except (FormatError, OSError):
            return False
        return found <= self._digests


def _digest(row: Sequence[str]) -> int:
    """Stand for a row, wherever it is in its file: the line, in the cell before the last one, may change."""
    return hash((*row[:-2], *row[-1:]))
