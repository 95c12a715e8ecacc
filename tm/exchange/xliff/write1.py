"""Write XLIFF 1.2, of units of one segment each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tm import __version__
from tm.exchange.xliff.inline1 import markup_of
from tm.exchange.xliff.markup import attributes_of, text_of
from tm.exchange.xliff.meanings import meanings_of
from tm.exchange.xliff.record import Candidate, File, Segment, State, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

PURPOSE = "x-hexapla"
"""Under which our facts stand in the context of a unit."""

PLURAL = "x-gettext-plurals"
"""What holds the forms of a plural, by the guide for PO files that the committee gave out."""

PLACE = "place"
"""The fact that becomes a location: a path, and a line behind a colon where it is known."""

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="{NAMESPACE}">
"""
_STATES = {State.TRANSLATED: "translated", State.REVIEWED: "signed-off", State.FINAL: "final"}


def write(files: Iterable[File]) -> Iterator[bytes]:
    """Yield a document, a file at a time; the same files always give the same bytes."""
    yield _HEAD.encode()
    for file in files:
        yield "".join(_file(file)).encode()
    yield b"</xliff>\n"


def _file(file: File) -> Iterator[str]:
    given = {"source-language": file.source, "target-language": file.target, "datatype": "x-po", "tool-id": "hexapla"}
    yield f" <file{attributes_of({'original': file.original or '-', **given})}>\n"
    yield f'  <header><tool tool-id="hexapla" tool-name="Hexapla" tool-version="{__version__}"/></header>\n  <body>\n'
    for group, units in groupby(file.units, key=lambda unit: unit.group):
        if group:
            yield f"   <group{attributes_of({'id': group, 'restype': PLURAL})}>\n"
        for unit in units:
            yield "\n".join(_unit(unit, file)) + "\n"
        if group:
            yield "   </group>\n"
    yield "  </body>\n </file>\n"


def _unit(unit: Unit, file: File) -> Iterator[str]:
    (segment,) = unit.segments
    is_new = segment.target is None and segment.state is State.INITIAL
    codes, meanings = {str(code.number): code for code in unit.codes}, meanings_of(unit.notes)
    approved = {State.INITIAL: "no", None: ""}.get(segment.state, "yes")
    given = {"id": unit.id, "translate": "" if unit.is_translated else "no", "approved": approved}
    yield f'   <trans-unit{attributes_of(given)} xml:space="preserve">'
    yield f"    <source>{markup_of(segment.source, codes, meanings)}</source>"
    if is_new:
        yield '    <target state="new"/>'
    elif segment.target is not None:
        state = attributes_of({"state": _state(segment), "state-qualifier": segment.mark})
        yield f"    <target{state}>{markup_of(segment.target, codes, meanings)}</target>"
    yield from _contexts(unit.facts)
    for note in unit.notes:
        yield f"    <note{attributes_of({'from': note.kind})}>{text_of(note.text)}</note>"
    for candidate in unit.candidates:
        yield from _candidate(candidate, file)
    yield "   </trans-unit>"


def _state(segment: Segment) -> str:
    return _STATES.get(segment.state, "needs-review-translation") if segment.state else ""


def _contexts(facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Write places as locations, which tools show, and all else as it is."""
    for name, text in facts:
        if name == PLACE:
            path, _, line = text.rpartition(":") if text.rpartition(":")[2].isdecimal() else (text, "", "")
            number = f'<context context-type="linenumber">{line}</context>' if line else ""
            yield (
                f'    <context-group purpose="location"><context context-type="sourcefile">{text_of(path)}</context>'
                f"{number}</context-group>"
            )
    others = [(name, text) for name, text in facts if name != PLACE]
    if others:
        yield f'    <context-group purpose="{PURPOSE}">'
        for name, text in others:
            yield f"     <context{attributes_of({'context-type': f'x-{name}'})}>{text_of(text)}</context>"
        yield "    </context-group>"


def _candidate(candidate: Candidate, file: File) -> Iterator[str]:
    score = "" if candidate.score is None else f"{candidate.score:g}%"
    kind = "exact" if candidate.is_context else ""
    given = {"match-quality": score, "origin": candidate.origin, "extradata": kind}
    yield f'    <alt-trans{attributes_of(given)} xml:space="preserve">'
    yield f"     <source{attributes_of({'xml:lang': file.source})}>{markup_of(candidate.source, {}, {})}</source>"
    yield f"     <target{attributes_of({'xml:lang': file.target})}>{markup_of(candidate.target, {}, {})}</target>"
    yield "    </alt-trans>"
