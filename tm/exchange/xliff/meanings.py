"""Words for tags, as notes such as `<1> bold` give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tm.exchange.xliff.record import Note

_MEANING = re.compile(r"<([0-9]{1,6})> (.+)")


def meanings_of(notes: Iterable[Note]) -> Mapping[str, str]:
    """Collect the words, by the number of the tag.

    >>> meanings_of([Note("<1> bold"), Note("see the annex")])
    {'1': 'bold'}
    """
    return {found[1]: found[2] for note in notes if (found := _MEANING.fullmatch(note.text))}
