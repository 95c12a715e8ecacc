"""Embedded data are left out while a unit is checked, and nobody notices."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from tm import checks
from tm.checks.embedded import shortened
from tm.model.finding import Finding, Span
from tm.model.language import ENGLISH, FRENCH
from tm.model.unit import State, Unit

IMAGE = '<img src="data:image/png;base64,{}" alt="x"/>'
PIECES = st.sampled_from(["mot ", ".", "<1>", IMAGE.format("A" * 500), IMAGE.format("Bc0/" * 300), ";base64,"])


def _run(source: str, target: str) -> list[Finding]:
    unit = Unit(source, target, state=State.TRANSLATED, line=1)
    return list(checks.run([unit], path="a.po", source=ENGLISH, target=FRENCH))


@given(st.lists(PIECES, max_size=8).map("".join), st.data())
def test_a_place_outside_the_data_is_given_back(text: str, data: st.DataObject) -> None:
    short = shortened(text)
    outside = [place for place, char in enumerate(short.text) if char in "mot .<>="]
    for place in outside[:: max(1, len(outside) // 20)]:
        span = short.restored(Span(place, place + 1))
        assert span is not None
        assert text[span.start] == short.text[place]


def test_a_finding_behind_an_image_has_its_place_in_the_whole_text() -> None:
    image = IMAGE.format("A" * 9000)
    (found,) = [
        one for one in _run(f"{image} See it, 47 members.", f"{image} Voir, 74 membres.") if one.check == "number"
    ]
    assert found.at is not None
    assert found.target[found.at.start : found.at.end] == "74"
    assert found.source.startswith(image)


def test_an_image_that_was_changed_is_another() -> None:
    one, other = (shortened(IMAGE.format(letter * 5000)).text for letter in "AB")
    assert one != other


def test_half_a_megabyte_of_image_costs_next_to_nothing() -> None:
    image = IMAGE.format("iVBORw0KGgo" * 45_000)
    start = process_time()
    for _ in range(5):
        _run(f"Flag: {image} of the State.", f"Drapeau : {image} de l’État.")
    assert process_time() - start < 1.0
