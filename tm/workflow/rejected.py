"""List what an import leaves out in a table that can be corrected and imported again."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from tm.exchange import atomic
from tm.exchange.table import delimited
from tm.exchange.table.rows import LANGUAGES, header, row_of
from tm.model.match import Entry

_HELD = 1_000
"""Rows that are written at once."""

_SHOWN = 10
"""Sentences that are kept to be shown."""


class Rejected:
    """Writes the table while an import goes on; there is none unless something is added, nor when the import fails.

    One that an earlier import of the same file left is taken away.

    Attributes:
        count: rows so far.
        shown: the first of them as sentences that name file and line.
    """

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.count = 0
        self.shown: list[str] = []
        self._source = source
        self._stack = ExitStack()
        self._rows: list[list[str]] = []

    def add(self, line: int, reason: str, entry: Entry | None) -> None:
        """Note an entry, or a unit that could not be read, with the line of its file."""
        if not self.count:
            self._stream = self._stack.enter_context(atomic.new_file(self.path))
            self._rows.append([*header(LANGUAGES), "line", "reason"])
        self.count += 1
        if self.count <= _SHOWN:
            self.shown.append(f"{self._source}:{line}: rejected: {reason}")
        self._rows.append([*row_of(entry or Entry(0, {}), LANGUAGES), str(line), reason])
        if len(self._rows) > _HELD:
            self._flush()

    def _flush(self) -> None:
        for piece in delimited.write(self._rows):
            self._stream.write(piece)
        self._rows.clear()

    def __enter__(self) -> Rejected:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self.count:
            self._flush()
        self._stack.__exit__(kind, error, trace)
        if kind is None and not self.count:
            self.path.unlink(missing_ok=True)
