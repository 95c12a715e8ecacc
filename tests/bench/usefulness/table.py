"""One table a language: chrF++ and TER of what each ranking shows first, by set and band."""

from __future__ import annotations

from usefulness.scores import Score, score
from usefulness.trial import BANDS, NAMES, Cells

_MARK = "*"
"""The best of a line by chrF++."""

Row = dict[str, object]


class Table:
    """Gathers cells, and prints them when all are there."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str, int, int, dict[str, Score]]] = []

    def add(self, name: str, cells: Cells) -> None:
        """Score the cells of a set."""
        for (language, band), cell in cells.items():
            scores = {ranking: score(shown, cell.answers) for ranking, shown in cell.shown.items()}
            self._rows.append((language, name, band, len(cell.answers), cell.adapted, scores))

    def print(self) -> None:
        """Print the tables, in Markdown."""
        order = [band for _, band in BANDS]
        for language in dict.fromkeys(row[0] for row in self._rows):
            print(f"\n### {language}\n")
            print("| set | band | segments | adapted | " + " | ".join(NAMES) + " |")
            print("|---|---|--:|--:|" + "--:|" * len(NAMES))
            for _, name, band, count, adapted, scores in sorted(
                (row for row in self._rows if row[0] == language), key=lambda row: order.index(row[2])
            ):
                best = max(round(one.chrf, 1) for one in scores.values())
                cells = [_written(scores.get(ranking), best) for ranking in NAMES]
                print(f"| {name} | {band} | {count} | {adapted} | " + " | ".join(cells) + " |")

    def rows(self) -> list[Row]:
        """Give the same as records."""
        return [
            {"language": language, "set": name, "band": band, "segments": count, "done": adapted}
            | {ranking: {"chrf": one.chrf, "ter": one.ter} for ranking, one in scores.items()}
            for language, name, band, count, adapted, scores in self._rows
        ]


def _written(one: Score | None, best: float) -> str:
    if one is None:
        return ""
    return f"{one.chrf:.1f}{_MARK if round(one.chrf, 1) == best else ''} / {one.ter:.0f}"
