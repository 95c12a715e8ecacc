"""Cut a plain text into sentences: one a line, a blank line between paragraphs."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from tm.cli import arguments
from tm.cli.context import Context
from tm.model.language import find_language

_PARAGRAPH_END = re.compile(r"(?:\r\n|[\n\r\u0085\u2029])[^\S\n\r\u0085\u2029]*(?:\r\n|[\n\r\u0085\u2029])\s*")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", required=True, metavar="L", help="the language of the text: ar, en, es, fr, ru, zh")
    parser.add_argument("--rules", type=Path, metavar="SRX", help="an SRX 2.0 file instead of the built-in rules")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the text (stdin by default)")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.segmentation.rules import read_srx
    from tm.segmentation.split import split

    language = find_language(options.lang)
    rules = read_srx(options.rules.read_bytes(), str(options.rules)) if options.rules else None
    text = arguments.read_text(options.file)
    first = True
    for paragraph in _PARAGRAPH_END.split(text):
        sentences = split(paragraph, language.code, rules)
        if sentences and not first:
            print()
        for sentence in sentences:
            print(" ".join(sentence.splitlines()) if "\n" in sentence or "\r" in sentence else sentence)
            first = False
    return 0
