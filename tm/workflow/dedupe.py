"""Find entries of a memory that are nearly the same, and texts that cannot be translations of each other."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from tm.checks.likeness import doubts
from tm.memory.acts import Holding, Version
from tm.memory.store import Store
from tm.text.normalize import match_key
from tm.workflow.crew import Crew

_TOLD = 1_000
"""Entries after which progress is told."""

_AT_ONCE = 4_000
"""Entries that are read before they are shared out among processes."""


@dataclass(frozen=True, slots=True)
class Member:
    """An original and its translation as an entry has them."""

    entry: int
    document: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries whose texts in two languages differ only in case, spacing or width; the original's language first."""

    languages: tuple[str, str]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair of texts, and what speaks against it: kinds and sentences."""

    languages: tuple[str, str]
    pair: Member
    reasons: tuple[tuple[str, str], ...]


def find_groups(
    store: Store, *, limit: int, tell: Callable[[str], None] = lambda _: None
) -> tuple[int, Sequence[Group]]:
    """Count the groups of entries that are nearly the same, and give the first of them.

    Texts are read twice: first only their hashes are kept, 16 bytes a pair of texts.
    """
    folded, exact = array("q"), array("q")
    for holding in _told(store, tell, "comparing"):
        for source, target in _pairs(holding):
            languages = source.language, target.language
            folded.append(hash((*languages, fold(source.text), fold(target.text))))
            exact.append(hash((source.text, target.text)))
    several = _in_several_forms(folded, exact)
    if not several:
        return 0, ()
    groups: dict[tuple[str, str, str, str], list[Member]] = {}
    for holding in _told(store, tell, "collecting"):
        for source, target in _pairs(holding):
            key = source.language, target.language, fold(source.text), fold(target.text)
            if hash(key) in several and (key in groups or len(groups) < limit):
                groups.setdefault(key, []).append(_member(holding, source, target))
    return len(several), [Group(key[:2], tuple(members)) for key, members in groups.items()]


def find_doubts(
    store: Store, kinds: Collection[str], *, jobs: int = 1, tell: Callable[[str], None] = lambda _: None
) -> Iterator[Doubt]:
    """Yield the pairs of an original and a translation against which something speaks.

    Args:
        jobs: how many processes may look; entries are read here, a few thousand at once, and shared out.
    """
    crew = Crew(partial(_doubts_of, kinds), jobs)
    holdings = _told(store, tell, "checking")
    while some := list(islice(holdings, _AT_ONCE)):
        for found in crew.do(some) if crew.is_worth(len(some)) else map(partial(_doubts_of, kinds), [some]):
            yield from found


def _doubts_of(kinds: Collection[str], holdings: Sequence[Holding]) -> Sequence[Doubt]:
    found: list[Doubt] = []
    for holding in holdings:
        for source, target in _pairs(holding):
            languages = source.language, target.language
            reasons = tuple(doubts(source.text, target.text, *languages, kinds))
            if reasons:
                found.append(Doubt(languages, _member(holding, source, target), reasons))
    return found


def fold(text: str) -> str:
    """Give what is left of a text without case, spaces and width.

    >>> fold("Ａ ／75 ／L.1") == fold("a/75/l. 1")
    True
    """
    return "".join(unicodedata.normalize("NFKC", match_key(text)).casefold().split())


def _told(store: Store, tell: Callable[[str], None], doing: str) -> Iterator[Holding]:
    for number, holding in enumerate(store.holdings(), start=1):
        if number % _TOLD == 0:
            tell(f"{doing}: {number} entries")
        yield holding


def _pairs(holding: Holding) -> Iterator[tuple[Version, Version]]:
    """Pair the first text of an entry, its original where that is there, with each other one."""
    first, *others = holding.texts
    return ((first, other) for other in others)


def _member(holding: Holding, source: Version, target: Version) -> Member:
    return Member(holding.id, holding.document, source.text, target.text)


def _in_several_forms(folded: array[int], exact: array[int]) -> frozenset[int]:
    """Give the hashes of folded pairs that stand for several exact ones."""
    import numpy as np

    if not folded:
        return frozenset()
    pairs = np.unique(np.array([np.frombuffer(folded, np.int64), np.frombuffer(exact, np.int64)]), axis=1)
    return frozenset(pairs[0, 1:][pairs[0, 1:] == pairs[0, :-1]].tolist())
