"""Names and agreed terms: what the glossary has for a term of the source stands in the translation, in any form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.checks.added_names import added_names, may_name_bodies
from tm.checks.bodies import other_acronyms, other_names, others_in_brackets
from tm.checks.check import Fault, Pair, check
from tm.checks.confused import may_have_terms, other_term
from tm.checks.cut_names import cut_names
from tm.checks.geography import other_place
from tm.checks.hints import (
    has_adjective,
    is_ambiguous,
    is_common_word,
    is_compound,
    is_hinted,
    is_in_longer_name,
    is_understood,
    is_vague,
)
from tm.checks.knowledge import Knowledge, OfPair
from tm.checks.left_names import left_names
from tm.checks.leftover import BIBLIOGRAPHY
from tm.checks.place import span_of
from tm.checks.ranks import may_have_posts, other_rank
from tm.checks.verbatim import is_for_translators, is_to_be_kept
from tm.checks.within_names import other_states
from tm.checks.wording import (
    BODIES,
    EVERYWHERE,
    Target,
    bears,
    checked,
    deprecated,
    forms,
    lost_terms,
    named,
    target_of,
    terms,
)
from tm.model.finding import Severity, Span
from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import CASELESS, Occurrence, recognize_forbidden
from tm.text.plain import plain
from tm.text.spans import inside
from tm.text.symbols import find_symbols
from tm.text.words import bare, whole

_OWN_ACRONYMS = frozenset({"es", "fr", "ru"})
"""Languages that make acronyms of their own; Arabic and Chinese texts may keep the English one."""

_UNINFLECTED = frozenset({"es", "fr"})
"""Languages in which the name of a State has one form."""

_CITED = 60
"""Characters beside an acronym that are looked at."""

_JOINED_BEFORE = re.compile(r"[\w./-]*[/_-]\Z")
_JOINED_BEHIND = re.compile(r"[/_-][\w./-]*")
_IN_CODES = 3
"""Figures that show that what an acronym is joined to is a code."""

_CAPITALS_BEFORE = re.compile(r"[A-Z]{2}[ -]\Z")
_CAPITALS_BEHIND = re.compile(r"[ -][A-Z]{2}")
_TWO_BEFORE = re.compile(r"(?:(?<![\w-])[A-Za-z]{2,}[ ,(]{1,3}){2}\Z")
_TWO_BEHIND = re.compile(r"(?:[ ,]{1,3}[A-Za-z]{2,}){2}(?![A-Za-z])")


@check(Severity.WARNING)
def term(knowledge: Knowledge) -> OfPair:
    """Flag a name or an agreed term of the glossary that the translation renders otherwise.

    Looks at each term of the source that the glossary has, the longest first, so that nothing is said of the Guinea in
    Equatorial Guinea; the translation must have one of its terms, in any form of their words. Reports another State,
    body or post that stands instead, within the name of a body, too (the Interim Force in Lebanon « au Libéria »), a
    name that is cut off or, in another script, left in English, a term that is missing, one that the glossary
    deprecates, an English acronym where the language has one of its own, and behind a name the acronym of another.
    Without a glossary, too, it tells posts of another rank (Vice-Chair, Chair) and terms that are taken for each other:
    peacekeeping and peacebuilding, refugees and displaced persons, and a city that stands for another. Where the source
    names anything, a State that only the translation names is one too many, and so is a body everywhere.

    Leaves alone: inflected forms, articles and prefixes (Беларуси, وللجمعية العامة, de l’Assemblée générale);
    adjectives and inhabitants instead of a State; short forms of bodies, which are the head of the name alone or with
    words of the name only (le Conseil, but not Consejo de Economía y Sociedad); acronyms instead of names; longer names
    that the glossary does not have (National Security Council); terms most of whose words are there in another form.

    Of a source in another language than English, only names are missed: common words mean more there than their term
    (espace, autor, مالي).

    The rule is the glossary's: `locales/glossary.tbx`, or the one that comes with the program (UNTERM, and the official
    names of Member States).
    """
    glossary = checked(knowledge.glossary)
    kinds = ("cities", "nations") if any(one.subject == "state" for one in glossary.concepts) else ("cities",)

    def of_pair(pair: Pair) -> Iterator[Fault]:
        if is_for_translators(pair.unit.source) or is_to_be_kept(pair.unit.source):
            return
        found = tuple(_told(glossary, pair))
        yield from found or _places(pair, *kinds)

    return of_pair


def _told(glossary: Glossary, pair: Pair) -> Iterator[Fault]:
    """Yield what was taken for another, and what of the glossary the translation renders otherwise."""
    yield from _taken(pair)
    source = named(glossary, pair.unit.source, pair.source.code)
    if not source:
        if pair.source.code == "en" and may_name_bodies(glossary, pair.unit.target, pair.target.code):
            yield from added_names((), pair.unit.source, target_of(glossary, pair.unit.target, pair.target.code))
        return
    target = target_of(glossary, pair.unit.target, pair.target.code)
    lost = lost_terms(source, target)
    instead = dict(_deprecated(source, target))
    if lost:
        instead |= dict(cut_names(lost, pair.unit.source, target)) | dict(left_names(lost, target))
    instead |= dict(other_states(source, lost, pair.unit.source, target))
    yield from instead.values()
    if pair.source.code == "en" and not instead:
        yield from added_names(source, pair.unit.source, target)
    lost = [one for one in lost if one.concept.id not in instead]
    if lost and pair.source.code != "en":
        lost = _names_beyond_doubt(lost, target_of(glossary, pair.unit.source, pair.source.code))
    if lost:
        yield from _faults(pair, source, lost, target)
    if any(one.term.kind is TermKind.ACRONYM for one in source):
        if target.language in _OWN_ACRONYMS:
            yield from _english_acronyms(source, plain(pair.unit.source), target)
        behind = list(others_in_brackets(source, pair.unit.source, target))
        yield from behind
        places = {fault.at for fault in behind}
        yield from (fault for fault in other_acronyms(source, pair.unit.source, target) if fault.at not in places)
        yield from other_names(source, pair.unit.source, target)


def _taken(pair: Pair) -> Iterator[Fault]:
    """Yield what was taken for another of its kind, whether the glossary has it or not."""
    source = plain(pair.unit.source)
    if pair.source.code == "en" and _may_be_taken(source):
        target = plain(pair.unit.target)
        found = other_rank(source, target, pair.target.code) or other_term(source, target, pair.target.code)
        yield from (_placed(one, pair, source, target) for one in found)


def _places(pair: Pair, *kinds: str) -> Iterator[Fault]:
    """Yield a city or State that stands for another, if nothing else is told: a treaty may be called after it."""
    if pair.source.code == "en":
        source, target = plain(pair.unit.source), plain(pair.unit.target)
        if found := other_place(source, target, pair.target.code, *kinds):
            yield _placed(found, pair, source, target)


def _placed(found: Fault, pair: Pair, source: str, target: str) -> Fault:
    """Give what was found in plain texts with its places in those of the pair."""
    at = span_of(pair.unit.target, target, found.at.start, found.at.end) if found.at else None
    of = span_of(pair.unit.source, source, found.of.start, found.of.end) if found.of else None
    return Fault(found.message, at, of)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _may_be_taken(source: str) -> bool:
    """Say whether an English source has anything that is taken for another: most have not."""
    return may_have_posts(source) or may_have_terms(source)


def _names_beyond_doubt(lost: Sequence[Occurrence], source: Target) -> list[Occurrence]:
    """Leave out what may be a common word of another language than English: المكتب, Bureau; Français is not France."""
    return [
        one
        for one in lost
        if one in source.sure
        and not (one.concept.subject in BODIES and _is_common(one, source.language))
        and not (one.concept.subject == "state" and source.language in _UNINFLECTED and not _is_as_it_is(one, source))
    ]


def _is_common(one: Occurrence, language: str) -> bool:
    return one.term.kind is not TermKind.ACRONYM and language != "zh" and len(one.term.text.split()) == 1


def _is_as_it_is(one: Occurrence, source: Target) -> bool:
    wanted = bare(one.term.text, source.language)
    return source.text[one.start : one.end].casefold() == wanted.casefold() or " " in wanted


def _faults(pair: Pair, source: Sequence[Occurrence], lost: Sequence[Occurrence], target: Target) -> Iterator[Fault]:
    text, language = pair.unit.source, pair.source.code
    known = {one.concept.id for one in source}
    known |= EVERYWHERE
    others = [one for one in target.sure if one.concept.id not in known]
    for one in lost:
        if is_compound(one, text):
            continue
        kin = [other for other in others if _is_kin(one.concept, other.concept) and not _is_its_own(other, one, target)]
        intruder = kin[0] if kin else None
        is_twice = intruder is not None and one.concept.subject == "state" and has_adjective(one, text)
        if not is_twice and (is_common_word(one, text) or is_hinted(one, text, target, kin)):
            continue
        if intruder is None:
            if not (is_vague(one, language) or is_understood(one, text) or is_in_longer_name(one, text, source)):
                message = f"{one.term.text} ({_preferred(one, target)}) is not in the translation"
                yield Fault(message, None, _in_source(one, pair))
            continue
        others.remove(intruder)
        what = target.text[intruder.start : intruder.end]
        at = span_of(target.raw, target.text, intruder.start, intruder.end)
        message = f"the translation has {what} where the source has {one.term.text} ({_preferred(one, target)})"
        yield Fault(message, at, _in_source(one, pair))


def _in_source(one: Occurrence, pair: Pair) -> Span | None:
    text = pair.unit.source
    return span_of(text, bare(plain(text), pair.source.code), one.start, one.end)


def _preferred(one: Occurrence, target: Target) -> str:
    """Name what is expected, in the form that the source has: an acronym for an acronym, a short name for a short."""
    best = list(terms(one.concept, target.language, TermStatus.PREFERRED)) or list(terms(one.concept, target.language))
    return next((found.text for found in best if found.kind is one.term.kind), best[0].text)


def _is_its_own(other: Occurrence, one: Occurrence, target: Target) -> bool:
    """Say whether the name of another body is one of a body's own, or a part of it: the Advisory Committee.

    An agency with all of its name is itself: « Organisation mondiale de la Santé » is no « … de la santé animale ».
    """
    if other.concept.subject == "agency" and other.term in terms(other.concept, target.language, TermStatus.PREFERRED):
        own = [term.text.casefold() for term in terms(one.concept, "en")]
        if not any(term.text.casefold() in name for term in terms(other.concept, "en") for name in own):
            return False
    return one.concept.subject in BODIES and bears(
        other, forms(target.glossary, target.language)[one.concept.id], target
    )


def _is_kin(one: Concept, other: Concept) -> bool:
    """Say whether one may be taken for the other: States for States, bodies for bodies; common words name nothing."""
    if one.subject in CASELESS:
        return False
    return one.subject == other.subject or {one.subject, other.subject} <= BODIES


def _deprecated(source: Sequence[Occurrence], target: Target) -> Iterator[tuple[str, Fault]]:
    known = {one.concept.id: one for one in source}
    if deprecated(target.glossary, target.language).isdisjoint(known):
        return
    for found in recognize_forbidden(target.glossary, target.raw, target.language):
        if found.concept.id in known:
            what = target.text[found.start : found.end]
            at = span_of(target.raw, target.text, found.start, found.end)
            text = f"{what} is not the agreed term: {_preferred(known[found.concept.id], target)}"
            yield found.concept.id, Fault(text, at)


def _english_acronyms(source: Sequence[Occurrence], text: str, target: Target) -> Iterator[Fault]:
    acronyms = {one.term.text: one for one in source if one.term.kind is TermKind.ACRONYM and not is_ambiguous(one)}
    for name, one in acronyms.items():
        own = [term for term in terms(one.concept, target.language) if term.kind is TermKind.ACRONYM]
        if own and _stands_alone(name, target) and not _is_there(own, name, target) and not _is_reference(target):
            start = _place_of(name, target.text)
            if start is not None and _is_cited(start, start + len(name), text, target.text):
                continue
            at = span_of(target.raw, target.text, start, start + len(name)) if start is not None else None
            yield Fault(f"{name} is the English acronym: {own[0].text}", at, fix=own[0].text if at else None)


def _is_cited(start: int, end: int, source: str, target: str) -> bool:
    """Say whether two words before an acronym, or behind it, stand so in the source: a title left in English."""
    before = _TWO_BEFORE.search(target, max(0, start - _CITED), start)
    behind = _TWO_BEHIND.match(target, end, end + _CITED)
    acronym = target[start:end]
    return bool(before and before[0] + acronym in source) or bool(behind and acronym + behind[0] in source)


def _place_of(name: str, text: str) -> int | None:
    """Say where an acronym begins that is no part of a symbol."""
    in_symbol = inside((symbol.start, symbol.end) for symbol in find_symbols(text))
    places = (place for place in whole(name, text) if not in_symbol(place))
    return next((place for place in places if not _is_in_code(text, place, place + len(name))), None)


def _is_in_code(text: str, start: int, end: int) -> bool:
    """Say whether an acronym is part of a number that is given to something: 2023/UN/77, UN-2023-114; not EU-27."""
    before, behind = _JOINED_BEFORE.search(text, max(0, start - _CITED), start), _JOINED_BEHIND.match(text, end)
    code = (before[0] if before else "") + (behind[0] if behind else "")
    figures = sum(map(str.isdecimal, code))
    return figures >= _IN_CODES or (figures > 0 and "/" in code)


def _is_reference(target: Target) -> bool:
    return bool(BIBLIOGRAPHY.search(target.text))


def _stands_alone(name: str, target: Target) -> bool:
    """Say whether an acronym is there, but not in a longer name left in English, UN IGME, or a symbol, WHO/2020/4."""
    if name not in target.text or name not in target.words:
        return False
    for place in whole(name, target.text):
        if _CAPITALS_BEFORE.search(target.text, max(0, place - 3), place):
            return False
        if _CAPITALS_BEHIND.match(target.text, place + len(name)):
            return False
    return _place_of(name, target.text) is not None


def _is_there(own: Sequence[Term], name: str, target: Target) -> bool:
    """Say whether the language uses the same letters, or its own acronym stands beside the English one."""
    return any(term.text == name or next(whole(term.text, target.text), -1) >= 0 for term in own)
