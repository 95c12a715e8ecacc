"""Whatever is added, deleted, restored and undone, SQLite holds what the store of one dictionary holds."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores.data import LANGUAGES
from tests.stores.fake import DictStore
from tm.memory.acts import Batch, Choice
from tm.memory.store import Store
from tm.model.errors import StoreError
from tm.model.match import Context, Entry, Origin, Status
from tm.model.note import Form, Note
from tm.stores import find_damage
from tm.stores.sqlite import SqliteStore
from tm.text.normalize import match_key

WORDS = {
    "en": ("Peace", "peace", "War", "The Council met."),
    "ar": ("السلام", "الحرب"),
    "es": ("Paz", "Guerra", "paz"),
    "fr": ("Paix", "Guerre", "paix"),
    "ru": ("Мир", "Война"),
    "zh": ("和平", "战争", "戰爭"),
}
DOCUMENTS = ("charter", "letter")
FILES = ("", "/p/one.po", "/p/two.po")


def some_entry(rng: random.Random, document: str = "") -> Entry:
    original = rng.choice(("en", "en", "en", "zh"))
    others = rng.sample([code for code in LANGUAGES if code != original], rng.choice((1, 1, 1, 2, 5)))
    texts = {code: rng.choice(WORDS[code]) for code in (original, *others)}
    origin = Origin(
        document or rng.choice(DOCUMENTS), "p", f"2020-01-0{rng.randint(1, 9)}", rng.choice(("", "Ana", "Bo"))
    )
    neighbours = (None, match_key(""), match_key("Peace"))
    context = Context(rng.choice(neighbours), rng.choice(neighbours))
    return Entry(0, texts, rng.choice(("", "heading")), origin, context, rng.choice(list(Status)))


def some_notes(rng: random.Random, entry: Entry) -> Entry:
    """Say something of it and of its texts, of half of them."""
    notes = [
        note
        for about in ("", *entry.texts)
        if rng.random() < 0.5
        for note in (
            Note(rng.choice("123"), Form.ATTRIBUTE, "usagecount", about),
            *(Note(rng.choice("abc"), about=about) for _ in range(rng.choice((0, 1, 2)))),
        )
    ]
    return replace(entry, notes=tuple(notes))


def some_choice(rng: random.Random) -> Choice:
    language = rng.choice(("", "", *LANGUAGES))
    if rng.random() < 0.3:
        return Choice(document=rng.choice(DOCUMENTS), language=language)
    return Choice(tuple(rng.sample(range(1, 12), rng.choice((1, 1, 2)))), language=language)


def act(rng: random.Random, stores: tuple[Store, Store], earlier: Sequence[int], *, noted: bool = False) -> int:
    """Do the same to both stores, which must answer alike; give the number of the act."""
    kind = rng.choice(("add", "add", "add", "whole", "delete", "restore", "restore last", "undo", "undo"))
    if kind in ("add", "whole"):
        document = rng.choice(DOCUMENTS) if kind == "whole" else ""
        entries = [some_entry(rng, document) for _ in range(rng.choice((0, 1, 1, 3, 8)))]
        if noted:
            entries = [some_notes(rng, entry) if rng.random() < 0.7 else entry for entry in entries]
        file = rng.choice(FILES) if kind == "whole" else ""
        batch = Batch(
            f"{kind} {len(entries)}", file, document, rng.choice(("fr", "ru")), rng.choice((0, *earlier[-3:]))
        )
        one, other = (store.add(entries, batch) for store in stores)
        if noted:  # of an entry that comes several times, any may be the one that changed what is said
            one, other = (
                replace(tally, updated=tally.updated + tally.unchanged, unchanged=0) for tally in (one, other)
            )
        assert (one, one.act) == (other, other.act)
        return one.act
    choice = some_choice(rng)
    outcomes: list[object] = []
    for store in stores:
        try:
            change = {
                "delete": lambda store=store: store.delete(choice, "chosen"),
                "restore": lambda store=store: store.restore(choice, "chosen"),
                "restore last": lambda store=store: store.restore(),
                "undo": lambda store=store: store.undo(),
            }[kind]()
        except StoreError:
            outcomes.append("refused")
        else:
            acts = [[(one.id, one.deed) for one in acts] for acts in (change.acts, change.left)]
            revived = [one.id for one in change.revived]
            outcomes.append((kind, acts, change.removed, change.restored, change.resaid, revived, change.withheld))
    assert outcomes[0] == outcomes[1]
    return 0


def what_is_found(store: Store) -> list[object]:
    found: list[object] = []
    for source in LANGUAGES:
        for target in LANGUAGES:
            for text in WORDS[source] if source != target else ():
                entries = store.exact(match_key(text), source, target)
                found += sorted(
                    [replace(entry, texts=tuple(entry.texts.items())) for entry in entries], key=lambda one: one.id
                )
    return found


def versions(store: Store, number: int) -> list[tuple[object, ...]]:
    """List the versions of an entry, in one order where an act ended several."""
    holding = store.history(number)
    texts = holding.texts if holding else ()
    return sorted(
        (text.ended, text.language, text.text, text.date, text.status, text.author, text.brought) for text in texts
    )


@pytest.mark.parametrize("seed", range(8))
def test_random_acts_leave_the_same(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    stores = DictStore(), SqliteStore(str(tmp_path / "memory.db"))
    earlier: list[int] = []
    for _ in range(60):
        earlier.append(act(rng, stores, earlier))
        one, other = map(what_is_found, stores)
        assert one == other
        assert list(stores[0].holdings()) == list(stores[1].holdings())
        assert stores[0].stats().texts == stores[1].stats().texts
    for number in range(1, 30):
        one, other = (versions(store, number) for store in stores)
        assert one == other
    damage = stores[1]._connection.execute("PRAGMA foreign_key_check").fetchall()
    assert damage == []
    stores[1].close()


def told(store: Store, number: int) -> list[tuple[object, ...]]:
    """List what is and was said of an entry, in one order where an act ended several."""
    holding = store.history(number)
    return sorted((one.ended, one.about, one.brought, str(one.notes)) for one in holding.told) if holding else []


@pytest.mark.parametrize("seed", range(8))
def test_random_acts_leave_the_same_notes(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    path = tmp_path / "memory.db"
    stores = DictStore(), SqliteStore(str(path))
    earlier: list[int] = []
    for _ in range(60):
        earlier.append(act(rng, stores, earlier, noted=True))
        assert list(stores[0].entries()) == list(stores[1].entries())
        assert stores[0].notes(range(1, 12)) == stores[1].notes(range(1, 12))
        for number in range(1, 12):
            assert told(stores[0], number) == told(stores[1], number)
    stores[1].close()
    assert list(find_damage(str(path), full=False, tell=lambda _: None)) == []
