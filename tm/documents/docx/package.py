"""A Word file as one text, the XML of those of its parts that a translation may change, and back as a Word file."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from posixpath import dirname
from typing import NoReturn
from xml.parsers import expat

from tm.documents.docx.boxes import lift, lower
from tm.model.errors import FormatError
from tm.safexml import new_parser, parse

MAX_BYTES = 256 * 2**20
"""What a file may unpack to, in all."""

MAX_XML = 64 * 2**20
"""What the parts that are read may unpack to, together."""

MAX_RATIO = 200
"""So many times as large as it is packed, a part of more than `_SMALL` bytes may be."""

MAX_DEPTH = 256
_SMALL = 2**20
_MAX_PARTS = 10_000

_KINDS = ("document.main", "footnotes", "endnotes", "header", "footer", "styles", "numbering", "settings")
"""Parts that are read, in this order, by how their content type ends before `+xml`."""

_TYPE = re.compile(r"wordprocessingml\.(?P<kind>[a-z.]+)\+xml\Z")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0"
_HEAD = re.compile(r"\0([^\0]*)\0")
_NAMESPACE = re.compile(
    r"xmlns:w=[\"'](?:http://schemas\.openxmlformats\.org/wordprocessingml/2006/main"
    r"|http://purl\.oclc\.org/ooxml/wordprocessingml/main)[\"']"
)
_WHOLE = "get it whole, or open it in Word and save it again as .docx"


def unpack(data: bytes, path: str) -> str:
    """Give the text of a Word file: its parts, each behind its name between NULs, text boxes behind their paragraph.

    Raises:
        FormatError: no Word file, a damaged one, one that needs a password or has macros, or unpacks to too much.
    """
    if data.startswith(_OLE):
        problem = "it needs a password, or is an old .doc: save it as .docx without a password"
        raise FormatError(path, 0, problem)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bombs(archive, path)
            names = _parts(archive, path)
            parts = {name: _decoded(archive.read(name), f"{path}: {name}", path) for name in names}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError):
        raise FormatError(path, 0, f"not a sound Word file: {_WHOLE}") from None
    return "".join(f"\0{name}\0{lift(text)}" for name, text in parts.items())


def _refuse_bombs(archive: zipfile.ZipFile, path: str) -> None:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise FormatError(path, 0, f"it unpacks to more than {MAX_BYTES // 2**20} MB: split it, or shrink its pictures")
    if len({entry.filename for entry in entries}) < len(entries):
        raise FormatError(path, 0, f"it has two parts of one name: {_WHOLE}")
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
            problem = f"its part {entry.filename} unpacks to more than {MAX_RATIO} times its size, as no document does"
            raise FormatError(path, 0, problem)


def _parts(archive: zipfile.ZipFile, path: str) -> list[str]:
    """List the parts that are read, the text itself first."""
    names = {entry.filename: entry.file_size for entry in archive.infolist()}
    if "[Content_Types].xml" not in names or names["[Content_Types].xml"] > _SMALL:
        raise FormatError(path, 0, f"a zip file, but none of Word's: {_WHOLE}")
    types = parse(archive.read("[Content_Types].xml"), path)
    kinds = {
        element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
        for element in types
        if element.get("PartName")
    }
    main = next((name for name, kind in kinds.items() if kind == _MAIN and name in names), None)
    if main is None:
        raise FormatError(path, 0, _why_no_text(kinds.values()))
    found = [name for name in kinds if name in names and dirname(name) == dirname(main) and _rank(kinds[name]) >= 0]
    if sum(names[name] for name in found) > MAX_XML:
        raise FormatError(path, 0, f"its text has more than {MAX_XML // 2**20} MB of XML: split it")
    return sorted(found, key=lambda name: (_rank(kinds[name]), len(name), name))


def _why_no_text(kinds: Mapping[str, str] | object) -> str:
    if "macroEnabled" in str(kinds):
        return "it has macros, which are not taken over: save it as .docx"
    return f"there is no text of Word's in it: {_WHOLE}"


def _rank(content_type: str) -> int:
    found = _TYPE.search(content_type)
    return _KINDS.index(found["kind"]) if found and found["kind"] in _KINDS else -1


def _decoded(data: bytes, part: str, path: str) -> str:
    """Decode the XML of a part, and see that it is sound."""

    def refuse(problem: str) -> NoReturn:
        raise FormatError(path, 0, f"its part {part.rpartition(' ')[2]} is not sound ({problem}): {_WHOLE}")

    depth = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            refuse(f"elements are nested deeper than {MAX_DEPTH}")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = new_parser(refuse, separator="}")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = lambda *_: refuse("a document type is declared")
    try:
        parser.Parse(data, True)
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        refuse("not UTF-8")
    except expat.ExpatError as error:
        refuse(expat.ErrorString(error.code))
    if not _NAMESPACE.search(text):
        refuse("Word's prefix w is not declared")
    return text


def pack(data: bytes, text: str, path: str) -> bytes:
    """Make a Word file with the parts that a text has, and everything else as it is in another Word file.

    Args:
        data: that other file, from which `text` was unpacked before it was translated.

    Raises:
        FormatError: the original has elements where no Word file has them, so that a part would not be sound.
    """
    pieces = _HEAD.split(text)[1:]
    parts = {name: lower(part).encode() for name, part in zip(pieces[::2], pieces[1::2], strict=True)}
    for name, part in parts.items():
        _decoded(part, f"{path}: {name}", path)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.compress_type = (
                zipfile.ZIP_STORED if entry.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
            )
            copy.external_attr, copy.create_system = entry.external_attr, entry.create_system
            new.writestr(copy, parts[entry.filename] if entry.filename in parts else old.read(entry))
    return made.getvalue()
