"""How commands speak: results on stdout, the rest on stderr, colour and progress only on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

from tm.model.errors import TmError

T = TypeVar("T")

_COLOURS = {"error": "31", "warning": "33", "info": "36", "dim": "2", "bold": "1", "mark": "1;33"}
_COLOURS |= {"place": "1;4;33", "added": "32", "removed": "31"}


def note(text: str) -> None:
    """Say something that is not a result."""
    print(text, file=sys.stderr)


def paint(text: str, colour: str, stream: TextIO | None = None) -> str:
    """Colour a text for a terminal; NO_COLOR and pipes get it as it is."""
    out = stream or sys.stdout
    if not out.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\033[{_COLOURS[colour]}m{text}\033[0m"


# What steers, as its picture or as an escape; `tm.cli.report.visible` shows what cannot be seen, too.
_STEERING = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", ord("\n"): "↵", ord("\t"): "⇥"}
_STEERING |= {code: f"\\u{code:04x}" for code in (*range(0x80, 0xA0), 0x2028, 0x2029)}


def shown(text: str) -> str:
    r"""Give a text of unknown origin on one line, and so that nothing in it steers a terminal.

    >>> print(shown("a\x1b[31m\nb"))
    a␛[31m↵b
    """
    return text if text.isprintable() else text.translate(_STEERING)


def count(number: int, noun: str) -> str:
    """Say how many there are of something: `1 segment`, `2 segments`, `3 entries`."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else several}"


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Pass the items on, counting them on a terminal's stderr."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    try:
        for done, item in enumerate(items):
            print(f"\r{what}: {done}/{total}\033[K", end="", file=sys.stderr, flush=True)
            yield item
    finally:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def counter(what: str) -> Callable[[int, int], None]:
    """Give a function that shows on a terminal's stderr how many are done, of how many."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\r\033[K" if done >= total else ""
            print(f"\r{what}: {done}/{total}\033[K{end}", end="", file=sys.stderr, flush=True)

    return show


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Set rows as columns, two spaces apart; the columns numbered in `right` end flush."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def unfinished(bad: Sequence[Path], of: int, things: str, done: tuple[str, str]) -> TmError:
    """Make the error that names what could not be done among so many files, once the others are.

    Args:
        things: what the files are, such as "documents".
        done: what was to be done with them, as "imported" and as "import".
    """
    names = ", ".join(map(str, bad[:_NAMED])) + (f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else "")
    was, verb = done
    return TmError(f"{len(bad)} of {of} {things} could not be {was}: {names}: mend them and {verb} them again")


_NAMED = 10
"""Files that are named at the end."""
