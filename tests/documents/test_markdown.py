"""Markdown: what is a segment, what its tags stand for, and what stays untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tm.documents import format as formats
from tm.model.document import Document, Role, Segment

FIXTURES = Path(__file__).parent / "fixtures"


def read(text: str) -> Document:
    document = formats.read(text.encode(), "x.md")
    assert formats.text_of(document) == text
    return document


def segments(text: str) -> list[Segment]:
    return [segment for _, segment in read(text).segments()]


def texts(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


def codes(text: str) -> list[tuple[str, str | None, str]]:
    return [(code.raw, code.close, code.meaning) for segment in segments(text) for code in segment.codes]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One\n\n## Two ##\n", [(Role.HEADING, 1, "", "One"), (Role.HEADING, 2, "", "Two")]),
        ("One\n===\n\nTwo\nmore\n---\n", [(Role.HEADING, 1, "", "One"), (Role.HEADING, 2, "", "Two more")]),
        ("## One {#one}\n", [(Role.HEADING, 2, "", "One")]),
        ("- one\n  more\n- two\n", [(Role.LIST_ITEM, 1, "-", "one more"), (Role.LIST_ITEM, 1, "-", "two")]),
        ("1. one\n\n   two\n", [(Role.LIST_ITEM, 1, "1.", "one"), (Role.LIST_ITEM, 1, "", "two")]),
        ("- a b\n  - c d\n", [(Role.LIST_ITEM, 1, "-", "a b"), (Role.LIST_ITEM, 2, "-", "c d")]),
        ("- [x] done\n", [(Role.LIST_ITEM, 1, "-", "done")]),
        ("> one\n> two\nlazy\n", [(Role.QUOTE, 0, "", "one two lazy")]),
        (">one\n>>two\n", [(Role.QUOTE, 0, "", "one"), (Role.QUOTE, 0, "", "two")]),
        ("> - one\n>   two\n", [(Role.LIST_ITEM, 1, "-", "one two")]),
        (
            "| a | b\\|c |\n|---|:-:|\n| `d` e | |\n",
            [(Role.TABLE_CELL, 0, "", "a"), (Role.TABLE_CELL, 0, "", "b|c"), (Role.TABLE_CELL, 0, "", "<1/> e")],
        ),
        ("> |a|b|\n> |-|-|\n> |c|d|\n", [(Role.TABLE_CELL, 0, "", cell) for cell in "abcd"]),
        (
            "Text[^1]\n\n[^1]: Note\n    more.\n",
            [(Role.PARAGRAPH, 0, "", "Text<1/>"), (Role.FOOTNOTE, 0, "", "Note more.")],
        ),
        ("![A map](m.png)\n", [(Role.IMAGE, 0, "", "A map")]),
        ('[![A map](m.png "Title")](x)\n', [(Role.IMAGE, 0, "", "A map"), (Role.LINK_TITLE, 0, "", "Title")]),
        ("\tcode\n\npara\n\tgraph\n", [(Role.PARAGRAPH, 0, "", "para graph")]),
    ],
)
def test_blocks_have_their_role_level_and_label(source: str, expected: list[tuple[Role, int, str, str]]) -> None:
    for text in (source, source.replace("\n", "\r\n"), source.rstrip("\n"), f"\N{BYTE ORDER MARK}{source}"):
        found = [(block.role, block.level, block.label, segment.text) for block, segment in read(text).segments()]
        assert found == expected


@pytest.mark.parametrize(
    "source",
    [
        "```\nThe code. More.\n```\n",
        "~~~ text\nThe code\n",
        "    The code\n",
        "<div>\nThe block\n</div>\n",
        "<!-- The comment -->\n",
        "[label]: https://un.org 'The title'\n",
        "---\ntitle: The title\ntags: [a]\n---\n",
        "---\n",
        "* * *\n",
        "https://un.org/en/about-us\n",
        "<https://un.org>\n",
        "`code`\n",
        "- \n- \n",
        "| | |\n|-|-|\n",
        "![](image.png)\n",
        "…\n",
    ],
)
def test_code_html_definitions_and_front_matter_stay_untouched(source: str) -> None:
    assert texts(source) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("a *b* c", "a <1>b</1> c", [("*", "*", "italic")]),
        ("a __b *c*__ d", "a <1>b <2>c</2></1> d", [("__", "__", "bold"), ("*", "*", "italic")]),
        ("a ~~b~~ c", "a <1>b</1> c", [("~~", "~~", "strikethrough")]),
        ("a [b](c) d", "a <1>b</1> d", [("[", "](c)", "link")]),
        ("a [b](<c d>) d", "a <1>b</1> d", [("[", "](<c d>)", "link")]),
        ('a [b](c "t") d', "a <1>b<2/>t</1> d", [("[", '")', "link"), ('](c "', None, "link title follows")]),
        ("a ![b](c) d", "a <1>b</1> d", [("![", "](c)", "image")]),
        ("a `` b` `` c", "a <1/> c", [("`` b` ``", None, "code")]),
        ("a <b>c</b> d", "a <1/>c<2/> d", [("<b>", None, "HTML"), ("</b>", None, "HTML")]),
        ("a <https://un.org> b", "a <1/> b", [("<https://un.org>", None, "link")]),
        ("a (https://un.org/x_(y)), b", "a (<1/>), b", [("https://un.org/x_(y)", None, "link")]),
        ("a\\\nb", "a<1/>b", [("\\\n", None, "line break")]),
        ("a <1>b</1> c", "a <1/>b<2/> c", [("<1>", None, "literal text"), ("</1>", None, "literal text")]),
        ("a &lt;1> b", "a <1/>1> b", [("&lt;", None, "<")]),
        ("a \\*b\\* &amp; c", "a *b* & c", []),
        ("a * b _c d", "a * b _c d", []),
        ("snake_case_name", "snake_case_name", []),
        ("a [b] c", "a [b] c", []),
        ("a **b c", "a **b c", []),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3", []),
        ("a\N{NO-BREAK SPACE}b  c\t d", "a\N{NO-BREAK SPACE}b c d", []),
    ],
)
def test_inline_markup_becomes_numbered_tags(
    source: str, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert (texts(source), codes(source)) == ([text], expected)


def test_references_are_links_only_when_defined() -> None:
    source = "See [the Charter][c], [c] and [d].\n\n[C]: https://un.org\n"
    assert texts(source) == ["See <1>the Charter</1>, <2>c</2> and [d]."]


def test_markup_around_a_whole_block_stands_outside_its_segments() -> None:
    assert texts("**One came. Two left.**") == ["One came.", "Two left."]
    assert texts("[Contents](#contents)") == ["Contents"]
    assert texts("*a* and *b*") == ["<1>a</1> and <2>b</2>"]


def test_a_pair_over_two_sentences_becomes_two_lone_codes() -> None:
    source = "So **one came. Two left** then."
    assert texts(source) == ["So <1/>one came.", "Two left<1/> then."]
    assert codes(source) == [("**", None, "bold begins"), ("**", None, "bold ends")]


def test_a_mark_of_a_footnote_stays_with_its_sentence() -> None:
    assert texts("One came.[^1] Two left.\n\n[^1]: Note.\n")[:2] == ["One came.<1/>", "Two left."]


def test_front_matter_must_begin_with_a_key() -> None:
    assert texts("---\n\nA paragraph.\n\n---\n") == ["A paragraph."]


def test_lines_count_from_one_whatever_ends_them() -> None:
    for end in ("\n", "\r\n", "\r"):
        source = end.join(["---", "a: b", "---", "# One", "", "Two is.", "Three is."])
        assert [(segment.line, segment.text) for segment in segments(source)] == [
            (4, "One"),
            (6, "Two is."),
            (7, "Three is."),
        ]


SIZE = 3000
HOSTILE = {
    "open brackets": "[" * SIZE,
    "nested brackets": "[" * SIZE + "]" * SIZE,
    "nested links": "[" * SIZE + "](a)" * SIZE,
    "unclosed links": "[a](" * SIZE,
    "unclosed titles": "[" * SIZE + '](a "' * SIZE,
    "references": "[a]: b\n" * SIZE + "\n" + "[a]" * SIZE,
    "quotes": ">" * SIZE + " a",
    "lists": "- " * SIZE + "a",
    "nested lists": "\n".join("  " * depth + "- a" for depth in range(200)),
    "stars": "*" * SIZE + "a" + "*" * SIZE,
    "half emphasis": "**a *b " * SIZE + "c* d** " * SIZE,
    "underscores": "_a " * SIZE + "a_ " * SIZE,
    "backticks": "".join("`" * (count % 99 + 1) + "a" for count in range(SIZE)),
    "comments": "<!--" * SIZE,
    "attributes": "<a " + "b " * SIZE,
    "backslashes": "\\" * SIZE,
    "cells": "|a" * SIZE + "\n" + "|-" * SIZE + "\n|b|",
    "blanks": "a" + " " * 50 * SIZE + "b",
    "hashes": "# a" + " " * SIZE + "b" + " #" * SIZE,
    "one line": "word " * 40 * SIZE,
    "rules": "---\n" * SIZE,
    "lazy lines": "> a\n" + "b\n" * SIZE,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_read_like_any_other(name: str) -> None:
    read(HOSTILE[name])
