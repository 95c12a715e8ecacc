"""Find the segments that hold a phrase: through an index of words and of pairs of words, or by reading them all.

The index of a language is a full-text table (FTS5). For each word, and for each two words in a row, it keeps which
segments have them, and no text. Words are those of `tm.text.tokens`, or in another table their stems. Pairs make
phrases of frequent words, as all Chinese ones are, as quick to find as rare words; with the places of single words
instead, as full-text search has them, such phrases took up to a hundred times longer. Segments only grow, so that what
is newer than the last one indexed is not indexed yet.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import groupby, islice, pairwise
from operator import itemgetter

from tm.memory.passages import Passages
from tm.model.language import BY_CODE
from tm.model.match import Entry, MatchKey, Origin
from tm.stores.sqlite.connection import is_unwritable
from tm.stores.sqlite.read import check, check_told, status_of, text_of
from tm.text.phrase import ALIKE_VERSION, Phrase, alike, stems, untagged
from tm.text.tokens import tokens

_BATCH = 50_000
"""Segments that are indexed in one transaction."""

_HASH = 64_000_000
"""Bytes that FTS5 may hold back: all of a batch, so that it is written at once."""

_PAIR = "\ue000"
"""Stands between the two words of a pair; for private use in Unicode."""

_SIGNS = "".join(chr(sign) for sign in range(ord("!"), 0x7F) if not chr(sign).isalnum())

_TERMS = 16
"""Pairs of a long phrase that are looked up."""

_READ = 20
"""So many times the texts that are asked for are looked at, in search of such as have a translation."""

_AT_ONCE = 250

_SURROGATE = re.compile("[\ud800-\udfff]")  # no text kept has one

_REACHED = "SELECT reached FROM concordance WHERE name = ? AND version = ?"
_LAST = "SELECT coalesce(max(id), 0) FROM segment"
_NEXT = "SELECT id, key, hash FROM segment WHERE id > ? AND language = ? ORDER BY id LIMIT ?"
_TAIL = "SELECT id, key, hash FROM segment WHERE id > ? AND language = ? ORDER BY id DESC"
_KEYS = """
    SELECT key, hash, :target IS NULL OR EXISTS (
        SELECT 1 FROM text a JOIN text b ON b.entry = a.entry AND b.language = :target WHERE a.segment = s.id)
    FROM segment s
    WHERE id IN (SELECT value FROM json_each(:numbers)) AND EXISTS (SELECT 1 FROM text a WHERE a.segment = s.id)
    ORDER BY id DESC"""
"""Texts that no entry has any more count for nothing: there may be as many as there were in an import now undone."""
_OCCURRENCES = """
    SELECT e.id, t.language, t.verbatim, s.key, s.hash,
        e.role, d.name, t.place, t.date, t.author, t.status
    FROM text a
    JOIN text t ON t.entry = a.entry
    JOIN segment s ON s.id = t.segment
    JOIN entry e ON e.id = t.entry
    JOIN document d ON d.id = e.document
    WHERE a.segment = ? ORDER BY e.id"""


def find_passages(
    connection: sqlite3.Connection, phrase: Phrase, target: str | None, most: int, tell: Callable[[str], None]
) -> Passages:
    """Find up to `most` texts that hold a phrase and have one in `target`, or any; complete the index before."""
    if phrase.language not in BY_CODE or not phrase.words or _SURROGATE.search(phrase.key):
        return Passages(())
    by_index = _has_fts5(connection)
    if by_index:
        _prepare(connection, phrase, tell)
    else:
        tell("SQLite is without FTS5 here: every text is read")
    connection.execute("BEGIN")  # one state of the memory, whatever others write meanwhile
    try:
        return read_passages(connection, phrase, target, most, by_index=by_index)
    finally:
        with suppress(sqlite3.Error):  # nothing was written; damage was reported where it was met
            connection.execute("ROLLBACK")


def _has_fts5(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone())


def _prepare(connection: sqlite3.Connection, phrase: Phrase, tell: Callable[[str], None]) -> None:
    """Complete the index; where nothing can be written, do without."""
    if connection.in_transaction:
        return
    try:
        for done, total in growing(connection, phrase):
            tell(f"indexing the words of {phrase.language}: {done} of {total} segments")
    except sqlite3.OperationalError as error:
        if not is_unwritable(error):
            raise


def growing(connection: sqlite3.Connection, phrase: Phrase, batch: int = _BATCH) -> Iterator[tuple[int, int]]:
    """Complete the index that a phrase is looked up in, one transaction a batch; tell how many are done, of how many.

    Interrupted, it goes on from there the next time; other processes may help.
    """
    if _reached(connection, phrase) == _last(connection):
        return
    query = "SELECT count(*) FROM segment WHERE id > ? AND language = ?"
    (total,) = connection.execute(query, (_reached(connection, phrase) or 0, phrase.language)).fetchone()
    done, complete = 0, False
    while not complete:
        connection.execute("BEGIN IMMEDIATE")
        try:
            added, complete = _step(connection, phrase, batch)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        done += added
        yield done, max(total, done)


def read_passages(
    connection: sqlite3.Connection, phrase: Phrase, target: str | None, most: int, *, by_index: bool
) -> Passages:
    """Find the texts through the index as far as it reaches; what is not in it, read."""
    found: list[MatchKey] = []
    numbers, looked = _candidates(connection, phrase, by_index=by_index), 0
    while batch := list(islice(numbers, _AT_ONCE)):
        for key, digest, wanted in connection.execute(_KEYS, {"numbers": str(batch), "target": target}):
            looked += 1
            if wanted:
                check(phrase.language, key, digest)
                if phrase.occurs_in(key):
                    found.append(key)
        if len(found) > most or looked >= _READ * most:
            return Passages(found[:most], more=len(found) > most or next(numbers, None) is not None)
    return Passages(found)


def occurrences(connection: sqlite3.Connection, segment: int, language: str) -> list[Entry]:
    """List the entries of a segment, each with all its texts and with the facts of this one.

    Raises:
        sqlite3.DatabaseError: one of the texts, or a status, is not what was written.
    """
    found = []
    for number, rows in groupby(connection.execute(_OCCURRENCES, (segment,)), key=itemgetter(0)):
        each = {row[1]: row[2:] for row in rows}
        role, document, place, date, author, status = each[language][3:]
        check_told(role, document, place, date, author)
        texts = {language: "", **{other: text_of(other, *row[:3]) for other, row in each.items()}}
        found.append(Entry(number, texts, role, Origin(document, place, date, author), status=status_of(status)))
    return found


def _candidates(connection: sqlite3.Connection, phrase: Phrase, *, by_index: bool) -> Iterator[int]:
    """Yield the numbers of at least all segments that hold a phrase, those that came last first."""
    terms = _query(phrase)
    reached = (by_index and terms and _reached(connection, phrase)) or 0
    word = "" if phrase.stemmed else max(phrase.words, key=len)
    for number, key, digest in connection.execute(_TAIL, (reached, phrase.language)):
        check(phrase.language, key, digest)
        if word in alike(key).casefold() and phrase.occurs_in(key):
            yield number
    if reached:
        name = _name(phrase)
        query = f"SELECT rowid FROM {name} WHERE {name} MATCH ? ORDER BY rowid DESC"
        for (number,) in connection.execute(query, (terms,)):
            yield number


def _query(phrase: Phrase) -> str:
    """Say in FTS5's language that a segment has the words of a phrase; "" where it cannot be said."""
    wanted = untagged(phrase.words)
    terms = list(map(_PAIR.join, pairwise(wanted))) or list(wanted)
    each = -(-len(terms) // _TERMS) or 1
    terms = [term for term in terms[::each] if any(sign > " " and sign != "\x7f" for sign in term)]
    # Control characters part words in FTS5, here as in the texts.
    quoted = (term.translate(_CONTROLS).replace('"', '""') for term in terms)
    return " AND ".join(f'"{term}"' for term in quoted)


_CONTROLS = dict.fromkeys([*range(ord(" ")), 0x7F], " ")


def _terms(key: MatchKey, phrase: Phrase) -> str:
    found = tokens(alike(key))
    if "<" in key:
        found = untagged(found)
    if phrase.stemmed:
        found = stems(phrase.language).of(found)
    return " ".join([*found, *map(_PAIR.join, pairwise(found))])


def _step(connection: sqlite3.Connection, phrase: Phrase, batch: int) -> tuple[int, bool]:
    """Add the next batch to an index; say how many it was, and whether none is left."""
    name, reached = _name(phrase), _reached(connection, phrase)
    if reached is None:
        _create(connection, name)
        reached = 0
    rows = connection.execute(_NEXT, (reached, phrase.language, batch)).fetchall()
    for _, key, digest in rows:
        check(phrase.language, key, digest)
    words = [(number, _terms(key, phrase)) for number, key, _ in rows]
    connection.executemany(f"INSERT INTO {name} (rowid, words) VALUES (?, ?)", words)
    complete = len(rows) < batch
    connection.execute(
        "INSERT OR REPLACE INTO concordance (name, version, reached) VALUES (?, ?, ?)",
        (name, _version(phrase), _last(connection) if complete else rows[-1][0]),
    )
    return len(rows), complete


def _create(connection: sqlite3.Connection, name: str) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS concordance"
        " (name TEXT PRIMARY KEY, version TEXT NOT NULL, reached INTEGER NOT NULL)"
    )
    connection.execute(f"DROP TABLE IF EXISTS {name}")
    signs = _SIGNS.replace("'", "''").replace('"', '""')
    options = f"""content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '{signs}'" """
    connection.execute(f"CREATE VIRTUAL TABLE {name} USING fts5 (words, {options})")
    connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {_HASH})")


def _name(phrase: Phrase) -> str:
    return f"concordance_{phrase.language}" + ("_stems" if phrase.stemmed else "")


def _version(phrase: Phrase) -> str:
    """Name the rules by which words are made; an index by other rules is of no use."""
    if not phrase.stemmed:
        return ALIKE_VERSION
    from tm.text.stems import stems_version

    return f"{stems_version(phrase.language)}, {ALIKE_VERSION}"


def _reached(connection: sqlite3.Connection, phrase: Phrase) -> int | None:
    """Read up to which number the segments are indexed; None when there is no index."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'concordance'").fetchone():
        return None
    row = connection.execute(_REACHED, (_name(phrase), _version(phrase))).fetchone()
    return row and int(row[0])


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute(_LAST).fetchone()[0])
