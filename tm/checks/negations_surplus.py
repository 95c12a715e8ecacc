"""Negated verbs of a translation that are more than all that its English source has to explain any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.antonyms import is_turned_into
from tm.checks.negations import EXPLAINS, PLAIN, SURE
from tm.checks.negations_counted import is_only, says_only, without_neutral
from tm.checks.negations_explained import ALIKE, ALIKE_TOO, alike
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST = 450
"""Characters of sources that are looked at."""

_MORE = (
    alike(
        en="late|delay|overdue|defer",
        fr="retard|tardi|différ|report",
        es="retras|demor|dilac|aplaz",
        ru="поздн|опозд|задерж|просроч|отсроч",
        zh="迟|延|拖|截止|过期|逾",
        ar="تأخ|متأخ|أجيل|مؤجل|رجئ|رجاء",
    ),
    alike(en="vacan", fr="vacan", es="vacan", ru="вакан", zh="空缺|出缺", ar="شاغر|شواغر|شغور"),
    alike(
        en="remain",
        fr="rest|demeur|solde|reliquat|toujours|autres",
        es="rest|qued|permane|sald|sigue|siguen|remanen|demás",
        ru="оста|сохран|по-прежн",
        zh="剩|仍|余|保持|依然|其他",
        ar="بق|ظل|زال",
    ),
    alike(en="disarm", fr="désarm", es="desarm", ru="разоруж", zh="裁军|解除武装|解除", ar="نزع|سلاح"),
    alike(
        en="error|wrong|mista|misc",
        fr="err|faux|fausse|mauvais",
        es="err|equivoc|fals",
        ru="ошиб|погреш|ложн|неправ",
        zh="误|错",
        ar="خط|غلط",
    ),
    alike(
        en="declin|dwindl|lower?",
        fr="recul|diminu|baiss|déclin|rédui|inféri|bas",
        es="disminu|reduc|redu|baj|desc|declin|inferi",
        ru="сниз|сокра|уменьш|упал|паден|ниж|низ",
        zh="降|减|少|低",
        ar="نخف|خفض|تراجع|هبط|أدنى|أقل",
    ),
    alike(en="immun", fr="immun", es="inmun", ru="иммун", zh="免", ar="حصان|مناع"),
    alike(
        en="but|however|although|though|nevertheless|whereas|despite|notwithst|while",
        fr="mais|toutefois|cependant|bien qu|quoiqu|néanmoins|pourtant|malgré|si\\b|alors",
        es="pero|embargo|aunque|bien|obstante|pese|pesar|mientras|sino",
        ru="но\\b|однако|хотя|тем не менее|несмотря|а\\b",
        zh="但|然而|而|虽|尽管|不过",
        ar="لكن|غير أن|بيد|إلا أن|رغم|مع أن|وإن",
    ),
    alike(
        en="safe",
        fr="sûr|sécur|sauf|sain",
        es="segur|salv",
        ru="безопас|сохран",
        zh="安全|安",
        ar="آمن|أمان|سلام|مأمون",
    ),
    alike(en="anonym", fr="anonym", es="an[óo]nim", ru="аноним", zh="匿名", ar="مجهول"),
    alike(
        en="pending|outstanding",
        fr="suspens|attent|attend|restan",
        es="pend|esper",
        ru="ожид|рассм",
        zh="待|候",
        ar="انتظار|معلق|ريث",
    ),
    alike(
        en="impartial|neutral|independ",
        fr="impart|neutr|indép",
        es="impar|neutr|indep",
        ru="беспр|нейтр|незав",
        zh="公正|中立|独立",
        ar="محايد|حياد|نزاه|مستقل|استقلال",
    ),
    alike(
        en="differ",
        fr="diff[éè]r|divers",
        es="difer|distint|divers|difier",
        ru="разли|разн|различ",
        zh="不同|差|异",
        ar="ختلف|ختلاف|فرق",
    ),
    alike(
        en="abandon|expir|laps|interrupt",
        fr="abandon|expir|caduc|interr|échéanc",
        es="abandon|expir|venc|caduc|interr",
        ru="оставл|покин|истек|прерв|утра",
        zh="放弃|遗弃|到期|届满|中断",
        ar="تخل|هجر|نقض|نته|انتهاء|قطع|مهجور",
    ),
    alike(
        en="resist|protest|oppos|object",
        fr="résist|protest|oppos|object",
        es="resist|protest|opos|opon|opus|objet|objec",
        ru="сопрот|протест|против|возраж",
        zh="抵|反对|抗|异议",
        ar="قاوم|مقاوم|احتج|عارض|اعتراض|عترض",
    ),
    alike(
        en="anti",
        fr="anti|contre|lutte",
        es="anti|contra|lucha",
        ru="анти|против|борьб",
        zh="反|抗|打击|防",
        ar="مكافح|مناهض|ضد|مضاد",
    ),
    alike(
        en="hunger|poor|poverty|bad|worse|ill|weak|hard|difficult",
        fr="faim|pauvr|mauvais|pire|aggrav|malad|faibl|dur|diffic",
        es="hambr|pobr|mal|peor|empeor|agrav|enferm|débil|difíc|dific",
        ru="голод|бедн|плох|хуж|ухудш|болез|больн|слаб|трудн|сложн|тяж",
        zh="饥|贫|差|坏|恶|病|弱|难",
        ar="جوع|فقر|فقير|سوء|سيئ|تدهور|مرض|ضعف|ضعيف|صعب|صعوب",
    ),
)
"""What is said by a word of its own in all languages, further such words."""

_KINDS = (*ALIKE, *_MORE, *ALIKE_TOO[:-1])
_ALWAYS = pattern(
    r"(?:fail|refrain|unable|inab|yet|no|not|never|ever|neither|nor|else|unless|until|as_long|avoid|prevent|preclud|keep|kept"
    r"|would|could|might|make|be\ssure|take\scare|remember|worr|forget|forgot|halt|hesit|reluct|lack|absen|insuff|inadeq"
    r"|less|least|few|little|hardly|scarce|rare|rather|instead|bad|ill\b|lesser|miss|skip|blind|even|ground|closed|precarious|troubl|barred|overtaken"
    r"|den[iy]|depriv|neglect|ignor|overlook|waiv|hid|conceal|doubt|n/a|w/o|inco|unaware|unab|unpaid|unfill|unfin|unmet)",
    re.IGNORECASE,
)
"""What explains a negation even where it is said by a word of its own, too."""

_OR = pattern(r"\b(?:or|nor)\b", re.IGNORECASE)
_ADVISED = pattern(r"\b(?:recommend|advis|caution|decid|rul|warn|vot|turn)\w*\s(?:\w+\s)?against\b", re.IGNORECASE)
_BUT = " إلا "
_PREFIXED = ALIKE_TOO[-1]["en"]

_VERBS = PLAIN | {
    "zh": pattern(
        "(?<!而)不(?:应|能|会|可以|得(?![已不])|需|必须|符合|适用|同意|支持|赞成|存在|包括|接受|允许|感到|认为|构成|属于|影响|批准|采取|提供|执行|建议|决定|参加|承认|要求)|并(?:不|未|没有)"
        "|没有(?=[^，。；]{0,6}[提完执批通收实出参遵履达作采签])"
        "|未(?:能|获|得到|提|执|收|实现|支付|参加|遵守|履行|达|签|完成|采|批准|通过)"
    )
}
"""In Chinese, only what negates a verb beyond doubt."""


def surplus(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find a negated verb in a translation that has more of them than its English source explains.

    >>> source = "Only States may vote; anonymous votes are counted."
    >>> surplus(source, "Seuls les États ne peuvent pas voter ; les votes anonymes sont comptés.", "fr")[0]
    'ne peuvent pas'
    >>> surplus(source, "Seuls les États peuvent voter ; les votes anonymes sont comptés.", "fr")
    """
    if language not in PLAIN or len(source) > _LONGEST or sentence_ends(source.rstrip()):
        return None
    found = list(_VERBS[language].finditer(without_neutral(target, language)))
    if not found or len(found) <= (firm := _explained(source)[0]):
        return None
    left = [word for word in found if not is_turned_into(source, target, word.start(), language)]
    return left[-1] if len(left) > firm + _loosely(source, target, language) else None


