"""On published text the checks are all but silent, and defects put into it are found."""

from __future__ import annotations

import gzip
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tm import checks
from tm.model.finding import Severity
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SETS = {
    "sdg": DATA / "sdg" / "sdg.tmx",
    "udhr": DATA / "udhr" / "udhr.tmx",
    "tico19": DATA / "tico19" / "tico19.tmx.gz",
}
LANGUAGES = ["ar", "es", "fr", "ru", "zh"]
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared data are not beside the checkout")

# Percent of units with a finding that may be there, as measured and rounded up. All were read: nearly all are real
# defects (a year left out, thousands turned round in Arabic, TICO-19's misaligned French beginning, a negation lost in
# the Arabic Declaration, where "universal" is lost as well, and in TICO-19 partly, commercial, on average, at all times and
# members of lists); free translations that are far shorter, or say it without a negation, are up to 0.5 percent.
ALLOWED = {
    "sdg": {"ar": 6.5, "es": 0.4, "fr": 1.8, "ru": 2.9, "zh": 0.8},  # fr, ru, zh: 11.5.2, 1.5.2 long; ru, zh: 10.4.1
    "udhr": {"ar": 3.4, "es": 1.2, "fr": 0, "ru": 0, "zh": 2.3},
    "tico19": {"ar": 1.3, "es": 1.3, "fr": 2.4, "ru": 2.0, "zh": 1.8},
}


TYPOGRAPHIC = frozenset(
    "quotes french-spacing spacing chinese-width arabic-punctuation digits spanish-opening double-space edge-space"
    " soft-hyphen bidi invisible not-nfc kashida".split()
)
TYPED_CARELESSLY = {
    "sdg": {"ar": 0, "es": 0, "fr": 1.5, "ru": 1.5, "zh": 57},
    "udhr": {"ar": 0, "es": 0, "fr": 6.7, "ru": 0, "zh": 49},
    "tico19": {"ar": 0.4, "es": 0.2, "fr": 2, "ru": 0.4, "zh": 0.5},
}
"""Percent of units with a warning about typography, all read, all real: ASCII punctuation in Chinese, ordinary spaces in
French, soft hyphens in Russian, stops without a space."""


@cache
def _pairs(name: str, lang: str) -> tuple[tuple[str, str], ...]:
    path = SETS[name]
    raw = path.read_bytes()
    root = ET.fromstring(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    found = []
    for entry in root.iter("tu"):
        texts = {
            variant.get("{http://www.w3.org/XML/1998/namespace}lang", "").split("-")[0]: "".join(seg.itertext())
            for variant in entry.iter("tuv")
            if (seg := variant.find("seg")) is not None
        }
        if texts.get("en") and texts.get(lang):
            found.append((texts["en"], texts[lang]))
    return tuple(found)


def _findings(source: str, target: str, lang: str) -> frozenset[str]:
    return _all_findings(source, target, lang) - TYPOGRAPHIC


@cache  # the same pairs are looked at by themselves, and before each kind of defect
def _all_findings(source: str, target: str, lang: str) -> frozenset[str]:
    unit = Unit(source, target, state=State.TRANSLATED, line=1)
    found = checks.run([unit], path="x.po", source=ENGLISH, target=BY_CODE[lang], is_ours=False)
    return frozenset(one.check for one in found if one.severity is not Severity.INFO)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SETS)
def test_published_translations_are_left_alone(name: str, lang: str) -> None:
    pairs = _pairs(name, lang)
    flagged = sum(bool(_findings(source, target, lang)) for source, target in pairs)
    assert 100 * flagged / len(pairs) <= ALLOWED[name][lang]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SETS)
def test_published_typography_is_left_alone_where_it_is_right(name: str, lang: str) -> None:
    pairs = _pairs(name, lang)
    units = [Unit(source, target, state=State.TRANSLATED, line=line) for line, (source, target) in enumerate(pairs, 1)]
    found = checks.run(
        units, path="x.po", source=ENGLISH, target=BY_CODE[lang], is_ours=False, select=sorted(TYPOGRAPHIC)
    )
    flagged = {one.line for one in found if one.severity is not Severity.INFO}
    assert 100 * len(flagged) / len(pairs) <= TYPED_CARELESSLY[name][lang]


