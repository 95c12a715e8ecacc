"""The masthead of a UN document: its fields, found in all six languages, on lines of their own or run together."""

from __future__ import annotations

import re
from typing import TypeAlias

from tm.documents.dates import DATE, is_place_and_date
from tm.documents.passage import Passage, Stream, line_starts, split_up
from tm.documents.titles import could_be_title
from tm.model.document import Block, Role

_DISTRIBUTION = r"""(?:
    Distr\.?\ ?:?\ (?:General|Limited|Restricted|Confidential)
  | Distr\.?\ ?:?\ (?:générale|limitée|restreinte|confidentielle|GÉNÉRALE|LIMITÉE|RESTREINTE)
  | Distr\.?\ ?:?\ (?:general|limitada|reservada|restringida|GENERAL|LIMITADA|RESERVADA)
  | Distr\.?\ ?:?\ (?:GENERAL|LIMITED|RESTRICTED)
  | Distr\.?\ ?:\ (?:[Oo]бщая|[Оо]бщая|[Оо]граниченная|[Дд]ля\ ограниченного\ распространения)
  | Распространение\ ?:?\ (?:общее|ограниченное)
  | Distr\.?\ ?[:：]\ ?(?:普遍|一般|一般性|有限|限制)  | (?:普遍|一般|有限|限制)分发
  | Distr\.?\ ?:?\ (?:عامة?|محدودة?|مقيدة?)   | توزيع\ ?:?\ (?:عام|محدود|مقيد)
)"""
# general, limited, restricted in each language

LANGUAGE_NAMES = {
    "ar": "Arabic|arabe|árabe|арабский|阿拉伯文|بالعربية|العربية|عربي",
    "zh": "Chinese|chinois|chino|китайский|中文|بالصينية|الصينية",
    "en": "English|anglais|inglés|английский|英文|بالإنكليزية|بالانكليزية|بالإنجليزية|الإنكليزية",
    "fr": "French|français|francés|французский|法文|بالفرنسية|الفرنسية",
    "ru": "Russian|russe|ruso|русский|俄文|بالروسية|الروسية",
    "es": "Spanish|espagnol|español|испанский|西班牙文|بالإسبانية|بالاسبانية|الإسبانية",
}
"""What each language is called in all six, as far as it stands behind `Original:`."""

_LANGUAGE = "|".join(LANGUAGE_NAMES.values())
_ORIGINAL_LABEL = r"(?:Original(?:\ language)?|ORIGINAL|(?:Язык\ оригинала|Оригинал)|(?:原文|原件)|الأصل)"
_ORIGINAL = rf"""
    {_ORIGINAL_LABEL} [\ \N{{NO-BREAK SPACE}}\N{{NARROW NO-BREAK SPACE}}]? [:：] \ ?
    (?i:{_LANGUAGE}) (?: (?:\ ?[/,،、和]\ ?|\ (?:and|et|y|и|و)\ ?) (?i:{_LANGUAGE}) ){{0,5}} (?:\ only\b)?
"""

SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9][\w.()\-]{0,30}){1,8}"
"""A document symbol such as `A/76/912` or `E/CN.4/2005/1/Add.1`."""

_SYMBOL = rf"{SYMBOL} (?:\ \(\d{{4}}\))? (?:\ ?[–—-]\ ?{SYMBOL})? \*{{0,3}} (?!\w)"

_SPANISH_ORDINAL = (
    r"(?:Prim|Segund|Tercer|Cuart|Quint|Sext|Séptim|Octav|Noven|Décim|Undécim|Duodécim|Decim"
    r"|Vig[eé]sim|Trig[eé]sim|Cuadrag[eé]sim|Quincuag[eé]sim|Sexag[eé]sim|Septuag[eé]sim|Octog[eé]sim|Nonag[eé]sim|Cent[eé]sim)"
)
_RUSSIAN_ORDINAL = (
    r"(?:Перв|Втор|Трет|Четв|Пят|Шест|Седьм|Восьм|Девят|Десят|Одиннадцат|Двенадцат|Тринадцат|Двадцат|Тридцат|Сорок"
    r"|Пятьдесят|Шестьдесят|Семьдесят|Восемьдесят|Девяност|Сот|Сто)"
)
"""How ordinals begin."""

