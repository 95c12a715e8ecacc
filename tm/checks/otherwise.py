"""Explain numbers that the other text says in other ones: 18 months as « un an et demi », one in four as 25 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from tm.checks.amount import Amount
from tm.checks.customary import customary
from tm.checks.decades import decades
from tm.checks.halves import halves
from tm.checks.prefixed_units import prefixed
from tm.checks.remainders import remainders
from tm.checks.wholes import wholes
from tm.text.dates import find_dates
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.shares import find_shares

_LONGEST = 2000
"""Characters of texts that are looked at: a longer one is no sentence."""

_MOST = 20
"""Numbers that find no partner: more than that only texts have that say something else."""

_UNITS = {"minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "biennium": 24, "decade": 120, "century": 1200}
"""Units of time in seconds, and in months, which have no certain days."""

_NAMES = {
    "en": "minutes? hours? days? weeks? fortnights? months? - half-years?|half(?=\\sof\\s) years?"
    " bienni(?:um|a) decades? centur(?:y|ies)",
    "fr": "minutes? heures? jour(?:s|nées?)? semaines? quinzaines? mois trimestres?"
    " semestres?|moitié(?=\\sde\\s(?:l|\\d)) (?:ans?|années?)"
    " (?:exercices?\\s)?biennal\\w* déc(?:ennies?|ades?) siècles?",
    "es": "minutos? horas? días? semanas? quincenas? mes(?:es)? trimestres? semestres?|mitad(?=\\sdel?\\s[\\da])"
    " años? bienios?"
    " dec(?:enios?|adas?)|décadas? siglos?",
    "ru": "минут\\w? час(?:а|ов|ам|ами|ах|у|ом)? (?:день|дн[яейюём]\\w{0,2}|сут\\w+) недел\\w{1,3} - месяц\\w{0,3}"
    " квартал\\w{0,3} полугоди\\w{1,3}|половин\\w{1,2}(?=\\s[\\dг])"
    " (?:год\\w{0,2}|лет) двухгодичн\\w+ десятилети\\w{1,3}"
    " (?:век\\w{0,3}|столети\\w{1,3})",
    "ar": "دقيقة|دقائق ساعة|ساعات يوما?|أيام أسبوعا?|أسابيع - شهرا?|أشهر|شهور - نصف(?=\\sال[أث])"
    " سنة|سنوات|عاما?|أعوام - عقدا?|عقود قرنا?|قرون",
    "zh": "分钟 小时|钟头 天|日 周|星期 - 月 季度 半年 年 两年期 十年 世纪",
}
"""What they are called, in the order of the two tables."""

_DUALS = {
    "دقيقت[اي]ن": "minute",
    "ساعت[اي]ن": "hour",
    "يوم[اي]ن": "day",
    "أسبوع[اي]ن": "week",
    "شهر[اي]ن": "month",
    "(?:سنت|عام)[اي]ن": "year",
    "عقد[اي]ن": "decade",
    "قرن[اي]ن": "century",
}
"""Two of each in a word."""

_HALVED = {"полчаса|получаса": "hour", "полгода": "year", "полвека|полстолетия": "century"}
"""Half of each in a word, in Russian."""

_COUNTED = {"2": Fraction(2), "0": Fraction(1, 2)}
"""How many a word says whose group ends so."""

_AND_HALF = {
    "en": r"\sand\sa\shalf\b",
    "fr": r"\set\sdemie?\b",
    "es": r"\sy\smedi[oa]\b",
    "ru": r"\sс\sполовиной\b",
    "ar": r"\sونصف(?:\sال\w+|\s\w+)?",
    "zh": r"半",
}
"""Behind a unit; in Russian and Chinese before it, too."""

_GAP = {
    "en": pattern(r"(?:\sof\sa|\san?|\sof\san)?[\s-]?\Z"),
    "fr": pattern(r"(?:\sde|\sd['’])?[\s-]?\Z"),
    "es": pattern(r"(?:\sde)?[\s-]?\Z"),
    "ru": pattern(r"(?:\sс\sполовиной)?[\s-]?\Z"),
    "ar": pattern(r"\s?\Z"),
    "zh": pattern(r"个?半?\s?\Z"),
}
"""Between a number and its unit."""

_HALF_BEFORE = pattern(r"с\sполовиной|个半")

_RATIO = {
    "en": r"\s(?:\w+\s)?(?:in|out\sof|of)\s(?:every\s)?",
    "fr": r"\s(?:[\w’]+\s){0,3}sur\s",
    "es": r"\s(?:\w+\s){0,2}(?:de\scada|de\sentre\scada|de)\s",
    "ru": r"\s(?:\w+\s)?(?:из|на)\s(?:кажд\w+\s)?",
    "ar": r"\s(?:\w+\s)?(?:من\s(?:بين\s)?)(?:كل\s)?",
    "zh": r"\w{0,3}中\w{0,2}",
}
"""Between the numbers of "one in four"; in Chinese the whole comes first."""

_HUNDREDTHS = pattern(
    r"\s?(?:[%٪％]|per\s?cent\b|percent\b|pour\scent\b|por\sciento\b|процент|(?:في|ب)\s?الم(?:ائ|ئ)ة)"
)
_TENTHS = 10
_NEAR = Fraction(1, 100)
"""By which a share may be rounded: a third is 33 per cent."""

_ONE_SIDED = frozenset({"per cent", "growth"})
"""Kinds that are compared with others only: 100 per cent may be twice as much, but is no 200 per cent."""

_TENS = {
    "fr": r"(?P<_12>douzaine)|(?P<_10>dizaine)|(?P<_15>quinzaine)|(?P<_20>vingtaine)|(?P<_30>trentaine)"
    r"|(?P<_40>quarantaine|quadragénaire)|(?P<_50>cinquantaine|cinquantenaire|quinquagénaire)"
    r"|(?P<_60>soixantaine|sexagénaire)|(?P<_70>septuagénaire)|(?P<_80>octogénaire)|(?P<_100>centaine)|(?P<_1000>millier)",
    "es": r"(?P<_12>docena)|(?P<_10>decena)|(?P<_15>quincena)|(?P<_20>veintena)|(?P<_30>treintena)|(?P<_40>cuarentena)"
    r"|(?P<_50>cincuentena)|(?P<_60>sesentena)|(?P<_100>centen(?:a|ar))|(?P<_1000>millar)",
    "ru": r"(?P<_50>полсотни)|(?P<_12>дюжин)|(?P<_10>десят(?:ок|к))|(?P<_100>сот(?:ня|ни|ню|ен|ням))|(?P<_1000>тысяч)"
    r"|(?P<_1000000>миллион)|(?P<_1000000000>миллиард)",
    "en": r"(?P<_12>dozen)|(?P<_20>score(?!d))",
}
"""Words that count by tens and the like."""

_MORE = pattern(
    r"\w{0,3}\s(?:de\s|d['’])?(?:(?P<_1000>milliers|miles|millares|тысяч|thousands?)"
    r"|(?P<_1000000>millions|millones|миллион|millions?)|(?P<_1000000000>milliards|миллиард))"
)


_PLUS = {
    "en": pattern(r",?\s(?:and\s)?"),
    "fr": pattern(r",?\s(?:et\s)?"),
    "es": pattern(r",?\s(?:y\s)?"),
    "ru": pattern(r",?\s(?:и\s)?"),
    # dollars, euros, people
    "ar": pattern(r"(?:\s(?:دولار|يورو|شخص|نسمة))?\s?و\s?"),
    "zh": pattern("零?"),
}
"""Between the numbers of a sum: a million and 200 thousand, an hour and 20 minutes."""

_HOURS = pattern(r"(?<![\d.,])(\d{1,3})\s?h\s?([0-5]\d)(?!\w)")
"""Hours and minutes in French."""

_SUMMED = 10**6
"""From which number on a smaller one behind it may be a part of the same: « 1 million 200 000 »."""


def explained(
    lost: list[Number], added: list[Number], source: tuple[str, str], target: tuple[str, str]
) -> tuple[list[Number], list[Number]]:
    """Leave out numbers that come to the same as others of the other text.

    Args:
        source, target: the text and the code of its language.
    """
    if max(len(source[0]), len(target[0])) > _LONGEST or len(lost) + len(added) > _MOST:
        return lost, added
    mine, other = wholes(source, target, (*lost, *added))
    theirs = (*amounts(*source), *_bare(lost), *mine)
    ours = (*amounts(*target), *_bare(added), *other)
    pairs = [(mine, other) for mine in theirs for other in ours if _are_same(mine, other)]
    lost = [
        one for one in lost if not any(_holds(mine, one) for mine, _ in pairs) and not _is_dated(one, source, target)
    ]
    added = [one for one in added if not any(_holds(other, one) for _, other in pairs)]
    return lost, added


def _holds(amount: Amount, number: Number) -> bool:
    return amount.start <= number.start and number.end <= amount.end


def _are_same(mine: Amount, other: Amount) -> bool:
    if {mine.kind, other.kind} == {"share", "per cent"}:
        return any(abs(one - two) <= _NEAR for one in mine.values for two in other.values)
    if {mine.kind, other.kind} == {"growth", "times"}:
        return not mine.values.isdisjoint(other.values)
    return mine.kind == other.kind not in _ONE_SIDED and not mine.values.isdisjoint(other.values)


def _bare(numbers: Sequence[Number]) -> Iterator[Amount]:
    """Give numbers as counts of what nobody knows."""
    for number in numbers:
        yield Amount(number.start, number.end, "count", frozenset(map(Fraction, number.quantities)))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Give what the numbers of a text come to: times, shares, counts, masses and the like."""
    numbers = find_numbers(text, language)
    by_end = {number.end: number for number in numbers}
    return (
        *(times := list(_times(text, language, by_end))),
        *_longer(text, language, times),
        *_shares(text, language, numbers),
        *_counts(text, language, by_end),
        *_sums(text, language, numbers),
        *(Amount(one.start, one.end, "count", frozenset((one.value,))) for one in halves(text, language, numbers)),
        *prefixed(text, language, numbers),
        *remainders(text, language, numbers),
        *decades(text, language),
        *customary(text, language, numbers),
    )


