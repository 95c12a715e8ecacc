"""What is no sound Word file is refused with one sentence that says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.documents.docx.made import entries, paragraph, root, run, word
from tm.documents import format as formats
from tm.documents.docx.package import pack, unpack
from tm.model.errors import FormatError

SOUND = word(paragraph(run("One.")))


def with_entry(name: str, content: bytes, data: bytes = SOUND) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, old in {**entries(data), name: content}.items():
            archive.writestr(other, old)
    return made.getvalue()


def without_entry(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for other, old in entries(SOUND).items():
            if other != name:
                archive.writestr(other, old)
    return made.getvalue()


def twice() -> bytes:
    made = io.BytesIO(SOUND)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return made.getvalue()


def document(xml: str) -> bytes:
    return with_entry("word/document.xml", xml.encode())


DEEP = root("document", "<w:sdt>" * 300 + "</w:sdt>" * 300)
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a sound Word file"),
        (b"just text", "not a sound Word file"),
        (SOUND[: len(SOUND) // 2], "not a sound Word file"),
        (SOUND[:200] + b"\xff" * 40 + SOUND[240:], "not a sound Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "needs a password"),
        (without_entry("[Content_Types].xml"), "none of Word's"),
        (without_entry("word/document.xml"), "no text of Word's"),
        (word("", content_type="document.glossary"), "no text of Word's"),
        (document("<w:document>"), "word/document.xml is not sound"),
        (document("<w:document/>"), "not sound"),
        (document(DEEP), "nested deeper than 256"),
        (document(BOMB), "declare"),
        (
            with_entry("word/document.xml", root("document", "é").replace("UTF-8", "UTF-16").encode("utf-16")),
            "not UTF-8",
        ),
        (with_entry("word/media/a.bin", b"\0" * 2**22), "word/media/a.bin unpacks to more than 200 times"),
        (with_entry("[Content_Types].xml", b"<Types/>"), "no text of Word's"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(FormatError) as caught:
        formats.read(data, "source/a.docx", shown="a.docx")
    assert words in caught.value.problem
    assert str(caught.value).startswith("a.docx: ")
    assert "\n" not in str(caught.value)


def test_a_file_with_macros_is_refused_whatever_its_ending() -> None:
    types = entries(SOUND)["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = types.replace(main, "application/vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(FormatError, match="macros"):
        formats.read(with_entry("[Content_Types].xml", macros.encode()), "a.docx")
    with pytest.raises(FormatError, match=r"\.docm are not read: .*soffice --convert-to docx 'a\.docm'"):
        formats.read(SOUND, "a.docm")


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(FormatError, match="two parts of one name"):
        unpack(twice(), "a.docx")


def test_strict_files_are_read_like_others() -> None:
    strict = root("document", f"<w:body>{paragraph(run('One.'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [s.text for _, s in formats.read(document(strict), "a.docx").segments()] == ["One."]


def test_the_text_is_the_parts_and_becomes_them_again() -> None:
    text = unpack(SOUND, "a.docx")
    assert text.split("\0")[1::2] == ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"]
    assert entries(pack(SOUND, text, "a.docx")) == entries(SOUND)
    assert entries(pack(SOUND, text.replace("One.", "Un."), "a.docx"))["word/document.xml"] == entries(SOUND)[
        "word/document.xml"
    ].replace(b"One.", b"Un.")


def test_elements_where_no_word_file_has_them_give_no_file() -> None:
    document = formats.read(word(paragraph("<w:r><w:t>One <w:p>two</w:p></w:t></w:r>")), "source/a.docx")
    with pytest.raises(FormatError, match=r"^source/a\.docx: its part word/document\.xml is not sound"):
        formats.encode(document, formats.text_of(document).replace("</w:p>", "", 1))
