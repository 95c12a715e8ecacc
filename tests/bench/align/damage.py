"""Texts changed as translators and editors change them: freely translated, or set in another order.

`freely`: a clause stands in the neighbour's sentence, sentences are joined, left out, or stand in one text alone.
`rearranged`: paragraphs moved, lists left out, headings run into the text, notes at the end, tables read by columns.
`swapped`: neighbours that changed places, lists in the order of the alphabet, tables whose rows stand in another order.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from align.sets import Case, Pair, cases, documents_of, halves

Part = tuple[list[str], list[str]]
"""Sentences of the source, and their translation; of one side there may be none."""

_SHORT = 45
"""Characters of a heading, at most."""

_COLUMNS = 3
_GROUPS = {"fr": "\N{NARROW NO-BREAK SPACE}", "es": ".", "ru": "\N{NO-BREAK SPACE}", "zh": " ", "ar": ""}
"""What stands between the thousands of a number."""


def changed(kind: str, language: str, *, tuned: bool) -> Iterator[Case]:
    """Give documents changed in one of three ways: those that were tuned on, or others and the Declaration."""
    change = {"freely": freely, "rearranged": rearranged, "swapped": swapped}[kind]
    for name, pairs in documents_of(language, tuned=tuned):
        yield change(name, pairs, language)
    if not tuned:
        (whole,) = cases("udhr", language, memory=False)
        links = sorted(link for link in whole.gold if len(link[0]) == len(link[1]) == 1)
        yield change("udhr", [(whole.source[ours], whole.target[theirs]) for (ours,), (theirs,) in links], language)


def freely(name: str, pairs: Sequence[Pair], language: str) -> Case:
    """Translate one sentence in five or so less closely."""
    draw = random.Random(f"free {name} {language}")
    gap = "" if language == "zh" else " "
    rest, parts = list(pairs), []
    strays = [pair for pair in pairs if len(pair[0]) < 60] or list(pairs)
    while rest:
        pair = rest.pop(0)
        kind = draw.choices(("", "behind", "ahead", "join", "stray", "drop"), (81, 6, 4, 4, 3, 2))[0]
        side = draw.randrange(2)
        if kind in ("behind", "ahead", "join") and rest:
            made = _shared(pair, rest[0], kind, side, gap)
            if made:
                parts.append(made)
                del rest[0]
                continue
        if kind == "stray":
            parts.append(_alone(draw.choice(strays), side))
        parts.append(_alone(pair, side) if kind == "drop" else ([pair[0]], [pair[1]]))
    order = range(len(parts))
    return _case(name, parts, order, order)


def _shared(pair: Pair, other: Pair, kind: str, side: int, gap: str) -> Part | None:
    """Join two sentences of one side, or set a clause of one into the other."""
    changed = [pair[side], other[side]]
    glue = gap if side else " "
    if kind == "join":
        changed = [glue.join(changed)]
    else:
        cut = halves(changed[kind == "ahead"])
        if not cut:
            return None
        changed = (
            [cut[0], glue.join([cut[1], changed[1]])] if kind == "behind" else [glue.join([changed[0], cut[0]]), cut[1]]
        )
    same = [pair[1 - side], other[1 - side]]
    return (same, changed) if side else (changed, same)


def _alone(pair: Pair, side: int) -> Part:
    return ([], [pair[1]]) if side else ([pair[0]], [])


def rearranged(name: str, pairs: Sequence[Pair], language: str) -> Case:
    """Change the order and the parts of one version, or of both."""
    draw = random.Random(f"order {name} {language}")
    parts = _headings_run_in([([source], [target]) for source, target in pairs], draw, "" if language == "zh" else " ")
    count = len(parts)
    for _ in range(max(1, count // 80)):
        start, side = draw.randrange(count), draw.randrange(2)
        for place in range(start, min(count, start + draw.randint(3, 15))):
            parts[place] = ([], parts[place][1]) if side else (parts[place][0], [])
    orders = [list(range(count)), list(range(count))]
    changes: list[Callable[[list[int], random.Random], None]] = [_move] * max(1, count // 60)
    for change in (*changes, _notes_at_the_end, _by_columns):
        change(draw.choice(orders), draw)
    return _case(name, parts, *orders)


def swapped(name: str, pairs: Sequence[Pair], language: str) -> Case:
    """Let neighbours and items of lists change places, and put in tables whose rows do."""
    draw = random.Random(f"swap {name} {language}")
    heads = [pair for pair in pairs if 6 < len(pair[0]) < _SHORT and not any(map(str.isdigit, pair[0]))]
    rest, parts = list(pairs), list[Part]()
    order: list[int] = []
    while rest:
        kind = draw.choices(("", "swap", "list", "table"), (92, 5, 1.5, 1.5))[0]
        count = {"swap": 2, "list": draw.randint(3, 6), "table": 0}.get(kind, 1)
        taken, rest = rest[:count], rest[count:]
        if kind == "table":
            taken = _table(draw.sample(heads, min(5, len(heads))), draw, language)
        places = list(range(len(parts), len(parts) + len(taken)))
        if kind == "swap":
            places.reverse()
        elif kind == "list":
            places = [
                places[0] + item for item in sorted(range(len(taken)), key=[pair[1] for pair in taken].__getitem__)
            ]
        elif kind == "table":
            rows = places[::_COLUMNS]
            draw.shuffle(rows)
            places = [row + cell for row in rows for cell in range(_COLUMNS)]
        order += places
        parts += [([source], [target]) for source, target in taken]
    return _case(name, parts, range(len(parts)), order)


def _table(heads: Sequence[Pair], draw: random.Random, language: str) -> list[Pair]:
    """Set numbers behind the heads of rows."""
    cells: list[Pair] = []
    for head in heads:
        numbers = [f"{draw.randint(10, 9_999_999):,}" for _ in range(_COLUMNS - 1)]
        cells += [head, *((number, number.replace(",", _GROUPS[language])) for number in numbers)]
    return cells


def _headings_run_in(parts: list[Part], draw: random.Random, gap: str) -> list[Part]:
    made: list[Part] = []
    for part in parts:
        before = made[-1] if made else ([""] * 2, [])
        if len(before[0]) == 1 and len(before[0][0]) < _SHORT and draw.random() < 0.3:
            both = [before[0][0], part[0][0]], [before[1][0], part[1][0]]
            made[-1] = ([" ".join(both[0])], both[1]) if draw.randrange(2) else (both[0], [gap.join(both[1])])
        else:
            made.append(part)
    return made


def _move(order: list[int], draw: random.Random) -> None:
    start, size = draw.randrange(len(order)), draw.randint(2, 6)
    moved = order[start : start + size]
    del order[start : start + size]
    place = max(0, min(len(order), start + draw.choice((-1, 1)) * draw.randint(3, 40)))
    order[place:place] = moved


def _notes_at_the_end(order: list[int], draw: random.Random) -> None:
    notes = sorted(draw.sample(order, max(1, len(order) // 30)))
    order[:] = [number for number in order if number not in notes] + notes


def _by_columns(order: list[int], draw: random.Random) -> None:
    """Read a table of twelve cells by columns."""
    start, columns = draw.randrange(max(1, len(order) - 12)), draw.choice((3, 4))
    cells = order[start : start + 12]
    order[start : start + 12] = [cell for column in range(columns) for cell in cells[column::columns]]


def _case(name: str, parts: Sequence[Part], ours: Sequence[int], theirs: Sequence[int]) -> Case:
    texts: tuple[list[str], list[str]] = ([], [])
    spans: list[dict[int, tuple[int, ...]]] = [{}, {}]
    for side, order in enumerate((ours, theirs)):
        for number in order:
            start = len(texts[side])
            texts[side].extend(parts[number][side])
            spans[side][number] = tuple(range(start, len(texts[side])))
    links = ((spans[0][number], spans[1][number]) for number in range(len(parts)))
    return Case(name, texts[0], texts[1], frozenset(link for link in links if link[0] and link[1]))
