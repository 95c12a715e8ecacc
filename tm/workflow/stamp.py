"""Say by a digest what the findings of a file depend on: its bytes, the program, the settings and what is known."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from tm import __version__
from tm.model.language import Language
from tm.project.layout import Project
from tm.workflow.cache import digest
from tm.workflow.dictionaries import folders
from tm.workflow.terms import glossary_bytes

_PROGRAM = Path(__file__).resolve().parents[1]
_LIBRARIES = ("snowballstemmer", "pystemmer", "chunspell", "markdown-it-py")
_REFERENCE = re.compile(rb"^#: *(\S.*?)\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all files depend on, and of each source document the digest of its bytes, by its path in `#:` places."""

    base: bytes
    sources: Mapping[bytes, bytes]

    def whole(self) -> bytes:
        """Give the digest of all that is known besides the PO files."""
        return digest(self.base, *chain.from_iterable(sorted(self.sources.items())))

    def of_file(self, data: bytes, shown: str, folder: Language | None) -> bytes:
        """Give the digest of all that the findings of a file rest on.

        Args:
            data: its bytes; shown: its path as findings show it; folder: the language that its folder stands for.
        """
        code = folder.code if folder else ""
        return digest(self.base, shown.encode("utf-8", "surrogateescape"), code.encode(), data, *self._named(data))

    def _named(self, data: bytes) -> Iterator[bytes]:
        """Yield the digests of the source documents that a file refers to."""
        if self.sources:
            places = {place for line in set(_REFERENCE.findall(data)) for place in line.split()}
            names = {place.rpartition(b":")[0] or place for place in places}
            yield from (self.sources[name] for name in sorted(names) if name in self.sources)


def take_stamp(project: Project, names: tuple[tuple[str, ...], ...], memory: str = "") -> Stamp:
    """Look at everything but the PO files.

    Args:
        names: what chooses the checks.
        memory: path of the memory; empty when none is asked. That of a server cannot be looked at.
    """
    own = [repr(names), str(project.root.resolve())]
    memories = [Path(memory), Path(f"{memory}-wal")] if memory else []
    seen = _stats([*memories, *(path for folder in folders() for path in folder.glob("*.[ad]*"))])
    parts = [program(), "\0".join([*own, *seen]).encode("utf-8", "surrogateescape"), glossary_bytes(project)]
    named = ("tm.toml", "pyproject.toml", project.settings.segmentation_rules or "tm.toml")
    contents = [_bytes(project.root / name) for name in named]
    return Stamp(digest(*parts, *contents), dict(_sources(project.root)))


@cache
def program() -> bytes:
    """Give the digest of the program, its data and what it is run by: it stays the same while it runs."""
    versions = [__version__, sys.version, unicodedata.unidata_version, *map(_version, _LIBRARIES)]
    return digest("\0".join([*versions, *_stats(_PROGRAM.rglob("*"))]).encode("utf-8", "surrogateescape"))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _stats(paths: Iterator[Path] | list[Path]) -> Iterator[str]:
    """Yield what changes when a file is written; bytecode, which follows the rest, is left out."""
    for path in sorted(paths):
        if path.suffix != ".pyc" and path.is_file():
            status = path.stat()
            yield f"{path}:{status.st_mtime_ns}:{status.st_size}"


def _sources(root: Path) -> Iterator[tuple[bytes, bytes]]:
    for path in sorted((root / "source").glob("*")):
        if path.is_file():
            name = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
            yield name, digest(_bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
