"""Tokens that are cut word by word, and the runs of letters in them."""

import pytest

from tm.matching.trigrams import tokens_of, trigrams
from tm.text.normalize import match_key
from tm.text.tokens import tokens


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See <1>A/75/912</1>, §2",
        "L’Organisation des Nations Unies (ONU)",
        "Генеральная Ассамблея, 76-я сессия",
        "الجمعية العامة، الدورة السادسة والسبعون",
        "大会第七十六届会议议程项目18",
        "第76届 会议",
        "Straße STRASSE ΣΊΣΥΦΟΣ İ",
    ],
)
def test_the_tokens_are_those_of_the_whole_key_also_when_its_words_were_met(text: str) -> None:
    key = match_key(text)
    assert tokens_of(key) == tokens_of(key) == tokens(key)


def test_words_in_another_form_share_most_trigrams() -> None:
    one, other = trigrams(["резолюция"]), trigrams(["резолюции", "резолюции", "."])
    assert one - other == {"ция", "ия ", "я  "}
    assert trigrams(["会", "1"]) == {"  会", " 会 ", "会  ", "  1", " 1 ", "1  "}
    assert trigrams([".", "<1>"]) == set()
