"""Single English words, units and days that were left in the middle of a translation: mujeres y girls, 5 million."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tm.text.pattern import pattern

_WORDS = frozenset(
    """
    against among although because between during despite including therefore throughout towards unless until whereas
    whereby whether within below above annually approximately
    women girls boys children countries governments delegations refugees peacekeeping peacebuilding poverty hunger
    drought floods farmers households livelihoods stakeholders workers prisoners survivors widows elderly education
    health peace security development rights disarmament trafficking weapons treaty treaties years months weeks
    sustainable environmental agricultural armed neighbours
    """.split()
)
"""Words of English that no other language of the six writes so, and that are no names of programs or of their parts."""

TELLING = frozenset(f"{word}{sign}" for word in _WORDS for sign in ("", ",", ".", ";"))
"""One of these words is in a text in Latin letters that has any of them."""

_WORD = pattern(r"[A-Za-z](?<![A-Za-z'’.*`_/:~$@-].)[A-Za-z'’-]*(?![*`_/:~$@(]|\.\w)")
_SPACE = pattern(r"[ \N{NO-BREAK SPACE}]")
_LATIN = frozenset(("fr", "es"))

_MEASURE = pattern(
    r"\d (?:per cent|percent|(?:million|billion|trillion|thousand)(?: dollars)?|dollars|years?|months?|weeks?|days?"
    r"|hours?|minutes?|people|persons|countries|women|children)(?![A-Za-z-])"
)
_DAY = pattern(
    r"[MTWFSJNDO](?<![A-Za-z(（“\"«.-].)(?<![A-Za-z][ ,].)(?:(?<=M)onday|(?<=T)uesday|(?<=W)ednesday|(?<=T)hursday"
    r"|(?<=F)riday|(?<=S)(?:atur|un)day|(?<=J)anuary|(?<=F)ebruary|(?<=J)uly|(?<=S)eptember|(?<=O)ctober|(?<=N)ovember"
    r"|(?<=D)ecember)(?![A-Za-z`*-]|[ ,]{1,2}[A-Za-z\d])"
)
_ARTICLE = pattern(r"t(?<![A-Za-z(（“\"«'’-].)(?<![A-Za-z,;.)”»] .)he [A-Za-z][\w’'-]*(?: (?:of|for|and|on) [A-Z]\w+)?")

_FORMS = (
    (
        _MEASURE,
        (
            " per",
            "illion",
            "thousand",
            "dollars",
            "month",
            "year",
            "week",
            "day",
            "hour",
            "minute",
            "countr",
            "people",
            "person",
            "ren",
            "women",
        ),
    ),
    (_DAY, ("day", "ary", "ber", "July")),
    (_ARTICLE, ("the ",)),
)
"""What is looked for only where some of its letters are."""


def left_words(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of single words that stand so in its English source, and in no phrase of it.

    >>> list(left_words("women and girls", "mujeres y girls", "es"))
    [(10, 15)]
    """
    if any(map(target.__contains__, _of_source(source))):
        yield from _alone(source, target)
    if language in _LATIN:
        return
    for form, parts in _FORMS:
        if any(map(target.__contains__, parts)):
            yield from (one.span() for one in form.finditer(target) if one[0] in source)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> frozenset[str]:
    return _WORDS.intersection(_WORD.findall(source))


def _alone(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield the places of telling words of a source that stand in no phrase of it."""
    held = _of_source(source)
    before, end = "", -1
    for word in _WORD.finditer(target):
        if word[0] in held:
            behind = _WORD.match(target, word.end() + 1) if _SPACE.match(target, word.end()) else None
            is_phrase = word.start() == end + 1 and f"{before} {word[0]}" in source
            if not is_phrase and not (behind and f"{word[0]} {behind[0]}" in source):
                yield word.span()
        before, end = word[0], word.end()
