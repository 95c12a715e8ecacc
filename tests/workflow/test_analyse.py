"""A job is counted as the trade does: the memory first, then the job itself, each segment once for each place."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores.fake import DictStore
from tests.workflow.conftest import NOW, Translator
from tm.evaluation.leverage import Placed
from tm.exchange import po
from tm.memory.store import Store
from tm.model.errors import TmError
from tm.model.language import ARABIC, CHINESE, FRENCH, LANGUAGES, Language
from tm.model.match import Context, Entry, Origin, Status
from tm.model.unit import State
from tm.project.layout import Project, find_project
from tm.text.normalize import match_key
from tm.workflow.analyse import analyse, read_job
from tm.workflow.pretranslate import pretranslate
from tm.workflow.segment import segment

REPEATED = """# Report

The Council of the States met in Geneva.

The Council of the States met in Vienna.

The Council of the States met in Geneva.

Nothing else happened.
"""


def entry(source: str, *, before: str | None = None, after: str | None = None, lang: str = "fr") -> Entry:
    context = Context(*(None if text is None else match_key(text) for text in (before, after)))
    return Entry(0, {"en": source, lang: f"« {source} »"}, "", Origin("old", "", "2020-01-01"), context)


def store(*entries: Entry) -> Store:
    found = DictStore()
    found.add(entries)
    return found


def bands(memory: Store | None, project: Project, *paths: Path, untranslated: bool = False) -> list[tuple[str, bool]]:
    job = read_job(project, paths, [], untranslated=untranslated)
    return [(placed.band, placed.internal) for placed in analyse(memory, job, min_score=75) if placed]


def rewrite(project: Project, text: str, *languages: Language) -> None:
    (project.root / "source" / "report.md").write_text(text, encoding="utf-8")
    list(segment(project, [], languages or [FRENCH], now=NOW))


def test_without_a_memory_the_job_is_compared_with_itself(project: Project) -> None:
    rewrite(project, REPEATED)
    assert bands(None, project) == [
        ("new", False),
        ("new", False),
        ("85-94", True),
        ("repetition", True),
        ("new", False),
    ]


def test_the_memory_comes_first_and_context_is_that_of_the_place(project: Project) -> None:
    rewrite(project, REPEATED)
    met, other = "The Council of the States met in Geneva.", "The Council of the States met in Vienna."
    memory = store(entry(met, before="Report", after=other), entry("Nothing else has happened."))
    assert bands(memory, project) == [
        ("new", False),
        ("context", False),
        ("85-94", False),
        ("exact", False),
        ("75-84", False),
    ]


def test_the_better_of_memory_and_job_counts(project: Project) -> None:
    rewrite(project, REPEATED)
    memory = store(entry("The Council of many other States met in Vienna."))
    found = bands(memory, project)
    assert found[1:3] == [("50-74", False), ("85-94", True)]


def test_adapted_is_what_pretranslate_would_fill_in(project: Project) -> None:
    rewrite(project, "Agenda item 109\n\nThe Council adopted 12 texts.\n")
    memory = store(entry("Agenda item 108"), entry("The Council adopted 11 texts."))
    assert bands(memory, project) == [("50-74", False), ("adapted", False)]


def test_words_are_those_of_the_source_for_each_document_and_language(project: Project) -> None:
    rewrite(project, "The Council met.", FRENCH, ARABIC)
    (project.root / "source" / "second.md").write_text("The Council met.", encoding="utf-8")
    list(segment(project, [], [FRENCH], now=NOW))
    assert list(analyse(None, read_job(project, [], []), min_score=75)) == [
        Placed("report", "ar", 3, "new"),
        Placed("report", "fr", 3, "new"),
        Placed("second", "fr", 3, "repetition", internal=True),
    ]


def test_what_is_done_may_be_left_out_and_still_helps(project: Project, translate: Translator) -> None:
    rewrite(project, "Report on oceans.\n\nReport on seas.\n\nAnnex to it.")
    translate({"Report on seas.": "Rapport sur les mers."})
    translate({"Annex to it.": "Annexe."}, state=State.FUZZY)
    assert bands(None, project, untranslated=True) == [("75-84", True), ("new", False)]
    assert len(bands(None, project)) == 3


def test_a_document_without_po_files_is_read_from_its_source(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "report.md").write_text(REPEATED, encoding="utf-8")
    project = find_project(tmp_path)
    fresh = bands(None, project)
    assert len(fresh) == 25
    assert bands(None, project, tmp_path / "source") == bands(None, project, Path("report.md")) == fresh
    list(segment(project, [], LANGUAGES, now=NOW))
    assert bands(None, project) == fresh, "PO files hold the same segments"


def test_only_the_languages_asked_for_are_counted(project: Project) -> None:
    rewrite(project, REPEATED, FRENCH, CHINESE)
    assert {found.query.target for found in read_job(project, [], [CHINESE])} == {"zh"}
    assert {found.query.target for found in read_job(project, [Path("report.md")], [ARABIC])} == {"ar"}
    assert {found.query.target for found in read_job(project, [project.root / "locales"], [])} == {"fr", "zh"}


@pytest.mark.parametrize("name", ["nothing.po", "nothing.md", "nothing"])
def test_what_is_not_there_is_refused(project: Project, name: str) -> None:
    with pytest.raises(TmError, match="there is no such file"):
        read_job(project, [project.root / name], [])


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ar", "عقدت اللجنة دورتها الأولى في جنيف. عقدت اللجنة دورتها الثانية في جنيف."),
        ("zh", "委员会在日内瓦举行会议。委员会在维也纳举行会议。"),
        ("en", "The Committee met again in Geneva. The Committee met again in Vienna."),
        ("fr", "Le Comité s’est réuni à Genève. Le Comité s’est réuni à Vienne."),
        ("ru", "Комитет провел очередное заседание в Женеве. Комитет провел очередное заседание в Вене."),
        ("es", "El Comité se reunió de nuevo en Ginebra. El Comité se reunió de nuevo en Viena."),
    ],
)
def test_any_of_the_six_can_be_the_source(tmp_path: Path, language: str, sentences: str) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.md").write_text(sentences, encoding="utf-8")
    (tmp_path / "tm.toml").write_text(f'source-language = "{language}"\n', encoding="utf-8")
    placed = list(analyse(None, read_job(find_project(tmp_path), [], []), min_score=75))
    assert len(placed) == 10
    assert {found.lang for found in placed if found} == {other.code for other in LANGUAGES} - {language}
    second = placed[1]
    assert second
    assert second.internal
    assert second.band in {"75-84", "85-94"}


MET = "The Council of the States met in Geneva."


@pytest.mark.parametrize(
    ("status", "band"),
    [
        (Status.TRANSLATED, "context"),
        (Status.ALIGNED, "context"),
        (Status.DRAFT, "95-99"),
        (Status.MACHINE, "85-94"),
    ],
)
def test_what_nobody_has_finished_counts_as_what_it_is_filled_as(project: Project, status: Status, band: str) -> None:
    rewrite(project, MET)
    memory = store(replace(entry(MET, before="", after=""), status=status))
    assert bands(memory, project) == [(band, False)]
    (filled,) = pretranslate(project, memory, project.po_files(), min_score=75, now=NOW)
    (unit,) = po.read(filled.path).units
    assert (unit.state is State.TRANSLATED) == (band == "context")


def test_an_exact_match_through_a_third_language_counts_as_fuzzy_as_it_is_filled(project: Project) -> None:
    rewrite(project, MET + "\n\n" + MET)
    first = Entry(0, {"en": MET, "ru": "Совет заседал."}, "", Origin("one", "", ""), Context())
    second = Entry(0, {"ru": "Совет заседал.", "fr": "Le Conseil s’est réuni."}, "", Origin("two", "", ""), Context())
    memory = store(first, second)
    assert bands(memory, project) == [("95-99", False), ("repetition", True)]
    (filled,) = pretranslate(project, memory, project.po_files(), min_score=75, now=NOW)
    assert po.read(filled.path).units[0].state is State.FUZZY
