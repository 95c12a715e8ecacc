"""Measures the checks: defects found, false alarms, precision and speed, with pofilter beside; run as a script.

    python tests/bench/bench_checks.py [--only defects,alarms,speed] [--count 30] [--show missed|judge] [--json FILE]

Defects are put into right pairs: our own translations and published ones, of which nothing of the kind is told as they
are. One is found when a check that ought to know says error or warning; of pofilter, with all its filters, any new
complaint counts.
Samples of the findings in text as people left it are judged by hand (`quality/judgements.tsv`); what is not judged
counts as false.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import process_time

from quality.alarms import Alarms, alarms, precision
from quality.defects import DEFECTS
from quality.finders import FINDERS, check_all, pofilter
from quality.judgements import Told, judgements, sample
from quality.pairs import LANGUAGES, PUBLISHED, VOLUNTEERS, pairs
from quality.seed import Seeded, seeded

Row = dict[str, object]


def measure_defects(count: int, show: bool) -> Iterator[Row]:
    """Seed defects of every kind, and count those that are found."""
    totals = {name: [0, 0] for name in FINDERS}
    print("\n| defect | seeded | found | pofilter | least |\n|---|--:|--:|--:|---|")
    for defect in DEFECTS:
        shares: dict[str, float] = {}
        found = dict.fromkeys(FINDERS, 0)
        made = 0
        for language in defect.languages:
            spoilt = list(islice(filter(_was_right, seeded(defect, language, 3 * count)), count))
            hits = {name: [_is_found(one, name) for one in spoilt] for name in FINDERS}
            made += len(spoilt)
            for name in FINDERS:
                found[name] += sum(hits[name])
            if spoilt:
                shares[language] = sum(hits["ours"]) / len(spoilt)
            if show:
                _show([one for one, hit in zip(spoilt, hits["ours"], strict=True) if not hit])
        for name in FINDERS:
            totals[name][0] += found[name]
            totals[name][1] += made
        least = min(shares, key=lambda language: shares[language])
        cells = [f"{100 * found[name] / made:.1f} %" for name in FINDERS]
        print(f"| {defect.name} | {made} | {' | '.join(cells)} | {least} {100 * shares[least]:.0f} % |", flush=True)
        yield {"defect": defect.name, "seeded": made, **found}
    shares_of_all = " | ".join(f"{100 * hit / made:.1f} %" for hit, made in totals.values())
    print(f"| all | {totals['ours'][1]} | {shares_of_all} | |")


def _is_found(one: Seeded, name: str) -> bool:
    finder = FINDERS[name]
    new = finder(*one.wrong, one.language) - finder(*one.right, one.language)
    return bool(new & one.defect.checks if name == "ours" else new)


def _was_right(one: Seeded) -> bool:
    """Leave out pairs that had such a defect before: published texts do, and more cannot be told."""
    return not FINDERS["ours"](*one.right, one.language) & one.defect.checks


def _show(missed: list[Seeded]) -> None:
    for one in missed:
        print(f"  missed {one.defect.name} {one.language}\n    {one.wrong[0]}\n    {one.right[1]}\n    {one.wrong[1]}")


def measure_alarms(show: bool) -> Iterator[Row]:
    """Count findings in published text and in that of volunteers, and how many are true."""
    everything: dict[bool, list[Told]] = {True: [], False: []}
    units = flagged = 0
    print("\n| set | language | units | flagged | pofilter |\n|---|---|--:|--:|--:|")
    for name in (*PUBLISHED, *VOLUNTEERS):
        for one in alarms(name, peer=True):
            is_published = name in PUBLISHED
            everything[is_published] += one.told
            units, flagged = (units + one.units, flagged + one.flagged) if is_published else (units, flagged)
            shares = " | ".join(f"{100 * value / one.units:.1f} %" for value in (one.flagged, one.peer))
            print(f"| {name} | {one.language} | {one.units} | {shares} |", flush=True)
            yield _row(one)
    share = 100 * flagged / units
    print()
    for is_published, size in ((True, 200), (False, 100)):
        right, wrong, open_ = precision(everything[is_published], size)
        of = "published text" if is_published else "volunteers' text"
        print(f"sample of {size} findings in {of}: {right} true, {wrong} false, {open_} not judged")
        if is_published:
            false = share * (wrong + open_) / max(right + wrong + open_, 1)
            print(f"so {share:.2f} % of {units} published units are flagged, and some {false:.2f} % for nothing")
        if show:
            for told in sample(everything[is_published], size):
                if told.key not in judgements():
                    _ask(told)


def _ask(told: Told) -> None:
    pair = told.pair
    print(f"{told.key}\t{pair.set}\t{pair.language}\t{told.check}\t?\t{told.message}")
    print(f"    {pair.source}\n    {pair.target}")


def _row(one: Alarms) -> Row:
    return {
        "set": one.set, "language": one.language, "units": one.units,
        "flagged": one.flagged, "pofilter": one.peer,
    }  # fmt: skip


def measure_speed(rounds: int = 3, count: int = 400) -> Iterator[Row]:
    """Check sentences in five languages with all checks that run by default, taking turns with pofilter.

    Each round has sentences of its own. Each source is read by all languages, as in a project.
    """
    check_all([("Some text.", "Du texte.", "fr")])
    print("\n| round | units a second | pofilter | times |\n|--:|--:|--:|--:|")
    for number in range(1, rounds + 1):
        texts = [
            (pair.source, pair.target, language)
            for language in LANGUAGES
            for pair in pairs("tico19", language)[number * count : (number + 1) * count]
        ]
        start = process_time()
        check_all(texts)
        middle = process_time()
        for text in texts:
            pofilter(*text)
        rates = [len(texts) / (middle - start), len(texts) / (process_time() - middle)]
        print(f"| {number} | {rates[0]:,.0f} | {rates[1]:,.0f} | {rates[0] / rates[1]:.1f} |", flush=True)
        yield {"round": number, "ours": rates[0], "pofilter": rates[1]}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", default="defects,alarms,speed")
    parser.add_argument("--count", type=int, default=30, help="defects of a kind and language")
    parser.add_argument("--show", choices=["missed", "judge"])
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    measures = {
        "defects": lambda: measure_defects(options.count, options.show == "missed"),
        "alarms": lambda: measure_alarms(options.show == "judge"),
        "speed": measure_speed,
    }
    rows = {name: list(measures[name]()) for name in options.only.split(",")}
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
