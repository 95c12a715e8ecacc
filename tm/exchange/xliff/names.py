"""Names of XLIFF 2: its namespaces, and elements without theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def core(element: Element) -> str:
    """Give the name of an element of the core; "" for any other."""
    namespace, local = split(element.tag)
    return local if namespace == CORE else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children that are elements of the core with one of these names, in order."""
    for child in element:
        if core(child) in names:
            yield child


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of the core with one of these names below an element, however deep, in order.

    What stands in a module or an extension is left out.
    """
    for child in element:
        name = core(child)
        if name in names:
            yield child
        if name:
            yield from within(child, *names)


def attributes(element: Element) -> Mapping[str, str]:
    """Give the attributes that stand in the file."""
    return {name: value for name, value in element.attrib.items() if not name.startswith("{urn:hexapla}")}
