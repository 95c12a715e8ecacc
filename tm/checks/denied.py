"""Words that an English text denies and a translation affirms: "not uncommon" as « rare », "not paid" as « payé »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.antonyms import turned
from tm.checks.lacks import excuses
from tm.checks.negations import SURE, WEAK
from tm.checks.negations_apart import unless_of
from tm.checks.negations_counted import find_negations, is_only
from tm.checks.negations_paired import cancelled
from tm.checks.tables import read_table
from tm.text.beginnings import ByBeginning
from tm.text.pattern import pattern
from tm.text.words import bare, folded, words

_LONGEST = 500
"""Characters of sources that are looked at."""

_MAY_BE = frozenset("not non without never hardly scarcely neither cannot no nor nothing none nobody t".split())
"""One of these words, in small letters, is in what is looked for."""


class _Denial(NamedTuple):
    """The negation, and all that may stand between it and the word that it turns round."""

    begin: re.Pattern[str]
    rest: re.Pattern[str]


_AUXILIARY = r"(?:shall|may|can|could|will|would|should|must|was|were|has|have|had|did|does|do|is|are)\s"
_SUBJECT = rf"(?:(?!{_AUXILIARY}|(?:which|that|who|whom|if|when|where)\s)[\w’'/-]+\s){{1,8}}"
_ADVERBS = r"(?:(?:be|been|being|have|has|yet|also|always|therefore|any|able\sto|(?!on|mere|simp)[a-z]{2,}ly)\s){0,3}"
_LACK = r"(?:fail|refus|declin|neglect|omit|reject|unable|absent|lack|avoid|without)"
"""What is denied itself, so that the verb behind it is not."""

_DENIALS = (
    _Denial(
        pattern(
            r"(?:\b(?:not|never|hardly|scarcely|neither|cannot\sbe(?!\s\w+\swithout)|no(?=\s(?:un|in|im|ill)))|n['’]t)\s"
        ),
        pattern(
            r"(?:(?!(?:only|just|merely|simply|because|if|when|where|that|but|and|or|for|to|as|with|from|of|in|on|at|by)\b)"
            r"[a-z]+\s){0,2}"
        ),
    ),
)
_VERB_DENIALS = (
    _Denial(pattern(r"(?:\b(?:not|never|cannot)|n['’]t)\s"), pattern(_ADVERBS)),
    _Denial(pattern(rf"\bnor\s{_AUXILIARY}"), pattern(rf"(?:(?!{_LACK})[\w’'-]+\s){{1,4}}{_ADVERBS}")),
    _Denial(pattern(r"\b(?:no|nothing|none|neither|nobody)\s"), pattern(rf"(?:{_SUBJECT})?{_AUXILIARY}{_ADVERBS}")),
)
_NOUN_DENIALS = (
    _Denial(
        pattern(r"\b(?:no|without|neither|not\s(?:any|a)|nor\sany)\s"),
        pattern(
            r"(?:(?!(?:longer|later|more|less|fewer|doubt|matter|and|or|but|of|to|for|in|on|that|which|who)\b)"
            r"[a-z-]+\s){0,3}"
        ),
    ),
)
"""Of nouns: "without a prior …"."""

_END = pattern(r"[a-z]*\b(?![^.;]{0,80}\b(?:until|except|other\sthan|without(?!\swhich|\swhom))\b)")
"""The end of a verb or noun that is denied in any case."""

_NON = pattern(r"\bnon-\Z")
_NO = pattern(r"[a-z]*\s(?:no|none|nothing|neither)\b(?!\.|\s(?:later|more|less|fewer|longer|doubt|one|\d))")
"""What stands before a verb, and behind one, that denies it or its object."""

_ALL = pattern(".*", re.DOTALL)

_AROUND, _IN_CHINESE, _ABOUT_NOUN = (100, 25), (80, 40), (100, 80)
"""Characters before and behind the word in which the translation may say that it is not so."""

_BEHIND = 80
"""Characters behind a verb in which it may say that this is forbidden, or that somebody is excepted."""

_CUT = {
    "fr": pattern(
        r"[;.:]\s|,?\s(?:mais|car|puisque?|alors\sque|tandis\sque|et|dont)\b|,\s(?:qui|ce|lequel|laquelle)\b"
    ),
    "es": pattern(
        r"[;.:]\s|,?\s(?:pero|ya\sque|puesto\sque|porque|mientras|sino|y|e)\b|,\s(?:que|lo\sque|quien|cuy[oa])\b"
    ),
    "ru": pattern(
        r"[;.:]\s|,?\s(?:но|однако|и)\b"
        r"|,\s(?=(?:имея|имев|располаг|польз|получ|при этом|причем)\w*\s)"
        r"|,\s(?:а|который|которая|которое|которые|поскольку|так\sкак)\b"
    ),
    "ar": pattern(r"[؛.:،]\s|\s(?=ولكن|بل\s|لأن|حيث|إذ\s|و(?:هو|هي|هم|أن|أنه|قد|كان|كانت|[يت]\w{3,}|لا|لم|لن|ليس)\s)"),
    "zh": pattern("[，；。：]"),
}
"""Where the clauses of a translation part."""

_ASIDE = pattern(
    "在?(?:没有|未经|未获|缺乏|缺少|不|无)[^，。；]{1,20}(?:的情况下|情况下|的条件下|的前提下)"
    "|(?:未|没有)(?!与会|任何|一|参[与加]|候选|发言)[^，。；]{1,16}(?:者|的(?:工作人员|人员|国家|缔约|会员|申请|当事|公司|企业|个人|代表团))"
)
"""Where Chinese negates something else before the verb: without it, or of those who have not."""

_GOES_ON = pattern(r"[，,：:]|\sque\b|, что\b")
"""Behind a word whose clause goes on: 发现，它没有效果."""

_LEFT = pattern(r"\b(?:not|cannot|never)\b")
"""In a translation: a clause was left in English, as another check says."""

_TURNS = {
    "fr": r"loin\sd|rien\sd|peu\b|guère|moins|contest|erron|faux|infirm|démen|douteu|contrair",
    "es": r"lejos\sd|nada\sd|poco\b|menos|erróne|fals|desmien|refut|contrari|dej",
    "ru": r"далек|отнюдь|вовсе|едва|мало|ошиб|неверн|ложн|вряд",
    "zh": "绝非|并非|非(?!常)|难|否|远|错",
    "ar": "بعيد|ليس|خطأ|نف[ىي]|قل",
}
"""What else may turn it round."""

_ONLY = {
    "fr": r"seule?s?\b|uniq|rien\b|nul",
    "es": r"únic|s[oó]lo\b|sola\b|nada\b",
    "ru": r"единств|только|лишь|ни(?:как|чег|что|кто)|ни\b",
    "zh": "唯一|只[有能]|别|必须",
    "ar": "وحيد|وحده|سوى|إلا|لا\b|بد\b",
}
"""What says that there is none by there being only one: no alternative, 唯一选择."""

_NEAR, _REACH = 0.3, 45
"""Part of a text, and characters, by which a verb may stand elsewhere in its translation."""


_BEFORE = 100
"""Characters before a word in which an English text denies it."""


class _Kind(NamedTuple):
    english: re.Pattern[str]
    said: dict[str, re.Pattern[str]]
    denials: Sequence[_Denial]
    is_verb: bool
    is_noun: bool
    is_weak: bool
    """Whether words that only may negate do so: impossible without."""

    reaches: bool
    """Whether they do so from before an "and", too."""


def affirmed(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find a negation of an English text with the word that it denies, for which a translation has only the word.

    >>> affirmed("It is not uncommon.", "C’est rare.", "fr")[0]
    'not uncommon'
    >>> affirmed("It is not uncommon.", "Il n’est pas rare de le voir.", "fr")
    >>> affirmed("The law did not exempt States from paying.", "La loi exonérait les États du paiement.", "fr")[0]
    'not exempt'
    """
    denied = _found(source)
    if not denied or language not in _TURNS or _LEFT.search(target):
        return None
    whole = _NOT_RARE[language].sub(lambda match: "_" * len(match[0]), bare(target, language))
    for kind, match in denied:
        others = sum(1 for one in find_negations(source, "en") if one.start() >= match.end())
        read = _without_adverse(match[0], whole, language)
        if "unless" in source and _UNLESS.match(source, match.end()):
            read = _without_unless(read, language)
        found = list(kind.said[language].finditer(read))
        if not found or any(_is_denied(read, word, language, kind, others) for word in found):
            continue
        if match[0].startswith("non") and excuses(target, language):
            continue
        rest = kind.said[language].sub("_", read)
        if not (kind.is_verb or kind.is_noun) or (
            _is_about(source, match, read, found) and not _is_said(source, match, rest, language)
        ):
            return match
    return None


