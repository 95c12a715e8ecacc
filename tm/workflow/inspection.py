"""Check PO files one by one: in this process or in several, or not again where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tm import checks
from tm.checks import languages
from tm.checks.check import Pair, UnitCheck
from tm.checks.habits import Writing, with_slips
from tm.checks.languages import Said
from tm.exchange import po
from tm.exchange.po.write import GENERATOR
from tm.model.errors import SettingsError
from tm.model.finding import Finding
from tm.model.language import BY_CODE, Language
from tm.model.unit import Unit
from tm.project.config import read_settings
from tm.project.layout import Project, language_of
from tm.workflow.cache import Cache
from tm.workflow.crew import Crew
from tm.workflow.groups import Choice, group_numbers, said_numbers
from tm.workflow.knowledge import gather
from tm.workflow.originals import source_of
from tm.workflow.pieces import Piece, Task, parts, rounds
from tm.workflow.records import Record, Share
from tm.workflow.stamp import Stamp

_KEPT_AT_ONCE = 256
"""Files whose outcomes go into the cache together."""

_WORTH = 3
"""Fewer parts are checked sooner by one process."""

Inspected = tuple[bytes, Record]
"""The digest of all that checking a file depends on, and what it gave."""


def inspect(
    project: Project,
    paths: Sequence[Path],
    choice: Choice,
    *,
    cache: Cache,
    stamp: Stamp,
    jobs: int,
    memory: str = "",
) -> Iterator[tuple[Path, Inspected]]:
    """Check each file by itself, document by document; findings that units silence are among what it gave.

    Args:
        memory: its address, where there is one.

    Raises:
        SettingsError: a file that cannot be read, or an unknown check.
    """
    tasks = [_task(project, path, stamp) for path in dict.fromkeys(paths)]
    known = cache.get([task.key for task in tasks])
    yield from ((task.path, (task.key, Record(*known[task.key]))) for task in tasks if task.key in known)
    inspector = _Inspector(project.root, choice, stamp, memory)
    made: list[Inspected] = []
    try:
        for task, inspected in inspector.inspect([task for task in tasks if task.key not in known], jobs):
            made.append(inspected)
            yield task.path, inspected
            if len(made) == _KEPT_AT_ONCE:
                _keep(cache, made)
    finally:
        _keep(cache, made)


def _keep(cache: Cache, made: list[Inspected]) -> None:
    cache.put((key, record.head, record.units) for key, record in made)
    made.clear()


def _task(project: Project, path: Path, stamp: Stamp) -> Task:
    shown = project.shown(path)
    data = _read(path, shown)
    return Task(path, shown, project.document_of(path), stamp.of_file(data, shown, language_of(path)), len(data))


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{shown}: the file cannot be read: {error.strerror}") from None


class _Informed(NamedTuple):
    """What needs to be told what is known: checks, and what tells what a unit says, where that is asked for."""

    checks: Sequence[UnitCheck]
    tell: Callable[[Pair], Said]
    source: Language


@lru_cache(maxsize=1)
def _informed(root: Path, whole: bytes, memory: str) -> _Informed:
    """Gather what is known, anew when any of it changed."""
    settings = read_settings(root)
    known = gather(Project(root, settings), memory)
    return _Informed(checks.informed(known), languages.what_is_said(known), settings.source_language)


class _Opened:
    """A file as it was read for a task, which has its key and size; what was checked is let go, piece by piece."""

    def __init__(self, task: Task, file: po.PoFile) -> None:
        self.task, self.file, self.is_ours = task, file, is_ours(file)
        self._live = [unit for unit in file.units if unit.is_live]
        self._count, self._gone = len(self._live), 0

    def take(self, piece: Piece) -> Sequence[Unit]:
        """Give the live units of a piece; none before it is asked for any more, nor the file as a whole."""
        if self.file.units:
            self.file = replace(self.file, units=())
        places = piece.of(range(self._count))
        del self._live[: places.start - self._gone]
        self._gone = places.start
        return self._live[: len(places)]


@dataclass(frozen=True, slots=True)
class _Checked:
    """What checking a piece gave; `key` is that of the file as it was read for it."""

    key: bytes
    lang: str
    source: str
    is_ours: bool
    findings: Sequence[Finding]
    writing: Writing
    share: Share


Outcomes = list[_Checked | Inspected]


class _Inspector:
    """Checks pieces of files, in this process or in copies of it, each with the files of one document open."""

    def __init__(self, root: Path, choice: Choice, stamp: Stamp, memory: str) -> None:
        self._choice, self._stamp = choice, stamp
        self._known = root, stamp.whole(), memory
        self._opened: dict[Path, _Opened] = {}

    def inspect(self, tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, Inspected]]:
        """Check files, document by document."""
        for groups in rounds(tasks):
            work = list(parts(groups))
            crew = Crew(self._check_parts, jobs, part=1, worth=_WORTH)
            done: Iterator[Outcomes]
            if crew.is_worth(len(work)):
                for task in groups[0] if len(groups) == 1 else ():
                    self._open(task)
                first = self._check_parts(work[:1])  # what that loads and works out is then there for all processes
                done = chain([first], self._letting_go(crew.do(work[1:])))
            else:
                done = (self._check_parts([part]) for part in work)
            yield from self._joined(zip(chain.from_iterable(work), chain.from_iterable(done), strict=True))
            self._opened.clear()

    def _letting_go(self, outcomes: Iterator[Outcomes]) -> Iterator[Outcomes]:
        """Close what this process has open once the others, its copies, are at work."""
        for outcome in outcomes:
            self._opened.clear()
            yield outcome

    def _check_parts(self, some: Sequence[Sequence[Piece]]) -> Outcomes:
        return [self._check_piece(piece) for part in some for piece in part]

    def _check_piece(self, piece: Piece) -> _Checked | Inspected:
        """Check a piece; of a file that is one piece, what comes of it is made here, too."""
        checked = self._check(piece)
        return checked if piece.count > 1 else _inspected([checked])

    def _joined(self, made: Iterable[tuple[Piece, _Checked | Inspected]]) -> Iterator[tuple[Task, Inspected]]:
        """Yield what each file gave as soon as all its pieces are checked."""
        waiting: dict[Path, list[_Checked]] = {}
        for piece, one in made:
            task = piece.task
            if isinstance(one, _Checked):
                checked = waiting.setdefault(task.path, [])
                checked.append(one)
                if len(checked) < piece.count:
                    continue
                inspected, keys = _inspected(waiting.pop(task.path)), {each.key for each in checked}
            else:
                inspected, keys = one, {one[0]}
            yield task, inspected if keys == {task.key} else self._again(task)

    def _again(self, task: Task) -> Inspected:
        """Check a file that changed since it was cut into pieces: as it is now, read once."""
        self._opened.clear()
        return _inspected([self._check(piece) for piece in self._open(task).task.pieces()])

    def _open(self, task: Task) -> _Opened:
        if task.path not in self._opened:
            if not all(opened.task.document == task.document for opened in self._opened.values()):
                self._opened.clear()
            data = _read(task.path, task.shown)  # again: what is checked is what the digest says
            key = self._stamp.of_file(data, task.shown, language_of(task.path))
            file = po.parse(data, task.shown, savable=False)
            self._opened[task.path] = _Opened(replace(task, key=key, size=len(data)), file)
        return self._opened[task.path]

    def _check(self, piece: Piece) -> _Checked:
        opened = self._open(piece.task)
        file, key, shown, folder = opened.file, opened.task.key, piece.task.shown, language_of(piece.task.path)
        language = BY_CODE.get(file.language) or folder
        select, ignore = self._choice.select, self._choice.ignore
        findings: list[Finding] = []
        if piece.number == 0:
            findings += checks.run_file(
                file.header, file.units, file.problems,
                path=shown, target=folder or language, select=select, ignore=ignore, silenced=True,
            )  # fmt: skip
        if language is None:
            return _Checked(key, "", "", opened.is_ours, findings, Writing(), Share.of((), {}))
        units, source = opened.take(piece), source_of(file, _informed(*self._known).source)
        findings += checks.run(
            units, path=shown, source=source, target=language,
            is_ours=opened.is_ours, is_part=True, select=select, ignore=ignore, more=_informed(*self._known).checks,
            silenced=True,
        )  # fmt: skip
        share = Share.of(units, self._numbers(units, source, language))
        return _Checked(key, language.code, source.code, opened.is_ours, findings, Writing.of(units), share)

    def _numbers(self, units: Sequence[Unit], source: Language, language: Language) -> Mapping[str, Sequence[int]]:
        numbers = group_numbers(units, self._choice)
        if not self._choice.has(languages.inconsistent_languages.name):
            return numbers
        known = _informed(*self._known)
        said = said_numbers(units, lambda unit: known.tell(Pair(unit, source, language)))
        return {**numbers, languages.inconsistent_languages.name: said}


def _inspected(checked: Sequence[_Checked]) -> Inspected:
    """Join what the pieces of a file gave."""
    first = checked[0]
    findings: Iterable[Finding] = chain.from_iterable(one.findings for one in checked)
    if not first.is_ours:
        findings = with_slips(findings, Writing.joined(one.writing for one in checked))
    return first.key, Record.joined(first.lang, first.source, findings, [one.share for one in checked])


def is_ours(file: po.PoFile) -> bool:
    """Say whether a PO file was made by this program; editors put their own names in its header, but leave roles."""
    return file.header.get("X-Generator", "").startswith(GENERATOR) or any(unit.role for unit in file.units)
