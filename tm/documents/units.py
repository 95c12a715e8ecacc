"""The units of a document: what translators work on, each distinct text once."""

from __future__ import annotations

from tm.model.document import RUNNING, Block, Code, Document
from tm.model.unit import Place, Unit

_LONGEST_NOTE = 60
_WORDS_OWN = ("<w:", "<m:", "<mc:")


def units(document: Document) -> tuple[Unit, ...]:
    """Give one untranslated unit per distinct context and text, in the order of first occurrence, with all places."""
    found: dict[tuple[str | None, str], Unit] = {}
    places: dict[tuple[str | None, str], list[Place]] = {}
    for block, segment in document.segments():
        key = (context_of(block), segment.text)
        places.setdefault(key, []).append(Place(document.path, segment.line))
        if key not in found:
            notes = tuple(map(note, segment.codes))
            found[key] = Unit(segment.text, context=key[0], role=block.role.value, notes=notes)
    return tuple(_with_places(unit, places[key]) for key, unit in found.items())


def context_of(block: Block) -> str | None:
    """Give the msgctxt of a block's units: none for running text, else the role; never a position."""
    return None if block.role in RUNNING else block.role.value


def _with_places(unit: Unit, places: list[Place]) -> Unit:
    distinct = tuple(dict.fromkeys(places))
    return Unit(unit.source, context=unit.context, role=unit.role, notes=unit.notes, places=distinct)


def note(code: Code) -> str:
    """Say what a tag stands for: `<1> bold`, `<2/> code `tm build``.

    The markup itself is told where it is the content: an address, a formula, a footnote's mark.
    """
    if code.close is not None:
        return f"<{code.number}> {code.meaning}".rstrip()
    shown = "" if code.raw.startswith(_WORDS_OWN) else " ".join(code.raw.split())
    if len(shown) > _LONGEST_NOTE:
        shown = shown[: _LONGEST_NOTE - 1] + "…"
    return " ".join(part for part in (f"<{code.number}/>", code.meaning, shown) if part)
