"""A store of one dictionary, which proposes every key: for tests that need a memory but no database."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tm.memory.store import Proposal, Tally, Version
from tm.model.errors import StoreError
from tm.model.language import BY_CODE
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.text.normalize import match_key

_Identity = tuple[str, str, str, str]


@dataclass
class _Kept:
    """An entry: by language, the text and what came with it; the original first."""

    id: int
    role: str
    texts: dict[str, Entry]
    versions: list[Version] = field(default_factory=list)


class DictStore:
    """Fills the `Store` protocol as plainly as can be."""

    def __init__(self) -> None:
        self._kept: dict[_Identity, _Kept] = {}

    def add(self, entries: Iterable[Entry]) -> Tally:
        counts, given = [0, 0, 0], list(entries)
        if not all(entry.texts and BY_CODE.keys() >= entry.texts.keys() for entry in given):
            raise StoreError("an unknown language")
        if re.search("[\ud800-\udfff]", "".join(text for entry in given for text in entry.texts.values())):
            raise StoreError("a lone surrogate")
        for entry in given:
            counts[self._add(entry)] += 1
        return Tally(*counts)

    def _add(self, entry: Entry) -> int:
        original, text = next(iter(entry.texts.items()))
        identity = (entry.origin.document, original, text, entry.role)
        if identity not in self._kept:
            self._kept[identity] = _Kept(len(self._kept) + 1, entry.role, dict.fromkeys(entry.texts, entry))
            return 0
        kept = self._kept[identity]
        outcome = 2
        for language in list(entry.texts)[1:]:
            old = kept.texts.get(language)
            if old is None:
                kept.texts[language] = entry
                outcome = 0
                continue
            new = _merged(old, entry, language)
            if new != old:
                outcome = min(outcome, 1)
                if new.texts[language] != old.texts[language]:
                    kept.versions.append(Version(language, old.texts[language], old.origin.date, old.status))
                kept.texts[language] = new
        return outcome

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        found = []
        for (document, original, _, role), kept in self._kept.items():
            if {source, target} <= kept.texts.keys() and match_key(kept.texts[source].texts[source]) == key:
                facts = kept.texts[source if original == target else target]
                texts = {language: kept.texts[language].texts[language] for language in (source, target)}
                origin = Origin(document, facts.origin.place, facts.origin.date)
                found.append(Entry(kept.id, texts, role, origin, facts.context, facts.status))
        return found

    def similar(self, key: MatchKey, source: str, target: str, floor: Callable[[], float]) -> Iterator[Proposal]:
        keys = {
            match_key(kept.texts[source].texts[source])
            for kept in self._kept.values()
            if {source, target} <= kept.texts.keys()
        }
        for other in sorted(keys):
            yield Proposal(other, 100.0)

    def history(self, entry: int) -> Sequence[Version]:
        return [version for kept in self._kept.values() if kept.id == entry for version in reversed(kept.versions)]

    def close(self) -> None:
        """Nothing is held open."""


def _merged(old: Entry, new: Entry, language: str) -> Entry:
    same = old.texts[language] == new.texts[language]
    origin = Origin(
        new.origin.document, new.origin.place or old.origin.place, old.origin.date if same else new.origin.date
    )
    before, after = new.context.before, new.context.after
    context = Context(
        old.context.before if before is None else before,
        old.context.after if after is None else after,
    )
    merged = replace(new, origin=origin, context=context)
    return old if same and _facts(merged) == _facts(old) else merged


def _facts(entry: Entry) -> tuple[Origin, Context, Status]:
    return entry.origin, entry.context, entry.status
