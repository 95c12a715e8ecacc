"""Look for damage in the memory, and repair it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.cli.waiting import waiting

if TYPE_CHECKING:
    from tm.memory.damage import Damage
    from tm.workflow.verify import Repair


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--full", action="store_true", help="look up every text, not only a sample")
    parser.add_argument("--repair", action="store_true", help="mend what is damaged, with the help of locales/")
    arguments.add_format(parser)


def verify(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.verify import look, repair

    url = context.memory_url()
    with waiting() as tell:
        damage = look(url, full=options.full, tell=tell)
        done = None
        if damage and options.repair:
            done = repair(url, damage, context.project_or_here(), full=options.full, tell=tell)
    if options.format == "json":
        import json

        print(json.dumps(_json(damage, done), ensure_ascii=False))
    else:
        _print_text(damage, done)
    return int(bool(done.left or _lost(done) != 0 or done.mended.unsaid) if done else bool(damage))


def _lost(done: Repair) -> int | None:
    """Say at most how many texts are lost; None where it is not known how many there were."""
    if not done.mended.is_counted:
        return None
    return max(done.mended.unreadable - done.again, 0)


def _json(damage: Sequence[Damage], done: Repair | None) -> dict[str, object]:
    found: dict[str, object] = {"damage": [_damage_json(one) for one in damage], "repair": None}
    if done:
        found["repair"] = {
            "kept": done.mended.kept,
            "unreadable": done.mended.unreadable,
            "files": done.files,
            "again": done.again,
            "lost": _lost(done),
            "notes": done.mended.unsaid,
            "refused": list(done.refused),
            "aside": done.mended.aside or None,
            "left": [_damage_json(one) for one in done.left],
        }
    return found


def _damage_json(damage: Damage) -> dict[str, object]:
    return {"part": damage.part, "message": damage.message, "derived": damage.derived}


def _print_text(damage: Sequence[Damage], done: Repair | None) -> None:
    for one in damage:
        print(f"{one.part}: {one.message}")
    if not damage:
        print("no damage found")
    elif not done:
        output.note("run: tm memory verify --repair")
    else:
        _print_repair(done)


def _print_repair(done: Repair) -> None:
    if not done.mended.aside:
        print("the index was dropped, and is made anew by the next lookup")
        return
    print(
        f"a new memory was made: {output.count(done.mended.kept, 'text')} kept, {done.mended.unreadable} not readable;"
        f" {output.count(done.files, 'PO file')} imported again, which brought {output.count(done.again, 'entry')}"
    )
    for refused in done.refused:
        print(f"not imported: {refused}")
    lost = _lost(done)
    if not done.mended.kept and lost != 0:
        print("nothing could be read of the damaged file")
    if lost is None:
        print("lost: nothing tells how many texts, as it cannot be read how many there were: see what you miss")
    elif lost:
        print(f"lost: up to {output.count(lost, 'text')} that no PO file holds")
    if done.mended.unsaid:
        of = output.count(done.mended.unsaid, "text")
        print(f"lost: what other programs said of {of}, or of entries: import the TMX files again from which it came")
    print(f"the damaged file was kept as {done.mended.aside}")
    for one in done.left:
        print(f"still damaged: {one.part}: {one.message}")
