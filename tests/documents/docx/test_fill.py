"""Translations stand in their runs; what is not translated, and what surrounds it, stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.documents.docx.made import body_of, entries, field, paragraph, run, shown, table, word
from tests.documents.docx.test_docx import BOLD, BOX, ITALIC, LINK, NOTE
from tm.documents import format as formats
from tm.documents.fill import fill
from tm.model.language import BY_CODE

STATES = ("Egypt", "Germany", "Spain")
PUT = '<w:t xml:space="preserve">'


def built(
    data: bytes, targets: Mapping[str, str], code: str = "fr", *, sort_states: bool = True, mark: bool = False
) -> bytes:
    document = formats.read(data, "source/a.docx", states=STATES)
    text = fill(
        document,
        BY_CODE[code],
        lambda _, segment: targets.get(segment.text),
        sort_states=sort_states,
        mark=(lambda raw: f"⟦{raw}⟧") if mark else None,
    )
    return formats.encode(document, text)


def inside(body: str, source: str, target: str, code: str = "fr") -> str:
    """Give what a version has in its only paragraph."""
    made = body_of(built(word(paragraph(body)), {source: target}, code))
    assert made.startswith("<w:p>")
    return made.removeprefix("<w:p>").removesuffix("</w:p>")


@pytest.mark.parametrize(
    ("body", "source", "target", "expected"),
    [
        ("<w:r><w:t>One.</w:t></w:r>", "One.", "Un & <deux>.", "<w:r><w:t>Un &amp; &lt;deux&gt;.</w:t></w:r>"),
        ("<w:r><w:t>One</w:t></w:r>" + run(" two."), "One two.", "Un deux.", "<w:r><w:t>Un deux.</w:t></w:r>"),
        (
            run("Some ") + run("bold", BOLD) + run(" text"),
            "Some <1>bold</1> text",
            "Du texte <1>en gras</1>",
            run("Du texte ") + run("en gras", BOLD),
        ),
        (run("Some ") + run("bold", BOLD), "Some <1>bold</1>", "<1>Gras</1>, un peu", run("Gras", BOLD) + run(", un peu")),
        (run("Some ") + run("bold", BOLD), "Some <1>bold</1>", "Sans balise", run("Sans balise")),
        (run("All bold.", BOLD), "All bold.", "Tout en gras.", run("Tout en gras.", BOLD)),
        (
            run("See ") + LINK.format(run("the page", ITALIC)) + run(" there."),
            "See <1>the page</1> there.",
            "<1>La page</1> est là.",
            LINK.format(run("La page", ITALIC)) + run(" est là."),
        ),
        (
            run("Claim.") + NOTE + run(" Next."),
            "Claim.<1/>",
            "Thèse<1/>.",
            run("Thèse") + NOTE + run(". Next."),
        ),
        (
            "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>",
            "One<1/>two",
            "Un<1/>deux",
            f"<w:r><w:t>Un</w:t><w:br/>{PUT}deux</w:t></w:r>",
        ),
        (
            run("Page ") + field("PAGE", run("7")) + run(" of it"),
            "Page <1/> of it",
            "À la page <1/>",
            run("À la page ") + "<w:r>" + field("PAGE", run("7")).removeprefix("<w:r>"),
        ),
        (
            field("HYPERLINK x", run("The site")) + run(" it is."),
            "<1>The site</1> it is.",
            "C’est <1>le site</1>.",
            run("C’est ") + field("HYPERLINK x", run("le site")) + run("."),
        ),
        (
            run("Joi") + '<w:bookmarkStart w:id="1" w:name="a"/>' + run("ned") + '<w:bookmarkEnd w:id="1"/>' + run(" text"),
            "Joined text",
            "Texte joint",
            '<w:bookmarkStart w:id="1" w:name="a"/>' + run("Texte joint") + '<w:bookmarkEnd w:id="1"/>',
        ),
        (run("A &lt;1&gt; b"), "A <1/>1> b", "Un <1/>1> b", run("Un &lt;1&gt; b")),
        (
            run("Old ") + '<w:ins w:id="1">' + run("and new ") + "</w:ins>" + '<w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del>',
            "Old and new",
            "Ancien et nouveau",
            run("Ancien et nouveau") + run(" "),
        ),
        (run("A", BOLD) + run(" and ") + run("bcd", ITALIC) + run("x"), "<1>A</1> and <2>bcd</2>x", "<1>A <2>b</1> c</2>", run("A ", BOLD) + run("b c", ITALIC)),
    ],
)  # fmt: skip
def test_a_translation_stands_in_the_runs_of_its_segment(body: str, source: str, target: str, expected: str) -> None:
    assert inside(body, source, target) == expected


def test_looks_that_differ_in_nothing_to_see_do_not_divide_a_sentence() -> None:
    body = run("Joi", '<w:lang w:val="en-US"/>') + run("ned", '<w:noProof/><w:lang w:val="en-GB"/>')
    assert inside(body, "Joined", "Joint") == run("Joint", '<w:lang w:val="fr-FR"/>')


def test_a_field_that_begins_within_a_link_and_ends_behind_it_leaves_the_link_whole() -> None:
    begun, ended = field("HYPERLINK x", "").rsplit("<w:r>", 1)
    body = begun + run("On ") + LINK.format(begun + run("the map")) + f"<w:r>{ended}"
    assert inside(body, "On <1>the map</1>", "Sur <1>la carte</1>") == body.replace("On ", "Sur ").replace(
        "the map", "la carte"
    )


def test_sentences_of_a_paragraph_keep_their_own_looks() -> None:
    body = run("First. ", BOLD) + run("Second ") + LINK.format(run("one. Third", ITALIC)) + run(" and last.")
    data = word(paragraph(body))
    assert body_of(built(data, {"First.": "Un.", "Second <1>one.</1>": "<1>Deux</1> ici."})) == paragraph(
        run("Un.", BOLD), run(" ", BOLD), LINK.format(run("Deux", ITALIC)), run(" ici."), LINK.format(run(" Third", ITALIC)), run(" and last.")
    ).replace(run("Un.", BOLD) + run(" ", BOLD), run("Un. ", BOLD))  # fmt: skip


def test_nothing_translated_is_the_file_itself_and_its_own_sources_are_its_own_parts() -> None:
    data = word(paragraph(run("One. Two.")), extra={"word/media/image1.png": bytes(range(256))})
    document = formats.read(data, "a.docx")
    assert formats.write(document) == data
    text = fill(document, BY_CODE["en"], lambda _, segment: segment.text)
    assert entries(formats.encode(document, text)) == entries(data)


def test_other_parts_stay_byte_for_byte_in_their_order_and_a_version_is_made_the_same_again() -> None:
    data = word(
        paragraph(run("One.")), extra={"docProps/core.xml": b"<a/>", "word/media/image1.png": bytes(range(256))}
    )
    made = built(data, {"One.": "Un."})
    assert made == built(data, {"One.": "Un."})
    assert list(entries(made)) == list(entries(data))
    changed = {name for name, content in entries(made).items() if content != entries(data)[name]}
    assert changed == {"word/document.xml", "word/styles.xml"}


def test_what_is_untranslated_stays_and_is_marked_inside_its_runs() -> None:
    data = word(paragraph(run("One "), run("bold", BOLD), run(". Two.")))
    assert shown(built(data, {"Two.": "Deux."}, mark=True)) == ["⟦One bold.⟧ Deux."]


def test_chinese_sentences_stand_without_spaces_between_them_and_others_with() -> None:
    chinese = {"One.": "一。", "Two.": "二。"}  # one, two
    assert shown(built(word(paragraph(run("One."), run(" "), run("Two."))), chinese, "zh")) == ["一。二。"]
    source = word(paragraph(run("一。二。")))
    document = formats.read(source, "a.docx", language="zh")
    text = fill(document, BY_CODE["fr"], lambda _, segment: {"一。": "Un.", "二。": "Deux."}[segment.text])
    assert shown(formats.encode(document, text)) == ["Un. Deux."]


FRENCH = {"Egypt": "Égypte", "Germany": "Allemagne", "Spain": "Espagne"}


def test_states_follow_the_alphabet_of_the_language_in_their_own_paragraphs() -> None:
    data = word(paragraph(run("Egypt")) + paragraph(run("Germany", BOLD)) + paragraph(run("Spain")))
    made = built(data, FRENCH)
    assert shown(made) == ["Allemagne", "Égypte", "Espagne"]
    assert run("Égypte", BOLD) in body_of(made)
    assert shown(built(data, FRENCH, sort_states=False)) == ["Égypte", "Allemagne", "Espagne"]


def test_states_that_run_on_in_a_paragraph_stand_one_a_line() -> None:
    assert shown(built(word(paragraph(run("Egypt Germany Spain"))), FRENCH)) == ["Allemagne\nÉgypte\nEspagne"]


def test_both_versions_of_a_text_box_are_translated() -> None:
    data = word(paragraph(run("Text "), BOX.format(paragraph(run("In the box."))), run(" here.")))
    made = body_of(built(data, {"Text <1/> here.": "Ici<1/>.", "In the box.": "Dans la boîte."}))
    assert made == paragraph(run("Ici"), BOX.format(paragraph(run("Dans la boîte."))), run("."))


def test_tables_and_properties_keep_their_structure() -> None:
    body = table(
        (paragraph(run("One"), properties='<w:jc w:val="right"/>'), paragraph()), (paragraph(run("12.5")),) * 2
    )
    made = body_of(built(word(body), {"One": "Un"}))
    assert made == body.replace("One", "Un")


def test_tracked_changes_are_accepted_in_a_version() -> None:
    row = '<w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc>' + paragraph(run("Old row")) + "</w:tc></w:tr>"
    body = (
        paragraph(run("New text"), properties='<w:jc w:val="left"/><w:rPr><w:ins w:id="3"/></w:rPr><w:pPrChange w:id="4"><w:pPr/></w:pPrChange>')
        + f"<w:tbl><w:tblPr/>{row}<w:tr><w:tc>{paragraph(run('Row'))}</w:tc></w:tr></w:tbl>"
        + '<w:p><w:moveFrom w:id="5"><w:r><w:t>Moved</w:t></w:r></w:moveFrom></w:p>'
    )  # fmt: skip
    data = word(body)
    made = built(data, {"New text": "Nouveau texte", "Row": "Ligne"})
    assert shown(made) == ["Nouveau texte", "Ligne", ""]
    assert not re.search("<w:(ins|del|moveFrom|pPrChange)\\b", body_of(made))
    assert formats.write(formats.read(data, "a.docx")) == data


def test_what_a_translator_types_never_becomes_markup() -> None:
    typed = "</w:t>&amp;\x00\x0b\ud800 <w:br/> <3/> ]]> <!-- \N{LINE SEPARATOR} z"
    data = word(paragraph(run("One.")))
    assert shown(built(data, {"One.": typed})) == ["</w:t>&amp;  <w:br/>  ]]> <!-- z"]
