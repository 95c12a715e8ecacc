"""Properties of paragraphs, runs, tables and sections: set and taken out in the order that the standard asks for."""

from __future__ import annotations

import re

from tm.documents.docx.markup import attribute, children

ORDER = {
    # ECMA-376, 17.3.1.26, 17.3.2.28, 17.4.60 and 17.6.17
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss"
    " imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange",
}
_PLACES = {kind: {f"w:{name}": place for place, name in enumerate(order.split())} for kind, order in ORDER.items()}
_OFF = frozenset({"0", "false", "off"})


def put(element: str, child: str, kind: str) -> str:
    """Put a child into properties, in its place, for the one of its name.

    >>> put('<w:rPr><w:b/><w:lang w:val="en-GB"/></w:rPr>', "<w:rtl/>", "w:rPr")
    '<w:rPr><w:b/><w:rtl/><w:lang w:val="en-GB"/></w:rPr>'
    """
    places = _PLACES[kind]
    name = re.split(r"[\s/>]", child[1:], maxsplit=1)[0]
    head, inner, tail = _opened(element, kind)
    before = [raw for other, raw in inner if other != name and places.get(other, 999) < places[name]]
    after = [raw for other, raw in inner if other != name and places.get(other, 999) >= places[name]]
    return "".join([head, *before, child, *after, tail])


def drop(element: str, name: str, kind: str) -> str:
    """Take a child out of properties."""
    head, inner, tail = _opened(element, kind)
    if all(other != name for other, _ in inner):
        return element
    return "".join([head, *(raw for other, raw in inner if other != name), tail])


def find(element: str, name: str) -> str:
    """Give the child of a name; "" when there is none."""
    return next((raw for other, raw in children(element) if other == name), "") if element else ""


def is_on(element: str, name: str) -> bool:
    """Tell whether a property that is on or off is on."""
    child = find(element, name)
    return bool(child) and attribute(child, "w:val") not in _OFF


def _opened(element: str, kind: str) -> tuple[str, list[tuple[str, str]], str]:
    """Give the opening tag, the children and the closing tag of properties, which may be empty or missing."""
    if not element:
        return f"<{kind}>", [], f"</{kind}>"
    head = element[: element.index(">") + 1] if not element.endswith(f"<{kind}/>") else f"<{kind}/>"
    if head.endswith("/>"):
        return f"{head[:-2].rstrip()}>", [], f"</{kind}>"
    return head, children(element), f"</{kind}>"
