"""Folders of PO files as Weblate, po4a and projects of free software keep them are taken in, language by language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stores.fake import DictStore
from tm.model.errors import FormatError, SettingsError
from tm.project.layout import find_project
from tm.workflow.learn import Learned
from tm.workflow.other_languages import other_language, passed_over
from tm.workflow.transfer import named_files, take_in

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not here")

PO4A = """\
# French translation
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
{}"Content-Type: text/plain; charset=UTF-8\\n"

#. type: Title #
#: manual.en.xml:12 manual.en.xml:30
#, no-wrap
msgid "Installation"
msgstr "Installation du système"

#. type: Plain text
#: manual.en.xml:14
#, fuzzy
#| msgid "See the old manual."
msgid "See the manual."
msgstr "Voir l’ancien manuel."

#. type: Plain text
#: manual.en.xml:16
msgid ""
"First line\\n"
"second line."
msgstr ""
"Première ligne\\n"
"deuxième ligne."
"""


def add(root: Path, name: str, language: str = "") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PO4A.format(f'"Language: {language}\\n"\n' if language else ""), "utf-8")
    return path


def taken(root: Path, *paths: Path) -> list[Learned]:
    (root / "source").mkdir(exist_ok=True)
    project = find_project(root)
    return list(take_in(DictStore(), named_files(paths, project), project))


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("locale/fr/LC_MESSAGES/x.po", "", "fr"),
        ("locale/zh_Hans/LC_MESSAGES/x.po", "", "zh"),
        ("po/fr_CA.po", "", "fr"),
        ("po/zh_CN.po", "zh_CN", "zh"),
        ("po/x.po", "zh_Hans_CN", "zh"),
        ("weblate/zh-Hans.po", "zh_Hans", "zh"),
        ("po/es_419.po", "", "es"),
        ("po/man.ru.po", "", "ru"),
    ],
)
def test_header_folder_or_name_tell_the_language(tmp_path: Path, name: str, language: str, code: str) -> None:
    (tmp_path / "source").mkdir()
    store, project = DictStore(), find_project(tmp_path)
    (learned,) = take_in(store, [add(tmp_path, name, language)], project)
    assert (learned.read, learned.rejected["fuzzy"]) == (3, 1)
    assert {code for entry in store.entries() for code in entry.texts} <= {"en", code}


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("po/zh_TW.po", "", "its name says zh_TW, which is none of the six"),
        ("po/zh.po", "zh_Hant", "the header says Language: zh_Hant, which is none of the six"),
        ("po/fr.po", "pt_BR", "the header says Language: pt_BR"),
        ("po/messages.po", "", "the language is not known: add a line"),
    ],
)
def test_another_language_is_refused_when_it_is_named(tmp_path: Path, name: str, language: str, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        taken(tmp_path, add(tmp_path, name, language))


def test_in_a_folder_other_languages_are_passed_over_and_told(tmp_path: Path) -> None:
    for name, language in (("fr", "fr"), ("de", "de"), ("pt_BR", "pt_BR"), ("zh_CN", ""), ("zh_TW", "")):
        add(tmp_path, f"po/{name}.po", language)
    folder = tmp_path / "po"
    assert [learned.path.name for learned in taken(tmp_path, folder)] == ["fr.po", "zh_CN.po"]
    assert passed_over([folder]) == [f"{folder}: 3 PO files in other languages passed over: de, pt_BR, zh_TW"]
    add(tmp_path, "others/de.po", "de")
    with pytest.raises(SettingsError, match="no file to import in this folder"):
        taken(tmp_path, tmp_path / "others")


@needs_data
@pytest.mark.parametrize("folder", ["isocodes", "dimanual"])
def test_real_folders_are_read(tmp_path: Path, folder: str) -> None:
    """Country names as a project of free software keeps them, and a manual of po4a."""
    paths = sorted((DATA / folder).rglob("*.po"))[::4]
    learned = taken(tmp_path, *paths)
    assert [other_language(path) for path in paths] == [""] * len(paths)
    assert all(one.added for one in learned)
    assert sum(one.added for one in learned) > 0.5 * sum(one.read for one in learned)
