"""A store is found by its address."""

from pathlib import Path

import pytest

from tm.model.errors import StoreError
from tm.stores import open_store
from tm.stores.sqlite import SqliteStore


def test_a_path_is_a_sqlite_file(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "memory.db"))
    assert isinstance(store, SqliteStore)
    store.close()


@pytest.mark.parametrize("url", ["postgresql://user@host/memory", "mysql://x", "sqlite:///memory.db"])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    scheme = url.split(":")[0]
    with pytest.raises(StoreError, match=f"^{scheme}: memories are kept in SQLite files only so far: name a path$"):
        open_store(url)
