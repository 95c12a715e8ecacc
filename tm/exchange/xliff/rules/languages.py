"""Check that the languages of XLIFF 2 agree, and how white space is to be taken."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import LANG, PARTS, SPACE, core, named
from tm.exchange.xliff.rules.problem import Problem, at


def languages(root: Element) -> Iterator[Problem]:
    """Check that xml:lang, own or inherited, is that of the document for sources and targets."""
    wanted = {"source": root.get("srcLang", ""), "target": root.get("trgLang", "")}
    for text, language in _inherited(root, LANG, ""):
        side = core(text)
        name = "srcLang" if side == "source" else "trgLang"
        if not wanted[side]:
            yield at(text, f"there is a <{side}>, and <xliff> lacks the attribute {name}")
        elif language and not _is_kind_of(language, wanted[side]):
            yield at(text, f'<{side}> is in xml:lang="{language}", and {name} is "{wanted[side]}"')


def spaces(root: Element) -> Iterator[Problem]:
    """Check that xml:space is the same for a source and its target."""
    source = ""
    for text, space in _inherited(root, SPACE, "default"):
        if core(text) == "source":
            source = space
        elif space != source:
            yield at(text, f'<target> has xml:space="{space}", its <source> "{source}"')


def _inherited(element: Element, attribute: str, value: str) -> Iterator[tuple[Element, str]]:
    """Yield sources and targets of segments with the value that an attribute has there."""
    value = element.get(attribute, value)
    if core(element) in PARTS:
        for text in named(element, "source", "target"):
            yield text, text.get(attribute, value)
        return
    for child in named(element, "file", "group", "unit", *PARTS):
        yield from _inherited(child, attribute, value)


def _is_kind_of(language: str, wanted: str) -> bool:
    return f"{language}-".lower().startswith(f"{wanted}-".lower())
