"""English ordinals in words, first to one hundred and ninety-ninth."""

from __future__ import annotations

from tm.text.ordinals.grammar import Grammar, lowered

_UNITS = (
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(value: int, feature: str) -> str:
    """Spell an ordinal.

    >>> spell(76, ""), spell(80, ""), spell(101, "")
    ('seventy-sixth', 'eightieth', 'one hundred and first')
    """
    if value >= 100:
        return f"one hundred and {spell(value - 100, feature)}" if value > 100 else "one hundredth"
    if value < 20:
        return _UNITS[value]
    tens, unit = divmod(value, 10)
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else f"{_TENS[tens][:-1]}ieth"


ENGLISH = Grammar(spell, ("",), 199, lowered, {"hundredth": (100, frozenset(("",)))})
