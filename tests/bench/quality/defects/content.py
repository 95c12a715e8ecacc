"""Spoil what is said: text left in English, lost, added, without its negation, with a wrong name."""

from __future__ import annotations

import random
import re
import unicodedata

from quality.defects.defect import Texts, defect, is_sentence, put_in, with_both
from quality.pairs import pairs, states

_STOP = re.compile(r"(?<=[.!?。！？؟])\s*(?=\S)")
_NOT = re.compile(r"\b(?:not|cannot|never)\b")
_TURNS = re.compile(
    r"\b(?:not only|not just|whether or not|no|nor|neither|without|un\w+|in\w+able|nobody|nothing|none)\b"
)
_NEGATIONS = {
    "ar": re.compile(r"(?<!\w)(?:لا|لم|لن|ليس|ليست|وليس|ولا)\s"),
    "es": re.compile(r"(?<!\w)no\s(?=\w)"),
    "fr": re.compile(r"(?<!\w)n(?:e\s|['’])(\w+\s)pas\s"),
    "ru": re.compile(r"(?<!\w)не\s(?=\w)"),
    "zh": re.compile(r"不能|不会|不得|没有|不是|不|未"),
}
_OTHER_NEGATIONS = {
    "ar": re.compile(r"(?<!\w)(?:[وف]?(?:لا|لم|لن|ليس\w*|غير|عدم|دون|بدون|ما))(?!\w)"),
    "es": re.compile(r"(?<!\w)(?:no|ni|sin|nunca|ning[uú]n\w*|nadie|nada|tampoco)(?!\w)", re.IGNORECASE),
    "fr": re.compile(r"(?<!\w)(?:n[e'’]|non|sans|aucun\w*|ni|jamais|rien)(?!\w)", re.IGNORECASE),
    "ru": re.compile(r"(?<!\w)(?:не|ни|нет|без|нельзя|никак\w*|никто|никогда)(?!\w)", re.IGNORECASE),
    "zh": re.compile(r"[不未没无非勿莫毋否别]"),
}
_ACRONYMS = {
    "UNODC": {"fr": "ONUDC", "ru": "ЮНОДК"},
    "WHO": {"fr": "OMS", "es": "OMS", "ru": "ВОЗ"},
    "IAEA": {"fr": "AIEA", "es": "OIEA", "ru": "МАГАТЭ"},
    "UNHCR": {"fr": "HCR", "es": "ACNUR", "ru": "УВКБ"},
    "UNDP": {"fr": "PNUD", "es": "PNUD", "ru": "ПРООН"},
    "ILO": {"fr": "OIT", "es": "OIT", "ru": "МОТ"},
    "WTO": {"fr": "OMC", "es": "OMC", "ru": "ВТО"},
}


def _whole(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target, 7) or "et al" in source:
        return None
    return (source, target), (source, source)


def _clause(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    """Leave the second half of the text in English."""
    words = source.split()
    if not is_sentence(source, target, 14) or re.search(r"https?:|et al|\d{4};", source):
        return None
    tail = " ".join(words[len(words) // 2 :])
    if sum(word.islower() for word in tail.split()) < 5:
        return None
    middle = len(target) // 2
    cut = middle if language == "zh" else target.find(" ", middle)
    return ((source, target), (source, f"{target[:cut]} {tail}")) if cut > 0 else None


def _truncated(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    """Leave only the first two fifths of the translation, with its stop."""
    if not is_sentence(source, target, 12) or source[-1:] != "." or target[-1:] not in ".。":
        return None
    middle = 2 * len(target) // 5
    cut = middle if language == "zh" else target.find(" ", middle)
    return ((source, target), (source, target[:cut].rstrip(" ,،，、") + target[-1])) if cut > 0 else None


def _sentence_lost(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    given, said = _STOP.split(source), _STOP.split(target)
    if len(given) != len(said) or len(said) < 2 or len(said[-1]) < 0.35 * len(target) or len(given[-1].split()) < 8:
        return None
    cut = target.rindex(said[-1])
    return (source, target), (source, target[:cut].rstrip())


def _sentence_added(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target, 8) or source[-1:] != "." or target[-1:] not in ".。":
        return None
    more = [
        one.target
        for one in pairs("udhr", language)
        if one.target[-1:] in ".。" and len(one.source.split()) > 8 and not re.search(r"\d", one.target)
    ]
    added = chance.choice(more)
    return (source, target), (source, f"{target}{'' if language == 'zh' else ' '}{added}")


def _negation(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    there = _NOT.findall(source)
    mine = _NEGATIONS[language].findall(target)
    if len(there) != 1 or len(mine) != 1 or len(_OTHER_NEGATIONS[language].findall(target)) != 1:
        return None
    if _TURNS.search(source):
        return None
    return (source, target), (source, _NEGATIONS[language].sub(r"\1" if language == "fr" else "", target))


def _state(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target):
        return None
    one, other = chance.sample(states(language), 2)
    return with_both(source, target, (f"({one[0]})", f"({one[1]})"), f"({other[1]})", language)


def _acronym(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    name = chance.choice([name for name, own in _ACRONYMS.items() if language in own])
    if not is_sentence(source, target) or name in source:
        return None
    return with_both(source, target, (f"({name})", f"({_ACRONYMS[name][language]})"), f"({name})", language)


def _repeated(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    found = [one for one in re.finditer(r"(?<!\w)[^\W\d_]{2,6}(?=\s[^\W\d_])", target) if one[0].islower()]
    found = found or list(re.finditer(r"(?<![\w\u064b-\u0652])[^\W\d_]{2,6}(?=\s[^\W\d_])", target))
    if not is_sentence(source, target) or not found or not unicodedata.is_normalized("NFC", target):
        return None
    end = chance.choice(found)
    return (source, target), (source, f"{target[: end.end()]} {target[end.start() :]}")


def _address_lost(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target) or "http" in source:
        return None
    address = f"https://www.un.org/en/{chance.choice(['ga', 'sc', 'documents', 'about-us'])}/{chance.randrange(10, 99)}"
    wrong = chance.choice(["", address.replace("un.org", "nu.org"), address + "7"])
    right = put_in(source, address, "en"), put_in(target, address, "en")
    return right, (right[0], put_in(target, wrong, "en") if wrong else target)


DEFECTS = (
    defect("left in English", "untranslated", _whole),
    defect("half left in English", "partly-untranslated untranslated", _clause),
    defect("truncated", "truncated length", _truncated),
    defect("last sentence lost", "truncated length", _sentence_lost),
    defect("sentence added", "added-text length", _sentence_added),
    defect("negation lost", "negation", _negation),
    defect("another State", "term", _state),
    defect("English acronym", "term", _acronym, "es fr ru"),
    defect("word repeated", "repeated-word", _repeated, "ar es fr ru"),
    defect("address lost or altered", "url", _address_lost),
)
