"""How long a translation is beside its source: cut off, far too long, or a sentence more."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tm.checks.adjuncts import added_adjunct
from tm.checks.appended import appended, left_out
from tm.checks.bracketed_end import goes_on
from tm.checks.check import Fault, Pair, check
from tm.checks.cut_heads import only_head
from tm.checks.deeds import added_deed, lost_deed
from tm.checks.enlarged import is_enlarged, is_joined
from tm.checks.far_shorter import BRIEF, is_far_shorter
from tm.checks.last_clause import behind_note, last_clause
from tm.checks.listed import fewer_listed, more_listed
from tm.checks.lost_within import lost_within
from tm.checks.menus import lost_parts
from tm.checks.name_lengths import spelled_out
from tm.checks.one_sided import only_in_source, only_in_target
from tm.checks.place import span_of
from tm.checks.said_once import said_once
from tm.checks.same_end import same_last_sentence
from tm.checks.same_figures import end_in_same_figure, has_figures
from tm.checks.sentence_count import SPREAD, gain, loss, wide
from tm.checks.sentences import sentence_ends
from tm.checks.short_names import with_short_names
from tm.checks.split_sentences import is_split, is_split_off
from tm.checks.telling import is_told
from tm.checks.unmeant import all_is_meant
from tm.checks.unsaid_end import unsaid_end
from tm.checks.verbatim import is_for_translators, is_verbatim, without_notes
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.prose import OBJECT

_LONG = {"en": 0.6, "fr": 0.6, "es": 0.55, "ru": 0.65, "ar": 0.7, "zh": 1.1}
"""How much speaks for too great a length in three of a thousand of their pairs."""

_SHORTEST = 25
"""Characters of English below which a length says nothing: headings."""

_SLIGHT, _SHORTER, _GROWN = 0.07, 0.1, 0.18
"""By how much a text may be longer or shorter, as a logarithm, without a clause more or less, or with joins more."""

_SPLIT = 0.35
"""By how much so where a sentence may stand for a relative clause."""

_UNDONE, _TOLD = 0.15, 0.12
"""By how much so where what organs do in a last clause is said nowhere, or more is told than the source has."""

_MORE_WORDS, _FEWER = 0.9, 1.35
"""Usual deviations by which it may be so: what has a last clause more or less is longer, or shorter, nearly always."""

_LESS = {"ar": 2.5}
_MORE = {"zh": 2.4, "es": 1.5, "fr": 1.7}
_LIKELIER = 2.0
"""From which likelihood on a sentence counts as lost or added: Arabic joins sentences freely, Chinese cuts them."""

_FAR = -0.5
"""By how much shorter a text is that is not whole, whatever its end."""

_OWN_LETTERS = frozenset(("ar", "ru", "zh"))
"""Languages of which a text in Latin letters is no translation: another check says so."""

_POINTER = pattern(r"<[A-Za-z][\w:.-]{0,40}\s[^<>]{1,400}/>")
"""A tag that stands for something, as <xref linkend="a"/> does for the name of a section."""


class _Extent(NamedTuple):
    """What lengths say.

    Attributes:
        excess: by how much the translation is longer than usual, as a logarithm; it says more of longer texts.
        is_less, is_more: whether a sentence is lost, or added, rather than joined to another or split off.
    """

    excess: float
    is_less: bool
    is_more: bool


@lru_cache(maxsize=4)
def _extent(source: str, target: str, source_language: str, target_language: str) -> _Extent | None:
    """Compare two texts; None where the source is too short to say anything or the lengths are as usual."""
    source, target = _read(source), _read(target)
    if not target or (target_language in _OWN_LETTERS and target.isascii()):
        return None
    length = wide(source, source_language, target_language)
    if length < _SHORTEST:
        return None
    excess = math.log(wide(target, target_language, source_language) / length)
    if -0.04 < excess < 0.04:
        return None
    weight = 1 + 0.4 * max(-1.2, min(math.log(length / 100), 1.2))
    texts = source, target, source_language, target_language
    return _Extent(
        excess * weight,
        excess < 0 and loss(*texts) > _LESS.get(target_language, _LIKELIER) - 0.3 * (length < BRIEF),
        excess > 0 and gain(*texts) > _MORE.get(target_language, _LIKELIER),
    )


def _read(text: str) -> str:
    """Give a text as read aloud, without the white space that only its markup has: indented tags are no length."""
    if "/>" in text:
        text = _POINTER.sub(OBJECT, text)
    text = plain(text).strip()
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _of(pair: Pair) -> _Extent | None:
    return _extent(pair.unit.source, pair.unit.target, *_codes(pair))


def _codes(pair: Pair) -> tuple[str, str]:
    return pair.source.code, pair.target.code


def _as_prose(pair: Pair) -> Pair | None:
    """Give a pair without what its source says to the translators; None where the two texts need not say the same."""
    unit = pair.unit
    if is_verbatim(unit) or ("ranslator" in unit.source and is_for_translators(unit.source)):
        return None
    source = said_once(unit.source)
    source = without_notes(source, unit.target) if "[[" in source else source
    return pair if source == unit.source else replace(pair, unit=replace(unit, source=source))


def _texts(pair: Pair) -> tuple[str, str]:
    return plain(pair.unit.source).strip(), plain(pair.unit.target).strip()


@check(Severity.WARNING)
def truncated(pair: Pair) -> Iterator[Fault]:
    """Flag a translation that is far too short for its source, or lacks a sentence or its last clause.

    Lengths are compared with what is usual between the two languages, sentence by sentence; a missing final stop and
    fewer commas weigh in, and so do figures and words that both texts have, and what is behind the last. A long name
    counts as no more than the acronym or short form that the translation has for it. Two sentences may become one, all
    the more where figures, acronyms or addresses of both are there. Nothing is said of what a screen shows, nor of a
    text that speaks to the translators.

    Headings say nothing, but for a deed or a paper of which only the head is left, "Adoption" without "of the agenda".
    Of a menu, A | B | C, no part may be lost, nor a last clause that says "offset in part", "every five years" or
    "before deployment" where nothing in a shorter translation does, what stands behind the last semicolon or "and",
    nor a part that says what no word of a shorter translation does: "and local traders".
    Whatever the lengths, a time such as "six months", "every two years" or "annually" is said in some way, and so is
    that a number is the least or the most; and a list of acts, "to train, to mark and to prosecute", keeps all.

    Source: measured on the Goals' indicators, the Universal Declaration and TICO-19.
    """
    if (prose := _as_prose(pair)) is None:
        return
    pair = prose
    if len(pair.unit.target) < BRIEF and pair.source.code == "en" and only_head(*_texts(pair), pair.target.code):
        yield Fault("the translation of the heading is a single word: its end seems to be missing")
        return
    if "|" in pair.unit.source and (lost := lost_parts(*_texts(pair))):
        yield Fault(f"the translation has {lost} of the parts between strokes fewer than the source")
        return
    texts, is_told = _texts(pair), False
    for fault in _too_short(pair):
        short = pair.source.code == "en" and with_short_names(*texts, pair.target.code)
        if not short or any(_too_short(replace(pair, unit=replace(pair.unit, source=short)))):
            is_told = True
            yield fault
    extent = _of(pair)
    place = only_in_source(*texts, _codes(pair), extent.excess if extent else 0) if not is_told else None
    if place is None and not is_told and extent and extent.excess < 0 and "<" not in pair.unit.source:
        place = lost_within(*texts, _codes(pair))
    if place:
        yield Fault(f"nothing in the translation says “{texts[0][slice(*place)].strip(' ,;')[:60]}”")
    elif not is_told and (place := _listed(fewer_listed, pair)):
        yield Fault(f"the translation lists fewer than the source: “{texts[0][slice(*place)].strip(' ,;')[:60]}”")


def _listed(compared: Callable[[str, str, str], tuple[int, int] | None], pair: Pair) -> tuple[int, int] | None:
    """Compare the lists of the texts of a pair where they can be read."""
    source, target = _texts(pair)
    is_read = pair.source.code == "en" and not (pair.target.code in _OWN_LETTERS and target.isascii())
    return compared(source, target, pair.target.code) if is_read else None


def _too_short(pair: Pair) -> Iterator[Fault]:
    """Yield what the lengths say is missing."""
    extent = _of(pair)
    if extent is None:
        return
    if extent.is_less:
        yield Fault("the translation is shorter than usual: a sentence seems to be missing")
        return
    is_far = extent.excess < -0.15 and is_far_shorter(pair.unit, _texts(pair), _codes(pair), extent.excess)
    is_whole = is_far and extent.excess > _FAR and end_in_same_figure(*_texts(pair))
    if is_far and not is_whole and not same_last_sentence(*_texts(pair), _codes(pair)):
        yield Fault("the translation is far shorter than usual: the end seems to be missing")
        return
    if extent.excess >= -_SHORTER or "<" in pair.unit.source:
        return
    source, target = _texts(pair)
    place = _left_out(pair, extent.excess, is_far)
    if place and not has_figures(source, place, target):
        wording = source[slice(*place)].strip(" ,;:—–")[:60]
        yield Fault(f"the translation is shorter than usual: “{wording}…” seems to be missing")


def _left_out(pair: Pair, excess: float, is_said_shortly: bool) -> tuple[int, int] | None:
    """Give the place of a clause of the source that the translation does not have."""
    source, target = _texts(pair)
    place = None
    if pair.source.code == "en":
        place = unsaid_end(source, target, pair.target.code)
        if place is None and excess < -_UNDONE:
            place = lost_deed(source, target, pair.target.code)
    if place or is_said_shortly:
        return place
    place = left_out(source, target, _codes(pair))
    if place is None and excess < -_FEWER * SPREAD[pair.target.code]:
        place = last_clause(source, target, _codes(pair))
        if place and is_told(source, place[0], target, _codes(pair)):
            return None
    return None if place and is_split_off(source[slice(*place)], target, _codes(pair)) else place


@check(Severity.WARNING)
def added_text(pair: Pair) -> Iterator[Fault]:
    """Flag a translation with a sentence or a clause more than its source.

    One sentence rightly split in two is of usual length, and left alone; a clause counts where the translation is too
    long with it and of usual length without, above all one that says "in particular" or "but" and stands for nothing
    of the kind, or stands behind the last figure or word that both texts have, where the source ends. Nothing is said
    behind the mark of a note with which the source ends, and no label goes on in brackets of its own. Nor may a phrase
    become far longer than usual by two parts, or more, that commas or "and" join to those of the source, nor a heading
    by one, nor any text go on with words of which the source has nothing: hospitals, objections. Whatever the lengths,
    none says how long or how often, names an office, a notion or a condition, or adds an act for which nothing stands.
    """
    if (prose := _as_prose(pair)) is None:
        return
    is_told = False
    for fault in _too_much(prose):
        is_told = True
        yield fault
    if is_told:
        return
    extent = _of(prose)
    place = only_in_target(*_texts(prose), _codes(prose), extent.excess if extent else 0)
    if place and not _ends_alike(prose, place):
        yield Fault("nothing in the source says so", _at(pair, place))
    elif place is None and (place := _listed(more_listed, prose)):
        yield Fault("the translation lists more than the source", _at(pair, place))


def _ends_alike(pair: Pair, place: tuple[int, int]) -> bool:
    """Say whether the end of a translation has words of which the source has as many."""
    source, target = _texts(pair)
    return place[1] == len(target) and is_told(target, place[0], source, _codes(pair)[::-1])


def _too_much(pair: Pair) -> Iterator[Fault]:
    """Yield what brackets, notes and lengths say is more."""
    if ("(" in pair.unit.target or "（" in pair.unit.target) and goes_on(*_texts(pair)):
        yield Fault("the translation goes on in brackets, which the source does not have")
        return
    if "]" in pair.unit.source and pair.source.code == "en" and behind_note(*_texts(pair)[::-1], pair.target.code):
        yield Fault("the translation goes on behind the mark of the note with which the source ends")
        return
    extent = _of(pair)
    if extent and extent.excess < _SPLIT and pair.source.code == "en" and is_split(*_texts(pair), pair.target.code):
        return
    if extent and extent.is_more:
        yield Fault("the translation has a sentence more than the source, and is longer than usual")
    elif extent and _SLIGHT < extent.excess <= _LONG[pair.target.code] and (place := _appended(pair, extent.excess)):
        yield Fault("the source says nothing of this, and the translation is longer than usual", _at(pair, place))
    elif extent and _GROWN < extent.excess <= _LONG[pair.target.code] and is_enlarged(*_texts(pair), _codes(pair)):
        yield Fault("the translation joins more parts than the source has, and is far longer than usual")
    elif len(pair.unit.source) < BRIEF and is_joined(*_texts(pair), _codes(pair)):
        yield Fault("the translation of the heading goes on with “and”, and is far longer than usual")


def _appended(pair: Pair, excess: float) -> tuple[int, int] | None:
    """Give the place in the plain translation of a clause or short sentence that the source does not have."""
    source, target = _texts(pair)
    theirs, ours = _codes(pair)
    place = appended(source, target, (theirs, ours))
    is_longer = excess > _MORE_WORDS * SPREAD[ours] or len(sentence_ends(target)) > len(sentence_ends(source))
    if place is None and is_longer:
        place = last_clause(target, source, (ours, theirs))
        if place and is_told(target, place[0], source, (ours, theirs)):
            place = None
    if place and (_spells_out(pair) or (theirs == "en" and all_is_meant(source, target, place, ours))):
        place = None
    if place is None and excess > _TOLD and theirs == "en":
        place = added_deed(source, target, ours) or added_adjunct(source, target, ours)
    return None if place is None or "<" in pair.unit.source or OBJECT in target[slice(*place)] else place


def _at(pair: Pair, place: tuple[int, int]) -> Span | None:
    """Find a place of the plain translation, without the spaces around it, as it stands in the file."""
    text = plain(pair.unit.target)
    lead = len(text) - len(text.lstrip())
    return span_of(pair.unit.target, text, lead + place[0], lead + place[1])


@check(Severity.WARNING)
def length(pair: Pair) -> Iterator[Fault]:
    """Flag a translation that is far too long for its source, but has no sentence more.

    Lengths are compared with what is usual between the two languages; short headings say nothing.
    """
    if (prose := _as_prose(pair)) is None:
        return
    pair = prose
    extent = _of(pair)
    if extent and extent.excess > _LONG[pair.target.code] and not extent.is_more and not _spells_out(pair):
        yield Fault("the translation is far longer than usual")


def _spells_out(pair: Pair) -> bool:
    """Say whether acronyms of the source, which the translation has not, may be what makes it long: SIDS."""
    source, target = plain(pair.unit.source), plain(pair.unit.target)
    more = spelled_out(source, target, pair.target.code)
    if not more:
        return False
    theirs = wide(source, *_codes(pair)) + more
    return math.log(wide(target, *_codes(pair)[::-1]) / theirs) < _LONG[pair.target.code]
