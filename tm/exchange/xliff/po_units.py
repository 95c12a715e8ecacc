"""Units of PO files as those of XLIFF, and back: every field has its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from tm.exchange.xliff.record import Candidate, Note, Segment, State, Unit
from tm.model import unit as model
from tm.model.unit import Place

ROLE, ORIGIN, DEVELOPER, TRANSLATOR = "role", "origin", "developer", "translator"
"""Kinds of notes: those of the program (`#. role:`, `#. tm:`, other `#.`), and the translator's own (`#`)."""

_PLACE, _CONTEXT, _FLAG, _PREVIOUS, _PREVIOUS_CONTEXT = "place", "msgctxt", "flag", "previous", "previous-msgctxt"
_SINGULAR, _PLURAL, _BASE, _NOTES = "msgid", "msgid-plural", "base", "notes"

_STATES = {
    model.State.UNTRANSLATED: State.INITIAL,
    model.State.FUZZY: State.INITIAL,
    model.State.TRANSLATED: State.TRANSLATED,
}
_FINISHED = (State.TRANSLATED, State.REVIEWED, State.FINAL)


@dataclass(frozen=True, slots=True)
class Returned:
    """A unit of a PO file that comes back.

    Attributes:
        id: as `id_of` gave it.
        unit: as it is now; fuzzy where it has a target and its state is initial.
        states: what the file says, for each form of a plural; None where it says nothing.
        base: what `base_of` gave when the file was made; "" where some program took that away.
        line: in the XLIFF file.
    """

    id: str
    unit: model.Unit
    states: tuple[State | None, ...]
    base: str
    line: int


def id_of(unit: model.Unit) -> str:
    """Give the id of a unit, made of its msgctxt and msgid: so a changed source has another one."""
    key = unit.source if unit.context is None else f"{unit.context}\x04{unit.source}"
    return "u" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_ours(id_: str) -> bool:
    """Tell an id that `id_of` may have made, with the number of a plural form behind it or not."""
    return bool(_ID.fullmatch(id_))


_ID = re.compile(r"u[0-9a-f]{16}(-[0-9]+)?")


def base_of(unit: model.Unit) -> str:
    """Give state and translation in a word, by which it is told later whether somebody changed them.

    Where some forms of a plural are empty and others are not, their numbers follow.
    """
    texts = "\0".join(unit.targets or (unit.target,))
    base = f"{unit.state.value} {sha256(texts.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    empty = [str(number) for number, text in enumerate(unit.targets) if not text]
    return f"{base} {','.join(empty)}" if empty and any(unit.targets) else base


def empty_forms(base: str) -> Sequence[int]:
    """Give the forms that were empty, though others were not, when `base_of` gave this."""
    _, _, numbers = base.partition(" ")[2].partition(" ")
    return [int(number) for number in numbers.split(",") if number.isdecimal()]


def states_of(base: str, count: int) -> Sequence[State]:
    """Give the states that the forms of a unit went out with, of which `base_of` gave this."""
    whole = State.TRANSLATED if base.partition(" ")[0] == model.State.TRANSLATED else State.INITIAL
    empty = empty_forms(base)
    return [State.INITIAL if number in empty else whole for number in range(count)]


def source_of(unit: model.Unit, number: int) -> str:
    """Give what a form of a unit translates."""
    return unit.source if unit.source_plural is None or (number == 0 and len(unit.targets) > 1) else unit.source_plural


def to_xliff(unit: model.Unit, candidates: Sequence[Candidate] = (), *, fill: bool = False) -> Iterator[Unit]:
    """Make the unit of XLIFF that stands for one of a PO file; of a plural, one for each form, in one group.

    `fill` puts the source where there is no target, for tools that show nothing else.
    """
    state, name, notes = _STATES[unit.state], id_of(unit), tuple(_notes(unit))
    facts = tuple(_facts(unit))
    if unit.source_plural is None:
        segment = Segment(unit.source, unit.target or (unit.source if fill else None), state)
        yield Unit(name, (segment,), notes, facts, tuple(candidates))
        return
    for number, target in enumerate(unit.targets or ("",)):
        source = source_of(unit, number)
        segment = Segment(source, target or (source if fill else None), state if target else State.INITIAL)
        yield Unit(f"{name}-{number}", (segment,), notes, facts, group=f"g{name[1:]}")


def _notes(unit: model.Unit) -> Iterator[Note]:
    if unit.role:
        yield Note(unit.role, ROLE)
    if unit.origin:
        yield Note(unit.origin, ORIGIN)
    yield from (Note(text, DEVELOPER) for text in unit.notes)
    yield from (Note(text, TRANSLATOR) for text in unit.comments)


