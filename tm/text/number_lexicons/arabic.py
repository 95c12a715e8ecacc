"""Arabic number words, with their prefixes and without vowel signs."""

from __future__ import annotations

from dataclasses import replace

from tm.text.number_lexicons.word import (
    HALF,
    QUARTER,
    QUARTERS,
    THIRD,
    TWO_THIRDS,
    Forms,
    Lexicon,
    Word,
    hundred,
    lexicon,
    multiplier,
    number,
    plural,
    slots,
    vague,
)

BARE_ARABIC = {
    **str.maketrans("أإآٱى", "ااااي"),
    **dict.fromkeys(range(ord("\N{ARABIC FATHATAN}"), ord("\N{ARABIC SUKUN}") + 1)),
    ord("\N{ARABIC LETTER SUPERSCRIPT ALEF}"): None,
    ord("\N{ARABIC TATWEEL}"): None,
}
"""Takes vowel signs, kashida and the hamza of alif off, as most writers do (for `str.translate`)."""

_PREFIXES = ("", "ال", "ب", "ل", "ك", "بال", "لل", "كال", "ف", "فال")
_PER_CENT = ("بالمائة", "بالمئة", "بالماية")


def tens(stems: str) -> Forms:
    """Give 20 to 90, and the decades: التسعينات is 90 and 1990."""
    for index, stem in enumerate(stems.split(), 2):
        yield from number(f"{stem}ون {stem}ين", 10 * index)
        yield from number(f"{stem}ينات {stem}ينيات", 10 * index, 1900 + 10 * index)


def hundreds(stems: str) -> Forms:
    """Give 300 to 900 written as one word."""
    for index, stem in enumerate(stems.split(), 3):
        yield from number(f"{stem}مائة {stem}مئة {stem}مائه", 100 * index)


def multipliers(stems: str, value: int) -> Forms:
    """Give a million and what is above, with the dual, which looks like an accusative."""
    for stem in stems.split():
        yield from multiplier(stem, value)
        yield from plural(f"{stem}ات", value)
        yield from multiplier(f"{stem}ا", value, 2 * value, loose=True)
        yield from number(f"{stem}ين {stem}ان {stem}ي", 2 * value, loose=True)


def prefixed(base: Lexicon) -> Lexicon:
    """Add the forms with article, preposition and و, "and"; what is already a word stays that word."""
    words: dict[str, Word] = {}
    for form, word in base.items():
        for prefix in _PREFIXES:
            words.setdefault(prefix + form, word)
            words.setdefault("و" + prefix + form, replace(word, joined=True))
    return {form: word for form, word in words.items() if form not in _PER_CENT}


ARABIC: Lexicon = prefixed(
    lexicon(
        number("صفر", 0, loose=True),
        vague("اول اولي", 1),
        slots("واحد|واحدة|احد|احدي|حادي|حادية اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|ثاني|ثانية", 1),
        slots("ثلاث|ثلاثة|ثالث|ثالثة اربع|اربعة|رابع|رابعة خمس|خمسة|خامس|خامسة ست|ستة|سادس|سادسة", 3),
        slots("سبع|سبعة|سابع|سابعة ثمان|ثماني|ثمانية|ثامن|ثامنة تسع|تسعة|تاسع|تاسعة عشر|عشرة|عاشر|عاشرة", 7),
        slots("ثلاثا اربعا خمسا ستا سبعا ثمانيا تسعا عشرا", 3),
        tens("عشر ثلاث اربع خمس ست سبع ثمان تسع"),
        hundred("مائة مئة مائه ماية"),
        number("مائتان مائتين مائتا مائتي مئتان مئتين مئتا مئتي", 200),
        hundreds("ثلاث اربع خمس ست سبع ثماني تسع"),
        number("ثمانمائة", 800),
        number("ثمانمئة", 800),
        multiplier("الف", 1000),
        multiplier("الفا", 1000, 2000, loose=True),
        number("الفان الفين الفي", 2000, loose=True),
        plural("الاف", 1000),
        multipliers("مليون", 10**6),
        multipliers("مليار بليون", 10**9),
        multipliers("تريليون ترليون", 10**12),
        plural("ملايين", 10**6),
        plural("بلايين", 10**9),
        vague("نصف منتصف انصاف", 2, *HALF),
        vague("ثلث", 3, *THIRD),
        vague("ثلثا ثلثي ثلثين ثلثان", 2, *TWO_THIRDS),
        vague("ربع", 4, *QUARTER),
        vague("ارباع", 4, *QUARTERS),
        vague("ضعف ضعفا ضعفي ضعفين ضعفان مرتين مرتان كلا كلتا كلتي مزدوج مزدوجة ثنائي ثنائية مضاعفة كلاهما كليهما", 2),
        vague(
            "يومين يومان شهرين شهران عامين عامان سنتين سنتان ساعتين ساعتان اسبوعين اسبوعان حالتين حالتان"
            " شخصين شخصان دولتين دولتان مترين متران قدمين بلدين دقيقتين مرحلتين جرعتين جزءين جزئين فقرتين",
            2,
            14,
        ),
        vague("ثلاثي ثلاثية", 3),
        vague("رباعي رباعية", 4),
        vague("خماسي خماسية خمسية", 5),
        vague("عقد عقدا عقدين عشري عشرية", 10, 20),
        vague("قرن قرنا", 100),
        vague("اسبوع اسابيع", 7, 1),
        vague("يوم شهر عام سنة ساعة مرة دقيقة متر", 1),
    )
)
