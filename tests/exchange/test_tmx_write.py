"""What is written as TMX is valid, is read back whole, and is the same each time."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.laws.entries import entries
from tm.exchange import tmx
from tm.model.match import Context, Entry, MatchKey, Origin, Status

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


@pytest.mark.skipif(not DTD.exists(), reason="the DTD of TMX is not here")
@given(st.lists(entries(), min_size=1, max_size=2))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_valid(given: list[Entry]) -> None:
    dtd = etree.DTD(str(DTD))
    tree = etree.fromstring(written(given), etree.XMLParser(resolve_entities=False))
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
    assert data.count(b"<tu>") == 1
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
