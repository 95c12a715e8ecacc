"""Show on a terminal the source and the target of a finding, with the place that is meant marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tm.cli.report.visible import ESCAPE, blank, visible, width
from tm.model.finding import Finding, Span
from tm.model.language import BY_CODE
from tm.text.script import main_script

_ISOLATE, _FROM_LEFT = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{LEFT-TO-RIGHT ISOLATE}"
_POP = "\N{POP DIRECTIONAL ISOLATE}"
_LEAST = 20
_MARKS_A_CELL = 4
"""How many characters are looked at for each cell: ten thousand marks on one letter are not printed."""

Paint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text, safe to print: what stands before the place that is meant, it, and what stands after."""

    before: str
    marked: str
    after: str


def cut(text: str, span: Span | None, cells: int) -> Excerpt:
    """Cut a text around a place, to a number of cells, with `…` where something is left out.

    An empty place is shown as the character that follows it, or `∅` at the end.
    """
    start, end = (span.start, span.end) if span else (0, 0)
    marked = visible(text[start : min(end, start + _MARKS_A_CELL * cells)])
    if span and start == end:
        marked, end = ("∅", end) if start >= len(text) else (visible(text[start]), end + 1)
    marked = _fit(marked, cells)
    room = max(cells - width(marked), 0)
    far = _MARKS_A_CELL * cells
    before = visible(text[max(start - far, 0) : start])
    after = visible(text[end : end + far])
    left = room - min(width(after), room // 2 if span else room)
    before = _fit(before[::-1], left, is_whole=start <= far)[::-1]
    return Excerpt(before, marked, _fit(after, room - width(before), is_whole=len(text) - end <= far))


def _fit(text: str, cells: int, *, is_whole: bool = True) -> str:
    """Keep what fits of the beginning; `…` takes a cell."""
    if is_whole and width(text) <= cells:
        return text
    kept, used = 0, 1
    for char in text:
        used += width(char)
        if used > cells:
            break
        kept += 1
    return text[:kept] + ("…" if cells else "")


def excerpts(finding: Finding, columns: int, mark: Paint, dim: Paint) -> Iterator[str]:
    """Give the lines that show where a finding is; none for one of a file as a whole.

    Args:
        columns: of the terminal.
        mark: paints what is meant; dim: paints the frame.
    """
    source, target = main_script(finding.source), finding.lang
    rows = (("", finding.source, finding.of, source), (target, finding.target, finding.at, target))
    for name, text, span, code in rows:
        is_rtl = code in BY_CODE and BY_CODE[code].is_rtl
        if text:
            lead = f"{name:>5} │ "
            found = cut(text, span, max(columns - len(lead) - 1, _LEAST))
            yield dim(lead) + _line(found, is_rtl, mark)
            if span and not is_rtl:
                yield dim("      │ ") + " " * width(found.before) + mark("^" * max(width(found.marked), 1))
    if finding.fix is not None and finding.at is not None:
        room = max(columns - 9, _LEAST)
        name = blank(finding.fix)
        yield dim("  fix │ ") + (f"({name})" if name else cut(finding.fix, None, room).after)


def _line(found: Excerpt, is_rtl: bool, mark: Paint) -> str:
    """Join the parts; text from right to left is kept from scrambling the line, and its mark has brackets."""
    if not is_rtl:
        return found.before + (mark(found.marked) if found.marked else "") + found.after
    before, marked, after = (ESCAPE.sub(_apart, part) for part in (found.before, found.marked, found.after))
    shown = mark(f"⟦{marked}⟧") if marked else ""
    return f"{_ISOLATE}{before}{shown}{after}{_POP}"


def _apart(escape: re.Match[str]) -> str:
    """Keep an escape, which begins with a stroke of no direction, from being turned round."""
    return f"{_FROM_LEFT}{escape[0]}{_POP}"
