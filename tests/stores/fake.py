"""A store of one dictionary, which proposes every key: for tests that need a memory but no database."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tests.stores.fake_headers import FakeHeaders
from tests.stores.fake_notes import FakeNotes
from tm.matching.kin import Kin, kin_of_all
from tm.matching.shape import shape
from tm.memory.acts import Act, Batch, Change, Choice, Deed, Holding, Stats, Version
from tm.memory.facts import entries_of, facts_of, noted
from tm.memory.passages import Passages
from tm.memory.store import Bridge, Proposal, Tally
from tm.memory.variants import document_of
from tm.model.errors import StoreError
from tm.model.language import BY_CODE, LANGUAGES
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.model.note import Note, is_code
from tm.text.normalize import match_key
from tm.text.phrase import Phrase
from tm.text.tokens import tokens

_Identity = tuple[str, str, str, str]
_Place = tuple[_Identity, str]
"""An entry and one of its languages."""

_TRUST = (Status.MACHINE, Status.ALIGNED, Status.DRAFT, Status.TRANSLATED, Status.REVIEWED)
"""From the least trusted on."""


_key = lru_cache(maxsize=20_000)(match_key)
"""Asked for each text at each lookup."""


@dataclass(frozen=True)
class _Text:
    """A text with what came with it, and the act that brought it."""

    entry: Entry
    act: int


@dataclass
class DictStore:
    """Fills the `Store` protocol as plainly as can be: to undo, it puts back what was there."""

    _texts: dict[_Place, _Text] = field(default_factory=dict)
    _numbers: dict[_Identity, int] = field(default_factory=dict)
    _versions: list[tuple[_Identity, Version]] = field(default_factory=list)
    _acts: list[Act] = field(default_factory=list)
    _batches: dict[int, Batch] = field(default_factory=dict)
    _before: dict[int, dict[_Place, _Text]] = field(default_factory=dict)
    _notes: FakeNotes = field(default_factory=FakeNotes)
    _headers: FakeHeaders = field(default_factory=FakeHeaders)
    _read: dict[tuple[str, str], Mapping[MatchKey, list[Entry]]] = field(default_factory=dict)
    _read_after: int = 0
    """Acts after which they were read."""

    def add(self, entries: Iterable[Entry], batch: Batch | None = None) -> Tally:
        counts, given = [0, 0, 0], list(entries)
        if not all(entry.texts and BY_CODE.keys() >= entry.texts.keys() for entry in given):
            raise StoreError("an unknown language")
        if re.search("[\ud800-\udfff]", "".join(text for entry in given for text in entry.texts.values())):
            raise StoreError("a lone surrogate")
        batch = batch or Batch()
        act = self._begin(Deed.IMPORT, batch.label)
        self._batches[act] = batch
        for parts in _parts(given):
            known = (
                len(parts) == 1 and len(parts[0].texts) == 1 and parts[0].notes and _identity(parts[0]) in self._numbers
            )
            outcome = min(self._add(entry, act) for entry in parts)
            counts[outcome] += not (known and outcome == 2)
        seen = {(_identity(entry), language) for entry in given for language in entry.texts}
        gone = self._gone(batch, seen) if batch.file else set()
        self._take(gone, act)
        said = self._say(given, act, batch)
        changed = min(said, counts[2])
        counts[1:] = counts[1] + changed, counts[2] - changed
        header = batch.header is not None and self._headers.keep(act, batch.file, batch.header, self._undone)
        if not (counts[0] or counts[1] or gone or said or header):
            self._acts.pop()
            del self._batches[act]
            act = 0
        return Tally(*counts, len({identity for identity, _ in gone}), act)

    def _add(self, entry: Entry, act: int) -> int:
        identity = _identity(entry)
        self._numbers.setdefault(identity, len(self._numbers) + 1)
        outcome = 2
        for language in entry.texts:
            old = self._texts.get((identity, language))
            if old is None:
                self._texts[identity, language] = _Text(entry, act)
                outcome = 0
            elif language != identity[1]:
                new = _merged(old.entry, entry, language)
                same = new.texts[language] == old.entry.texts[language]
                if new != old.entry:
                    outcome = min(outcome, 1)
                    if not same or new.status != old.entry.status:
                        self._keep((identity, language), act)
                    self._texts[identity, language] = _Text(new, old.act if same else act)
        return outcome

    def _say(self, given: Sequence[Entry], act: int, batch: Batch) -> int:
        """Take in what is said; give of how many entries that changed in nothing else."""
        held = self._before[act]
        renewed = {
            (identity, language)
            for (identity, language), text in self._texts.items()
            if (identity, language) not in held
            or held[identity, language].entry.texts[language] != text.entry.texts[language]
        }
        changed = self._notes.add(
            act,
            [(_identity(entry), entry) for entry in given],
            (held.keys(), renewed, self._texts.keys()),
            lambda brought: bool(batch.file) and self._batches.get(brought, Batch()).file == batch.file,
        )
        return len(changed - {place[0] for place, text in self._texts.items() if text.act == act})

    def notes(self, entries: Sequence[int]) -> Mapping[int, Sequence[Note]]:
        found = {
            number: self._notes.notes(identity, sorted(BY_CODE))
            for identity, number in self._numbers.items()
            if number in entries
        }
        return {number: notes for number, notes in found.items() if notes}

    def _gone(self, batch: Batch, seen: set[_Place]) -> set[_Place]:
        return {
            (identity, language)
            for (identity, language), text in self._texts.items()
            if (identity, language) not in seen
            and ((identity[0], language) == (batch.document, batch.language) or (not batch.language and language != identity[1]))
            and self._batches.get(text.act, Batch()).file == batch.file
        }  # fmt: skip

    def _begin(self, deed: Deed, label: str) -> int:
        number = (self._acts[-1].id if self._acts else 0) + 1
        self._before[number] = dict(self._texts)
        self._notes.begin(number)
        self._acts.append(Act(number, deed, "2026-01-01T00:00:00Z", label))
        return number

    def _keep(self, place: _Place, act: int) -> None:
        self._versions.append((place[0], _version(self._texts[place], place[1], act)))

    def _take(self, places: set[_Place], act: int) -> int:
        """Take texts away, and those that are left alone by it; say of how many entries."""
        places = places & self._texts.keys()
        touched = {identity for identity, _ in places}
        left = Counter(identity for identity, language in self._texts if (identity, language) not in places)
        places |= {place for place in self._texts if place[0] in touched and left[place[0]] == 1}
        for place in sorted(places):
            self._keep(place, act)
            del self._texts[place]
        return len(touched)

    def delete(self, choice: Choice, label: str = "") -> Change:
        chosen = {place for place in self._texts if self._is_chosen(choice, place)}
        if not chosen or {self._numbers[identity] for identity, _ in chosen} < set(choice.entries):
            raise StoreError("there is no such entry")
        act = self._begin(Deed.DELETE, label)
        return Change((self._acts[-1],), self._take(chosen, act))

    def _is_chosen(self, choice: Choice, place: _Place, *, original: bool = False) -> bool:
        identity, language = place
        if choice.language and language != choice.language and not (original and language == identity[1]):
            return False
        return choice.document in (identity[0], document_of(identity[0])) or self._numbers[identity] in choice.entries

    def restore(self, choice: Choice | None = None, label: str = "") -> Change:
        undoings = {act.id for act in self._acts if act.deed is Deed.UNDO}
        withheld = 0
        if choice:
            if not set(choice.entries) <= set(self._numbers.values()):
                raise StoreError("there is no such entry")
            everything = self._missing(choice, frozenset())
            chosen = self._missing(choice, undoings)
            if any(choice.language in ("", language) for _, language in chosen):
                left = {place for place, one in everything.items() if one.ended in undoings and place not in chosen}
                withheld = len({identity for identity, _ in left})
            else:
                chosen = everything
        else:
            chosen = self._last_deleted()
        if not chosen:
            raise StoreError("nothing is missing")
        act = self._begin(Deed.RESTORE, label)
        for place, version in chosen.items():
            self._texts[place] = _Text(self._lost[place, version], act)
        self._notes.restore(act, {place: version.ended for place, version in chosen.items()})
        brought = {version.brought for version in chosen.values() if version.ended in undoings}
        revived = tuple(one for one in reversed(self._acts) if one.id in brought)
        restored = len({identity for identity, _ in chosen})
        return Change((self._acts[-1],), restored=restored, revived=revived, withheld=withheld)

    def _missing(self, choice: Choice, without: Set[int]) -> dict[_Place, Version]:
        """Give the last version of each chosen text that is not there, but none that one of these acts ended."""
        return {
            (identity, version.language): version
            for identity, version in self._versions
            if version.ended not in without
            and (identity, version.language) not in self._texts
            and self._is_chosen(choice, (identity, version.language), original=True)
        }

    def _last_deleted(self) -> dict[_Place, Version]:
        deletions = {act.id for act in self._acts if act.deed is Deed.DELETE}
        lost = [
            ((identity, version.language), version)
            for identity, version in self._versions
            if version.ended in deletions and (identity, version.language) not in self._texts
        ]
        last = max((version.ended for _, version in lost), default=0)
        return {place: version for place, version in lost if version.ended == last}

    @property
    def _lost(self) -> dict[tuple[_Place, Version], Entry]:
        """Find the facts of versions among the states before each act."""
        return {
            ((identity, language), _version(text, language, ended)): text.entry
            for ended, texts in self._before.items()
            for (identity, language), text in texts.items()
        }

    def undo(self) -> Change:
        left = [act for act in self._acts if act.deed is not Deed.UNDO and not act.undone]
        if not left:
            raise StoreError("there is nothing to undo")
        undone, rest = self._last_command(left)
        number = self._begin(Deed.UNDO, f"{undone[0].deed} {undone[0].id}")
        ids = {act.id for act in undone}
        now, then = self._texts, self._then(undone)
        if undone[0].deed is Deed.IMPORT:
            for place in sorted(place for place, text in now.items() if text.act in ids):
                self._keep(place, number)
        changed = {place[0] for place in now.keys() | then.keys() if now.get(place) != then.get(place)}
        back = {place[0] for place, text in then.items() if now.get(place) != text}
        self._texts = dict(then)
        said = self._notes.undo(number, ids)
        self._versions = [one for one in self._versions if one[1].ended not in ids]
        self._acts = [replace(act, undone=number) if act in undone else act for act in self._acts]
        return Change(tuple(undone), len(changed - back), len(back), len(said - changed), tuple(rest))

    def _last_command(self, done: Sequence[Act]) -> tuple[list[Act], list[Act]]:
        """Part the acts of the last command into those to undo and those left, newest first."""
        own = [act for act in reversed(done) if self._command(act) == self._command(done[-1])]
        others = [act for act in done if act.id > own[-1].id and act not in own]
        tangled = any(
            act.id < other.id and self._touched(act.id) & self._needed(other.id) for act in own for other in others
        )
        newest = others[-1].id if tangled else 0
        return [act for act in own if act.id > newest], [act for act in own if act.id < newest]

    def _then(self, undone: Sequence[Act]) -> dict[_Place, _Text]:
        """Give what would be there without some acts, which changed what others did not change since."""
        then = dict(self._texts)
        for act in undone:
            touched, before = self._touched(act.id), self._before[act.id]
            then = {place: text for place, text in then.items() if place not in touched}
            then |= {place: text for place, text in before.items() if place in touched}
        return then

    def _touched(self, act: int) -> set[object]:
        """Give the places that an act changed, texts' and notes', and the file that it brought."""
        before, after = self._before[act], self._before.get(act + 1, self._texts)
        changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
        changed |= {(who, one.language) for who, one in self._versions if act in (one.brought, one.ended)}
        file = self._batches[act].file if act in self._batches else ""
        return {*changed, *self._notes.touched(act), *([file] if file else [])}

    def _needed(self, act: int) -> set[object]:
        """Give what an act changed, and the originals of these entries."""
        touched = self._touched(act)
        return touched | {(place[0], place[0][1]) for place in touched if isinstance(place, tuple)}

    def _command(self, act: Act) -> int:
        return (self._batches[act.id].first if act.id in self._batches else 0) or act.id

    def acts(self, limit: int) -> Sequence[Act]:
        return self._acts[: -limit - 1 : -1]

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        return self._by_key(source, target).get(key, [])

    def _by_key(self, source: str, target: str) -> Mapping[MatchKey, list[Entry]]:
        """Give the entries of two languages by their keys, read once between two acts."""
        if self._read_after != len(self._acts):
            self._read_after, self._read = len(self._acts), {}
        if (source, target) not in self._read:
            self._read[source, target] = self._entries_by_key(source, target)
        return self._read[source, target]

    def _entries_by_key(self, source: str, target: str) -> Mapping[MatchKey, list[Entry]]:
        found: dict[MatchKey, list[Entry]] = {}
        for (identity, language), text in self._texts.items():
            if language != source:
                continue
            entries = found.setdefault(_key(text.entry.texts[source]), [])
            if other := self._texts.get((identity, target)):
                document, original, _, role = identity
                facts = text.entry if original == target else other.entry
                texts = {source: text.entry.texts[source], target: other.entry.texts[target]}
                origin = replace(facts.origin, document=document)
                translations = [one for one, code in ((text, source), (other, target)) if code != original]
                status = min((one.entry.status for one in translations), key=_TRUST.index)
                context = facts.context if original == source else self._in_other_words(identity, facts.context, source)
                entries.append(Entry(self._numbers[identity], texts, role, origin, context, status))
        return {key: sorted(entries, key=lambda entry: entry.id) for key, entries in found.items()}

    def _in_other_words(self, identity: _Identity, context: Context, language: str) -> Context:
        """Give neighbours of an original as its document has them in another language."""

        def said(near: MatchKey | None) -> MatchKey | None:
            if not near:
                return near
            there = [
                (self._numbers[other], text.entry.texts[language])
                for (other, code), text in self._texts.items()
                if code == language and other[:2] == identity[:2] and _key(other[2]) == near
            ]
            return _key(min(there)[1]) if there else None

        return Context(said(context.before), said(context.after))

    def reading(self, source: str) -> AbstractContextManager[None]:
        return nullcontext()

    def expect(self, source: str) -> None:
        pass

    def similar(
        self, key: MatchKey, source: str, target: str, floor: Callable[[], float], tied: Callable[[Entry], bool]
    ) -> Iterator[Proposal]:
        found = self._by_key(source, target)
        for other in sorted(found.keys() - {key}):
            yield Proposal(other, 100.0, found[other])

    def sharing(
        self, key: MatchKey, source: str, target: str, choose: Callable[[Kin], Sequence[int]]
    ) -> Sequence[Proposal]:
        keys = [
            proposal.key
            for proposal in self.similar(key, source, target, lambda: 0, lambda _: True)
            if proposal.entries
        ]
        places, kin = kin_of_all(shape(tokens(key)), keys)
        chosen = [keys[places[place]] for place in choose(kin)]
        return [Proposal(other, 100.0, self.exact(other, source, target)) for other in chosen]

    def bridges(self, key: MatchKey, source: str, target: str) -> Sequence[Bridge]:
        return [
            Bridge(third.code, first, second)
            for third in LANGUAGES
            if third.code not in (source, target)
            for first in self.exact(key, source, third.code)
            for second in self.exact(match_key(first.texts[third.code]), third.code, target)
        ]

    def concordance(self, phrase: Phrase, target: str | None, most: int, tell: Callable[[str], None]) -> Passages:
        keys = {
            _key(text.entry.texts[language]): None
            for (identity, language), text in self._texts.items()
            if language == phrase.language and (target is None or (identity, target) in self._texts)
        }
        found = [key for key in reversed(keys) if phrase.occurs_in(key)]
        return Passages(found[:most], more=len(found) > most)

    def occurrences(self, key: MatchKey, language: str) -> Sequence[Entry]:
        found = []
        for (identity, code), text in self._texts.items():
            if code == language and _key(text.entry.texts[language]) == key:
                origin = replace(text.entry.origin, document=identity[0])
                texts = {code: text.entry.texts[code]} | {
                    other: translation.entry.texts[other]
                    for (which, other), translation in self._texts.items()
                    if which == identity and other != code
                }
                found.append(Entry(self._numbers[identity], texts, identity[3], origin, status=text.entry.status))
        return sorted(found, key=lambda entry: entry.id)

    def history(self, entry: int) -> Holding | None:
        for identity, number in self._numbers.items():
            if number == entry:
                versions = self._all_versions(identity)
                until = {version.language: version.ended for version in reversed(versions)}
                told = self._notes.told(identity, until)
                return Holding(number, identity[0], identity[3], identity[1], versions, told)
        return None

    def _all_versions(self, identity: _Identity) -> tuple[Version, ...]:
        present = [place for place in self._texts if place[0] == identity]
        present.sort(key=lambda place: (place[1] != identity[1], place[1]))
        past = [version for other, version in reversed(self._versions) if other == identity]
        past.sort(key=lambda version: (-version.ended, version.language != identity[1], version.language))
        return (*(_version(self._texts[place], place[1], 0) for place in present), *past)

    def find(self, key: MatchKey, language: str) -> Sequence[int]:
        present = [
            (identity, text.entry.texts[code]) for (identity, code), text in self._texts.items() if code == language
        ]
        past = [(identity, version.text) for identity, version in self._versions if version.language == language]
        return sorted({self._numbers[identity] for identity, text in present + past if match_key(text) == key})

    def holdings(self) -> Iterator[Holding]:
        for identity, number in self._numbers.items():
            texts = tuple(version for version in self._all_versions(identity) if not version.ended)
            if texts:
                yield Holding(number, identity[0], identity[3], identity[1], texts)

    def entries(self) -> Iterator[Entry]:
        for identity, number in self._numbers.items():
            codes = sorted(
                (code for who, code in self._texts if who == identity), key=lambda code: (code != identity[1], code)
            )
            held = {code: self._texts[identity, code].entry for code in codes}
            if held:
                texts = {code: entry.texts[code] for code, entry in held.items()}
                facts = {code: facts_of(entry) for code, entry in held.items()}
                parts = entries_of(texts, facts, identity[0], identity[3], number)
                notes = self._notes.notes(identity, codes)
                own = {note.about for note in notes if is_code(note)}
                written = {code: note for code in codes if (note := self._code(identity, code)) and code not in own}
                yield from noted(parts, [*written.values(), *notes])

    def _code(self, identity: _Identity, language: str) -> Note | None:
        act = self._brought(identity, language)
        return self._headers.codes(act, self._batches.get(act, Batch()).file, self._undone).get(language)

    def _brought(self, identity: _Identity, language: str) -> int:
        """Find the import that brought a text, restored or not; one that was undone came after it."""
        past = [one.brought for who, one in reversed(self._versions) if who == identity and one.language == language]
        deeds = {act.id: act.deed for act in self._acts}
        acts = [self._texts[identity, language].act, *past]
        return next((act for act in acts if deeds.get(act) is Deed.IMPORT and act not in self._undone), 0)

    @property
    def _undone(self) -> set[int]:
        return {act.id for act in self._acts if act.undone}

    def header(self) -> Sequence[Note]:
        acts = {self._brought(*place) for place in self._texts}
        files = {self._batches.get(act, Batch()).file or act for act in acts}
        return tuple(dict.fromkeys(self._headers.said(files, self._undone)))

    def stats(self) -> Stats:
        held = [tuple(sorted(text.language for text in holding.texts)) for holding in self.holdings()]
        texts = Counter((identity[0], code, text.entry.status) for (identity, code), text in self._texts.items())
        return Stats(Counter(held), texts)

    def close(self) -> None:
        """Nothing is held open."""


def _identity(entry: Entry) -> _Identity:
    original, text = next(iter(entry.texts.items()))
    return entry.origin.document, original, text, entry.role


def _parts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Put together what is one entry in several parts, of which no two translate into one language."""
    parts: list[Entry] = []
    for entry in entries:
        if parts and _is_part(entry, parts):
            parts.append(entry)
            continue
        if parts:
            yield parts
        parts = [entry]
    if parts:
        yield parts


