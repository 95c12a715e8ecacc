"""Findings and units as JSON, and back: what goes between processes and into the cache."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import cast

from tm.checks.silence import silences
from tm.model.finding import Finding, Severity, Silence, Span
from tm.model.unit import Place, State, Unit

_DEFAULTS = [field.default for field in fields(Unit)]
_OF_UNIT = {field.name: index for index, field in enumerate(fields(Unit))}
_OF_FINDING = {field.name: index for index, field in enumerate(fields(Finding))}
_PLACES, _STATE = _OF_UNIT["places"], _OF_UNIT["state"]
_SEVERITY, _SILENCE = _OF_FINDING["severity"], _OF_FINDING["silence"]
_SPANS = _OF_FINDING["at"], _OF_FINDING["of"]


@dataclass(frozen=True, slots=True)
class Head:
    """What every report needs of a file.

    Attributes:
        lang: code of the language of its translations; empty when that is none of the six.
        live: how many units are not obsolete.
        findings: with those that units silence.
        hushed: the units that silence checks.
    """

    lang: str
    live: int
    findings: tuple[Finding, ...]
    hushed: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What checking one file gave, packed: JSON of its head, and of its units, compressed, as few go on to see them."""

    head: bytes
    units: bytes

    @classmethod
    def pack(cls, lang: str, findings: Iterable[Finding], units: Sequence[Unit]) -> Record:
        """Pack what a file gave; its live units only."""
        hushed = [_of_unit(unit) for unit in units if silences(unit)]
        head = [lang, len(units), [_of_finding(finding) for finding in findings], hushed]
        body = json.dumps([_of_unit(unit) for unit in units], separators=(",", ":"))
        return cls(json.dumps(head).encode(), zlib.compress(body.encode(), 1))

    def open_head(self) -> Head:
        lang, live, findings, hushed = json.loads(self.head)
        return Head(lang, live, tuple(map(_to_finding, findings)), tuple(map(_to_unit, hushed)))

    def open_units(self) -> tuple[Unit, ...]:
        return tuple(map(_to_unit, json.loads(zlib.decompress(self.units))))


def pack_findings(findings: Iterable[Finding]) -> bytes:
    """Write findings that stand in no one file's record."""
    return json.dumps([_of_finding(finding) for finding in findings]).encode()


def open_findings(packed: bytes) -> tuple[Finding, ...]:
    return tuple(map(_to_finding, json.loads(packed)))


def _of_finding(one: Finding) -> list[object]:
    row = _values(one)
    for index in _SPANS:
        span = row[index]
        row[index] = [span.start, span.end] if isinstance(span, Span) else None
    row[_SILENCE] = [one.silence.by, one.silence.reason] if one.silence else None
    return row


def _to_finding(row: Sequence[object]) -> Finding:
    values: list[object] = [*row]
    values[_SEVERITY] = Severity(str(row[_SEVERITY]))
    for index in _SPANS:
        values[index] = Span(*cast("list[int]", row[index])) if row[index] else None
    values[_SILENCE] = Silence(*cast("list[str]", row[_SILENCE])) if row[_SILENCE] else None
    return Finding(*values)  # type: ignore[arg-type]  # as `_of_finding` wrote them


def _values(record: Finding | Unit) -> list[object]:
    return [getattr(record, field.name) for field in fields(record)]


def _of_unit(unit: Unit) -> list[object]:
    row = _values(unit)
    row[_PLACES] = [(place.path, place.line) for place in unit.places]
    while row and row[-1] == _DEFAULTS[len(row) - 1]:
        row.pop()
    return row


def _to_unit(row: Sequence[object]) -> Unit:
    values: list[object] = [tuple(value) if isinstance(value, list) else value for value in row]
    if len(values) > _STATE:
        values[_STATE] = State(str(row[_STATE]))
    if len(values) > _PLACES:
        places = cast("list[tuple[str, int]]", row[_PLACES])
        values[_PLACES] = tuple(Place(path, line) for path, line in places)
    return Unit(*values)  # type: ignore[arg-type]  # as `_of_unit` wrote them