def _without_unless(text: str, language: str) -> str:
    """Give a translation without what it says for "unless"; nothing where it has nothing, or says "only if"."""
    found = unless_of(text, language)
    if found is None or _only()[language].search(text) or is_only(text, language):
        return ""
    return f"{text[: found.start()]}{'_' * len(found[0])}{text[found.end() :]}"


def _without_adverse(denied: str, text: str, language: str) -> str:
    """Blank what says "adverse" where the source denies that: no adverse effects, « conséquences négatives »."""
    if not _IS_ADVERSE.search(denied):
        return text
    return _ADVERSE[language].sub(lambda match: "_" * len(match[0]), text)


_NOT_RARE = {
    "fr": pattern(r"\b(?:n['’]|ne\s)\w+\spas\srares?\b", letters="rare"),
    "es": pattern(
        r"\bno\s(?:es|son|era|eran|resulta)\s(?:rar[oa]s?|infrecuentes?|inusual|inusuales)\b",
        letters="rar|infrec|inusu",
    ),
    "ru": pattern(r"\bне\s?редк\w+", letters="редк"),
    "zh": pattern("并?不(?:少见|罕见|鲜见)"),
    "ar": pattern(r"ليس\s(?:من\s(?:ال)?|أمرا\s)(?:نادر\w*|مستغرب\w*)", letters="نادر|مستغرب"),
}
"""What says "often" with a negation, which denies nothing else."""

