"""What is written as TMX is valid, is read back whole, and is the same each time."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.laws.entries import entries, noted_entries, notes
from tm.exchange import tmx
from tm.memory.facts import noted
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.model.note import Form, Note, code_of, is_code

DTD = Path("../shared/conformance/tmx/tmx14.dtd")


def written(given: Iterable[Entry]) -> bytes:
    return b"".join(tmx.write(given))


def back(data: bytes) -> Sequence[Entry]:
    units = list(tmx.read(io.BytesIO(data), "x.tmx"))
    assert [unit.defects for unit in units if unit.defects] == []
    return [entry for unit in units for entry in unit.parts]


def distinct(found: Sequence[Entry]) -> bool:
    """Whether no two entries that follow one another have one original."""
    originals = [(next(iter(one.texts.items())), one.role, one.origin.document) for one in found]
    return all(one != other for one, other in pairwise(originals))


@given(st.lists(entries(), min_size=1, max_size=2).filter(distinct))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read(given: list[Entry]) -> None:
    assert back(written(given)) == given


@given(st.lists(noted_entries(), min_size=1, max_size=2).filter(distinct))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_other_programs_say_is_written_where_it_was_said_and_in_its_order(given: list[Entry]) -> None:
    assert back(written(given)) == given


@given(st.lists(entries(), min_size=1, max_size=3).filter(distinct), notes(), st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_files_say_of_themselves_and_how_they_write_codes_is_read_back(
    given: list[Entry], said: tuple[Note, ...], data: st.DataObject
) -> None:
    regions = st.sampled_from(["", "", "-CA", "_cn", "-Latn-x"])
    given = [
        next(noted([entry], [code_of(code + data.draw(regions), code) for code in entry.texts])) for entry in given
    ]
    header = [note for note in said if note.form is not Form.ATTRIBUTE]
    told: list[Note] = []
    found = list(tmx.read(io.BytesIO(b"".join(tmx.write(given, header=header))), "x.tmx", "", told.append))
    usual = {note.about: note.text for note in told if is_code(note)}
    assert [note for note in told if not is_code(note)] == header
    assert [_named(unit.parts[0], usual) for unit in found] == [_named(entry, {}) for entry in given]


def _named(entry: Entry, usual: Mapping[str, str]) -> Mapping[str, str]:
    own = {note.about: note.text for note in entry.notes if is_code(note)}
    return {own.get(code, usual.get(code, code)): text for code, text in entry.texts.items()}


@pytest.mark.skipif(not DTD.exists(), reason="the DTD of TMX is not here")
@given(st.lists(noted_entries(), min_size=1, max_size=2), notes())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_valid(given: list[Entry], header: tuple[Note, ...]) -> None:
    dtd = etree.DTD(str(DTD))
    data = b"".join(tmx.write(given, header=header))
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    assert dtd.validate(tree), dtd.error_log


PEACE = Entry(
    0,
    {"en": "Peace <1>now</1>", "fr": "La paix <1>maintenant</1>", "zh": "现在<1>和平</1>"},
    "heading",
    Origin("letter", "source/letter.md:3", "2021-07-21", "Ann"),
    Context(MatchKey(""), MatchKey("Next.")),
)


def test_translations_that_differ_in_date_or_author_are_one_unit_and_come_back_apart() -> None:
    russian = replace(
        PEACE,
        texts={"en": "Peace <1>now</1>", "ru": "Мир <1>сейчас</1>"},
        origin=Origin("letter", "source/letter.md:3", "2022-01-01", "Аня"),
        status=Status.REVIEWED,
    )
    data = written([PEACE, russian])
    assert data.count(b"<tu ") == 1
    assert back(data) == [PEACE, russian]


def test_a_unit_reads_as_people_expect() -> None:
    assert written([PEACE]).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        ' <header creationtool="Hexapla" creationtoolversion="'
        + written([]).decode().partition('toolversion="')[2].partition('"')[0]
        + '" segtype="sentence" o-tmf="Hexapla" adminlang="en" srclang="en" datatype="plaintext"/>\n'
        " <body>\n"
        '  <tu tuid="source/letter.md:3" changedate="20210721T000000Z" changeid="Ann">\n'
        '   <prop type="x-document">letter</prop>\n'
        '   <prop type="x-role">heading</prop>\n'
        '   <prop type="x-context-pre"></prop>\n'
        '   <prop type="x-context-post">Next.</prop>\n'
        '   <tuv xml:lang="en"><seg>Peace <bpt i="1" x="1">&lt;1&gt;</bpt>now<ept i="1">&lt;/1&gt;</ept></seg></tuv>\n'
        '   <tuv xml:lang="fr"><seg>La paix <bpt i="1" x="1">&lt;1&gt;</bpt>maintenant'
        '<ept i="1">&lt;/1&gt;</ept></seg></tuv>\n'
        '   <tuv xml:lang="zh"><seg>现在<bpt i="1" x="1">&lt;1&gt;</bpt>和平<ept i="1">&lt;/1&gt;</ept></seg></tuv>\n'
        "  </tu>\n"
        " </body>\n"
        "</tmx>\n"
    )


@given(entries())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tags_may_stay_text_and_come_back_as_tags(given: Entry) -> None:
    data = b"".join(tmx.write([given], tags_as_text=True))
    assert b"<bpt" not in data
    assert back(data) == [given]


def test_a_long_file_comes_in_pieces() -> None:
    pieces = list(tmx.write(replace(PEACE, role=str(n)) for n in range(1_200)))
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 400_000
    assert [entry.role for entry in back(b"".join(pieces))] == [str(n) for n in range(1_200)]


def described(data: bytes) -> list[object]:
    """Give what units say beside their texts and languages, and texts of the six languages, in the order of the codes."""
    found: list[object] = []
    for unit in etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False)).iter("tu"):
        texts = {
            text.get("{http://www.w3.org/XML/1998/namespace}lang")[:2].lower(): text
            for text in reversed(unit.findall("tuv"))
        }
        found.append(
            [(said(unit), dict(unit.attrib) | {"srclang": ""}), *(said(texts[code]) for code in sorted(texts))]
        )
    return found


def said(element: etree._Element) -> list[object]:
    """Give notes and properties that are not ours."""
    ours = ("x-document", "x-context-pre", "x-context-post", "x-date", "x-place")
    return [
        (one.tag, dict(one.attrib), one.text)
        for one in element
        if one.tag in ("note", "prop") and one.get("type") not in ours
    ]


KIT = DTD.parent / "kit"


@pytest.mark.skipif(not KIT.exists(), reason="the LISA compliance kit is not here")
@pytest.mark.parametrize(
    "name",
    ["ImportTest1H", "ImportTest1J", "ImportTest1K", "ImportTest1L", "ImportTest2A", "ImportTest2C", "ExportTest1A"],
)
def test_what_the_kit_says_of_units_and_texts_goes_out_as_it_came(name: str) -> None:
    data = (KIT / f"{name}.tmx").read_bytes()
    entries = [part for given in tmx.read(io.BytesIO(data), name, name) for part in given.parts]
    out = written(entries)
    assert etree.DTD(str(DTD)).validate(etree.fromstring(out))
    twice = [part for given in tmx.read(io.BytesIO(out), name, name) for part in given.parts]
    assert twice == entries
    if name == "ImportTest2C":
        assert described(out) == described(data)


def test_the_id_of_a_unit_stays_there_though_its_texts_differ_in_their_dates() -> None:
    facts = Origin("letter", "tu7", "2021-07-21", "Ann"), Origin("letter", "tu7", "2022-07-21", "Bo")
    french = Entry(0, {"en": "Peace", "fr": "Paix"}, "", facts[0])
    russian = Entry(0, {"en": "Peace", "ru": "Мир"}, "", facts[1])
    data = written([french, russian])
    assert data.count(b"tu7") == data.count(b'<tu tuid="tu7">') == 1
    assert back(data) == [french, russian]
