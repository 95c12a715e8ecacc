"""Check that codes of XLIFF 2 that may not be moved or deleted were not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import CODES, PARTS, core, named, within
from tm.exchange.xliff.rules.problem import Problem, at

_FIXED = ("firstNo", "no")


@dataclass(frozen=True, slots=True)
class _Code:
    """A code, the one before it, and the pair that it stands in."""

    element: Element
    name: str
    before: str
    order_before: str
    parent: str


def sequences(unit: Element) -> Iterator[Problem]:
    """Check that a code that may not be moved follows the one that it is bound to, in each text."""
    for part in named(unit, *PARTS):
        for text in named(part, "source", "target"):
            for code in _sequence(text):
                if code.element.get("canReorder") == "no" and code.order_before not in _FIXED:
                    yield at(
                        code.element,
                        f'<{core(code.element)} canReorder="no"> does not follow the code that it is bound to: '
                        'the first has canReorder="firstNo"',
                    )


def kept(unit: Element) -> Iterator[Problem]:
    """Check that targets have the codes that may not be deleted, and sequences as they are in the source."""
    targets = [target for part in named(unit, *PARTS) for target in named(part, "target")]
    elsewhere = {_name(code) for target in targets for code in within(target, *CODES)}
    for part in named(unit, *PARTS):
        sources, translated = list(named(part, "source")), list(named(part, "target"))
        if not translated:
            continue
        here = {code.name: code for code in _sequence(translated[0])}
        for code in _sequence(sources[0]):
            if code.name not in here:
                if code.element.get("canDelete") == "no" and code.name not in elsewhere:
                    yield at(translated[0], f"<target> lacks {_shown(code)}, which may not be deleted")
            elif code.element.get("canReorder") == "no":
                other = here[code.name]
                if (code.before, code.parent) != (other.before, other.parent):
                    yield at(other.element, f"{_shown(code)} may not be moved, and has another place in the target")


def _sequence(text: Element) -> Iterator[_Code]:
    before = order = ""
    for element, parent in _with_parents(text, ""):
        name = _name(element)
        yield _Code(element, name, before, order, parent)
        before, order = name, element.get("canReorder", "yes")


def _with_parents(text: Element, parent: str) -> Iterator[tuple[Element, str]]:
    """Yield codes in order, each with the name of the pair that it stands in."""
    for child in text:
        name = core(child)
        if name in CODES:
            yield child, parent
        if len(child) and name:
            yield from _with_parents(child, _name(child) if name == "pc" else parent)


def _name(code: Element) -> str:
    return f"end of {code.get('startRef')}" if "startRef" in code.attrib else f"{code.get('id')}"


def _shown(code: _Code) -> str:
    attribute = "startRef" if "startRef" in code.element.attrib else "id"
    return f'<{core(code.element)} {attribute}="{code.element.get(attribute)}">'
