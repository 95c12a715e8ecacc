"""The masthead of a UN document: its fields, found in all six languages, on lines of their own or run together."""

from __future__ import annotations

import re
from itertools import pairwise

from tm.documents.dates import DATE
from tm.documents.passage import Passage, Stream, split_up
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

_SYMBOL = rf"{SYMBOL} (?:\ ?[–—-]\ ?{SYMBOL})? \*{{0,3}} (?!\w)"

_SESSION = r"""(?:
    [A-Z][\w-]*(?:\ hundred(?:\ and)?)?(?:\ )?[\w-]*(?:th|st|nd|rd)
        (?:\ (?:special|emergency\ special|regular|resumed|substantive|annual|organizational))?\ (?:session|year)
  | (?:[A-ZÉ]\w+\ et\ [\w-]+|[A-ZÉ][\w-]*)(?:ième|mière)\ (?:session|année)
        (?:\ (?:extraordinaire|ordinaire|annuelle)(?:\ d['’]urgence)?)?
  | [A-Z]\w+(?:\ \w+)?\ (?:per[ií]odo\ (?:extraordinario\ )?de\ sesiones|año)(?:\ extraordinario(?:\ de\ emergencia)?)?
  | [А-Я]\w+(?:\ \w+)?(?:ая|тья|ый|ой|ий)(?:\ (?:чрезвычайная|специальная|очередная|основная)){0,2}\ (?:сессия|год)
  | \d{4}\ session | \d{1,3}(?:st|nd|rd|th)\ (?:session|meeting) | Session\ de\ \d{4}
  | 第[一二三四五六七八九十百零〇\d]{1,6}(?:届(?:特别|紧急特别)?会议|年)
  | (?:الدورة|السنة)(?:\ [\u0600-\u06ff]+){1,3}
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
_BRACKETED = re.compile(rf"[\[(]\s?{_ORIGINAL}\s?[\])]\.?\Z", re.VERBOSE)
_ORIGINAL_FIELD = re.compile(_ORIGINAL, re.VERBOSE)
_NAMES = {code: re.compile(names, re.IGNORECASE) for code, names in LANGUAGE_NAMES.items()}

_REACH = 24
"""How many passages from the top may belong to a masthead."""

_LONGEST = 1_000
"""The most code points of a passage that may be masthead."""

_INSIDE_TITLE = frozenset({"date", "organ"})
"""Fields that the title of an agenda item may also contain, so that they do not end it."""


def original_language(stream: Stream) -> str:
    """Give the code of the language that the masthead names as the original's; "" when it names none."""
    for item in _top(stream):
        found = _ORIGINAL_FIELD.search(item.shown[:_LONGEST])
        if found and not _BRACKETED.match(item.shown):
            value = re.split("[:：]", found[0], maxsplit=1)[1]
            named = [(match.start(), code) for code, names in _NAMES.items() if (match := names.search(value))]
            return min(named)[1]
    return ""


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
    top = _top(stream)
    strong = [item for item in top if item.role is Role.PARAGRAPH and _STRONG.match(item.shown[:_LONGEST])]
    strong += [item for item in top if item not in strong and _is_run_together(item)]
    if not strong:
        return stream, 0
    last_strong = max(index for index, item in enumerate(stream) if any(item is found for found in strong))
    marked: Stream = []
    end = 0
    awaits_title = False
    for index, item in enumerate(stream):
        if isinstance(item, str):
            marked.append(item)
            continue
        fields = _fields(item, awaits_title=awaits_title) if item.role is Role.PARAGRAPH else []
        if not fields and index > last_strong:
            return marked + stream[index:], end
        awaits_title = bool(fields) and fields[-1][2] == "agenda"
        marked += split_up(item, [(start, stop, Role.MASTHEAD) for start, stop, _ in fields]) if fields else [item]
        end = len(marked) if fields else end
    return marked, end


def _is_run_together(item: Passage) -> bool:
    """Tell whether a passage that begins otherwise (with a symbol, an organ) has a distribution or original in it."""
    fields = _FIELD.match(item.shown[:_LONGEST]) if item.role is Role.PARAGRAPH else None
    return fields is not None and any(kind in {"distribution", "original"} for _, _, kind in _fields(item))


def _fields(item: Passage, *, awaits_title: bool = False) -> list[tuple[int, int, str]]:
    """Give the spans of the fields with their kinds; nothing when the text is no masthead.

    What stands behind an agenda item and is no field is the item's title.
    """
    text = item.shown
    if len(text) > _LONGEST:
        return []
    spans: list[tuple[int, int, str]] = []
    title = -1
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        kind = (match.lastgroup or "") if match else ""
        if match is None or (title >= 0 and kind in _INSIDE_TITLE):
            title = at if title < 0 else title
            space = text.find(" ", at)
            at = space + 1 if space >= 0 else len(text)
            continue
        if title >= 0:
            spans.append((title, len(text[:at].rstrip()), "title"))
            title = -1
        spans.append((at, match.end(), kind))
        at = match.end()
        while at < len(text) and text[at] in " ,;|،":
            at += 1
    if title >= 0:
        spans.append((title, len(text), "title"))
    return spans if _is_sound(text, spans, awaits_title=awaits_title) else []


def _is_sound(text: str, spans: list[tuple[int, int, str]], *, awaits_title: bool) -> bool:
    kinds = [kind for _, _, kind in spans]
    if kinds == ["title"]:
        return awaits_title and could_be_title(text)
    expected = ["agenda", *kinds] if awaits_title else ["", *kinds]
    stray = sum(kind == "title" and before != "agenda" for before, kind in pairwise(expected))
    return stray == 0 or (("distribution" in kinds or "original" in kinds) and stray == 1)
