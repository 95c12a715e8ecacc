"""Find a last clause of an English source of which the shorter translation has no trace: "offset in part by …"."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from tm.checks.lost_question import lost_question
from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_LONGEST = 700
"""Characters of sources that are looked at."""

_DEED = "(?:tion|sion|ment|val|sal|ance|ence|ure)"
"""How nouns of deeds end: election, deployment, renewal."""

_END = r"[^.;]{12,200}\.?\s*\Z"

_LEAST = 0.05
"""By how much a translation without a last clause is shorter than usual, as a logarithm, at least."""


class _Kind(NamedTuple):
    """What clauses begin with, and what of it any translation says in some way.

    Attributes:
        words: one of them is in all that it finds.
        english: a last clause, from its beginning to the end of the text.
        said: by language, of which something is in a translation that has it.
        least: by how much a translation without it is shorter than usual, as a logarithm.
    """

    words: tuple[str, ...]
    english: re.Pattern[str]
    said: dict[str, re.Pattern[str]]
    least: float


def _kind(words: str, english: str, said: dict[str, str], least: float) -> _Kind:
    own = {code: pattern(form, re.IGNORECASE) for code, form in said.items()}
    return _Kind(tuple(words.split("|")), pattern(english), own, least)


_KINDS = (
    _kind(
        "offset|compensated|counterbalanced",
        r"[,;]\s(?:(?:partly|partially|largely|mainly|which\s(?:was|were|is|are)|and|but|being)\s){0,3}"
        rf"(?:offset|compensated|counterbalanced)\b{_END}",
        {
            "fr": r"compens|contrebal|neutralis|annul|absorb|contrepartie|en partie|partiell|atténu|déduction",
            "es": r"compens|contrarrest|neutraliz|equilibr|contrapartida|en parte|parcial|atenua|deducc",
            "ru": r"компенс|нейтрал|уравнове|перекры|частичн|покры|погаш|снизил|сведен",
            "zh": "抵|补偿|部分|冲销|减少",
            "ar": "عوض|تعويض|يعادل|قابل|وازن|موازن|جزئي|مقاص|معادل",
        },
        0.05,
    ),
    _kind(
        "unless",
        rf",?\sunless\s{_END}",
        {
            "fr": r"moins que|sauf|sans|tant que|excepté|exception|hormis|réserve|condition|\bsi\b|\bs['’]il|faute"
            r"|\bmais\b|défaut|lorsqu|seul|uniquement|moyennant|une fois|\bsous\b|avant|jusqu"
            r"|\bqu['’](?:avec|après|en\b|à\b|aux?\b)",
            "es": r"menos que|salvo|\bsin|excep|reserva|condici|\bsi\b|falta|\bpero|siempre|s[óo]lo|solamente"
            r"|únicamente|mientras|hasta|cuando|defecto|previ[oa]",
            "ru": r"если|кроме|исключ|услови|\bлишь|только|случа|\bбез\b|пока|\bно\b|разве|иначе|иное|отсутстви|до тех",
            "zh": "除|非|否则|未经|未[^，。]{0,12}(?:前|的)|若|如|只|但|仅|方[可能得]|才",
            "ar": r"(?<!\w)[وفبلك]{0,2}(?:ال)?(?:لم|إلا|إذا|شرط|شريطة|رهن|دون|غير\sأن|استثناء|عدا|سوى|لو|حال|حين|قبل"
            r"|رهنا|بشرط)(?!\w)",
        },
        0.12,
    ),
    _kind(
        "subject to|provided that|unless|pending|except ",
        rf",\s(?:subject\sto|provided\sthat|unless|pending|except\s(?:that|where|when|if))\s{_END}",
        {
            "fr": r"réserve|condition|pourvu|moins|sauf|attend|attente|\bsi\b|s[’']il|sous|tant que|dès|jusqu|fonction"
            r"|selon|limite"
            r"|sujet|soumis|excepté|exception|lorsqu|quand|hormis|mais|sans",
            "es": r"reserva|sujeci|sujet|condici|siempre|menos|salvo|espera|\bsi\b|hasta|tanto|supedit|depend|función"
            r"|según|medida|previ|excep|cuando|pero|\bsin\b",
            "ru": r"услови|по мере|предел|если|пока|при\b|ожидан|до\b|подлеж|завис|кроме|как только|учет|наличи|исключ"
            r"|случа|после|когда|\bно\b|лишь|только",
            "zh": "但|须|条件|除|只|待|前提|如|若|取决|视|直至|下|根据|按|时|等",
            "ar": "رهن|شرط|شريطة|ما لم|إلى|حين|ريثما|إذا|إن|إلا|حسب|وفق|بعد|توافر|توفر|انتظار|بموجب|عدا|باستثناء|لكن"
            "|ألا|غير أن",
        },
        0.12,
    ),
    _kind(
        " before | prior to | after | during |delay",
        r"\s(?:before|prior\sto|after|during)\s(?:the\s|their\s|its\s|any\s|his\s|her\s)?"
        rf"(?:[a-z]{{3,}}ing|(?!organi|govern|admini|instit)[a-z]+{_DEED})\b(?:\s[^.;:,]{{1,70}})?[.;]\s*\Z"
        r"|\swithout\s(?:further\s|undue\s)?delay[.;]?\s*\Z",
        {
            "fr": r"avant|préalabl|après|\bdès\b|suite|lors|pendant|durant|cours|sans|retard|délai|immédiat|antérieu"
            r"|postérieu|précéd|ultérieu|veille|issue|\ben\b|sitôt|quand|déjà|depuis|au moment"
            r"|suivant|qui suit|devant suivre|une fois|\bpour\b|derrière|restant",
            "es": r"antes|previ|después|tras|durante|\bsin\b|demora|dilación|inmediat|anterior|posterior|preced|luego"
            r"|curso|vez|cuando|\ben\b|\bal\b|desde|ulterior|siguiente|ya\b",
            "ru": r"\bдо\b|перед|прежде|предвар|предшеств|после|ход|время|\bпри\b|без|незамедлит|немедл|срочн|течени"
            r"|период|\bна\b|\bв\b|\bво\b|затем|\bс\b|\bпо\b|скор|ранее|позднее|когда|уже",
            "zh": "前|后|先|之际|时|期间|立即|毫不|尽快|即|拖延|延误|事先|当中|过程|内|中|已|再|从速",
            "ar": "قبل|بعد|عقب|أثناء|خلال|دون|فور|إثر|عند|حين|سابق|لاحق|مسبق|إبان|تأخير|إبطاء|مدة|فترة"
            r"|\bو?في\b",
        },
        0.25,
    ),
    _kind(
        "of whom|of which",
        r",\s(?:[a-z]+\s){0,3}(?:[a-z]+|\d[\d.,]*(?:\sper\scent)?)\sof\s(?:whom|which)\s[^.;]{12,200}\.?\s*\Z",
        {
            "fr": r"\bdont\b|\blesquel|\bdesquel|parmi|plupart|major|\bnombre|beaucoup|\btou[ts]|\bmoitié|certain"
            r"|chacun|aucun|entre eux|entre elles|\bprincipal|surtout|essentiel|notamment|partie|\bqui\b|quelqu"
            r"|plusieurs|deux|part\b",
            "es": r"\bcual|\bmuch[oa]s\b|\bmayor|\bparte|\btod[oa]s|\bmitad|\balgun|\bcada|\bningun|entre ell"
            r"|principal|sobre todo|\bcuy|\bde ell[oa]s|\bambos|\bvari[oa]s|\bdos\b|que (?:son|están|eran)|\bnumeros",
            "ru": r"\bкотор|\bиз них|\bмног|\bбольш|\bвсе\b|\bвсех\b|\bполов|\bчаст[ьи]|\bнекотор|\bни од|\bкажд"
            r"|преимущ|\bосновн|главн|\bв том числе|\bсреди|двое|трое|\bоба\b|\bодин\b|причем",
            "zh": "其中|大多|多数|多为|都|均|全部|半|部分|一些|很多|许多|有的|无一|各|每|主要|为主|占",
            "ar": r"منه|معظم|أغلب|غالب|كثير|العديد|جميع|(?<!\w)كل|نصف|بعض|أحد|(?<!\w)أي|اثن|ثلاث|بين|ثلث|ربع",
        },
        0.15,
    ),
    _kind(
        "abstention",
        r"[,\s](?:with|and)\s(?:\d{1,3}|no|one|two|three|four|five|six|seven|eight|nine|ten)\sabstentions?\.?\s*\Z",
        {"fr": "abst", "es": "abst", "ru": "воздерж", "zh": "弃权", "ar": "امتن|امتناع"},
        0,
    ),
    _kind(
        "every |once |twice |annually|biennially|quarterly|monthly|weekly|daily",
        r"\s(?:(?:every\s(?:(?:other|two|three|four|five|six|seven|eight|ten|\d{1,2})\s)?|(?:once|twice)\s(?:a|every)\s)"
        r"(?:year|month|week|day)s?|annually|biennially|quarterly|monthly|weekly|daily)\.?\s*\Z",
        {
            "fr": r"\ban\b|\bans\b|année|annuel|ennal|mois|mensuel|trimestr|semestr|semain|hebdo|jour|quotidien|périod"
            r"|fois",
            "es": r"\baño|anual|enal\b|bienio|mes\b|meses|mensual|trimestr|semestr|seman|día|diari|periódic|vez|veces",
            "ru": r"год|лет|месяц|месячн|квартал|недел|день|дн[яе]|сут|периодич|раз\b|раза",
            "zh": "年|月|季|周|星期|日|天|定期|次",
            "ar": "سن[ةو]|سنتين|سنين|عام|أعوام|شهر|أشهر|شهور|فصل|أسبوع|أسابيع|يوم|أيام|دوري|مر[ةات]",
        },
        0.2,
    ),
    _kind(
        ", to be |, and to be ",
        r",\s(?:and\s)?to\sbe\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|t|ld|de)\b[^.;]{4,200}\.?\s*\Z",
        {
            "fr": r"\bà\s(?:\w{1,4}\s)?\w+(?:er|ir|re)\b|\bêtre\b|devr|doi[tv]|\bpour\b|sera|seront|devant|\bqui\b"
            r"|\bqu[’'e]|\bdont\b|livr|prévu",
            "es": r"\bpara\b|\bque\b|\bdeb|será|\bfin\b|\bha[n]?\sde|\bpor\b|\bser\b|previst|\bcon\sentrega|entreg",
            "ru": r"чтобы|подлеж|котор|долж|буд[еу]т|быть|для\b|необходим|след|намеч|заплан|с\s\w+ой\b|доставк",
            "zh": "将|待|应|须|拟|由|以|供|交|需|予|要|送",
            "ar": r"(?<!\w)[وفبلك]?أن\b|(?<!\w)س[يت]\w|[يت]جب|ينبغي|سوف|مقرر|[يت]تعين|(?<!\w)ل[يت]\w|مزمع"
            r"|على أن|(?<!\w)لل?[اتم]|تسليم|سلم",
        },
        0.1,
    ),
)

_LAST_THAT = pattern(r",?\sand\sthat\s(?:[^.;:]|\.\d){15,200}\.?\s*\Z")
_THAT = {
    "en": pattern(r"\sthat\s"),
    "fr": pattern(r"\b(?:que\b|qu[’'])", re.IGNORECASE),
    "es": pattern(r"\bque\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:что|чтобы)\b", re.IGNORECASE),
    "ar": pattern(r"(?<!\w)(?:[وفبلك]{0,2}أن|(?<=\s)[وبلك]{0,2}إن)(?:ه|ها|هم)?(?!\w)"),
}
_AND_THAT = {
    "fr": pattern(r",\set\s|\bet\s(?:de ce\s)?qu[e’']|\bet\b(?!.*\bqu[e’'])", re.IGNORECASE),
    "es": pattern(r",\s[ye]\s|\b[ye]\s(?:\w{1,3}\s)?que\b|\b[ye]\b(?!.*\bque\b)", re.IGNORECASE),
    "ru": pattern(r",\sи\s|\b(?:и|а\sтакже)\s(?:(?:о|в|за)\s\w+,\s)?(?:что|чтобы)\b|\bи\b(?!.*\bчто)", re.IGNORECASE),
}
"""What begins each of several clauses that say what is so: that it is kept, that it is safe and that …"""

_NUMBERED = pattern(r"(?:\d{1,3}|[A-Z]|[IVX]{1,4})\.\s[A-Z]")
_LAST_AND_OF_ITEM = pattern(rf"\sand\s[a-z]+{_DEED}\s(?:of|on|to|for|by)\s[^.;:,]{{4,150}}\s*\Z")
"""Of two deeds; terms and conditions, laws and regulations are one thing."""

_LAST_AND = pattern(
    r"\sand\s(?<!hundred and )(?<!thousand and )(?<!million and )(?!a\shalf)[a-z][^.;:,]{19,150}[.;]\s*\Z"
)
_COUNTED = pattern(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)\b")
_BOTH = pattern(r"\b(?:[Bb]etween|[Bb]oth|[Bb]y and large|[Ff]irst and)\b")
_JOINS = {
    "fr": pattern(r"\b(?:et|ainsi|ni|ou|puis)\b|[,;:–—(&/]|\w{3}ant\b", re.IGNORECASE),
    "es": pattern(r"\b(?:y|e|ni|o|u|así)\b|[,;:–—(&/]|\w{3}ndo\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:и|а|или|ни|да)\b|[,;:–—(&/]", re.IGNORECASE),
    "zh": pattern("[，,、；：（(/]|并|和|及|与|且|而|还|也|或|又|跟|同|兼|再|后"),
    "ar": pattern(r"(?<=\s)و|[،؛:(/]|\sأو\s|\sثم"),
}
_SHORTER = {"fr": 0.33, "es": 0.33, "ru": 0.45, "zh": 0.5, "ar": 0.5}
"""By how much shorter than usual, as a logarithm, a translation is that joins nothing where its source has "and"."""


_LEAST_THAT, _MANY = 0.12, 3
"""By how much shorter a translation is that lacks the last clause of several with "that", and how many those are."""


_MARKS = pattern("[;；؛:：—–]")
_HALF, _SHORTEST, _BETTER = 0.25, 30, 0.6
"""By how much a translation is shorter that lacks what is behind a semicolon, characters of that, and what part of
that difference there is without it, at most."""


def unsaid_end(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of a last clause of a plain English source that its translation has not; None where it has.

    >>> source = "The increase is due to fuel, offset in part by lower requirements for travel."
    >>> start, end = unsaid_end(source, "Увеличение обусловлено расходами на топливо.", "ru")
    >>> source[start:end]
    ', offset in part by lower requirements for travel.'
    """
    excess = _excess(source, target, language) if len(source) <= _LONGEST else 0
    if excess > -_LEAST:
        return None
    for kind in _KINDS:
        is_maybe = excess < -kind.least and any(map(source.__contains__, kind.words))
        if is_maybe and (span := _unsaid(kind, source, target, language)):
            return span
    if "; " in source and (span := _lost_half(source, target, language, excess)):
        return span
    if excess < -_LEAST_THAT and (span := lost_question(source, target, language)):
        return span
    if (
        excess < -_LEAST_THAT
        and " and that " in source
        and ", that " in source
        and (span := _lost_that(source, target, language))
    ):
        return span
    return _unjoined(source, target, language, excess) if " and " in source and language in _JOINS else None


