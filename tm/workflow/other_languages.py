"""Tell PO files in other languages than the six, of which the folders of translation servers are full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.project.layout import named_language, named_po_files
from tm.project.place import files_in, real

_HEADER = re.compile(rb'^"Language:[ \t]*([A-Za-z0-9_.@-]+)', re.MULTILINE)
_LOOKED_AT = 2**14
"""Bytes of a file in which its header is looked for."""


def other_language(path: Path) -> str:
    """Give the language of a PO file by its header, else by its path, where it is none of the six; else "".

    What cannot be told, or not be read, is left to whoever reads the file.
    """
    try:
        with path.open("rb") as stream:
            found = _HEADER.search(stream.read(_LOOKED_AT))
    except OSError:
        return ""
    named = found[1].decode() if found else named_language(path)
    try:
        find_language(named or "en")
    except SettingsError:
        return named
    return ""


def our_po_files(named: Sequence[Path]) -> Sequence[Path]:
    """List the PO files among files and folders, but of folders none in other languages: see `passed_over`.

    Raises:
        SettingsError: a file that is not there or is no PO file, or a folder without any.
    """
    singly = {real(path) for path in named if not path.is_dir()}
    return [path for path in named_po_files(named) if real(path) in singly or not other_language(path)]


def passed_over(named: Iterable[Path]) -> Sequence[str]:
    """Say of each folder among these how many PO files in it are in other languages, and in which."""
    told = []
    for folder in filter(Path.is_dir, named):
        po_files = [path for path in files_in(folder) if path.suffix == ".po" and path.is_file()]
        found = Counter(other for path in po_files if (other := other_language(path)))
        if found:
            files = "1 PO file" if found.total() == 1 else f"{found.total()} PO files"
            told.append(f"{folder}: {files} in other languages passed over: {', '.join(sorted(found))}")
    return told
