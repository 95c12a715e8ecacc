"""Put what XLIFF files hold where it belongs: units of our PO files back into them, all else into the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tm.exchange import xliff
from tm.exchange.xliff.alone import alone
from tm.memory.given import Given
from tm.memory.store import Store
from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.project.layout import Project
from tm.text.normalize import match_key
from tm.workflow.learn import Learned, learn_file
from tm.workflow.memories import codes_in, document_of, learn_units
from tm.workflow.take_back import TakenBack, is_from_here, is_without_po_file, take_back

Told = Callable[[int, int], None]

_MACHINE = ("leveraged-mt", "mt-suggestion")
"""What XLIFF 1.2 calls translations by a machine (section 3.2)."""

_REVIEWED = (xliff.State.REVIEWED, xliff.State.FINAL)


def learn_xliff(
    store: Store, path: Path, project: Project, rejected: Path | None, first: int, told: Told, now: datetime
) -> tuple[Learned, int]:
    """Import an XLIFF file: what `hand_over` wrote goes into the PO files and then, as from those, into the memory.

    Raises:
        FormatError: it is not sound as a whole, or a PO file is not; nothing of it is imported.
    """
    shown = project.shown(path)
    document = xliff.read(path.read_bytes(), shown)
    ours = [file for file in document.files if is_from_here(file, project)]
    others = [file for file in document.files if file not in ours]
    learned: list[Learned] = []
    for taken in take_back(project, ours, shown, now=now):
        one, act = learn_file(store, taken.path, project, first, told)
        first = first or act
        learned.append(_with(one, taken, project))
    if others or document.defects or not learned:
        units = _given(others, document_of(path, project), document.defects)
        header = codes_in(language for file in others for language in (file.source, file.target))
        one, act = learn_units(store, units, path, project, rejected, first, header=header)
        first = first or act
        learned.append(one)
    total = _sum(path, learned)
    for file in others:
        if is_without_po_file(file):
            total = total.told(
                f"{shown}: {file.original} is not in this project, so that nothing came back into it: its units were "
                "taken for the memory alone"
            )
    left_out = [*document.left_out, *_not_kept(others)]
    if left_out:
        total = total.told(f"{shown}: not taken in: {', '.join(left_out)}")
    return total, first


def _with(learned: Learned, taken: TakenBack, project: Project) -> Learned:
    sentence = f"{project.shown(taken.path)}: {taken.changed} units changed"
    sentence = sentence.replace(" 1 units", " 1 unit")
    reasons = Counter(learned.rejected) + taken.left
    return Learned(
        learned.path,
        learned.read,
        learned.added,
        learned.updated,
        learned.unchanged,
        learned.removed,
        reasons,
        (sentence, *taken.remarks, *learned.remarks),
    )


def _sum(path: Path, learned: Sequence[Learned]) -> Learned:
    reasons: Counter[str] = Counter()
    for one in learned:
        reasons.update(one.rejected)
    return Learned(
        path,
        sum(one.read for one in learned),
        sum(one.added for one in learned),
        sum(one.updated for one in learned),
        sum(one.unchanged for one in learned),
        sum(one.removed for one in learned),
        reasons,
        tuple(remark for one in learned for remark in one.remarks),
    )


def _given(files: Sequence[xliff.File], document: str, defects: Sequence[tuple[int, str]]) -> Iterator[Given]:
    """Yield what a memory takes of files that are not ours: each segment for itself."""
    for line, defect in defects:
        yield Given(line, (), (defect,))
    for file in files:
        codes, foreign = [], ""
        for language in (file.source, file.target):
            try:
                codes.append(find_language(language).code)
            except SettingsError:
                foreign = foreign or language
        named = file.original.replace("\\", "/").rpartition("/")[2] or document
        for unit, segment, context in _segments(file):
            if len(codes) < 2:
                reason = f"language {foreign}" if foreign else "no target language"
                yield Given(segment.line, (), (reason,))
            else:
                yield _entry(unit, segment, context, codes, named)


def _not_kept(files: Sequence[xliff.File]) -> Iterator[str]:
    """Name what units of other programs hold, and a memory does not."""
    units = [unit for file in files for unit in file.units]
    if any(unit.notes for unit in units):
        yield "notes"
    if any(unit.candidates for unit in units):
        yield "matches"


def _segments(file: xliff.File) -> Iterator[tuple[xliff.Unit, xliff.Segment, Context]]:
    """Yield segments with their neighbours in the file."""
    found = [(unit, segment) for unit in file.units for segment in unit.segments if not segment.is_between]
    keys = [MatchKey(""), *(match_key(alone(segment)[0]) for _, segment in found), MatchKey("")]
    for at, (unit, segment) in enumerate(found):
        yield unit, segment, Context(keys[at], keys[at + 2])


def _entry(unit: xliff.Unit, segment: xliff.Segment, context: Context, codes: Sequence[str], document: str) -> Given:
    source, target = alone(segment)
    refusal = _refusal(unit, segment, codes)
    if refusal:
        return Given(segment.line, (Entry(0, {codes[0]: source}),), (refusal,))
    status = Status.REVIEWED if segment.state in _REVIEWED else Status.TRANSLATED
    if segment.mark in _MACHINE:
        status = Status.MACHINE
    texts = {codes[0]: source, codes[1]: target}
    return Given(segment.line, (Entry(0, texts, "", Origin(document), context, status),))


def _refusal(unit: xliff.Unit, segment: xliff.Segment, codes: Sequence[str]) -> str:
    if codes[0] == codes[1]:
        return f"source and target language are both {codes[0]}"
    if not unit.is_translated:
        return "not to be translated"
    if not segment.target or not segment.target.strip():
        return "untranslated"
    return "not finished: its state is initial" if segment.state is xliff.State.INITIAL else ""
