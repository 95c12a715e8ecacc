"""Compare the shares that two texts name in words: a third is no quarter."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.number import Form, Number
from tm.text.shares import Share, find_shares
from tm.text.spans import inside

_NEAR = Fraction(3, 2)
"""Points per cent by which a share may be rounded: a third is 33 or 34 per cent."""


def other_share(
    source: str,
    theirs: Sequence[Number],
    source_language: str,
    target: str,
    ours: Sequence[Number],
    target_language: str,
) -> list[Fault]:
    """Say when a share has become another: one of the source is not in the translation, nor its one in the source.

    Args:
        theirs, ours: the numbers of the two texts, which may say the same in per cent.
    """
    wanted = find_shares(source, source_language)
    found = find_shares(target, target_language) if wanted else ()
    if not found:
        return []
    lost = [share for share in wanted if not _is_said(share, found, ours)]
    added = [share for share in found if not _is_said(share, wanted, theirs)]
    if lost and added:
        message = f"the translation has {added[0].text} where the source has {lost[0].text}"
        return [Fault(message, Span(added[0].start, added[0].end), Span(lost[0].start, lost[0].end))]
    return []


def _is_said(share: Share, shares: Sequence[Share], numbers: Sequence[Number]) -> bool:
    if any(other.value == share.value for other in shares):
        return True
    in_share = inside({(other.start, other.end) for other in shares})
    for number in numbers:
        if in_share(number.start):
            continue
        if number.form is not Form.WORDS or len(number.values) == 1:  # a word like "third" is an ordinal
            if any(value == share.value or abs(value - 100 * share.value) <= _NEAR for value in number.quantities):
                return True
        elif share.value == Fraction(1, 2) and share.value in number.values:  # halving, demi-
            return True
    return False
