"""The plural category that a number asks of the words beside it, by the rules of CLDR, in six languages."""

from __future__ import annotations


def plural_category(value: str, language: str) -> str:
    """Give the CLDR category of a cardinal, whose decimals are those that are written.

    >>> [plural_category(value, "ru") for value in ("1", "2", "5", "21", "112", "1.5")]
    ['one', 'few', 'many', 'one', 'many', 'other']
    >>> [plural_category(value, "ar") for value in ("0", "1", "2", "103", "11", "100")]
    ['zero', 'one', 'two', 'few', 'many', 'other']
    >>> plural_category("1.5", "fr"), plural_category("1.5", "en"), plural_category("1000000", "es")
    ('one', 'other', 'many')
    """
    whole, _, fraction = value.partition(".")
    if not whole.isdecimal():
        return "label"
    number = int(whole[-9:])
    return _RULES[language](number, len(whole) > 9, bool(fraction))


def _chinese(number: int, great: bool, decimal: bool) -> str:
    return "other"


def _english(number: int, great: bool, decimal: bool) -> str:
    return "one" if number == 1 and not great and not decimal else "other"


def _spanish(number: int, great: bool, decimal: bool) -> str:
    if not decimal and number % 1_000_000 == 0 and (number or great):
        return "many"
    return _english(number, great, decimal)


def _french(number: int, great: bool, decimal: bool) -> str:
    if number in {0, 1} and not great:
        return "one"
    return _spanish(number, great, decimal)


def _russian(number: int, great: bool, decimal: bool) -> str:
    if decimal:
        return "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else "many"


def _arabic(number: int, great: bool, decimal: bool) -> str:
    if decimal:
        return "other"
    if number < 3 and not great:
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


_RULES = {"ar": _arabic, "en": _english, "es": _spanish, "fr": _french, "ru": _russian, "zh": _chinese}
