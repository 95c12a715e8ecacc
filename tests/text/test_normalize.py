"""Equal segments meet under one key."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.text.normalize import match_key

CASES = [
    ("", ""),
    (" \n\t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE} ", ""),
    ("two\n  words", "two words"),
    ("S.\N{NARROW NO-BREAK SPACE}E.\N{NO-BREAK SPACE}M.", "S. E. M."),
    ("co\N{SOFT HYPHEN}operation", "cooperation"),
    ("e\N{COMBINING ACUTE ACCENT}tat", "état"),
    ("الأمـــم المتحدة", "الأمم المتحدة"),  # the United Nations, stretched by kashida
    ("\N{RIGHT-TO-LEFT ISOLATE}A/75/912\N{POP DIRECTIONAL ISOLATE}", "A/75/912"),
    ("\N{ARABIC LETTER MARK}٣٠\N{RIGHT-TO-LEFT MARK}", "٣٠"),
    ("A\N{ZERO WIDTH SPACE}B", "A\N{ZERO WIDTH SPACE}B"),
    ("Ａ", "Ａ"),  # full width is another character, not another way to write one
    ("Case Stays", "Case Stays"),
]


@pytest.mark.parametrize(("text", "key"), CASES)
def test_a_key_is_the_text_without_writing_habits(text: str, key: str) -> None:
    assert match_key(text) == key


DROPPED = re.compile("[\u00ad\u0640\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


@given(st.text())
def test_a_key_is_what_the_contract_says_step_by_step(text: str) -> None:
    assert match_key(text) == " ".join(DROPPED.sub("", unicodedata.normalize("NFC", text)).split())


@given(st.text(), st.sampled_from("\u00ad\u200e\u200f\u061c\u2067"), st.integers(0, 50))
def test_an_invisible_mark_between_words_changes_no_key(text: str, mark: str, place: int) -> None:
    words = text.split()
    place = min(place, len(words))
    assert match_key(" ".join([*words[:place], mark, *words[place:]])) == match_key(" ".join(words))
