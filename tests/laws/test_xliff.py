"""Laws of XLIFF: what is written is valid and read again, in both versions; damage never makes a reader fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.exchange.schemas import SUITE, by_schematron, by_xsd, needs_schemas
from tests.laws.entries import texts
from tests.laws.test_po import some_units
from tm.exchange import xliff
from tm.exchange.xliff.inline import FORBIDDEN
from tm.exchange.xliff.po_units import from_xliff, to_xliff
from tm.model.errors import FormatError
from tm.model.unit import State, Unit

VERSIONS = sorted(xliff.VERSIONS)
_MIXED = "<1>a<2>b</1>c</2> <3/><3/> </4> <5> <1>x</1> </6/> <07/>\N{GRINNING FACE}\x0b\r"

quick = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(units: Sequence[Unit], version: str) -> bytes:
    made = tuple(one for unit in units for one in to_xliff(unit))
    return b"".join(xliff.write([xliff.File("locales/ru/a.po", "en", "ru", made)], version))


def storable(unit: Unit) -> Unit:
    """A unit as XML can hold it: only texts may have characters that it cannot."""

    def clean(text: str | None) -> str | None:
        return None if text is None else FORBIDDEN.sub("?", text)

    names = ("context", "previous", "previous_context", "source_plural")
    notes = {name: tuple(FORBIDDEN.sub("?", one) for one in getattr(unit, name)) for name in ("notes", "comments")}
    source = unit.source if unit.source_plural is None else FORBIDDEN.sub("?", unit.source)
    places = tuple(place for place in unit.places if not FORBIDDEN.search(place.path))
    cleaned = {name: clean(getattr(unit, name)) for name in names}
    state = unit.state
    if unit.targets and not all(unit.targets) and state is State.TRANSLATED:
        state = State.FUZZY  # of a plural all forms must be there
    return replace(unit, **cleaned, **notes, places=places, source=source, line=0, state=state)


units = some_units(texts(), min_size=1, max_size=3).map(
    lambda found: [storable(unit) for unit in found if unit.state is not State.OBSOLETE]
).filter(bool)  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@given(units)
@quick
@example([Unit(_MIXED, _MIXED[::2] + "</3><8>" + _MIXED, state=State.FUZZY)])
@example([Unit("</2/>", "<2/>", state=State.FUZZY)])
@example([Unit("a", "б", state=State.TRANSLATED, source_plural="b", targets=("б",), context="")])
def test_units_of_po_files_are_what_they_were(version: str, units: list[Unit]) -> None:
    (file,) = xliff.read(written(units, version), "a.xlf").files
    assert [returned.unit for returned in from_xliff(file.units)] == units


def foreign_codes(text: str) -> str:
    """What another program could have sent: no halves of tags."""
    return text.replace("<", "‹")


segments = st.builds(
    xliff.Segment,
    texts().map(foreign_codes).map(lambda text: f"<1>{text}</1><2/>"),
    st.one_of(st.none(), texts().map(foreign_codes)),
    st.none(),
    is_preserved=st.just(True),
)


@given(st.lists(segments, min_size=1, max_size=4), st.sampled_from(["", "developer", "other"]), texts())
@quick
def test_segments_notes_and_candidates_are_what_they_were(found: list[xliff.Segment], kind: str, text: str) -> None:
    only = FORBIDDEN.sub("?", text)
    renumbered = tuple(
        replace(segment, source=segment.source.replace("1>", f"{2 * n + 1}>").replace("2/", f"{2 * n + 2}/"))
        for n, segment in enumerate(found)
    )
    unit = xliff.Unit(
        "u1",
        renumbered,
        (xliff.Note(only, kind),),
        (("a", only), ("a", "")),
        (xliff.Candidate(text, text, 87.5, "A/1"),),
    )
    data = b"".join(
        xliff.write([xliff.File("a b.docx", "en", "zh-Hans", (unit, replace(unit, id="u2", segments=renumbered[:1])))])
    )
    (file,) = xliff.read(data, "a.xlf").files
    bare = [replace(one, line=0, segments=tuple(replace(part, line=0) for part in one.segments)) for one in file.units]
    assert bare == [unit, replace(unit, id="u2", segments=renumbered[:1])]
    assert (file.original, file.source, file.target) == ("a b.docx", "en", "zh-Hans")


@needs_schemas
@pytest.mark.parametrize("version", VERSIONS)
@given(units)
@settings(quick, max_examples=6)
@example([Unit(_MIXED, _MIXED + "<8>" + _MIXED, state=State.FUZZY, notes=("<1> bold", "<3> image"))])
def test_what_is_written_is_valid(version: str, units: list[Unit]) -> None:
    candidates = [xliff.Candidate("a <1>b</1> <2/>", "b <2/> <1>a</1> <3>", 87.5, "A/1", is_context=True)]
    made = tuple(one for unit in units for one in to_xliff(unit, candidates))
    data = b"".join(xliff.write([xliff.File("locales/ar/a.po", "en", "ar", made)], version))
    assert by_xsd(data, version) == []
    if version != "1.2":
        sound = data.replace(b'"FFFE"', b'"000B"').replace(b'"FFFF"', b'"000B"')  # the rules forget these two
        assert by_schematron(sound, "xliff_core_2.1", "matches") == []


@needs_schemas
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(data: st.DataObject) -> None:
    """Bytes lost, doubled, moved: whatever a transfer or an editor does to a file."""
    path = data.draw(st.sampled_from(sorted((SUITE / "valid").glob("*.xlf"))))
    content = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        end = data.draw(st.integers(start, min(len(content), start + 60)))
        piece = data.draw(
            st.sampled_from([b"", content[start:end] * 2, b"<ph id='1'/>", b"<", b'"', b"</target>", b"\xff"])
        )
        content = content[:start] + piece + content[end:] or b" "
    try:
        xliff.read(content, "a.xlf")
    except FormatError as refused:
        assert str(refused).startswith("a.xlf")


NAMES = ["xliff", "file", "group", "unit", "segment", "source", "target", "notes", "note", "pc", "sc", "ec", "mrk", "x"]
ATTRIBUTES = ["id", "srcLang", "order", "startRef", "dataRef", "canReorder", "copyOf", "ref", "state", "isolated"]
VALUES = ["1", "2", "no", "yes", "firstNo", "en", "#n=1", "final", "99999999999"]
elements = st.recursive(
    st.sampled_from(["text", " "]),
    lambda inner: st.builds(
        lambda name, attributes, content: (
            f"<{name}{''.join(f' {key}={value!r}' for key, value in attributes.items())}>{''.join(content)}</{name}>"
        ),
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=3),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(elements)
@settings(max_examples=60, deadline=None)
def test_any_heap_of_elements_is_refused_with_a_line(inside: str) -> None:
    head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"><file id="f">'
    unit = '<unit id="u"><segment id="s"><source>a</source><target>'
    for data in (f"{head}{inside}</file></xliff>", f"{head}{unit}{inside}</target></segment></unit></file></xliff>"):
        try:
            xliff.read(data.encode(), "a.xlf")
        except FormatError as refused:
            assert refused.line == 1
