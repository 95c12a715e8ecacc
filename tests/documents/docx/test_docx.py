"""Word files give the passages that a reader sees, with their roles, and codes only where something moves."""

from __future__ import annotations

import pytest

from tests.documents.docx.made import field, paragraph, run, table, word
from tm.documents import format as formats
from tm.documents.units import units
from tm.model.document import Document

BOLD, ITALIC = "<w:b/>", "<w:i/>"
LINK = '<w:hyperlink r:id="rId5">{}</w:hyperlink>'
NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'


def read(body: str, **more: str) -> Document:
    document = formats.read(word(body, **more), "source/a.docx")
    assert formats.write(document) == word(body, **more)
    return document


def texts(body: str, **more: str) -> list[str]:
    return [segment.text for _, segment in read(body, **more).segments()]


def roles(body: str, **more: str) -> list[tuple[str, int]]:
    return [(block.role.value, block.level) for block in read(body, **more).blocks]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (run("One.") + run(" Two."), ["One.", "Two."]),
        ("<w:proofErr w:type='x'/>" + run("Joi") + "<w:bookmarkStart w:id='1' w:name='a'/>" + run("ned"), ["Joined"]),
        (run("Joi", "<w:lang w:val='fr-FR'/><w:noProof/>") + run("ned", "<w:b w:val='0'/>"), ["Joined"]),
        (run("Some ") + run("bold", BOLD) + run(" text"), ["Some <1>bold</1> text"]),
        (run("Some ") + run("bold ", BOLD) + run("text"), ["Some <1>bold</1> text"]),
        (run("All bold.", BOLD), ["All bold."]),
        (run("First bold. ", BOLD) + run("Then not."), ["First bold.", "Then not."]),
        (run("Plain. Then bold", BOLD) + run(" and not so."), ["Plain.", "<1>Then bold</1> and not so."]),
        (run("A") + run(",", BOLD) + run(" b"), ["A, b"]),
        (run("See ") + LINK.format(run("the ", ITALIC) + run("page", ITALIC)), ["See <1>the page</1>"]),
        (LINK.format(run("All of it.")), ["All of it."]),
        (run("A claim.") + NOTE + run(" Another.") + NOTE, ["A claim.<1/>", "Another.<1/>"]),
        (run("Bold", BOLD) + NOTE + run(" and plain words"), ["<1>Bold</1><2/> and plain words"]),
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", ["One<1/>two<2/>three"]),
        ("<w:r><w:tab/><w:t> Text </w:t><w:br/></w:r>", ["Text"]),
        (run("Page ") + field("PAGE", run("7")) + run(" of ") + field("NUMPAGES", run("9")), ["Page <1/> of <2/>"]),
        (field("HYPERLINK &quot;http://un.org&quot;", run("The ") + run("site")) + run(" it is."), ["<1>The site</1> it is."]),
        ("<w:fldSimple w:instr=' DATE '><w:r><w:t>3 May</w:t></w:r></w:fldSimple>" + run(" on"), ["<1/> on"]),
        (field("PAGE", run("7")), []),
        (run("12.") + "<w:r><w:tab/></w:r>" + run("The Council"), ["The Council"]),
        (run("Old ") + "<w:ins w:id='1'>" + run("and new ") + "</w:ins>" + run("text"), ["Old and new text"]),
        (run("Kept") + "<w:del w:id='1'><w:r><w:delText> gone</w:delText></w:r></w:del>" + run(" text"), ["Kept text"]),
        (run("Secret ", "<w:vanish/>") + run("and open words"), ["<1>Secret</1> and open words"]),
        (run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O is water"), ["H<1>2</1>O is water"]),
        (run("A &amp; B &lt;1&gt; c"), ["A & B <1/>1> c"]),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erate</w:t></w:r>", ["co‑operate"]),
        ("<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>" + run("Chosen") + "</w:sdtContent></w:sdt>", ["Chosen"]),
        (run("Where ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + run(" is"), ["Where <1/> is"]),
        ("<w:r><w:drawing/></w:r>" + run("Below"), ["Below"]),
        (run("One. ") + "<w:r><w:drawing/></w:r>" + run(" Two."), ["One.", "Two."]),
        ("<w:smartTag w:element='p'>" + run("Paris") + "</w:smartTag>" + run(" here"), ["Paris here"]),
        ("<w:r><w:t>Pretty</w:t>\n  </w:r>\n  <w:r>\n<w:t>printed</w:t></w:r>", ["Prettyprinted"]),
    ],
)  # fmt: skip
def test_a_paragraph_gives_its_sentences(inside: str, expected: list[str]) -> None:
    assert texts(paragraph(inside)) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", ("paragraph", 0)),
        ('<w:pStyle w:val="Titre1"/>', ("heading", 1)),
        ('<w:pStyle w:val="HCh"/>', ("heading", 2)),
        ('<w:pStyle w:val="SubH"/>', ("heading", 2)),
        ('<w:pStyle w:val="Title"/>', ("heading", 1)),
        ('<w:outlineLvl w:val="2"/>', ("heading", 3)),
        ('<w:pStyle w:val="Titre1"/><w:outlineLvl w:val="9"/>', ("paragraph", 0)),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>', ("list-item", 2)),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', ("paragraph", 0)),
        ('<w:pStyle w:val="ListNumber2"/>', ("list-item", 2)),
        ('<w:pStyle w:val="Quote"/>', ("quote", 0)),
        ('<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Titre1"/></w:pPr></w:pPrChange>', ("paragraph", 0)),
        ('<w:pStyle w:val="Unknown"/>', ("paragraph", 0)),
    ],
)
def test_a_paragraph_has_the_role_of_its_style_outline_or_numbering(properties: str, expected: tuple[str, int]) -> None:
    assert roles(paragraph(run("Words of it"), properties=properties)) == [expected]


