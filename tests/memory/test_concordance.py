"""A concordance ranks what any store finds, and asks it for no more than is to be shown."""

from collections.abc import Callable, Sequence

from tests.stores.data import pair
from tests.stores.fake import DictStore
from tm.memory.concordance import RANKED, Wanted, find_hits
from tm.memory.passages import Passages
from tm.model.match import Entry, MatchKey
from tm.text.phrase import Phrase


class Counting(DictStore):
    """Counts what it is asked for."""

    exacts = 0
    most = 0

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        self.exacts += 1
        return super().exact(key, source, target)

    def concordance(self, phrase: Phrase, target: str | None, most: int, tell: Callable[[str], None]) -> Passages:
        self.most = most
        tell("looking")
        return super().concordance(phrase, target, most, tell)


def test_only_the_entries_that_are_shown_are_read() -> None:
    store, told = Counting(), list[str]()
    store.add(pair(f"A text {number}", "x", document=str(number)) for number in range(50))
    found = find_hits(store, Wanted("text", "en", "fr"), limit=3, tell=told.append)
    assert (len(found.hits), found.total, store.exacts, store.most) == (3, 50, 3, RANKED)
    assert told == ["looking"]
    find_hits(store, Wanted("text", "en", "fr"), limit=2 * RANKED)
    assert store.most == 2 * RANKED
