"""Tags that are all there, and around other words: beyond the colon of a label, without the number that is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_WHOLE = pattern(r"<(\d{1,3})>([^<>]*)</\1>")
_LABEL = pattern(r"[^:：]{1,60}\s?[:：]\s?")
_BEYOND = pattern(r"[:：]\s*[^\s:：]")
_FIGURE = pattern(r"(?<![\w./,-])\d{1,4}(?:/\d{1,4})*(?![\w/-]|[.,]\d)")
_ROMAN = pattern(r"\b[IVX]{1,5}\b")
_LATIN = frozenset(("fr", "es", "ru"))

_LITTLE, _MUCH = 0.3, 0.85
"""Share of a text that a tag is around, of those where it was moved."""

_TAGS = 7
"""Characters of two tags."""

_LONG = 30
"""Characters of a text in which shares say something."""


def misplaced(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield numbered tags that are around other words than in the source, where that is beyond doubt.

    >>> fault = next(misplaced("<1>Note:</1> Chad voted.", "<1>Nota: el Chad</1> votó.", "es"))
    >>> fault.message
    '<1>…</1> is around a label in the source, and around more in the translation'
    """
    ours = {match[1]: match for match in _WHOLE.finditer(target)}
    theirs = {match[1]: match for match in _WHOLE.finditer(source)}
    if len(theirs) != len(_WHOLE.findall(source)) or len(ours) != len(_WHOLE.findall(target)):
        return  # a tag that stands twice
    found = False
    for number, one in theirs.items():
        other = ours.get(number)
        if other and (what := _difference(one[2], other[2], source, target, language)):
            found = True
            yield Fault(f"<{number}>…</{number}> {what}", Span(*other.span()), Span(*one.span()))
    if not found:
        yield from exchanged(source, target, language)


_THEN = {
    "en": pattern(r"(?i:,?\s(?:and\s)?then\b|;\s?then\b|\.\sThen\b)"),
    "fr": pattern(r"\b(?:puis|ensuite|après)\b"),
    "es": pattern(r"\b(?:luego|después|a\scontinuación)\b"),
    "ru": pattern(r"\b(?:затем|потом|после\sэтого|а\sпосле)\b"),
    "zh": pattern("然后|再|接着|随后"),
    "ar": pattern(r"\bثم\b|بعد\sذلك"),
}
_TO = {
    "en": pattern(r"\sto\s(?:the\s)?\Z"),
    "fr": pattern(r"\s(?:à|au|aux|vers)\s(?:l[ae’']\s?)?\Z"),
    "es": pattern(r"\s(?:a|al|hasta|hacia)\s(?:l[ao]s?\s|el\s)?\Z"),
    "ru": pattern(r"\s(?:до|на|в|к)\s\Z"),
    "zh": pattern(r"[到至向]\s?\Z"),
    "ar": pattern(r"\sإلى\s\Z"),
}
_NEXT = pattern(r"\s?(?:>|→|←|&gt;|＞)\s?\Z")
"""What stands between one thing and the next: then, to, the sign of a menu."""

_FROM = pattern(r"\b[Ff]rom\s(?:the\s)?\Z")
_REACH = 60
"""Characters between two tags that follow each other."""


def exchanged(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield two numbered tags that have changed places: around each other's words, or on both sides of "then".

    >>> source, target = "<1>Save</1>, then <2>Submit</2>", "<2>Сохранить</2>, затем <1>Отправить</1>"
    >>> next(exchanged(source, target, "ru")).message
    '<1>…</1> and <2>…</2> have changed places'
    """
    theirs, ours = list(_WHOLE.finditer(source)), list(_WHOLE.finditer(target))
    held = {one[1]: one for one in ours}
    if not 1 < len(theirs) == len(ours) == len(held) or not all(one[1] in held for one in theirs):
        return
    for one, two in pairwise(theirs):
        mine, other = held[one[1]], held[two[1]]
        words = one[2].strip().casefold(), two[2].strip().casefold()
        is_moved = words[0] != words[1] and words == (other[2].strip().casefold(), mine[2].strip().casefold())
        if is_moved or (other.end() <= mine.start() and _is_in_order(source, one, two, target, other, mine, language)):
            yield Fault(
                f"<{one[1]}>…</{one[1]}> and <{two[1]}>…</{two[1]}> have changed places",
                Span(*mine.span()),
                Span(*one.span()),
            )
            return


def _is_in_order(
    source: str,
    one: re.Match[str],
    two: re.Match[str],
    target: str,
    first: re.Match[str],
    second: re.Match[str],
    language: str,
) -> bool:
    """Say whether both texts say the same between two tags: the one first, then the other."""
    here, there = source[one.end() : two.start()], target[first.end() : second.start()]
    if language not in _THEN or max(len(here), len(there)) > _REACH:
        return False
    if _NEXT.fullmatch(here) and _NEXT.fullmatch(there):
        return True
    if _THEN["en"].search(here) and _THEN[language].search(there):
        return True
    is_from = _FROM.search(source, max(0, one.start() - 12), one.start())
    return bool(is_from and _TO["en"].search(here) and _TO[language].search(there))


def _difference(one: str, other: str, source: str, target: str, language: str) -> str:
    if one.strip() and not other.strip():
        return "is around nothing in the translation"
    if _LABEL.fullmatch(one) and _BEYOND.search(other):
        return "is around a label in the source, and around more in the translation"
    if any(
        figure not in ascii_digits(other) for figure in _FIGURE.findall(one) if _stands_outside(figure, target, other)
    ):
        return "is around other numbers in the translation"
    if language in _LATIN and (romans := set(_ROMAN.findall(one))):
        its = set(_ROMAN.findall(other.replace("Х", "X")))
        if its and not romans & its and one.strip() != "I":
            return "is around other numbers in the translation"
    if len(source) > _LONG and len(one) < _LITTLE * len(source) and len(other) > _MUCH * (len(target) - _TAGS):
        return "is around a few words in the source, and around all of the translation"
    return ""


def _stands_outside(figure: str, target: str, inner: str) -> bool:
    """Say whether a number stands in a translation, but not in the tag."""
    return figure in _FIGURE.findall(ascii_digits(target.replace(inner, "", 1)))
