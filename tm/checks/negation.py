"""A negation that was lost, or added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.checks.antonyms import is_rounded, turned
from tm.checks.check import Fault, Pair, check
from tm.checks.denied import affirmed
from tm.checks.lacks import excuses
from tm.checks.negations import GATES, WEAK
from tm.checks.negations_added import added, added_otherwise, explains, without_leave
from tm.checks.negations_apart import (
    clauses,
    contents,
    denies_unless,
    forbids_until,
    sentences,
    without_unless,
    without_until,
)
from tm.checks.negations_balanced import unbalanced
from tm.checks.negations_counted import (
    count_known,
    count_negations,
    count_weak,
    count_weak_of_source,
    find_lacks,
    find_negations,
    is_only,
    may_stand,
    says_only,
    without_neutral,
)
from tm.checks.negations_excepted import without_excepted
from tm.checks.negations_half import lost_half
from tm.checks.negations_hidden import lost_hidden
from tm.checks.negations_joined import is_joint
from tm.checks.negations_own import is_left, unnamed, without_values
from tm.checks.negations_paired import cancelled, is_outside, is_said, without_echoes
from tm.checks.negations_unless import lost_unless, lost_until
from tm.checks.negations_worded import lost_worded, may_be_worded, says_only_so
from tm.checks.opposites import kept, prefixed, straightened, without_own
from tm.checks.place import span_of
from tm.checks.sentences import sentence_ends
from tm.checks.verbatim import is_for_translators, is_verbatim, without_notes
from tm.model.finding import Severity
from tm.text.pattern import pattern
from tm.text.plain import plain

_FEW, _LONG, _LONGER = 2, 220, 500
"""Negations, and characters, up to which they are counted: in longer texts one may well be for two, if less so where
nothing else may stand for one of them."""

_LABEL = 6
"""Characters of a Chinese label, which may leave a negation out as one of two words does."""

_LONGEST = 500
"""Characters of texts that are looked at whole: in longer ones, something else may always say it."""

_LONGEST_APART = 1500
"""Characters of texts without markup whose sentences are looked at one by one."""

_QUOTED = re.compile(r"[“‘«\"](?=(?:[Tt]he\s)?(?:[Nn]o|[Nn]ever|[Nn]ot|[Nn]othing|[Nn]one)\b)")
_TWICE = re.compile(
    r"\b(?:not|never|cannot)\s(?:and|or)\s(?:\w+\s)?(?:not|never)\b|\bwithout(?:\s\w+){1,3},?\s(?:and|or)\swithout\b",
    re.IGNORECASE,
)
_WITH = pattern(r"\b(?:avec|présence|con|presencia|со?|присутствии|مع|بحضور)\b|有")
"""What says that something is there."""

_STAYS = pattern(r"\bremain(?:s|ed|ing)?\b")
_PHRASE = re.compile(r"\w*\W{0,3}\w*")
_NO_UNTIL = pattern(r"\b(?:no|never|none|nothing)\b[^.;]{1,80}\buntil\b", re.IGNORECASE)
"""What may be said by "only in" or "only then": which had no school until 2018, 直到2018年才有学校."""


@check(Severity.WARNING)
def negation(pair: Pair) -> Iterator[Fault]:
    """Flag a negation that is lost or added: "shall not" as « peut », "may" as « не может ».

    A negation may turn into an antonym, a prefix or a verb of lacking (insuffisant, невозможно, يتعذر, 避免), and those
    of the source may turn into negations. « ne … que », "not only", "no later than", "whether or not" and 不断
    negate nothing, nor do two that cancel each other: "no State has failed". Of as many sentences on both sides, and of
    two or three clauses, each needs its own, and « tant que … ne » is none for "do not … until". Nor may a word become
    its opposite: a demilitarized zone a military one, an increase a decrease, the north the south.

    Source: measured on the Goals' indicators, the Universal Declaration and TICO-19.
    """
    source, target = plain(without_notes(pair.unit.source, pair.unit.target)), plain(pair.unit.target)
    source = without_values(source, target, pair.target.code)
    is_short = len(source) <= _LONGEST
    if len(source) > _LONGEST_APART or ("<" in pair.unit.source and not is_short):
        return
    if is_verbatim(pair.unit) or is_for_translators(source) or source == target:
        return
    codes = pair.source.code, pair.target.code
    if codes[0] == "en":
        source = without_excepted(source, target, codes[1])
    is_said = codes[0] != "en" or _denies(source)
    if is_said and (lost := (is_short and _lost_whole(source, target, codes)) or _lost_apart(source, target, codes)):
        message, start, end = lost
        yield Fault(message, None, span_of(pair.unit.source, source, start, end))
    elif codes[0] == "en" and (
        word := (is_short and _turned_round(source, target, codes[1])) or affirmed(source, target, codes[1])
    ):
        place = span_of(pair.unit.source, source, *word.span())
        yield Fault(f"the translation has the opposite of what the source has, “{word[0]}…”", None, place)
    elif is_short and codes[0] == "en":
        yield from _all_added(pair, source, target)
    elif codes[0] != "en" and (verb := added_otherwise(source, target, codes)):
        yield _negates(pair, target, verb)


def _all_added(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield the negated verb, or else the word with a prefix that negates, of a translation that nothing explains."""
    if verb := added(source, target, pair.target.code) or without_leave(source, target, pair.target.code):
        yield _negates(pair, target, verb)
    elif (word := prefixed(source, target, pair.target.code)) and not explains(_STAYS.sub("", source)):
        yield Fault(f"the translation has the opposite of what the source has, “{word}…”")


