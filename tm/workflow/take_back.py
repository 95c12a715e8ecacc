"""Take units of PO files back from a translator's tool: only what was changed there, and never over another's work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tm.exchange import po, xliff
from tm.exchange.xliff.po_units import Returned, base_of, empty_forms, from_xliff, id_of, is_ours, source_of, states_of
from tm.model.errors import FormatError, SettingsError
from tm.model.language import find_language
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.project.place import below
from tm.workflow.edges import alike, settled
from tm.workflow.learn import language_of_file

_SHOWN = 10
"""Units with trouble that are named, of a file."""


@dataclass(slots=True)
class TakenBack:
    """What came back for one PO file.

    Attributes:
        changed: how many units are to be, or were, written.
        left: how many were not taken, by reason.
        remarks: what the user should know, one sentence each.
    """

    path: Path
    changed: int = 0
    left: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)


def is_from_here(file: xliff.File, project: Project) -> bool:
    """Tell whether a file holds units of a PO file that is in the project, as `hand_over` wrote them."""
    return _po_path(file, project) is not None and any(is_ours(unit.id) for unit in file.units)


def is_without_po_file(file: xliff.File) -> bool:
    """Tell whether a file that is not from here holds units of a PO file all the same, as `hand_over` wrote them."""
    return file.original.endswith(".po") and any(is_ours(unit.id) for unit in file.units)


def _po_path(file: xliff.File, project: Project) -> Path | None:
    """Find the PO file that a file was made of; never one outside of the project, whatever the file says."""
    if not file.original.endswith(".po") or "\0" in file.original:
        return None
    path = project.root / file.original
    return path if below(path, project.root) and path.is_file() else None


def take_back(project: Project, files: Sequence[xliff.File], shown: str, *, now: datetime) -> Sequence[TakenBack]:
    """Write what was changed into the PO files, each whole or not at all; first all are looked through.

    A unit that was changed in its PO file meanwhile, in another way, stays as it is there and is told.
    `shown` is the XLIFF file as the user knows it.

    Raises:
        FormatError: a PO file is not sound, or in another language than the file says; nothing was written.
        ConflictError: somebody changed the same unit of a PO file at this very moment.
    """
    returned = [list(from_xliff(unit for unit in file.units if is_ours(unit.id))) for file in files]
    keeps_states = any(_says_more(one) for some in returned for one in some)
    planned = []
    for file, some in zip(files, returned, strict=True):
        path = _po_path(file, project)
        if path is None:
            continue
        present = po.require_sound(po.read(path, shown=project.shown(path)))
        _require_language(file, present, path, shown)
        outcome = TakenBack(path)
        outcome.left.update(["unknown"] * sum(not is_ours(unit.id) for unit in file.units))
        plan = _Plan(present, shown, outcome, keeps_states)
        planned.append((outcome, present, plan.units(some)))
    for outcome, present, units in planned:
        if outcome.changed:
            po.save(outcome.path, present, units, now=now)
    return [outcome for outcome, _, _ in planned]


def _require_language(file: xliff.File, present: po.PoFile, path: Path, shown: str) -> None:
    language = language_of_file(present, path).code
    try:
        code = find_language(file.target).code
    except SettingsError:
        code = ""
    if code != language:
        named = file.target or "no language"
        raise FormatError(shown, 0, f"it says that {file.original} is in {named}, and the PO file is in {language}")


def _says_more(one: Returned) -> bool:
    """Whether the tool has changed a state: then it keeps them, and one that is initial means what it says."""
    return bool(one.base) and not _has_states_of_base(one)


def _has_states_of_base(one: Returned) -> bool:
    """Whether all states that a unit has are those with which it went out."""
    forms = states_of(one.base, len(one.unit.targets or (one.unit.target,)))
    if len(forms) != len(one.states):  # a tool has cut it
        return {*one.states} <= {None, *forms}
    return all(state in {None, form} for state, form in zip(one.states, forms, strict=True))


class _Plan:
    """Makes the units that a PO file is to have."""

    def __init__(self, present: po.PoFile, shown: str, outcome: TakenBack, keeps_states: bool) -> None:
        self._present = present
        self._shown = shown
        self._outcome = outcome
        self._keeps_states = keeps_states
        self._counted_as_done = 0
        self._trouble = 0

    def units(self, returned: Sequence[Returned]) -> Sequence[Unit]:
        """Give all units of the file, with the changes that came back."""
        known: Mapping[str, Unit] = {id_of(unit): unit for unit in self._present.units if unit.is_live}
        changed: dict[str, Unit] = {}
        for one in returned:
            unit = known.get(one.id)
            if unit is None:
                self._leave(one, "gone", f"its source is no longer in {self._present.path}")
                continue
            new = self._merged(_unfilled(_settled(one, unit)), unit)
            if new != unit:
                changed[one.id] = new
        self._outcome.changed = len(changed)
        if self._trouble > _SHOWN:
            more = self._trouble - _SHOWN
            self._outcome.remarks.append(f"{self._shown}: {more} more like these: mend these, and import it again")
        if self._counted_as_done:
            self._outcome.remarks.append(
                f"{self._shown}: {self._counted_as_done} translations count as finished, though their state is "
                "initial: the tool has changed no state at all in this file"
            )
        return [changed.get(id_of(unit), unit) if unit.is_live else unit for unit in self._present.units]

    def _merged(self, one: Returned, unit: Unit) -> Unit:
        commented = replace(unit, comments=(*unit.comments, *_new_comments(one.unit, unit)))
        if one.unit.source != unit.source or one.unit.source_plural != unit.source_plural:
            self._leave(one, "source changed", "its source was changed in the file: only targets and notes come back")
            return commented
        if _is_untouched(one):
            return commented
        new = self._judged(one, unit)
        if _same(new, unit):
            return commented
        if one.base and base_of(new) == one.base:
            return commented  # nothing was done to it there
        if not any(new.targets or (new.target,)):
            self._leave(one, "emptied", "its translation was taken away in the file: it stays in the PO file")
            return commented
        if not self._may_replace(one, unit, new):
            self._leave(one, "conflict", f"{self._present.path}:{unit.line} was changed meanwhile in another way")
            return commented
        previous = (None, None) if new.state is State.TRANSLATED else (unit.previous, unit.previous_context)
        return replace(
            commented,
            target=new.target,
            targets=new.targets,
            state=new.state,
            previous=previous[0],
            previous_context=previous[1],
        )

    def _judged(self, one: Returned, unit: Unit) -> Unit:
        """Say how far a unit is that came back.

        A state that the file does not have tells nothing: as before where the translation is as before, else finished.
        One that is initial means "not finished", unless the tool has changed no state in the whole file.
        """
        new = one.unit
        if _is_filled(one, unit):
            return replace(new, target="", targets=("",) * len(new.targets), state=State.UNTRANSLATED)
        was = one.base.partition(" ")[0] or unit.state.value
        if was == State.TRANSLATED and _is_finished_but_for_empty_forms(one):
            return replace(new, state=State.TRANSLATED)
        if new.state is not State.FUZZY or not all(new.targets or (new.target,)):
            return new
        as_was = replace(new, state=State(was) if was in {State.FUZZY, State.TRANSLATED} else State.FUZZY)
        is_same = base_of(as_was) == one.base if one.base else (new.target, new.targets) == (unit.target, unit.targets)
        if all(state is None for state in one.states):
            return as_was if is_same else replace(new, state=State.TRANSLATED)
        if self._keeps_states or is_same:
            return new
        self._counted_as_done += 1
        return replace(new, state=State.TRANSLATED)

    def _may_replace(self, one: Returned, unit: Unit, new: Unit) -> bool:
        if one.base:
            return base_of(unit) == one.base
        same_text = (unit.target, unit.targets) == (new.target, new.targets)
        return unit.state is State.UNTRANSLATED or (same_text and unit.state is State.FUZZY)

    def _leave(self, one: Returned, reason: str, sentence: str) -> None:
        self._outcome.left[reason] += 1
        self._trouble += 1
        if self._trouble <= _SHOWN:
            self._outcome.remarks.append(f"{self._shown}:{one.line}: {reason}: {sentence}")


def _new_comments(new: Unit, unit: Unit) -> Iterator[str]:
    """Yield the lines of notes that a unit does not have yet; tools indent notes, and join those that went out."""
    known = {line.strip() for line in (unit.role, unit.origin, *unit.notes, *unit.comments)}
    for text in new.comments:
        lines = [line.strip() for line in text.strip().splitlines()]
        if not known.issuperset(filter(None, lines)):
            known.update(lines)
            yield from lines


def _settled(one: Returned, unit: Unit) -> Returned:
    """Give the white space back that programs take away or add around texts, and how lines end."""
    fresh = _around(one, unit, ())
    return fresh if _is_untouched(fresh) else _around(one, unit, unit.targets or (unit.target,))


def _around(one: Returned, unit: Unit, was: Sequence[str]) -> Returned:
    forms = enumerate(one.unit.targets or (one.unit.target,))
    texts = tuple(settled(text, source_of(unit, n), was[n] if n < len(was) else "") for n, text in forms)
    same = alike(one.unit.source, unit.source) and alike(one.unit.source_plural, unit.source_plural)
    new = replace(one.unit, target=texts[0], targets=texts if one.unit.targets else ())
    if same:
        new = replace(new, source=unit.source, source_plural=unit.source_plural)
    return replace(one, unit=new)


def _unfilled(one: Returned) -> Returned:
    """Empty the forms again that were empty, and hold the source that we or the tool had put there for a start."""
    targets = list(one.unit.targets)
    if len(one.states) == len(targets):
        for number in empty_forms(one.base):
            is_new = number < len(targets) and one.states[number] in {None, xliff.State.INITIAL}
            if is_new and targets[number] == source_of(one.unit, number):
                targets[number] = ""
    return replace(one, unit=replace(one.unit, targets=tuple(targets)))


def _is_untouched(one: Returned) -> bool:
    """Whether translation and states are as they went out."""
    was = one.base.partition(" ")[0]
    is_known = was in {State.UNTRANSLATED, State.FUZZY, State.TRANSLATED}
    return is_known and base_of(replace(one.unit, state=State(was))) == one.base and _has_states_of_base(one)


def _is_finished_but_for_empty_forms(one: Returned) -> bool:
    """Whether the forms that were empty still are, and all others are finished."""
    empty, forms = empty_forms(one.base), list(enumerate(one.unit.targets))
    if not empty or len(one.states) != len(forms) or [number for number, text in forms if not text] != empty:
        return False
    return all(one.states[number] is not xliff.State.INITIAL for number, text in forms if text)


def _is_filled(one: Returned, unit: Unit) -> bool:
    """Whether the target is the source that we or the tool had put there for a start."""
    was = one.base.partition(" ")[0] or unit.state.value
    is_new = was == State.UNTRANSLATED and all(state in {None, xliff.State.INITIAL} for state in one.states)
    texts = set(one.unit.targets or (one.unit.target,))
    return is_new and texts <= {one.unit.source, one.unit.source_plural, ""}


def _same(one: Unit, other: Unit) -> bool:
    return (one.state, one.target, one.targets) == (other.state, other.target, other.targets)
