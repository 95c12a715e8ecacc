"""What files say of themselves, as the store of one dictionary keeps it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from tm.model.note import Note


@dataclass
class FakeHeaders:
    """Keeps them by the import that changed them, each with its file, or the import itself where that has none."""

    kept: dict[int, tuple[str | int, Sequence[Note]]] = field(default_factory=dict)

    def keep(self, act: int, file: str, header: Sequence[Note], undone: Collection[int]) -> bool:
        """Keep what a file says, and tell whether that is something else than before."""
        said = sorted(dict.fromkeys(header), key=lambda note: note.about)
        if said == list(self._present(undone).get(file or act, ())):
            return False
        self.kept[act] = file or act, said
        return True

    def codes(self, act: int, file: str, undone: Collection[int]) -> dict[str, Note]:
        """Give how the file of an import writes the codes of languages."""
        return {note.about: note for note in self._present(undone).get(file or act, ()) if note.about}

    def said(self, files: Collection[str | int], undone: Collection[int]) -> Iterator[Note]:
        """Yield what some files say of themselves."""
        for file, notes in self._present(undone).items():
            if file in files:
                yield from (note for note in notes if not note.about)

    def _present(self, undone: Collection[int]) -> dict[str | int, Sequence[Note]]:
        return {file: notes for act, (file, notes) in self.kept.items() if act not in undone}
