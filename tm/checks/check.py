"""What a check is, and how a list of checks is run over units, over documents and over a file."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from tm.checks.embedded import may_be_shortened, shortened
from tm.checks.plan import Plan, signs_of
from tm.checks.silence import silences
from tm.model.circles import no_circles
from tm.model.errors import SettingsError
from tm.model.finding import Finding, Severity, Silence, Span
from tm.model.language import Language
from tm.model.unit import State, Unit

F = TypeVar("F")
F_co = TypeVar("F_co", covariant=True)


Group = Callable[[Unit], Hashable | None]


@dataclass(frozen=True, slots=True)
class Check(Generic[F_co]):
    """A check by its name, as in `ignore-<name>`.

    Attributes:
        about: what it flags, in one sentence.
        detail: the rest that its docstring says, as Markdown; may be empty.
        states: of the units that it looks at.
        targets: codes of the target languages that it speaks of; empty for all.
        is_default: whether it runs unless asked for by name.
        signs: of a check of one unit: characters of which one stands in one of the texts where there is something to
            find, `tm.checks.plan.DIGITS` for any digit; empty where that cannot be told so.
        group: of a check across documents: what the units have in common that it compares with each other, None for a
            unit that it does not look at. So it need not run again where no unit of a group changed.
    """

    name: str
    severity: Severity
    about: str
    detail: str
    states: frozenset[State]
    targets: frozenset[str]
    is_default: bool
    function: F_co
    signs: str = ""
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check of one unit found, with its place where that is known.

    Attributes:
        message: one sentence without a final stop.
        at: where in the target, as it is in the PO file, tags and all.
        of: what in the source is meant.
        fix: what to put at `at` instead, where there is one right answer.
        severity: where it is another than the check's own.
    """

    message: str
    at: Span | None = None
    of: Span | None = None
    fix: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit with the languages of its two texts: what a check of one unit looks at.

    Attributes:
        is_ours: whether the file was made by this program; what others made keeps some habits of theirs.
        path: of the PO file, as findings show it.
    """

    unit: Unit
    source: Language
    target: Language
    is_ours: bool = True
    path: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The units of one file, as checks across documents see them."""

    path: str
    units: Sequence[Unit]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check across documents says, of which unit, and where in its target."""

    path: str
    unit: Unit
    message: str
    at: Span | None = None


class Problem(Protocol):
    """Trouble that the reader of a PO file met: kind is "syntax", "duplicate", "encoding" or "conflict"."""

    @property
    def line(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def message(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file as a whole; `target` is the language that its folder stands for, None when it names none."""

    header: Mapping[str, str]
    units: Sequence[Unit]
    problems: Sequence[Problem]
    target: Language | None


@dataclass(frozen=True, slots=True)
class Hushed:
    """A unit that silences checks, after all checks ran.

    Attributes:
        silences: what it says, by the name as written.
        known: all names of checks.
        ran: of the checks that looked at the unit; used: of those that a silence kept from counting.
    """

    silences: Mapping[str, Silence]
    known: Collection[str]
    ran: Collection[str]
    used: Collection[str]


UnitCheck = Check[Callable[[Pair], Iterator[str | Fault]]]
"""Yields a sentence, or a fault where the place is known."""

AcrossCheck = Check[Callable[[Sequence[Body]], Iterator[Remark]]]
FileCheck = Check[Callable[[PoFile], Iterator[tuple[int, str]]]]
"""Yields 1-based lines and messages."""

SilenceCheck = Check[Callable[[Hushed], Iterator[Fault]]]
"""Looks at the silences of a unit when all others have spoken."""

_MOST = 100
"""Findings of one check in one unit that are told; who has mended those sees whether there are more."""

TRANSLATED = frozenset({State.TRANSLATED})


def check(
    severity: Severity,
    *,
    states: frozenset[State] = TRANSLATED,
    targets: Collection[str] = (),
    is_default: bool = True,
    signs: str = "",
    group: Group | None = None,
) -> Callable[[F], Check[F]]:
    """Make a check of a function: named after it, described by its docstring.

    Args:
        states: the states of the units that it looks at.
        targets: codes of the target languages that it speaks of; all when empty.
        is_default: whether it runs unless asked for by name.
        signs: as in `Check`.
        group: as in `Check`; without it, a check across documents runs again when any of them changed.
    """

    def make(function: F) -> Check[F]:
        name = str(getattr(function, "__name__", "")).replace("_", "-")
        about, _, detail = inspect.cleandoc(getattr(function, "__doc__", None) or "").partition("\n")
        spoken = frozenset(targets)
        return Check(name, severity, about, detail.strip(), states, spoken, is_default, function, signs, group)

    return make


