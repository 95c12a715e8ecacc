"""Check the languages of each document against each other, and again only where one of its files changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tm import checks
from tm.checks.check import Body, chosen
from tm.checks.editions import Edition, Editions
from tm.checks.knowledge import Knowledge
from tm.checks.languages import inconsistent_languages, names_may_differ, values_may_differ
from tm.model.finding import Finding
from tm.model.language import BY_CODE, Language
from tm.model.unit import Unit
from tm.workflow.across import File
from tm.workflow.cache import Cache, digest
from tm.workflow.groups import ALONE, Choice, key_number
from tm.workflow.records import open_across, pack_across

_FEWEST = 4
"""Languages of a document that are compared at least."""


def check_languages(
    files: Sequence[File],
    documents: Mapping[str, str],
    choice: Choice,
    *,
    known: Callable[[], Knowledge],
    cache: Cache,
) -> Iterator[Finding]:
    """Check each document in all its languages.

    Args:
        documents: which one a file translates, by its path as findings show it.
        known: gathers what is known, when it is needed.
    """
    names = chosen(checks.NAMES, choice.select, choice.ignore, default=checks.DEFAULT)
    wanted = sorted(names & {one.name for one in checks.LANGUAGES})
    groups: dict[tuple[str, str], list[File]] = {}
    for file in files if wanted else ():
        if file.head.lang:
            groups.setdefault((documents[file.path], file.head.source), []).append(file)
    for (_, source), group in groups.items():
        if len(group) >= _FEWEST:
            key = digest(b"languages", repr(wanted).encode(), *(file.key for file in group))
            packed = cache.get([key]).get(key)
            if packed:
                yield from (finding for _, finding in open_across(packed[0])[1])
                continue
            editions = _editions(group, BY_CODE[source])
            found: tuple[Finding, ...] = ()
            if editions.editions:
                found = tuple(checks.run_languages([editions], known(), select=wanted, silenced=True))
            cache.put([(key, pack_across({}, [(ALONE, finding) for finding in found]), b"")])
            yield from found


def _editions(group: Sequence[File], source: Language) -> Editions:
    """Gather the units to be compared: those of which the languages may say different things."""
    others = [file for file in group if BY_CODE[file.head.lang] is not source]
    values, names = _differing(others)
    if not values and not names:
        return Editions(source, [])
    bodies = [Body(file.path, tuple(_among(file, values | names))) for file in others]
    numbers = [(unit.key, key_number(unit)) for body in bodies for unit in body.units]
    return Editions(
        source,
        [Edition(BY_CODE[file.head.lang], body) for file, body in zip(others, bodies, strict=True)],
        values={key for key, number in numbers if number in values},
        names={key for key, number in numbers if number in names},
    )


def _differing(files: Sequence[File]) -> tuple[set[int], set[int]]:
    """Number the keys whose translations may have other values, and those that may have other names.

    What each says was told when it was checked by itself.
    """
    told: dict[int, list[tuple[int, int]]] = {}
    for file in files:
        numbers = _numbers(file)
        for key, *said in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            told.setdefault(key, []).append((said[0], said[1]))
    differing = {key: said for key, said in told.items() if key != ALONE and len(set(said)) > 1}
    values = {key for key, said in differing.items() if values_may_differ([value or None for value, _ in said])}
    names = {key for key, said in differing.items() if names_may_differ([name or None for _, name in said])}
    return values, names


def _among(file: File, keys: set[int]) -> Iterator[Unit]:
    return file.record.units_where(key in keys for key in _numbers(file)[::3])


def _numbers(file: File) -> Sequence[int]:
    return file.head.groups[inconsistent_languages.name]
