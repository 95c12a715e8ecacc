"""What the records of a store say; what stores do is in `tests/stores/contract.py`."""

from tests.stores.fake import DictStore
from tm.memory.store import Store, Tally


def test_a_store_is_whatever_does_what_a_store_does() -> None:
    store: Store = DictStore()
    assert store.add([]) == Tally(added=0, updated=0, unchanged=0)
