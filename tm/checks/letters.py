"""Compare the letters of references: paragraph 4 (a) is not 4 (b), section B not section C, decision 68/415 B not A."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.checks.leading import ARABIC_LETTERS, ARABIC_ORDINALS, Marker, inline_markers, leading_marker, ranks_of
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

MAYBE = pattern(
    r"[A-Z\dп(](?:(?<=п)одпункт|(?<=ub-item \()|(?<=ubitem \()|(?<=ub-items \()|(?<=ubitems \()"
    r"|(?<=paragraph \()|(?<=paragraphs \()"
    r"|(?<=\d)\s?\(?[A-Za-zа-яأ-ي]\b|(?<!\w[A-Z])(?<=[A-Z])\b(?![.’'])|(?<=[IVX]\.[A-H])\b)"
)
"""What every reference with a letter has; most texts have none."""

_REFERRED = pattern(
    r"(?:\d|\b(?:(?:[Ss]ub-?)?[Pp]aragraph|[Cc]lause|[Pp]ara\.|[Ss]ub-?item)s?|[)](?:,|,?\s(?:and|or|to))?)\s?\Z"
)
"""Before a letter in brackets that belongs to a number."""

_FIGURE_AND_LETTER = pattern(r"\d\s?[(（]?[a-zа-яأ-ي]{1,3}[)）]|[Пп]одпункт")
_BEFORE_LETTER = pattern(r"(?:\d|[Пп]одпункт\w{0,3})\s?[(（]?\Z")
"""Before a letter that belongs to a number, in other languages than English."""

_UNITS = frozenset("мгсчлтmgshlt")
"""Letters that also are units of measure: (на расстоянии 2 м)."""

_AGENDA_ITEM = pattern(r"(?<![Ss]ub-)\b[Ii]tems?\s\d{1,3}\s?\Z")
"""Where the text speaks of an agenda, another check looks at its items."""

_GLUED = pattern(r"(?<=\d)[(（]([A-Za-z]{1,4})[)）]")
"""Behind a figure without a space, as Chinese writes it."""

_REACH = 24
_NUMBERED = pattern(
    r"\b(?:[Pp]ara(?:graph|s)?|[Aa]rt(?:icle)?|[Ss]ect(?:ion)?|[Rr]ule|[Rr]egulation|[Cc]lause)s?\.?\s(\d{1,4})\s?\Z"
)
_SINGLE = pattern(r"(?<![^\W_])[a-zа-яء-ي]{1,4}(?![^\W_])|[甲乙丙丁戊己庚辛]")
"""What may be a letter or a small Roman numeral without brackets: подпункт c, 甲项."""

_ONE = r"(?P<one>[A-HJ-Z])(?![\w’'-]|\.\w)"
_LABELS = {
    "en": r"sect(?:ion|\.) annex part group table appendix category box schedule list zone type fund option cluster",
    "fr": r"sect(?:ion|\.) annexe partie groupe tableau appendice catégorie encadré liste zone type fonds option",
    "es": r"secc(?:ión|\.) anexo parte grupo cuadro apéndice categoría recuadro lista zona tipo fondo opción",
    "ru": r"разд(?:ел\w{0,2}|\.) приложени\w част\w{1,2} групп\w{1,2} таблиц\w{1,2} добавлени\w категори\w{1,2}"
    r" вставк\w{1,2} спис\w{2,3} зон\w{1,2} тип\w{0,2} фонд\w{0,2} вариант\w{0,2}",
    "ar": "الفرع المرفق الجزء المجموعة الجدول التذييل الفئة القسم الباب القائمة الخيار المنطقة النوع الصندوق",
}
_LABEL = {language: pattern(rf"\b(?i:{'|'.join(words.split())})\s{_ONE}") for language, words in _LABELS.items()} | {
    "ru": pattern(rf"\b(?i:{'|'.join(_LABELS['ru'].split())})\s(?P<one>[A-HJ-ZА-Я])(?![\w’'-]|\.\w)"),
    "ar": pattern(rf"(?:{'|'.join(_LABELS['ar'].split())})\s(?P<one>{'|'.join(ARABIC_LETTERS)}|[A-Z])(?!\w)"),
    "zh": pattern(
        r"(?:附件|附录|第|表|类|方案|清单)\s?(?P<one>[A-HJ-Z])(?![A-Za-z.-])"
        r"|(?<![A-Za-z-])(?P<two>[A-HJ-Z])\s?(?:节|部分|组|类|型|区|栏|分节)"
    ),
}
"""A capital behind the word for what it numbers; in Chinese also before it."""

_PARTS = pattern(r"(?<![A-Za-z])[IVX]{1,5}\.\s?(?P<one>[A-H])(?![\w’'-])")
_PART = {
    "ar": pattern(
        rf"(?:{'|'.join(word[:-1] for word in ARABIC_ORDINALS)})[اً]{{0,2}}\s?[-–—.]\s?"
        rf"(?P<one>{'|'.join(ARABIC_LETTERS)}|[A-H])(?!\w)"
    ),
    "ru": pattern(r"(?<!\w)[IVXХ]{1,5}\.\s?(?P<one>[A-HА-Ж])(?![\w’'-])"),
    "zh": pattern(r"(?:(?<![A-Za-z])[IVX]{1,5}|[一二三四五六七八九十]{1,3})[.．、]\s?(?P<one>[A-H])(?![A-Za-z])"),
}
"""The letter behind the number of a part: III.B, ثالثا - باء."""

_BESIDE = r"\sand\s", r"\set\s", r"\sy\s", r"\sи\s", "和", "、", r",\s"
_ACT = pattern(
    rf"(?:(?<![\d/])|(?<=RES/)|(?<=DEC/))\d{{1,4}}(?:/\d{{1,4}}\s?(?P<one>[A-Z]|{'|'.join(ARABIC_LETTERS)})(?![A-Za-z\d’'-])"
    rf"|\s?(?P<two>[A-Z]|{'|'.join(ARABIC_LETTERS)})\s?[(（](?=[XVI]|د|S-))"
    rf"|(?P<three>[A-FА-Е])(?!\w)(?:{'|'.join(rf'(?<=[0-9][ ][A-F]{sign}.)' for sign in _BESIDE)})"
)
"""The letter of a resolution or decision: 68/415 B, 217 A (III), A/RES/60/251 A and B."""

_TWINS = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_RUSSIAN = dict(zip("АБВГДЕЖЗ", "ABCDEFGH", strict=True))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def has_letters(source: str) -> bool:
    """Say whether an English text has references with a letter."""
    return bool(MAYBE.search(source)) and bool(
        _referred(source) or _capitals(_ACT, source) or _capitals(_LABEL["en"], source) or _capitals(_PARTS, source)
    )


def other_letter(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when the letter of a reference has become another: one of the source is lost, and another is there instead.

    >>> [fault.message for fault in other_letter("paragraph 4 (a)", "paragraphe 4 b)", "en", "fr")]
    ['the translation has the letter b where the source has a']
    """
    if source_language != "en":
        return _behind_figures(source, target)
    if not has_letters(source):
        return []
    found = _in_brackets(source, target)
    parts = _PART.get(target_language, _PARTS)
    for one, other in ((_ACT, _ACT), (_LABEL["en"], _LABEL[target_language]), (_PARTS, parts)):
        found = found or _alone(one, other, source, target)
    return found


