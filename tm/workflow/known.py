"""Gather what helps to align two languages: common words, the glossary, and what the memory holds of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import islice

from tm.alignment.align import Knowledge
from tm.memory.store import Store
from tm.model.match import Entry
from tm.model.term import Concept

_MOST = 20_000
"""Entries of the memory that a lexicon is learned from; spread over it where it has more."""

_READ = 400_000


def gather(
    source: str, target: str, glossary: Sequence[Concept], store: Store | None = None, apart: str = ""
) -> Knowledge:
    """Gather what is known of two languages, by their codes.

    Args:
        store: the memory, where there is one.
        apart: a document whose entries are left out: what was aligned wrongly before must not confirm itself.
    """
    terms = [*_common(source, target), *_terms(source, target, glossary)]
    remembered = _pairs(store.entries(), source, target, apart) if store else []
    return Knowledge(tuple(terms), tuple(remembered))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = (resources.files("tm.alignment") / "core_words.tsv").read_text(encoding="utf-8")
    codes, *rows = (line.split("\t") for line in text.splitlines())
    return tuple(dict(zip(codes, row, strict=True)) for row in rows)


def _common(source: str, target: str) -> Iterable[tuple[str, str]]:
    for row in _rows():
        yield from ((word, other) for word in row[source].split("/") for other in row[target].split("/"))


def _terms(source: str, target: str, glossary: Sequence[Concept]) -> Iterable[tuple[str, str]]:
    for concept in glossary:
        ours = [term.text for term in concept.terms if term.language == source]
        theirs = [term.text for term in concept.terms if term.language == target]
        yield from ((word, other) for word in ours for other in theirs)


def _pairs(entries: Iterable[Entry], source: str, target: str, apart: str) -> list[tuple[str, str]]:
    """Take every entry with both languages, then, while they are too many, every second of them."""
    kept: list[tuple[str, str]] = []
    step, seen = 1, 0
    for entry in islice(entries, _READ):
        if source in entry.texts and target in entry.texts and (not apart or entry.origin.document != apart):
            if seen % step == 0:
                kept.append((entry.texts[source], entry.texts[target]))
            seen += 1
            if len(kept) >= 2 * _MOST:
                kept, step = kept[::2], step * 2
    return kept
