"""What English denies in words of its own, and a translation affirms: "none of them", "recommends against"."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.antonyms import turned
from tm.checks.lacks import excuses
from tm.checks.negations import SURE, WEAK
from tm.checks.negations_counted import count_negations, count_weak, count_weak_of_source, find_negations, is_only
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST = 500
"""Characters of sources that are looked at."""

_NONE = pattern(
    r"\b(?P<no>(?:[Nn]one|[Nn]either|[Nn]ot\s(?:a\ssingle\s)?one)(?=\sof\s(?:them|these|those|which|whom|the|its|their|our)\b)"
    r"|(?:[Hh]ardly|[Ss]carcely)\sany\b|[Aa]lmost\snone\b|[Vv]irtually\snone\b)"
)
_LACKING = pattern(rf"[^.;,]*(?:{WEAK['en'].pattern})", re.IGNORECASE)
"""Behind it, what makes two negations: none of them was denied."""

_EVERY = pattern(r"\b(?:all|every\w*|each|both|whole|entire\w*|throughout|universal\w*|any)\b", re.IGNORECASE)
_ALL = {
    "fr": pattern(r"\b(?:tou(?:te)?s|chacune?s?|les\sdeux)\b(?!\s(?:azimut|confond))", re.IGNORECASE),
    "es": pattern(r"\b(?:tod[oa]s|cada\sun[oa]|ambos|ambas)\b", re.IGNORECASE),
    "ru": pattern(
        r"(?<!\w)(?:все(?!\s(?:еще|ещё|же|равно)\b)|всех|всем|кажд\w+|оба|обе|обоих|обеих)(?!\w)", re.IGNORECASE
    ),
    "zh": pattern("所有|全部|全都|每[个一位项]|都|均|皆|各(?:国|方|机构|部门|特派团|缔约)"),
    "ar": pattern(r"(?<!\w)[وفبلك]{0,2}(?:جميع\w*|كل(?:ها|هم|هن|تا|ا|اهما|تاهما)?|كلا\w*|كلتا\w*|كافة)(?!\w)"),
}
"""What says "all"."""

_SCARCE = "hardly", "scarcely", "almost", "virtually"
_MUCH = {
    "fr": pattern(r"\b(?:grand|beaucoup|considérab|importants?\b|nombreu|nett?e)", re.IGNORECASE),
    "es": pattern(r"\b(?:much|gran\b|grandes|considerab|importantes?\b|numeros|notab)", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:значительн|больш|много|существенн|заметн)", re.IGNORECASE),
    "zh": pattern("很大|大量|许多|很多|重大|显著|长足"),
    "ar": pattern(r"(?<!\w)(?:ال)?(?:كبير|كثير|ملحوظ|عديد|هام)"),
}
"""What says the contrary of "hardly any"."""

_IN_VAIN = {
    "fr": pattern(r"\b(?:lettre\smorte|vain|échou|manqu|viol|oubli)", re.IGNORECASE),
    "es": pattern(r"\b(?:letra\smuerta|vano|incumpl|fracas|viol|olvid)", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:напрасн|тщетн|наруш|провал|на\sбумаге|забыт)", re.IGNORECASE),
    "zh": pattern("空文|落空|违|失败|徒劳|遗忘"),
    "ar": pattern(r"حبر|سدى|فشل|انتهك|أخل|عبث|نسي"),
}
"""What says by another word that nothing came of it."""

_PART = {
    "fr": pattern(r"[.;:]\s|,\s|\set\s|\smais\s"),
    "es": pattern(r"[.;:]\s|,\s|\s[ye]\s|\spero\s"),
    "ru": pattern(r"[.;:]\s|,\s|\sи\s"),
    "zh": pattern("[，；。：]"),
    "ar": pattern(r"[؛.:،]\s|\s(?=و(?:لا|لم|لن|ليس|أن|قد|هو|هي|هم|[يت]\w{3,}))"),
}
"""Where the clauses of a translation part."""

_AGAINST = pattern(
    r"\b(?:recommend|advis|counsel|caution|decid|rul|warn|argu|vot|spoke|speak)(?:e|ed|ing|ings|s|es)?"
    r"\s(?:\w+ly\s|strongly\s)?(?P<no>against)\s(?:\w+\s){0,4}?(?:\w+ing|\w+ion|\w+ment|use|reclassification|increase|approval|renewal|creation|posts?)\b"
)
_CONTRARY = {
    "fr": pattern(
        r"\b(?:contre|oppos|déconseill|défavor|refus|rejet|renonc|écart|dissua|maint|conserv|mis\w*\sen\sgarde|mettr\w*\sen\sgarde|met\w*\sen\sgarde|évit|abst)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:contra|opon|opus|opuest|desaconsej|desfavor|rechaz|renunci|descart|manten|conserv|disua|advert|advirt|evit|abst)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:против|возраж|отказ|отклон|отверг|воздерж|сохран|остав|предостер|предупре|избе|отговар)",
        re.IGNORECASE,
    ),
    "zh": pattern("反对|不|勿|拒|否|避|警|维持|保留|保持|劝阻|告诫|切莫|放弃"),
    "ar": pattern(
        r"ضد|عارض|[يت]عارض|اعترض|[يت]عترض|رفض|[يت]رفض|حذر|[يت]حذر|تحذير|امتن|تجنب|تفادي|إبقاء|احتفاظ|إحجام|العدول|نصح"
    ),
}
"""What says "against"."""

_AGAINST_IT = pattern(
    r"\brecommend(?:s|ed|ing)?\s(?:\w+ly\s)?(?P<no>against)\s(?:\w+\s){0,4}?(?:\w+ing|\w+ion|\w+ment|use|increase|approval|renewal|posts?)\b"
)
_ADVISES = {
    "fr": pattern(r"\brecommand\w+", re.IGNORECASE),
    "es": pattern(r"\brecom[ie]+nd\w+", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:рекоменду\w+|рекомендовал\w*)", re.IGNORECASE),
    "zh": pattern("建议"),
    "ar": pattern(r"(?<!\w)[وف]?(?:أ?وصت|أ?وصى|توصي|يوصي)(?!\w)"),
}
"""What says "recommend": of its clause it is asked what that is against."""

_ONLY = pattern(
    r"\b(?:may|can|shall|should|must|is\sto|are\sto|is|are|was|were)\s(?:[a-z]+\s){0,4}?(?P<no>only)\s"
    r"(?:by|if|when|where|with|after|upon|once|under|through|pursuant|following)\b"
)
_EXCEPT = {
    "fr": pattern(
        r"\b(?:qu['’]|que?\b|seul|uniqu|exclu|sauf|except|hormis|autre|sans|avant|moins|hors|tant|d['’]abord|préalab|limit|réserv)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:s[oó]l[oa]|sino|únic|exclu|salvo|except|menos|más\s(?:que|allá)|otr[oa]s?|sin|hasta|antes|fuera|mientras|limit|tan\ss[oó]lo|ningun[oa]?\s(?:más|otr)|reserv)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:только|лишь|исключ|кроме|ин(?:ой|ого|ое|ом|аче|ым|ые|ых)\b|друг|помимо|без|до\b|пока|ранее|прежде|огранич|единств)",
        re.IGNORECASE,
    ),
    "zh": pattern("只|仅|唯|才|除|非|以外|之外|方可|方能|方得|须|限|直[到至]|之前|以前"),
    "ar": pattern(r"إلا|سوى|فقط|عدا|غير|دون|وحد|حصر|[يت]قتصر|مقصور|قبل|ما لم|خلاف|لا بد|بعد"),
}
"""What says "only" beside a negation: « ne … que », sino, кроме."""

_EXPLAINS = pattern(
    r"\b(?:un(?!ited|der|ion|til|iv|if|iq)|in(?!ter|form|stit|clud|divid|dicat|vest|dust|it)|im(?!ple|port|pos|prov|pact|med)"
    r"|il(?!lus)|ir|non|dis(?!cuss|put|tri|play|clos)|mis(?!sion))[a-z-]{4,}|\b(?:few|little|less|fail|refus|avoid|prevent|prohibit|yet|still|but|without|unless|until|except|other|lack|absen|den[yi]|reject|exclu|limit|restrict)",
    re.IGNORECASE,
)


_ONLY_IF = pattern(
    r"(?<!not\s)(?<!if\s)\b(?P<no>only)\s(?:by|if|when|where|in|with|after|upon|under|to\sthe\sextent|for)\b"
)
_EVEN_SO = pattern(
    r"\b(?:even|although|though|regardless|irrespective|despite|notwithstanding|including|also|too)\b", re.IGNORECASE
)
_EVEN = {
    "fr": pattern(
        r"\b(?:même\s(?:s['’i]|lorsqu|quand|en\sl['’]absence|sans|en\sdehors|dans\sles\scas)|y\scompris\s(?:lorsqu|si\b|s['’]|quand|dans\sles\scas))",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:aun(?:que)?\s(?:cuando|si|no)|aunque|incluso\s(?:cuando|si|sin|en)|aun\s(?:sin|en)|también\s(?:cuando|si|en\slos\scasos))\b",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:даже\s(?:если|когда|в|при|без)|(?:и|также)\s(?:в\s(?:тех\s)?случаях|тогда),?\s(?:если|когда|в)(?!\w))",
        re.IGNORECASE,
    ),
    "zh": pattern("即使|即便|哪怕|纵使|即令"),
    "ar": pattern(r"(?<!\w)و?(?:حتى\s(?:إذا|لو|وإن|إن|عندما|في\s(?:حال|الحالات))|ولو|وإن\s(?:لم|كان))(?!\w)"),
}
"""What says "even if", the contrary of "only if"."""

_SAYS_ONLY = {
    "fr": pattern(r"\b(?:seul|uniqu|exclusiv|sauf|except|hormis|ne\s(?:peu|sau|do)\w+[^,;.]{1,60}qu)", re.IGNORECASE),
    "es": pattern(r"\b(?:s[oó]lo|solamente|únic|exclusiv|salvo|excepto|sino|más\sque)\b", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:только|лишь|исключительно|кроме|иначе)(?!\w)", re.IGNORECASE),
    "zh": pattern("只|仅|唯|才|方可|方能|除非|除"),
    "ar": pattern(r"إلا|فقط|سوى|حصر|[يت]قتصر|مقصور|وحد"),
}

_UNLIKELY = pattern(
    r"(?<!not\s)(?<!n['’]t\s)(?<!no\s)\b(?P<no>[Uu]nlikely)\s(?:to|that)\b(?![^.;]{0,90}\b(?:not|never|fails?)\b)"
)
_DOUBTS = {
    "fr": pattern(
        r"\b(?:peu|improb|invraisemb|guère|douteu|dout|rare|difficil|mal\b|minces?\b|faibl|incertain|à\speine|exclu|moindre|loin|moins|échec|risque)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:poc[oa]s?\b|improb|inverosím|escas|remot|difícil|dud[aoe]|rar[oa]|baj[oa]|apenas|menor|menos|lejos|incierto|descart|fracas|riesgo)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:мал[аоы]|вряд|едва|сомн|трудно|сложно|редк|низк|ничтож|исключ|далек|меньш|менее|мен[ее]|почти|невел|проблемат|риск)",
        re.IGNORECASE,
    ),
    "zh": pattern("[难罕微渺少低]|无法|几乎|存疑|未必|恐怕"),
    "ar": pattern(r"ستبعد|ضئيل|ضعيف|صعب|نادر|قلما|قل\sأن|بعيد|شك|ستحيل|أقل|[ي]كاد|تعذر|احتمال"),
}
"""What else says "unlikely", but for negations and what may stand for them."""


def lost_worded(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find what an English source denies in words of its own, and its translation affirms; or "only" that is denied.

    >>> lost_worded("None of them had updated it.", "Toutes l’avaient mis à jour.", "fr")["no"]
    'None'
    >>> lost_worded("None of them had updated it.", "Aucune ne l’avait mis à jour.", "fr")
    >>> lost_worded("The Committee recommends against the creation of a post.", "委员会建议设立一个员额。", "zh")["no"]
    'against'
    >>> lost_worded("It may be modified only by a later norm.", "No puede ser modificada por otra posterior.", "es")
    >>> lost_worded("It may be modified only by a norm.", "No puede ser modificada por una norma.", "es")["no"]
    'only'
    """
    if language not in _ALL:
        return None
    found = _worded(source)
    if not found:
        return None
    texts = source, target, bare(target, language), language
    return next((word for kind, word in found if _is_affirmed(kind, word, texts)), None)


