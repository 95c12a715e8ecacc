"""The border: which files are documents, and what is said of those that are not."""

from __future__ import annotations

import pytest

from tm.documents import format as formats
from tm.model.errors import FormatError, SettingsError


@pytest.mark.parametrize(
    ("data", "path", "line", "words"),
    [
        (b"a\nb \xff c", "source/a.txt", 2, "0xFF is not UTF-8"),
        (b"a\r\nb\r\xe9", "source/a.md", 3, "save the file as UTF-8"),
        (b"\xed\xa0\x80", "source/a.txt", 1, "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "source/a.txt", 3, "NUL"),
        ("text".encode("utf-16"), "source/a.txt", 1, "UTF-16"),
        (b"text", "source/a.odt", 0, ".txt, .md, .markdown"),
        (b"text", "source/a", 0, "without an ending"),
        (b"a" * (formats.MAX_BYTES + 1), "source/a.txt", 0, "more than 64 MB"),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(data: bytes, path: str, line: int, words: str) -> None:
    with pytest.raises(FormatError) as caught:
        formats.read(data, path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert words in caught.value.problem


def test_the_error_names_the_path_as_the_user_knows_it() -> None:
    with pytest.raises(FormatError, match=r"^\.\./letter\.txt:1: "):
        formats.read(b"\xff", "source/letter.txt", shown="../letter.txt")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(SettingsError):
        formats.read(b"a", "a.txt", language="tlh")


@pytest.mark.parametrize("data", [b"", b"\n\r\n \t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_an_empty_file_is_a_document_without_blocks(data: bytes, path: str) -> None:
    document = formats.read(data, path)
    assert document.blocks == ()
    assert formats.write(document) == data


def test_a_document_knows_its_name_path_and_language() -> None:
    document = formats.read(b"Texte.", "source/A.76.912.md", language="fr-FR")
    assert (document.name, document.path, document.language) == ("A.76.912", "source/A.76.912.md", "fr")
    assert formats.is_markdown(document.path)
    assert not formats.is_markdown("a.txt")
