r"""A baseline: findings that are known, one a line, so that only new ones fail.

A line holds, apart by tabs, the path relative to the project's root, the check, a digest of msgctxt and msgid, and the
message without line numbers. It stays the same when other units come and go. Lines are sorted, so that two branches
merge line by line. A finding that a unit has twice has two lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from tm.exchange.atomic import replace_file
from tm.model.errors import FormatError, SettingsError
from tm.model.finding import Finding, Silence

_HEAD = "# Known findings; made anew by tm check --write-baseline"
_PLACE = re.compile(r"(\.\w{1,8}):\d+")
_SILENCE = Silence("baseline")

Place = Callable[[str], str]
"""Gives the path relative to the root of a path as findings show it."""

Judged = Callable[[str, str], bool]
"""Tells whether a check (named first) ran over a path relative to the root, so that its absence tells something."""


def identity(finding: Finding, place: Place) -> str:
    """Say what a finding is, whatever else changes in its file: a line of a baseline."""
    message = " ".join(_PLACE.sub(r"\1", finding.message).split())
    unit = unit_digest(finding.context, finding.source) if finding.source else "-"
    line = "\t".join([" ".join(place(finding.path).split("\t")), finding.check, unit, message])
    return line.encode("utf-8", "replace").decode()


def unit_digest(context: str | None, source: str) -> str:
    """Name a unit by what it is known by, msgctxt and msgid (of a plural: the plural), in 16 characters."""
    key = f"{context or ''}\x04{source}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=8).hexdigest()


def read_baseline(path: Path) -> Counter[str]:
    """Read a baseline.

    Raises:
        SettingsError: it is not there.
        FormatError: it is not a baseline.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"{path}: the baseline cannot be read: {reason}: make it with --write-baseline") from None
    except UnicodeDecodeError:
        raise FormatError(str(path), 0, "not UTF-8: make the baseline anew with --write-baseline") from None
    found: Counter[str] = Counter()
    for number, line in enumerate(lines, 1):
        written = line.rstrip("\r")
        if written.count("\t") == 3:
            found[written] += 1
        elif written and not written.startswith("#"):
            raise FormatError(
                str(path), number, "not a line of a baseline: mend the merge, or make it anew with --write-baseline"
            )
    return found


def write_baseline(path: Path, findings: Iterable[Finding], place: Place, *, judged: Judged | None = None) -> int:
    """Write the findings as the baseline; keep those known that were not looked for, and say how many these are.

    Args:
        judged: whether a finding that is not there is gone; without it, all is made anew.

    Raises:
        SettingsError: it cannot be written.
        FormatError: what is there, and to be kept, is not a baseline.
    """
    found = Counter(identity(finding, place) for finding in findings)
    known = read_baseline(path) if judged and path.exists() else Counter[str]()
    lines = found | Counter({one: known[one] for one in known if judged and not judged(*one.split("\t")[1::-1])})
    replace_file(path, "".join(f"{line}\n" for line in [_HEAD, *sorted(lines.elements())]).encode())
    return lines.total() - found.total()


def apply_baseline(
    findings: Sequence[Finding], known: Counter[str], place: Place, *, judged: Judged
) -> tuple[list[Finding], list[str]]:
    """Silence the findings that are known; give them all, and the lines of those that are gone.

    Args:
        judged: whether a finding that is not there is gone.
    """
    left = Counter(known)

    def silenced() -> Iterator[Finding]:
        for finding in findings:
            line = "" if finding.silence else identity(finding, place)
            if left[line] > 0:
                left[line] -= 1
                yield replace(finding, silence=_SILENCE)
            else:
                yield finding

    told = list(silenced())
    gone = [line for line in sorted(left.elements()) if judged(*line.split("\t")[1::-1])]
    return told, gone
