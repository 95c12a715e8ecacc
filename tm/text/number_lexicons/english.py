"""English number words."""

from __future__ import annotations

from tm.text.number_lexicons.word import (
    FIFTH,
    HALF,
    QUARTER,
    QUARTERS,
    THIRD,
    TWO_THIRDS,
    Forms,
    Lexicon,
    folds,
    hundred,
    joins,
    lexicon,
    multiplier,
    number,
    plural,
    slots,
    vague,
)


def decades(words: str) -> Forms:
    """Read "nineties" as 90 and as 1990."""
    for index, word in enumerate(words.split(), 2):
        yield from number(word, 10 * index, 1900 + 10 * index)


ENGLISH: Lexicon = lexicon(
    slots("zero|nought one two three four five six seven eight nine ten eleven twelve", 0),
    slots("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
    slots("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10),
    slots("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
    slots("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13),
    slots("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
    decades("twenties thirties forties fifties sixties seventies eighties nineties"),
    hundred("hundred hundredth"),
    multiplier("thousand thousandth", 1000),
    multiplier("million millionth mn", 10**6),
    multiplier("billion bn", 10**9),
    multiplier("trillion", 10**12),
    plural("hundreds", 100),
    plural("thousands", 1000),
    plural("millions", 10**6),
    plural("billions", 10**9),
    multiplier("dozen", 12, loose=True),
    vague("biennial biannual biennium", 2),
    vague("triennial", 3),
    vague("quadrennial", 4),
    vague("quinquennial", 5),
    number("second", 2, loose=True),
    number("third", 3, *THIRD, loose=True),
    number("fourth", 4, *QUARTER),
    number("fifth", 5, *FIFTH),
    vague("half halve halved halves halving", 2, *HALF),
    vague("quarter", 4, *QUARTER),
    vague("quarters", 4, *QUARTERS),
    vague("thirds", 3, *TWO_THIRDS, *THIRD, 2),
    vague("fifths", 5, 20, 40, 60, 80),
    vague("twice double doubled doubling doubles both couple pair bilateral twofold two-fold dual binary", 2),
    vague("triple tripled tripling thrice treble threefold", 3),
    vague("quadruple quadrupled", 4),
    folds("four five six seven eight nine ten", "fold", 4),
    vague("hundredfold", 100),
    vague("once single", 1),
    vague("decade decades decennial", 10),
    vague("century centuries", 100),
    vague("fortnight biweekly", 14, 2),
    vague("week weeks weekly", 7, 1),
    vague("noon midday", 12),
    vague("midnight", 0, 24, 12),
    joins("and a"),
)