_UNLESS = pattern(r"[^.;]{0,80}\bunless\b")
_IS_ADVERSE = pattern(r"\b(?:adverse|negative|harmful|detrimental|undesirable|unfavou?rable|unintended|ill)\b")
_ADVERSE = {
    "fr": pattern(r"\b(?:négati|défavorab|néfast|préjudiciab|indésirab|nuisib|inattend|involont)\w*", re.IGNORECASE),
    "es": pattern(r"\b(?:negativ|desfavorab|adver|perjudicial|indesead|indeseab|nociv|imprevist)\w*", re.IGNORECASE),
    "ru": pattern(
        r"(?<!\w)(?:отрицательн|негативн|неблагоприятн|вредн|пагубн|нежелательн|непредвиденн)\w*", re.IGNORECASE
    ),
    "zh": pattern("不利|不良|负面|消极|有害|不好|意外|不希望"),
    "ar": pattern(
        r"(?<!\w)(?:ال)?(?:سلبي\w*|ضار\w*|سيئ\w*|معاكس\w*|غير\s(?:ال)?(?:مؤاتي\w*|مواتي\w*|مرغوب\w*|مقصود\w*))"
    ),
}


def _is_about(source: str, match: re.Match[str], text: str, words: Sequence[re.Match[str]]) -> bool:
    """Say whether one of some words stands about where the source denies it."""
    place = match.end() / len(source) * len(text)
    return any(abs(word.start() - place) <= max(_REACH, _NEAR * len(text)) for word in words)


def _is_said(source: str, match: re.Match[str], rest: str, language: str) -> bool:
    """Say whether the source affirms by two negations, or the rest of a translation says it by an opposite."""
    if any(start < match.start() < end for start, end in cancelled(source)):
        return True
    denials = [one for one in find_negations(source, "en") if match.start() <= one.start() < match.end()]
    return turned(source, denials, rest, ("en", language)) > 0


