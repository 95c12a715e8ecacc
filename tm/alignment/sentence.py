"""A sentence of one version of a document, with what its place in the document says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is aligned as one.

    Attributes:
        text: on one line.
        block: number of its block in the document; sentences of one block are next to each other.
        kind: what its block is: "heading 2", "list-item 1", "paragraph"; "" unknown.
        label: the numbering before the block: "12.", "(a)"; only its first sentence has it.
        line: the 1-based line of its file; 0 unknown.
    """

    text: str
    block: int = 0
    kind: str = ""
    label: str = ""
    line: int = 0
