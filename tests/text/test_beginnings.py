from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.text.beginnings import ByBeginning

PATTERNS = [
    "re-?arm|war", "[Pp]eace-?keep", r"arms\b|armed", "(?:un)?just", "(?:in|un)(?!der)accept", "x*y", "a{2,3}b", r"\w+ish",
    "[a-z]x", "States? (?:of|in)", "l['’]arme|non armé", "демилитари|военн", r"(?=.*no)no\s", "ab|(?:a|b)+c", r"\d+ km",
    "Secr[ée]taire|secretar[iy]", r"no[\s-]arm", r"in (?:just )?x", r"un, y", r"(?:km|\d)\d*x",
    "(?:re|in){0,2}x", "(?:un)*y", "in{0,3}x", "re+x", r"[re\s\-]+x", r"no\.|x", r"b[^c]", "(?:[ab]|re(?:arm)?)x", "(?-i:In)x",
]  # fmt: skip
PIECES = [
    "re", "arm", "war", "Peace", "keep", "arms", "armed", "un", "in", "just", "accept", "x", "y", "aab", "ish", "State",
    "of", "l’", "non", "é", "военный", "no", "b", "c", "5", "km", "Secré", "taire", " ", "-", ", ", "\n", "_",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_pattern_is_left_out_that_matches_at_the_beginning_of_a_word(text: str) -> None:
    matching = [form for form in PATTERNS if re.search(rf"(?<!\w)(?:{form})", text, re.IGNORECASE)]
    assert set(matching) <= set(ByBeginning((form, form) for form in PATTERNS).of(text))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("re-?arm", "repeat again"),
        ("war", "wall"),
        ("[Pp]eace", "Pest"),
        ("(?:in|un)just", "inner"),
        (r"arms\b|armed", "ark"),
        ("of the", "off there"),
        ("of the", "often"),
        ("of the", "of all the"),
        (r"The\sCourt", "The Council"),
        ("militari[sz]e", "military"),
        ("военн", "война"),
    ],
)
def test_a_pattern_is_left_out_where_no_word_begins_so(form: str, text: str) -> None:
    assert ByBeginning([(form, 1)]).of(text) == []


def test_a_pattern_that_may_begin_with_anything_is_never_left_out() -> None:
    assert ByBeginning([(r"\w+ish", 1), (r"[^b]x", 2), ("(?:un)?", 3)]).of("A text.") == [1, 2, 3]
