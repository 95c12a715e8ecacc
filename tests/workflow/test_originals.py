"""A PO file that does not say which language its originals are in has those of its project, whoever reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stores.fake import DictStore
from tests.workflow.conftest import NOW
from tm.exchange import po
from tm.project.layout import Project, find_project
from tm.workflow.analyse import read_job
from tm.workflow.learn import learn
from tm.workflow.originals import source_of
from tm.workflow.pretranslate import pretranslate

HEADER = 'msgid ""\nmsgstr "Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
DONE = 'msgid "La séance est ouverte à dix heures."\nmsgstr "Se abre la sesión a las diez horas."\n'
OPEN = 'msgid "La séance est ouverte à dix heures."\nmsgstr ""\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "tm.toml").write_text('source-language = "fr"\n', "utf-8")
    for name, text in (("one", DONE), ("two", OPEN)):
        file = tmp_path / "locales" / "es" / f"{name}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEADER + text, "utf-8")
    return find_project(tmp_path)


def test_the_header_goes_before_the_settings(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "locales" / "es" / "one.po"
    usual = project.settings.source_language
    assert source_of(po.read(path), usual).code == "fr"
    path.write_text(HEADER.replace("Language: es", 'X-Source-Language: ru\\n"\n"Language: es') + DONE, "utf-8")
    assert source_of(po.read(path), usual).code == "ru"


def test_what_is_imported_fills_other_files_and_is_counted(project: Project, tmp_path: Path) -> None:
    store = DictStore()
    one, two = (tmp_path / "locales" / "es" / f"{name}.po" for name in ("one", "two"))
    list(learn(store, [one], project))
    assert [segment.query.source for segment in read_job(project, [two], ())] == ["fr"]
    list(pretranslate(project, store, [two], min_score=75, now=NOW))
    assert po.read(two).units[0].target == "Se abre la sesión a las diez horas."
