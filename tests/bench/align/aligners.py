"""Ours, ours by lengths alone, and Gale and Church's method as NLTK has it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from align.sets import Case, Link

Aligner = Callable[[Case, str], Mapping[Link, float]]


def ours(case: Case, language: str) -> Mapping[Link, float]:
    """Align as `tm align` does; entries are pairs of a confidence of 0.4 or more."""
    from pathlib import Path

    from tm.alignment.align import Knowledge, align
    from tm.alignment.sentence import Sentence
    from tm.documents.numbering import label_end
    from tm.project.config import Settings
    from tm.project.layout import Project
    from tm.workflow.known import gather
    from tm.workflow.terms import read_glossary

    terms = gather("en", language, read_glossary(Project(Path("none"), Settings()))).terms
    sides = [
        [Sentence(text, place, "", text[: label_end(text)]) for place, text in enumerate(texts)]
        for texts in (case.source, case.target)
    ]
    found = align(sides[0], sides[1], ("en", language), Knowledge(terms, tuple(case.memory)))
    beads = [bead for bead in (*found.beads, *found.crossed) if bead.is_pair and bead.confidence >= 0.4]
    return {(tuple(range(*bead.source)), tuple(range(*bead.target))): bead.confidence for bead in beads}


def lengths_only(case: Case, language: str) -> Mapping[Link, float]:
    """Align by our lengths and nothing else."""
    from tm.alignment.align import Weights, align
    from tm.alignment.sentence import Sentence

    sides = [[Sentence(text, place) for place, text in enumerate(texts)] for texts in (case.source, case.target)]
    found = align(sides[0], sides[1], ("en", language), weights=Weights(words=0.0, structure=0.0))
    return {(tuple(range(*bead.source)), tuple(range(*bead.target))): 0.0 for bead in found.beads if bead.is_pair}


def gale_church(case: Case, language: str) -> Mapping[Link, float]:
    """Align with NLTK's Gale–Church, and make beads of the pairs of places that it gives."""
    from nltk.translate.gale_church import align_blocks

    pairs = align_blocks([len(text) for text in case.source], [len(text) for text in case.target])
    beads: list[tuple[set[int], set[int]]] = []
    for source, target in pairs:
        if beads and (source in beads[-1][0] or target in beads[-1][1]):
            beads[-1][0].add(source)
            beads[-1][1].add(target)
        else:
            beads.append(({source}, {target}))
    return {(tuple(sorted(one)), tuple(sorted(other))): 0.0 for one, other in beads}


def aligners() -> dict[str, Aligner]:
    """List what can be compared here."""
    found: dict[str, Aligner] = {"ours": ours, "lengths": lengths_only}
    try:
        import nltk.translate.gale_church  # noqa: F401
    except ImportError:
        print("nltk is not installed: no Gale-Church beside ours", file=sys.stderr)
        return found
    return found | {"nltk": gale_church}