def _behind_figures(source: str, target: str) -> list[Fault]:
    """Compare letters behind figures, 23 b), 23 (ب), 第23(b)段, подпункт (b), of sources that are not English."""
    if not _FIGURE_AND_LETTER.search(source):
        return []
    theirs, ours = list(_markers(source)), list(_markers(target))
    wanted = [
        one
        for one in theirs
        if not one.is_figure
        and _BEFORE_LETTER.search(source, max(0, one.start - _REACH), one.start)
        and not (one.text in _UNITS and source[one.start - 1] not in "(（")
    ]
    lost, added = _without(wanted, ours), [one for one in _without(ours, theirs) if not one.is_figure]
    return [_fault(lost[0], added[0])] if lost and added else []


def _in_brackets(source: str, target: str) -> list[Fault]:
    wanted = _referred(source)
    if not wanted:
        return []
    ours, theirs = list(_markers(target)), list(_markers(source))
    lost, added = _without(wanted, ours), _without(ours, theirs)
    if not (lost and added):
        mine, others = _exchanged(theirs, ours)
        lost, added = (mine, others) if mine and others else (lost, added)
    if lost and added:
        return [_fault(lost[0], added[0])]
    return _gone(lost, source, target) if lost and not ours else []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _referred(source: str) -> Sequence[Marker]:
    """Give the letters in brackets that belong to a reference."""
    found = _markers(source) if "(" in source else ()
    return tuple(one for one in found if not one.is_figure and _belongs(source, one))


