"""Read XLIFF 2.0 and 2.1 that `rules.check` has nothing against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from tm import safexml
from tm.exchange.xliff.inline import Numbers, Piece, collapsed
from tm.exchange.xliff.inline2 import pieces_of
from tm.exchange.xliff.names import CORE, MATCHES, METADATA, PARTS, SPACE, core, holders, named, split, within
from tm.exchange.xliff.record import Candidate, File, Note, Segment, State, Unit, Xliff
from tm.exchange.xliff.write2 import CATEGORY

_MATCH, _MATCHES = f"{{{MATCHES}}}match", f"{{{MATCHES}}}matches"
_META, _GROUP, _METADATA = (f"{{{METADATA}}}{name}" for name in ("meta", "metaGroup", "metadata"))
_READ = {MATCHES, METADATA, CORE}


def read(root: Element) -> Xliff:
    """Read a whole document."""
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    space = root.get(SPACE, "default")
    files = tuple(
        File(file.get("original", ""), source, target, tuple(_units(file, space, is_translated=True)))
        for file in named(root, "file")
    )
    return Xliff(root.get("version", ""), files, left_out=tuple(_left_out(root)))


def _left_out(root: Element) -> Iterator[str]:
    """Name what stands beside units, and is not read."""
    seen: dict[str, None] = {}
    for file in named(root, "file"):
        for holder in (file, *holders(file, "group")):
            if next(named(holder, "notes"), None) is not None and not _is_plural(holder):
                seen["notes on files and groups"] = None
        for holder in (file, *holders(file, "group", "unit")):
            for child in holder:
                if not core(child) and split(child.tag)[0] not in _READ:
                    seen[f"<{split(child.tag)[1]}>"] = None
    yield from seen


def _is_plural(element: Element) -> bool:
    """Tell a group that holds the forms of a plural: what is said of it is said of each."""
    return element.get("type") == f"{CATEGORY}:plural"


def _units(holder: Element, space: str, *, is_translated: bool) -> Iterator[Unit]:
    space = holder.get(SPACE, space)
    is_translated = holder.get("translate", "yes" if is_translated else "no") == "yes"
    for child in holder:
        if core(child) == "group":
            yield from _units(child, space, is_translated=is_translated)
        elif core(child) == "unit":
            yield _unit(child, child.get(SPACE, space), holder, is_translated=is_translated)


def _unit(unit: Element, space: str, holder: Element, *, is_translated: bool) -> Unit:
    numbers = Numbers()
    data = _data(unit)
    parts = list(named(unit, *PARTS))
    sources = [_text(next(named(part, "source")), space, data, numbers) for part in parts]
    targets = [
        _text(target, space, data, numbers) if (target := next(named(part, "target"), None)) is not None else None
        for part in parts
    ]
    segments = [
        _segment(part, source, target, space) for part, source, target in zip(parts, sources, targets, strict=True)
    ]
    return Unit(
        unit.get("id", ""),
        tuple(segments),
        (*_notes(unit), *_annotations(parts), *(_notes(holder) if _is_plural(holder) else ())),
        tuple(_facts(unit)),
        tuple(_candidates(unit)),
        numbers.codes(),
        holder.get("id", "") if _is_plural(holder) else "",
        unit.get("translate", "yes" if is_translated else "no") == "yes",
        safexml.line_of(unit),
    )


def _segment(part: Element, source: str, target: str | None, space: str) -> Segment:
    state = part.get("state")
    order = next((one.get("order", "0") for one in named(part, "target")), "0")
    preserved = next(named(part, "source")).get(SPACE, part.get(SPACE, space)) == "preserve"
    return Segment(
        source,
        target,
        State(state) if state else None,
        part.get("subState", ""),
        int(order),
        core(part) == "ignorable",
        preserved,
        safexml.line_of(part),
    )


def _text(element: Element, space: str, data: Mapping[str, str], numbers: Numbers) -> str:
    pieces: Iterable[Piece] = pieces_of(element, data)
    if element.get(SPACE, space) != "preserve":
        pieces = collapsed(pieces)
    return numbers.text(pieces)


def _data(holder: Element) -> Mapping[str, str]:
    return {
        data.get("id", ""): "".join(piece for piece in pieces_of(data, {}) if isinstance(piece, str))
        for block in named(holder, "originalData")
        for data in named(block, "data")
    }


def _notes(unit: Element) -> Iterator[Note]:
    for notes in named(unit, "notes"):
        for note in named(notes, "note"):
            yield Note("".join(note.itertext()), note.get("category", ""))


def _annotations(parts: Iterable[Element]) -> Iterator[Note]:
    """Yield the comments that stand at stretches of the texts; those that only refer to a note are that note."""
    for part in parts:
        for mark in within(part, "mrk", "sm"):
            if mark.get("type") == "comment" and mark.get("value"):
                yield Note(mark.get("value", ""))


def _facts(unit: Element) -> Sequence[tuple[str, str]]:
    return [
        (meta.get("type", ""), "".join(meta.itertext()))
        for metadata in unit.iterfind(_METADATA)
        for group in metadata.iterfind(_GROUP)
        if group.get("category") == CATEGORY
        for meta in group.iterfind(_META)
    ]


def _candidates(unit: Element) -> Iterator[Candidate]:
    for matches in unit.iterfind(_MATCHES):
        for match in matches.iterfind(_MATCH):
            data, numbers = _data(match), Numbers()
            texts = [
                numbers.text(pieces_of(side, data)) for name in ("source", "target") for side in named(match, name)
            ]
            if len(texts) == 2:
                yield Candidate(
                    texts[0],
                    texts[1],
                    _score(match.get("similarity") or match.get("matchQuality")),
                    match.get("origin", ""),
                    match.get("type") == "icm",
                )


def _score(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