def _sums(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Yield the sums of two numbers of which the first ends in as many zeros as the second has figures, at least."""
    for one, two in pairwise(numbers):
        if _PLUS[language].fullmatch(text, one.end, two.start):
            values = frozenset(
                Fraction(great + small)
                for great in one.quantities
                for small in two.quantities
                if great >= _SUMMED and 0 < small < great and not great % 10 ** len(str(int(small)))
            )
            if values:
                yield Amount(one.start, two.end, "count", values)


def _times(text: str, language: str, by_end: dict[int, Number]) -> Iterator[Amount]:
    for match in _TIMES[language].finditer(text):
        name = (match.lastgroup or "").rstrip("02")
        gap = _GAP[language].search(text, max(0, match.start() - 14), match.start())
        number = by_end.get(gap.start()) if gap else None
        number = number or by_end.get(match.start())
        counts = frozenset((_COUNTED.get((match.lastgroup or "")[-1:], Fraction(1)),))
        if number and number.end <= match.start() and number.form is not Form.CODE:
            counts = frozenset(map(Fraction, number.quantities))
            if name == "half" and number.form is Form.WORDS:  # the second half has six months as well
                counts |= {Fraction(1)}
        behind = _HALVES[language].match(text, match.end())
        half = bool(behind or (gap and number and _HALF_BEFORE.search(gap[0])))
        factor = _UNITS.get(name) or _MONTHS[name]
        kind = "seconds" if name in _UNITS else "months"
        values = frozenset((count + Fraction(int(half), 2)) * factor for count in counts)
        start = number.start if number and number.end <= match.start() else match.start()
        yield Amount(start, behind.end() if behind else match.end(), kind, values)


def _longer(text: str, language: str, times: Sequence[Amount]) -> Iterator[Amount]:
    """Yield two times, one behind the other, as one: « 1 heure 30 minutes », 1 h 30."""
    for one, two in pairwise(times):
        if one.kind == two.kind and _PLUS[language].fullmatch(text, one.end, two.start):
            both = frozenset(great + small for great in one.values for small in two.values if great > small)
            yield Amount(one.start, two.end, one.kind, both)
    for match in _HOURS.finditer(text):
        yield Amount(*match.span(), "seconds", frozenset((Fraction(int(match[1]) * 3600 + int(match[2]) * 60),)))


def _shares(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    for share in find_shares(text, language):
        yield Amount(share.start, share.end, "share", frozenset((share.value,)))
    for number in numbers:
        if language == "zh" and (tenths := _tenths(text, number)):
            yield tenths
        behind = _HUNDREDTHS.match(text, number.end)
        if behind:
            values = frozenset(Fraction(value) / 100 for value in number.quantities)
            yield Amount(number.start, behind.end(), "per cent", values)
    for one, two in pairwise(numbers):
        if _RATIOS[language].fullmatch(text, one.end, two.start):
            part, whole = (two, one) if language == "zh" else (one, two)
            values = frozenset(Fraction(a) / b for a in part.quantities for b in whole.quantities if 0 < a < b)
            yield Amount(one.start, two.end, "share", values)


def _tenths(text: str, number: Number) -> Amount | None:
    """Give the share that Chinese says in tenths: 九成, and 七折 of the price that is left of it."""
    tens = min(number.quantities, default=0)
    if text.startswith("折", number.end) and not text.startswith(("折叠", "折旧", "折线"), number.end):
        left = Fraction(tens) / (100 if tens > _TENTHS else 10)  # 八五折 is 85 per cent of it
        return Amount(number.start, number.end + 1, "share", frozenset((1 - left,))) if 0 < left < 1 else None
    end = number.end + (not number.text.endswith("成"))
    if text[end - 1 : end] != "成" or not 0 < tens < _TENTHS:
        return None
    return Amount(number.start, end, "share", frozenset((Fraction(tens) / 10,)))


def _counts(text: str, language: str, by_end: dict[int, Number]) -> Iterator[Amount]:
    if language not in _COUNTS:
        return
    for match in _COUNTS[language].finditer(text):
        factor = int((match.lastgroup or "_1")[1:])
        gap = _GAP[language].search(text, max(0, match.start() - 14), match.start())
        number = by_end.get(gap.start()) if gap else None
        number = number if number and len(number.values) == 1 else None
        half = Fraction(int(bool(gap and number and _HALF_BEFORE.search(gap[0]))), 2)
        more = _MORE.match(text, match.end())
        factor *= int((more.lastgroup or "_1")[1:]) if more else 1
        counts = number.quantities if number else (1,)
        values = frozenset((count + half) * factor for count in counts)
        yield Amount(number.start if number else match.start(), more.end() if more else match.end(), "count", values)


def _is_dated(number: Number, source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Say whether a number is the day and month of 12/03/2019, a date that both texts have with the month's name."""
    if len(number.parts) != 2:
        return False
    values = [part.quantities[0] for part in number.parts if part.quantities]
    return any(
        one.day and sorted(values) == sorted((one.day, one.month)) and _has(source, one.day, one.month)
        for one in find_dates(*target)
    )


def _has(text: tuple[str, str], day: int, month: int) -> bool:
    return any((one.day, one.month) == (day, month) for one in find_dates(*text))


def _times_of(language: str) -> re.Pattern[str]:
    """Make a pattern of the units, each a group of its name, with 2 for a dual, 0 for a half."""
    names = zip((*_UNITS, *_MONTHS), _NAMES[language].split(), strict=True)
    units = [f"(?P<{unit}>{form})" for unit, form in names if form != "-"]
    if language == "zh":
        return pattern("|".join(reversed(units)))
    prefix = ""
    if language == "ar":
        units += [f"(?P<{unit}2>{form})" for form, unit in _DUALS.items()]
        prefix = "[وفبلك]{0,2}(?:ال)?"
    if language == "ru":
        units += [f"(?P<{unit}0>{form})" for form, unit in _HALVED.items()]
    return pattern(rf"(?<!\w){prefix}(?:{'|'.join(units)})(?!\w)", re.IGNORECASE)


_TIMES = {language: _times_of(language) for language in _NAMES}
_HALVES = {language: pattern(form) for language, form in _AND_HALF.items()}
_RATIOS = {language: pattern(form) for language, form in _RATIO.items()}
_COUNTS = {language: pattern(rf"(?<!\w)(?:{form})", re.IGNORECASE) for language, form in _TENS.items()}
