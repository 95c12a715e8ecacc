"""Tell by lengths, signs and what stands at the end that a translation is cut off, and not merely said shortly."""

from __future__ import annotations

from tm.checks.lone_times import same_time_last
from tm.checks.name_lengths import abbreviated
from tm.checks.negations_paired import cancelled
from tm.checks.said_end import says_end
from tm.checks.same_end import is_closed, same_figures_last, same_tags_last
from tm.checks.telling import is_told
from tm.model.unit import Unit

BRIEF = 80
"""Characters of English up to which a text with an end is one short sentence."""

_SHORT = {"en": 0.45, "fr": 0.46, "es": 0.46, "ru": 0.5, "ar": 0.65, "zh": 0.6}
"""How much speaks for a lost end in three of a thousand of their pairs."""

_NO_STOP, _FORGOTTEN, _USUAL = 0.5, 0.25, 0.27
"""What a missing final stop adds to what speaks for a lost end, and where it is merely forgotten, in a usual length."""

_ENDS_ALIKE = 0.3
"""By how much a translation may be shorter, as a logarithm, that ends as its source does."""

_SAYS_END = 0.15
"""By how much so that has words for what stands at the end of its source."""

_COMMAS, _CLAUSES = ",，،、", ";；؛:："


def is_far_shorter(unit: Unit, texts: tuple[str, str], languages: tuple[str, str], excess: float) -> bool:
    """Say whether a translation is so much shorter than usual that its end seems to be cut off.

    Args:
        texts: source and translation as plain prose.
        excess: by how much the translation is longer than usual, as a logarithm.
    """
    beyond = _lacks(*texts, excess) - excess - _SHORT[languages[1]]
    if beyond <= 0 or beyond <= (excused := _excused(unit, texts, languages)):
        return False
    says = languages[0] == "en" and says_end(*texts, languages[1])
    return not says or beyond > _SAYS_END + excused


def _excused(unit: Unit, texts: tuple[str, str], languages: tuple[str, str]) -> float:
    """Say how much the translation may be shorter: a short sentence, two negations, acronyms, an end alike."""
    source, target = texts
    is_whole = len(source) < BRIEF and is_closed(source) is is_closed(target)
    is_turned = is_whole and languages[0] == "en" and bool(cancelled(source))
    ends_alike = same_figures_last(source, target, languages)
    is_excused = is_turned or ends_alike or same_tags_last(unit.source, unit.target, languages)
    is_excused = is_excused or is_told(source, source.rfind(", ") + 1, target, languages)
    is_excused = is_excused or same_time_last(source, target, languages)
    return 0.12 * is_whole + abbreviated(source, target, languages[1]) + (_ENDS_ALIKE if is_excused else 0)


def _lacks(source: str, target: str, excess: float) -> float:
    """Say how much signs speak for a lost end: fewer commas and clauses than the source has, and no stop behind it."""
    is_open = is_closed(source) and not is_closed(target)
    stop = _NO_STOP if excess < -_USUAL else _FORGOTTEN
    return -0.1 * _surplus(source, target, _COMMAS) - 0.08 * _surplus(source, target, _CLAUSES) + stop * is_open


def _surplus(source: str, target: str, signs: str) -> float:
    theirs, ours = (sum(map(text.count, signs)) for text in (source, target))
    return (ours - theirs) / (ours + theirs + 1)
