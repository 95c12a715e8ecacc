"""A page is whole in itself, tells its language, marks what is not translated, and sets UN furniture as the UN does."""

import re
from html.parser import HTMLParser
from typing import ClassVar

import pytest

from tm.documents import format as formats
from tm.documents.page import page
from tm.model.document import Block, Document, Segment
from tm.model.language import ARABIC, CHINESE, ENGLISH, FRENCH, LANGUAGES, Language

LETTER = """\
Distr.: General 27 July 2022

Original: English

Seventy-sixth session Agenda item 108 Crime prevention

## Letter dated 25 July 2022

I have the honour. See A/76/L.1 <now> & then.

(Signed) Pavel Evseenko Chargé d'affaires a.i.

Annex to the letter

Members of the Group:

Egypt Ethiopia Eritrea
"""
STATES = ["Egypt", "Ethiopia", "Eritrea"]


def read(text: str, name: str = "source/a.txt") -> Document:
    return formats.read(text.encode(), name, states=STATES)


def made(document: Document, language: Language, targets: dict[str, str], *, sort_states: bool = True) -> str:
    def translate(_block: Block, segment: Segment) -> str | None:
        return targets.get(segment.text)

    return page(document, language, translate, sort_states=sort_states)


def body(html: str) -> str:
    return html.partition("<main>")[2].partition("</main>")[0]