def _is_part(entry: Entry, parts: Sequence[Entry]) -> bool:
    identity = _identity(entry)
    translations = entry.texts.keys() - {identity[1]}
    return identity == _identity(parts[0]) and all(translations.isdisjoint(part.texts) for part in parts)


def _version(text: _Text, language: str, ended: int) -> Version:
    entry, origin = text.entry, text.entry.origin
    facts = entry.texts[language], origin.date, entry.status, origin.place, origin.author
    return Version(language, *facts, text.act, ended)


def _merged(old: Entry, new: Entry, language: str) -> Entry:
    """Take over what is new; what the new one does not know stays, and so do author and date of a text that is the same."""
    same = old.texts[language] == new.texts[language]
    author, date = (
        (old.origin.author or new.origin.author, old.origin.date) if same else (new.origin.author, new.origin.date)
    )
    origin = Origin(new.origin.document, new.origin.place or old.origin.place, date, author)
    before, after = new.context.before, new.context.after
    context = Context(
        old.context.before if before is None else before,
        old.context.after if after is None else after,
    )
    merged = replace(new, origin=origin, context=context)
    return old if same and _facts(merged) == _facts(old) else merged


def _facts(entry: Entry) -> tuple[Origin, Context, Status]:
    return entry.origin, entry.context, entry.status
