"""Glossaries of other programs come into the project's glossary with what is said of concepts; trouble is told."""

from pathlib import Path

import pytest

from tests.exchange.schemas import TBX, by_tbx
from tests.stores.fake import DictStore
from tm.exchange import tbx
from tm.model.errors import FormatError
from tm.model.term import Concept, Remark, Term
from tm.project.layout import Project, find_project
from tm.workflow.give_out import give_glossary
from tm.workflow.learn import Learned
from tm.workflow.transfer import take_in

THEIRS = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="peace &amp; law"><langSet xml:lang="en"><descrip type="definition">No war.</descrip><tig><term>peace</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>paix</term><note>f.</note></tig></langSet><langSet xml:lang="de"><tig><term>Frieden</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>sea</term></tig></langSet><langSet xml:lang="ru"><tig><term>море</term></tig></langSet></termEntry>
<termEntry id="x"><langSet xml:lang="en"><tig><term>law</term></tig><tig/></langSet><langSet xml:lang="fr"><tig><term>droit</term></tig></langSet></termEntry>
<termEntry id="x"><langSet xml:lang="en"><tig><term>war</term></tig></langSet></termEntry>
<termEntry id="y"><langSet xml:lang="en"><tig><term>sky</term></tig></langSet></termEntry>
</body></text></martif>
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    project = find_project(tmp_path)
    project.glossary.parent.mkdir()
    held = [Concept("a", "", (Term("peace", "en"), Term("paix", "fr"), Term("мир", "ru")))]
    project.glossary.write_bytes(tbx.write(held, title="T", description="D"))
    return project


def imported(project: Project, text: str = THEIRS) -> Learned:
    path = project.root / "theirs.tbx"
    path.write_text(text, encoding="utf-8")
    (learned,) = take_in(DictStore(), [path], project)
    return learned


def test_what_is_sound_comes_in_and_the_rest_is_told_with_its_line(project: Project) -> None:
    learned = imported(project)
    assert (learned.read, learned.added, learned.updated) == (5, 2, 1)
    assert dict(learned.rejected) == {"one language": 1, "broken": 1}
    shown = project.shown(project.root / "theirs.tbx")
    for sentence in (
        f"{shown}:6: a concept has no id",
        f"{shown}:7: a term in en has no text",
        f"{shown}:8: the concept id 'x' occurs twice",
        f"{shown}: not kept: 1 language de",
    ):
        assert sentence in learned.remarks
    assert tbx.read(project.glossary.read_bytes(), "g") == (
        Concept(
            "a", "", (Term("peace", "en"), Term("paix", "fr", remarks=(Remark("note", "f."),)), Term("мир", "ru")),
            (Remark("definition", "No war.", "en"),),
        ),
        Concept("term-sea", "", (Term("sea", "en"), Term("море", "ru"))),
        Concept("x", "", (Term("law", "en"), Term("droit", "fr"))),
    )  # fmt: skip
    before = project.glossary.read_bytes()
    assert imported(project).updated == 0
    assert project.glossary.read_bytes() == before


@pytest.mark.skipif(not TBX.exists(), reason="the schema of TBX is not here")
def test_the_glossary_stays_valid_whatever_ids_come_in(project: Project) -> None:
    imported(
        project, THEIRS.replace(">peace<", ">quiet<").replace(">paix<", ">calme<").replace('id="x"', 'id="1 2"', 1)
    )
    assert by_tbx(project.glossary.read_bytes()) == []
    assert {concept.id for concept in tbx.read(project.glossary.read_bytes(), "g")} == {
        "a", "term-quiet", "term-sea", "term-law",
    }  # fmt: skip


def test_the_newer_edition_goes_out_and_comes_in_again(project: Project) -> None:
    imported(project)
    target = project.root / "new.tbx"
    give_glossary(project, target, [], edition=3)
    assert b'<tbx type="TBX-Basic" style="dca"' in target.read_bytes()
    assert tbx.read(target.read_bytes(), "g") == tbx.read(project.glossary.read_bytes(), "g")


def test_of_a_file_that_is_no_glossary_nothing_comes_in(project: Project) -> None:
    before = project.glossary.read_bytes()
    with pytest.raises(FormatError, match=r"theirs\.tbx:4: not well-formed XML: mismatched tag"):
        imported(project, THEIRS.replace("</tig>", "", 1))
    assert project.glossary.read_bytes() == before


def test_a_glossary_in_one_language_goes_out_beside_that_of_the_sources(project: Project) -> None:
    target = project.root / "new.tbx"
    alone, both = (give_glossary(project, target, codes) for codes in (["fr"], ["en", "fr"]))
    assert (alone.entries, alone.texts) == (both.entries, both.texts)
    assert set(alone.texts) == {"en", "fr"}
