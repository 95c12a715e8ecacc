"""Show what other programs say of an entry or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tm.model.note import Note

_SHOWN = 500
"""Characters of a note that are shown."""


def as_record(note: Note) -> dict[str, str | None]:
    """Give a note as JSON has it."""
    return {
        "form": note.form.value,
        "name": note.name or None,
        "text": note.text,
        "language": note.language or None,
        "encoding": note.encoding or None,
    }


def as_line(note: Note) -> str:
    """Give a note in a line, the beginning of a long one; what it has in several lines is joined by spaces.

    >>> from tm.model.note import Form, Note
    >>> as_line(Note("UNODC", Form.PROPERTY, "client")), as_line(Note("Ask\\nAnn."))
    ('property client: UNODC', 'note: Ask Ann.')
    """
    name = f" {note.name}" if note.name else ""
    text = " ".join(note.text[: 2 * _SHOWN].split())
    return f"{note.form.value}{name}: {text if len(note.text) <= _SHOWN else text[:_SHOWN] + ' …'}"
