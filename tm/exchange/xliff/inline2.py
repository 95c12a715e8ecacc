"""Texts with numbered tags as the content of `source` and `target` in XLIFF 2, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tm.exchange.xliff.inline import FORBIDDEN, Kind, Mark, Piece, Tag, split
from tm.exchange.xliff.markup import attributes_of, text_of
from tm.exchange.xliff.names import core
from tm.model.document import Code

_TYPES = {
    "bold": {"type": "fmt", "subType": "xlf:b"},
    "italic": {"type": "fmt", "subType": "xlf:i"},
    "underline": {"type": "fmt", "subType": "xlf:u"},
    "line break": {"type": "fmt", "subType": "xlf:lb"},
    "link": {"type": "link"},
    "image": {"type": "image"},
}
"""Our words for codes that XLIFF has words for, too."""


@dataclass(slots=True)
class Writer:
    """Writes the texts of one unit, and gathers its original data.

    Attributes:
        codes: the markup behind tags, by their numbers; where there is none, the tag itself is the original data.
        meanings: a word for each tag, by its number.
        data: the original data so far, by its id.
    """

    codes: Mapping[str, Code]
    meanings: Mapping[str, str]
    data: dict[str, str] = field(default_factory=dict)
    _ids: dict[tuple[str, str, int], str] = field(default_factory=dict)
    _named: dict[str, int] = field(default_factory=dict)
    _refs: dict[str, str] = field(default_factory=dict)

    def write(self, texts: Sequence[str]) -> list[str]:
        """Write the texts of one side, in order; sources come first, so that targets have their ids."""
        cut, tags = split(texts)
        ids: dict[int, str] = {}
        seen: dict[tuple[str, str], int] = {}
        for place, tag in enumerate(tags):
            if tag.kind is Kind.CLOSE and tag.partner is not None:
                continue
            key = _element(tag), tag.number
            seen[key] = seen.get(key, 0) + 1
            ids[place] = self._id(*key, seen[key])
        return ["".join(self._pieces(pieces, tags, ids)) for pieces in cut]

    def _id(self, element: str, number: str, occurrence: int) -> str:
        key = element, number, occurrence
        if key not in self._ids:
            self._named[number] = count = self._named.get(number, 0) + 1
            self._ids[key] = number if count == 1 else f"{number}-{count}"
        return self._ids[key]

    def _pieces(self, pieces: Iterable[str | int], tags: Sequence[Tag], ids: Mapping[int, str]) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, str):
                yield _characters(piece)
                continue
            tag = tags[piece]
            element = _element(tag)
            name = ids.get(piece, "")
            if element == "pc" and tag.kind is Kind.CLOSE:
                yield "</pc>"
            elif element == "pc" and tag.partner is not None:
                refs = {"dataRefEnd": self._ref(tags[tag.partner]), "dataRefStart": self._ref(tag)}
                yield f"<pc{attributes_of({'id': name, **refs, **self._type(tag)})}>"
            elif tag.kind is Kind.CLOSE and tag.partner is not None:
                yield f"<ec{attributes_of({'startRef': ids[tag.partner], 'dataRef': self._ref(tag)})}/>"
            else:
                isolated = "yes" if element != "ph" and tag.partner is None else ""
                given = {"id": name, "isolated": isolated, "dataRef": self._ref(tag), **self._type(tag)}
                yield f"<{element}{attributes_of(given)}/>"

    def _type(self, tag: Tag) -> Mapping[str, str]:
        meaning = self.meanings.get(tag.number, "")
        return _TYPES.get(meaning, {"disp": meaning} if meaning and _element(tag) == "ph" else {})

    def _ref(self, tag: Tag) -> str:
        code = self.codes.get(tag.number)
        data = ((code.close or "") if tag.kind is Kind.CLOSE else code.raw) if code else tag.raw
        if not data:
            data = tag.raw
        if data not in self._refs:
            self._refs[data] = f"d{len(self._refs) + 1}"
            self.data[self._refs[data]] = data
        return self._refs[data]


def _element(tag: Tag) -> str:
    if tag.kind is Kind.LONE:
        return "ph"
    if tag.is_nested:
        return "pc"
    return "ec" if tag.kind is Kind.CLOSE else "sc"


def _characters(text: str) -> str:
    """Write a text; what XML cannot hold becomes a `cp`."""
    if not FORBIDDEN.search(text):
        return text_of(text)
    written, at = [], 0
    for found in FORBIDDEN.finditer(text):
        written += [text_of(text[at : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        at = found.end()
    return "".join([*written, text_of(text[at:])])


def pieces_of(element: Element, data: Mapping[str, str]) -> Iterator[Piece]:
    """Read the content of a `source`, `target` or `data`; annotations are left out, what they annotate is not."""
    if element.text:
        yield element.text
    for child in element:
        yield from _child(child, data)
        if child.tail:
            yield child.tail


def _child(child: Element, data: Mapping[str, str]) -> Iterator[Piece]:
    name, id_ = core(child), child.get("id", "")
    here = data.get(child.get("dataRef", ""), "")
    if name == "cp":
        yield chr(int(child.get("hex", "FFFD"), 16))
    elif name == "ph":
        yield Mark(Kind.LONE, id_, here)
    elif name == "pc":
        yield Mark(Kind.OPEN, id_, data.get(child.get("dataRefStart", ""), ""))
        yield from pieces_of(child, data)
        yield Mark(Kind.CLOSE, id_, data.get(child.get("dataRefEnd", ""), ""))
    elif name == "sc":
        yield Mark(Kind.OPEN, id_, here)
    elif name == "ec":
        yield Mark(Kind.CLOSE, child.get("startRef", id_), here)
    elif name == "mrk":
        yield from pieces_of(child, data)
