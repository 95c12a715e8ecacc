"""A negated verb of a translation that nothing in its English source explains."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.antonyms import is_turned_into
from tm.checks.negations import COMPLETIONS, GATES, PARTICLES, PLAIN, WEAK
from tm.checks.negations_apart import clauses, without_unless
from tm.checks.negations_counted import count_denials, count_negations, find_negations, may_stand, without_neutral
from tm.checks.negations_explained import EXPLAIN_TOO, PLAIN_TOO, explaining, kind_of
from tm.checks.negations_surplus import surplus
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.words import bare, words

_LONGEST = 300
"""Characters of sources whose clauses are looked at one by one."""

_CONCEDES = pattern(r"\b(?:although|though|whereas|despite|but|yet|still|however|remain\w*|too)\b", re.IGNORECASE)
"""What may make its own clause negate, or is said without that."""

_JOINED = " and ", " but "
_VERB = pattern(r"\b(?:shall|is|are|was|were|has|have|had|will|would|may|must|should|can|could|do|does|did)\b")

_SHORT = 200
"""Characters of a source in another language than English up to which it explains little by what it leaves unsaid."""

_UNLESS = pattern(r"(?:\A|,?\s)unless\b[^,;.]*", re.IGNORECASE)
_ONLY_WITH = pattern(
    r"\bonly\s(?:\w+\s){0,3}?(?:with|by|on|upon|after|subject\sto)\s(?:\w+\s){0,5}?(?:consent|agree|authori|approv|permi|leave\b)"
)
_LEAVE = {
    "fr": pattern(
        r"\bsans\s(?:\w+\s|l['’]){0,3}?(?:consentement|accord|autorisation|approbation|assentiment|permission)\b",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\bsin\s(?:\w+\s){0,3}?(?:consentimiento|acuerdo|autorización|aprobación|permiso|asentimiento|anuencia)\b",
        re.IGNORECASE,
    ),
    "ru": pattern(r"\bбез\s(?:\w+\s){0,3}?(?:согласия|разрешения|одобрения|санкции|утверждения)\b", re.IGNORECASE),
    "zh": pattern("(?:未经|没有|未获)[^，。；]{1,40}(?:同意|许可|批准|授权|核准|认可)"),
    "ar": pattern(r"(?<!\w)و?(?:ب?دون|بغير|من\sغير)\s(?:ال)?(?:موافق|إذن|رضا|ترخيص|تصريح|قبول)\w*"),
}
"""What says that nobody was asked."""

_NOBODY = pattern(r"aucun|nul|personne|rien|ning[uú]n|nadie|nunca|nada|tampoco", re.IGNORECASE)
"""What denies all, behind which stands what is denied: everyone is heard, "nobody is left out"."""

_NO_VOTE = pattern(r"\d\s(?:votes?\s)?to\snone\b")
"""Said in words of its own in each language: никто не голосовал против, sans opposition."""

_TATWEEL = "\N{ARABIC TATWEEL}"


def added(source: str, target: str, language: str, *, is_part: bool = False) -> re.Match[str] | None:
    """Give a negated verb that nothing in the source explains.

    >>> added("The delegation voted.", "La délégation n’a pas voté.", "fr")[0]
    'n’a pas'
    """
    if not _may_be_plain(target, language) or _TATWEEL in target:
        return None
    if "to none" in source and _NO_VOTE.search(source):
        return None
    word = PLAIN[language].search(without_neutral(target, language))
    if word is None:
        return None
    if explains(source) and not _is_said_alike(source, target, language):
        if is_part:
            return None
        return (
            _added_apart(source, target, language)
            or _added_unless(source, target, language)
            or surplus(source, target, language)
        )
    start = word.end() if _NOBODY.match(word[0]) else word.start()
    return None if is_turned_into(source, target, start, language) else word


def added_otherwise(source: str, target: str, codes: tuple[str, str]) -> re.Match[str] | None:
    """Give a negated verb that nothing explains in a short source of another language than English.

    >>> added_otherwise("Комитет одобрил проект.", "The Committee did not approve the draft.", ("ru", "en"))[0]
    'did not'
    """
    theirs, ours = codes
    if len(source) > _SHORT or _TATWEEL in target or not GATES[ours].search(target):
        return None
    found = list(PLAIN_TOO[ours].finditer(without_neutral(target, ours)))
    if len(found) != 1 or GATES[theirs].search(source) or WEAK[theirs].search(source):
        return None
    return None if EXPLAIN_TOO[theirs].search(source) else found[0]


def _added_apart(source: str, target: str, language: str) -> re.Match[str] | None:
    """Give a negated verb of a clause that nothing in it explains, where another has what does, on both sides."""
    held = clauses(source, target, ("en", language)) if len(source) <= _LONGEST and not sentence_ends(source) else ()
    for start, one, its in held:
        if find_negations(source, "en") and not _is_sentence(
            source, start, one
        ):  # « ni », and the like, goes on with it
            continue
        if word := added(one, its, language, is_part=True):
            is_told = all(_is_said(its, language) for _, one, its in held if explains(_CONCEDES.sub("", one)))
            return re.compile(re.escape(word[0])).search(target, target.find(its)) if is_told else None
    return None


def _added_unless(source: str, target: str, language: str) -> re.Match[str] | None:
    """Give a negated verb that nothing explains but "unless", beside the clause that says so."""
    if "unless" not in source or (its := without_unless(target, language)) is None:
        return None
    word = added(_UNLESS.sub("", source), its, language, is_part=True)
    return re.compile(re.escape(word[0])).search(target) if word else None


def _is_said_alike(source: str, target: str, language: str) -> bool:
    """Say whether all that may explain a negation in a source is in the translation as a word of its own: exempt."""
    if count_denials(source):
        return False
    found = (kind_of(word, "own") for word in explaining(source))
    return all(kind is not None and kind[language].search(target) for kind in found)


def without_leave(source: str, target: str, language: str) -> re.Match[str] | None:
    """Give what says "without the consent" where an English source allows something only with it.

    >>> without_leave("It may be used only with her consent.", "Il peut être utilisé sans son consentement.", "fr")[0]
    'sans son consentement'
    """
    if language not in _LEAVE or "only" not in source or not _ONLY_WITH.search(source) or count_denials(source):
        return None
    word = _LEAVE[language].search(target)
    rest = word and target[: word.start()] + target[word.end() :]
    return None if not rest or _is_said(rest, language) else word


def _is_sentence(source: str, start: int, clause: str) -> bool:
    """Say whether a clause has a verb of its own, and is the first or stands behind "and" or "but"."""
    return (not start or source[:start].endswith(_JOINED)) and _VERB.search(clause) is not None


def _is_said(target: str, language: str) -> bool:
    """Say whether a part of a translation has what the words of its source that may make it negate stand for."""
    return bool(count_negations(target, language) or may_stand(target, language))


def _may_be_plain(target: str, language: str) -> bool:
    """Say quickly whether a translation may have a negated verb."""
    if language not in PARTICLES:
        return language in PLAIN and GATES[language].search(target) is not None
    held = words(bare(target, language))
    if PARTICLES[language].isdisjoint(held):
        return False
    return language != "fr" or (not COMPLETIONS.isdisjoint(held) and GATES["fr"].search(target) is not None)


@lru_cache(maxsize=4096)
def explains(source: str) -> bool:
    """Say whether words of an English source may make its translation negate."""
    return bool(count_denials(source) or explaining(source))
