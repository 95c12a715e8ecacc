"""What `--fix` would change in a file, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from tm.cli.report.text import Paint
from tm.cli.report.visible import visible
from tm.workflow.fix import Fixed

_LINE = re.compile("[^\n]*\n|[^\n]+")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_COLOURS = {"+": "added", "-": "removed", "@": "info"}


def difference(fixed: Fixed, paint: Paint, *, safe: bool) -> str:
    """Write the diff of one file, as `git apply` takes it.

    Args:
        safe: whether it goes to a terminal, which what is in the file must not steer.
    """
    before, after = (_split(data) for data in (fixed.before, fixed.after))
    return "".join(f"{line}\n" for line in _lines(fixed.path, before, after, paint, safe=safe))


def _split(data: bytes) -> list[str]:
    """Give the lines with their ends; the last may have none, and no other sign ends a line."""
    return _LINE.findall(data.decode("utf-8", "replace"))


def _seen(line: str) -> str:
    """Write a line so that other spaces than the ordinary one are seen, too: they may be all that changes."""
    return _SPACE.sub(_sign, visible(line))


def _sign(space: re.Match[str]) -> str:
    return "⍽" if space[0] == "\N{NO-BREAK SPACE}" else f"\\u{ord(space[0]):04x}"


def _lines(path: str, before: list[str], after: list[str], paint: Paint, *, safe: bool) -> Iterator[str]:
    for written in unified_diff(before, after, path, path):
        line = written.removesuffix("\n")
        colour = "bold" if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
        shown = _seen(line) if safe else line
        yield paint(shown, colour) if colour else shown
        if line == written:
            yield "\\ No newline at end of file"
