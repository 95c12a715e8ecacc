"""Glossaries as TBX (ISO 30042, the TBX-Basic dialect in its `martif` form that OmegaT and translate-toolkit read)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from tm import safexml
from tm.model.errors import FormatError, SettingsError
from tm.model.language import find_language
from tm.model.term import Concept, Term, TermKind, TermStatus

_STATUS = {
    "preferredTerm-admn-sts": TermStatus.PREFERRED,
    "admittedTerm-admn-sts": TermStatus.ADMITTED,
    "deprecatedTerm-admn-sts": TermStatus.FORBIDDEN,
    "supersededTerm-admn-sts": TermStatus.FORBIDDEN,
}
_STATUS_NAME = {status: name for name, status in reversed(_STATUS.items())}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
 <martifHeader>
  <fileDesc>
   <titleStmt><title>{title}</title></titleStmt>
   <sourceDesc><p>{description}</p></sourceDesc>
  </fileDesc>
 </martifHeader>
 <text>
  <body>
"""
_TAIL = "  </body>\n </text>\n</martif>\n"


def read(data: bytes, path: str) -> tuple[Concept, ...]:
    """Read a TBX glossary; terms in other languages than the six of the UN are passed over.

    Raises:
        FormatError: not well-formed, not TBX, or a concept without an id or with one that occurred before.
    """
    root = safexml.parse(data, path)
    if _local(root) not in {"martif", "tbx"}:
        raise FormatError(path, safexml.line_of(root), f"not TBX: the outermost element is <{_local(root)}>")
    concepts: dict[str, Concept] = {}
    for entry in root.iter():
        if _local(entry) not in {"termEntry", "conceptEntry"}:
            continue
        name = entry.get("id", "")
        if not name or name in concepts:
            problem = f"the concept id {name!r} occurs twice" if name else "a concept has no id"
            raise FormatError(path, safexml.line_of(entry), problem)
        concepts[name] = Concept(name, _subject(entry), tuple(_terms(entry)))
    return tuple(concepts.values())


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _subject(entry: Element) -> str:
    for child in entry:
        if _local(child) == "descrip" and child.get("type") == "subjectField":
            return (child.text or "").strip()
    return ""


def _terms(entry: Element) -> Iterator[Term]:
    for section in entry:
        if _local(section) not in {"langSet", "langSec"}:
            continue
        try:
            language = find_language(section.get(_LANG, "")).code
        except SettingsError:
            continue
        for group in section.iter():
            if _local(group) in {"tig", "ntig", "termSec"}:
                yield from _term(group, language)


def _term(group: Element, language: str) -> Iterator[Term]:
    text, status, kind = "", TermStatus.PREFERRED, TermKind.FULL
    for child in group.iter():
        content = "".join(child.itertext()).strip()
        if _local(child) == "term":
            text = content
        elif child.get("type") == "administrativeStatus":
            status = _STATUS.get(content, TermStatus.ADMITTED)
        elif child.get("type") == "termType" and content in set(TermKind):
            kind = TermKind(content)
    if text:
        yield Term(text, language, status, kind)


def write(concepts: Iterable[Concept], *, title: str, description: str) -> bytes:
    """Write a glossary; the same concepts always give the same bytes."""
    body = "".join(_entry(concept) for concept in concepts)
    head = _HEAD.format(title=escape(title), description=escape(description))
    return (head + body + _TAIL).encode()


def _entry(concept: Concept) -> str:
    lines = [f"   <termEntry id={quoteattr(concept.id)}>"]
    if concept.subject:
        lines.append(f'    <descrip type="subjectField">{escape(concept.subject)}</descrip>')
    for language in dict.fromkeys(term.language for term in concept.terms):
        lines.append(f'    <langSet xml:lang="{language}">')
        lines += [_tig(term) for term in concept.terms if term.language == language]
        lines.append("    </langSet>")
    return "\n".join([*lines, "   </termEntry>\n"])


def _tig(term: Term) -> str:
    return (
        f"     <tig><term>{escape(term.text)}</term>"
        f'<termNote type="termType">{term.kind}</termNote>'
        f'<termNote type="administrativeStatus">{_STATUS_NAME[term.status]}</termNote></tig>'
    )
