"""A pattern is compiled when it is first used, and then behaves as if it had been all the time."""

import copy
import re

import pytest

from tm.text.pattern import pattern


def test_a_pattern_finds_what_the_compiled_one_finds() -> None:
    lazy, compiled, text = (
        pattern(r"(\d+)-й", re.IGNORECASE),
        re.compile(r"(\d+)-й", re.IGNORECASE),
        "На 75-Й и 76-й сессиях",
    )
    for _ in range(2):
        assert lazy.findall(text) == compiled.findall(text) == ["75", "76"]
        assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in compiled.finditer(text)]
        assert lazy.sub(r"\1", text) == compiled.sub(r"\1", text)
        assert lazy.split(text) == compiled.split(text)
        assert lazy.search(text) and lazy.match(text, 3) and lazy.fullmatch(text, 3, 7)
    assert lazy.pattern == compiled.pattern


def test_nothing_is_compiled_before_a_pattern_is_used() -> None:
    broken = pattern("(")
    assert copy.copy(broken) is not broken
    with pytest.raises(re.error):
        broken.search("")


def test_nothing_is_compiled_before_a_text_has_letters_of_a_match() -> None:
    broken = pattern("(", letters="euros?|[$€]")
    text = "ten pounds"
    assert broken.search(text) is None and broken.match(text, 3) is None
    assert list(broken.finditer(text)) == broken.findall(text) == []
    assert broken.sub("_", text) == text
    with pytest.raises(re.error):
        broken.search("ten euros")


@pytest.mark.parametrize("text", ["DIEZ EUROS", "Straße", "STRASSE", "ten pounds", "ЕВРО", ""])
def test_letters_are_looked_for_without_case_where_the_pattern_has_none(text: str) -> None:
    form = "euros?|straße|евро"
    waiting, compiled = pattern(form, re.IGNORECASE, letters=form), re.compile(form, re.IGNORECASE)
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("_", text) == compiled.sub("_", text)


@pytest.mark.parametrize("form", ["(?<!\\w)[وف]?(?:ال)?باب", "不(?:同|一)", r"\bnon\b|état", r"\N{EN DASH}\s?год"])
@pytest.mark.parametrize("text", ["والباب", "不同", "NON, État", "– Год", "Ёж", ""])
def test_an_expression_without_letters_that_have_a_case_is_the_same_with_regard_to_it(form: str, text: str) -> None:
    assert pattern(form, re.IGNORECASE).findall(text) == re.compile(form, re.IGNORECASE).findall(text)
