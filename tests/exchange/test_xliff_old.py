"""XLIFF 1.2 of other programs: its many inline elements, its states, its segments in segments."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from tests.exchange.schemas import by_xsd, needs_schemas
from tm.exchange import xliff
from tm.exchange.xliff.alone import alone
from tm.model.errors import FormatError

State = xliff.State


def document(units: str, *, space: str = "preserve", attributes: str = 'target-language="ru"') -> bytes:
    return f"""<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="EN-us" {attributes} datatype="plaintext" xml:space="{space}"><body>
{units}
</body></file></xliff>""".encode()


def read(units: str, **more: str) -> xliff.Xliff:
    return xliff.read(document(units, **more), "a.xlf")


def only(units: str, **more: str) -> xliff.Unit:
    (unit,) = read(units, **more).files[0].units
    return unit


def unit(source: str, target: str = "", attributes: str = 'id="1"') -> str:
    return f"<trans-unit {attributes}><source>{source}</source>{target}</trans-unit>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('a <g id="1">b <x id="2"/></g>', "a <1>b <2/></1>"),
        ('<g id="b">x</g><g id="c"/>', "<1>x</1><2></2>"),
        ('<bpt id="3">{b}</bpt>x<ept id="3">{/b}</ept><ph id="4">%s</ph>', "<3>x</3><4/>"),
        ('<bpt id="1" rid="7">[</bpt>x<ept id="2" rid="7">]</ept>', "<7>x</7>"),
        ('<bx id="1" rid="5"/>x<ex id="2" rid="5"/>', "<5>x</5>"),
        ('<it id="1" pos="open">[b]</it>x', "<1>x"),
        ('x<it id="1" pos="close">[/b]</it>', "x</1>"),
        ('<mrk mtype="term">Peace</mrk> now', "Peace now"),
        ('<ph id="1">&lt;img alt="<sub>A <g id="2">dove</g></sub>"/></ph>', "<1/><2>A <3>dove</3></2>"),
        ("a <![CDATA[<b> & c]]>", "a <b> & c"),
        ('<ph id="1">&lt;2/></ph>', "<2/>"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_inline_elements_become_numbered_tags(markup: str, text: str) -> None:
    assert only(unit(markup)).segments[0].source == text


def test_the_markup_behind_codes_is_kept() -> None:
    codes = only(unit('<bpt id="1">{b}</bpt>x<ept id="1">{/b}</ept><ph id="2">%s</ph><x id="3"/>')).codes
    assert [(code.number, code.raw, code.close) for code in codes] == [(1, "{b}", "{/b}"), (2, "%s", None)]


def test_a_code_has_its_number_in_both_languages() -> None:
    found = only(unit('<x id="a"/> <g id="b">x</g>', '<target><g id="b">y</g> <x id="a"/></target>')).segments[0]
    assert (found.source, found.target) == ("<1/> <2>x</2>", "<2>y</2> <1/>")


def test_a_tag_of_ours_is_known_by_its_id_where_its_markup_was_dropped() -> None:
    source = '<bpt id="3">&lt;1></bpt>x<ept id="3">&lt;/1></ept> <ph id="4">&lt;1/></ph>'
    target = '<target><ph id="4"/><bpt id="3"/>y<ept id="3"/></target>'
    found = only(unit(source, target)).segments[0]
    assert (found.source, found.target) == ("<1>x</1> <1/>", "<1/><1>y</1>")


@pytest.mark.parametrize(
    ("target", "attributes", "state"),
    [
        ("<target>x</target>", "", None),
        ("<target>x</target>", 'approved="yes"', State.FINAL),
        ("<target>x</target>", 'approved="no"', State.INITIAL),
        ('<target state="translated">x</target>', 'approved="no"', State.TRANSLATED),
        ('<target state="needs-review-translation">x</target>', "", State.INITIAL),
        ('<target state="needs-review-translation">x</target>', 'approved="yes"', State.FINAL),
        ('<target state="signed-off">x</target>', "", State.REVIEWED),
        ('<target state="final">x</target>', "", State.FINAL),
        ('<target state="new">x</target>', "", State.INITIAL),
        ('<target state="x-own">x</target>', "", State.INITIAL),
    ],
)
def test_states_and_approval_say_how_far_a_unit_is(target: str, attributes: str, state: xliff.State | None) -> None:
    assert only(unit("y", target, f'id="1" {attributes}')).segments[0].state is state


SEGMENTED = """<trans-unit id="1"><source>One. <g id="1">Two</g>.</source>
<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"><g id="1">Two</g>.</mrk></seg-source>
<target><mrk mtype="seg" mid="{}">Два.</mrk> <mrk mtype="seg" mid="{}">Один.</mrk></target></trans-unit>"""


def test_segments_that_a_tool_has_cut_are_segments() -> None:
    """Each with its translation wherever that stands, and what is between them for itself."""
    found = only(SEGMENTED.format("2", "1")).segments
    assert [(one.source, one.target, one.place, one.is_between) for one in found] == [
        ("One.", "Один.", 3, False), (" ", " ", 0, True), ("<1>Two</1>.", "Два.", 1, False),
    ]  # fmt: skip
    (whole,) = only(SEGMENTED.format("2", "3")).segments
    assert (whole.source, whole.target) == ("One. <1>Two</1>.", "Два. Один.")
    (nested,) = only(
        SEGMENTED.format("1", "2")
        .replace("<seg-source>", '<seg-source><g id="9">')
        .replace("</seg-source>", "</g></seg-source>")
    ).segments
    assert nested.source == "One. <1>Two</1>."


def test_white_space_counts_only_where_it_is_said() -> None:
    found = only(unit("  a\n   b ", "<target> c </target>"), space="default").segments[0]
    assert (found.source, alone(found)) == (" a b ", ("a b", "c"))


def test_notes_places_and_candidates_are_read() -> None:
    found = only("""<trans-unit id="1"><source>a</source><note from="client">Short.</note>
