"""Replace a file whole or not at all, one writer at a time."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL, ENOENT
from pathlib import Path
from stat import S_IMODE, S_ISBLK, S_ISCHR, S_ISFIFO, S_ISSOCK
from typing import BinaryIO

from tm.model.errors import ConflictError, SettingsError

PATIENCE = 30.0
"""Seconds to wait for another writer of the same file."""


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that at any moment it is either as it was or as it is to be; make its folder if need be.

    What goes to a pipe or a terminal, such as /dev/stdout, is written there; /dev/null stays what it is.

    Raises:
        SettingsError: it cannot be written; what was there is still there.
        ConflictError: another process has been writing it all the while.
    """
    if _is_stream(path):
        with _told(path), path.open("wb") as stream:
            stream.write(data)
    else:
        update_file(path, lambda _: data)


def update_file(path: Path, make: Callable[[bytes | None], bytes]) -> bool:
    """Replace a file by what `make` gives for its present bytes (None: it is not there), and say whether it changed.

    The new bytes are written to `.<name>.tmp` in the same folder, flushed to disk, and renamed. That file is also the
    lock: the operating system lets go of it when its process ends, however it ends, and the next writer takes over
    what a killed one left. So no litter stays behind, and two writers of ours never mix.
    Programs that know no lock are watched: if the file changed while `make` worked, it is asked again.
    So `make` may be called more than once.

    Raises:
        SettingsError: it cannot be written; what was there is still there.
        ConflictError: another process has been writing it all the while.
    """
    with _told(path):
        if _is_stream(path):
            raise OSError(EINVAL, "it is a pipe or a device, and no file")
        target = path.resolve()  # a symbolic link stays one
        draft = target.with_name(f".{target.name}.tmp")
        present = target.read_bytes() if target.exists() else None
        if not draft.exists() and present is not None and make(present) == present:
            return False  # even where nothing may be written
        _make_folder(path, target.parent)
        with _open(draft) as handle:
            return _update(target, draft, handle, make)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a stream for what a file is to hold; when the block ends well the file has it, else it is as it was.

    For files that are too large to be made in one piece; whoever writes the same file meanwhile waits. A pipe or a
    device gets it as it comes.

    Raises:
        SettingsError: it cannot be written; what was there is still there.
        ConflictError: another process has been writing it all the while.
    """
    if _is_stream(path):
        with _told(path), path.open("wb") as device:
            yield device
        return
    with _told(path):
        target = path.resolve()
        _make_folder(path, target.parent)
        with _open(target.with_name(f".{target.name}.tmp")) as handle:
            before = _look(target)
            if before and not os.access(target, os.W_OK):
                raise PermissionError(0, "it is read-only")
            with os.fdopen(os.dup(handle), "w+b") as stream:
                yield stream
            if before:
                os.fchmod(handle, S_IMODE(before.st_mode))
            os.fsync(handle)
            target.with_name(f".{target.name}.tmp").replace(target)
        _flush_folder(target.parent)


def _is_stream(path: Path) -> bool:
    """Say whether bytes that are written there go elsewhere: a renamed file would take its place."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError):
        return False
    return S_ISCHR(mode) or S_ISFIFO(mode) or S_ISSOCK(mode) or S_ISBLK(mode)


def _make_folder(path: Path, folder: Path) -> None:
    """Make the folder of a file; never where a link leads nowhere, such as to a disk that is not there now."""
    for part in path.parents:
        if part.is_symlink() and not part.exists():
            raise FileNotFoundError(ENOENT, f"{part} is a link that leads nowhere")
    if not path.is_symlink():
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"{path}: cannot be written: {reason}; what was there before is unchanged") from None


def _update(target: Path, draft: Path, handle: int, make: Callable[[bytes | None], bytes]) -> bool:
    while True:
        before = _look(target)
        present = target.read_bytes() if before else None
        data = make(present)
        if data == present:
            return False
        if before and not os.access(target, os.W_OK):
            raise PermissionError(0, "it is read-only")
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        _write(handle, data)
        if before:
            os.fchmod(handle, S_IMODE(before.st_mode))
        os.fsync(handle)
        if _identity(_look(target)) == _identity(before):
            break
    draft.replace(target)
    _flush_folder(target.parent)
    return True


@contextmanager
def _open(draft: Path) -> Iterator[int]:
    """Hold the file that is to take the target's place, open and locked; take it away if it did not."""
    handle = _lock(draft)
    try:
        yield handle
    finally:
        # Only while the lock is held is this name surely ours.
        if _identity(_look(draft)) == _identity(os.fstat(handle)):
            with suppress(OSError):
                draft.unlink()
        os.close(handle)


def _lock(draft: Path) -> int:
    deadline = time.monotonic() + PATIENCE
    while True:
        handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            if time.monotonic() > deadline:
                raise ConflictError(f"{draft}: another process keeps writing this file; try again later") from None
            time.sleep(0.01)
            continue
        status = os.fstat(handle)
        # The one who had it may have renamed it meanwhile: then this is the finished file, not to be written on.
        if _identity(_look(draft)) == _identity(status):
            if not status.st_size:
                return handle
            draft.unlink()  # left by a killed process, perhaps with another mode
        os.close(handle)


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _identity(status: os.stat_result | None) -> tuple[int, ...]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns) if status else ()


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut."""
    with suppress(OSError):  # some file systems cannot flush a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
