"""Tell how far the translations were at earlier commits, as git remembers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tm.exchange import po
from tm.model.errors import SettingsError
from tm.model.language import LANGUAGES, Language
from tm.model.unit import State
from tm.project.layout import Project
from tm.workflow.git import Commit, Objects, commits, is_shallow, open_objects, prefix

POINTS = 60
"""Commits that are looked at, at most: as many as a small chart can show."""

_LOCALES = "locales"

Counts = Counter[State]


@dataclass(frozen=True, slots=True)
class Point:
    """How many units of a language were how far after a commit.

    Attributes:
        commit: its full id.
        time: when it was made, in seconds since 1970.
    """

    commit: str
    time: int
    translated: int
    fuzzy: int
    untranslated: int

    @property
    def units(self) -> int:
        return self.translated + self.fuzzy + self.untranslated


@dataclass(frozen=True, slots=True)
class Past:
    """The history of a language, the oldest point first."""

    lang: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class History:
    """The languages of a project through its commits.

    Attributes:
        commits: how many changed the translations; all of them have points, or else `POINTS` of them.
        broken: PO files, as git keeps them, that were not sound; of these what could be read was counted.
        shallow: whether the clone lacks older commits, so that the first point is not the beginning.
    """

    languages: Sequence[Past]
    commits: int
    broken: int
    shallow: bool = False


def history(
    project: Project,
    asked: Sequence[Language] = (),
    told: Callable[[int, int], None] = lambda done, total: None,
    *,
    most: int = POINTS,
) -> History:
    """Count the units of each language after the commits of this branch that changed `locales/`.

    Args:
        asked: only these languages; all by default.
        told: is told how many commits were looked at, of how many.
        most: how many commits are looked at; the first and the last are always among them.

    Raises:
        SettingsError: git or a repository is not there, or no commit ever touched `locales/`.
    """
    found = commits(project.root, _LOCALES)[::-1]
    if not found:
        raise SettingsError(
            f"{project.root / _LOCALES}: no commit has touched this folder: there is no history to tell"
        )
    chosen = thin(found, most)
    with open_objects(project.root) as objects:
        tally = _Tally(objects, f"{prefix(project.root)}{_LOCALES}")
        points: dict[str, list[Point]] = {}
        for done, commit in enumerate(chosen, 1):
            for language in LANGUAGES:
                if not asked or language in asked:
                    _add(points.setdefault(language.code, []), commit, tally.count(commit, language.code))
            told(done, len(chosen))
    return History(
        [Past(lang, past) for lang, past in points.items() if past],
        len(found),
        len(tally.broken),
        is_shallow(project.root),
    )


def _add(past: list[Point], commit: Commit, counts: Counts) -> None:
    """Add a point; a language has none before its first unit."""
    if counts or past:
        states = (counts[state] for state in (State.TRANSLATED, State.FUZZY, State.UNTRANSLATED))
        past.append(Point(commit.id, commit.time, *states))


def thin(found: Sequence[Commit], most: int) -> Sequence[Commit]:
    """Choose commits evenly over the time: of each stretch the last, and the very first.

    >>> [commit.time for commit in thin([Commit(str(time), time) for time in (0, 1, 2, 50, 99, 100)], 3)]
    [0, 2, 100]
    """
    if len(found) <= most:
        return found
    first, last = found[0], found[-1]
    span = max(last.time - first.time, 1)
    stretches: dict[int, str] = {}
    for commit in found[1:]:
        share = min(max(commit.time - first.time, 0), span) / span
        stretches[min(int(share * (most - 1)), most - 2)] = commit.id
    stretches[most - 2] = last.id
    kept = set(stretches.values())
    return [first, *(commit for commit in found[1:] if commit.id in kept)]


class _Tally:
    """Counts the units of PO files; what was not changed between two commits has the same id and is counted once."""

    def __init__(self, objects: Objects, folder: str) -> None:
        self._objects, self._folder = objects, folder
        self._folders: dict[str, Counts] = {}
        self._files: dict[str, Counts] = {}
        self.broken: set[str] = set()

    def count(self, commit: Commit, lang: str) -> Counts:
        """Count the live units of a language after a commit, by state."""
        for name, identity, is_folder in self._objects.folder(f"{commit.id}:{self._folder}"):
            if is_folder and name == lang:
                return self._count_folder(identity)
        return Counter()

    def _count_folder(self, identity: str) -> Counts:
        if identity not in self._folders:
            files = list(self._objects.files(identity, ".po"))
            self._folders[identity] = sum((self._count_file(file) for _, file in files), Counter())
        return self._folders[identity]

    def _count_file(self, identity: str) -> Counts:
        if identity not in self._files:
            found = self._objects.read(identity)
            file = po.parse(found[1] if found else b"", identity)
            if file.problems:
                self.broken.add(identity)
            self._files[identity] = Counter(unit.state for unit in file.units if unit.is_live)
        return self._files[identity]
