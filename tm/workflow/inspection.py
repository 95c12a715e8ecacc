"""Check PO files one by one: in this process or in several, or not again where nothing changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from tm import checks
from tm.checks.check import UnitCheck
from tm.exchange import po
from tm.exchange.po.write import GENERATOR
from tm.model.errors import SettingsError
from tm.model.language import BY_CODE, ENGLISH
from tm.project.config import read_settings
from tm.project.layout import Project, language_of
from tm.workflow.cache import Cache
from tm.workflow.crew import Crew
from tm.workflow.groups import Choice, group_numbers
from tm.workflow.knowledge import gather
from tm.workflow.records import Record
from tm.workflow.stamp import Stamp

_PART = 8
"""Files that a process is given at once."""

_KEPT_AT_ONCE = 256
"""Files whose outcomes go into the cache together."""

_WORTH = 24
"""Fewer files are checked sooner by one process."""


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    shown: str


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
) -> Iterator[Inspected]:
    """Check each file by itself, in order; findings that units silence are among what it gave.

    Args:
        memory: its address, where there is one.

    Raises:
        SettingsError: a file that cannot be read, or an unknown check.
    """
    tasks = [_Task(path, project.shown(path)) for path in paths]
    keys = [_key(stamp, task, _read(task)) for task in tasks]
    known = cache.get(keys)
    left = [task for task, key in zip(tasks, keys, strict=True) if key not in known]
    work = partial(_inspected, project.root, choice, stamp, memory)
    crew = Crew(work, jobs, part=_PART, worth=_WORTH)
    made: list[Inspected] = []
    try:
        if crew.is_worth(len(left)):
            _informed(project.root, stamp.base, memory)  # once, for all processes
            parts = crew.do(left)
        else:
            parts = (work([task]) for task in left)
        fresh = (one for part in parts for one in part)
        for key in keys:
            if key in known:
                yield key, Record(*known[key])
                continue
            made.append(next(fresh))
            yield made[-1]
            if len(made) == _KEPT_AT_ONCE:
                _keep(cache, made)
    finally:
        _keep(cache, made)


def _keep(cache: Cache, made: list[Inspected]) -> None:
    cache.put((key, record.head, record.units) for key, record in made)
    made.clear()


def _inspected(root: Path, choice: Choice, stamp: Stamp, memory: str, tasks: Sequence[_Task]) -> list[Inspected]:
    """Check files, perhaps in a process of its own."""
    more = _informed(root, stamp.base, memory)
    found = []
    for task in tasks:
        data = _read(task)  # again: what is checked is what the digest says
        found.append((_key(stamp, task, data), _record(data, task, choice, more)))
    return found


@lru_cache(maxsize=1)
def _informed(root: Path, base: bytes, memory: str) -> Sequence[UnitCheck]:
    """Gather what is known, anew when any of it changed."""
    return checks.informed(gather(Project(root, read_settings(root)), memory))


def _read(task: _Task) -> bytes:
    try:
        return task.path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{task.shown}: the file cannot be read: {error.strerror}") from None


def _key(stamp: Stamp, task: _Task, data: bytes) -> bytes:
    return stamp.of_file(data, task.shown, language_of(task.path))


def _record(data: bytes, task: _Task, choice: Choice, more: Sequence[UnitCheck]) -> Record:
    file = po.parse(data, task.shown, savable=False)
    folder = language_of(task.path)
    language = BY_CODE.get(file.language) or folder
    source = BY_CODE.get(file.source_language, ENGLISH)
    select, ignore = choice.select, choice.ignore
    findings = list(
        checks.run_file(
            file.header, file.units, file.problems,
            path=task.shown, target=folder or language, select=select, ignore=ignore, silenced=True,
        )
    )  # fmt: skip
    units = [unit for unit in file.units if unit.is_live]
    if language is None:
        return Record.pack("", findings, (), {})
    findings += checks.run(
        units, path=task.shown, source=source, target=language, is_ours=is_ours(file),
        select=select, ignore=ignore, more=more, silenced=True,
    )  # fmt: skip
    return Record.pack(language.code, findings, units, group_numbers(units, choice))


def is_ours(file: po.PoFile) -> bool:
    """Say whether a PO file was made by this program; editors put their own names in its header, but leave roles."""
    return file.header.get("X-Generator", "").startswith(GENERATOR) or any(unit.role for unit in file.units)
