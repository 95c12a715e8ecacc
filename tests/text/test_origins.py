"""Each character of a key comes from somewhere in the text."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tm.text.normalize import match_key
from tm.text.origins import spans_in_text

PARTS = (
    "a", "e", "E", " ", "\N{NO-BREAK SPACE}", "\n", "é", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}",
    "\N{COMBINING LONG SOLIDUS OVERLAY}", "=", "\N{ARABIC TATWEEL}", "\N{SOFT HYPHEN}", "\N{RIGHT-TO-LEFT MARK}", "ا",
    "\N{ARABIC MADDAH ABOVE}", "가", "\N{HANGUL CHOSEONG KIYEOK}", "\N{HANGUL JUNGSEONG A}", "\N{HANGUL JONGSEONG KIYEOK}",
)  # fmt: skip
ANY = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(st.one_of(st.sampled_from(PARTS), ANY), max_size=14)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_every_character_of_a_key_is_found_in_the_text_in_order(text: str) -> None:
    key = match_key(text)
    spans = spans_in_text(text, [(place, place + 1) for place in range(len(key))])
    for (start, end), letter in zip(spans, key, strict=True):
        assert letter in unicodedata.normalize("NFC", text[start:end]) or (letter == " " and text[start].isspace())
    assert list(spans) == sorted(spans)
