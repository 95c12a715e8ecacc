"""Find what differs between two sources in a target, and write there what the query has, or nothing at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tm.matching.addresses import translated
from tm.matching.agreement import agrees
from tm.matching.bodies import names_a_body
from tm.matching.change import Adapted
from tm.matching.extras import Texts, family, hang_on, stands_alone
from tm.matching.leads import alike, led
from tm.matching.millions import scaled
from tm.matching.ranges import parted, say_dates_alike
from tm.matching.turned import in_one_order
from tm.model.match import Change
from tm.text.cardinals import is_spelled
from tm.text.normalize import match_key
from tm.text.pattern import pattern
from tm.text.placeable import LABELS, NUMERIC, Kind, Placeable, Value
from tm.text.replacements import Edit, write
from tm.text.scales import scale_after
from tm.text.spelled import find_all, is_word
from tm.text.tokens import tokens
from tm.text.written_numbers import shifted


@dataclass(frozen=True, slots=True)
class _Pair:
    """A placeable of the remembered source, and the one at its place in the query."""

    source: Placeable
    query: Placeable
    like: str
    follows_a_name: bool
    are_words: tuple[bool, bool]

    @property
    def is_label(self) -> bool:
        return self.source.kind in LABELS and self.query.kind in LABELS

    def may_gain(self, holder: Placeable) -> bool:
        """Say whether both languages show which the new point is: of numbering, section 5.2, or of a decimal."""
        if holder.kind in LABELS or self.is_label:
            return holder.kind in LABELS and self.is_label
        return not self.follows_a_name or holder.kind in {Kind.PERCENT, Kind.MONEY}

    def may_be_written(self, holder: Placeable, target: str, old: Value) -> bool:
        """Say whether a number in words keeps to how the target's language has it: twelve in words, or 12."""
        if (
            holder.kind is Kind.ORDINAL
            and old == "1"
            and self.like.isdecimal()
            and _FIRST_ARTICLE.search(target, 0, holder.start)
        ):
            return False  # المادة الأولى, and others are المادة 2 or المادة الثانية
        if not is_word(holder, target):
            return not self.are_words[0] or holder.kind not in LABELS
        if self.source.kind is Kind.ORDINAL:
            return False  # the third trimester, les trois derniers mois
        if self.are_words[0]:
            return self.are_words[1]
        new = str(self.query.value)
        return self.are_words[1] or (new.isdecimal() and len(new) < 3 and int(new) <= max(int(str(old)), 10))


def repaired(query: str, source: str, target: str, mine: str, theirs: str) -> Adapted | None:
    """Give the target with the values of the query, as `tm.matching.adapt` promises; languages are of the six."""
    compared = _compared(query, source, target, mine, theirs)
    if not compared:
        return None
    texts, pairs = compared
    found = _located([_as_translated(pair, texts.there, mine, theirs) for pair in pairs], texts.there)
    bare = "".join(_around(source, texts.held, mine)), "".join(_around(target, texts.there, theirs))
    if any(is_spelled(str(old), bare[0], mine) or is_spelled(str(old), bare[1], theirs) for old in _counted(found)):
        return None  # five (5) members: the word would have to change as well
    if any(stands_alone(str(old), *bare) for _, old, _ in found):
        return None
    edits = _edits(target, found, theirs) if found else None
    adapted = _applied(target, edits) if edits else None
    if not adapted or not _holds(adapted.text, texts.there, found, theirs):
        return None
    return None if _says_more(texts, pairs, found) else adapted


def _compared(query: str, source: str, target: str, mine: str, theirs: str) -> tuple[Texts, list[_Pair]] | None:
    """Pair the values of the source with those of the query; None where anything else differs."""
    wanted, held = find_all(query, mine), find_all(source, mine)
    if not wanted or not _same_around(query, wanted, source, held, mine):
        return None
    there = find_all(target, theirs)
    if not say_dates_alike(held, there):
        wanted, held, there = parted(wanted), parted(held), parted(there)
        if len(wanted) != len(held):
            return None
    pairs = list(_pairs(query, wanted, source, held, mine))
    if mine == "ar":
        pairs = [known for pair in pairs if (known := _in_one_order(pair, query, source, there))]
    if len(pairs) < len(held) or not all(_is_alike(pair) for pair in pairs):
        return None
    if any(names_a_body(source, pair.source, mine) for pair in pairs if pair.source.value != pair.query.value):
        return None
    return Texts(source, target, held, there, (mine, theirs)), pairs


