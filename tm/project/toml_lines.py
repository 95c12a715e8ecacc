"""Find the line of a TOML file that a mistake in its values is on, which a parser of TOML does not tell."""

from __future__ import annotations

from collections.abc import Sequence


def line_of(text: str, keys: Sequence[str]) -> int:
    """Give the 1-based line where a value begins, or its table where it is one; 0 where that cannot be told.

    Only the beginnings of the file that end with a whole value are TOML, and the first of them to have the value ends
    with it.

    Args:
        text: TOML that can be parsed.

    >>> line_of('a = 1\\n[b]\\n"c" = [\\n  2,\\n]\\n', ["b", "c"])
    3
    """
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if keys[-1] in line and (end := _end(lines, number)) and _has("".join(lines[:end]), keys):
            return number + 1
    return 0


def _end(lines: Sequence[str], start: int) -> int:
    """Give how many lines make a whole document, at least those up to one; 0 where no number does."""
    return next((end for end in range(start + 1, len(lines) + 1) if _parsed("".join(lines[:end])) is not None), 0)


def _parsed(text: str) -> dict[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _has(text: str, keys: Sequence[str]) -> bool:
    found: object = _parsed(text)
    for key in keys:
        if not isinstance(found, dict) or key not in found:
            return False
        found = found[key]
    return True
