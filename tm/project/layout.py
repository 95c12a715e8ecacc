"""Where the files of a project are: sources, PO files, glossary, memory, and what is built."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from tm.model.errors import SettingsError
from tm.model.language import BY_CODE, Language, find_language
from tm.project.config import Settings, read_settings
from tm.project.place import absolute, below, files_in, here, real

SOURCE_SUFFIXES = (".txt", ".md", ".markdown", ".docx")

_UNFIT = re.compile("[\x00-\x1f\x7f\x85\\\\\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What cannot stand in a place of a PO file (`#: source/letter.md:3`), which gettext puts between isolates."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder and its settings."""

    root: Path
    settings: Settings

    def sources(self) -> Sequence[Path]:
        """List the source documents, by name.

        Raises:
            SettingsError: there is no `source/` folder, or two documents have one name.
        """
        folder = self.root / "source"
        if not folder.is_dir():
            raise SettingsError(f"{folder}: there is no such folder: put the original documents into it")
        found = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in SOURCE_SUFFIXES and _is_file(path) and not _is_hidden(path)
        )
        self._refuse_unfit_names(found)
        self._refuse_namesakes(found)
        return found

    def unreadable_sources(self) -> Sequence[Path]:
        """List what is in `source/` and is not read: files of other kinds, pipes, and folders; hidden ones left out."""
        read = {*self.sources()}
        return sorted(path for path in (self.root / "source").iterdir() if path not in read and not _is_hidden(path))

    def _refuse_unfit_names(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if _UNFIT.search(path.name):
                shown = self.shown(path).encode("unicode_escape").decode("ascii")
                raise SettingsError(
                    f"{shown}: a line break, tab, backslash, invisible mark or byte that is not UTF-8 in the name of "
                    "a document, which no PO file can name as its place: rename it"
                )

    def _refuse_namesakes(self, paths: Iterable[Path]) -> None:
        seen: dict[str, Path] = {}
        for path in paths:
            other = seen.setdefault(normalize("NFC", path.stem), path)  # which some systems do not tell apart
            if other is not path:
                raise SettingsError(
                    f"{self.shown(path)}: {other.name} has the same name, and both would share one PO file: rename one"
                )

    def source(self, path: Path) -> Path:
        """Check that a path names a source document of this project; a bare file name means one in `source/`.

        Raises:
            SettingsError: it does not exist, or lies elsewhere.
        """
        inside = self.root / "source" / path.name
        candidate = path if path.exists() or not inside.exists() else inside
        if not candidate.exists():
            raise SettingsError(f"{path}: there is no such file: name a document in {self.root / 'source'}")
        lies_in = below(candidate, self.root / "source")
        if lies_in is None or len(lies_in.parts) != 1 or candidate.is_dir():
            raise SettingsError(f"{path}: not a document of this project: put it into {self.root / 'source'}")
        return self.root / "source" / lies_in

    def po_path(self, document: str, language: Language) -> Path:
        return self.root / "locales" / language.code / f"{document}.po"

    def po_files(self) -> Sequence[Path]:
        """List all PO files below the language folders of `locales/`, by document, then language."""
        folders = (self.root / "locales" / code for code in BY_CODE)
        found = [path for folder in folders if _is_folder(folder) for path in _po_files_in(folder)]
        return sorted(found, key=lambda path: (self.document_of(path), path.parts))

    def document_of(self, po_file: Path) -> str:
        """Name the document that a PO file belongs to, the same for all its languages.

        In `locales/fr/letter.po` it is `letter`; elsewhere it is the path, of which a folder or a file name that is
        a language is left out: `old/fr/intro.po` and `old/fr.po` belong to `old/intro` and `old`. Outside the project
        it is the last three parts, and a digest of the whole path, which tells documents of one name apart.
        """
        place = below(po_file, self.root)
        inside = place is not None
        parts = place.with_suffix("").parts if place else absolute(po_file).with_suffix("").parts[1:]
        if inside and parts[0] == "locales":
            parts = parts[1:]
        *parts_above, name = parts
        before, _, last = name.rpartition(".")
        named_after = before and _names_language(last) and not (inside and self._is_document(name))
        parts = (*parts_above, before if named_after else name)
        named = [part for part in parts if not _names_language(part)] or [po_file.stem]
        return "/".join(named) if inside else _apart(named)

    def _is_document(self, name: str) -> bool:
        return any((self.root / "source" / f"{name}{suffix}").is_file() for suffix in SOURCE_SUFFIXES)

    @property
    def is_real(self) -> bool:
        """Whether the root is a project's, and not just the folder where single files are worked on."""
        return _is_project(self.root)

    @property
    def glossary(self) -> Path:
        return self.root / "locales" / "glossary.tbx"

    @property
    def build(self) -> Path:
        return self.root / "build"

    def shown(self, path: Path) -> str:
        """Give a path as the user should see it: relative to the working folder where it lies below it."""
        return (below(path, here()) or path).as_posix()

    def place_of(self, path: Path) -> str:
        """Give a path as settings have it: relative to the root where it lies below it, with `/` between its parts."""
        return (below(path, self.root) or path).as_posix()

    def memory_url(self, named: str | None) -> str:
        """Choose the memory: the one named, else the settings', else `.tm/memory.db`."""
        if named:
            return named
        memory = self.settings.memory
        if "://" in memory:
            return memory
        return str(self.root / (memory or ".tm/memory.db"))


def project_or_here(root: Path | None) -> Project:
    """Find the project; the working folder with the default settings where there is none.

    Raises:
        SettingsError: the folder named is not there, or its settings are wrong.
    """
    if root is None and not any(_is_project(folder) for folder in (here(), *here().parents)):
        return Project(Path(), Settings())
    return find_project(root)


def find_project(root: Path | None) -> Project:
    """Find the project: the folder named, or the nearest one upwards that looks like one.

    Raises:
        SettingsError: there is none.
    """
    if root is not None:
        if not root.is_dir():
            raise SettingsError(f"{root}: there is no such folder")
        return Project(root, read_settings(root))
    began = here()
    for folder in (began, *began.parents):
        if _is_project(folder):
            return Project(Path(os.path.relpath(folder)), read_settings(folder))
    raise SettingsError(f"{began}: no project here or above: make a folder source/ with the originals, or use --root")


def _is_project(folder: Path) -> bool:
    if (folder / "tm.toml").is_file() or (folder / "source").is_dir():
        return True
    import tomllib  # where there is no such file, it is not waited for

    try:
        return "tm" in tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    """Tell whether what lies in a folder can be read to its end; a link that leads nowhere is complained of later."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_folder(path: Path) -> bool:
    """Tell whether a folder is there.

    Raises:
        SettingsError: a link that leads nowhere, such as to a disk that is not there now.
    """
    if path.is_symlink() and not path.exists():
        raise SettingsError(f"{path}: a link that leads nowhere: mend it, or take it away")
    return path.is_dir()


def _po_files_in(folder: Path) -> Iterator[Path]:
    return (path for path in files_in(folder) if path.suffix == ".po" and _is_file(path))


def named_po_files(named: Sequence[Path]) -> Sequence[Path]:
    """List the PO files among files and folders, a folder standing for all in it, each once.

    Raises:
        SettingsError: a file that is not there or is no PO file, or a folder without any.
    """
    found: list[Path] = []
    for path in named:
        if path.is_dir():
            inside = sorted(_po_files_in(path), key=lambda file: ("locales" not in file.parts, file))
            if not inside:
                raise SettingsError(f"{path}: no PO file in this folder")
            found += inside
        elif not path.exists():
            raise SettingsError(f"{path}: there is no such file")
        elif path.suffix.lower() != ".po":
            raise SettingsError(f"{path}: not a PO file: name PO files, or folders of them")
        elif not path.is_file():
            raise SettingsError(f"{path}: a pipe or device, which cannot be edited: name PO files, or folders of them")
        else:
            found.append(path)
    return list({real(path): path for path in reversed(found)}.values())[::-1]


def language_of(path: Path) -> Language | None:
    """Tell the language by the path of a PO file, as `named_language`; None when none of the six is named."""
    try:
        return find_language(named_language(path))
    except SettingsError:
        return None


def named_language(path: Path) -> str:
    """Give the code that the path of a PO file names, as it is written there; "" where it names none.

    That is the folder below `locales/`, or else the nearest folder (`fr/`, `zh_Hans/LC_MESSAGES/`), or else the name
    of the file (`fr.po`, `zh_CN.po`, `app.fr.po`). It may be one of traditional Chinese, which is none of the six.
    """
    named = absolute(path)
    return _named_by(named) or _named_by(real(named))


def _named_by(path: Path) -> str:
    folders = path.parent.parts
    for folder, inner in zip(folders[-2::-1], folders[::-1], strict=False):
        if folder == "locales":
            return inner if _names_language(inner) else ""
    nearest = folders[-2] if folders[-1] == "LC_MESSAGES" and len(folders) > 1 else folders[-1]
    named = (part for part in (nearest, path.stem.rpartition(".")[2]) if _names_language(part))
    return next(named, "")


_CODE = re.compile(r"(ar|en|es|fr|ru|zh)([_-]([A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3})){0,2}(@[a-z]+)?")
"""How folders and files are named by language: `fr`, `fr_CA`, `zh-Hans`, `zh_Hans_CN`, `es_419`."""


_GETTEXT = "LC_MESSAGES"
"""The folder that gettext puts below those of languages; it tells no documents apart."""


def _apart(parts: Sequence[str]) -> str:
    """Name a document by the end of its path, and so that no other path gives the same name."""
    from hashlib import sha256  # some milliseconds, which only documents outside the project cost

    digest = sha256("/".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    telling = [part for part in parts[:-1] if part != _GETTEXT]
    return "/".join((*telling[-2:], f"{parts[-1]}~{digest}"))


def _names_language(part: str) -> bool:
    return bool(_CODE.fullmatch(part))


def _is_hidden(path: Path) -> bool:
    """Tell files that systems and editors leave behind: `.DS_Store`, `._letter.txt`, `~$letter.txt`."""
    return path.name.startswith((".", "~"))
