"""Real and made texts that stores are tried on, and the answer that comparing with all of them gives."""

import gzip
import random
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import regex
from rapidfuzz.distance import Levenshtein

from tm.model.match import Context, Entry, MatchKey, Origin
from tm.text.normalize import match_key

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"

_ALONE = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_TOKEN = regex.compile(rf"</?\d+/?>|{_ALONE}|[\w\p{{M}}--{_ALONE}]+|[^\s\w]", regex.V1)


@lru_cache(maxsize=20_000)  # every query is compared with the same texts
def _tokens(key: MatchKey) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(key.casefold()))


def scores(query: str, texts: Iterable[str], min_score: float) -> list[float]:
    """Score a query against all texts by the contract's words alone, best first; equal keys count once."""
    key = match_key(query)
    wanted = _tokens(key)
    found = []
    for other in {match_key(text) for text in texts}:
        held = _tokens(other)
        edits = Levenshtein.distance(wanted, held)
        longer = max(len(wanted), len(held))
        score = 100.0 if key == other else 99.0 if not edits else 1000 * (longer - edits) // longer / 10
        if score >= min_score:
            found.append(score)
    return sorted(found, reverse=True)


@cache
def real_texts(name: str) -> Sequence[dict[str, str]]:
    """Read a TMX file of the data folder as texts by language; the test is skipped where it is absent."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    return [
        {tuv.get(language, ""): "".join(tuv.find("seg").itertext()) for tuv in unit.iter("tuv")}  # type: ignore[union-attr]
        for unit in ET.fromstring(content).iter("tu")
    ]


def entries(texts: Iterable[dict[str, str]], document: str) -> list[Entry]:
    """Make entries of texts; each is its own document's, so that equal originals stay apart."""
    return [
        Entry(
            0, {"en": unit["en"], **unit}, "", Origin(f"{document} {number}", f"{document}.txt:{number}", "2020-01-01")
        )
        for number, unit in enumerate(texts)
        if "en" in unit
    ]


def quiet(_: str) -> None:
    """Tell nobody."""


def sentence(number: int) -> str:
    """Make one of many sentences that are nearly alike."""
    return f"Sentence number {number} was adopted by the Council."


def pair(
    source: str, target: str, *, document: str = "letter", role: str = "", context: Context | None = None
) -> Entry:
    """Make an entry from English into French."""
    return Entry(
        0, {"en": source, "fr": target}, role, Origin(document, f"{document}.txt:1", "2020-01-01"), context or Context()
    )


def disturbed(rng: random.Random, text: str, other: str) -> str:
    """Change a text here and there as editors do: words go, come and change places; in Chinese, characters."""
    parts, more = (list(text), list(other)) if " " not in text else (text.split(), other.split())
    for _ in range(int(len(parts) * rng.choice((0, 0.05, 0.1, 0.2, 0.4, 0.6)))):
        place, change = rng.randrange(len(parts)), rng.random()
        if change < 0.4:
            parts[place] = rng.choice(more or [""])
        elif change < 0.7 and len(parts) > 1:
            del parts[place]
        else:
            parts.insert(place, rng.choice(more or [""]))
    return ("" if " " not in text else " ").join(parts)
