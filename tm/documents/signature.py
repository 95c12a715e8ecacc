"""Signatures: `(Signed)` with the name, then the function, in six languages."""

from __future__ import annotations

import re
from itertools import pairwise

from tm.documents.passage import Passage, line_starts
from tm.documents.titles import ends_like_text

_SIGNED = re.compile(
    r"""[(（\[]\ ?(?:
        [Ss]igned
      | [Ss]igné(?:e|s|es)?
      | [Ff]irmado
      | [Пп]одпис(?:ь|ал|ала|ано)
      | 签名|签字|签署
      | توقيع|التوقيع|موقع|وقع
    )\ ?[)）\]]""",
    re.VERBOSE,
)

_FUNCTIONS = (
    r"""(?:(?:Deputy|Acting|Vice|Under|Assistant|Permanent|First|Second|Third|Executive|Special|Chief|Prime
      |Alternate)[\ -])*
    (?:Chargée?\ d['’]affaires|Ambassador|Representative|Observer|Minister|President|Chair(?:man|woman|person|s)?
      |Co-Chairs?|Secretary(?:-General)?|Rapporteurs?|Coordinator|Director(?:-General)?|Envoy|Counsell?or|Head
      |Attorney|Commissioner|High\ Commissioner|Administrator|Adviser|Consul|Moderator|Facilitator|Chancellor
      |Governor)\b""",
    r"""(?:L['’](?=Ambass|Obs|Adm)|La\ |Le\ )?
    (?:Chargée?\ d['’]affaires|Ambassadeur|Ambassadrice|Représentante?|Observat(?:eur|rice)|Ministre|Présidente?
      |Vice-[Pp]résidente?|Secrétaire|Rapporteure?|Coordonnat(?:eur|rice)|Direct(?:eur|rice)|Envoyée?|Conseill(?:er|ère)
      |Chef|Haut-Commissaire|Premi(?:er|ère)\ [Mm]inistre|Coprésidente?s?)\b""",
    r"""(?:El\ |La\ )?
    (?:Encargad[oa]\ de\ [Nn]egocios|Embajador|Embajadora|Representante|Observadora?|Ministr[oa]|President[ea]
      |Vicepresident[ea]|Secretari[oa]|Relatora?|Coordinadora?|Directora?|Enviad[oa]|Consejer[oa]|Jef[ea]
      |Alt[oa]\ Comisionad[oa]|Primer[a]?\ [Mm]inistr[oa]|Copresident[ea]s?)\b""",
    r"""(?:(?:Первый|Постоянный|Временный|Генеральный|Исполнительный|Специальный|Чрезвычайный|Исполняющий|Верховный)\ )*
    (?:[Пп]оверенный\ в\ делах|Посол|[Зз]аместитель|[Пп]редставитель|[Нн]аблюдатель|[Мм]инистр|[Пп]резидент
      |[Пп]редседатель|[Сс]екретарь|[Дд]окладчик|[Кк]оординатор|[Дд]иректор|[Пп]осланник|[Сс]оветник|[Гг]лава
      |[Кк]омиссар|обязанности)\b""",
    r"""(?:临时代办|大使|常驻代表|常驻观察员|代表|部长|主席|共同主席|秘书长|秘书|报告员|协调员|主任|总干事|特使|总统|总理|外交部长)""",
    r"""(?:(?:ال)?(?:قائم(?:ة)?\ بالأعمال|سفيرة?|ممثلة?|مراقبة?|وزيرة?|رئيسة?
      |أمينة?|مقررة?|منسقة?|مديرة?|مبعوثة?|مستشارة?|نائبة?))(?!\w)""",
)
"""The first words of a function, by language; what stands before them is the name."""

_FUNCTION = re.compile("|".join(_FUNCTIONS), re.VERBOSE)
_LONGEST = 400
_LONGEST_NAME = 40
_MOST_WORDS_OF_SENTENCE = 12
_MOST_WORDS_OF_NAME = 8


def signature(item: Passage) -> list[tuple[int, int]]:
    """Give the spans of each name, with its `(Signed)`, and of each function; nothing when it is no signature."""
    text = item.shown
    first = _SIGNED.search(text) if len(text) <= _LONGEST else None
    if first is None or _is_prose(text, first.end()):
        return []
    lines = line_starts(item)
    spans = _before(text, first.start(), first.end(), lines)
    if spans is None:
        return []
    if spans and spans[-1][1] >= first.end():
        return spans
    starts = [match.start() for match in _SIGNED.finditer(text)] + [len(text)]
    for begin, end in pairwise(starts):
        spans += _one(text, begin, end, lines)
    return spans


def _is_prose(text: str, name: int) -> bool:
    """Tell whether `(Signed)` only happens to stand in a sentence: `(Signed) copies are kept in Paris.`"""
    following = text[name:].lstrip()
    many = len(text.split()) > _MOST_WORDS_OF_SENTENCE
    return following[:1].islower() or (many and _ends_sentence(text))


def _before(text: str, begin: int, end: int, lines: list[int]) -> list[tuple[int, int]] | None:
    """Cut what stands before the first `(Signed)`: the function, and in Chinese the name; None: no signature."""
    if begin == 0:
        return []
    function = _FUNCTION.match(text)
    if end < len(text):
        return [(0, len(text[:begin].rstrip()))] if function and begin in lines else None
    name = max((line for line in lines if line < begin), default=function.end() if function else 0)
    if begin - name > _LONGEST_NAME or (name and not function):
        return None
    parts = [(0, len(text[:name].rstrip())), (name, end)]
    return [(start, stop) for start, stop in parts if stop > start]


def _one(text: str, begin: int, end: int, lines: list[int]) -> list[tuple[int, int]]:
    signed = _SIGNED.match(text, begin)
    name = signed.end() if signed else begin
    edges = [begin]
    boundary = _boundary(text, name, end)
    if boundary:
        edges.append(boundary)
    edges += [line for line in lines if edges[-1] < line < end and _FUNCTION.match(text, line)]
    if len(edges) == 1:
        edges += [line for line in lines if name + 1 < line < end][:1]
    edges.append(end)
    pairs = [(start, len(text[:stop].rstrip())) for start, stop in pairwise(edges)]
    return [(start, stop) for start, stop in pairs if stop > start]


def _boundary(text: str, name: int, end: int) -> int:
    """Find where the function begins behind at least one word of name; 0 when nowhere."""
    for match in _FUNCTION.finditer(text, name, end):
        before = text[name : match.start()].strip(" ,،，")
        if before and (match.start() == 0 or not text[match.start() - 1].isalnum() or "㐀" <= before[0] <= "鿿"):
            return match.start()
    return 0


def is_signed_only(text: str) -> bool:
    """Tell whether a text is `(Signed)` alone, with the name to follow."""
    return _SIGNED.fullmatch(text) is not None


def is_function(text: str) -> bool:
    """Tell whether a text, standing behind a signature, is the signer's function.

    >>> is_function("Permanent Representative"), is_function("The President opened the meeting.")
    (True, False)
    """
    return len(text) <= _LONGEST and _FUNCTION.match(text) is not None and not _ends_sentence(text)


def is_name(text: str) -> bool:
    """Tell whether a text, standing behind a lone `(Signed)`, is a name."""
    return len(text.split()) <= _MOST_WORDS_OF_NAME and not ends_like_text(text)


def _ends_sentence(text: str) -> bool:
    return ends_like_text(text) and not re.search(r"\b\w\.\ ?\w\.\Z", text)
