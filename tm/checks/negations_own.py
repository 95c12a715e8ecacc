"""What negates in a translation only as a word of its English source does: vacancies as 空缺, illegal as غير قانوني."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.text.pattern import pattern

_PREFIXED = pattern(
    r"\b(?:[Uu]n(?!der|til|it|iv|iq|if|less|ion|anim|ic|ear)-?[a-z]{4,}|[Nn]on-[a-z]{3,}|[Ii]l(?=leg|lic|lit)[a-z]{4,}"
    r"|[Ii]rr(?=eg|es)[a-z]{4,}|[Ii]m(?=poss|prope|prob|pract|perf)[a-z]{4,}|[Ii]n(?=access|accu|act|adeq|adm|appro|compl|corr"
    r"|compat|consis|dire|effe|effi|elig|equa|formal|just|secur|stab|suff|valid|volunt|visib)[a-z]{4,}"
    r"|[Dd]is(?=sat|agr|prop|app)[a-z]{4,}|[a-z]{3,}(?<!regard)(?<!neverthe)(?<!nonethe)less)\b"
)
"""Words with a prefix or an ending that negates."""

_INFORMAL, _IMMUNE = pattern("informal|unofficial", re.IGNORECASE), pattern("HIV|immun", re.IGNORECASE)
_ABSENT = pattern("absence|lack", re.IGNORECASE)
_INCOMPATIBLE = pattern("incompat|inconsist|contrary|at odds|at variance", re.IGNORECASE)
_DISPROPORTIONATE = pattern("disproport", re.IGNORECASE)


def _named(*forms: tuple[str, re.Pattern[str]]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((pattern(form, letters=form), english) for form, english in forms)


_NAMED = {
    "ru": _named(
        ("неофициальн", _INFORMAL), ("иммунодефицит", _IMMUNE), ("отсутстви", _ABSENT), ("Отсутстви", _ABSENT)
    ),
    "zh": _named(
        ("空缺", pattern("vacan", re.IGNORECASE)),
        ("非正式", _INFORMAL),
        ("免疫缺陷", _IMMUNE),
        ("不(?:相?符|相容|一致|兼容)", _INCOMPATIBLE),
        ("不(?:相称|成比例)", _DISPROPORTIONATE),
        ("不(?:平等|稳定|安全|公|全|健康|准确|完整|规范|发达)", _PREFIXED),
        ("无(?:效|证|国籍|人机|家可归|障碍|条件)", _PREFIXED),
        ("未(?:成年|经授权)", _PREFIXED),
        ("最不发达", pattern(r"least(?:\s|-)developed|LDC", re.IGNORECASE)),
        ("未(?:决|结|了结|清|清偿|付|缴)", pattern("pending|outstanding|unliquidated|arrear", re.IGNORECASE)),
        ("不可抗力", pattern("force majeure", re.IGNORECASE)),
        ("未遂", pattern("attempt", re.IGNORECASE)),
        ("无辜", pattern("innocent", re.IGNORECASE)),
        ("无罪", pattern("innocen|acquit", re.IGNORECASE)),
        ("不利", pattern("advers|disadvantag|detriment|unfavo", re.IGNORECASE)),
        ("不[当法]", pattern("wrongful|improper|undu|mis(?!sion)|illegal|unlawful", re.IGNORECASE)),
        ("不良", pattern("advers|harmful|malnutr|poor|bad", re.IGNORECASE)),
        ("无偿", pattern("grant|donat|free of charge|gratis", re.IGNORECASE)),
        ("不足", pattern("short|lack|defici|scarc|insuff|inadeq|under", re.IGNORECASE)),
        ("不明", pattern("unknown|unidentif|unclear", re.IGNORECASE)),
    ),
    "ar": _named(
        ("نقص المناعة", _IMMUNE),
        (r"غير (?:ال)?رسمي", _INFORMAL),
        (r"غير (?:ال)?(?:متوافق|متسق|متفق)", _INCOMPATIBLE),
        (r"غير (?:ال)?متناسب", _DISPROPORTIONATE),
        (r"غير(?= (?:ال)?\w{3})", _PREFIXED),
        (r"عدم (?=وجود|توافر|توفر)", _ABSENT),
        (r"عدم (?:ال)?(?:استقرار|مساواة|كفاية|كفاءة|امتثال|تدخل|رجعية)", _PREFIXED),
    ),
    "fr": _named(("immunodéfici", _IMMUNE), ("absence", _ABSENT), ("Absence", _ABSENT)),
    "es": _named(("inmunodefici", _IMMUNE)),
}
"""What looks like a negation in names and set words, and what it stands for in English."""


def unnamed(source: str, target: str, language: str) -> str:
    """Blank in a translation what looks like a negation and is a word of its English source.

    >>> unnamed("Vacancies were filled.", "空缺已填补。", "zh")
    '_已填补。'
    """
    for form, count in _named_by(source, language):
        for match in reversed(list(form.finditer(target))[:count]):
            target = f"{target[: match.start()]}_{target[match.end() :]}"
    return target


@lru_cache(maxsize=4096)
def _named_by(source: str, language: str) -> Sequence[tuple[re.Pattern[str], int]]:
    """Give what the words of an English source may look like in a translation, and how many there are for each."""
    counts = ((form, _count(english, source)) for form, english in _NAMED.get(language, ()))
    return [(form, count) for form, count in counts if count]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _count(english: re.Pattern[str], source: str) -> int:
    return len(english.findall(source))


_VALUES = re.compile(r"\bnone\b"), re.compile(r"\bno\b")
"""What settings are set to; in Spanish, "no" is a word of the language."""


def without_values(source: str, target: str, language: str) -> str:
    """Blank the values "no" and "none" of a source that stand in the translation as they are."""
    if "no" not in target or language == "es" or not _has_value(source):
        return source
    for word in _VALUES:
        if count := len(word.findall(target)):
            source = word.sub(lambda match: "_" * len(match[0]), source, count)
    return source


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _has_value(source: str) -> bool:
    return any(word.search(source) for word in _VALUES)


_ENGLISH = re.compile(r"\b(?:not|cannot|never|without)\b")
_MAY_BE_ENGLISH = "not", "never", "without"


def is_left(target: str) -> bool:
    """Say whether a clause of a translation was left in English, as another check says.

    >>> is_left("Le Comité did not meet."), is_left("Le Comité a noté que")
    (True, False)
    """
    return any(map(target.__contains__, _MAY_BE_ENGLISH)) and _ENGLISH.search(target) is not None
