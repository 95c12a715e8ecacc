"""Make the localized documents: each in its source's own format and as an HTML page."""

from __future__ import annotations

import argparse

from tm.cli import arguments, output
from tm.cli.context import Context

_KINDS = {"all": ("text", "html"), "text": ("text",), "html": ("html",)}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", type=arguments.path, metavar="SOURCE", help="documents (all of source/ by default)"
    )
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="all six by default")
    parser.add_argument("--format", choices=[*_KINDS], default="all", help="text: the source's own format")
    parser.add_argument("--strict", action="store_true", help="build nothing while a segment is untranslated or fuzzy")
    parser.add_argument("--output", type=arguments.path, metavar="DIR", help="build/ by default")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.build import build

    project = context.project()
    work = build(
        project,
        options.sources,
        options.lang,
        kinds=_KINDS[options.format],
        strict=options.strict,
        output=options.output,
    )
    for done in work:
        left = f" ({output.count(done.left, 'segment')} left in the source language)" if done.left else ""
        print(f"{project.shown(done.path)}{left}")
    return 0
