"""The direction of a version: paragraphs, runs, tables and sections of Word from right to left, or back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from tm.documents.docx.markup import Token, end_of, tokens
from tm.documents.docx.properties import drop, find, put
from tm.documents.isolate import left_to_right

_CHILD = {"w:pPr": "w:bidi", "w:tblPr": "w:bidiVisual", "w:sectPr": "w:bidi", "w:rPr": "w:rtl"}
_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
_LOOK = r"<w:rPr/>|<w:rPr>(?:(?!</?w:rPr>).)*</w:rPr>"
_TURNED = re.compile(
    rf"(?P<run><w:r(?:\s{_ATTRIBUTES})?(?<!/)>)(?P<look>{_LOOK})?(?P<inner>[^<]*+(?:<(?!/?w:r[\s>])[^<]*+)*+)</w:r>"
    rf"|(?P<paragraph><w:p(?:\s{_ATTRIBUTES})?(?<!/)>)(?!\s*<w:pPr[\s/>])"
    rf"|(?P<properties><w:(?P<kind>pPr|tblPr|sectPr)(?=[\s/>]){_ATTRIBUTES}(?:(?<=/)>|>.*?</w:(?P=kind)>))",
    re.DOTALL,
)
_ANY_LOOK = re.compile(_LOOK, re.DOTALL)
_MIRRORED = (("w:b", "w:bCs"), ("w:sz", "w:szCs"))
"""Properties that right-to-left text has under other names; italics are not the custom in Arabic."""


def turned(xml: str, root: str, *, to_rtl: bool) -> str:
    """Set a part from right to left, or from left to right what was the other way.

    Args:
        root: the local name of its root element.
    """
    if root == "settings":
        return xml
    if not to_rtl:
        xml = _ANY_LOOK.sub(lambda look: _with(look[0], "w:rPr", to_rtl=False), xml)
        return _TURNED.sub(lambda found: found[0] if found["run"] else _turned(found, to_rtl=False), xml)
    xml = _ANY_LOOK.sub(lambda look: _mirrored(look[0]), xml)
    if root in {"styles", "numbering"}:
        return xml
    return _TURNED.sub(lambda found: _run(found) if found["run"] else _turned(found, to_rtl=True), xml)


def _turned(found: re.Match[str], *, to_rtl: bool) -> str:
    if found["paragraph"]:
        mark = "<w:pPr><w:bidi/><w:rPr><w:rtl/></w:rPr></w:pPr>"
        return found["paragraph"] + (mark if to_rtl else "")
    kind = f"w:{found['kind']}"
    properties = _with(found["properties"], kind, to_rtl=to_rtl)
    if kind == "w:pPr":
        look = find(properties, "w:rPr")
        if look or to_rtl:
            properties = put(properties, _with(look, "w:rPr", to_rtl=to_rtl), kind)
        if section := find(properties, "w:sectPr"):
            properties = put(properties, _with(section, "w:sectPr", to_rtl=to_rtl), kind)
    return properties


@lru_cache(maxsize=8192)
def _with(properties: str, kind: str, *, to_rtl: bool) -> str:
    name = _CHILD[kind]
    return put(properties, f"<{name}/>", kind) if to_rtl else drop(properties, name, kind)


@lru_cache(maxsize=4096)
def _mirrored(look: str) -> str:
    for name, other in _MIRRORED:
        child = find(look, name)
        if child and not find(look, other):
            look = put(look, child.replace(f"<{name}", f"<{other}", 1), "w:rPr")
    return look


def _run(found: re.Match[str]) -> str:
    """Set a run from right to left; one with words of both directions becomes several."""
    opening, look, inner = found["run"], found["look"] or "", found["inner"]
    pieces = list(_pieces(inner))
    if all(is_rtl is None for is_rtl, _ in pieces):
        return found[0]
    written = []
    for is_rtl, group in groupby(_settled(pieces), key=lambda piece: piece[0]):
        properties = _with(look, "w:rPr", to_rtl=True) if is_rtl else look
        written.append(f"{opening}{properties}{''.join(raw for _, raw in group)}</w:r>")
    return "".join(written)


def _settled(pieces: list[tuple[bool | None, str]]) -> Iterator[tuple[bool, str]]:
    """Give tabs and breaks the direction of the text before them, or else behind."""
    last = next(is_rtl for is_rtl, _ in pieces if is_rtl is not None)
    for is_rtl, raw in pieces:
        last = last if is_rtl is None else is_rtl
        yield last, raw


def _pieces(inner: str) -> Iterator[tuple[bool | None, str]]:
    """Cut what is in a run by direction; None is what has none."""
    row: list[Token] = list(tokens(inner))
    at = 0
    while at < len(row):
        end = end_of(row, at)
        raw = "".join(token.raw for token in row[at:end])
        if row[at].name == "w:t" and row[at].is_open and end == at + 3:
            for is_rtl, text in left_to_right(row[at + 1].raw):
                yield is_rtl, f'<w:t xml:space="preserve">{text if is_rtl else _held(text)}</w:t>'
        else:
            yield None, raw
        at = end


def _held(text: str) -> str:
    """Put marks around words or figures in groups with a figure at their edge, which would follow the text around."""
    if not _SEVERAL.search(text):
        return text
    return _EDGES.sub("\N{LEFT-TO-RIGHT MARK}", text)


_SEVERAL = re.compile(r"[A-Za-zÀ-ɏ\s]")
_EDGES = re.compile(r"\A(?![A-Za-zÀ-ɏ])|(?<![A-Za-zÀ-ɏ])\Z")
