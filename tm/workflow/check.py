"""Run the checks over PO files, each by itself and then across the files of a language; say what counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm import checks
from tm.checks.check import chosen
from tm.model.finding import Finding, Severity
from tm.model.language import BY_CODE
from tm.project.layout import Project
from tm.project.place import real
from tm.workflow import quiet
from tm.workflow.across import File, check_across
from tm.workflow.baseline import apply_baseline, read_baseline
from tm.workflow.cache import Cache
from tm.workflow.groups import Choice
from tm.workflow.inspection import inspect
from tm.workflow.knowledge import gather, is_there
from tm.workflow.languages import check_languages
from tm.workflow.stamp import Stamp, program, take_stamp

_TOGETHER = frozenset(one.name for one in (*checks.ACROSS, *checks.LANGUAGES, *checks.SILENCES))
"""Checks that miss something where not all files are looked at."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was looked at.

    Attributes:
        names: of the checks that ran.
        places: of the files, relative to the root.
        is_whole: whether these are all files of the project.
    """

    names: frozenset[str]
    places: frozenset[str]
    is_whole: bool

    def judged(self, check: str, place: str) -> bool:
        """Tell whether a finding of a check in a file would have been found."""
        return check in self.names and (self.is_whole or (place in self.places and check not in _TOGETHER))


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, by path and line.

    Attributes:
        units: how many live units were looked at.
        findings: those that count.
        silenced: those that a unit, the settings or the baseline silence.
        gone: lines of the baseline whose findings are no longer there.
        scope: what was looked at.
    """

    units: int
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()
    gone: tuple[str, ...] = ()
    scope: Scope = Scope(frozenset(), frozenset(), is_whole=False)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Way:
    """How checks are run.

    Attributes:
        jobs: how many processes may do it.
        cache: what was found before; None to begin from nothing and keep nothing.
        baseline: a file of findings that are known; None for none.
        tell: is told how many files are done, of how many.
        memory: as it was named; None for that of the project.
    """

    jobs: int = 1
    cache: Cache | None = None
    baseline: Path | None = None
    tell: Callable[[int, int], None] = lambda done, total: None
    memory: str | None = None


def check(
    project: Project,
    paths: Iterable[Path],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    way: Way | None = None,
) -> Report:
    """Check PO files.

    Raises:
        SettingsError: an unknown check, here or in the settings, or a file that cannot be read.
        FormatError: the glossary or the baseline cannot be read.
    """
    paths, way, choice = list(paths), way or Way(), Choice(tuple(select), tuple(ignore))
    names = chosen(checks.NAMES, select, ignore, default=checks.DEFAULT)
    quiet.require_known(project)
    known = read_baseline(way.baseline) if way.baseline else Counter[str]()
    memory = _memory(project, way)
    stamp = take_stamp(project, (choice.select, choice.ignore), memory)
    # Whether the memory of a server changed cannot be seen.
    cache = way.cache if way.cache and "://" not in memory else Cache(None, today=0)
    files = list(_files(project, paths, choice, stamp, way, cache))
    whole = _is_whole(project, paths)
    found = [finding for file in files for finding in file.head.findings]
    found += check_across(files, choice, cache=cache, program=program())
    found += check_languages(
        files, {project.shown(path): project.document_of(path) for path in paths}, choice,
        known=lambda: gather(project), cache=cache,
    )  # fmt: skip
    found += _of_silences(files, found, choice, whole=whole)
    places = {project.shown(path): project.place_of(path) for path in paths}
    found, unused = quiet.hush(found, project.settings.check.silences, places)
    if whole and checks.unused_silence.unused_silence.name in names:
        found += quiet.unused(project, [one for one in unused if one.check in names])
    scope = Scope(names, frozenset(places.values()), whole)
    found, gone = apply_baseline(found, known, lambda shown: places.get(shown, shown), judged=scope.judged)
    return _report(sum(file.head.live for file in files), found, gone, scope)


def _files(
    project: Project, paths: Sequence[Path], choice: Choice, stamp: Stamp, way: Way, cache: Cache
) -> Iterator[File]:
    done = {}
    inspected = inspect(project, paths, choice, cache=cache, stamp=stamp, jobs=way.jobs, memory=_memory(project, way))
    for path, made in inspected:
        done[path] = made
        way.tell(len(done), len(paths))
    for path in paths:
        key, record = done[path]
        yield File(project.shown(path), key, record.open_head(), record)


def _memory(project: Project, way: Way) -> str:
    """Give the address of the memory; empty where there is none yet."""
    url = project.memory_url(way.memory)
    return url if is_there(url) else ""


def _is_whole(project: Project, paths: Sequence[Path]) -> bool:
    """Tell whether all PO files of the project are among those named."""
    everything = {real(path) for path in project.po_files()}
    return bool(everything) and everything <= {real(path) for path in paths}


def _of_silences(files: Sequence[File], found: Sequence[Finding], choice: Choice, *, whole: bool) -> Iterator[Finding]:
    by_path: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.silence:
            by_path.setdefault(finding.path, []).append(finding)
    for file in files:
        if file.head.hushed:
            yield from checks.run_silences(
                file.head.hushed, by_path.get(file.path, ()), path=file.path, target=BY_CODE[file.head.lang],
                across=whole, select=choice.select, ignore=choice.ignore,
            )  # fmt: skip


def _report(units: int, found: Sequence[Finding], gone: Sequence[str], scope: Scope) -> Report:
    ordered = sorted(found, key=_order)
    counting = tuple(finding for finding in ordered if finding.silence is None)
    return Report(units, counting, tuple(finding for finding in ordered if finding.silence), tuple(gone), scope)


def _order(finding: Finding) -> tuple[str, int, str, int, str]:
    return finding.path, finding.line, finding.check, finding.at.start if finding.at else -1, finding.message
