"""A clause that was left inside a translation in the language of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from tm.checks.check import Fault, Pair, check
from tm.checks.latin import without_latin
from tm.checks.left_entitled import SIGN, left_entitled
from tm.checks.left_joined import left_joined
from tm.checks.left_openings import OPENERS, left_openings
from tm.checks.left_pairs import left_pairs
from tm.checks.left_sentences import STARTS, left_sentences
from tm.checks.left_stretches import left_stretches
from tm.checks.left_terms import TITLES, left_terms, may_have_known
from tm.checks.left_titles import REGIONS, left_titles
from tm.checks.left_words import TELLING, left_words
from tm.checks.leftover import BIBLIOGRAPHY, english_words, is_left_in_english
from tm.checks.place import span_of
from tm.checks.untouched import is_left_as_it_is
from tm.checks.verbatim import is_shown, is_to_be_kept, is_verbatim
from tm.model.finding import Severity
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.words import letter_runs

_SMALL = pattern(r"[a-z][a-z][ ,]{1,2}[a-z]{2}")
"""Two Latin words in small letters: without them a text in another script has no clause in English."""

_RUN = pattern(r"(?<![\w/.@-])[a-z]{2,30}(?:,? [a-z]{2,30}){3,60}(?![\w/@-])")
"""Four words in small letters and more, which in another script are a clause, whatever its source says."""

_LATIN = pattern(r"[a-z][a-z]")
"""Without that, a text in another script has no English at all."""

_TELLING = STARTS | TELLING | OPENERS | TITLES | REGIONS

_JOINED = ("non-", "-based", "-building", "-related", "-term", "-income", "-sharing", "-making")
"""Parts of English words with a hyphen."""

_TOKEN = pattern(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,%]*(?<![.,])")
_GAP = pattern(r"[,;:.)\"”]{0,2}\s{1,2}[(\"“]?|(?<=\d)/")
"""What may stand between two words of a clause, and the figures of a resolution."""

_IN_NAMES = frozenset("of and for the on in to at by a an from with against or".split())
"""Small words inside names: Food and Drug Administration."""

_CLAUSE = frozenset("the this these which that is are was were be been has have shall will should may must see".split())
"""Of these one at least is in a clause, and none in the gloss of a term: （polymerase chain reaction）."""

_REMARK = pattern(
    r"(?:thousands|millions|billions|hundreds|in|as|for|of|per|by|from|to|with|without|including|excluding|except|and|or"
    r"|see|not|unless|under|before|after|since|until|where|when|all|both|only|also|formerly|hereinafter) "
)
"""How a remark in brackets begins, which is no gloss: (thousands of United States dollars)."""

_LINKS = frozenset(
    "failing which|rather than|such as|as well|as follows|at least|provided that|together with|according to|due to"
    "|based on|subject to|pursuant to|so that|as if|if any|whether or|which shall|which should|which will|which would"
    "|in which|of which|for which|to which|with which|by which|from which|as though|even though|even if|as though"
    "|including through|in order|instead of|as amended|see also|thereof and|other than|more than|less than"
    "|that is|those who|who have|who are|which are|which is|which were|that are|that were|has been|have been|had been"
    "|will be|would be|should be|shall be|must be|may be|can be|could be".split("|")
)
"""Two words of English that are left alone in the middle of a sentence."""

_OPENING = frozenset("On In At By For To With From As Under Upon During After Before Following Pursuant".split())

_ADDRESS = pattern(r"\bNY,? 1\d{4}|\b[A-Z]{2} \d{5}\b|\bP\.? ?O\.? Box\b|\b(?:Street|Avenue|Plaza|Road), ")
"""A postal address, which is written as at home."""

_BEFORE_NOUNS = frozenset("of the and with by from to for".split())
_MARKUP = pattern(r"<[A-Za-z/!]|&\w+;|[={}\n\\#_]")
"""What is not in prose: there, words may be code."""

_CODE = pattern(r"[={}\\#_]")

_ANY_WORD = pattern("")
_NOT_WRITTEN = {
    "fr": pattern(
        r"(?<!pi)ed\Z|(?:[a-z]{3}ing|ly|ness|[bcdfglmnrt]ty|ight|sh|th|ship|ful|less|[^bf]lic|[rtgn]ic|[^ûuo]ck)s?\Z|w|k"
    ),
    "es": pattern(
        r"[bcfghkmpqtvw]\Z|[bcdfghklmnprtv]s\Z|(?:ing|ity|[^u]ly|ness)\Z|w|k|ss|sh|th|ff|pp|mm|tt|oo|[^c]tion"
    ),
}
"""Endings and letters of English that French and Spanish do not write."""

_QUOTES = frozenset("“”„«»\"'’‘《》『』「」")
_OPEN, _CLOSE = "“«„《『「", "”»“》』」"


@check(Severity.WARNING)
def partly_untranslated(pair: Pair) -> Iterator[Fault]:
    """Flag a clause of the source left inside the translation.

    Looks for words of the source, as they follow each other there, which the language of the translation does not
    write. Of English sources these are three words and more, of which two are English beyond doubt; short
    sentences, dates, labels ("Listed on:") and first words ("However, …") between sentences of the language; and single
    words that no other language has ("mujeres y girls"), amounts ("5 million") and days. Names (Food and Drug
    Administration), titles in quotation marks, glosses in brackets, bibliography, addresses, code and what a screen
    shows (`<screen>`, `#. Tag: screen`) are left alone; a text left whole is `untranslated`.
    """
    unit, language = pair.unit, pair.target
    if pair.source.code == language.code or unit.source == unit.target:
        return
    source, target = plain(unit.source), plain(unit.target)
    if pair.source.code != "en":
        yield from _left_as_they_are(pair, source, target)
        return
    if SIGN in source and (title := next(left_entitled(source, target), None)):
        yield Fault(f"“{_short(target[slice(*title)])}” is left in English", span_of(unit.target, target, *title))
        return
    is_latin, sure = language.script == "Latn", english_words(language.code)
    if not _may_have(source, target, sure, language.code, is_latin):  # the quick way out
        return
    left: Iterator[tuple[int, int]] = left_sentences(source, target, language.code, _is_written_otherwise)
    if not _MARKUP.search(unit.source):
        finders = (left_openings, left_words, left_terms, left_titles, left_joined, left_pairs)
        more = (find(source, target, language.code) for find in finders)
        left = chain(left, *more)
    for start, end in chain(_clauses(pair, source, target, sure), () if is_latin else _runs(target, sure), left):
        is_gloss = not is_latin and not (_REMARK.match(target, start) and f"({target[start:end]}" in source)
        if _is_quoted(target, start, end, is_latin=not is_gloss):
            continue
        place = span_of(unit.target, target, start, end)
        if is_shown(unit.target, target[start:end], place):
            continue
        if not _is_rightly_left(pair, target):
            yield Fault(f"“{_short(target[start:end])}” is left in English", place)
        return


def _left_as_they_are(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the first words of an original in another language than English that are left in a translation."""
    for start, end in left_stretches(source, target, pair.source, pair.target):
        place = span_of(pair.unit.target, target, start, end)
        if _is_set_off(target, start, end) or is_shown(pair.unit.target, target[start:end], place):
            continue
        if not (_CODE.search(source) or BIBLIOGRAPHY.search(target) or is_verbatim(pair.unit)) and not is_left_as_it_is(
            source, target, pair.source, pair.target
        ):
            yield Fault(f"“{_short(target[start:end])}” is left as it is in the source", place)
        return


