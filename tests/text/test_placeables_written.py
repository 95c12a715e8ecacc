"""Placeables are found with their values, and written in the form that stands there, in six languages."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.locales.sessions import RULES
from tm.text import (
    cardinals,
    clock,
    hours,
    month_forms,
    number_roles,
    ordinals,
    placeables,
    plurals,
    replacements,
    weekdays,
    written_dates,
    written_numbers,
)
from tm.text.ordinals import arabic, chinese, english, find_ordinals, french, russian, spanish, write_ordinal
from tm.text.placeable import Placeable, Value
from tm.text.placeables import find_placeables
from tm.text.plurals import plural_category
from tm.text.replacements import write
from tm.text.written_numbers import read_figures, write_figures

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FIXTURE = Path(__file__).parent / "fixtures" / "placeables.tsv"
MODULES = [
    arabic, cardinals, chinese, clock, english, french, hours, month_forms, number_roles, ordinals, placeables, plurals,
    replacements, russian, spanish, weekdays, written_dates, written_numbers,
]  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_examples_in_the_documentation_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried
    assert not failed


def cases() -> list[tuple[str, ...]]:
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def shown(placeable: Placeable) -> str:
    value: Value | str = placeable.value
    if isinstance(value, tuple):
        value = "–".join(".".join(map(str, day)) for day in value)
    return f"{placeable.kind}={value}"


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_placeables_are_found_with_their_values(language: str, text: str, expected: str) -> None:
    assert " ".join(shown(placeable) for placeable in find_placeables(text, language)) == expected


SESSIONS = st.integers(1, 99)


@given(SESSIONS, SESSIONS, st.sampled_from(["ar", "en", "es", "fr", "ru"]))
def test_a_session_in_words_becomes_any_other(old: int, new: int, language: str) -> None:
    text = RULES[language](old)
    (found,) = find_ordinals(text, language)
    written = write_ordinal(text, found.start, found.end, new, language)
    assert found.value == old
    assert text[: found.start] + written + text[found.end :] == RULES[language](new)


@given(st.integers(1, 199), st.integers(1, 199), st.sampled_from(["en", "es", "fr", "ru"]), st.data())
def test_ordinals_keep_their_form(old: int, new: int, language: str, data: st.DataObject) -> None:
    grammar = {"en": english.ENGLISH, "es": spanish.SPANISH, "fr": french.FRENCH, "ru": russian.RUSSIAN}[language]
    feature = data.draw(st.sampled_from(grammar.features))
    text = grammar.spell(old, feature)
    written = write_ordinal(text, 0, len(text), new, language)
    spelled = grammar.spell(new, feature)
    assert written in {"", spelled} or (language, feature) in {("es", "short"), ("es", "m"), ("ru", "f.obl")}


@pytest.mark.parametrize(
    ("language", "text", "value", "expected"),
    [
        ("ru", "на шестой сессии", 5, "пятой"),
        ("ru", "шестой очередной сессии", 3, "третьей"),
        ("ru", "шестой доклад", 5, "пятый"),
        ("ru", "шестой", 5, ""),
        ("ru", "семьдесят шестую", 77, "семьдесят седьмую"),
        ("ru", "Третьего", 40, "Сорокового"),
        ("fr", "la deuxième session", 1, "première"),
        ("fr", "le deuxième point", 1, "premier"),
        ("fr", "deuxième chose", 1, ""),
        ("fr", "les premiers jours", 2, ""),
        ("fr", "PREMIÈRE SESSION", 81, "QUATRE-VINGT-UNIÈME"),
        ("es", "segundo período", 1, "primer"),
        ("es", "en segundo y tercer lugar", 1, ""),
        ("es", "Informes segundo y quinto combinados", 3, "tercero"),
        ("ru", "Сводные шестой и седьмой доклады", 3, "третий"),
        ("ru", "на шестой и седьмой сессиях", 3, "третьей"),
        ("es", "vigesimosexto período", 27, "vigésimo séptimo"),
        ("ar", "الدورة السادسة", 76, "السادسة والسبعون"),
        ("ar", "في الدورة السادسة", 76, "السادسة والسبعين"),
        ("ar", "للدورة العاشرة", 21, "الحادية والعشرين"),
        ("ar", "وافتتحت دورتها السادسة", 76, ""),
        ("ar", "افتتحت اللجنة دورتها السادسة", 76, "السادسة والسبعين"),
        ("ar", "إحياء الذكرى السنوية الخامسة", 75, "الخامسة والسبعين"),
        ("ar", "الدورة العشرون", 5, "الخامسة"),
        ("en", "Seventy-Sixth Session", 21, "Twenty-First"),
        ("en", "ninety-ninth", 200, ""),
    ],
)
def test_an_ordinal_agrees_with_its_noun_or_is_not_written(language: str, text: str, value: int, expected: str) -> None:
    found = next(iter(find_ordinals(text, language)))
    assert write_ordinal(text, found.start, found.end, value, language) == expected


@pytest.mark.parametrize("value", ["0", "7", "1234", "1234567", "12.5", "1234.50"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_read_back_in_each_habit(value: str, language: str) -> None:
    for pattern in ("1,234.5", "1.234,5", "1 234,5", "1\N{NO-BREAK SPACE}234.5", "1234.5", "1234,5"):
        if "1234.5" in read_figures(pattern, language):
            written = write_figures(pattern, "1234.5", value, language, grouped=False)
            assert value in read_figures(written, language)


@pytest.mark.parametrize(
    ("language", "groups"),
    [
        ("ar", [["0"], ["1"], ["2"], ["3", "10", "103"], ["11", "99", "111"], ["100", "102", "1.5"]]),
        ("en", [["1"], ["0", "2", "1.0"]]),
        ("es", [["1"], ["0", "2"], ["1000000"]]),
        ("fr", [["0", "1", "1.5"], ["2"], ["2000000"]]),
        ("ru", [["1", "21"], ["2", "34"], ["5", "11", "112"], ["1.5"]]),
        ("zh", [["0", "1", "2", "1.5"]]),
    ],
)
def test_plurals_follow_cldr(language: str, groups: list[list[str]]) -> None:
    categories = [{plural_category(value, language) for value in group} for group in groups]
    assert all(len(category) == 1 for category in categories)
    assert len(set().union(*categories)) == len(groups)


TEXT = st.text(
    alphabet="0123456789.,/ -–<>()&;:@ivIVXAacfrst٠١٣万亿十二第届七年月日至بندوالمائة один май июля shérd'’º",
    max_size=80,
)


@given(TEXT, st.sampled_from(LANGUAGES))
def test_placeables_lie_in_the_text_in_order_and_never_cross(text: str, language: str) -> None:
    place = 0
    for placeable in find_placeables(text, language):
        assert place <= placeable.start < placeable.end <= len(text)
        place = placeable.end
        inner = placeable.start
        for slot in placeable.slots:
            assert inner <= slot.start < slot.end <= placeable.end
            inner = slot.end


@given(TEXT, st.sampled_from(LANGUAGES))
def test_writing_the_same_value_changes_nothing_that_is_read(text: str, language: str) -> None:
    for placeable in find_placeables(text, language):
        like = text[placeable.start : placeable.end]
        edits = write(text, placeable, placeable.value, placeable.value, language, like)
        for start, end, new in reversed(edits):
            again = find_placeables(text[:start] + new + text[end:], language)
            assert any(placeable.value in (other.value, *other.others) for other in again)
