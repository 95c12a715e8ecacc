"""Set the history of a project as one self-contained HTML page with a line chart for each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from math import ceil

from tm.cli.output import count
from tm.model.language import BY_CODE
from tm.text.web_page import web_page
from tm.workflow.history import History, Past, Point

_SERIES = ("translated", "fuzzy", "untranslated")

_WIDTH, _HEIGHT = 660, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 520, 12, 168
"""The ends of the plot within the picture; right of it stand the labels of the lines, below it the dates."""

_LABEL = 17
"""How far apart labels must be so that they can be read."""

_GRID = 4
_ROUND = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Steps of a scale that read well, in tenths."""


def day(time: int) -> str:
    """Write the day of a moment, in seconds since 1970, by ISO 8601 and in UTC.

    >>> day(1658966400)
    '2022-07-28'
    """
    return datetime.fromtimestamp(time, UTC).date().isoformat()


def page(history: History, name: str) -> str:
    """Set the page; `name` is that of the project."""
    times = [point.time for past in history.languages for point in past.points]
    span = min(times), max(times)
    looked = len({point.commit for past in history.languages for point in past.points})
    told = count(history.commits, "commit")
    if looked < history.commits:
        told = f"{looked} of {told}"
    title = escape(f"Translations of {name}" if name else "Translations")
    figures = "\n".join(_figure(past, span) for past in history.languages)
    days = f"from {day(span[0])} to {day(span[1])}"
    return web_page(title, _STYLE, f"<h1>{title}</h1>\n<p>Segments after {told} {days}</p>\n{figures}")


def _figure(past: Past, span: tuple[int, int]) -> str:
    language, last = BY_CODE[past.lang], past.points[-1]
    share = 100 * last.translated / max(last.units, 1)
    done = f"{last.translated} of {last.units} translated ({share:.0f} %)"
    own = f'<bdi lang="{language.code}" dir="{language.direction}">{language.own_name}</bdi>'
    heading = language.name if language.name == language.own_name else f"{language.name} · {own}"
    return (
        f"<figure>\n<figcaption><h2>{heading}</h2> {done}</figcaption>\n"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{_spoken(past)}">\n'
        f"{_chart(past.points, span)}\n</svg>\n</figure>"
    )


def _spoken(past: Past) -> str:
    first, last = past.points[0], past.points[-1]
    states = (f"{getattr(first, name)} to {getattr(last, name)} {name}" for name in _SERIES)
    return f"{BY_CODE[past.lang].name}, {day(first.time)} to {day(last.time)}: {', '.join(states)}"


def _chart(points: Sequence[Point], span: tuple[int, int]) -> str:
    top = _top(max(point.units for point in points))
    lines = [*_grid(top), *_dates(span)]
    labels = dict(zip(_SERIES, _spread([_y(getattr(points[-1], name), top) for name in _SERIES]), strict=True))
    for name in reversed(_SERIES):
        lines.append(_line(points, name, span, top))
        at = _y(getattr(points[-1], name), top)
        lines.append(f'<circle class="{name}" cx="{_x(points[-1].time, span):.1f}" cy="{at:.1f}" r="3"/>')
        label = f"{getattr(points[-1], name)} {name}"
        lines.append(f'<text class="{name}" x="{_RIGHT + 12}" y="{labels[name] + 4:.1f}">{label}</text>')
    return "\n".join(lines)


def _x(time: int, span: tuple[int, int]) -> float:
    first, last = span
    return _LEFT + (_RIGHT - _LEFT) * ((time - first) / (last - first) if last > first else 1)


def _y(units: float, top: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * units / top


def _top(most: int) -> int:
    """Give the number at the top of the scale: so that each line of the grid stands for a round number.

    >>> [_top(most) for most in (0, 4, 47, 1991)]
    [4, 4, 48, 2000]
    """
    step = max(1, ceil(most / _GRID))
    size: int = 10 ** (len(str(step)) - 1)
    rounded = next(tenths for tenths in _ROUND if tenths * size >= 10 * step)
    return ceil(rounded * size / 10) * _GRID


def _grid(top: int) -> Iterator[str]:
    for number in range(_GRID + 1):
        units = top * number // _GRID
        at = f"{_y(units, top):.1f}"
        yield f'<line class="grid" x1="{_LEFT}" y1="{at}" x2="{_RIGHT}" y2="{at}"/>'
        yield f'<text class="scale" x="{_LEFT - 8}" y="{_y(units, top) + 4:.1f}" text-anchor="end">{units}</text>'


def _dates(span: tuple[int, int]) -> Iterator[str]:
    first, last = map(day, span)
    if first != last:
        yield f'<text class="scale" x="{_LEFT}" y="{_BOTTOM + 22}">{first}</text>'
    yield f'<text class="scale" x="{_RIGHT}" y="{_BOTTOM + 22}" text-anchor="end">{last}</text>'


def _line(points: Sequence[Point], name: str, span: tuple[int, int], top: int) -> str:
    """Draw steps: between two commits nothing changes."""
    steps, before = [], 0.0
    for number, point in enumerate(points):
        x, y = _x(point.time, span), _y(getattr(point, name), top)
        if number:
            steps.append(f"{x:.1f},{before:.1f}")
        steps.append(f"{x:.1f},{y:.1f}")
        before = y
    return f'<polyline class="{name}" points="{" ".join(steps)}"/>'


def _spread(wanted: Sequence[float]) -> Sequence[float]:
    """Move labels apart that would lie on each other, none below the plot; the first of equal ones stays on top."""
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
    placed = dict.fromkeys(order, 0.0)
    lowest = float(_BOTTOM)
    for number in reversed(order):
        placed[number] = min(wanted[number], lowest)
        lowest = placed[number] - _LABEL
    return [placed[number] for number in range(len(wanted))]


_STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --faint: #5f6368; --grid: #dadce0; --paper: #fff;
  --translated: #1a6f3c; --fuzzy: #a05a00; --untranslated: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --faint: #a8adb3; --grid: #3c4043; --paper: #17191c;
  --translated: #6fcf97; --fuzzy: #f2b35e; --untranslated: #ff8a80; } }
@media print { :root { color-scheme: light; --ink: #000; --faint: #444; --grid: #ccc; --paper: #fff;
  --translated: #1a6f3c; --fuzzy: #a05a00; --untranslated: #b3261e; } }
@page { size: A4; margin: 16mm; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.45 Arial, Arimo, "Liberation Sans", "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC", sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 1.5em; margin: 0; } h2 { font-size: 1.1em; display: inline; margin-inline-end: .6em; }
p { margin: .2em 0 1.5em; color: var(--faint); }
figure { margin: 0 0 1.6em; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; margin-top: .4em; }
text { font-size: 12.5px; fill: var(--ink); font-variant-numeric: tabular-nums; }
text.scale { fill: var(--faint); }
.grid { stroke: var(--grid); stroke-width: 1; }
polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
polyline.translated { stroke: var(--translated); stroke-width: 2.5; }
polyline.fuzzy { stroke: var(--fuzzy); stroke-dasharray: 7 3; }
polyline.untranslated { stroke: var(--untranslated); stroke-dasharray: 2 3; }
text.translated, circle.translated { fill: var(--translated); }
text.fuzzy, circle.fuzzy { fill: var(--fuzzy); }
text.untranslated, circle.untranslated { fill: var(--untranslated); }
"""
