"""Write TBX in its Basic dialect; the older form is what OmegaT and translate-toolkit read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from tm.exchange.tbx.names import ELEMENTS, NEWER, OLDER, STATUS_NAME, Form
from tm.model.term import Concept, Remark, Term

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<{form.root} {form.attributes}>
 <{form.header}>
  <fileDesc>
   <titleStmt><title>{title}</title></titleStmt>
   <sourceDesc><p>{description}</p></sourceDesc>
  </fileDesc>
 </{form.header}>
 <text>
  <body>
"""
TAIL = "  </body>\n </text>\n</{form.root}>\n"


def write(concepts: Iterable[Concept], *, title: str, description: str, edition: int = 2) -> bytes:
    """Write a glossary; the same concepts always give the same bytes.

    Args:
        edition: 2 for `martif` (ISO 30042:2008), 3 for `tbx` (ISO 30042:2019).
    """
    form = NEWER if edition == 3 else OLDER
    body = "".join(_entry(concept, form) for concept in concepts)
    head = HEAD.format(form=form, title=escape(title), description=escape(description))
    return (head + body + TAIL.format(form=form)).encode()


def _entry(concept: Concept, form: Form) -> str:
    lines = [f"   <{form.entry} id={quoteattr(concept.id)}>"]
    if concept.subject:
        lines.append(f'    <descrip type="subjectField">{escape(concept.subject)}</descrip>')
    lines += [f"    {said}" for said in _said(concept.remarks, "")]
    for language in dict.fromkeys(term.language for term in concept.terms):
        lines.append(f'    <{form.language} xml:lang="{language}">')
        lines += [f"     {said}" for said in _said(concept.remarks, language)]
        lines += [_term(term, form) for term in concept.terms if term.language == language]
        lines.append(f"    </{form.language}>")
    return "\n".join([*lines, f"   </{form.entry}>\n"])


def _said(remarks: Iterable[Remark], language: str) -> Iterator[str]:
    for remark in remarks:
        if remark.language == language:
            element = ELEMENTS[remark.kind]
            kind = "" if element == "note" else f" type={quoteattr(remark.kind)}"
            yield f"<{element}{kind}>{escape(remark.text)}</{element}>"


def _term(term: Term, form: Form) -> str:
    return (
        f"     <{form.term}><term>{escape(term.text)}</term>"
        f'<termNote type="termType">{term.kind}</termNote>'
        f'<termNote type="administrativeStatus">{STATUS_NAME[term.status]}</termNote>'
        f"{''.join(_said(term.remarks, ''))}</{form.term}>"
    )
