"""Texts with numbered tags as the content of `source` and `target` in XLIFF 1.2, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from tm.exchange.xliff.inline import FORBIDDEN, Kind, Mark, Piece, Tag, split
from tm.exchange.xliff.markup import attributes_of, text_of
from tm.exchange.xliff.names import split as name_of
from tm.model.document import Code

_TYPES = {"bold": "bold", "italic": "italic", "underline": "underlined", "link": "link"}
_LONE_TYPES = {"image": "image", "line break": "lb"}
"""Our words for codes that XLIFF has words for, too."""

_CHARACTER = re.compile(r"x-u([0-9a-f]{4})")
"""The type of an element that stands for a character which XML cannot hold."""


def markup_of(text: str, codes: Mapping[str, Code], meanings: Mapping[str, str]) -> str:
    """Write a text; each tag becomes an element that holds the markup behind it, or else the tag itself."""
    (pieces,), tags = split([text])
    seen: dict[str, int] = {}
    ids: dict[int, str] = {}
    for place, tag in enumerate(tags):
        if tag.kind is not Kind.CLOSE or tag.partner is None:
            seen[tag.number] = seen.get(tag.number, 0) + 1
            ids[place] = tag.number if seen[tag.number] == 1 else f"{tag.number}-{seen[tag.number]}"
    written = []
    for piece in pieces:
        if isinstance(piece, str):
            written.append(_characters(piece))
        else:
            tag = tags[piece]
            name = ids[piece if tag.kind is not Kind.CLOSE or tag.partner is None else tag.partner]
            written.append(_element(tag, name, codes.get(tag.number), meanings.get(tag.number, "")))
    return "".join(written)


def _element(tag: Tag, name: str, code: Code | None, meaning: str) -> str:
    inside = ""
    if code:
        inside = (code.close or "") if tag.kind is Kind.CLOSE else code.raw
    inside = text_of(inside or tag.raw)
    if tag.kind is Kind.LONE:
        return f"<ph{attributes_of({'id': name, 'ctype': _LONE_TYPES.get(meaning, '')})}>{inside}</ph>"
    if tag.partner is None:
        half = "open" if tag.kind is Kind.OPEN else "close"
        return f"<it{attributes_of({'id': name, 'pos': half})}>{inside}</it>"
    given = {"id": name, "rid": name, "ctype": _TYPES.get(meaning, "") if tag.kind is Kind.OPEN else ""}
    element = "bpt" if tag.kind is Kind.OPEN else "ept"
    return f"<{element}{attributes_of(given)}>{inside}</{element}>"


def _characters(text: str) -> str:
    if not FORBIDDEN.search(text):
        return text_of(text)
    written, at = [], 0
    for number, found in enumerate(FORBIDDEN.finditer(text)):
        code = f"x-u{ord(found[0]):04x}"
        written += [text_of(text[at : found.start()]), f'<x id="u{number}" ctype="{code}"/>']
        at = found.end()
    return "".join([*written, text_of(text[at:])])


def pieces_of(element: Element) -> Iterator[Piece]:
    """Read the content of a `source`, `target` or `mrk`; marks are left out, what they mark is not."""
    if element.text:
        yield element.text
    for child in element:
        yield from _child(child)
        if child.tail:
            yield child.tail


def _child(child: Element) -> Iterator[Piece]:
    name, id_ = name_of(child.tag)[1], child.get("rid", child.get("id", ""))
    character = _CHARACTER.fullmatch(child.get("ctype", ""))
    if name == "x" and character and FORBIDDEN.fullmatch(chr(int(character[1], 16))):
        yield chr(int(character[1], 16))
    elif name == "g":
        yield Mark(Kind.OPEN, id_)
        yield from pieces_of(child)
        yield Mark(Kind.CLOSE, id_)
    elif name in _HALVES:
        yield Mark(_HALVES[name], id_, _data(child))
        yield from _subs(child)
    elif name == "it":
        yield Mark(Kind.CLOSE if child.get("pos") == "close" else Kind.OPEN, id_, _data(child))
        yield from _subs(child)
    elif name in {"ph", "x"}:
        yield Mark(Kind.LONE, child.get("id", ""), _data(child))
        yield from _subs(child)
    else:
        yield from pieces_of(child)


_HALVES = {"bpt": Kind.OPEN, "bx": Kind.OPEN, "ept": Kind.CLOSE, "ex": Kind.CLOSE}


def _data(code: Element) -> str:
    """Give the markup that an element holds, without the text of `sub` in it."""
    return "".join([code.text or "", *(child.tail or "" for child in code)])


def _subs(code: Element) -> Iterator[Piece]:
    """Yield the texts within a code, such as that of an attribute, in tags of their own behind it."""
    for number, sub in enumerate((child for child in code if name_of(child.tag)[1] == "sub"), 1):
        name = f"sub {number} of {code.get('id', '')}"
        yield Mark(Kind.OPEN, name)
        yield from pieces_of(sub)
        yield Mark(Kind.CLOSE, name)


def parts_of(element: Element) -> Sequence[tuple[str, Sequence[Piece]]]:
    """Cut a `seg-source` or a segmented `target` at its segments: each with its `mid`, and "" for what is between.

    It is one piece where it holds no segment, or holds them within other elements.
    """
    parts: list[tuple[str, list[Piece]]] = [("", [element.text] if element.text else [])]
    for child in element:
        if _is_segment(child):
            parts += [(child.get("mid", ""), list(pieces_of(child))), ("", [])]
        else:
            parts[-1][1].extend(_child(child))
        if child.tail:
            parts[-1][1].append(child.tail)
    if len(parts) // 2 != sum(map(_is_segment, element.iter())):
        return [("", list(pieces_of(element)))]
    return parts


def _is_segment(element: Element) -> bool:
    return name_of(element.tag)[1] == "mrk" and element.get("mtype") == "seg"
