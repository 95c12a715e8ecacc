"""Signatures: `(Signed)` with the name, then the function, in six languages."""

from __future__ import annotations

import itertools
import re

from tm.documents.passage import Passage
from tm.documents.titles import ends_like_text
from tm.text.codes import Kind

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
_MOST_WORDS_OF_NAME = 8


def signature(item: Passage) -> list[tuple[int, int]]:
    """Give the spans of each name, with its `(Signed)`, and of each function; nothing when it is no signature."""
    text = item.shown
    if len(text) > _LONGEST or _SIGNED.match(text) is None:
        return []
    starts = [match.start() for match in _SIGNED.finditer(text)] + [len(text)]
    lines = _line_starts(item)
    spans: list[tuple[int, int]] = []
    for begin, end in itertools.pairwise(starts):
        spans += _one(text, begin, end, lines)
    return spans


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
    pairs = [(start, len(text[:stop].rstrip())) for start, stop in itertools.pairwise(edges)]
    return [(start, stop) for start, stop in pairs if stop > start]


def _boundary(text: str, name: int, end: int) -> int:
    """Find where the function begins behind at least one word of name; 0 when nowhere."""
    for match in _FUNCTION.finditer(text, name, end):
        before = text[name : match.start()].strip(" ,،，")
        if before and (match.start() == 0 or not text[match.start() - 1].isalnum() or "㐀" <= before[0] <= "鿿"):
            return match.start()
    return 0


def _line_starts(item: Passage) -> list[int]:
    """Give the offsets in the shown text where a line of the file begins."""
    starts: list[int] = []
    offset = 0
    for atom in item.atoms:
        offset += len(atom.shown)
        if atom.kind in {Kind.SPACE, Kind.BREAK} and ("\n" in atom.raw or "\r" in atom.raw):
            starts.append(offset)
    return starts


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
