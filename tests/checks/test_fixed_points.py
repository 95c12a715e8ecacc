"""A sentence of which a figure, an acronym or an address is in both texts is surely in both."""

from __future__ import annotations

import pytest

from tm.checks.fixed_points import confirmed
from tm.checks.sentence_count import gain, loss


@pytest.mark.parametrize(
    ("text", "other", "languages", "expected"),
    [
        ("WHO left. It met in 1946.", "Elle est partie. Elle s’est réunie en 1946.", ("en", "fr"), [False, True]),
        ("It uses Debian. It is free.", "Это система Debian. Она свободна.", ("en", "ru"), [True, False]),
        ("It uses Debian. It is free.", "C’est Debian. C’est libre.", ("en", "fr"), [False, False]),
        ("See 5. See 5. Go.", "Voir 5. Partez.", ("en", "fr"), [False, False, False]),
        ("See \N{OBJECT REPLACEMENT CHARACTER}.", "见\N{OBJECT REPLACEMENT CHARACTER}。", ("en", "zh"), [True]),
    ],
)
def test_points_confirm_sentences(text: str, other: str, languages: tuple[str, str], expected: list[bool]) -> None:
    assert confirmed(text, other, languages) == expected


def test_a_confirmed_sentence_is_neither_lost_nor_added() -> None:
    source = "The first round was in 2011, the second in 2014. The third round will be done in 2017."
    target = "Le premier cycle date de 2011, le deuxième de 2014 et le troisième de 2017."
    assert loss(source, target, "en", "fr") < 0
    assert gain(target, source, "fr", "en") < 0
    assert loss(source, target.replace(" et le troisième de 2017", ""), "en", "fr") > 2


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Les essais cliniques ont commencé en Chine. Les résultats préliminaires ont été publiés.", [True, True]),
        ("Les essais cliniques ont commencé en Chine. Le Conseil économique se réunira.", [True, False]),
        ("Les essais cliniques ont commencé. Des essais cliniques !", [False, False]),
    ],
)
def test_words_that_both_texts_have_as_often_confirm_a_sentence(target: str, expected: list[bool]) -> None:
    source = "Clinical trials were begun in China in February, with publication of preliminary results."
    assert confirmed(target, source, ("fr", "en")) == expected
