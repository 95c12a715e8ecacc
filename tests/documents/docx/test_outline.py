"""The page of a Word document shows its text, tables and notes in the marks of Markdown, with the same segments."""

from __future__ import annotations

import re
from time import process_time

import pytest

from tests.documents.docx.made import field, paragraph, run, table, word
from tests.documents.docx.test_docx import BOLD, BOX, ITALIC, LINK, NOTE
from tm.documents import format as formats
from tm.documents.docx.outline import as_markdown
from tm.documents.fill import fill
from tm.documents.page import page
from tm.model.language import BY_CODE

HEADING = '<w:pStyle w:val="Titre1"/>'
ITEM = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"


def markdown(body: str, **more: str) -> str:
    document = formats.read(word(body, **more), "source/a.docx")
    outline = as_markdown(document)
    assert [s.text for _, s in outline.segments()] == [s.text for _, s in document.segments()][
        : len([*outline.segments()])
    ]
    return formats.text_of(outline).strip()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(run("Title"), properties=HEADING), "# Title"),
        (paragraph(run("Some "), run("bold", BOLD), run(" and "), run("slanted", ITALIC)), "Some **bold** and *slanted*"),
        (paragraph(run("A *star* &amp; more")), "A \\*star\\* & more"),
        (paragraph(run("See "), LINK.format(run("this"))), "See <u>this</u>"),
        (paragraph("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>"), "One<br>two"),
        (paragraph(run("12.") + "<w:r><w:tab/></w:r>" + run("The Council")), "12. The Council"),
        (paragraph(run("Page "), field("PAGE", run("7")), run(" of it")), "Page 7 of it"),
        (
            "".join(paragraph(run(text), properties=ITEM.format(1)) for text in ("One", "Two"))
            + paragraph(run("Between them."))
            + paragraph(run("Three"), properties=ITEM.format(1)),
            "1. One\n\n2. Two\n\nBetween them.\n\n3. Three",
        ),
        (paragraph(run("One"), properties=ITEM.format(2)), "- One"),
        (paragraph('<w:r><w:br w:type="page"/></w:r>') + paragraph(run("Text")), "Text"),
        (paragraph(run("Text"), BOX.format(paragraph(run("In the box.")))), "Text\n\nIn the box."),
    ],
)  # fmt: skip
def test_a_paragraph_in_marks(body: str, expected: str) -> None:
    assert markdown(body) == expected


def test_a_table_has_its_cells_with_what_nobody_translates() -> None:
    wide = paragraph(run("Two")) + paragraph(run("lines"))
    found = markdown(table((paragraph(run("One")), wide), (paragraph(run("—")), paragraph())))
    assert found.split() == (
        "<table> <tr> <td> One </td> <td> Two lines </td> </tr> <tr> <td> — </td> <td> </td> </tr> </table>".split()
    )


def test_notes_stand_at_their_marks_and_headers_are_left_out() -> None:
    notes = "<w:footnote w:id='2'>" + paragraph(run("A note.")) + paragraph(run("Its end.")) + "</w:footnote>"
    found = markdown(paragraph(run("A claim."), NOTE), footnotes=notes, hdr=paragraph(run("Header")))
    assert found == "A claim.[^2]\n\n[^2]: A note.\n\n    Its end."


def test_the_page_is_translated_and_marks_what_is_not() -> None:
    body = paragraph(run("Title"), properties=HEADING) + table(
        (paragraph(run("One is "), run("bold", BOLD)), paragraph(run("x")))
    )
    document = formats.read(word(body), "source/a.docx")
    html = page(document, BY_CODE["ar"], lambda _, segment: {"One is <1>bold</1>": "واحد <1>مهم</1>"}.get(segment.text))
    assert '<html lang="ar" dir="rtl">' in html
    assert re.search(r"<td>\s*<p>واحد <strong>مهم</strong></p>\s*</td>", html)  # one important
    assert '<h1><span class="untranslated" lang="en" dir="ltr">Title</span></h1>' in html


@pytest.mark.parametrize(
    "piece",
    [
        run("Aa ", BOLD) + run("bb "),
        "<w:r/>",
        "<w:r><w:tab/></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        field("PAGE", run("1")),
        LINK.format(run("a ")),
        "<w:del w:id='1'/>",
        NOTE,
        BOX.format(paragraph(run("a"))),
    ],
)
def test_a_long_paragraph_takes_little_time(piece: str) -> None:
    data = word(paragraph(run("Begin "), *[piece] * 1_000, run(" end")))
    start = process_time()
    document = formats.read(data, "source/a.docx")
    fill(document, BY_CODE["ar"], lambda _, segment: f"Z{segment.text}", mark=str)
    page(document, BY_CODE["fr"], lambda _, segment: segment.text)
    assert process_time() - start < 3