def _facts(unit: model.Unit) -> Iterator[tuple[str, str]]:
    yield from ((_PLACE, str(place)) for place in unit.places)
    if unit.context is not None:
        yield _CONTEXT, unit.context
    yield from ((_FLAG, flag) for flag in unit.flags)
    if unit.previous is not None:
        yield _PREVIOUS, unit.previous
    if unit.previous_context is not None:
        yield _PREVIOUS_CONTEXT, unit.previous_context
    if unit.source_plural is not None:
        yield _SINGULAR, unit.source
        yield _PLURAL, unit.source_plural
    yield _BASE, base_of(unit)
    if unit.notes:
        yield _NOTES, " ".join(map(_hash, unit.notes))


def _hash(note: str) -> str:
    return sha256(note.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def from_xliff(units: Iterable[Unit]) -> Iterator[Returned]:
    """Make units of PO files of those that `to_xliff` made; their ids say what belongs together."""
    for _, forms in groupby(units, key=lambda unit: unit.id.partition("-")[0]):
        yield _returned(list(forms))


def _returned(forms: Sequence[Unit]) -> Returned:
    first = forms[0]
    facts: dict[str, list[str]] = {}
    for name, text in first.facts:
        facts.setdefault(name, []).append(text)
    plural = _only(facts, _PLURAL)
    targets = tuple(map(_target, forms))
    states = tuple(segment.state for form in forms for segment in form.segments if not segment.is_between)
    source = _only(facts, _SINGULAR) if plural is not None else None
    theirs = _theirs(forms, facts)
    unit = model.Unit(
        source="".join(segment.source for segment in first.segments) if source is None else source,
        target=targets[0],
        context=_only(facts, _CONTEXT),
        state=_state(targets, states),
        role=next((note.text for note in first.notes if note.kind == ROLE), ""),
        places=tuple(map(_place, facts.get(_PLACE, ()))),
        notes=tuple(note.text for note in first.notes if note.kind == DEVELOPER and note not in theirs),
        origin=next((note.text for note in first.notes if note.kind == ORIGIN), ""),
        comments=tuple(_comments(forms, theirs)),
        flags=tuple(facts.get(_FLAG, ())),
        previous=_only(facts, _PREVIOUS),
        previous_context=_only(facts, _PREVIOUS_CONTEXT),
        source_plural=plural,
        targets=targets if plural is not None else (),
    )
    return Returned(first.id.partition("-")[0], unit, states, _only(facts, _BASE) or "", first.line)


def _target(form: Unit) -> str:
    """Join what a tool has cut; white space between segments that it did not translate is that of the source."""
    parts = [segment for _, segment in sorted(enumerate(form.segments, 1), key=lambda one: one[1].place or one[0])]
    if not any(part.target for part in parts):
        return ""
    return "".join(part.source if part.target is None and part.is_between else part.target or "" for part in parts)


def _theirs(forms: Sequence[Unit], facts: Mapping[str, Sequence[str]]) -> Sequence[Note]:
    """Give the notes of developers that did not go out as such; none where that cannot be told any more."""
    if _BASE not in facts:
        return ()
    ours = {name for text in facts.get(_NOTES, ()) for name in text.split()}
    return [note for form in forms for note in form.notes if note.kind == DEVELOPER and _hash(note.text) not in ours]


def _comments(forms: Sequence[Unit], theirs: Sequence[Note]) -> Iterator[str]:
    """Give the translator's notes, and those that are not ours: of the first form, then what others add."""
    seen: set[str] = set()
    for number, form in enumerate(forms):
        said = [note.text for note in form.notes if note.kind not in {ROLE, ORIGIN, DEVELOPER} or note in theirs]
        yield from (text for text in said if not number or text not in seen)
        seen.update(said)


def _state(targets: Sequence[str], states: Sequence[State | None]) -> model.State:
    if not any(targets):
        return model.State.UNTRANSLATED
    is_finished = all(targets) and all(state in _FINISHED for state in states)
    return model.State.TRANSLATED if is_finished else model.State.FUZZY


def _only(facts: dict[str, list[str]], name: str) -> str | None:
    return facts[name][0] if facts.get(name) else None


def _place(text: str) -> Place:
    path, _, line = text.rpartition(":")
    return Place(path, int(line)) if path and line.isdecimal() and len(line) < 10 else Place(text)
