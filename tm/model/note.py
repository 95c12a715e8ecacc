"""What other programs say of an entry or of one of its texts: kept for them, and given back as they said it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a file says something."""

    NOTE = "note"
    PROPERTY = "property"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Note:
    """What is said.

    Attributes:
        name: the type of a property, the name of an attribute; "" of a note.
        about: the code of the text's language; "" where it is said of the whole entry.
        language: what it is written in, as the file has it; "" where that is not said.
        encoding: what it was in before it was in the file, as the file has it; "" where that is not said.
    """

    text: str
    form: Form = Form.NOTE
    name: str = ""
    about: str = ""
    language: str = ""
    encoding: str = ""


CODE = "xml:lang"
"""The attribute in which a file names the language of a text."""


def is_code(note: Note) -> bool:
    """Say whether a note tells how a file writes the code of a language, such as fr-CA."""
    return note.form is Form.ATTRIBUTE and note.name == CODE


def code_of(written: str, language: str) -> Note:
    """Make the note that says how a file writes the code of a language."""
    return Note(written, Form.ATTRIBUTE, CODE, language)
