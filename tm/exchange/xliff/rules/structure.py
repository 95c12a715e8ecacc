"""Check that elements and attributes of XLIFF 2 are those of the standard, and stand where they may."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import attributes, core, split
from tm.exchange.xliff.rules.elements import FOREIGN, SHAPES, Others, Shape
from tm.exchange.xliff.rules.modules import NAMESPACES, module_elements, style
from tm.exchange.xliff.rules.problem import Problem, at


def structure(element: Element) -> Iterator[Problem]:
    """Check an element of the core, and all in it."""
    shape = SHAPES.get(core(element))
    if shape is None:
        yield at(element, f"<{split(element.tag)[1]}> is no element of XLIFF 2")
        return
    yield from _attributes(element, shape)
    yield from style(element)
    yield from _order(element, shape)
    yield from _text(element, shape)
    if core(element) == "skeleton":
        yield from _skeleton(element)
    for child in element:
        if core(child):
            yield from structure(child)
        else:
            yield from module_elements(child, core(element))
            yield from _inside(child)


def _inside(foreign: Element) -> Iterator[Problem]:
    """Check elements of the core that stand in a module, such as the texts of a match."""
    for child in foreign:
        yield from structure(child) if core(child) else _inside(child)


def _attributes(element: Element, shape: Shape) -> Iterator[Problem]:
    name, given = core(element), attributes(element)
    for required in shape.required:
        if required not in given:
            yield at(element, f"<{name}> lacks the attribute {required}")
    for attribute, value in given.items():
        namespace, local = split(attribute)
        if attribute in shape.attributes:
            wanted = shape.attributes[attribute](value)
            if wanted:
                yield at(element, f'<{name} {local}="{value[:60]}">: that should be {wanted}')
        elif not namespace:
            yield at(element, f"<{name}> has no attribute {local}")
        elif shape.others is Others.NONE or (shape.others is Others.MODULES and namespace not in NAMESPACES):
            yield at(element, f"<{name}> may not have the attribute {local} of another namespace ({namespace})")


def _order(element: Element, shape: Shape) -> Iterator[Problem]:
    """Walk the children and what is expected side by side; tell of the first that is not."""
    name = core(element)
    parts = iter(shape.content)
    part, seen = next(parts, None), 0
    for child in element:
        local = core(child) or FOREIGN
        while part is not None and (local not in part.names or seen == part.most):
            if seen < part.least:
                yield at(
                    child, f"<{split(child.tag)[1]}> may not stand here: <{name}> lacks <{_or(part.names)}> before"
                )
                return
            part, seen = next(parts, None), 0
        if part is None:
            yield at(child, f"<{split(child.tag)[1]}> may not stand here in <{name}>")
            return
        seen += 1
    while part is not None:
        if seen < part.least:
            yield at(element, f"<{name}> lacks <{_or(part.names)}>")
            return
        part, seen = next(parts, None), 0
    if name == "unit" and not any(core(child) == "segment" for child in element):
        yield at(element, "<unit> lacks <segment>")


def _or(names: tuple[str, ...]) -> str:
    return "> or <".join(names)


def _text(element: Element, shape: Shape) -> Iterator[Problem]:
    if shape.has_text:
        return
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            yield at(element, f"text may not stand in <{core(element)}>: {text.strip()[:40]!r}")
            return


def _skeleton(element: Element) -> Iterator[Problem]:
    is_empty = not len(element) and not element.text
    if is_empty and "href" not in element.attrib:
        yield at(element, "<skeleton> is empty and has no href")
    if not is_empty and "href" in element.attrib:
        yield at(element, "<skeleton> has both a content and an href")
