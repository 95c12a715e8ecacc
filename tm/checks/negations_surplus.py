"""Negated verbs of a translation that are more than all that its English source has to explain any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.antonyms import is_turned_into
from tm.checks.negations import PLAIN, SURE
from tm.checks.negations_counted import count_denials, is_only, says_only, without_neutral
from tm.checks.negations_explained import Kind, explaining, kind_of
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST = 450
"""Characters of sources that are looked at."""

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

_LOOSE = "own", "further", "like"
"""Lists of what explains a negation only where it has no other word."""

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
    if len(found) <= count_denials(source) or len(found) <= (firm := _explained(source)[0]):
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
def _explained(source: str) -> tuple[int, Sequence[Kind | None]]:
    """Count what explains a negated verb in any case; give the kinds, or None, of what does if it has no other word."""
    negations = count_denials(source)
    ways = len(_OR.findall(source)) if negations else 0
    others = [word for word in explaining(source) if not SURE["en"].fullmatch(word)]
    loose = [kind_of(one, *_LOOSE) for one in others if not _is_firm(one)]
    firm = len(others) - len(loose) + len(_ADVISED.findall(source))
    return negations + ways + (source.count(",") if ways else 0) + firm, loose


def _is_firm(word: str) -> bool:
    return _ALWAYS.match(word) is not None or _is_prefixed(word)


def _is_prefixed(word: str) -> bool:
    return kind_of(word, "prefix") is not None and kind_of(word, *_LOOSE) is None
