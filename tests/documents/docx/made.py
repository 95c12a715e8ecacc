"""Word files made for tests: the parts that a reader needs, around a body given as XML."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = """\
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="SubH"><w:name w:val="Sub"/><w:basedOn w:val="HCh"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber2"><w:name w:val="List Number 2"/></w:style>
"""
NUMBERING = """\
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def root(name: str, inner: str) -> str:
    """Make a whole part of what is in it."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:{name} {_SPACES}>{inner}</w:{name}>'


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    edge = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        edge.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        + edge.format("separate")
        + result
        + edge.format("end")
    )


def word(
    body: str, *, content_type: str = "document.main", extra: dict[str, bytes] | None = None, **more: str
) -> bytes:
    """Make a Word file.

    Args:
        extra: further entries of the zip.
        more: what is in other parts, by the names of their root elements: `footnotes`, `hdr`, …
    """
    kinds = {"hdr": "header", "ftr": "footer"}
    parts = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, "numbering": NUMBERING, "settings": "", **more}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name in parts
        for kind in [content_type if name == "document" else kinds.get(name, name)]
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        _add(archive, "[Content_Types].xml", f'<Types xmlns="{space}">{types}</Types>'.encode())
        for name, data in (extra or {}).items():
            _add(archive, name, data)
        for name, inner in parts.items():
            _add(archive, f"word/{name}.xml", root(name, inner).encode())
    return made.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, (2022, 7, 25, 12, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def entries(data: bytes) -> dict[str, bytes]:
    """Give the entries of a zip, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_of(data: bytes) -> str:
    """Give the XML in the body of a Word file; the whole must be sound."""
    text = entries(data)["word/document.xml"].decode()
    ElementTree.fromstring(text)
    found = re.search("<w:body>(.*)</w:body>", text, re.DOTALL)
    return found[1] if found else ""


def shown(data: bytes, part: str = "document") -> list[str]:
    """Give the text of each paragraph as a reader sees it: of texts, tabs and breaks, deleted ones left out."""
    tree = ElementTree.fromstring(entries(data)[f"word/{part}.xml"])
    return ["".join(map(_seen, each.iter())) for each in tree.iter(f"{{{W}}}p")]


def _seen(element: ElementTree.Element) -> str:
    name = element.tag.removeprefix(f"{{{W}}}")
    return {"t": element.text or "", "br": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}.get(name, "") or (
        "\t" if name == "tab" and "val" not in str(element.attrib) else ""
    )
