"""What we know about quality: checks turn units into findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tm.checks import (
    check,
    completeness,
    consistency,
    ending,
    mixed_script,
    pairing,
    placeables,
    po_file,
    tags,
    terminology,
)
from tm.checks.check import AcrossCheck, Body, FileCheck, Pair, PoFile, Problem, UnitCheck
from tm.checks.knowledge import InformedCheck, Knowledge, told
from tm.model.finding import Finding
from tm.model.language import Language
from tm.model.unit import Unit

CHECKS: tuple[UnitCheck, ...] = (
    completeness.missing,
    completeness.fuzzy,
    completeness.untranslated,
    placeables.number,
    placeables.date,
    placeables.symbol,
    tags.tag,
    pairing.unpaired,
    ending.end_punctuation,
    mixed_script.mixed_script,
)
"""Checks of one unit."""

INFORMED: tuple[InformedCheck, ...] = (terminology.term,)
"""Checks of one unit that need to be told what is known besides it."""

ACROSS: tuple[AcrossCheck, ...] = (
    consistency.inconsistent_target,
    consistency.inconsistent_source,
)
"""Checks across the documents of a language."""

FILE: tuple[FileCheck, ...] = (
    po_file.po_header,
    po_file.po_plural,
    po_file.po_duplicate,
    po_file.po_syntax,
)
"""Checks of a PO file as a whole."""

NAMES: tuple[str, ...] = (
    *(one.name for one in CHECKS),
    *(one.name for one in INFORMED),
    *(one.name for one in ACROSS),
    *(one.name for one in FILE),
)

DEFAULT: tuple[str, ...] = tuple(one.name for one in (*CHECKS, *INFORMED, *ACROSS, *FILE) if one.is_default)
"""The checks that run when none is asked for."""


def informed(knowledge: Knowledge) -> tuple[UnitCheck, ...]:
    """Make the checks of one unit that need knowledge, to be given to `run` as `more`."""
    return told(INFORMED, knowledge)


def run(
    units: Sequence[Unit],
    *,
    path: str,
    source: Language,
    target: Language,
    is_ours: bool = True,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    more: Sequence[UnitCheck] = (),
) -> Iterator[Finding]:
    """Check each unit by itself.

    Args:
        more: the checks that need knowledge, as `informed` makes them; without it they are left out.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    pairs = (Pair(unit, source, target, is_ours) for unit in units)
    return check.check_units([one for one in (*CHECKS, *more) if one.name in names], pairs, path)


def run_across(
    files: Sequence[tuple[str, Language, Sequence[Unit]]],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Iterator[Finding]:
    """Check the units of all files, named by path and target language, against each other, language by language.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    checks = [one for one in ACROSS if one.name in names]
    by_language: dict[Language, list[Body]] = {}
    for path, language, units in files:
        by_language.setdefault(language, []).append(Body(path, units))
    return (
        finding for language, bodies in by_language.items() for finding in check.check_across(checks, bodies, language)
    )


def run_file(
    header: Mapping[str, str],
    units: Sequence[Unit],
    problems: Sequence[Problem],
    *,
    path: str,
    target: Language | None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Iterator[Finding]:
    """Check a PO file as a whole: its header, plural forms and what its reader complained of.

    Args:
        target: the language that its folder stands for; None when the folder names none.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    file = PoFile(header, units, problems, target)
    return check.check_file([one for one in FILE if one.name in names], file, path)
