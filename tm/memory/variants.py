"""Keep apart what a file says twice of one original in one document, as where it names no documents of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from tm.model.match import Entry, Origin

_AT_HAND = 50_000
"""Originals of which it is known what was said of them first."""

_BITS = 27
"""Of the others, bits tell whether they may have been met: 16 MB, so that of ten million one in fifty seems to be."""

_MASK = (1 << _BITS) - 1


class Variants:
    """Gives the translations of an original that come after other ones a document of their own.

    A memory knows an entry by document, original and role: without this, of two translations of one text the later one
    would take the place of the earlier one, and each import of the same file would change them again.
    """

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._others: set[int] = set()
        self._met: bytearray | None = None

    def apart(self, parts: Sequence[Entry]) -> Sequence[Entry]:
        """Give the parts of an entry back, under another document where one with other translations came before.

        None of them where the same was said before. The same file gives the same documents each time.
        """
        one = parts[0]
        name, said = hash((next(iter(one.texts.items())), one.role, one.origin.document)), _said(parts)
        first = self._first.get(name)
        if first is None and not (self._met and self._has_met(self._met, name)):
            self._note(name, said)
            return parts
        if said == first or hash((name, said)) in self._others:
            return ()
        if len(self._others) < _AT_HAND:
            self._others.add(hash((name, said)))
        return [replace(part, origin=replace(part.origin, document=_document(parts))) for part in parts]

    def again(self, parts: Sequence[Entry]) -> Entry:
        """Give what is told of an entry which `apart` gave before, under the document that it has."""
        one = parts[0]
        source, text = original = next(iter(one.texts.items()))
        is_first = self._first.get(hash((original, one.role, one.origin.document))) == _said(parts)
        document = one.origin.document if is_first else _document(parts)
        notes = tuple(note for part in parts for note in part.notes)
        return Entry(0, {source: text}, one.role, Origin(document), notes=notes)

    @staticmethod
    def _has_met(met: bytearray, name: int) -> bool:
        return all(met[bit >> 3] & 1 << (bit & 7) for bit in _bits(name))

    def _note(self, name: int, said: int) -> None:
        if len(self._first) < _AT_HAND:
            self._first[name] = said
            return
        self._met = self._met or bytearray(1 << _BITS >> 3)
        for bit in _bits(name):
            self._met[bit >> 3] |= 1 << (bit & 7)


def document_of(name: str) -> str:
    """Give the document that one of a second translation belongs to; any other is its own.

    >>> document_of("old.tmx#1c6ce987"), document_of("report#2")
    ('old.tmx', 'report#2')
    """
    return _OWN.sub("", name)


_OWN = re.compile(r"(?<=.)#[0-9a-f]{8}\Z", re.DOTALL)


def _bits(name: int) -> tuple[int, int]:
    return name & _MASK, name >> _BITS & _MASK


def _document(parts: Sequence[Entry]) -> str:
    said = "\0".join(f"{code}\0{text}" for code, text in _texts(parts).items())
    return f"{parts[0].origin.document}#{crc32(said.encode('utf-8', 'replace')):08x}"


def _said(parts: Sequence[Entry]) -> int:
    if len(parts) == 1:  # as most have
        return hash(tuple(parts[0].texts.items()))
    return hash(tuple(_texts(parts).items()))


def _texts(parts: Sequence[Entry]) -> Mapping[str, str]:
    if len(parts) == 1:
        return parts[0].texts
    return {code: text for part in parts for code, text in part.texts.items()}
