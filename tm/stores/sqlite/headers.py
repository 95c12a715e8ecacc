"""Keep what files say of themselves, and find it again for the texts that they brought."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from tm.model.note import Note
from tm.stores.sqlite.notes import digest_of, open_notes, pack_notes

_PRESENT = """
    SELECT h.import, i.file, h.language, h.said, h.hash FROM header h JOIN import i ON i.id = h.import
    WHERE i.undone = 0 ORDER BY h.import, h.language, h.id"""
_KEEP = "INSERT INTO header (import, language, said, hash) VALUES (?, ?, ?, ?)"
_IMPORTS = "SELECT id, file FROM import WHERE deed = 'import'"
# A text that was restored has the number of that act; the one that brought it is in the history, where imports that
# were undone may have come after it.
_BROUGHT_BY = """
    SELECT h.import FROM history h JOIN import i ON i.id = h.import AND i.deed = 'import' AND i.undone = 0
    WHERE h.entry = {} AND h.language = {} ORDER BY h.id DESC LIMIT 1"""
_BEFORE = _BROUGHT_BY.format("?", "?")
_WITH_TEXTS = f"""
    SELECT DISTINCT import FROM text UNION
    SELECT ({_BROUGHT_BY.format("t.entry", "t.language")})
    FROM text t JOIN import r ON r.id = t.import AND r.deed = 'restore'"""

Codes = Mapping[int, Mapping[str, Note]]
"""How the files of imports write the codes of languages, where they do not write them as we do."""


def keep_header(connection: sqlite3.Connection, act: int, file: str, header: Sequence[Note]) -> bool:
    """Keep what a file says of itself, unless it said the same before; tell whether that changed."""
    said = sorted(dict.fromkeys(header), key=attrgetter("about"))
    if said == list(_headers(connection).get(file or act, ())):
        return False
    rows = {about: pack_notes(list(notes)) for about, notes in groupby(said, key=attrgetter("about"))}
    for about, packed in {"": "[]", **rows}.items():  # a row also where it says nothing any more
        connection.execute(_KEEP, (act, about, packed, digest_of(act, about, packed)))
    return True


def read_header(connection: sqlite3.Connection) -> Sequence[Note]:
    """Give what the files say of themselves of which texts are there, in the order of their imports, each once."""
    headers = {file: notes for file, notes in _headers(connection).items() if any(not note.about for note in notes)}
    if not headers:
        return ()
    files = dict(connection.execute(_IMPORTS).fetchall())
    present = {files.get(act) or act for (act,) in connection.execute(_WITH_TEXTS)}
    said = (note for file, notes in headers.items() if file in present for note in notes if not note.about)
    return tuple(dict.fromkeys(said))


def read_codes(connection: sqlite3.Connection) -> Codes:
    """Give how each import's file writes the codes of languages; imports of files that write them as we do left out."""
    headers = {file: {note.about: note for note in notes if note.about} for file, notes in _headers(connection).items()}
    if not any(headers.values()):
        return {}
    found = {act: headers.get(file or act) for act, file in connection.execute(_IMPORTS)}
    return {act: codes for act, codes in found.items() if codes}


def import_before(connection: sqlite3.Connection, entry: int, language: str) -> int:
    """Give the import that brought a text which was restored; 0 where that is not known."""
    found = connection.execute(_BEFORE, (entry, language)).fetchone()
    return int(found[0]) if found else 0


def restorations(connection: sqlite3.Connection) -> frozenset[int]:
    """List the acts that brought texts back."""
    return frozenset(act for (act,) in connection.execute("SELECT id FROM import WHERE deed = 'restore'"))


def _headers(connection: sqlite3.Connection) -> Mapping[str | int, Sequence[Note]]:
    """Give what each file says of itself by its path, or by the import where that has none."""
    found: dict[str | int, Sequence[Note]] = {}
    for (act, file), rows in groupby(connection.execute(_PRESENT), key=itemgetter(0, 1)):
        found[file or act] = [
            note for _, _, about, said, digest in rows for note in open_notes(act, about, said, digest)
        ]
    return found
