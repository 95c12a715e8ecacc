"""What other programs say, as the store of one dictionary keeps it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tm.memory.acts import Told
from tm.model.match import Entry
from tm.model.note import Form, Note

Identity = tuple[str, str, str, str]
Place = tuple[Identity, str]
"""An entry, and the language of a text of it, or "" for the whole."""


@dataclass
class FakeNotes:
    """Keeps them by place, with the act that brought them; and what was there before each act."""

    present: dict[Place, Told] = field(default_factory=dict)
    past: list[tuple[Identity, Told]] = field(default_factory=list)
    before: dict[int, dict[Place, Told]] = field(default_factory=dict)

    def begin(self, act: int) -> None:
        self.before[act] = dict(self.present)

    def add(
        self,
        act: int,
        given: Iterable[tuple[Identity, Entry]],
        texts: tuple[Collection[Place], Collection[Place], Collection[Place]],
        is_of_file: Callable[[int], bool],
    ) -> set[Identity]:
        """Take in what entries say; `texts` are the places before, those that have another text now, and all now."""
        held, renewed, there = texts
        told: dict[Place, list[Sequence[Note]]] = {}
        for identity, entry in given:
            for about in dict.fromkeys(note.about for note in entry.notes):
                if not about or (identity, about) in there:
                    told.setdefault((identity, about), []).append([n for n in entry.notes if n.about == about])
        had = {identity for identity, _ in held}
        for identity, language in renewed:
            for about in (language,) if identity in had else ("", language):
                told.setdefault((identity, about), [])
        for place, one in self.present.items():
            is_there = any(text[0] == place[0] and place[1] in ("", text[1]) for text in there)
            if is_of_file(one.brought) and is_there:
                told.setdefault(place, [])
        return {place[0] for place, said in told.items() if self._put(place, tuple(_joined(said)), act)}

    def _put(self, place: Place, notes: tuple[Note, ...], act: int) -> bool:
        old = self.present.get(place)
        if (old.notes if old else ()) == notes:
            return False
        if old:
            self.past.append((place[0], Told(old.about, old.notes, old.brought, act)))
            del self.present[place]
        if notes:
            self.present[place] = Told(place[1], notes, act)
        return True

    def restore(self, act: int, ended: Mapping[Place, int]) -> None:
        """Say again what ended with texts that are back."""
        for identity, told in reversed(self.past):
            is_back = any(
                other == identity and told.about in ("", language) and told.ended == number
                for (other, language), number in ended.items()
            )
            if is_back and (identity, told.about) not in self.present:
                self.present[identity, told.about] = Told(told.about, told.notes, act)

    def touched(self, act: int) -> set[Place]:
        """Give the places of which an act said something else."""
        before, after = self.before[act], self.before.get(act + 1, self.present)
        return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}

    def undo(self, act: int, undone: Collection[int]) -> set[Identity]:
        """Put back what was said before some acts; give the entries of which something else is said now."""
        then = dict(self.present)
        for one in sorted(undone, reverse=True):
            touched, before = self.touched(one), self.before[one]
            then = {place: told for place, told in then.items() if place not in touched}
            then |= {place: told for place, told in before.items() if place in touched}
        changed = {
            place[0] for place in self.present.keys() | then.keys() if self.present.get(place) != then.get(place)
        }
        for place, told in self.present.items():
            if told.brought in undone:
                self.past.append((place[0], Told(told.about, told.notes, told.brought, act)))
        self.past = [one for one in self.past if one[1].ended not in undone or one[1].brought in undone]
        self.present = dict(then)
        return changed

    def told(self, identity: Identity, texts: Mapping[str, int]) -> tuple[Told, ...]:
        """List what is and was said; `texts` are the languages that an entry has, or had until which act."""
        found = [told for (other, _), told in self.present.items() if other == identity]
        found.sort(key=lambda told: (told.about != "", told.about != identity[1], told.about))
        until = {language: ended for language, ended in texts.items() if ended}
        shown = []
        for told in found:
            is_there = texts.get(told.about) == 0 if told.about else 0 in texts.values()
            ended = 0 if is_there else max((e for code, e in until.items() if told.about in ("", code)), default=0)
            shown.append(Told(told.about, told.notes, told.brought, ended))
        past = [told for other, told in reversed(self.past) if other == identity]
        past.sort(key=lambda told: (told.about != "", told.about != identity[1], told.about))
        return (*shown, *past)

    def notes(self, identity: Identity, languages: Collection[str]) -> list[Note]:
        """List what is said of an entry and its texts, the whole first."""
        return [note for about in ("", *languages) for note in self._of(identity, about)]

    def _of(self, identity: Identity, about: str) -> Sequence[Note]:
        told = self.present.get((identity, about))
        return told.notes if told else ()


def _joined(told: Sequence[Sequence[Note]]) -> list[Note]:
    joined: list[Note] = []
    for notes in told:
        for note in notes:
            if note.form is Form.ATTRIBUTE:
                same = [n for n, one in enumerate(joined) if one.form is Form.ATTRIBUTE and one.name == note.name]
                if same:
                    joined[same[0]] = note
                    continue
            elif joined.count(note) >= notes.count(note):
                continue
            joined.append(note)
    return joined
