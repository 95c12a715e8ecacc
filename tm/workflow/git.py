"""Read files as git remembers them; never write, and never ask another machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tm.model.errors import SettingsError

Entry = tuple[str, str, bool]
"""A name in a folder, the id of its object, and whether it is a folder itself."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its full id and the moment it was made, in seconds since 1970."""

    id: str
    time: int


def commits(folder: Path, path: str) -> Sequence[Commit]:
    """List the commits that changed what is at a path below a folder, the newest first.

    Of what was merged only the merge is told: so they are the states that this branch was in, one after the other.

    Raises:
        SettingsError: git is not there, the folder is in no repository, or nothing was ever committed.
    """
    done = _run(folder, "log", "--first-parent", "--format=%H %ct", "--", path)
    pairs = (line.split() for line in done.decode("ascii").splitlines())
    return [Commit(name, int(time)) for name, time in pairs]


def prefix(folder: Path) -> str:
    """Name a folder as its repository does, with a slash at the end; "" for the top.

    Raises:
        SettingsError: git is not there, or the folder is in no repository.
    """
    return os.fsdecode(_run(folder, "rev-parse", "--show-prefix")).rstrip("\n")


def is_shallow(folder: Path) -> bool:
    """Tell whether a repository was cloned without its older commits.

    Raises:
        SettingsError: git is not there, or the folder is in no repository.
    """
    return _run(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, env=_environment())
    except OSError:
        raise SettingsError(_MISSING) from None
    if done.returncode:
        raise SettingsError(_sentence(folder, done.stderr.decode("utf-8", errors="replace")))
    return done.stdout


_MISSING = "git is not there, and what was before is known to it alone: install git"


def _sentence(folder: Path, complaint: str) -> str:
    if "does not have any commits" in complaint:
        return f"{folder.resolve()}: nothing was committed yet, so nothing is known of what was before"
    if "not a git repository" in complaint:
        return f"{folder.resolve()}: not in a git repository, which alone would know what was before"
    first = next((line for line in complaint.splitlines() if line.strip()), "no reason given")
    return f"{folder.resolve()}: git cannot tell: {first.removeprefix('fatal: ')}"


def _environment() -> dict[str, str]:
    # In English, as `_sentence` reads it; nothing is fetched where the clone is a partial one.
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


class Objects:
    """What one process of git, kept running, gives of a repository; from `open_objects`."""

    def __init__(self, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._asked, self._answers = asked, answers
        self._id_bytes = 20  # of SHA-1; some repositories have SHA-256

    def read(self, name: str) -> tuple[str, bytes] | None:
        """Give the kind of an object ("blob", "tree" …) and its bytes; None when no object has that name."""
        if "\n" in name or not name:
            return None
        try:
            self._asked.write(os.fsencode(name) + b"\n")
            self._asked.flush()
        except OSError:
            raise SettingsError("git ended before it had told all: try again, or look with git fsck") from None
        head = self._answers.readline().split(b" ")
        if len(head) != 3 or not head[2].strip().isdigit():
            return None
        data = self._answers.read(int(head[2]))
        self._answers.read(1)
        self._id_bytes = len(head[0]) // 2
        return head[1].decode("ascii"), data

    def folder(self, name: str) -> Sequence[Entry]:
        """List what is in a folder, a tree of git; nothing where there is none of that name."""
        found = self.read(name)
        return list(_entries(found[1], self._id_bytes)) if found and found[0] == "tree" else ()

    def files(self, name: str, ending: str, above: str = "") -> Iterator[tuple[str, str]]:
        """Give the path within a folder, and the id, of each file below it whose name ends so."""
        for entry, identity, is_folder in self.folder(name):
            if is_folder:
                yield from self.files(identity, ending, f"{above}{entry}/")
            elif entry.endswith(ending):
                yield above + entry, identity


_FOLDER, _LINK, _OTHER_REPOSITORY = b"40000", b"120000", b"160000"


def _entries(tree: bytes, size: int) -> Iterator[Entry]:
    """Read a tree: mode, space, name, NUL, and the id in that many bytes, one after the other."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + size
        if mode not in {_LINK, _OTHER_REPOSITORY}:
            yield os.fsdecode(name), tree[end + 1 : at].hex(), mode == _FOLDER


@contextmanager
def open_objects(folder: Path) -> Iterator[Objects]:
    """Start a process of git that gives objects of the repository that a folder is in.

    Raises:
        SettingsError: git is not there, or the folder is in no repository.
    """
    prefix(folder)
    process = subprocess.Popen(
        ["git", "cat-file", "--batch"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Objects(process.stdin, process.stdout)
