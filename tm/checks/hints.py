"""Say whether a translation speaks of a concept without its terms: by an adjective, a short form, another wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tm.checks.heads import by_head, is_behind_head, is_of_another_kind
from tm.checks.wording import BODIES, EVERYWHERE, Target, forms, terms
from tm.model.term import Concept, TermKind
from tm.terminology.nationalities import otherwise
from tm.terminology.recognize import CASELESS, Occurrence
from tm.terminology.words import keys, word_list
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.words import bare

_BODIES = BODIES | {"instrument"}
_LEAST = 4
"""Letters that the forms of a word share at least: франц-узский, Франц-ия."""

_WITHOUT_CAPITALS = frozenset(("ar", "zh"))

_NUMBERED = pattern(r"\s(?:indicators?|targets?|goals?)(?=\s\d|:)")
"""Behind an acronym, before the numbers that it belongs to."""

AMBIGUOUS = frozenset("CPC ECE CTC ECA ICC JIU ILC AI IMO UPU CD SC GA ICT EC ED ID IT PA SG DC ILO".split()) - {"ILO"}
"""Acronyms that stand for much else; where the text does not explain them, they say nothing."""


def is_common_word(one: Occurrence, text: str) -> bool:
    """Say whether a State's name is in the source without its capital, too: Turkey coronavirus in turkeys."""
    return one.concept.subject == "state" and one.term.text.lower() in _small_words(plain(text))


def _small_words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in word_list(text) if word.islower()}


def is_in_longer_name(one: Occurrence, text: str, source: Sequence[Occurrence]) -> bool:
    """Say whether a term may be part of a longer name that the glossary does not have: National Security Council.

    A word with a capital right before it, or right after the name of a State, makes a name of the two.
    """
    if one.concept.subject not in _BODIES and one.concept.subject != "state":
        return False
    read = plain(text)
    before = _BEFORE.search(read, max(0, one.start - 40), one.start)
    if (
        before
        and (before.start() or before[1] in _DIRECTIONS)
        and not any(o.start <= before.start() < o.end for o in source)
    ):
        return before[1] not in _OPENING and not _ENDED.search(read, 0, before.start())
    return one.concept.subject == "state" and bool(_AFTER.match(read, one.end))


def is_compound(one: Occurrence, text: str) -> bool:
    """Say whether an acronym is only the first part of a name that goes on with capitals: UN DESA, UN-Habitat."""
    return one.term.kind is TermKind.ACRONYM and bool(_GOES_ON.match(plain(text), one.end))


def has_adjective(one: Occurrence, text: str) -> bool:
    """Say whether the source speaks of a State by an adjective, too, which the translation may have kept: Chinese."""
    name = one.term.text.split()[-1].casefold()
    root = name[: max(_LEAST, len(name) - 3)]
    return any(word.startswith(root) and word != name for word in map(str.casefold, word_list(plain(text))))


_BEFORE = pattern(r"([A-Z][\w’'-]*)[ -]$")
_AFTER = pattern(r" (?!I\b|Is\b)[A-Z][a-z]+\b|-[A-Z]")
_GOES_ON = pattern(r"(?<=\b[UEA][NU])[ -][A-Z]\w+\b(?<!System)(?<!Charter)")
_ENDED = pattern(r"[.!?:;>»”\"]\s*$")
_DIRECTIONS = frozenset("North South East West Northern Southern Eastern Western Central New".split())
"""Even at the beginning, such a word belongs to what follows: South Georgia."""

_OPENING = frozenset("The In Of And For By To With From On At A An His Her Its Their Our Both While When As If".split())


