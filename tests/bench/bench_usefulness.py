"""Measures how useful matches are: their targets against the real translations; run as a script.

    python tests/bench/bench_usefulness.py [--only tico19,…] [--languages ar,…] [--revisions 300] [--json FILE]

The memory is all documents of a set but one, the queries are that document, from English. What each ranking would show
first is scored by chrF++ and TER against the real translation, by bands of the best token similarity that there is in
the memory; each ranking gets the same queries. Ours is what `tm lookup` shows first: from 50 % on the first match, as
remembered and as adapted; below, the nearest entry. Then the same for real revisions, where the old text is remembered,
and for generated letters that differ in values alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

from memory.data import PROJECT, say
from memory.freeze import run_on_a_copy

run_on_a_copy()

from usefulness.scores import signatures  # noqa: E402
from usefulness.table import Table  # noqa: E402
from usefulness.texts import LANGUAGES, SETS, Pair, revisions  # noqa: E402
from usefulness.trial import leave_one_out, repairs  # noqa: E402


def main() -> None:
    options = _options()
    table = Table()
    for name in SETS:
        if name in options.only:
            say(f"leaving out one document of {name} after the other")
            table.add(name, leave_one_out(name, options.languages))
    for name in ("revisions", "letters"):
        if name in options.only:
            for language in options.languages:
                pairs = revisions(language) if name == "revisions" else _letters(language)
                chosen = random.Random(language).sample(pairs, min(options.pairs, len(pairs)))
                say(f"{len(chosen)} of {len(pairs)} {name} into {language}")
                table.add(name, repairs(language, chosen))
    table.print()
    print(f"\n{signatures()}")
    if options.json:
        options.json.write_text(json.dumps(table.rows(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _letters(language: str) -> list[Pair]:
    sys.path.append(str(PROJECT))  # last: the program is the copy
    from tests.matching.letters import generate

    return [
        Pair(case.query, case.gold, case.remembered, case.target)
        for case in generate()
        if case.language == language and case.gold is not None
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    everything = [*SETS, "revisions", "letters"]
    parser.add_argument("--only", type=lambda text: text.split(","), default=everything, metavar="NAME,…")
    parser.add_argument("--languages", type=lambda text: text.split(","), default=list(LANGUAGES), metavar="L,…")
    parser.add_argument("--revisions", dest="pairs", type=int, default=300, metavar="N", help="and letters, at most")
    parser.add_argument("--code", type=Path, metavar="DIR", help="measure the program in another checkout")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there, too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
