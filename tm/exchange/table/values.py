"""Read what tables of other tools say of a translation: how far it is, in six languages, and its date."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from functools import lru_cache

from tm.model.match import Status

_WORDS = {
    Status.TRANSLATED: """
        translated|done|complete|completed|finished|confirmed|translator confirmed|active|ok|yes
        traduit|traduite|terminé|confirmé|traducido|traducida|terminado|confirmado
        переведено|переведён|готово|مترجم|مترجمة|已翻译|完成|已完成""",
    Status.REVIEWED: """
        reviewed|approved|final|signed off|sign off|approved sign off|approved translation|translation approved
        proofread|proofed|validated|verified|revised|accepted|published|reviewer 1 confirmed|reviewer 2 confirmed
        révisé|révisée|relu|relue|approuvé|approuvée|validé|validée|définitif
        revisado|revisada|aprobado|aprobada|validado|validada|definitivo
        проверено|проверен|утверждено|утверждён|одобрено|отредактировано
        منقح|منقحة|مراجع|معتمد|معتمدة|نهائي|已审校|已审核|已校对|已批准|已核准|定稿|最终""",
    Status.DRAFT: """
        draft|fuzzy|new|initial|in progress|pending|unconfirmed|unreviewed|review|for review|to review
        needs review|needs review translation|needs review adaptation|needs review l10n|needs work|needs edit
        needs editing|needs translation|needs adaptation|needs l10n|needs update|to be reviewed|not reviewed|unapproved
        brouillon|à revoir|à réviser|en cours|nouveau|provisoire|borrador|por revisar|pendiente|en curso|nuevo
        provisional|черновик|на проверке|требует проверки|нечёткий|не проверено|новый|مسودة|قيد المراجعة|للمراجعة|جديد
        草稿|待审核|待审校|未审核|模糊|新""",
    Status.MACHINE: """
        machine|mt|machine translation|machine translated|automatic|auto|automatic translation|nmt|ai|leveraged mt
        mt suggestion|pretranslated mt|traduction automatique|traducción automática|automático|automatique
        машинный|машинный перевод|ترجمة آلية|آلي|机器翻译|机翻""",
    Status.ALIGNED: "aligned|alignment|aligné|alineado|выровнено|对齐",
}

_REFUSED = """
    untranslated|not translated|rejected|translation rejected|sign off rejected
    refused|needs rejection|obsolete|deprecated|deleted
    empty|missing|no|none|do not use|wrong|non traduit|non traduite|rejeté|rejetée|obsolète|sin traducir|no traducido
    rechazado|rechazada|obsoleto|не переведено|отклонено|отклонён|устарело|غير مترجم|غير مترجمة|مرفوض|مرفوضة
    未翻译|已拒绝|拒绝|废弃|已废弃"""
"""What stands beside texts that nobody wants to have again."""


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold().replace("ё", "е")).strip()


def _listed(words: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in re.split(r"[|\n]", words) if word.strip())


_KNOWN = {word: status for status, words in _WORDS.items() for word in _listed(words)}
_NOT_WANTED = _listed(_REFUSED)


@lru_cache(maxsize=1_000)
def status_of(cell: str) -> Status | None:
    """Tell how far a translation can be trusted by what the tool calls it; None for a word that is not known.

    >>> status_of("Signed-off"), status_of("needs-review"), status_of("MT"), status_of("xyz")
    (<Status.REVIEWED: 'reviewed'>, <Status.DRAFT: 'draft'>, <Status.MACHINE: 'machine'>, None)
    """
    return _KNOWN.get(_plain(cell))


@lru_cache(maxsize=1_000)
def is_not_wanted(cell: str) -> bool:
    """Tell whether a status says that there is no translation, or that it is not to be used.

    >>> is_not_wanted("Rejected"), is_not_wanted("не переведено"), is_not_wanted("draft")
    (True, True, False)
    """
    return _plain(cell) in _NOT_WANTED


_TIME = r"(?:[T ]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.]?)(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT_TIME = re.compile(r"(\d{8}T\d{2})(\d{2})(\d{2}Z?)")
_CHINESE = re.compile(rf"(\d{{4}})年(\d{{1,2}})月(\d{{1,2}})[日号]{_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_SHORT = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@lru_cache(maxsize=10_000)
def date_of(cell: str) -> str | None:
    """Give a date, with its time where it has one, in the form of ISO 8601; None for what is not surely one.

    A day and a month that could change places are no date, but for points between them, before which the day stands
    first.

    >>> date_of("12/31/2019"), date_of("31.12.2025 9:30"), date_of("05/06/2019"), date_of("2026-02-30")
    ('2019-12-31', '2025-12-31T09:30:00', None, None)
    """
    text = _COMPACT_TIME.sub(r"\1:\2:\3", cell.strip())
    if _SHORT.fullmatch(text):
        return text
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day = found.groups()[:4]
        if not found[2] and len(month + day) != len("MMDD"):
            return None
    elif found := _CHINESE.fullmatch(text):
        year, month, day = found.groups()[:3]
    elif found := _YEAR_LAST.fullmatch(text):
        first, separator, second, year = found.groups()[:4]
        if separator != "." and first != second and int(first) <= 12 and int(second) <= 12:
            return None
        is_day_first = separator == "." or int(second) <= 12
        day, month = (first, second) if is_day_first else (second, first)
    else:
        return None
    return _written(int(year), int(month), int(day), found["time"], found["zone"])


def _written(year: int, month: int, day: int, time: str | None, zone: str | None) -> str | None:
    try:
        if not time:
            return date(year, month, day).isoformat()
        hour, minute, second = (*map(int, time.split(":")), 0)[:3]
        moment = datetime(year, month, day, hour, minute, second)
        if not zone:
            return moment.isoformat()
        shifted = datetime.fromisoformat(moment.isoformat() + zone.replace("Z", "+00:00"))
        return shifted.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None
