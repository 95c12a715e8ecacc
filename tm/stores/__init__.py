"""Where memories are kept, found by their address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tm.model.errors import StoreError

if TYPE_CHECKING:
    from tm.memory.damage import Damage, Mended
    from tm.memory.store import Store


Growing = Callable[[int, int], None]


def open_store(url: str, *, create: bool = True, growing: Growing | None = None) -> Store:
    """Open a memory: a path means a SQLite file, made with its folder when it is not there and `create` is true.

    `growing` is told how many segments an index holds, of how many, while it has to be made first.

    Raises:
        StoreError: it cannot be opened; the sentence says why.
    """
    path = _sqlite_path(url)
    from tm.stores.sqlite import SqliteStore

    return SqliteStore(path, create=create, growing=growing)


def find_damage(url: str, *, full: bool, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Yield what is wrong with a memory; `full` looks every text up instead of some.

    Raises:
        StoreError: there is none, or it cannot be looked at.
    """
    path = _sqlite_path(url)
    from tm.stores.sqlite.verify import find_damage

    return find_damage(path, full=full, tell=tell)


def renew_index(url: str) -> Mended:
    """Make anew what is derived from the texts of a memory.

    Raises:
        StoreError: it is damaged otherwise too.
    """
    path = _sqlite_path(url)
    from tm.stores.sqlite.repair import renew_index

    return renew_index(path)


def rebuild(url: str, fill: Callable[[str], None]) -> Mended:
    """Save what can be read of a memory into a new one that takes its place; `fill` adds to it by its address.

    Raises:
        StoreError: it is open elsewhere, or the new one cannot be written.
    """
    path = _sqlite_path(url)
    from tm.stores.sqlite.repair import rebuild

    return rebuild(path, fill)


def _sqlite_path(url: str) -> str:
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+(?=://)", url)
    if scheme:
        raise StoreError(f"{scheme[0]}: memories are kept in SQLite files only so far: name a path")
    return url
