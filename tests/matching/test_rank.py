"""Matches are ordered by score, context, penalties and the newest."""

import random

from tm.matching.rank import Candidate, agreement, penalties, rank
from tm.model.match import Context, Entry, Kind, Origin, Status
from tm.text.normalize import match_key

A, B, END = match_key("A."), match_key("B."), match_key("")


def entry(number: int = 1, date: str = "", status: Status = Status.TRANSLATED, role: str = "") -> Entry:
    return Entry(number, {"en": "A.", "fr": "B."}, role, Origin("letter", "", date), status=status)


def test_candidates_come_by_score_then_context_then_penalties_then_date_then_what_came_last() -> None:
    ordered = [
        Candidate(entry(1), 100.0, 2),
        Candidate(entry(2), 100.0, 1),
        Candidate(entry(3, "2020-01-01"), 100.0, 0),
        Candidate(entry(4, "2022-01-01"), 100.0, 0, (("draft", 3.0),)),
        Candidate(entry(5, "2023-01-01"), 100.0, 0, (("draft", 3.0), ("other role", 1.0))),
        Candidate(entry(6), 90.0, 2),
        Candidate(entry(7, "2022-07-30"), 90.0, 0),
        Candidate(entry(8, "2022-07-29"), 90.0, 0),
        Candidate(entry(11, ""), 90.0, 0),
        Candidate(entry(10, ""), 90.0, 0),
        Candidate(entry(12, "2030-01-01"), 89.9, 0),
    ]
    for seed in range(5):
        shuffled = random.Random(seed).sample(ordered, len(ordered))
        assert rank(shuffled) == ordered


def test_kinds() -> None:
    assert Candidate(entry(), 100.0, 2).kind is Kind.CONTEXT
    assert Candidate(entry(), 100.0, 1).kind is Kind.EXACT
    assert Candidate(entry(), 99.0, 2).kind is Kind.FUZZY


def test_only_known_neighbours_agree() -> None:
    assert agreement(Context(A, B), Context(A, B)) == 2
    assert agreement(Context(END, END), Context(END, END)) == 2
    assert agreement(Context(A, B), Context(A, A)) == 1
    assert agreement(Context(A, None), Context(A, None)) == 1
    assert agreement(Context(), Context()) == 0
    assert agreement(Context(END, A), Context(None, B)) == 0


def test_distrust_and_another_role_are_penalties_and_unknown_roles_are_not() -> None:
    assert penalties(entry(), "") == ()
    assert penalties(entry(status=Status.REVIEWED, role="heading"), "") == ()
    assert penalties(entry(role="heading"), "heading") == ()
    assert penalties(entry(role="heading"), "table-cell") == (("other role", 1.0),)
    assert penalties(entry(status=Status.ALIGNED), "heading") == (("alignment not reviewed", 3.0), ("other role", 1.0))
    assert penalties(entry(status=Status.MACHINE), "") == (("machine translation", 10.0),)