def _says_more(texts: Texts, pairs: Sequence[_Pair], found: Sequence[_Found]) -> bool:
    """Say whether what only the target says may be wrong beside the new values; what tells is loaded only here."""
    from tm.matching.additions import adds_beside
    from tm.matching.relations import untrue

    changes = [(pair.source, pair.query) for pair in pairs]
    places = [holder for holder, _, _ in found]
    return untrue(texts, changes, places) or adds_beside(texts, changes, places)


def _pairs(
    query: str, wanted: Sequence[Placeable], source: str, held: Sequence[Placeable], language: str
) -> Iterator[_Pair]:
    for old, new in zip(held, wanted, strict=True):
        follows_a_name = bool(_NAME.search(query[max(0, new.start - 32) : new.start]))
        are_words = is_word(old, source), is_word(new, query)
        yield _Pair(old, new, _written(query, new, language), follows_a_name, are_words)


def _in_one_order(pair: _Pair, query: str, source: str, there: Sequence[Placeable]) -> _Pair | None:
    old, new = pair.source, pair.query
    known = in_one_order(old, source[old.start : old.end], new, query[new.start : new.end], there)
    return replace(pair, source=known[0], query=known[1]) if known else None


def _written(query: str, placeable: Placeable, language: str) -> str:
    """Give a value as the query has it; "" for the four figures of a count in Russian, which others write as 2,315."""
    written = query[placeable.start : placeable.end]
    if language != "ru" or placeable.kind in LABELS or not _FOUR.fullmatch(written):
        return written
    return "" if placeable.kind is not Kind.NUMBER or _COUNTED.match(query, placeable.end) else written


_FOUR = pattern(r"[1-9]\d{3}")
_COUNTED = pattern(r"[\s\N{NO-BREAK SPACE}][а-яё]")


def _as_translated(pair: _Pair, there: Sequence[Placeable], mine: str, theirs: str) -> _Pair:
    """Give an address as the target has it, which may name its own language."""
    if pair.source.kind is not Kind.ADDRESS:
        return pair
    old, new = (translated(str(one.value), mine, theirs) for one in (pair.source, pair.query))
    if not new or all(old != holder.value for holder in there):
        return pair
    return replace(pair, source=replace(pair.source, value=old), query=replace(pair.query, value=new))


_FIRST_ARTICLE = pattern(r"(?:المادة|[Aa]rtículo)\s\Z")
_NAME = pattern(
    r"(?<!\w)(?!(?:about|some|over|nearly|almost|only|around|approximately|roughly|from|by|of|in|under|the|than|with|least"
    r"|most|between|below|above|into|until|reach\w*|total\w*|averag\w*|exceed\w*|were|been|another|other|these|those"
    r"|environ|plus|moins|entre|cerca|sobre|hasta|menos|desde|более|менее|около|свыше|почти|после)\s)"
    r"(?:[^\W\d_]{4,}|(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁ])\w+)[ \N{NO-BREAK SPACE}]\Z",
    re.IGNORECASE,
)
"""Whether it counts or numbers is not known: Module 5, standard 5."""


def _gains_a_point(old: Value, new: Value) -> bool:
    return isinstance(old, str) and isinstance(new, str) and "." in new and "." not in old


def _counted(found: Iterable[_Found]) -> Iterator[Value]:
    """Give the old values that count something, and are no labels."""
    return (old for holder, old, pair in found if holder.kind in NUMERIC and not pair.is_label)


def _same_around(
    query: str, wanted: Sequence[Placeable], source: str, held: Sequence[Placeable], language: str
) -> bool:
    """Say whether two texts have the same tokens around their placeables, but for a and an and their like."""
    if len(wanted) != len(held):
        return False
    mine, theirs = list(_around(query, wanted, language)), list(_around(source, held, language))
    return len(mine) == len(theirs) and all(
        one == other or _tokens(one, language) == _tokens(other, language)
        for one, other in zip(mine, theirs, strict=True)
    )


def _tokens(text: str, language: str) -> Sequence[str]:
    return tokens(match_key(alike(text, language)))


def _around(text: str, placeables: Sequence[Placeable], language: str) -> Iterator[str]:
    """Yield what stands between values, which the word for million is a part of."""
    place = 0
    for placeable in placeables:
        for slot in placeable.slots:
            yield text[place : slot.start]
            place = scale_after(text, slot.end, language)[0] if placeable.power else slot.end
    yield text[place:]


_WORD = pattern(
    r"(?<![A-Za-z])(?!(?:Add|Rev|Corr|Amend|Annex|Vol|Part|Inf|Misc|Res|Dec|Sum)(?![A-Za-z]))[A-Z]?[a-z]{2,}"
)
"""A word of a language in a symbol: DOS/OS2-866/Russe."""


def _words(symbol: Placeable) -> set[str]:
    return set(_WORD.findall(str(symbol.value)))


