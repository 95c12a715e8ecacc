"""Tell "first reading" that has become the second: ordinals in words beside a noun, in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_WORDS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "fr": "premi[eè]re?|1(?:re|er|ère) deuxième|seconde?|2(?:nde?|e|ème) troisième|3e quatrième|4e cinquième|5e"
    " sixième|6e septième|7e huitième|8e neuvième|9e dixième|10e",
    "es": "primer[ao]?|1[ªº] segund[ao]|2[ªº] tercer[ao]?|3[ªº] cuart[ao]|4[ªº] quint[ao]|5[ªº] sext[ao]|6[ªº]"
    " séptim[ao]|7[ªº] octav[ao]|8[ªº] noven[ao]|9[ªº] décim[ao]|10[ªº]",
    "ru": "перв[а-я]{2,3}|1-[а-я]{1,2} втор[а-я]{2,3}|2-[а-я]{1,2} трет(?:ий|ь[а-я]{1,3})|3-[а-я]{1,2}"
    " четв[её]рт[а-я]{2,3}|4-[а-я]{1,2} пят(?:ый|ая|ое|ые|ой|ого|ому|ом|ым|ую|ых)|5-[а-я]{1,2}"
    " шест(?:ой|ая|ое|ого|ому|ом|ым|ую|ых)|6-[а-я]{1,2} седьм(?:ой|ая|ое|ого|ому|ом|ым|ую|ых)|7-[а-я]{1,2}"
    " восьм(?:ой|ая|ое|ого|ому|ом|ым|ую|ых)|8-[а-я]{1,2} девят(?:ый|ая|ое|ой|ого|ому|ом|ым|ую|ых)|9-[а-я]{1,2}"
    " десят(?:ый|ая|ое|ой|ого|ому|ом|ым|ую)|10-[а-я]{1,2}",
    "ar": "الأولى?|الاولى? الثانية? الثالثة? الرابعة? الخامسة? السادسة? السابعة? الثامنة? التاسعة? العاشرة?",
    "zh": "一|1 二|2 三|3 四|4 五|5 六|6 七|7 八|8 九|9 十|10",
}
"""The first to the tenth."""

_ELSEWHERE = {
    "fr": "premi|1re|1er|initial|d['’]abord deuxi|second|2e|autre troisi|3e quatri|4e cinqui|5e sixi|6e septi|7e "
    "huiti|8e neuvi|9e dixi|10e",
    "es": "primer|1[ªº]|inicial segund|2[ªº]|otr[ao] tercer|3[ªº] cuart|4[ªº] quint|5[ªº] sext|6[ªº] séptim|7[ªº] "
    "octav|8[ªº] noven|9[ªº] décim|10[ªº]",
    "ru": "перв|1-|одн|един|начал втор|2-|друг|дв трет|3-|тр четв[её]р|4- пят|5- шест|6- сем|седьм|7- восем|восьм|8-"
    " девят|9- десят|10-",
    "ar": "[أا]ول ثان|ثن ثالث|ثلاث رابع|أربع خامس|خمس سادس|ست سابع|سبع ثامن|ثمان تاسع|تسع عاشر|عشر",
    "zh": "一|1|首|初 二|2|两|再 三|3 四|4 五|5 六|6 七|7 八|8 九|9 十|10",
}
"""What may say as much anywhere in a translation."""

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
_SOURCE = pattern(
    rf"(?<![\w-])(?P<ordinal>{'|'.join(_WORDS['en'].split())})\s(?:[a-z-]+\s)?(?P<noun>{'|'.join(_NOUNS)})s?\b(?!-)"
)
_ANY = pattern(rf"\b(?:{'|'.join(_WORDS['en'].split())})\b", re.IGNORECASE)
_GREATER = {
    "fr": r"(?<!vingt\s)(?<!\bet\s)(?<!-)",
    "es": r"(?<!ésim[ao]\s)(?<!écim[ao]\s)",
    "ru": r"(?<!дцать\s)(?<!сорок\s)(?<!десят\s)(?<!девяносто\s)(?<!сто\s)",
}
"""Not before what is a part of a greater number."""


def other_ordinal(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when an ordinal of an English source is another beside its noun, and stands nowhere in the translation.

    >>> other_ordinal("on first reading", "en deuxième lecture", "en", "fr")[0].message
    'the translation has deuxième lecture where the source has first reading'
    """
    if source_language != "en" or target_language not in _LANGUAGES:
        return []
    wanted = _of_source(source)
    if not wanted:
        return []
    said = {_place(one) for one in _ANY.findall(source.lower())}
    for start, end, place, noun in wanted:
        if re.search(_ELSEWHERE[target_language].split()[place - 1], target, re.IGNORECASE):
            continue
        for at, other in _beside(target, target_language, noun):
            if other not in said and not any(other in one.values for one in find_numbers(source, "en")):
                message = f"the translation has {target[slice(*at)]} where the source has {source[start:end]}"
                return [Fault(message, Span(*at), Span(start, end))]
    return []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Collection[tuple[int, int, int, str]]:
    return [(*one.span(), _place(one["ordinal"]), one["noun"]) for one in _SOURCE.finditer(source)]


def _place(word: str) -> int:
    return _WORDS["en"].split().index(word) + 1


def _beside(target: str, language: str, noun: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the ordinals beside a noun, with their places in the text."""
    for one in _form(language, noun).finditer(target):
        yield one.span(), int((one.lastgroup or "n0")[1:])


@cache
def _form(language: str, noun: str) -> re.Pattern[str]:
    """Make a pattern of the ordinals beside a noun, each a group of its place."""
    named = "|".join(f"(?P<n{place}>{word})" for place, word in enumerate(_WORDS[language].split(), 1))
    stem = _NOUNS[noun][_LANGUAGES.index(language)]
    if language == "zh":
        before = "第?" if noun == "reading" else "第"
        return re.compile(rf"{before}(?<![一二三四五六七八九十百\d])(?:{named})(?:次|个|份)?(?:{stem})")
    if language == "ar":
        return re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)(?:{stem})\s(?:ال\w+\s)?(?:{named})(?!\w|\sعشرة?|\sوال)")
    return re.compile(rf"(?<!\w){_GREATER[language]}(?:{named})\s(?:\w+\s)?(?:{stem})\w*", re.IGNORECASE)
