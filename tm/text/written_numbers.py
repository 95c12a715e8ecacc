"""Read numbers in figures, one value each and others that they may have, and write others in the same form."""

from __future__ import annotations

import re

from tm.text.pattern import pattern

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_MARKS = "[.,٫٬’'·]"


def _patterned(spaces: str) -> str:
    return rf"[1-9]\d{{0,2}}(?:[{spaces}]\d{{3}})+(?!\d)(?:[.,٫]\d+(?!\d))?|\d+(?:{_MARKS}\d+)*"


_LOOSE = pattern(_patterned(" " + _SPACES), re.ASCII)
_TABLED = r"[1-9]\d{0,2}(?: \d{3})+\.\d{1,2}(?!\d)|[1-9]\d{0,2}(?: \d{3}){2,}(?!\d)"
_TIGHT = pattern(rf"{_TABLED}|{_patterned(_SPACES)}", re.ASCII)
"""In English a plain space groups thousands only where that is plain to see, as in tables: 1 234.5, 1 234 567."""

_TURNED = pattern(
    rf"\d{{3}}(?:[ {_SPACES}]\d{{3}})*[ {_SPACES}][1-9]\d?(?!\d|[.,/٫]\d)"
    rf"|0\d\d(?:[ {_SPACES}]\d{{3}})*[ {_SPACES}][1-9]\d\d(?!\d|[.,/٫]\d)"
    rf"|{_patterned(' ' + _SPACES)}",
    re.ASCII,
)
"""In Arabic groups also stand in the order in which they are seen, not read: 600 45 for 45,600."""

_THOUSANDS = {"en": ",’'", "zh": ",", "fr": ".", "es": ".", "ru": ".", "ar": ",٬"}
_DECIMAL = {"en": ".·", "zh": ".", "fr": ",", "es": ",", "ru": ",", "ar": ".,٫"}
_DEFAULT_GROUP = {"en": ",", "es": ".", **dict.fromkeys(("fr", "ru", "zh"), "\N{NO-BREAK SPACE}")}
"""What stands between thousands where the text shows no habit; none in Arabic, whose habits differ."""


def figures(language: str) -> re.Pattern[str]:
    """Give the pattern of a number in ASCII digits."""
    return _TIGHT if language == "en" else _TURNED if language == "ar" else _LOOSE


def read_figures(text: str, language: str) -> tuple[str, ...]:
    """Give the values that figures may have, the likeliest first, as digits with a point before decimals.

    >>> read_figures("1.234,50", "es"), read_figures("1.234", "es"), read_figures("3.8.1", "en")
    (('1234.50',), ('1234', '1.234'), ('3.8.1',))
    >>> read_figures("600 45", "ar"), read_figures("300 128", "ar")
    (('45600',), ('300128', '128300'))
    """
    if text.isdecimal():
        return (text,)
    groups = re.split(r"\D", text)
    marks = [char for char in text if not char.isdecimal()]
    if language == "ar" and "".join(marks).isspace():
        orders = [order for order in (groups, groups[::-1]) if _are_thousands(order)]
        if orders:
            return tuple(dict.fromkeys("".join(order) for order in orders))
    decimal = "".join(groups[:-1]) + "." + groups[-1]
    whole = "".join(groups)
    grouped = 0 < len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    if len(set(marks)) == 1 and grouped:
        if marks[0].isspace() or len(marks) > 1:
            return (whole,)
        if marks[0] in _THOUSANDS[language]:
            return (whole, decimal)
        return (decimal, whole) if marks[0] in _DECIMAL[language] else (whole,)
    if len(marks) == 1:
        return (decimal,)
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(group) == 3 for group in groups[1:-1]):
        return (decimal,)
    return (text,)


def _are_thousands(groups: list[str]) -> bool:
    return 0 < len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])


def write_figures(old: str, old_value: str, value: str, language: str, *, grouped: bool) -> str:
    """Write a value as the old one is written; "" where that does not show how.

    Args:
        old: the figures that stand there, in ASCII digits, and their value.
        grouped: whether the other text separates the thousands of the new value.

    >>> write_figures("1 234,5", "1234.5", "23456.75", "fr", grouped=True)
    '23 456,75'
    >>> write_figures("5", "5", "1200", "en", grouped=True), write_figures("5", "5", "1325", "en", grouped=False)
    ('1,200', '1325')
    """
    if not re.fullmatch(r"\d+(?:\.\d+)?", value):
        return value if old == old_value and re.fullmatch(r"[\d.]+", value) else ""
    whole, _, fraction = value.partition(".")
    old_whole, _, old_fraction = old_value.partition(".")
    marks = [char for char in old if not char.isdecimal()]
    point = marks.pop() if old_fraction and marks else ""
    if fraction and not point:
        if language == "ar":
            return ""
        point = _DECIMAL[language][0]
    group = marks[0] if marks else ""
    if not group and len(whole) > 3 and grouped:
        if len(old_whole) <= 3 or (language == "ru" and len(old_whole) < 5 <= len(whole)):  # 1250, but 12 500
            group = _DEFAULT_GROUP.get(language, "")
        if not group and (len(old_whole) <= 3 or len(whole) > len(old_whole)):
            return ""
    if group and (grouped or len(old_whole) > 3) and len(whole) > 3:
        head = len(whole) % 3 or 3
        groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
        if group.isspace() and re.sub(r"\D", "", old) not in {old_value, old_whole + old_fraction}:  # 600 45 in Arabic
            groups.reverse()
        whole = group.join(groups)
    return whole + (point + fraction if fraction else "")


def shifted(value: str, power: int) -> str:
    """Move the point: multiply by ten to the power, negative ones divide.

    >>> shifted("1.5", 6), shifted("1250", -2), shifted("5000000", -6)
    ('1500000', '12.5', '5')
    """
    if not power or not re.fullmatch(r"\d+(?:\.\d+)?", value):
        return value
    whole, _, fraction = value.partition(".")
    digits = whole + fraction
    place = len(whole) + power
    if place <= 0:
        digits, place = "0" * (1 - place) + digits, 1
    digits = digits.ljust(place, "0")
    fraction = digits[place:].rstrip("0")
    return (digits[:place].lstrip("0") or "0") + ("." + fraction if fraction else "")
