"""Names of sessions of the General Assembly, first to ninety-ninth, by the rules of each language's ordinals."""

EN_UNITS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth".split()
EN_UNITS += "Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth".split()
EN_TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()

FR_UNITS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième".split()
FR_UNITS += "douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième".split()
FR_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}

ES_UNITS = "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo".split()
ES_UNITS += "decimotercer decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno".split()
ES_TENS = "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo".split()

RU_UNITS = "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая".split()
RU_UNITS += "двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая".split()
RU_UNITS += ["девятнадцатая"]
RU_TENS = "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност".split()
RU_CARDINALS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()

AR_UNITS = "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
AR_COMPOUND_ONE = "الحادية"
AR_TENS = "العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون".split()

ZH_DIGITS = "零一二三四五六七八九"


def english(n: int) -> str:
    tens, unit = divmod(n, 10)
    if n < 20:
        name = EN_UNITS[n - 1]
    elif unit:
        name = f"{EN_TENS[tens - 2]}-{EN_UNITS[unit - 1].lower()}"
    else:
        name = EN_TENS[tens - 2][:-1] + "ieth"
    return f"{name} session"


def french(n: int) -> str:
    return f"{_french(n).capitalize()} session"


def _french(n: int) -> str:
    if n == 1:
        return "première"
    if n < 20:
        return FR_UNITS[n - 1]
    if n >= 80:
        return "quatre-vingtième" if n == 80 else f"quatre-vingt-{'unième' if n == 81 else FR_UNITS[n - 81]}"
    tens, unit = (6, n - 60) if n >= 60 else divmod(n, 10)
    stem = FR_TENS[tens]
    if unit == 0:
        return stem.removesuffix("e") + "ième"
    if unit in {1, 11}:
        return f"{stem} et {'unième' if unit == 1 else 'onzième'}"
    return f"{stem}-{FR_UNITS[unit - 1]}"


def spanish(n: int) -> str:
    tens, unit = divmod(n, 10)
    name = (
        ES_UNITS[n - 1]
        if n < 20
        else " ".join([ES_TENS[tens - 2], *ES_UNITS[unit - 1 : unit]] if unit else [ES_TENS[tens - 2]])
    )
    return f"{name.capitalize()} período de sesiones"


def russian(n: int) -> str:
    tens, unit = divmod(n, 10)
    if n < 20:
        name = RU_UNITS[n - 1]
    elif unit:
        name = f"{RU_CARDINALS[tens - 2]} {RU_UNITS[unit - 1]}"
    else:
        name = RU_TENS[tens - 2] + "ая"
    return f"{name.capitalize()} сессия"


def chinese(n: int) -> str:
    tens, unit = divmod(n, 10)
    name = ("" if tens < 2 else ZH_DIGITS[tens]) + ("十" if tens else "") + (ZH_DIGITS[unit] if unit else "")
    return f"第{name}届会议"


def arabic(n: int) -> str:
    tens, unit = divmod(n, 10)
    if n <= 10:
        name = AR_UNITS[n - 1]
    elif n < 20:
        name = f"{AR_COMPOUND_ONE if unit == 1 else AR_UNITS[unit - 1]} عشرة"
    elif unit:
        name = f"{AR_COMPOUND_ONE if unit == 1 else AR_UNITS[unit - 1]} و{AR_TENS[tens - 2]}"
    else:
        name = AR_TENS[tens - 2]
    return f"الدورة {name}"


RULES = {"en": english, "fr": french, "es": spanish, "ru": russian, "zh": chinese, "ar": arabic}
