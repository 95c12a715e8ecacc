"""How lookups keep their pace: with more entries, boilerplate, other languages, lower thresholds."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import pairwise

from memory import data, enlarge, ours
from memory.clock import Contender, Run, race, ratio
from memory.data import say
from memory.measures.bench import Bench
from memory.table import Line, duration
from memory.truth import recall

_GROWTH = {(100_000, 1_000_000): 3, (1_000_000, 10_000_000): 4}
_TAIL_GROWTH = {(1_000_000, 10_000_000): 10}
_POOR = 3
"""Times as many queries as usual: of these one in six has no match."""

_FEW = 200
"""True matches are sought for so many queries a language."""


def growth(bench: Bench) -> None:
    """Ask memories of all sizes the same."""
    corpora = {data.short(corpus.size): corpus for corpus in bench.synthetic}
    texts = bench.queries()
    with ExitStack() as stack:
        asked = {name: stack.enter_context(ours.asking(bench.memory(corpus))) for name, corpus in corpora.items()}
        say(f"growth: {', '.join(asked)} take turns")
        runs = race({name: (each.ask, len(texts)) for name, each in asked.items()}, texts, bench.rounds)
    for (smaller, under), (larger, over) in pairwise(runs.items()):
        sizes = corpora[smaller].size, corpora[larger].size
        _compare(bench, "mean lookup", f"{smaller} → {larger}", over, under, _GROWTH.get(sizes))
        tails = [[run.quantile(0.99, of) for of in (0, 1)] for run in (over, under)]
        wall, cpu = (a / b for a, b in zip(*tails, strict=True))
        goal = ("≤", _TAIL_GROWTH[sizes]) if sizes in _TAIL_GROWTH else None
        figures = duration(tails[0][1]), duration(tails[1][1])
        bench.table.add(Line("p99 of lookups", f"{smaller} → {larger}", *figures, wall, cpu, goal))


def thresholds(bench: Bench) -> None:
    """Ask for 50 % and for 70 %."""
    for corpus in bench.synthetic:
        memory, texts = bench.memory(corpus), bench.queries()
        best = bench.truth(corpus, texts, 50, share=0.5)
        with ours.asking(memory, 50) as low, ours.asking(memory, 70) as high:
            say(f"{corpus.name}: thresholds take turns")
            runs = race({50: (low.ask, len(texts)), 70: (high.ask, len(texts))}, texts, bench.rounds)
        found = recall(runs[50].texts, best, runs[50].answers)
        _compare(bench, "threshold of 50 against 70", corpus.name, runs[50], runs[70], 10, found)


def fragments(bench: Bench) -> None:
    """Look up texts that have no match, then ask for fragments of them, in one process.

    All libraries are loaded before, and as many other texts without a match were looked up and asked for. Each text is
    new to both. The first line compares what fragments take with what the lookup took; the second, a lookup that ends
    in fragments with one that does not.
    """
    for corpus in bench.synthetic:
        memory, texts = bench.memory(corpus), bench.queries(_POOR * bench.count)
        with ours.asking(memory) as asked:
            poor = [text for text, (_, _, found) in zip(texts, asked.ask(texts), strict=True) if not found]
        known, new = poor[::2], poor[1::2]
        runs = {name: Run() for name in ("lookups", "fragments", "both")}
        with ours.asking(memory) as asked:
            say(f"{corpus.name}: lookups and fragments of {len(new)} texts take turns")
            asked.load()
            asked.ask(known)
            asked.below(known)
            for turn in range(bench.rounds):
                some = new[turn :: bench.rounds]
                first, then = asked.ask(some), asked.below(some)
                both = [(a[0] + b[0], a[1] + b[1], b[2]) for a, b in zip(first, then, strict=True)]
                for run, answers in zip(runs.values(), (first, then, both), strict=True):
                    run.take(some, answers)
        _compare(bench, "fragments against a lookup", corpus.name, runs["fragments"], runs["lookups"], 2)
        _compare(bench, "lookup with fragments", corpus.name, runs["both"], runs["lookups"], None)


def boilerplate(bench: Bench) -> None:
    """Ask a memory of which much is variants of templates, up to a million entries."""
    corpus = enlarge.boilerplate(min(bench.sizes[-1], 1_000_000))
    texts = data.queries(corpus, bench.count)
    best = bench.truth(corpus, texts)
    with ours.asking(bench.memory(corpus)) as asked:
        run = race({"ours": (asked.ask, len(texts))}, texts, bench.rounds)["ours"]
    tails, middles = ([run.quantile(share, of) for of in (0, 1)] for share in (0.99, 0.5))
    wall, cpu = (a / b for a, b in zip(tails, middles, strict=True))
    figures = duration(tails[1]), duration(middles[1])
    found = recall(run.texts, best, run.answers)
    bench.table.add(Line("boilerplate: p99 against median", corpus.name, *figures, wall, cpu, ("≤", 15), found))


def languages(bench: Bench) -> None:
    """Ask comparable memories in each language, in turns with the English one."""
    size = min(bench.sizes[-1], bench.language_size)
    english = enlarge.language("en", size)
    for code in ("ar", "es", "fr", "ru", "zh"):
        corpus = enlarge.language(code, size)
        texts = {each.source: enlarge.edited(each, min(bench.count, size)) for each in (english, corpus)}
        with ours.asking(bench.memory(english)) as reference, ours.asking(bench.memory(corpus)) as other:
            say(f"{english.name}, {corpus.name} take turns")
            runs = _in_turn({"en": reference.ask, code: other.ask}, texts, bench.rounds)
        best = bench.truth(corpus, texts[code][:_FEW])
        found = recall(runs[code].texts, best, runs[code].answers)
        _compare(
            bench, f"{code} as source against en", corpus.name, runs[code], runs["en"], 4 if code == "zh" else 3, found
        )


def _in_turn(asked: dict[str, Contender], texts: dict[str, list[str]], rounds: int) -> dict[str, Run]:
    """Race contenders of which each has its own texts."""
    runs = {name: Run() for name in asked}
    for turn in range(rounds):
        for name, ask in asked.items():
            some = texts[name][turn::rounds]
            runs[name].take(some, ask(some))
    return runs


def _compare(
    bench: Bench, name: str, data_name: str, over: Run, under: Run, goal: float | None, found: float | None = None
) -> None:
    figures = duration(over.mean(1)), duration(under.mean(1))
    bound = ("≤", goal) if goal else None
    bench.table.add(Line(name, data_name, *figures, ratio(over, under, 0), ratio(over, under, 1), bound, found))
