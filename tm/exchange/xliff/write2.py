"""Write XLIFF 2.1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.sax.saxutils import quoteattr

from tm.exchange.xliff.inline2 import Writer
from tm.exchange.xliff.markup import attributes_of, text_of
from tm.exchange.xliff.meanings import meanings_of
from tm.exchange.xliff.names import CORE, MATCHES, METADATA
from tm.exchange.xliff.record import Candidate, File, Segment, Unit
from tm.model.errors import SettingsError
from tm.model.language import BY_CODE

CATEGORY = "hexapla"
"""Under which our facts stand in the metadata of a unit."""

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="{core}" xmlns:mda="{metadata}" xmlns:mtc="{matches}" version="2.1"{languages}>
"""


def write(files: Iterable[File]) -> Iterator[bytes]:
    """Yield a document, a file at a time; the same files always give the same bytes.

    Raises:
        SettingsError: the files are not all of one source and one target language, which XLIFF 2 asks for.
    """
    languages: tuple[str, str] | None = None
    for number, file in enumerate(files, 1):
        if languages is None:
            languages = file.source, file.target
            attributes = attributes_of({"srcLang": file.source, "trgLang": file.target})
            yield _HEAD.format(core=CORE, metadata=METADATA, matches=MATCHES, languages=attributes).encode()
        if languages != (file.source, file.target):
            raise SettingsError("XLIFF 2 holds one source and one target language: name PO files that share both")
        yield "".join(_file(file, number)).encode()
    yield b"</xliff>\n"


def _file(file: File, number: int) -> Iterator[str]:
    directions = {
        name: "rtl" if code in BY_CODE and BY_CODE[code].is_rtl else ""
        for name, code in (("srcDir", file.source), ("trgDir", file.target))
    }
    is_cut = any(len(unit.segments) > 1 for unit in file.units)
    given = {"id": f"f{number}", "original": file.original, "canResegment": "" if is_cut else "no", **directions}
    yield f" <file{attributes_of(given)}"
    yield ' xml:space="preserve">\n'
    for group, units in groupby(file.units, key=lambda unit: unit.group):
        if group:
            yield f'  <group id={quoteattr(group)} type="{CATEGORY}:plural">\n'
        for unit in units:
            yield "\n".join(_unit(unit)) + "\n"
        if group:
            yield "  </group>\n"
    yield " </file>\n"


def _unit(unit: Unit) -> Iterator[str]:
    codes = {str(code.number): code for code in unit.codes}
    writer = Writer(codes, meanings_of(unit.notes))
    sources = writer.write([segment.source for segment in unit.segments])
    targets = iter(writer.write([segment.target for segment in unit.segments if segment.target is not None]))
    yield f"   <unit{attributes_of({'id': unit.id, 'translate': '' if unit.is_translated else 'no'})}>"
    yield from _metadata(unit)
    yield from _matches(unit.candidates)
    if unit.notes:
        yield "    <notes>"
        for note in unit.notes:
            yield f"     <note{attributes_of({'category': note.kind})}>{text_of(note.text)}</note>"
        yield "    </notes>"
    yield from _original_data(writer.data, "    ", "")
    for number, (segment, source) in enumerate(zip(unit.segments, sources, strict=True), 1):
        yield from _segment(segment, number, source, None if segment.target is None else next(targets))
    yield "   </unit>"


def _metadata(unit: Unit) -> Iterator[str]:
    if unit.facts:
        yield f'    <mda:metadata><mda:metaGroup category="{CATEGORY}">'
        for name, text in unit.facts:
            yield f"     <mda:meta{attributes_of({'type': name})}>{text_of(text)}</mda:meta>"
        yield "    </mda:metaGroup></mda:metadata>"


def _matches(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Write what a memory offers; each refers to the first segment."""
    written = list(candidates)
    if written:
        yield "    <mtc:matches>"
    for number, one in enumerate(written, 1):
        writer = Writer({}, {})
        (source,), (target,) = writer.write([one.source]), writer.write([one.target])
        score = "" if one.score is None else f"{one.score:g}"
        kind = "icm" if one.is_context else "tm"
        given = {"id": f"m{number}", "ref": "#s1", "similarity": score, "origin": one.origin, "type": kind}
        yield f"     <mtc:match{attributes_of(given)}>"
        yield from _original_data(writer.data, "      ", "")
        yield f"      <source>{source}</source>\n      <target>{target}</target>\n     </mtc:match>"
    if written:
        yield "    </mtc:matches>"


def _original_data(data: Mapping[str, str], indent: str, prefix: str) -> Iterator[str]:
    if data:
        yield f"{indent}<{prefix}originalData>"
        for name, text in data.items():
            yield f'{indent} <{prefix}data id="{name}">{text_of(text)}</{prefix}data>'
        yield f"{indent}</{prefix}originalData>"


def _segment(segment: Segment, number: int, source: str, target: str | None) -> Iterator[str]:
    name = "ignorable" if segment.is_between else "segment"
    state = segment.state.value if segment.state and not segment.is_between else ""
    given = {"id": f"s{number}", "state": state, "subState": segment.mark if state else ""}
    space = "" if segment.is_preserved else ' xml:space="default"'
    yield f"    <{name}{attributes_of(given)}>"
    yield f"     <source{space}>{source}</source>"
    if target is not None:
        place = f' order="{segment.place}"' if segment.place else ""
        yield f"     <target{space}{place}>{target}</target>"
    yield f"    </{name}>"
