"""Ask every ranking the same questions, and gather what each shows first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from tm.matching.similarity import similarity
from tm.text.normalize import match_key
from usefulness.ours import FUZZY, memory
from usefulness.rankings import PEERS
from usefulness.texts import Pair, Unit, units, unseen, without

BANDS = ((95.0, "95-100"), (85.0, "85-94"), (75.0, "75-84"), (FUZZY, "50-74"), (30.0, "30-49"))

NAMES = ("ours", "adapted", *PEERS)
"""`ours` as it is remembered; `adapted`, as we show it."""


@dataclass
class Cell:
    """What was to come out in one band of one language, and what each ranking showed."""

    answers: list[str] = field(default_factory=list)
    shown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    adapted: int = 0


Cells = dict[tuple[str, str], Cell]
"""By language and band."""


def leave_one_out(name: str, languages: Sequence[str]) -> Cells:
    """Ask for each document of a set in a memory of all others; those that we tuned on are never asked for."""
    cells: Cells = defaultdict(Cell)
    everything = units(name)
    for document, places in unseen(name, everything).items():
        asked = [everything[place] for place in places]
        _ask(cells, asked, [everything[place] for place in without(everything, document)], languages)
    return cells


def _ask(cells: Cells, asked: Sequence[Unit], kept: Sequence[Unit], languages: Sequence[str]) -> None:
    with memory(kept) as ours:
        rankings = {}
        for language in languages:
            held = [unit for unit in kept if unit.texts.get(language)]
            sources = tuple(unit.source for unit in held)
            if sources not in rankings:
                rankings[sources] = {name: cache(ranking(sources)) for name, ranking in PEERS.items()}
            for unit in asked:
                nearest = rankings[sources]["tokens"](unit.source)
                answer = unit.texts.get(language)
                band = nearest is not None and _band(unit.source, sources[nearest])
                if not answer or not band:
                    continue
                cell = cells[language, band]
                cell.answers.append(answer)
                shown = ours(unit.source, language)
                cell.shown["ours"].append(shown.remembered if shown else "")
                cell.shown["adapted"].append(shown.target if shown else "")
                cell.adapted += bool(shown and shown.is_adapted)
                for name, best in rankings[sources].items():
                    place = best(unit.source)
                    cell.shown[name].append("" if place is None else held[place].texts[language])


def repairs(language: str, pairs: Sequence[Pair]) -> Cells:
    """Ask for each pair what its remembered text, alone in a memory, becomes: there is nothing to rank."""
    from tm.matching.adapt import adapt

    cells: Cells = defaultdict(Cell)
    for pair in pairs:
        if band := _band(pair.query, pair.source):
            cell = cells[language, band]
            adapted = adapt(pair.query, pair.source, pair.target, "en", language)
            cell.answers.append(pair.answer)
            cell.shown["ours"].append(pair.target)
            cell.shown["adapted"].append(adapted.text if adapted else pair.target)
            cell.adapted += adapted is not None
    return cells


def _band(text: str, source: str) -> str:
    points = similarity(match_key(text), match_key(source))
    return next((name for least, name in BANDS if points >= least), "")