_SESSION = rf"""(?:
    (?=[A-Z])(?:One\ hundred(?:\ and)?\ )?[A-Za-z][\w-]*(?:th|st|nd|rd)
        (?:\ (?:special|emergency\ special|regular|resumed|substantive|annual|organizational))?\ (?:session|year)
  | (?:[A-ZÉ]\w+\ et\ [\w-]+|[A-ZÉ][\w-]*)(?:ième|mière)\ (?:session|année)
        (?:\ (?:extraordinaire|ordinaire|annuelle)(?:\ d['’]urgence)?)?
  | {_SPANISH_ORDINAL}\w*(?:\ \w+)?\ (?:per[ií]odo\ (?:extraordinario\ )?de\ sesiones|año)
        (?:\ extraordinario(?:\ de\ emergencia)?)?
  | {_RUSSIAN_ORDINAL}\w*(?:\ \w+)?(?<=[йя])(?:\ (?:чрезвычайная|специальная|очередная|основная)){{0,2}}\ (?:сессия|год)
  | \d{{4}}\ session | \d{{1,3}}(?:st|nd|rd|th)\ (?:session|meeting) | Session\ de\ \d{{4}}
  | 第[一二三四五六七八九十百零〇\d]{{1,6}}(?:届(?:特别|紧急特别)?会议|年)
  | (?:الدورة|السنة)(?:\ الاستثنائية)?(?:\ الطارئة)?\ ال\w+(?:\ عشرة?|\ وال\w+|\ بعد\ ال\w+){{0,2}}
)"""
# session, year (of the Security Council) in each language

_NUMBER = r"\d{1,3}(?:\ ?\([a-zа-я]{1,4}\))*"
_NUMBERS = rf"{_NUMBER}(?:(?:,\ |[-–]|、|،\ |\ (?:and|to|et|à|y|a|и|و)\ ?){_NUMBER})*"
_AGENDA = rf"""(?:
    Agenda\ items?\ {_NUMBERS}
  | Items?\ {_NUMBERS}\ of\ the\ (?:provisional\ |preliminary\ |supplementary\ |draft\ )?(?:agenda|list)
  | Points?\ {_NUMBERS}\ (?:de\ l['’]ordre\ du\ jour|de\ la\ liste)(?:\ provisoire|\ préliminaire)?
  | Temas?\ {_NUMBERS}\ (?:del\ programa|de\ la\ lista)(?:\ provisional|\ preliminar)?
  | Пункты?\ {_NUMBERS}\ (?:предварительной\ |первоначального\ )?(?:повестки\ дня|перечня)
  | (?:临时)?(?:议程)(?:草案)?\*{{0,3}}\ ?项目\ ?{_NUMBERS}
  | (?:البند|البنود)\ {_NUMBERS}\ من\ (?:جدول\ الأعمال|القائمة)(?:\ (?:المؤقت|الأولية))?
)\*{{0,3}}"""

_ORGAN = r"""(?:
    United\ Nations | Nations\ Unies | Naciones\ Unidas | Организация\ Объединенных\ Наций | 联合国 | الأمم\ المتحدة
  | General\ Assembly | Assemblée\ générale | Asamblea\ General | Генеральная\ Ассамблея | 大会 | الجمعية\ العامة
  | Security\ Council | Conseil\ de\ sécurité | Consejo\ de\ Seguridad | Совет\ Безопасности | 安全理事会 | مجلس\ الأمن
  | Economic\ and\ Social\ Council | Conseil\ économique\ et\ social | Consejo\ Económico\ y\ Social
  | Экономический\ и\ Социальный\ Совет | 经济及社会理事会 | المجلس\ الاقتصادي\ والاجتماعي
  | Human\ Rights\ Council | Conseil\ des\ droits\ de\ l['’]homme | Consejo\ de\ Derechos\ Humanos
  | Совет\ по\ правам\ человека | 人权理事会 | مجلس\ حقوق\ الإنسان
  | (?:First|Second|Third|Fourth|Fifth|Sixth)\ Committee
  | (?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième)\ Commission
  | (?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta)\ Comisión | (?:Первый|Второй|Третий|Четвертый|Пятый|Шестой)\ комитет
)(?![\w])"""

