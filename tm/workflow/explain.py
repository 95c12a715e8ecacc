"""What a check looks for, with an example of wrong and of right in each language: for `--explain` and the reference."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from tm import checks
from tm.checks.check import Check, UnitCheck, hint
from tm.checks.examples import characters, lines_of_po
from tm.model.errors import SettingsError
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.workflow.knowledge import gather
from tm.workflow.situations import LABELS, findings_beside, findings_in


@dataclass(frozen=True, slots=True)
class Example:
    """A pair, or lines of a PO file, that a check finds wrong, or right.

    Attributes:
        lang: code of the language of the target.
        finding: what the check says of it; None where it is right.
        note: why the pair is as it is; may be empty.
        beside: what else the check looks at, and how that is called; both may be empty.
        lines: of a PO file, instead of a pair.
    """

    lang: str
    source: str
    target: str
    finding: Finding | None
    note: str
    beside: str = ""
    label: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A check with its examples, the wrong one of a language before the right one.

    Attributes:
        can_fix: whether `--fix` puts in what the check proposes.
    """

    check: Check[object]
    examples: tuple[Example, ...]

    @property
    def can_fix(self) -> bool:
        return self.check.name in checks.FIXED


def find_check(name: str) -> Check[object]:
    """Find a check by its name.

    Raises:
        SettingsError: there is none of that name.
    """
    for one in checks.ALL:
        if one.name == name.strip().lower():
            return one
    raise SettingsError(f"there is no check {name!r}: {hint(name, checks.NAMES)}")


def explain(listed: Iterable[Check[object]], project: Project) -> Iterator[Explained]:
    """Gather the examples of checks, and what the checks say of them with what is known in this project."""
    more = checks.informed(gather(project))
    for check in listed:
        yield Explained(check, (*_examples(check, more), *_examples_of_lines(check)))


def _examples(check: Check[object], more: Sequence[UnitCheck]) -> Iterator[Example]:
    rows = _rows(check.name)
    spoken = [lang for lang in BY_CODE if not check.targets or lang in check.targets]
    for lang in spoken:
        for verdict in ("bad", "good"):
            found = next((row for row in rows if row["verdict"] == verdict and _target(row) == lang), None)
            if found is None:
                continue
            source, target = characters(found["source"]), characters(found["target"])
            beside = characters(found.get("beside", ""))
            unit = Unit(source, target, state=State.TRANSLATED, line=1)
            finding = _finding(check, found["lang"], unit, beside, more) if verdict == "bad" else None
            if finding or verdict == "good":
                label = LABELS.get(check.name, "")
                yield Example(lang, source, target, finding, found["note"] or "", beside, label)


def _rows(name: str) -> Sequence[dict[str, str]]:
    """Read the examples of a check; none where there is no file of them."""
    lines = _read(f"{name}.tsv").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def _read(name: str) -> str:
    path = resources.files("tm.checks") / "examples" / name
    return path.read_text("utf-8") if path.is_file() else ""


def _examples_of_lines(check: Check[object]) -> Iterator[Example]:
    written = list(lines_of_po(_read(f"{check.name}.txt")))
    for lang in BY_CODE:
        for verdict in ("bad", "good"):
            one = next((one for one in written if (one.verdict, one.lang) == (verdict, lang)), None)
            if one:
                found = next((finding for finding in findings_in(one.text, lang) if finding.check == check.name), None)
                yield Example(lang, "", "", found, one.note, lines=one.text)


def _target(row: dict[str, str]) -> str:
    return row["lang"].split(">")[-1]


def _finding(check: Check[object], lang: str, unit: Unit, beside: str, more: Sequence[UnitCheck]) -> Finding | None:
    *others, code = lang.split(">")
    source, target = BY_CODE[others[0]] if others else ENGLISH, BY_CODE[code]
    if check.name in LABELS:
        return next(iter(findings_beside(check.name, unit, (source, target), beside)), None)
    return next(checks.run([unit], path="", source=source, target=target, select=(check.name,), more=more), None)
