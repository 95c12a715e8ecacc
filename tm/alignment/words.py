"""What of a sentence may return in its translation: stems, Chinese characters and pairs of them, values, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.text.normalize import match_key
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.phrase import stems
from tm.text.placeable import Kind
from tm.text.placeables import find_placeables
from tm.text.tokens import tokens

VALUE, SIGN, LABEL = "=", "'", "§"
"""What the words begin with that are the same in all languages: values, signs, and labels of numbering."""

_SIGNS = {
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(";；؛", ";"),
    **dict.fromkeys("(（[【", "("),
    **dict.fromkeys('"«“„「『《', '"'),
    **dict.fromkeys("%％٪", "%"),
    **dict.fromkeys("–—", "-"),
    **dict.fromkeys("$€£&@#+=*/", "/"),
}
_HAN = re.compile("[\u3400-\u9fff]")
_TAG = re.compile(r"</?\d+/?>")


def words(text: str, language: str) -> list[str]:
    """List the words of a sentence, in no order that matters.

    >>> words("Item 12: two Nations?", "en")
    ['item', 'two', 'nation', '=12', '=2', "':", "'?"]
    """
    plain = _TAG.sub(" ", text)
    key = match_key(plain)
    found = [*_wordforms(key, language), *_values(plain, language)]
    found += [SIGN + _SIGNS[letter] for letter in key if letter in _SIGNS]
    return found


def _wordforms(key: str, language: str) -> Iterator[str]:
    forms = [token for token in tokens(match_key(key)) if token[0].isalpha()]
    if language != "zh":
        yield from stems(language).of(forms)
        return
    before = ""
    for form in forms:
        han = bool(_HAN.match(form))
        yield form
        if before and han:
            yield before + form
        before = form if han else ""


def _values(text: str, language: str) -> Iterator[str]:
    for number in find_numbers(text, language):
        if number.form is Form.ROMAN and len(number.text) == 1:
            continue  # more likely a letter: l’eau
        if number.loose and number.form is not Form.FIGURES:
            continue
        yield from (VALUE + value for value in _written(number))
    if "/" in text or "@" in text:
        for placeable in find_placeables(text, language):
            if placeable.kind in (Kind.SYMBOL, Kind.ADDRESS, Kind.ACT):
                yield VALUE + str(placeable.value)


def _written(number: Number) -> Iterator[str]:
    yield from sorted(map(str, number.values))


def label_words(label: str, language: str) -> list[str]:
    """Read the numbering before a block by value, so that it is the same in all languages.

    >>> label_words("(a)", "en"), label_words("(أ)", "ar"), label_words("12.", "en")
    (['§letter 0'], ['§letter 0'], ['§12'])
    """
    if not label.strip():
        return []
    found = find_placeables(label, language)
    letters = [f"{LABEL}letter {placeable.value}" for placeable in found if placeable.kind is Kind.LETTER]
    if letters:
        return letters
    return [LABEL + value for number in find_numbers(label, language) for value in _written(number)]
