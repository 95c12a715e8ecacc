"""Check that codes and annotations of XLIFF 2 that begin and end apart do so in order, and once."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import PARTS, core, named, within
from tm.exchange.xliff.rules.problem import Problem, at

_AGREEING = (("canCopy", "yes"), ("canDelete", "yes"), ("canOverlap", "yes"))
"""What the two halves of a code say alike, and what they say where they say nothing."""


def code_pairs(unit: Element) -> Iterator[Problem]:
    """Check `sc` and `ec`: each has its other half behind or before it in the unit, or is isolated."""
    for side in ("source", "target"):
        started: dict[str, Element] = {}
        ended: dict[str, Element] = {}
        for code in _inline(unit, side, "sc", "ec"):
            if core(code) == "sc":
                started[code.get("id", "")] = code
            else:
                yield from _end(code, started, ended)
        for name, code in started.items():
            if code.get("isolated") != "yes" and name not in ended:
                yield at(code, f'<sc id="{name}"> has no <ec> behind it in this unit, and is not isolated')


def _end(code: Element, started: dict[str, Element], ended: dict[str, Element]) -> Iterator[Problem]:
    name = code.get("startRef")
    if code.get("isolated") == "yes":
        if name is not None or "id" not in code.attrib:
            yield at(code, "an isolated <ec> has an id, and no startRef")
        return
    if name is None or "id" in code.attrib:
        yield at(code, "<ec> has a startRef, and no id, unless it is isolated")
        return
    if "dir" in code.attrib:
        yield at(code, "<ec> may have dir only where it is isolated")
    start = started.get(name)
    if start is None:
        yield at(code, f'<ec startRef="{name}"> has no <sc> before it in this unit')
    elif start.get("isolated") == "yes":
        yield at(start, f'<sc id="{name}"> is isolated, and its <ec> is in the same unit')
    elif name in ended:
        yield at(code, f'<sc id="{name}"> has a second <ec>')
    else:
        yield from _agree(start, code)
    ended[name] = code


def _agree(start: Element, end: Element) -> Iterator[Problem]:
    for name, usual in _AGREEING:
        if start.get(name, usual) != end.get(name, usual):
            yield at(end, f"{name} differs between <sc> and its <ec>")
    order = start.get("canReorder", "yes")
    if end.get("canReorder", "yes") != ("no" if order == "firstNo" else order):
        yield at(end, f'canReorder differs: <sc> has "{order}", its <ec> "{end.get("canReorder", "yes")}"')


def marker_pairs(unit: Element) -> Iterator[Problem]:
    """Check `sm` and `em`."""
    for side in ("source", "target"):
        open_: dict[str, Element] = {}
        closed: set[str] = set()
        for marker in _inline(unit, side, "sm", "em"):
            if core(marker) == "sm":
                open_[marker.get("id", "")] = marker
                continue
            name = marker.get("startRef", "")
            if name not in open_:
                yield at(marker, f'<em startRef="{name}"> has no <sm> before it in this unit')
            elif name in closed:
                yield at(marker, f'<sm id="{name}"> has a second <em>')
            closed.add(name)
        for name, marker in open_.items():
            if name not in closed:
                yield at(marker, f'<sm id="{name}"> has no <em> behind it in this unit')


def _inline(unit: Element, side: str, *names: str) -> Iterator[Element]:
    for part in named(unit, *PARTS):
        for text in named(part, side):
            yield from within(text, *names)
