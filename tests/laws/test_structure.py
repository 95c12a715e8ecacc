"""A law of documents: whatever a translator types, the built Markdown has the structure of its source."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tm.documents import format as formats
from tm.documents.fill import fill
from tm.documents.page import page
from tm.model.document import Block, Document, Segment
from tm.model.language import BY_CODE
from tm.text.codes import TAG

SOURCE = """\
# A heading with **bold** in it

Underlined heading
------------------

A paragraph of text. It has two sentences.
They go on here.

A line with a hard break ↵
then the second line, and\\
the third line.

- An item that breaks ↵
  in two lines and *more* ↵
  **bold** at the end
  1. A numbered item ↵
     with a break

  A paragraph in an item.

> A quoted paragraph ↵
> with a break in it.
>
> - an item in a quote ↵
>   broken too

| Head one | Head two |
|----------|----------|
| cell `a\\|b` here | cell **two** |
| [link](http://x.y "title of it") | ![picture](q.png "another") |
leading | cell

See [the link](http://un.org/a "a title") and ![a picture](p.png) or [r] or [text][r] and `code`.

A footnote[^1] here, <b>html</b> word and <http://auto.link> sign.

[^1]: The note itself ↵
    with a break. And a second sentence.

[r]: http://ref.er "ref title"

- [ ] a thing to do

Last paragraph ~~struck~~ here **bold *nested* text** at the end
""".replace(" ↵", "  ")

PIECES = [
    "Aa", "mot", "д", "字", "كلمة", "5", " ", "   ", "\t", "- ", "* ", "+ ", "1. ", "1)", "١. ", "١) ", "# ", "###### ",
    ">", "|", " | ", "---", "***", "===", "=", "- - -", "* * *", ":", ":-", "|-|-|", "`", "```", "~~~", "~~", "[", "]",
    "(", ")", "](u)", "![", "[^1]", "[^1]: ", "[r]: /u", "<", "<b>", "<!--", "-->", "<div>", "<?", "<http://a.b>", "&",
    "&amp;", "&#35;", "\\", "*", "**", "_", "__", "'", '"', "!", "{#id}", "[x] ", "https://un.org/_a_|*b*", "a@b.c",
    "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}", "\N{LINE SEPARATOR}", "\x0c", "\n", "\r\n",
]  # fmt: skip
"""What a translator might type, or paste, of what Markdown reads as markup somewhere."""

ENDS = ["Aa", "д", "字", "١", ".", ")", "»", "。"]

typed = st.tuples(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), st.sampled_from(ENDS)).map("".join)

LINES = [
    "1. x",
    "- x",
    "+ x",
    "* x",
    "> x",
    "# x",
    "===",
    "---",
    "| - |",
    "    x",
    "***",
    "```",
    "12) x",
    "- - -",
    "١. x",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("code", ["ar", "zh", "fr", "ru", "es"])
def test_no_line_of_a_translation_begins_a_block(code: str, line: str) -> None:
    document = formats.read(SOURCE.encode(), "x.md")
    for _, segment in document.segments():
        words = re.split(TAG.pattern.replace("(", "(?:"), segment.text)
        tags = [match[0] for match in TAG.finditer(segment.text)]
        target = "".join(line * bool(word.strip()) + tag for word, tag in zip(words, [*tags, ""], strict=True))
        assert structure(filled(document, segment, target, code)) == structure(SOURCE), target


@given(st.integers(0, 60), st.lists(typed, min_size=12, max_size=12), st.sampled_from(["ar", "zh", "fr", "ru", "es"]))
@settings(max_examples=50, deadline=None)
@example(2, ["a | b"] * 12, "fr")
@example(18, ["\\"] * 12, "fr")
def test_a_translation_never_changes_the_structure_of_its_document(number: int, words: list[str], code: str) -> None:
    document = formats.read(SOURCE.encode(), "x.md")
    segments = [segment for _, segment in document.segments()]
    segment = segments[number % len(segments)]
    rest = iter(words)
    parts = re.split(f"({TAG.pattern.replace('(', '(?:')})", segment.text)
    target = "".join(next(rest) if part.strip() and not TAG.fullmatch(part) else part for part in parts)
    assert structure(filled(document, segment, target, code)) == structure(SOURCE), target


@given(st.integers(0, 60), typed)
@settings(max_examples=30, deadline=None)
def test_a_translation_adds_no_element_to_the_page(number: int, words: str) -> None:
    document = formats.read(SOURCE.encode(), "x.md")
    segments = [segment for _, segment in document.segments() if not segment.codes]
    segment = segments[number % len(segments)]
    assert elements(document, segment, words) == elements(document, segment, "mot")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("un<1/><2/>deux", "un  \n\\\ndeux"),
        ("un<1/> <2/>deux", "un  \n\\\ndeux"),
        ("<1/>un<2/>", "\\\nun<br>"),
    ],
)
def test_breaks_beside_each_other_leave_no_empty_line(target: str, expected: str) -> None:
    document = formats.read(b"one  \ntwo  \nthree", "x.md")
    assert fill(document, BY_CODE["fr"], lambda *_: target) == expected


def filled(document: Document, segment: Segment, target: str, code: str) -> str:
    def translate(block: Block, other: Segment) -> str | None:
        return target if other is segment else None

    return fill(document, BY_CODE[code], translate)


def elements(document: Document, segment: Segment, target: str) -> list[str]:
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(tag)  # type: ignore[method-assign]
    parser.feed(page(document, BY_CODE["fr"], lambda _, other: target if other is segment else None))
    return found


@lru_cache(maxsize=8)  # each is compared with that of the source
def structure(text: str) -> list[object]:
    return [
        inline(token) if token.type == "inline" else (token.type, token.tag, token.attrGet("start"))
        for token in _parser().parse(text)
    ]


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, move_to_end=False)


HTML = {"<strong>": "strong_open", "<em>": "em_open", "<del>": "s_open"}
HTML |= {"</strong>": "strong_close", "</em>": "em_close", "</del>": "s_close", "<br>": "hardbreak"}


def inline(token: Token) -> list[object]:
    """List the markup of a paragraph; words, and line breaks that mean a space, are left out."""
    return [
        (
            HTML.get(child.content, child.type) if child.type == "html_inline" else child.type,
            child.attrGet("href") or child.attrGet("src"),
            child.content if child.type in {"code_inline", "footnote_ref"} else "",
        )
        for child in token.children or []
        if child.type not in {"text", "text_special", "softbreak"}
    ]