MONTHS = {
    "ar": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "أكتوبر", "ديسمبر"],
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "octubre", "diciembre"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "octobre", "décembre"],
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня", "октября", "декабря"],
    "zh": ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "10 月", "12 月"],
}


def _another_digit(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    runs = [run for run in re.finditer(r"(?<![\w-])\d{2,}(?!\w)", target) if run[0] in source]
    if not runs:
        return source, target
    run = chance.choice(runs)
    digit = str((int(run[0][0]) + 3) % 9 + 1)
    return source, target[: run.start()] + digit + target[run.start() + 1 :]


def _number_lost(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    runs = [run for run in re.finditer(r"(?<![\w.,-])\d{2,}(?![\w.,-])", target) if target.count(run[0]) == 1]
    runs = [run for run in runs if run[0] in source]
    return (source, target.replace(chance.choice(runs)[0], "", 1)) if runs else (source, target)


def _another_month(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    months = MONTHS[lang]
    there = [index for index, name in enumerate(months) if re.search(rf"(?<!\w){name}(?!\w)", target)]
    if not there or not re.search(r"(January|February|March|April|May|June|October|December)", source):
        return source, target
    free = [index for index in range(len(months)) if index not in there]
    return source, target.replace(months[there[0]], months[chance.choice(free)])


def _symbol_altered(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    number = chance.randrange(10, 99)
    return f"{source} A/{number}/L.1", f"{target}{'' if lang == 'zh' else ' '}A/{number + 1}/L.1"


def _tag_lost(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    return f"<1>{source}</1>", chance.choice([f"<1>{target}", f"{target}</1>", target, f"</1>{target}<1>"])


def _bracket_lost(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    closers = [match.start() for match in re.finditer(r"[)）]", target)]
    if not closers or len(closers) != len(re.findall(r"[(（]", target)):
        return source, target
    cut = chance.choice(closers)
    return source, target[:cut] + target[cut + 1 :]


def _stop_lost(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    ends = source[-1:] == "." and target[-1:] in {".", "。"} and not re.search(r"\b\w{1,3}\.$", target)
    return source, target[:-1] + chance.choice(["", ":", "?"]) if ends else target


def _left_in_english(source: str, target: str, lang: str, chance: random.Random) -> tuple[str, str]:
    return source, source if len(source.split()) > 5 and "et al" not in source else target


DEFECTS: dict[str, tuple[str, Callable[..., tuple[str, str]]]] = {
    "another digit": ("number date", _another_digit),
    "number lost": ("number date", _number_lost),
    "another month": ("date", _another_month),
    "symbol altered": ("symbol", _symbol_altered),
    "tag lost": ("tag", _tag_lost),
    "bracket lost": ("unpaired", _bracket_lost),
    "stop lost": ("end-punctuation", _stop_lost),
    "left in English": ("untranslated", _left_in_english),
}


def _seeded(kind: str, lang: str) -> Iterator[tuple[str, str]]:
    chance = random.Random(f"{kind} {lang}")
    pairs = [pair for name in SETS for pair in _pairs(name, lang)]
    chance.shuffle(pairs)
    count = 0
    for source, target in pairs:
        defective = DEFECTS[kind][1](source, target, lang, chance)
        if defective != (source, target) and count < 60 and not _findings(source, target, lang):
            count += 1
            yield defective


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", DEFECTS)
def test_nineteen_of_twenty_seeded_defects_are_found(kind: str, lang: str) -> None:
    wanted = set(DEFECTS[kind][0].split())
    pairs = list(_seeded(kind, lang))
    missed = [pair for pair in pairs if not wanted & _findings(*pair, lang)]
    assert len(pairs) >= 15
    assert len(missed) <= 0.05 * len(pairs), missed
