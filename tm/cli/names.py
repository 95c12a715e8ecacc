"""Offer other names of States and bodies in a match, from the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tm.memory.lookup import Query
    from tm.model.match import Match
    from tm.model.term import Concept
    from tm.project.layout import Project


def offers(project: Project, query: Query, match: Match) -> list[dict[str, object]]:
    """List targets in which the names of the segment stand in the place of the remembered ones; the likeliest first.

    None for a match that needs no name to be changed.
    """
    from tm.matching.proposals import proposals

    if match.score == 100 or match.changes:
        return []
    found = proposals(query.text, match.source, match.target, query.source, query.target, _glossary(project.root))
    return [
        {
            "target": proposal.text,
            "changes": [
                {"start": change.start, "end": change.end, "old": change.old, "new": change.new, "kind": change.kind}
                for change in proposal.changes
            ],
        }
        for proposal in found
    ]


@lru_cache(maxsize=1)
def _glossary(root: Path) -> Sequence[Concept]:
    from tm.project.config import Settings
    from tm.project.layout import Project
    from tm.workflow.terms import read_glossary

    return read_glossary(Project(root, Settings()))
