"""Report entries that are nearly the same and translations that cannot be; nothing is changed."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.cli.waiting import waiting
from tm.model.errors import SettingsError

if TYPE_CHECKING:
    from tm.workflow.dedupe import Doubt, Group, Member

NEARLY_EQUAL = "nearly-equal"
_NO_GROUPS: Sequence[Group] = ()


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--select", metavar="KIND,…", help="only these, such as nearly-equal,length,number")
    parser.add_argument("--limit", type=arguments.count, default=100, metavar="N", help="100 shown of each by default")
    arguments.add_format(parser)


def dedupe(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store
    from tm.workflow.dedupe import find_doubts, find_groups

    kinds = _kinds(options.select)
    total, groups = 0, _NO_GROUPS
    doubtful: list[Doubt] = []
    counts: Counter[str] = Counter()
    with closing(open_store(context.memory_url(), create=False)) as store, waiting() as tell:
        if NEARLY_EQUAL in kinds:
            total, groups = find_groups(store, limit=options.limit, tell=tell)
        for doubt in find_doubts(store, kinds, jobs=arguments.jobs(), tell=tell) if kinds - {NEARLY_EQUAL} else ():
            counts.update({"doubtful", *(kind for kind, _ in doubt.reasons)})
            if len(doubtful) < options.limit:
                doubtful.append(doubt)
    if options.format == "json":
        print(json.dumps(_json(total, groups, counts, doubtful), ensure_ascii=False))
    else:
        _print_text(groups, doubtful)
        shown = (
            output.count(total, "group")
            + " of nearly equal entries, "
            + output.count(counts["doubtful"], "doubtful translation")
        )
        print(shown)
    return 0


def _kinds(selected: str | None) -> set[str]:
    from tm.checks.likeness import KINDS

    known = (NEARLY_EQUAL, *KINDS)
    chosen = known if selected is None else tuple(filter(None, selected.split(",")))
    for kind in chosen:
        if kind not in known:
            raise SettingsError(f"unknown kind {kind!r}: use one of {', '.join(known)}")
    if not chosen:
        raise SettingsError(f"no kind is named: use some of {', '.join(known)}")
    return set(chosen)


def _json(total: int, groups: Sequence[Group], counts: Counter[str], doubtful: Sequence[Doubt]) -> dict[str, object]:
    return {
        "nearly_equal": [
            {"languages": list(group.languages), "entries": [_pair_json(member) for member in group.members]}
            for group in groups
        ],
        "doubtful": [
            {
                "languages": list(doubt.languages),
                **_pair_json(doubt.pair),
                "reasons": [{"kind": kind, "message": message} for kind, message in doubt.reasons],
            }
            for doubt in doubtful
        ],
        "summary": {"nearly_equal": total, "doubtful": counts.pop("doubtful", 0), "reasons": dict(counts)},
    }


def _pair_json(pair: Member) -> dict[str, object]:
    return {"entry": pair.entry, "document": pair.document, "source": pair.source, "target": pair.target}


def _print_text(groups: Sequence[Group], doubtful: Sequence[Doubt]) -> None:
    for group in groups:
        print(output.paint(f"{' → '.join(group.languages)}: nearly equal", "bold"))
        for member in group.members:
            _print_pair(member)
    for doubt in doubtful:
        reasons = "; ".join(f"{kind}: {message}" for kind, message in doubt.reasons)
        print(output.paint(f"{' → '.join(doubt.languages)}: {output.shown(reasons)}", "bold"))
        _print_pair(doubt.pair)


def _print_pair(pair: Member) -> None:
    print(f"  {output.paint(output.shown(f'entry {pair.entry}: {pair.document}'), 'dim')}")
    print(f"    {output.shown(pair.source)}")
    print(f"    {output.shown(pair.target)}")
