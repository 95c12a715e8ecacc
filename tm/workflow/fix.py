"""Put right in PO files what checks know the one right answer to, and touch nothing else in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tm import checks
from tm.checks import extent, opening
from tm.checks.check import UnitCheck, chosen
from tm.checks.fixes import Mended, mend
from tm.checks.silence import silences
from tm.exchange import po
from tm.exchange.po.write import with_units
from tm.model.language import BY_CODE, Language
from tm.model.unit import Unit
from tm.project.layout import Project, language_of
from tm.workflow.baseline import read_baseline, unit_digest
from tm.workflow.inspection import is_ours
from tm.workflow.originals import source_of

_SEEING = frozenset(one.name for one in (extent.added_text, extent.truncated, extent.length, opening.spanish_opening))
"""Checks that see better then: a sign makes no text too long, nor does a space less take a ¡ away."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file in which something can be put right.

    Attributes:
        path: as the user sees it.
        before, after: its bytes.
        counts: how many findings of each check are put right.
        hinders: what keeps the file from being changed, so that nothing is put right of what could be; empty for none.
    """

    path: str
    before: bytes
    after: bytes
    counts: Mapping[str, int]
    hinders: str = ""


@dataclass(frozen=True, slots=True)
class _Sides:
    source: Language
    target: Language
    is_ours: bool


def fix(
    project: Project,
    paths: Iterable[Path],
    *,
    now: datetime,
    dry: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    baseline: Path | None = None,
    read: Callable[..., po.PoFile] = po.read,
) -> Iterator[Fixed]:
    """Put right what can be, file by file, and save each unless `dry`; what is silenced stays as it is.

    Only typography is: what else checks propose may change what a text says, and is left to a person.
    Files that are not sound PO files are left alone, and yielded with what hinders. Those of no known language are
    passed over.

    Raises:
        ConflictError: somebody else changed the same unit meanwhile.
        SettingsError: an unknown check, or a file that cannot be read or written.
    """
    names = chosen(checks.NAMES, select, ignore, default=checks.DEFAULT) & checks.FIXED
    able = [one for one in checks.CHECKS if one.name in names]
    known = {tuple(line.split("\t")[:3]) for line in read_baseline(baseline)} if baseline else set()
    for path in paths:
        file = read(path, shown=project.shown(path))
        target = BY_CODE.get(file.language) or language_of(path)
        if target is None:
            continue
        sides = _Sides(source_of(file, project.settings.source_language), target, is_ours(file))
        place = project.place_of(path)
        open_here = [one for one in able if not _is_silenced(project, one.name, place, target)]
        mended = [_mended(unit, _counting(unit, open_here, place, known), sides) for unit in file.units]
        counts = Counter(name for one in mended for name in one.checks)
        if counts and file.problems:
            problem = file.problems[0]
            yield Fixed(file.path, file.data, file.data, counts, f"{file.path}:{problem.line}: {problem.message}")
        elif counts:
            units = [one.unit for one in mended]
            if not dry:
                po.save(path, file, units, now=now)
            yield Fixed(file.path, file.data, with_units(file, units, now=now), counts)


def _is_silenced(project: Project, name: str, place: str, target: Language) -> bool:
    return any(quiet.covers(name, place, target.code) for quiet in project.settings.check.silences)


def _counting(unit: Unit, able: Sequence[UnitCheck], place: str, known: set[tuple[str, ...]]) -> Sequence[UnitCheck]:
    """Leave out the checks that the unit, or the baseline, silences there."""
    silent = silences(unit) if unit.flags or unit.comments else {}
    if not silent and not known:
        return able
    key = unit_digest(unit.context, unit.source_plural or unit.source)
    return [one for one in able if one.name not in silent and (place, one.name, key) not in known]


def _mended(unit: Unit, able: Sequence[UnitCheck], sides: _Sides) -> Mended:
    """Put a unit right; leave it where that does not last, or makes it worse for another check."""
    found = mend(unit, able, source=sides.source, target=sides.target, is_ours=sides.is_ours)
    if found.unit is unit:
        return found
    again = mend(found.unit, able, source=sides.source, target=sides.target, is_ours=sides.is_ours)
    worse = (_counts(found.unit, sides) - _counts(unit, sides)).keys() - _SEEING
    return Mended(unit) if again.checks or worse else found


def _counts(unit: Unit, sides: _Sides) -> Counter[str]:
    found = checks.run([unit], path="", source=sides.source, target=sides.target, is_ours=sides.is_ours, silenced=True)
    return Counter(finding.check for finding in found)
