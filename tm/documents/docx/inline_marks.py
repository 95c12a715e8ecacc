"""A code of Word's as the markup of Markdown, for a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from tm.model.document import Code

_PAIRS = {
    "bold": ("**", "**"),
    "italic": ("*", "*"),
    "strikethrough": ("~~", "~~"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "underlined": ("<u>", "</u>"),
    "link": ("<u>", "</u>"),
}
_LONE = {"line break": "<br>", "tab": " ", "page break": "", "column break": ""}
_NOTE = re.compile(r"<w:(?P<kind>foot|end)noteReference\s[^>]*?w:id=[\"'](?P<id>\d+)")
_RESULT = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")


def as_marks(code: Code) -> Code:
    """Give a code as Markdown; what Markdown cannot say is left out, and of a field its last result stays."""
    if code.close is not None:
        pairs = [_PAIRS[word] for word in code.meaning.split(", ") if word in _PAIRS]
        opens, closes = "".join(pair[0] for pair in pairs), "".join(pair[1] for pair in reversed(pairs))
        return replace(code, raw=opens, close=closes)
    if code.meaning in _LONE:
        return replace(code, raw=_LONE[code.meaning])
    if not code.raw.startswith("<"):
        return replace(code, raw=code.raw)
    if note := _NOTE.search(code.raw):
        return replace(code, raw=f"[^{'e' * (note['kind'] == 'end')}{note['id']}]")
    return replace(code, raw=unescape("".join(_RESULT.findall(code.raw))) if "field" in code.meaning else "")
