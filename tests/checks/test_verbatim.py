"""What a screen shows and what speaks to the translators is told from prose."""

from __future__ import annotations

import pytest

from tm import checks
from tm.checks.verbatim import is_code, is_for_translators, is_shown, is_to_be_kept, is_verbatim, without_notes
from tm.model.finding import Span
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

MENU = "Installer boot menu\n\nGraphical install\nAdvanced options       >\nInstall with the help of speech"


@pytest.mark.parametrize(
    "note",
    [
        "Tag: screen",
        "type: verbatim",
        "type: Content of: <article><para><programlisting>",
        'type: Content of: <p><pre class="sh">',
        "type: Fenced code block (bash)",
        "(itstool) path: section/screen",
    ],
)
def test_a_note_says_that_a_text_is_shown_as_it_is(note: str) -> None:
    assert is_verbatim(Unit("Press any key", notes=(note,)))


@pytest.mark.parametrize(
    "note", ["Tag: para", "type: Content of: <p><code></code>rest<b>", "See the screen", "path: a"]
)
def test_other_notes_say_nothing(note: str) -> None:
    assert not is_verbatim(Unit("Press any key", notes=(note,)))


@pytest.mark.parametrize("lang", ["ar", "es", "fr", "ru", "zh"])
def test_a_screen_may_stay_in_english_and_a_paragraph_not(lang: str) -> None:
    said = {}
    for note in ("Tag: screen", "Tag: para"):
        unit = Unit(MENU, MENU, state=State.TRANSLATED, notes=(note,), line=1)
        found = checks.run([unit], path="a.po", source=ENGLISH, target=BY_CODE[lang], select=["untranslated"])
        said[note] = bool(list(found))
    assert said == {"Tag: screen": False, "Tag: para": True}


def test_code_is_only_what_tags_of_code_hold() -> None:
    text = "Type `a b` or <b>c d</b>"
    assert is_code(text, text.index("a b"), text.index("a b") + 3)
    assert not is_code(text, text.index("c d"), text.index("c d") + 3)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("translator-credits", True),
        ("Note to translators: write your names.", True),
        ("Translators work at Headquarters.", False),
        ("The translators can leave.", False),
    ],
)
def test_what_speaks_to_translators_is_known(source: str, expected: bool) -> None:
    assert is_for_translators(source) is expected


def test_only_a_note_that_was_not_translated_is_left_out() -> None:
    source = "See [[the page about the Assembly]]."
    assert without_notes(source, "Voir [[la page sur l’Assemblée]].") == source
    assert without_notes(source, "Voir.") == "See."


def test_a_note_may_bid_that_english_be_left() -> None:
    assert is_to_be_kept("[[Please keep this line in English, and no other.]] Free.")
    assert not is_to_be_kept("[[THIS PARAGRAPH SHOULD BE TRANSLATED, all of it.]] Free.")
    assert not is_to_be_kept("Leave this paragraph in English.")


def test_words_in_tags_of_a_quotation_or_in_several_of_code_are_shown() -> None:
    text = "Lisez <quote>hit any key:</quote> ou <code>a <b>x</b> not present</code>, puis not at all."
    assert is_shown(text, "hit any key", Span(13, 24))
    assert is_shown(text, "x  not present", None)
    assert not is_shown(text, "x  not at all", None)
    assert not is_shown(text, "not at all", Span(text.index("not at"), len(text) - 1))
