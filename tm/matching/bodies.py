"""Say whether a number is part of a name, which is never replaced: Third Committee, Group of 77, G20, 2030 Agenda."""

from __future__ import annotations

import re
from functools import cache

from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable

_AND_OTHERS = r"(?:(?:,\s|,?\s(?:and|or|to|et|ou|à|y|e|o|u|a|и|или|по)\s)(?:(?:the|la|le|los|las)\s)?[\w-]+){0,6}"
_AFTER_ORDINAL = {
    "en": r"\s(?:Main\s|Special\s)?(?:Committee|Commission|World|International|Chamber|Working\sGroup|Sub-?[Cc]omm)",
    "fr": r"\s(?:[Gg]rande\s)?(?:[Cc]ommission|[Cc]omité|[Cc]hambre|[Gg]roupes?\sde\stravail|[Ss]ous-[Cc]om)",
    "es": r"\s(?:[Cc]omisi[óo]n|[Cc]omité|[Ss]ala|[Gg]rupos?\sde\s[Tt]rabajo|[Ss]ubcom)",
    "ru": r"\s(?:[Гг]лавн\w+\s)?(?:[Кк]омитет|[Кк]омисси|[Пп]алат|[Рр]абоч\w+\s[Гг]рупп|[Пп]одком)",
}
_CHINESE_AFTER = pattern(r"\s?(?:小组|主要)?(?:委员会|工作组|审判分庭|分庭|法庭)|\s?国?(?:集团|委员会|联盟|之友)")
_ARABIC_BEFORE_ORDINAL = pattern(
    r"(?:ال|لل|بال)(?:لجنة|دائرة)\s\Z|للجنة\s\Z|(?:لجنتين|لجنتان|لجان|دائرتين)\s(?:ال\w+(?:،\s|\s)و?){0,3}\Z"
)
_BEFORE_NUMBER = {
    "en": r"(?:Group|Committee|Commission|Council|Board|Panel|Friends|Club|Alliance|Coalition|Forum|Caucus|League)"
    r"\sof\s(?:the\s)?|(?:Working\sGroup|Committee|Commission|Chamber|Sub-?\w{6,12}|Task\sForce|Council)\s",
    "fr": r"(?:Groupe|Comité|Commission|Conseil|Amis|Club|Alliance|Coalition|Forum)\s(?:des?|du)\s"
    r"|(?:Groupe\sde\stravail|Comité|Commission|Chambre|Sous-\w{6,12}|Équipe\sspéciale)\s",
    "es": r"(?:Grupo|Comité|Comisión|Consejo|Junta|Amigos|Club|Alianza|Coalición|Foro)\sde(?:\slos|\slas)?\s"
    r"|(?:Grupo\sde\sTrabajo|Comité|Comisión|Sala|Sub\w{6,12})\s",
    "ru": r"(?:Групп|Комитет|Комисси|Совет|Клуб|Друз|Альянс|Коалици|Форум|Палат|Подком|Рабоч\w{2,3}\s[Гг]рупп)\w*\s",
    "ar": r"(?:مجموعة|لجنة|مجلس|أصدقاء|نادي|فريق\sالعامل|الدائرة|تحالف)\s(?:ال\N{ARABIC TATWEEL}?\s?)?",
}
_CODE_NAME = pattern(r"[A-Z]{1,2}-?\d{1,3}")
_COUNTING = pattern(r"дв[ае]|три|четыре|[а-яё]+ь")
_GRADE_AFTER = pattern(r"[\s-](?:levels?|posts?|grades?|positions?|staff)\b")
_GRADE_BEFORE = pattern(
    r"\b(?:postes?|classe|puestos?|categoría|должност\w+|класс\w*|وظيفة|الرتبة|[Rr]ooms?|[Ss]alles?|[Bb]ureau"
    r"|[Ss]alas?|[Oo]ficina|[Кк]омнат\w|[Зз]ал\w?|القاعة|الغرفة)\s\Z|\d\s?[个名]?\Z"
)
"""A P-5 post is no body, nor are 4 P-5, nor is room CR-4."""

_PLAN_BEFORE = {
    "en": r"\bAgenda\s\Z",
    "fr": r"\b(?:Agenda|Programme(?:\s[^.,;()]{0,40}l['’]horizon)?)\s\Z",
    "es": r"\bAgenda\s\Z",
    "ru": r"\bПовестк\w\sдня\s(?:[^.,;()]{0,40}до\s)?\Z",
    "ar": r"(?<!\w)[وفبلك]?(?:ال|لل)?خطة(?:\sالتنمية\sالمستدامة)?\s(?:[بل]?عام\s)?\Z",
}
_PLAN_AFTER = {"en": r"\sAgenda\b", "zh": r"年(?:可持续发展)?议程"}
"""The 2030 Agenda and Agenda 2063 are two plans of two bodies."""

_NEAR = 60
_NOWHERE = r"\b\B"


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(_AND_OTHERS + _AFTER_ORDINAL[language])


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_BEFORE_NUMBER[language]})\Z", re.IGNORECASE if language != "ar" else 0)


@cache
def _plan(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_PLAN_BEFORE.get(language, _NOWHERE)), re.compile(_PLAN_AFTER.get(language, _NOWHERE))


def names_a_body(text: str, placeable: Placeable, language: str) -> bool:
    """Say whether a number, ordinal or name with a number is, or is part of, the name of a body.

    >>> from tm.text.placeables import find_placeables
    >>> [names_a_body(text, find_placeables(text, "en")[0], "en") for text in ("Group of 77", "a group of 77", "G77")]
    [True, False, True]
    """
    before = text[max(0, placeable.start - _NEAR) : placeable.start]
    if placeable.kind in {Kind.CODE, Kind.SYMBOL}:
        named = _CODE_NAME.fullmatch(text[placeable.start : placeable.end])
        return bool(named and not _GRADE_AFTER.match(text, placeable.end) and not _GRADE_BEFORE.search(before))
    if placeable.kind is Kind.YEAR:
        before_year, after_year = _plan(language)
        return bool(before_year.search(before) or after_year.match(text, placeable.end))
    if placeable.kind not in {Kind.ORDINAL, Kind.NUMBER, Kind.ROMAN, Kind.LABEL}:
        return False
    if language == "zh":
        return bool(_CHINESE_AFTER.match(text, placeable.end))
    if placeable.kind is not Kind.ORDINAL:
        if language == "ru" and _COUNTING.fullmatch(text, placeable.start, placeable.end):
            return False  # для Совета три доклада, but Группы двадцати
        found = _before(language).search(before)
        return bool(found and (language == "ar" or found[0][0].isupper()))
    if language == "ar":
        return bool(_ARABIC_BEFORE_ORDINAL.search(before))
    return bool(_after(language).match(text, placeable.end))
