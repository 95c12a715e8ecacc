"""Our side: memories filled from corpora in a process of their own, and lookups in them."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tm
from memory.clock import Answered
from memory.data import CACHE, Corpus, say

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
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


class Asked:
    """A memory that is asked in a process of its own."""

    def __init__(self, memory: Filled, min_score: float) -> None:
        corpus = memory.corpus
        command = [sys.executable, "-m", "memory.answer", memory.path, corpus.source, corpus.target, min_score]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([*map(str, command)], stdin=pipe, stdout=pipe)

    def ask(self, texts: Sequence[str]) -> list[Answered]:
        """Look each text up."""
        return self._told("ask", texts)

    def add(self, texts: Sequence[str]) -> list[Answered]:
        """Add each text and look it up at once."""
        return self._told("add", texts)

    def below(self, texts: Sequence[str]) -> list[Answered]:
        """Find fragments of each text, and the nearest entries."""
        return self._told("below", texts)

    def load(self) -> None:
        """Load the libraries that the program loads when they are worth it."""
        self._told("load", [])

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _told(self, verb: str, texts: Sequence[str]) -> list[Answered]:
        given, taken = self._process.stdin, self._process.stdout
        if given is None or taken is None:
            raise RuntimeError("the process has no pipes")
        pickle.dump((verb, list(texts)), given)
        given.flush()
        return pickle.load(taken)


@contextmanager
def asking(memory: Filled, min_score: float = THRESHOLD) -> Iterator[Asked]:
    """Ask a memory in a process of its own, until the block ends."""
    asked = Asked(memory, min_score)
    try:
        yield asked
    finally:
        asked.close()


@cache
def _code() -> str:
    files = sorted(path for room in SHAPING for path in (CODE / room).rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        if path.suffix in {".py", ".sql"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
