"""Check the units of many files against each other, and again only those that have to do with what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tm import checks
from tm.checks.check import AcrossCheck
from tm.model.finding import Finding
from tm.model.language import BY_CODE, Language
from tm.model.unit import Unit
from tm.workflow.cache import Cache, digest
from tm.workflow.groups import ALONE, Choice
from tm.workflow.records import Grouped, Head, Record, open_across, pack_across

Touched = set[int] | None
"""Numbers of groups that a check looks at again; None for all units."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was checked by itself.

    Attributes:
        path: as findings show it; key: the digest of all that checking it depended on.
    """

    path: str
    key: bytes
    head: Head
    record: Record


def check_across(files: Sequence[File], choice: Choice, *, cache: Cache, program: bytes = b"") -> Sequence[Finding]:
    """Check the documents of each pair of languages against each other.

    Args:
        program: the digest of what checks: another one may find something else in what did not change.
    """
    wanted = choice.across()
    now = {file.path: file.key for file in files}
    paths = (path.encode("utf-8", "surrogateescape") for path in now)
    scope = digest(b"across", program, repr([one.name for one in wanted]).encode(), *paths)
    packed = cache.get([scope]).get(scope)
    before, known = open_across(packed[0]) if packed else ({}, [])
    if packed and before == now:
        return [finding for _, finding in known]
    changed = _changed(files, before, cache) if packed else None
    found: list[Grouped] = []
    for one in wanted:
        touched = _touched(one, changed)
        if touched is not None:
            found += (row for row in known if row[1].check == one.name and row[0] not in touched)
        found += _look(one, files, touched)
    cache.put([(scope, pack_across(now, found), b"")])
    return [finding for _, finding in found]


Change = tuple[Record | None, Record]
"""A file as it was, None for a new one, and as it is."""


def _changed(files: Sequence[File], before: Mapping[str, bytes], cache: Cache) -> Sequence[Change] | None:
    """Give the files that changed; None when it is not known any more how one was."""
    fresh = [file for file in files if before.get(file.path) != file.key]
    keys = [before[file.path] for file in fresh if file.path in before]
    old = {key: Record(*row) for key, row in cache.get(keys).items()}
    if len(old) < len(set(keys)):
        return None
    return [(old.get(before.get(file.path, b"")), file.record) for file in fresh]


def _touched(one: AcrossCheck, changed: Sequence[Change] | None) -> Touched:
    """Number the groups that a unit came into, went out of, or is in with another place, text or comment."""
    if changed is None or one.group is None:
        return None
    both = ([_members(one, record) for record in change] for change in changed)
    return {number for was, now in both for number, *_ in was ^ now} - {ALONE}


def _members(one: AcrossCheck, record: Record | None) -> set[tuple[int, str, Unit]]:
    if record is None:
        return set()
    head = record.open_head()
    return {(n, head.lang, unit) for n, unit in zip(head.groups.get(one.name, ()), record.each_unit(), strict=False)}


def _look(one: AcrossCheck, files: Sequence[File], touched: Touched) -> Iterator[Grouped]:
    """Run a check on the groups that are touched; yield what it found, with the number of the group."""
    numbers: dict[tuple[str, int], int] = {}
    shared = _shared(one, files, touched)
    bodies: dict[str, list[tuple[str, Language, Sequence[Unit]]]] = {}
    for file in files:
        lang, groups = file.head.lang, file.head.groups.get(one.name, ())
        if not lang:
            continue
        ours = bodies.setdefault(file.head.source, [])
        if one.group is None:
            ours.append((file.path, BY_CODE[lang], list(file.record.each_unit())))
        elif not (wanted := shared[_pair(file)]).isdisjoint(groups):
            kept = list(file.record.units_where(number in wanted for number in groups))
            theirs = (number for number in groups if number in wanted)
            numbers |= {(file.path, max(unit.line, 1)): number for unit, number in zip(kept, theirs, strict=True)}
            ours.append((file.path, BY_CODE[lang], kept))
    for same_source in bodies.values():
        for finding in checks.run_across(same_source, select=(one.name,), silenced=True):
            yield numbers.get((finding.path, finding.line), ALONE), finding


def _shared(one: AcrossCheck, files: Sequence[File], touched: Touched) -> Mapping[tuple[str, str], set[int]]:
    """Number, by languages, the groups to look at that have several units: one alone is compared with nothing."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for file in files:
        groups = file.head.groups.get(one.name, ())
        numbers.setdefault(_pair(file), []).extend(n for n in groups if touched is None or n in touched)
    return {
        pair: {n for n, again in pairwise(sorted(found)) if n == again} - {ALONE} for pair, found in numbers.items()
    }


def _pair(file: File) -> tuple[str, str]:
    """Give the languages of a file's originals and translations: what differs in one is not compared."""
    return file.head.source, file.head.lang
