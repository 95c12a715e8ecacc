"""A memory in a SQLite file does what every store must do."""

from collections import deque
from collections.abc import Iterator
from itertools import count

import pytest

from tests.stores.contract import *  # noqa: F403  # the suite is to run here as it stands
from tests.stores.contract import NewStore
from tm.memory.store import Store
from tm.stores import open_store

AT_ONCE = 8
"""More than any test holds; the oldest is closed when a further one is made."""


@pytest.fixture(scope="module")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewStore]:
    folder, numbers = tmp_path_factory.mktemp("memories"), count()
    opened: deque[Store] = deque()

    def make() -> Store:
        if len(opened) == AT_ONCE:
            opened.popleft().close()
        opened.append(open_store(str(folder / f"{next(numbers)}.db")))
        return opened[-1]

    yield make
    for store in opened:
        store.close()
