"""A PostgreSQL peer: the rarest tokens of each entry as `int[]` under a GIN index, the exact scores in the client.

The cluster is a private one in a temporary folder, reached through a socket there, and gone when the benchmark ends.
"""

from __future__ import annotations

import atexit
import importlib
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from memory.clock import Answer
from memory.ours import THRESHOLD
from memory.peers import Held
from memory.truth import LIMIT, Found
from tm.matching.similarity import lengths_allowed
from tm.text.normalize import match_key

_SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "autovacuum=off",
    "jit=off",
    "shared_buffers=1GB",
    "work_mem=64MB",
    "maintenance_work_mem=512MB",
    "max_wal_size=8GB",
    "max_parallel_workers_per_gather=0",
)

_SELECT = "SELECT number, packed FROM held WHERE prefix && %s::int4[] AND size BETWEEN %s AND %s"

_MOST_OF_ONE = 1000
"""Repetitions of one token that are told apart."""


def postgres(held: Held) -> Answer:
    """Fill a table with a corpus and ask it.

    Raises:
        ImportError: PostgreSQL or psycopg is not installed, or cannot be started.
    """
    connection = _connection()
    counts = Counter(chain.from_iterable(map(_elements, held.packed)))
    _load(connection, held.packed, counts)

    def answer(text: str) -> list[Found]:
        key = match_key(text)
        packed = held.codes.pack(key)
        lengths = lengths_allowed(len(packed), THRESHOLD)
        asked = [element for element in _prefix(packed, counts) if element in counts]
        rows = connection.execute(_SELECT, (asked, lengths[0], lengths[-1]), prepare=True, binary=True).fetchall()
        scorer, least = Levenshtein.normalized_similarity, THRESHOLD / 100 - 1e-9
        near = process.extract(packed, dict(rows), scorer=scorer, score_cutoff=least, limit=LIMIT)
        return [held.found(key, packed, number) for _, _, number in near]

    return answer


def _elements(packed: str) -> Iterator[int]:
    """Number the tokens; a second occurrence counts as another token."""
    if len(set(packed)) == len(packed):
        yield from map(ord, packed)
        return
    seen: dict[str, int] = {}
    for token in packed:
        before = seen.get(token, 0)
        seen[token] = before + 1
        yield ord(token) + (min(before, _MOST_OF_ONE) << 21)


def _prefix(packed: str, counts: Mapping[int, int]) -> list[int]:
    """Choose the rarest tokens, so many that an entry that is similar enough shares one of them."""
    elements = sorted(_elements(packed), key=lambda element: (counts.get(element, 0), element))
    return elements[: len(elements) - ceil(THRESHOLD / 100 * len(elements) - 1e-9) + 1]


def _load(connection: Any, texts: list[str], counts: Mapping[int, int]) -> None:
    connection.execute("DROP TABLE IF EXISTS held")
    connection.execute("CREATE UNLOGGED TABLE held (number int4, size int4, packed text, prefix int4[])")
    with connection.cursor().copy("COPY held FROM STDIN") as copy:
        for number, packed in enumerate(texts):
            copy.write_row((number, len(packed), packed, f"{{{','.join(map(str, _prefix(packed, counts)))}}}"))
    connection.execute("CREATE INDEX ON held USING gin (prefix) WITH (fastupdate = off)")
    connection.execute("VACUUM ANALYZE held")
    connection.execute("SET enable_seqscan = off")
    connection.execute("SET plan_cache_mode = force_custom_plan")


@cache
def _connection() -> Any:
    psycopg = importlib.import_module("psycopg")
    programs = _programs()
    if programs is None:
        raise ImportError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="hexapla-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    as_owner = _owner(folder)
    data = folder / "data"
    settings = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={folder}"))
    try:
        as_owner(programs / "initdb", "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C", "--no-sync")
        as_owner(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start")
    except subprocess.CalledProcessError as error:
        raise ImportError(f"PostgreSQL cannot be started: {error}") from None
    atexit.register(as_owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    connection = psycopg.connect(host=str(folder), user="bench", dbname="postgres", autocommit=True)
    atexit.register(connection.close)
    return connection


def _programs() -> Path | None:
    found = shutil.which("initdb")
    places = [Path(found).resolve()] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return places[-1].parent if places else None


def _owner(folder: Path) -> Callable[..., None]:
    """Give what runs a program as somebody who is not root, whom PostgreSQL refuses, and let the folder be theirs."""
    before: list[str] = []
    if os.geteuid() == 0:
        if not shutil.which("runuser"):
            raise ImportError("PostgreSQL does not run as root, and runuser is missing")
        shutil.chown(folder, "postgres", "postgres")
        before = ["runuser", "-u", "postgres", "--"]

    def run(*command: object) -> None:
        subprocess.run([*before, *map(str, command)], check=True, cwd=folder, stdout=subprocess.DEVNULL)

    return run
