"""The test suite of the OASIS committee for the core of XLIFF 2.1: what is valid is read, what is not is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.exchange.schemas import SUITE, by_schematron, by_xsd, needs_schemas
from tm.exchange import xliff
from tm.model.errors import FormatError
from tm.text.codes import TAG

pytestmark = needs_schemas


def files(folder: str, pattern: str = "*.xlf") -> Sequence[Path]:
    return sorted((SUITE / folder).glob(pattern))


def read(path: Path) -> xliff.Xliff:
    return xliff.read(path.read_bytes(), path.name)


def segments(document: xliff.Xliff) -> Sequence[xliff.Segment]:
    return [segment for file in document.files for unit in file.units for segment in unit.segments]


def name(path: Path) -> str:
    return path.stem


def test_the_suite_is_whole() -> None:
    assert (len(files("valid")), len(files("invalid")), len(files("in-out"))) == (25, 119, 18)


@pytest.mark.parametrize("path", files("valid") + files("in-out"), ids=name)
def test_a_valid_file_is_read_whole(path: Path) -> None:
    """As many segments and targets as a plain search finds, and their texts but for white space."""
    content = re.sub(
        r"(?s)<!--.*?-->|<([\w]+:)?matches\b.*?</([\w]+:)?matches>", "", path.read_text(encoding="utf-8-sig")
    )
    document = read(path)
    found = segments(document)
    assert len(found) == len(re.findall(r"<(?:segment|ignorable)\b", content))
    for side, texts in (("source", [one.source for one in found]), ("target", [one.target for one in found])):
        raw = re.findall(rf"(?s)<{side}\b(?![^>]*href)[^>]*?(?:/>|>(.*?)</{side}>)", content)
        assert [squeezed(text) for text in texts if text is not None] == [squeezed(plain(one)) for one in raw]


def plain(markup: str) -> str:
    literal = re.sub(
        r"(?s)<!\[CDATA\[(.*?)\]\]>", lambda found: found[1].replace("&", "&amp;").replace("<", "&lt;"), markup
    )
    without = re.sub(r"<[^>]*>", "", re.sub(r'<cp hex="(\w+)"/>', lambda found: chr(int(found[1], 16)), literal))
    return without.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def squeezed(text: str) -> str:
    return "".join(TAG.sub("", text).split())


@pytest.mark.parametrize("path", files("invalid"), ids=name)
def test_an_invalid_file_is_refused_with_its_line(path: Path) -> None:
    with pytest.raises(FormatError) as refused:
        read(path)
    lines = path.read_text(encoding="utf-8-sig").count("\n") + 1
    assert 2 <= refused.value.line <= lines
    assert str(refused.value).startswith(f"{path.name}:{refused.value.line}: ")
    assert len(refused.value.problem) > 15


SENTENCES = {
    "bad_CopyOfWithOriginalData": '10: <ph copyOf="1"> has original data too: only one of both can be',
    "bad_DuplicateNoteIdsInGroup": '15: <note id="n1">: the id occurs before in these notes',
    "bad_EcBeforeSc": '6: <ec startRef="1"> has no <sc> before it in this unit',
    "bad_InvalidFragIdBadOrder": '13: ref="#/u=u1/f=f1/gls=g1": f=, g= and u= stand in this order',
    "bad_InvalidNotesInUnit": "8: <notes> may not stand here in <unit>",
    "bad_InvalidXmlLangOnUnit": '6: <source> is in xml:lang="ja", and srcLang is "en" (and 1 more)',
    "bad_MissingNonRemovable1": '19: <target> lacks <ph id="4">, which may not be deleted',
    "bad_NoTrgLang": "7: there is a <target>, and <xliff> lacks the attribute trgLang",
    "bad_OrderNotUnique2": "7: no other target of this unit has the place 1, from which this one is moved (and 1 more)",
    "bad_SubStateWithoutState": "5: <segment> has subState, and lacks state",
    "bad_TwoSourceInUnit": "7: <source> may not stand here in <segment>",
    "bad_WrongReordering2": '16: <ph id="2"> may not be moved, and has another place in the target',
}


@pytest.mark.parametrize(("stem", "sentence"), SENTENCES.items())
def test_what_is_told_is_what_is_wrong(stem: str, sentence: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(SUITE / "invalid" / f"{stem}.xlf")
    assert str(refused.value) == f"{stem}.xlf:{sentence}"


@pytest.mark.parametrize("path", files("valid") + files("in-out"), ids=name)
def test_what_was_read_survives_being_written(path: Path) -> None:
    """Written anew it is valid, and read again the same: texts, codes with their markup, notes, states, places."""
    document = read(path)
    if any(not file.units for file in document.files):
        return  # a file without units has nothing to write, and could not be valid
    data = b"".join(xliff.write(document.files))
    assert by_xsd(data, "2.1") == []
    assert by_schematron(data, "xliff_core_2.1", "matches") == []
    assert [bare(file) for file in xliff.read(data, "again.xlf").files] == [bare(file) for file in document.files]


def bare(file: xliff.File) -> object:
    """All but lines, ids of groups, and facts that are another program's."""
    return (
        file.original,
        file.source,
        file.target,
        [
            (
                unit.id,
                unit.notes,
                unit.candidates,
                unit.codes,
                unit.is_translated,
                [(one.source, one.target, one.state, one.mark, one.place, one.is_between) for one in unit.segments],
            )
            for unit in file.units
        ],
    )


def joined(document: xliff.Xliff, side: str) -> Sequence[str]:
    """The texts of each unit, in the order of that language."""
    found = []
    for file in document.files:
        for unit in file.units:
            parts = list(enumerate(unit.segments, 1))
            if side == "target":
                parts.sort(key=lambda part: part[1].place or part[0])
            found.append(" ".join("".join((getattr(part, side) or "") for _, part in parts).split()))
    return found


PAIRS = [path.name.removesuffix("_in.xlf") for path in files("in-out", "*_in.xlf")]


@pytest.mark.parametrize("pair", PAIRS)
def test_segmenting_joining_and_stripping_leave_the_text_that_we_read(pair: str) -> None:
    """What other programs make of a file by the rules, and the file itself, give us the same units."""
    before, after = (read(SUITE / "in-out" / f"{pair}_{way}.xlf") for way in ("in", "out"))
    if pair not in {"toJoin3", "toJoin4"}:  # there the sources have the order of the targets
        assert joined(before, "source") == joined(after, "source")
    assert joined(before, "target") == joined(after, "target")
