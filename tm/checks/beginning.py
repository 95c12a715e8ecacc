"""How a sentence begins: with a capital letter, as its source."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.model.finding import Severity
from tm.text.pattern import pattern
from tm.text.plain import plain

_BEGINNING = pattern(r"[\s\"“«„‘'(\[¿¡]{0,5}(?=([^\W\d_])([^\W\d_]?))")
_CLOSED = pattern(r"[.?!][\s\"”»’)\]]{0,4}\Z")
_MARKUP = pattern(r"\s*[<&{$%][A-Za-z]")
"""What stands there may be a word of the sentence: <xref/> describes it."""

_PARAGRAPH = pattern(
    r"\W{0,4}(?:(?:Also|Further|Again|Once again|Strongly)\s)?(?!This\b|Its\b|His\b)[A-Za-z][a-z]{1,20}(?:s|ing)\b"
)
"""The paragraphs of a resolution, Decides, Recalling, begin small in Russian."""


@check(Severity.WARNING, targets=("en", "es", "fr", "ru"))
def opening_capital(pair: Pair) -> Iterator[Fault]:
    """Flag a sentence that begins with a small letter where its source has a capital.

    Both must end as sentences do. Leaves alone list items, headings, words with a capital inside (иРНК), and
    paragraphs of resolutions, which begin small in Russian.
    """
    unit = pair.unit
    target = plain(unit.target)
    if target[:1].isupper():  # as most
        return
    start = _BEGINNING.match(target)
    if not start or not start[1].islower() or start[2].isupper() or not _CLOSED.search(target[-8:]):
        return
    source = plain(unit.source)
    opening = _BEGINNING.match(source)
    if not opening or not opening[1].isupper() or not opening[2].islower() or not _CLOSED.search(source[-8:]):
        return
    if not _MARKUP.match(unit.target) and not (pair.target.code == "ru" and _PARAGRAPH.match(source)):
        at = span_of(unit.target, target, start.end(), start.end() + 1)
        yield Fault("the sentence begins with a small letter", at, fix=start[1].upper() if at else None)
