"""Take texts away and bring them back, within the transaction that the caller has begun."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby

from tm.memory.acts import Act, Change, Choice, Deed
from tm.model.errors import StoreError

_COLUMNS = "entry, language, segment, verbatim, before, after, status, author, place, date"

_KEEP = f"INSERT INTO history ({_COLUMNS}, import, ended, visible) SELECT {_COLUMNS}, import, :act, 1 FROM text"
_LAST_LEFT = """
    AND entry IN (SELECT entry FROM history WHERE ended = :act)
    AND 1 = (SELECT count(*) FROM text other WHERE other.entry = text.entry)"""
_ACTS = "SELECT id, deed, at, label, undone FROM import"
_NUMBERED = "entry IN (SELECT value FROM json_each(:entries))"
_MISSING = """
    SELECT value FROM json_each(:entries) WHERE NOT EXISTS (
        SELECT 1 FROM text WHERE entry = value AND language = coalesce(nullif(:language, ''), language))"""
# With the documents of second translations, name#1c6ce987.
_OF_DOCUMENT = """entry IN (
    SELECT e.id FROM document d JOIN entry e ON e.document = d.id
    WHERE d.name = :document OR length(d.name) = length(:document) + 9
    AND substr(d.name, 1, length(:document) + 1) = :document || '#' AND substr(d.name, -8) NOT GLOB '*[^0-9a-f]*')"""
_IS_MISSING = "NOT EXISTS (SELECT 1 FROM text t WHERE t.entry = h.entry AND t.language = h.language)"
_BRING_BACK = f"""
    INSERT INTO text ({_COLUMNS}, import) SELECT {_COLUMNS}, :act FROM history h
    WHERE {_IS_MISSING}"""
_LATEST = "AND id = (SELECT max(id) FROM history o WHERE o.entry = h.entry AND o.language = h.language {})"
# An undoing ends nothing but what the imports had brought that it undid.
_UNDONE = "{}.ended IN (SELECT id FROM import WHERE deed = 'undo')"
_LEFT = f"+{_UNDONE.format('h')}"
_NOT_LEFT = f"NOT {_LEFT}"
_OTHER_NOT_LEFT = f"AND NOT {_UNDONE.format('o')}"
_OF_LANGUAGE = "AND language IN (:language, (SELECT language FROM entry WHERE id = h.entry))"
_LAST_DELETION = f"""
    SELECT max(h.ended) FROM history h JOIN import i ON i.id = h.ended AND i.deed = 'delete'
    WHERE {_IS_MISSING}"""
# Of the versions that the acts ended, the oldest is what was there before them, unless they themselves had brought it.
# SQLite gives the other columns of the row that min() is in.
_PUT_BACK = f"""
    INSERT OR REPLACE INTO text ({_COLUMNS}, import) SELECT {_COLUMNS}, import FROM (
        SELECT min(id), {_COLUMNS}, import FROM history WHERE ended IN (SELECT value FROM json_each(:acts))
        GROUP BY entry, language)
    WHERE import NOT IN (SELECT value FROM json_each(:acts))"""
# What was said of the versions that came back, and ended with them; where they ended at different times, the last.
# Few texts may have come back, and much have been said, so that the order in which the tables are read is given.
# SQLite gives the other columns of the row that max() is in.
_SAY_AGAIN = """
    INSERT INTO note (entry, language, said, hash, import)
    SELECT entry, language, said, hash, :act FROM (
        SELECT n.entry, n.language, n.said, n.hash, max(n.ended)
        FROM (SELECT entry, language, ended FROM history h WHERE {}) back
        CROSS JOIN text t ON t.entry = back.entry AND t.language = back.language AND t.import = :act
        CROSS JOIN note n ON n.entry = back.entry AND n.language IN ('', back.language) AND n.ended = back.ended
        WHERE n.ended > 0
        AND NOT EXISTS (SELECT 1 FROM note o WHERE o.entry = n.entry AND o.language = n.language AND o.ended = 0)
        GROUP BY n.entry, n.language)"""
_REVIVED = f"""
    {_ACTS} WHERE id IN (SELECT import FROM history h WHERE {_LEFT} AND {{}} AND EXISTS (
        SELECT 1 FROM text t WHERE t.entry = h.entry AND t.language = h.language AND t.import = :act))
    ORDER BY id DESC"""
_SAID_NO_MORE = "UPDATE note SET ended = :act WHERE ended = 0 AND import IN (SELECT value FROM json_each(:acts))"
_SAID_BEFORE = """
    UPDATE note SET ended = 0
    WHERE ended IN (SELECT value FROM json_each(:acts)) AND import NOT IN (SELECT value FROM json_each(:acts))"""
_BROUGHT = "import IN (SELECT value FROM json_each(:acts))"
_ENDED = "ended IN (SELECT value FROM json_each(:acts))"
_DEEDS = frozenset(Deed)
_UNKNOWN = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM entry) LIMIT 1"
_COMMAND = "coalesce(nullif(first, 0), id)"
_DONE = "NOT undone AND deed <> 'undo'"
_LAST_COMMAND = f"SELECT {_COMMAND} FROM import WHERE {_DONE} ORDER BY id DESC LIMIT 1"
_OF_COMMAND = f"{_ACTS} WHERE {_DONE} AND {_COMMAND} = ? ORDER BY id DESC"
_BETWEEN = f"SELECT id FROM import WHERE {_DONE} AND {_COMMAND} <> ? AND id > ? ORDER BY id"
# What acts changed: texts and what is said of them, and files by path. A translation also rests on its original.
_CHANGED = """
    SELECT import AS act, entry AS what, language FROM text UNION ALL SELECT import, entry, language FROM history
    UNION ALL SELECT ended, entry, language FROM history UNION ALL SELECT import, entry, language FROM note
    UNION ALL SELECT ended, entry, language FROM note UNION ALL SELECT id, file, '' FROM import WHERE file <> ''"""
_CHANGED_AGAIN = f"""
    WITH changed AS ({_CHANGED}), needed AS (
        SELECT act, what, language FROM changed
        UNION ALL SELECT act, what, e.language FROM changed JOIN entry e ON e.id = what)
    SELECT 1 FROM (
        SELECT what, language, min(act) AS began FROM changed
        WHERE act IN (SELECT value FROM json_each(:acts)) GROUP BY what, language)
    JOIN (
        SELECT what, language, max(act) AS ended FROM needed
        WHERE act IN (SELECT value FROM json_each(:others)) GROUP BY what, language)
    USING (what, language) WHERE began < ended LIMIT 1"""


def delete(connection: sqlite3.Connection, choice: Choice, label: str) -> Change:
    """Take away what was chosen.

    Raises:
        StoreError: one of the entries is not there, or nothing of the document.
    """
    chosen, asked = _choose(choice)
    act = _begin(connection, Deed.DELETE, label)
    where = f" in {choice.language}" if choice.language else ""
    missing = connection.execute(_MISSING, {"entries": json.dumps(choice.entries), **asked}).fetchone()
    if missing:
        raise StoreError(f"there is no entry {missing[0]:.0f}{where}: tm memory history tells what became of it")
    take(connection, act, chosen, asked)
    (removed,) = connection.execute("SELECT count(DISTINCT entry) FROM history WHERE ended = ?", (act,)).fetchone()
    if not removed:
        raise StoreError(f"there is no entry of the document {choice.document!r}{where}: see tm memory stats")
    return Change((find_act(connection, act),), removed)


def take(connection: sqlite3.Connection, act: int, chosen: str, asked: Mapping[str, object]) -> None:
    """Move texts to the history; and so what is then the last text of an entry.

    Args:
        chosen: a condition on `entry`.
        asked: its parameters, and `language`: "" for all texts.
    """
    which = f"{chosen} AND language = :language" if asked["language"] else chosen
    for condition in (which, chosen + _LAST_LEFT):
        connection.execute(f"{_KEEP} WHERE {condition}", {**asked, "act": act})
        connection.execute(f"DELETE FROM text WHERE {condition}", {**asked, "act": act})


def take_translations(connection: sqlite3.Connection, act: int, entries: Sequence[int], language: str) -> None:
    """Move the texts of entries in one language to the history."""
    take(connection, act, _NUMBERED, {"entries": json.dumps(entries), "language": language})


def restore(connection: sqlite3.Connection, choice: Choice | None, label: str) -> Change:
    """Bring back what is missing of the entries chosen, or of the last deletion.

    What went with undone imports comes back only where nothing else of the entries chosen is missing.

    Raises:
        StoreError: nothing is missing, or a number is that of no entry.
    """
    withheld = 0
    if choice:
        condition, asked, withheld = _missing(connection, choice)
        nothing = "nothing was taken away from there: see tm memory history"
    else:
        (last,) = connection.execute(_LAST_DELETION).fetchone()
        condition, asked = "ended = :last", {"last": last}
        nothing = "nothing that was deleted is missing: see tm memory stats"
        label = label or f"delete {last}"
    act = _begin(connection, Deed.RESTORE, label)
    asked |= {"act": act}
    connection.execute(f"{_BRING_BACK} AND {condition}", asked)
    (restored,) = connection.execute("SELECT count(DISTINCT entry) FROM text WHERE import = ?", (act,)).fetchone()
    if not restored:
        raise StoreError(nothing)
    connection.execute(_SAY_AGAIN.format(condition), asked)
    revived = connection.execute(_REVIVED.format(condition), asked) if choice else ()
    return Change((find_act(connection, act),), 0, restored, 0, (), tuple(_act(*row) for row in revived), withheld)


def _missing(connection: sqlite3.Connection, choice: Choice) -> tuple[str, dict[str, object], int]:
    """Say what a restoration brings back, as a condition with its parameters, and of how many entries it leaves texts.

    Raises:
        StoreError: a number is that of no entry.
    """
    unknown = connection.execute(_UNKNOWN, (json.dumps(choice.entries),)).fetchone()
    if unknown:
        raise StoreError(f"there is no entry {unknown[0]:.0f}: tm memory history TEXT tells it")
    chosen, asked = _choose(choice)
    wanted = f"{chosen} {_OF_LANGUAGE if choice.language else ''}"
    taken = f"SELECT count(DISTINCT entry) FROM history h WHERE {_IS_MISSING} AND {wanted} AND {_NOT_LEFT}"
    if choice.language:
        taken += " AND language = :language"
    if connection.execute(taken, asked).fetchone() == (0,):
        return f"{wanted} {_LATEST.format('')}", asked, 0
    left = f"""
        SELECT count(DISTINCT entry) FROM history h WHERE {_IS_MISSING} AND {wanted} AND {_LEFT} AND NOT EXISTS (
            SELECT 1 FROM history o WHERE o.entry = h.entry AND o.language = h.language {_OTHER_NOT_LEFT})"""
    (withheld,) = connection.execute(left, asked).fetchone()
    return f"{wanted} AND {_NOT_LEFT} {_LATEST.format(_OTHER_NOT_LEFT)}", asked, withheld


def undo(connection: sqlite3.Connection) -> Change:
    """Undo the last act, or acts of one command.

    Raises:
        StoreError: nothing was ever done, or all is undone.
    """
    acts, left = _last_command(connection)
    numbers = [act.id for act in acts]
    act = _begin(connection, Deed.UNDO, f"{acts[0].deed} {_ranges(numbers[::-1])}")
    asked = {"acts": json.dumps(numbers), "act": act}
    if acts[0].deed is Deed.IMPORT:  # what a restoration brought is in the history already
        connection.execute(f"{_KEEP} WHERE {_BROUGHT}", asked)
    count = "SELECT count(*) FROM (SELECT DISTINCT entry FROM {})"
    ended = f"history WHERE {_ENDED} AND NOT {_BROUGHT}"
    (restored,) = connection.execute(count.format(ended), asked).fetchone()
    only = f"text WHERE {_BROUGHT} AND entry NOT IN (SELECT entry FROM {ended})"
    (removed,) = connection.execute(count.format(only), asked).fetchone()
    said = f"note WHERE ({_BROUGHT} OR {_ENDED}) AND entry NOT IN (SELECT entry FROM text WHERE {_BROUGHT})"
    (resaid,) = connection.execute(
        count.format(f"{said} AND entry NOT IN (SELECT entry FROM {ended})"), asked
    ).fetchone()
    connection.execute(f"DELETE FROM text WHERE {_BROUGHT}", asked)
    connection.execute(_PUT_BACK, asked)
    connection.execute(f"DELETE FROM history WHERE {_ENDED}", asked)
    connection.execute(_SAID_NO_MORE, asked)
    connection.execute(_SAID_BEFORE, asked)
    connection.execute("UPDATE import SET undone = :act WHERE id IN (SELECT value FROM json_each(:acts))", asked)
    return Change(tuple(acts), removed, restored, resaid, tuple(left))


def find_act(connection: sqlite3.Connection, number: int) -> Act:
    """Find an act that there is by its number."""
    return _act(*connection.execute(f"{_ACTS} WHERE id = ?", (number,)).fetchone())


def last_acts(connection: sqlite3.Connection, limit: int) -> list[Act]:
    """List the last acts, newest first."""
    return [_act(*row) for row in connection.execute(f"{_ACTS} ORDER BY id DESC LIMIT ?", (limit,))]


def _act(number: int, deed: str, at: str, label: str, undone: int) -> Act:
    if deed not in _DEEDS or not isinstance(at, str):
        raise sqlite3.DatabaseError("an act that there is not")
    return Act(number, Deed(deed), at.replace(" ", "T") + "Z", label, undone)


def _begin(connection: sqlite3.Connection, deed: Deed, label: str) -> int:
    number = connection.execute("INSERT INTO import (deed, label) VALUES (?, ?)", (deed, label)).lastrowid
    assert number is not None
    return number


def _choose(choice: Choice) -> tuple[str, dict[str, object]]:
    """Say a choice as a condition on `entry` with its parameters."""
    if choice.document is None:
        return _NUMBERED, {"entries": json.dumps(choice.entries), "language": choice.language}
    return _OF_DOCUMENT, {"document": choice.document, "language": choice.language}


def _last_command(connection: sqlite3.Connection) -> tuple[list[Act], list[Act]]:
    """List the acts of the last command that is not undone, newest first: those to undo together, and those left.

    Raises:
        StoreError: there is none.
    """
    last = connection.execute(_LAST_COMMAND).fetchone()
    if last is None:
        raise StoreError("there is nothing to undo")
    acts = [_act(*row) for row in connection.execute(_OF_COMMAND, last)]
    others = [number for (number,) in connection.execute(_BETWEEN, (*last, acts[-1].id))]
    if not others:
        return acts, []
    asked = {"acts": json.dumps([act.id for act in acts]), "others": json.dumps(others)}
    newest = others[-1] if connection.execute(_CHANGED_AGAIN, asked).fetchone() else 0
    return [act for act in acts if act.id > newest], [act for act in acts if act.id < newest]


def _ranges(numbers: Sequence[int]) -> str:
    """Write growing numbers, those that follow each other as one range."""
    shown = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        first, *_, last = [number for _, number in run] * 2
        shown.append(str(first) if first == last else f"{first}–{last}")
    return ", ".join(shown)
