"""Tell "first reading" that has become the second: ordinals beside a noun, in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.number import Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_GREATEST = 10
"""Of the ordinals that are looked at; others are no words of many meanings, and compared with all numbers."""

_AS_MUCH = {
    "fr": {1: "initial|d['’]abord", 2: "autre"},
    "es": {1: "inicial", 2: "otr[ao]"},
    "ru": {1: "одн|един|начал", 2: "друг|дв"},
    "ar": {1: "[أا]ول", 2: "ثان|آخر|أخرى"},
    "zh": {1: "首|初", 2: "两|再"},
}
"""What else says the first, and the second."""

_NOUNS = {
    "reading": ("lecture", "lectura", "чтени", "قراءة", "读"),
    "session": ("session|réunion", "per[ií]odo|sesión|reunión", "сесси|заседани|совещани", "دورة|جلسة", "届|次会议"),
    "meeting": ("séance|réunion|session", "sesión|reunión|per[ií]odo", "совещани|заседани|встреч|сесси",
                "اجتماع|جلسة|لقاء", "次会|次.{0,4}会"),
    "paragraph": ("alinéa|paragraphe", "párrafo", "пункт|абзац", "فقرة", "段"),
    "sentence": ("phrase", "oración|frase", "предложени", "جملة", "句"),
    "phase": ("phase|étape", "fase|etapa", "этап|фаз", "مرحلة", "阶段|期"),
    "stage": ("phase|étape|stade", "fase|etapa", "этап|фаз|стади", "مرحلة", "阶段"),
    "round": ("cycle|série|tour|round", "ronda|ciclo|serie|vuelta", "раунд|цикл|тур", "جولة|دورة", "轮"),
    "cycle": ("cycle", "ciclo", "цикл", "دورة", "周期|轮"),
    "edition": ("édition", "edición", "издани", "طبعة", "版"),
    "report": ("rapport", "informe", "доклад", "تقرير", "报告|次.{0,4}报告|份"),
    "conference": ("conférence", "conferencia", "конференци", "مؤتمر", "次.{0,8}会议|届"),
    "decade": ("décennie", "decenio|década", "десятилети", "عقد", "个?.{0,8}十年"),
    "term": ("mandat", "mandato|período", "срок", "ولاية|فترة", "任|个?任期"),
    "draft": ("projet|version", "borrador|proyecto|versión", "проект|вариант", "مسودة|مشروع", "稿"),
    "year": ("année", "año", "год", "سنة|عام", "年"),
}  # fmt: skip
"""What is numbered so, by languages: fr, es, ru, ar, zh."""

_LANGUAGES = ("fr", "es", "ru", "ar", "zh")
MAYBE = pattern(
    r"[fsten](?<!\w.)(?:(?<=f)(?:irst|ourth|ifth)|(?<=s)(?:econd|ixth|eventh)|(?<=t)(?:hird|enth)|(?<=e)ighth|(?<=n)inth)\s"
)
WORDS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
"""One of these is in all that `MAYBE` finds."""

_NOUN = pattern(rf"\s(?:[a-z-]+\s)?(?P<noun>{'|'.join(_NOUNS)})s?\b(?!-)")
_NEAR = 40
"""Characters from an Arabic noun to its ordinal."""


def other_ordinal(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when an ordinal of an English source is another beside its noun, and stands nowhere in the translation.

    >>> other_ordinal("on first reading", "en deuxième lecture", "en", "fr")[0].message
    'the translation has deuxième lecture where the source has first reading'
    """
    wanted = _of_source(source) if source_language == "en" and target_language in _LANGUAGES else ()
    if not wanted:
        return []
    said = {value for one in find_numbers(source, "en") for value in one.values}
    ours = find_numbers(target, target_language)
    for start, end, place, noun in wanted:
        as_much = _AS_MUCH[target_language].get(place)
        if any(place in one.values for one in ours) or (as_much and re.search(as_much, target, re.IGNORECASE)):
            continue
        for at in _beside(target, [one for one in ours if said.isdisjoint(one.values)], target_language, noun):
            message = f"the translation has {target[slice(*at)]} where the source has {source[start:end]}"
            return [Fault(message, Span(*at), Span(start, end))]
    return []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Sequence[tuple[int, int, int, str]]:
    """List where the ordinals of an English text that stand before a noun begin and end with it, and what both are."""
    found = ((one, _NOUN.match(source, one.end)) for one in find_numbers(source, "en") if _is_ordinal(one))
    return [(one.start, noun.end(), _place(one), noun["noun"]) for one, noun in found if noun]


def _is_ordinal(one: Number) -> bool:
    return one.text.isalpha() and MAYBE.match(f"{one.text} ") is not None


def _place(one: Number) -> int:
    """Give the place that an ordinal means, and not a third or a fifth."""
    return next(place for place in range(1, _GREATEST + 1) if place in one.values)


def _beside(target: str, ours: Sequence[Number], language: str, noun: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the first to the tenth of a noun, together with it."""
    for one in ours:
        if one.values.isdisjoint(range(1, _GREATEST + 1)):
            continue
        if language == "ar":
            before = _form(language, noun).search(target, max(0, one.start - _NEAR), one.start)
            if before:
                yield before.start(), one.end
        elif behind := _form(language, noun).match(target, one.end):
            yield one.start, behind.end()


@cache
def _form(language: str, noun: str) -> re.Pattern[str]:
    """Make a pattern of a noun behind its ordinal, in Arabic before it."""
    stem = _NOUNS[noun][_LANGUAGES.index(language)]
    if language == "zh":
        return re.compile(rf"(?:次|个|份)?(?:{stem})")
    if language == "ar":
        return re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)(?:{stem})\s(?:ال\w+\s)?\Z")
    return re.compile(rf"(?:[a-zè]{{1,3}}|[ªº]|-[а-я]{{1,2}})?\s(?:\w+\s)?(?:{stem})\w*", re.IGNORECASE)
