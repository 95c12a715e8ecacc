"""Look for damage in a memory, and mend it with the help of the project's PO files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm.memory.damage import Damage, Mended
from tm.model.errors import DamagedError, TmError
from tm.project.layout import Project
from tm.stores import find_damage, open_store, rebuild, renew_index
from tm.workflow.learn import learn

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair did.

    Attributes:
        files: how many PO files were imported again.
        again: how many entries they brought that could not be read, or gave back a text.
        refused: what was wrong with PO files that could not be imported.
        left: the damage that there still is.
    """

    mended: Mended
    files: int = 0
    again: int = 0
    refused: tuple[str, ...] = ()
    left: tuple[Damage, ...] = ()


def look(url: str, *, full: bool, tell: Tell) -> Sequence[Damage]:
    """List what is wrong with a memory.

    Raises:
        StoreError: there is none, or it cannot be looked at.
    """
    return list(find_damage(url, full=full, tell=tell))


def repair(url: str, damage: Sequence[Damage], project: Project, *, full: bool, tell: Tell) -> Repair:
    """Mend what was found: the index in place, anything else by a new file with all that can be read and the PO files.

    Raises:
        StoreError: the memory is open elsewhere, or the new one cannot be written.
    """
    if all(one.derived for one in damage):
        try:
            mended = renew_index(url)
            left = look(url, full=full, tell=tell)
        except DamagedError:
            left = damage
        if not left:
            return Repair(mended)
    paths = project.po_files()
    again, refused = 0, list[str]()

    def fill(fresh: str) -> None:
        nonlocal again
        again = _import(fresh, paths, project, refused, tell)

    tell("saving what can be read")
    mended = rebuild(url, fill)
    left = look(url, full=full, tell=tell)
    return Repair(mended, len(paths) - len(refused), again, tuple(refused), tuple(left))


def _import(url: str, paths: Sequence[Path], project: Project, refused: list[str], tell: Tell) -> int:
    """Import PO files one by one, and count the entries that were added or changed."""
    brought = 0
    store = open_store(url)
    try:
        for path in paths:
            tell(f"importing {project.shown(path)}")
            try:
                brought += sum(done.added + done.updated for done in learn(store, [path], project))
            except TmError as error:
                refused.append(str(error))
    finally:
        store.close()
    return brought
