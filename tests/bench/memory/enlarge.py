"""Corpora enlarged from real texts: boilerplate families, and comparable sets in each of the six languages."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

from memory.data import CACHE, SEEDS, SYNTH, Corpus, once, pairs, short, write

TEMPLATES = 300
SHARE = 0.3
"""Of the boilerplate corpus, so much are variants of templates."""

_CLAUSE = re.compile(r"(?<=[,;:،؛])\s+|(?<=[，；：、。])(?!$)")
_NUMBER = re.compile(r"\d+")
_HAN = re.compile(r"[a-zA-Z0-9]+|\S")

_RATES = (0, 0.05, 0.1, 0.2, 0.3, 0.4)


def boilerplate(size: int) -> Corpus:
    """Mix synthetic segments with variants of templates: other dates, symbols, numbers, States, now and then a word."""
    name = f"boilerplate-{short(size)}"
    path = once(CACHE / f"{name}.tsv", lambda scratch: write(scratch, _targeted(_mixed(size))))
    return Corpus(name, path, "en", "fr", size)


def _mixed(size: int) -> Iterator[str]:
    synth = _synth()
    generator = synth.Gen(synth.seeds([str(path) for path in SEEDS]), 5)
    others = generator.stream(size)
    variants = _variants(generator)
    seen = set()
    while len(seen) < size:
        text = next(variants if generator.rnd() < SHARE else others)
        if text not in seen:
            seen.add(text)
            yield text


def _variants(generator: Any) -> Iterator[str]:
    templates = []
    for _ in range(TEMPLATES):
        head, mid, tail = (generator.pick(pool) for pool in (generator.head, generator.mid, generator.tail))
        parts = (*head, " ", *mid, " ", *tail)
        closing = (", as contained in document ", ("sym",), " of ", ("date",))
        templates.append(parts if sum(part.__class__ is tuple for part in parts) > 1 else parts + closing)
    while True:
        text = generator.render(generator.pick(templates))
        yield generator.edit(text, 1) if generator.rnd() < SHARE else text


def _synth() -> ModuleType:
    found = importlib.util.spec_from_file_location("synth", SYNTH)
    if found is None or found.loader is None:
        raise ImportError(f"{SYNTH} is absent")
    module = importlib.util.module_from_spec(found)
    sys.modules["synth"] = module
    found.loader.exec_module(module)
    return module


def language(code: str, size: int) -> Corpus:
    """Recombine the clauses of the real texts in a language, by the same procedure for each."""
    name = f"{code}-{short(size)}"
    path = once(CACHE / f"{name}.tsv", lambda scratch: write(scratch, _targeted(Recombiner(code).stream(size))))
    return Corpus(name, path, code, "fr" if code == "en" else "en", size)


def edited(corpus: Corpus, count: int) -> list[str]:
    """Change words, in Chinese characters, of entries, at the rates at which synth.py changes them."""
    chance = random.Random(7)
    chosen = set(chance.sample(range(corpus.size), count))
    recombiner = Recombiner(corpus.source)
    texts = [source for number, (source, _) in enumerate(corpus.rows()) if number in chosen]
    return [recombiner.edit(text, _RATES[number % len(_RATES)]) for number, text in enumerate(texts)]


class Recombiner:
    """Makes segments of the clauses, numbers and words of the real texts in one language."""

    def __init__(self, code: str, seed: int = 1) -> None:
        other = "fr" if code == "en" else "en"
        segments = [pair[0] for path in SEEDS for pair in pairs(path, code, other)]
        self._chance = random.Random(seed)
        self._chance.shuffle(segments)
        self._gap = "" if code == "zh" else " "
        cut = [[clause for clause in _CLAUSE.split(segment) if clause.strip()] for segment in segments]
        self._whole = [segment for segment in segments if len(self._words(segment)) > 3]
        self._heads = [clauses[0] for clauses in cut if len(clauses) > 1]
        self._tails = [clauses[-1] for clauses in cut if len(clauses) > 1]
        self._mids = [clause for clauses in cut for clause in clauses[1:-1]]
        self._all = [word for segment in segments for word in self._words(segment) if word.isalpha()]

    def stream(self, size: int) -> Iterator[str]:
        """Yield so many distinct segments."""
        seen: set[str] = set()
        while len(seen) < size:
            text = self._one()
            if text not in seen:
                seen.add(text)
                yield text

    def edit(self, text: str, rate: float) -> str:
        """Replace, insert or delete this share of the words, at least one unless it is none."""
        words, chance = self._words(text), self._chance
        for _ in range(max(1, round(rate * len(words))) if rate else 0):
            place, kind = chance.randrange(len(words)), chance.random()
            if kind < 0.5:
                words[place] = chance.choice(self._all)
            elif kind < 0.75:
                words.insert(place, chance.choice(self._all))
            elif len(words) > 2:
                del words[place]
        return self._gap.join(words)

    def _one(self) -> str:
        kind = self._chance.random()
        if kind < 0.25:
            parts = [self._pick(self._whole)]
        elif kind < 0.7:
            parts = [self._pick(self._heads), self._pick(self._tails)]
        else:
            parts = [self._pick(self._heads), self._pick(self._mids), self._pick(self._tails)]
        text = _NUMBER.sub(lambda _: str(int(10 ** (self._chance.random() * 4))), self._gap.join(parts))
        return self.edit(text, 0.02 + 0.08 * self._chance.random()) if kind < 0.2 or kind > 0.85 else text

    def _pick(self, pool: Sequence[str]) -> str:
        return pool[int(len(pool) * self._chance.random() ** 2)]  # what is frequent recurs, as it does in documents

    def _words(self, text: str) -> list[str]:
        return text.split() if self._gap else _HAN.findall(text)


def _targeted(sources: Iterator[str]) -> Iterator[tuple[str, str]]:
    return ((source, f"T{number} {source}") for number, source in enumerate(sources))
