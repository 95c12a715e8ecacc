"""Compare the numbers of annexes, chapters, articles, tables and the like, in any writing: annex III is not 附件二."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.chinese_value import chinese_value
from tm.text.digits import ascii_digits
from tm.text.literals import may_be_in
from tm.text.pattern import pattern
from tm.text.roman import roman_value
from tm.text.words import folded

_WORDS = {
    "en": "one|first two|second three|third four|fourth five|fifth six|sixth seven|seventh eight|eighth",
    "fr": "un|premi[eè]re?|1re deux|deuxième|seconde?|2e trois|troisième|3e quatre|quatrième|4e cinq|cinquième|5e"
    " six|sixième|6e sept|septième|7e huit|huitième|8e",
    "es": "primer[ao]?|1ª segund[ao]|2ª tercer[ao]?|3ª cuart[ao]|4ª quint[ao]|5ª sext[ao]|6ª"
    " séptim[ao]|7ª octav[ao]|8ª",
    "ru": "перв[а-я]{2,3} втор[а-я]{2,3} трет[а-я]{2,4} четв[её]рт[а-я]{2,3} пят[а-я]{2,3} шест[а-я]{2,3}"
    " седьм[а-я]{2,3} восьм[а-я]{2,3}",
    "ar": "الأولى?|أولا الثانية?|ثاني[اة] الثالثة?|ثالثا الرابعة?|رابعا الخامسة?|خامسا السادسة?|سادسا السابعة?|سابعا"
    " الثامنة?|ثامنا",
    "zh": "",
}
"""How the first, second, third … are called; most texts have none of them."""

_AND = r"(?:,\s|\s?(?:–|-)\s?|\s(?:and|or|to|et|ou|à|y|e|o|a|и|или|до)\s)"
_KINDS = {
    "annex": {"en": "annex(?:es)?", "fr": "annexes?", "es": "anexos?", "ru": r"приложени[а-я]{1,2}", "zh": "附件",
              "ar": "(?:ال|لل)مرفق(?:ات|ين)?"},
    "part": {"en": "parts?", "fr": "parties?", "es": "partes?", "ru": r"част[а-я]{1,3}", "zh": "部分",
             "ar": "(?:ال|لل)جزء(?:ين)?"},
    "chapter": {"en": r"chap(?:ters?|s?\.)", "fr": r"chap(?:itres?|\.)", "es": r"cap(?:ítulos?|s?\.)",
                "ru": r"гл(?:ав[а-я]{1,3}|\.)", "zh": "章", "ar": "(?:ال|لل)فصل(?:ين)?"},
    "volume": {"en": r"vol(?:umes?|s?\.)", "fr": r"(?:vol(?:umes?|\.)|tomes?)",
               "es": r"(?:vol(?:[uú]men(?:es)?|\.)|tomos?)",
               "ru": r"(?:том[а-я]{0,2}|т\.)", "zh": "卷", "ar": "(?:ال|لل)مجلد(?:ين)?"},
    "appendix": {"en": "append(?:ix|ices)", "fr": "appendices?", "es": "apéndices?", "ru": r"добавлени[а-я]{1,2}",
                 "zh": "附录", "ar": "(?:ال|لل)تذييل(?:ين)?"},
    "article": {"en": r"art(?:icles?|s?\.)", "fr": r"art(?:icles?|\.)", "es": r"art(?:ículos?|s?\.)",
                "ru": r"(?:стат(?:ь[а-я]{1,3}|ей)|ст\.)", "zh": "条", "ar": "[وفبك]?(?:ال|لل)ماد(?:ة|تين|تان)"},
    "table": {"en": "tables?", "fr": "tableaux?", "es": "(?:cuadro|tabla)s?", "ru": r"табл(?:иц[а-я]{1,3}|\.)",
              "zh": "(?<![代发列图填报外仪])表格?", "ar": "[وفبك]?(?:ال|لل)جدول(?:ين)?"},
    "figure": {"en": r"fig(?:ures?|s?\.)", "fr": r"(?:fig(?:ures?|\.)|graphiques?)",
               "es": r"(?:fig(?:uras?|s?\.)|gráfic[oa]s?)",
               "ru": r"(?:рис(?:ун[а-я]{1,4}|\.)|диаграмм[а-я]{1,3}|график[а-я]{0,2})",
               "zh": "(?<![试企意])图表?", "ar": "[وفبك]?(?:ال|لل)شكل(?:ين)?"},
    "goal": {"en": "goals?", "fr": "objectifs?", "es": "objetivos?", "ru": "цел[а-я]{1,3}", "zh": "目标",
             "ar": "[وفبك]?(?:ال|لل)هدف(?:ين|ان)?"},
    "phase": {"en": "phases?", "fr": "phases?|étapes?", "es": "fases?|etapas?", "ru": "этап[а-я]{0,3}|фаз[а-я]{1,3}",
              "zh": "阶段", "ar": "[وفبك]?(?:ال|لل)مرحلت?(?:ة|ين|ان)"},
    "section": {"en": r"sections?|sect\.", "fr": r"sections?|sect\.", "es": r"secci(?:ón|ones)|secc\.",
                "ru": r"раздел[а-я]{0,3}|разд\.", "zh": "节", "ar": "[وفبك]?(?:ال|لل)(?:فرع|قسم)(?:ين|ان)?"},
}  # fmt: skip
MAYBE = pattern(r"[AaPpCcVv](?<!\w.)(?i:(?<=a)nnex|(?<=p)arts?\b|(?<=c)hap|(?<=v)ol|(?<=a)ppend)")
MAYBE_LABEL = pattern(
    r"[0-9IVX](?<=\s.)(?i:(?<=icle..)|(?<=icles..)|(?<=art\...)|(?<=arts\...)|(?<=able..)|(?<=ables..)|(?<=igure..)"
    r"|(?<=igures..)|(?<=fig\...)|(?<=figs\...)|(?<=goal..)|(?<=goals..)|(?<=phase..)|(?<=phases..)|(?<=ection..)"
    r"|(?<=ections..)|(?<=sect\...))"
)
MAYBE_ELSEWHERE = pattern(
    "附[件录]|[章卷]|部分|مرفق|جزء|فصل|مجلد|تذييل|риложени|обавлени|[Гг]лав|[Чч]аст|nnexe|nexo|artie|arte|hapitre|apítulo"
    "|ppendice|péndice"
)
"""What texts in other languages than English have that speak of an annex, a part, a chapter, a volume."""

WORDS = frozenset(
    "annex annexes part parts chap chaps chapter chapters vol vols volume volumes appendix appendices".split()
)
"""One of these is in every English text that has any of them with its number."""

WORDS_OF_LABELS = frozenset(
    "article articles art arts table tables figure figures fig figs goal goals phase phases section sections"
    " sect".split()
)
"""One of these in every one that has any of those."""

_LABELS = frozenset(("article", "table", "figure", "goal", "phase", "section"))
"""Kinds whose words stand in many texts without a number."""


def has_divisions(source: str) -> bool:
    """Say whether an English text has a numbered annex, part, chapter, volume or appendix."""
    return _has(source, _KINDS.keys() - _LABELS)


def has_labels(source: str) -> bool:
    """Say whether it has a numbered article, table, figure, goal, phase or section."""
    return _has(source, _LABELS)


def _has(source: str, kinds: Collection[str]) -> bool:
    low = folded(source)
    return any(kind[:3] in low and _of_source(source, kind, "en") for kind in kinds)


class _Division(NamedTuple):
    start: int
    end: int
    text: str
    number: int


def other_division(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when the number of a division has become another: one of the source is lost, another of its kind is there.

    >>> [fault.message for fault in other_division("see annex III", "见附件二", "en", "zh")]
    ['the translation has 附件二 where the source has annex III']
    """
    return _other(source, target, source_language, target_language, _KINDS.keys() - _LABELS)


