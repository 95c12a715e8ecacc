"""Fixes put right what has one right answer, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.fixes import Mended, fixed, mend
from tm.model.finding import Severity, Span
from tm.model.language import ENGLISH, FRENCH, SPANISH
from tm.model.unit import State, Unit


@check(Severity.WARNING)
def twice(pair: Pair) -> Iterator[Fault]:
    """Flag a letter written twice."""
    for found in re.finditer(r"(\w)\1", pair.unit.target):
        yield Fault("twice", at=Span(*found.span()), fix=found[1])


@check(Severity.WARNING, targets=("es",))
def first(pair: Pair) -> Iterator[Fault]:
    """Flag a text, without knowing better."""
    yield Fault("no", at=Span(0, 1))


def _unit(source: str, target: str, **fields: object) -> Unit:
    return Unit(source, target, **{"state": State.TRANSLATED, **fields})  # type: ignore[arg-type]


def _mended(unit: Unit) -> Mended:
    return mend(unit, [twice, first], source=ENGLISH, target=FRENCH)


def test_fixes_that_overlap_wait_for_the_next_round() -> None:
    assert fixed("aabb", [Fault("b", at=Span(2, 4), fix="b"), Fault("a", at=Span(0, 2), fix="a")]) == "ab"
    assert fixed("abc", [Fault("b", at=Span(1, 2), fix=""), Fault("all", at=Span(0, 3), fix="x")]) == "x"
    assert fixed("abc", [Fault("in", at=Span(1, 1), fix="-"), Fault("a", at=Span(0, 1), fix="")]) == "bc"
    assert _mended(_unit("ab", "aabb")) == Mended(_unit("ab", "ab"), ("twice", "twice"))


def test_what_is_uncovered_is_put_right_too() -> None:
    assert _mended(_unit("a", "aaaaa")).unit.target == "a"


def test_a_fault_without_a_place_or_an_answer_changes_nothing() -> None:
    assert fixed("abc", [Fault("x"), Fault("y", at=Span(0, 1))]) == "abc"
    unit = _unit("a", "a")
    assert mend(unit, [first], source=ENGLISH, target=SPANISH).unit is unit


def test_each_form_of_a_plural_is_put_right() -> None:
    unit = _unit("x", "aa", source_plural="xs", targets=("aa", "b", "cc"))
    mended = _mended(unit)
    assert (mended.unit.target, mended.unit.targets) == ("a", ("a", "b", "c"))
    assert mended.checks == ("twice", "twice")


def test_what_is_silenced_obsolete_or_fuzzy_stays() -> None:
    for unit in (
        _unit("a", "aa", flags=("ignore-twice",)),
        _unit("a", "aa", state=State.OBSOLETE),
        _unit("a", "aa", state=State.FUZZY),
    ):
        assert _mended(unit).unit is unit
