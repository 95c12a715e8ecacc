"""Put the translations of PO files into the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tm.exchange import po
from tm.memory.acts import Batch
from tm.memory.learn import entries, rejected, unkept_forms
from tm.memory.store import Store
from tm.model.circles import no_circles
from tm.model.errors import FormatError
from tm.model.language import BY_CODE, Language
from tm.model.match import Entry
from tm.project.layout import Project, language_of, named_language
from tm.workflow.admission import objection
from tm.workflow.originals import source_of

_NOBODY = ("FULL NAME", "Automatically generated")
"""What gettext puts for the translator where it knows none."""


_SHOWN = 10
"""Rejected units of a file that are shown."""

Told = Callable[[int, int], None]
"""Told how much is done, of how much."""

_STEP = 5_000
"""Units between one report and the next."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of one file; counts are units.

    Attributes:
        removed: entries that the file gave before, and whose translation is finished in it no more.
        rejected: how many were left out, by reason.
        remarks: what else the user should know, one sentence each.
    """

    path: Path
    read: int
    added: int
    updated: int
    unchanged: int
    removed: int
    rejected: Mapping[str, int]
    remarks: tuple[str, ...] = ()

    def told(self, remark: str) -> Learned:
        """Add a remark."""
        return replace(self, remarks=(*self.remarks, remark))


def learn(
    store: Store, paths: Sequence[Path], project: Project, told: Told = lambda done, total: None
) -> Iterator[Learned]:
    """Import PO files, each as a whole or not at all, and tell of each; all files are undone together.

    Raises:
        FormatError: as `learn_file`.
    """
    first = 0
    for path in paths:
        learned, act = learn_file(store, path, project, first, told)
        first = first or act
        yield learned


@no_circles()
def learn_file(store: Store, path: Path, project: Project, first: int, told: Told) -> tuple[Learned, int]:
    """Import a PO file as a whole or not at all; give what came of it, and the number of the act.

    What the file gave before and does not hold as finished any more is taken away. `first` is the number of the first
    act of the same command, with which this one will be undone; 0: it is the first. Within a big file, `told` is told
    how many units have been taken, of how many.

    Raises:
        FormatError: a file that is not sound, or whose language cannot be told; nothing of it is imported.
    """
    shown = project.shown(path)
    file = po.require_sound(po.read(path, shown=shown, savable=False))
    target = language_of_file(file, path)
    source = source_of(file, project.settings.source_language).code
    if source == target.code:
        raise FormatError(shown, 1, f"source and target language are both {source}: mend the header")
    reasons = Counter(rejected(file.units))
    document = project.document_of(path)
    batch = Batch(shown, str(path.resolve()), document, target.code, first)
    remarks: list[str] = []
    sound = _sound(_entries(file, document, source, target), file, reasons, remarks)
    tally = store.add(_counted(sound, len(file.units), told), batch)
    counts = tally.added, tally.updated, tally.unchanged, tally.removed
    remarks[_SHOWN:] = _plurals(file, target)
    return Learned(path, len(file.units), *counts, reasons, tuple(remarks)), tally.act


def _plurals(file: po.PoFile, target: Language) -> Iterator[str]:
    """Say how many forms of plurals the memory has no place for."""
    lost = list(unkept_forms(file.units, target.code))
    if lost:
        forms = sum(count for _, count in lost)
        yield (
            f"{file.path}:{lost[0][0]}: {forms} plural {'form' if forms == 1 else 'forms'} of {len(lost)} "
            f"{'unit' if len(lost) == 1 else 'units'} not kept, as the memory has a form for one and one for many"
        )


def _sound(entries: Iterator[Entry], file: po.PoFile, reasons: Counter[str], remarks: list[str]) -> Iterator[Entry]:
    """Leave out the units against which something speaks; count them, and say where they are."""
    for entry in entries:
        (source, text), (target, translation) = entry.texts.items()
        against = objection(text, translation, source, target)
        if not against:
            yield entry
            continue
        reason, sentence = against
        reasons[reason] += 1
        line = next((unit.line for unit in file.units if text in (unit.source, unit.source_plural)), 0)
        remarks.append(f"{file.path}:{line}: rejected: {sentence}")


def _counted(entries: Iterator[Entry], total: int, told: Callable[[int, int], None]) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        if done and done % _STEP == 0:
            told(done, total)
        yield entry
    if total > _STEP:
        told(total, total)


def _entries(file: po.PoFile, document: str, source: str, target: Language) -> Iterator[Entry]:
    date = file.header.get("PO-Revision-Date", "")[:10]
    date = date if date[:4].isdigit() else ""
    author = file.header.get("Last-Translator", "").partition("<")[0].strip()
    author = "" if author in _NOBODY else author
    live = [unit for unit in file.units if unit.is_live]
    return entries(live, document=document, source=source, target=target.code, date=date, author=author)


def language_of_file(file: po.PoFile, path: Path) -> Language:
    """Tell the target language of a PO file by its header, else by its folder, else by its name.

    Raises:
        FormatError: the header names another language than the six, or nothing names one.
    """
    if file.language and file.language not in BY_CODE:
        raise FormatError(file.path, 1, f"the header says Language: {file.language}, which is none of the six here")
    named = BY_CODE.get(file.language) or language_of(path)
    if named is None and (foreign := named_language(path)):
        raise FormatError(file.path, 1, f"its name says {foreign}, which is none of the six languages here")
    if named is None:
        raise FormatError(
            file.path, 1, 'the language is not known: add a line "Language: fr\\n" (or ar, es, ru, zh) to the header'
        )
    return named
