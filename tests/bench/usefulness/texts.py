"""Real texts to leave one document out of, real revisions, and generated letters."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import iterparse

from memory.data import SHARED

LANGUAGES = ("ar", "es", "fr", "ru", "zh")

SETS = {
    "tico19": SHARED / "tico19" / "tico19.tmx.gz",
    "sdg": SHARED / "sdg" / "sdg.tmx",
    "udhr": SHARED / "udhr" / "udhr.tmx",
    "handbook": SHARED / "handbook" / "handbook_odd.tmx.gz",
}

TUNED = frozenset({"Wikipedia_handpicked_1", "wiki_4", "wiki_5", "wiki_9", "wiki_13"})
"""Documents of tico19 on which the ranking of the nearest entries was tuned, as on every second page of the
handbook."""

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text in English and other languages, and the document that it is of."""

    document: str
    texts: dict[str, str]

    @property
    def source(self) -> str:
        return self.texts["en"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with its answer, and what a memory remembers that is to help."""

    query: str
    answer: str
    source: str
    target: str


def units(name: str) -> list[Unit]:
    """Read a set; in none of them is a text twice in one document."""
    found = (Unit(_document(name, identity), texts) for identity, texts in texts_of(SETS[name]))
    return [unit for unit in found if unit.texts.get("en")]


def texts_of(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the name of each unit of a TMX file without inline elements, and its texts by language."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        for _, element in iterparse(file):
            if element.tag == "tu":
                texts = {tuv.get(_XML_LANGUAGE, ""): tuv.findtext("seg") or "" for tuv in element.iter("tuv")}
                yield element.get("tuid", ""), texts
                element.clear()


def _document(name: str, identity: str) -> str:
    """Name a document: a page, a chapter, a goal with its targets and indicators, an article."""
    prefix, _, rest = identity.partition(":")
    if name == "sdg":
        return f"goal {re.match(r'[0-9]+', rest)[0]}" if rest[:1].isdigit() else rest  # type: ignore[index]
    return rest.partition(".")[0] if name == "udhr" else prefix


def revisions(language: str) -> list[Pair]:
    """Read what was really revised: the old text is remembered, the new one asked for."""
    found = []
    for path in sorted((SHARED / "revisions").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        found += [
            Pair(row["new_en"], row["new"], row["old_en"], row["old"])
            for row in rows
            if row["lang"] == language and row["target_changed"]
        ]
    return found


def unseen(name: str, all_units: Sequence[Unit]) -> dict[str, list[int]]:
    """Give the places of the units of each document on which we did not tune; the others are never asked for."""
    whole = dict.fromkeys(unit.document for unit in all_units if all(map(unit.texts.get, LANGUAGES)))
    tuned = {"tico19": TUNED, "handbook": frozenset([*whole][::2])}.get(name, frozenset())
    found: dict[str, list[int]] = {}
    for place, unit in enumerate(all_units):
        if unit.document not in tuned:
            found.setdefault(unit.document, []).append(place)
    return found


def without(all_units: Sequence[Unit], document: str) -> list[int]:
    """Give the places of the units of all other documents."""
    return [place for place, unit in enumerate(all_units) if unit.document != document]


def is_there() -> bool:
    """Tell whether the texts are."""
    return all(map(Path.exists, SETS.values()))
