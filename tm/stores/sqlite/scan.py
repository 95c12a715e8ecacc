"""Complete what was read of a damaged memory by what stands in the pages of its file, without the tables' names.

A row is known by the types of its values; a text by its checksum, too. What indexes hold once more confirms rows or
takes the place of lost ones.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path
from typing import Any

from tm.matching.shape import shape
from tm.model.language import BY_CODE
from tm.model.match import MatchKey
from tm.stores.sqlite.pages import read_cells
from tm.text.tokens import tokens

_Row = tuple[Any, ...]
Put = Callable[[str, _Row], None]
"""Keeps a row of a table, with the columns in the order in which they are read, if it is sound and none is there."""

_NAMES, _NAMES_INDEX = "t:ns", "x:si"
_OF_TABLES = {
    "t:nsis": "segment", "t:niisss": "entry", "t:nssssii": "import", "t:nissiii": "note", "t:nissi": "header",
}  # fmt: skip
_NEIGHBOURS = tuple(map("".join, product("in", repeat=2)))
_TEXTS = {f"x:isis{both}sssi{author}" for both in _NEIGHBOURS for author in ("s", "")}
_HISTORY = {f"t:nisisssii{both}ssi" for both in _NEIGHBOURS} | {"t:nisisssii"}
_OF_INDEXES = {"x:iis": "seen", "x:iissi": "identity", "x:isii": "noted"}
_FORMS = {*_OF_TABLES, *_TEXTS, *_HISTORY, *_OF_INDEXES}
"""Older rows lack the columns that were added to their table later."""

_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
"""What a row of an act begins with, which in the first form of the memory has nothing else."""

_PREPARE = (
    "CREATE TEMP TABLE seen (segment INTEGER, entry INTEGER, language TEXT,"
    " PRIMARY KEY (entry, language, segment)) WITHOUT ROWID",
    "CREATE TEMP TABLE identity (document INTEGER, segment INTEGER, role TEXT, verbatim TEXT, id INTEGER)",
    "CREATE INDEX temp.identity_id ON identity (id)",
    "CREATE TEMP TABLE noted (entry INTEGER, language TEXT, ended INTEGER, id INTEGER PRIMARY KEY)",
)
"""With types, as else SQLite would not use the indexes where values are compared with those of our tables."""
_DISPROVED_TEXTS = """
    DELETE FROM text
    WHERE EXISTS (SELECT 1 FROM seen s WHERE s.entry = text.entry AND s.language = text.language)
    AND NOT EXISTS (
        SELECT 1 FROM seen s WHERE s.entry = text.entry AND s.language = text.language AND s.segment = text.segment)"""
_DISPROVED_ENTRIES = """
    DELETE FROM entry WHERE EXISTS (SELECT 1 FROM identity i WHERE i.id = entry.id) AND NOT EXISTS (
        SELECT 1 FROM identity i WHERE i.id = entry.id AND i.segment = entry.segment AND i.document = entry.document
        AND i.role = entry.role AND i.verbatim = entry.verbatim)"""
_FROM_IDENTITY = """
    SELECT i.id, i.document, i.segment, i.verbatim, i.role, s.language
    FROM identity i JOIN segment s ON s.id = i.segment"""
_UNNAMED = "SELECT DISTINCT document FROM entry WHERE document NOT IN (SELECT id FROM document)"
_KEPT_LESS = """
    SELECT count(*) FROM (SELECT DISTINCT entry, language FROM seen) s
    WHERE NOT EXISTS (SELECT 1 FROM text t WHERE t.entry = s.entry AND t.language = s.language)"""


def complete(target: sqlite3.Connection, path: Path, broken: Collection[str], put: Put) -> None:
    """Add what the tables named could not give, in the transaction that the caller has begun."""
    for statement in _PREPARE:
        target.execute(statement)
    for _, form, number, values in read_cells(path, _FORMS):
        if form in _OF_INDEXES:
            table, values_of = _OF_INDEXES[form], ", ".join("?" * len(values))
            target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({values_of})", values)
        else:
            table, row = _row(form, number, values)
            if table in broken:
                put(table, row)
    if "text" in broken:
        target.execute(_DISPROVED_TEXTS)
    if "entry" in broken:
        target.execute(_DISPROVED_ENTRIES)
        for row in target.execute(_FROM_IDENTITY).fetchall():
            put("entry", row)
    if "document" in broken:
        _name_documents(target, path, put)


def count_missing(target: sqlite3.Connection) -> int:
    """Count the texts that an index tells of and that are not there."""
    return int(target.execute(_KEPT_LESS).fetchone()[0])


def count_unsaid(target: sqlite3.Connection) -> int:
    """Count the notes that an index tells of and that are not there."""
    return int(target.execute("SELECT count(*) FROM noted WHERE id NOT IN (SELECT id FROM note)").fetchone()[0])


def _row(form: str, number: int, values: _Row) -> tuple[str, _Row]:
    """Say what table a row is of, and put its columns in the order in which they are read."""
    if form in _TEXTS:
        *who, place, date, status, act = values[:10]
        author = values[10] if len(values) > 10 else ""
        return "text", (*who, status, author, place, date, act)
    if form in _HISTORY:
        _, entry, language, segment, verbatim, date, status, act, ended = values[:9]
        before, after, place, author, visible = values[9:] or (None, None, "", "", 1)
        facts = (before, after, status, author, place, date, act, ended, visible)
        return "history", (number, entry, language, segment, verbatim, *facts)
    return _OF_TABLES[form], (number, *values[1:])


def _name_documents(target: sqlite3.Connection, path: Path, put: Put) -> None:
    """Find the names of the documents of entries; a document whose name is lost is named by its number."""
    for form in (_NAMES, _NAMES_INDEX):
        wanted = {number for (number,) in target.execute(_UNNAMED)}
        for _, cells in groupby(read_cells(path, {form}), key=itemgetter(0)):
            rows = [(number, values[1]) if form == _NAMES else (values[1], values[0]) for *_, number, values in cells]
            if not any(_is_shape(target, *row) for row in rows):
                for row in rows:
                    if row[0] in wanted and _is_name(row[1]):
                        put("document", row)
    for (number,) in target.execute(_UNNAMED).fetchall():
        put("document", (number, f"document {number}"))


def _is_shape(target: sqlite3.Connection, number: object, text: object) -> bool:
    """Say whether a row is that of a text in the index of similar ones, which has the same form."""
    found = target.execute("SELECT key FROM segment WHERE id = ?", (number,)).fetchone()
    return bool(found) and shape(tokens(MatchKey(found[0]))) == text


def _is_name(text: object) -> bool:
    """Say whether something may be a document's name, and not what other small tables hold."""
    return (
        isinstance(text, str)
        and text not in BY_CODE
        and not text.startswith("concordance_")
        and not _TIME.fullmatch(text)
    )
