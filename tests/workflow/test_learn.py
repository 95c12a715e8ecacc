"""What is finished in PO files goes into the memory, once; what is not is counted with its reason."""

from pathlib import Path

import pytest

from tests.stores.fake import DictStore
from tests.workflow.conftest import FRENCH_TARGETS, Translator
from tm.memory.lookup import Query, lookup
from tm.model.errors import FormatError
from tm.model.language import FRENCH
from tm.model.unit import State
from tm.project.layout import Project, find_project
from tm.workflow.learn import learn


def test_finished_units_are_learned_once_and_the_others_counted(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    translate({"Peru": "Pérou"}, state=State.FUZZY)
    translate({"Egypt": ""}, state=State.UNTRANSLATED)
    store, paths = DictStore(), [project.po_path("report", FRENCH)]
    (first,) = learn(store, paths, project)
    assert (first.read, first.added, first.updated, first.unchanged) == (6, 4, 0, 0)
    assert dict(first.rejected) == {"fuzzy": 1, "untranslated": 1}
    (again,) = learn(store, paths, project)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)
    translate({"Report": "Compte rendu"})
    (changed,) = learn(store, paths, project)
    assert (changed.added, changed.updated, changed.unchanged) == (0, 1, 3)


def test_a_file_whose_language_cannot_be_told_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    with pytest.raises(FormatError, match="the language is not known"):
        list(learn(DictStore(), [path], find_project(tmp_path)))


def test_traditional_chinese_is_never_taken_for_simplified(tmp_path: Path) -> None:
    path = tmp_path / "zh" / "x.po"
    path.parent.mkdir()
    path.write_text('msgid ""\nmsgstr "Language: zh_TW\\n"\n\nmsgid "a"\nmsgstr "乙"\n', encoding="utf-8")
    with pytest.raises(FormatError, match="Language: zh_TW, which is none of the six"):
        list(learn(DictStore(), [path], find_project(tmp_path)))


def test_of_a_broken_file_nothing_is_learned(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n\nmsgid "c\nmsgstr "d"\n', encoding="utf-8"
    )
    store = DictStore()
    with pytest.raises(FormatError, match=r"x\.po:7: "):
        list(learn(store, [path], find_project(tmp_path)))
    assert lookup(store, Query("a", "en", "fr"), min_score=50, limit=5) == []


def test_documents_of_one_name_in_different_folders_are_different_documents(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "It was adopted."\nmsgstr "{}"\n'
    paths = [tmp_path / folder / "fr" / "intro.po" for folder in ("one", "two")]
    for path, target in zip(paths, ["Adopté.", "Elle a été adoptée."], strict=True):
        path.parent.mkdir(parents=True)
        path.write_text(text.format(target), encoding="utf-8")
    store, project = DictStore(), find_project(tmp_path)
    assert [done.added for done in learn(store, paths, project)] == [1, 1]
    assert [(done.updated, done.unchanged) for done in learn(store, paths, project)] == [(0, 1), (0, 1)]
    found = lookup(store, Query("It was adopted.", "en", "fr"), min_score=70, limit=5)
    assert {match.target for match in found} == {"Adopté.", "Elle a été adoptée."}
