"""Find where a stretch of the plain text stands in the text with its markup."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

from tm.model.finding import Span


def span_of(raw: str, plain: str, start: int, end: int) -> Span | None:
    """Give the place in a raw text of a stretch of its plain form; None where markup breaks its wording.

    Args:
        raw: as it stands in the PO file.
        plain: what `tm.text.plain.plain` makes of it.
        start, end: of the stretch in `plain`.

    >>> span_of("<1>See</1> A/76/1", "See A/76/1", 4, 10)
    Span(start=11, end=17)
    >>> span_of("re\N{COMBINING ACUTE ACCENT}su\N{LATIN SMALL LETTER E WITH ACUTE}", "résué", 0, 2)
    Span(start=0, end=3)
    """
    wording = plain[start:end]
    if not wording:
        return None
    if len(raw) == len(plain) and raw[start:end] == wording:
        return Span(start, end)
    before = plain.count(wording, 0, start)
    if not is_normalized("NFC", raw) and wording not in raw:
        wording = normalize("NFD", wording)
    place = raw.find(wording)
    for _ in range(before):
        place = raw.find(wording, place + len(wording)) if place >= 0 else place
    return Span(place, place + len(wording)) if place >= 0 else None
