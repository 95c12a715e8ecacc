"""Other ways to find the same matches, each in its best form: text in; score, source, target and origin out.

All of them hold texts and packed tokens in memory, so what they fetch costs them nothing.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from memory.clock import Answer
from memory.data import Corpus, origin, say
from memory.ours import THRESHOLD
from memory.truth import LIMIT, Codes, Found
from tm.matching.similarity import edits_allowed, lengths_allowed, score
from tm.model.match import MatchKey
from tm.text.normalize import match_key

_DEEP = 50
"""How many candidates are scored anew."""


class Held:
    """A corpus in memory, each source also as a string of one character a token."""

    def __init__(self, corpus: Corpus) -> None:
        say(f"reading {corpus.name} for the peers")
        self.corpus = corpus
        self.codes = Codes()
        self.sources: list[str] = []
        self.targets: list[str] = []
        self.packed: list[str] = []
        for source, target in corpus.rows():
            self.sources.append(source)
            self.targets.append(target)
            self.packed.append(self.codes.pack(match_key(source)))

    def rescored(self, text: str, numbers: Iterable[int]) -> list[Found]:
        """Score candidates and give the best."""
        key = match_key(text)
        packed = self.codes.pack(key)
        chosen = {number: self.packed[number] for number in numbers}
        near = process.extract(
            packed, chosen, scorer=Levenshtein.normalized_similarity, score_cutoff=THRESHOLD / 100 - 1e-9, limit=LIMIT
        )
        return [self.found(key, packed, number) for _, _, number in near]

    def found(self, key: MatchKey, packed: str, number: int) -> Found:
        """Give one match, with the contract's score."""
        source = self.sources[number]
        edits = Levenshtein.distance(packed, self.packed[number])
        points = 100.0 if match_key(source) == key else score(edits, max(len(packed), len(self.packed[number])))
        return points, source, self.targets[number], origin(number)


def tantivy(held: Held) -> Answer:
    """Take the 50 best by BM25 and score them anew."""
    module = importlib.import_module("tantivy")
    builder = module.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    builder.add_integer_field("number", stored=True)
    index = module.Index(builder.build())
    writer = index.writer(500_000_000, num_threads=1)
    for number, source in enumerate(held.sources):
        writer.add_document(module.Document(text=source, number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    words = re.compile(r"\w+")

    def answer(text: str) -> list[Found]:
        query = index.parse_query(" ".join(words.findall(text.lower())), ["text"])
        hits = searcher.search(query, _DEEP, count=False).hits
        return held.rescored(text, (searcher.doc(address)["number"][0] for _, address in hits))

    return answer


def rapidfuzz(held: Held) -> Answer:
    """Compare with all whose length allows it, grouped by length."""
    groups: dict[int, tuple[list[str], list[int]]] = {}
    for number, packed in enumerate(held.packed):
        choices, numbers = groups.setdefault(len(packed), ([], []))
        choices.append(packed)
        numbers.append(number)

    def answer(text: str) -> list[Found]:
        key = match_key(text)
        packed = held.codes.pack(key)
        near: list[tuple[float, int]] = []
        for size in lengths_allowed(len(packed), THRESHOLD):
            if size in groups:
                choices, numbers = groups[size]
                longer = max(size, len(packed))
                most = edits_allowed(longer, THRESHOLD)
                found = process.extract(packed, choices, scorer=Levenshtein.distance, score_cutoff=most, limit=LIMIT)
                near += [(edits / longer, numbers[place]) for _, edits, place in found]
        return [held.found(key, packed, number) for _, number in sorted(near)[:LIMIT]]

    return answer


def toolkit(held: Held) -> Answer:
    """Ask translate-toolkit's matcher, which compares characters, for more candidates and score them anew by tokens."""
    match = importlib.import_module("translate.search.match")
    # It compares units when two are equally similar, which they do not allow.
    importlib.import_module("translate.storage.base").TranslationUnit.__lt__ = lambda one, other: id(one) < id(other)
    po = importlib.import_module("translate.storage.po")
    store = po.pofile()
    places: dict[str, int] = {}
    for number, (source, target) in enumerate(zip(held.sources, held.targets, strict=True)):
        unit = store.UnitClass(source)
        unit.target = target
        store.addunit(unit)
        places[source] = number
    matcher = match.matcher(store, max_candidates=_DEEP, min_similarity=int(THRESHOLD), max_length=100_000)

    def answer(text: str) -> list[Found]:
        return held.rescored(text, [places[unit.source] for unit in matcher.matches(text)])

    return answer