def test_cells_notes_and_margins_are_read_in_the_order_of_the_file() -> None:
    body = paragraph(run("Before the table.")) + table((paragraph(run("One")), paragraph() + paragraph(run("Two"))))
    document = read(
        body,
        footnotes="<w:footnote w:id='2'>" + paragraph("<w:r><w:footnoteRef/></w:r>", run(" A note.")) + "</w:footnote>",
        hdr=paragraph(run("Left"), "<w:r><w:tab/></w:r>", run("A/76/912")),
    )
    assert [(block.role.value, segment.text, segment.line) for block, segment in document.segments()] == [
        ("paragraph", "Before the table.", 1),
        ("table-cell", "One", 2),
        ("table-cell", "Two", 4),
        ("footnote", "A note.", 5),
        ("paragraph", "Left", 6),
        ("paragraph", "A/76/912", 6),
    ]


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_behind_the_sentence_in_which_it_stands() -> None:
    inner = paragraph(run("In the box."), BOX.format(paragraph(run("In a box within."))))
    document = read(paragraph(run("A sentence with "), BOX.format(inner), run(" a box in it.")))
    shown = [segment.text for _, segment in document.segments()]
    assert shown == ["A sentence with <1/> a box in it.", *2 * ["In the box.", *2 * ["In a box within."]]]
    assert len(units(document)) == 3


def test_the_lines_of_a_table_of_contents_are_the_headings_that_they_repeat() -> None:
    line = LINK.format(run("Findings") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1", run("4")))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph(begin, line, properties='<w:pStyle w:val="TOC1"/>')
    body += paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body += paragraph(run("Findings"), properties='<w:pStyle w:val="Titre1"/>')
    document = read(body)
    assert [(unit.source, len(unit.places)) for unit in units(document)] == [("Findings", 2)]


def test_a_masthead_in_a_table_is_a_masthead() -> None:
    cell = "<w:r><w:t>Distr.: General</w:t><w:br/><w:t>27 July 2022</w:t><w:br/><w:t>Original: English</w:t></w:r>"
    document = read(table((paragraph(run("A/76/912")), paragraph(cell))) + paragraph(run("Agenda item 108")))
    assert [(block.role.value, segment.text) for block, segment in document.segments()] == [
        ("masthead", text)
        for text in ("A/76/912", "Distr.: General", "27 July 2022", "Original: English", "Agenda item 108")
    ]


def test_notes_for_the_translator_have_no_markup_of_words() -> None:
    (unit,) = units(read(paragraph(run("Some "), run("bold", BOLD), NOTE, run(" text"))))
    assert unit.notes == ("<1> bold", "<2/> footnote")
