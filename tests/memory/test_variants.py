"""What a file says twice of one original is kept apart, the same each time, and once."""

from dataclasses import replace

from tm.memory.variants import Variants
from tm.model.match import Entry, Origin
from tm.model.note import Note


def entry(text: str, translation: str, role: str = "") -> Entry:
    return Entry(0, {"en": text, "fr": translation}, role, Origin("x.tmx"))


def documents(*given: Entry) -> list[str]:
    variants = Variants()
    return [part.origin.document for one in given for part in variants.apart([one])]


def test_other_translations_have_a_document_of_their_own_and_repeated_ones_come_once() -> None:
    a, b, c = entry("A", "1"), entry("A", "2"), entry("A", "3")
    first, second, third = documents(a, a, b, a, b, c, entry("B", "1"))[:3]
    assert first == "x.tmx"
    assert len({first, second, third}) == 3
    assert documents(a, b, c) == [first, second, third]
    assert documents(a, c, b) == [first, third, second]
    assert second.startswith("x.tmx#")


def test_what_is_told_of_a_repeated_one_is_told_of_the_one_that_came_before() -> None:
    variants, note = Variants(), Note("seen", about="fr")
    a, b = entry("A", "1"), entry("A", "2")
    documents = [variants.apart([one])[0].origin.document for one in (a, b)]
    again = [variants.again([replace(one, notes=(note,))]) for one in (a, b)]
    assert again == [Entry(0, {"en": "A"}, "", Origin(document), notes=(note,)) for document in documents]
    assert variants.apart([Entry(0, {"en": "A"}, "", a.origin), b]) == ()


def test_another_role_is_another_entry() -> None:
    assert documents(entry("A", "1"), entry("A", "2", "heading")) == ["x.tmx", "x.tmx"]


def test_beyond_what_is_at_hand_nothing_is_lost(monkeypatch: object) -> None:
    import tm.memory.variants as module

    monkeypatch.setattr(module, "_AT_HAND", 2)  # type: ignore[attr-defined]
    many = [entry(str(n), "x") for n in range(20)]
    found = documents(*many, *(entry(str(n), "y") for n in range(20)))
    assert found[:20] == ["x.tmx"] * 20
    assert all(name.startswith("x.tmx#") for name in found[20:])
