"""Embedded data, such as an image: left out while a text is checked, and places told as if it were there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from tm.model.finding import Span

_DATA = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=%_-]{400,}")
"""RFC 2397: a `data:` address."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text without the data in it, and where it was cut: places in the short text, and characters left out there."""

    text: str
    cuts: Sequence[tuple[int, int]] = ()

    def restored(self, span: Span | None) -> Span | None:
        """Give the place in the whole text of a place in the short one."""
        if span is None or not self.cuts:
            return span
        return Span(
            *(place + sum(left_out for at, left_out in self.cuts if at <= place) for place in (span.start, span.end))
        )


def may_be_shortened(text: str) -> bool:
    """Say quickly whether a text may have data in it."""
    return ";base64," in text


def shortened(text: str) -> Shortened:
    """Put a mark of eight characters for each stretch of data; for the same data, the same mark.

    >>> shortened('<img src="data:image/png;base64,' + 600 * "A" + '"/>').cuts
    [(40, 592)]
    """
    if not may_be_shortened(text):
        return Shortened(text)
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    for match in _DATA.finditer(text):
        mark = f"{crc32(match[0].encode()):08x}"
        pieces += [text[done : match.start()], mark]
        length += match.start() - done + len(mark)
        cuts.append((length, len(match[0]) - len(mark)))
        done = match.end()
    return Shortened("".join([*pieces, text[done:]]), cuts)
