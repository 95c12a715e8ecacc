"""Read and write the number in words that a heading of Arabic or Chinese begins with, where others have II."""

from __future__ import annotations

from tm.text.chinese_value import chinese_value
from tm.text.ordinals.chinese import chinese_numeral
from tm.text.pattern import pattern

_TANWIN = "\N{ARABIC FATHATAN}"
_ARABIC = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split()
_TEENS = "حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split()
_WORDS = [*_ARABIC, *(f"{unit} عشر" for unit in _TEENS)]
_ADVERBS = "|".join(word[:-1] for word in _ARABIC)
_BEGINS = {
    "ar": pattern(rf"[\s\x00]*((?:{_ADVERBS})(?:ا{_TANWIN}?|{_TANWIN}ا)|(?:{'|'.join(_TEENS)})\sعشر)\s?[-–—.]\s"),
    "zh": pattern(r"[\s\x00]*([一二三四五六七八九十]{1,3})(?=\s?[、.．]\s?\D)"),
}


def find_heading(text: str, language: str) -> tuple[int, int, int] | None:
    """Find the number that a heading begins with: start, end and value.

    >>> find_heading("ثانيا - الخلاصة", "ar"), find_heading("十二、结论", "zh"), find_heading("二、", "ar")
    ((0, 5, 2), (0, 2, 12), None)
    """
    found = _BEGINS[language].match(text) if language in _BEGINS else None
    if not found:
        return None
    plain = found[1].replace(_TANWIN, "")
    value = chinese_value(found[1]) if language == "zh" else _WORDS.index(plain) + 1
    return (*found.span(1), value) if value else None


def write_heading(written: str, value: int, language: str) -> str:
    """Write another number as one stands there; "" where there is no word for it.

    >>> write_heading("ثانيًا", 3, "ar"), write_heading("二", 14, "zh"), write_heading("ثانيا", 24, "ar")
    ('ثالثًا', '十四', '')
    """
    if language == "zh":
        return chinese_numeral(value)
    word = _WORDS[value - 1] if 0 < value <= len(_WORDS) else ""
    return word[:-1] + written[-2:] if _TANWIN in written and word.endswith("ا") else word
