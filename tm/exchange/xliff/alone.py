"""A segment for itself: its tags numbered from 1, and halves whose other half is in another segment as lone tags."""

from __future__ import annotations

from tm.exchange.xliff.inline import split
from tm.exchange.xliff.record import Segment


def alone(segment: Segment) -> tuple[str, str]:
    """Give source and target as a memory keeps them.

    >>> alone(Segment("<3>The Committee", "<3>Комитет"))
    ('<1/>The Committee', '<1/>Комитет')
    """
    numbers: dict[str, int] = {}
    source, target = _renumbered(segment.source, numbers), _renumbered(segment.target or "", numbers)
    return (source, target) if segment.is_preserved else (source.strip(), target.strip())


def _renumbered(text: str, numbers: dict[str, int]) -> str:
    (pieces,), tags = split([text])
    written = []
    for piece in pieces:
        if isinstance(piece, str):
            written.append(piece)
            continue
        tag = tags[piece]
        number = numbers.setdefault(tag.number, len(numbers) + 1)
        if tag.partner is None:
            written.append(f"<{number}/>")
        else:
            written.append(f"</{number}>" if tag.raw.startswith("</") else f"<{number}>")
    return "".join(written)
