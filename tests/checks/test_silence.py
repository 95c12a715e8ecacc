"""Silences are read from flags and comments; those that silence nothing, or name no check, are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm import checks
from tm.checks.silence import silences
from tm.model.finding import Severity, Silence
from tm.model.language import ENGLISH, FRENCH
from tm.model.unit import State, Unit

COMMENTS = {
    "tm: ignore number — the source is wrong": {"number": "the source is wrong"},
    "tm: ignore number - the source is wrong": {"number": "the source is wrong"},
    "tm: ignore number: the source is wrong": {"number": "the source is wrong"},
    "TM: Ignore number, date": {"number": "", "date": ""},
    "tm: ignore end-punctuation": {"end-punctuation": ""},
    "tm: ignore quotes as in the original — twice": {"quotes": "as in the original — twice"},
    "tm: ignore number, date – المصدر خطأ": {"number": "المصدر خطأ", "date": "المصدر خطأ"},
    "tm：ignore number，date——原文有误": {"number": "原文有误", "date": "原文有误"},
    "tm: ignore number、date：原文有误": {"number": "原文有误", "date": "原文有误"},
    "tm: ignore number، date؛ المصدر خطأ": {"number": "المصدر خطأ", "date": "المصدر خطأ"},
    "tm : ignore number : la source est fausse": {"number": "la source est fausse"},
    "tm: ignore": {},
    "ignore number": {},
    "see tm: ignore number": {},
    "tm: 87% A/75/912": {},
}


@pytest.mark.parametrize(("comment", "expected"), COMMENTS.items(), ids=COMMENTS)
def test_a_translators_comment_silences_with_its_reason(comment: str, expected: dict[str, str]) -> None:
    found = silences(Unit("a", comments=("Another comment", comment)))
    assert {name: silence.reason for name, silence in found.items()} == expected
    assert {silence.by for silence in found.values()} <= {"comment"}


def test_a_comment_tells_more_than_a_flag() -> None:
    unit = Unit("a", comments=("tm: ignore number — why",), flags=("c-format", "ignore-number", "ignore-tag"))
    assert silences(unit) == {"number": Silence("comment", "why"), "tag": Silence("flag")}


@given(st.text(alphabet=" tm:ignore-,—\nab", max_size=200))
def test_no_comment_takes_long_or_fails(text: str) -> None:
    silences(Unit("a", comments=(f"tm: ignore {text}",)))


def _told(unit: Unit, *, across: bool = False, ignore: tuple[str, ...] = ()) -> list[tuple[str, Severity]]:
    found = list(checks.run([unit], path="a.po", source=ENGLISH, target=FRENCH, ignore=ignore, silenced=True))
    told = list(checks.run_silences([unit], found, path="a.po", target=FRENCH, across=across, ignore=ignore))
    assert all(finding.check == "unused-silence" and finding.line == 7 for finding in told)
    return [(finding.message, finding.severity) for finding in told]


def _unit(*flags: str, comments: tuple[str, ...] = (), target: str = "74 membres", **fields: object) -> Unit:
    fields = {"state": State.TRANSLATED, "line": 7, **fields}
    return Unit("47 members", target, flags=flags, comments=comments, **fields)  # type: ignore[arg-type]


def test_a_silence_that_silences_something_is_not_told() -> None:
    assert _told(_unit("ignore-number")) == []
    assert _told(_unit(comments=("tm: ignore number — so it is",))) == []


def test_a_silence_that_silences_nothing_is_told() -> None:
    expected = [("the silence of number silences nothing: take it out", Severity.INFO)]
    assert _told(_unit("ignore-number", target="47 membres")) == expected


def test_checks_that_did_not_look_leave_their_silences_alone() -> None:
    assert _told(_unit("ignore-number", target="47 membres"), ignore=("number",)) == []
    assert _told(_unit("ignore-number", target="47 membres", state=State.FUZZY)) == []
    assert _told(_unit("ignore-number", target="47 membres", state=State.OBSOLETE)) == []
    assert _told(_unit("ignore-inconsistent-target", target="47 membres")) == []
    assert len(_told(_unit("ignore-inconsistent-target", target="47 membres"), across=True)) == 1


def test_an_unknown_name_is_a_warning_in_our_comment_and_in_a_flag_only_where_a_name_is_near() -> None:
    message, severity = _told(_unit(comments=("tm: ignore nummer — x",)))[0]
    assert (message, severity) == ("the silence names no check: there is no nummer: write number", Severity.WARNING)
    assert _told(_unit("ignore-same", "ignore-end-stop")) == [], "checks of Weblate"
    assert [severity for _, severity in _told(_unit("ignore-nummber"))] == [Severity.INFO]
