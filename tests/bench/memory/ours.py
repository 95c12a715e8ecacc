"""Our side: memories filled from corpora in a process of their own, and lookups in them."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tm
from memory.clock import Answer
from memory.data import CACHE, Corpus, say
from memory.truth import LIMIT, Found
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.stores import open_store

THRESHOLD = 70.0

CODE = Path(tm.__file__).resolve().parent

SHAPING = ("model", "text", "matching", "stores")
"""Rooms whose code decides what a memory's file looks like; when it changes, memories are filled anew."""

_KEPT = 3600
"""Seconds for which memories filled by other code are kept; somebody may be measuring them."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A memory that holds a corpus, and what filling it took: figures as `memory.fill` prints them."""

    path: Path
    corpus: Corpus
    figures: dict[str, float]


def filled(corpus: Corpus, *, anew: bool = False, stale: bool = False) -> Filled:
    """Fill a memory, unless the same code has filled it before; `stale` takes one filled by other code, too."""
    path = CACHE / f"{corpus.name}.{_code()}.db"
    if stale and not path.exists():
        path = max(_memories(corpus), key=lambda known: known.stat().st_mtime, default=path)
    if anew or not path.exists():
        for old in _memories(corpus):
            if time.time() - old.stat().st_mtime > _KEPT:
                _remove(old)
        fill(corpus, path)
    return Filled(path, corpus, json.loads(_note(path).read_text(encoding="utf-8")))


def fill(corpus: Corpus, path: Path) -> None:
    """Fill a new memory in a child process that holds nothing else, and keep the figures beside."""
    say(f"filling a memory with {corpus.name}")
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    figures = child("memory.fill", corpus.path, corpus.source, corpus.target, scratch)
    _note(path).write_text(json.dumps(figures), encoding="utf-8")
    _remove(path)
    scratch.replace(path)


def _memories(corpus: Corpus) -> list[Path]:
    return list(CACHE.glob(f"{corpus.name}.*.db"))


def _note(memory: Path) -> Path:
    return memory.with_suffix(".json")


def _remove(memory: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        memory.with_name(memory.name + ending).unlink(missing_ok=True)


def child(module: str, *arguments: object) -> dict[str, float]:
    """Run a module of this benchmark in a process of its own; it prints one JSON object."""
    bench = str(Path(__file__).resolve().parents[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([bench, str(CODE.parent)])}
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def asker(store: Store, corpus: Corpus, min_score: float = THRESHOLD) -> Answer:
    """Give what looks a text up in a store."""
    source, target = corpus.source, corpus.target

    def ask(text: str) -> list[Found]:
        matches = lookup(store, Query(text, source, target), min_score=min_score, limit=LIMIT)
        return [(match.score, match.source, match.target, match.origin) for match in matches]

    return ask


def opened(memory: Filled) -> Store:
    """Open a memory and ask it once, so that what is made on first use is made."""
    store = open_store(str(memory.path), create=False)
    asker(store, memory.corpus)("What is made on first use is made now.")
    return store


@cache
def _code() -> str:
    files = sorted(path for room in SHAPING for path in (CODE / room).rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        if path.suffix in {".py", ".sql"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
