"""Let into the memory what a file gives, but for units against which something speaks: those are counted and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tm.checks.admission import objection
from tm.memory.variants import Variants
from tm.model.match import Entry
from tm.workflow.rejected import Rejected


@dataclass(frozen=True, slots=True)
class Given:
    """What one unit or row of a file gives.

    Attributes:
        line: where it begins, from 1.
        parts: one entry, or several where its translations differ in date or the like; none where it is broken.
        defects: `reason` or `reason: detail`; where no entry has a translation, they say why, else what is left out.
        is_apart: whether it names its document, so that it meets no other of the same text.
    """

    line: int
    parts: Sequence[Entry]
    defects: Sequence[str] = ()
    is_apart: bool = False


@dataclass(slots=True)
class Gate:
    """Lets entries through, and counts.

    Attributes:
        read: units so far.
        reasons: how many of them were rejected, or texts of them, by reason.
        repeated: how many said the same as one before.
        left_out: what else was left out of units that were taken in, by reason.
    """

    rejected: Rejected
    read: int = 0
    repeated: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    _variants: Variants = field(default_factory=Variants)

    def admit(self, units: Iterable[Given]) -> Iterator[Entry]:
        """Yield the entries that nothing speaks against."""
        for unit in units:
            self.read += 1
            if not any(len(part.texts) > 1 for part in unit.parts):
                self._reject(unit)
                continue
            self.left_out.update(unit.defects)
            sound = self._sound(unit)
            if not sound or unit.is_apart:
                yield from sound
                continue
            apart = self._variants.apart(sound)
            self.repeated += not apart
            yield from apart

    def _reject(self, unit: Given) -> None:
        reason = unit.defects[0] if unit.defects else "empty"
        self.reasons[reason.partition(":")[0]] += 1
        self.rejected.add(unit.line, "; ".join(unit.defects) or reason, unit.parts[0] if unit.parts else None)

    def _sound(self, unit: Given) -> Sequence[Entry]:
        """Give the parts without the translations against which something speaks."""
        found: list[Entry] = []
        for part in unit.parts:
            texts = part.texts
            if objections := _objections(part):
                self._tell(unit.line, part, objections)
                texts = {code: text for code, text in texts.items() if code not in objections}
            if len(texts) > 1 or len(part.texts) == 1:
                found.append(part if texts is part.texts else replace(part, texts=texts))
        return found if any(len(part.texts) > 1 for part in found) else ()

    def _tell(self, line: int, part: Entry, objections: dict[str, tuple[str, str]]) -> None:
        source = next(iter(part.texts))
        self.reasons.update({word for word, _ in objections.values()})
        refused = {source: part.texts[source], **{code: part.texts[code] for code in objections}}
        sentences = dict.fromkeys(sentence for _, sentence in objections.values())
        self.rejected.add(line, "; ".join(sentences), replace(part, texts=refused))


def _objections(entry: Entry) -> dict[str, tuple[str, str]]:
    (source, text), *translations = entry.texts.items()
    found = {}
    for code, translation in translations:
        against = objection(text, translation, source, code)
        if against:
            found[code] = against
    return found
