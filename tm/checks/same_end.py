"""Say whether a translation ends where its source does: behind the same last figure or tag, and with a stop."""

from __future__ import annotations

from collections import Counter

from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.digits import has_digit
from tm.text.pattern import pattern
from tm.text.plain import plain

_CLOSED = pattern(
    r"[.!?…:;。．！？：；؟؛,،，、](?:[\s\"'”’“„»›)\]}）】」』》〉*]|(?<!\s)\d){0,6}"
    r"(?:\s(?:and|or|et|ou|y|e|o|u|и|или|و|أو))?\Z"
    r"|[；，、](?:以及|和|或|及)\Z"
)
_FIGURES, _GROUPED = pattern(r"\d+"), pattern(r"(?<=\d)[.,\s](?=\d{3}(?!\d))")
_TAIL, _PART = 25, 0.4
"""Characters behind the last figure of the source, and what part of them shows that the end of it is there."""

_MANY, _SOME = 3, 0.3
"""From how many figures on a smaller part shows it."""

_TAG = pattern(r"</?[A-Za-z][^<>]{0,1000}>|&[A-Za-z][\w.-]{0,40};")
_CHARACTERS = frozenset("&nbsp; &amp; &lt; &gt; &quot; &apos; &mdash; &ndash; &hellip; &laquo; &raquo;".split())
"""Entities that languages use as they please."""

_SWAPPED, _GOES_ON = 15, 0.6
"""Characters behind the last tag that may be said before it, and what part of them shows that the end is there."""


_SEVERAL = 2
"""Ends of sentences in the source from which on more of them show that nothing is cut off."""

_WHOLE, _EVENLY = 0.5, 0.6
"""What part of the last sentence of the source the last one of as many is, if nothing is cut off; and how much of that
of those before it, as what is said shortly is shorter throughout."""


def is_closed(text: str) -> bool:
    """Say whether a text ends with punctuation, or with "and" behind some.

    >>> is_closed("The Committee met; and"), is_closed("The Committee met"), is_closed("Lot No. 3")
    (True, False, False)
    """
    return bool(_CLOSED.search(text[-16:]))


def same_figures_last(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether a plain translation has all figures of its source, and goes on behind the last as far as it does."""
    if not has_digit(source) or is_closed(source) != is_closed(target):
        return False
    theirs, ours = (list(_FIGURES.finditer(_GROUPED.sub("", text))) for text in (source, target))
    if not theirs or [one[0] for one in theirs] != [one[0] for one in ours]:
        return False
    behind = wide(theirs[-1].string[theirs[-1].end() :], *languages)
    left = wide(ours[-1].string[ours[-1].end() :], *languages[::-1])
    return behind < _TAIL and left >= (_PART if len(theirs) < _MANY else _SOME) * behind


def same_last_sentence(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether a plain translation has more sentences than several, or as many, and is as long at its end as before.

    >>> same_last_sentence("It met in the spring of 2019. It left.", "Réunion en 2019. Il est parti.", ("en", "fr"))
    True
    """
    theirs, ours = sentence_ends(source), sentence_ends(target)
    if not theirs or len(theirs) != len(ours):
        is_single = not theirs and len(ours) == 1 and is_closed(target)  # the other stands for its last clause
        return is_single or _SEVERAL <= len(theirs) < len(ours)  # one may be split, and the rest cut off
    its, end = wide(source[theirs[-1] :].strip(), *languages), wide(target[ours[-1] :].strip(), *languages[::-1])
    before, rest = wide(source[: theirs[-1]], *languages), wide(target[: ours[-1]], *languages[::-1])
    return end >= _WHOLE * its or end * before >= _EVENLY * rest * its


def same_tags_last(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether a raw translation has all tags of its source, and goes on behind the last nearly as far as it does.

    >>> same_tags_last("Now choose the <b>newt</b> frontend.", "Choisissez l’interface <b>newt</b>.", ("en", "fr"))
    True
    """
    if "<" not in source and "&" not in source:
        return False
    (theirs, start), (ours, end) = _tags(source), _tags(target)
    if not theirs or Counter(theirs) != Counter(ours) or theirs[-1] != ours[-1]:
        return False
    behind, left = wide(plain(source[start:]).strip(), *languages), wide(plain(target[end:]).strip(), *languages[::-1])
    return behind < _SWAPPED or left >= _GOES_ON * behind


def _tags(text: str) -> tuple[list[str], int]:
    """Give the tags and entities of a text, and where the last one ends."""
    found = [one for one in _TAG.finditer(text) if one[0].lower() not in _CHARACTERS]
    return [one[0] for one in found], found[-1].end() if found else 0