class Balance(HTMLParser):
    """Collects elements left open, closed without need, and anything that asks for the network."""

    VOID: ClassVar = {"meta", "br", "hr", "img", "input"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.trouble: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in {"script", "link", "iframe"} or (
            tag == "img" and not str(dict(attrs).get("src")).startswith("data:")
        ):
            self.trouble.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.trouble.append(f"</{tag}>")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_page_is_well_formed_whole_in_itself_and_tells_its_language(language: Language) -> None:
    html = made(read(LETTER), language, {})
    assert html.startswith(f'<!doctype html>\n<html lang="{language.code}" dir="{language.direction}">')
    balance = Balance()
    balance.feed(html)
    assert (balance.open, balance.trouble) == ([], [])


def test_the_source_language_has_no_marks_and_no_further_language() -> None:
    html = body(made(read(LETTER), ENGLISH, {}))
    assert "untranslated" not in html
    assert (
        '<div class="distribution"><div>Distr.: General</div><div>27 July 2022</div><div>Original: English</div>'
        in html
    )


def test_a_version_names_its_own_language_beside_the_original() -> None:
    html = body(made(read(LETTER), FRENCH, {"Original: English": "Original : anglais"}))
    assert "<div>Français</div><div>Original : anglais</div>" in html


def test_session_item_and_title_stand_below_the_rule() -> None:
    html = body(made(read(LETTER), ENGLISH, {}))
    assert (
        '<div class="session"><div>Seventy-sixth session</div><div>Agenda item 108</div>'
        "<div>Crime prevention</div></div>" in html
    )


def test_what_is_not_translated_is_marked_with_its_language_and_escaped() -> None:
    html = body(made(read(LETTER), ARABIC, {}))
    assert (
        '<span class="untranslated" lang="en" dir="ltr">I have the honour. See A/76/L.1 &lt;now&gt; &amp; then.</span>'
        in html
    )


def test_numbers_and_symbols_are_isolated_in_right_to_left_text() -> None:
    html = body(made(read(LETTER), ARABIC, {"See A/76/L.1 <now> & then.": "انظر A/76/L.1، الفقرات 3-5 & غيرها."}))
    assert 'انظر <bdi dir="ltr">A/76/L.1</bdi>، الفقرات <bdi dir="ltr">3-5</bdi> &amp; غيرها.' in html


def test_chinese_sentences_stand_close() -> None:
    targets = {"I have the honour.": "谨此。", "See A/76/L.1 <now> & then.": "见A/76/L.1。"}
    assert "<p>谨此。见A/76/L.1。</p>" in body(made(read(LETTER), CHINESE, targets))


def states(html: str) -> list[str]:
    return re.findall("<li>(.*?)</li>", html)


def test_states_follow_the_alphabet_of_the_language_unless_told_otherwise() -> None:
    targets = {"Egypt": "Égypte", "Ethiopia": "Éthiopie", "Eritrea": "Érythrée"}
    document = read(LETTER)
    assert states(made(document, FRENCH, targets)) == ["Égypte", "Érythrée", "Éthiopie"]
    assert states(made(document, FRENCH, targets, sort_states=False)) == ["Égypte", "Éthiopie", "Érythrée"]
    assert states(made(document, ENGLISH, {})) == STATES


def test_the_annex_begins_apart() -> None:
    assert '<h2 class="annex">Annex to the letter</h2>' in body(made(read(LETTER), ENGLISH, {}))


def test_the_signature_is_a_block_of_its_own() -> None:
    html = body(made(read(LETTER), ENGLISH, {}))
    assert "<p><i>(Signed)</i> Pavel Evseenko</p><p>Chargé d'affaires a.i.</p></div>" in html


def test_markdown_keeps_its_structure_with_translations_in_place() -> None:
    text = "# Title\n\nSome **bold** text[^1] and [a link][x].\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n[x]: /url\n[^1]: Note.\n"
    targets = {"Title": "Titre", "c": "ç"}
    html = body(made(read(text, "source/a.md"), FRENCH, targets))
    assert "<h1>Titre</h1>" in html
    assert "<td>ç</td>" in html
    assert "<strong>bold</strong>" in html
    assert '<a href="/url">' in html
    assert "<code>code" in html
    assert 'class="footnotes"' in html


def test_no_script_of_a_document_can_run() -> None:
    html = made(read("<script>alert(1)</script>\n\nText.\n", "source/a.md"), FRENCH, {})
    assert "default-src 'none'" in html


def test_furniture_stands_in_markdown_and_footnotes_keep_their_numbers() -> None:
    text = "I have the honour.[^1]\n\n(Signed) Pavel Evseenko Chargé d'affaires a.i.\n\n## Annex\n\nMore.[^2]\n\n[^1]: One.\n[^2]: Two.\n"
    html = body(made(read(text, "source/a.md"), ENGLISH, {}))
    assert '<div class="signature"><p><i>(Signed)</i> Pavel Evseenko</p>' in html
    assert '<h2 class="annex">Annex</h2>' in html
    assert html.count("footnote-item") == 2
    assert ">[1]</a>" in html
    assert ">[2]</a>" in html


def test_marks_share_an_element_across_emphasis_and_never_stand_in_attributes() -> None:
    html = body(made(read("**One. Two.** ![A picture](data:image/png;base64,)\n", "source/a.md"), FRENCH, {}))
    balance = Balance()
    balance.feed(html)
    assert (balance.open, balance.trouble) == ([], [])
    assert 'alt="A picture"' in html


def test_what_nobody_translates_is_kept_in_a_page_of_plain_text() -> None:
    html = body(made(read("12. A paragraph.\n\n* * *\n\nhttps://www.un.org/en\n\nMore.\n"), ENGLISH, {}))
    assert "<p>* * *</p>\n<p>https://www.un.org/en</p>\n<p>More.</p>" in html
    assert html.count("12.") == 1


def test_the_title_of_the_document_is_not_taken_for_an_annex() -> None:
    assert "<h1>Letter dated 25 July 2022</h1>" in body(made(read(LETTER), ENGLISH, {}))


def test_pictures_stand_in_the_page_itself() -> None:
    document = read("Text ![x](pic%201.png) ![y](https://example.org/y.png) ![z](none.png)\n", "source/a.md")
    html = page(document, ENGLISH, lambda *_: None, load={"pic 1.png": b"PNG"}.get)
    assert 'src="data:image/png;base64,UE5H"' in html
    assert 'src="https://example.org/y.png"' in html
    assert 'src="none.png"' in html


def test_without_a_field_of_the_original_no_language_is_named() -> None:
    html = body(made(read("Distr.: General\n\nA paragraph stands here.\n"), FRENCH, {}))
    assert "Français" not in html
    assert 'class="session"' not in html
