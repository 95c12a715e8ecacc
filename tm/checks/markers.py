"""The markers of lists, paragraphs and headings: none lost, none changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tm.checks.check import Fault, Pair, check
from tm.checks.leading import (
    Marker,
    ends_with_dash,
    first_number,
    has_number,
    heading_letter,
    inline_markers,
    leading_marker,
    leading_number,
)
from tm.checks.multiplied import lost_multiplier
from tm.checks.note_letters import has_note_letter, other_letter_at_end, other_named_note, other_note_letter
from tm.checks.place import span_of
from tm.checks.plan import DIGITS
from tm.model.finding import Severity, Span
from tm.text.digits import has_digit
from tm.text.pattern import pattern
from tm.text.plain import plain

_OPENING = pattern(r"[^\w(（‘’'“”\"]{0,4}(?:[(（‘’'“”\"]|\w{1,5}\s?[)）]|[㈠-㈩⑴-⒇①-⑳])")
_HEAD = 12
"""Characters within which a marker ends."""

_ENDS = frozenset(")）.-–—")
_AT_NUMBER = pattern(r"(?<=\d)(?=[(（][a-z\u0621-\u064a]\u0640?[)）])")
"""Between a number and its letter, which Chinese writes together: 项目5(a)和(b)."""

_FIRST = pattern("[)）‘’“”](?<=[1aAiIаАأاإآ一甲\u0640\\s].)|[①㈠⑴]")
"""Where the first marker of a list may end: (a), i), 1), أ)."""


_BULLET = pattern(r"\s{0,3}[•●▪■◦‣∙·*–—-]\s+(?=\w)")
_MAYBE_BULLET = pattern(r"\s{0,3}(?:[•●▪■◦‣∙·○*–—\-ـ√]|<li|\N{BULLET})")
_STROKE = pattern(r"[•●▪■◦‣∙·*–—]|\s-|-\s")
_SURE_HEADING = pattern(r"\W{0,3}(?:[A-H]|[IVX]{1,5})\.\s+[A-Z][a-z]{2,30}(?:,?\s[a-z]{2,30}){1,20}[^.]{0,80}\Z")
"""No initial of a person: small letters follow."""

_LETTERED = pattern(r"\W{0,3}(?:[A-HА-Ж]|[IVXХ]{1,5}|\w{1,6})\s?[-–—.、．:)]")
_BEHIND_LETTER = (" ", "/")
_NOTE_HEAD = 3
"""Characters of a text of which a stroke is one, where it begins with the number of a note: 12/."""

_WORDS_FOR_FIGURES = frozenset(("ar", "zh"))
"""Languages that write (i) as ‘1’ or ㈠."""


@check(Severity.WARNING)
def list_marker(pair: Pair) -> Iterator[Fault]:
    """Flag a marker of a list, (a), (ii), 3), A., • that is lost, changed or added.

    Looks at the beginning of the text and, within it, for lists from (a), (i) or (1) on. Every language has its own
    form: French and Spanish a) for (a), Russian a) or а), Arabic (أ) in the order of the abjad, Chinese ㈠; only the
    rank must be the same. References such as article 12 (a) are no lists. The letter of a note below a table, as in
    "a Includes arrears.", is kept as well.

    Source: United Nations Editorial Manual, lists, and the habits of the six translation services.
    """
    source, target = plain(pair.unit.source), plain(pair.unit.target)
    if pair.source.code == "en" and ("ote" in source or has_digit(source)):
        yield from _of_references(pair, source, target)
    if source[-2:-1] == "." and source[-1].islower() and (last := other_letter_at_end(source, target)):
        yield replace(last, at=span_of(pair.unit.target, target, last.at.start, last.at.end) if last.at else None)
    begins = pair.unit.source[1:2] in _BEHIND_LETTER or "/" in pair.unit.source[:_NOTE_HEAD]
    if begins and pair.source.code == "en" and has_note_letter(source):
        for note in other_note_letter(source, target, pair.target.code):
            yield replace(note, at=span_of(pair.unit.target, target, note.at.start, note.at.end) if note.at else None)
        return
    if not (_begins_with_words(source) and _begins_with_words(target)):
        theirs, ours = _leading(source), _leading(target)
        if not theirs and not ours:
            yield from _of_heading(pair, source, target)
        elif message := _difference(theirs, ours, source, target, pair.target.code):
            yield _fault(pair, message, theirs, ours)
            return
    if (")" in source or "）" in source) and _FIRST.search(source):
        yield from _lost_inline(pair, source, target)


def _of_references(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the letter of a note, and the Latin behind a number, that are others where the text speaks of them."""
    language = pair.target.code
    found = other_named_note(source, target, language) if "ote" in source else None
    more = lost_multiplier(source, target, language)
    for one in (found, more):
        if one:
            at = span_of(pair.unit.target, target, one.at.start, one.at.end) if one.at else None
            yield replace(one, at=at, of=None)


def _begins_with_words(text: str) -> bool:
    """Say whether a text begins with a letter and has no sign where a marker ends, as nearly all."""
    return text[:1].isalpha() and _ENDS.isdisjoint(text[:_HEAD])


