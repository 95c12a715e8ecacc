"""Lookups end to end, ours and the peers', on the same data and queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memory import data, ours, peers
from memory.clock import Answer, Contender, Run, alone, race, ratio
from memory.data import Corpus, say
from memory.measures.bench import Bench
from memory.postgres import postgres
from memory.table import Line, duration
from memory.truth import recall


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to find the matches.

    Attributes:
        make: indexes a corpus and gives what answers.
        most: at most so many entries; more would take hours.
        each: about how many seconds an answer takes for a million entries.
        goals: how many times faster ours is to be, by size.
        elsewhere: whether another process does the work, so that processor time says nothing.
    """

    make: Callable[[peers.Held], Answer]
    most: int
    each: float
    goals: dict[int, float]
    elsewhere: bool = False


PEERS = {
    "tantivy top-50, rescored": Peer(peers.tantivy, 10**6, 0.015, {100_000: 4, 1_000_000: 15}),
    "rapidfuzz over all": Peer(peers.rapidfuzz, 10**6, 0.25, {1_000_000: 150}),
    "translate-toolkit matcher": Peer(peers.toolkit, 10**5, 1.5, {100_000: 300}),
    "PostgreSQL int[] GIN": Peer(postgres, 10**6, 0.06, {1_000_000: 30}, elsewhere=True),
}

SECONDS = 5.0
"""About as long may a peer take for one round."""

FEWEST = 10
"""Texts that even the slowest answers in a round."""


def peers_on_synthetic(bench: Bench) -> None:
    """Race on each synthetic corpus."""
    for corpus in bench.synthetic:
        _compare(bench, corpus, bench.queries())


def peers_on_real(bench: Bench) -> None:
    """Race on the real texts."""
    corpus = data.real()
    if corpus is None:
        say("the real texts are absent and left out")
        return
    _compare(bench, corpus, data.queries(corpus, bench.count))


def _compare(bench: Bench, corpus: Corpus, texts: list[str]) -> None:
    memory, best = bench.memory(corpus), bench.truth(corpus, texts)
    contenders = _made(corpus)
    with ours.asking(memory) as asked:
        say(f"{corpus.name}: ours, {', '.join(contenders)} take turns")
        runs = race({"ours": (asked.ask, len(texts)), **contenders}, texts, bench.rounds)
    for name, run in runs.items():
        if name != "ours":
            bench.table.add(_line(name, corpus, runs["ours"], run, best))


def _made(corpus: Corpus) -> dict[str, tuple[Contender, int]]:
    held = peers.Held(corpus)
    made = {}
    for name, peer in PEERS.items():
        if corpus.size <= peer.most:
            try:
                say(f"{corpus.name}: preparing {name}")
                made[name] = alone(peer.make(held)), max(int(SECONDS / (peer.each * corpus.size / 1e6)), FEWEST)
            except ImportError as error:
                say(f"{name} is left out: {error}")
    return made


def _line(name: str, corpus: Corpus, own: Run, other: Run, best: dict[str, list[float]]) -> Line:
    peer = PEERS[name]
    goal = peer.goals.get(corpus.size)
    return Line(
        f"faster than {name}",
        corpus.name,
        duration(own.mean(int(not peer.elsewhere))),
        duration(other.mean(int(not peer.elsewhere))),
        ratio(other, own, 0),
        None if peer.elsewhere else ratio(other, own, 1),
        ("≥", goal) if goal else None,
        recall(own.texts, best, own.answers),
        recall(other.texts, best, other.answers),
    )
