"""Take in what other tools give, and give out what they take, each format by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tm.exchange.packed import ending
from tm.memory.store import Store
from tm.model.errors import ConflictError, FormatError, SettingsError, TmError
from tm.project.layout import Project
from tm.project.place import files_in, real
from tm.workflow.learn import Learned
from tm.workflow.other_languages import other_language

Told = Callable[[int, int], None]
"""Told how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user said of the files to import.

    Attributes:
        columns: what the columns of tables are, as in `en=1,fr=3`; "" where that is to be found out.
        glossary: whether tables hold terms.
        rejected: where to list what is left out; None: below `.tm/rejected/`.
    """

    columns: str = ""
    glossary: bool = False
    rejected: Path | None = None


Reader = Callable[[Store, Path, Project, Wish, int, Told], tuple[Learned, int]]
"""Takes in one file; is given the number of the command's first act, 0 before it, and gives that of its own."""


def _read_po(store: Store, path: Path, project: Project, wish: Wish, first: int, told: Told) -> tuple[Learned, int]:
    from tm.workflow.learn import learn_file

    return learn_file(store, path, project, first, told)


def _read_tmx(store: Store, path: Path, project: Project, wish: Wish, first: int, told: Told) -> tuple[Learned, int]:
    from tm.workflow.memories import learn_tmx

    return learn_tmx(store, path, project, wish.rejected, first, told)


def _read_table(store: Store, path: Path, project: Project, wish: Wish, first: int, told: Told) -> tuple[Learned, int]:
    from tm.workflow.glossary import learn_terms
    from tm.workflow.tables import learn_table, read_columns

    columns = read_columns(path, project.shown(path), wish.columns)
    if wish.glossary or columns.is_glossary:
        return learn_terms(path, project, columns, wish.rejected), 0
    return learn_table(store, path, project, columns, wish.rejected, first, told)


def _read_glossary(
    store: Store, path: Path, project: Project, wish: Wish, first: int, told: Told
) -> tuple[Learned, int]:
    from tm.workflow.glossary import learn_glossary

    return learn_glossary(path, project, wish.rejected), 0


def _read_xliff(store: Store, path: Path, project: Project, wish: Wish, first: int, told: Told) -> tuple[Learned, int]:
    from tm.workflow.bilingual import learn_xliff

    return learn_xliff(store, path, project, wish.rejected, first, told, datetime.now(UTC))


READERS: Mapping[str, Reader] = {
    ".po": _read_po,
    ".tmx": _read_tmx,
    ".tmx.gz": _read_tmx,
    ".csv": _read_table,
    ".tsv": _read_table,
    ".xlsx": _read_table,
    ".tbx": _read_glossary,
    ".xlf": _read_xliff,
    ".xliff": _read_xliff,
}
"""How a file is taken in, by its ending in small letters."""


def named_files(named: Sequence[Path], project: Project) -> Sequence[Path]:
    """List the files that are read among files and folders, a folder standing for all in it, each once.

    Left out in folders: what is hidden, PO files in other languages than the six, and the project's own glossary.

    Raises:
        SettingsError: a file that is not there or of no kind that is read, or a folder without any.
    """
    kinds = ", ".join(READERS)
    found: list[Path] = []
    for path in named:
        if path.is_dir():
            inside = sorted(file for file in files_in(path) if _is_read(file, path, project))
            if not inside:
                raise SettingsError(f"{path}: no file to import in this folder: those end in {kinds}")
            found += inside
        elif not path.exists():
            raise SettingsError(f"{path}: there is no such file")
        elif ending(path) not in READERS:
            raise SettingsError(f"{path}: not a file to import: name files that end in {kinds}, or folders of them")
        elif not path.is_file():
            raise SettingsError(f"{path}: a pipe or device, which cannot be read twice: write it to a file first")
        else:
            found.append(path)
    return list({real(path): path for path in reversed(found)}.values())[::-1]


def _is_read(path: Path, folder: Path, project: Project) -> bool:
    is_hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
    is_own = real(path) == real(project.glossary)
    if is_hidden or is_own or ending(path) not in READERS or not path.is_file():
        return False
    return path.suffix.lower() != ".po" or not other_language(path)


def take_in(
    store: Store,
    paths: Sequence[Path],
    project: Project,
    wish: Wish = Wish(),  # frozen
    told: Told = lambda done, total: None,
    refused: Callable[[Path, TmError], None] | None = None,
) -> Iterator[Learned]:
    """Import files, each as a whole or not at all, and tell of each; all of them are undone together.

    With `refused`, a file of which nothing can be imported is told to it, and the next one is taken in.

    Raises:
        FormatError: a file that is not sound as a whole; nothing of it is imported.
        SettingsError: the columns of a table cannot be told, or what is rejected cannot be listed where it is wanted.
    """
    if wish.rejected:
        _require_place(wish.rejected, paths)
    first = 0
    for path in paths:
        try:
            learned, act = READERS[ending(path)](store, path, project, wish, first, told)
        except (FormatError, SettingsError, ConflictError) as error:
            if not refused:
                raise
            refused(path, error)
        except OSError as error:
            if not refused:
                raise
            refused(path, SettingsError(f"{path}: {(error.strerror or str(error)).lower()}"))
        else:
            first = first or act
            yield learned


def _require_place(rejected: Path, paths: Sequence[Path]) -> None:
    """Refuse a list of what is rejected for several files, in the place of one of them, or where no file can be."""
    if len(paths) > 1:
        raise SettingsError("--rejected names one file: import one at a time with it")
    is_device = rejected.absolute().parts[:2] in {("/", "dev"), ("/", "proc")}
    if is_device or (rejected.exists() and not rejected.is_file()):
        raise SettingsError(f"--rejected {rejected}: not a file that can be replaced: name another one")
    if any(real(rejected) == real(path) for path in paths):
        raise SettingsError(f"--rejected {rejected}: this is the file that is imported: name another one")
