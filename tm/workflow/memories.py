"""Put what memories of other tools hold into the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tm.exchange import tmx
from tm.exchange.packed import PACKED, ending, opened
from tm.memory.acts import Batch
from tm.memory.given import Given
from tm.memory.store import Store
from tm.model.errors import SettingsError
from tm.model.language import BY_CODE, find_language
from tm.model.note import Form, Note, code_of, is_code
from tm.project.layout import Project
from tm.workflow.admit import Gate
from tm.workflow.learn import Learned
from tm.workflow.rejected import Rejected, place_of_list

_STEP = 5_000
"""Units between one report and the next."""

_EXAMPLES = 3
"""Notes that are shown."""

Told = Callable[[int, int], None]


def learn_tmx(
    store: Store, path: Path, project: Project, rejected: Path | None, first: int, told: Told
) -> tuple[Learned, int]:
    """Import a TMX file as a whole or not at all; broken units are rejected.

    Raises:
        FormatError: it is not TMX, cut off, or hostile.
    """
    lost, shown, size = _Lost(), project.shown(path), path.stat().st_size
    header: list[Note] = []
    encodings: list[str] = []
    with opened(path, shown) as (stream, file):

        def tell(note: Note) -> None:
            if note.form is not Form.ATTRIBUTE or is_code(note):
                header.append(note)
            else:
                encodings.append(note.text)

        def units() -> Iterator[Given]:
            for number, unit in enumerate(tmx.read(stream, shown, document_of(path, project), tell)):
                if number % _STEP == 0 and number:
                    told(file.tell(), size)
                if unit.unkept and unit.parts:
                    lost.note_all(unit.unkept)
                yield unit
            told(size, size)

        learned, act = learn_units(store, units(), path, project, rejected, first, header=header)
    if encodings:
        names = ", ".join(repr(name[:60]) for name in encodings[:_EXAMPLES])
        learned = learned.told(f"{shown}: of the header {len(encodings)} encodings (ude) are not kept, such as {names}")
    if lost.notes:
        learned = learned.told(f"{shown}: of units {lost.sentence('an entry has no place for them')}")
    return learned, act


@dataclass(slots=True)
class _Lost:
    """What a file says that the memory has no place for: how many notes, properties and attributes, and some."""

    notes: int = 0
    examples: list[str] = field(default_factory=list)

    def note(self, unkept: str) -> None:
        self.notes += 1
        if len(self.examples) < _EXAMPLES and unkept not in self.examples:
            self.examples.append(unkept)

    def note_all(self, unkept: Sequence[str]) -> None:
        for one in unkept:
            self.note(one)

    def sentence(self, reason: str) -> str:
        examples = ", ".join(repr(note[:60]) for note in self.examples)
        what = "1 note or property is" if self.notes == 1 else f"{self.notes} notes and properties are"
        return f"{what} not kept, as {reason}, such as {examples}"


def document_of(path: Path, project: Project) -> str:
    """Name the document that the units of a file belong to which names none: by the file, with its ending."""
    path = path.with_suffix("") if ending(path).endswith(PACKED) else path
    return project.document_of(path) + path.suffix


def codes_in(written: Iterable[str]) -> Sequence[Note]:
    """Give the codes with regions among names of languages, as a header says them: of each language the first.

    >>> [note.text for note in codes_in(["en", "fr-CA", "fr-BE", "Russian", "zh_CN", "zh-TW"])]
    ['fr-CA', 'zh_CN']
    """
    found: dict[str, Note] = {}
    for name in written:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in BY_CODE and name.lower() != code:
            try:
                found.setdefault(find_language(name).code, code_of(name, code))
            except SettingsError:
                continue  # such as zh-TW
    return list(found.values())


def learn_units(
    store: Store,
    units: Iterable[Given],
    path: Path,
    project: Project,
    rejected: Path | None,
    first: int,
    *,
    is_list: bool = False,
    header: Sequence[Note] | None = None,
) -> tuple[Learned, int]:
    """Import what a file gives, and what its header says once all is given; list what is left out.

    A list of what was left out before only adds: it is no memory, of which what is missing would be taken away. What
    is left out of it stays there.
    """
    shown = project.shown(path)
    place = rejected or (None if is_list else place_of_list(path, project))
    with Rejected(place, shown, document_of(path, project)) as listed:
        gate = Gate(listed)
        file = "" if is_list else str(path.resolve())
        tally = store.add(gate.admit(units), Batch(shown, file, first=first, header=header))
    counts = tally.added, tally.updated, tally.unchanged + gate.repeated, tally.removed
    remarks = [*listed.shown, *_whereabouts(listed, shown, project)]
    for reason, (count, lines) in sorted(gate.left_out.items()):
        where = ", ".join(map(str, lines)) + (" …" if count > len(lines) else "")
        what = "a unit that was" if count == 1 else f"{count} units that were"
        where = f" (lines {where})" if count > 1 else ""
        remarks.append(f"{shown}:{lines[0]}: left out of {what} taken in: {reason}{where}")
    return Learned(path, gate.read, *counts, gate.reasons, tuple(remarks)), tally.act


def _whereabouts(listed: Rejected, shown: str, project: Project) -> Iterator[str]:
    """Say where what was left out is listed."""
    if listed.trouble:
        yield listed.trouble
    elif listed.count and listed.path:
        where = project.shown(listed.path)
        yield f"{where}: lists all that was rejected ({listed.count}): correct it there and import that file"
    elif listed.count:
        yield f"{shown}: still holds what was rejected ({listed.count}): correct it there and import it again"