def _excess(source: str, target: str, language: str) -> float:
    return math.log(max(wide(target, language, "en"), 1) / max(wide(source, "en", language), 1))


def _unsaid(kind: _Kind, source: str, target: str, language: str) -> tuple[int, int] | None:
    if language not in kind.said:
        return None
    clause = kind.english.search(source)
    if clause is None or kind.said[language].search(target) or _is_said_twice(clause):
        return None
    return clause.span()


def _lost_half(source: str, target: str, language: str, excess: float) -> tuple[int, int] | None:
    """Give the place of what stands behind the last semicolon, where without it the lengths are as usual."""
    start = source.rfind("; ")
    if excess > -_HALF or min(start, len(source) - start) < _SHORTEST or source.startswith(("; and ", "; or "), start):
        return None  # of a list
    if len(_MARKS.findall(target)) >= len(_MARKS.findall(source)) or len(sentence_ends(target)) > len(
        sentence_ends(source)
    ):
        return None
    rest = math.log(max(wide(target, language, "en"), 1) / wide(source[:start], "en", language))
    return (start, len(source)) if abs(rest) < -_BETTER * excess else None


def _lost_that(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last of three clauses or more with "that", of which the translation has one fewer."""
    clause = _LAST_THAT.search(source) if language in _THAT else None
    wanted = len(_THAT["en"].findall(source))
    if clause is None or wanted < _MANY or len(_THAT[language].findall(target)) >= wanted:
        return None
    joined = _AND_THAT.get(language)
    return None if joined and joined.search(target) else clause.span()


def _is_said_twice(clause: re.Match[str]) -> bool:
    """Say whether a word stands on both sides of another: village after village."""
    words = clause[0].strip(" .;").split()
    before = clause.string[: clause.start()].split()[-1:]
    return words[1:] == before


def _unjoined(source: str, target: str, language: str, excess: float) -> tuple[int, int] | None:
    """Give the place of a last clause behind "and", where the far shorter translation joins nothing by any sign."""
    is_item = _NUMBERED.match(source) is not None
    if excess >= -_SHORTER["fr" if is_item else language]:
        return None
    clause = (is_item and _LAST_AND_OF_ITEM.search(source)) or _LAST_AND.search(source)
    if clause is None or _COUNTED.search(clause[0]) or _BOTH.search(source) or _JOINS[language].search(target):
        return None
    return clause.span()