def other_division_elsewhere(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say so where the source is in another language than English.

    >>> [fault.message for fault in other_division_elsewhere("见附件二", "see annex III", "zh", "en")]
    ['the translation has annex III where the source has 附件二']
    """
    if source_language == "en":
        return []
    return _other(source, target, source_language, target_language, _KINDS.keys() - _LABELS)


def other_label(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say so of the number of an article, a table, a figure, a goal, a phase or a section.

    >>> [fault.message for fault in other_label("see figure 3", "voir le graphique 2", "en", "fr")]
    ['the translation has graphique 2 where the source has figure 3']
    """
    return _other(source, target, source_language, target_language, _LABELS)


def _other(source: str, target: str, source_language: str, target_language: str, kinds: Collection[str]) -> list[Fault]:
    low = folded(source) if source_language == "en" else ""
    for kind in _KINDS:
        if kind not in kinds or (source_language == "en" and kind[:3] not in low):
            continue
        wanted = _of_source(source, kind, source_language)
        found = list(_divisions(target, target_language, kind)) if wanted else []
        here, there = {one.number for one in wanted}, {one.number for one in found}
        lost = [one for one in wanted if one.number not in there]
        added = [one for one in found if one.number not in here]
        if lost and added:
            message = f"the translation has {added[0].text} where the source has {lost[0].text}"
            return [Fault(message, Span(added[0].start, added[0].end), Span(lost[0].start, lost[0].end))]
    return []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str, kind: str, language: str) -> Sequence[_Division]:
    return list(_divisions(source, language, kind))


