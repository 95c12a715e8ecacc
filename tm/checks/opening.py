"""Questions and exclamations in Spanish: opened, and closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.typography import CLOSERS, END, MARKS, is_as_in_source, typography
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import TAG, prose

_MARK = pattern(r"[¿¡]|[?!]+")
_ENDS_WORD = pattern(rf"(?:[\w{MARKS}][\w{MARKS}]|(?:\s|\d[.,])\d|[{CLOSERS}…]){TAG}{{0,20}}\Z")
_SENTENCE_START = pattern(rf"(?:\A|[.?!…:][{CLOSERS}]?\s|[«“(])[\s{TAG}«“\"(]{{0,40}}(?=[^\W\d_])")
_LONGEST_TAG = 1000
_OPENED = pattern(r"<([\w:.-]+)(?:\s[^<>]*)?>\Z")
_GOES_ON = pattern(r"[,;:]\s")
_PAUSE = pattern(r"[,;:—–(«“\"…]")


@check(Severity.WARNING, targets=("es",), signs="¿¡?!")
def spanish_opening(pair: Pair) -> Iterator[Fault]:
    """Flag a question or exclamation without its ¿ or ¡, and a ¿ or ¡ without its end.

    Where the question begins with its sentence, ¿ can be put there; after a vocative or a condition a person decides.

    Left alone: ¡…? and ¡¿…?!, a doubt in brackets (?), code, addresses, and brands or titles that are as in the source.

    Source: Real Academia Española, Ortografía (2010).
    """
    raw = pair.unit.target
    if not _MARK.search(raw):
        return
    text = prose(raw)
    openers = typography("es").openers
    opened: list[int] = []
    for found in _MARK.finditer(text):
        if found[0] in "¿¡":
            opened.append(found.start())
        elif opened:
            del opened[-len(found[0]) :]
        elif _is_end(text, found) and not is_as_in_source(text, found.start(), pair.unit.source):
            yield _unopened(raw, text, found.start(), openers[found[0][0]])
    for place in opened:
        yield Fault(f"{text[place]} is opened and not closed", at=Span(place, place + 1))


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether the mark ends words, rather than being a name's or code."""
    is_word = _ENDS_WORD.search(text, max(0, found.start() - 22), found.start())
    return bool(is_word and (END.match(text, found.end()) or _GOES_ON.match(text, found.end())))


def _unopened(raw: str, text: str, place: int, opener: str) -> Fault:
    message = f"{text[place]} is not opened by {opener}"
    start = 0
    for found in _SENTENCE_START.finditer(text, 0, place):
        start = found.end()
    if text[start].isupper() and not _PAUSE.search(text, start, place):
        at = _outside(raw, text, start, place)
        return Fault(message, at=Span(at, at), fix=opener)
    return Fault(message, at=Span(place, place + 1))


def _outside(raw: str, text: str, start: int, place: int) -> int:
    """Go back before the tags that open where the words do, and are closed before the mark at a place."""
    while start and text[start - 1] == TAG:
        opened = _OPENED.search(raw, max(0, start - _LONGEST_TAG), start)
        if not opened or f"</{opened[1]}>" not in raw[start:place]:
            break
        start = opened.start()
    return start
