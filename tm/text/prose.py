"""Show only the prose of a text, every character of it still in its place."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from tm.text.pattern import pattern

TAG = "\N{INTERLINEAR ANNOTATION ANCHOR}"
"""Stands for each character of an inline tag, through which one reads on."""

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character of an address, a placeholder, code or embedded data."""

BREAK = "\N{PARAGRAPH SEPARATOR}"
"""Stands for each character of a tag that begins a new line or block."""

_ODD = (*"<&`@{%$", "://", "www.", "data:")
"""Without any of these a text is all prose; each is looked for in no time."""

_DATA = pattern(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=.-]{1,60}){0,4},[\w+/=%-]*", re.ASCII)
_ADDRESS = r"[^\s<>\"«»“”（）()،؛؟\u3000-\u9fff\uff00-\uffef]+(?<![.,;:!?])"
_WEB = rf"(?:https?://|ftp://|w(?<![\w.]w)ww\.){_ADDRESS}"
_MAIL = r"(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
_CODES = (
    r"`[^`\n]{1,400}`"
    r"|\$\{[\w.:-]{1,80}\}|\{[\w.!:-]{0,80}\}|%\(\w{1,80}\)[a-z]|%(?:\d\$)?[sdiufxc](?![a-z])|%[A-Z]{3,80}%?"
)
_HIDDEN = pattern(f"{_WEB}|{_CODES}", re.ASCII)
"""Each begins with one sign that it looks for, which makes it quick; an address of e-mail does not."""

_HIDDEN_MAIL = pattern(f"{_WEB}|{_MAIL}|{_CODES}", re.ASCII)
_TAG = pattern(r"<(?P<shut>/?)(?P<name>\d{1,3}|[A-Za-z][\w:.-]{0,40})(?:[\s/][^<>]{0,100000})?>", re.ASCII)
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][\w.-]{0,40});", re.ASCII)
_NO_BREAK = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
_BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt footer h1 h2 h3 h4 h5 h6 head header hr html img"
    " example figure informalexample informaltable itemizedlist li listitem note ol orderedlist p para section"
    " simplelist table tbody td tfoot th thead title tr ul variablelist".split()
)
_CODE = frozenset(
    "classname code command computeroutput constant email envar filename function guimenuitem kbd literal literallayout"
    " option parameter pre programlisting prompt replaceable samp screen script style systemitem tt userinput".split()
)

_QUOTATIONS = frozenset(("q", "quote"))
_SIGNS, _LETTER = 4, pattern(r"\w")
"""Signs alone in a quotation, of which one speaks, are no punctuation."""


@lru_cache(maxsize=64)
def prose(text: str) -> str:
    """Give the text with all that is no prose replaced, character for character, by `TAG`, `OBJECT` or `BREAK`.

    A place in the answer is the same place in the text. A no-break space written as an entity stands as such.
    Linear in the length of the text.

    >>> prose("<1>A</1> & `x`") == f"{TAG * 3}A{TAG * 4} & {OBJECT * 3}"
    True
    """
    if not any(map(text.__contains__, _ODD)):
        return text
    return _around_data(text) if "data:" in text else _blanked(text)


def _around_data(text: str) -> str:
    """Blank a text as if its embedded data were one character each: half a megabyte is looked at once."""
    kept: list[str] = []
    sizes: list[int] = []
    last = 0
    for data in _DATA.finditer(text):
        kept.append(text[last : data.start()])
        sizes.append(data.end() - data.start())
        last = data.end()
    rest = _blanked(OBJECT.join((*kept, text[last:])))
    parts: list[str] = []
    start = 0
    for before, size in zip(kept, sizes, strict=True):
        end = start + len(before)
        parts += [rest[start:end], rest[end] * size]
        start = end + 1
    return "".join(parts) + rest[start:]


def _blanked(text: str) -> str:
    if "<" in text:
        text = _without_code(text)
    text = (_HIDDEN_MAIL if "@" in text else _HIDDEN).sub(_objects, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    return text


def _objects(match: re.Match[str]) -> str:
    return OBJECT * len(match[0])


def _entity(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return (character if character in _NO_BREAK else OBJECT) * len(match[0])


def _without_code(text: str) -> str:
    """Blank tags, and what stands between those of code, or alone between those of a quotation: <q>!</q>."""
    parts: list[str] = []
    last = 0
    code, depth = "", 0
    quoted = ""
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        between = text[last : match.start()]
        is_sign = (
            bool(quoted) and match["shut"] and name == quoted and len(between) < _SIGNS and not _LETTER.search(between)
        )
        parts.append(OBJECT * len(between) if code or is_sign else between)
        quoted = name if name in _QUOTATIONS and not match["shut"] else ""
        if not code and name in _CODE and not match["shut"] and not match[0].endswith("/>"):
            code, depth = name, 1
        elif name == code:
            depth += -1 if match["shut"] else 1
            code = code if depth else ""
        parts.append((BREAK if name in _BLOCKS else TAG) * len(match[0]))
        last = match.end()
    return "".join(parts) + text[last:]
