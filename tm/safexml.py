"""The one XML parser: no entities, no network, bounded size and depth."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tm.model.errors import FormatError

MAX_BYTES = 256 * 2**20
MAX_DEPTH = 64
MAX_ATTRIBUTES = 64

MAX_TOKEN = 2**20
"""Bytes of a tag or a comment; a parser gathers all of one before it can be looked at."""

CHUNK = 2**16
"""Bytes that are read at once of a file that is not read as a whole."""

_NO_ENCODING = "the XML names an encoding that cannot be read; save it as UTF-8"


def new_parser(
    refuse: Callable[[str], NoReturn], encoding: str | None = None, separator: str | None = None
) -> expat.XMLParserType:
    """Make an expat parser that declares no entities and reads no other file; `refuse` raises what it is told.

    Whoever sets its handlers bounds depth, attributes and size.
    """
    parser = expat.ParserCreate(encoding, separator)
    parser.buffer_text = True
    parser.EntityDeclHandler = lambda *_: refuse("entity declarations are not accepted")
    parser.ExternalEntityRefHandler = lambda *_: refuse("external entities are not accepted")
    return parser


def parse(data: bytes, path: str) -> Element:
    """Parse a whole XML document; names come as `{namespace}local`.

    Each element has its 1-based line in the attribute `line` of the parser's own namespace: see `line_of`.

    Raises:
        FormatError: not well-formed, too large, too deep, a tag too long, or declaring entities.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(path, 0, f"the XML is larger than {MAX_BYTES // 2**20} MB; split it")
    builder, names, depth = TreeBuilder(), _Names(), 0

    def refuse(problem: str) -> NoReturn:
        raise FormatError(path, parser.CurrentLineNumber, problem)

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            refuse(f"elements are nested deeper than {MAX_DEPTH}")
        if len(attributes) > MAX_ATTRIBUTES:
            refuse(f"an element has more than {MAX_ATTRIBUTES} attributes")
        named = {names[name]: value for name, value in attributes.items()}
        named[_LINE] = str(parser.CurrentLineNumber)
        builder.start(names[tag], named)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(names[tag])

    parser = new_parser(refuse, separator="}")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        _feed(parser, data, refuse)
    except expat.ExpatError as error:
        raise FormatError(path, error.lineno, f"not well-formed XML: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError):
        raise FormatError(path, 1, _NO_ENCODING) from None
    root: Element = builder.close()
    return root


class _Names(dict[str, str]):
    """Names as `{namespace}local` by those of the parser: a document has few, and most a thousand times."""

    def __missing__(self, raw: str) -> str:
        name = self[raw] = "{" + raw if "}" in raw else raw
        return name


def _feed(parser: expat.XMLParserType, data: bytes, refuse: Callable[[str], NoReturn]) -> None:
    """Give a parser a whole document in pieces, so that a tag which is too long is refused before its end."""
    for at in range(0, len(data), CHUNK):
        parser.Parse(data[at : at + CHUNK], False)
        if at - max(parser.CurrentByteIndex, 0) > MAX_TOKEN:
            refuse(f"a tag or comment is longer than {MAX_TOKEN // 2**20} MB")
    parser.Parse(b"", True)


_LINE = "{urn:hexapla}line"


def line_of(element: Element) -> int:
    """Give the 1-based line on which an element of `parse` starts."""
    return int(element.get(_LINE, "0"))


_ENOUGH = 300
"""Bytes by which an encoding is told."""

_DECLARED = re.compile(rb"""\A<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")


def utf8_chunks(stream: BinaryIO, path: str) -> Iterator[bytes]:
    """Read XML in any encoding as UTF-8, a piece at a time: by its byte order mark, else as it declares.

    Raises:
        FormatError: an encoding that is not known, or bytes that are none of its text.
    """
    chunk = stream.read(CHUNK)
    while len(chunk) < _ENOUGH and (more := stream.read(CHUNK)):
        chunk += more
    encoding = _encoding(chunk, path)
    if encoding == "utf-8":
        while chunk:
            yield chunk
            chunk = stream.read(CHUNK)
        return
    decoder, line = codecs.getincrementaldecoder(encoding)(), 1
    while True:
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeError:
            raise FormatError(path, line, f"from about here on not {encoding}; save it as UTF-8") from None
        yield text.encode()
        if not chunk:
            return
        line += text.count("\n")
        chunk = stream.read(CHUNK)


def _encoding(start: bytes, path: str) -> str:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if start[:2] in (b"<\0", b"\0<"):
        return "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
    declared = _DECLARED.match(start)
    if not declared:
        return "utf-8"
    try:
        encoding = codecs.lookup(declared[1].decode()).name
        is_like_ascii = "<é>".encode(encoding, "replace").startswith(b"<")
    except (LookupError, TypeError, ValueError):  # also what is no encoding of text
        is_like_ascii = False
    if not is_like_ascii:
        raise FormatError(path, 1, _NO_ENCODING)
    return encoding if encoding != "ascii" else "utf-8"
