"""Units of a document."""

from __future__ import annotations

from tm.documents import format as formats
from tm.documents.units import context_of, units
from tm.model.document import Block, Role
from tm.model.unit import Place, Unit

SOURCE = """\
# Charter

Charter

Charter.

- Charter.

See `tm` and **it**. Charter.

# Charter
"""


def test_each_text_in_each_context_is_one_unit_with_all_its_places() -> None:
    document = formats.read(SOURCE.encode(), "source/a.md")

    def places(*lines: int) -> tuple[Place, ...]:
        return tuple(Place("source/a.md", line) for line in lines)

    assert units(document) == (
        Unit("Charter", context="heading", role="heading", places=places(1, 11)),
        Unit("Charter", role="paragraph", places=places(3)),
        Unit("Charter.", role="paragraph", places=places(5, 7, 9)),
        Unit("See <1/> and <2>it</2>.", role="paragraph", places=places(9), notes=("<1/> code `tm`", "<2> bold")),
    )


def test_only_running_text_has_no_context() -> None:
    without = {role for role in Role if context_of(Block(role, ())) is None}
    assert without == {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.FOOTNOTE}
    assert context_of(Block(Role.STATE_NAME, ())) == "state-name"


def test_the_note_of_a_code_is_short_and_on_one_line() -> None:
    document = formats.read(f"A `{'x' * 200}\ny` b.".encode(), "a.md")
    ((note,),) = [unit.notes for unit in units(document)]
    assert len(note) < 80
    assert "\n" not in note
