"""Shows a paragraph as the rules should see it: composed (NFC), without inline tags and invisible marks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from tm.segmentation.rules import Formats

_INVISIBLE = (
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{ZERO WIDTH SPACE}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{WORD JOINER}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}\N{ZERO WIDTH NO-BREAK SPACE}"
)
_HIDDEN = re.compile(
    f"(?:</?[0-9]{{1,6}}/?>|[{_INVISIBLE}])+|\\w[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]+"
)
_QUICK = re.compile(f"<[/0-9]|[{_INVISIBLE}\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]")
_TAG = re.compile(r"<(/?)[0-9]{1,6}(/?)>")
_STRAY_END = re.compile(r"(?:\s*</[0-9]{1,6}>)+")
_OPENS = re.compile(
    "[\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}]"
)


def needs_view(text: str) -> bool:
    """Tell whether a view differs from the text."""
    return _QUICK.search(text) is not None


class View:
    """A paragraph's visible text, and the way back from its places to the paragraph's."""

    def __init__(self, text: str, formats: Formats) -> None:
        self.original, self.formats = text, formats
        pieces: list[str] = []
        self._seen, self._real = [0], [0]
        at = length = 0
        for found in _HIDDEN.finditer(text):
            visible = "" if found[0][0] in "<" + _INVISIBLE else unicodedata.normalize("NFC", found[0])
            pieces += (text[at : found.start()], visible)
            length += found.start() - at + len(visible)
            at = found.end()
            self._seen.append(length)
            self._real.append(at)
        pieces.append(text[at:])
        self.text = "".join(pieces)

    def original_place(self, place: int) -> int:
        """Give the place in the paragraph of a break at a place in the view, tags on the side where they belong."""
        index = bisect_right(self._seen, place) - 1
        latest = self._real[index] + place - self._seen[index]
        stray = _STRAY_END.match(self.original, latest)
        if stray and self.formats.end:
            return stray.end()
        if self.original[latest : latest + 1].isspace():
            return latest
        return self._after_own_marks(latest)

    def _after_own_marks(self, latest: int) -> int:
        """Step back over tags and marks that open what follows, as there is no space to part them."""
        start = latest
        while start > 0 and (found := _last_hidden(self.original, start)) is not None:
            start = found
        for tag in re.finditer(r"<[^>]*>|.", self.original[start:latest]):
            if self._belongs_after(tag[0]):
                return start + tag.start()
        return latest

    def _belongs_after(self, hidden: str) -> bool:
        tag = _TAG.fullmatch(hidden)
        if not tag:
            return _OPENS.match(hidden) is not None
        if tag[2]:
            return not self.formats.isolated
        return not self.formats.end if tag[1] else not self.formats.start


def _last_hidden(text: str, end: int) -> int | None:
    """Give the start of a tag or invisible mark that ends at a place."""
    if text[end - 1] == ">":
        start = text.rfind("<", max(0, end - 10), end)
        return start if start >= 0 and _TAG.fullmatch(text, start, end) else None
    return end - 1 if _QUICK.match(text[end - 1]) and text[end - 1] != "<" and not _is_accent(text[end - 1]) else None


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) > 0
