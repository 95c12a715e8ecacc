"""Splits plain text into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.segmentation.rules import RuleSet, cascade_for, default_rules
from tm.segmentation.view import View, needs_view

_NEWLINE = "\n\r\N{NEXT LINE}\N{LINE SEPARATOR}"
_PAGE = "\f\v\N{PARAGRAPH SEPARATOR}"
_BLANK = re.compile(f"[{_NEWLINE}{_PAGE}](?:(?<=[{_PAGE}])|(?:(?<=\r)\n)?+[^\\S{_NEWLINE}{_PAGE}]*+[{_NEWLINE}])\\s*+")
_SPACE = re.compile(r"\s*+")


def spans(text: str, language: str, rules: RuleSet | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends, in code points, without the white space around it.

    Only white space lies between one sentence and the next. A blank line always parts two sentences; a single
    line break is white space as any other.

    Args:
        text: any plain text, of one or more paragraphs; inline tags `<1>` are no part of its sentences' wording.
        language: BCP 47 code, as the rules' language maps know it.
        rules: the packaged ones by default.
    """
    chosen = default_rules() if rules is None else rules
    cascade = cascade_for(chosen, language)
    for start, end in paragraph_spans(text):
        paragraph = text[start:end]
        at = 0
        if needs_view(paragraph):
            view = View(paragraph, chosen.formats)
            places: Iterator[int] = map(view.original_place, cascade.breaks(view.text))
        else:
            places = cascade.breaks(paragraph)
        for place in places:
            if span := _trimmed(paragraph, at, place):
                yield start + span[0], start + span[1]
            at = max(at, place)
        if span := _trimmed(paragraph, at, len(paragraph)):
            yield start + span[0], start + span[1]


def split(text: str, language: str, rules: RuleSet | None = None) -> list[str]:
    """Give the sentences of a text; see `spans`.

    >>> split("It adopted art. 5. The vote was 12 to 3.", "en")
    ['It adopted art. 5.', 'The vote was 12 to 3.']
    """
    return [text[start:end] for start, end in spans(text, language, rules)]


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph that is not blank starts and ends, without the white space around it."""
    at = 0
    for blank in _BLANK.finditer(text):
        if span := _trimmed(text, at, blank.start()):
            yield span
        at = blank.end()
    if span := _trimmed(text, at, len(text)):
        yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out the white space at both ends; None when nothing else is there."""
    found = _SPACE.match(text, start, end)
    first = found.end() if found else start
    last = end
    while last > first and text[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else None
