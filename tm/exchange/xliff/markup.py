"""Text and attributes as XML, with what XML cannot hold."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from tm.exchange.xliff.inline import FORBIDDEN

_TEXT = {"\r": "&#13;"}
_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text_of(text: str) -> str:
    """Write a text; what XML cannot hold becomes U+FFFD."""
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text), _TEXT)


def attributes_of(attributes: Mapping[str, str]) -> str:
    """Write attributes, each with a blank before it; those that are empty are left out."""
    return "".join(
        f' {name}="{escape(FORBIDDEN.sub(chr(0xFFFD), value), _ATTRIBUTE)}"'
        for name, value in attributes.items()
        if value
    )
