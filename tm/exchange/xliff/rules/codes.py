"""Check what the attributes of inline codes and annotations of XLIFF 2 say together."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import CODES, PARTS, core, holders, named, within
from tm.exchange.xliff.rules.problem import Problem, at

_KINDS = {f"xlf:{name}": "fmt" for name in ("b", "i", "u", "lb", "pb")} | {"xlf:var": "ui"}
_TOGETHER = (("dataRefStart", "dataRefEnd"), ("subFlowsStart", "subFlowsEnd"), ("equivStart", "equivEnd"))
_DATA = ("dataRef", "dataRefStart", "dataRefEnd")
_FLOWS = ("subFlows", "subFlowsStart", "subFlowsEnd")


def _codes(unit: Element) -> Iterator[Element]:
    for part in named(unit, *PARTS):
        yield from within(part, *CODES)


def hints(unit: Element) -> Iterator[Problem]:
    """Check that what may not be moved may not be copied nor deleted either."""
    for code in _codes(unit):
        if code.get("canReorder", "yes") != "yes" and not (code.get("canCopy") == code.get("canDelete") == "no"):
            yield at(code, f'<{core(code)} canReorder="{code.get("canReorder")}"> needs canCopy="no" canDelete="no"')


def kinds(unit: Element) -> Iterator[Problem]:
    """Check that a subtype stands beside its type, a substate beside its state, and halves of attributes together."""
    for code in _codes(unit):
        name, kind, subtype = core(code), code.get("type"), code.get("subType", "")
        if subtype and kind is None:
            yield at(code, f'<{name} subType="{subtype}"> lacks type')
        elif subtype.startswith("xlf:") and _KINDS.get(subtype) != kind:
            yield at(code, f'<{name} type="{kind}">: subType="{subtype}" does not belong to that type')
        for one, other in _TOGETHER:
            if name == "pc" and (one in code.attrib) != (other in code.attrib):
                yield at(code, f"<pc> has one of {one} and {other}: they stand together")
    for segment in named(unit, "segment"):
        state = segment.get("state")
        if state is None and "subState" in segment.attrib:
            yield at(segment, "<segment> has subState, and lacks state")
        if state in {"translated", "reviewed", "final"} and next(named(segment, "target"), None) is None:
            yield at(segment, f'<segment state="{state}"> lacks <target>')


def copies(unit: Element) -> Iterator[Problem]:
    """Check that a copy names a code of its unit that may be copied, and has no original data."""
    known = {code.get("id"): code for code in _codes(unit)}
    for code in _codes(unit):
        name = code.get("copyOf")
        if name is None:
            continue
        original = known.get(name)
        if any(ref in code.attrib for ref in _DATA):
            yield at(code, f'<{core(code)} copyOf="{name}"> has original data too: only one of both can be')
        elif original is None:
            yield at(code, f'copyOf="{name}": there is no such code in this unit')
        elif any(ref in original.attrib for ref in _DATA):
            yield at(code, f'copyOf="{name}": that code has original data, to which its copy should refer')
        elif original.get("canCopy") == "no":
            yield at(code, f'copyOf="{name}": that code may not be copied')


def original_data(unit: Element) -> Iterator[Problem]:
    """Check that codes refer to original data of their unit."""
    known = {data.get("id") for block in named(unit, "originalData") for data in named(block, "data")}
    for code in _codes(unit):
        for ref in _DATA:
            if ref in code.attrib and code.get(ref) not in known:
                yield at(code, f'{ref}="{code.get(ref)}": there is no such data in the originalData of this unit')


def comments(unit: Element) -> Iterator[Problem]:
    """Check that an annotation that comments says its comment, or refers to a note of its unit."""
    notes = {note.get("id") for block in named(unit, "notes") for note in named(block, "note")} - {None}
    for part in named(unit, *PARTS):
        for marker in within(part, "mrk", "sm"):
            ref, kind = marker.get("ref"), marker.get("type")
            if kind == "mtc:match" and ref is not None:
                yield at(marker, f'<{core(marker)} type="mtc:match"> may not have ref')
            if kind != "comment":
                continue
            if (ref is None) == ("value" not in marker.attrib):
                yield at(marker, f'<{core(marker)} type="comment"> needs either value or ref')
            elif ref is not None and not (ref.startswith("#") and ref.rpartition("n=")[2] in notes):
                yield at(marker, f'ref="{ref[:80]}" is no note of this unit')
            elif ref is not None and not _is_here(ref, unit):
                yield at(marker, f'ref="{ref[:80]}" is a note of another element: a comment refers to one of its unit')


def _is_here(ref: str, unit: Element) -> bool:
    steps = [step for step in ref[1:].strip("/").split("/") if step[:2] in {"f=", "g=", "u="}]
    return not steps or steps[-1] == f"u={unit.get('id')}"


def sub_flows(file: Element) -> Iterator[Problem]:
    """Check that sub-flows are units of the same file."""
    units = {unit.get("id") for unit in holders(file, "unit")}
    for unit in holders(file, "unit"):
        for code in _codes(unit):
            for attribute in _FLOWS:
                for name in code.get(attribute, "").split():
                    if name not in units:
                        yield at(code, f'{attribute}="{code.get(attribute)}": there is no unit "{name}" in this file')
