"""Find the last of several indirect questions of which a translation asks nothing: "and when it would be published"."""

from __future__ import annotations

import re
from functools import cache

from tm.text.pattern import pattern

_LAST_QUESTION = pattern(r",?\sand\s(when|why|how|where|whether|who)\s(?!to\b)[^.;:]{15,160}[.?]?\s*\Z", re.IGNORECASE)
_ASKED = pattern(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?|(?:en|in)quir\w+|explain\w*|clarif\w+|know|indicat\w+|specif\w+|informat\w+"
    r"|question\w*)\b"
    r"[^.;]*\b(?:when|why|how|where|whether|what|which|who|if)\b"
)
_QUESTION = {
    "fr": {
        "when": r"quand|lorsqu|date|moment|échéanc|calendrier|délai",
        "why": r"pourquoi|raison|motif|caus",
        "how": r"comment|manière|façon|combien|mesure|moyen|modalit",
        "where": r"\boù\b|lieu|endroit",
        "whether": r"\bsi\b|\bs['’]il",
        "who": r"\bqui\b|quel",
    },
    "es": {
        "when": r"cu[aá]ndo|fecha|momento|plazo|calendario",
        "why": r"por\squé|razon|razón|motivo|causa",
        "how": r"cómo|manera|forma|medida|modo|cuánt|modalidad",
        "where": r"d[oó]nde|lugar",
        "whether": r"\bsi\b",
        "who": r"qui[eé]n|qué|cuál",
    },
    "ru": {
        "when": r"когда|срок|дат[аыуе]\b|момент",
        "why": r"почему|причин|отчего|зачем",
        "how": r"\bкак|каким|образ|сколь|способ|степен",
        "where": r"где\b|куда|мест",
        "whether": r"\bли\b",
        "who": r"\bкто|\bком|\bкем|\bкого|\bкак",
    },
    "zh": {
        "when": r"何时|时候|日期|时间|哪[年天]|几时",
        "why": r"为何|为什么|原因|何以|理由",
        "how": r"如何|怎[样么]|方式|多少|何种|多[大长久]",
        "where": r"何处|哪里|哪儿|何地|地点|哪些地",
        "whether": r"是否|有没有|能否|可否|会否",
        "who": r"谁|何人|哪",
    },
    "ar": {
        "when": r"متى|موعد|تاريخ|حين|وقت|عندما",
        "why": r"لماذا|سبب|أسباب|لم\b",
        "how": r"كيف|طريق|مدى|كم\b|سبل",
        "where": r"أين|مكان",
        "whether": r"إذا|هل\b|إن\b",
        "who": r"من\b|الجهة",
    },
}
"""What a translation says, by what the last of several indirect questions begins with: asked why …, and when …"""


def lost_question(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last of two indirect questions or more, of which nothing in the translation asks.

    >>> source = "He asked why the plan had been dropped and when the new one would be published."
    >>> start, end = lost_question(source, "Il a demandé pourquoi le plan avait été abandonné.", "fr")
    >>> source[start:end]
    ' and when the new one would be published.'
    """
    if " and wh" not in source and " and how " not in source:
        return None
    clause = _LAST_QUESTION.search(source)
    if clause is None or language not in _QUESTION or not _ASKED.search(source, 0, clause.start()):
        return None
    return None if _said(clause[1].lower(), language).search(target) else clause.span()


@cache
def _said(word: str, language: str) -> re.Pattern[str]:
    return pattern(_QUESTION[language][word], re.IGNORECASE)
