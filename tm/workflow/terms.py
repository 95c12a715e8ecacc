"""Read the glossary of a project; without one, the glossary of the UN that comes with the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from tm.exchange import tbx
from tm.model.term import Concept, TermKind, TermStatus
from tm.project.layout import Project

_IN_CHECKOUT = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
"""Where the glossary is while the program runs from its own source tree."""


def read_glossary(project: Project) -> Sequence[Concept]:
    """Read `locales/glossary.tbx`, or the built-in glossary where the project has none.

    Raises:
        FormatError: the file is not a sound TBX file.
    """
    return _parsed(glossary_bytes(project), project.shown(project.glossary))


def glossary_bytes(project: Project) -> bytes:
    """Give the bytes of the glossary that a project uses: its own, or the built-in one."""
    if project.glossary.is_file():
        return project.glossary.read_bytes()
    packed = resources.files("tm.terminology") / "glossary.tbx"
    return packed.read_bytes() if packed.is_file() else _IN_CHECKOUT.read_bytes()


@lru_cache(maxsize=2)
def _parsed(data: bytes, shown: str) -> Sequence[Concept]:
    return tbx.read(data, shown)


def state_names(glossary: Sequence[Concept]) -> Sequence[str]:
    """List all names of States, in all languages, as lists of States have them; nothing deprecated."""
    terms = (term for concept in glossary if concept.subject == "state" for term in concept.terms)
    names = (
        term.text for term in terms if term.kind is not TermKind.ACRONYM and term.status is not TermStatus.FORBIDDEN
    )
    return list(dict.fromkeys(names))
