"""Read one version of a document as the sentences that are aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from tm.alignment.sentence import Sentence
from tm.documents import format as documents
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


def read_sentences(
    path: Path, language: Language, *, shown: str, states: Sequence[str] = (), lined: bool | None = None
) -> list[Sentence]:
    """Read the sentences of a document.

    Args:
        shown: the path as error messages should show it.
        states: names of States in its language, for lists of States.
        lined: whether each line of a plain text is a sentence; None to tell by the text.

    Raises:
        FormatError: it cannot be read, or there is no sentence in it.
    """
    data = path.read_bytes()
    if lined is not False and path.suffix.lower() in _PLAIN:
        text = documents.decode(data, shown).removeprefix("\N{BYTE ORDER MARK}")
        if lined or is_lined(text):
            return _required(list(_lines(text)), shown)
    document = documents.read(data, path.name, shown=shown, language=language.code, states=states)
    same = document.language == language.code
    found = [
        sentence
        for number, block in enumerate(document.blocks)
        for sentence in _of_block(block, number, None if same else language)
    ]
    return _required(found, shown)


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
            yield Sentence(" ".join(line.split()), block, "", "", number)
        else:
            block += 1


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