def _loosely(source: str, target: str, language: str) -> int:
    """Count what may explain a negated verb of a translation that has no word of its own for it."""
    allowed, read = 0, bare(target, language)
    for kind in _explained(source)[1]:
        own = _own(kind[language], language).search(read) if kind else None
        if own:
            read = f"{read[: own.start()]}_{read[own.end() :]}"
        elif not (language == "fr" and kind and kind["en"].match("only") and is_only(target, language)):
            allowed += 1
    return allowed + (language != "fr" and says_only(source, target, language)) + (language == "ar" and _BUT in target)


@lru_cache(maxsize=256)
def _own(form: re.Pattern[str], language: str) -> re.Pattern[str]:
    return form if language in ("zh", "ar") else pattern(rf"\b(?:{form.pattern})", re.IGNORECASE)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _explained(source: str) -> tuple[int, Sequence[dict[str, re.Pattern[str]] | None]]:
    """Count what explains a negated verb in any case; give the kinds, or None, of what does if it has no other word."""
    negations = len(SURE["en"].findall(source))
    ways = len(_OR.findall(source)) if negations else 0
    words = [one[0] for one in EXPLAINS.finditer(source)]
    others = [word for word in words if not SURE["en"].fullmatch(word)]
    loose = [next((kind for kind in _KINDS if kind["en"].match(one)), None) for one in others if not _is_firm(one)]
    firm = len(others) - len(loose) + len(_ADVISED.findall(source))
    return negations + ways + (source.count(",") if ways else 0) + firm, loose


def _is_firm(word: str) -> bool:
    return _ALWAYS.match(word) is not None or _is_prefixed(word)


def _is_prefixed(word: str) -> bool:
    return _PREFIXED.match(word) is not None and not any(kind["en"].match(word) for kind in _KINDS)
