"""The names of the months in five languages; Chinese numbers them."""

MONTHS = {
    "en": "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep October|Oct"
    " November|Nov December|Dec",
    "fr": "janvier|janv février|févr|fevrier mars avril mai juin juillet|juil août|aout septembre|sept octobre|oct"
    " novembre|nov décembre|déc|decembre",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep"
    " octubre|oct noviembre|nov diciembre|dic",
    "ru": r"январ(?:[яьеюём]+|ск\w{2,3})|янв феврал(?:[яьеюём]+|ьск\w{2,3})|февр? март(?:[аеуом]*|овск\w{2,3})|мар"
    r" апрел(?:[яьеюём]+|ьск\w{2,3})|апр ма(?:[яйеюём]+|йск\w{2,3})"
    r" июн(?:[яьеюём]+|ьск\w{2,3}) июл(?:[яьеюём]+|ьск\w{2,3})"
    r" август(?:[аеуом]*|овск\w{2,3})|авг сентябр(?:[яьеюём]+|ьск\w{2,3})|сент? октябр(?:[яьеюём]+|ьск\w{2,3})|окт"
    r" ноябр(?:[яьеюём]+|ьск\w{2,3})|нояб? декабр(?:[яьеюём]+|ьск\w{2,3})|дек",
    "ar": "كانون[\\s]الثاني|يناير|جانفي|كانون2 شباط|فبراير|فيفري آذار|اذار|مارس نيسان|أبريل|ابريل|إبريل|أفريل"
    " أيار|ايار|مايو|ماية|مايه|ماي حزيران|يونيه|يونيو|جوان تموز|يوليه|يوليو|جويلية آب|أغسطس|اغسطس|أوت"
    " أيلول|ايلول|سبتمبر تشرين[\\s]الأول|تشرين[\\s]الاول|أكتوبر|اكتوبر تشرين[\\s]الثاني|نوفمبر"
    " كانون[\\s]الأول|كانون[\\s]الاول|ديسمبر|دجنبر",
}
"""By language, January to December with a space between, the forms of each as a pattern.

Russian has adjectives, too, майские переговоры. Arabic has a Levantine, an Egyptian and a Maghreb form; the UN joins
the first two with a stroke.
"""
