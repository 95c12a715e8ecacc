"""Find a bound of an English source that its translation has as a mere number: "at least 50 per cent" as « 50 % »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.bounds import Bounded, bounds_of, may_have
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_LONGEST = 2000
"""Characters of sources that are looked at: a longer one is no sentence."""

_FEW = 1
"""More than one are several."""

_CLEAR = pattern(
    r"at least|at most|(?:not|no) (?:less|fewer|more|greater) than|(?:more|less|fewer) than|exceed|in excess of"
    r"|a (?:min|max)imum of".replace(" ", r"\s"),
    re.IGNORECASE,
)
"""Bounds that are nothing else: "over" and "above" may be, and "or more" stands behind."""

_SAID = {
    "fr": pattern(
        r"moins|minim|maxim|plus|supérieur|inférieur|excé|dépass|au-del|dessus|dessous|égal|seuil|révolus|jusqu|partir"
        r"|min\.|max\.|limit|plafon|près|bon|[≥≤<>]|sous|davantage|pass[eé]r?\b|en deçà|franch",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"menos|mínim|máxim|más|superior|inferior|exce[ds]|encima|debajo|mayor|menor|igual|umbral|partir|hasta|rebas"
        r"|sobrepas|super|mín\.|máx\.|límit|tope|[≥≤<>]|desde|sumo|bajo|largo",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"мен[еь]|миним|максим|бол[еь]|выше|ниже|свыше|сверх|превы|старше|младше|моложе|по крайней|[≥≤<>]|порог|дольш"
        r"|начиная|от\b|до\b|лишним|предел|не дале|не позд|ран[еь]|реже|ближе|дальше|короче|перевал|недо|част|как\b",
        re.IGNORECASE,
    ),
    "zh": pattern(
        "至少|至多|最[少多低高大小]|不少|不多|不低|不高|不下|不到|不足|不得|超|多|高于|低于|大于|小于|少于|逾|起码|以[上下内外]"
        "|之内|[≥≤<>]|余|满|达|为限|上限|下限|几|限|内|过"
    ),
    "ar": pattern(
        r"[أا]قل|أكثر|أقص|أدنى|أكبر|أصغر|أعل|أطول|أزيد|[يت]قل|تقل|يقل|زيد|زاد|زياد|تجاوز|جاوز|فوق|فاق|يتعدى|تتعدى|ربو"
        r"|نيف|على الأ|كحد|حد |دون|[≥≤<>]|يصل|تصل|حتى|بلغ|ما لا|غاية|إلى|ناهز|أصغر|أوطأ|أدن|تحت"
    ),
}
"""What may say in a translation that a number is a bound, of either kind."""

_ONLY = {
    "fr": pattern(r"\bn(?:e\s|['’])[^.;]{1,80}?\bqu(?:e\s|['’])|\bseul|\buniquement", re.IGNORECASE),
    "es": pattern(r"\bs[oó]lo\b|\bsola|\búnic|\bapenas|\bno\b[^.;]{1,80}?\bsino\b", re.IGNORECASE),
    "ru": pattern(r"\bтолько|\bлишь|\bвсего\b|\bединственн", re.IGNORECASE),
    "zh": pattern("仅|只|才"),
    "ar": pattern(r"فقط|فحسب|سوى|إلا|مجرد"),
}
"""What says that there were no more: « n’a reçu que trois réponses »."""


def lone_bound(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of a bound of a plain English source whose number the translation has, and nothing of a bound.

    >>> lone_bound("Emissions must fall by at least 50 per cent.", "Les émissions doivent baisser de 50 %.", "fr")
    (23, 34)
    """
    if language not in _SAID or not (clear := _clear(source)) or _SAID[language].search(target):
        return None
    is_only = _ONLY[language].search(target) is not None
    for bound in clear:
        if is_only and not bound.is_least:
            continue
        values = {value for value in bound.number.quantities if value > _FEW}
        if any(values & number.values for number in find_numbers(target, language)):
            return bound.start, bound.end
    return None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _clear(source: str) -> Sequence[Bounded]:
    """List the bounds of an English text that are nothing else: most have none."""
    if len(source) > _LONGEST or not may_have(source) or not _CLEAR.search(source):
        return ()
    return [bound for bound in bounds_of(source) if _CLEAR.match(bound.text)]