<alt-trans match-quality="87.5%" origin="A/1"><source>b</source><target>c</target></alt-trans>
<alt-trans match-quality="fair"><source>d</source><target>e</target></alt-trans><alt-trans><target>f</target></alt-trans>
<context-group purpose="location"><context context-type="sourcefile">a.c</context>
<context context-type="linenumber">12</context></context-group></trans-unit>""")
    assert found.notes == (xliff.Note("Short.", "client"),)
    assert found.candidates == (xliff.Candidate("b", "c", 87.5, "A/1"), xliff.Candidate("d", "e"))
    assert found.facts == (("place", "a.c:12"),)


def test_groups_are_entered_and_what_is_not_text_is_told() -> None:
    found = read(f'<group><group>{unit("a")}</group></group><bin-unit id="2" mime-type="x"/>')
    assert [one.segments[0].source for one in found.files[0].units] == ["a"]
    assert found.left_out == ("<bin-unit>",)


def test_the_language_of_the_targets_stands_in_where_the_file_names_none() -> None:
    found = read(unit("a", '<target xml:lang="zh-Hans">b</target>'), attributes="")
    assert (found.files[0].source, found.files[0].target) == ("EN-us", "zh-Hans")


def test_older_versions_and_files_without_a_namespace_are_read() -> None:
    for version in ("1.0", "1.1", "1.2"):
        data = (
            f'<xliff version="{version}"><file original="" source-language="en"><body>{unit("a")}</body></file></xliff>'
        )
        assert xliff.read(data.encode(), "a.xlf").version == version


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tmx/>", "a.xlf:1: not XLIFF: the outermost element is <tmx>"),
        (b'<xliff version="3.0"/>', "a.xlf:1: XLIFF 3.0 is not known: save it as 1.2 or 2.1"),
        (b"<xliff/>", "a.xlf:1: XLIFF without a version is not known: save it as 1.2 or 2.1"),
        (b'<xliff version="1.2"/>', "a.xlf:1: <xliff> lacks <file>"),
        (b'<xliff version="1.2">\n<file/></xliff>', "a.xlf:2: <file> lacks the attribute source-language"),
        (b'<xliff version="1.2">\n<file></xliff>', "a.xlf:2: not well-formed XML: mismatched tag"),
        (b'<xliff version="1.2"', "a.xlf:1: not well-formed XML: unclosed token"),
        (b"", "a.xlf:1: not well-formed XML: no element found"),
    ],
)
def test_what_is_no_xliff_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as refused:
        xliff.read(data, "a.xlf")
    assert str(refused.value) == message


def test_a_unit_that_is_not_sound_is_told_and_the_others_are_read() -> None:
    two = "id='2'"
    broken = '<trans-unit id="1"><target>x</target></trans-unit>'
    found = read("\n".join([broken, unit("a"), unit("b", attributes=two), unit("c", attributes=two)]))
    assert [one.segments[0].source for one in found.files[0].units] == ["b"]
    assert found.defects == (
        (4, "broken: <trans-unit> lacks <source>"),
        (5, 'broken: the id "1" occurs on line 4, too'),
        (7, 'broken: the id "2" occurs on line 6, too'),
    )


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (c, c - 1, c - 1, c - 1, c - 1) for c in b"bcdefghijklmnop"
)  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        BOMB + b"]><xliff>&p;</xliff>",
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>',
        b"<xliff version='1.2'>" + b"<group>" * 100_000,
        b"<xliff " + b" ".join(b'a%d="x"' % n for n in range(200_000)) + b"/>",
        document(unit("x" * 70 * 2**20)),
    ],
    ids=["entities", "external", "depth", "attributes", "size"],
)  # fmt: skip
def test_hostile_files_are_refused_at_once(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(FormatError):
        xliff.read(data, "a.xlf")
    assert time.process_time() - start < 1


def test_a_thousand_tags_and_characters_that_xml_cannot_hold_cost_little() -> None:
    text = "".join(f"<{n}>" for n in range(1, 800)) + "\x01" * 1000 + "".join(f"</{n}>" for n in range(1, 800))
    made = xliff.Unit("u", (xliff.Segment(text, text),))
    start = time.process_time()
    for version in xliff.VERSIONS:
        data = b"".join(xliff.write([xliff.File("a.po", "en", "fr", (made,))], version))
        assert xliff.read(data, "a.xlf").files[0].units[0].segments[0].target == text
    assert time.process_time() - start < 2


PEERS = """
msgid ""
msgstr "Language: ru\\n"