def _negates(pair: Pair, target: str, verb: re.Match[str]) -> Fault:
    place = span_of(pair.unit.target, target, *verb.span())
    return Fault(f"the translation negates, “{verb[0].strip()}”, and the source does not", place)


def _turned_round(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find a word of the source for which the translation has the opposite, and no negation."""
    found = straightened(source, target, language)
    if found is None or (find_negations(source, "en") and says_only_so(target, language)):
        return None
    word, rest = found
    known = len(find_negations(source, "en")), count_weak_of_source(source, "en")
    blank = f"{source[: word.start()]}_{source[word.end() :]}"
    others = sum(known) - (count_weak_of_source(blank, "en") < known[1] or len(find_negations(blank, "en")) < known[0])
    return word if count_negations(rest, language) + count_weak(rest, language) <= max(0, others) else None


def _lost_whole(source: str, target: str, codes: tuple[str, str]) -> tuple[str, int, int] | None:
    """Say what is lost of a source as a whole, where its sentences, compared one by one, do not have it all."""
    lost = _lost(source, target, codes)
    if lost is None or codes[0] != "en":
        return lost
    apart = [(one, its) for _, one, its in sentences(source, target, codes)]
    if len(find_negations(source, "en")) > sum(len(find_negations(one, "en")) for one, _ in apart):
        return lost
    return lost if not apart or any(_lost(one, its, codes) for one, its in apart) else None


def _lost(source: str, target: str, codes: tuple[str, str]) -> tuple[str, int, int] | None:
    """Say what is lost of the negations and lacks of a source, and where it stands there."""
    theirs: Sequence[re.Match[str]] = find_negations(source, codes[0])
    lack: Sequence[re.Match[str]] = find_lacks(source) if codes[0] == "en" else ()
    if codes[0] == "en" and theirs and (spans := cancelled(source)):
        theirs, lack = _without_cancelled(theirs, lack, spans, (source, target, codes[1]))
    if (
        theirs
        and (len(source.split()) > 2 or (codes[0] == "zh" and len(source) > _LABEL))
        and _are_lost(theirs, source, target, codes)
    ):
        word = theirs[0][0].strip()
        return f"the negation of the source, “{word}”, is not in the translation", *theirs[0].span()
    if lack and _is_said_nowhere(theirs, lack, (source, target, codes[1])):
        return f"nothing in the translation says what the source does, “{lack[0][0]}”", *lack[0].span()
    return None


def _without_cancelled(
    theirs: Sequence[re.Match[str]],
    lack: Sequence[re.Match[str]],
    spans: Sequence[tuple[int, int]],
    texts: tuple[str, str, str],
) -> tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]]:
    """Leave out negations that cancel each other where the translation has neither; of several, one may have both."""
    source, target, language = texts
    left = [one for one in theirs if is_outside(one.start(), spans)]
    known = sum(is_outside(match.start(), spans) for match in WEAK["en"].finditer(source))
    said, others = count_negations(without_neutral(target, language), language), len(spans) - 1
    if said > len(left) + others or (not others and is_said(source, target, language)):
        return theirs, lack
    rest = without_echoes(source, target, language)
    few = max(0, len(left) - said)
    if count_weak(rest, language) + (0 if left else excuses(rest, language)) > known + min(others, said) + few:
        return theirs, lack
    return left, [one for one in lack if is_outside(one.start(), spans)]


def _lost_apart(source: str, target: str, codes: tuple[str, str]) -> tuple[str, int, int] | None:
    """Say what is lost of one sentence of several, or of an order to wait, while other negations hide it."""
    if codes[0] != "en" or is_left(target):
        return None
    if word := lost_half(source, target, codes[1]) or unbalanced(source, target, codes[1]):
        return f"the negation of the source, “{word[0].strip()}”, is not in the translation", *word.span()
    if word := lost_worded(source, target, codes[1]):
        return f"nothing in the translation says what the source does, “{word['no']}”", *word.span("no")
    if word := lost_hidden(source, target, codes[1]):
        return f"the negation of the source, “{word['no']}”, is not in the translation", *word.span("no")
    if not _may_lose(source):
        return None
    if lost := _lost_order(source, target, codes) or _lost_clause(source, target, codes):
        return lost
    for start, one, its in sentences(source, target, codes):
        if lost := _lost_order(one, its, codes) or _lost(one, its, codes) or _lost_clause(one, its, codes):
            return lost[0], start + lost[1], start + lost[2]
    return None


def _lost_clause(source: str, target: str, codes: tuple[str, str]) -> tuple[str, int, int] | None:
    """Say what is lost of one clause of a sentence, cut at its conjunctions or where it goes on with "that"."""
    if len(find_negations(source, "en")) < _FEW or sentence_ends(source):
        return None
    if "without" in source and _TWICE.search(source) and not _WITH.search(target):
        return None
    ways = clauses(source, target, codes), contents(source, target, codes) if "that" in source else ()
    return next((lost for way in ways if (lost := _lost_of(way, codes[1]))), None)


def _lost_of(way: Sequence[tuple[int, str, str]], language: str) -> tuple[str, int, int] | None:
    """Say what is lost of one of some clauses, where all others negate as the source does, and no more."""
    lost, differ = [], 0
    for start, one, written in way:
        if word := lost_until(one, written, language):
            return (
                f"the negation of the source, “{word[0]}”, is not in the translation",
                start + word.start(),
                start + word.end(),
            )
        its = unnamed(one, written, language)
        theirs, found = find_negations(one, "en"), count_negations(its, language)
        wanted = sum(1 for word in theirs if not (word[0] == "None" and "None" in its))  # of code
        most = wanted + ("until" in one or "unless" in one)  # which may go without a negation, and may not
        if found and not most and not says_only(one, its, language):
            return None
        differ += not wanted <= found <= most
        if found < wanted and not may_stand(its, language, count_weak_of_source(one, "en")):
            lost.append((start, one, its, found))
    if len(lost) != 1 or (lost[0][3] and differ > 1):
        return None
    start, one, its, _ = lost[0]
    if not (told := _lost(one, its, ("en", language))):
        return None
    return told[0], start + told[1], start + told[2]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _denies(source: str) -> bool:
    """Say whether anything in an English source negates, or says that something is lacking: most say nothing so."""
    return bool(find_negations(source, "en") or find_lacks(source) or may_be_worded(source) or _may_lose(source))


@lru_cache(maxsize=4096)
def _may_lose(source: str) -> bool:
    """Say quickly whether an English source has a negation that another may hide, or "until" or "unless"."""
    is_hidden = "until" in source or "unless" in source or ";" in source[:-1] or sentence_ends(source.rstrip())
    return len(find_negations(source, "en")) >= _FEW or (bool(is_hidden) and GATES["en"].search(source) is not None)


def _lost_order(source: str, target: str, codes: tuple[str, str]) -> tuple[str, int, int] | None:
    """Say whether "do not … until" or "unless" is told as an order to do so, where only « tant que … ne » negates."""
    order, clause = forbids_until(source), None
    if order:
        clause = without_until(target, codes[1])
    elif order := denies_unless(source):
        clause = without_unless(target, codes[1])
    if "unless" in source and (lost := lost_unless(source, target, codes[1])):
        return f"nothing in the translation says what the source does, “{lost[0]}”", *lost[1:]
    if order is None or clause is None or not (count_negations(target, codes[1]) or "unless" in source):
        return None
    rest = unnamed(source, clause, codes[1])
    if count_negations(rest, codes[1]) or count_weak(rest, codes[1]) or turned(source, (order,), clause, codes):
        return None
    return f"the negation of the source, “{order['no']}”, is not in the translation", *order.span("no")


def _are_lost(theirs: Sequence[re.Match[str]], source: str, target: str, codes: tuple[str, str]) -> bool:
    """Say whether negations of the source are lost, and are said by no opposites either; these are asked last."""
    wanted = _different(theirs, source)
    if not _is_lost(wanted, source, target, codes):
        return False
    left = wanted - turned(source, theirs, target, codes)
    return left == wanted or (left > 0 and _is_lost(left, source, target, codes))


def _different(theirs: Sequence[re.Match[str]], source: str) -> int:
    """Count the negations of a source, those of a phrase that is quoted, or of "cannot and will not", as one."""
    if len(theirs) < 2:
        return len(theirs)
    if not _QUOTED.search(source):
        return len(theirs) - len(_TWICE.findall(source))
    return len({phrase[0].casefold() for one in theirs if (phrase := _PHRASE.match(source, one.start()))})


def _is_lost(wanted: int, source: str, target: str, codes: tuple[str, str]) -> bool:
    """Say whether too few words of the translation negate, and words of the source that only may negate explain those.

    Two negations of the source may be one of the translation, but then something else must speak for the other; two of
    other languages than English often are one: no … ni.
    """
    language = codes[1]
    found = count_negations(target, language)
    if found >= wanted and codes[0] == "en":
        found = count_negations(unnamed(source, without_own(source, target, language), language), language)
    if found >= wanted or not target.strip() or (found and (len(source) > _LONGER or codes[0] != "en")):
        return False
    if codes[0] == "en" and is_left(target):
        return False
    if found and (wanted > _FEW or len(source) > _LONG):
        known = wanted - found - 1 + (count_known(source, target, language) if codes[0] == "en" else 0)
        return not (
            may_stand(unnamed(source, target, language), language, known) or cancelled(source) or "None" in target
        )
    weak = count_weak(unnamed(source, target, language), language) + (found > 0 and is_only(target, language))
    until = codes[0] == "en" and "until" in source and _NO_UNTIL.search(source) is not None
    if weak > count_weak_of_source(source, codes[0]) - until:
        return False
    return codes[0] != "en" or not found or weak <= count_known(source, target, language) - until


def _is_said_nowhere(
    theirs: Sequence[re.Match[str]], lack: Sequence[re.Match[str]], texts: tuple[str, str, str]
) -> bool:
    """Say whether the translation has fewer words than the source that negate, or say that something is lacking."""
    source, target, language = texts
    wanted = len(theirs) + len(lack) - (len(lack) > 1 and is_joint(source, target))
    if len(source) > _LONG or wanted > _FEW or " " not in source.strip() or not target.strip():
        return False
    found = count_negations(target, language)
    for more in (count_weak, excuses):  # the costly ones only where it is still open
        if found >= wanted:
            return False
        found += more(target, language)
    if found < wanted:
        found += kept(source, target, language, [one.start() for one in lack])
    if found >= wanted or is_left(target) or is_rounded(source, target, language):
        return False
    return found + turned(source, theirs, target, ("en", language)) < wanted
