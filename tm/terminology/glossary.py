"""A glossary as recognition sees it: concepts that are known by being this very glossary."""

from __future__ import annotations

from dataclasses import dataclass

from tm.model.term import Concept


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Concepts, compared by identity, so that what is made of them is made once.

    Attributes:
        concepts: each with its terms; ids are unique.
    """

    concepts: tuple[Concept, ...] = ()
