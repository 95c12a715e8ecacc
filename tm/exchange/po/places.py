"""References (`#: source/letter.md:23`): read, and written on lines of the width of gettext."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tm.exchange.po.strings import guard
from tm.model.unit import Place

_OPEN, _CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""What gettext puts around a file name with spaces in it."""

_REFERENCE = re.compile(rf"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}(?::([0-9]+))?|([^ \t]+)")
_WIDTH = 79


def read_places(lines: Iterable[str]) -> tuple[Place, ...]:
    """Read the places on `#:` lines.

    >>> read_places(["#: source/a.md:3 source/b.md"])
    (Place(path='source/a.md', line=3), Place(path='source/b.md', line=0))
    """
    bare = (line.lstrip(" \t").rstrip("\n").removesuffix("\r") for line in lines)
    return tuple(_place(found) for line in bare for found in _REFERENCE.finditer(line[2:]))


def _place(found: re.Match[str]) -> Place:
    isolated, number, plain = found.groups()
    if plain is None:
        return Place(isolated, int(number or 0))
    path, colon, digits = plain.rpartition(":")
    if colon and path and digits.isascii() and digits.isdigit() and len(digits) < 10:
        return Place(path, int(digits))
    return Place(plain)


def write_places(places: Sequence[Place]) -> Iterator[str]:
    """Yield the `#:` lines of these places."""
    line, used = "#:", 2
    for place in places:
        word = _word(place)
        # gettext counts bytes here, not columns.
        size = len(word.encode()) + 1
        if used > 2 and used + size > _WIDTH:
            yield guard(line)
            line, used = "#:", 2
        line, used = f"{line} {word}", used + size
    if used > 2:
        yield guard(line)


def _word(place: Place) -> str:
    path = re.sub(rf"[\r\n{_OPEN}{_CLOSE}]", "", place.path)
    if any(char in " \t" for char in path):
        path = f"{_OPEN}{path}{_CLOSE}"
    return f"{path}:{place.line}" if place.line else path
