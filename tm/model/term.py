"""Concepts and their terms, as in TBX (ISO 30042)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """ISO 30042 administrative status, shortened."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


class TermKind(StrEnum):
    """ISO 30042 term type."""

    FULL = "fullForm"
    SHORT = "shortForm"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a concept or a term.

    Attributes:
        kind: its type in TBX: "definition", "note", "source", "context", "partOfSpeech", …
        language: of a concept: code of the language for whose terms it is said; "" for all.
    """

    kind: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    language: str
    status: TermStatus = TermStatus.PREFERRED
    kind: TermKind = TermKind.FULL
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea with its terms in several languages.

    Attributes:
        id: stable, as in the TBX file ("state-by", "organ-ga").
        subject: "state", "organ", "agency", "post", "furniture", …
    """

    id: str
    subject: str
    terms: tuple[Term, ...]
    remarks: tuple[Remark, ...] = ()
