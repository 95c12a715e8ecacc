"""Laws of documents: nothing is lost, whatever the file holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laws.strategies import markdown, texts
from tm.documents import format as formats
from tm.documents.fill import fill
from tm.documents.units import units
from tm.model.document import Block, Document, Role, Segment
from tm.model.errors import FormatError
from tm.model.language import BY_CODE, FRENCH, LANGUAGES, Language
from tm.text.codes import strip_tags, tags

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
STATES = ("Bahrain", "Niger", "Nigeria", "Bolivia (Plurinational State of)")

endings = st.sampled_from(["x.txt", "x.md"])
documents = st.one_of(texts(), markdown())


def read(text: str, path: str) -> Document:
    return formats.read(text.encode(), path, states=STATES)


@given(documents, endings)
@settings(max_examples=400, deadline=None)
@example("\N{BYTE ORDER MARK}# a\r\n\r\nb\rc", "x.md")
@example("---\r\na: b\r\n---\r\nText. More.", "x.md")
def test_a_document_written_without_translation_is_the_file(text: str, path: str) -> None:
    data = text.encode()
    assert formats.write(formats.read(data, path, states=STATES)) == data


@given(documents, endings)
@settings(max_examples=200, deadline=None)
def test_filled_with_nothing_or_with_its_own_text_a_document_is_the_file(text: str, path: str) -> None:
    document = read(text, path)
    assert fill(document, FRENCH, lambda block, segment: None) == text
    own = fill(document, BY_CODE[document.language], lambda block, segment: segment.text)
    if not any(block.role is Role.STATE_NAME for block in document.blocks):
        assert own == text


@given(documents, endings)
@settings(max_examples=200, deadline=None)
def test_every_segment_is_sound(text: str, path: str) -> None:
    """Its line is right, its tags are paired and numbered from 1, and it is one line without blanks around."""
    document = read(text, path)
    before = ""
    for part in document.parts:
        for piece in part.pieces if isinstance(part, Block) else (part,):
            raw = piece.raw if isinstance(piece, Segment) else piece
            if isinstance(piece, Segment):
                assert_sound(piece, before + raw[:1])
            before += raw
    assert before == text


def assert_sound(segment: Segment, before: str) -> None:
    breaks = before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert segment.line == breaks + 1
    assert segment.text == segment.text.strip()
    assert not set("\n\r\t\N{LINE SEPARATOR}").intersection(segment.text)
    assert any(char.isalnum() for char in strip_tags(segment.text))
    expected = []
    for code in segment.codes:
        expected += [f"<{code.number}/>"] if code.close is None else [f"<{code.number}>", f"</{code.number}>"]
    assert sorted(expected) == sorted(tags(segment.text))
    assert [code.number for code in segment.codes] == list(range(1, len(segment.codes) + 1))


@given(
    documents, endings, st.sampled_from(LANGUAGES), st.lists(st.sampled_from(["<1>", "</1>", "<9/>", "*", "\n", "x "]))
)
@settings(max_examples=200, deadline=None)
def test_any_target_can_be_filled_in(text: str, path: str, language: Language, noise: list[str]) -> None:
    document = read(text, path)
    assert isinstance(
        fill(document, language, lambda block, segment: "".join(noise) + segment.text, mark=str.upper), str
    )


@given(
    texts(),
    st.sampled_from(["*", "_", "`", "[a](b)", "# ", "1. ", "- ", "<b>", "&amp;", "\\", "~~a~~", "> ", "a_b", "!["]),
)
@settings(max_examples=300, deadline=None)
def test_what_a_translator_types_is_text_in_markdown(typed: str, special: str) -> None:
    """Read again, a filled paragraph shows the same letters, and no markup."""
    document = read("The paragraph", "x.md")
    wanted = " ".join(f"Aa {special} {typed} {special} zz".split())
    again = read(fill(document, FRENCH, lambda block, segment: wanted), "x.md")
    shown = "".join(segment.text for _, segment in again.segments())
    assert {block.role for block in again.blocks} == {Role.PARAGRAPH}
    assert not {code.meaning for _, segment in again.segments() for code in segment.codes} - {"literal text", "<"}
    if not re.search(r"</?\d", wanted):
        assert letters(shown) == letters(wanted)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


WORDS = ["Aa", "b c", "dé", "到", "*", "_", "**", "~~", "`", "[", "]", "(", ")", "](u)", ' "t")', "![", "<b>", "<1>"]
WORDS += ["&amp;", "\\", "|", "# ", "- ", "+ ", "> ", "[^1]", "[r]", "https://un.org", "  \n", " ", " "]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
def test_a_filled_segment_is_read_again_as_the_same_text(text: str) -> None:
    """Markup in its place, and the escapes around it, keep each other apart."""
    document = read(f"Xx {text} yy", "x.md")
    filled = fill(document, FRENCH, lambda block, segment: f"Zz {segment.text}")
    wanted = "".join(f"Zz {segment.text}" for _, segment in document.segments())
    found = "".join(segment.text for _, segment in read(filled, "x.md").segments())
    assert strip_tags(found).split() == strip_tags(wanted).split()


@given(documents, endings)
@settings(max_examples=100, deadline=None)
def test_units_hold_every_segment_once_with_all_its_places(text: str, path: str) -> None:
    document = read(text, path)
    made = units(document)
    assert len({unit.key for unit in made}) == len(made)
    places = {(unit.source, place.line) for unit in made for place in unit.places}
    assert places == {(segment.text, segment.line) for _, segment in document.segments()}


def real_files() -> list[Path]:
    return sorted(path for path in SHARED.rglob("*") if path.suffix in {".txt", ".md", ".po"} and path.is_file())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_real_files_come_back_byte_for_byte(ending: str) -> None:
    refused = []
    for path in real_files():
        data = path.read_bytes()[:4_000].decode("utf-8", "ignore").encode() if is_text(path) else path.read_bytes()
        try:
            assert formats.write(formats.read(data, f"x{ending}", states=STATES)) == data, path
        except FormatError:
            refused.append(path)
    assert not any(is_text(path) for path in refused)


def is_text(path: Path) -> bool:
    try:
        return "\0" not in path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
