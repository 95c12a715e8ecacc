"""Findings and units as JSON, and back: what goes between processes and into the cache."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, compress, islice
from struct import Struct
from typing import Any, cast

from tm.checks.silence import silences
from tm.model.finding import Finding, Severity, Silence, Span
from tm.model.unit import Place, State, Unit

_PIECE = 1 << 18
"""Bytes that are unpacked at once."""

_ROWS = 500
"""Findings that are packed together, and know the same texts."""

_SIZE = Struct("<Q")
"""What stands before the packed units of a share: their length."""

_DEFAULTS = [field.default for field in fields(Unit)]
_OF_UNIT = {field.name: index for index, field in enumerate(fields(Unit))}
_OF_FINDING = {field.name: index for index, field in enumerate(fields(Finding))}
_PLACES, _STATE = _OF_UNIT["places"], _OF_UNIT["state"]
_SEVERITY, _SILENCE = _OF_FINDING["severity"], _OF_FINDING["silence"]
_TEXTS = _OF_FINDING["source"], _OF_FINDING["target"]
_SPANS = _OF_FINDING["at"], _OF_FINDING["of"]


@dataclass(frozen=True, slots=True)
class Head:
    """What every report needs of a file.

    Attributes:
        lang: code of the language of its translations; empty when that is none of the six.
        source: code of the language of its originals.
        live: how many units are not obsolete.
        findings: with those that units silence.
        hushed: the units that silence checks.
        groups: of each check across documents, numbers of the groups that the units are in, in their order; of the one
            across languages, three of each unit, as `said_numbers` gives them.
    """

    lang: str
    source: str
    live: int
    findings: tuple[Finding, ...]
    hushed: tuple[Unit, ...]
    groups: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Share:
    """What some units of a file are, packed: as `Head` and `Record` have it of all."""

    live: int
    hushed: Sequence[Unit]
    groups: Mapping[str, array[int]]
    units: bytes

    @classmethod
    def of(cls, units: Sequence[Unit], groups: Mapping[str, Sequence[int]]) -> Share:
        """Pack live units of a file."""
        numbers = {check: array("Q", group) for check, group in groups.items()}
        packed = _packed(map(_of_unit, units))
        return cls(len(units), [unit for unit in units if silences(unit)], numbers, _SIZE.pack(len(packed)) + packed)


@dataclass(frozen=True, slots=True)
class Record:
    """What checking one file gave, packed: its head, and its units, which few go on to see, as compressed JSON."""

    head: bytes
    units: bytes

    @classmethod
    def pack(
        cls,
        lang: str,
        findings: Iterable[Finding],
        units: Sequence[Unit],
        groups: Mapping[str, Sequence[int]],
        source: str = "en",
    ) -> Record:
        """Pack what a file gave; its live units only."""
        return cls.joined(lang, source, findings, [Share.of(units, groups)])

    @classmethod
    def joined(cls, lang: str, source: str, findings: Iterable[Finding], shares: Sequence[Share]) -> Record:
        """Pack what a file gave, of which each share has the units that follow on those of the one before."""
        names = [*shares[0].groups] if shares else []
        numbers = {name: b"".join(share.groups[name].tobytes() for share in shares).hex() for name in names}
        hushed = [_of_unit(unit) for share in shares for unit in share.hushed]
        head = [lang, source, sum(share.live for share in shares), hushed, numbers]
        return cls(_packed(chain([head], _of_findings(findings))), b"".join(share.units for share in shares))

    def open_head(self) -> Head:
        rows = _unpacked(self.head)
        lang, source, live, hushed, numbers = next(rows)
        groups = {check: array("Q", bytes.fromhex(group)) for check, group in numbers.items()}
        return Head(lang, source, live, tuple(_to_findings(rows)), tuple(map(_to_unit, hushed)), groups)

    def each_unit(self) -> Iterator[Unit]:
        """Unpack one unit after the other."""
        return map(_to_unit, self._rows())

    def units_where(self, wanted: Iterable[bool]) -> Iterator[Unit]:
        """Unpack the units that are wanted, of which there is a word for each."""
        return map(_to_unit, compress(self._rows(), wanted))

    def _rows(self) -> Iterator[Any]:
        return chain.from_iterable(map(_unpacked, _apart(self.units)))


def _packed(rows: Iterable[object]) -> bytes:
    """Pack rows, a line each, so that those of a big file never stand side by side as JSON."""
    packer = zlib.compressobj(1)
    parts = (packer.compress(json.dumps(row, separators=(",", ":")).encode() + b"\n") for row in rows)
    return b"".join([*filter(None, parts), packer.flush()])


def _unpacked(packed: bytes) -> Iterator[Any]:  # whatever JSON holds
    unpacker, rest, left = zlib.decompressobj(), b"", packed
    while not unpacker.eof:
        text, left = unpacker.decompress(left, _PIECE), unpacker.unconsumed_tail
        if not (text or left or unpacker.eof):
            raise ValueError("the rows are cut off")
        *lines, rest = (rest + text).split(b"\n")
        yield from map(json.loads, lines)


def _apart(joined: bytes) -> Iterator[bytes]:
    """Yield what was packed of each share."""
    place = 0
    while place < len(joined):
        start = place + _SIZE.size
        place = start + _SIZE.unpack_from(joined, place)[0]
        yield joined[start:place]


Grouped = tuple[int, Finding]
"""What a check across documents found, with the number of the group."""


def pack_across(keys: Mapping[str, bytes], found: Iterable[Grouped]) -> bytes:
    """Write what checks across documents found, and the key of each file that they saw, by its path."""
    found = list(found)
    head = [{path: key.hex() for path, key in keys.items()}, [number for number, _ in found]]
    return _packed(chain([head], _of_findings(finding for _, finding in found)))


def open_across(packed: bytes) -> tuple[dict[str, bytes], list[Grouped]]:
    rows = _unpacked(packed)
    keys, numbers = next(rows)
    return {path: bytes.fromhex(key) for path, key in keys.items()}, list(zip(numbers, _to_findings(rows), strict=True))


def _of_findings(findings: Iterable[Finding]) -> Iterator[object]:
    """Write findings, some hundred in a row, behind the texts that they share."""
    left = iter(findings)
    while some := list(islice(left, _ROWS)):
        texts: dict[str, int] = {}
        rows = [_of_finding(finding, texts) for finding in some]
        yield [list(texts), rows]


def _to_findings(rows: Iterable[tuple[list[str], list[list[object]]]]) -> Iterator[Finding]:
    for texts, some in rows:
        yield from (_to_finding(row, texts) for row in some)


def _of_finding(one: Finding, texts: dict[str, int]) -> list[object]:
    """Write a finding; its texts, which others may share, by their numbers in `texts`."""
    row = _values(one)
    for index, text in zip(_TEXTS, (one.source, one.target), strict=True):
        row[index] = texts.setdefault(text, len(texts))
    for index in _SPANS:
        span = row[index]
        row[index] = [span.start, span.end] if isinstance(span, Span) else None
    row[_SILENCE] = [one.silence.by, one.silence.reason] if one.silence else None
    return row


def _to_finding(row: Sequence[object], texts: Sequence[str]) -> Finding:
    values: list[object] = [*row]
    for index in _TEXTS:
        values[index] = texts[cast("int", row[index])]
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
