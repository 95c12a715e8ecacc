"""Measures alignment against gold, beside peers; run as a script.

    python tests/bench/bench_align.py [--only udhr,hard,…,chapters] [--languages ar,…] [--memory] [--tuned]

F1 is strict: a bead is right when all its sentences are, and beads with an empty side do not count. Of ours, also what
share of the entries of a confidence of 0.9 or more is right, and CPU seconds. With --memory the other documents of
TICO-19 are in the memory. Without --tuned only documents that the program was not tuned on are measured. `written` are
documents translated for this by hand; `freely`, `rearranged` and `swapped` are changed as translators and editors do;
`chapters`, only when asked for, are 3,000 sentences with a chapter missing, moved or added: F1 before, beside, in and
behind it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

sys.path.append(str(Path(__file__).resolve().parents[2]))

from align.aligners import Aligner, aligners
from align.chapters import chapters
from align.damage import changed
from align.sets import LANGUAGES, Case, cases

_CHANGED = ("freely", "rearranged", "swapped")
_SETS = ("udhr", "align_docs", "gold", "written", "hard", *_CHANGED)
_ZONES = ("before", "beside", "moved", "behind")


def main() -> None:
    options = _options()
    for name in options.only:
        if name == "chapters":
            _measure_chapters(options.languages, aligners()["ours"])
            continue
        for peer, aligner in aligners().items():
            if options.memory and peer != "ours":
                continue
            scores = []
            for language in options.languages:
                right = given = wanted = sure = sure_right = 0
                begin = time.process_time()
                for case in _cases(name, language, options):
                    found = aligner(case, language)
                    right += len(case.gold & found.keys())
                    given, wanted = given + len(found), wanted + len(case.gold)
                    confident = {link for link, confidence in found.items() if confidence >= 0.9}
                    sure, sure_right = sure + len(confident), sure_right + len(confident & case.gold)
                if wanted:
                    scores.append(200 * right / (given + wanted))
                    honest = f", {sure_right}/{sure} right at 0.9" if sure else ""
                    seconds = time.process_time() - begin
                    print(f"{name:11}{peer:8} {language} F1 {scores[-1]:6.2f}{honest}, {seconds:.1f} s", flush=True)
            if len(scores) > 1:
                print(f"{name:11}{peer:8} average {sum(scores) / len(scores):.2f}, least {min(scores):.2f}", flush=True)


def _cases(name: str, language: str, options: argparse.Namespace) -> Iterable[Case]:
    if name in _CHANGED:
        return changed(name, language, tuned=options.tuned)
    return cases(name, language, memory=options.memory, tuned=options.tuned)


def _measure_chapters(languages: Iterable[str], aligner: Aligner) -> None:
    for language in languages:
        for one in chapters(language):
            begin = time.process_time()
            found = aligner(one.case, language).keys()
            seconds = time.process_time() - begin
            gold = one.case.gold
            right, given, wanted = (Counter(map(one.zone, links)) for links in (found & gold, found, gold))
            told = [f"{zone} {200 * right[zone] / (given[zone] + wanted[zone]):.2f}" for zone in _ZONES if wanted[zone]]
            peak = getrusage(RUSAGE_SELF).ru_maxrss // 1024
            print(f"{one.case.name:20} {language} F1 {', '.join(told)}; {seconds:.1f} s, at most {peak} MB", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=lambda text: text.split(","), default=_SETS, metavar="NAME,…")
    parser.add_argument("--languages", type=lambda text: text.split(","), default=LANGUAGES, metavar="L,…")
    parser.add_argument("--memory", action="store_true", help="remember the other documents")
    parser.add_argument("--tuned", action="store_true", help="measure what was tuned on instead")
    return parser.parse_args()


if __name__ == "__main__":
    main()
