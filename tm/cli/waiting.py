"""Tell on a terminal what is being waited for, and take it away when it has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def waiting() -> Iterator[Callable[[str], None]]:
    """Give what shows a few words on a terminal's stderr, each in place of those before."""
    told = False

    def tell(text: str) -> None:
        nonlocal told
        if sys.stderr.isatty():
            told = True
            print(f"\r{text}\033[K", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if told:
            tell("")
