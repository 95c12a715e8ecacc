"""Negations of a source that its translation has too few for, as words of its own say some of them: denied, refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.antonyms import is_rounded, turned
from tm.checks.lacks import excuses
from tm.checks.negations import WEAK
from tm.checks.negations_counted import count_negations, count_weak, find_negations, without_neutral
from tm.checks.negations_explained import Kind, kinds_in
from tm.checks.negations_joined import is_joint
from tm.checks.negations_paired import cancelled, is_outside
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST, _MOST, _SEVERAL = 450, 4, 3
"""Characters of sources that are looked at, words that deny something in them, and so many that all are counted."""

_MAY_BE_HARD = pattern(
    r"\b(?:refrain|desist|abst|den[yi]|depriv|refus|declin|reject|prevent|preclud|hinder|barr|ban|prohibit|forb|unable"
    r"|inab|incapab|fail|lack|absen|shortage)",
    re.IGNORECASE,
)
"""One of these is in all that is looked for: most texts have none."""

_ALONE = pattern(
    r"\b(?:refrain\w*\sfrom|den(?:y|ied|ies)\b|unable\sto|(?:fail(?:s|ed|ing)?|failure)\sto)", re.IGNORECASE
)
"""Of these, what is also looked for where nothing else is denied."""

_PREFIXED = pattern(
    r"\b(?:un(?!der|til|it|iv|iq|if|less|ion|anim|ic|ear|able|ilateral)-?[a-z]{4,}|non-[a-z]{3,}|il(?=leg|lic|lit)[a-z]{4,}"
    r"|irr(?=eg|es)[a-z]{4,}|im(?=poss|prope|prob|pract|perf)[a-z]{4,}|in(?=access|accu|act|adeq|adm|appro|compl|corr"
    r"|compat|consis|dire|effe|effi|elig|equa|formal|just|secur|stab|suff|valid|volunt|visib)[a-z]{4,}"
    r"|dis(?=sat|agr|prop|app)[a-z]{4,}|statele\w+|hopeless\w*|homeless\w*|helpless\w*)",
    re.IGNORECASE,
)
_OWN_PREFIX = {
    "fr": pattern(
        r"\b(?:in|im|il|ir|non|mé|dé|des|dis|apatr|anti|sans|clandest|arbitr|abus|anorm|vide|libre|accident|faux|fausse|cass|rar|perd)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:in|im|il|ir|des|dis|ap[aá]tr|anti|clandest|arbitr|abus|anorm|vac|libre|sin\b|fals|err[óo]n|rar|perd)",
        re.IGNORECASE,
    ),
    "ru": pattern(r"\b(?:не|без|бес|противо|апатр|анти|нелег|свобод|ложн|ошиб|самов|произв)[а-яё]{3,}", re.IGNORECASE),
    "zh": pattern("[违错误失缺难差弱乏免空盗私擅漏废]|[不无非未][^，。；]"),
    "ar": pattern(
        r"(?<!\w)[وفبلك]{0,2}غير\s\w+|(?<!\w)[وفبلك]{0,2}(?:ال)?(?:انعدام|عديم|لا\w{4,}|مخالف|باطل|خاطئ|تعسف|سوء)\w*"
    ),
}
"""What says such words with a prefix that negates."""


def unbalanced(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find the first negation of an English source that has more of them than its translation can have said.

    >>> source = "He was tried without a lawyer and was refused a visit."
    >>> unbalanced(source, "Il a été jugé avec un avocat et n’a pas eu de visite.", "fr")[0]
    'without'
    >>> unbalanced(source, "Il a été jugé sans avocat et n’a pas eu de visite.", "fr")
    >>> unbalanced(source, "Il a été jugé sans avocat et une visite lui a été refusée.", "fr")
    """
    if language not in _OWN_PREFIX or len(source) > _LONGEST or not _hard(source):
        return None
    spans = cancelled(source)
    theirs = [one for one in find_negations(source, "en") if is_outside(one.start(), spans)]
    first = theirs[0] if theirs else _ALONE.search(source)
    if first is None or not is_outside(first.start(), spans):
        return None
    rest, wanted = bare(target, language), len(theirs)
    for kind, places in _hard(source):
        rest, found = _blanked(kind[language], rest, len(places))
        wanted += 0 if found else sum(1 for place in places if is_outside(place, spans))
    if count := _prefixed(source):
        rest, found = _blanked(_OWN_PREFIX[language], rest, count)
    for kind, count in _soft(source):
        rest, _ = _blanked(kind[language], rest, count)
    wanted -= wanted > 1 and is_joint(source, target)
    is_few = wanted == len(theirs) and wanted < _SEVERAL
    if is_few and excuses(rest, language):
        return None
    if wanted > _MOST or is_rounded(source, target, language):
        return None
    have = count_negations(rest, language) + count_weak(rest, language)
    if have >= wanted or have + turned(source, theirs, target, ("en", language)) >= wanted:
        return None
    return None if _prefixed(source) and have + excuses(rest, language) >= wanted else first


def _blanked(form: re.Pattern[str], text: str, count: int) -> tuple[str, int]:
    """Blank the words with some letters, up to some number, and say how many there were."""
    found = list(form.finditer(text))[:count]
    for match in reversed(found):
        text = f"{text[: match.start()]}_{text[match.end() :]}"
    return text, len(found)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _hard(source: str) -> Sequence[tuple[Kind, Sequence[int]]]:
    """Give the kinds of words that an English text has, with where they begin."""
    if not _MAY_BE_HARD.search(source):
        return ()
    text = without_neutral(source, "en")
    found = ((kind, [word.start() for word in kind["en"].finditer(text)]) for kind in kinds_in(text, "hard"))
    return [(kind, places) for kind, places in found if places]


@lru_cache(maxsize=4096)
def _soft(source: str) -> Sequence[tuple[Kind, int]]:
    """Give the kinds of other words that may stand for a negation, with how many of them an English text has."""
    taken = {place for _, places in _hard(source) for place in places}
    text = without_neutral(source, "en")
    words = [one[0] for one in WEAK["en"].finditer(text) if one.start() not in taken]
    found = ((kind, sum(1 for word in words if kind["en"].match(word))) for kind in kinds_in(text, "own", "like"))
    return [(kind, count) for kind, count in found if count]


@lru_cache(maxsize=4096)
def _prefixed(source: str) -> int:
    return len(_PREFIXED.findall(without_neutral(source, "en")))
