"""Layers that texts are inside of, as pairs of codes around the words that differ from the rest of their segment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tm.text.codes import Atom, Kind
from tm.text.layer import Layer

BETWEEN = "\x05"
"""Stands between the layers of one code; no format has it in its markup."""

_PALE = " .,;:()!?“”\"'’-–\N{NO-BREAK SPACE}"

Stack = tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """Layers that begin and end together: the atoms from `start` to before `end` are inside."""

    start: int
    end: int
    layers: Stack


def paired(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Put pairs of codes around texts with other layers than most of the segment; atoms without layers stay."""
    if not any(atom.layers for atom in atoms):
        return tuple(atoms)
    pieces = list(_with_edges_apart(atoms))
    stacks = _stacks(pieces, base(atoms))
    spans = list(_spans(stacks))
    made: list[Atom] = []
    opening = sorted(spans, key=lambda span: (-span.start, span.end))
    closing: list[tuple[int, _Span]] = []
    for at in range(len(pieces) + 1):
        while closing and closing[-1][1].end == at:
            number, span = closing.pop()
            made.append(Atom(Kind.CLOSE, "", "", span.layers[0].meaning, number, code=_closes(span.layers)))
        while opening and opening[-1].start == at:
            span, number = opening.pop(), len(made) + 1
            code = BETWEEN.join(layer.raw for layer in span.layers)
            made.append(Atom(Kind.OPEN, "", "", span.layers[0].meaning, number, code=code))
            closing.append((number, span))
        made += pieces[at : at + 1]
    return tuple(made)


def _closes(layers: Stack) -> str:
    return BETWEEN.join(layer.close for layer in reversed(layers))


def base(atoms: Sequence[Atom]) -> Stack:
    """Give the layers that a segment's text is inside of where no tag says another: what all share, and one look.

    That is the look of most characters outside links.
    """
    weights: Counter[tuple[str, ...]] = Counter()
    known: dict[tuple[str, ...], Stack] = {}
    for atom in atoms:
        if atom.layers and (weight := len(atom.shown.strip())):
            key = tuple(layer.key for layer in atom.layers)
            weights[key] += weight
            known.setdefault(key, atom.layers)
    if not known:
        return next((atom.layers for atom in atoms if atom.layers), ())
    shared = _shared([tuple(layer for layer in stack if not layer.is_look) for stack in known.values()])
    fewest = min(len(stack) for stack in known.values())
    candidates = [key for key, stack in known.items() if len(stack) == fewest]
    likeliest = known[max(candidates, key=lambda key: weights[key])]
    return (*shared, *(layer for layer in likeliest if layer.is_look))


def _shared(stacks: Sequence[Stack]) -> Stack:
    """Give what stacks begin with alike."""
    first, *others = stacks
    for other in others:
        alike = takewhile(lambda two: two[0].key == two[1].key, zip(first, other, strict=False))
        first = tuple(one for one, _ in alike)
    return first


def _with_edges_apart(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Cut the spaces at both ends of each text off, so that tags can stand close to their words."""
    for atom in atoms:
        core = atom.raw.strip(" ")
        if atom.kind is not Kind.TEXT or not core or core == atom.raw or atom.raw != atom.shown:
            yield atom
            continue
        start = atom.raw.index(core)
        for text in (atom.raw[:start], core, atom.raw[start + len(core) :]):
            if text:
                yield replace(atom, raw=text, shown=text)


def _stacks(pieces: Sequence[Atom], ground: Stack) -> list[Stack]:
    """Give the layers of each atom above the segment's own; what is no text has those that its neighbours share."""
    own = [_above(atom.layers, ground) if _is_solid(atom) else None for atom in pieces]
    before: list[Stack] = []
    last: Stack = ()
    for stack in own:
        last = last if stack is None else stack
        before.append(last)
    after: Stack = ()
    stacks: list[Stack] = [()] * len(own)
    for at in range(len(own) - 1, -1, -1):
        stack = own[at]
        after = after if stack is None else stack
        stacks[at] = _shared([before[at], after]) if stack is None else stack
    return stacks


def _is_solid(atom: Atom) -> bool:
    """Tell whether a text has a look worth a tag: a comma in other letters than its neighbours has none."""
    return atom.kind is Kind.TEXT and bool(atom.shown.strip(_PALE))


def _above(layers: Stack, ground: Stack) -> Stack:
    shared = len(_shared([layers, tuple(layer for layer in ground if not layer.is_look)]))
    look = next((layer.key for layer in ground if layer.is_look), "")
    return tuple(layer for layer in layers[shared:] if not (layer.is_look and layer.key == look))


def _spans(stacks: Sequence[Stack]) -> Iterator[_Span]:
    """Yield the spans of layers; those that begin and end together are one."""
    open_: list[tuple[int, Layer]] = []
    found: dict[tuple[int, int], list[Layer]] = {}
    for at, stack in enumerate([*stacks, ()]):
        kept = len(_shared([tuple(layer for _, layer in open_), stack]))
        for start, layer in reversed(open_[kept:]):
            found.setdefault((start, at), []).insert(0, layer)
        del open_[kept:]
        open_ += [(at, layer) for layer in stack[kept:]]
    for (start, end), layers in found.items():
        yield _Span(start, end, tuple(layers))
