"""The splitter finds the sentences that a reviser would, and gives every text back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.segmentation.split import paragraph_spans, spans, split

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FIXTURES = Path(__file__).parent / "fixtures"


def cases(language: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and sentences of each case: `|` ends a sentence, `\\n` is a line break."""
    lines = (FIXTURES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.replace("\\n", "\n").split("|")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_where_a_reviser_ends_them(language: str) -> None:
    wrong = {
        number: found
        for number, sentences in cases(language)
        if (found := split("".join(sentences), language)) != [sentence.strip() for sentence in sentences]
    }
    assert wrong == {}


def test_the_shared_cases_are_split_as_they_say() -> None:
    path = SHARED / "segmentation_cases.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the project")
    wrong = {
        case["id"]: found
        for case in json.loads(path.read_text(encoding="utf-8"))
        if (found := split(case["text"], case["lang"])) != case["segments"]
    }
    assert wrong == {}


PIECES = st.sampled_from(
    [
        *" \n\t\r\f.?!…;:,()[]\"'«»“”‘’—-。！？；：、《》「」『』（）؟؛،۔¿¡1230aAbBгГéÉ中文国说问أبمو",
        *("\r\n", "\N{NO-BREAK SPACE}", "\N{NEXT LINE}", "\N{PARAGRAPH SEPARATOR}", "\N{IDEOGRAPHIC SPACE}"),
        *("\N{RIGHT-TO-LEFT MARK}", "\N{SOFT HYPHEN}", "e\N{COMBINING ACUTE ACCENT}", "\N{BYTE ORDER MARK}"),
        *("<1>", "</1>", "<2/>", " No. ", " art. 5", "etc. ", "U.S. ", "г. ", "Mr. ", "The ", "EE. UU. ", "J.-C. "),
        *("”说", "¹", "[1]", ". The", "؟“ ", " 2010 г. ", "[...] ", "𝔄", "😀"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_sentences_and_the_white_space_between_give_the_text_back(text: str, language: str) -> None:
    end = 0
    for start, stop in spans(text, language):
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert not text[end:].strip()


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(["\n\n", "\r\n\r\n", "\n \t\n", "\r\r", "\f"]))
def test_paragraphs_are_split_each_for_itself(one: str, two: str, language: str, blank: str) -> None:
    assert split(one + "\n" + blank + two, language) == split(one, language) + split(two, language)


@pytest.mark.parametrize(
    "blank", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\N{NEXT LINE}" * 2, "\N{PARAGRAPH SEPARATOR}"]
)
def test_a_blank_line_parts_paragraphs(blank: str) -> None:
    assert split(f"The General Assembly,{blank}recalling", "en") == ["The General Assembly,", "recalling"]
    assert list(paragraph_spans(f" one{blank} two ")) == [(1, 4), (5 + len(blank), 8 + len(blank))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\N{LINE SEPARATOR}"])
def test_one_line_break_is_white_space(end: str) -> None:
    text = f"It was adopted{end}without a vote.{end}The meeting rose."
    assert split(text, "en") == [f"It was adopted{end}without a vote.", "The meeting rose."]


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("<1>It ended.</1> <2>Then it began.</2>", "en", ["<1>It ended.</1>", "<2>Then it began.</2>"]),
        ("<1>See art.</1> 5. <2/>It applies.", "en", ["<1>See art.</1> 5.", "<2/>It applies."]),
        ("It was adopted.<1/> It applies.", "en", ["It was adopted.<1/>", "It applies."]),
        ("<1>It ended. </1>Then it began.", "en", ["<1>It ended. </1>", "Then it began."]),
        ("“<1>Why now?</1>” he asked.", "en", ["“<1>Why now?</1>” he asked."]),
        ("会议结束。<1>大会闭幕。</1>代表离开。", "zh", ["会议结束。", "<1>大会闭幕。</1>", "代表离开。"]),
    ],
)
def test_inline_tags_stay_on_their_side(text: str, language: str, sentences: list[str]) -> None:
    assert split(text, language) == sentences


def test_invisible_marks_and_decomposed_letters_change_nothing() -> None:
    assert split("Ve\N{COMBINING ACUTE ACCENT}ase el pa\N{COMBINING ACUTE ACCENT}rr. 5. Es claro.", "es") == [
        "Ve\N{COMBINING ACUTE ACCENT}ase el pa\N{COMBINING ACUTE ACCENT}rr. 5.",
        "Es claro.",
    ]
    assert split("See a\N{SOFT HYPHEN}rt. 5.\N{LEFT-TO-RIGHT MARK} It is clear.", "en") == [
        "See a\N{SOFT HYPHEN}rt. 5.\N{LEFT-TO-RIGHT MARK}",
        "It is clear.",
    ]
    assert split("ما العمل؟\N{RIGHT-TO-LEFT MARK} لنبدأ.", "ar") == ["ما العمل؟\N{RIGHT-TO-LEFT MARK}", "لنبدأ."]


@pytest.mark.parametrize("language", [*LANGUAGES, "xx", ""])
def test_texts_without_words_are_split_too(language: str) -> None:
    assert split("", language) == split(" \n\n ", language) == []
    assert split("...", language) == ["..."]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", [".", "a", '"', "“", ". ", "A. ", ".”", "(a? ", "1. ", "。", "。”", "\r\n", "<1>", "</1>", "…"]
)
def test_long_runs_of_one_thing_end(piece: str, language: str) -> None:
    text = piece * (30_000 // len(piece))
    assert sum(stop - start for start, stop in spans(text, language)) <= len(text)
