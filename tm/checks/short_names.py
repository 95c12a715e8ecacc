"""Names that a translation says for short: « l’OMS » for the World Health Organization, 高专办."""

from __future__ import annotations

from tm.checks.sentence_count import wide
from tm.text.pattern import pattern

_NAME = pattern(
    r"[A-Z][\w’'-]+(?:(?:,?\sand|,)?\s(?:(?:of|for|on|in|to|against|from|by|between|with)\s)?(?:the\s)?[A-Z][\w’'-]+){2,}"
)
"""At least three words with capitals, and what joins them within a name."""

_LEAST, _LONGEST = 25, 300
"""Characters of a name that has a shorter form, and of texts in which one weighs."""

_FORMS = dict.fromkeys(
    ("fr", "es"), pattern(r"[A-Z](?<!\w.)[A-Z]{2,8}\b|\b(?:Unesco|Unicef|Onusida|Interpol|Mercosur)\b")
) | {
    "ru": pattern(r"[А-ЯЁA-Z](?<!\w.)[А-ЯЁA-Z]{2,8}\b"),
    "zh": pattern(
        "(?:人权|难民)高专办?|人道协调厅|协调厅|(?:行预)?咨委会|[一-鿿]{0,2}经委会|[一-鿿]{2}经社会|(?:近东)?(?:救济)?工程处|安理会"
        "|经社理事会|禁毒办|毒罪办|项目厅|训研所|裁研所|社发所|减灾办|检查组|贸法委|气专委|防化组织|禁化武组织|关贸总协定"
        "|(?:环境|规划|开发|难民|粮食|粮农|人居|妇女|工程|人口|教科文|世卫|劳工|移民|儿基|原子能|贸发|世贸|工发|海事|气象|知识产权)"
        "(?:署|组织|会议|会|机构|基金)|[A-Z]{3,8}(?![A-Za-z])"
    ),
    "ar": pattern(
        r"(?:ال|لل)(?:[أا]ونروا|يونيسي?ف|يونسكو|فاو|[أا]و?نكتاد|[إا]سكوا|يونيدو|[إا]نتربول|ناتو|[إا]يسيسكو|[أا]وبك|[آا]سيان"
        r"|[أا]ونسيترال|موئل|غات)(?!\w)|[A-Z](?<!\w.)[A-Z]{2,8}\b"
    ),
}
"""Acronyms, and words and short forms that stand for a name as they do: اليونسكو, 教科文组织."""


def with_short_names(source: str, target: str, language: str) -> str | None:
    """Give an English source with as many of its long names for short as its translation has; None without any.

    Each is as wide as in the translation.

    >>> with_short_names("The World Health Organization adopted it.", "L’OMS l’a adopté.", "fr")
    'OMS adopted it.'
    """
    if language not in _FORMS or len(source) > _LONGEST:
        return None
    short = [form for form in dict.fromkeys(_FORMS[language].findall(target)) if form not in source]
    names = [name for name in _NAME.findall(source) if len(name) >= _LEAST] if short else []
    if not names:
        return None
    for name, form in zip(sorted(names, key=len, reverse=True), short, strict=False):
        source = source.replace(name, form.ljust(round(wide(form, language, "en")), "_"), 1)
    return source
