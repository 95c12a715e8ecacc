"""Tags: listed, stripped, cut, put back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.model.document import Code
from tm.text.codes import Atom, Kind, cut, divide, line_breaks, plain, put_back, raw, segment, strip_tags, tags


def literally(before: str, text: str, after: str) -> str:
    return text


def test_tags_are_listed_and_stripped() -> None:
    text = "<1>a</1> <2/> <b> < 3> <1234567>"
    assert tags(text) == ("<1>", "</1>", "<2/>")
    assert strip_tags(text) == "a  <b> < 3> <1234567>"


CODES = (Code(1, "**", "**", "bold"), Code(2, "`x`", None, "code"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<1>a</1> <2/>", "**a** `x`"),
        ("<2/> <1>a</1>", "`x` **a**"),
        ("<2/><2/>", "`x``x`"),
        ("<1>a", "a"),
        ("a</1>", "a"),
        ("</1>a<1>", "a"),
        ("<1><1>a</1></1>", "a"),
        ("<1/>", ""),
        ("<3>a</3><4/>", "a"),
        ("<2>a</2>", "`x`a"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_tags_are_put_back_and_wrong_ones_left_out(text: str, expected: str) -> None:
    assert put_back(text, CODES, literally) == expected


def test_the_escape_sees_what_stands_around() -> None:
    seen: list[tuple[str, str, str]] = []

    def escape(before: str, text: str, after: str) -> str:
        seen.append((before, text, after))
        return text

    put_back("a<1>b</1>c", CODES, escape)
    assert seen == [("", "a", "**"), ("**", "b", "**"), ("**", "c", "")]


def test_line_breaks_are_counted_as_editors_do() -> None:
    assert line_breaks("a\nb\r\nc\rd\N{LINE SEPARATOR}\x0c\x85") == 3


BOLD_OPEN, BOLD_CLOSE = Atom(Kind.OPEN, "**", "", "bold", 1), Atom(Kind.CLOSE, "**", "", "bold", 1)
NOTE = Atom(Kind.LONE, "[^1]", "", "footnote")


def text(shown: str) -> Atom:
    return Atom(Kind.TEXT, shown, shown)


def test_markup_goes_to_the_sentence_that_it_touches() -> None:
    atoms = (text("A."), NOTE, text(" "), BOLD_OPEN, text("B. C"), BOLD_CLOSE)
    assert plain(atoms) == "A. B. C"
    pieces = [(is_span, raw(piece)) for is_span, piece in cut(atoms, [(0, 2), (3, 5), (6, 7)])]
    assert pieces == [(True, "A.[^1]"), (False, " "), (True, "**B."), (False, " "), (True, "C**")]


def test_dividing_leaves_closing_markup_on_the_left() -> None:
    atoms = (BOLD_OPEN, text("12."), BOLD_CLOSE, text(" A"))
    left, right = divide(atoms, 3)
    assert (raw(left), raw(right)) == ("**12.**", " A")


def test_text_that_only_together_looks_like_a_tag_becomes_a_code() -> None:
    made = segment((Atom(Kind.TEXT, "&lt;", "<"), text("1> a")), 1)
    assert (made.text, made.raw, [code.raw for code in made.codes]) == ("<1/>1> a", "&lt;1> a", ["&lt;"])


kinds = st.sampled_from(
    [
        text("a"),
        text("b. "),
        text("<1>"),
        Atom(Kind.SPACE, "\n> ", " "),
        Atom(Kind.BREAK, "  \n", " "),
        NOTE,
        BOLD_OPEN,
        BOLD_CLOSE,
        Atom(Kind.TEXT, "&lt;", "<"),
        Atom(Kind.LONE, "`c`", "Code", "code"),
    ]
)


def is_nested(atoms: list[Atom]) -> bool:
    halves = [atom for atom in atoms if atom.pair]
    return halves in ([], [BOLD_OPEN, BOLD_CLOSE])


@given(st.lists(kinds, max_size=12).filter(is_nested), st.data())
def test_cut_anywhere_the_pieces_are_the_whole(atoms: list[Atom], data: st.DataObject) -> None:
    size = len(plain(atoms))
    edges = sorted(data.draw(st.lists(st.integers(0, size), max_size=6, unique=True)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    pieces = list(cut(atoms, spans))
    assert "".join(raw(piece) for _, piece in pieces) == raw(atoms)
    at = data.draw(st.integers(0, size))
    left, right = divide(atoms, at)
    assert raw(left) + raw(right) == raw(atoms)
    for is_span, piece in pieces:
        if is_span:
            made = segment(piece, 1)
            assert put_back(made.text, made.codes, literally) is not None
            assert len(tags(made.text)) == sum(1 if code.close is None else 2 for code in made.codes)


def test_a_long_text_is_cut_in_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "x" * 100 * count
        began = time.process_time()
        pieces = list(cut([Atom(Kind.TEXT, text, text)], [(at, at + 100) for at in range(0, len(text), 100)]))
        assert len(pieces) == count
        return time.process_time() - began

    # The least of three: what else the machine does comes on top.
    assert min(seconds(24_000) for _ in range(3)) < 8 * min(seconds(6_000) for _ in range(3)) + 0.1
