"""Laws of Word files: nothing is lost, and whatever a translator types, a version has the structure of its source."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.documents.docx.made import body_of, entries, field, paragraph, run, shown, table, word
from tm.documents import format as formats
from tm.documents.docx.package import unpack
from tm.documents.fill import fill
from tm.documents.page import page
from tm.model.document import Block, Document, Role, Segment
from tm.model.language import BY_CODE, LANGUAGES, Language
from tm.text.codes import TAG, strip_tags, tags

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "sdg-metadata" / "docx"
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'

looks = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:lang w:val="fr-FR"/>', '<w:vertAlign w:val="superscript"/>'])
words = st.sampled_from(
    ["Aa ", "bb. ", "Cc", " 12 ", ".", " ", "д", "字。", "كلمة", "&amp;", "&lt;1&gt;", "&#160;", "Egypt ", "—"]
)
runs = st.builds(run, st.lists(words, max_size=4).map("".join), looks)
leaves = st.one_of(
    runs,
    runs,
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:t>a</w:t><w:br/><w:t> b</w:t></w:r>",
            "<w:r/>",
            "<w:proofErr w:type='spellStart'/>",
            "<w:bookmarkStart w:id='1' w:name='x'/>",
            "<w:bookmarkEnd w:id='1'/>",
            "<w:r><w:drawing/></w:r>",
            "<w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "<w:r><w:commentReference w:id='1'/></w:r>",
            "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
            "<w:fldSimple w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple>",
            field("DATE", run("3 May")),
            field("REF a", run("Table 1", "<w:b/>")),
            NOTE.format(2),
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end" w:dirty="1"/></w:r>',
        ]
    ),
)
insides = st.recursive(
    st.lists(leaves, max_size=5).map("".join),
    lambda inner: st.one_of(
        inner.map('<w:hyperlink r:id="r1">{}</w:hyperlink>'.format),
        inner.map("<w:ins w:id='1'>{}</w:ins>".format),
        inner.map("<w:smartTag>{}</w:smartTag>".format),
        inner.map("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
        inner.map(lambda link: field("HYPERLINK x", link)),
        st.lists(inner, max_size=3).map("".join),
        inner.map(lambda box: f"<w:r><w:pict><w:txbxContent><w:p>{box}</w:p></w:txbxContent></w:pict></w:r>"),
    ),
    max_leaves=6,
)
properties = st.sampled_from(["", '<w:pStyle w:val="Titre1"/>', "<w:numPr><w:numId w:val='1'/></w:numPr>"])
paragraphs = st.builds(lambda inner, kind: paragraph(inner, properties=kind), insides, properties)
bodies = st.lists(st.one_of(paragraphs, paragraphs.map(lambda cell: table((cell, "<w:p/>")))), max_size=3).map("".join)


def read(body: str) -> Document:
    return formats.read(word(body), "source/a.docx", states=("Egypt",))


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_joined_the_parts_of_a_document_are_its_text(body: str) -> None:
    document = read(body)
    assert formats.text_of(document) == unpack(word(body), "a.docx")
    assert formats.write(document) == word(body)
    assert entries(formats.encode(document, formats.text_of(document))) == entries(word(body))


@given(bodies)
@settings(max_examples=50, deadline=None)
def test_filled_with_nothing_or_with_its_own_text_a_document_is_the_file(body: str) -> None:
    document = read(body)
    assert fill(document, BY_CODE["fr"], lambda *_: None) == formats.text_of(document)
    own = fill(document, BY_CODE["en"], lambda _, segment: segment.text, sort_states=False)
    if not any(block.role is Role.STATE_NAME for block in document.blocks):
        assert own == formats.text_of(document)


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_every_segment_is_sound(body: str) -> None:
    for _, segment in read(body).segments():
        assert segment.text == segment.text.strip()
        assert "\n" not in segment.text
        assert any(char.isalnum() for char in strip_tags(segment.text))
        expected = []
        for code in segment.codes:
            expected += [f"<{code.number}/>"] if code.close is None else [f"<{code.number}>", f"</{code.number}>"]
        assert sorted(expected) == sorted(tags(segment.text))


noise = st.lists(
    st.sampled_from(["<1>", "</1>", "<1/>", "<2>", "</2>", "<9/>", "\n", "x ", "]]>", "&", "<"]), max_size=6
)


CROSSED = field("HYPERLINK x", "<w:hyperlink r:id='r1'>|</w:hyperlink>").replace(
    "|", field("HYPERLINK x", run("Aa ") + field("PAGE", "")).rsplit("<w:r>", 1)[0]
)
"""A link whose field begins in another link and ends behind it."""


@given(bodies, st.sampled_from(LANGUAGES), noise, st.booleans())
@example(paragraph(CROSSED), BY_CODE["ar"], ["<1>"], False)
@settings(max_examples=60, deadline=None)
def test_any_target_gives_a_sound_file_with_as_many_paragraphs(
    body: str, language: Language, typed: list[str], first: bool
) -> None:
    document = read(body)
    text = fill(
        document,
        language,
        lambda _, segment: "".join(typed) + segment.text if first else segment.text + "".join(typed),
        mark=str.upper,
    )
    made = formats.encode(document, text)
    for name, content in entries(made).items():
        ElementTree.fromstring(content), name
    assert body_of(made).count("</w:p>") == body.count("</w:p>")
    assert formats.read(made, "a.docx", language=language.code).blocks or not document.blocks
    assert page(document, language, lambda _, segment: "".join(typed) + segment.text)


def kinds(body: str) -> list[str]:
    """List what in a body is no run of text, but moves with the words."""
    return sorted(re.findall(r"<w:(?:footnoteReference|fldChar|br|hyperlink|drawing)\b|<m:oMath>", body))


@given(bodies, st.sampled_from(["fr", "ar", "zh"]))
@settings(max_examples=45, deadline=None)
def test_a_translation_with_all_tags_keeps_all_that_moves_and_says_its_words(body: str, code: str) -> None:
    body = re.sub('<w:del .*?</w:del>|Egypt |<w:r><w:fldChar[^>]*w:dirty="1"/></w:r>', "", body)
    document = read(body)

    def translate(block: Block, segment: Segment) -> str:
        return TAG.sub(lambda tag: tag[0], segment.text).replace("Aa", "Zz").replace("Cc", "Yy")

    made = formats.encode(document, fill(document, BY_CODE[code], translate))
    if code != "zh":
        wanted = [text.replace("Aa", "Zz").replace("Cc", "Yy") for text in shown(word(body))]
        assert [squeezed(text) for text in shown(made)] == [squeezed(text) for text in wanted]
    lost = [kind for kind in kinds(body_of(made)) if kind != "<w:hyperlink" and kind != "<w:fldChar"]
    assert lost == [kind for kind in kinds(body) if kind != "<w:hyperlink" and kind != "<w:fldChar"]


def squeezed(text: str) -> str:
    return "".join(text.replace("\N{LEFT-TO-RIGHT MARK}", "").split())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_real_files_come_back_part_by_part_and_are_sound_in_other_languages() -> None:
    for path in sorted(SHARED.glob("1*.docx"))[:2]:
        data = path.read_bytes()
        document = formats.read(data, path.name)
        own = fill(document, BY_CODE["en"], lambda _, segment: segment.text)
        assert own == formats.text_of(document) == unpack(data, path.name)
        assert entries(formats.encode(document, own)) == entries(data)
        for code in ("ar", "zh"):
            made = formats.encode(document, fill(document, BY_CODE[code], lambda _, segment: f"X {segment.text}"))
            for name in ("word/document.xml", "word/styles.xml"):
                ElementTree.fromstring(entries(made)[name])
