"""What a version does alike in every format."""

import pytest

from tm.documents.version import end_of_states, in_order, one_line, runs_into_heading
from tm.model.document import Block, Role, Segment
from tm.model.language import BY_CODE


def block(text: str, role: Role = Role.STATE_NAME, level: int = 0) -> Block:
    return Block(role, (Segment(text, text, 1),), level)


def is_blank(between: str) -> bool:
    return not between.strip()


def test_a_run_of_states_ends_before_words_another_level_and_another_role() -> None:
    first = block("Algeria")
    for between, following in (
        (" and ", block("Chad")),
        (" ", block("Chad", level=1)),
        (" ", block("Chad", Role.QUOTE)),
    ):
        parts = [first, " ", block("Benin"), between, following]
        assert end_of_states(parts, 0, is_blank) == 3
    assert end_of_states([first, " ", block("Benin"), " ", block("Chad"), " "], 0, is_blank) == 5


@pytest.mark.parametrize(
    ("code", "states", "ecuador", "first"),
    [
        ("fr", "États-Unis d’Amérique", "Équateur", "Ecuador"),
        ("es", "Estados Unidos de América", "Ecuador", "Ecuador"),
        ("ru", "Соединенные Штаты Америки", "Эквадор", "United States"),
    ],
)
def test_states_stand_in_the_order_of_their_names_in_the_version(
    code: str, states: str, ecuador: str, first: str
) -> None:
    texts = {"United States": states, "Ecuador": ecuador}
    blocks = in_order(map(block, texts), lambda _, segment: texts[segment.text], BY_CODE[code])
    assert blocks[0].segments[0].text == first


def test_only_a_list_heading_in_the_same_line_begins_a_line_of_its_own() -> None:
    text, heading = block("Text.", Role.PARAGRAPH), block("States", Role.LIST_HEADING)
    assert runs_into_heading([text, " ", heading], 1, is_blank)
    assert not runs_into_heading([text, " and ", heading], 1, is_blank)
    assert not runs_into_heading([text, " ", text], 1, is_blank)
    assert not runs_into_heading([" ", heading], 0, is_blank)


def test_a_translation_is_one_line() -> None:
    assert one_line(" One\n  line\N{LINE SEPARATOR}only ") == "One line only"
