"""Read TBX: `martif` and `tbx`, with types as attributes (DCA) or as elements (DCT), and say what is not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tm import safexml
from tm.exchange.tbx.names import ELEMENTS, ENTRIES, GROUPS, KINDS, LANGUAGES, STATUS, STATUS_TYPES, TERMS
from tm.exchange.tbx.term import new_term, solid
from tm.exchange.tbx.written import written
from tm.model.circles import no_circles
from tm.model.errors import FormatError, SettingsError
from tm.model.language import find_language
from tm.model.term import Concept, Remark, Term, TermKind, TermStatus

MAX_BYTES = 64 * 2**20
"""A file is read as a whole, and takes some ten times its size in memory."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ROOTS = {"martif", "tbx"}


@dataclass(slots=True)
class Glossary:
    """What a file holds.

    Attributes:
        concepts: each with the 1-based line on which it begins.
        problems: lines and sentences; what they are about was left out, but for a concept without an id.
        dropped: how many concepts were left out.
        left_out: what else is not kept, and how often.
    """

    concepts: list[tuple[int, Concept]] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    dropped: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def read(data: bytes, path: str) -> tuple[Concept, ...]:
    """Read a glossary of our own; terms in other languages than the six of the UN are passed over.

    Raises:
        FormatError: not well-formed, not TBX, or a concept without an id or with one that occurred before, or a term
            without text.
    """
    found = gather(data, path)
    if found.problems:
        line, problem = min(found.problems)
        raise FormatError(path, line, problem)
    return tuple(concept for _, concept in found.concepts)


@no_circles()
def gather(data: bytes, path: str) -> Glossary:
    """Read a glossary of any program as far as it is sound.

    Raises:
        FormatError: not well-formed, hostile, too large, or not TBX.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(path, 0, f"the TBX is larger than {MAX_BYTES // 2**20} MB; split it")
    if concepts := written(data):
        return Glossary(list(concepts))
    return _by_xml(data, path)


def _by_xml(data: bytes, path: str) -> Glossary:
    root = safexml.parse(data, path)
    if _local(root) not in _ROOTS:
        raise FormatError(path, safexml.line_of(root), f"not TBX: the outermost element is <{_local(root)}>")
    glossary = Glossary()
    seen: set[str] = set()
    for entry in root.iter():
        if _local(entry) not in ENTRIES:
            continue
        name, line = entry.get("id", entry.get(_ID, "")), safexml.line_of(entry)
        if not name:
            glossary.problems.append((line, "a concept has no id"))
        elif name in seen:
            glossary.problems.append((line, f"the concept id {name!r} occurs twice"))
            glossary.dropped += 1
            continue
        seen.add(name)
        glossary.concepts.append((line, _concept(entry, name, glossary)))
    return glossary


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _concept(entry: Element, name: str, glossary: Glossary) -> Concept:
    subject = ""
    remarks: list[Remark] = []
    terms: list[Term] = []
    for kind, text in _said(entry, glossary):
        if kind == "subjectField":
            subject = subject or text
        elif kind in ELEMENTS:
            remarks.append(Remark(kind, text))
    for section in entry:
        if _local(section) not in LANGUAGES:
            continue
        written = section.get(_LANG, "")
        try:
            language = find_language(written).code
        except SettingsError:
            glossary.left_out[f"language {written}" if written else "terms without xml:lang"] += 1
            continue
        here = [term for group in section if _local(group) in TERMS for term in _term(group, language, glossary)]
        said = [Remark(kind, text, language) for kind, text in _said(section, glossary) if kind in ELEMENTS]
        if not here:
            glossary.left_out.update(f"{remark.kind} without a term" for remark in said)
            continue
        terms += here
        remarks += said
    return Concept(name, subject, tuple(terms), tuple(remarks))


def _said(element: Element, glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Yield type and text of what is said of a concept, a language or a term, in order, unless it is not kept."""
    for child in element:
        local = _local(child)
        if local in GROUPS:
            yield from _said(child, glossary)
        elif local == "term" or local in LANGUAGES or local in TERMS:
            continue
        else:
            kind = child.get("type") or local
            text = "".join(child.itertext()).strip()
            if kind in ELEMENTS or kind in {"subjectField", "termType", *STATUS_TYPES}:
                if text:
                    yield kind, text
            else:
                glossary.left_out[kind] += 1


def _term(group: Element, language: str, glossary: Glossary) -> Iterator[Term]:
    written = next(("".join(one.itertext()) for one in group.iter() if _local(one) == "term"), "")
    text = solid(written)
    if not text:
        glossary.problems.append((safexml.line_of(group), f"a term in {language} has no text"))
        return
    said = list(_said(group, glossary))
    facts = dict(reversed(said))
    status, kind = _status(facts), KINDS.get(facts.get("termType", ""), TermKind.FULL)
    if "termType" in facts and facts["termType"] not in KINDS:
        glossary.left_out[f"termType {facts['termType']}"] += 1
    remarks = [Remark(name, said_of_it) for name, said_of_it in said if name in ELEMENTS]
    yield new_term(text, language, status, kind, remarks)


def _status(facts: dict[str, str]) -> TermStatus:
    """Read a status in any of the ways in which programs write it: with and without `Term` and `-admn-sts`."""
    written = next((facts[name] for name in STATUS_TYPES if name in facts), None)
    if written is None:
        return TermStatus.PREFERRED
    word = written.removesuffix("-admn-sts").removesuffix("Term")
    return STATUS.get(f"{word}Term-admn-sts", TermStatus.ADMITTED)
