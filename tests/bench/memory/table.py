"""The one table: what was measured, what it was to be, and whether it is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

COLUMNS = (
    ("measurement", 40),
    ("data", 17),
    ("ours", 12),
    ("other", 12),
    ("wall", 9),
    ("cpu", 9),
    ("goal", 10),
    ("", 7),
    ("recall", 8),
    ("other's", 8),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement.

    Attributes:
        ours, other: what was compared, with its unit.
        wall, cpu: the figure by the clock and by processor time; None where it says nothing.
        goal: "≥" or "≤" and a number; None where there is none.
        recall, others: shares of the true matches that were found.
        by_clock: whether `wall` is judged even where there is a `cpu`.
    """

    measurement: str
    data: str
    ours: str = ""
    other: str = ""
    wall: float | None = None
    cpu: float | None = None
    goal: tuple[str, float] | None = None
    recall: float | None = None
    others: float | None = None
    by_clock: bool = False

    @property
    def verdict(self) -> str:
        """Say whether the goal is reached."""
        value = self.wall if self.by_clock or self.cpu is None else self.cpu
        if not self.goal or value is None:
            return ""
        sign, bound = self.goal
        return "ok" if (value >= bound if sign == "≥" else value <= bound) else "MISSED"


@dataclass
class Table:
    """Prints each line as soon as it is known."""

    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Print a line, below the head if it is the first."""
        if not self.lines:
            print(_row([name for name, _ in COLUMNS]), flush=True)
        self.lines.append(line)
        goal = f"{line.goal[0]} {_number(line.goal[1])}" if line.goal else ""
        figures = [_number(line.wall), _number(line.cpu), goal, line.verdict, _share(line.recall), _share(line.others)]
        print(_row([line.measurement, line.data, line.ours, line.other, *figures]), flush=True)

    def save(self, path: Path) -> None:
        """Write the lines as JSON, to compare runs."""
        lines = [asdict(line) | {"verdict": line.verdict} for line in self.lines]
        path.write_text(json.dumps(lines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _row(cells: list[str]) -> str:
    left = 2
    return "".join(
        f"{cell:<{width}}" if place < left else f"{cell:>{width}}"
        for place, (cell, (_, width)) in enumerate(zip(cells, COLUMNS, strict=True))
    ).rstrip()


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.4g} %"


def duration(seconds: float) -> str:
    """Write a time with the unit that suits it.

    >>> duration(0.00123)
    '1.23 ms'
    """
    for bound, unit in ((1e-3, "µs"), (1, "ms")):
        if seconds < bound:
            return f"{seconds / bound * 1e3:.3g} {unit}"
    return f"{seconds:.3g} s"
