"""Glossaries survive TBX, and what is not TBX is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.exchange import tbx
from tm.model.errors import FormatError
from tm.model.language import LANGUAGES
from tm.model.term import Concept, Term, TermKind, TermStatus

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=20
)  # fmt: skip
TERMS = st.builds(
    Term,
    TEXT,
    st.sampled_from([language.code for language in LANGUAGES]),
    st.sampled_from(TermStatus),
    st.sampled_from(TermKind),
)


@st.composite
def concepts(draw: st.DrawFn) -> tuple[Concept, ...]:
    ids = draw(st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True), unique=True, max_size=4))
    grouped = []
    for name in ids:
        terms = draw(st.lists(TERMS, max_size=5))
        order = list(dict.fromkeys(term.language for term in terms))
        grouped.append(Concept(name, draw(TEXT), tuple(sorted(terms, key=lambda term: order.index(term.language)))))
    return tuple(grouped)


@given(concepts())
def test_what_is_written_is_read(glossary: tuple[Concept, ...]) -> None:
    assert tbx.read(tbx.write(glossary, title="A & B", description="<none>"), "g.tbx") == glossary


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tmx/>", "g.tbx:1: not TBX: the outermost element is <tmx>"),
        (b"<martif>\n<termEntry/></martif>", "g.tbx:2: a concept has no id"),
        (b"<martif>\n<termEntry id='a'/>\n<termEntry id='a'/></martif>", "g.tbx:3: the concept id 'a' occurs twice"),
        (b"<martif>", "g.tbx:1: not well-formed XML: no element found"),
    ],
)
def test_what_is_not_a_glossary_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as refused:
        tbx.read(data, "g.tbx")
    assert str(refused.value) == message


def test_the_newer_element_names_are_read_too() -> None:
    data = (
        b'<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><langSec xml:lang="fr-FR">'
        b"<termSec><term>taux</term></termSec></langSec><langSec xml:lang='de'><termSec><term>Rate</term></termSec>"
        b"</langSec></conceptEntry></body></text></tbx>"
    )
    assert tbx.read(data, "g.tbx") == (Concept("c1", "", (Term("taux", "fr"),)),)