_FIGURES = pattern(r"\d+(?:\.\d+)*")
_SERIAL = pattern(r"[A-Z]{1,3}-?\d{5,}")
"""The number of a passport, whose letters mean nothing: A1234567."""


def _are_serial(one: Placeable, other: Placeable) -> bool:
    return bool(_SERIAL.fullmatch(str(one.value)) and _SERIAL.fullmatch(str(other.value)))


def _is_alike(pair: _Pair) -> bool:
    """Say whether both are of one kind, so that one may stand for the other."""
    one, other = pair.source, pair.query
    if one.kind is Kind.DATE and other.kind is Kind.DATE:
        return _shape(one.value) == _shape(other.value) and [s.part for s in one.slots] == [s.part for s in other.slots]
    if one.kind is Kind.CODE and other.kind is Kind.CODE:
        return _FIGURES.sub("", str(one.value)) == _FIGURES.sub("", str(other.value)) or _are_serial(one, other)
    if one.kind is Kind.SYMBOL and other.kind is Kind.SYMBOL:
        return not _words(other) - _words(one)
    figures = {Kind.NUMBER, Kind.YEAR}
    return one.kind is other.kind or ({one.kind, other.kind} <= figures and one.power == other.power)


def _shape(value: Value) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(map(bool, day)) for day in value) if isinstance(value, tuple) else ()


_Found = tuple[Placeable, Value, _Pair]


def _located(pairs: Sequence[_Pair], there: Sequence[Placeable]) -> list[_Found]:
    """Find the place of each changed value in the target; none where one is missing or could be another's."""
    by_value: defaultdict[tuple[object, Value], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_value[family(pair.source.kind), pair.source.value].append(pair)
    changed = [(pair.source, pair.query) for pair in pairs if pair.source.value != pair.query.value]
    if hang_on(changed, [pair.source for pair in pairs], there):
        return []
    found: list[_Found] = []
    for (kin, value), same in by_value.items():
        if all(pair.query.value == value for pair in same):
            continue
        holders = [p for p in there if family(p.kind) == kin and value in (p.value, *p.others)]
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


_Written = tuple[int, int, Kind, tuple[Edit, ...]]
"""Start and end of a stretch of the target that changes, what it is, and the edits in it."""


def _edits(target: str, found: Sequence[_Found], language: str) -> list[_Written] | None:
    """Write each new value in its place; None where one cannot be, or would ask for words beside it that it lacks."""
    edits = []
    for holder, old, pair in found:
        is_number = holder.kind is not Kind.SYMBOL  # whose points belong to Add.1 and L.2
        if is_number and _gains_a_point(old, pair.query.value) and not pair.may_gain(holder):
            return None
        if not pair.may_be_written(holder, target, old):
            return None
        value = pair.query.value
        scale = scaled(target, holder, (str(old), str(value)), (pair.source.power, pair.query.power), language)
        if scale is None:
            return None
        figure = shifted(str(value), holder.power - scale.power) if holder.power != scale.power else value
        written = write(target, holder, old, figure, language, pair.like)
        if not written or names_a_body(target, holder, language):
            return None
        counts = not pair.is_label and scale.edits is None
        if not agrees(target, holder, old, pair.query.value, written[0][2], language, counts=counts):
            return None
        lead = led(target, holder, written[0][2], language)
        if lead is None:
            return None
        start, end = lead[0][0] if lead else holder.start, scale.edits[0][1] if scale.edits else holder.end
        edits.append((start, end, holder.kind, lead + written + (scale.edits or ())))
    return sorted(edits)


def _applied(target: str, stretches: Sequence[_Written]) -> Adapted:
    pieces: list[str] = []
    changes = []
    place = length = 0
    for begin, close, kind, edits in stretches:
        pieces.append(target[place:begin])
        length += len(pieces[-1])
        new, inner = "", begin
        for start, end, text in edits:
            new += target[inner:start] + text
            inner = end
        new += target[inner:close]
        old = target[begin:close]
        if new != old:
            changes.append(Change(length, length + len(new), old, new, kind.value))
        pieces.append(new)
        length += len(new)
        place = close
    return Adapted("".join([*pieces, target[place:]]), tuple(changes))


def _holds(text: str, there: Sequence[Placeable], found: Sequence[_Found], language: str) -> bool:
    """Read the new target again: it must hold the new values, and all else as before."""
    new = {holder.start: pair.query.value for holder, _, pair in found}
    now: Sequence[Placeable] = find_all(text, language)
    now = now if len(now) == len(there) else parted(now)
    return len(now) == len(there) and all(
        new[before.start] in (after.value, *after.others) if before.start in new else before.value == after.value
        for before, after in zip(there, now, strict=True)
    )
