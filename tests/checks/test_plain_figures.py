"""Two texts of which it is said quickly that they have the same figures have numbers that all find a partner."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.checks import values
from tm.checks.examples import characters
from tm.checks.plain_figures import are_alike
from tm.text.numbers import find_numbers
from tm.text.plain import plain

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
AROUND = {
    "ar": "في من و عام ألف ملايين في المائة كوفيد- السادسة تموز/يوليه مارس , ، . ( ) % - – / ٪",
    "en": "in of and from thousand million per cent COVID- one two hundred Phase IV rd p.m. 's July May , . ( ) % - – / $ the",
    "es": "en de y los años mil millones por ciento COVID- dos julio mayo , . ( ) % - – / $ º decenio de los",
    "fr": "en de et années mille millions pour cent COVID- deux juillet mai , . ( ) % - – / er e h",
    "ru": "в и от тыс. млн процентов COVID- два июля мая , . ( ) % - – / -е -х гг. век",
    "zh": "在 和 万 亿 年 年代 世纪 月 日 个 百分之 多 COVID- 二 7月 ， 。 （ ） % - – / 第 名",
}
FIGURES = ("3", "15", "19", "30", "90", "100", "2000", "2019", "1,000", "2.5", "٣", "１５", "007")


def _are_partners(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Say whether the slow way finds nothing that differs."""
    left, right = values._side(source, source_language, ()), values._side(target, target_language, ())
    return not any(values._differences(left, right, duals="ar" in (source_language, target_language)))


def _texts(language: str) -> st.SearchStrategy[str]:
    words = st.sampled_from((*AROUND[language].split(" "), *FIGURES, *FIGURES))
    between = st.sampled_from((" ", " ", "", "\N{NO-BREAK SPACE}"))
    pieces = st.lists(st.tuples(words, between), min_size=1, max_size=8)
    return pieces.map(lambda found: "".join(word + gap for word, gap in found))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@given(data=st.data())
def test_what_is_alike_differs_in_no_number(language: str, data: st.DataObject) -> None:
    source, target = data.draw(_texts("en")), data.draw(_texts(language))
    if are_alike(source, target, "en", language) and values._name_the_same(source, target, "en", language):
        assert _are_partners(source, target, "en", language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_figures_that_are_plain_are_numbers_of_one_value(language: str, data: st.DataObject) -> None:
    text = data.draw(_texts(language))
    if are_alike(text, text, language, language):
        sure = [number for number in find_numbers(text, language) if not number.loose]
        assert all(number.text.lstrip("0")[-1:].isdigit() or number.text.strip("0") == "" for number in sure)
        assert _are_partners(text, text, language, language)


def _pairs() -> list[tuple[str, str, str, str]]:
    """Give the pairs of the examples of all checks."""
    found = []
    for path in sorted(Path(str(resources.files("tm.checks") / "examples")).glob("*.tsv")):
        for row in csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            *others, lang = row["lang"].split(">")
            source, target = plain(characters(row["source"])), plain(characters(row["target"]))
            found.append((source, target, others[0] if others else "en", lang))
    return found


def test_among_the_examples_nothing_is_missed() -> None:
    alike = [
        (source, target, one, other)
        for source, target, one, other in _pairs()
        if are_alike(source, target, one, other) and values._name_the_same(source, target, one, other)
    ]
    assert len(alike) > 300
    assert [pair for pair in alike if not _are_partners(*pair)] == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("5 of 30 million", "5 из 30 млн", "ru"),
        ("the 90s", "les années 90", "fr"),
        ("at 3 p.m.", "a las 3", "es"),
        ("3/5 days", "3/5 jours", "fr"),
        ("on 2022-07-25", "le 2022-07-25", "fr"),
        ("7 people on 25 July", "7月25日", "zh"),
        ("Phase IV of 5", "5 фаза", "ru"),
        ("12,000 people", "12,000 人", "zh"),
        ("30 of them", "30年代", "zh"),
        ("by 2019", "в 2020 году", "ru"),
    ],
)
def test_what_may_be_more_than_it_looks_is_read_the_slow_way(source: str, target: str, language: str) -> None:
    assert not are_alike(source, target, "en", language)


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("COVID-19 за 30 дней в 2019 году (5 %).", "ru"),
        ("COVID-19 en 30 jours en 2019 (5 %).", "fr"),
        ("2019年30天内COVID-19（5%）。", "zh"),
        ("كوفيد-19 خلال 30 يوما في عام 2019 (5%).", "ar"),
    ],
)
def test_figures_may_come_in_another_order(target: str, language: str) -> None:
    assert are_alike("COVID-19 within 30 days in 2019 (5%).", target, "en", language)
