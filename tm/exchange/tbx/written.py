"""Read a glossary that is to the letter as `write` writes it: by its lines, in a fourth of the time that XML takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import unescape

from tm.exchange.tbx.names import ELEMENTS, KINDS, NEWER, OLDER, STATUS, STATUS_NAME, Form
from tm.exchange.tbx.term import new_term, solid
from tm.exchange.tbx.write import HEAD, TAIL
from tm.model.language import BY_CODE
from tm.model.term import Concept, Remark, Term, TermKind

_SIGN = r"[^<>&\x00-\x1f\ufffe\uffff]"
"""What stands in XML for itself."""

_TEXT = rf"(?!\s)(?:{_SIGN}++|&(?:amp|lt|gt);)++"
_ID = r"[^<>&\"\x00-\x20\ufffe\uffff]{1,200}"
_SAID = re.compile(r'<(\w+)(?: type="(\w+)")?>([^<]+)</\1>')


class _Grammar(NamedTuple):
    """What finds the parts of a glossary: all of one but for its entries, and the parts that are within one another."""

    head: re.Pattern[str]
    entry: re.Pattern[str]
    section: re.Pattern[str]
    term: re.Pattern[str]
    tail: str


def written(data: bytes) -> Sequence[tuple[int, Concept]] | None:
    """Give the concepts, each with the 1-based line on which it begins; None where anything is written otherwise."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    for form in (OLDER, NEWER):
        grammar = _grammar(form)
        if head := grammar.head.match(text):
            return _concepts(text, head.end(), grammar)
    return None


def _concepts(text: str, place: int, grammar: _Grammar) -> Sequence[tuple[int, Concept]] | None:
    found, line, seen = [], 1 + text.count("\n", 0, place), set()
    while entry := grammar.entry.match(text, place):
        found.append((line, _concept(entry, grammar)))
        seen.add(entry[1])
        place = entry.end()
        line += entry[0].count("\n")
    is_whole = len(text) == place + len(grammar.tail) and text.endswith(grammar.tail)
    return found if is_whole and len(seen) == len(found) else None


def _concept(entry: re.Match[str], grammar: _Grammar) -> Concept:
    name, subject, said, sections = entry.groups()
    remarks = list(_remarks(said, ""))
    terms: list[Term] = []
    for language, of_language, groups in grammar.section.findall(sections):
        remarks += _remarks(of_language, language)
        terms += [
            new_term(solid(_read(text)), language, STATUS[status], KINDS[kind], _remarks(of_term, ""))
            for text, kind, status, of_term in grammar.term.findall(groups)
        ]
    return Concept(name, _read(subject or "").strip(), tuple(terms), tuple(remarks))


def _remarks(said: str, language: str) -> Sequence[Remark]:
    if not said:
        return ()
    return [Remark(kind or element, _read(text).strip(), language) for element, kind, text in _SAID.findall(said)]


def _read(text: str) -> str:
    return unescape(text) if "&" in text else text


@cache
def _grammar(form: Form) -> _Grammar:
    head, middle, end = HEAD.format(form=form, title="\0", description="\0").split("\0")
    subject = rf'    <descrip type="subjectField">({_TEXT})</descrip>\n'
    kinds, states = "|".join(TermKind), "|".join(map(re.escape, STATUS_NAME.values()))
    term = (
        rf"     <{form.term}><term>({_TEXT})</term>"
        rf'<termNote type="termType">({kinds})</termNote>'
        rf'<termNote type="administrativeStatus">({states})</termNote>'
        rf"((?:{_remark()})*+)</{form.term}>\n"
    )
    section = (
        rf'    <{form.language} xml:lang="({"|".join(BY_CODE)})">\n'
        rf"((?:     {_remark()}\n)*+)((?:{_unbound(term)})++)    </{form.language}>\n"
    )
    entry = (
        rf'   <{form.entry} id="({_ID})">\n(?:{subject})?+'
        rf"((?:    {_remark()}\n)*+)((?:{_unbound(section)})*+)   </{form.entry}>\n"
    )
    whole = re.compile(_TEXT.join(map(re.escape, (head, middle, end))))
    return _Grammar(whole, re.compile(entry), re.compile(section), re.compile(term), TAIL.format(form=form))


def _remark() -> str:
    """Give what finds a remark in the element of its kind."""
    kinds: dict[str, list[str]] = {}
    for kind, element in ELEMENTS.items():
        kinds.setdefault(element, []).append(kind)
    types = {element: f' type="(?:{"|".join(named)})"' for element, named in kinds.items()} | {"note": ""}
    return "(?:" + "|".join(f"<{element}{type_of}>{_TEXT}</{element}>" for element, type_of in types.items()) + ")"


def _unbound(form: str) -> str:
    """Give an expression whose parts are not told apart."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", form)
