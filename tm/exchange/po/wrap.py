"""Texts as quoted lines, wrapped as gettext wraps them."""

from __future__ import annotations

from tm.exchange.po.strings import escape

WIDTH = 79
"""The page width of gettext's tools."""


def quoted(text: str, lead: str) -> list[str]:
    """Give the lines of a text after `lead`, which is a keyword with what stands before it: `#~ msgid`."""
    from unicode_segmentation_rs import gettext_wrap

    mark = lead[: len(lead) - len(lead.lstrip("#~| "))]
    wrapped = gettext_wrap(escape(text), WIDTH - 2 - len(mark))
    if not wrapped:
        return [f'{lead} ""']
    if len(wrapped) == 1 and len(wrapped[0]) + len(lead) + 3 <= WIDTH:
        return [f'{lead} "{wrapped[0]}"']
    return [f'{lead} ""', *(f'{mark}"{line}"' for line in wrapped)]