_STRONG = re.compile(rf"(?P<distribution>{_DISTRIBUTION})(?!\w)|(?P<original>{_ORIGINAL})(?!\w)", re.VERBOSE)
_FIELD = re.compile(
    rf"(?P<distribution>{_DISTRIBUTION})(?!\w)|(?P<original>{_ORIGINAL})(?!\w)|(?P<agenda>{_AGENDA})(?!\w)"
    rf"|(?P<session>{_SESSION})(?!\w)|(?P<symbol>{_SYMBOL})|(?P<date>{DATE})(?!\w)|(?P<organ>{_ORGAN})",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
_BETWEEN = re.compile(r"[\s,;|،]*")
_BRACKETED = re.compile(rf"[\[(]\s?{_ORIGINAL}\s?[\])]\.?\Z", re.VERBOSE)
_ORIGINAL_FIELD = re.compile(_ORIGINAL, re.VERBOSE)
_VERSION = re.compile(rf"(?:\A|\s)(?i:{_LANGUAGE})\Z")
_NAMES = {code: re.compile(names, re.IGNORECASE) for code, names in LANGUAGE_NAMES.items()}

_REACH = 24
"""How many passages from the top may belong to a masthead."""

_LONGEST = 1_000
"""The most code points of a passage that may be masthead."""

_MAY_BE_FIELDS = frozenset({Role.PARAGRAPH, Role.TABLE_CELL})
"""Roles of passages that may be masthead, which Word documents set in a table."""

_STRONG_KINDS = frozenset({"distribution", "original"})
_TELLING = _STRONG_KINDS | {"session", "agenda"}
"""Fields that make a masthead of the unknown lines beside them."""

Field: TypeAlias = tuple[int, int, str]
"""Where a field begins and ends, and its kind."""

_INSIDE_TITLE = frozenset({"date", "organ"})
"""Fields that the title of an agenda item may also contain, so that they do not end it."""


def original_language(stream: Stream, likely: str) -> str:
    """Give the code of the language that the masthead says the text is in.

    That is the original's; unless a line before it names the version, as in `English / Original: Russian`.

    Args:
        likely: the code to give when none is named, or when it is one of several originals.
    """
    before = ""
    for item in _top(stream):
        found = _ORIGINAL_FIELD.search(item.shown[:_LONGEST])
        if found and not _BRACKETED.match(item.shown):
            if version := _VERSION.search(item.shown[: found.start()].rstrip() or before):
                return _named(version[0])[0]
            named = _named(re.split("[:：]", found[0], maxsplit=1)[1])
            return likely if likely in named else named[0]
        before = item.shown[:_LONGEST]
    return likely


def _named(text: str) -> list[str]:
    """Give the codes of the languages that a text names, in its order."""
    return [
        code
        for _, code in sorted((match.start(), code) for code, names in _NAMES.items() for match in names.finditer(text))
    ]


def is_original(block: Block) -> bool:
    """Tell whether a block is the masthead's field of the original language."""
    text = " ".join(segment.text for segment in block.segments)
    return block.role is Role.MASTHEAD and _ORIGINAL_FIELD.match(text) is not None


def is_original_note(text: str) -> bool:
    """Tell whether a text is the note `[Original: French]` under the title of an annex."""
    return _BRACKETED.match(text) is not None


def _top(stream: Stream) -> list[Passage]:
    """Give the passages near the beginning that may belong to a masthead."""
    top: list[Passage] = []
    for item in stream:
        if isinstance(item, Passage):
            if len(top) == _REACH:
                break
            top.append(item)
    return top


def mark_masthead(stream: Stream) -> tuple[Stream, int]:
    """Make each field of the masthead a passage; also give how many parts of the new stream it takes up.

    There is a masthead only where a distribution or the original language is named near the top;
    it reaches to the last of its fields, and ends before the first heading or running text behind these.
    """
    strong = [item for item in _top(stream) if _is_strong(item)]
    if not strong:
        return stream, 0
    last_strong = next(index for index, part in enumerate(stream) if part is strong[-1])
    marked: Stream = []
    end = 0
    awaits_title = False
    for index, item in enumerate(stream):
        if isinstance(item, str):
            marked.append(item)
            continue
        fields = _fields(item, awaits_title=awaits_title) if item.role in _MAY_BE_FIELDS else []
        if not fields and index > last_strong:
            return marked + stream[index:], end
        awaits_title = bool(fields) and fields[-1][2] == "agenda"
        marked += split_up(item, [(start, stop, _role(kind)) for start, stop, kind in fields]) if fields else [item]
        end = len(marked) if fields else end
    return marked, end


def _role(kind: str) -> Role:
    return Role.PLACE_AND_DATE if kind == "place" else Role.MASTHEAD


def _is_strong(item: Passage) -> bool:
    if item.role not in _MAY_BE_FIELDS or not _STRONG.search(item.shown[:_LONGEST]):
        return False
    return any(kind in _STRONG_KINDS for _, _, kind in _fields(item))


def _fields(item: Passage, *, awaits_title: bool = False) -> list[Field]:
    """Give the spans of the fields with their kinds; nothing when the text is no masthead.

    What stands behind an agenda item and is no field is the item's title; a line of its own may also be
    the name of an organ, or a place and date.
    """
    text = item.shown
    if len(text) > _LONGEST:
        return []
    lines = [0, *line_starts(item), len(text)]
    fields: list[Field] = []
    title = -1
    at = 0
    while at < len(text):
        end, kind = _field_at(text, at, lines, in_title=title >= 0)
        if not kind:
            title = at if title < 0 else title
            space = _SPACE.search(text, at)
            at = space.end() if space else len(text)
            continue
        if title >= 0:
            fields.append((title, len(text[:at].rstrip()), "title"))
            title = -1
        fields.append((at, end, kind))
        at = end
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
    if title >= 0:
        fields.append((title, len(text), "title"))
    return fields if _is_sound(text, fields, lines, awaits_title=awaits_title) else []


def _field_at(text: str, at: int, lines: list[int], *, in_title: bool) -> tuple[int, str]:
    """Read the field that begins at an offset: its end and kind; (0, "") when there is none."""
    if at in lines:
        end = len(text[: lines[lines.index(at) + 1]].rstrip())
        if is_place_and_date(text[at:end]) and not text[at].isdigit():
            return end, "place"
    match = _FIELD.match(text, at)
    kind = (match.lastgroup or "") if match else ""
    if match is None or (in_title and kind in _INSIDE_TITLE):
        return 0, ""
    return match.end(), kind


def _is_sound(text: str, fields: list[Field], lines: list[int], *, awaits_title: bool) -> bool:
    """Tell whether what is no field can be explained: as a title, as a line of its own, or as one stray word."""
    kinds = [kind for _, _, kind in fields]
    if kinds == ["title"]:
        return awaits_title and could_be_title(text)
    if not _TELLING.intersection(kinds) and "title" in kinds:
        return False
    ends = {len(text[:line].rstrip()) for line in lines}
    stray = 0
    for before, (start, end, kind) in zip(["agenda" if awaits_title else "", *kinds], fields, strict=False):
        if kind != "title":
            continue
        if not could_be_title(text[start:end]):
            return False
        stray += before != "agenda" and not (start in lines and end in ends)
    return stray == 0 or (stray == 1 and not _STRONG_KINDS.isdisjoint(kinds))
