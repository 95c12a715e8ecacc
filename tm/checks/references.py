"""References to what United Nations bodies adopted and discuss: resolutions, decisions, agenda items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from tm.checks.check import Fault, Pair, check
from tm.checks.leading import inline_markers
from tm.checks.place import span_of
from tm.checks.plan import DIGITS
from tm.model.finding import Severity, Span
from tm.text.agenda_items import Item, find_agenda_items
from tm.text.dated_acts import DatedAct, find_dated_acts
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.symbols import Symbol, find_acts

_STEMS = (
    "esol",
    "ésol",
    "ecis",
    "écis",
    "ESOL",
    "ECIS",
    "ecomm",
    "езолюц",
    "ешени",
    "قرار",
    "مقرر",
    "决议",
    "决定",
    "/RES/",
)
_LETTERED = pattern(r"\b[Ii]tems?\s\d{1,3}\s?\([a-z]\)")
_DIGITS = re.compile(r"\d+")
_SESSION = re.compile(r"(?:1[2-9]|[2-9]\d|1\d\d\d|20\d\d)/\d{1,4}")
"""The number of a resolution beyond doubt: no fraction is so great above its line."""


@check(Severity.ERROR, signs="/(（&")
def resolution(pair: Pair) -> Iterator[Fault]:
    """Flag the number of a resolution or decision that is altered, lost or added: 70/1, 2231 (2015), 217 A (III).

    Only numbers that follow the word resolution, decision or recommendation count; fractions such as 1/3 do not.

    Source: United Nations Editorial Manual, resolutions and other formal decisions.
    """
    raw, other = pair.unit.source, pair.unit.target
    source, target = plain(raw), plain(other)
    if not ("/" in source or "/" in target or "(" in source or "（" in source):
        return
    if not _names_an_act(source) and ("/" not in target or not _names_an_act(target)):
        return
    source, target = ascii_digits(source), ascii_digits(target)
    if "/" in source or "/" in target:
        theirs, ours = _by_session(source, target)
        yield from _compared(pair, theirs, ours, lambda act: act.text)
    if "(" in source or "（" in source:
        dated, others = _by_year(source, target)
        yield from _compared(pair, dated, others, lambda act: act.key)


def _names_an_act(text: str) -> bool:
    return any(stem in text for stem in _STEMS)


def _by_session(source: str, target: str) -> tuple[list[Symbol], list[Symbol]]:
    """Give the acts of the source that are not in the translation, and those of the translation that are new."""
    named = find_acts(source)
    pairs = find_acts(target, named=False)
    if not named:
        new = [act for act in find_acts(target) if _SESSION.fullmatch(act.text) and not _stands(act.text, source)]
        return [], new
    there, known = {act.text for act in pairs}, {act.text for act in find_acts(source, named=False)}
    lost = [act for act in named if act.text not in there and not _stands(act.text, target)]
    wanted = lost or any(_SESSION.fullmatch(act.text) for act in pairs)
    added = [act for act in pairs if act.text not in known and (lost or _SESSION.fullmatch(act.text))]
    return lost, [act for act in added if not _stands(act.text, source)] if wanted else []


def _by_year(source: str, target: str) -> tuple[list[DatedAct], list[DatedAct]]:
    named = find_dated_acts(source)
    if not named:
        return [], []
    ours = find_dated_acts(target, named=False)
    keys, known = {act.key for act in ours}, {act.key for act in find_dated_acts(source, named=False)}
    figures = set(_DIGITS.findall(ascii_digits(target)))
    dated = {act.number for act in ours}
    gone = [act for act in named if act.key not in keys]
    lost = [act for act in gone if act.number in dated or not {act.number, str(act.year)} <= figures]
    return lost, [act for act in ours if act.key not in known] if lost else []


@lru_cache(maxsize=1024)  # a text may name the same act a thousand times
def _stands(text: str, other: str) -> bool:
    """Say whether the number stands in the other text at all, be it in a symbol: A/RES/70/1."""
    return text in other and bool(re.search(rf"(?<!\d){re.escape(text)}(?!\d)", other))


def _compared(
    pair: Pair,
    lost: Sequence[Symbol] | Sequence[DatedAct],
    added: Sequence[Symbol] | Sequence[DatedAct],
    key: Callable[..., object],
) -> Iterator[Fault]:
    """Say what differs: each act once."""
    raw, other = pair.unit.source, pair.unit.target
    gone = list({key(act): act for act in lost}.values())
    new = list({key(act): act for act in added}.values())
    if len(gone) == len(new) == 1:
        was, now = _text(raw, gone[0]), _text(other, new[0])
        fix = was if isinstance(gone[0], Symbol) else None
        message = f"the translation has {now}, the source {was}"
        yield Fault(message, _place(other, new[0]), _place(raw, gone[0]), fix)
        return
    yield from (Fault(f"{_text(raw, act)} is not in the translation", None, _place(raw, act)) for act in gone)
    yield from (Fault(f"{_text(other, act)} is not in the source", _place(other, act)) for act in new)


def _text(raw: str, act: Symbol | DatedAct | Item) -> str:
    return plain(raw)[act.start : act.end]


def _place(raw: str, act: Symbol | DatedAct | Item) -> Span | None:
    return span_of(raw, plain(raw), act.start, act.end)


@check(Severity.ERROR, signs=DIGITS)
def agenda_item(pair: Pair) -> Iterator[Fault]:
    """Flag the number or letter of an agenda item that is altered or lost: item 108 (a), point 108 a), البند 108 (أ).

    Both texts must speak of an agenda; where the translation does not, its numbers are left to the check `number`.
    """
    raw, other = pair.unit.source, pair.unit.target
    theirs = find_agenda_items(plain(raw), pair.source.code)
    ours = find_agenda_items(plain(other), pair.target.code) if theirs else ()
    if not ours:
        if not theirs and pair.source.code == "en" and _LETTERED.search(raw):
            yield from _lettered(pair)
        return
    figures = set(_DIGITS.findall(ascii_digits(plain(other))))
    lost = [item for item in theirs if str(item.number) not in figures]
    known = set(_DIGITS.findall(ascii_digits(plain(raw))))
    added = [item for item in ours if str(item.number) not in known]
    if lost and added:
        message = f"the translation has item {added[0].number}, the source {lost[0].number}"
        yield Fault(message, _place(other, added[0]), _place(raw, lost[0]))
    else:
        yield from (Fault(f"item {item.number} is not in the translation", None, _place(raw, item)) for item in lost)
        yield from (Fault(f"item {item.number} is not in the source", _place(other, item)) for item in added)
        if not lost and not added:
            yield from _letters(pair, theirs, ours)


def _lettered(pair: Pair) -> Iterator[Fault]:
    """Yield the letters of items that an English source names without speaking of an agenda: sub-item 8 (c)."""
    theirs = find_agenda_items(plain(pair.unit.source), pair.source.code, anyway=True)
    ours = find_agenda_items(plain(pair.unit.target), pair.target.code, anyway=True)
    numbers = {item.number for item in ours}
    yield from _letters(pair, [item for item in theirs if item.number in numbers], ours)


def _letters(pair: Pair, items: Sequence[Item], ours: Sequence[Item]) -> Iterator[Fault]:
    """Yield the letters of items that stand nowhere in the translation."""
    texts = (plain(pair.unit.target), *(item.letters for item in ours))
    there = {rank for text in texts for marker in inline_markers(text) for rank in marker.ranks}
    for item in items:
        for marker in inline_markers(item.letters):
            if not marker.ranks & there:
                text = f"letter ({marker.text}) of item {item.number} is not in the translation"
                yield Fault(text, None, _place(pair.unit.source, item))
