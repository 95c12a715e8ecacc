"""Unicode properties, as in `\\p{Lu}`, written out as ranges for Python's regular expressions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

CASED = (
    *((0x41, 0x590), (0x10A0, 0x1100), (0x13A0, 0x1400), (0x1C80, 0x2000), (0x2100, 0x2190), (0x2C00, 0x2E00)),
    *((0xA640, 0xA800), (0xAB30, 0xABC0), (0xFB00, 0xFB20), (0xFF20, 0xFF60), (0x10400, 0x10600), (0x10C80, 0x10D00)),
    *((0x118A0, 0x118E0), (0x16E40, 0x16E80), (0x1D400, 0x1D800), (0x1DF00, 0x1DF30), (0x1E900, 0x1E950)),
)
"""Where letters with case live (Unicode 15): a hundredth of the code space, so that `\\p{Lu}` is found in a moment."""

ALPHABETS = ((0x41, 0x3400), (0xA000, 0xAC00), (0xD7A4, 0xD800), (0xF900, 0x10000))
IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00010000-\U0001cfff\U00020000-\U0003ffff"
"""For `\\p{L}`: where it is looked up, and where all is letters; the scripts of plane 1 are taken as letters whole."""

EVERYWHERE = ((0, 0x110000),)

SCRIPTS = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\uff21-\uff3a\uff41-\uff5a",  # noqa: E501
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "hebrew": "\u0591-\u05f4",
    "arabic": "\u0600-\u0604\u0606-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u063f\u0641-\u064a\u0656-\u06ff\u0750-\u077f"
    "\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "han": "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",  # noqa: E501
    "hiragana": "\u3041-\u3096\u309d-\u309f",
    "katakana": "\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d",
    "hangul": "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3",
    "thai": "\u0e01-\u0e3a\u0e40-\u0e5b",
    "devanagari": "\u0900-\u0950\u0955-\u0963\u0966-\u097f",
}
"""Scripts of Unicode's Scripts.txt that segmentation rules name, their common characters left out."""

CATEGORIES = {
    "letter": "L", "uppercase_letter": "Lu", "lowercase_letter": "Ll", "titlecase_letter": "Lt",
    "modifier_letter": "Lm", "other_letter": "Lo", "mark": "M", "number": "N", "decimal_number": "Nd",
    "punctuation": "P", "symbol": "S",
    "separator": "Z", "space_separator": "Zs", "other": "C", "alpha": "L", "alphabetic": "L", "upper": "Lu",
    "uppercase": "Lu", "lower": "Ll", "lowercase": "Ll", "digit": "Nd", "punct": "P",
    "initial_punctuation": "Pi", "final_punctuation": "Pf", "open_punctuation": "Ps", "close_punctuation": "Pe",
    "dash_punctuation": "Pd", "other_punctuation": "Po", "currency_symbol": "Sc",
}  # fmt: skip

_SHORT = {
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn", "L", "M", "N", "P", "S", "Z", "C", "LC",
}  # fmt: skip


@cache
def property_ranges(name: str, *, negated: bool = False) -> str:
    """Give the inside of a character class for the property `name` of UTS 18, or for its complement.

    Raises:
        ValueError: the property is not known here.
    """
    plain = name.strip().removeprefix("Is").removeprefix("gc=").removeprefix("General_Category=")
    for prefix in ("sc=", "script=", "Script="):
        plain = plain.removeprefix(prefix)
    if script := SCRIPTS.get(plain.lower()):
        if negated:
            raise ValueError(f"the complement of the script {name} is not supported: write [^\\p{{{name}}}]")
        return script
    if plain.lower() in {"space", "white_space", "whitespace"}:
        return r"\S" if negated else r"\s"
    category = plain if plain in _SHORT else CATEGORIES.get(plain.lower(), "")
    if not category:
        raise ValueError(f"the property {name} is not known")
    if category == "Nd":
        return r"\D" if negated else r"\d"
    ranges = "".join(_written(*pair) for pair in _runs(_has(category, negated), _blocks(category, negated)))
    return ranges + IDEOGRAPHS if category == "L" and not negated else ranges


def is_word(char: str) -> bool:
    """Tell whether Python's `\\w` matches the character."""
    return char.isalnum() or char == "_"


def escape(char: str) -> str:
    """Write a character so that it stands for itself, in a class and outside."""
    return char if is_word(char) or ord(char) > 127 else f"\\x{ord(char):02x}"


def _has(category: str, negated: bool) -> Callable[[str], bool]:
    wanted = ("Lu", "Ll", "Lt") if category == "LC" else (category,)
    return lambda char: unicodedata.category(char).startswith(wanted) is not negated


def _blocks(category: str, negated: bool) -> tuple[tuple[int, int], ...]:
    if negated:
        return EVERYWHERE
    return CASED if category in {"Lu", "Ll", "Lt", "LC"} else ALPHABETS if category == "L" else EVERYWHERE


def _runs(has: Callable[[str], bool], blocks: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    for low, high in blocks:
        first = -1
        for code in range(low, high):
            if has(chr(code)):
                first = code if first < 0 else first
            elif first >= 0:
                yield first, code - 1
                first = -1
        if first >= 0:
            yield first, high - 1


def _written(first: int, last: int) -> str:
    low, high = escape(chr(first)), escape(chr(last))
    return f"{low}-{high}" if last > first else low
