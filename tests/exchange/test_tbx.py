"""Glossaries survive TBX, and what is not TBX is refused with its line."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.exchange.schemas import TBX, by_tbx
from tests.laws.strategies import sentences
from tm.exchange import tbx
from tm.exchange.tbx.written import written
from tm.model.errors import FormatError
from tm.model.language import LANGUAGES
from tm.model.term import Concept, Remark, Term, TermKind, TermStatus

BUILT_IN = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=20
)  # fmt: skip
CODES = [language.code for language in LANGUAGES]
OF_TERMS = ["partOfSpeech", "geographicalUsage", "note", "source", "context"]
OF_CONCEPTS = ["definition", "note", "source"]


def remarks(kinds: list[str], languages: list[str]) -> st.SearchStrategy[tuple[Remark, ...]]:
    """Remarks in the order in which they stand in a file: those of a term's grammar first, languages together."""
    made = st.builds(Remark, st.sampled_from(kinds), st.one_of(TEXT, sentences()), st.sampled_from(languages))
    in_order = lambda one: (languages.index(one.language), kinds.index(one.kind) > 1)  # noqa: E731
    return st.lists(made, max_size=3).map(lambda found: tuple(sorted(found, key=in_order)))


TERMS = st.builds(
    Term,
    st.one_of(TEXT, sentences()),
    st.sampled_from(CODES),
    st.sampled_from(TermStatus),
    st.sampled_from(TermKind),
    remarks(OF_TERMS, [""]),
)


@st.composite
def concepts(draw: st.DrawFn) -> tuple[Concept, ...]:
    ids = draw(st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True), unique=True, max_size=4))
    grouped = []
    for name in ids:
        terms = draw(st.lists(TERMS, max_size=5))
        order = list(dict.fromkeys(term.language for term in terms))
        in_order = tuple(sorted(terms, key=lambda term: order.index(term.language)))
        grouped.append(Concept(name, draw(TEXT), in_order, draw(remarks(OF_CONCEPTS, ["", *order]))))
    return tuple(grouped)


@pytest.mark.parametrize("edition", [2, 3])
@given(concepts())
@settings(max_examples=15, deadline=None)
def test_what_is_written_is_read(edition: int, glossary: tuple[Concept, ...]) -> None:
    data = tbx.write(glossary, title="A & B", description="<none>", edition=edition)
    assert tbx.read(data, "g.tbx") == glossary
    assert not tbx.gather(data, "g.tbx").left_out


AS_XML = b"<!-- what no glossary of ours has, so that the XML parser reads it -->"

PLACES = st.floats(0, 1, exclude_max=True)
EDITS = st.sampled_from(
    ["", " ", "  ", "\n", "\t", "\r", "\0", "\x0b", "\x85", "\ufffe", "\N{NO-BREAK SPACE}", "<", ">", "&", "&amp;", "&gt;", "&x;", "]]>",
     "<b>x</b>", "<!-- -->", "<note>x</note>", '<admin type="source">x</admin>', '<admin type="note">x</admin>',
     "</tig>", '"', "'", ' type="x"', ' xml:lang="de"', "en", "я"]
)  # fmt: skip


@pytest.mark.parametrize("edition", [2, 3])
@given(concepts())
@settings(max_examples=15, deadline=None)
def test_what_is_written_is_read_without_xml_as_with_it(edition: int, glossary: tuple[Concept, ...]) -> None:
    data = tbx.write(glossary, title="A & B", description="none", edition=edition)
    by_lines = written(data)
    assert by_lines is not None
    assert tbx.gather(data + AS_XML, "g.tbx") == tbx.Glossary(list(by_lines))


@given(concepts(), PLACES, st.integers(0, 3), EDITS)
@settings(max_examples=300, deadline=None)
def test_what_is_read_without_xml_is_what_xml_says(
    glossary: tuple[Concept, ...], place: float, cut: int, edit: str
) -> None:
    """Whatever is changed in a glossary: it is refused, or both ways to read it agree."""
    text = tbx.write(glossary, title="A & B", description="none").decode()
    at = int(place * len(text))
    changed = (text[:at] + edit + text[at + cut :]).encode()
    by_lines = written(changed)
    assert by_lines is None or tbx.gather(changed + AS_XML, "g.tbx") == tbx.Glossary(list(by_lines))


@pytest.mark.parametrize("edition", [2, 3])
def test_our_own_glossary_is_read_without_xml(edition: int) -> None:
    held = tbx.read(BUILT_IN.read_bytes(), "g.tbx")
    by_lines = written(tbx.write(held, title="A", description="B", edition=edition))
    assert by_lines is not None
    assert tuple(concept for _, concept in by_lines) == held


@pytest.mark.skipif(not TBX.exists(), reason="the schema of TBX is not here")
@given(concepts())
@settings(max_examples=15, deadline=None)
def test_what_is_written_is_valid(glossary: tuple[Concept, ...]) -> None:
    some = [concept for concept in glossary if concept.terms] or [Concept("a", "", (Term("x", "en"),))]
    assert by_tbx(tbx.write(some, title="A & B", description="<none>")) == []


