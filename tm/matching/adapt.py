"""Put the numbers, dates and symbols of a query into a remembered target, where that is surely right.

Pure and quick to say no: most pairs differ in a word, which a look at their words shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tm.matching.agreement import agrees, names_a_body
from tm.text.normalize import match_key
from tm.text.placeable import LABELS, NUMERIC, Kind, Placeable, Value
from tm.text.placeables import LANGUAGES, find_placeables
from tm.text.replacements import Edit, write
from tm.text.tokens import tokens

_LONGEST = 20_000
"""Characters; no sentence is that long, and what is would keep a lookup waiting."""


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement: where it stands in the new text, what stood there, what stands there now, and its kind."""

    start: int
    end: int
    old: str
    new: str
    kind: str


@dataclass(frozen=True, slots=True)
class Adapted:
    """A remembered target with the values of a query."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A placeable of the remembered source, and the one at its place in the query."""

    source: Placeable
    query: Placeable
    like: str

    @property
    def is_label(self) -> bool:
        return self.source.kind in LABELS and self.query.kind in LABELS


def adapt(query: str, source: str, target: str, source_language: str, target_language: str) -> Adapted | None:
    """Give the remembered target with the values of the query; None where that is not surely right.

    It is sure when the two sources differ only in placeables, at each place of one kind; when the target holds each
    old value as often as the source does; and when no word beside a number depends on it.

    >>> adapt("Item 108", "Item 99", "Punto 99", "en", "es").text
    'Punto 108'
    """
    mine, theirs = source_language.partition("-")[0], target_language.partition("-")[0]
    if mine not in LANGUAGES or theirs not in LANGUAGES or max(len(query), len(source), len(target)) > _LONGEST:
        return None
    if _hopeless(query, source, mine):
        return None
    wanted, held = find_placeables(query, mine), find_placeables(source, mine)
    if not wanted or not _same_around(query, wanted, source, held):
        return None
    pairs = [_Pair(old, new, query[new.start : new.end]) for old, new in zip(held, wanted, strict=True)]
    if not all(_is_alike(pair) for pair in pairs):
        return None
    if any(names_a_body(source, pair.source, mine) for pair in pairs if pair.source.value != pair.query.value):
        return None
    there = find_placeables(target, theirs)
    found = _located(pairs, there)
    edits = _edits(target, found, theirs) if found else None
    adapted = _applied(target, edits) if edits else None
    return adapted if adapted and found and _holds(adapted.text, there, found, theirs) else None


_SIGNS = {
    "en": r"\d|[/@(]|(?<![A-Za-z])[IVXLC]+(?![a-z])|first|second|third|four|fif|six|seven|eigh|nin|ten|elev|twel"
    r"|twent|thirt|fort|hundre|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|day|[ap]\.?m|\b(?:and|one|of)\b",
    "fr": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|premi|second|ième|soix|vingt|trente|quar|cinq|cent|janv|févr|mars"
    r"|avri|mai|jui|août|sept|octo|nove|déce|di\b|diman|\b(?:et|de|h|heures?)\b",
    "es": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|ésim|prim|segund|terc|cuart|quint|sext|éptim|octav|noven|écim"
    r"|enero|febr|marzo|abril|mayo|juni|juli|agos|tiembre|octub|novie|dicie|lunes|martes|miérc|jueves|viern|sábado"
    r"|doming",
    "ru": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|перв|втор|трет|четв|пят|шест|сем|седьм|восьм|девят|десят|надцат"
    r"|двадцат|тридцат|сорок|сто|янв|фев|март|апр|ма[йяюе]|июн|июл|авг|сент|окт|нояб|дек|понед|сред|суб|воскр"
    r"|\b[вс]о?\b",
    "ar": r"\d|[/@(]|(?<![A-Za-z])[IVXLC]+(?![a-z])|[اأ]ول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشر|بعد"
    r"|ون|ين|مائة|مئة|يناير|فبراير|مارس|[اأ]بريل|مايو|يوني|يولي|[اأ]غسطس|سبتمبر|[اأ]كتوبر|نوفمبر|ديسمبر|كانون|شباط"
    r"|[آا]ذار|نيسان|[اأ]يار|حزيران|تموز|آب|[اأ]يلول|تشرين|ثلاث|[اأ]ربع|خميس|جمعة|سبت|[اأ]حد|ساع|صباح|مساء",
    "zh": r"[\d零〇○一二三四五六七八九十百月日年天上下晚午时分点./@A-Za-z()（）:?=&%#~_+-]",
}
"""What a word has that may be part of a placeable; quick to look for, and wider than what is found then."""


@cache
def _sign(language: str) -> re.Pattern[str]:
    return re.compile(_SIGNS[language], re.IGNORECASE if language != "zh" else 0)


def _hopeless(query: str, source: str, language: str) -> bool:
    """Say whether some word that only one of the texts has can be no part of a placeable."""
    if query == source:
        return True
    words = set(query) ^ set(source) if language == "zh" else set(query.split()) ^ set(source.split())
    search = _sign(language).search
    return not all(search(word) or word.isspace() for word in words)