def _is_affirmed(kind: str, word: re.Match[str], texts: tuple[str, str, str, str]) -> bool:
    """Say whether a translation affirms what a word of its source denies, or denies its "only"."""
    source, target, read, language = texts
    if kind == "even":
        return _EVEN[language].search(target) is not None and not says_only_so(target, language)
    if kind == "advised":
        return _advises(read, language)
    if kind == "against":
        return not (_CONTRARY[language].search(read) or _denies(read, language))
    if kind == "unlikely":
        return not _doubts(source, word, read, language)
    if kind == "only":
        return count_negations(read, language) == 1 and not _says_only(read, language)
    if word[0].casefold().startswith(_SCARCE) and _MUCH[language].search(read) and not _denies(read, language):
        return True
    return _says_all(read, language) and not turned(source, (word,), target, ("en", language))


def says_only_so(target: str, language: str) -> bool:
    """Say whether a translation says "only": for authorized persons only, where its source says "no unauthorized".

    >>> says_only_so("Réservé aux seules personnes autorisées", "fr"), says_only_so("Entrée interdite", "fr")
    (True, False)
    """
    return language in _SAYS_ONLY and _SAYS_ONLY[language].search(target) is not None


def may_be_worded(source: str) -> bool:
    """Say whether an English source denies anything in such words."""
    return bool(_worded(source))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _worded(source: str) -> tuple[tuple[str, re.Match[str]], ...]:
    if len(source) > _LONGEST:
        return ()
    found = []
    none = _NONE.search(source)
    if none and not _EVERY.search(source, none.end()) and not _LACKING.match(source, none.end()):
        found.append(("none", none))
    if " against " in source and (against := _AGAINST.search(source)) and not find_negations(source, "en"):
        found.append(("against", against))
    elif " against " in source and (against := _AGAINST_IT.search(source)):
        found.append(("advised", against))
    only = _ONLY.search(source) if " only " in source and not find_negations(source, "en") else None
    if only and not _EXPLAINS.search(f"{source[: only.start()]}{source[only.end() :]}"):
        found.append(("only", only))
    if "nlikely " in source and (unlikely := _UNLIKELY.search(source)):
        found.append(("unlikely", unlikely))
    if " only " in source and (only := _ONLY_IF.search(source)) and not _EVEN_SO.search(source):
        found.append(("even", only))
    return tuple(found)


