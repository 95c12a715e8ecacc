"""Tell a text that was left as it is in the source, in any pair of languages, from what no one translates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from tm.checks.latin import without_latin
from tm.checks.leftover import BIBLIOGRAPHY, without_code
from tm.model.language import Language
from tm.text.pattern import pattern
from tm.text.plain import plain

_WORD = pattern(r"[^\W\d_]+")
_SCRIPT = {
    "Latn": pattern("[A-Za-z\u00c0-\u024f]+"),
    "Cyrl": pattern("[\u0400-\u04ff]+"),
    "Arab": pattern("[\u0620-\u065f\u066e-\u06d3]+"),
}
_HAN = pattern("[\u3400-\u9fff]")
_ENOUGH_HAN = 4
"""Characters that are surely two words or more."""

_LONGEST = 400
"""Words that are looked at: prose shows itself early."""

_FUNCTION = {
    "en": "a an the of and to in is are was were be by with from for that this which on or as at it its not no we he",
    "fr": "le la les des du de d l au aux un une et est sont dans pour par sur avec que qui qu ce cette ces il elle ils"
    " nous leur leurs ne n pas ou où à été être sa son ses se s c en comme mais plus si tout toute tous a ont",
    "es": "el la los las de del al un una unos unas y e o u es son en para por con que se su sus lo les no a ha han fue"
    " sobre entre como más pero si este esta estos estas ser sido todo toda todos todas le me son sin",
}
_FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION.items()}
_IN_NAMES = frozenset("de da do dos du des del della di der den van von la le les los las y e et i of the d l".split())
"""Small words inside names of people and places: Jean de La Fontaine, San José de las Lajas."""

_FOREIGN = {
    "en": pattern("[\u00c0-\u024f]"),
    "fr": pattern("[ñíóúá]"),
    "es": pattern("[èêëàâçîïôûùœ]"),
}
"""Letters that the language does not write."""

UNWRITTEN = {
    "en": _FOREIGN["en"],
    "fr": pattern(
        r"[ñíóúá]|(?:[^aeioué]os|[^aeiou]as|dad|dades|ciones|[cdhjv]o|[ai]da|[ei]ncia|ica|iva|ment[oe]|ct[oa]|[aei]ron)\Z"
    ),
    "es": pattern(r"[èêëàâçîïôûùœ]|[bcfghkmpqtvw]\Z|[bcdfghklmnprtvx]s\Z|[ae]ux\Z|ss|ff|pp|mm|tt|[^c]tion"),
}
"""Letters of the other two languages, and endings of Spanish and French words, that the language does not write."""

_LOANS = pattern(
    r"(?:open (?:source|data|access)|big data|cloud computing|(?:machine|deep) learning|fair play|smart cit(?:y|ies)"
    r"|peer review|fact[- ]checking|fast[- ]food|think tanks?|(?:soft|hard) law|know[- ]how|start[- ]ups?"
    r"|crowd[- ]?funding|no man's land)\W*",
    re.IGNORECASE,
)
"""English that other languages keep."""

_DISTRIBUTION = pattern("Distr.: General")
"""What mastheads have alike in four languages, and nearly so in Spanish."""

_ENGLISH_FORM = pattern(
    r"[a-z]{2,}(?:ook|ness|ship|ght|wth|work|ward|hold|land|wide|side|ways?|[bcdfglmnprtv]ed|ths?|sh|ck)s?"
)
"""Small words that end as no French or Spanish word does."""

_CODE_LIKE = pattern(r"[_={}<>$|;\\@#`]|--|\w[-/.]\w+[-/.]\w")

_SPECIES = pattern(r"[A-Z][a-z]+ [a-z]+(?:um|us|ii?|ae|is|ens)\W*")
_NAMED = pattern(r"(?<=\w)['’-]\w+|\b(?:bin|ibn|bint|abu|ould|ul|al|el|ag)\b")
"""Small words of names, and what a hyphen joins: Ban Ki-moon, Mohammed bin Salman."""

_HEADING = pattern(
    r"(?:[IVX]{1,6}\.|[A-H\d]{1,2}\.|\([a-z\d]\))?\s*(?:Background|Overview|Foreword|Findings|Highlights|Outlook|Outline"
    r"|Acknowledge?ments?|Rationale|Glossary|Attendance|Challenges|Methodology|Scope|Credentials|Adjournment)\W?"
)
"""A heading of one word."""

_CAPITALIZED = pattern(r"([A-Z][a-z]{3,})[.:]?")
_COMMON = pattern(
    r"[a-z]{3}(?:[st]ions?|ments?|ness|ships?|[eo]nces?|ancy|[ei]ncy|osis|itis|[ai]lity|ologies|ology|isms?|ities|ings)\Z"
)
"""How words end that are hardly ever names."""

_LEADING = frozenset(
    "general national international regional global digital social local final central durable cultural natural legal"
    " rural internal external financial mutual formal informal".split()
)
"""Adjectives that French and Spanish write like English, and never at the beginning: General debate."""

_BETRAYED = {
    "fr": pattern(
        r"(?:(?<!pi)(?<!l)ed|[a-z]{3}ings?|ly|ness|[a-z][bcdfglmnrt]ty|ities|ights?|sh|ths?|ship|fuls?|less|[^bf]lic"
        r"|[rt]ical(?<!vertical)(?<!cortical)|[^mdguvlrt]ical|[a-z]eous|[a-z]{2}[nlrtv]ious|[a-z]{3}ary|[a-z]{2}ory"
        r"|[nd]enc?y|ancy|isms|[a-z]{2}ists?|[ln]ar(?<!dollar)|ional(?<!national)|[ct]ors?(?<!castor)|[a-z]ators?"
        r"|[^aeou]ys?(?<!jury)(?<!hobby)|ows?|iews?|ther)\Z|wh|ght|thr|tch"
    ),
    "es": pattern(
        r"(?:[^lc][bfghjkpqvw]|[^abeo]t|[^nlr]c|[^u]m|[bdfghjkmpqrtv]s|[^aeiou]ns|[io]ons?|ians|[^aeou]y|ities|[^r]ies"
        r"|[^l]ay|[aei]nts|ists|al?ls|els|[cglv]ed|ws|[rt]ive|[eu]nces?|iance|[^cf][rt]ance)\Z"
        r"|[^c]tion|ck|sh|th|ff|gg|dd|ght|[a-z]ss"
    ),
}
"""Endings and letters that show a word of English in a text that has them as its source has."""


def is_left_as_it_is(source: str, target: str, source_language: Language, target_language: Language) -> bool:
    """Say whether a translation is its source again, and prose.

    In another script some words that are not names are enough; in one script there must be small words or letters
    that the target language lacks.
    """
    if source != target and not _are_the_same_words(source, target):
        return False
    if source_language.script == "Hans":  # it has no spaces that tell code from prose
        return len(_HAN.findall(plain(source))) >= _ENOUGH_HAN
    text = without_code(plain(source))
    if _DISTRIBUTION.fullmatch(target.strip()):
        return False
    if BIBLIOGRAPHY.search(text):
        return False
    words = [word for word in _SCRIPT[source_language.script].findall(text) if len(word) > 1 or word.islower()]
    if source_language.script == target_language.script:
        if source_language.code == "en" and _is_english(text, words, target_language.code):
            return True
        return _is_foreign_prose(words[:_LONGEST], source_language.code, target_language.code)
    if source_language.script == "Arab":
        return sum(len(word) > 1 for word in words) > 1
    text = text.strip()
    if " " not in text:
        return source_language.code == "en" and _is_common(text)
    return _is_prose(words[:_LONGEST]) and not _SPECIES.fullmatch(text) and bool(without_latin(words[:_LONGEST]))


def _is_common(text: str) -> bool:
    """Say whether a text is a word of English with a capital that names nobody: a heading of one word.

    >>> _is_common("Tuberculosis"), _is_common("Skype")
    (True, False)
    """
    word = _CAPITALIZED.fullmatch(text)
    return word is not None and (word[1].lower() in dictionary() or _COMMON.search(word[1]) is not None)


def _is_english(text: str, words: Sequence[str], language: str) -> bool:
    """Say whether a text of two words and more has one that French or Spanish does not write, and is no code."""
    if _HEADING.fullmatch(text.strip()):
        return True
    if len(words) < 2 or not any(word.islower() and word not in _IN_NAMES for word in words):
        return False
    if _CODE_LIKE.search(text) or _LOANS.fullmatch(text.strip()):
        return False
    first = words[:1] if words[0].istitle() else ()
    small = list(filter(str.islower, words))
    if any(word.casefold() in dictionary() for word in (*first, *small)) or any(map(_ENGLISH_FORM.fullmatch, small)):
        return True
    return _is_betrayed(text, language)


def _is_betrayed(text: str, language: str) -> bool:
    """Say whether a word in small letters, or the first, is one that a language does not write, and no name or Latin.

    >>> _is_betrayed("Verification mechanisms", "fr"), _is_betrayed("Nuclear disarmament", "es")
    (True, True)
    >>> _is_betrayed("Note verbale", "es"), _is_betrayed("Ban Ki-moon", "fr"), _is_betrayed("Homo sapiens", "es")
    (False, False, False)
    """
    if " " not in text.strip() or language not in _BETRAYED or _SPECIES.fullmatch(text.strip()):
        return False
    words = without_latin(_WORD.findall(_NAMED.sub(" ", text)))
    small = [word for word in words if word.islower() and len(word) > 3]
    if not small:
        return False
    return words[0].casefold() in unwritten(language) | _LEADING or any(
        word in unwritten(language) or _BETRAYED[language].search(word) for word in small
    )


def unwritten(language: str) -> frozenset[str]:
    """Give more words of English that French, or Spanish, does not write."""
    return words_of(f"english_{language}.txt")


def dictionary() -> frozenset[str]:
    """Give words of English, in small letters, that neither French nor Spanish writes."""
    return words_of("english.txt")


@cache
def words_of(file: str) -> frozenset[str]:
    """Give the words of a file of this package."""
    return frozenset(word for line in _lines_of(file) for word in line.split())


def _lines_of(file: str) -> Sequence[str]:
    lines = (resources.files("tm.checks") / file).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def is_kept_name(text: str) -> bool:
    """Say whether a text is the name of an organization, or of what it publishes, that stays in English.

    >>> is_kept_name("Human Rights Watch"), is_kept_name("Human Rights Council")
    (True, False)
    """
    return text.strip(" .;,*").replace("'", "’") in _kept_names()


@cache
def _kept_names() -> frozenset[str]:
    return frozenset(_lines_of("organizations.txt"))


def _are_the_same_words(source: str, target: str) -> bool:
    first, other = source.lstrip()[:1].casefold()[:1], target.lstrip()[:1].casefold()[:1]
    if first == other and source.casefold().split() == target.casefold().split():  # the first is mostly another
        return True
    if not -4 < len(source) - len(target) < 4:
        return False
    one, two = _WORD.search(source), _WORD.search(target)
    if (one and one[0].casefold()) != (two and two[0].casefold()):
        return False
    return _WORD.findall(source.casefold()) == _WORD.findall(target.casefold())


def _is_prose(words: Sequence[str]) -> bool:
    """Say whether there are two words and one of them is in small letters and not part of a name."""
    whole = [word for word in words if len(word) > 1 and not (word.isupper() and len(word) <= 5)]
    content = [word for word in whole if word.islower() and word not in _IN_NAMES]
    return (len(whole) > 1 and bool(content)) or _small_words(words) > 2


def _small_words(words: Sequence[str]) -> int:
    return sum(word.casefold() in _IN_NAMES for word in words)


def _is_foreign_prose(words: Sequence[str], source: str, target: str) -> bool:
    """Say whether words are of the source language and not of the target language, both in Latin script."""
    own = _FUNCTION_WORDS[source] - _FUNCTION_WORDS[target]
    small = [word for word in words if word.islower() and word not in _IN_NAMES]
    function = sum(word.casefold() in own for word in words)
    foreign = source != "en" and any(_FOREIGN[target].search(word) for word in small)
    if source != "en" and target != "en" and small and any(map(UNWRITTEN[target].search, (words[0].lower(), *small))):
        return len(words) > 1
    if len(words) < 3:
        return False
    return function > 2 or (bool(small) and bool(function)) or (foreign and len(small) > 1)
