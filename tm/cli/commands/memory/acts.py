"""Show acts, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tm.cli import output

if TYPE_CHECKING:
    from tm.memory.acts import Act


def act_line(act: Act) -> str:
    """Say in a line what was done when."""
    undone = f" (undone by {act.undone})" if act.undone else ""
    return f"{act.id}: {act.at}: {act.deed}" + (f" {output.shown(act.label)}" if act.label else "") + undone


def act_json(act: Act) -> dict[str, object]:
    """Give an act as the documents describe it."""
    return {
        "act": act.id, "deed": act.deed.value, "at": act.at, "label": act.label, "undone": act.undone or None,
    }  # fmt: skip
