"""All rules, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import holders, named
from tm.exchange.xliff.rules import codes, fragments, ids, languages, order, reorder, spans
from tm.exchange.xliff.rules.problem import Problem
from tm.exchange.xliff.rules.structure import structure

OF_DOCUMENTS: tuple[Callable[[Element], Iterator[Problem]], ...] = (
    ids.unique_files,
    languages.languages,
    languages.spaces,
    fragments.references,
)
OF_FILES: tuple[Callable[[Element], Iterator[Problem]], ...] = (ids.unique_in_file, codes.sub_flows)
OF_UNITS: tuple[Callable[[Element], Iterator[Problem]], ...] = (
    ids.unique_in_unit,
    ids.same_in_target,
    spans.code_pairs,
    spans.marker_pairs,
    codes.hints,
    codes.kinds,
    codes.copies,
    codes.original_data,
    codes.comments,
    order.places,
    reorder.sequences,
    reorder.kept,
)


def check(root: Element) -> Sequence[Problem]:
    """List what breaks the rules, by line; the root is a whole file as `safexml.parse` gives it.

    Where the structure is broken, only that is told: other rules take it for granted.
    """
    broken = sorted(structure(root))
    return broken or sorted(set(_constraints(root)))


def _constraints(root: Element) -> Iterator[Problem]:
    for rule in OF_DOCUMENTS:
        yield from rule(root)
    for file in named(root, "file"):
        for rule in OF_FILES:
            yield from rule(file)
        for unit in holders(file, "unit"):
            for rule in OF_UNITS:
                yield from rule(unit)
