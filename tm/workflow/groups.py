"""Number the groups of units that are compared across documents or languages, and what those say."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tm import checks
from tm.checks.check import AcrossCheck, chosen
from tm.checks.languages import Said, is_compared
from tm.model.unit import Unit

ALONE = 0
"""The number of a unit that a check does not look at."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks run, by the names that `--select` and `--ignore` give."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Tell whether a check runs.

        Raises:
            SettingsError: an unknown name among those given.
        """
        return name in chosen(checks.NAMES, self.select, self.ignore, default=checks.DEFAULT)

    def across(self) -> Sequence[AcrossCheck]:
        """Give the checks across documents that run.

        Raises:
            SettingsError: an unknown name.
        """
        return [one for one in checks.ACROSS if self.has(one.name)]


def group_numbers(units: Sequence[Unit], choice: Choice) -> Mapping[str, Sequence[int]]:
    """Number the groups of each check that has some: units with one number are compared, others perhaps not."""
    return {one.name: [_number(one.group(unit)) for unit in units] for one in choice.across() if one.group}


def said_numbers(units: Iterable[Unit], tell: Callable[[Unit], Said]) -> Sequence[int]:
    """Number of each unit its key, what it says of values, and of names, for the check across languages."""
    return [number for unit in units for number in _said(unit, tell)]


def _said(unit: Unit, tell: Callable[[Unit], Said]) -> tuple[int, int, int]:
    if not is_compared(unit):
        return ALONE, ALONE, ALONE
    said = tell(unit)
    return key_number(unit), _number(said.values), _number(said.names)


def key_number(unit: Unit) -> int:
    """Number the key of a unit."""
    return _number(unit.key)


def _number(group: Hashable | None) -> int:
    if group is None:
        return ALONE
    return int.from_bytes(blake2b(repr(group).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1