def is_hinted(one: Occurrence, text: str, target: Target, others: Sequence[Occurrence]) -> bool:
    """Say whether a translation without the terms of a concept may speak of it all the same.

    Args:
        text: the source.
        others: what else of its kind is named in the translation and not in the source; their words hint at nothing,
            and where there are any, no short form is thought to stand for a body.
    """
    concept, language = one.concept, target.language
    if _is_kept(one, target) or _is_quoted(one, text, target):
        return True
    if concept.id in _WITHIN and (within := _WITHIN[concept.id].get(language)) and within.search(target.text):
        return True
    if concept.subject == "state":
        return not is_of_another_kind(one, target) and _by_adjective(concept, target, others)
    wanted = forms(target.glossary, language)[concept.id]
    if concept.subject in _BODIES:
        return not others and (
            _by_other_acronym(concept, target, text)
            or (concept.subject in BODIES and by_head(wanted, concept, target))
            or (concept.subject == "instrument" and any(_by_instrument(form, target) for form in wanted))
            or _by_pronoun(text, target)
        )
    return any(_in_other_words(form, target) for form in wanted)


_WITHIN = {
    "term-outer-space": {
        "fr": pattern(r"\bspatia(?:l|le|les|ux)\b", re.IGNORECASE),
        "es": pattern(r"\bespacial(?:es)?\b", re.IGNORECASE),
        "ru": pattern(r"\bкосмическ\w+", re.IGNORECASE),
        "zh": pattern(
            "(?<!网络)空间(?=碎片|活动|物体|法|条约|资产|环境|交通|安全|技术|探索|应用|系统|武器|飞行|司|委|事务)"
            "|太空|外空|航天"
        ),
        "ar": pattern(r"فضائي"),
    },
    "term-hiv": {
        "fr": pattern(r"\bséro(?:positi|négati|convers|préval|discord|différ|statut|logi)", re.IGNORECASE),
        "es": pattern(r"\bsero(?:positiv|negativ|conver|preval|discord|estado|log)", re.IGNORECASE),
        "ru": pattern(r"\bсеро(?:позитивн|негативн|конверс|дискордантн|статус)", re.IGNORECASE),
    },
    "term-use-of-force": {
        "fr": pattern(r"\b(?:recour|emplo[iy]|utilis|us(?:er|age|ant))\w*\s(?:(?:à|de)\s)?la\sforce\b", re.IGNORECASE),
        "es": pattern(r"\b(?:recur|empl[eé]|us[aoóe]|utili[zc])\w*\s(?:(?:a|de)\s)?la\sfuerza\b", re.IGNORECASE),
        "ru": pattern(r"\b(?:примен|использ|прибег)\w+\s(?:к\s)?сил(?:а|у|ы|е|ой)\b", re.IGNORECASE),
        "zh": pattern("武力"),
        "ar": pattern(r"(?:لجوء|[يت]?لجأ|لجأت|[يت]لجؤوا|استخدم|[يت]ستخدم|استعمل|[يت]ستعمل)\w{0,3}\s(?:إلى\s)?القوة"),
    },
}
"""Words that say of somebody what a term says of something, or by a verb: HIV-positive, « séropositif »."""


def is_understood(one: Occurrence, text: str) -> bool:
    """Say whether an acronym only says of which kind a number is, and may go unsaid: SDG indicator 1.1.1."""
    return one.term.kind is TermKind.ACRONYM and _NUMBERED.match(plain(text), one.end) is not None


def is_vague(one: Occurrence, language: str) -> bool:
    """Say whether what is not there need not be missed: only another name in its place counts.

    The common words among the terms were chosen in English, and may mean something else in another language; Arabic and
    Chinese names have no capitals, and may be words, too, or part of a longer one: مالي, 印度教.
    """
    if one.concept.id in EVERYWHERE or is_ambiguous(one):
        return True
    if language == "en":
        return False
    return one.concept.subject in CASELESS or (one.concept.subject == "state" and language in _WITHOUT_CAPITALS)


def is_ambiguous(one: Occurrence) -> bool:
    """Say whether a term is an acronym that may well mean something else, or is written in many ways (US$, U.S.)."""
    if one.term.kind is not TermKind.ACRONYM:
        return False
    return one.concept.subject == "state" or one.term.text in AMBIGUOUS


def _is_kept(one: Occurrence, target: Target) -> bool:
    """Say whether the English stands in the translation: a long name, or an acronym, as references keep them."""
    text = one.term.text
    if target.language in _WITHOUT_CAPITALS and one.term.language != "en":
        acronyms = (term.text for term in terms(one.concept, "en") if term.kind is TermKind.ACRONYM)
        if any(acronym in target.text for acronym in acronyms):
            return True
    if one.term.kind is TermKind.ACRONYM:
        return text in target.text
    if " " not in text and target.language not in {"ar", "ru", "zh"}:
        return False
    return text.casefold() in target.text.casefold()  # titles have capitals: Climate Change 2022


