"""Recognize units that need no parser: plain attributes, text without markup, nothing that XML reads otherwise.

Most units of a memory are such, and to tell them takes a third of the time. What is recognized here is well-formed XML
whatever stands around it, and means to an XML parser just what it is read as here; anything else is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape

from tm.exchange.tmx.record import Said, Tu, Tuv

_TEXT = rb"[^<&\x00-\x08\x0b-\x1f]*+(?:&(?:amp|lt|gt|quot|apos);[^<&\x00-\x08\x0b-\x1f]*+)*+"
"""Text in which ends of lines are not normalized, and no entity but those of XML itself is named."""

_ATTRIBUTES = rb'(?:\s++[A-Za-z][A-Za-z:-]*+="[^"<>&\x00-\x1f]*+")*+\s*+'

_FACT = rb"<(?:prop" + _ATTRIBUTES + rb">" + _TEXT + rb"</prop|note" + _ATTRIBUTES + rb">" + _TEXT + rb"</note)>\s*+"

_VARIANT = rb"<tuv" + _ATTRIBUTES + rb">\s*+(?:" + _FACT + rb")*+<seg>" + _TEXT + rb"</seg>\s*+</tuv>\s*+"

_UNIT = re.compile(rb"\s*+<tu(" + _ATTRIBUTES + rb")>\s*+((?:" + _FACT + rb")*+)((?:" + _VARIANT + rb")*+)</tu>")

_NAMED = rb'<tuv xml:lang="([^"<>&\x00-\x1f]*+)">\s*+<seg>(' + _TEXT + rb")</seg>\s*+</tuv>\s*+"

_MOST = 8
"""Variants of units that are parted at once."""

_VARIANTS = re.compile(rb"<tuv([^>]*)>\s*((?:<[pn].*?)?)<seg>([^<]*)", re.DOTALL)

_TEXTS = re.compile(rb'<tuv xml:lang="([^"]*)">\s*<seg>([^<]*)')

_FACTS = re.compile(rb"<(prop|note)([^>]*)>([^<]*)")

_PAIRS = re.compile(r'([A-Za-z:-]+)="([^"]*)"')

_TYPE = b' type="'


Plain = tuple[bytes, ...]
"""Of a plain unit: its attributes, its props and notes, and its variants; or these as languages and texts by turns."""


PARTS = 3
"""Of a plain unit that has more, the variants are parted."""


def find_plain(data: bytes, at: int) -> re.Match[bytes] | None:
    """Find the plain unit that begins at an offset, white space aside; its groups are what `Plain` is."""
    return _UNIT.match(data, at)


def like(plain: Plain) -> re.Pattern[bytes] | None:
    """Give what finds, and parts, the next plain unit if it has as many variants, which name just their language."""
    count = plain[-1].count(b"<tuv")
    return _parted(count) if count <= _MOST else None


@lru_cache(maxsize=_MOST + 1)
def _parted(count: int) -> re.Pattern[bytes]:
    return re.compile(rb"\s*+<tu(" + _ATTRIBUTES + rb")>\s*+((?:" + _FACT + rb")*+)" + _NAMED * count + rb"</tu>")


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


def texts_of(variants: bytes) -> Sequence[tuple[bytes, bytes]]:
    """Give language and text of each variant; nothing where one says more of itself than its language."""
    found = _TEXTS.findall(variants)
    return found if len(found) == variants.count(b"<tuv") else ()


def tu_of(plain: Plain, line: int, source: str) -> Tu:
    """Read a plain unit whole; `source` is the file's language of originals.

    Raises:
        ValueError: it is not UTF-8, or an attribute is there twice.
    """
    held, said, *inside = plain
    attributes = attributes_of(held)
    if len(plain) > PARTS:
        named = zip(inside[::2], inside[1::2], strict=True)
        variants = [_variant(b' xml:lang="' + language + b'"', b"", text) for language, text in named]
    else:
        variants = [_variant(*parts) for parts in _VARIANTS.findall(inside[0])]
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
