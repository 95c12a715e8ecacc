"""Read one version of a document as the sentences that are aligned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from pathlib import Path

from tm.alignment.sentence import Sentence
from tm.documents import format as documents
from tm.documents.numbering import label_end
from tm.model.document import Block
from tm.model.errors import FormatError
from tm.model.language import Language
from tm.segmentation.split import split

_PLAIN = (".txt",)
_ENDS = re.compile(r"[.!?;:。！？；：؟؛…][\"'”’»）)\]」』]*\s*\Z")
_MOSTLY = 0.5
"""Of lines that others follow without a blank one between them, the share that ends as sentences do.

In wrapped text one line in ten does.
"""

_SEVERAL = 1.8
"""Sentences in a line, on the average, from which on lines are paragraphs; segments of a memory have up to 1.5."""

_LOOKED_AT = 400
"""Lines of which the sentences are counted, at most."""


class Lines(Enum):
    """What the lines of a plain text are."""

    SENTENCES = "sentences"
    PARAGRAPHS = "paragraphs"
    WRAPPED = "wrapped"


def read_sentences(
    path: Path, language: Language, *, shown: str, states: Sequence[str] = (), lines: Lines | None = None
) -> list[Sentence]:
    """Read the sentences of a document.

    Args:
        shown: the path as error messages should show it.
        states: names of States in its language, for lists of States.
        lines: what the lines of a plain text are; None to tell by the text.

    Raises:
        FormatError: it cannot be read, or there is no sentence in it.
    """
    data = path.read_bytes()
    if path.suffix.lower() in _PLAIN and lines is not Lines.WRAPPED:
        text = _decoded(data, shown)
        kind = lines or kind_of_lines(text, language)
        if kind is not Lines.WRAPPED:
            found = _lines(text) if kind is Lines.SENTENCES else _paragraphs(text, language)
            return _required(list(found), shown)
    document = documents.read(data, path.name, shown=shown, language=language.code, states=states)
    same = document.language == language.code
    sentences = [
        sentence
        for number, block in enumerate(document.blocks)
        for sentence in _of_block(block, number, None if same else language)
    ]
    return _required(sentences, shown)


def _decoded(data: bytes, shown: str) -> str:
    return documents.decode(data, shown).removeprefix("\N{BYTE ORDER MARK}")


def lines_of_versions(versions: Sequence[tuple[Path, Language]], shown: Callable[[Path], str]) -> Mapping[Path, Lines]:
    """Tell what the lines of each version of a document are.

    Where they are sentences in one version but not in all, they are read as paragraphs, so that all are cut alike.

    Raises:
        FormatError: a version is not text.
    """
    kinds = {path: _kind_of_file(path, language, shown(path)) for path, language in versions}
    if set(kinds.values()) == {Lines.SENTENCES}:
        return kinds
    return {path: Lines.PARAGRAPHS if kind is Lines.SENTENCES else kind for path, kind in kinds.items()}


def _kind_of_file(path: Path, language: Language, shown: str) -> Lines:
    if path.suffix.lower() not in _PLAIN:
        return Lines.WRAPPED
    return kind_of_lines(_decoded(path.read_bytes(), shown), language)


def kind_of_lines(text: str, language: Language) -> Lines:
    """Tell what the lines of a plain text are.

    >>> from tm.model.language import ENGLISH
    >>> kind_of_lines("One. Two. Three.\\nFour. Five.\\n", ENGLISH).value
    'paragraphs'
    """
    if not is_lined(text):
        return Lines.WRAPPED
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = lines[:: len(lines) // _LOOKED_AT + 1]
    sentences = sum(len(split(line, language.code)) for line in lines)
    return Lines.PARAGRAPHS if sentences >= _SEVERAL * len(lines) else Lines.SENTENCES


def _required(sentences: list[Sentence], shown: str) -> list[Sentence]:
    if not sentences:
        raise FormatError(shown, 1, "there is no sentence in it: name the document and its translation")
    return sentences


def is_lined(text: str) -> bool:
    """Tell whether each line of a plain text is a sentence, as lists for aligners and `tm split` have it.

    >>> is_lined("One.\\nTwo.\\nThree!\\n"), is_lined("A sentence that\\ngoes on.\\n")
    (True, False)
    """
    lines = [line.strip() for line in text.splitlines()]
    followed = [line for line, after in pairwise(lines) if line and after]
    return bool(followed) and sum(bool(_ENDS.search(line)) for line in followed) >= _MOSTLY * len(followed)


def _lines(text: str) -> Iterator[Sentence]:
    block = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            text = " ".join(line.split())
            yield Sentence(text, block, "", text[: label_end(text)], number)
        else:
            block += 1


def _paragraphs(text: str, language: Language) -> Iterator[Sentence]:
    """Yield the sentences of a text with a paragraph a line; numbering before a paragraph is its label."""
    for number, line in enumerate(text.splitlines(), 1):
        whole = " ".join(line.split())
        start = label_end(whole)
        label = whole[:start]
        for sentence in split(whole[start:], language.code):
            if sentence.strip():
                yield Sentence(sentence.strip(), number, "", label, number)
                label = ""


def _of_block(block: Block, number: int, language: Language | None) -> Iterator[Sentence]:
    """Yield the sentences of a block; cut anew where it was read as another language."""
    kind = f"{block.role.value} {block.level}" if block.level else block.role.value
    label = block.label
    segments = block.segments
    if language is None:
        texts = [(segment.text, segment.line) for segment in segments]
    else:
        whole = "".join(piece if isinstance(piece, str) else piece.text for piece in block.pieces)
        texts = [(" ".join(text.split()), segments[0].line) for text in split(whole, language.code)] if segments else []
    for text, line in texts:
        if text.strip():
            yield Sentence(text, number, kind, label, line)
            label = ""
