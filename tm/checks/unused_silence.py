"""Silences that silence nothing: what was wrong is mended, or the check has another name."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tm.checks.check import Fault, Hushed, check
from tm.model.finding import Severity


@check(Severity.INFO)
def unused_silence(hushed: Hushed) -> Iterator[Fault]:
    """Flag a silence that silences nothing, or that names no check.

    A silence that outlives its reason would hide the next mistake. It is told only of checks that ran: not of those
    left out by `--ignore`, and of checks across documents only where all documents of the project were read.

    A flag with an unknown name may be another tool's, as `ignore-same` is Weblate's; a comment `tm: ignore …` is ours,
    and an unknown name in it is a warning.
    """
    for name, silence in hushed.silences.items():
        if name in hushed.known:
            if name in hushed.ran and name not in hushed.used:
                yield Fault(f"the silence of {name} silences nothing: take it out")
        elif silence.by == "comment":
            near = get_close_matches(name, hushed.known, 1)
            hint = f"write {near[0]}" if near else "tm check --explain lists them all"
            yield Fault(f"the silence names no check: there is no {name}: {hint}", severity=Severity.WARNING)
        elif near := get_close_matches(name, hushed.known, 1, 0.8):
            yield Fault(f"the silence names no check: there is no {name}: write {near[0]}")
