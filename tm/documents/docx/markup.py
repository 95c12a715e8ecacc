"""Sound XML cut into tags and texts, sliced and never printed anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
_TOKEN = re.compile(
    rf"<!\[CDATA\[.*?\]\]>|[^<]+|<!--.*?-->|<\?.*?\?>|<(?P<slash>/?)(?P<name>[^\s/>]+){_ATTRIBUTES}>", re.DOTALL
)


class Token(NamedTuple):
    """A tag, or a text without one.

    Attributes:
        name: of the element, `w:p`; "" of a text, "!" of a comment or processing instruction.
        step: by how much one is deeper behind it: 1, 0 or -1.
    """

    raw: str
    name: str
    step: int

    @property
    def is_open(self) -> bool:
        return self.step == 1

    @property
    def is_empty(self) -> bool:
        return self.step == 0 and self.name not in {"", "!"}


def tokens(xml: str) -> Iterator[Token]:
    """Cut XML into tokens; joined, they are the XML."""
    for found in _TOKEN.finditer(xml):
        raw, name = found[0], found["name"]
        if name is None:
            yield Token(raw, "!" if raw.startswith(("<!--", "<?")) else "", 0)
        else:
            yield Token(raw, name, -1 if found["slash"] else 0 if raw.endswith("/>") else 1)


def end_of(row: Sequence[Token], at: int) -> int:
    """Give the place behind the element that begins at a place; of a cut-off one, the end."""
    depth = 0
    for place in range(at, len(row)):
        depth += row[place].step
        if depth <= 0:
            return place + 1
    return len(row)


def attribute(tag: str, name: str) -> str:
    """Give the value of an attribute of a tag as it is written; "" when it has none."""
    found = re.search(rf"\s{re.escape(name)}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return (found[1] if found[1] is not None else found[2]) if found else ""


def with_attribute(tag: str, name: str, value: str) -> str:
    """Set an attribute of a tag."""
    written = f'{name}="{value}"'
    changed, count = re.subn(rf"(?<=\s){re.escape(name)}\s*=\s*(?:\"[^\"]*\"|'[^']*')", written, tag, count=1)
    if count:
        return changed
    end = "/>" if tag.endswith("/>") else ">"
    return f"{tag[: -len(end)].rstrip()} {written}{end}"


def children(element: str) -> list[tuple[str, str]]:
    """List the child elements of an element with their names; what else is inside is left out."""
    row = list(tokens(element))
    found: list[tuple[str, str]] = []
    at = 1
    while at < len(row):
        if row[at].step < 0:
            break
        end = end_of(row, at)
        if row[at].name not in {"", "!"}:
            found.append((row[at].name, "".join(token.raw for token in row[at:end])))
        at = end
    return found