def _of_heading(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the letter of a heading, or the bullet of an item, that is lost or changed."""
    theirs = heading_letter(source, "en") if pair.source.code == "en" else None
    if theirs:
        ours = heading_letter(target, pair.target.code)
        if ours and not theirs.ranks & ours.ranks:
            yield _fault(pair, f"the marker is {ours.text}, in the source {theirs.text}", theirs, ours)
        elif ours is None and _SURE_HEADING.match(source) and not _LETTERED.match(target):
            yield _fault(pair, f"the marker {theirs.text}. is lost", theirs, None)
    elif _BULLET.match(target) and source[:1].isalpha() and not _STROKE.search(source):
        at = _BULLET.match(target)
        yield Fault("the bullet is not in the source", at and span_of(pair.unit.target, target, *at.span()))
    elif _BULLET.match(source) and not _MAYBE_BULLET.match(pair.unit.target) and not _MAYBE_BULLET.match(target):
        yield Fault("the bullet of the list item is lost")


def _leading(text: str) -> Marker | None:
    return leading_marker(text) if _OPENING.match(text) else None


def _difference(theirs: Marker | None, ours: Marker | None, source: str, target: str, language: str) -> str:
    if theirs is None and ours is not None:
        known = first_number(source) or heading_letter(source, "en") or _said(ours, inline_markers(source))
        return "" if known else f"the marker {_written(ours, target)} is not in the source"
    if theirs is None:
        return ""
    if ours is None:
        number = first_number(target)
        if number and number.ranks & theirs.ranks:
            return ""
        heading = heading_letter(target, language)
        if (heading and heading.ranks & theirs.ranks) or _said(theirs, inline_markers(target)):
            return ""
        return f"the marker {_written(theirs, source)} is lost"
    same = theirs.ranks & ours.ranks and (theirs.is_figure is ours.is_figure or language in _WORDS_FOR_FIGURES)
    return "" if same else f"the marker is {_written(ours, target)}, in the source {_written(theirs, source)}"


def _written(marker: Marker, text: str) -> str:
    """Write a marker as it stands there: a), (b), (ج), （c）."""
    start, end = marker.start, marker.end
    start -= text[start - 1 : start] in ("(", "（")
    end += text[end : end + 1] in (")", "）")
    return text[start:end]


def _said(marker: Marker, others: Iterator[Marker]) -> bool:
    return any(marker.ranks & other.ranks for other in others)


def _lost_inline(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the markers of a list within the source that the translation does not have."""
    theirs = _lists(list(inline_markers(source)))
    if not theirs:
        return
    ours = list(inline_markers(target))
    ranks = {rank for marker in ours for rank in marker.ranks}
    lost = [marker for marker in theirs if not marker.ranks & ranks]
    if lost and _AT_NUMBER.search(target):
        apart = [one.ranks for one in inline_markers(_AT_NUMBER.sub(" ", target))]
        lost = [marker for marker in lost if not any(map(marker.ranks.intersection, apart))]
    if lost:
        wanted = {rank for marker in theirs for rank in marker.ranks}
        others = [marker for marker in ours if not marker.ranks & wanted]
        other = others[0] if len(lost) == 1 and len(others) == 1 else None
        theirs_is = _written(lost[0], source)
        message = f"the marker is {_written(other, target)}, in the source {theirs_is}" if other else ""
        yield _fault(pair, message or f"the marker {theirs_is} is lost", lost[0], other)


def _lists(markers: Sequence[Marker]) -> list[Marker]:
    """Give the markers that make a list: the first and second at least, in order."""
    found: list[Marker] = []
    run: list[Marker] = []
    for marker in markers:
        if run and len(run) + 1 in marker.ranks and marker.is_figure is run[0].is_figure:
            run.append(marker)
        elif 1 in marker.ranks:
            found += run if len(run) > 1 else []
            run = [marker]
    return found + (run if len(run) > 1 else [])


@check(Severity.ERROR, signs=DIGITS)
def paragraph_number(pair: Pair) -> Iterator[Fault]:
    """Flag the number of a paragraph, as in "12. The Committee …", that is lost, changed or added.

    12-, 12、 and Arabic-Indic digits count as 12; numbers that do not stand at the very beginning are other checks' to
    look at.

    Source: United Nations Editorial Manual, numbering of paragraphs.
    """
    source, target = plain(pair.unit.source), plain(pair.unit.target)
    theirs = leading_number(source)
    if theirs is None:
        ours = leading_number(target) or (ends_with_dash(target) if pair.target.code == "ar" else None)
        if ours and not (first_number(source) or has_number(source, ours.text) or heading_letter(source, "en")):
            yield _fault(pair, f"the number {ours.text}. is not in the source", None, ours)
        return
    ours = first_number(target)
    if ours is None or (not ours.is_figure and not ours.ranks & theirs.ranks):
        yield _fault(pair, f"the number {theirs.text}. of the paragraph is lost", theirs, None)
    elif not ours.ranks & theirs.ranks:
        yield _fault(pair, f"the paragraph has the number {ours.text}, in the source {theirs.text}", theirs, ours)


def _fault(pair: Pair, message: str, theirs: Marker | None, ours: Marker | None) -> Fault:
    return Fault(message, _place(pair.unit.target, ours), _place(pair.unit.source, theirs))


def _place(raw: str, marker: Marker | None) -> Span | None:
    return span_of(raw, plain(raw), marker.start, marker.end) if marker else None
