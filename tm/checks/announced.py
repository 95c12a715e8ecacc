"""A quotation that its source announces with a colon, and its translation with a semicolon or a stop."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault
from tm.checks.typography import typography
from tm.model.finding import Span
from tm.text.pattern import pattern

ANNOUNCES = (': "', ": “")
"""One of these is in a source that announces a quotation."""

_OPENED = pattern(r"(?<!\w)[\"“](?=\w)")
_BROKEN = pattern(
    r"(?:(?P<stop>[;؛；.。](?<![A-Z].))|(?:ما\sيلي|qui\ssuit|iguiente|ледующее|如下|以下)(?P<comma>[,،，]))"
    r"(?=[\s\u200e\u200f]{0,2}(?:[\"“«„「]|”(?=[ء-ي]))\s?\w)"
)
_OPENS = pattern(r"(?:(?<=[\s:;؛；,،，.。：\u200e\u200f])|\A)[\"“«„”「](?=\s?\w)")


def not_announced(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield what stands instead of a colon before a quotation, the only one of both texts.

    >>> next(not_announced('He said: "No."', "Dijo; «No».", "es")).message
    '; before a quotation that the source announces with a colon'
    """
    if len(_OPENED.findall(source)) != 1 or len(_OPENS.findall(target)) > 1 or source.count(":") != 1:
        return
    if found := _BROKEN.search(target):
        start, end = found.span(found.lastgroup or 0)
        start -= target[start - 1 : start] in _SPACES
        message = f"{target[end - 1]} before a quotation that the source announces with a colon"
        yield Fault(message, Span(start, end), fix=typography(language).colon)


_SPACES = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ")
