"""A version says its language and direction, in the order of properties that the standard asks for."""

from __future__ import annotations

import pytest

from tests.documents.docx.made import body_of, entries, paragraph, run, table, word
from tests.documents.docx.test_docx import BOLD
from tests.documents.docx.test_fill import built
from tm.documents import format as formats
from tm.documents.docx.properties import drop, is_on, put
from tm.documents.fill import fill
from tm.model.language import BY_CODE

RTL = "<w:rtl/>"


def arabic(body: str, *targets: tuple[str, str]) -> str:
    return body_of(built(word(body), dict(targets), "ar"))


def test_an_arabic_paragraph_goes_from_right_to_left_and_its_latin_words_do_not() -> None:
    # Paris (Paris), see A/76/912
    target = "باريس (Paris)، انظر A/76/912"
    assert arabic(paragraph(run("Paris")), ("Paris", target)) == paragraph(
        run("باريس (", RTL), run("Paris"), run(")، انظر ", RTL), run("A/76/912\N{LEFT-TO-RIGHT MARK}"),
        properties="<w:bidi/><w:rPr><w:rtl/></w:rPr>",
    )  # fmt: skip


def test_figures_in_groups_and_dates_of_latin_words_keep_their_order() -> None:
    made = arabic(paragraph(run("One")), ("One", "بلغ 1 250,5 في 27 July"))  # it came to 1 250,5 on 27 July
    mark = "\N{LEFT-TO-RIGHT MARK}"
    assert run(f"{mark}1 250,5{mark}") in made
    assert run(f"{mark}27 July") in made


def test_bold_and_size_are_said_of_arabic_too_and_italics_are_not() -> None:
    look = '<w:b/><w:i/><w:sz w:val="28"/>'
    made = arabic(paragraph(run("One", look)), ("One", "واحد"))  # one
    assert '<w:rPr><w:b/><w:bCs/><w:i/><w:sz w:val="28"/><w:szCs w:val="28"/><w:rtl/></w:rPr>' in made
    styles = entries(built(word(paragraph(run("One"))), {"One": "واحد"}, "ar"))["word/styles.xml"].decode()
    assert '<w:sz w:val="22"/><w:szCs w:val="22"/>' in styles
    assert "<w:rPr><w:b/><w:bCs/></w:rPr>" in styles


def test_properties_stand_in_their_order() -> None:
    properties = '<w:pStyle w:val="Normal"/><w:spacing w:after="0"/><w:jc w:val="right"/><w:rPr><w:b/></w:rPr>'
    made = arabic(paragraph(run("One"), properties=properties), ("One", "واحد"))
    assert (
        '<w:pPr><w:pStyle w:val="Normal"/><w:bidi/><w:spacing w:after="0"/><w:jc w:val="right"/>'
        "<w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr></w:pPr>" in made
    )


def test_tables_and_sections_are_mirrored() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906"/><w:docGrid w:linePitch="360"/></w:sectPr>'
    made = arabic(table((paragraph(run("One")), "<w:p/>")) + section, ("One", "واحد"))
    assert "<w:tblPr><w:bidiVisual/></w:tblPr>" in made
    assert '<w:pgSz w:w="11906"/><w:bidi/><w:docGrid w:linePitch="360"/>' in made


def test_a_tab_and_a_break_keep_their_place_among_words_of_both_directions() -> None:
    body = paragraph("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>")
    made = arabic(body, ("One<1/>two", "واحد<1/>COVID"))  # one COVID
    assert run("واحد", RTL).removesuffix("</w:r>") + "<w:tab/></w:r>" in made
    assert run("COVID") in made


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("fr", '<w:lang w:val="fr-FR"/>'),
        ("es", '<w:lang w:val="es-ES"/>'),
        ("ru", '<w:lang w:val="ru-RU"/>'),
        ("zh", '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'),
        ("ar", '<w:lang w:val="en-GB" w:bidi="ar-SA"/>'),
    ],
)
def test_the_language_is_told_in_the_defaults_and_wherever_another_was(code: str, tag: str) -> None:
    settings = '<w:themeFontLang w:val="en-GB"/>'
    data = word(paragraph(run("One", '<w:lang w:val="en-GB"/>')), settings=settings)
    made = built(data, {"One": "1"}, code)
    assert tag in body_of(made)
    assert f"{tag}</w:rPr></w:rPrDefault>" in entries(made)["word/styles.xml"].decode()
    assert tag.replace("w:lang", "w:themeFontLang") in entries(made)["word/settings.xml"].decode()


def test_quotation_marks_in_chinese_are_chinese() -> None:
    made = body_of(built(word(paragraph(run("“One”", BOLD))), {"“One”": "“一”"}, "zh"))  # one
    assert made == paragraph(run("“一”", '<w:rFonts w:hint="eastAsia"/><w:b/>'))


def test_an_arabic_original_is_turned_for_other_languages() -> None:
    look = "<w:b/><w:bCs/><w:rtl/>"
    body = paragraph(run("واحد.", look), properties="<w:bidi/><w:rPr><w:rtl/></w:rPr>")  # one
    document = formats.read(word(body), "a.docx", language="ar")
    made = formats.encode(document, fill(document, BY_CODE["fr"], lambda *_: "Un."))
    assert body_of(made) == paragraph(run("Un.", "<w:b/><w:bCs/>"), properties="<w:rPr></w:rPr>")


def test_a_property_is_put_in_place_of_the_one_of_its_name_and_taken_out_again() -> None:
    assert put("", "<w:rtl/>", "w:rPr") == "<w:rPr><w:rtl/></w:rPr>"
    assert put("<w:rPr/>", '<w:lang w:val="fr-FR"/>', "w:rPr") == '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
    assert put('<w:pPr><w:bidi w:val="0"/><w:jc/></w:pPr>', "<w:bidi/>", "w:pPr") == "<w:pPr><w:bidi/><w:jc/></w:pPr>"
    assert drop("<w:pPr><w:bidi/><w:jc/></w:pPr>", "w:bidi", "w:pPr") == "<w:pPr><w:jc/></w:pPr>"
    assert is_on("<w:rPr><w:b/></w:rPr>", "w:b")
    assert not is_on('<w:rPr><w:b w:val="0"/></w:rPr>', "w:b")
