"""Say by its figures whether a part of a source is in its translation: a clause, or the end."""

from __future__ import annotations

from tm.text.pattern import pattern

_FIGURE = pattern(r"\d+")
_TAIL = 12
"""Characters at most that are the end of a text."""


def has_figures(source: str, place: tuple[int, int], target: str) -> bool:
    """Say whether a translation has the figures of a clause of its source that the other parts do not have.

    >>> has_figures("It met, and sat for 12 days.", (7, 28), "Elle a siégé 12 jours.")
    False
    >>> has_figures("It met, sitting for 12 days.", (7, 28), "Elle a siégé 12 jours.")
    True
    """
    part, others = source[slice(*place)].strip(" ,;."), source[: place[0]] + source[place[1] :]
    figures = set(_FIGURE.findall(part)).difference(_FIGURE.findall(others))
    return bool(figures) and figures.issubset(_FIGURE.findall(target)) and "," not in part and "and " not in part


def end_in_same_figure(source: str, target: str) -> bool:
    """Say whether two texts end in the same time or number, if in other words.

    >>> end_in_same_figure("held at 10 a.m.", "tenue à 10 heures")
    True
    """
    theirs, ours = _FIGURE.findall(source[-_TAIL:]), _FIGURE.findall(target[-_TAIL:])
    return bool(theirs) and theirs == ours
