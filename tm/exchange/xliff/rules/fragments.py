"""Check references of XLIFF 2 into its own document: their form (section 3 of the standard), and what they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import XML, core, holders, named, within
from tm.exchange.xliff.rules.modules import PREFIXES
from tm.exchange.xliff.rules.problem import Problem, at

_SELECTOR = re.compile(r"(?:([\w:\-.·]+)=)?([\w:\-.·]+)")
_STEPS = ("f", "g", "u")
_LEAVES = {"n": "note", "d": "data", "t": "target"}
_XML_ID = f"{{{XML}}}id"


def references(root: Element) -> Iterator[Problem]:
    """Check the references of annotations."""
    ids = _Ids()
    for file in named(root, "file"):
        for unit in holders(file, "unit"):
            for marker in within(unit, "mrk", "sm"):
                ref = marker.get("ref", "")
                if not ref.startswith("#"):
                    continue
                problem = malformed(ref) or _dangling(ref, root, file, unit, ids)
                if problem:
                    yield at(marker, f'ref="{ref[:80]}": {problem}')


class _Ids:
    """Finds elements by kind and id within another one; each is searched through once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], dict[str, Element]] = {}

    def within(self, place: Element, kind: str) -> Mapping[str, Element]:
        """List what has an id within an element: its "file", "group", "unit", or a leaf by its prefix."""
        key = id(place), kind if kind in _KINDS else "" if kind not in PREFIXES else "module"
        if key not in self._known:
            self._known[key] = {
                name: one
                for one in _elements(place, key[1])
                for name in (one.get("id"), one.get(_XML_ID))
                if name is not None
            }
        return self._known[key]


_KINDS = {"file", "group", "unit", "n", "d"}


def _elements(place: Element, kind: str) -> Iterator[Element]:
    if kind == "file":
        yield from named(place, "file")
    elif kind in {"group", "unit"}:
        yield from holders(place, kind)
    elif kind == "n":
        yield from (note for notes in named(place, "notes") for note in named(notes, "note"))
    elif kind == "d":
        yield from (data for block in named(place, "originalData") for data in named(block, "data"))
    else:
        yield from (one for one in place.iter() if bool(core(one)) == (kind != "module"))


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


def _dangling(ref: str, root: Element, file: Element, unit: Element, ids: _Ids) -> str:
    """Say what a well-formed reference fails to find; what it does not name is where it stands."""
    place = unit
    for part in ref[1:].removeprefix("/").split("/"):
        prefix, _, name = part.rpartition("=")
        if prefix == "f":
            found = ids.within(root, "file").get(name)
            if found is None:
                return f'there is no file "{name}"'
            place = file = found
        elif prefix in _STEPS:
            kind = "unit" if prefix == "u" else "group"
            found = ids.within(file, kind).get(name)
            if found is None:
                return f'there is no {kind} "{name}" in its file'
            place = found
        elif name not in ids.within(place, prefix):
            return f'there is no "{name}" in that {core(place)}'
    return ""
