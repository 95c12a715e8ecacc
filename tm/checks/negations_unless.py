"""Tell where "unless" is said as "if", or what it goes with is not denied: « si » for « à moins que »."""

from __future__ import annotations

import re

from tm.checks.antonyms import turned
from tm.checks.lacks import excuses, lacks
from tm.checks.negations import SURE, WEAK
from tm.checks.negations_apart import denies_unless, unless_of
from tm.checks.negations_counted import count_negations, count_weak, is_only
from tm.checks.negations_own import unnamed
from tm.text.pattern import pattern

_LONGEST = 600
"""Characters of sources that are looked at."""

_UNLESS, _IF = pattern(r"\bunless\b"), pattern(r"\b(?:if|whether|when|where|provided|once|only|until|except)\b")

_CONDITION = {
    "fr": pattern(
        r"(?:\bsi\b|\bs['’](?=ils?\b)|\b(?:lorsque|quand)\b|\b(?:lorsqu|dès\slors\squ)['’])[^,;.]*", re.IGNORECASE
    ),
    "es": pattern(r"\b(?:si|cuando)\b(?!\sbien)[^,;.]*", re.IGNORECASE),
    "ru": pattern(r"\b(?:если|когда|в\sслучае)\b[^,;.]*", re.IGNORECASE),
    "zh": pattern("(?:如果|倘若|若(?!干)|(?<![例诸比])如(?=[已经获得有是])|只要|即使|当)[^，,。；]*"),
    "ar": pattern(r"(?<!\w)[وف]?(?:إذا|لو|متى|عندما|في\sحال(?:ة)?)(?!\w)[^،؛.]*"),
}
"""Clauses that say "if"."""

_OTHERWISE = {
    "fr": pattern(
        r"\b(?:seul|uniquement|exclusiv|sauf|except|hormis|moins|avant|tant\sque|autrement|contraire|autre|réserve|condition|pourvu"
        r"|sinon|sans|faute|défaut|jusqu|préalable|exig|subordonn|requi|nécess)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:s[oó]lo|únic|exclusiv|salvo|except|menos|mientras|antes|otra\scosa|contrari|otro|reserva|condición|siempre\sque"
        r"|previ|sin|falta|hasta|exig|requi|supedit|necesari|no\sser)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<![а-яё])(?:только|лишь|исключ|кроме|пока|ин(?:ое|ого|ой|аче|ым)\b|услови|при\sналичии|разве|без|до\b|предвар|помимо|требу|необходим|отсутств"
        r"|после)",
        re.IGNORECASE,
    ),
    "zh": pattern("只有|仅|只|方可|方能|才|除|须|否则|另|相反|前提|条件|之前|以前"),
    "ar": pattern(
        r"فقط|(?<!\w)[وف]?(?:إلا|ما\sلم|ما\sعدا|ب?دون|بغير|غير|سوى|حصرا)(?!\w)|شرط|شريطة|خلاف|قبل|بعد|[يت]شترط|استثن|[يت]قتصر|لا\sبد|بموافقة|عكس"
    ),
}
"""What may say "unless" by another word, or "only if"."""

_CONCEDES = {
    "fr": pattern(r"\bmême\s(?:si\b|s['’]ils?\b)", re.IGNORECASE),
    "es": pattern(r"\b(?:incluso|aun|inclusive)\ssi\b", re.IGNORECASE),
    "ru": pattern(r"\bдаже\sесли\b", re.IGNORECASE),
    "zh": pattern("即使|即便|就算|哪怕"),
    "ar": pattern(r"حتى\s(?:لو|إذا|وإن|وإن)|وإن\s"),
}
"""What says "even if", the opposite of "unless"."""

_NOT_UNTIL = pattern(r"\b(?P<no>not|never|cannot)\b[^.;,]{1,80}\buntil\b")
_AFTER = {
    "fr": pattern(
        r"\b(?:après|une\sfois|dès|lorsqu|quand|seul|alors|attend|à\spartir|à\scompter|depuis|report|suspen|différ|rest|demeur"
        r"|maint|préalab|d['’]abord|tant\squ|quitte|remis|retard)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:después|una\svez|cuando|s[oó]lo|únic|tras|esper|a\spartir|desde|luego|pend|aplaz|suspend|sig[au]|seguir|perman"
        r"|qued|previ|primero|recién|mientras|retras|mant)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<![а-яё])(?:после|только|лишь|когда|момент|ожида|отлож|оста|приостан|сначала|прежде|пока|сохран|задерж|впервые|с\s)",
        re.IGNORECASE,
    ),
    "zh": pattern("后|才|待|等|再|方|暂|起|仍|先|直到|推迟|一直"),
    "ar": pattern(
        r"بعد|إلا|عند|حين|انتظ|عقب|بمجرد|فقط|ريث|معلق|ظل|أولا|منذ|اعتبارا|تأخر|تأجيل|[يت]بق|بقي|لحين|[يت]رجأ|أرجئ"
    ),
}
"""What may say "not until" without a negation: only then, after."""

