"""Passages become blocks: each is split into sentences where its role is of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tm.documents.passage import Passage, Stream
from tm.model.document import RUNNING, Block, Role, Segment
from tm.segmentation.rules import RuleSet
from tm.segmentation.split import spans
from tm.text import codes
from tm.text.codes import Atom, Kind
from tm.text.layers import paired

SPLIT = RUNNING | {Role.TABLE_CELL}
"""Roles whose blocks may hold several sentences; a title, a field or a name is always one segment."""

ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>]+|www\.[^\s<>]+|mailto:[^\s<>]+|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
)
"""Addresses, which nobody translates."""

_HAS_ADDRESS = re.compile(r"://|www\.|@")


def assemble(stream: Stream, language: str, rules: RuleSet | None) -> tuple[Block | str, ...]:
    """Make the parts of a document; neighbouring verbatim strings are joined."""
    parts: list[Block | str] = []
    verbatim: list[str] = []
    for item in stream:
        block = _block(item, language, rules) if isinstance(item, Passage) else item
        if isinstance(block, str):
            verbatim.append(block)
            continue
        if verbatim:
            parts.append("".join(verbatim))
            verbatim = []
        parts.append(block)
    if any(verbatim):
        parts.append("".join(verbatim))
    return tuple(parts)


def _block(item: Passage, language: str, rules: RuleSet | None) -> Block | str:
    if not is_translatable(item.atoms):
        return codes.raw(item.atoms)
    return Block(item.role, tuple(_pieces(item, language, rules)), item.level, item.label)


def _pieces(item: Passage, language: str, rules: RuleSet | None) -> Iterator[Segment | str]:
    line = item.line
    found = tuple(spans(item.shown, language, rules)) if item.role in SPLIT else (_whole(item.shown),)
    for is_sentence, atoms in codes.cut(item.atoms, found):
        raw = codes.raw(atoms)
        yield codes.segment(paired(atoms), line) if is_sentence and is_translatable(atoms) else raw
        line += codes.line_breaks(raw)


def _whole(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def is_translatable(atoms: Sequence[Atom]) -> bool:
    """Tell whether there is a letter or a digit in the text outside markup and addresses."""
    text = "".join([atom.shown if atom.kind is Kind.TEXT else " " for atom in atoms])
    if _HAS_ADDRESS.search(text):
        text = ADDRESS.sub("", text)
    return any(map(str.isalnum, text))
