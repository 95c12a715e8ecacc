"""Read one number in Chinese characters: 二〇二二, 三十, 一亿五千万."""

from __future__ import annotations

DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
"""Numerals below ten, in their several forms."""

_UNIT = {"十": 10, "百": 100, "千": 1000}


def chinese_value(numeral: str) -> int | None:
    """Give the value of a run of numerals; None when it is not one number.

    >>> chinese_value("二〇二二"), chinese_value("三十"), chinese_value("一亿五千万")
    (2022, 30, 150000000)
    """
    if len(numeral) > 1 and all(char in DIGIT for char in numeral):
        return int("".join(str(DIGIT[char]) for char in numeral)) if len(numeral) <= 8 else None
    total = section = digit = 0
    seen = False
    for char in numeral:
        if char in DIGIT:
            if seen and digit:
                return None
            digit, seen = DIGIT[char], True
        elif char in _UNIT:
            section += (digit or 1) * _UNIT[char]
            digit, seen = 0, False
        elif char == "万":
            total += (section + digit or (not total)) * 10**4
            section, digit, seen = 0, 0, False
        else:  # 亿 multiplies all before it: 一万亿
            total = (total + section + digit or 1) * 10**8
            section, digit, seen = 0, 0, False
        if total >= 10**17:
            return None
    return total + section + digit
