"""Pairs of source and translation: our own, published ones, and those of volunteers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from memory.data import SHARED
from usefulness.texts import texts_of

from tm.exchange import po
from tm.model.unit import State

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
PUBLISHED = ("sdg", "udhr", "tico19", "terms")
VOLUNTEERS = ("sdg-metadata", "dimanual")

_LOCALES = Path(__file__).resolve().parents[3] / "locales"
_TMX = {
    "sdg": ("sdg/sdg.tmx",),
    "udhr": ("udhr/udhr.tmx",),
    "tico19": ("tico19/tico19.tmx.gz",),
    "terms": ("terms/unterm_countries.tmx", "terms/unsd_m49.tmx"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in English and its translation, of a set, with the `#.` notes of its unit."""

    set: str
    language: str
    source: str
    target: str
    notes: tuple[str, ...] = ()


@cache
def pairs(name: str, language: str) -> Sequence[Pair]:
    """List the finished pairs of a set in a language; those that occur twice, once."""
    if name == "own":
        found = _of_po(sorted((_LOCALES / language).glob("*.po")))
    elif name in VOLUNTEERS:
        folder = SHARED / name / ("po" if name == "sdg-metadata" else "") / language
        found = _of_po(sorted(folder.glob("*.po")))
    else:
        found = ((*texts, ()) for path in _TMX[name] for texts in _of_tmx(SHARED / path, language))
    notes: dict[tuple[str, str], tuple[str, ...]] = {}
    for source, target, said in found:
        notes.setdefault((source, target), said)
    return [Pair(name, language, *texts, said) for texts, said in notes.items()]


def _of_po(paths: Sequence[Path]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for path in paths:
        for unit in po.read(path, shown=path.name).units:
            if unit.state is State.TRANSLATED and unit.source_plural is None:
                yield unit.source, unit.target, unit.notes


def _of_tmx(path: Path, language: str) -> Iterator[tuple[str, str]]:
    for _, texts in texts_of(path):
        if texts.get("en") and texts.get(language):
            yield texts["en"], texts[language]


@cache
def states(language: str) -> Sequence[tuple[str, str]]:
    """List short names of States in English and another language, without articles in brackets."""
    names = [
        (_without_article(source), _without_article(target))
        for source, target in _of_tmx(SHARED / "terms" / "unterm_countries.tmx", language)
    ]
    return [name for name in names if len(name[0]) < 15 and not re.search(r"[(,]", "".join(name))]


def _without_article(name: str) -> str:
    return re.sub(r"\s*\([^)]{1,8}\)\Z|\*", "", name).strip()
