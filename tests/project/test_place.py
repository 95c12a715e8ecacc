"""A link is what its own name says: where a file lies, in which language it is, and to which document it belongs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tm.project.layout import Project, find_project, language_of, named_po_files
from tm.project.place import absolute, below, files_in


@pytest.fixture
def linked(tmp_path: Path) -> Project:
    """Make a project of which `locales` is a link, a language below it too, and one of its files."""
    root, store, french = tmp_path / "project", tmp_path / "store" / "texts", tmp_path / "french"
    for folder in (root / "source", store / "ru", french):
        folder.mkdir(parents=True)
    (root / "source" / "a.txt").touch()
    for file in (store / "ru" / "a.po", french / "a.po", french / "original.po"):
        file.touch()
    (root / "locales").symlink_to(store)
    (store / "fr").symlink_to(french)
    (store / "ru" / "b.po").symlink_to(french / "original.po")
    return find_project(root)


def test_linked_files_have_the_language_document_and_place_that_their_names_say(linked: Project) -> None:
    found = [
        (linked.document_of(path), language.code if (language := language_of(path)) else "", linked.place_of(path))
        for path in linked.po_files()
    ]
    assert found == [
        ("a", "fr", "locales/fr/a.po"),
        ("a", "ru", "locales/ru/a.po"),
        ("b", "ru", "locales/ru/b.po"),
        ("original", "fr", "locales/fr/original.po"),
    ]


def test_a_folder_stands_also_for_what_its_links_lead_to(linked: Project) -> None:
    found = named_po_files([linked.root / "locales"])
    assert {linked.place_of(path) for path in found} == {"locales/fr/a.po", "locales/ru/a.po", "locales/fr/original.po"}


def test_of_two_names_of_one_file_that_below_locales_counts(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "fr").mkdir(parents=True)
    (tmp_path / "elsewhere" / "fr" / "a.po").touch()
    (tmp_path / "locales").symlink_to(tmp_path / "elsewhere")
    assert named_po_files([tmp_path]) == [tmp_path / "locales" / "fr" / "a.po"]


def test_links_that_lead_upwards_or_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.po").touch()
    (tmp_path / "fr" / "up").symlink_to(tmp_path)
    (tmp_path / "fr" / "self.po").symlink_to("self.po")
    assert sorted(files_in(tmp_path)) == [tmp_path / "fr" / "a.po", tmp_path / "fr" / "self.po"]
    assert named_po_files([tmp_path]) == [tmp_path / "fr" / "a.po", tmp_path / "fr" / "self.po"]


def test_what_is_named_through_a_link_from_elsewhere_lies_in_the_folder(linked: Project, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(linked.root)
    (tmp_path / "one.po").symlink_to(linked.root / "source" / "a.txt")
    assert below(tmp_path / "way" / "locales" / "fr" / "a.po", linked.root) == Path("locales/fr/a.po")
    assert below(tmp_path / "one.po", linked.root) == Path("source/a.txt")
    assert below(tmp_path / "french" / "a.po", linked.root) is None


def test_two_points_lead_where_the_system_goes(linked: Project, tmp_path: Path) -> None:
    named = linked.root / "locales" / "fr" / ".." / "french" / "a.po"
    assert absolute(named) == tmp_path / "french" / "a.po"
    assert named.exists()
    assert below(linked.root / ".." / "french" / "a.po", linked.root) is None


def test_who_came_into_a_linked_folder_is_in_the_project(linked: Project) -> None:
    folder = linked.root / "locales" / "fr"
    told = "from tm.project.layout import find_project as f; p = f(None); print(p.root.resolve()); print(*p.po_files())"
    told += "; from pathlib import Path; print(p.place_of(Path('a.po')), p.shown(Path('a.po')), p.document_of(Path('a.po')))"
    code = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PWD": str(folder), "PYTHONPATH": str(code)}
    done = subprocess.run([sys.executable, "-c", told], cwd=folder, env=environment, capture_output=True, text=True)
    root, files, named = done.stdout.splitlines()
    assert root == str(linked.root.resolve())
    assert len(files.split()) == 4
    assert named == "locales/fr/a.po a.po a"


def test_a_document_may_be_a_link(linked: Project, tmp_path: Path) -> None:
    (tmp_path / "text.txt").touch()
    (linked.root / "source" / "b.txt").symlink_to(tmp_path / "text.txt")
    assert linked.source(linked.root / "source" / "b.txt") == linked.root / "source" / "b.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(PermissionError):
        list(files_in(tmp_path))
