"""Find in folders which files are versions of one document in different languages, by their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm.documents.format import is_unread
from tm.model.errors import SettingsError
from tm.model.language import BY_CODE
from tm.project.layout import SOURCE_SUFFIXES

_LAST = re.compile(rf"(.+)[._-]({'|'.join(BY_CODE)})", re.IGNORECASE)
_FIRST = re.compile(rf"({'|'.join(BY_CODE)})[._-](.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What folders hold.

    Attributes:
        together: the original of each document and its translations by language.
        alone: files without a counterpart.
        unread: documents of kinds that are not read.
    """

    together: tuple[tuple[Path, Mapping[str, Path]], ...]
    alone: tuple[Path, ...]
    unread: tuple[Path, ...] = ()


def without_language(name: str) -> str:
    """Take the code of a language off a name.

    >>> without_language("report.en"), without_language("zh_letter"), without_language("men")
    ('report', 'letter', 'men')
    """
    if last := _LAST.fullmatch(name):
        return last[1]
    first = _FIRST.fullmatch(name)
    return first[2] if first else name


def find_versions(source: Path, target: Path, language: str, others: Sequence[str]) -> Found:
    """Pair the documents in two folders, or in one, and in what is in them.

    A file says its language by its name (`report.fr.txt`) or by a folder (`fr/report.txt`); one that says none is in
    the language of the side on which it is, where that is one.

    Args:
        language: code of the originals.
        others: codes of the translations.

    Raises:
        SettingsError: a folder is not there, or two files are the same version of one document.
    """
    for folder in (source, target):
        if not folder.is_dir():
            raise SettingsError(f"{folder}: there is no such folder: --tree pairs the files of two folders")
    same = source.resolve() == target.resolve()
    originals = _by_document(source, [language], silent="" if same else language)
    silent = others[0] if len(others) == 1 and not same else ""
    translations = _by_document(target, others, silent=silent)
    together = []
    paired: set[Path] = set()
    for (document, _), path in sorted(originals.items()):
        found = {code: translations[document, code] for code in others if (document, code) in translations}
        if found:
            together.append((path, found))
            paired |= {path, *found.values()}
    alone = sorted({*originals.values(), *translations.values()} - paired)
    unread = sorted({path for folder in (source, target) for path in _files(folder) if is_unread(path)})
    return Found(tuple(together), tuple(alone), tuple(unread))


def _by_document(folder: Path, codes: Collection[str], *, silent: str) -> dict[tuple[str, str], Path]:
    """Find documents by name and language; what says no language is in `silent`."""
    found: dict[tuple[str, str], Path] = {}
    for path in _files(folder):
        if path.suffix.lower() not in SOURCE_SUFFIXES:
            continue
        document, code = _read_name(path.relative_to(folder))
        code = code or silent
        if code not in codes:
            continue
        other = found.setdefault((document, code), path)
        if other is not path:
            raise SettingsError(f"{path}: {other} is the same document in the same language: take one away")
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.name.startswith(".") and path.is_file())


def _read_name(path: Path) -> tuple[str, str]:
    """Tell the document and the language of a file: of its name, else of a folder; "" where none says it."""
    folders = [part for part in path.parent.parts if part.lower() not in BY_CODE]
    named = [part.lower() for part in path.parent.parts if part.lower() in BY_CODE]
    document = without_language(path.stem)
    if document != path.stem:
        found = _LAST.fullmatch(path.stem)
        first = _FIRST.fullmatch(path.stem)
        named.append((found[2] if found else first[1] if first else "").lower())
    elif path.stem.lower() in BY_CODE:
        document, named = "", [*named, path.stem.lower()]
    return "/".join([*folders, document]), named[-1] if named else ""
