"""Check the languages of each document against each other, and again only where one of its files changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tm import checks
from tm.checks.check import Body, chosen
from tm.checks.editions import Edition, Editions
from tm.checks.knowledge import Knowledge
from tm.model.finding import Finding
from tm.model.language import BY_CODE, Language
from tm.workflow.across import File
from tm.workflow.cache import Cache, digest
from tm.workflow.groups import ALONE, Choice
from tm.workflow.records import open_across, pack_across

_FEWEST = 4
"""Languages of a document that are compared at least."""


def check_languages(
    files: Sequence[File],
    documents: Mapping[str, str],
    choice: Choice,
    *,
    source: Language,
    known: Callable[[], Knowledge],
    cache: Cache,
) -> Iterator[Finding]:
    """Check each document in all its languages.

    Args:
        documents: which one a file translates, by its path as findings show it.
        source: the language of the originals.
        known: gathers what is known, when it is needed.
    """
    names = chosen(checks.NAMES, choice.select, choice.ignore, default=checks.DEFAULT)
    wanted = sorted(names & {one.name for one in checks.LANGUAGES})
    groups: dict[str, list[File]] = {}
    for file in files if wanted else ():
        if file.head.lang:
            groups.setdefault(documents[file.path], []).append(file)
    for group in groups.values():
        if len(group) >= _FEWEST:
            key = digest(b"languages", repr(wanted).encode(), *(file.key for file in group))
            packed = cache.get([key]).get(key)
            if packed:
                yield from (finding for _, finding in open_across(packed[0])[1])
                continue
            found = tuple(checks.run_languages([_editions(group, source)], known(), select=wanted, silenced=True))
            cache.put([(key, pack_across({}, [(ALONE, finding) for finding in found]), b"")])
            yield from found


def _editions(group: Sequence[File], source: Language) -> Editions:
    bodies = [(BY_CODE[file.head.lang], Body(file.path, tuple(file.record.each_unit()))) for file in group]
    return Editions(source, [Edition(language, body) for language, body in bodies if language is not source])
