"""Names of XLIFF 2: its namespaces, and elements without theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
FORMAT_STYLE = "urn:oasis:names:tc:xliff:fs:2.0"
XML = "http://www.w3.org/XML/1998/namespace"

LANG = f"{{{XML}}}lang"
SPACE = f"{{{XML}}}space"

PARTS = ("segment", "ignorable")
CODES = ("ph", "pc", "sc", "ec")


def split(name: str) -> tuple[str, str]:
    """Split `{namespace}local`; the namespace is "" where there is none."""
    namespace, _, local = name.rpartition("}")
    return namespace[1:], local


_PREFIX = f"{{{CORE}}}"
_AFTER = len(_PREFIX)


def core(element: Element) -> str:
    """Give the name of an element of the core; "" for any other."""
    tag = element.tag
    return tag[_AFTER:] if tag.startswith(_PREFIX) else ""


@lru_cache(maxsize=64)
def _tags(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_PREFIX + name for name in names)


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children that are elements of the core with one of these names, in order."""
    tags = _tags(names)
    return (child for child in element if child.tag in tags)


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of the core with one of these names below an element, however deep, in order.

    What stands in a module or an extension is left out.
    """
    tags = _tags(names)
    for child in element:
        tag = child.tag
        if tag in tags:
            yield child
        if len(child) and tag.startswith(_PREFIX):
            yield from within(child, *names)


def holders(file: Element, *names: str) -> Iterator[Element]:
    """Yield the groups and units of a file that have one of these names, in order; all else in them is passed over."""
    for child in named(file, "group", "unit"):
        name = core(child)
        if name in names:
            yield child
        if name == "group":
            yield from holders(child, *names)


def attributes(element: Element) -> Mapping[str, str]:
    """Give the attributes that stand in the file."""
    return {name: value for name, value in element.attrib.items() if not name.startswith("{urn:hexapla}")}