def _same_around(query: str, wanted: Sequence[Placeable], source: str, held: Sequence[Placeable]) -> bool:
    """Say whether two texts have the same tokens around their placeables."""
    if len(wanted) != len(held):
        return False
    mine, theirs = list(_around(query, wanted)), list(_around(source, held))
    return len(mine) == len(theirs) and all(
        one == other or tokens(match_key(one)) == tokens(match_key(other))
        for one, other in zip(mine, theirs, strict=True)
    )


def _around(text: str, placeables: Sequence[Placeable]) -> Iterator[str]:
    place = 0
    for placeable in placeables:
        for slot in placeable.slots:
            yield text[place : slot.start]
            place = slot.end
    yield text[place:]


_FIGURES = re.compile(r"\d+(?:\.\d+)*")


def _is_alike(pair: _Pair) -> bool:
    """Say whether both are of one kind, so that one may stand for the other."""
    one, other = pair.source, pair.query
    if one.kind is Kind.DATE and other.kind is Kind.DATE:
        return _shape(one.value) == _shape(other.value) and [s.part for s in one.slots] == [s.part for s in other.slots]
    if one.kind is Kind.CODE and other.kind is Kind.CODE:
        return _FIGURES.sub("", str(one.value)) == _FIGURES.sub("", str(other.value))
    figures = {Kind.NUMBER, Kind.YEAR}
    return (one.kind is other.kind or {one.kind, other.kind} <= figures) and one.power == other.power


def _shape(value: Value) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(map(bool, day)) for day in value) if isinstance(value, tuple) else ()


_Found = tuple[Placeable, Value, _Pair]


def _located(pairs: Sequence[_Pair], there: Sequence[Placeable]) -> list[_Found]:
    """Find the place of each changed value in the target; none where one is missing or could be another's."""
    by_value: defaultdict[tuple[object, Value], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_value[_family(pair.source.kind), pair.source.value].append(pair)
    if _dates(pair.source for pair in pairs) != _dates(there) and any(
        pair.source.kind is Kind.DATE and pair.source.value != pair.query.value for pair in pairs
    ):
        return []  # early and mid-January: the target may say a month twice
    found: list[_Found] = []
    for (family, value), same in by_value.items():
        if all(pair.query.value == value for pair in same):
            continue
        holders = [p for p in there if _family(p.kind) == family and value in (p.value, *p.others)]
        if len(holders) == len(same) and len({pair.query.value for pair in same}) == 1:
            found += [(holder, value, pair) for holder, pair in zip(holders, same, strict=True)]
            continue
        for kind in {pair.source.kind for pair in same}:
            mine = [pair for pair in same if pair.source.kind is kind]
            if all(pair.query.value == value for pair in mine):
                continue
            ours = [holder for holder in holders if holder.kind is kind]
            if len(mine) != len(ours) or len({pair.query.value for pair in mine}) != 1:
                return []
            found += [(holder, value, pair) for holder, pair in zip(ours, mine, strict=True)]
    return found


def _dates(placeables: Iterable[Placeable]) -> int:
    return sum(placeable.kind is Kind.DATE for placeable in placeables)


def _family(kind: Kind) -> object:
    return "number" if kind in NUMERIC else kind


def _edits(target: str, found: Sequence[_Found], language: str) -> list[tuple[Placeable, tuple[Edit, ...]]] | None:
    """Write each new value in its place; None where one cannot be, or would ask for another word beside it."""
    edits = []
    for holder, old, pair in found:
        written = write(target, holder, old, pair.query.value, language, pair.like)
        if not written or names_a_body(target, holder, language):
            return None
        if not agrees(target, holder, old, pair.query.value, written[0][2], language, counts=not pair.is_label):
            return None
        edits.append((holder, written))
    return sorted(edits, key=lambda edit: edit[0].start)


def _applied(target: str, edits: Sequence[tuple[Placeable, tuple[Edit, ...]]]) -> Adapted:
    pieces: list[str] = []
    changes = []
    place = length = 0
    for holder, written in edits:
        pieces.append(target[place : holder.start])
        length += len(pieces[-1])
        new, inner = "", holder.start
        for start, end, text in written:
            new += target[inner:start] + text
            inner = end
        new += target[inner : holder.end]
        if new != target[holder.start : holder.end]:
            old = target[holder.start : holder.end]
            changes.append(Change(length, length + len(new), old, new, holder.kind.value))
        pieces.append(new)
        length += len(new)
        place = holder.end
    return Adapted("".join([*pieces, target[place:]]), tuple(changes))


def _holds(text: str, there: Sequence[Placeable], found: Sequence[_Found], language: str) -> bool:
    """Read the new target again: it must hold the new values, and all else as before."""
    new = {holder.start: pair.query.value for holder, _, pair in found}
    now = find_placeables(text, language)
    return len(now) == len(there) and all(
        new[before.start] in (after.value, *after.others) if before.start in new else before.value == after.value
        for before, after in zip(there, now, strict=True)
    )
