"""What dedupe finds is the same with one process and with several."""

from tests.stores.fake import DictStore
from tm.checks.likeness import KINDS
from tm.model.match import Entry, Origin
from tm.workflow.crew import WORTH
from tm.workflow.dedupe import find_doubts


def test_several_processes_find_in_order_what_one_finds() -> None:
    store = DictStore()
    wrong = range(0, 2 * WORTH, 7)
    store.add(
        Entry(0, {"en": f"See paragraph {n}.", "ru": f"См. пункт {n + (n in wrong)}."}, "", Origin("letter"))
        for n in range(2 * WORTH)
    )
    told: list[str] = []
    one, several = (list(find_doubts(store, KINDS, jobs=jobs, tell=told.append)) for jobs in (1, 2))
    assert [doubt.pair.source for doubt in one] == [f"See paragraph {n}." for n in wrong]
    assert several == one


def test_it_tells_how_far_it_is() -> None:
    store = DictStore()
    store.add(Entry(0, {"en": f"Page {n}", "fr": f"Page {n}"}, "", Origin("letter")) for n in range(1000))
    told: list[str] = []
    assert list(find_doubts(store, {"script"}, tell=told.append)) == []
    assert told == ["checking: 1000 entries"]
