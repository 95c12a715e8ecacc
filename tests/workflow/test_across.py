"""Units are compared across files only where several are alike, and what they are is read only then."""

import zlib
from pathlib import Path

import pytest

from tm.model.unit import State, Unit
from tm.workflow.across import File, check_across
from tm.workflow.cache import Cache
from tm.workflow.groups import Choice, group_numbers
from tm.workflow.records import Record

CHOICE = Choice(select=("inconsistent-target",))
BOTH = Choice(select=("inconsistent-source", "inconsistent-target"))


def _file(path: str, *texts: tuple[str, str], lang: str = "fr", source: str = "en") -> File:
    pairs = enumerate(texts, 1)
    units = [Unit(text, target, state=State.TRANSLATED, line=line) for line, (text, target) in pairs]
    record = Record.pack(lang, [], units, group_numbers(units, BOTH), source)
    return File(path, path.encode(), record.open_head(), record)


def _without_units(file: File) -> File:
    return File(file.path, file.key, file.head, Record(file.record.head, b"cannot be read"))


def test_a_source_that_is_there_once_in_a_language_is_not_looked_at() -> None:
    files = [
        _without_units(_file("fr/a.po", ("Agenda", "Ordre du jour"), ("Report", "Rapport"))),
        _without_units(_file("es/a.po", ("Agenda", "Programa"), lang="es")),
    ]
    assert check_across(files, CHOICE, cache=Cache(None, today=0)) == []


def test_a_source_that_is_there_twice_is_compared() -> None:
    files = [
        _file("fr/a.po", ("Agenda", "Ordre du jour"), ("Report", "Rapport")),
        _without_units(_file("fr/b.po", ("Annex", "Annexe"))),
        _file("fr/c.po", ("Peace", "Paix"), ("Agenda", "Programme")),
    ]
    found = check_across(files, CHOICE, cache=Cache(None, today=0))
    assert [(one.path, one.line, one.target) for one in found] == [
        ("fr/a.po", 1, "Ordre du jour"),
        ("fr/c.po", 2, "Programme"),
    ]


def test_another_program_looks_again_at_what_did_not_change(tmp_path: Path) -> None:
    files = [_file("fr/a.po", ("Agenda", "Programme")), _file("fr/b.po", ("Agenda", "Ordre du jour"))]
    unread = [_without_units(file) for file in files]
    with Cache(tmp_path / "cache.db", today=0) as cache:
        before = check_across(files, CHOICE, cache=cache, program=b"1")
        assert check_across(unread, CHOICE, cache=cache, program=b"1") == before != []
        with pytest.raises(zlib.error):
            check_across(unread, CHOICE, cache=cache, program=b"2")


def test_documents_from_different_languages_are_not_compared() -> None:
    files = [
        _file("en/a.po", ("Ordre du jour", "Agenda"), lang="en", source="fr"),
        _file("en/b.po", ("Programa", "Agenda"), lang="en", source="es"),
        _file("en/c.po", ("Programa", "Programme"), lang="en", source="es"),
    ]
    found = check_across(files, BOTH, cache=Cache(None, today=0))
    assert [(one.check, one.path) for one in found] == [
        ("inconsistent-target", "en/b.po"),
        ("inconsistent-target", "en/c.po"),
    ]
