"""Show where a phrase occurs in the memory, with translations and origin, best first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tm.memory.store import Store
from tm.model.match import Entry, MatchKey, Origin
from tm.text.normalize import match_key
from tm.text.origins import spans_in_text
from tm.text.phrase import Phrase, Span, make_phrase

RANKED = 300
"""Texts that are ranked, those that came last into the memory, unless more are to be listed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for.

    Attributes:
        text: a word or a phrase.
        source: code of the language it is in.
        target: code of the language that translations are wanted in; None: those in all languages, and texts that have
            none.
        stemmed: whether any form of its words will do.
    """

    text: str
    source: str
    target: str | None = None
    stemmed: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A text with the phrase in it.

    Attributes:
        target: its translation; None when none was asked for.
        spans: where the phrase stands in `source`.
        entry: the number of its entry.
        texts: all its translations by language, when no language was asked for.
    """

    source: str
    target: str | None
    origin: Origin
    spans: tuple[Span, ...]
    entry: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Concordance:
    """The best hits, and how many texts hold the phrase; with `more`, at least so many."""

    hits: Sequence[Hit]
    total: int
    more: bool


def find_hits(store: Store, wanted: Wanted, *, limit: int, tell: Callable[[str], None] = lambda _: None) -> Concordance:
    """List up to `limit` hits: the phrase as written first, then other case, then other forms; then the shorter text.

    Of equally good texts that which came last into the memory is first; of the entries of a text, that with the newest
    date. Hits of one source and one target are one.

    Args:
        tell: is told in a few words what takes long.

    Raises:
        StoreError: the memory cannot be read.
    """
    phrase = make_phrase(match_key(wanted.text), wanted.source, stemmed=wanted.stemmed)
    passages = store.concordance(phrase, wanted.target, max(limit, RANKED), tell)
    hits: dict[tuple[tuple[str, str], ...], Hit] = {}
    for key in _ranked(phrase, passages.keys):
        places = phrase.places(key)
        for entry in _entries(store, wanted, key):
            hits.setdefault(tuple(sorted(entry.texts.items())), _hit(entry, wanted, places))
        if len(hits) >= limit:
            break
    return Concordance(list(hits.values())[:limit], len(passages.keys), passages.more)


def _ranked(phrase: Phrase, keys: Sequence[MatchKey]) -> Sequence[MatchKey]:
    as_written = make_phrase(phrase.key, phrase.language)

    def distance(key: MatchKey) -> int:
        found = [key[start:end] for start, end in as_written.places(key)]
        return 0 if phrase.key in found else 1 if found else 2

    return sorted(keys, key=lambda key: (distance(key), len(key)))


def _entries(store: Store, wanted: Wanted, key: MatchKey) -> Sequence[Entry]:
    if wanted.target is None:
        found = store.occurrences(key, wanted.source)
    else:
        found = store.exact(key, wanted.source, wanted.target)
    return sorted(found, key=lambda entry: entry.origin.date, reverse=True)


def _hit(entry: Entry, wanted: Wanted, places: tuple[Span, ...]) -> Hit:
    source = entry.texts[wanted.source]
    others = {language: text for language, text in sorted(entry.texts.items()) if language != wanted.source}
    target = None if wanted.target is None else others[wanted.target]
    spans = spans_in_text(source, places)
    return Hit(source, target, entry.origin, spans, entry.id, {} if wanted.target else others)
