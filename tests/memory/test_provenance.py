"""What a note says of a match is what was written into it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.memory.provenance import Provenance, read_provenance, write_provenance
from tm.model.match import Change, Kind, Match, Origin, Through

NAMES = st.lists(
    st.sampled_from(["A/75/912", "letter", "été", "报告", "2022-07-25", "old", "(draft)"]), min_size=1, max_size=3
).map(" ".join)
CHANGES = st.lists(st.builds(Change, st.just(0), st.just(1), NAMES, NAMES, st.just("date")), max_size=2).map(tuple)
DATES = st.sampled_from(["", "2021", "2021-07-21"])


@settings(max_examples=60)
@given(st.integers(500, 1000), st.sampled_from(Kind), NAMES, DATES, CHANGES, st.booleans())
def test_a_note_is_read_as_it_was_written(
    tenths: int, kind: Kind, document: str, date: str, changes: tuple[Change, ...], bridged: bool
) -> None:
    score = 100.0 if kind in {Kind.EXACT, Kind.CONTEXT} else min(tenths / 10, 99.9)
    changes = (changes or (Change(0, 1, "3 May", "4 May", "date"),)) if kind is Kind.ADAPTED else ()
    through = Through("fr", "Texte", Origin("other document")) if bridged and kind is not Kind.CONTEXT else None
    match = Match(score, kind, "Text", "Texte", Origin(document, "", date), changes=changes, through=through)
    assert read_provenance(write_provenance(match)) == Provenance(score, kind, document)


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("100% A/75/912 (2021-07-21)", Provenance(100, Kind.EXACT, "A/75/912")),
        ("100% letter, annex (2021-07-21), in context", Provenance(100, Kind.CONTEXT, "letter, annex")),
        ("87.5% report (draft) (2020)", Provenance(87.5, Kind.FUZZY, "report (draft)")),
        ("100% report, draft", Provenance(100, Kind.EXACT, "report")),
        ("100% report (2020), in context, machine translation", Provenance(100, Kind.CONTEXT, "report")),
        ("87% report, machine translation, 3 mai → 4 mai", Provenance(87, Kind.ADAPTED, "report")),
        ("94% letter, 3 mai, 2020 → 4 mai, 2020", Provenance(94, Kind.ADAPTED, "letter")),
        ("99% ", Provenance(99, Kind.FUZZY, "")),
        ("", None),
        ("by hand", None),
        ("870% A", None),
        ("٨٧% A", None),
    ],
)
def test_notes_of_any_kind_are_read_or_said_to_be_none(note: str, read: Provenance | None) -> None:
    assert read_provenance(note) == read
