"""Tests of letters that the matches of patterns have."""

from __future__ import annotations

import re

import pytest

from tm.text.literals import ByLiterals, literals, may_be_in


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("euros?|EUR", ("euro", "EUR")),
        (r"US\$|\$", ("US$", "$")),
        (r"(?<![^\W_])(?:г|год\w*)(?![^\W_])", ("г", "год")),
        ("(?:ال)?سلاح", ("سلاح",)),
        ("[美加]元|元(?!人)", ("美元", "加元", "元")),
        ("s?ton", ("ton",)),
        ("[Pp]rojets?|[ab]c?", ("Projet", "projet", "a", "b")),
        (r"[)\]]x|a", None),
        (r"a|\d+", None),
        (r"[/_:=\\]", None),
        (r"a\|b|[)|]", ("a", ")", "|")),
        ("(?:no)?", None),
        ("a|", None),
    ],
)
def test_every_match_has_some_of_the_letters(form: str, parts: tuple[str, ...] | None) -> None:
    assert literals(form) == parts


def test_a_bar_in_a_class_or_a_group_ends_no_alternative() -> None:
    assert literals(r"x[a|b]y|(?:c|d)e") == ("x", "c", "d")


@pytest.mark.parametrize("form", ["men+|wom[ae]n", "(?:re)?armed?", r"\bp\.\s?p\.|point", "ab{0,3}c"])
@pytest.mark.parametrize("text", ["menn", "woman", "rearme", "arm", "p. p.", "points", "ac", "abbc", "none"])
def test_a_pattern_that_matches_may_be_in_the_text(form: str, text: str) -> None:
    assert may_be_in(form, text) or not re.search(form, text)


def test_items_come_in_their_order_and_each_once() -> None:
    by = ByLiterals([("m|metres?", 1), (r"\d", 2), ("km", 3), ("litres?", 4)])
    assert list(by.of("5 km, metres")) == [1, 2, 3]