def _divisions(text: str, language: str, kind: str) -> Iterator[_Division]:
    text = ascii_digits(text)
    low = folded(text)
    if not may_be_in(_KINDS[kind][language], low):
        return
    words = ((place, form) for place, form in enumerate(_WORDS[language].split(), 1) if may_be_in(form, low))
    named, number = _patterns(language, kind, tuple(words))
    for match in named.finditer(text):
        group = match.lastgroup or ""
        for one in number.finditer(text, *match.span(group)):
            if value := _value(one):
                yield _Division(*match.span(), match[0], value)


def _value(one: re.Match[str]) -> int:
    group = one.lastgroup or ""
    if group == "roman":
        return roman_value(one[0])
    if group == "figures":
        return int(one[0])
    return (chinese_value(one[0]) or 0) if group == "chinese" else int(group.removeprefix("n"))


@lru_cache(maxsize=256)
def _patterns(language: str, kind: str, words: Sequence[tuple[int, str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a division with its number or numbers, and of one number.

    Args:
        words: the numbers that the text may have in words, with what these are.
    """
    word, roman, figures = _KINDS[kind][language], r"[IVX]{1,7}", r"\d{1,2}"
    if language == "zh":
        one = r"[一二三四五六七八九十]{1,3}|[IVX]{1,7}|\d{1,2}"
        behind = (
            rf"第\s?(?P<before>{one})\s?{word}"
            if kind in {"part", "chapter", "volume", "article", "phase", "section"}
            else rf"{word}\s?(?P<all>{one})"
        )
        more = rf"|{word}\s?(?P<all>{one})(?![\d/])" if kind == "volume" else ""
        return re.compile(behind + more), re.compile(
            rf"(?P<roman>{roman})|(?P<figures>{figures})|(?P<chinese>[一二三四五六七八九十]+)"
        )
    named = "".join(rf"|(?P<n{place}>(?i:{form}))" for place, form in words)
    plain = "|".join(f"(?i:{form})" for _, form in words)
    on = r"|\sعشرة?(?!\w)|\sو(?:ال)?(?:عشر|ثلاث)[وي]ن" if language == "ar" else ""  # الثاني عشر is the twelfth
    single = rf"(?:{'|'.join(filter(None, (roman, figures, plain)))})(?![\w/]|\.\d{on})"
    several = rf"{single}(?:{_AND}{single}){{0,4}}"
    pattern = rf"(?<!\w)(?i:{word})\s(?P<all>{several})"
    if plain and (kind == "part" or language == "ru"):
        pattern += rf"|(?<!\w)(?P<before>{plain})\s(?i:{word})(?!\w)"
    return re.compile(pattern), re.compile(rf"(?<!\w)(?:(?P<roman>{roman})|(?P<figures>{figures}){named})(?!\w)")
