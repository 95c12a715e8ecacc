"""What TMX says of a text beside its wording: place, date, author, neighbours, and how far to trust it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tm.memory.facts import Facts
from tm.model.match import Context, MatchKey, Status
from tm.text.normalize import match_key

DOCUMENT = "x-document"
ROLE = "x-role"
_PLACE = "x-place"
_DATE = "x-date"
_STATUS = "x-status"
_BEFORE = "x-context-pre"
_AFTER = "x-context-post"

_BEFORE_TYPES = (_BEFORE, "prev")
_AFTER_TYPES = (_AFTER, "next")
"""Ours, as memoQ names them too, and OmegaT's."""

KEPT = frozenset({DOCUMENT, ROLE, _PLACE, _DATE, _STATUS, *_BEFORE_TYPES, *_AFTER_TYPES})
"""Types of props that an entry has a place for."""

_DATE_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})Z?)?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")
_MIDNIGHT = "T00:00:00Z"

_WRAPPED = re.compile(r"<seg>(.*)</seg>", re.DOTALL)
"""How memoQ writes a neighbour."""


NOTHING = Facts()


def to_attributes(facts: Facts) -> Mapping[str, str]:
    """Say in attributes of a `tu` or `tuv` what they can say."""
    found = {}
    if _ISO_DATE.fullmatch(facts.date) and not facts.date.endswith(_MIDNIGHT):
        date, _, time = facts.date.partition("T")
        found["changedate"] = date.replace("-", "") + "T" + (time.replace(":", "") or "000000Z")
    if facts.author:
        found["changeid"] = facts.author
    return found


def to_props(facts: Facts, *, place: bool) -> Iterator[tuple[str, str]]:
    """Yield types and texts of what attributes cannot say; the place only where it is asked for."""
    if place and facts.place:
        yield _PLACE, facts.place
    if facts.date and "changedate" not in to_attributes(facts):
        yield _DATE, facts.date
    if facts.status is not Status.TRANSLATED:
        yield _STATUS, facts.status.value
    if facts.context.before is not None:
        yield _BEFORE, facts.context.before
    if facts.context.after is not None:
        yield _AFTER, facts.context.after


def read_facts(attributes: Mapping[str, str], props: Sequence[tuple[str, str]], above: Facts = NOTHING) -> Facts:
    """Read what an element says; what it does not say, the one above it says."""
    if not props:
        if len(attributes) < 2 and not attributes.keys() & _ATTRIBUTES:  # but for xml:lang
            return above
        return Facts(
            attributes.get("tuid") or above.place,
            date_of(attributes.get("changedate") or attributes.get("creationdate", "")) or above.date,
            attributes.get("changeid") or attributes.get("creationid") or above.author,
            above.context,
            above.status,
        )
    said = dict(props)
    date = said.get(_DATE) or date_of(attributes.get("changedate") or attributes.get("creationdate", ""))
    before = next((said[name] for name in _BEFORE_TYPES if name in said), None)
    after = next((said[name] for name in _AFTER_TYPES if name in said), None)
    return Facts(
        said.get(_PLACE) or attributes.get("tuid") or above.place,
        date or above.date,
        attributes.get("changeid") or attributes.get("creationid") or above.author,
        Context(
            above.context.before if before is None else _neighbour(before),
            above.context.after if after is None else _neighbour(after),
        ),
        Status(said[_STATUS]) if said.get(_STATUS) in set(Status) else above.status,
    )


_ATTRIBUTES = {"changedate", "creationdate", "changeid", "creationid", "tuid"}


@lru_cache(maxsize=10_000)
def date_of(text: str) -> str:
    """Read a date as TMX writes it, as ISO 8601; "" for another."""
    found = _DATE_TIME.fullmatch(text.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second = found.groups("00")
    time = f"T{hour}:{minute}:{second}Z"
    return f"{year}-{month}-{day}" + ("" if time == _MIDNIGHT else time)


def _neighbour(text: str) -> MatchKey:
    wrapped = _WRAPPED.fullmatch(text)
    return match_key(wrapped[1] if wrapped else text)
