"""What people said of findings: true or false, kept by a digest of the pair, as the texts are not ours."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from quality.pairs import Pair

_FILE = Path(__file__).with_name("judgements.tsv")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding on a pair."""

    pair: Pair
    check: str
    message: str

    @property
    def key(self) -> str:
        """Name pair and check; the order of the keys has nothing to do with the texts, so the first are a sample."""
        text = "\0".join((self.pair.language, self.check, self.pair.source, self.pair.target))
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def judgements() -> Mapping[str, bool]:
    """Read all judgements: whether the finding of a key is a real defect."""
    lines = _FILE.read_text("utf-8").splitlines()
    return {row["key"]: row["verdict"] == "true" for row in csv.DictReader(lines, delimiter="\t")}


def sample(told: Iterable[Told], count: int) -> Sequence[Told]:
    """Take findings by the order of their keys; several of a check on one pair are one."""
    return sorted({one.key: one for one in told}.values(), key=lambda one: one.key)[:count]
