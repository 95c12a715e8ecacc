"""Let into the memory what a file gives, but for units against which something speaks: those are counted and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

from tm.memory.given import Given
from tm.memory.variants import Variants
from tm.model.match import Entry, Origin
from tm.workflow.admission import objection
from tm.workflow.rejected import Rejected

_LINES = 5
"""Lines on which something was left out that are kept, for each reason."""


@dataclass(slots=True)
class Gate:
    """Lets entries through, and counts.

    Attributes:
        read: units so far.
        reasons: how many of them were rejected, or texts of them, by reason.
        repeated: how many said the same as one before.
        left_out: what else was left out of units that were taken in, by reason: how often, and on which lines at first.
    """

    rejected: Rejected
    read: int = 0
    repeated: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, tuple[int, Sequence[int]]] = field(default_factory=dict)
    _variants: Variants = field(default_factory=Variants)

    def admit(self, units: Iterable[Given]) -> Iterator[Entry]:
        """Yield the entries that nothing speaks against."""
        apart = self._variants.apart
        for unit in units:
            self.read += 1
            if not _has_translation(unit.parts):
                self._reject(unit)
                continue
            if unit.defects:
                self._leave_out(unit)
            parts, refused = unit.parts, list[tuple[Entry, Objections]]()
            for part in parts:
                if _objections(part):
                    parts, refused = _divided(unit)
                    break
            if parts and not unit.is_ours:
                given, parts = parts, apart(parts)
                self.repeated += not parts
                if not parts and any(part.notes for part in given):
                    yield self._variants.again(given)
            for part, objections in refused:
                self._tell(unit, part, objections, parts)
            yield from parts

    def _leave_out(self, unit: Given) -> None:
        for defect in unit.defects:
            count, lines = self.left_out.get(defect, (0, ()))
            self.left_out[defect] = count + 1, lines if len(lines) == _LINES else (*lines, unit.line)

    def _reject(self, unit: Given) -> None:
        reason = unit.defects[0] if unit.defects else "empty"
        self.reasons[reason.partition(": ")[0]] += 1
        part = unit.parts[0] if unit.parts else Entry(0, {}, origin=Origin(self.rejected.document))
        self.rejected.add(unit.line, "; ".join(unit.defects) or reason, _listed(part, unit, ()))

    def _tell(self, unit: Given, part: Entry, objections: Objections, kept: Sequence[Entry]) -> None:
        source = next(iter(part.texts))
        self.reasons.update({word for word, _ in objections.values()})
        refused = {source: part.texts[source], **{code: part.texts[code] for code in objections}}
        sentences = dict.fromkeys(sentence for _, sentence in objections.values())
        self.rejected.add(unit.line, "; ".join(sentences), _listed(replace(part, texts=refused), unit, kept))


Objections = Mapping[str, tuple[str, str]]


def _listed(part: Entry, unit: Given, kept: Sequence[Entry]) -> Entry:
    """Give what was left out the document under which its correction is to come in.

    That is where the rest of the unit is; where nothing of it was kept, one of its own, so that it never takes the
    place of what another unit says of the same original.
    """
    if unit.is_ours:
        return part
    said = "\0".join((*unit.defects, *(f"{code}\0{text}" for code, text in part.texts.items())))
    own = f"{part.origin.document}#{crc32(said.encode('utf-8', 'replace')):08x}"
    document = kept[0].origin.document if kept else own
    return replace(part, origin=replace(part.origin, document=document))


def _divided(unit: Given) -> tuple[Sequence[Entry], list[tuple[Entry, Objections]]]:
    """Give the parts without the translations against which something speaks, and those with what does."""
    found: list[Entry] = []
    refused: list[tuple[Entry, Objections]] = []
    for part in unit.parts:
        objections = _objections(part)
        if objections:
            refused.append((part, objections))
        texts = {code: text for code, text in part.texts.items() if code not in objections}
        if len(texts) > 1 or len(part.texts) == 1:
            notes = tuple(note for note in part.notes if note.about not in objections)
            found.append(replace(part, texts=texts, notes=notes))
    return (found if _has_translation(found) else ()), refused


def _has_translation(parts: Sequence[Entry]) -> bool:
    if len(parts) == 1:  # as most units have
        return len(parts[0].texts) > 1
    return any(len(part.texts) > 1 for part in parts)


_NONE: Objections = {}


def _objections(entry: Entry) -> Objections:
    """Say what speaks against translations, by the codes of their languages."""
    found: dict[str, tuple[str, str]] | None = None
    source = ""
    for code, text in entry.texts.items():
        if not source:
            source, original = code, text
        elif against := objection(original, text, source, code):
            found = found or {}
            found[code] = against
    return found or _NONE
