"""The border of documents: bytes in, blocks out, and the same bytes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath, PurePosixPath
from typing import Protocol, cast

from tm.documents import assemble, front_matter
from tm.documents.passage import Stream
from tm.model.document import Document, Segment
from tm.model.errors import FormatError
from tm.model.language import find_language
from tm.segmentation.rules import RuleSet

MAX_BYTES = 64 * 2**20

FORMATS = {
    ".txt": "tm.documents.text",
    ".md": "tm.documents.markdown",
    ".markdown": "tm.documents.markdown",
    ".docx": "tm.documents.docx",
}
"""The module that reads each ending; imported when it is asked for."""


_PANDOC = "pandoc '{name}' -t gfm --wrap=none -o '{stem}.md'"
_AS_WORD = "soffice --convert-to docx '{name}'"
_CONVERTED = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".epub", ".rst", ".tex"), _PANDOC),
    **dict.fromkeys((".doc", ".docm", ".dotx", ".odt", ".rtf"), _AS_WORD),
    ".pdf": "pdftotext '{name}' '{stem}.txt'",
}
"""How documents of other kinds become such as are read."""

_OF_PAIRS = frozenset({".po", ".tmx", ".xlf", ".xliff", ".csv", ".tsv", ".xlsx", ".gz"})


class Format(Protocol):
    """What a module of FORMATS offers."""

    def passages(self, text: str) -> Stream:
        """Cut a text into passages and what lies between them."""
        ...


def find_format(path: str) -> Format:
    """Choose the format by the ending of a path.

    Raises:
        FormatError: an ending that is not known.
    """
    ending = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    if ending not in FORMATS:
        raise FormatError(path, 0, why_unread(path))
    return cast(Format, import_module(FORMATS[ending]))


def why_unread(path: str) -> str:
    """Say that a document of this name is not read, and what to do instead.

    >>> why_unread("a.po")
    'it holds pairs already, so it is no document: tm import takes them into the memory'
    """
    name = PurePosixPath(path.replace("\\", "/"))
    ending = name.suffix.lower()
    if ending in _OF_PAIRS:
        return "it holds pairs already, so it is no document: tm import takes them into the memory"
    known = ", ".join(FORMATS)
    if not ending:
        return f"a document without an ending is not read: give it one of {known}"
    how = _CONVERTED.get(ending, "")
    example = f", with: {how.format(name=name.name, stem=name.stem)}" if how else ""
    return f"documents that end in {ending} are not read: save it as one of {known}{example}"


def is_unread(path: PurePath) -> bool:
    """Tell a file that people take for a document, and that is of a kind which is not read."""
    return path.suffix.lower() in _CONVERTED


def is_markdown(path: str) -> bool:
    """Tell whether the text of a document at a path is Markdown."""
    return FORMATS.get(PurePosixPath(path).suffix.lower()) == "tm.documents.markdown"


def is_word(path: str) -> bool:
    """Tell whether a document at a path is a Word file."""
    return FORMATS.get(PurePosixPath(path).suffix.lower()) == "tm.documents.docx"


def read(
    data: bytes,
    path: str,
    *,
    shown: str = "",
    language: str = "en",
    rules: RuleSet | None = None,
    states: Sequence[str] = (),
) -> Document:
    """Read a document.

    Args:
        data: the file's bytes: a Word file, or UTF-8 with or without a byte order mark.
        path: of the file, relative to the project's root; its ending chooses the format.
        shown: the path as error messages should show it, `path` unless told.
        language: code of the source language, unless the masthead names another (`Original: French`).
        rules: where sentences end; the built-in rules unless told.
        states: names of States in the source language, for lists of States.

    Raises:
        FormatError: not text, not UTF-8, too large, or of an unknown kind.
    """
    name = PurePosixPath(path.replace("\\", "/"))
    try:
        reader = find_format(name.as_posix())
        text = _text_in(data, name.as_posix())
    except FormatError as error:
        raise FormatError(shown or path, error.line, error.problem) from None
    mark = text.startswith("\N{BYTE ORDER MARK}")
    stream: Stream = ["\N{BYTE ORDER MARK}"] if mark else []
    stream += reader.passages(text[1:] if mark else text)
    code = front_matter.original_language(stream, find_language(language).code)
    stream = front_matter.recognize(stream, code, rules, tuple(states))
    parts = assemble.assemble(stream, code, rules)
    return Document(name.stem, name.as_posix(), code, parts, data if is_word(name.as_posix()) else b"")


def _text_in(data: bytes, path: str) -> str:
    if not is_word(path):
        return decode(data, path)
    from tm.documents.docx.package import unpack  # only where there is a Word file

    return unpack(data, path)


def decode(data: bytes, path: str) -> str:
    """Decode UTF-8 strictly, keeping every byte, a byte order mark included.

    Raises:
        FormatError: too large, binary, or not UTF-8; with the line of the first wrong byte.
    """
    if len(data) > MAX_BYTES:
        size = len(data) / 2**20
        raise FormatError(path, 0, f"the file has {size:.0f} MB, more than {MAX_BYTES // 2**20} MB; split it")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FormatError(path, 1, "the text is in UTF-16; save it as UTF-8")
    if (at := data.find(b"\0")) >= 0:
        raise FormatError(path, _line(data, at), "there is a NUL byte, so this is no text; save the document as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        problem = f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8, or convert it, for example with iconv"
        raise FormatError(path, _line(data, error.start), problem) from None


def _line(data: bytes, at: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data[:at])) + 1


def write(document: Document) -> bytes:
    """Write a document without translation: the bytes that it was read from."""
    return document.package or text_of(document).encode("utf-8")


def encode(document: Document, text: str) -> bytes:
    """Make a file like a document's of a text that was filled into it."""
    if not document.package:
        return text.encode("utf-8")
    from tm.documents.docx.package import pack  # only where there is a Word file

    return pack(document.package, text, document.path)


def text_of(document: Document) -> str:
    """Join the parts of a document: the text of its file."""
    pieces: list[str] = []
    for part in document.parts:
        if isinstance(part, str):
            pieces.append(part)
        else:
            pieces += [piece.raw if isinstance(piece, Segment) else piece for piece in part.pieces]
    return "".join(pieces)
