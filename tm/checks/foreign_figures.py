"""Read what a source in another language than English counts, in English figures: 1 250,5 is 1,250.5."""

from __future__ import annotations

import re

from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_ALONE, _END = r"(?<![\w.,/:=-])", r"(?![\w/:-]|[.,]\d)"
_SPACES = " \u00a0\u202f"
_UNIT = {
    "ar": r"\s?[%٪]|\s(?:في\s?المائة|مليون|بليون|تريليون|مليار|دولار|درجة|كيلومتر|هكتار|طن)",
    "zh": r"\s?(?:[%％‰℃°]|公里|公顷|平方|吨|米|岁|倍|小时|美元|欧元)",
}
"""Behind a number that counts, where a point may as well be that of a version or a target."""

_NUMBERS = {
    "fr": pattern(
        rf"{_ALONE}\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,5}}(?:,\d{{1,9}})?{_END}|{_ALONE}\d{{1,9}},\d{{1,9}}{_END}"
    ),
    "es": pattern(
        rf"{_ALONE}\d{{1,3}}(?:[{_SPACES}.]\d{{3}}){{1,5}}(?:,\d{{1,9}})?{_END}|{_ALONE}\d{{1,9}},\d{{1,9}}{_END}"
    ),
    "ar": pattern(rf"{_ALONE}\d{{1,9}}[.,٫]\d{{1,2}}(?={_UNIT['ar']})"),
    "zh": pattern(rf"(?<![a-zA-Z\d.,/:=-])\d{{1,9}}(?:,\d{{3}}){{0,5}}\.\d{{1,9}}(?={_UNIT['zh']})"),
}
_NUMBERS["ru"] = _NUMBERS["fr"]
_GROUPS = re.compile(rf"(?<=\d)[{_SPACES}.](?=\d{{3}}(?!\d))")


def quantities(source: str, language: str) -> set[str]:
    """Give the numbers with a sign in them that count something.

    >>> sorted(quantities("1 250,5 hectares, 12,5 % ; version 1.2", "fr"))
    ['1,250.5', '12.5']
    """
    found = _NUMBERS[language].findall(ascii_digits(source))
    if language == "zh":
        return set(found)
    if language == "ar":
        return {re.sub("[,٫]", ".", number) for number in found}
    return {_english(number) for number in found}


def _english(number: str) -> str:
    whole, comma, part = number.partition(",")
    return _GROUPS.sub(",", whole) + ("." + part if comma else "")
