"""Chinese numerals in characters, 零 to 九千九百九十九."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def chinese_numeral(value: int) -> str:
    """Write a number below ten thousand in characters; "" for any other.

    >>> chinese_numeral(76), chinese_numeral(10), chinese_numeral(105), chinese_numeral(115), chinese_numeral(2003)
    ('七十六', '十', '一百零五', '一百一十五', '二千零三')
    """
    if not 0 <= value < 10_000:
        return ""
    if value < 10:
        return _DIGITS[value]
    if value < 20:
        return "十" + (_DIGITS[value - 10] if value > 10 else "")
    written, rest, gap = "", value, False
    for worth, unit in _UNITS:
        digit, rest = divmod(rest, worth)
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        elif written:
            gap = True
    return written + (("零" if gap else "") + _DIGITS[rest] if rest else "")


def chinese_digits(value: int, zero: str = "〇") -> str:
    """Write a year digit by digit.

    >>> chinese_digits(2022)
    '二〇二二'
    """
    return "".join(_DIGITS[int(digit)] if digit != "0" else zero for digit in str(value))
