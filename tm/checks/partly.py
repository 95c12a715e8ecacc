"""An English clause that was left inside a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tm.checks.check import Fault, Pair, check
from tm.checks.leftover import BIBLIOGRAPHY, english_words, is_left_in_english
from tm.checks.place import span_of
from tm.model.finding import Severity
from tm.text.plain import plain

_SMALL = re.compile(r"[a-z]{2}[ ,]{1,2}[a-z]{2}")
"""Two Latin words in small letters: without them a text in another script has no clause in English."""

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,%]*(?<![.,])")
_GAP = re.compile(r"[,;:.)\"”]{0,2}\s{1,2}[(\"“]?")
"""What may stand between two words of a clause."""

_IN_NAMES = frozenset("of and for the on in to at by a an from with against or".split())
"""Small words inside names: Food and Drug Administration."""

_CLAUSE = frozenset("the this these which that is are was were be been has have shall will should may must see".split())
"""Of these one at least is in a clause, and none in the gloss of a term: （polymerase chain reaction）."""

_QUOTES = frozenset("“”„«»\"'’‘《》『』「」")
_OPEN, _CLOSE = "“«„《『「", "”»“》』」"


@check(Severity.WARNING)
def partly_untranslated(pair: Pair) -> Iterator[Fault]:
    """Flag an English clause left inside the translation.

    Looks for three words and more of the source, as they are there, of which two are English beyond doubt. Names
    (Food and Drug Administration), titles in quotation marks, glosses in brackets, bibliography, addresses and code are
    left alone; a text left whole in English is `untranslated`.
    """
    unit, language = pair.unit, pair.target
    if pair.source.code != "en" or language.code == "en":
        return
    target = plain(unit.target)
    if language.script != "Latn" and not _SMALL.search(target):
        return
    sure = english_words(language.code)
    if not sure.intersection(target.split()):  # the quick way out
        return
    source = plain(unit.source)
    words = _TOKEN.findall(source)
    pairs = frozenset(pairwise(words))
    for start, end, clause in _stretches(target, pairs):
        is_latin = language.script == "Latn"
        if _is_english(clause, sure, is_latin) and not _is_quoted(target, start, end, is_latin=is_latin):
            if not BIBLIOGRAPHY.search(target) and not is_left_in_english(unit.source, unit.target, language):
                wording = target[start:end]
                shown = f"{wording[:77]}…" if len(wording) > 80 else wording
                yield Fault(f"“{shown}” is left in English", span_of(unit.target, target, start, end))
            return


def _stretches(target: str, pairs: frozenset[tuple[str, str]]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the stretches of the translation whose words follow each other in the source, too."""
    stretch: list[re.Match[str]] = []
    for token in _TOKEN.finditer(target):
        last = stretch[-1] if stretch else None
        if last and ((last[0], token[0]) not in pairs or not _GAP.fullmatch(target, last.end(), token.start())):
            if len(stretch) > 2:
                yield stretch[0].start(), last.end(), [one[0] for one in stretch]
            stretch = []
        stretch.append(token)
    if len(stretch) > 2:
        yield stretch[0].start(), stretch[-1].end(), [one[0] for one in stretch]


def _is_english(words: list[str], sure: frozenset[str], is_latin: bool) -> bool:
    """Say whether words are English prose, and no name: two surely English, or many in small letters and one sure."""
    small = [word for word in words if word.islower()]
    known = [word for word in small if word in sure]
    content = [word for word in small if word not in _IN_NAMES]
    if not is_latin and len(content) > 3:
        return True
    if not known or not content or sum(word[0].isalpha() for word in words) < 3:
        return False
    if len(known) > 1 and any(word not in _IN_NAMES for word in known):
        return True
    return len(content) > 1 and (not is_latin or len(words) > 3)


def _is_quoted(text: str, start: int, end: int, *, is_latin: bool) -> bool:
    """Say whether a stretch stands in quotation marks, or as a gloss in brackets."""
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start:
        return True
    before = text[max(0, start - 300) : start]
    quotes = sum(map(before.count, _OPEN)) - sum(map(before.count, _CLOSE)) + before.count("“")
    if quotes > 0 or before.count('"') % 2:
        return True
    if before.count("(") + before.count("（") > before.count(")") + before.count("）"):
        return not is_latin and not _CLAUSE.intersection(text[start:end].split())
    return False
