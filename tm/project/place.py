"""Where files are by the names that users see: a link is what its own name says, not what it leads to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def here() -> Path:
    """Give the working folder by the name by which the user came into it, as `pwd` does; else by its real one."""
    named = Path(os.environ.get("PWD", ""))
    if named.is_absolute() and ".." not in named.parts and named.exists() and named.samefile("."):
        return named
    return Path.cwd()


def absolute(path: Path) -> Path:
    """Give the whole path, links kept; only what stands before a `..` is followed, as the system does.

    >>> absolute(Path("/a/./b")).as_posix()
    '/a/b'
    """
    whole = here() / path
    if ".." not in whole.parts:
        return whole
    last = len(whole.parts) - whole.parts[::-1].index("..")
    return real(Path(*whole.parts[:last])).joinpath(*whole.parts[last:])


def real(path: Path) -> Path:
    """Give the path of what a path leads to, the same for all of its names; links in a circle lead to themselves."""
    return Path(os.path.realpath(path))


def below(path: Path, folder: Path) -> Path | None:
    """Give the path from a folder to what lies in it, by the names in it; None for what lies elsewhere.

    What a link in the folder leads to lies in it; so does what is reached through a link from elsewhere.
    """
    whole, root = absolute(path), absolute(folder)
    if root in whole.parents:
        return whole.relative_to(root)
    real_root = real(root)
    for above in reversed(whole.parents):
        if real(above) == real_root:
            return whole.relative_to(above)
    end = real(whole)
    return end.relative_to(real_root) if real_root in end.parents else None


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, also those below linked folders, each link followed to a folder once.

    Raises:
        OSError: a folder cannot be read.
    """
    followed = {real(folder)}
    for above, folders, files in os.walk(folder, followlinks=True, onerror=_refuse):
        for name in sorted(folders):
            path = Path(above) / name
            if path.is_symlink():
                end = real(path)
                if end in followed or end in real(path.parent).parents:
                    folders.remove(name)
                followed.add(end)
        yield from (Path(above) / name for name in files)


def _refuse(error: OSError) -> None:
    raise error
