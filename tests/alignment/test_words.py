"""Words are what of a sentence may return in its translation."""

import pytest

from tm.alignment.skeleton import skeleton
from tm.alignment.words import label_words, words


def test_values_are_the_same_in_all_languages() -> None:
    texts = {
        "en": "It cost 1,234.5 million in 25 countries?",
        "fr": "Cela a coûté 1 234,5 millions dans 25 pays ?",
        "ru": "Это стоило 1 234,5 млн в 25 странах?",
        "zh": "这在25个国家花费了12.345亿？",
    }
    common = set.intersection(*(set(words(text, code)) for code, text in texts.items()))
    assert common == {"=1234500000", "=25", "'?"}


def test_symbols_and_addresses_are_words() -> None:
    assert "=A/RES/70/1" in words("大会第A/RES/70/1号决议", "zh")


def test_forms_of_a_word_are_one() -> None:
    assert set(words("nations", "en")) == set(words("Nation", "en"))
    assert set(words("للأمم", "ar")) == set(words("الأمم", "ar"))


def test_chinese_characters_stand_alone_and_in_pairs() -> None:
    assert words("联合国", "zh") == ["联", "合", "联合", "国", "合国"]


def test_tags_are_no_words() -> None:
    assert words("<1>General</1> <2/>Assembly", "en") == words("General Assembly", "en")


@pytest.mark.parametrize(("label", "language"), [("(c)", "en"), ("c)", "fr"), ("(ج)", "ar")])
def test_letters_of_lists_are_the_same_in_all_languages(label: str, language: str) -> None:
    assert label_words(label, language) == ["§letter 2"]


def test_numbering_is_no_number_of_the_text() -> None:
    assert label_words("12.", "en") == ["§12"]
    assert label_words("", "en") == []


@pytest.mark.parametrize(
    "names",
    [
        ("bangladesh", "бангладеш", "بنغلاديش"),
        ("virus", "вирус", "فيروس"),
        ("meerjady", "мирджади", "ميرجادي"),
        ("genève", "geneve"),
    ],
)
def test_names_that_sound_alike_have_one_skeleton(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1


def test_chinese_has_no_skeleton() -> None:
    assert skeleton("日内瓦") == ""
