"""Make a term of what a file says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.exchange.tbx.names import ELEMENTS
from tm.model.term import Remark, Term, TermKind, TermStatus

_BLANKS = re.compile(r"[ \t\r\n]+")


def solid(text: str) -> str:
    """Give the text of a term on one line, with single blanks; nearly all are written so."""
    return (text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)).strip()


def new_term(text: str, language: str, status: TermStatus, kind: TermKind, remarks: Sequence[Remark]) -> Term:
    """Make a term; remarks on its grammar come first."""
    said = sorted(remarks, key=lambda remark: ELEMENTS[remark.kind] != "termNote") if remarks else ()
    return Term(text, language, status, kind, tuple(said))
