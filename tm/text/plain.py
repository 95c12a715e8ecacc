"""Take out of a text what nobody reads: tags, addresses, embedded data, bidi controls."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from tm.text.pattern import pattern

_HIDDEN = pattern(
    "["
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "]"
)
_DATA = pattern(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=.-]{1,60}){0,4},[\w+/=%-]*", re.ASCII)
_INLINE = pattern(
    r"</?\d{1,3} ?/?>|</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|q|s|small|span|strong|u)(?: [^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_BLOCK = pattern(r"<[!/?]{0,2} ?[A-Za-z][\w:.-]{0,40}(?:[\s/][^<>]{0,1000})?>")
_REST = r"[^\s<>\"«»“”（）()،؛؟\u3000-\u9fff\uff00-\uffef]+(?<![.,;:!?])"
_WEB = rf"(?:https?://|ftp://|w(?<![\w.]w)ww\.){_REST}"
_ADDRESS = pattern(_WEB, re.ASCII)
"""Each begins with one sign that it looks for, which makes it quick; an address of e-mail does not."""

_ADDRESS_MAIL = pattern(_WEB + r"|(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}", re.ASCII)
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][\w.-]{0,40});")
_GAP = " \N{OBJECT REPLACEMENT CHARACTER} "


def _character(match: re.Match[str]) -> str:
    """Give the character that an entity stands for; for one that only its document knows, a mark."""
    character = html.unescape(match[0])
    return _GAP.strip() if character == match[0] else character


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Give the text as read aloud: tags and invisible marks dropped, addresses and embedded data as one `￼`, NFC.

    Linear in the length of the text, and quick where half of it is an embedded image.

    >>> plain("<1>A/76</1>/L.1, see https://un.org/76")
    'A/76/L.1, see  \N{OBJECT REPLACEMENT CHARACTER} '
    """
    if "data:" in text:
        text = _DATA.sub(_GAP, text)
    if "@" in text:
        text = _ADDRESS_MAIL.sub(_GAP, text)
    elif "://" in text or "www." in text:
        text = _ADDRESS.sub(_GAP, text)
    if "<" in text:
        text = _BLOCK.sub(" ", _INLINE.sub("", text))
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text if text.isprintable() else _HIDDEN.sub("", text))
    return text


@lru_cache(maxsize=8)
def outside_data(text: str) -> tuple[tuple[int, int], ...]:
    """Give the stretches of a text between its embedded data; for most texts, the whole."""
    if "data:" not in text:
        return ((0, len(text)),)
    edges = [0, *(edge for match in _DATA.finditer(text) for edge in match.span()), len(text)]
    return tuple(zip(edges[::2], edges[1::2], strict=True))
