"""Say whether a target has beside a value that changes what the source lacks: a number, a date, a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tm.matching.extras import Change, Texts, family
from tm.text.pattern import pattern
from tm.text.placeable import LABELS, NUMERIC, Kind, Placeable
from tm.text.scales import scale_after
from tm.text.spans import without

_DIGIT = pattern(r"\d")
_TAG = pattern(r"<[^<>]{1,8}>")
_TIMES = frozenset((Kind.DATE, Kind.TIME))
_NAMED = (LABELS | {Kind.ACT, Kind.SYMBOL, Kind.LETTER, Kind.CODE}) - {Kind.YEAR}
"""What may have a title: resolution 70/1, target 5.5, annex II."""

_REMARK = r"(?!هـ\))[^()（）]*[^\W\d_]{2}[^()（）]*"
_BRACKETED = pattern(rf"[(（]{_REMARK}[)）]")
_QUOTED = pattern(r"[«“„\"《『「]\s?[^«»“”„\"《》『』「」]{4,}[»”“\"》』」]")
_TITLED = pattern(
    rf"[条号段款项节章]?(?:决议|决定)?[\s\N{{NO-BREAK SPACE}}]?[)）]?[,，]?[\s\N{{NO-BREAK SPACE}}]?"
    rf"(?:(?P<bracketed>[(（]{_REMARK}[)）])|(?P<quoted>[«“„\"《『「]))"
)
_POINTED = pattern(
    r"[条号段款项节章]?(?:[\s\N{NO-BREAK SPACE}]?[:：]|[\s\N{NO-BREAK SPACE}][–—]|——)[\s\N{NO-BREAK SPACE}]?[^\W\d_]{2}"
)
_GOES_ON = pattern(
    r"[条号段款项节章]?(?:[.,，][\s\N{NO-BREAK SPACE}]?|[\s\N{NO-BREAK SPACE}]-[\s\N{NO-BREAK SPACE}]"
    r"|(?<=[\u4e00-\u9fff])[\s\u3000])[^\W\d_]{2}"
)
"""Behind the number with which the source ends: a full stop, a comma or a hyphen, in Chinese a space."""

_POINTS = pattern(r"[:：–—(（,;，；«“„\"《『「]|\s-\s|\.\s")
"""What may stand in a source for a colon or dash before a title."""

_BREAK_BEFORE = r"[(（:：]|[\s\N{NO-BREAK SPACE}][–—-][\s\N{NO-BREAK SPACE}]|——"
_BREAK = pattern(_BREAK_BEFORE)
_STOP_OR_BREAK = pattern(rf"{_BREAK_BEFORE}|[.;]\s|[。；](?!\Z)")
_LISTED = pattern(
    rf"[^.;。；(（:：]{{0,40}}?(?:{_BREAK_BEFORE})[^.;。；()（）:：]{{2,60}}?"
    r"(?:[,،，、](?!\d)|\s(?:and|et|y|e|и)\s|\sو(?=\w)|[和及与])"
)
_FEW = 12
"""Things that are still listed."""

_LETTERS = {"fr": 1.13, "es": 1.12, "ru": 1.12, "ar": 0.85, "zh": 0.33}
"""Letters that a language needs for one of English."""

_HAN = pattern(r"[\u4e00-\u9fff]")
_REMAINDER = 9
"""Letters that a short text may have beyond twice as many: пункт 5 повестки дня for "item 5"."""


def adds_beside(texts: Texts, changes: Sequence[Change], places: Sequence[Placeable]) -> bool:
    """Say whether what only the target has may hang on a value that changes.

    Args:
        changes: each value of the source and what the query has in its place, also where both are equal.
        places: the values of the target that change.

    >>> from tm.text.placeables import find_placeables
    >>> source, target = "Target 5.5", "Cible 5.5 (participation)"
    >>> held, there = find_placeables(source, "en"), find_placeables(target, "fr")
    >>> adds_beside(Texts(source, target, held, there, ("en", "fr")), (), there)
    True
    """
    named = [place for place in places if place.kind in _NAMED]
    if named and (_is_much_longer(texts) or any(_has_title(texts, place) for place in named)):
        return True
    if any(place.kind is Kind.NUMBER and _has_list(texts, place) for place in places):
        return True
    alone = _alone(texts)
    if any(extra.kind in _TIMES for extra in alone) and any(place.kind in _TIMES for place in places):
        return True
    rest = _rest(texts, alone)
    if not _DIGIT.search(rest) and not any(one.kind in NUMERIC for one in alone):
        return False  # as in most texts: what reads numbers of any kind takes longer to load than a lookup
    from tm.matching.reckoned import reckons

    return reckons(texts, changes, places, rest, alone)


def _has_title(texts: Texts, place: Placeable) -> bool:
    """Say whether a title follows a number that the source has not: in brackets, in quotation marks, behind a colon."""
    source, target = texts.source, texts.target
    found = _TITLED.match(target, place.end)
    if found:
        kind = _BRACKETED if found["bracketed"] else _QUOTED
        return len(kind.findall(target)) > len(kind.findall(source))
    if _POINTS.search(source):
        return False
    last = texts.held[-1]
    is_last = last.value == place.value and not any(map(str.isalpha, source[last.end :]))
    return bool(_POINTED.match(target, place.end) or (is_last and _GOES_ON.match(target, place.end)))


def _has_list(texts: Texts, place: Placeable) -> bool:
    """Say whether what is counted is listed in the target alone: 3 membres : un juge, un procureur et un avocat."""
    value = str(place.value)
    if not value.isdecimal() or not 1 < int(value) <= _FEW:
        return False
    listed = _LISTED.match(texts.target, place.end)
    return bool(listed) and len(_BREAK.findall(texts.target)) > len(_STOP_OR_BREAK.findall(texts.source))


def _is_much_longer(texts: Texts) -> bool:
    """Say whether a target has more than twice as much to say as its source."""
    mine, theirs = texts.languages
    one, other = _length(texts.source, mine), _length(texts.target, theirs)
    return other > 2 * one + _REMAINDER


def _length(text: str, language: str) -> float:
    """Count letters as English would need them."""
    letters = sum(map(str.isalpha, text))
    if language != "zh":
        return letters / _LETTERS.get(language, 1)
    return letters + (1 / _LETTERS["zh"] - 1) * len(_HAN.findall(text))


def _alone(texts: Texts) -> list[Placeable]:
    """Give the placeables of a target whose value the source has not, or not as often."""
    left = Counter((family(one.kind), value) for one in texts.held for value in (one.value, *one.others))
    alone = []
    for one in texts.there:
        known = next((key for value in (one.value, *one.others) if left[key := (family(one.kind), value)] > 0), None)
        if known:
            left[known] -= 1
        else:
            alone.append(one)
    return alone


def _rest(texts: Texts, alone: Sequence[Placeable]) -> str:
    """Give a target without tags and what its source has as well, each with the word for million behind it."""
    language = texts.languages[1]
    known = [one for one in texts.there if one not in alone or one.kind not in NUMERIC]
    spans = [(one.start, scale_after(texts.target, one.end, language)[0] if one.power else one.end) for one in known]
    rest = without(texts.target, spans)
    return without(rest, [tag.span() for tag in _TAG.finditer(rest)])
