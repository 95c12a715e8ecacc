"""Names are offered, with the values around them, and never replaced silently."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tm.exchange.tbx import read
from tm.matching import proposals as module
from tm.matching.adapt import adapt
from tm.matching.proposals import proposals
from tm.model.term import Concept

GLOSSARY = Path(__file__).parents[2] / "locales" / "glossary.tbx"
CONCEPTS = {concept.id: concept for concept in read(GLOSSARY.read_bytes(), "glossary.tbx")}


def offered(query: str, source: str, target: str, languages: tuple[str, str]) -> str:
    found = proposals(query, source, target, *languages, CONCEPTS)
    return found[0].text if found else ""


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("lang", "target", "expected"),
    [
        ("ar", "رسالة مؤرخة 4 أيار/مايو 2022 من البحرين", "رسالة مؤرخة 5 أيار/مايو 2022 من مصر"),
        ("es", "Carta de fecha 4 de mayo de 2022 de Bahrein", "Carta de fecha 5 de mayo de 2022 de Egipto"),
        ("fr", "Lettre datée du 4 mai 2022, Bahreïn", "Lettre datée du 5 mai 2022, Égypte"),
        ("ru", "Письмо от 4 мая 2022 года, Бахрейн", "Письмо от 5 мая 2022 года, Египет"),
        ("zh", "2022年5月4日巴林的信", "2022年5月5日埃及的信"),
    ],
)
def test_another_state_is_offered_with_the_new_date(lang: str, target: str, expected: str) -> None:
    query, source = "Letter dated 5 May 2022, Egypt", "Letter dated 4 May 2022, Bahrain"
    assert offered(query, source, target, ("en", lang)) == expected
    assert adapt(query, source, target, "en", lang) is None


def test_a_name_in_another_case_is_offered_as_the_glossary_has_it() -> None:
    assert offered("Letter of Egypt", "Letter of Bahrain", "Письмо Бахрейна", ("en", "ru")) == "Письмо Египет"


@pytest.mark.parametrize(
    ("query", "source", "target", "expected"),
    [
        # Assistance to Belarus; and in Belarus; for the Philippines; and for Belarus; by the General Assembly
        ("to Chile", "to Belarus", "المساعدة لبيلاروس", "المساعدة لشيلي"),
        ("Chile and Peru", "Chile and Belarus", "شيلي وبيلاروس", "شيلي وبيرو"),
        ("for the Philippines", "for Belarus", "لبيلاروس", "للفلبين"),
        ("and for Belarus", "and for the Philippines", "وللفلبين", "ولبيلاروس"),
        ("in the Philippines", "in Iraq", "بالعراق", "بالفلبين"),
        ("of the General Assembly", "of the Security Council", "لمجلس الأمن", "للجمعية العامة"),
        ("of the Security Council", "of the General Assembly", "للجمعية العامة", "لمجلس الأمن"),
    ],
)
def test_what_is_written_to_an_arabic_name_is_written_to_the_new_one(
    query: str, source: str, target: str, expected: str
) -> None:
    assert offered(query, source, target, ("en", "ar")) == expected


def test_a_name_of_several_russian_words_may_be_in_any_case() -> None:
    query, source = "Report of the Security Council", "Report of the General Assembly"
    assert offered(query, source, "Доклад Генеральной Ассамблеи", ("en", "ru")) == "Доклад Совет Безопасности"


@pytest.mark.parametrize(
    ("query", "source"),
    [("Aid to the Philippines", "Aid to Belarus"), ("Aid to Chile", "Aid to the Russian Federation")],
)
def test_an_english_article_belongs_to_its_name(query: str, source: str) -> None:
    target = {"Belarus": "提供给白俄罗斯的援助", "Federation": "提供给俄罗斯联邦的援助"}[source.split()[-1]]
    assert offered(query, source, target, ("en", "zh")) in ("提供给菲律宾的援助", "提供给智利的援助")


def test_full_names_are_offered_for_full_names() -> None:
    query, source = "the Arab Republic of Egypt", "the Kingdom of Bahrain"
    assert offered(query, source, "le Royaume de Bahreïn", ("en", "fr")) == "le République arabe d’Égypte"


@pytest.mark.parametrize(
    ("query", "source", "target"),
    [
        ("Egypt votes", "Bahrain votes against", "Bahreïn vote contre"),
        ("Egypt and Bahrain", "Bahrain and Bahrain", "Bahreïn et Bahreïn"),
        ("Egypt", "Bahrain", "le Royaume"),
        ("Egypt", "Egypt", "Égypte"),
        ("Egypt and Libya", "Bahrain", "Bahreïn"),
        ("", "", ""),
    ],
)
def test_what_is_not_sure_is_not_offered(query: str, source: str, target: str) -> None:
    assert offered(query, source, target, ("en", "fr")) == ""


def test_changes_say_where_the_names_and_values_stand() -> None:
    (first, *_) = proposals("Item 108, Egypt", "Item 9, Bahrain", "Point 9, Bahreïn", "en", "fr", CONCEPTS.values())
    assert [(first.text[c.start : c.end], c.old, c.kind) for c in first.changes] == [
        ("108", "9", "item"),
        ("Égypte", "Bahreïn", "name"),
    ]


def test_the_longest_name_counts() -> None:
    """Guinea is part of the names of other States."""
    concepts: list[Concept] = list(CONCEPTS.values())
    found = proposals("Guinea-Bissau", "Equatorial Guinea", "Guinée équatoriale", "en", "fr", concepts)
    assert [proposal.text for proposal in found][:1] == ["Guinée-Bissau"]