def chosen(
    known: Collection[str], select: Collection[str], ignore: Collection[str], *, default: Collection[str]
) -> frozenset[str]:
    """Name the checks to run: those selected, or those that run by default, without those ignored.

    Raises:
        SettingsError: a name that no check has, or none is left.
    """
    for name in (*select, *ignore):
        if name not in known:
            raise SettingsError(f"unknown check {name!r}: {hint(name, known)}")
    names = frozenset(select or default) - frozenset(ignore)
    if not names and ignore:
        raise SettingsError("--ignore leaves out every check that would run: name fewer there")
    return names


def hint(name: str, known: Collection[str]) -> str:
    """Say which check may be meant by a name that none has."""
    from difflib import get_close_matches

    near = get_close_matches(name.strip().lower(), known, 3)
    return f"did you mean {' or '.join(near)}?" if near else "tm check --explain names them all"


def check_units(checks: Iterable[UnitCheck], pairs: Iterable[Pair], path: str) -> Iterator[Finding]:
    """Run checks of single units, obsolete units left out; findings that the unit silences say so."""
    checks = tuple(checks)
    with no_circles():  # checks make none, and what they keep of their texts would be looked at again and again
        yield from _check_units(checks, pairs, path)


def _check_units(checks: Sequence[UnitCheck], pairs: Iterable[Pair], path: str) -> Iterator[Finding]:
    by_kind: dict[tuple[State, str], Plan[UnitCheck]] = {}
    signs = signs_of(checks)
    for pair in pairs:
        unit = pair.unit
        if not unit.is_live:
            continue
        kind = unit.state, pair.target.code
        if kind not in by_kind:
            by_kind[kind] = Plan([one for one in checks if speaks_of(one, *kind)], signs)
        whole = _last_form(pair)
        short, restored = _without_data(whole)
        for one in by_kind[kind].of(short.unit.source, short.unit.target):
            left = _MOST
            for fault in one.function(short):
                yield _finding(one, path, whole.unit, pair.target.code, restored(fault))
                left -= 1
                if not left:
                    break


def _without_data(pair: Pair) -> tuple[Pair, Callable[[str | Fault], str | Fault]]:
    """Leave out what is embedded, and give what tells the places of a fault as if it were there."""
    unit = pair.unit
    if not may_be_shortened(unit.source) and not may_be_shortened(unit.target):
        return pair, _as_it_is
    source, target = shortened(unit.source), shortened(unit.target)
    if not (source.cuts or target.cuts):
        return pair, _as_it_is

    def restored(fault: str | Fault) -> str | Fault:
        if isinstance(fault, str):
            return fault
        return replace(fault, at=target.restored(fault.at), of=source.restored(fault.of))

    return replace(pair, unit=replace(unit, source=source.text, target=target.text)), restored


def _as_it_is(fault: str | Fault) -> str | Fault:
    return fault


def speaks_of(one: Check[object], state: State, target: str) -> bool:
    """Tell whether a check looks at units in this state, translated into the language of this code."""
    return state in one.states and (not one.targets or target in one.targets)


def _last_form(pair: Pair) -> Pair:
    """Compare the general form of a plural; its singular may leave out the number, and rightly.

    An empty form is for the check of the file to name, so the last that is not empty stands for it.
    """
    unit = pair.unit
    if unit.source_plural is None or not unit.targets:
        return pair
    target = next((form for form in reversed(unit.targets) if form.strip()), "")
    return replace(pair, unit=replace(unit, source=unit.source_plural, target=target))


def check_across(checks: Iterable[AcrossCheck], bodies: Sequence[Body], language: Language) -> Iterator[Finding]:
    """Run checks across the documents of one language."""
    for one in checks:
        for remark in one.function(bodies):
            yield _finding(one, remark.path, remark.unit, language.code, Fault(remark.message, remark.at))


def check_file(checks: Iterable[FileCheck], file: PoFile, path: str) -> Iterator[Finding]:
    """Run checks of a file as a whole."""
    units = {unit.line: unit for unit in file.units}
    lang = file.target.code if file.target else file.header.get("Language", "")
    for one in checks:
        for line, message in one.function(file):
            unit = units.get(line)
            if unit is None:
                yield Finding(one.name, one.severity, path, max(line, 1), lang, "", "", message)
            else:
                yield _finding(one, path, unit, lang, message)


def check_silences(one: SilenceCheck, unit: Unit, hushed: Hushed, path: str, target: Language) -> Iterator[Finding]:
    """Run a check of silences on one unit."""
    for fault in one.function(hushed):
        yield _finding(one, path, unit, target.code, fault)


def _finding(one: Check[F], path: str, unit: Unit, lang: str, fault: str | Fault) -> Finding:
    if isinstance(fault, str):
        fault = Fault(fault)
    return Finding(
        check=one.name,
        severity=fault.severity or one.severity,
        path=path,
        line=max(unit.line, 1),
        lang=lang,
        source=unit.source,
        target=unit.target,
        message=fault.message,
        at=fault.at,
        of=fault.of,
        fix=fault.fix,
        context=unit.context,
        silence=silences(unit).get(one.name) if unit.flags or unit.comments else None,
    )
