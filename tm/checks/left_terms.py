"""English terms left in a translation, where no clause shows them: barriers, climate finance, the Paris Agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tm.checks.latin import without_latin
from tm.checks.leftover import english_words
from tm.checks.meanings import may_mean
from tm.checks.untouched import dictionary, unwritten, words_of
from tm.text.pattern import pattern

_RUN = pattern(
    r"[A-Za-z](?<![A-Za-z\d_/.@:=\\$%&<>*`#~'’-].)[A-Za-z'’-]*(?:,? [A-Za-z][A-Za-z'’-]*){0,8}"
    r"(?![A-Za-z\d_/@=\\$%&<>*`#~(-]|\.\w| [A-Za-z(])"
)
"""Words in Latin letters between those of another script, or between signs."""

_SMALL = pattern(
    r"[a-z](?<![\w/.@:=\\$%&<>*`#~-].)(?<!(?<!\b[ldLDnNsSjJ])['’].)[a-z]{3,}(?![\w/@=\\$%&<>*`#~'’(-]|\.\w)"
)
_JOINED = pattern(
    r"[a-z](?<![\w/.@:=\\$%&<>*`#~'’-].)[a-z]*-(?:(?<=non-)(?!papers?\b)(?P<behind>[A-Za-z][a-z]{3,})"
    r"|(?:based|term|related|income|scale|wide|level|making|building|led|sharing|aged|saving|driven|oriented|owned"
    r"|sensitive|responsive|friendly|focused|free))(?![\w/@=\\$%&<>*`#~'’(-]|\.\w)"
)
"""Two English words with a hyphen: evidence-based, non-members."""

_OF_STATES = frozenset("State States Member Members Party Parties Governmental Annex Nuclear".split())
"""Behind "non-" with a capital; of other words with one nobody knows, as they may be names: non-Hodgkin."""

_WORD = pattern(r"\b[A-Za-z][a-z]{3,}\b")
_BETRAYED = {
    "fr": pattern(
        r".{2,}(?:ness|ity|ities|[^l]less|ship|ships|fully?|ally|edly|ingly|ments?ary|ght|ghts|[dt]ths?|ously|eous|owers?"
        r"|wards?|work|works|ceiv(?:e|ed|es)|drew|drawn|awals?"
        r"|[^i]ed|[lrdtf]ied|plied|.ing|[a-z]ists?|isms?|[ct]ors?|iz(?:es?|ations?)|(?:[aeio]n|i|a)cy|(?:r|o|e)gy|phy|[gt]ory"
        r"|[a-z]ery|[bdinrst]ary|ify|ould|ought?)"
    ),
    "es": pattern(
        r".{2,}(?:ness|ity|ities|less|ships?|ful|ally|edly|ingly|[st]ion|[st]ions|ments?|ght|ghts|ths?|[^e]ers|ous|ously|ings"
        r"|ences?|ants|ents|ives|wards?|works?|als|drew|drawn"
        r"|[a-z]ed|(?:[aeiou][bcdfghklmnpqrstvwxz][bcdfghkmpqtvwx]|ll|wn)s?|[bcdfghklmnprstvwz]y)"
    ),
}
"""Endings of English words beyond doubt."""

_BESIDE = pattern(r"[A-Za-z][\w'’-]*[ \N{NO-BREAK SPACE}]\Z"), pattern(r"[ \N{NO-BREAK SPACE}][A-Za-z][\w'’-]*")
_SHORT = 4
_NEAR = 40
"""Characters of the longest word beside another."""

_VERBS = frozenset(
    """
    thanks welcomes introduces asks urges stresses calls requests decides adopts approves endorses expresses recalls
    reaffirms condemns commends submits presents recommends concludes underlines notes encourages invites supports
    states emphasizes took gave made drew chose wrote spoke sent brought held met
    """.split()
)
"""What stands behind the name of who acts, besides words in -ed."""

_MEANS = ("signifie ", "signifient ", "significa ", "significan ", "anglais ", "inglés ")
"""Before what a letter of an acronym stands for."""

_TITLES = frozenset(
    """
    Agenda Agreement Assembly Charter Commission Committee Conference Convention Council Court Covenant Decade
    Declaration Department Envoy Framework Goals Government Guidelines Ministry Nations Parties Party Principles
    Protocol Rapporteur Representative Resolution Secretariat Secretary-General States Statute Strategy
    Summit Treaty Representatives Rapporteurs Agreements Conventions Commissioner Board
    """.split()
)
"""What the names of bodies, texts and offices of the United Nations end in."""

_LAST_NOUNS = frozenset(
    """
    Operations Affairs Resolutions Plan Programme Programmes Mission Missions Budget Session Sessions Decision Decisions
    Committees Commissions Rules Regulations Procedure Procedures Women Peoples Region Countries Rights Negotiations
    Recommendation Recommendations Declarations Process Mechanism Panel Dialogue Mandate Minister Ministers Ambassador
    Chair Chairperson President Force Security Development Peace Weapons Disarmament
    """.split()
)
"""What others end in whose words are all English beyond doubt: Peacekeeping Operations."""

_ENGLISH_ENDING = pattern(
    r"[a-z]{3,}(?:[ts]ion|ment|[ae]nce|ity|ness|ing|[^aeiou]ed|ist|ism|ship|ful|less|able|ible|ous|ive|ally|[ct]ure|[nl]y)s?"
)
_TITLE_IN_LATIN = pattern(
    r"[A-Z](?<![\w“\"«(/.-].)(?!(?:(?<=L)(?:es?|as?|os)|(?<=E)l|(?<=D)(?:u|es)|(?<=A)(?:u|ux|l)) )"
    r"[\w-]+(?: [A-Z][\w-]+| of| the| on| and| for){0,6} "
    r"(?:Agreement|Framework|Assembly|Covenant|Treaty|Statute|Envoy|Nations|Goals|Protocol|Secretary-General"
    r"|Representative|Commissioner|States|Parties)(?![\w-]| [A-Z(])"
)
_LAST = (
    "Agreement Framework Assembly Covenant Treaty Statute Envoy Nations Goals Protocol Secretary-General Representative"
    " Commissioner States Parties"
)
TITLES = frozenset(f"{word}{sign}" for word in _LAST.split() for sign in ("", ",", ".", ";", ":"))
"""One of these words is in a text in Latin letters that has the name of a body, text or office in English."""

_OF_COMPUTERS = frozenset(
    "auto autoboot boot daemon debug host http https kernel netboot root shell shells smarthost socket thread".split()
)
"""Words that all languages leave in English where they speak of computers."""

_QUOTES = frozenset("“”„«»\"'’‘《》『』「」")
_LATIN = frozenset(("fr", "es"))


def left_terms(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of English terms that stand so in its source.

    >>> list(left_terms("They face barriers to employment.", "Инвалиды сталкиваются с barriers.", "ru"))
    [(24, 32)]
    >>> list(left_terms("The Paris Agreement entered into force.", "وبدأ نفاذ Paris Agreement.", "ar"))
    [(10, 25)]
    """
    if language in _LATIN:
        yield from _at_first(source, target, language)
        if not known_words(source, language).isdisjoint(_SMALL.findall(target)):
            yield from _in_latin(source, target, language)
        if "-" in target:
            yield from _joined(source, target, language)
        if not TITLES.isdisjoint(target.split()):
            yield from (one.span() for one in _TITLE_IN_LATIN.finditer(target) if one[0] in source)
        return
    for run in _RUN.finditer(target):
        if target[max(0, run.start() - 1) : run.start()] in _QUOTES:
            continue
        if run[0][1:] in source and _is_term(run[0], source, is_first=run.start() == 0, language=language):
            yield run.span()