def _gone(lost: Sequence[Marker], source: str, target: str) -> list[Fault]:
    """Say when a letter is nowhere in a translation that has its number."""
    read = ascii_digits(target)
    single = frozenset(rank for one in _SINGLE.findall(target) for rank in ranks_of(one))
    for one in lost:
        number = _NUMBERED.search(source, max(0, one.start - _REACH), one.start - 1)
        if number and single.isdisjoint(one.ranks) and re.search(rf"(?<![\d/.,]){number[1]}(?![\d/]|[.,]\d)", read):
            message = f"{number[1]} ({one.text}) has lost its letter in the translation"
            return [Fault(message, None, Span(one.start, one.end))]
    return []


def _markers(text: str) -> Iterator[Marker]:
    yield from inline_markers(text)
    for match in _GLUED.finditer(text):
        if marker := leading_marker(match[0]):
            yield Marker(*match.span(1), match[1], marker.ranks)


def _belongs(text: str, one: Marker) -> bool:
    """Say whether a letter in brackets belongs to a reference that no other check looks at."""
    before = text[max(0, one.start - 1 - _REACH) : one.start - 1]
    if text[one.start - 1] != "(" or not _REFERRED.search(before):
        return False
    return not ("genda" in text and _AGENDA_ITEM.search(before))


def _without(markers: Sequence[Marker], others: Sequence[Marker]) -> list[Marker]:
    known = frozenset(rank for other in others for rank in other.ranks)
    return [one for one in markers if known.isdisjoint(one.ranks)]


def _exchanged(theirs: Sequence[Marker], ours: Sequence[Marker]) -> tuple[list[Marker], list[Marker]]:
    """Give the letters of as many on both sides for which the other side has one of another kind once more."""
    theirs, ours = ([one for one in markers if not one.is_figure] for markers in (theirs, ours))
    return (_left_over(theirs, ours), _left_over(ours, theirs)) if len(theirs) == len(ours) > 1 else ([], [])


def _left_over(markers: Sequence[Marker], others: Sequence[Marker]) -> list[Marker]:
    """Give the markers for which there is none, each of the others taken once: (b) and (a), not b) and b)."""
    free = list(others)
    left = []
    for one in markers:
        same = next((other for other in free if not one.ranks.isdisjoint(other.ranks)), None)
        if same is None:
            left.append(one)
        else:
            free.remove(same)
    return left


def _alone(pattern: re.Pattern[str], other: re.Pattern[str], source: str, target: str) -> list[Fault]:
    """Compare capitals that stand alone behind a word or number."""
    theirs = _capitals(pattern, source)
    ours = _capitals(other, target) if theirs else {}
    lost = [one for letter, one in theirs.items() if letter not in ours]
    added = [one for letter, one in ours.items() if letter not in theirs]
    return [_fault(lost[0], added[0])] if lost and added else []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _capitals(pattern: re.Pattern[str], text: str) -> Mapping[str, Marker]:
    """Give the letters by what they are called in English; a Cyrillic В is what it looks like, and what it ranks as."""
    found: dict[str, Marker] = {}
    for match in pattern.finditer(text):
        group = match.lastgroup or "one"
        label, span = match[group], match.span(group)
        for letter in _named(label):
            found[letter] = Marker(*span, label, frozenset())
    return found


def _named(label: str) -> Collection[str]:
    if label in ARABIC_LETTERS:
        return "ABCDEFGHIJKLMNO"[ARABIC_LETTERS.index(label)]
    return label if label.isascii() else {label.translate(_TWINS), _RUSSIAN.get(label, label)}


def _fault(lost: Marker, added: Marker) -> Fault:
    message = f"the translation has the letter {added.text} where the source has {lost.text}"
    return Fault(message, Span(added.start, added.end), Span(lost.start, lost.end))
