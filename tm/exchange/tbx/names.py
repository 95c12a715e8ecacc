"""Words of TBX (ISO 30042) and ours for the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tm.model.term import TermKind, TermStatus

STATUS = {
    "preferredTerm-admn-sts": TermStatus.PREFERRED,
    "admittedTerm-admn-sts": TermStatus.ADMITTED,
    "deprecatedTerm-admn-sts": TermStatus.FORBIDDEN,
    "supersededTerm-admn-sts": TermStatus.FORBIDDEN,
}
STATUS_NAME = {status: name for name, status in reversed(STATUS.items())}

STATUS_TYPES = ("administrativeStatus", "normativeAuthorization")
"""What says how good a term is; the second where the first is not."""

KINDS: Mapping[str, TermKind] = {kind.value: kind for kind in TermKind} | {
    "initialism": TermKind.ACRONYM,
    "abbreviation": TermKind.SHORT,
    "clippedTerm": TermKind.SHORT,
}

ELEMENTS: Mapping[str, str] = {
    **dict.fromkeys(("definition", "context", "explanation", "example"), "descrip"),
    **dict.fromkeys(("source", "customerSubset", "projectSubset"), "admin"),
    **dict.fromkeys(
        ("partOfSpeech", "grammaticalGender", "grammaticalNumber", "geographicalUsage", "termLocation"), "termNote"
    ),
    "note": "note",
}
"""What is kept beside terms, by its type: the element that it stands in."""

GROUPS = frozenset({"termGrp", "termNoteGrp", "descripGrp", "adminGrp"})
"""What only holds others together."""


@dataclass(frozen=True, slots=True)
class Form:
    """The element names of one edition of the standard."""

    root: str
    header: str
    attributes: str
    entry: str
    language: str
    term: str


OLDER = Form("martif", "martifHeader", 'type="TBX-Basic" xml:lang="en"', "termEntry", "langSet", "tig")
"""ISO 30042:2008, which OmegaT and translate-toolkit read."""

NEWER = Form(
    "tbx", "tbxHeader",
    'type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"',
    "conceptEntry", "langSec", "termSec",
)  # fmt: skip
"""ISO 30042:2019."""

ENTRIES = frozenset({OLDER.entry, NEWER.entry})
LANGUAGES = frozenset({OLDER.language, NEWER.language})
TERMS = frozenset({OLDER.term, NEWER.term, "ntig"})
