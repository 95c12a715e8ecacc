"""Read XLIFF 1.0, 1.1 and 1.2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from tm import safexml
from tm.exchange.xliff.inline import Numbers, Piece, collapsed
from tm.exchange.xliff.inline1 import parts_of, pieces_of
from tm.exchange.xliff.names import LANG, SPACE, split
from tm.exchange.xliff.record import Candidate, File, Note, Segment, State, Unit, Xliff
from tm.exchange.xliff.write1 import PLACE, PLURAL, PURPOSE
from tm.model.errors import FormatError

Parts = Sequence[tuple[str, Sequence[Piece]]]

_STATES = {"translated": State.TRANSLATED, "signed-off": State.REVIEWED, "final": State.FINAL}


def read(root: Element, path: str) -> Xliff:
    """Read a whole document; a unit that is not sound becomes a defect, and the others are read.

    Raises:
        FormatError: a file without a source language.
    """
    reading = _Reading()
    files = []
    for file in _children(root, "file"):
        source = file.get("source-language", "")
        if not source:
            raise FormatError(path, safexml.line_of(file), "<file> lacks the attribute source-language")
        reading.lines.clear()
        for header in _children(file, "header"):
            reading.note_left_out(header)
        units = [unit for body in _children(file, "body") for unit in reading.units(body, file.get(SPACE, "default"))]
        target = file.get("target-language", "") or _target_of(file)
        files.append(File(file.get("original", ""), source, target, tuple(units)))
    if not files:
        raise FormatError(path, safexml.line_of(root), "<xliff> lacks <file>")
    return Xliff(root.get("version", ""), tuple(files), tuple(reading.defects), tuple(reading.left_out))


@dataclass(slots=True)
class _Reading:
    """What is gathered on the way.

    Attributes:
        lines: of the units of the file that is being read, by their ids.
    """

    defects: list[tuple[int, str]] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def units(self, holder: Element, space: str, group: str = "") -> Iterator[Unit]:
        """Read what a body or a group holds."""
        for child in holder:
            name, here = split(child.tag)[1], child.get(SPACE, space)
            if name == "group":
                yield from self._group(child, here, group)
            elif name == "bin-unit":
                self.left_out["<bin-unit>"] = None
            elif name == "trans-unit":
                source = _child(child, "source")
                if self._is_sound(child, source) and source is not None:
                    yield _unit(child, source, here, group)

    def _group(self, holder: Element, space: str, group: str) -> Iterator[Unit]:
        """Read a group; what is said of one that holds the forms of a plural is said of each."""
        notes = tuple(_notes(holder))
        if holder.get("restype") != PLURAL:
            self.note_left_out(holder)
            yield from self.units(holder, space, group)
            return
        for unit in self.units(holder, space, holder.get("id", "")):
            yield replace(unit, notes=(*unit.notes, *notes))

    def note_left_out(self, holder: Element) -> None:
        """Remember that a header or group says something of all that it holds."""
        if _child(holder, "note") is not None:
            self.left_out["notes on files and groups"] = None

    def _is_sound(self, unit: Element, source: Element | None) -> bool:
        name, line = unit.get("id", ""), safexml.line_of(unit)
        first = self.lines.setdefault(name, line)
        if source is None:
            self.defects.append((line, "broken: <trans-unit> lacks <source>"))
        elif first != line and name:
            self.defects.append((line, f'broken: the id "{name[:60]}" occurs on line {first}, too'))
        else:
            return True
        return False


def _target_of(file: Element) -> str:
    """Give the language of the first target that names one, for files that do not."""
    targets = (one.get(LANG, "") for one in file.iter() if split(one.tag)[1] == "target")
    return next((language for language in targets if language), "")


def _children(element: Element, *names: str) -> Iterator[Element]:
    for child in element:
        if split(child.tag)[1] in names:
            yield child


def _child(element: Element, name: str) -> Element | None:
    return next(_children(element, name), None)


def _unit(unit: Element, source: Element, space: str, group: str) -> Unit:
    numbers = Numbers()
    segments = tuple(_segments(unit, source, space, numbers))
    return Unit(
        unit.get("id", ""),
        segments,
        (*_notes(unit), *_annotations(unit)),
        tuple(_facts(unit)),
        tuple(_candidates(unit)),
        numbers.codes(),
        group,
        unit.get("translate", "yes") == "yes",
        safexml.line_of(unit),
    )


def _notes(holder: Element) -> Iterator[Note]:
    for note in _children(holder, "note"):
        yield Note("".join(note.itertext()), note.get("from", ""))


def _annotations(unit: Element) -> Iterator[Note]:
    """Yield the comments that stand at stretches of the texts."""
    for text in _children(unit, "source", "seg-source", "target"):
        for mark in text.iter():
            if split(mark.tag)[1] == "mrk" and mark.get("comment"):
                yield Note(mark.get("comment", ""))


def _segments(unit: Element, source: Element, space: str, numbers: Numbers) -> Iterator[Segment]:
    """Give the segments that a tool has cut the unit into, where source and target are cut alike; else it is one."""
    target, cut = _child(unit, "target"), _child(unit, "seg-source")
    whole = Segment(
        "",
        None,
        _state(unit, target),
        "" if target is None else target.get("state-qualifier", ""),
        is_preserved=space == "preserve",
        line=safexml.line_of(unit),
    )
    sources = parts_of(cut) if cut is not None else ()
    targets = parts_of(target) if target is not None else ()
    mids = [mid for mid, _ in sources if mid]
    if len(set(mids)) == len(mids) > 0 and (target is None or sorted(mids) == sorted(mid for mid, _ in targets if mid)):
        yield from _cut(whole, sources, targets, space, numbers)
        return
    shown = _text(pieces_of(source), space, numbers)  # first, so that codes are numbered in its order
    text = None if target is None else _text(pieces_of(target), space, numbers)
    if not text and whole.state is State.INITIAL:
        text = None  # an empty target of a unit that is not translated yet only holds its state
    yield replace(whole, source=shown, target=text)


def _cut(whole: Segment, sources: Parts, targets: Parts, space: str, numbers: Numbers) -> Iterator[Segment]:
    """Give the segments and what is between them, each target with its place where that is not that of its source."""
    found: list[tuple[int, Segment]] = []
    places = {mid: place for place, (mid, _) in enumerate(targets) if mid}
    for number, (mid, pieces) in enumerate(sources):
        place = places.get(mid, number)
        text = _text(pieces, space, numbers)
        target = _text(targets[place][1], space, numbers) if targets else None
        if mid or text or target:
            found.append((place, replace(whole, source=text, target=target, is_between=not mid)))
    ranks = {place: rank for rank, place in enumerate(sorted(place for place, _ in found), 1)}
    for number, (place, segment) in enumerate(found, 1):
        yield replace(segment, place=0 if ranks[place] == number else ranks[place])


def _state(unit: Element, target: Element | None) -> State | None:
    """Say how far a unit is; None where it does not say it.

    `approved="no"` beside a state is what the standard takes for granted, and tells nothing; alone it does.
    """
    state = "" if target is None else target.get("state", "")
    approved = unit.get("approved", "")
    if state in _STATES:
        return _STATES[state]
    if approved == "yes":
        return State.FINAL
    return State.INITIAL if state or approved == "no" else None


def _text(pieces: Iterable[Piece], space: str, numbers: Numbers) -> str:
    return numbers.text(pieces if space == "preserve" else collapsed(pieces))


def _facts(unit: Element) -> Iterator[tuple[str, str]]:
    for group in _children(unit, "context-group"):
        contexts = [(one.get("context-type", ""), "".join(one.itertext())) for one in _children(group, "context")]
        if group.get("purpose") == PURPOSE:
            yield from ((name.removeprefix("x-"), text) for name, text in contexts)
        elif group.get("purpose") == "location":
            said = dict(contexts)
            line = said.get("linenumber", "")
            if "sourcefile" in said:
                yield PLACE, said["sourcefile"] + (f":{line}" if line else "")


def _candidates(unit: Element) -> Iterator[Candidate]:
    for one in _children(unit, "alt-trans"):
        source, target = _child(one, "source"), _child(one, "target")
        if source is None or target is None:
            continue
        numbers = Numbers()
        texts = [numbers.text(pieces_of(side)) for side in (source, target)]
        quality = one.get("match-quality", "").strip().removesuffix("%")
        try:
            score = float(quality) if quality else None
        except ValueError:
            score = None
        yield Candidate(texts[0], texts[1], score, one.get("origin", ""), one.get("extradata") == "exact")