#: a.c:1
msgid "Peace"
msgstr "Мир"

#, fuzzy
msgid "War"
msgstr "Вайна"
"""


@needs_schemas
def test_what_translate_toolkit_makes_of_a_po_file_is_read(tmp_path: Path) -> None:
    """It calls its files 1.1; what it marks as approved is finished, the rest is not."""
    from translate.convert import po2xliff

    target = io.BytesIO()
    po2xliff.convertpo(io.BytesIO(PEERS.encode()), target, None)
    found = [one.segments[0] for one in xliff.read(target.getvalue(), "peer.xlf").files[0].units]
    assert [(one.source, one.target, one.state) for one in found if one.source in {"Peace", "War"}] == [
        ("Peace", "Мир", State.TRANSLATED),
        ("War", "Вайна", State.INITIAL),
    ]


def test_what_we_write_is_read_by_translate_toolkit_with_its_states() -> None:
    from translate.storage import xliff as old
    from translate.storage import xliff2 as new

    states = (("Мир", State.TRANSLATED), ("Вайна", State.INITIAL), (None, State.INITIAL))
    units = tuple(
        xliff.Unit(f"u{n}", (xliff.Segment(f"a & {n}", target, state),), (xliff.Note("hint", "developer"),))
        for n, (target, state) in enumerate(states)
    )
    for version, reader in (("1.2", old.xlifffile), ("2.1", new.Xliff2File)):
        data = b"".join(xliff.write([xliff.File("a.po", "en", "ru", units)], version))
        assert by_xsd(data, version) == []
        seen = [(one.source, one.target or None, one.isfuzzy()) for one in reader.parsestring(data).units]
        assert seen == [("a & 0", "Мир", False), ("a & 1", "Вайна", True), ("a & 2", None, False)]


def test_many_codes_and_references_cost_in_proportion() -> None:
    codes = "".join(f'<x id="a{n}"/>' for n in range(10_000))
    marks = "".join(f'<mrk id="m{n}" type="term" ref="#u=u/m{9_999 - n}">a</mrk>' for n in range(10_000))
    new = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f"><unit id="u">'
        f"<segment><source>{marks}</source></segment></unit></file></xliff>"
    )
    start = time.process_time()
    assert only(unit(codes)).segments[0].source.endswith("<10000/>")
    assert xliff.read(new.encode(), "a.xlf").files[0].units[0].segments[0].source == "a" * 10_000
    assert time.process_time() - start < 2
