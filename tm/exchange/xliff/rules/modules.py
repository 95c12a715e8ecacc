"""The modules of XLIFF 2.0 and 2.1: which elements and attributes theirs are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import CORE, FORMAT_STYLE, MATCHES, METADATA, attributes, core, split
from tm.exchange.xliff.rules.problem import Problem, at

_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_RESOURCES = "urn:oasis:names:tc:xliff:resourcedata:2.0"
_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
_VALIDATION = "urn:oasis:names:tc:xliff:validation:2.0"
_CHANGES = ("urn:oasis:names:tc:xliff:changetracking:2.0", "urn:oasis:names:tc:xliff:changetracking:2.1")
_ITS = ("http://www.w3.org/2005/11/its", "urn:oasis:names:tc:xliff:itsm:2.1")

_ALL = ("file", "group", "unit")

ELEMENTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    MATCHES: {"matches": ("unit",), "match": ("matches",)},
    _GLOSSARY: {
        "glossary": ("unit",),
        "glossEntry": ("glossary",),
        "term": ("glossEntry",),
        "translation": ("glossEntry",),
        "definition": ("glossEntry",),
    },
    METADATA: {
        "metadata": (*_ALL, "match", "glossEntry", "revisions", "resourceData"),
        "metaGroup": ("metadata", "metaGroup"),
        "meta": ("metaGroup",),
    },
    _RESOURCES: {
        "resourceData": _ALL,
        "resourceItem": ("resourceData",),
        "resourceItemRef": ("resourceData",),
        "source": ("resourceItem",),
        "target": ("resourceItem",),
        "reference": ("resourceItem",),
    },
    _SIZES: {"profiles": ("file",), "normalization": ("profiles",), "data": _ALL},
    _VALIDATION: {"validation": _ALL, "rule": ("validation",)},
    **{
        version: {
            "changeTrack": _ALL,
            "revisions": ("changeTrack",),
            "revision": ("revisions",),
            "item": ("revision",),
        }
        for version in _CHANGES
    },
}
"""By namespace, the elements of a module, each with those in which it stands."""

NAMESPACES = frozenset({*ELEMENTS, FORMAT_STYLE, *_ITS})

PREFIXES = frozenset({"mtc", "gls", "fs", "mda", "res", "ctr", "slr", "val", "its", "itsm", "tbx"})
"""How references name modules, and TBX, which is registered beside them."""

_STYLES = frozenset(
    "a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 "
    "head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot "
    "th thead title tr tt u ul".split()
)
"""The elements of HTML that `fs:fs` may name (Format Style module)."""

_FS = f"{{{FORMAT_STYLE}}}fs"
_SUB_FS = f"{{{FORMAT_STYLE}}}subFs"


def module_elements(foreign: Element, parent: str) -> Iterator[Problem]:
    """Check an element that is none of the core, and what stands in it; `parent` is the name of what it stands in."""
    namespace, local = split(foreign.tag)
    known = ELEMENTS.get(namespace)
    if known is not None and local not in known:
        yield at(foreign, f"<{local}> is no element of its module ({namespace})")
    elif known is not None and parent not in known[local]:
        yield at(foreign, f"<{local}> may not stand in <{parent}>")
    elif namespace == CORE and not parent:
        yield at(foreign, f"<{local}> may not stand here")
    for child in foreign:
        if not core(child):
            yield from module_elements(child, local)


def style(element: Element) -> Iterator[Problem]:
    """Check the attributes of the Format Style module."""
    given = attributes(element)
    for name in given:
        if split(name)[0] == FORMAT_STYLE and name not in {_FS, _SUB_FS}:
            yield at(element, f"fs:{split(name)[1]} is no attribute of the Format Style module")
    if _FS in given and given[_FS] not in _STYLES:
        yield at(element, f'fs:fs="{given[_FS]}" names no element of HTML')
    if _SUB_FS in given and _FS not in given:
        yield at(element, "fs:subFs is there, and fs:fs is not")
    if core(element) == "ec" and given.get("isolated") != "yes" and not given.keys().isdisjoint({_FS, _SUB_FS}):
        yield at(element, "fs:fs may stand in <ec> only where it is isolated: else it stands in its <sc>")
