"""Russian number words, in all cases."""

from __future__ import annotations

from fractions import Fraction

from tm.text.number_lexicons.word import (
    HALF,
    QUARTERS,
    THIRD,
    TWO_THIRDS,
    Forms,
    Lexicon,
    lexicon,
    multiplier,
    number,
    plural,
    slots,
    vague,
)

_ADJECTIVE = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ей ую юю ых их ыми ими".split()
_STEMS = (
    "одно двух|дву трех|трёх|тре четырех|четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати"
    " тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати"
).split()
_TAILS = "летн дневн недельн месячн часов годичн кратн процентн сторонн значн этапн".split()


def _adjective(stem: str) -> str:
    return " ".join(stem + ending for ending in _ADJECTIVE)


def ordinals(stems: str, start: int, step: int = 1) -> Forms:
    """Give ordinals in all genders and cases."""
    for index, stem in enumerate(stems.split()):
        value = start + index * step
        yield from number(_adjective(stem), value, loose=value <= 2)


def teens(stems: str) -> Forms:
    """Give 11 to 19, and 11th to 19th."""
    for index, stem in enumerate(stems.split(), 11):
        yield from number(f"{stem}надцать {stem}надцати {stem}надцатью {_adjective(stem + 'надцат')}", index)


def tens(stems: str) -> Forms:
    """Give 50 to 80, and 50th to 80th, from nominative and genitive of 5 to 8."""
    for index, stem in enumerate(stems.split(), 5):
        bare, genitive = stem.split("|")
        forms = f"{bare}десят {genitive}десяти {bare}юдесятью {_adjective(genitive + 'десят')}"
        yield from number(forms, 10 * index)


def hundreds(stems: str) -> Forms:
    """Give 500 to 900 from nominative and genitive of 5 to 9."""
    for index, stem in enumerate(stems.split(), 5):
        bare, genitive = stem.split("|")
        yield from number(f"{bare}сот {genitive}сот {genitive}стам {genitive}стах", 100 * index)


def multipliers(stems: str) -> Forms:
    """Give a million, 10⁹ and 10¹² in all cases."""
    for index, stem in enumerate(stems.split(), 2):
        yield from multiplier(stem, 1000**index)
        yield from plural(" ".join(stem + ending for ending in "а у ом е ы ов ам ами ах".split()), 1000**index)


def compounds() -> Forms:
    """Give adjectives that begin with a number: двухдневный, трехлетний, пятилетний."""
    for index, forms in enumerate(_STEMS, 1):
        for form in forms.split("|"):
            for tail in _TAILS:
                yield from vague(_adjective(form + tail), index)


_TENS = "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто".split()


def anniversaries() -> Forms:
    """Give nouns of so many years: двадцатилетие, семидесятипятилетие."""
    units = [(index, form) for index, forms in enumerate(_STEMS[:9], 1) for form in forms.split("|")]
    for index, stem in enumerate(_TENS, 2):
        for unit, form in ((0, ""), *units):
            yield from vague(
                " ".join(f"{stem}{form}лети{ending}" for ending in "е я ю ем и".split()), 10 * index + unit
            )


RUSSIAN: Lexicon = lexicon(
    vague(_adjective("тысячн"), 1000),
    vague(_adjective("миллионн"), 10**6),
    vague("полмиллиона", 500_000),
    number("ноль нуль нуля нулю", 0, loose=True),
    number("один одна одно одни одного одной одному одним одном одну одних одними", 1, loose=True),
    slots("два|две|двух|двум|двумя три|трех|трёх|трем|трём|тремя", 2),
    slots("четыре|четырех|четырёх|четырем|четырём|четырьмя пять|пяти|пятью шесть|шести|шестью", 4),
    slots("семь|семи|семью восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью", 7),
    teens("один две три четыр пят шест сем восем девят"),
    slots("двадцать|двадцати|двадцатью тридцать|тридцати|тридцатью сорок|сорока", 20, 10),
    tens("пять|пяти шесть|шести семь|семи восемь|восьми"),
    slots("девяносто|девяноста сто|ста", 90, 10),
    number("двести двухсот двумстам двухстах двумястами", 200),
    number("триста трехсот трёхсот тремстам трехстах тремястами", 300),
    number("четыреста четырехсот четырёхсот четыремстам", 400),
    hundreds("пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти"),
    ordinals("перв втор", 1),
    ordinals("четверт пят шест седьм восьм девят десят", 4),
    ordinals("четвёрт", 4),
    ordinals("двадцат тридцат сороков", 20, 10),
    ordinals("девяност сот", 90, 10),
    ordinals("двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот", 200, 100),
    ordinals("трёхсот четырёхсот", 300, 100),
    number("третий третья третье третьи третьего третьему третьим третьем третьей третью третьих третьими", 3, *THIRD),
    multiplier("тысяча тысячу тыс", 1000),
    plural("тысячи тысяч тысячам тысячами тысячах тысяче тысячей", 1000),
    multiplier("млн", 10**6),
    multiplier("млрд", 10**9),
    multiplier("трлн", 10**12),
    multipliers("миллион миллиард триллион"),
    vague("половина половины половине половину половиной наполовину вдвое", 2, *HALF),
    vague("полтора полутора полторы", 1, Fraction(3, 2)),
    vague("треть трети третью", 3, *THIRD, *TWO_THIRDS),
    vague("четверть четверти четвертью", 4, *QUARTERS),
    vague(
        "дважды двое двоих удвоить удвоение оба обе обоих обеих двойной двойного двусторонний"
        " двукратный двукратное пара пары",
        2,
    ),
    vague("трижды втрое тройной", 3),
    number("трое троих троим троими", 3),
    vague("утроение утроения утроить утроиться утроился утроилась утроилось утроились втрое", 3),
    vague("вчетверо", 4),
    vague("впятеро", 5),
    number("четверо четверых четверым четверыми", 4),
    number("пятеро пятерых пятерым пятерыми", 5),
    number("шестеро шестерых шестерым шестерыми", 6),
    number("семеро семерых семерым семерыми", 7),
    vague("вдесятеро удесятерить удесятерение", 10),
    vague(_adjective("нулев"), 2000, 0),
    vague("десяток десятка", 10),
    vague("десятилетие десятилетия десятилетий десятилетии", 10),
    vague("век века веке столетие столетия сотня сотни", 100),
    vague("неделя недели неделю недель", 7, 1, 2),
    vague("однократно однократный единственный", 1),
    vague("полдень", 12),
    vague("полночь", 0, 24, 12),
    compounds(),
    anniversaries(),
)
