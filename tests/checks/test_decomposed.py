"""A letter written as two characters is the same letter: each check finds in such text what it finds in composed text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from unicodedata import normalize

import pytest

from tests.checks.test_examples import INFORMED, ROWS
from tm import checks
from tm.checks.examples import characters
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

Row = dict[str, str]

SOME = 4
"""Of the examples of a check that are told in a language, and of those that are not."""


def _alike() -> Iterator[tuple[str, Row]]:
    """Yield checks and examples whose translation can be written so, some of each kind."""
    rows = [(name, row) for name, _, row in ROWS if name != "not-nfc"]
    rows = [(name, row) for name, row in rows if row["target"] != normalize("NFD", row["target"])]
    for _, alike in groupby(sorted(rows, key=_kind), key=_kind):
        yield from list(alike)[-SOME:]


def _kind(told: tuple[str, Row]) -> tuple[str, str, str]:
    name, row = told
    return name, row["lang"], row["verdict"]


@pytest.mark.parametrize("check", sorted({check for check, _ in _alike()}))
def test_what_is_found_in_composed_text_is_found_in_decomposed_text(check: str) -> None:
    for row in [row for name, row in _alike() if name == check]:
        unit = Unit(characters(row["source"]), normalize("NFD", characters(row["target"])), state=State.TRANSLATED)
        *others, lang = row["lang"].split(">")
        source = BY_CODE[others[0]] if others else ENGLISH
        found = checks.run([unit], path="x.po", source=source, target=BY_CODE[lang], select=[check], more=INFORMED)
        assert any(found) is (row["verdict"] == "bad"), row
