"""A save takes in what somebody else wrote meanwhile, or refuses; it never overwrites."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tm.exchange import po
from tm.model.errors import ConflictError, FormatError
from tm.model.language import ENGLISH, FRENCH
from tm.model.unit import Place, State, Unit

NOW = datetime(2022, 7, 25, 12, 0, tzinfo=UTC)
LATER = datetime(2022, 7, 26, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fr" / "a.po"
    units = [Unit(name, target=name.upper(), state=State.TRANSLATED) for name in ("one", "two", "three")]
    assert po.save_new(path, po.create("a", FRENCH, ENGLISH, units, now=NOW))
    return path


def elsewhere(path: Path, **targets: str) -> None:
    """Do what another program does between our reading and our saving."""
    text = path.read_text(encoding="utf-8")
    for source, target in targets.items():
        text = text.replace(f'msgid "{source}"\nmsgstr "{source.upper()}"', f'msgid "{source}"\nmsgstr "{target}"')
    path.write_text(text, encoding="utf-8")


def targets(path: Path) -> dict[str, str]:
    return {unit.source: unit.target for unit in po.require_sound(po.read(path)).units}


def test_a_save_of_what_was_read_touches_nothing(path: Path) -> None:
    before = path.stat()
    file = po.read(path)
    assert not po.save(path, file, file.units, now=LATER)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_changes_of_different_units_are_merged(path: Path) -> None:
    file = po.read(path)
    one, *others = file.units
    elsewhere(path, two="deux")
    assert po.save(path, file, [replace(one, target="un"), *others, Unit("four")], now=LATER)
    assert targets(path) == {"one": "un", "two": "deux", "three": "THREE", "four": ""}


def test_a_file_written_anew_meanwhile_keeps_what_they_added_moved_and_took_away(path: Path) -> None:
    file = po.read(path)
    one, two, three = file.units
    theirs = [three, Unit("new", target="neuf", state=State.TRANSLATED), one]
    path.write_bytes(po.with_units(file, theirs, now=NOW))
    assert po.save(path, file, [one, two, replace(three, target="trois")], now=LATER)
    assert list(targets(path).items()) == [("three", "trois"), ("new", "neuf"), ("one", "ONE")]


def test_new_places_and_a_new_translation_of_one_unit_are_merged(path: Path) -> None:
    file = po.read(path)
    elsewhere(path, one="un")
    placed = [replace(unit, places=(Place("source/a.md", 4),)) for unit in file.units]
    assert po.save(path, file, placed, now=LATER)
    one = po.read(path).units[0]
    assert (one.target, one.places) == ("un", (Place("source/a.md", 4),))


def test_two_translations_of_one_unit_are_refused_with_its_line(path: Path) -> None:
    file = po.read(path)
    one, *others = file.units
    elsewhere(path, one="une")
    before = path.read_bytes()
    with pytest.raises(ConflictError, match=r"a\.po:17: .*nothing was written"):
        po.save(path, file, [replace(one, target="un"), *others], now=LATER)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == ["a.po"]


def test_the_same_change_by_both_is_no_conflict(path: Path) -> None:
    file = po.read(path)
    one, *others = file.units
    elsewhere(path, one="un")
    assert not po.save(path, file, [replace(one, target="un"), *others], now=NOW)


def test_a_unit_taken_away_by_us_and_translated_by_them_is_a_conflict(path: Path) -> None:
    file = po.read(path)
    elsewhere(path, one="un")
    with pytest.raises(ConflictError):
        po.save(path, file, file.units[1:], now=LATER)


def test_a_header_that_they_changed_stays(path: Path) -> None:
    file = po.read(path)
    one, *others = file.units
    path.write_text(path.read_text(encoding="utf-8").replace("none", "French <fr@un.org>"), encoding="utf-8")
    assert po.save(path, file, [replace(one, target="un"), *others], now=LATER)
    header = po.read(path).header
    assert (header["Language-Team"], header["PO-Revision-Date"]) == ("French <fr@un.org>", "2022-07-26 12:00+0000")


def test_a_file_that_they_broke_is_not_touched(path: Path) -> None:
    file = po.read(path)
    path.write_bytes(file.data + b'msgid "\n')
    with pytest.raises(FormatError, match=r"a\.po:\d+: "):
        po.save(path, file, file.units[1:], now=LATER)
    assert path.read_bytes() == file.data + b'msgid "\n'


def test_a_file_that_is_gone_is_not_made_again(path: Path) -> None:
    file = po.read(path)
    path.unlink()
    with pytest.raises(ConflictError, match="taken away"):
        po.save(path, file, file.units[1:], now=LATER)
    assert not path.exists()


def test_a_new_file_does_not_take_the_place_of_another(path: Path) -> None:
    before = path.read_bytes()
    assert not po.save_new(path, before)
    with pytest.raises(ConflictError):
        po.save_new(path, b"other")
    assert path.read_bytes() == before
