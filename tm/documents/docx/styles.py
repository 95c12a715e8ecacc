"""The styles of a Word file: what role a paragraph has by its style, its outline level and its numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from tm.documents.docx.markup import attribute
from tm.model.document import Role

_STYLE = re.compile(r"<w:style\s[^>]*>.*?</w:style>", re.DOTALL)
_HEADING = re.compile(r"(?:heading|toc)\s?([1-9])")
_TITLES = {"title": 1, "toc heading": 1, "subtitle": 2}
_LISTS = re.compile(r"list (?:bullet|number)( [2-5])?")
_KIND = re.compile(r"<w:abstractNum\s.*?</w:abstractNum>", re.DOTALL)
_LIST = re.compile(r"<w:num\s[^>]*w:numId=\"(\d+)\"[^>]*>\s*<w:abstractNumId w:val=\"(\d+)\"")
_FIGURES = frozenset({"decimal", "decimalZero"})
_BODY = 9
_DEEPEST_HEADING = 6
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs as far as it tells a role; None where it leaves that to the style it is based on."""

    name: str
    based_on: str = ""
    outline: int | None = None
    number: str | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a file by their ids, and the lists of its numbering that count rather than mark."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    counted: frozenset[str] = frozenset()


def read_sheet(xml: str, numbering: str = "") -> Sheet:
    """Read the styles of a file, and which numbers of its numbering count in figures."""
    styles: dict[str, Style] = {}
    default = ""
    for found in _STYLE.finditer(xml):
        text = found[0]
        head = text[: text.index(">") + 1]
        if attribute(head, "w:type") != "paragraph":
            continue
        key = attribute(head, "w:styleId")
        outline, depth = _value(text, "outlineLvl"), _value(text, "ilvl")
        styles[key] = Style(
            unescape(_value(text, "name") or key).lower(),
            _value(text, "basedOn") or "",
            int(outline) if outline and outline.isdigit() else None,
            _value(text, "numId"),
            int(depth) if depth and depth.isdigit() else None,
        )
        if attribute(head, "w:default") in {"1", "true", "on"}:
            default = key
    kinds = {attribute(found[0], "w:abstractNumId"): _value(found[0], "numFmt") for found in _KIND.finditer(numbering)}
    counted = (found[1] for found in _LIST.finditer(numbering) if kinds.get(found[2]) in _FIGURES)
    return Sheet(styles, default, frozenset(counted))


def _value(xml: str, name: str) -> str | None:
    found = re.search(rf"<w:{name}\s[^>]*>", xml)
    return attribute(found[0], "w:val") if found else None


def role_of(properties: str, sheet: Sheet, ordinary: Role) -> tuple[Role, int]:
    """Tell the role and level of a paragraph by its `<w:pPr>…</w:pPr>`.

    Args:
        ordinary: the role of a paragraph that nothing tells anything of, in its part of the file.
    """
    chain = _chain(_value(properties, "pStyle") or sheet.default, sheet)
    level = _heading(properties, chain)
    if level:
        return Role.HEADING, min(level, _DEEPEST_HEADING)
    if ordinary is not Role.PARAGRAPH:
        return ordinary, 0
    if number_of(properties, sheet):
        depth = _first(_value(properties, "ilvl"), *(style.depth for style in chain))
        return Role.LIST_ITEM, int(depth or 0) + 1
    for style in chain:
        if found := _LISTS.fullmatch(style.name):
            return Role.LIST_ITEM, int(found[1] or 1)
        if "quote" in style.name.split():
            return Role.QUOTE, 0
    return Role.PARAGRAPH, 0


def number_of(properties: str, sheet: Sheet) -> str:
    """Give the number of the list that a paragraph is an item of; "" of what is none."""
    chain = _chain(_value(properties, "pStyle") or sheet.default, sheet)
    number = _first(_value(properties, "numId"), *(style.number for style in chain))
    return str(number) if number and number != "0" else ""


def is_contents(properties: str, sheet: Sheet) -> bool:
    """Tell whether a paragraph is a line of a table of contents, which Word makes of the headings."""
    return any(style.name.startswith("toc ") for style in _chain(_value(properties, "pStyle") or "", sheet))


def _chain(key: str, sheet: Sheet) -> list[Style]:
    """List a style and those that it is based on."""
    chain: list[Style] = []
    while (style := sheet.styles.get(key)) is not None and len(chain) < _LONGEST_CHAIN:
        chain.append(style)
        key = style.based_on
    return chain


def _heading(properties: str, chain: list[Style]) -> int:
    """Give the level of a heading; 0 of what is none."""
    outline = _value(properties, "outlineLvl")
    if outline is not None and outline.isdigit():
        return int(outline) + 1 if int(outline) < _BODY else 0
    for style in chain:
        if style.name in _TITLES:
            return _TITLES[style.name]
        if found := _HEADING.match(style.name):
            return int(found[1])
        if style.outline is not None:
            return style.outline + 1 if style.outline < _BODY else 0
    return 0


def _first(*values: str | int | None) -> str | int | None:
    return next((value for value in values if value is not None), None)
