"""The one XML parser: no entities, no network, bounded size and depth."""

from __future__ import annotations

from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tm.model.errors import FormatError

MAX_BYTES = 256 * 2**20
MAX_DEPTH = 64
MAX_ATTRIBUTES = 64


def parse(data: bytes, path: str) -> Element:
    """Parse a whole XML document; names come as `{namespace}local`.

    Each element has its 1-based line in the attribute `line` of the parser's own namespace: see `line_of`.

    Raises:
        FormatError: not well-formed, too large, too deep, or declaring entities.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(path, 0, f"the XML is larger than {MAX_BYTES // 2**20} MB; split it")
    builder, depth = TreeBuilder(), 0
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.ordered_attributes = True

    def refuse(problem: str) -> NoReturn:
        raise FormatError(path, parser.CurrentLineNumber, problem)

    def name(raw: str) -> str:
        return "{" + raw if "}" in raw else raw

    def start(tag: str, attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            refuse(f"elements are nested deeper than {MAX_DEPTH}")
        if len(attributes) > 2 * MAX_ATTRIBUTES:
            refuse(f"an element has more than {MAX_ATTRIBUTES} attributes")
        pairs = {name(attributes[i]): attributes[i + 1] for i in range(0, len(attributes), 2)}
        builder.start(name(tag), pairs | {_LINE: str(parser.CurrentLineNumber)})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name(tag))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = lambda *_: refuse("entity declarations are not accepted")
    parser.ExternalEntityRefHandler = lambda *_: refuse("external entities are not accepted")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise FormatError(path, error.lineno, f"not well-formed XML: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError):
        raise FormatError(path, 1, "the XML names an encoding that cannot be read; save it as UTF-8") from None
    root: Element = builder.close()
    return root


_LINE = "{urn:hexapla}line"


def line_of(element: Element) -> int:
    """Give the 1-based line on which an element of `parse` starts."""
    return int(element.get(_LINE, "0"))
