"""Laws of PO files: what is written is read again, what did not change keeps its bytes, and msgcat agrees."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.laws.strategies import sentences, texts
from tm.exchange import po
from tm.model.language import ENGLISH, FRENCH
from tm.model.unit import Place, State, Unit

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
NOW = datetime(2022, 7, 25, 12, 0, tzinfo=UTC)

lines = texts().map(lambda text: "".join(text.split("\n")).replace("\r", ""))
notes = lines.filter(lambda line: not line.startswith(("role: ", "tm: ")))
paths = st.one_of(
    st.sampled_from(
        ["source/letter.md", "source/lettre du 25 juillet.txt", "источник/письмо.md", "source/信.md", "a:b"]
    ),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=90),
)
places = st.lists(st.builds(Place, paths, st.integers(1, 99_999)), max_size=6, unique=True).map(tuple)


@st.composite
def a_unit(draw: st.DrawFn, text: st.SearchStrategy[str]) -> Unit:
    target = draw(text)
    live = State.UNTRANSLATED if not target else draw(st.sampled_from([State.FUZZY, State.TRANSLATED]))
    state = draw(st.sampled_from([live, live, State.OBSOLETE]))
    fuzzy = ("fuzzy",) if state is State.OBSOLETE and draw(st.booleans()) else ()
    plural = draw(st.one_of(st.none(), st.none(), st.none(), text))
    previous = draw(st.one_of(st.none(), text))
    forms = (target, *draw(st.lists(text, max_size=3))) if plural is not None and target else ()
    return Unit(
        source=draw(text.filter(bool)),
        target=target,
        context=draw(st.one_of(st.none(), st.sampled_from(["heading", "masthead"]), text)),
        state=state,
        role=draw(st.sampled_from(["", "paragraph", "heading"])),
        places=draw(places),
        notes=tuple(draw(st.lists(notes, max_size=3))),
        origin=draw(st.sampled_from(["", "100% A/75/912 (2021-07-21)"])),
        comments=tuple(draw(st.lists(lines, max_size=2))),
        flags=(*fuzzy, *draw(st.sampled_from([(), ("no-wrap",), ("ignore-number", "python-format")]))),
        previous=previous,
        previous_context=None if previous is None else draw(st.one_of(st.none(), text)),
        source_plural=plural,
        targets=forms or (() if plural is None else (target,)),
    )


def some_units(text: st.SearchStrategy[str], **sizes: int) -> st.SearchStrategy[list[Unit]]:
    return st.lists(a_unit(text), unique_by=lambda unit: unit.key, **sizes)


def created(units: Sequence[Unit]) -> bytes:
    return po.create("letter", FRENCH, ENGLISH, units, now=NOW, notice="Unofficial translation.")


def sound(data: bytes) -> po.PoFile:
    return po.require_sound(po.parse(data, "letter.po"))


def bare(units: Sequence[Unit]) -> list[Unit]:
    """Leave out where units stand in the file, which is not theirs."""
    return [replace(unit, line=0) for unit in units]


def live_first(units: Sequence[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: not unit.is_live)


@settings(max_examples=40)
@given(some_units(texts(), max_size=5))
def test_what_is_written_is_read_again(units: list[Unit]) -> None:
    assert bare(sound(created(units)).units) == live_first(units)


@settings(max_examples=30)
@given(some_units(texts(), max_size=4), some_units(texts(), max_size=4), st.randoms(use_true_random=False))
def test_units_put_into_any_file_are_read_again(units: list[Unit], others: list[Unit], chance: random.Random) -> None:
    base = sound(created(units))
    kept = [unit for unit in base.units if chance.random() < 0.8]
    keys = {unit.key for unit in kept}
    wanted = [*kept, *(unit for unit in others if unit.key not in keys)]
    chance.shuffle(wanted)
    assert bare(sound(po.with_units(base, wanted, now=NOW)).units) == bare(live_first(wanted))


@settings(max_examples=30)
@given(some_units(texts(), max_size=5), st.randoms(use_true_random=False))
def test_a_moved_unit_takes_its_bytes_along(units: list[Unit], chance: random.Random) -> None:
    base = sound(created(units))
    moved = list(base.units)
    chance.shuffle(moved)
    blocks = [entry.text for entry in base.form.entries]
    expected = [blocks[base.units.index(unit)] for unit in live_first(moved)]
    assert [entry.text for entry in sound(po.with_units(base, moved, now=NOW)).form.entries] == expected


@settings(max_examples=40)
@given(some_units(texts(), min_size=1, max_size=4), a_unit(texts()), st.data())
def test_one_changed_unit_changes_its_bytes_alone(units: list[Unit], other: Unit, data: st.DataObject) -> None:
    base = sound(created(units).replace(b"X-Generator: Hexapla", b"X-Generator: Other"))
    place = data.draw(st.integers(0, len(units) - 1))
    old = base.units[place]
    names = data.draw(st.sets(st.sampled_from(["target", "comments", "notes", "places", "previous", "origin", "role"])))
    new = replace(old, **{name: getattr(other, name) for name in names})
    if "previous" in names:
        new = replace(new, previous_context=other.previous_context)
    if new.is_live:
        new = replace(new, state=(State.FUZZY if new.target else State.UNTRANSLATED))
    if new.source_plural is not None:
        new = replace(new, targets=(new.target,))
        new = new if new.target or not new.is_live else replace(new, state=State.UNTRANSLATED)
    changed = sound(po.with_units(base, [*base.units[:place], new, *base.units[place + 1 :]], now=NOW))
    for index, (before, after) in enumerate(zip(base.form.entries, changed.form.entries, strict=True)):
        assert index == place or (before.gap, before.text) == (after.gap, after.text)
    assert base.form.header == changed.form.header
    assert bare(changed.units)[place] == replace(new, line=0)


@given(st.binary(max_size=300) | texts().map(str.encode))
def test_no_bytes_at_all_are_too_much_to_read(data: bytes) -> None:
    file = po.parse(data, "letter.po")
    assert file.problems or po.with_units(file, file.units, now=NOW) == data


WRAPPED = [
    "mot ", "一词", "—", "…", "\n", '"', "\\", "\t", "<1>a</1>", "«\N{NO-BREAK SPACE}", "http://un.org/x-y.z", "(a)", "%", "$1",
    "слово", "كلمة ", "《宪章》", "e\N{COMBINING ACUTE ACCENT}", "。", "، ", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH SPACE}", "１２", "-",
]  # fmt: skip
"""What gettext treats in its own way where a line ends."""

long_texts = st.lists(st.sampled_from(WRAPPED) | sentences(), max_size=60).map("".join)


def for_gettext(unit: Unit) -> Unit:
    """Leave out what msgcat drops: flags unknown to it, and file names with spaces, which it knows from 0.22 on."""
    known = tuple(flag for flag in unit.flags if flag in {"fuzzy", "no-wrap"})
    plain = tuple(place for place in unit.places if not {" ", ":"} & set(place.path))
    return replace(unit, flags=known, places=plain)


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
@settings(max_examples=40)
@given(some_units(long_texts, min_size=1, max_size=6))
def test_msgcat_finds_nothing_to_change(units: list[Unit]) -> None:
    assume(any(unit.is_live for unit in units))  # of a file with nothing but a header msgcat leaves nothing
    data = created([for_gettext(unit) for unit in units if unit.is_live or unit.target])
    run = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=False)
    assert run.stdout.decode().split("\n") == data.decode().split("\n")
