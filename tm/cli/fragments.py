"""Show what the memory holds of a segment below the threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tm.cli import output

if TYPE_CHECKING:
    from tm.memory.fragments import Fragments
    from tm.memory.lookup import Query
    from tm.model.match import Match


def as_record(query: Query, found: Fragments, record: Callable[[Match], dict[str, object]]) -> dict[str, object]:
    """Give what JSON says of it; `record` says what it says of a match."""
    return {
        "fragments": [
            {
                "text": fragment.text,
                "start": fragment.start,
                "end": fragment.end,
                "matches": [_without_differences(record(match)) for match in fragment.matches],
            }
            for fragment in found.fragments
        ],
        "nearest": [
            record(match) | {"shared": list(near.shared)}
            for near, match in zip(found.nearest, _explained(query, found), strict=True)
        ],
    }


def as_lines(found: Fragments) -> Iterator[str]:
    """Yield the same for people: of each the best translation."""
    for fragment in found.fragments:
        for match in fragment.matches[:1]:
            yield f"  fragment {output.paint(fragment.text, 'bold')}  {output.paint(_place(match), 'dim')}"
            yield f"    {match.source}"
            yield f"    {match.target}"
    for near in found.nearest[:1]:
        told = f"{_place(near.match)}; shares: {' '.join(near.shared)}"
        yield f"  {near.match.score:g} nearest  {output.paint(told, 'dim')}"
        yield f"    {near.match.source}"
        yield f"    {near.match.target}"
        yield from (f"      adapted: {change.old} → {change.new}" for change in near.match.changes)


def _explained(query: Query, found: Fragments) -> Iterator[Match]:
    from dataclasses import replace

    from tm.matching.similarity import differences
    from tm.text.normalize import match_key

    key = match_key(query.text)
    for near in found.nearest:
        yield replace(near.match, differences=differences(key, match_key(near.match.source)))


def _without_differences(record: dict[str, object]) -> dict[str, object]:
    """Leave out what makes no sense where only a part is compared."""
    return {name: value for name, value in record.items() if name not in ("differences", "score", "kind")}


def _place(match: Match) -> str:
    return " ".join(filter(None, [match.origin.document, match.origin.place, match.origin.date]))