@pytest.mark.skipif(not TBX.exists(), reason="the schema of TBX is not here")
def test_the_glossary_is_valid_and_keeps_its_bytes() -> None:
    data = BUILT_IN.read_bytes()
    head = etree.fromstring(data)
    title, description = head.findtext(".//title", ""), head.findtext(".//p", "")
    assert by_tbx(data) == []
    assert tbx.write(tbx.read(data, "g.tbx"), title=title, description=description) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tmx/>", "g.tbx:1: not TBX: the outermost element is <tmx>"),
        (b"<martif>\n<termEntry/></martif>", "g.tbx:2: a concept has no id"),
        (b"<martif>\n<termEntry id='a'/>\n<termEntry id='a'/></martif>", "g.tbx:3: the concept id 'a' occurs twice"),
        (
            b"<martif>\n<termEntry id='a'><langSet xml:lang='en'>\n<tig><term> </term></tig></langSet></termEntry></martif>",
            "g.tbx:3: a term in en has no text",
        ),
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


STYLES = {
    "dca": """\
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">
<descrip type="subjectField">treaties</descrip>
<langSec xml:lang="en"><descripGrp><descrip type="definition">A binding agreement.</descrip>
<admin type="source">VCLT</admin></descripGrp><termSec><term>treaty</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote>
</termSec></langSec><langSec xml:lang="ru"><termSec><term>договор</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>см. соглашение</note></termSec></langSec>
</conceptEntry></body></text></tbx>""",
    "dct": """\
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>treaties</min:subjectField><langSec xml:lang="en"><descripGrp>
<basic:definition>A binding agreement.</basic:definition><basic:source>VCLT</basic:source></descripGrp>
<termSec><term>treaty</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang="ru"><termSec><term>договор</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><basic:note>см. соглашение</basic:note>
</termSec></langSec></conceptEntry></body></text></tbx>""",
    "martif": """\
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1"><descrip type="subjectField">treaties</descrip>
<langSet xml:lang="EN-gb"><descripGrp><descrip type="definition">A binding agreement.</descrip><admin type="source">VCLT
</admin></descripGrp><ntig><termGrp><term>treaty</term><termNote type="normativeAuthorization">preferredTerm</termNote>
<termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet><langSet xml:lang="ru"><tig><term>договор</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>см. соглашение</note></tig></langSet>
</termEntry></body></text></martif>""",
}


@pytest.mark.parametrize("style", STYLES)
def test_both_editions_and_both_styles_say_the_same(style: str) -> None:
    noun, see = Remark("partOfSpeech", "noun"), Remark("note", "см. соглашение")
    terms = Term("treaty", "en", remarks=(noun,)), Term("договор", "ru", TermStatus.FORBIDDEN, remarks=(see,))
    said = Remark("definition", "A binding agreement.", "en"), Remark("source", "VCLT", "en")
    assert tbx.read(STYLES[style].encode(), "g.tbx") == (Concept("c1", "treaties", terms, said),)


def test_what_is_not_kept_is_counted_and_what_is_broken_is_told_with_its_line() -> None:
    data = """<martif><text><body>
<termEntry id="a"><langSet xml:lang="en"><tig><term>sea</term><termNote type="termType">symbol</termNote>
<transacGrp><transac>origination</transac></transacGrp><xref target="u">w</xref></tig><tig><term/></tig></langSet>
<langSet xml:lang="de"><tig><term>Meer</term></tig></langSet>
<langSet xml:lang="zh-Hant"><tig><term>海</term></tig></langSet></termEntry>
<termEntry id="a"/>
<termEntry><langSet xml:lang="fr"><descrip type="definition">vide</descrip></langSet></termEntry>
</body></text></martif>"""
    found = tbx.gather(data.encode(), "g.tbx")
    assert found.concepts == [(2, Concept("a", "", (Term("sea", "en"),))), (7, Concept("", "", ()))]
    assert found.problems == [
        (3, "a term in en has no text"), (6, "the concept id 'a' occurs twice"), (7, "a concept has no id"),
    ]  # fmt: skip
    assert dict(found.left_out) == {
        "language de": 1, "language zh-Hant": 1, "termType symbol": 1, "transacGrp": 1, "xref": 1,
        "definition without a term": 1,
    }  # fmt: skip
    assert found.dropped == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><martif>&b;</martif>', "entity declarations"),
        (b'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>', "entity declarations"),
        (b"<martif>" + b"<p>" * 1000, "nested deeper"),
        (b"<martif " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>", "attributes"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_at_once(data: bytes, problem: str) -> None:
    start = time.process_time()
    with pytest.raises(FormatError, match=problem):
        tbx.gather(data, "g.tbx")
    assert time.process_time() - start < 1
