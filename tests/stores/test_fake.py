"""The store of one dictionary does what every store must do."""

import pytest

from tests.stores.contract import *  # noqa: F403  # the suite is to run here as it stands
from tests.stores.contract import NewStore
from tests.stores.fake import DictStore


@pytest.fixture(scope="module")
def new_store() -> NewStore:
    return DictStore
