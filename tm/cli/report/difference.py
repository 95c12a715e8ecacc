"""What `--fix` would change in a file, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from tm.cli.report.text import Paint
from tm.cli.report.visible import visible
from tm.workflow.fix import Fixed

_COLOURS = {"+": "added", "-": "removed", "@": "info"}


def difference(fixed: Fixed, paint: Paint, *, safe: bool) -> str:
    """Write the diff of one file, as `git apply` takes it.

    Args:
        safe: whether it goes to a terminal, which what is in the file must not steer.
    """
    before, after = (_split(data) for data in (fixed.before, fixed.after))
    return "".join(f"{line}\n" for line in _lines(fixed.path, before, after, paint, safe=safe))


def _split(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").removesuffix("\n").split("\n")


def _lines(path: str, before: list[str], after: list[str], paint: Paint, *, safe: bool) -> Iterator[str]:
    for line in unified_diff(before, after, path, path, lineterm=""):
        colour = "bold" if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
        shown = visible(line) if safe else line
        yield paint(shown, colour) if colour else shown
