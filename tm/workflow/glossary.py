"""Put terms into the project's glossary, and give the glossary out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tm import safexml
from tm.exchange import atomic, tbx
from tm.exchange.table.columns import Columns
from tm.model.errors import ConflictError
from tm.model.match import Entry, Origin
from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.project.layout import Project
from tm.terminology.merge import Merged, merge
from tm.workflow.learn import Learned
from tm.workflow.rejected import Rejected, place_of_list
from tm.workflow.tables import body_of, rows_of
from tm.workflow.terms import read_glossary

_TITLE = "Glossary", "Terms of this project in the six official languages of the United Nations."

_ID = re.compile(r"[^\W\d][\w.-]*")
"""What may be an id in XML."""

_SHOWN = 10
"""Troubles of a file that are shown."""

Numbered = Sequence[tuple[int, Concept]]
"""Concepts with the lines that they come from."""


def learn_glossary(path: Path, project: Project, rejected: Path | None) -> Learned:
    """Merge a TBX file into the project's glossary, as far as it is sound.

    A concept without an id, or with one that XML does not allow, gets one.

    Raises:
        FormatError: it is not TBX, or the project's own glossary is not sound.
    """
    shown = project.shown(path)
    found = tbx.gather(path.read_bytes(), shown)
    concepts = [
        (line, concept if _ID.fullmatch(concept.id) else replace(concept, id="")) for line, concept in found.concepts
    ]
    learned = _learn(path, project, concepts, rejected)
    if found.dropped:
        reasons = {**learned.rejected, "broken": found.dropped}
        learned = replace(learned, read=learned.read + found.dropped, rejected=reasons)
    for line, problem in sorted(found.problems)[:_SHOWN]:
        learned = learned.told(f"{shown}:{line}: {problem}")
    if len(found.problems) > _SHOWN:
        learned = learned.told(f"{shown}: {len(found.problems) - _SHOWN} more like these")
    if found.left_out:
        what = ", ".join(f"{count} {name}" for name, count in sorted(found.left_out.items())[:_SHOWN])
        learned = learned.told(f"{shown}: not kept: {what}")
    return learned


def learn_terms(path: Path, project: Project, columns: Columns, rejected: Path | None) -> Learned:
    """Merge a table of terms into the project's glossary.

    Raises:
        FormatError: it cannot be read, or the project's own glossary is not sound.
    """
    shown = project.shown(path)
    with path.open("rb") as stream:
        rows = body_of(rows_of(stream, path, shown), columns)
        concepts = [(number, _concept(row, columns)) for number, row in rows if any(map(str.strip, row))]
    learned = _learn(path, project, concepts, rejected).told(f"{shown}: columns: {columns.described()}")
    return learned.told(f"{shown}: {columns.asked()}") if columns.asked() else learned


def _concept(row: Sequence[str], columns: Columns) -> Concept:
    cells = {what: row[place].strip() for what, place in columns.places.items() if place < len(row)}
    status = TermStatus(cells["status"]) if cells.get("status") in set(TermStatus) else TermStatus.PREFERRED
    kind = TermKind(cells["type"]) if cells.get("type") in set(TermKind) else TermKind.FULL
    terms = (Term(cells[code], code, status, kind) for code in columns.languages if cells.get(code))
    return Concept(cells.get("id", ""), cells.get("subject", ""), tuple(terms))


def _learn(path: Path, project: Project, given: Numbered, rejected: Path | None) -> Learned:
    shown = project.shown(path)
    sound = [(line, concept) for line, concept in given if len({term.language for term in concept.terms}) > 1]
    concepts = [concept for _, concept in sound]
    outcomes: dict[bytes | None, tuple[Merged, bytes]] = {}

    def make(present: bytes | None) -> bytes:
        if present not in outcomes:
            outcomes.clear()
            outcomes[present] = _merged(present, concepts, project)
        return outcomes[present][1]

    atomic.update_file(project.glossary, make)
    ((merged, _),) = outcomes.values()
    lines = {id(concept): line for line, concept in sound}
    with Rejected(rejected or place_of_list(path, project), shown) as listed:
        for line, concept in given:
            if len({term.language for term in concept.terms}) < 2:
                listed.add(line, "terms in fewer than two languages", _as_entry(concept))
        for concept, reason in merged.refused:
            listed.add(lines[id(concept)], reason, _as_entry(concept))
    reasons = {"one language": len(given) - len(sound), "conflict": len(merged.refused)}
    counts = len(given), merged.added, merged.updated, merged.unchanged, 0
    remarks = list(listed.shown)
    if listed.trouble:
        remarks.append(listed.trouble)
    elif listed.count and listed.path:
        remarks.append(f"{project.shown(listed.path)}: lists all that was rejected ({listed.count})")
    return Learned(path, *counts, {reason: count for reason, count in reasons.items() if count}, tuple(remarks))


def _as_entry(concept: Concept) -> Entry:
    return Entry(0, {term.language: term.text for term in reversed(concept.terms)}, origin=Origin(place=concept.id))


def _merged(present: bytes | None, concepts: Sequence[Concept], project: Project) -> tuple[Merged, bytes]:
    """Merge concepts into the glossary as it is; refuse one that holds more than would be written back.

    Raises:
        ConflictError: it does.
        FormatError: it is not sound.
    """
    if present is None:
        title, description = _TITLE
        merged = merge(read_glossary(project), concepts)
        return merged, tbx.write(merged.concepts, title=title, description=description)
    shown = project.shown(project.glossary)
    held = tbx.read(present, shown)
    title, description = _head(present)
    if tbx.write(held, title=title, description=description).split() != present.split():
        raise ConflictError(
            f"{shown}: made by another program, and holds more than this one would write back: import into a copy of it"
            " with that program, or move it away and import it"
        )
    merged = merge(held, concepts)
    if not (merged.added or merged.updated):
        return merged, present
    return merged, tbx.write(merged.concepts, title=title, description=description)


def _head(present: bytes) -> tuple[str, str]:
    """Give title and description of a glossary, from what stands before its first concept."""
    root = safexml.parse(re.sub(rb"(?s)<text>.*", b"</martif>", present, count=1), "")
    texts = {element.tag: element.text or "" for element in root.iter()}
    return texts.get("title", ""), texts.get("p", "")


def in_languages(concepts: Sequence[Concept], codes: Collection[str]) -> Iterator[Concept]:
    """Leave out the terms of other languages, and concepts of which fewer than two are left."""
    for concept in concepts:
        terms = tuple(term for term in concept.terms if term.language in codes)
        if len({term.language for term in terms}) > 1:
            yield replace(concept, terms=terms)