def _is_quoted(one: Occurrence, source: str, target: Target) -> bool:
    """Say whether an English word stands in the translation between the same two words: in a title left as it is."""
    if one.term.language != "en" or one.term.text.casefold() not in target.text.casefold():
        return False
    text = plain(source)
    if _is_in_title(one, text, target.text):
        return True
    before, behind = _LAST_WORD.search(text, max(0, one.start - _LONG_WORD), one.start), _NEXT_WORD.match(text, one.end)
    return bool(before and behind and text[before.start() : behind.end()] in target.text)


def _is_in_title(one: Occurrence, source: str, target: str) -> bool:
    """Say whether a term stands between quotation marks, in words of English that the translation has as well."""
    before, behind = _OPENING_QUOTE.search(source, 0, one.start), _CLOSING_QUOTE.match(source, one.end)
    if before is None or behind is None:
        return False
    title = source[before.end() : behind.end()].rstrip(_STOPS)
    return " " in title and title.casefold() in target.casefold()


def _by_adjective(concept: Concept, target: Target, others: Sequence[Occurrence]) -> bool:
    other = otherwise(target.language).get(concept.id, frozenset())
    taken = [one for one in target.sure if one.concept.subject == "state" and one.concept.id != concept.id]
    free = _without(target.text, {(one.start, one.end): one for one in (*others, *taken)}.values())
    if target.language == "zh":
        return any(word in free for word in other)
    if target.language == "ar" and any(
        bare(name.text, "ar").removeprefix("ال") in free for name in terms(concept, "ar")
    ):
        return True  # with prefixes that are taken for an article: لليبيا
    seen = keys(target.language)
    there = {seen[word] for word in word_list(free)}
    if other & there:
        return True
    names = {word for form in forms(target.glossary, target.language)[concept.id] for word in form}
    return any(_is_related(name, word) for name in names - _generic(target.language) for word in there)


def _without(text: str, others: Iterable[Occurrence]) -> str:
    for other in sorted(others, key=lambda one: -one.start):
        text = text[: other.start] + " " + text[other.end :]
    return text


_OPENING_QUOTE, _CLOSING_QUOTE = pattern(r"[“\"«‘](?=[^“”\"«»]{0,200}\Z)"), pattern(r"[^“”\"«»]{0,200}(?=[”\"»’])")
_STOPS = ",.;: "
"""Inside of the closing mark, in American English."""

_LONG_WORD = 40
_LAST_WORD = pattern(r"[A-Za-z]+[ :]{1,2}\Z")
_NEXT_WORD = pattern(r"[ :]{1,2}[A-Za-z]+")

_GENERIC_WORDS = {
    "fr": "république royaume uni unie unis état états démocratique fédérale fédération populaire île îles islamique "
    "indépendant nouvelle nord sud saint sainte principauté union arabe",
    "es": "república reino unido unida unidos estado estados democrática federal federación popular isla islas "
    "islámica independiente nueva norte sur san santa principado unión árabe",
    "ru": "республика королевство соединенное объединенная объединенные государство федеративная федерация "
    "демократическая народная остров острова исламская независимое новая северная южная святой княжество союз",
    "ar": "جمهورية مملكة المملكة المتحدة الولايات دولة الشعبية الديمقراطية الاتحادية جزر الإسلامية الجديدة إمارة اتحاد",
}
"""Words that the names of many States share."""


@cache
def _generic(language: str) -> frozenset[str]:
    seen = keys(language)
    return frozenset(seen[word] for word in word_list(_GENERIC_WORDS.get(language, "")))


def _is_related(name: str, word: str) -> bool:
    """Say whether two words begin alike; in a short name all of it must be there."""
    name = name.rstrip("aeiou") if len(name) == _LEAST else name
    if len(name) < _LEAST:
        return len(name) == _LEAST - 1 and word.startswith(name)
    return word[:_LEAST] == name[:_LEAST]


