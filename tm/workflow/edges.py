"""White space around a translation: as it was, or as it is around its source, whatever a program made of it."""

from __future__ import annotations

import re

_SPACES = " \t\r\n"
_WRAPPED = re.compile(r"[ \t]*\n[ \t]*")


def settled(target: str, source: str, was: str) -> str:
    r"""Give a translation that comes back with the white space around it, and the line ends, that it should have.

    Programs trim, indent and wrap what they write, and msgfmt refuses a translation that begins or ends with a new
    line unlike its source.

    Args:
        was: the translation before; "" where there was none.

    >>> settled("  La fin.\r\n  ", "The end.\n", ""), settled("La fin.", "The end.\n", "La fin.\n")
    ('La fin.\n', 'La fin.\n')
    """
    text = target if "\r" in source else target.replace("\r\n", "\n").replace("\r", "\n")
    lead, body, trail = parted(text)
    if not body:
        return "" if source.strip(_SPACES) else target
    own, old = parted(source), parted(was)
    if "\n" not in own[1] + old[1]:
        body = _WRAPPED.sub(" ", body)
    if body == old[1]:
        lead, trail = old[0], old[2]
    elif (lead, trail) != (own[0], own[2]):
        lead, trail = (old[0], old[2]) if old[1] else (own[0], own[2])
    if lead.startswith("\n") != own[0].startswith("\n"):
        lead = own[0]
    if trail.endswith("\n") != own[2].endswith("\n"):
        trail = own[2]
    return lead + body + trail


def parted(text: str) -> tuple[str, str, str]:
    """Cut a text into the white space before it, itself, and that behind it; no-break spaces belong to it."""
    body = text.strip(_SPACES)
    if not body:
        return "", "", ""
    start = text.index(body)
    return text[:start], body, text[start + len(body) :]


def alike(one: str | None, other: str | None) -> bool:
    """Tell whether two texts differ in nothing but how white space is written."""
    return (one or "").split() == (other or "").split()
