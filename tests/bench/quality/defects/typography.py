"""Spoil spaces, signs, scripts and what is not seen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from quality.defects.defect import Texts, defect, is_sentence

_LOOKALIKES = {"а": "a", "е": "e", "о": "o", "с": "c", "р": "p", "х": "x", "у": "y"}
_LATIN = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items()}
_WORDS = re.compile(r"(?<!\w)[^\W\d_]{4,}(?!\w)")
_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[，：；](?=[\u4e00-\u9fff])")
_WIDE = {"，": ",", "：": ":", "；": ";"}


def _replaced(pattern: str, new: str) -> Callable[..., tuple[Texts, Texts] | None]:
    """Replace what a pattern finds, once."""
    compiled = re.compile(pattern)

    def spoil(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
        found = list(compiled.finditer(target))
        if not found or not is_sentence(source, target, 5):
            return None
        one = chance.choice(found)
        return (source, target), (source, target[: one.start()] + one.expand(new) + target[one.end() :])

    return spoil


def _width(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    found = list(_HAN.finditer(target))
    if not found:
        return None
    one = chance.choice(found)
    return (source, target), (source, target[: one.start()] + _WIDE[one[0]] + target[one.end() :])


def _script(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    """Put a letter of another script, that looks the same, into a word."""
    table = _LOOKALIKES if language == "ru" else _LATIN
    found = [
        one.start() + place
        for one in _WORDS.finditer(target)
        if one[0].islower()
        for place, letter in enumerate(one[0])
        if letter in table
    ]
    if not found or not is_sentence(source, target, 5):
        return None
    place = chance.choice(found)
    return (source, target), (source, target[:place] + table[target[place]] + target[place + 1 :])


def _inside(marks: str) -> Callable[..., tuple[Texts, Texts] | None]:
    """Put a mark that is not seen into a word."""

    def spoil(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
        found = list(re.finditer(r"[^\W\d_]{4,}", target))
        if not found or not is_sentence(source, target, 5):
            return None
        place = chance.choice(found).start() + 2
        return (source, target), (source, target[:place] + chance.choice(marks) + target[place:])

    return spoil


def _opening(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    """Ask without the mark that a Spanish question opens with."""
    if target.count("¿") == 1 and target.endswith("?"):
        return (source, target), (source, target.replace("¿", ""))
    if not is_sentence(source, target) or source[-1:] != "." or target[-1:] != "." or "?" in source:
        return None
    given = source[:-1] + "?"
    return (given, f"¿{target[:-1]}?"), (given, f"{target[:-1]}?")


def _edge(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if source != source.strip() or target != target.strip():
        return None
    return (source, target), (source, chance.choice([f" {target}", f"{target} "]))


DEFECTS = (
    defect("two spaces", "double-space", _replaced(r"(?<=\w) (?=\w)", "  "), "ar es fr ru"),
    defect("space at an edge", "edge-space", _edge),
    defect(
        "no space before a French colon", "french-spacing", _replaced(r"(?<=\w)[ \u00a0\u202f](?=[:;?!])", ""), "fr"
    ),
    defect("space before a comma", "spacing", _replaced(r"(?<=\w)(?=[,،] )", " "), "ar es fr ru"),
    defect("half-width sign in Chinese", "chinese-width", _width, "zh"),
    defect("Latin comma in Arabic", "arabic-punctuation", _replaced("،", ","), "ar"),
    defect("no opening mark in Spanish", "spanish-opening", _opening, "es"),
    defect("letter of another script", "mixed-script", _script, "es fr ru"),
    defect("stray invisible character", "invisible soft-hyphen bidi", _inside("\u200b\u00ad\ufeff\u2060\u202e")),
)
