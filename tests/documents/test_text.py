"""Plain text: paragraphs, headings, items."""

from __future__ import annotations

import pytest

from tm.documents import format as formats


def blocks(text: str) -> list[tuple[str, int, str, list[str]]]:
    document = formats.read(text.encode(), "x.txt")
    assert formats.text_of(document) == text
    return [(b.role.value, b.level, b.label, [s.text for s in b.segments]) for b in document.blocks]


def test_blank_lines_part_paragraphs_and_line_breaks_do_not() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["One came.", "Two", "left.", " \t", "Three stayed."])
        assert blocks(text) == [
            ("paragraph", 0, "", ["One came.", "Two left."]),
            ("paragraph", 0, "", ["Three stayed."]),
        ]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    long = "The Committee took note of the report " + "and of its annexes " * 10 + "with thanks."
    assert [block[3] for block in blocks(f"A title\n{long}\nMore")] == [["A title"], [long], ["More"]]
    assert [block[3] for block in blocks(f"{'会' * 120}\n会")] == [["会" * 120], ["会"]]


def test_headings_are_marked_as_in_markdown() -> None:
    assert blocks("## Title\nText.\n# \n#5") == [
        ("heading", 2, "", ["Title"]),
        ("paragraph", 0, "", ["Text.", "# #5"]),
    ]


def test_items_on_lines_of_their_own_are_blocks() -> None:
    assert blocks("They decide:\n(a) To act;\n(b) To report,\nin time.") == [
        ("paragraph", 0, "", ["They decide:"]),
        ("list-item", 0, "(a)", ["To act;"]),
        ("list-item", 0, "(b)", ["To report, in time."]),
    ]
    assert [block[3] for block in blocks("- one\n- two")] == [["one"], ["two"]]


def test_a_number_that_begins_a_wrapped_line_is_no_label() -> None:
    assert blocks("As said in paragraph\n12. The Council agreed.")[0][2] == ""


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\f", "\N{BYTE ORDER MARK}", "***\n\n---", "…"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert blocks(text) == []


def test_what_looks_like_a_tag_becomes_a_code() -> None:
    document = formats.read(b"Type <1> and </2>.", "x.txt")
    ((_, segment),) = document.segments()
    assert segment.text == "Type <1/> and <2/>."
    assert [(code.raw, code.meaning) for code in segment.codes] == [("<1>", "literal text"), ("</2>", "literal text")]


def test_characters_stay_and_only_white_space_runs_collapse() -> None:
    text = "e\N{COMBINING ACUTE ACCENT}\N{NARROW NO-BREAK SPACE}: a\t \n b\N{THIN SPACE}c"
    expected = "e\N{COMBINING ACUTE ACCENT}\N{NARROW NO-BREAK SPACE}: a b\N{THIN SPACE}c"
    assert blocks(text)[0][3] == [expected]
