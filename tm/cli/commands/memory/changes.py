"""Delete entries, bring them back, and undo acts; each says what it did."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.commands.memory.acts import act_json, act_line
from tm.cli.context import Context
from tm.model.errors import SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.acts import Change, Choice
    from tm.memory.store import Store

_LEFT = (
    "a part of the command is left: another one changed or translated the same texts in between; "
    "tm memory undo, said again, undoes that one first"
)

_WITHHELD = "what went with an import that was undone; tm memory restore, said again, brings it back as well"


def configure_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("entries", nargs="*", type=arguments.entry, metavar="ENTRY", help="numbers of entries")
    parser.add_argument("--document", metavar="NAME", help="all entries of a document, as tm memory stats names it")
    parser.add_argument("--lang", metavar="L", help="only the texts in this language")
    arguments.add_format(parser)


def configure_undo(parser: argparse.ArgumentParser) -> None:
    arguments.add_format(parser)


def delete(options: argparse.Namespace, context: Context) -> int:
    choice = _choice(options)
    if choice is None:
        raise SettingsError("nothing is named: give numbers of entries, or --document NAME")
    return _change(options, context, lambda store: store.delete(choice, _label(choice)))


def restore(options: argparse.Namespace, context: Context) -> int:
    choice = _choice(options)
    if choice is None and options.lang:
        raise SettingsError("--lang needs numbers of entries, or --document NAME")
    return _change(options, context, lambda store: store.restore(choice, _label(choice) if choice else ""))


def undo(options: argparse.Namespace, context: Context) -> int:
    return _change(options, context, lambda store: store.undo())


def _choice(options: argparse.Namespace) -> Choice | None:
    from tm.memory.acts import Choice

    if options.entries and options.document is not None:
        raise SettingsError("both numbers of entries and --document are given: name one of them")
    if not options.entries and options.document is None:
        return None
    language = find_language(options.lang).code if options.lang else ""
    return Choice(tuple(dict.fromkeys(options.entries)), options.document, language)


def _label(choice: Choice) -> str:
    """Name what was chosen in the list of acts."""
    if choice.document is not None:
        named = f"document {choice.document}"
    else:
        shown = ", ".join(map(str, choice.entries[:10]))
        more = f" and {len(choice.entries) - 10} more" if len(choice.entries) > 10 else ""
        named = f"entry {shown}" if len(choice.entries) == 1 else f"entries {shown}{more}"
    return f"{named}, {choice.language}" if choice.language else named


def _change(options: argparse.Namespace, context: Context, do: Callable[[Store], Change]) -> int:
    from tm.stores import open_store

    with closing(open_store(context.memory_url(), create=False)) as store:
        change = do(store)
    if options.format == "json":
        import json

        acts = [act_json(act) for act in change.acts]
        counts = {"removed": change.removed, "restored": change.restored, "notes": change.resaid}
        more: dict[str, object] = {"left": [act_json(act) for act in change.left]} if options.verb == "undo" else {}
        if options.verb == "restore":
            more = {"revived": [act_json(act) for act in change.revived], "withheld": change.withheld}
        print(json.dumps({"acts": acts, **counts, **more}, ensure_ascii=False))
        return 0
    if options.verb == "undo":
        for act in change.acts:
            print(f"undone: {act_line(act)}")
        for act in change.left:
            print(f"not undone: {act_line(act)}")
        if change.left:
            print(_LEFT)
    done = [
        (change.removed, "taken away"),
        (change.restored, "brought back"),
        (change.resaid, "with the notes of before"),
    ]
    print(", ".join(f"{output.count(number, 'entry')} {what}" for number, what in done if number) or "no entry changed")
    for act in change.revived:
        print(f"some of it went with an import that was undone: {act_line(act)}")
    if change.withheld:
        print(f"left away in {output.count(change.withheld, 'entry')}: {_WITHHELD}")
    return 0
