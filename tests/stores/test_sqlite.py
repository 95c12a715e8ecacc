"""A memory in a SQLite file does what every store must do."""

from itertools import count

import pytest

from tests.stores.contract import *  # noqa: F403  # the suite is to run here as it stands
from tests.stores.contract import NewStore
from tm.stores import open_store


@pytest.fixture(scope="module")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    folder, numbers = tmp_path_factory.mktemp("memories"), count()
    return lambda: open_store(str(folder / f"{next(numbers)}.db"))
