"""The elements of the core of XLIFF 2.0 and 2.1: their attributes, and what may stand in them, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from tm.exchange.xliff.names import LANG, SPACE
from tm.exchange.xliff.rules import values
from tm.exchange.xliff.rules.values import Value

FOREIGN = "*"
"""In place of a name: any element that is none of the core."""

MANY = 10**9


class Others(Enum):
    """Which attributes with another namespace an element may have."""

    NONE = auto()
    MODULES = auto()
    ANY = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """Elements of which a number may stand in one place."""

    names: tuple[str, ...]
    least: int = 0
    most: int = MANY


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element looks like.

    Attributes:
        content: what stands in it, in this order.
        attributes: what their values may be.
        required: attributes without which it may not be.
        has_text: whether text stands in it beside white space.
    """

    content: tuple[Part, ...] = ()
    attributes: Mapping[str, Value] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    others: Others = Others.NONE
    has_text: bool = False


INLINE = Part(("cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"))
_EXTENSIONS = Part((FOREIGN,))
_NOTES = Part(("notes",), 0, 1)
_TEXTS = (Part(("source",), 1, 1), Part(("target",), 0, 1))

_SCOPE = {
    "canResegment": values.yes_no,
    "translate": values.yes_no,
    "srcDir": values.direction,
    "trgDir": values.direction,
    SPACE: values.space,
}
_NAMED = {**_SCOPE, "id": values.name, "name": values.text, "type": values.own}
_CODE = {
    "id": values.name,
    "canCopy": values.yes_no,
    "canDelete": values.yes_no,
    "canReorder": values.reorder,
    "copyOf": values.name,
    "type": values.one_of("fmt", "ui", "quote", "link", "image", "other"),
    "subType": values.own,
}
_LONE = {**_CODE, "disp": values.text, "equiv": values.text, "dataRef": values.name, "subFlows": values.names}
_HALF = {**_LONE, "canOverlap": values.yes_no, "dir": values.direction, "isolated": values.yes_no}
_PAIR = {
    **_CODE,
    **{f"{name}{half}": values.text for name in ("disp", "equiv") for half in ("Start", "End")},
    **{f"dataRef{half}": values.name for half in ("Start", "End")},
    **{f"subFlows{half}": values.names for half in ("Start", "End")},
    "canOverlap": values.yes_no,
    "dir": values.direction,
}
_MARKER = {
    "id": values.name,
    "translate": values.yes_no,
    "type": values.marker,
    "ref": values.text,
    "value": values.text,
}

SHAPES: Mapping[str, Shape] = {
    "xliff": Shape(
        (Part(("file",), 1),),
        {"version": values.version, "srcLang": values.language, "trgLang": values.language, SPACE: values.space},
        ("version", "srcLang"),
        Others.ANY,
    ),
    "file": Shape(
        (Part(("skeleton",), 0, 1), _EXTENSIONS, _NOTES, Part(("unit", "group"), 1)),
        {**_SCOPE, "id": values.name, "original": values.text},
        ("id",),
        Others.ANY,
    ),
    "skeleton": Shape((_EXTENSIONS,), {"href": values.text}, has_text=True),
    "group": Shape((_EXTENSIONS, _NOTES, Part(("unit", "group"))), _NAMED, ("id",), Others.ANY),
    "unit": Shape(
        (_EXTENSIONS, _NOTES, Part(("originalData",), 0, 1), Part(("segment", "ignorable"), 1)),
        _NAMED,
        ("id",),
        Others.ANY,
    ),
    "segment": Shape(
        _TEXTS,
        {
            "id": values.name,
            "canResegment": values.yes_no,
            "state": values.one_of("initial", "translated", "reviewed", "final"),
            "subState": values.own,
        },
    ),
    "ignorable": Shape(_TEXTS, {"id": values.name}),
    "notes": Shape((Part(("note",), 1),)),
    "note": Shape(
        attributes={
            "id": values.name,
            "appliesTo": values.one_of("source", "target"),
            "category": values.text,
            "priority": values.priority,
        },
        others=Others.ANY,
        has_text=True,
    ),
    "originalData": Shape((Part(("data",), 1),)),
    "data": Shape(
        (Part(("cp",)),),
        {"id": values.name, "dir": values.direction, SPACE: values.one_of("preserve")},
        ("id",),
        has_text=True,
    ),
    "source": Shape((INLINE,), {LANG: values.language, SPACE: values.space}, has_text=True),
    "target": Shape((INLINE,), {LANG: values.language, SPACE: values.space, "order": values.count}, has_text=True),
    "cp": Shape((), {"hex": values.character}, ("hex",)),
    "ph": Shape((), _LONE, ("id",), Others.MODULES),
    "pc": Shape((INLINE,), _PAIR, ("id",), Others.MODULES, has_text=True),
    "sc": Shape((), _HALF, ("id",), Others.MODULES),
    "ec": Shape((), {**_HALF, "startRef": values.name}, (), Others.MODULES),
    "mrk": Shape((INLINE,), _MARKER, ("id",), Others.ANY, has_text=True),
    "sm": Shape((), _MARKER, ("id",), Others.ANY),
    "em": Shape((), {"startRef": values.name}, ("startRef",)),
}
