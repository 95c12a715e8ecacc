"""Count what is done, fuzzy and untranslated, per document and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tm.exchange import po
from tm.model.language import Language
from tm.model.unit import State, Unit
from tm.project.layout import Project, language_of
from tm.text.normalize import match_key
from tm.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Status:
    """How far one PO file is; counts are live units, `words` are words of their sources."""

    document: str
    lang: str
    units: int
    words: int
    translated: int
    fuzzy: int
    untranslated: int


def status(project: Project, asked: Sequence[Language] = ()) -> Iterator[Status]:
    """Tell of each PO file of the project.

    Raises:
        FormatError: a PO file that is not sound.
    """
    for path in project.po_files():
        language = language_of(path)
        if language is None or (asked and language not in asked):
            continue
        file = po.require_sound(po.read(path, shown=project.shown(path)))
        yield _count(project.document_of(path), language, [unit for unit in file.units if unit.is_live])


def _count(document: str, language: Language, units: Sequence[Unit]) -> Status:
    states = [unit.state for unit in units]
    return Status(
        document,
        language.code,
        len(units),
        sum(count_words(unit.source) for unit in units),
        states.count(State.TRANSLATED),
        states.count(State.FUZZY),
        states.count(State.UNTRANSLATED),
    )


def count_words(text: str) -> int:
    """Count words: tokens with a letter or digit, so that each Chinese character is one, as the trade counts."""
    return sum(any(char.isalnum() for char in token) and token[0] != "<" for token in tokens(match_key(text)))
