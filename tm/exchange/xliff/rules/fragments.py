"""Check references of XLIFF 2 into its own document: their form (section 3 of the standard), and what they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import XML, core, holders, named, split, within
from tm.exchange.xliff.rules.modules import PREFIXES
from tm.exchange.xliff.rules.problem import Problem, at

_SELECTOR = re.compile(r"(?:([\w:\-.·]+)=)?([\w:\-.·]+)")
_STEPS = ("f", "g", "u")
_LEAVES = {"n": "note", "d": "data", "t": "target"}
_XML_ID = f"{{{XML}}}id"


def references(root: Element) -> Iterator[Problem]:
    """Check the references of annotations."""
    for file in named(root, "file"):
        for unit in holders(file, "unit"):
            for marker in within(unit, "mrk", "sm"):
                ref = marker.get("ref", "")
                if not ref.startswith("#"):
                    continue
                problem = malformed(ref) or _dangling(ref, root, file, unit)
                if problem:
                    yield at(marker, f'ref="{ref[:80]}": {problem}')


def malformed(ref: str) -> str:
    """Say what is wrong with the form of a reference such as `#/f=f1/u=1/n=n1`; "" where nothing is."""
    selectors = [_SELECTOR.fullmatch(part) for part in ref[1:].removeprefix("/").split("/")]
    seen: list[str] = []
    for place, selector in enumerate(selectors):
        if selector is None:
            return "not of the form #f=file/u=unit/id"
        prefix = selector[1] or ""
        is_step = prefix in _STEPS
        if prefix in seen:
            return f"{prefix}= occurs twice" if prefix else "one id only can stand at the end"
        if not is_step and place + 1 < len(selectors):
            return f"{selector[0]} may stand at the end only"
        if is_step and any(_STEPS.index(prefix) < _STEPS.index(before) for before in seen):
            return "f=, g= and u= stand in this order"
        if not is_step and prefix and prefix not in {*_LEAVES, *PREFIXES}:
            return f"the prefix {prefix}= is not known"
        seen.append(prefix)
    return ""


def _dangling(ref: str, root: Element, file: Element, unit: Element) -> str:
    """Say what a well-formed reference fails to find; what it does not name is where it stands."""
    place: Element | None = unit
    leaf = ""
    for part in ref[1:].removeprefix("/").split("/"):
        prefix, _, name = part.rpartition("=")
        if prefix == "f":
            found = next((one for one in named(root, "file") if one.get("id") == name), None)
            if found is None:
                return f'there is no file "{name}"'
            place = file = found
        elif prefix in _STEPS:
            kind = "unit" if prefix == "u" else "group"
            place = next((one for one in holders(file, kind) if one.get("id") == name), None)
            if place is None:
                return f'there is no {kind} "{name}" in its file'
        else:
            leaf = part
    return _missing_leaf(place, leaf) if leaf and place is not None else ""


def _missing_leaf(place: Element, leaf: str) -> str:
    prefix, _, name = leaf.rpartition("=")
    if prefix in PREFIXES:
        elements = (one for one in place.iter() if not core(one))
    elif prefix == "n":
        elements = (note for notes in named(place, "notes") for note in named(notes, "note"))
    elif prefix == "d":
        elements = (data for block in named(place, "originalData") for data in named(block, "data"))
    else:
        elements = (one for one in place.iter() if core(one))
    if any(name in {one.get("id"), one.get(_XML_ID)} for one in elements):
        return ""
    return f'there is no "{name}" in that {split(place.tag)[1]}'
