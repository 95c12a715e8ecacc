"""Cut a plain text into sentences: one a line, a blank line between paragraphs."""

from __future__ import annotations

import argparse

from tm.cli import arguments
from tm.cli.context import Context
from tm.model.language import find_language


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", required=True, metavar="L", help="the language of the text: ar, en, es, fr, ru, zh")
    parser.add_argument(
        "--rules", type=arguments.path, metavar="SRX", help="an SRX 2.0 file instead of the built-in rules"
    )
    parser.add_argument("file", nargs="?", type=arguments.path, metavar="FILE", help="the text (stdin by default)")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.segmentation.rules import read_srx
    from tm.segmentation.split import paragraph_spans, split

    language = find_language(options.lang)
    rules = read_srx(options.rules.read_bytes(), str(options.rules)) if options.rules else None
    text = arguments.read_text(options.file)
    for number, (start, end) in enumerate(paragraph_spans(text)):
        if number:
            print()
        for sentence in split(text[start:end], language.code, rules):
            print(" ".join(sentence.splitlines()) if len(sentence.splitlines()) > 1 else sentence)
    return 0
