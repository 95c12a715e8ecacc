"""What is known of a text beside its wording; and entries made of texts of which not all share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tm.model.match import Context, Entry, Origin, Status
from tm.model.note import Note

_UNKNOWN = Context()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an entry tells beside texts, document and role."""

    place: str = ""
    date: str = ""
    author: str = ""
    context: Context = _UNKNOWN
    status: Status = Status.TRANSLATED


def facts_of(entry: Entry) -> Facts:
    """Take from an entry what its languages share."""
    origin = entry.origin
    return Facts(origin.place, origin.date, origin.author, entry.context, entry.status)


def entries_of(
    texts: Mapping[str, str], facts: Mapping[str, Facts], document: str, role: str, number: int = 0
) -> Iterator[Entry]:
    """Make one entry for all translations that share their facts; the original, the first text, is in each.

    The first has the facts of the original, even where no translation shares them: so a store keeps them too.
    """
    source = next(iter(texts))
    groups: dict[Facts, dict[str, str]] = {facts[source]: {}}
    for code, text in texts.items():
        if code != source:
            groups.setdefault(facts[code], {})[code] = text
    for shared, translations in groups.items():
        origin = Origin(document, shared.place, shared.date, shared.author)
        yield Entry(number, {source: texts[source], **translations}, role, origin, shared.context, shared.status)


def noted(parts: Iterable[Entry], notes: Sequence[Note]) -> Iterator[Entry]:
    """Give the parts of an entry what is said of them: the first what is said of the whole and of the original."""
    about: tuple[str, ...] = ("",)
    for part in parts:
        source, *others = part.texts
        codes = (*about, source, *others) if about else tuple(others)
        about = ()
        own = tuple(note for code in codes for note in notes if note.about == code)
        yield replace(part, notes=own) if own else part
