"""Arguments that several commands share: languages, scores and input text."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tm.model.errors import FormatError, SettingsError
from tm.model.language import Language, find_language

if TYPE_CHECKING:
    import argparse


def path(text: str) -> Path:
    """Read the path of a file or folder.

    Raises:
        SettingsError: an empty one, which would stand for the current folder.
    """
    if not text:
        raise SettingsError("an empty path: name a file or folder (is a variable not set?)")
    return Path(text)


def languages(codes: str) -> Sequence[Language]:
    """Read `fr,ru`; each language once, in the order named.

    Raises:
        SettingsError: an unknown code, or none at all.
    """
    found = list(dict.fromkeys(find_language(code) for code in codes.split(",") if code.strip()))
    if not found:
        raise SettingsError("no language is named: use for example fr,ru")
    return found


def score(text: str) -> float:
    """Read a similarity in per cent, 0 to 100.

    Raises:
        SettingsError: not such a number.
    """
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise SettingsError(f"{text!r} is not a similarity: use a number from 0 to 100")
    return value


def count(text: str) -> int:
    """Read a number of results, at least 1; a huge one means all that there are.

    Raises:
        SettingsError: not such a number.
    """
    number = int(text[:_LONGEST]) if text.isdecimal() else 0
    if number < 1:
        raise SettingsError(f"{text!r} is not a number of results: use 1 or more")
    return min(number, _ALL)


_ALL = 10**9
"""More than any memory holds, and a number that SQLite knows."""

_LONGEST = 4000
"""Figures that Python reads as a number."""


def most(text: str) -> int:
    """Read how many are wanted at most: 0 or more.

    Raises:
        SettingsError: not such a number.
    """
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise SettingsError(f"{text!r} is not a number: use 0 or more")
    return int(text)


def entry(text: str) -> int:
    """Read the number of an entry.

    Raises:
        SettingsError: not such a number.
    """
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise SettingsError(f"{text!r} is not the number of an entry: tm memory history TEXT tells it")
    return int(text)


def jobs() -> int:
    """Say how many processes a command may use: TM_JOBS, else one for each core that it may run on.

    Raises:
        SettingsError: TM_JOBS is no number.
    """
    named = os.environ.get("TM_JOBS", "")
    if named:
        if not named.isdecimal() or int(named) < 1:
            raise SettingsError(f"TM_JOBS={named}: not a number of processes: use 1 or more")
        return int(named)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def add_format(parser: argparse.ArgumentParser) -> None:
    """Let the user choose between text and JSON."""
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print the result")


def read_text(file: Path | None) -> str:
    """Read UTF-8 text from a file, or from stdin.

    Raises:
        FormatError: it is not UTF-8.
    """
    data, name = (sys.stdin.buffer.read(), "stdin") if file is None else (file.read_bytes(), str(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(name, line, "not UTF-8: convert it, for example with iconv") from None
