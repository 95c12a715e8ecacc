"""Adapted matches on generated letters: what is done is right, what can be done is done, no trap is walked into."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.matching.letters import LANGUAGES, Case, generate

adapt: Callable[..., object] = pytest.importorskip("tm.matching.adapt").adapt


@cache
def answers(language: str) -> list[tuple[Case, str | None]]:
    """Ask for all cases of a language once."""
    found = []
    for case in generate(languages=[language]):
        adapted = adapt(case.query, case.remembered, case.target, "en", language)
        found.append((case, adapted.text if adapted else None))
    return found


def share(part: list[tuple[Case, str | None]], whole: list[tuple[Case, str | None]]) -> float:
    return 100 * len(part) / len(whole)


def some(cases: list[tuple[Case, str | None]]) -> str:
    return "\n" + "\n".join(f"{case} -> {answer}" for case, answer in cases[:8])


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_99_of_100_done_are_right(language: str) -> None:
    done = [(case, answer) for case, answer in answers(language) if answer is not None]
    wrong = [(case, answer) for case, answer in done if answer != case.gold]
    assert share(wrong, done) <= 1, some(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_90_of_100_doable_are_done(language: str) -> None:
    doable = [(case, answer) for case, answer in answers(language) if case.doable]
    left = [(case, answer) for case, answer in doable if answer is None]
    assert share(left, doable) <= 10, some(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trap_is_done(language: str) -> None:
    traps = [(case, answer) for case, answer in answers(language) if case.gold is None]
    caught = [(case, answer) for case, answer in traps if answer is not None]
    assert share(caught, traps) <= 1, some(caught)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_are_many_and_of_every_kind(language: str) -> None:
    cases = [case for case, _ in answers(language)]
    assert len(cases) > 800
    assert len({case.kind for case in cases if case.doable}) >= 18
    assert len({case.kind for case in cases if case.gold is None}) >= 9
