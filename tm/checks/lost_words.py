"""Find numbers up to ten that an English sentence says in words and its translation does not say at all."""

from __future__ import annotations

from collections.abc import Sequence

from tm.checks.check import Fault
from tm.checks.partners import is_firm
from tm.model.finding import Span
from tm.text.number import Form, Number
from tm.text.pattern import pattern

_LONGEST = 600
"""Characters of a sentence, or a few: in a longer text a number may be said otherwise."""

_SAID_OTHERWISE = pattern(
    r"[\s-](?:thirds?|quarters?|fourths?|fifths?|sixths?|tenths?|halves)\b|\s(?:and\sa\shalf|out\sof|in\s)"
    r"|\s\w+\sand\sa\shalf|[\s-](?:times?|hours?|days?|weeks?|months?|years?)\b"
    r"|\sof\s(?:the|its|their|all|our)\s(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)"
)


def lost_words(
    lost: Sequence[Number], source: tuple[str, str], target: tuple[str, Sequence[Number]], *, duals: bool
) -> list[Fault]:
    """Say which of the numbers that were lost are such, but for shares and durations: three quarters, six months.

    Args:
        source: text and language.
        target: text, and all numbers in it; what it says once may answer for two.
        duals: whether the translation may say a 2 by the form of a word.
    """
    text, language = source
    if language != "en" or len(text) > _LONGEST:
        return []
    own = [one for one in lost if one.form is Form.WORDS and is_firm(one) and not _SAID_OTHERWISE.match(text, one.end)]
    low, said = target[0].casefold(), frozenset(value for number in target[1] for value in number.values)
    own = [one for one in own if one.text.casefold() not in low and one.values.isdisjoint(said)]
    told = [one for one in own if min(one.quantities, default=0) > 1 + duals]
    if not told:
        return []
    return [Fault(f"{named(told)} not in the translation", of=Span(told[0].start, told[0].end))]


def named(numbers: Sequence[Number]) -> str:
    """Name some numbers, with the verb behind them.

    >>> named([Number(0, 3, "two", frozenset({2}), Form.WORDS, False)])
    'two is'
    """
    texts = list(dict.fromkeys(number.text for number in numbers))
    more = f" and {len(texts) - 5} more" if len(texts) > 5 else ""
    return f"{', '.join(texts[:5])}{more} {'is' if len(texts) == 1 else 'are'}"
