"""Where memories are kept, found by their address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tm.model.errors import StoreError

if TYPE_CHECKING:
    from tm.memory.store import Store


def open_store(url: str, *, create: bool = True) -> Store:
    """Open a memory: a path means a SQLite file, made with its folder when it is not there and `create` is true.

    Raises:
        StoreError: it cannot be opened; the sentence says why.
    """
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+(?=://)", url)
    if scheme:
        raise StoreError(f"{scheme[0]}: memories are kept in SQLite files only so far: name a path")
    from tm.stores.sqlite import SqliteStore

    return SqliteStore(url, create=create)
