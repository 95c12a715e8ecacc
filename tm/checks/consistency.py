"""The same said in the same way: one source with one target, in a document and across documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tm.checks.check import Body, Remark, check
from tm.model.finding import Severity
from tm.model.unit import State, Unit
from tm.text.normalize import match_key
from tm.text.plain import plain

_EDGE = re.compile(r"^[\W_]+|[\W_]+\Z")
_NUMBER = re.compile(r"\d[\d.,\s]*")


class _Seen(NamedTuple):
    path: str
    unit: Unit
    source: str
    target: str


@check(Severity.WARNING)
def inconsistent_target(bodies: Sequence[Body]) -> Iterator[Remark]:
    """Flag a source that is translated differently elsewhere in the same role.

    Case, spacing and punctuation at the ends alone do not count. The rarer translation is flagged.
    """
    groups: dict[tuple[str | None, str], list[_Seen]] = {}
    for seen in _translated(bodies):
        groups.setdefault((seen.unit.context, seen.source), []).append(seen)
    for group in groups.values():
        if len({seen.target for seen in group}) > 1:
            usual, _ = Counter(seen.target for seen in group).most_common(1)[0]
            other = next(seen for seen in group if seen.target == usual)
            for seen in group:
                if seen.target != usual:
                    text = f"the same source is translated otherwise in {_place(other)}: {_quote(other.unit.target)}"
                    yield Remark(seen.path, seen.unit, text)


@check(Severity.INFO)
def inconsistent_source(bodies: Sequence[Body]) -> Iterator[Remark]:
    """Flag a translation that also stands for another source; numbers apart, which another check looks at."""
    groups: dict[tuple[str | None, str], list[_Seen]] = {}
    for seen in _translated(bodies):
        groups.setdefault((seen.unit.context, seen.target), []).append(seen)
    for group in groups.values():
        first = group[0]
        wording = _NUMBER.sub("#", first.source)
        for seen in group[1:]:
            if _NUMBER.sub("#", seen.source) != wording:
                text = f"the same translation stands for another source in {_place(first)}: {_quote(first.unit.source)}"
                yield Remark(seen.path, seen.unit, text)


def _translated(bodies: Sequence[Body]) -> Iterator[_Seen]:
    for body in bodies:
        for unit in body.units:
            if unit.state is State.TRANSLATED and unit.source_plural is None:
                source, target = _loose(unit.source), _loose(unit.target)
                if source and target:
                    yield _Seen(body.path, unit, source, target)


def _loose(text: str) -> str:
    """Give what counts of a text: no case, no spacing, no punctuation at the ends."""
    return match_key(_EDGE.sub("", plain(text))).casefold()


def _place(seen: _Seen) -> str:
    return f"{seen.path}:{max(seen.unit.line, 1)}"


def _quote(text: str) -> str:
    return f"“{text[:117]}…”" if len(text) > 120 else f"“{text}”"
