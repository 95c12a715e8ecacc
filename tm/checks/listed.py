"""Compare the lists of an English source and its translation: a member may be lost, or added, among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.checks.cognates import points
from tm.checks.enumerations import LONGEST, Enumeration, count_joints, count_plain, enumerations
from tm.checks.meanings import may_mean, meanings
from tm.checks.sentences import sentence_spans
from tm.checks.short_names import with_short_names
from tm.text.pattern import pattern

_WORD = pattern("[a-z]{3,}")

_ADJECTIVE = pattern(r"[A-Za-z]+(?:able|ible|al|ive|ous|ful|[ae]nt|ic|ed|ary|ern|ory|less)")
_ATTRIBUTES = pattern("[^，。、；]{1,8}(?<!方面)的")
"""What ends a Chinese list of attributes, which other languages may set side by side: 可靠和可持续的."""

_COMMAS = ",、"
_RECAST = frozenset(("ar", "zh"))

Place = tuple[int, int]


def fewer_listed(source: str, target: str, language: str) -> Place | None:
    """Give the place of a member that a plain English source lists and its translation does not, or of its list.

    A translation has at least as many commas and words for "and" as the lists of its source have joints. Where both
    have one list, and the source joins more in all, that of the source has no more members.

    >>> source = "The programme covers health, education, tourism and housing."
    >>> start, end = fewer_listed(source, "Le programme couvre la santé, l’éducation et le logement.", "fr") or (0, 0)
    >>> source[start:end]
    'tourism'
    """
    place = _fewer(source, target, language)
    short = place and with_short_names(source, target, language)
    return place if not short or _fewer(short, target, language) else None


def _fewer(source: str, target: str, language: str) -> Place | None:
    if "," not in source:
        return None
    for (start, _), _, theirs, ours in _sentences(source, target):
        if count_plain(theirs, "en") <= count_plain(ours, language):
            continue  # as nearly always
        listed = [one for one in enumerations(theirs, "en") if not _is_recast(theirs, one, language)]
        if listed and (count_joints(ours, language) < _joints(listed) or _is_longer((theirs, "en"), (ours, language))):
            place = _lost(theirs, listed, ours, language)
            return start + place[0], start + place[1]
    return None


def more_listed(source: str, target: str, language: str) -> Place | None:
    """Give the place of a list of a translation that has a member more than its plain English source.

    >>> target = "Les trousses contenaient du savon, des seaux, des bâches et des tentes."
    >>> start, end = more_listed("The kits held soap, buckets and tents.", target, "fr") or (0, 0)
    >>> target[start:end]
    ', des seaux, des bâches et '
    """
    if not any(map(target.__contains__, _COMMAS)):
        return None
    for _, (start, _), theirs, ours in _sentences(source, target):
        if count_plain(theirs, "en") >= count_plain(ours, language):
            continue
        listed = enumerations(ours, language)
        if listed and (
            (count_joints(theirs, "en") < _joints(listed) and not _ATTRIBUTES.match(ours, listed[-1].end))
            or _is_longer((ours, language), (theirs, "en"))
        ):
            return start + listed[0].start, start + listed[-1].end
    return None


def _is_recast(source: str, listed: Enumeration, language: str) -> bool:
    """Say whether a list is of adjectives, which the language may set apart: "affordable, reliable and modern"."""
    return language in _RECAST and all(_ADJECTIVE.fullmatch(source, *member) for member in listed.members)


def _sentences(source: str, target: str) -> Iterator[tuple[Place, Place, str, str]]:
    """Yield the sentences of two texts that have as many, with their places, but for those too long to be read."""
    theirs, ours = sentence_spans(source), sentence_spans(target)
    if len(theirs) != len(ours):
        return
    for one, other in zip(theirs, ours, strict=True):
        if max(one[1] - one[0], other[1] - other[0]) <= LONGEST:
            yield one, other, source[slice(*one)], target[slice(*other)]


def _joints(listed: Sequence[Enumeration]) -> int:
    return sum(one.joints for one in listed)


def _is_longer(longer: tuple[str, str], shorter: tuple[str, str]) -> bool:
    """Say whether the only list of a text, with its language, has more members than that of another."""
    more, fewer = enumerations(*longer), enumerations(*shorter)
    if len(more) != 1 or len(fewer) != 1:
        return False
    (one,), (other,) = more, fewer
    return one.joints > other.most


def _lost(source: str, listed: Sequence[Enumeration], target: str, language: str) -> Place:
    """Give the place of the one member whose words are known, and said nowhere, or of all that is listed."""
    said = {one.meaning for one in meanings(target, language)}
    held = {one.key for one in points(target, language)}
    there = points(source, "en")
    unsaid = list[Place]()
    for start, end in (member for one in listed for member in one.members):
        may_be = {meaning for word in _WORD.findall(source[start:end].lower()) for meaning in may_mean(word)}
        is_held = any(point.key in held for point in there if start <= point.start < end)
        if may_be and not may_be & said and not is_held:
            unsaid.append((start, end))
    return unsaid[0] if len(unsaid) == 1 else (listed[0].start, listed[-1].end)
