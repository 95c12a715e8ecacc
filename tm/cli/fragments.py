"""Show what the memory holds of a segment below the threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tm.cli import output

if TYPE_CHECKING:
    from tm.memory.fragments import Fragments
    from tm.model.match import Match


Told = Callable[["Match"], dict[str, object]]


def as_record(found: Fragments, record: Told, compared: Told) -> dict[str, object]:
    """Give what JSON says of it.

    Args:
        record: what it says of a match; compared: where its source differs from what was asked.
    """
    return {
        "fragments": [
            {
                "text": fragment.text,
                "start": fragment.start,
                "end": fragment.end,
                "matches": [_of_a_part(record(match)) for match in fragment.matches],
            }
            for fragment in found.fragments
        ],
        "nearest": [
            record(near.match) | compared(near.match) | {"shared": list(near.shared)} for near in found.nearest
        ],
    }


def as_lines(found: Fragments, language: str) -> Iterator[str]:
    """Yield the same for people: of each the best translation."""
    for fragment in found.fragments:
        for match in fragment.matches[:1]:
            words = output.paint(output.shown(fragment.text), "bold")
            yield f"  fragment {words}  {output.paint(_place(match), 'dim')}"
            yield f"    {_marked(match.source, fragment.text, language)}"
            yield f"    {output.shown(match.target)}"
    for near in found.nearest[:1]:
        told = f"{_place(near.match)}; shares: {' '.join(near.shared)}"
        yield f"  {near.match.score:g} nearest  {output.paint(output.shown(told), 'dim')}"
        yield f"    {output.shown(near.match.source)}"
        yield f"    {output.shown(near.match.target)}"
        yield from (output.shown(f"      adapted: {change.old} → {change.new}") for change in near.match.changes)


def _marked(text: str, part: str, language: str) -> str:
    """Mark the first place where a part stands in a text, which may be long."""
    from tm.text.normalize import match_key
    from tm.text.origins import spans_in_text
    from tm.text.phrase import make_phrase

    places = make_phrase(match_key(part), language).places(match_key(text))
    for start, end in spans_in_text(text, places[:1]):
        marked = output.paint(output.shown(text[start:end]), "mark")
        return output.shown(text[:start]) + marked + output.shown(text[end:])
    return output.shown(text)


def _of_a_part(record: dict[str, object]) -> dict[str, object]:
    """Leave out what makes no sense where only a part is compared."""
    return {name: value for name, value in record.items() if name not in ("score", "kind")}


def _place(match: Match) -> str:
    return output.shown(" ".join(filter(None, [match.origin.document, match.origin.place, match.origin.date])))
