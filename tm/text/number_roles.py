"""Say what a number in figures stands for, by the words beside it: agenda item 5, 5 per cent, the year 2022."""

from __future__ import annotations

import re
from functools import cache

from tm.text.pattern import pattern
from tm.text.placeable import Kind

_ITEM = {
    "en": r"items?",
    "fr": r"points?",
    "es": r"temas?",
    "ru": r"",
    "zh": r"议程项目|项目",
    "ar": r"[وفبلك]?(?:ال|لل)?(?:بند|بندين|بندان|بنود)",
}
_PARAGRAPH = {
    "en": r"paragraphs?|paras?\.?|subparagraphs?",
    "fr": r"paragraphes?|par\.|alinéas?",
    "es": r"párrafos?|párrs?\.|apartados?|incisos?",
    "ru": r"пункт[а-я]*|пп?\.|подпункт[а-я]*|абзац[а-я]*",
    "zh": r"段落",
    "ar": r"[وفبلك]?(?:ال|لل)?(?:فقرة|فقرتين|فقرتان|فقرات)",
}
_LABEL = {
    "en": r"resolutions?|decisions?|articles?|arts?\.|chapters?|sections?|sect\.|annex|annexes|appendix|pages?|pp?\."
    r"|nos?\.|numbers?|rules?|tables?|figures?|footnotes?|notes?|parts?|goals?|targets?|indicators?|volumes?|vol\."
    r"|supplements?|protocols?|conventions?|principles?|recommendations?|regulations?|versions?|python|step|steps|phase"
    r"|regulation|room|box|option|clusters?|pillars?|type|grade|level|category|stage|line|lines|column",
    "fr": r"résolutions?|décisions?|articles?|art\.|chapitres?|chap\.|sections?|sect\.|annexes?|appendices?"
    r"|pages?|pp?\.|n[o°º]s?|nᵒˢ?|numéros?|règles?|tableaux?|figures?|notes?|parties?|objectifs?|cibles?|indicateurs?|volumes?"
    r"|vol\.|suppléments?|protocoles?|conventions?|principes?|recommandations?|versions?|phase|niveau|ligne|lignes"
    r"|catégorie|type|colonne|étapes?|salle",
    "es": r"resoluci[oó]n(?:es)?|decisi[oó]n(?:es)?|artículos?|arts?\.|capítulos?|cap\.|secci[oó]n(?:es)?|secc\."
    r"|anexos?|apéndices?|páginas?|págs?\.|núms?\.|número|nos?\.|reglas?|cuadros?|gráficos?|figuras?|notas?|partes?"
    r"|objetivos?|metas?|indicador(?:es)?|vol[uú]men(?:es)?|vol\.|suplementos?|protocolos?|convenios?|principios?"
    r"|recomendaci[oó]n(?:es)?|versi[oó]n|fase|nivel|categoría|línea|tipo|etapa|sala|columna",
    "ru": r"резолюци[а-я]*|решени[а-я]*|стат(?:ья|ьи|ье|ью|ьей|ей|ьях|ьям)|ст\.|глав[а-я]*|гл\.|раздел[а-я]*|разд\."
    r"|приложени[а-я]*|добавлени[а-я]*|страниц[а-я]*|стр\.|с\.|№|правил[а-я]*|таблиц[а-я]*|рисун[а-я]*|диаграмм[а-я]*"
    r"|сноск[а-я]*|част(?:ь|и|ью|ей)|цел(?:ь|и|ью|ей|ям|ях)|задач[а-я]*|показател[а-я]*|том[а-я]*|дополнени[а-я]*"
    r"|протокол[а-я]*|конвенци[а-я]*|принцип[а-я]*|рекомендаци[а-я]*|верси[а-я]*|этап[а-я]*|уров[а-я]*|зал[а-я]*"
    r"|строк[а-я]*|столб[а-я]*|категори[а-я]*",
    "zh": r"第|目标|附件|附录|表|图|注|号|第\s",
    "ar": r"[وفبلك]?(?:ال|لل)?(?:قرار|قرارين|قرارات|مقرر|مقررات|مادة|مادتين|مواد|فصل|فصول|فرع|فروع|مرفق|تذييل"
    r"|صفحة|صفحات|رقم|قاعدة|جدول|شكل|حاشية|جزء|هدف|غاية|مؤشر|مجلد|ملحق|بروتوكول|اتفاقية|مبدأ|توصية|إصدار|مرحلة|مستوى|باب|فئة)"
    r"|رقم",
}

