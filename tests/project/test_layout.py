"""The project is the nearest folder upwards that looks like one, and its files are where the contract says."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tm.model.errors import SettingsError
from tm.model.language import FRENCH
from tm.project.layout import find_project, language_of, named_po_files


@pytest.fixture
def inside(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "source" / "deep").mkdir(parents=True)
    before = Path.cwd()
    os.chdir(tmp_path / "source" / "deep")
    yield tmp_path
    os.chdir(before)


def test_the_nearest_folder_with_a_source_folder_is_the_project(inside: Path) -> None:
    assert find_project(None).root.resolve() == inside.resolve()


def test_a_folder_that_is_named_is_the_project_even_when_it_is_empty(tmp_path: Path) -> None:
    assert find_project(tmp_path).root == tmp_path


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such folder"):
        find_project(tmp_path / "none")


def test_po_files_are_one_per_document_and_language(tmp_path: Path) -> None:
    project = find_project(tmp_path)
    assert project.po_path("letter", FRENCH) == tmp_path / "locales" / "fr" / "letter.po"


def test_sources_are_text_and_markdown_and_the_rest_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("b.md", "a.txt", "c.pdf", ".hidden"):
        (tmp_path / "source" / name).touch()
    project = find_project(tmp_path)
    assert [path.name for path in project.sources()] == ["a.txt", "b.md"]
    assert [path.name for path in project.unreadable_sources()] == ["c.pdf"]


def test_two_documents_with_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("a.txt", "a.md"):
        (tmp_path / "source" / name).touch()
    with pytest.raises(SettingsError, match=r"a\.txt: a\.md has the same name"):
        find_project(tmp_path).sources()


def test_two_names_that_differ_only_in_their_code_points_are_one(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("caf\N{LATIN SMALL LETTER E WITH ACUTE}.txt", "cafe\N{COMBINING ACUTE ACCENT}.txt"):
        (tmp_path / "source" / name).touch()
    with pytest.raises(SettingsError, match="has the same name"):
        find_project(tmp_path).sources()


def test_a_missing_source_folder_or_document_is_said(tmp_path: Path) -> None:
    project = find_project(tmp_path)
    with pytest.raises(SettingsError, match="put the original documents into it"):
        project.sources()
    (tmp_path / "source").mkdir()
    with pytest.raises(SettingsError, match="there is no such file"):
        project.source(Path("none.txt"))


def test_a_document_outside_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "other.txt").touch()
    with pytest.raises(SettingsError, match="not a document of this project"):
        find_project(tmp_path).source(tmp_path / "other.txt")


def test_the_memory_is_the_one_named_then_the_settings_then_the_default(tmp_path: Path) -> None:
    assert find_project(tmp_path).memory_url("x.db") == "x.db"
    assert find_project(tmp_path).memory_url(None) == str(tmp_path / ".tm" / "memory.db")
    (tmp_path / "tm.toml").write_text('memory = "shared/un.db"\n')
    assert find_project(tmp_path).memory_url(None) == str(tmp_path / "shared" / "un.db")


def test_a_folder_means_all_po_files_in_it_and_each_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "fr" / "a.po"
    path.parent.mkdir(parents=True)
    path.touch()
    assert named_po_files([tmp_path, path, tmp_path / "locales"]) == [path]


@pytest.mark.parametrize(
    ("name", "message"),
    [("none.po", "there is no such file"), ("a.docx", "not a PO file"), ("empty", "no PO file in this folder")],
)
def test_what_is_no_po_file_is_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.docx").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(SettingsError, match=message):
        named_po_files([tmp_path / name])


@pytest.mark.parametrize(
    ("path", "document", "language"),
    [
        ("locales/fr/letter.po", "letter", "fr"),
        ("locales/fr/sub/letter.po", "sub/letter", "fr"),
        ("locales/ru/es/letter.po", "letter", "ru"),
        ("mem.po", "mem", None),
        ("old/fr/intro.po", "old/intro", "fr"),
        ("old/zh_CN.po", "old", "zh"),
        ("old/zh_TW.po", "old", None),
        ("fr.po", "fr", "fr"),
        ("po/es_419.po", "po", "es"),
        ("po/app.zh-Hans.po", "po/app", "zh"),
        ("po/de.po", "po/de", None),
        ("locale/fr_CA/LC_MESSAGES/django.po", "locale/LC_MESSAGES/django", "fr"),
        ("locale/zh_Hant/LC_MESSAGES/django.po", "locale/LC_MESSAGES/django", None),
        ("ruby/essay.po", "ruby/essay", None),
    ],
)
def test_a_po_file_knows_its_document_and_its_language(
    tmp_path: Path, path: str, document: str, language: str | None
) -> None:
    found = language_of(tmp_path / path)
    assert (found.code if found else None) == language
    assert find_project(tmp_path).document_of(tmp_path / path) == document


def test_outside_the_project_the_whole_path_tells_documents_apart(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    project = find_project(tmp_path / "project")

    def document(path: str) -> str:
        return project.document_of(tmp_path / path)

    gettext = "locale/{}/LC_MESSAGES/django.po"
    name, _, digest = document("site/app1/" + gettext.format("fr")).partition("~")
    assert (name, len(digest)) == ("app1/locale/django", 8)
    assert document("site/app1/" + gettext.format("fr")) == document("site/app1/" + gettext.format("ru"))
    paths = ["site/app1/" + gettext, "site/app2/" + gettext, "old/app1/" + gettext, "site/app1/locale/{}/django.po"]
    assert len({document(path.format("fr")) for path in paths}) == 4


def test_po_files_below_the_language_folders_are_found(tmp_path: Path) -> None:
    for name in ("fr/a.po", "fr/sub/b.po", "xx/c.po"):
        path = tmp_path / "locales" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [path.name for path in find_project(tmp_path).po_files()] == ["a.po", "b.po"]


def test_hidden_files_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "source" / "sub").mkdir(parents=True)
    for name in ("a.txt", "._a.txt", "~$a.md", ".b.txt"):
        (tmp_path / "source" / name).touch()
    project = find_project(tmp_path)
    assert [path.name for path in project.sources()] == ["a.txt"]
    assert [path.name for path in project.unreadable_sources()] == ["sub"]


@pytest.mark.parametrize(
    "name", ["new\nline.txt", "tab\tx.md", "back\\slash.txt", "\N{RIGHT-TO-LEFT OVERRIDE}x.txt", "caf\udce9.txt"]
)
def test_documents_whose_names_no_po_file_can_hold_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / name).touch()
    with pytest.raises(SettingsError, match="rename it") as told:
        find_project(tmp_path).sources()
    assert str(told.value).isprintable()


def test_a_document_that_is_a_link_to_nowhere_is_not_passed_over_and_a_pipe_is_told(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "source" / "pipe.txt")
    project = find_project(tmp_path)
    assert [path.name for path in project.sources()] == ["gone.txt"]
    assert [path.name for path in project.unreadable_sources()] == ["pipe.txt"]


def test_a_document_may_be_called_like_a_language(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "x.fr.txt").touch()
    project = find_project(tmp_path)
    assert project.document_of(tmp_path / "locales" / "ru" / "x.fr.po") == "x.fr"
    assert project.document_of(tmp_path / "locales" / "ru" / "y.fr.po") == "y"


def test_a_folder_of_a_language_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "fr").symlink_to(tmp_path / "gone")
    with pytest.raises(SettingsError, match=r"fr: a link that leads nowhere"):
        find_project(tmp_path).po_files()
