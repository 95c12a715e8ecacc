"""Whole UN documents, invented ones in `fixtures/`: each has a table of role, label and text of its segments.

The tables are tab-separated and may be read, and added to, without knowing the program.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tm.documents import format as formats
from tm.model.document import Document, Role

FIXTURES = Path(__file__).parent / "fixtures"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
STATES = (
    "Bahrain", "Bangladesh", "Belarus", "Bolivia", "Bolivia (Plurinational State of)", "Chad", "Côte d'Ivoire", "Egypt",
    "Eritrea", "India", "Kazakhstan", "Kyrgyzstan", "Lao People's Democratic Republic", "Libya", "Mali", "Nicaragua",
    "Niger", "Nigeria", "Philippines", "Qatar", "Russian Federation", "Singapore", "Tajikistan", "Turkmenistan",
    "United Arab Emirates", "Uzbekistan", "Venezuela", "Venezuela (Bolivarian Republic of)",
)  # fmt: skip
LANGUAGES = {"lettre.txt": "fr", "carta.txt": "es", "pismo.txt": "ru", "xin.txt": "zh", "risala.txt": "ar"}
"""Of the fixtures whose masthead names another original than English."""


def read(text: str | bytes, path: str = "x.txt", language: str = "en") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return formats.read(data, path, language=language, states=STATES)


def table(document: Document) -> list[str]:
    return [f"{block.role}\t{block.label}\t{segment.text}" for block, segment in document.segments()]


def roles(text: str, path: str = "x.txt") -> list[tuple[str, str]]:
    return [(block.role.value, segment.text) for block, segment in read(text, path).segments()]


@pytest.mark.parametrize("name", sorted(path.stem for path in FIXTURES.glob("*.tsv")))
def test_a_document_has_the_segments_of_its_table(name: str) -> None:
    document = read((FIXTURES / name).read_bytes(), name)
    assert table(document) == (FIXTURES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert document.language == LANGUAGES.get(name, "en")
    assert formats.write(document) == (FIXTURES / name).read_bytes()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_the_letter_has_its_47_segments() -> None:
    document = read((SHARED / "seed" / "letter-2022-07-25.txt").read_bytes())
    found = [{"role": block.role.value, "text": segment.text} for block, segment in document.segments()]
    assert found == json.loads((SHARED / "seed" / "segments.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_ordinary_texts_have_no_furniture(ending: str) -> None:
    wrong = {Role.MASTHEAD, Role.SIGNATURE, Role.STATE_NAME, Role.LIST_HEADING}
    folders = [SHARED / "data" / "udhr", SHARED / "data" / "align_docs", SHARED / "design"]
    for path in sorted(path for folder in folders for path in folder.glob("*.*")):
        if path.suffix in {".md", ".txt"}:
            document = read(path.read_bytes()[:6000].decode("utf-8", "ignore"), f"x.{ending}")
            assert not [(path, block) for block in document.blocks if block.role in wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Distr.: General is what mastheads say at their head.",
        "Original: English is the language that they name.",
        "(Signed) copies of the treaty are kept in Paris, and were sent to all.",
        "Annex I contains the list of States.",
        "The President opened the meeting.",
        "30 July was hot.",
        "1.5 million people came.",
        "2022. A year of change.",
        "A. Smith came first.",
        "(civil) society",
        "(and) so on",
        "Bahrain, Belarus and Egypt agreed.",
        "On 30 July 2022, New York was hot.",
        "Agenda item 108 was discussed at the seventy-sixth session.",
    ],
)
def test_prose_that_looks_like_furniture_stays_a_paragraph(text: str) -> None:
    document = read(text)
    assert [(block.role, block.label) for block in document.blocks] == [(Role.PARAGRAPH, "")]


@pytest.mark.parametrize(
    ("masthead", "code"),
    [
        ("Original: French", "fr"),
        ("Original : français", "fr"),
        ("Original: español", "es"),
        ("Original: Spanish", "es"),
        ("Язык оригинала: русский", "ru"),
        ("Original: Russian", "ru"),
        ("原文：中文", "zh"),
        ("原文：英文", "en"),
        ("الأصل: بالعربية", "ar"),
        ("الأصل: بالفرنسية", "fr"),
        ("Original: Arabic/French", "ar"),
        ("Original: English and French", "en"),
    ],
)
def test_the_masthead_names_the_source_language(masthead: str, code: str) -> None:
    assert read(f"Distr.: General\n\n{masthead}\n\nText.").language == code


@pytest.mark.parametrize("joint", ["\n", " ", "\n\n"])
def test_a_version_named_before_the_original_is_the_language_of_the_text(joint: str) -> None:
    assert read(joint.join(["Distr.: General", "3 May 2024", "English", "Original: Russian"])).language == "en"
    assert read(joint.join(["Distr. générale", "3 mai 2024", "Français", "Original : anglais"])).language == "fr"


def test_the_note_under_an_annex_does_not_change_the_language() -> None:
    assert read("Annex\n\n[Original: French]\n\nText.").language == "en"


def test_fields_on_one_line_and_on_lines_of_their_own_are_the_same() -> None:
    fields = [
        "Distr.: Limited",
        "27 July 2022",
        "Original: English",
        "Seventy-sixth session",
        "Agenda item 108",
        "Crime",
    ]
    expected = [("masthead", field) for field in fields]
    for joint in (" ", "\n", "\r\n", "\n\n"):
        assert roles(joint.join(fields)) == expected
        assert roles(joint.join(fields), "x.md") == expected
    assert roles("  \n".join(f"**{field}**" for field in fields), "x.md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Signed) Pavel Evseenko Chargé d'affaires a.i.", ["(Signed) Pavel Evseenko", "Chargé d'affaires a.i."]),
        ("(Signed) António Guterres", ["(Signed) António Guterres"]),
        (
            "(Signed) Jane Roe\nDeputy Permanent Representative",
            ["(Signed) Jane Roe", "Deputy Permanent Representative"],
        ),
        ("(Signed) Jane Roe\nFirst Lady", ["(Signed) Jane Roe", "First Lady"]),
        ("(Signed) A. Roe Minister (Signed) B. Doe", ["(Signed) A. Roe", "Minister", "(Signed) B. Doe"]),
        ("(Signed)\n\nJane Roe\n\nPresident of the Council", ["(Signed)", "Jane Roe", "President of the Council"]),
        ("(Firmado) Ana Paz\nEmbajadora", ["(Firmado) Ana Paz", "Embajadora"]),
        ("L’Ambassadeur\n(Signé) Jean Petit", ["L’Ambassadeur", "(Signé) Jean Petit"]),
        ("(Подпись) В. Иванов Посол", ["(Подпись) В. Иванов", "Посол"]),
        ("主席\n王明（签名）", ["主席", "王明（签名）"]),
        ("(توقيع) حسن علي السفير", ["(توقيع) حسن علي", "السفير"]),
    ],
)
def test_a_signature_is_a_name_and_a_function(text: str, expected: list[str]) -> None:
    assert roles(text) == [("signature", part) for part in expected]


@pytest.mark.parametrize(
    "text",
    [
        "30 July 2022, New York",
        "New York, 30 July 2022",
        "Geneva, 4–8 July 2022",
        "Geneva, 28 February–1 April 2022",
        "Genève, le 1er mai 2022",
        "Nueva York, 30 de julio de 2022",
        "Нью-Йорк, 30 июля 2022 года",
        "2022年7月30日，纽约",
        "نيويورك، 30 تموز/يوليه 2022",
    ],
)
def test_a_place_and_a_date_on_a_line_are_one_block(text: str) -> None:
    assert roles(f"{text}\n\nText follows.")[0] == ("place-and-date", text)


@pytest.mark.parametrize(
    "text",
    [
        "Annex",
        "Annex IV",
        "Annex to the letter dated 3 May 2022 from the President addressed to the Council",
        "Enclosure",
        "Appendix A",
        "Annexe à la lettre datée du 3 mai",
        "Anexo I",
        "Приложение к письму",
        "附件一",
        "المرفق الأول",
    ],
)
def test_an_annex_is_a_heading_without_any_mark(text: str) -> None:
    assert roles(f"Text.\n\n{text}\n\nMore text.")[1] == ("heading", text)


@pytest.mark.parametrize(
    ("text", "role", "label"),
    [
        ("12. The Committee met.", Role.PARAGRAPH, "12."),
        ("3.1. The Committee met.", Role.PARAGRAPH, "3.1."),
        ("(a) To act;", Role.LIST_ITEM, "(a)"),
        ("(iv) To act;", Role.LIST_ITEM, "(iv)"),
        ("• To act;", Role.LIST_ITEM, "•"),
        ("а) действовать;", Role.LIST_ITEM, "а)"),
        ("(أ) العمل؛", Role.LIST_ITEM, "(أ)"),
        ("（一）行动；", Role.LIST_ITEM, "（一）"),
        ("一、行动。", Role.PARAGRAPH, "一、"),
        ("II. Findings", Role.HEADING, "II."),
        ("A. Wells", Role.HEADING, "A."),
        ("أولا - مقدمة", Role.HEADING, "أولا -"),
        ("## 76/181. Crime prevention", Role.HEADING, "76/181."),
        ("### 3.1 Findings", Role.HEADING, "3.1"),
    ],
)
def test_a_numbering_label_stands_outside_the_segment(text: str, role: Role, label: str) -> None:
    document = read(text)
    (block,) = document.blocks
    assert (block.role, block.label) == (role, label)
    assert block.segments[0].text == text.partition(label)[2].strip()


def test_items_in_one_paragraph_stay_whole() -> None:
    text = "The States decide: (a) to act; (b) to report."
    assert roles(text) == [("paragraph", text)]


def test_states_are_cut_by_their_longest_names() -> None:
    names = ["Bolivia (Plurinational State of)", "Lao People’s Democratic Republic", "Niger", "Nigeria", "Bolivia"]
    for joint in (" ", "\n", "  \t", "\n  "):
        assert roles(joint.join(names)) == [("state-name", name) for name in names]
    assert roles("Niger Nigeria and others")[0][0] == "paragraph"
