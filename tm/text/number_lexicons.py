"""The words that stand for numbers in Arabic, English, French, Russian and Spanish, inflected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Part(Enum):
    """How a word enters a number: added, multiplying, standing for itself, or only joining."""

    ADD = "add"
    HUNDRED = "hundred"
    THOUSANDS = "thousands"
    FRACTION = "fraction"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Word:
    """A number word.

    Attributes:
        value: what it adds or multiplies by; 0 for a word that joins.
        part: how it enters a number.
        other: further readings of the word alone ("third" is 3 and ⅓; half is ½ and 50 per cent).
        loose: too common or ambiguous to be missed: it only answers for a figure of the other side.
        needs_number: a plural like "millions" that is no number by itself.
        joined: carries its own "and" (Arabic و).
    """

    value: int
    part: Part = Part.ADD
    other: tuple[int | Fraction, ...] = ()
    loose: bool = False
    needs_number: bool = False
    joined: bool = False


_HALF, _THIRD, _QUARTER = (Fraction(1, 2), 50), (Fraction(1, 3), 33), (Fraction(1, 4), 25)
_TWO_THIRDS, _FIFTH = (Fraction(2, 3), 66, 67), (Fraction(1, 5), 20)
Lexicon = Mapping[str, Word]


def _add(words: str, start: int, step: int = 1) -> Iterator[tuple[str, Word]]:
    """Number the slots of a list from `start`; a slot holds the forms of one number, with `|` between."""
    for index, forms in enumerate(words.split()):
        value = start + index * step
        for form in forms.split("|"):
            yield form, Word(value, loose=value <= 1)


def _all(forms: str, word: Word) -> Iterator[tuple[str, Word]]:
    return ((form, word) for form in forms.split())


def _english() -> Lexicon:
    words: dict[str, Word] = {}
    words.update(_add("zero|nought one two three four five six seven eight nine ten eleven twelve", 0))
    words.update(_add("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13))
    words.update(_add("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10))
    words.update(_add("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1))
    words.update(_add("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13))
    words.update(_add("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10))
    for index, decade in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split()):
        words[decade] = Word(20 + 10 * index, other=(1920 + 10 * index,))
    words.update(_all("hundred hundredth", Word(100, Part.HUNDRED)))
    words.update(_all("thousand thousandth", Word(1000, Part.THOUSANDS)))
    words.update(_all("million millionth mn", Word(10**6, Part.THOUSANDS)))
    words.update(_all("billion bn", Word(10**9, Part.THOUSANDS)))
    words.update(_all("trillion", Word(10**12, Part.THOUSANDS)))
    words["hundreds"] = Word(100, Part.HUNDRED, needs_number=True)
    words["thousands"] = Word(1000, Part.THOUSANDS, needs_number=True)
    words["millions"] = Word(10**6, Part.THOUSANDS, needs_number=True)
    words["billions"] = Word(10**9, Part.THOUSANDS, needs_number=True)
    words["dozen"] = Word(12, Part.THOUSANDS, loose=True)
    words.update(_all("biennial biannual biennium", Word(2, Part.FRACTION, loose=True)))
    words["triennial"] = Word(3, Part.FRACTION, loose=True)
    words["quadrennial"] = Word(4, Part.FRACTION, loose=True)
    words["quinquennial"] = Word(5, Part.FRACTION, loose=True)
    words["second"] = Word(2, loose=True)
    words["third"] = Word(3, other=_THIRD, loose=True)
    words["fourth"] = Word(4, other=_QUARTER)
    words["fifth"] = Word(5, other=_FIFTH)
    words.update(_all("half halve halved halves halving", Word(2, Part.FRACTION, _HALF, loose=True)))
    words.update(_all("quarter quarters", Word(4, Part.FRACTION, (*_QUARTER, Fraction(3, 4), 75, 3), loose=True)))
    words["thirds"] = Word(3, Part.FRACTION, (*_TWO_THIRDS, *_THIRD, 2), loose=True)
    words["fifths"] = Word(5, Part.FRACTION, (20, 40, 60, 80), loose=True)
    words.update(_all("twice double doubled doubling doubles both couple pair bilateral twofold two-fold dual binary",
                      Word(2, Part.FRACTION, loose=True)))  # fmt: skip
    words.update(_all("triple tripled tripling thrice treble threefold", Word(3, Part.FRACTION, loose=True)))
    words.update(_all("quadruple quadrupled", Word(4, Part.FRACTION, loose=True)))
    words.update(_all("once single", Word(1, Part.FRACTION, loose=True)))
    words.update(_all("decade decades decennial", Word(10, Part.FRACTION, loose=True)))
    words.update(_all("century centuries", Word(100, Part.FRACTION, loose=True)))
    words.update(_all("fortnight biweekly", Word(14, Part.FRACTION, (2,), loose=True)))
    words.update(_all("week weeks weekly", Word(7, Part.FRACTION, (1,), loose=True)))
    words.update(_all("noon midday", Word(12, Part.FRACTION, loose=True)))
    words.update(_all("midnight", Word(0, Part.FRACTION, (24, 12), loose=True)))
    words.update(_all("and a", Word(0, Part.JOIN)))
    return words


def _french() -> Lexicon:
    words: dict[str, Word] = {}
    words.update(_add("zéro un|une|unième deux trois quatre cinq six sept huit neuf dix onze douze treize", 0))
    words.update(_add("quatorze quinze seize", 14))
    words.update(_add("vingt|vingts trente quarante cinquante soixante septante octante|huitante nonante", 20, 10))
    words.update(_add("premier|première|premiers|premières second|seconde", 1))
    words.update(_add("deuxième|deuxièmes troisième|troisièmes|tiers quatrième|quatrièmes cinquième|cinquièmes", 2))
    words.update(_add("sixième septième huitième neuvième dixième onzième douzième treizième quatorzième", 6))
    words.update(_add("quinzième seizième", 15))
    words.update(_add("vingtième trentième quarantième cinquantième soixantième", 20, 10))
    words.update(_all("cent cents centième", Word(100, Part.HUNDRED)))
    words.update(_all("mille millième", Word(1000, Part.THOUSANDS)))
    words.update(_all("million", Word(10**6, Part.THOUSANDS)))
    words.update(_all("milliard", Word(10**9, Part.THOUSANDS)))
    words.update(_all("billion", Word(10**12, Part.THOUSANDS)))
    words["millions"] = Word(10**6, Part.THOUSANDS, needs_number=True)
    words["milliards"] = Word(10**9, Part.THOUSANDS, needs_number=True)
    words["billions"] = Word(10**12, Part.THOUSANDS, needs_number=True)
    words.update(_all("demi demie moitié moitiés mi", Word(2, Part.FRACTION, _HALF, loose=True)))
    words["tiers"] = Word(3, Part.FRACTION, (*_THIRD, *_TWO_THIRDS), loose=True)
    words.update(_all("quart quarts", Word(4, Part.FRACTION, (*_QUARTER, Fraction(3, 4), 75, 3), loose=True)))
    words.update(_all("double doubler doublé doublée doubles bilatéral bilatérale bilatéraux binaire bis",
                      Word(2, Part.FRACTION, loose=True)))  # fmt: skip
    words.update(_all("triple triplé tripler", Word(3, Part.FRACTION, loose=True)))
    words["dizaine"] = Word(10, Part.FRACTION, loose=True)
    words.update(_all("douzaine douzaines", Word(12, Part.THOUSANDS, loose=True)))
    words["quinzaine"] = Word(15, Part.FRACTION, (14, 2), loose=True)
    words.update(_all("vingtaine trentaine quarantaine", Word(20, Part.FRACTION, (30, 40, 14), loose=True)))
    words.update(_all("centaine siècle", Word(100, Part.FRACTION, loose=True)))
    words["millier"] = Word(1000, Part.FRACTION, loose=True)
    words.update(_all("décennie décennies décennal décennale décennaux", Word(10, Part.FRACTION, loose=True)))
    words.update(_all("biennal biennale biennaux", Word(2, Part.FRACTION, loose=True)))
    words.update(_all("triennal triennale triennaux", Word(3, Part.FRACTION, loose=True)))
    words.update(_all("quadriennal quadriennale", Word(4, Part.FRACTION, loose=True)))
    words.update(_all("quinquennal quinquennale quinquennaux", Word(5, Part.FRACTION, loose=True)))
    words.update(_all("semaine semaines", Word(7, Part.FRACTION, (1, 2), loose=True)))
    words["midi"] = Word(12, Part.FRACTION, loose=True)
    words["minuit"] = Word(0, Part.FRACTION, (24, 12), loose=True)
    words["et"] = Word(0, Part.JOIN)
    return words


def _gendered(stems: str, start: int, step: int = 1) -> Iterator[tuple[str, Word]]:
    """Spanish ordinals: -o, -a, -os, -as."""
    for index, stem in enumerate(stems.split()):
        for ending in ("o", "a", "os", "as"):
            yield stem + ending, Word(start + index * step, loose=start + index * step <= 2)


def _spanish() -> Lexicon:
    words: dict[str, Word] = {}
    words.update(_add("cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", 0))
    words.update(_add("quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte", 15))
    words.update(_add("veintiuno|veintiún|veintiuna veintidós|veintidos veintitrés veinticuatro veinticinco", 21))
    words.update(_add("veintiséis veintisiete veintiocho veintinueve", 26))
    words.update(_add("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10))
    hundreds = "dosc tresc cuatroc quin seisc setec ochoc novec"
    for index, stem in enumerate(hundreds.split()):
        for ending in ("ientos", "ientas"):
            words[stem + ending] = Word(200 + 100 * index)
    words["primer"] = words["tercer"] = Word(1, loose=True)
    words["tercer"] = Word(3)
    words.update(_gendered("primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim", 1))
    words.update(_gendered("decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav", 13))
    words.update(_gendered("decimonoven vigésim", 19))
    words.update(_gendered("trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim", 30, 10))
    words.update(_gendered("centésim", 100))
    del words["segundos"], words["segundas"]  # seconds of time
    words.update(_all("mil", Word(1000, Part.THOUSANDS)))
    words.update(_all("millón", Word(10**6, Part.THOUSANDS)))
    words.update(_all("billón", Word(10**12, Part.THOUSANDS)))
    words["miles"] = Word(1000, Part.THOUSANDS, needs_number=True)
    words["millones"] = Word(10**6, Part.THOUSANDS, needs_number=True)
    words["billones"] = Word(10**12, Part.THOUSANDS, needs_number=True)
    words.update(_all("medio media mitad mitades", Word(2, Part.FRACTION, _HALF, loose=True)))
    words.update(_all("tercio tercios tercera terceras", Word(3, Part.FRACTION, (*_THIRD, *_TWO_THIRDS), loose=True)))
    words.update(_all("cuarto cuarta cuartos cuartas",
                      Word(4, Part.ADD, (*_QUARTER, Fraction(3, 4), 75, 3), loose=True)))  # fmt: skip
    words.update(_all("quinto quinta", Word(5, Part.ADD, _FIFTH)))
    words.update(_all("doble dobles duplicar duplicado duplicó ambos ambas par bilateral binario",
                      Word(2, Part.FRACTION, loose=True)))  # fmt: skip
    words.update(_all("triple triplicar triplicado", Word(3, Part.FRACTION, loose=True)))
    words.update(_all("bienal bienales bienio", Word(2, Part.FRACTION, loose=True)))
    words.update(_all("trienal trienales", Word(3, Part.FRACTION, loose=True)))
    words.update(_all("cuadrienal cuatrienal", Word(4, Part.FRACTION, loose=True)))
    words.update(_all("quinquenal quinquenales", Word(5, Part.FRACTION, loose=True)))
    words.update(_all("decena década décadas decenio decenios decenal decenales", Word(10, Part.FRACTION, loose=True)))
    words.update(_all("docena docenas", Word(12, Part.THOUSANDS, loose=True)))
    words.update(_all("mediodía", Word(12, Part.FRACTION, loose=True)))
    words["quincena"] = Word(15, Part.FRACTION, (14, 2), loose=True)
    words.update(_all("centenar siglo", Word(100, Part.FRACTION, loose=True)))
    words["millar"] = Word(1000, Part.FRACTION, loose=True)
    words.update(_all("semana semanas", Word(7, Part.FRACTION, (1, 2), loose=True)))
    words["medianoche"] = Word(0, Part.FRACTION, (24, 12), loose=True)
    words["y"] = Word(0, Part.JOIN)
    return words


_ADJECTIVE = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ей ую юю ых их ыми ими".split()


def _ordinal(stem: str, value: int) -> Iterator[tuple[str, Word]]:
    return ((stem + ending, Word(value, loose=value <= 2)) for ending in _ADJECTIVE)


def _russian() -> Lexicon:
    words: dict[str, Word] = {}
    words.update(_all("ноль нуль нуля нулю", Word(0, loose=True)))
    words.update(_all("один одна одно одни одного одной одному одним одном одну одних одними", Word(1, loose=True)))
    words.update(_add("два|две|двух|двум|двумя три|трех|трёх|трем|трём|тремя", 2))
    words.update(_add("четыре|четырех|четырёх|четырем|четырём|четырьмя пять|пяти|пятью шесть|шести|шестью", 4))
    words.update(_add("семь|семи|семью восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью", 7))
    teens = "один две три четыр пят шест сем восем девят"
    for index, stem in enumerate(teens.split()):
        for ending in ("надцать", "надцати", "надцатью"):
            words[stem + ending] = Word(11 + index)
        words.update(_ordinal(stem + "надцат", 11 + index))
    words.update(_add("двадцать|двадцати|двадцатью тридцать|тридцати|тридцатью сорок|сорока", 20, 10))
    for index, (stem, genitive) in enumerate((("пять", "пяти"), ("шесть", "шести"), ("семь", "семи"),
                                              ("восемь", "восьми"))):  # fmt: skip
        value = 50 + 10 * index
        words.update(_all(f"{stem}десят {genitive}десяти {stem}юдесятью", Word(value)))
        words.update(_ordinal(f"{genitive}десят", value))
    words.update(_add("девяносто|девяноста сто|ста", 90, 10))
    words.update(_all("двести двухсот двумстам двухстах двумястами", Word(200)))
    words.update(_all("триста трехсот трёхсот тремстам трехстах тремястами", Word(300)))
    words.update(_all("четыреста четырехсот четырёхсот четыремстам", Word(400)))
    for index, (stem, genitive) in enumerate((("пять", "пяти"), ("шесть", "шести"), ("семь", "семи"),
                                              ("восемь", "восьми"), ("девять", "девяти"))):  # fmt: skip
        words.update(_all(f"{stem}сот {genitive}сот {genitive}стам {genitive}стах", Word(500 + 100 * index)))
    for stem, value in zip("перв втор четверт четвёрт пят шест седьм восьм девят десят двадцат тридцат сороков".split(),
                           (1, 2, 4, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40), strict=True):  # fmt: skip
        words.update(_ordinal(stem, value))
    words.update(_ordinal("девяност", 90))
    words.update(_ordinal("сот", 100))
    words.update(_all("третий третья третье третьи третьего третьему третьим третьем третьей третью третьих третьими",
                      Word(3, other=_THIRD)))  # fmt: skip
    words.update(_russian_multipliers())
    words.update(_all("половина половины половине половину половиной наполовину пол полу вдвое",
                      Word(2, Part.FRACTION, _HALF, loose=True)))  # fmt: skip
    words.update(_all("полтора полутора полторы", Word(1, Part.FRACTION, (Fraction(3, 2),), loose=True)))
    words.update(_all("треть трети третью", Word(3, Part.FRACTION, (*_THIRD, *_TWO_THIRDS), loose=True)))
    words.update(_all("четверть четверти четвертью",
                      Word(4, Part.FRACTION, (*_QUARTER, Fraction(3, 4), 75, 3), loose=True)))  # fmt: skip
    words.update(_all("дважды двое двоих удвоить удвоение оба обе обоих обеих двойной двойного двусторонний двукратный"
                      " двукратное пара пары двумя", Word(2, Part.FRACTION, loose=True)))  # fmt: skip
    words.update(_all("трижды втрое трое троих тройной", Word(3, Part.FRACTION, loose=True)))
    words.update(_all("четверо вчетверо", Word(4, Part.FRACTION, loose=True)))
    words.update(_all("десяток десятка", Word(10, Part.FRACTION, loose=True)))
    words.update(_all("десятилетие десятилетия десятилетий десятилетии", Word(10, Part.FRACTION, loose=True)))
    words.update(_all("век века веке столетие столетия сотня сотни", Word(100, Part.FRACTION, loose=True)))
    words.update(_all("неделя недели неделю недель", Word(7, Part.FRACTION, (1, 2), loose=True)))
    words.update(_all("однократно однократный единственный", Word(1, Part.FRACTION, loose=True)))
    words["полдень"] = Word(12, Part.FRACTION, loose=True)
    words["полночь"] = Word(0, Part.FRACTION, (24, 12), loose=True)
    words.update(_russian_compounds())
    return words


def _russian_multipliers() -> Iterator[tuple[str, Word]]:
    yield from _all("тысяча тысячу тыс", Word(1000, Part.THOUSANDS))
    plural = "тысячи тысяч тысячам тысячами тысячах тысяче тысячей"
    yield from _all(plural, Word(1000, Part.THOUSANDS, needs_number=True))
    for stem, value in (("миллион", 10**6), ("миллиард", 10**9), ("триллион", 10**12)):
        yield stem, Word(value, Part.THOUSANDS)
        forms = " ".join(stem + ending for ending in "а у ом е ы ов ам ами ах".split())
        yield from _all(forms, Word(value, Part.THOUSANDS, needs_number=True))
    yield from _all("млн", Word(10**6, Part.THOUSANDS))
    yield from _all("млрд", Word(10**9, Part.THOUSANDS))
    yield from _all("трлн", Word(10**12, Part.THOUSANDS))


def _russian_compounds() -> Iterator[tuple[str, Word]]:
    """Adjectives that begin with a number: двухдневный, трехлетний, пятилетний."""
    stems = (
        "одно двух|дву трех|трёх|тре четырех|четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати"
        " тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати"
    ).split()
    tails = "летн дневн недельн месячн часов годичн кратн процентн сторонн значн этапн"
    for index, forms in enumerate(stems):
        for form in forms.split("|"):
            for tail in tails.split():
                for ending in _ADJECTIVE:
                    yield form + tail + ending, Word(index + 1, Part.FRACTION, loose=True)


BARE_ARABIC = {
    **str.maketrans("أإآٱى", "ااااي"),
    **dict.fromkeys(range(ord("\N{ARABIC FATHATAN}"), ord("\N{ARABIC SUKUN}") + 1)),
    ord("\N{ARABIC LETTER SUPERSCRIPT ALEF}"): None,
    ord("\N{ARABIC TATWEEL}"): None,
}
"""Takes vowel signs, kashida and the hamza of alif off, as most writers do (for `str.translate`)."""


def _arabic_base() -> Iterator[tuple[str, Word]]:
    yield from _all("صفر", Word(0, loose=True))
    yield from _all("اول اولي", Word(1, Part.FRACTION, loose=True))
    yield from _add("واحد|واحدة|احد|احدي|حادي|حادية اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|ثاني|ثانية", 1)
    yield from _add("ثلاث|ثلاثة|ثالث|ثالثة اربع|اربعة|رابع|رابعة خمس|خمسة|خامس|خامسة ست|ستة|سادس|سادسة", 3)
    yield from _add("سبع|سبعة|سابع|سابعة ثمان|ثماني|ثمانية|ثامن|ثامنة تسع|تسعة|تاسع|تاسعة عشر|عشرة|عاشر|عاشرة", 7)
    tens = "عشر ثلاث اربع خمس ست سبع ثمان تسع"
    for index, stem in enumerate(tens.split()):
        for ending in ("ون", "ين"):
            yield stem + ending, Word(20 + 10 * index)
        for ending in ("ينات", "ينيات"):
            yield stem + ending, Word(20 + 10 * index, other=(1920 + 10 * index,))
    for stem in ("مائة", "مئة", "مائه", "ماية"):
        yield stem, Word(100, Part.HUNDRED)
    yield from _all("مائتان مائتين مائتا مائتي مئتان مئتين مئتا مئتي", Word(200))
    for index, stem in enumerate("ثلاث اربع خمس ست سبع ثماني تسع".split()):
        for tail in ("مائة", "مئة", "مائه"):
            yield stem + tail, Word(300 + 100 * index)
    yield "ثمانمائة", Word(800)
    yield "ثمانمئة", Word(800)
    yield "الف", Word(1000, Part.THOUSANDS)
    yield "الفا", Word(1000, Part.THOUSANDS, (2000,), loose=True)
    yield from _all("الفان الفين الفي", Word(2000, loose=True))
    yield from _all("الاف", Word(1000, Part.THOUSANDS, needs_number=True))
    for stem, value in (("مليون", 10**6), ("مليار", 10**9), ("بليون", 10**9), ("تريليون", 10**12), ("ترليون", 10**12)):
        yield stem, Word(value, Part.THOUSANDS)
        yield f"{stem}ات", Word(value, Part.THOUSANDS, needs_number=True)
        yield f"{stem}ا", Word(value, Part.THOUSANDS, (2 * value,), loose=True)
        yield from _all(f"{stem}ين {stem}ان {stem}ي", Word(2 * value, loose=True))
    yield from _all("ملايين", Word(10**6, Part.THOUSANDS, needs_number=True))
    yield from _all("بلايين", Word(10**9, Part.THOUSANDS, needs_number=True))
    yield from _all("نصف منتصف انصاف", Word(2, Part.FRACTION, _HALF, loose=True))
    yield from _all("ثلث", Word(3, Part.FRACTION, _THIRD, loose=True))
    yield from _all("ثلثا ثلثي ثلثين ثلثان", Word(2, Part.FRACTION, _TWO_THIRDS, loose=True))
    yield from _all("ربع ارباع", Word(4, Part.FRACTION, (*_QUARTER, Fraction(3, 4), 75, 3), loose=True))
    yield from _all("ضعف ضعفا ضعفي ضعفين ضعفان مرتين مرتان كلا كلتا كلتي مزدوج مزدوجة ثنائي ثنائية"
                    " مضاعفة كلاهما كليهما", Word(2, Part.FRACTION, loose=True))  # fmt: skip
    yield from _all("يومين يومان شهرين شهران عامين عامان سنتين سنتان ساعتين ساعتان اسبوعين اسبوعان حالتين حالتان"
                    " شخصين شخصان دولتين دولتان مترين متران قدمين بلدين دقيقتين مرحلتين جرعتين جزءين جزئين فقرتين",
                    Word(2, Part.FRACTION, (14,), loose=True))  # fmt: skip
    yield from _all("ثلاثي ثلاثية", Word(3, Part.FRACTION, loose=True))
    yield from _all("رباعي رباعية", Word(4, Part.FRACTION, loose=True))
    yield from _all("خماسي خماسية خمسية", Word(5, Part.FRACTION, loose=True))
    yield from _all("عقد عقدا عقدين عشري عشرية", Word(10, Part.FRACTION, (20,), loose=True))
    yield from _all("قرن قرنا", Word(100, Part.FRACTION, loose=True))
    yield from _all("اسبوع اسابيع", Word(7, Part.FRACTION, (1,), loose=True))
    yield from _all("يوم شهر عام سنة ساعة مرة دقيقة متر", Word(1, Part.FRACTION, loose=True))


def _arabic() -> Lexicon:
    words: dict[str, Word] = {}
    prefixes = ("", "ال", "ب", "ل", "ك", "بال", "لل", "كال", "ف", "فال")
    for form, word in _arabic_base():
        for prefix in prefixes:
            words.setdefault(prefix + form, word)
            joined = Word(word.value, word.part, word.other, word.loose, word.needs_number, joined=True)
            words.setdefault("و" + prefix + form, joined)
    for per_cent in ("بالمائة", "بالمئة", "بالماية"):
        del words[per_cent]
    return words


LEXICONS: Mapping[str, Lexicon] = {
    "ar": _arabic(),
    "en": _english(),
    "fr": _french(),
    "ru": _russian(),
    "es": _spanish(),
}