_UNTIL = {
    "fr": pattern(r"\bjusqu['’](?:à|aux?|en)\b", re.IGNORECASE),
    "es": pattern(r"\bhasta\b", re.IGNORECASE),
    "ru": pattern(r"\bдо\b", re.IGNORECASE),
    "zh": pattern("直到|直至"),
    "ar": pattern(r"(?<!\w)(?:حتى|لغاية|إلى\sغاية)(?!\w)(?!\s(?:لو|إذا|وإن|لا))"),
}
_ONLY_THEN = {
    "fr": pattern(r"\b(?:ne|pas|plus|que)\b|n[’']", re.IGNORECASE),
    "es": pattern(r"\b(?:no|que)\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:не|тех\sпор)\b", re.IGNORECASE),
    "zh": pattern("[才不未没再]|为止"),
    "ar": pattern(r"(?<!\w)(?:لم|لن|لا|لكي|[يت]\w+)"),
}
_EARLIER = {"fr": ("avant",), "es": ("antes",), "ru": ("раньше", "ранее"), "zh": ("前",), "ar": ("قبل",)}
"""What else "until" may be."""

_ON = pattern(r"[,;:،؛，；.]|\s(?:et|y|и)\s|\sو")
_BEHIND = 40
"""Characters behind "until" in which something may say "only then"."""

_CUT = pattern(r"[,;:،؛，；]")
_SIGNS = " ,;:،؛，；"
_CLAUSE = 8
"""Characters of a clause, at least."""


def lost_unless(source: str, target: str, language: str) -> tuple[str, int, int] | None:
    """Give the word of an English source that its translation does not say: "unless", or the negation before it.

    >>> source = "No one shall be evicted unless a court so orders."
    >>> lost_unless(source, "Nul ne doit être expulsé si un tribunal l’ordonne.", "fr")
    ('unless', 24, 30)
    >>> lost_unless(source, "Nul ne doit être expulsé, sauf si un tribunal l’ordonne.", "fr")
    """
    if language not in _CONDITION or len(source) > _LONGEST:
        return None
    unless = _UNLESS.search(source)
    if unless is None or _UNLESS.search(source, unless.end()) or _lacks(source[unless.end() :]):
        return None
    denied = denies_unless(source)
    concedes = _CONCEDES[language].search(target) is not None and "even" not in source
    said = unless_of(target, language)
    if said is None:
        if concedes or (not _IF.search(source) and _is_condition(target, language, is_denied=denied is not None)):
            return "unless", *unless.span()
    elif denied is not None and not concedes and _is_ordered(source, denied, target, said, language):
        return denied["no"], *denied.span("no")
    return None


def lost_until(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find what a clause says that is not to be until something else is, and that its translation orders before it.

    >>> lost_until("It would not be filled until May.", "Il serait pourvu avant mai.", "fr")[0]
    'not be filled until'
    >>> lost_until("It would not be filled until May.", "Il ne serait pourvu qu’en mai.", "fr")
    """
    found = _NOT_UNTIL.search(source) if "until" in source and language in _AFTER else None
    if found is None or _AFTER[language].search(target) or _is_said(target, language) or is_only(target, language):
        return None
    return found


def told_until(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find what an English source says that was not until something, and that its translation says was so until then.

    >>> source = "He was not informed until Monday, and had no lawyer."
    >>> told_until(source, "Il a été informé jusqu’à lundi, et n’avait pas d’avocat.", "fr")["no"]
    'not'
    """
    if "until" not in source or language not in _UNTIL or source.count("until") > 1:
        return None
    found, until = _NOT_UNTIL.search(source), list(_UNTIL[language].finditer(target))
    if found is None or len(until) != 1:
        return None
    clause, behind = _CUT.split(target[: until[0].start()])[-1], _ON.split(target[until[0].start() :][:_BEHIND])[0]
    if len(clause.strip()) < _CLAUSE or _is_said(clause, language) or is_only(target, language):
        return None
    if any(map(target.__contains__, _EARLIER[language])) or _AFTER[language].search(clause):
        return None
    if _ONLY_THEN[language].search(behind):
        return None
    return None if turned(source, [found], target, ("en", language)) else found


def _is_condition(target: str, language: str, *, is_denied: bool) -> bool:
    """Say whether a translation has a clause that says "if" with what is denied, or not, as in the source."""
    found = list(_CONDITION[language].finditer(target))
    if len(found) != 1 or _OTHERWISE[language].search(target) or is_only(target, language):
        return False
    if _is_said(found[0][0], language):
        return False
    start, end = found[0].span()
    main = _before(target, start) or _CUT.split(target[end:].lstrip(_SIGNS))[0]
    return (count_negations(main, language) > 0) is is_denied and is_denied == _is_said(main, language)


def _lacks(text: str) -> bool:
    """Say whether English words say that something is lacking, which translations turn round: unless unavailable."""
    return bool(lacks(text) or SURE["en"].search(text) or WEAK["en"].search(text.replace("at least", "")))


def _is_said(text: str, language: str) -> bool:
    return bool(count_negations(text, language) or count_weak(text, language) or excuses(text, language))


def _before(text: str, end: int) -> str:
    """Give the clause before a place; "" where none is."""
    clause = _CUT.split(text[:end].rstrip(_SIGNS))[-1]
    return clause if len(clause.strip()) >= _CLAUSE else ""


def _is_ordered(source: str, denied: re.Match[str], target: str, said: re.Match[str], language: str) -> bool:
    """Say whether the clause before "unless" denies nothing, where what negates before it is of other clauses."""
    own = _before(target, said.start())
    theirs = max((cut.end() for cut in _CUT.finditer(source, 0, denied.start())), default=0)
    if not theirs or not own or _OTHERWISE[language].search(own) or _is_said(unnamed(source, own, language), language):
        return False
    earlier = unnamed(source, target[: target.rindex(own)], language)
    return bool(earlier) and len(SURE[language].findall(earlier)) <= len(SURE["en"].findall(source, 0, theirs))
