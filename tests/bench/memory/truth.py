"""The true matches, found by comparing with every entry, and how many of them an answer holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from memory.data import CACHE, Corpus, Row, once
from tm.matching.similarity import edits_allowed, lengths_allowed, score, similarity
from tm.model.match import MatchKey, Origin
from tm.text.normalize import match_key
from tm.text.tokens import tokens

LIMIT = 5
"""How many matches a lookup asks for."""

Found = tuple[float, str, str, Origin]
"""What a lookup gives: score, source, target, origin."""

_CHUNK = 100_000


class Codes:
    """Writes token lists as strings, one character a token, so that rapidfuzz compares them without Python."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def pack(self, key: MatchKey) -> str:
        """Write the tokens of a key; a token that was never seen gets the next character."""
        codes = self._codes
        try:
            return "".join([codes[token] for token in tokens(key)])
        except KeyError:
            return "".join([codes.get(token) or self._new(token) for token in tokens(key)])

    def _new(self, token: str) -> str:
        number = len(self._codes) + 0x100  # databases do not like control characters
        self._codes[token] = chr(number if number < 0xD800 else number + 0x800)
        return self._codes[token]


def best_scores(corpus: Corpus, texts: Sequence[str], min_score: float) -> dict[str, list[float]]:
    """Give the scores of the best matches of each text, best first; computed once for a corpus and its queries."""
    name = f"{corpus.name}.truth-{len(texts)}-{hash_of(texts)}-{min_score:g}.json"
    path = once(CACHE / name, lambda scratch: _write(scratch, corpus, texts, min_score))
    return dict(zip(texts, json.loads(path.read_text(encoding="utf-8")), strict=True))


def hash_of(texts: Iterable[str]) -> str:
    """Tell lists of texts apart by a short name."""
    return sha256("\n".join(texts).encode()).hexdigest()[:8]


def _write(path: Path, corpus: Corpus, texts: Sequence[str], min_score: float) -> None:
    codes = Codes()
    keys = [match_key(text) for text in texts]
    asked = [(key, codes.pack(key)) for key in keys]
    best: list[list[float]] = [[] for _ in texts]
    for groups in _groups(corpus.rows(), codes):
        for scores, (key, packed) in zip(best, asked, strict=True):
            scores += _matches(key, packed, groups, min_score)
            scores.sort(reverse=True)
            del scores[LIMIT:]
    path.write_text(json.dumps(best), encoding="utf-8")


_Groups = dict[int, tuple[list[str], list[MatchKey]]]
"""Packed token lists and keys by number of tokens."""


def _groups(rows: Iterator[Row], codes: Codes) -> Iterator[_Groups]:
    while chunk := list(islice(rows, _CHUNK)):
        groups: _Groups = defaultdict(lambda: ([], []))
        for source, _ in chunk:
            key = match_key(source)
            packed = codes.pack(key)
            group = groups[len(packed)]
            group[0].append(packed)
            group[1].append(key)
        yield dict(groups)


def _matches(key: MatchKey, packed: str, groups: _Groups, min_score: float) -> Iterator[float]:
    allowed = lengths_allowed(len(packed), min_score)
    for length in groups:
        if length in allowed:
            longer = max(length, len(packed))
            choices, keys = groups[length]
            most = edits_allowed(longer, min_score)
            near = process.extract(packed, choices, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
            for _, edits, place in near:
                points = 100.0 if keys[place] == key else score(edits, longer)
                if points >= min_score:
                    yield points


def recall(texts: Sequence[str], best: Mapping[str, Sequence[float]], answers: Sequence[Sequence[Found]]) -> float:
    """Say which share of the true matches the answers hold, each with its right score; among equals any will do."""
    wanted = found = 0
    for text, answer in zip(texts, answers, strict=True):
        if scores := best.get(text):
            key = match_key(text)
            rows = {(source, target): points for points, source, target, _ in answer}
            right = sum(
                points >= scores[-1] and points == similarity(key, match_key(source))
                for (source, _), points in rows.items()
            )
            wanted += len(scores)
            found += min(right, len(scores))
    return found / wanted if wanted else 1.0