def _is_term(run: str, source: str, *, is_first: bool, language: str) -> bool:
    """Say whether words of English are a term, or a title, or the first word of a sentence in another script."""
    if run.islower():
        return _is_small(run, language)
    low = run.lower()
    return _is_title(run) or (is_first and run.istitle() and f" {low}" in source and _is_small(low, language))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def known_words(source: str, language: str) -> frozenset[str]:
    """Give the words of a source in small letters that a language written in Latin letters does not have."""
    return frozenset(word for word in _words(source) if is_known(word, language))


def may_have_known(source: str, words: Sequence[str], language: str) -> bool:
    """Say whether one of some words of a translation is such a word of its source."""
    return any(is_known(word, language) for word in _words(source).intersection(words))


@lru_cache(maxsize=4096)
def _words(source: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(source))


@lru_cache(maxsize=65536)
def is_known(word: str, language: str) -> bool:
    """Say whether a word in small letters is of English, and not of a language written in Latin letters."""
    is_english = word in _vocabulary(language) or _BETRAYED[language].fullmatch(word) is not None
    return is_english and word not in words_of(f"loans_{language}.txt")


@cache
def _vocabulary(language: str) -> frozenset[str]:
    return dictionary() | unwritten(language) | english_words(language)


def _in_latin(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield words in small letters that are beside no word with a capital that they have beside them in the source."""
    known = known_words(source, language)
    for one in _SMALL.finditer(target):
        if (
            one[0] in known
            and not _is_in_name(source, target, *one.span())
            and not target.endswith(_MEANS, 0, one.start())
        ):
            yield one.span()


def _at_first(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the first word of a translation if it is of English, not of a name: the next is in small letters."""
    word = target[: target.find(" ")].rstrip(",")
    if word[:1].isascii() and word.istitle() and word.isalpha() and len(word) > _SHORT:
        low = word.lower()
        behind = target[target.find(" ") + 1 :].split(" ", 1)[0]
        is_other = behind.islower() and f"{low} {behind}" not in source.lower()
        if (
            is_other
            and low in _vocabulary(language)
            and low in _words(source)
            and low not in words_of(f"loans_{language}.txt")
        ):
            yield 0, len(word)


def _joined(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield English words with a hyphen that are the source's: evidence-based, non-members."""
    for one in _JOINED.finditer(target):
        behind = one["behind"]
        is_english = not behind or behind in _OF_STATES or behind in known_words(source, language)
        if is_english and one[0] in (source if behind in _OF_STATES else source.lower()):
            yield one.span()


def _is_in_name(source: str, target: str, start: int, end: int) -> bool:
    before = _BESIDE[0].search(target, max(0, start - _NEAR), start)
    after = _BESIDE[1].match(target, end)
    word = target[start:end]
    if before and _is_verb(word) and _has_object(word).search(source):
        return False
    return bool(
        (before and not before[0].islower() and before[0] + word in source)
        or (after and not after[0].islower() and word + after[0] in source)
    )


def _is_verb(word: str) -> bool:
    return word.endswith("ed") or word in _VERBS


@lru_cache(maxsize=256)
def _has_object(word: str) -> re.Pattern[str]:
    """Find a verb behind the name of who acts, with what shows that it is none of it: Mr. Okello thanked the…"""
    return re.compile(
        rf"[A-Z][\w.’'-]* {word} (?:the|th(?:at|is|ese|ose)|all|an?|its|his|her|their|to|on|for|in|about|[A-Z])"
    )


def _is_small(run: str, language: str) -> bool:
    words = without_latin(run.replace(",", "").split())
    whole = [word for word in words if len(word) > 3]
    if (one := _JOINED.search(run)) and (not one["behind"] or one["behind"].lower() in _vocabulary("fr")):
        return True
    return any(
        word in _vocabulary("fr")
        or word in _vocabulary("es")
        or _ENGLISH_ENDING.fullmatch(word)
        or (word not in _OF_COMPUTERS and word.isalpha() and may_mean(word))
        for word in whole
    )


def _is_title(run: str) -> bool:
    words = run.replace(",", "").split()
    if len(words) < 2 or not words[0][0].isupper():
        return False
    if words[-1] in _TITLES:
        return True
    is_sentence = words[0].istitle() and all(map(str.islower, words[1:]))
    if not (is_sentence or words[-1] in _LAST_NOUNS):
        return False
    return all(word.lower() in _vocabulary("fr") or word.lower() in _vocabulary("es") for word in words)
