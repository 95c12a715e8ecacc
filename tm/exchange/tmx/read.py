"""Read TMX (1.1 to 1.4b, levels 1 and 2) as entries, one unit after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from tm.exchange.tmx.facts import DOCUMENT, ROLE, read_facts
from tm.exchange.tmx.inline import Numbers, text_of
from tm.exchange.tmx.record import Defect, Tu, Tuv
from tm.exchange.tmx.scan import scan
from tm.memory.facts import entries_of
from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.model.match import Entry


@dataclass(frozen=True, slots=True)
class Unit:
    """What a `tu` gives.

    Attributes:
        line: 1-based, of its beginning or of the trouble.
        entries: one; several of one original where its translations differ in date, author or the like; none where
            the unit cannot be used.
        defects: why texts are left out, or all of it.
        notes: the texts of its notes, and `type: text` of the props that an entry has no place for.
        is_ours: whether the document is named as we name it.
    """

    line: int
    entries: tuple[Entry, ...] = ()
    defects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_ours: bool = False


def read(stream: BinaryIO, path: str, document: str = "") -> Iterator[Unit]:
    """Read a file as it is given, in constant memory; an entry that names no document belongs to `document`.

    Raises:
        FormatError: not TMX, cut off, hostile, or not well-formed outside of units; the units before were yielded.
    """
    understand = _Understanding(document)
    for unit in scan(stream, path):
        yield (
            Unit(unit.line, defects=(f"broken: {unit.problem}",)) if isinstance(unit, Defect) else understand.unit(unit)
        )


@dataclass(slots=True)
class _Understanding:
    """Makes entries of units; remembers what the codes of languages mean."""

    document: str
    _codes: dict[str, str] = field(default_factory=dict)

    def unit(self, tu: Tu) -> Unit:
        variants, defects = self._variants(tu)
        source = self._code(tu.source)
        if source not in variants:
            source = next(iter(variants), "")
        props = dict(tu.props)
        notes = _notes(tu)
        if not source:
            return Unit(tu.line, (), (*defects, "no text in any of the six languages"), notes)
        if len(variants) == 1:
            defects = (*defects, f"no translation: only {source}")
        document = props.get(DOCUMENT, "")
        common = read_facts(tu.attributes, tu.props)
        numbers = Numbers()
        ordered = {source: variants[source], **variants}
        texts = {code: text_of(tuv.content, numbers) for code, tuv in ordered.items()}
        facts = {code: read_facts(tuv.attributes, tuv.props, common) for code, tuv in ordered.items()}
        if not document and len(facts) > 1:  # other programs' word on an original tells nothing
            facts[source] = facts[next(code for code in facts if code != source)]
        identity = document or self.document, props.get(ROLE, "")
        return Unit(tu.line, tuple(entries_of(texts, facts, *identity)), defects, notes, bool(document))

    def _variants(self, tu: Tu) -> tuple[dict[str, Tuv], tuple[str, ...]]:
        found: dict[str, Tuv] = {}
        defects: list[str] = []
        for variant in tu.variants:
            code = self._code(variant.language)
            if not code:
                defects.append(f"language {variant.language}" if variant.language else "a text without xml:lang")
            elif code in found and variant.language.lower() != tu.source.lower():
                if variant.content != found[code].content:
                    defects.append(f"a second text in {code}")
            else:
                found[code] = variant
        return found, tuple(defects)

    def _code(self, written: str) -> str:
        """Find one of the six by the code that a file uses; "" for others."""
        code = self._codes.get(written)
        if code is None:
            try:
                code = find_language(written).code
            except SettingsError:
                code = ""
            self._codes[written] = code
        return code


_KEPT = {DOCUMENT, ROLE, "x-place", "x-date", "x-status", "x-context-pre", "x-context-post", "prev", "next"}


def _notes(tu: Tu) -> tuple[str, ...]:
    """Collect what an entry has no place for."""
    if not (tu.props or tu.notes) and not any(variant.props or variant.notes for variant in tu.variants):
        return ()
    found = [*tu.notes, *(f"{name}: {text}" for name, text in tu.props if name not in _KEPT)]
    for variant in tu.variants:
        found += [*variant.notes, *(f"{name}: {text}" for name, text in variant.props if name not in _KEPT)]
    return tuple(found)
