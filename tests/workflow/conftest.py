"""A small project with one document, and what the tests of use cases do to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tm.exchange import po
from tm.model.language import FRENCH, Language
from tm.model.unit import State
from tm.project.layout import Project, find_project
from tm.workflow.segment import segment

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
SOURCE = "# Report\n\nThe Council met. It adopted the report.\n\nEgypt India Peru\n"
FRENCH_TARGETS = {
    "Report": "Rapport",
    "The Council met.": "Le Conseil s’est réuni.",
    "It adopted the report.": "Il a adopté le rapport.",
    "Egypt": "Égypte",
    "India": "Inde",
    "Peru": "Pérou",
}

Translator = Callable[..., None]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "report.md").write_text(SOURCE, encoding="utf-8")
    found = find_project(tmp_path)
    list(segment(found, [], [FRENCH], now=NOW))
    return found


@pytest.fixture
def translate(project: Project) -> Translator:
    """Give a function that translates the units of a PO file that it is told of, as an editor would."""

    def edit(targets: dict[str, str], *, language: Language = FRENCH, state: State = State.TRANSLATED) -> None:
        path = project.po_path("report", language)
        file = po.require_sound(po.read(path, shown=str(path)))
        units = [
            replace(unit, target=targets[unit.source], state=state) if unit.source in targets else unit
            for unit in file.units
        ]
        po.save(path, file, units, now=NOW)

    return edit
