"""Terms are found in any form of their words, the longest first."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.exchange import tbx
from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import recognize, recognize_forbidden

BUILT_IN = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
GLOSSARY = Glossary(tbx.read(BUILT_IN.read_bytes(), "glossary.tbx"))


def _ids(text: str, language: str) -> list[str]:
    return [one.concept.id for one in recognize(GLOSSARY, text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Equatorial Guinea and Papua New Guinea", ["state-gq", "state-pg"]),
        ("en", "Guinea-Bissau and Guinea", ["state-gw", "state-gn"]),
        ("en", "the Niger and Nigeria", ["state-ne", "state-ng"]),
        ("en", "the Democratic Republic of the Congo", ["state-cd"]),
        ("en", "Member States’ views; a turkey in a china shop", ["furniture-member-state"]),
        ("en", "the Security Council, the General Assembly", ["organ-sc", "organ-ga"]),
        ("en", "Who is the one?", []),
        ("en", "developing country", ["term-developing-countries"]),
        ("fr", "à l’Assemblée générale ou aux Nations Unies", ["organ-ga", "organ-un"]),
        ("ru", "Республикой Беларусь и Египтом", ["state-by", "state-eg"]),
        ("ru", "в Китае, Китаем, из Китая", ["state-cn", "state-cn", "state-cn"]),
        ("ru", "Того же мнения придерживается того", ["state-tg"]),
        ("ru", "в Нигерии и Нигере, Нигера", ["state-ng", "state-ne", "state-ne"]),
        ("ar", "وللجمعية العامة لدى الأمم المتحدة", ["organ-ga", "organ-un"]),
        ("ar", "الأُمَم المتّحدة", ["organ-un"]),
        ("zh", "索马里、马里、印度尼西亚和印度", ["state-so", "state-ml", "state-id", "state-in"]),
        ("es", "los Estados Miembros", ["furniture-member-state"]),
    ],
)
def test_the_longest_term_is_found_in_any_form(language: str, text: str, expected: list[str]) -> None:
    assert _ids(text, language) == expected


def test_punctuation_parts_two_words() -> None:
    assert _ids("in general. Assembly of parts", "en") == []
    assert _ids("the Security, Council", "en") == []


def test_what_is_deprecated_is_found_as_it_is_written_only() -> None:
    assert [one.term.text for one in recognize_forbidden(GLOSSARY, "в Белоруссии и Беларуси", "ru")] == ["Белоруссия"]
    assert recognize_forbidden(GLOSSARY, "بيلاروس", "ar") == ()
    assert [one.term.text for one in recognize_forbidden(GLOSSARY, "وبيلاروسيا", "ar")] == ["بيلاروسيا"]


def test_places_are_those_of_the_plain_text() -> None:
    (found,) = recognize(GLOSSARY, "The <1>General Assembly</1> met", "en")
    assert (found.start, found.end) == (4, 20)


def test_an_acronym_is_one_in_capitals_only() -> None:
    terms = (Term("WHO", "en", TermStatus.PREFERRED, TermKind.ACRONYM), Term("OMS", "fr"))
    small = Glossary((Concept("who", "agency", terms),))
    assert [one.term.text for one in recognize(small, "Those who know WHO", "en")] == ["WHO"]


def test_a_glossary_without_terms_in_a_language_finds_nothing() -> None:
    assert recognize(Glossary(), "General Assembly", "en") == ()
    assert recognize(Glossary(), "大会", "zh") == ()


ODD = [
    "\ud800",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{COMBINING ACUTE ACCENT}",
    "<1>",
    "</ p>",
    "’",
    "-",
    "а",
    "ال",
    "大会",
]


@given(st.lists(st.sampled_from([*ODD, "General", "Assembly", "Беларусь", "وال", "的", "É"]), max_size=20))
def test_no_text_breaks_it_and_places_lie_within(parts: list[str]) -> None:
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        text = " ".join(parts)
        found = recognize(GLOSSARY, text, language)
        assert all(0 <= one.start < one.end <= len(text) + 2 * len(parts) for one in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_sentence_takes_microseconds_with_the_whole_glossary() -> None:
    text = (
        "The Permanent Mission of the Republic of Belarus to the United Nations presents its compliments to the "
        "Secretary-General and requests that the letter be circulated as a document of the General Assembly."
    )
    recognize(GLOSSARY, text, "en")
    start = time.process_time()
    for _ in range(300):
        recognize(GLOSSARY, text, "en")
    assert (time.process_time() - start) / 300 < 200e-6
