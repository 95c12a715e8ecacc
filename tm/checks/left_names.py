"""Names of States and bodies that were left in English in a text of another script: World Bank与政府."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.checks.check import Fault
from tm.checks.leftover import BIBLIOGRAPHY
from tm.checks.place import span_of
from tm.checks.wording import BODIES, Target, terms
from tm.model.term import TermKind, TermStatus
from tm.terminology.recognize import Occurrence

_SCRIPTS = frozenset({"ar", "ru", "zh"})
_BETWEEN = " ,.;:-/&(（)）"
_QUOTES = "“”„«»\"'’‘《》『』「」<*`_@"
_SINGLE = 4
"""Letters of the shortest name of one word that is looked for."""


def left_names(lost: Sequence[Occurrence], target: Target) -> Iterator[tuple[str, Fault]]:
    """Yield, by their concepts, names that stand in a translation as in English, beside no other Latin word.

    Args:
        lost: what of the source the translation does not name.
    """
    if target.language not in _SCRIPTS:
        return
    for one in lost:
        is_name = one.concept.subject in BODIES or one.concept.subject == "state"
        if not is_name or one.term.kind is TermKind.ACRONYM or len(one.term.text) < _SINGLE:
            continue
        start = target.text.find(one.term.text)
        if start < 0 or not _stands_alone(target.text, start, start + len(one.term.text)):
            continue
        if BIBLIOGRAPHY.search(target.text):
            return
        own = list(terms(one.concept, target.language, TermStatus.PREFERRED))
        right = next((term for term in own if term.kind is one.term.kind), own[0] if own else None)
        at = span_of(target.raw, target.text, start, start + len(one.term.text))
        yield one.concept.id, Fault(f"{one.term.text} is left in English{f': {right.text}' if right else ''}", at)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether nothing in Latin letters, quotation marks or markup is next to a place, but the language is."""
    near = text[:start].rstrip(_BETWEEN)[-1:] + text[end:].lstrip(_BETWEEN)[:1]
    is_apart = not any(char in _QUOTES or (char.isascii() and char.isalpha()) for char in near)
    return is_apart and not near.isascii()
