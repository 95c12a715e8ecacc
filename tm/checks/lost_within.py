"""Find what one sentence of several says in an English source, and not in its translation."""

from __future__ import annotations

from tm.checks.by_sentence import deviation, shorter_sentence
from tm.checks.one_sided import only_in_source
from tm.checks.unsaid_end import unsaid_end
from tm.text.pattern import pattern

_WITHIN, _AS_USUAL = 0.25, 0.3
"""By how much shorter one sentence of several is that lacks something, and from the usual length without that."""

_JOINED = pattern(r"[,;:—–]|\s(?:and|or|but)\s")
_LED_TO = pattern(r"(?:If|When|While|Where|As|Once|Although|Though|Since|Because|Unless|Until|To|After|Before)\b")
"""What a part begins with that may be lost so, and a sentence of which that may be what it says in the first place."""


def lost_within(source: str, target: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of what one sentence of an English source says, and its translation does not."""
    short = shorter_sentence(source, target, languages, _WITHIN) if languages[0] == "en" else None
    if short is None:
        return None
    start, end, ours = short
    theirs = source[start:end]
    place = only_in_source(theirs, ours, languages, -_WITHIN) or unsaid_end(theirs, ours, languages[1])
    if place is None or not _JOINED.match(theirs, place[0]) or _LED_TO.match(theirs):
        return None
    rest = theirs[: place[0]] + theirs[place[1] :]
    return (start + place[0], start + place[1]) if abs(deviation(rest, ours, languages)) < _AS_USUAL else None
