"""Excerpts fit the terminal, keep what is meant in sight, and print nothing that steers it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.cli.report.excerpt import cut, excerpts
from tm.cli.report.visible import visible, width
from tm.model.finding import Finding, Severity, Span

PIECES = st.lists(
    st.sampled_from(["a", "决", "e\u0301", "\u0301" * 50, "س", "\x1b[31m", "\u202e", " ", "\ud800", "\n"]), max_size=60
)


def plain(text: str) -> str:
    return text


def test_long_texts_are_cut_around_the_place() -> None:
    found = cut("0123456789" * 30 + "HERE" + "abcdefghij" * 30, Span(300, 304), 20)
    assert (found.before, found.marked, found.after) == ("…3456789", "HERE", "abcdefg…")
    assert cut("short HERE text", Span(6, 10), 40).after == " text"


def test_wide_characters_take_two_cells() -> None:
    finding = Finding("number", Severity.ERROR, "a.po", 1, "zh", "a 47", "共有74个", "x", Span(2, 4), Span(2, 4))
    assert list(excerpts(finding, 60, plain, plain)) == [
        "      │ a 47", "      │   ^^", "   zh │ 共有74个", "      │     ^^",
    ]  # fmt: skip


@pytest.mark.parametrize(("at", "shown"), [(Span(5, 5), "∅"), (Span(1, 1), "b")])
def test_a_place_between_two_characters_is_shown(at: Span, shown: str) -> None:
    assert cut("abcde", at, 20).marked == shown


@given(PIECES.map("".join), st.integers(0, 80), st.integers(0, 80), st.integers(20, 60))
def test_nothing_is_wider_than_there_is_room_for_or_steers(text: str, one: int, other: int, cells: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = cut(text, Span(start, end), cells)
    assert width(found.before) + width(found.marked) + width(found.after) <= cells + 2
    shown = found.before + found.marked + found.after
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert shown or not text


@given(st.text(st.characters(), max_size=40))
def test_what_is_visible_can_be_printed_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown


def test_ten_thousand_marks_on_a_letter_are_not_printed() -> None:
    found = cut("a" + "\N{COMBINING ACUTE ACCENT}" * 10_000, Span(0, 10_001), 40)
    assert len(found.marked) <= 161


@pytest.mark.parametrize(
    ("fix", "shown"), [("", "(nothing)"), (" ", "(a space)"), ("\N{NO-BREAK SPACE}", "(a no-break space)"), ("a", "a")]
)
def test_a_fix_that_cannot_be_seen_is_named(fix: str, shown: str) -> None:
    finding = Finding("spacing", Severity.ERROR, "a.po", 1, "fr", "a: b", "a: b", "x", Span(1, 1), fix=fix)
    assert list(excerpts(finding, 60, plain, plain))[-1] == f"  fix │ {shown}"


def test_an_escape_in_arabic_reads_from_the_left() -> None:
    finding = Finding("bidi", Severity.ERROR, "a.po", 1, "ar", "a", "\N{RIGHT-TO-LEFT OVERRIDE}ب", "x", Span(0, 1))
    (_, line) = excerpts(finding, 60, plain, plain)
    assert "⟦\N{LEFT-TO-RIGHT ISOLATE}\\u202e\N{POP DIRECTIONAL ISOLATE}⟧ب" in line


def test_an_arabic_original_reads_from_the_right_with_its_mark_in_brackets() -> None:
    source = "A/76/L.1: تضم المجموعة 47 عضوا."
    of = Span(source.index("47"), source.index("47") + 2)
    finding = Finding("number", Severity.ERROR, "a.po", 1, "fr", source, "74 membres", "x", Span(0, 2), of)
    assert list(excerpts(finding, 60, plain, plain)) == [
        "      │ \N{RIGHT-TO-LEFT ISOLATE}A/76/L.1: تضم المجموعة ⟦47⟧ عضوا.\N{POP DIRECTIONAL ISOLATE}",
        "   fr │ 74 membres",
        "      │ ^^",
    ]
