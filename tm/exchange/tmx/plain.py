"""Recognize units that need no parser: plain attributes, text without markup, nothing that XML reads otherwise.

Most units of a memory are such, and to tell them takes a third of the time. What is recognized here is well-formed XML
whatever stands around it, and means to an XML parser just what it is read as here; anything else is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from tm.exchange.tmx.record import Said, Tu, Tuv

_TEXT = rb"[^<&\x00-\x08\x0b-\x1f]*+(?:&(?:amp|lt|gt|quot|apos);[^<&\x00-\x08\x0b-\x1f]*+)*+"
"""Text in which ends of lines are not normalized, and no entity but those of XML itself is named."""

_ATTRIBUTES = rb'(?:\s++[A-Za-z][A-Za-z:-]*+="[^"<>&\x00-\x1f]*+")*+\s*+'

_FACT = rb"<(?:prop" + _ATTRIBUTES + rb">" + _TEXT + rb"</prop|note" + _ATTRIBUTES + rb">" + _TEXT + rb"</note)>\s*+"

_VARIANT = rb"<tuv" + _ATTRIBUTES + rb">\s*+(?:" + _FACT + rb")*+<seg>" + _TEXT + rb"</seg>\s*+</tuv>\s*+"

_UNIT = re.compile(rb"\s*+<tu(" + _ATTRIBUTES + rb")>\s*+((?:" + _FACT + rb")*+)((?:" + _VARIANT + rb")*+)</tu>")

_VARIANTS = re.compile(rb"<tuv([^>]*)>\s*((?:<[pn].*?)?)<seg>([^<]*)", re.DOTALL)

_TEXTS = re.compile(rb'<tuv xml:lang="([^"]*)">\s*<seg>([^<]*)')

_FACTS = re.compile(rb"<(prop|note)([^>]*)>([^<]*)")

_PAIRS = re.compile(r'([A-Za-z:-]+)="([^"]*)"')

_TYPE = b' type="'


Plain = tuple[bytes, bytes, bytes]
"""Of a plain unit: its attributes, its props and notes, and its variants."""


def find_plain(data: bytes, at: int) -> re.Match[bytes] | None:
    """Find the plain unit that begins at an offset, white space aside; its groups are what `Plain` is."""
    return _UNIT.match(data, at)


def attributes_of(data: bytes) -> dict[str, str]:
    """Read attributes.

    Raises:
        ValueError: they are not UTF-8, or one is there twice.
    """
    pairs = _PAIRS.findall(data.decode())
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def texts_of(data: bytes) -> list[tuple[bytes, bytes]] | None:
    """Give language and text of each variant; None where one says more of itself than its language."""
    found = _TEXTS.findall(data)
    return found if len(found) == data.count(b"<tuv") else None


def tu_of(plain: Plain, line: int, source: str) -> Tu:
    """Read a plain unit whole; `source` is the file's language of originals.

    Raises:
        ValueError: it is not UTF-8, or an attribute is there twice.
    """
    held, said, inside = plain
    attributes = attributes_of(held)
    variants = [_variant(*parts) for parts in _VARIANTS.findall(inside)]
    return Tu(line, attributes.get("srclang", source), attributes, said_in(said), variants)


def _variant(held: bytes, said: bytes, text: bytes) -> Tuv:
    attributes = attributes_of(held)
    language = attributes.get("xml:lang") or attributes.get("lang", "")
    return Tuv(language, attributes, said_in(said), [text_of(text)])


def said_in(data: bytes) -> list[Said]:
    """Read props and notes.

    Raises:
        ValueError: they are not UTF-8, or an attribute is there twice.
    """
    found: list[Said] = []
    for tag, held, text in _FACTS.findall(data) if data else ():
        if held[:7] == _TYPE and held.find(b'"', len(_TYPE)) == len(held) - 1:  # as most have nothing else
            found.append((held[len(_TYPE) : -1].decode() if tag == b"prop" else None, text_of(text), "", ""))
        else:
            found.append(said_as(tag.decode(), attributes_of(held), text_of(text)))
    return found


def said_as(tag: str, attributes: Mapping[str, str], text: str) -> Said:
    """Make of a `prop` or a `note` what it says."""
    language = attributes.get("xml:lang") or attributes.get("lang", "")
    return attributes.get("type", "") if tag == "prop" else None, text, language, attributes.get("o-encoding", "")


def text_of(data: bytes) -> str:
    """Read text.

    Raises:
        ValueError: it is not UTF-8.
    """
    return unescape(data.decode()) if b"&" in data else data.decode()
