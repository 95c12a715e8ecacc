"""Write the history of a project as a table, as JSON or as a page with charts."""

from __future__ import annotations

import json
from dataclasses import asdict

from tm.cli import output
from tm.cli.history_page import day, page
from tm.workflow.history import History


def written(history: History, form: str, name: str) -> str:
    """Write it in the form named: "text", "json" or "html"; `name` is that of the project."""
    if form == "html":
        return page(history, name).rstrip("\n")
    return _json(history) if form == "json" else _table(history)


def _json(history: History) -> str:
    languages = [
        {
            "lang": past.lang,
            "points": [{**asdict(point), "units": point.units, "date": day(point.time)} for point in past.points],
        }
        for past in history.languages
    ]
    return json.dumps(
        {"commits": history.commits, "shallow": history.shallow, "history": languages}, ensure_ascii=False
    )


def _table(history: History) -> str:
    rows = [["language", "date", "commit", "segments", "translated", "fuzzy", "untranslated"]]
    for past in history.languages:
        for point in past.points:
            states = (point.units, point.translated, point.fuzzy, point.untranslated)
            rows.append([past.lang, day(point.time), point.commit[:10], *map(str, states)])
    return output.table(rows, right=range(3, 7))
