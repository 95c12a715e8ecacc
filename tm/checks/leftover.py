"""Tell English that was left in a translation from what stays the same in every language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tm.model.language import Language
from tm.text.pattern import pattern
from tm.text.plain import plain

_WORD = pattern(r"[A-Za-z][A-Za-z'’-]*")
_OWN_LETTER = {
    "Arab": pattern(r"[\u0620-\u064a]"),
    "Hans": pattern(r"[\u3400-\u9fff]"),
    "Cyrl": pattern(r"[\u0400-\u04ff]"),
}
_ACCENT = pattern(r"[^\W\d_A-Za-z]")
"""A letter that English does not have."""

_FOREIGN_WORD = pattern(r"\b(?:[A-Z]\w*\s(?:des?|du|sans|Sans|del|de la|der|für|per|di)\s[A-Z]|[A-Za-z]*[à-öø-ÿ])")
_IN_NAMES = frozenset("the of for and de des du del la le les sans et y e der di für per in to".split())

CODE = pattern(r"(?:(?<=\s)|^)[^\s]{0,80}\w[/_:=\\][\w/][^\s]{0,200}")
"""Paths, options and names of settings: debian-installer/theme, LC_ALL=C."""

_CODE_SIGN = pattern(r"[/_:=\\]")
"""One of these is in all code."""

_SHORT_NAME = pattern(r"\s*[\w./:=-]*?(?P<name>[\w-]+)\s\((?P=name)\)\s*")
"""A setting with the end of its name for short: debian-installer/theme (theme)."""

BIBLIOGRAPHY = pattern(
    r"\bet al\b|\bdoi\b|\bISBN\b|\bISSN\b|\bvol\.|\bpp\.|\bVol\.|\(eds?\.\)|\bJournal\b|\bUniversity Press\b"
    r"|\b\d{4};\s?\d|(?<!\d )(?<!\d)\(\d{4}\)\.|\bIn:|\bLancet\b|\b[A-Z][a-z]+, [A-Z]\.|\bProceedings\b"
    r"|\b\d{1,2}(?:st|nd|rd|th) ed(?:\.|ition\b)"
    r"|(?:انظر|[Сс]м\.|见|[Vv]oir|[Vv]éase)\s?(?:The )?(?:[A-Z][a-z]+ ){0,2}"  # See Guide to the Nice Agreement.
    r"(?:Guide|Handbook|Manual|Toolkit|Yearbook|Compendium|Atlas|Glossary|Dictionary|Directory|Sourcebook)"
    r"(?:[:,]? (?:[A-Z\d][\w’'-]*|of|and|for|the|on|in|to|by|with|as|at|from|an?))+[.。]?\s*$"
    r"|^\s*(?!The|This|At|In)[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,3}, [“\"]?[A-Z][^()]{3,200}"
    r"\((?:[A-Z][\w.&’' -]{1,60}[,:] ){1,2}(?:1[6-9]|20)\d\d\)[^()]{0,30}$"  # Philip Alston, The Future (Oxford, 1999)
    r"|^\s*(?=[^()]{3,200}?, [A-Z])(?!The |This |At |In |On |[^(]*\b(?:Conference|Summit|Meeting)\b)[A-Z][\w’'&.-]*"
    r"(?:[,:]? (?:[A-Z][\w’'&.-]*|of|and|for|the|on|in|to|by|with|as|at|from|an?|\d{4}))*"
    r" \((?:[A-Z][\w.&’' -]{1,60}[,:] ){1,3}(?:1[6-9]|20)\d\d\)[^()]{0,30}$"  # FAO, The State of Food (Rome, 2023)
    r"|^\s*[A-Z][\w’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,4}(?:,| and [A-Z][\w.’' -]{3,60},) "
    r"[“\"«]\s?[A-Z][^“”«»]{5,200}[”\"»]"
    r",[^“”\"«»]{0,80}(?:1[89]|20)\d\d\.?\s*$"  # John H. Knox, “Framework principles”, 2018.
)
_ENGLISH = frozenset(
    """
    the of and to in is are was were be been by with from for that this these those which who whose what when where
    how not has have had will would shall should could can must its their our your his her they them there here it
    we you he she as at than then also only other another such each every any all both many more most some about
    above after before between during under over through within without against among into upon toward towards
    because although while whether however therefore accordingly
    above added address addressed adopted agreed agreement aid aim amended annex annexed appendix appointed approved
    assembly assessed assistance basic behalf belarus body broad building business chairperson chapter charter child
    children circulated cities clean climate committee convey countries country crime current data date dated
    decision developing development disaster draft dwelling each education eighth elected election empowerment end ended
    energy english
    enhance environment equality establishment exchange expert fifth fifty findings first follow following food
    foreign fourth framework friends further gender goal goals good government growth have header health held herewith
    high honour housing human hunger implementation improve increase information innovation item items its joint
    keeping kingdom knowledge law learning letter level life life-saving list living made main making measures meeting
    member members might mission month months new ninth nineteenth nor note noted number office officer opening own
    page paragraph partnership peace people per person persons plan policy poor poverty preliminary present
    prevention privacy programme progress provisional purpose quality question reaffirming recalling recommendation
    recommendations reduced related relevant report request request requested resolution responsible review right
    rights rule rules safety sale second secretary-general section security see session seventh seventy-sixth shared
    signed sixth social software stage state statement states strength strengthening strong submitted summary support
    sustainable system systems table tenth term theme third title toward trade trafficking treaty trust twentieth
    united use used value victims view water well-being welcome well whereas woman women work world year years youth
    zealand zero
    """.split()
)
"""English words that neither French nor Spanish writes alike: one of them betrays an untouched text."""

_SHARED = {
    "fr": frozenset(
        "data date notes note question page table section title zone quality office mission plan assistance crime"
        " expert information innovation main programme second session social support".split()
    ),
    "es": frozenset("data he me social yes plan has per use sale note".split()),
}
_PROPER = frozenset("new york united states".split())
"""Words that alone say nothing: they stand in names as well."""


@cache
def english_words(language: str) -> frozenset[str]:
    """Give words of English, in small letters, that a language does not write alike."""
    return _ENGLISH - _SHARED.get(language, frozenset())


def is_left_in_english(source: str, target: str, language: Language) -> bool:
    """Say whether a translation into `language` is English, whole.

    Symbols, acronyms, names, addresses, numbers and bibliographic references are nobody's to translate.
    """
    own = _OWN_LETTER.get(language.script)
    letters = own or _ACCENT
    foreign = letters.search(target)
    if foreign and (foreign[0] not in source or not set(letters.findall(target)) <= set(source)):
        return False
    text = plain(target)
    text = without_code(text)
    words = [word.casefold() for word in _WORD.findall(text) if not (word.isupper() and 2 <= len(word) <= 5)]
    sure = english_words(language.code)
    if sure.isdisjoint(words):
        return False
    known = sum(word in sure and word not in _PROPER for word in words)
    if not known or BIBLIOGRAPHY.search(text) or (source == target and _are_names(text)):
        return False
    if own is not None:
        return _is_prose(text) or len(words) <= 4 or 2 * known >= len(words)
    return _same_words(words, plain(source))


def without_code(text: str) -> str:
    """Leave out paths, options and names of settings, with the short name that one may have.

    >>> without_code("debian-installer/theme (theme)"), without_code("See docs/index (draft)").split()
    ('', ['See', '(draft)'])
    """
    if not _CODE_SIGN.search(text):
        return text
    return "" if _SHORT_NAME.fullmatch(text) else CODE.sub(" ", text)


def _is_prose(text: str) -> bool:
    words = _WORD.findall(text)
    return 2 * sum(word[0].islower() for word in words) >= len(words) or all(w[0].isupper() for w in words)


def _are_names(text: str) -> bool:
    """Say whether a text lists names of organizations alone, one of which English does not write.

    >>> _are_names("Médecins Sans Frontières, Save the Children, Terre des Hommes")
    True
    """
    if "," not in text or not _FOREIGN_WORD.search(text):
        return False
    return all(word[0].isupper() or word in _IN_NAMES for word in re.findall(r"[^\W\d_]+", text))


def _same_words(words: list[str], source: str) -> bool:
    """Say whether nine in ten of the words are the source's."""
    theirs = Counter(word.casefold() for word in _WORD.findall(source))
    shared = (Counter(words) & theirs).total()
    return shared >= 0.9 * len(words) and shared >= 0.6 * theirs.total()
