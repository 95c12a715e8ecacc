"""The words of a text are cut once, and each stands where it is said to stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tm.text.words import bare, folded, letter_runs, word_starts, words

TEXTS = st.text(st.sampled_from("aBéİßΣςЖёوَ٣7_ ’.-的²\n"), max_size=40)


@given(TEXTS)
def test_words_are_those_of_the_folded_text_each_in_its_place(text: str) -> None:
    low = folded(text)
    spans = [match.span() for match in re.finditer(r"\w+", low)]
    held = words(text)
    assert len(low) == len(text)
    assert list(held) == [low[start:end] for start, end in spans]
    assert list(word_starts(text)) == [start for start, _ in spans]


@given(TEXTS)
def test_runs_of_letters_are_all_there_with_figures_at_most_between_them(text: str) -> None:
    found = [run for run in letter_runs(text) if not run.isdecimal()]
    assert found == re.findall(r"[^\W\d_]+", folded(text))


def test_vowel_signs_cut_no_arabic_word() -> None:
    assert words(bare("كِتَاب جديـد", "ar")) == ["كتاب", "جديد"]
    assert bare("déjà", "fr") == "déjà"
