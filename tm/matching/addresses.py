"""Say how an address of one language's pages is written for another's: undocs.org/en/A/76/1, undocs.org/fr/A/76/1."""

from __future__ import annotations

import re


def translated(address: str, mine: str, theirs: str) -> str:
    """Give the address with the other language in its path; "" where it names none, or more than once.

    >>> translated("https://undocs.org/en/A/76/1", "en", "fr"), translated("https://undocs.org/A/76/1", "en", "fr")
    ('https://undocs.org/fr/A/76/1', '')
    """
    new, found = re.subn(
        rf"/{mine}(?=/|\Z)|(?<=[?&]lang=){mine}\b", lambda match: match[0].replace(mine, theirs), address
    )
    return new if found == 1 else ""
