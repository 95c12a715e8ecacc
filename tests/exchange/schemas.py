"""The schemas of the OASIS committee: XSD by lxml, Schematron by an XSLT 2 processor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

CONFORMANCE = Path(__file__).resolve().parents[2].parent / "shared" / "conformance"
TBX = CONFORMANCE / "tbx" / "tbx.xsd"
SUITE = CONFORMANCE / "xliff" / "suite-core"
SCHEMAS = CONFORMANCE / "xliff" / "schemas"

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the XLIFF schemas are not here")

_XML = "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"

_ALL = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="xliff_core_2.0.xsd"/>
 <xs:import namespace="urn:oasis:names:tc:xliff:matches:2.0" schemaLocation="matches.xsd"/>
 <xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="metadata.xsd"/>
</xs:schema>
"""


@lru_cache
def _local(path: Path) -> Any:
    """Read a schema that looks for the attributes of XML itself on the net."""
    from lxml import etree

    found = re.sub(r'schemaLocation="[^"]*xml\.xsd"', f'schemaLocation="{_XML}"', path.read_text(encoding="utf-8"))
    return etree.XMLSchema(etree.fromstring(found.encode(), base_url=f"{SCHEMAS}/other.xsd"))


def by_tbx(data: bytes) -> Sequence[str]:
    """List what the schema of TBX has against a file."""
    from lxml import etree

    schema = _local(TBX)
    schema.validate(etree.fromstring(data))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


@lru_cache
def _schema(version: str) -> Any:
    from lxml import etree

    if version == "1.2":
        return _local(CONFORMANCE / "xliff" / "xliff-core-1.2-strict.xsd")
    return etree.XMLSchema(etree.fromstring(_ALL, base_url=f"{SCHEMAS}/all.xsd"))


def by_xsd(data: bytes, version: str) -> Sequence[str]:
    """List what the schema has against a file."""
    from lxml import etree

    schema = _schema(version)
    schema.validate(etree.fromstring(data))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


_WARNINGS = {"warn", "warning"}


@lru_cache
def _rules(name: str) -> Any:
    saxonche = pytest.importorskip("saxonche", reason="no XSLT 2 processor for Schematron is installed")
    from lxml import etree, isoschematron

    rules = etree.parse(SCHEMAS / f"{name}.sch")
    rules.getroot().set("queryBinding", "xslt")  # the skeleton is one of XSLT 1; what it makes is run as XSLT 2
    made = isoschematron.iso_abstract_expand(isoschematron.iso_dsdl_include(rules))
    stylesheet = isoschematron.iso_svrl_for_xslt1(made)
    stylesheet.getroot().set("version", "2.0")
    processor = saxonche.PySaxonProcessor(license=False)
    text = etree.tostring(stylesheet, encoding="unicode")
    return processor, processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)


def by_schematron(data: bytes, *names: str) -> Sequence[str]:
    """List what the rules have against a file; warnings are left out.

    Those of the Metadata module cannot be asked: Saxon 13 falls over them. They only ask for unique ids, of which we
    write none there.
    """
    from lxml import etree

    found = []
    for name in names:
        processor, rules = _rules(name)
        report = rules.transform_to_string(xdm_node=processor.parse_xml(xml_text=data.decode()))
        told = etree.fromstring(report.encode()).iter("{*}failed-assert", "{*}successful-report")
        found += [" ".join("".join(one.itertext()).split()) for one in told if one.get("role") not in _WARNINGS]
    return found
