"""Count the parts of a menu, A | B | C, of which a translation may lose none."""

from __future__ import annotations


def lost_parts(source: str, target: str) -> int:
    """Say how many of the parts between strokes are lost.

    >>> lost_parts("Home | News | Contact", "Accueil | Contact")
    1
    """
    wanted, found = (len([part for part in text.split("|") if part.strip()]) for text in (source, target))
    return wanted - found if 1 < found < wanted and "||" not in source else 0
