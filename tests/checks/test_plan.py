"""A check that is left out of a unit for the signs which the unit lacks would have found nothing there."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from tm import checks
from tm.checks.check import Pair, UnitCheck, speaks_of
from tm.checks.examples import characters
from tm.checks.plan import Plan
from tm.model.language import BY_CODE, ENGLISH, FRENCH
from tm.model.unit import State, Unit


def _pairs() -> list[Pair]:
    """Give the pairs of the examples of all checks."""
    found = []
    for path in sorted(Path(str(resources.files("tm.checks") / "examples")).glob("*.tsv")):
        for row in csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            *others, lang = row["lang"].split(">")
            unit = Unit(characters(row["source"]), characters(row["target"]), state=State.TRANSLATED)
            found.append(Pair(unit, BY_CODE[others[0]] if others else ENGLISH, BY_CODE[lang]))
    return found


PAIRS = _pairs()
SIGNED = [one for one in checks.CHECKS if one.signs]


@pytest.mark.parametrize("one", SIGNED, ids=[one.name for one in SIGNED])
def test_a_check_finds_nothing_where_none_of_its_signs_is(one: UnitCheck) -> None:
    spoken = [pair for pair in PAIRS if speaks_of(one, State.TRANSLATED, pair.target.code)]
    plan = Plan([one])
    left_out = [pair for pair in spoken if not plan.of(pair.unit.source, pair.unit.target)]
    assert len(left_out) > 40
    assert len(left_out) < len(spoken)
    assert not [pair.unit for pair in left_out if list(one.function(pair))]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("A text.", "Un texte.", []),
        ("<b>A</b> text.", "Un texte.", ["tag", "footnote", "resolution"]),
        ("A text.", "Un texte ٢.", ["symbol", "paragraph-number", "agenda-item", "number-format"]),
        ("A text.", "Un « texte ».", ["unpaired", "quotes", "french-spacing"]),
    ],
)
def test_the_checks_that_may_find_something_keep_their_order(source: str, target: str, names: list[str]) -> None:
    spoken = [one for one in SIGNED if speaks_of(one, State.TRANSLATED, FRENCH.code)]
    assert [one.name for one in Plan(spoken).of(source, target)] == names