def _is_denied(text: str, word: re.Match[str], language: str, kind: _Kind, others: int) -> bool:
    """Say whether anything about a word of a translation, but the word itself, negates.

    Args:
        others: how many negations behind the word the source has, which deny something else.
    """
    before, after = _IN_CHINESE if language == "zh" else _ABOUT_NOUN if kind.is_noun else _AROUND
    head, tail = text[max(0, word.start() - before) : word.start()], text[word.end() : word.end() + after]
    if language == "zh":
        head = _ASIDE.sub("", head)
    head = _CUT[language].split(head)[-1]
    if language == "ar" and kind.is_verb:
        tail = ""  # negations stand before verbs
    if not _GOES_ON.match(tail):
        tail = _CUT[language].split(tail)[0]
    if any(SURE[language].search(part) or _turns()[language].search(part) for part in (head, tail)):
        is_other = others and not (kind.is_verb or kind.is_noun) and not SURE[language].search(head)
        if not is_other or _turns()[language].search(f"{head}{tail}") or len(SURE[language].findall(tail)) > others:
            return True
    if kind.is_noun and _only()[language].search(text):
        return True
    if kind.reaches and WEAK[language].search(text, max(0, word.start() - before), word.start()):
        return True
    is_weak = kind.is_verb or kind.is_noun or kind.is_weak
    behind = text[word.end() : word.end() + _BEHIND] if kind.is_verb else tail
    return is_weak and any(WEAK[language].search(part) for part in (head, behind))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _found(source: str) -> Sequence[tuple[_Kind, re.Match[str]]]:
    if len(source) > _LONGEST or _MAY_BE.isdisjoint(words(source)):
        return ()
    low = folded(source)
    found = ((kind, _denied(kind, low)) for kind in _kinds().of(low))
    return [(kind, match) for kind, match in found if match]


def _denied(kind: _Kind, low: str) -> re.Match[str] | None:
    """Find what denies the one word of a kind that an English text in small letters has."""
    word = kind.english.search(low)
    if word is None or kind.english.search(low, word.end()):
        return None
    start, end = word.span()
    first, last = max(0, start - _BEFORE), end + _BEHIND
    denying = _denying(kind, low, start, (first, last))
    if denying is not None and not (kind.is_verb or kind.is_noun):
        return _ALL.fullmatch(low, denying, end)
    if denying is not None and (tail := _END.match(low, end, last)):
        return _ALL.fullmatch(low, denying, tail.end())
    if kind.is_verb and (non := _NON.search(low, first, start)):
        return _ALL.fullmatch(low, non.start(), end)
    if kind.is_verb and (tail := _NO.match(low, end, last)):
        return _ALL.fullmatch(low, start, tail.end())
    return None


def _denying(kind: _Kind, low: str, start: int, span: tuple[int, int]) -> int | None:
    """Say where what denies a word begins, of what stands before it in a stretch of a text."""
    found = (
        begin.start()
        for denial in kind.denials
        for begin in denial.begin.finditer(low, *span)
        if denial.rest.fullmatch(low, begin.end(), start)
    )
    return min(found, default=None)


@cache
def _kinds() -> ByBeginning[_Kind]:
    edges = dict.fromkeys(_TURNS, r"(?<!\w)") | {"zh": "", "ar": r"(?<!\w)[وفبلكس]{0,2}(?:ال|لل)?"}
    found: list[tuple[str, _Kind]] = []
    for forms in read_table("denied.toml").values():
        is_verb, is_noun = "is_verb" in forms, "is_noun" in forms
        said = {
            code: pattern(f"{edge}(?:{forms[code]})", re.IGNORECASE, letters=forms[code])
            for code, edge in edges.items()
        }
        kind = _Kind(
            pattern(rf"\b(?:{forms['en']})"),
            said,
            _VERB_DENIALS if is_verb else _NOUN_DENIALS if is_noun else _DENIALS,
            is_verb,
            is_noun,
            "is_weak" in forms,
            "reaches" in forms,
        )
        found.append((forms["en"], kind))
    return ByBeginning(found)


@cache
def _turns() -> dict[str, re.Pattern[str]]:
    return _edged(_TURNS)


@cache
def _only() -> dict[str, re.Pattern[str]]:
    return _edged(_ONLY)


def _edged(forms: dict[str, str]) -> dict[str, re.Pattern[str]]:
    edges = dict.fromkeys(_TURNS, r"(?<!\w)") | {"zh": ""}
    return {code: pattern(f"{edge}(?:{forms[code]})", re.IGNORECASE) for code, edge in edges.items()}
