"""Compares the memory's speed and recall with its peers' and with its goals; run as a script.

    python tests/bench/bench_memory.py [--size 1e5,1e6] [--queries 1000] [--quick] [--only NAME,…] [--json FILE]

Every measurement prints ratios: medians over rounds in which ours and the other take turns on the same texts. Ratios are
given by the clock and by processor time; the latter is judged against the goal where one process does all the work. Recall
is the share of true matches, those of comparing with every entry, among the five best. Fragments are asked for as after a
lookup that found nothing: the same texts, in one process, with all libraries loaded and as many others asked before. Data
and memories are kept in the folder for temporary files; a memory is filled anew when the code that shapes it changes,
unless `--stale` is given. The run measures the code as it was when it began, each lookup of ours in a process that has
loaded nothing but the program.
"""

from __future__ import annotations

import argparse
import traceback
from pathlib import Path

from memory.freeze import run_on_a_copy

run_on_a_copy()

from memory.measures import MEASURES, Bench  # noqa: E402
from memory.table import Line  # noqa: E402


def main() -> None:
    options = _options()
    bench = Bench(
        options.sizes, options.queries, options.rounds, stale=options.stale, language_size=options.language_size
    )
    for name, measure in MEASURES.items():
        if name in options.only:
            try:
                measure(bench)
            except Exception:  # the others are worth measuring all the same
                traceback.print_exc()
                bench.table.add(Line(name, "FAILED"))
    if options.json:
        bench.table.save(options.json)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", dest="sizes", type=_sizes, default=[100_000], help="entries, 1e5 by default")
    parser.add_argument("--language-size", type=lambda text: int(float(text)), default=200_000, metavar="N")
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="1e4 entries and 200 queries: does it run?")
    parser.add_argument("--only", type=_names, default=list(MEASURES), help=", ".join(MEASURES))
    parser.add_argument(
        "--stale", action="store_true", help="take memories that other code has filled, if their form is still the same"
    )
    parser.add_argument("--code", type=Path, metavar="DIR", help="measure the program in another checkout")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there, too")
    options = parser.parse_args()
    if options.quick:
        options.sizes, options.queries, options.rounds = [1_000, 10_000], 200, 3
    return options


def _sizes(text: str) -> list[int]:
    return sorted({int(float(part)) for part in text.split(",")})


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(MEASURES):
        raise argparse.ArgumentTypeError(f"no {', '.join(unknown)}: there are {', '.join(MEASURES)}")
    return names


if __name__ == "__main__":
    main()
