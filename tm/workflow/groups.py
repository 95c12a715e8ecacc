"""Number the groups of units that checks across documents compare with each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tm import checks
from tm.checks.check import AcrossCheck, chosen
from tm.model.unit import Unit

ALONE = 0
"""The number of a unit that a check does not look at."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks run, by the names that `--select` and `--ignore` give."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def across(self) -> Sequence[AcrossCheck]:
        """Give the checks across documents that run.

        Raises:
            SettingsError: an unknown name.
        """
        names = chosen(checks.NAMES, self.select, self.ignore, default=checks.DEFAULT)
        return [one for one in checks.ACROSS if one.name in names]


def group_numbers(units: Sequence[Unit], choice: Choice) -> Mapping[str, Sequence[int]]:
    """Number the groups of each check that has some: units with one number are compared, others perhaps not."""
    return {one.name: [_number(one.group(unit)) for unit in units] for one in choice.across() if one.group}


def _number(group: Hashable | None) -> int:
    if group is None:
        return ALONE
    return int.from_bytes(blake2b(repr(group).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1
