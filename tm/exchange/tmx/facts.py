"""What TMX says of a text beside its wording: place, date, author, neighbours, and how far to trust it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from tm.exchange.tmx.record import ENCODING, Said
from tm.memory.facts import Facts
from tm.model.match import Context, MatchKey, Status
from tm.model.note import Form, Note
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

_OURS = frozenset({DOCUMENT, ROLE, _PLACE, _DATE, _STATUS, _BEFORE, _AFTER})
_UNDERSTOOD = _OURS.union(_BEFORE_TYPES, _AFTER_TYPES)
_UNDERSTOOD_OF_TEXT = _UNDERSTOOD - {DOCUMENT, ROLE}
"""Types of props that become facts of an entry, and those of a text."""

_STATUSES = frozenset(Status)

_SEGTYPES = frozenset({"block", "paragraph", "sentence", "phrase"})

ATTRIBUTES_OF_TEXT = frozenset({
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "creationdate",
    "creationid", "changedate", "changeid", "o-tmf",
})  # fmt: skip
ATTRIBUTES_OF_UNIT = ATTRIBUTES_OF_TEXT | {"tuid", "segtype"}
"""What the standard lets a `tuv` and a `tu` say beside languages."""

_LANGUAGES = frozenset({"xml:lang", "lang", "srclang"})

WHOLE = _LANGUAGES | {"tuid", "changedate", "changeid"}
"""Attributes of which nothing is left when the facts are read, unless there are further ones."""

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


def read_facts(attributes: Mapping[str, str], said: Sequence[Said], above: Facts = NOTHING) -> Facts:
    """Read what an element says; what it does not say, the one above it says."""
    if not said:
        if len(attributes) < 2 and not attributes.keys() & _ATTRIBUTES:  # but for xml:lang
            return above
        return Facts(
            attributes.get("tuid") or above.place,
            date_of(attributes.get("changedate") or attributes.get("creationdate", "")) or above.date,
            attributes.get("changeid") or attributes.get("creationid") or above.author,
            above.context,
            above.status,
        )
    named = named_in(said)
    date = named.get(_DATE) or date_of(attributes.get("changedate") or attributes.get("creationdate", ""))
    before = next((named[name] for name in _BEFORE_TYPES if name in named), None)
    after = next((named[name] for name in _AFTER_TYPES if name in named), None)
    return Facts(
        named.get(_PLACE) or attributes.get("tuid") or above.place,
        date or above.date,
        attributes.get("changeid") or attributes.get("creationid") or above.author,
        Context(
            above.context.before if before is None else _neighbour(before),
            above.context.after if after is None else _neighbour(after),
        ),
        Status(named[_STATUS]) if named.get(_STATUS) in _STATUSES else above.status,
    )


_ATTRIBUTES = {"changedate", "creationdate", "changeid", "creationid", "tuid"}


def named_in(said: Sequence[Said]) -> dict[str | None, str]:
    """Give what props say, by their types; of several with one type the last."""
    return {one[0]: one[1] for one in said}


def _is_whole(attributes: Mapping[str, str]) -> bool:
    """Say whether the facts of an element have all that its attributes say."""
    return WHOLE.issuperset(attributes) and ("changedate" not in attributes or bool(date_of(attributes["changedate"])))


def rest_of(
    attributes: Mapping[str, str], said: Sequence[Said], about: str = ""
) -> tuple[Sequence[Note], Sequence[str]]:
    """Give what an element says beside its facts: the notes that an entry keeps, and what it has no place for.

    `about` is the language of a `tuv`, "" of a `tu`.
    """
    if not said:
        return (_NONE, _NONE) if _is_whole(attributes) else _rest_of_attributes(attributes, {}, about)
    named = named_in(said)
    if not about and _is_whole(attributes) and _is_ours(named, len(said), attributes):
        return _NONE, _NONE
    notes, lost = _rest_of_attributes(attributes, named, about)
    more, unread = _rest_of_said(said, _UNDERSTOOD_OF_TEXT if about else _UNDERSTOOD, about)
    return [*notes, *more], [*lost, *unread]


_NONE: tuple[()] = ()


def _is_ours(named: Mapping[str | None, str], count: int, attributes: Mapping[str, str]) -> bool:
    """Say whether so many props are such as we write."""
    if len(named) < count or not _OURS.issuperset(named) or (_PLACE in named and "tuid" in attributes):
        return False
    return named.get(_STATUS, Status.TRANSLATED) in _STATUSES and not (_DATE in named and "changedate" in attributes)


def _rest_of_attributes(
    attributes: Mapping[str, str], named: Mapping[str | None, str], about: str
) -> tuple[list[Note], list[str]]:
    notes: list[Note] = []
    lost: list[str] = []
    for name, text in attributes.items():
        if not text or name in _LANGUAGES or _is_fact(name, text, attributes, named):
            continue
        is_known = name in (ATTRIBUTES_OF_TEXT if about else ATTRIBUTES_OF_UNIT) - _taken_by(named)
        if is_known and (name != "segtype" or text in _SEGTYPES):
            notes.append(Note(text, Form.ATTRIBUTE, name, about))
        else:
            lost.append(f"{name}: {text}")
    return notes, lost


def _is_fact(name: str, text: str, attributes: Mapping[str, str], named: Mapping[str | None, str]) -> bool:
    """Say whether the facts of an element have what an attribute says."""
    if name == "tuid":
        return named.get(_PLACE) in {None, "", text}
    if name == "changeid":
        return True
    if name == "creationid":
        return not attributes.get("changeid")
    is_date = name == "changedate" or (name == "creationdate" and not attributes.get("changedate"))
    return is_date and not named.get(_DATE) and bool(date_of(text))


def _taken_by(named: Mapping[str | None, str]) -> frozenset[str]:
    """Name the attributes that we write ourselves where props say this."""
    places = {"tuid"} if named.get(_PLACE) else set()
    return frozenset(places | ({"changedate"} if named.get(_DATE) else set()))


def _rest_of_said(said: Sequence[Said], understood: frozenset[str], about: str) -> tuple[list[Note], list[str]]:
    notes: list[Note] = []
    lost: list[str] = []
    last = {one[0]: number for number, one in enumerate(said)}
    for number, one in enumerate(said):
        name, text = one[:2]
        if name is None or name not in understood:
            notes.append(note_of(one, about))
        elif last[name] != number or _is_unread(name, text, last):
            lost.append(f"{name}: {text}")
    return notes, lost


def note_of(said: Said, about: str = "") -> Note:
    """Give a property or a note as an entry keeps it, or what a header says; an encoding defined there as attribute."""
    name, text, language, encoding = said
    if name == ENCODING:
        return Note(text, Form.ATTRIBUTE, "ude")
    return Note(text, Form.NOTE if name is None else Form.PROPERTY, name or "", about, language, encoding)


def _is_unread(name: str, text: str, named: Container[str | None]) -> bool:
    """Say whether a property that is ours says what is not taken over."""
    if name == _STATUS:
        return text not in _STATUSES
    return any(name == second and first in named for first, second in (_BEFORE_TYPES, _AFTER_TYPES))


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
