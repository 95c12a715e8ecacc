"""What checks may know besides the unit: agreed terms, earlier translations, the documents as they are now, words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

from tm.checks.check import Check, Fault, Pair, UnitCheck
from tm.model.match import MatchKey
from tm.model.unit import Unit
from tm.terminology.glossary import Glossary

F = TypeVar("F")
G = TypeVar("G")


def nothing(path: str, key: MatchKey, source: str, target: str) -> Sequence[Remembered]:
    """Remember nothing, where there is no memory."""
    return ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation that the memory holds, the document that it comes from, and its role (`msgctxt`) there."""

    text: str
    document: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A spelling dictionary: whether it has a word, and where it was looked for.

    Attributes:
        knows: None where there is none.
        missing: where it was looked for and what to install; empty where it is there.
    """

    knows: Callable[[str], bool] | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it; what is not known is empty, and the checks that need it then say nothing.

    Attributes:
        glossary: the agreed terms.
        remembered: gives the finished translations that the memory has from other documents than that of a PO file
            (its path as findings show it), of a source key, from one language into another (their codes).
        sources: the units that a source document gives now, by its path as in the `#:` places.
        dictionaries: by language code.
    """

    glossary: Glossary = field(default_factory=Glossary)
    remembered: Callable[[str, MatchKey, str, str], Sequence[Remembered]] = nothing
    sources: Mapping[str, Sequence[Unit]] = field(default_factory=dict)
    dictionaries: Mapping[str, Dictionary] = field(default_factory=dict)


OfPair = Callable[[Pair], Iterator[str | Fault]]
InformedCheck = Check[Callable[[Knowledge], OfPair]]
"""A check of one unit, once it is told what is known."""


def says_nothing(pair: Pair) -> Iterator[str | Fault]:
    """Stand for a check for which what is known is not enough."""
    return iter(())


def told(checks: Collection[InformedCheck], knowledge: Knowledge) -> tuple[UnitCheck, ...]:
    """Make checks of units of checks that need knowledge, but those that say nothing."""
    functions = ((one, one.function(knowledge)) for one in checks)
    return tuple(with_function(one, function) for one, function in functions if function is not says_nothing)


def with_function(one: Check[F], function: G) -> Check[G]:
    """Give a check of the same name that does something else."""
    return Check(**{field.name: getattr(one, field.name) for field in fields(one)} | {"function": function})