def _by_instrument(form: frozenset[str] | str, target: Target) -> bool:
    """Say whether a word of an instrument's name stands for it, outside of another's: the Convention, the Agenda."""
    taken = [(one.start, one.end) for one in target.named]
    if isinstance(form, str):
        head, text = form[-2:], target.text
        places = [place for place in range(len(text)) if text.startswith(head, place)]
        return any(not any(start <= place < end for start, end in taken) for place in places)
    return any(
        key in form and not any(start <= place < end for start, end in taken) for _, key, place in target.spelled
    )


_CHAPEAU = pattern(r"[(\d.a-z)]{2,5}\s[Tt]o\s[a-z]+\b")
"""Begins an item of a list of what a body decides, asks for or recommends."""

_OPERATIVE = pattern(
    r"(?:[(\d.a-z)]{1,5}\s)?(?:(?:Also|Further|Again|Once again|Strongly)\s)?(?:[Rr]equest(?:s|ing)?"
    r"|[Ii]nvit(?:es?|ing)"
    r"|[Dd]ecides?|[Uu]rges?|[Ee]ncourages?|[Rr]ecommends?|[Cc]alls?|[Dd]irects?|[Aa]uthorizes?|[Rr]eiterates?)\b"
)
_PRONOUN = {
    "fr": frozenset("lui la elle sa son ses".split()),
    "es": frozenset("le la su sus".split()),
    "ru": frozenset("ей ему ее его себе своей своем".split()),
}


def _by_pronoun(source: str, target: Target) -> bool:
    """Say whether a body that speaks in its resolution may be meant by a pronoun: « Prie … de lui présenter »."""
    own = _PRONOUN.get(target.language, frozenset())
    if own.isdisjoint(target.words):
        return False
    text = plain(source)
    return bool(_OPERATIVE.match(text) or _CHAPEAU.match(text))


def _by_other_acronym(concept: Concept, target: Target, source: str) -> bool:
    """Say whether there is an acronym that neither the source nor the glossary has; it may be the body's."""
    known = {target.text[one.start : one.end] for one in target.named}
    return any(
        len(word) > 2
        and word.isupper()
        and word not in source
        and word not in known
        and not is_behind_head(target.spelled[max(0, at - 3) : at], concept, target)
        for at, word in enumerate(target.words)
    )


def _in_other_words(form: frozenset[str] | str, target: Target) -> bool:
    """Say whether most of the words of a term are there, in forms that only begin alike."""
    if isinstance(form, str):
        return _in_other_characters(form, target.solid)
    wide, words = len(form) + 4, target.telling
    alike = _is_alike_in_arabic if target.language == "ar" else _begins_alike
    kin = {word: frozenset(key for key in form if alike(key, word)) for word in target.keys}
    for place, word in enumerate(words):
        if kin[word]:
            there = len(frozenset().union(*map(kin.__getitem__, words[place : place + wide])))
            if there == len(form) or (len(form) > 2 and 2 * there > len(form)):
                return True
    return False


def _in_other_characters(form: str, text: str) -> bool:
    """Say whether three in four of the characters of a Chinese term stand close together."""
    wide = len(form) + 3
    places = (place for place, char in enumerate(text) if char in form)
    return any(4 * len(set(form).intersection(text[place : place + wide])) >= 3 * len(set(form)) for place in places)


def _begins_alike(key: str, word: str) -> bool:
    shorter, longer = (key, word) if len(key) <= len(word) else (word, key)
    return key == word or (len(shorter) >= _LEAST and longer.startswith(shorter))


def _is_alike_in_arabic(key: str, word: str) -> bool:
    """Allow for prefixes that the key of the word has kept: وكراهية."""
    shorter, longer = (key, word) if len(key) <= len(word) else (word, key)
    return (
        key == word
        or (len(shorter) >= _LEAST and shorter in longer)
        or (word.startswith(key) and word[len(key) :] in {"ت", "يت"})
        or (len(word) > 2 and word[0] in "لبوفك" and word[1:] in {key, key[:-1]})
    )  # جلسة، جلستها؛ توصية، توصيتها؛ مياه، لمياه