def _short(wording: str) -> str:
    return f"{wording[:77]}…" if len(wording) > 80 else wording


def _clauses(pair: Pair, source: str, target: str, sure: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of stretches of words that follow each other in the source, too, and are English."""
    language = pair.target
    if language.script != "Latn" and not _SMALL.search(target):
        return
    foreign = None if _MARKUP.search(pair.unit.source) else _NOT_WRITTEN.get(language.code, _ANY_WORD)
    if foreign is None and sure.isdisjoint(target.split()):
        return
    near = _neighbours(source)
    if near.isdisjoint(pairwise(_TOKEN.findall(target))):
        return
    for start, end, clause in _stretches(target, near):
        is_latin = language.script == "Latn"
        if _is_left(clause, sure, foreign, is_latin=is_latin):
            rest = without_latin(clause)
            if len(rest) == len(clause) or _is_left(rest, sure, foreign, is_latin=is_latin):
                yield start, end


def _runs(target: str, sure: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of English clauses in another script, also of those that say it in other words."""
    for run in _RUN.finditer(target):
        if len(sure.intersection(run[0].replace(",", "").split())) > 1:
            yield run.span()


def _is_left(words: list[str], sure: frozenset[str], foreign: re.Pattern[str] | None, *, is_latin: bool) -> bool:
    return _is_english(words, sure, is_latin) or (foreign is not None and _is_foreign(words, foreign))


def _is_rightly_left(pair: Pair, target: str) -> bool:
    """Say whether English has its reason in a translation, or another check tells of it."""
    unit = pair.unit
    if BIBLIOGRAPHY.search(target) or _ADDRESS.search(target) or is_verbatim(unit) or is_to_be_kept(unit.source):
        return True
    return is_left_in_english(unit.source, unit.target, pair.target)


def _may_have(source: str, target: str, sure: frozenset[str], language: str, is_latin: bool) -> bool:
    """Say whether some word may have been left: surely English, or shared and not written so in the language."""
    if not is_latin:
        return bool(_LATIN.search(target))
    words = (target.replace("’", " ").replace("'", " ") if language == "fr" else target).split()
    if not _telling(sure).isdisjoint(words) or may_have_known(source, letter_runs(target), language):
        return True
    if "-" in target and any(map(target.__contains__, _JOINED)):
        return True
    return any(_is_written_otherwise(word, language) for word in _words(source).intersection(words))


@lru_cache(maxsize=8)
def _telling(sure: frozenset[str]) -> frozenset[str]:
    """Give all words that tell of English in a language, by those of its own that surely do."""
    return sure | _TELLING


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _words(source: str) -> frozenset[str]:
    return frozenset(source.split())


@lru_cache(maxsize=4096)  # names and figures that texts share come again and again
def _is_written_otherwise(word: str, language: str) -> bool:
    return _NOT_WRITTEN.get(language, _ANY_WORD).search(word) is not None


def _is_foreign(words: list[str], foreign: re.Pattern[str]) -> bool:
    """Say whether words in prose are left: two or more in small letters, and one that the language does not write."""
    if not words:
        return False
    content = [word for word in words if word.islower() and len(word) > 2 and word not in _IN_NAMES]
    if not any(map(foreign.search, content)):
        return False
    is_long = len(content) > 1 and (len(words) > 2 or foreign is _ANY_WORD)
    return is_long or words[0] in _BEFORE_NOUNS or (foreign is not _ANY_WORD and "the" in words[1:-1])


@lru_cache(maxsize=4096)
def _neighbours(source: str) -> frozenset[tuple[str, str]]:
    """Give each two words of a source that stand side by side."""
    return frozenset(pairwise(_TOKEN.findall(source)))


def _stretches(target: str, pairs: frozenset[tuple[str, str]]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the stretches of the translation whose words follow each other in the source, too."""
    stretch: list[re.Match[str]] = []
    for last, token in pairwise(_TOKEN.finditer(target)):
        if (last[0], token[0]) in pairs and _GAP.fullmatch(target, last.end(), token.start()):
            stretch += (token,) if stretch else (last, token)
        elif stretch:
            yield stretch[0].start(), last.end(), [one[0] for one in stretch]
            stretch = []
    if stretch:
        yield stretch[0].start(), stretch[-1].end(), [one[0] for one in stretch]


def _is_english(words: list[str], sure: frozenset[str], is_latin: bool) -> bool:
    """Say whether words are English prose, and no name: two surely English, or many in small letters and one sure."""
    if is_latin and any(one == "the" and other.islower() for one, other in pairwise(words)):
        return True
    if is_latin and len(words) == 2 and " ".join(words) in _LINKS:
        return True
    if len(words) < 3:
        return False
    small = [word for word in words if word.islower()]
    known = [word for word in small if word in sure]
    content = [word for word in small if word not in _IN_NAMES]
    if not is_latin and (len(content) > 3 or (words[0] in _OPENING and len(small) > 3)):
        return True
    if not known or not content or sum(word[0].isalpha() for word in words) < 3:
        return False
    if len(known) > 1 and any(word not in _IN_NAMES for word in known):
        return True
    return len(content) > 1 and (not is_latin or len(words) > 3)


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Say whether a stretch stands in quotation marks, or in brackets, as titles and glosses do."""
    before = text[max(0, start - 300) : start]
    if before.count("(") + before.count("（") > before.count(")") + before.count("）"):
        return True
    return _is_quoted(text, start, end, is_latin=True)


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
