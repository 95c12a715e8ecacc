"""What a memory must be able to do, whatever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # for annotations alone: a lookup needs none of it, and each class costs time at the start
    from tm.matching.kin import Kin
    from tm.memory.acts import Act, Batch, Change, Choice, Holding, Stats
    from tm.memory.passages import Passages
    from tm.model.match import Entry, MatchKey
    from tm.model.note import Note
    from tm.text.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the entries given to a store; added, updated and unchanged are together all of them.

    Entries that follow one another and are one in the store, since their translations differ in date or the like, count
    once.

    Attributes:
        added: entries that are new, or that gained a language.
        updated: entries of which a text, its status, place or neighbours changed, or what is said of them.
        unchanged: entries that the store held just so.
        removed: entries that an earlier batch of the same file brought and that are not among these any more.
        act: the number of this act; 0 when nothing changed, which is no act.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    act: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A key that may be similar to the one asked for, and its entries.

    Attributes:
        bound: its similarity is at most this.
        entries: as `exact` finds them; none where the key has no text in the language asked for.
    """

    key: MatchKey
    bound: float
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two entries that meet in a third language: of the first a text in it is a text of the second.

    Attributes:
        language: code of the third language.
        first: from the language asked from into the third.
        second: from the third into the language asked for.
    """

    language: str
    first: Entry
    second: Entry


class Store(Protocol):
    """Keeps entries and proposes them; it never scores.

    An entry is known by document, language and text of its original, and role. The original is the first of its
    `texts`. Texts in further languages join it; a text that changed takes the place of the old one, which is kept as a
    version. A text keeps its date and its author as long as it does not change.

    What other programs say of an entry or a text is kept with it, and goes and comes back with it. What an import says
    takes the place of what was said before; what several entries of one import say of one is joined. What an import
    does not say stays, unless the text is another one now, or the same file said it before. An entry of its original
    alone may say something of one that came before; it is not counted then.

    What is taken away is kept as a version too, so that no verb loses a text. An entry of whose texts only one is left
    is taken away whole. Its number stays its own: added again, it has it again.

    Every verb raises `StoreError` when the memory cannot do it, and then has changed nothing. What other processes
    have added is found by the next call.
    """

    def add(self, entries: Iterable[Entry], batch: Batch | None = None) -> Tally:
        """Keep entries, all of them or none; when this returns, they outlive a crash.

        With a batch that names a file, the translations that an earlier batch of this file brought, and that are not
        among the entries, are taken away: of its document and language, or all where it names no language. Unknown
        neighbours (None) and an empty place leave those that are known as they are.
        """

    def reading(self, source: str) -> AbstractContextManager[None]:
        """Answer what is asked from a language meanwhile from one state of the memory, and so sooner.

        Nothing may be added through the same store meanwhile.
        """

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        """Find the entries whose text in `source` has this key and that have a text in `target`.

        Both are codes, of any two of the six languages. The texts of the entries found are those two, `source` first;
        origin, context and status are those of the translation among them, the context in `source`.
        """

    def expect(self, source: str) -> None:
        """Get ready for many a question from a language: what it takes once is done once, before processes share them.

        Without it all answers are the same.
        """

    def similar(
        self, key: MatchKey, source: str, target: str, floor: Callable[[], float], tied: Callable[[Entry], bool]
    ) -> Iterator[Proposal]:
        """Propose keys in `source` other than this one, each once; at least all that reach what `floor` then says.

        Among them are keys without a text in `target`. The floor, 0 to 100, may rise while the proposals are taken,
        never fall. Once it has risen, keys that do no more than reach it may be left out if `tied` refuses all of their
        entries; it is told these without texts, neighbours, place and author. A store may propose further keys, also
        such as no entry has any more. Until the iterator is exhausted or closed the memory is seen in one state, and
        nothing may be added through the same store.
        """

    def sharing(
        self, key: MatchKey, source: str, target: str, choose: Callable[[Kin], Sequence[int]]
    ) -> Sequence[Proposal]:
        """Propose keys in `source` other than this one that share rare words with it, and have a text in `target`.

        `choose` is shown those that the store has found, and says by their places which are to be proposed, in order;
        it may be asked again, and the last time counts. A store may limit how far it looks: the rarer the words that
        a key shares, and the more of them, the likelier it is found.
        """

    def bridges(self, key: MatchKey, source: str, target: str) -> Sequence[Bridge]:
        """Find what leads from a key in `source` through any third language to a text in `target`."""

    def concordance(self, phrase: Phrase, target: str | None, most: int, tell: Callable[[str], None]) -> Passages:
        """Find the texts that hold a phrase and have a translation in `target`; in None, all texts of entries.

        At most `most`, those that came last. `tell` is told in a few words what takes long. A store may give up when it
        has looked at twenty times as many in vain, and then says that there may be more.
        """

    def occurrences(self, key: MatchKey, language: str) -> Sequence[Entry]:
        """Find the entries whose text in a language has this key, each with all its texts, that one first.

        Origin and status are those of that text.
        """

    def delete(self, choice: Choice, label: str = "") -> Change:
        """Take entries away, so that no lookup finds them; refuse numbers of entries that are not there."""

    def restore(self, choice: Choice | None = None, label: str = "") -> Change:
        """Bring back what was taken away last from each text chosen that is missing; refuse numbers of no entry.

        Without a choice, bring back what the last deletion took away that is still missing. Texts that have come back
        since, by an import or otherwise, stay as they are.
        """

    def undo(self) -> Change:
        """Undo the last act that has not been undone, with those of the same command.

        Acts of other commands may lie between, and stay. Where one of them changed a text or brought a file after this
        command did so, or translated what it had brought, only the acts since the last of those between are undone,
        and `left` names the others.
        Afterwards lookups find what they found before it, and the same entries can be added as if it had never been;
        only places stay as they were told last. Undoing is an act too, but is not undone: the next `undo` goes
        further back.
        """

    def acts(self, limit: int) -> Sequence[Act]:
        """List the last acts, newest first."""

    def history(self, entry: int) -> Holding | None:
        """Tell the texts of an entry, and after those that are there what they were before, newest first.

        None when there has never been such an entry.
        """

    def notes(self, entries: Sequence[int]) -> Mapping[int, Sequence[Note]]:
        """Give what is said of entries, of the whole first, then of texts by the codes of the languages.

        By the numbers of the entries; those of which nothing is said are left out.
        """

    def find(self, key: MatchKey, language: str) -> Sequence[int]:
        """List the numbers of the entries that have, or had, a text with this key."""

    def holdings(self) -> Iterator[Holding]:
        """Give all entries that have texts, by number, one after the other."""

    def entries(self) -> Iterator[Entry]:
        """Give all entries that have texts, by number, in all their languages.

        Those of whose translations not all share origin, context and status come in as many parts as need be. Added to
        an empty store they make the same memory. How the file that brought a text writes the code of its language is
        among what is said of the text, unless that is how we write it.
        """

    def header(self) -> Sequence[Note]:
        """Give what the files say of themselves of which texts are there, in the order of their imports, each once.

        Of one file this is what it said when it was imported last.
        """

    def stats(self) -> Stats:
        """Count what there is."""

    def close(self) -> None:
        """Let the memory go; closing twice does no harm."""
