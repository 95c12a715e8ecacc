"""Look after the memory: see what is in it, delete and bring back, undo, find what is doubtful or damaged."""

from __future__ import annotations

import argparse

from tm.cli.commands.memory import changes, contents, doubts, soundness
from tm.cli.context import Context

VERBS = {
    "stats": (contents.configure_stats, contents.show_stats, "what is in it, by language, document and status"),
    "history": (contents.configure_history, contents.show_history, "what became of an entry"),
    "delete": (changes.configure_choice, changes.delete, "take entries away, so that no lookup finds them"),
    "restore": (changes.configure_choice, changes.restore, "bring back what was taken away"),
    "undo": (changes.configure_undo, changes.undo, "undo the last import, deletion or restoration as a whole"),
    "dedupe": (
        doubts.configure,
        doubts.dedupe,
        "report entries that are nearly the same, and translations that cannot be",
    ),
    "verify": (soundness.configure, soundness.verify, "look for damage, and repair it"),
}
"""Each verb with what declares its arguments, what runs it, and its one line of help."""


def configure(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, (declare, _, about) in VERBS.items():
        declare(verbs.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}."))


def run(options: argparse.Namespace, context: Context) -> int:
    _, act, _ = VERBS[options.verb]
    return act(options, context)
