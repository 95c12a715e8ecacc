"""The examples of checks that look at more than a pair, or at a file, say what these checks say."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from tm import checks
from tm.checks.examples import Lines, characters, lines_of_po
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.workflow.situations import LABELS, findings_beside, findings_in

EXAMPLES = Path(str(resources.files("tm.checks") / "examples"))
ROWS = [
    (name, row)
    for name in LABELS
    for row in csv.DictReader(
        (EXAMPLES / f"{name}.tsv").read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
]
VERDICTS = ("bad", "good")
OF_FILES = [
    (path.stem, one) for path in sorted(EXAMPLES.glob("*.txt")) for one in lines_of_po(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("check", "row"), ROWS, ids=[f"{check}-{row['lang']}-{row['verdict']}" for check, row in ROWS])
def test_a_check_agrees_with_the_linguists_on_what_stands_beside(check: str, row: dict[str, str]) -> None:
    unit = Unit(characters(row["source"]), characters(row["target"]), state=State.TRANSLATED, line=1)
    *others, lang = row["lang"].split(">")
    languages = BY_CODE[others[0]] if others else ENGLISH, BY_CODE[lang]
    found = findings_beside(check, unit, languages, characters(row["beside"]))

    assert {one.check for one in found} == ({check} if row["verdict"] == "bad" else set())


@pytest.mark.parametrize("check", LABELS)
def test_each_has_an_example_of_wrong_and_of_right_in_every_language(check: str) -> None:
    told = {(row["lang"], row["verdict"]) for name, row in ROWS if name == check}
    wanted = {"ar", "fr>en", "es", "fr", "ru", "zh"} - ({"zh"} if check == "spelling" else set())

    assert told == {(lang, verdict) for lang in wanted for verdict in VERDICTS}
    assert check in checks.NAMES


@pytest.mark.parametrize(
    ("check", "example"), OF_FILES, ids=[f"{check}-{one.lang}-{one.verdict}" for check, one in OF_FILES]
)
def test_lines_of_po_give_just_the_finding_that_they_are_an_example_of_or_none(check: str, example: Lines) -> None:
    found = findings_in(example.text, example.lang)

    assert [one.check for one in found] == ([check] if example.verdict == "bad" else [])


def test_checks_of_files_marks_and_silences_have_an_example_of_wrong_and_of_right_in_every_language() -> None:
    named = {"fuzzy", *(one.name for one in (*checks.FILE, *checks.SILENCES))}
    wanted = {(check, lang, verdict) for check in named for lang in BY_CODE for verdict in VERDICTS}

    assert {(check, one.lang, one.verdict) for check, one in OF_FILES} == wanted
