"""Check the units of many files against each other, and keep what that gave until one of them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tm import checks
from tm.model.finding import Finding
from tm.model.language import BY_CODE
from tm.workflow.cache import Cache, digest
from tm.workflow.inspection import Choice
from tm.workflow.records import Head, Record, open_findings, pack_findings


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


def check_across(files: Sequence[File], choice: Choice, *, cache: Cache) -> tuple[Finding, ...]:
    """Check the documents of each language against each other."""
    key = digest(b"across", *(file.key for file in files))
    for packed, _ in cache.get([key]).values():
        return open_findings(packed)
    bodies = [(file.path, BY_CODE[file.head.lang], file.record.open_units()) for file in files if file.head.lang]
    found = tuple(checks.run_across(bodies, select=choice.select, ignore=choice.ignore, silenced=True))
    cache.put([(key, pack_findings(found), b"")])
    return found
