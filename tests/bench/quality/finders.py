"""Who looks for defects: our checks, with the glossary, and translate-toolkit's pofilter with all of its own."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from tm import checks
from tm.checks.check import UnitCheck
from tm.model.finding import Finding, Severity
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.project.layout import find_project
from tm.workflow.knowledge import gather

Finder = Callable[[str, str, str], frozenset[str]]
"""Takes source, translation and language; gives the names of the checks that complain."""

_ROOT = Path(__file__).resolve().parents[3]


@cache
def _informed() -> tuple[UnitCheck, ...]:
    return checks.informed(gather(find_project(_ROOT)))


def findings(source: str, target: str, language: str, notes: tuple[str, ...] = ()) -> list[Finding]:
    """Check a pair as `tm check` does in a file that others made, with the `#.` notes of its unit."""
    unit = Unit(source, target, state=State.TRANSLATED, notes=notes, line=1)
    found = checks.run([unit], path="x.po", source=ENGLISH, target=BY_CODE[language], is_ours=False, more=_informed())
    return list(found)


def check_all(texts: Sequence[tuple[str, str, str]]) -> int:
    """Check sources, translations and languages as files of a language each, and count the findings."""
    files: dict[str, list[Unit]] = {}
    for source, target, language in texts:
        files.setdefault(language, []).append(Unit(source, target, state=State.TRANSLATED, line=1))
    found = 0
    for language, units in files.items():
        target = BY_CODE[language]
        told = checks.run(units, path="x.po", source=ENGLISH, target=target, is_ours=False, more=_informed())
        found += sum(1 for _ in told)
    return found


def ours(source: str, target: str, language: str) -> frozenset[str]:
    """Name our checks that say error or warning."""
    return frozenset(one.check for one in findings(source, target, language) if one.severity is not Severity.INFO)


def pofilter(source: str, target: str, language: str) -> frozenset[str]:
    """Name the filters of pofilter, all that there are, that a pair fails."""
    checker, make = _toolkit(language)
    unit = make(source)
    unit.target = target
    return frozenset(checker.run_filters(unit))


@cache
def _toolkit(language: str):  # type: ignore[no-untyped-def]  # the library has no types
    filters = importlib.import_module("translate.filters.checks")
    checker = filters.TeeChecker(
        checkerconfig=filters.CheckerConfig(targetlanguage="zh_CN" if language == "zh" else language),
        checkerclasses=[filters.StandardChecker, filters.StandardUnitChecker],
        languagecode="zh_CN" if language == "zh" else language,
    )
    unit = importlib.import_module("translate.storage.po").pounit
    return checker, partial(unit)


FINDERS: dict[str, Finder] = {"ours": ours, "pofilter": pofilter}