_LIST = (
    r"(?:[\d\x00\s,;:()\[\]–—/\-«»\"“”'‘’،、和至及]|\.(?!\s)|and|to|et|à|y|al?|и|по|إلى"
    r"|[A-Za-zأ-ي](?=\))|<[^<>]{1,8}>){0,60}"
)
"""What may stand between the word and its second number: items 5, 6 and 7; paragraph 5 (a)."""


@cache
def _roles(language: str) -> re.Pattern[str]:
    start = "" if language == "zh" else r"(?<!\w)"
    groups = "|".join(
        f"(?P<{kind.name}>{words})"
        for kind, words in (
            (Kind.ITEM, _ITEM[language]),
            (Kind.PARAGRAPH, _PARAGRAPH[language]),
            (Kind.LABEL, _LABEL[language]),
        )
        if words
    )
    end = "" if language == "zh" else r"(?![^\W\d_])"
    return re.compile(rf"{start}(?:{groups}){end}(?:\s|\.|:|<[^<>]{{1,8}}>){{0,3}}(?=[\d(\x00«\"“‘'])", re.IGNORECASE)


_GAP = pattern(_LIST)
_PER_CENT = pattern(
    r"\s?(?:%|٪|％|per\s?cent|percent|pour\scent|por\sciento|процент|в\sпроцент|في\s?الم[اي]?ئة|بالم[اي]?ئة|个?百分点)",
    re.IGNORECASE,
)
_MONEY_BEFORE = pattern(r"(?:[$€£¥]|US\$|USD|EUR)\s?\Z")
_MONEY_AFTER = pattern(r"\s?(?:\$|€|£|(?:de\s|d['’])?(?:dollars?|euros?|dólares|долл|евро|美元|欧元|دولار|يورو))")
_RUSSIAN_ITEM = pattern(r"[^.;]{0,40}?\sповестки")


def role_spans(text: str, language: str) -> tuple[tuple[int, int, Kind], ...]:
    """Find the stretches of a text in which numbers are labels: behind the word "item" as far as a list goes.

    >>> [(text[1], text[2].value) for text in role_spans("under agenda items 5, 6 and 7 of the", "en")]
    [(30, 'item')]
    """
    found = []
    for match in _roles(language).finditer(text):
        end = match.end()
        gap = _GAP.match(text, end)
        kind = Kind[match.lastgroup or "LABEL"]
        if language == "ru" and kind is Kind.PARAGRAPH and _RUSSIAN_ITEM.match(text, end):
            kind = Kind.ITEM
        found.append((end, gap.end() if gap else end, kind))
    return tuple(found)


def kind_of_number(text: str, start: int, end: int, scaled: int) -> Kind:
    """Say what figures are that follow no label; `scaled` is where a word such as million ends.

    >>> kind_of_number("in 2022", 3, 7, 7).value, kind_of_number("50 per cent", 0, 2, 2).value
    ('year', 'per cent')
    """
    after = text[scaled : scaled + 24]
    if _PER_CENT.match(after) or text[max(0, start - 4) : start].rstrip().endswith("百分之"):
        return Kind.PERCENT
    if _MONEY_AFTER.match(after) or _MONEY_BEFORE.search(text[max(0, start - 5) : start]):
        return Kind.MONEY
    if scaled == end and end - start == 4 and text[start:end].isdecimal() and "1800" <= text[start:end] <= "2100":
        return Kind.YEAR
    return Kind.NUMBER
