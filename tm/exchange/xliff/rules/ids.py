"""Check that ids of XLIFF 2 are unique where they must be, and those of targets are those of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import PARTS, XML, core, holders, named, split, within
from tm.exchange.xliff.rules.problem import Problem, at

_INLINE = ("ph", "pc", "sc", "ec", "mrk", "sm")
_XML_ID = f"{{{XML}}}id"
_SAME = {"sc": "pc", "sm": "mrk"}
"""Two ways to write the same."""


def unique_files(root: Element) -> Iterator[Problem]:
    """Check the ids of files."""
    yield from _unique(named(root, "file"), "in the whole document")


def unique_in_file(file: Element) -> Iterator[Problem]:
    """Check the ids of groups, units and notes, and those of extensions."""
    yield from _unique(holders(file, "group"), "in this file")
    yield from _unique(holders(file, "unit"), "in this file")
    for notes in within(file, "notes"):
        yield from _unique(named(notes, "note"), "in these notes")
    for holder in (file, *holders(file, "group", "unit")):
        yield from _unique(_extension(holder), f"in what extends this <{core(holder)}>")


def unique_in_unit(unit: Element) -> Iterator[Problem]:
    """Check the ids of a unit's original data, of its segments, and of the codes and annotations of its sources."""
    for data in named(unit, "originalData"):
        yield from _unique(named(data, "data"), "in this original data")
    parts = list(named(unit, *PARTS))
    inline = [code for source in _sides(unit, "source") for code in within(source, *_INLINE)]
    yield from _unique([*parts, *inline], "in this unit")


def same_in_target(unit: Element) -> Iterator[Problem]:
    """Check that codes of targets have the id of that of a source, or one of their own."""
    parts = {part.get("id"): part for part in named(unit, *PARTS) if part.get("id")}
    sources = {code.get("id"): code for source in _sides(unit, "source") for code in within(source, *_INLINE)}
    targets = [code for target in _sides(unit, "target") for code in within(target, *_INLINE)]
    yield from _unique(targets, "in the targets of this unit")
    for code in targets:
        other = sources.get(code.get("id"))
        if code.get("id") is None:
            continue
        if code.get("id") in parts:
            yield at(code, f'<{core(code)} id="{code.get("id")}"> has the id of a segment')
        elif other is not None and _kind(other) != _kind(code):
            yield at(code, f'<{core(code)} id="{code.get("id")}"> is <{core(other)}> in the source')


def _kind(code: Element) -> str:
    return _SAME.get(core(code), core(code))


def _sides(unit: Element, side: str) -> Iterator[Element]:
    for part in named(unit, *PARTS):
        yield from named(part, side)


def _extension(holder: Element) -> Iterator[Element]:
    """Yield the elements of modules and extensions right in an element, not what they hold of the core."""
    for child in holder:
        if not core(child):
            yield child
            yield from _extension(child)


def _unique(elements: Iterable[Element], where: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for element in elements:
        name = element.get("id", element.get(_XML_ID))
        if name is None:
            continue
        if name in seen:
            yield at(element, f'<{split(element.tag)[1]} id="{name[:60]}">: the id occurs before {where}')
        seen.add(name)
