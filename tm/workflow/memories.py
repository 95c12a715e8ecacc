"""Put what memories of other tools hold into the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tm.exchange import tmx
from tm.memory.acts import Batch
from tm.memory.given import Given
from tm.memory.store import Store
from tm.project.layout import Project
from tm.workflow.admit import Gate
from tm.workflow.learn import Learned
from tm.workflow.rejected import Rejected

_STEP = 5_000
"""Units between one report and the next."""

_KEPT_NOTES = 3
"""Notes that are shown as examples."""

Told = Callable[[int, int], None]


def learn_tmx(
    store: Store, path: Path, project: Project, rejected: Path | None, first: int, told: Told
) -> tuple[Learned, int]:
    """Import a TMX file as a whole or not at all; broken units are rejected.

    Raises:
        FormatError: it is not TMX, cut off, or hostile.
    """
    notes: Counter[str] = Counter()
    size = path.stat().st_size
    with path.open("rb") as stream:

        def units() -> Iterator[Given]:
            for number, unit in enumerate(tmx.read(stream, project.shown(path), document_of(path, project))):
                if number % _STEP == 0 and number:
                    told(stream.tell(), size)
                if unit.notes and len(notes) < _KEPT_NOTES:
                    notes.update(unit.notes)
                yield unit
            told(size, size)

        learned, act = learn_units(store, units(), path, project, rejected, first)
    if notes:
        examples = ", ".join(repr(note[:60]) for note in list(notes)[:_KEPT_NOTES])
        learned = learned.told(
            f"{project.shown(path)}: notes and properties are not kept by the memory, such as {examples}"
        )
    return learned, act


def document_of(path: Path, project: Project) -> str:
    """Name the document that the units of a file belong to which names none: by the file, with its ending."""
    return project.document_of(path) + path.suffix


def learn_units(
    store: Store, units: Iterable[Given], path: Path, project: Project, rejected: Path | None, first: int
) -> tuple[Learned, int]:
    """Import what a file gives; list what is left out."""
    shown = project.shown(path)
    place = rejected or project.root / ".tm" / "rejected" / f"{path.name}.csv"
    with Rejected(place, shown) as listed:
        gate = Gate(listed)
        tally = store.add(gate.admit(units), Batch(shown, str(path.resolve()), first=first))
    counts = tally.added, tally.updated, tally.unchanged + gate.repeated, tally.removed
    remarks = list(listed.shown)
    if listed.count:
        where = project.shown(listed.path)
        remarks.append(f"{where}: lists all that was rejected ({listed.count}): correct it there and import that file")
    if gate.left_out:
        what = ", ".join(f"{count} {reason}" for reason, count in sorted(gate.left_out.items()))
        remarks.append(f"{shown}: left out of units that were taken in: {what}")
    return Learned(path, gate.read, *counts, gate.reasons, tuple(remarks)), tally.act
