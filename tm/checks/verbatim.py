"""Tell units that show code, commands or a screen as they are, and texts that speak to the translators, from prose."""

from __future__ import annotations

import re

from tm.model.finding import Span
from tm.model.unit import Unit
from tm.text.listing import is_listing
from tm.text.pattern import pattern
from tm.text.prose import OBJECT, prose

_SHOWN = (
    r"(?:screen|programlisting|(?:literal)?layout|synopsis|cmdsynopsis|verbatim|pre|code|kbd|samp|tt"
    r"|userinput|computeroutput|command|filename|constant|envar|systemitem)"
)
_NOTE = pattern(
    rf"(?:Tag|type):\s*{_SHOWN}\s*\Z"  # xml2pot, po4a
    rf"|type:\s*Content of:.*<{_SHOWN}(?:\s[^<>]*)?>\s*\Z"  # po4a, of XML
    r"|type:\s*Fenced code block\b"  # po4a, of Markdown
    rf"|\(itstool\)\s*path:.*/{_SHOWN}(?:\[\d+\])?\s*\Z",
    re.IGNORECASE,
)
"""What the makers of PO files note of a text that is not prose."""

_QUOTATIONS = ("<quote>", "<q>"), ("</quote>", "</q>")
_GAPS = pattern(r"\s{2,}|\s(?=[.,;:])")
"""Where tags stood between words."""

_NOTE_INSIDE = pattern(r"\s*\[\[[^\[\]]{20,600}\]\]\s*")
"""A note to the translators within the text itself."""

_TO_TRANSLATORS = pattern(
    r"\s*(?:translator[-_ ]credits?\s*\Z|translators?(?:\s+\w+)?\s+(?:can|may|should|must|please)\b"
    r"|(?:note|message|hint)\s+(?:to|for)\s+(?:the\s+)?translators?\b)",
    re.IGNORECASE,
)
_KEPT = pattern(
    r"\b(?:leave|keep)\s+(?:this|the following)\s+[\w ]{0,30}\bin\s+english\b|\bdo\s+not\s+translate\b"
    r"|\bnot\s+to\s+be\s+translated\b",
    re.IGNORECASE,
)


def is_verbatim(unit: Unit) -> bool:
    """Say whether a unit shows code, commands or a screen as they are, by its notes or its lines.

    >>> is_verbatim(Unit("Press F1 for help", notes=("Tag: screen",))), is_verbatim(Unit("Press F1 for help"))
    (True, False)
    """
    if "\n" in unit.source and is_listing(unit.source):
        return True
    return bool(unit.notes) and any(map(_NOTE.match, unit.notes))


def is_code(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text stands between tags or marks of code.

    >>> is_code("Tapez <code>press any key</code>.", 12, 25), is_code("Tapez press any key.", 6, 19)
    (True, False)
    """
    return ("<" in text or "`" in text) and prose(text)[start:end].strip(OBJECT) == ""


def is_shown(text: str, wording: str, place: Span | None) -> bool:
    """Say whether words of a text are those of code, or stand between tags of a quotation; without a place, all parts.

    >>> is_shown("Lisez <quote>hit any key</quote>.", "hit any key", Span(13, 24))
    True
    """
    if place:
        opened, closed = (max(text.rfind(tag, 0, place.start) for tag in tags) for tags in _QUOTATIONS)
        return opened > closed or is_code(text, place.start, place.end)
    parts = [(text.find(part), len(part)) for part in _GAPS.split(wording) if part]
    return bool(parts) and all(start >= 0 and is_code(text, start, start + size) for start, size in parts)


def is_for_translators(source: str) -> bool:
    """Say whether a source speaks to the translators, who write something else in its place.

    >>> is_for_translators("Translators can use this paragraph to say who they are.")
    True
    """
    return "ranslator" in source and _TO_TRANSLATORS.match(source) is not None


def without_notes(source: str, target: str) -> str:
    """Leave out what a source says to the translators in double brackets, where they did not translate it.

    >>> without_notes("[[See the file README on how to enable this.]] It is free.", "C’est libre.")
    'It is free.'
    """
    return _NOTE_INSIDE.sub("", source) if "[[" in source and "[[" not in target else source


def is_to_be_kept(source: str) -> bool:
    """Say whether a note in a source bids the translators leave it in English.

    >>> is_to_be_kept("[[LEAVE THIS PARAGRAPH IN ENGLISH!]] This is free software.")
    True
    """
    return "[[" in source and any(_KEPT.search(note[0]) for note in _NOTE_INSIDE.finditer(source))
