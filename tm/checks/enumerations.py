"""Read what a text lists, "soap, buckets and blankets": three members or more, and how many joints it has in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.text.pattern import pattern
from tm.text.prose import OBJECT

LONGEST = 1500
"""Characters of a text that is looked at: a longer one is no sentence."""

_WORDS, _CHARACTERS, _OPENING, _FEW = 7, 17, 25, 6
"""Words of a member, characters of a Chinese one, words of what opens a sentence, and of an example, at most."""

_LEAST = 2
"""Joints of a list: two members may become one word, "fathers and mothers"."""

_AND = {
    "en": r"(?i:and|or|as\swell\sas)",
    "fr": r"(?:et|ou|ainsi\sque)",
    "es": r"(?:[yeou]|así\scomo)",
    "ru": r"(?:и|или|а\sтакже)",
}
_LAST = {
    **{language: pattern(rf"\b{words}\b", re.IGNORECASE) for language, words in _AND.items()},
    "zh": pattern("[和与及或]"),
}
"""What joins the last member."""

_ENDED = {language: pattern(rf",\s+{_AND[language]}\b") for language in ("fr", "es", "ru")}
"""What joins clauses or closes an aside, in languages with no comma before the last member."""

_JOINT = {
    **{
        language: pattern(rf"(?<!\d),\s+{words}\s|(?<!\d),\s|,\s(?!\d)|\s{words}\s") for language, words in _AND.items()
    },
    "zh": pattern(
        "、(?:和|与|及|或|以及)?|以及|(?<!共)和(?![平谐解睦])|(?<!参)与(?!会)|(?<![普涉])及(?![时其])|或(?!许)"
    ),
}
"""What stands between two members of a list."""

_OTHERWISE = {
    "en": pattern(
        r"(?:includ(?:ing|es?)|especially|particularly|notably|by|in|with|which|who|whom|whose|that|such|for|as|to|at|of"
        r"|on|under|from|where|when|while|if|through|whether|after|before|but|not|namely|inter|however|until|per|since"
        r"|because|so|also|then|thus|therefore|they|there|it|he|she|we|you|this|these|those|both|either|yet|nor|than"
        r"|although|though|even|like|unless|within|without|upon|say|said|based|followed|compared|according|pursuant"
        r"|taking|given|except|rather|only|during|between|among|against|over|into|now|today|here|yes|no|moreover"
        r"|furthermore|indeed|instead|still|first|second|third|next|later|further|finally|and|or|having|being|once"
        r"|whereas|despite|besides|unlike|along|across|throughout|following|depending|(?!family|internally|newly|early|daily|weekly|monthly|supply|assembly|reply|ally|italy|elderly|anomaly)[^\W\d_]+ly"
        r"|\d[\d,. ]*)\b|[-–]",
        re.IGNORECASE,
    ),
    "fr": pattern(
        r"(?:y\scompris|notamment|dont|qui|que|où|lorsque|quand|si|tel(?:le)?s?|ainsi|par|afin|pour|mais|selon|avec|sans"
        r"|dans|sous|comme|ils?|elles?|on|nous|ce|cela|ceci|puis|à|en|au|de\smême|de\splus|sur|soit|voire|surtout"
        r"|toutefois|cependant|plus|moins|même|chez|depuis|lors|entre|contre|sauf|car|ni|et|ou|dès|après|avant|bien|vu"
        r"|sinon|autre\sque|se|celui|celles?|ceux|lequel|laquelle|lesquel(?:le)?s|outre|pendant|durant|malgré|donc|enfin"
        r"|parmi|une\sfois|tout|or|grâce|hormis|faute|étant|chaque|compte|conformément|le\s\d|[^\W\d_]+ment|(?:l[’'])?[^\W\d_]+ant"
        r"|\d[\d ,]*)\b|(?:s|n|qu|c|j|d’ici|d’après|d’autre|lorsqu|puisqu)[’']|d[’'](?:ici|après|autre)|[-–]",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"(?:incluid[oa]s?|incluso|en|especialmente|que|quien(?:es)?|donde|cuando|si|tal(?:es)?|como|por|para|pero|según"
        r"|con|sin|de\sconformidad|entre|así|lo|(?:el|la)\scual|(?:los|las)\scuales|cuy[oa]s?|no|se|sino|aunque|porque"
        r"|pues|además|también|sobre|todo|desde|hasta|ante|bajo|contra|al?|tras|durante|mediante|salvo|excepto|ya|ni|[ye]"
        r"|[ou]|est[oea]s?|estas|ello|es|ha|han|hay|más|menos|cada|aquell[oa]s?|dich[oa]s?|siempre|mientras|luego|antes|[^\W\d_]+(?:aron|ieron)"
        r"|[^\W\d_]+[ai]d[oa]s?\spor|después|conforme|pese|entonces|una\svez|dado|debido|gracias|hacia|el\s\d\d?\sde"
        r"|[^\W\d_]+mente|[^\W\d_]+ndo|\d[\d ,.]*)\b"
        r"|[-–]",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?:включая|в|во|особенно|котор\w+|что|чтобы|где|когда|если|таки\w+|как|но|однако|при|на|по|со?|для|без|согласно"
        r"|а|поскольку|хотя|чем|об?|от|из|к|у|до|после|перед|между|под|над|за|через|это|эт\w+|не|ни|так|также|куда"
        r"|откуда|кто|чье?|чья|и|или|либо|будь|лишь|только|кроме|помимо|например|таким|поэтому|затем|наконец|несмотря"
        r"|благодаря|среди|более|кажд\w+|учитывая|отмечая|принимая|признавая|считая|начиная"
        r"|[^\W\d_]+(?:ив|ав|ев|вшись|[уюя]т|[аяу]ет|[ий]те)|[^\W\d_]+(?:нн|вш|[еи]м|[уюая]щ)(?:ы[йехм]|[ао]я|ое|ыми|и[йехм]"
        r"|ими|[ое]го|[ое]му|[ое]й|[ое]м|ую)(?:ся)?|\d[\d ,]*)\b|[-–]",
        re.IGNORECASE,
    ),
    "zh": pattern("[并但而因以为由如在从使自当除]|其(?!他)|对(?!外)|包括|特别|根据|关于|如果"),
}
"""What no member begins with: what a clause, an aside or the opening of a sentence does."""

_CLAUSE = {
    "en": pattern(
        r"\b(?:that|which|who|is|are|was|were|has|have|had|will|may|can|shall|should|must|be|been|would|could|not|do|does"
        r"|did|to)\b|[\"“”]|['’]\s|\d,\d",
        re.IGNORECASE,
    ),
    "fr": pattern(
        r"\b(?:qui|que|dont|où|est|sont|étai(?:en)?t|ont|sera|seront|peu(?:ven)?t|doi(?:ven)?t|devrait|avait|été|ne|ils?"
        r"|elles?|on|pour|lequel)\b|\ba\b|[’']il|[\"“”«»]|n[’']",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:que|es|son|era|fue|fueron|han?|será|serán|pueden?|deben?|se|no|para|había|sean?|están?)\b|[\"“”«»]",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"\b(?:что|был\w*|будет|будут|являет\w*|являют\w*|может|могут|должн\w+|не|котор\w+|чтобы|есть|бы|[^\W\d_]+тся|[^\W\d_]+[ующая]щ(?:их|ие|ий|ая|ей|ими?))\b|[\"“”«»]",
        re.IGNORECASE,
    ),
    "zh": pattern("[“”《》，是将应在对可能会已未不于从把被以]"),
}
"""What no member has within."""

_STOP = pattern(rf"[.;:()—–\[\]!?。；：（）！？{OBJECT}]")
_BODY = pattern(r"\b[A-Z]\w+\s(?:of|for|on)\s(?:the\s)?(?:[A-Z][\w’'-]*\s?){1,4}\Z")
_SUCH = {
    "en": pattern(r"(?:including|such\sas|like|namely|notably|especially|particularly)\s", re.IGNORECASE),
    "fr": pattern(r"(?:y\scompris|notamment|tel(?:le)?s?\sque|comme|dont)\s", re.IGNORECASE),
    "es": pattern(r"(?:incluid[oa]s?|incluso|tales\scomo|como|especialmente)\s", re.IGNORECASE),
    "ru": pattern(r"(?:включая|таки\w+\sкак|как|в\sтом\sчисле|особенно)\s", re.IGNORECASE),
}
"""What leads to a list, whose first member is behind it."""

_DOING = pattern(
    r"(?!(?:hous|train|fund|plann|meet|build|hear|bank|farm|fish|shipp|min|manufactur|engineer|market|process|monitor|report"
    r"|light|cloth|hunt|test|teach|learn|nurs|screen|traffick|spend|sav|hold|draw|paint|publish|print|forecast|broadcast"
    r"|counsell|outsourc|procur|account|audit|morn|even|be|th|dur|k|str|spr|w|r|s)ings?\b)[a-z]+ing\s",
    re.IGNORECASE,
)
"""What begins a member that says what is done: of all members or none."""

_OPENED, _CLOSED = pattern("[(（]"), pattern("[)）]")
_EDGE, _COMMA = pattern(r"[.;:()—–\"“”«»。；：（）]\s?"), pattern(r",\s|，")

_ALL = {
    "en": pattern(
        r"[,;/&+]|\b(?:and|or|nor|as\swell\sas|with|plus|together|along|but|both|either|in\saddition|also)\b|[-–—]\s?"
        r"|\w-\w|\.\s",
        re.IGNORECASE,
    ),
    "fr": pattern(r"[,;/·]|\b(?:et|ou|ni|ainsi\sque|comme|de\smême\sque|puis|plus|avec)\b|[-–—]\s"),
    "es": pattern(r"[,;/]|\b(?:[yeou]|ni|así\scomo|como|con|más)\b|[-–—]\s"),
    "ru": pattern(r"[,;/]|\b(?:и|или|ни|как|либо|да|со?|плюс)\b|[-–—]\s"),
    "zh": pattern(
        r"[、，；,;:：/]|[和与及或并兼]|以及|且|也|还|又|男女|(?<=[眼耳口鼻手脸])(?=[眼耳口鼻手脸])|[A-Za-z] "
    ),
    "ar": pattern(
        r"[،,؛;:]\s?و?|(?<!\A)(?<![\w،])و(?=\w{2})(?!زار|زير|زراء|فقا|فد|كال[ةا]|ثيق|ثائق|قت|ضع|حد[ةا]|طن|لاي|سائل|سيل|اقع"
        r"|راء|رقة|عي|فا[ةت]|صول|جود|باء|قاي|سط|ظيف|ظائف|لاد|فيات|قوع|قف|رش|قد\b|ذلك|ه[ويم]\b)|\bأو\b|(?<!\w)ف(?=\w{4})|(?<!\w)أم?\b|/"
    ),
}
"""All that may join members, for whoever counts whether there are enough of them."""

_PLAIN = {
    **{language: pattern(rf"[,;](?:\s+{words}\b)?|\b(?:{words}|ni|nor|ни)\b") for language, words in _AND.items()},
    "zh": pattern("[、，；,;]|[和与及或并]"),
    "ar": _ALL["ar"],
}
"""What joins members or clauses, once each."""


class Enumeration(NamedTuple):
    """A list in a text.

    Attributes:
        joints: between its members, one less than these.
        most: of these, if the first comma belongs to the list, which may also end what opens the sentence.
        start, end: of what is surely the list, from its first joint on to behind the last.
        members: places of those between two joints.
    """

    joints: int
    most: int
    start: int
    end: int
    members: Sequence[tuple[int, int]]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def enumerations(text: str, language: str) -> Sequence[Enumeration]:
    """List what a plain text lists beyond doubt, in English, French, Spanish, Russian or Chinese.

    >>> [one.joints for one in enumerations("In May, the kits held soap, two buckets and blankets.", "en")]
    [2]
    """
    if language not in _JOINT or len(text) > LONGEST or ("," not in text and "、" not in text):
        return ()
    joints = [match.span() for match in _JOINT[language].finditer(text)]
    return list(_lists(text, language, joints))


@lru_cache(maxsize=4096)
def count_joints(text: str, language: str) -> int:
    """Count all that may join members of a list in a text of one of the six languages."""
    return len(_ALL[language].findall(text))


@lru_cache(maxsize=4096)
def count_plain(text: str, language: str) -> int:
    """Count the commas and words that join members or clauses, a comma with the word behind it as one."""
    return len(_PLAIN[language].findall(text))


def _lists(text: str, language: str, joints: Sequence[tuple[int, int]]) -> Iterator[Enumeration]:
    first = 0
    while first < len(joints):
        last = _last(text, language, joints, first)
        if last > first and _is_open(text, language, joints[first][0], joints[last][1]):
            begin = first + _opens(text, language, joints[first][0])
            held = [(joints[at][1], joints[at + 1][0]) for at in range(begin, last)]
            starts = [*(start for start, _ in held), joints[last][1]]
            is_alike = len({bool(_DOING.match(text, at)) for at in starts}) == 1
            is_name = language == "en" and begin < last and _is_name(text, joints[begin], joints[begin + 1][0])
            if last - begin + 1 >= _LEAST and is_alike and not is_name:
                yield Enumeration(last - begin + 1, last - first + 1, joints[begin][0], joints[last][1], held)
        first = max(first, last) + 1


def _last(text: str, language: str, joints: Sequence[tuple[int, int]], first: int) -> int:
    """Give the number of the joint before the last member of the list that one joint may begin; else that one."""
    if _LAST[language].search(text, *joints[first]):
        return first
    for at in range(first, len(joints) - 1):
        start, end = joints[at][1], joints[at + 1][0]
        if not _is_member(text[start:end], language):
            return first
        if _LAST[language].search(text, *joints[at + 1]):
            return at + 1 if language not in _ENDED or not _ENDED[language].match(text, joints[at + 1][0]) else first
    return first


def _is_member(part: str, language: str) -> bool:
    size, most = (len(part), _CHARACTERS) if language == "zh" else (len(part.split()), _WORDS)
    if not 0 < size <= most or part.endswith("-") or _STOP.search(part):
        return False
    return not _OTHERWISE[language].match(part) and not _CLAUSE[language].search(part)


def _is_open(text: str, language: str, start: int, end: int) -> bool:
    """Say whether a list does not stand in brackets, and its last member is one."""
    if len(_OPENED.findall(text, 0, start)) > len(_CLOSED.findall(text, 0, start)):
        return False
    return not _OTHERWISE[language].match(text, end) and (language == "zh" or not _CLAUSE[language].match(text, end))


def _is_name(text: str, joint: tuple[int, int], end: int) -> bool:
    """Say whether an English list is the name of a body: "Ministry of Health, Labour and Welfare"."""
    return text[joint[1] : end].istitle() and _BODY.search(text, 0, joint[0]) is not None


def _opens(text: str, language: str, start: int) -> bool:
    """Say whether the first joint only ends what opens the sentence: "In May, …"."""
    if language == "zh":
        return False
    before = _EDGE.split(text[:start])[-1].strip()
    part = _COMMA.split(before)[-1]
    words = len(part.split())
    if part is before:
        return not before or (words < _OPENING and _OTHERWISE[language].match(part) is not None)
    if _LAST[language].match(part) or (words < _FEW and _SUCH[language].match(part)):
        return False  # the last member of a list before, or the first of this one
    return _OTHERWISE[language].match(part) is not None
