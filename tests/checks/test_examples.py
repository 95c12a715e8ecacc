"""Each check finds what linguists call bad and is silent on what they call good."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from tests.lines import noted
from tm import checks
from tm.checks.examples import characters
from tm.checks.knowledge import Knowledge
from tm.exchange import tbx
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.terminology.glossary import Glossary

EXAMPLES = Path(str(resources.files("tm.checks") / "examples"))
ROWS = [
    (path.stem, index, row)
    for path in sorted(EXAMPLES.glob("*.tsv"))
    for index, row in enumerate(
        csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), 2
    )
    if "beside" not in row  # what needs more than the pair: tests/workflow/test_situations.py
]
LINES: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = {}
for check, line, row in ROWS:
    LINES.setdefault((check, row["lang"]), []).append((line, row))
TARGETS = {one.name: one.targets for one in (*checks.CHECKS, *checks.INFORMED)}
GLOSSARY = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
INFORMED = checks.informed(Knowledge(glossary=Glossary(tbx.read(GLOSSARY.read_bytes(), "glossary.tbx"))))


@pytest.mark.parametrize(("check", "languages"), LINES, ids=[f"{check}-{languages}" for check, languages in LINES])
def test_a_check_agrees_with_the_linguists(check: str, languages: str) -> None:
    *others, lang = languages.split(">")
    source, target = BY_CODE[others[0]] if others else ENGLISH, BY_CODE[lang]
    failures: list[str] = []
    for line, row in LINES[check, languages]:
        with noted(failures, f"{check}.tsv:{line}"):
            unit = Unit(characters(row["source"]), characters(row["target"]), state=State.TRANSLATED, line=1)
            found = list(checks.run([unit], path="x.po", source=source, target=target, select=[check], more=INFORMED))
            messages = [finding.message for finding in found]
            assert bool(found) is (row["verdict"] == "bad"), (row, messages)
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("lang", ["ar", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize("check", sorted({check for check, _, _ in ROWS} - {"missing"}))
def test_every_language_has_three_bad_and_three_good_lines(check: str, lang: str) -> None:
    if TARGETS.get(check) and lang not in TARGETS[check]:
        return
    verdicts = [row["verdict"] for name, _, row in ROWS if name == check and row["lang"] == lang]
    assert verdicts.count("bad") >= 3
    assert verdicts.count("good") >= 3
