"""Score translations against reference translations, or tell what a translator changed of pretranslated ones.

Either side is a PO file, a folder of PO files, a text with a segment a line, or REVISION:path of any of these in git.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import SettingsError

if TYPE_CHECKING:
    from tm.model.language import Language
    from tm.workflow.pairs import Paired
    from tm.workflow.sides import Side

_TOKENIZERS = ("13a", "intl", "zh", "char")


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "hypothesis",
        type=_named,
        metavar="HYPOTHESIS",
        help="what is scored: a PO file, a folder, a text, or REVISION:path",
    )
    add("reference", type=_named, metavar="REFERENCE", help="what it is scored against: likewise")
    add("--lang", type=_language, metavar="L", help="the language of texts; PO files say theirs")
    add(
        "--against",
        type=_named,
        metavar="OTHER",
        help="a second hypothesis: test whether the two differ by chance alone",
    )
    add("--all", action="store_true", help="count fuzzy hypotheses as they stand, and missing ones as empty")
    add("--shared", action="store_true", help="compare even where most units are on one side only")
    add(
        "--worst",
        type=arguments.most,
        default=10,
        metavar="N",
        help="list so many of the worst segments (10 by default)",
    )
    add("--tokenize", choices=_TOKENIZERS, default="", help="BLEU's tokenizer (zh for Chinese, otherwise intl)")
    add("--no-ter", action="store_true", help="leave TER out, which takes long where long segments differ much")
    add("--effort", action="store_true", help="HYPOTHESIS was pretranslated, REFERENCE is its final version")
    arguments.add_format(parser)


def _language(code: str) -> Language:
    (*others, language) = arguments.languages(code)
    if others:
        raise SettingsError(f"--lang {code}: name one language; a folder with several is scored in each without --lang")
    return language


def _named(text: str) -> str:
    arguments.path(text)
    return text


def run(options: argparse.Namespace, context: Context) -> int:
    from pathlib import Path

    from tm.workflow.sides import read_side

    if options.effort and options.against:
        raise SettingsError("--against compares scores, --effort tells none: use one of them")
    folder = context.root or Path()
    named = [options.hypothesis, *filter(None, [options.against])]
    hypotheses = [read_side(name, folder, options.lang) for name in named]
    reference = read_side(options.reference, folder, options.lang)
    if options.effort:
        return _effort(options, hypotheses[0], reference, context)
    return _score(options, hypotheses, reference)


def _paired(options: argparse.Namespace, hypotheses: Sequence[Side], reference: Side) -> Sequence[Paired]:
    from tm.workflow.pairs import alone, pair

    for part in alone([*hypotheses, reference]):
        output.note(f"{part.path}: left out: no other side has this document in {part.lang or 'this language'}")
    return list(pair(hypotheses, reference, unfinished=options.all or options.effort, few=options.shared))


def _score(options: argparse.Namespace, hypotheses: Sequence[Side], reference: Side) -> int:
    from tm.cli import scores
    from tm.evaluation.quality import METRICS
    from tm.workflow.score import score

    paired = _paired(options, hypotheses, reference)
    metrics = METRICS[:-1] if options.no_ter else METRICS
    counter = output.counter("score")
    report = score(paired, counter, tokenizer=options.tokenize, metrics=metrics, worst=options.worst)
    for scored in report.languages:
        scores.tell_left_out(scored.left_out, scored.lang)
    named = [*(side.named for side in hypotheses), reference.named]
    if options.format == "json":
        _print_json(scores.as_json(report, named))
    else:
        scores.print_text(report, named)
    return 0


def _effort(options: argparse.Namespace, pretranslated: Side, final: Side, context: Context) -> int:
    from tm.cli import scores
    from tm.workflow.effort import effort

    worth = effort(_paired(options, [pretranslated], final))
    for one in worth:
        scores.tell_left_out(one.left_out, one.lang)
    if options.format == "json":
        _print_json(scores.effort_json(worth, pretranslated.named, final.named))
    else:
        scores.print_effort(worth, context.project_or_here().settings.rates)
    return 0


def _print_json(found: object) -> None:
    import json

    print(json.dumps(found, ensure_ascii=False))