def _says_all(text: str, language: str) -> bool:
    """Say whether a clause has "all" with no negation in it."""
    starts = [0, *(cut.end() for cut in _PART[language].finditer(text)), len(text)]
    for word in _ALL[language].finditer(text):
        start = max(place for place in starts if place <= word.start())
        end = min(place for place in starts if place >= word.end())
        if not _denies(text[start:end], language):
            return True
    return False


def _denies(text: str, language: str) -> bool:
    forms = SURE[language], WEAK[language], _IN_VAIN[language]
    return any(form.search(text) for form in forms) or excuses(text, language) > 0


def _doubts(source: str, word: re.Match[str], target: str, language: str) -> bool:
    """Say whether a translation says "unlikely", or negates what its source does not; or "likely with"."""
    said = count_negations(target, language)
    if _DOUBTS[language].search(target) or said > len(find_negations(source, "en")):
        return True
    if not said and "without" in source[word.end() :]:
        return True
    return count_weak(target, language) + excuses(target, language) >= count_weak_of_source(source, "en")


def _advises(text: str, language: str) -> bool:
    """Say whether a translation recommends once, in a clause that is not against anything."""
    words = list(_ADVISES[language].finditer(text))
    if len(words) != 1:
        return False
    start = max((cut.end() for cut in _PART[language].finditer(text, 0, words[0].start())), default=0)
    clause = text[start : words[0].start()] + _CLAUSE_END.split(text[words[0].start() :])[0]
    return not (_CONTRARY[language].search(clause) or _denies(clause, language))


_CLAUSE_END = pattern("[,;.:،؛，；。：]")


def _says_only(text: str, language: str) -> bool:
    return _EXCEPT[language].search(text) is not None or is_only(text, language) or count_weak(text, language) > 0
