"""A translation that goes on behind the last figure or tag as its source does is not cut off."""

from __future__ import annotations

import pytest

from tm.checks.same_end import is_closed, same_figures_last, same_last_sentence, same_tags_last


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Now choose the <b>newt</b> frontend.", "Choisissez l’interface <b>newt</b>.", True),
        (
            "Press <b>OK</b> to go on with the installation.",
            "Appuyez sur <b>OK</b> pour continuer l’installation.",
            True,
        ),
        ("Press <b>OK</b> to go on with the installation.", "Appuyez sur <b>OK</b>.", False),
        ("Press <b>OK</b> or <b>Esc</b>.", "Appuyez sur <b>OK</b>.", False),
        ("Thanks&nbsp;to all of them, then.", "Merci&nbsp;!", False),
        ("Start &debian; now.", "Lancez &debian;.", True),
        ("Start it now.", "Lancez.", False),
    ],
)
def test_tags_show_that_the_end_is_there(source: str, target: str, expected: bool) -> None:
    assert same_tags_last(source, target, ("en", "fr")) is expected


def test_figures_show_that_the_end_is_there() -> None:
    assert same_figures_last("It met 12 times in 2019 in all.", "12 réunions en 2019 en tout.", ("en", "fr"))
    assert not same_figures_last("It met 12 times in 2019 in all.", "12 réunions en tout.", ("en", "fr"))


def test_and_behind_a_semicolon_closes_an_item() -> None:
    closed = [text for text in ("a; and", "a ; et", "甲；以及", "a and", "a") if is_closed(text)]
    assert closed == ["a; and", "a ; et", "甲；以及"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("On s’est réuni. On a décidé de se revoir au printemps.", True),
        ("On s’est réuni. On a décidé.", True),
        ("Le Comité et ses deux organes se sont réunis à Genève. Il a décidé.", False),
        ("Le Comité s’est réuni. Ses deux organes aussi. Il a décidé.", False),
        ("On s’est réuni et on a décidé de se revoir au printemps.", False),
    ],
)
def test_the_last_of_as_many_sentences_shows_that_the_end_is_there(target: str, expected: bool) -> None:
    source = "The Committee and its two subsidiary bodies met in Geneva. It decided to meet again in spring."
    assert same_last_sentence(source, target, ("en", "fr")) is expected
