"""Compare the terms of two texts: which concepts of the source the translation names, and what stands instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import Occurrence, chinese_core, content_keys, recognize, terms_of
from tm.terminology.words import keys, word_keys, word_list
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.spans import inside
from tm.text.symbols import find_symbols
from tm.text.words import bare, word_starts

PASSED_OVER = frozenset({"session", "month", "language"})
"""Subjects that other checks look at, as numbers and dates, or that are common words."""

_SINGLE = frozenset({"furniture", "post"})
"""Subjects whose terms of one word have too many other senses: report, chair, decision."""


BODIES = frozenset({"organ", "committee", "agency", "programme"})
EVERYWHERE = frozenset({"organ-un", "organ-secretariat", "organ-un-system"})
"""What is said, or left out, in too many ways to be missed: the UN system, l’Organisation, the world body."""

_APART = 2
"""Other words among those of a body's name, at most; with more it is another name, Programme mondial de nourriture."""

_SUBJECT = 120
"""Characters of Chinese in which a term goes on behind its subject."""

_NAMED = 60
"""Characters that a name goes on before its acronym."""

_LONGEST = 20_000
"""Characters from which on a text is no segment any more, and nearly every term is somewhere in its translation."""


class Target:
    """A translation as its words; what is seldom asked for is worked out when it is.

    Attributes:
        raw: as it is in the PO file.
        text: plain, without vowel signs.
        telling: the keys of those that say something, in order.
        keys: the same, each once.
    """

    def __init__(self, glossary: Glossary, raw: str, language: str) -> None:
        self.glossary, self.raw, self.language = glossary, raw, language
        self.text = bare(plain(raw), language)
        self.telling = [] if language == "zh" else list(filter(None, word_keys(self.text, language)))
        self.keys = frozenset(self.telling)

    @cached_property
    def words(self) -> Sequence[str]:
        """The words as they are written."""
        return () if self.language == "zh" else word_list(self.text)

    @cached_property
    def spelled(self) -> list[tuple[str, str, int]]:
        """Each word as it is written, with its key and where it begins."""
        seen = keys(self.language)
        starts = word_starts(self.text) if self.words else ()
        return [(word, seen[word], start) for word, start in zip(self.words, starts, strict=True)]

    @cached_property
    def solid(self) -> str:
        """The text without spaces, as Chinese terms are looked for."""
        return "".join(self.text.split())

    @cached_property
    def named(self) -> tuple[Occurrence, ...]:
        return recognize(self.glossary, self.raw, self.language)

    @cached_property
    def sure(self) -> tuple[Occurrence, ...]:
        """The terms that stand there beyond doubt: written as they are, but for an ending."""
        return tuple(one for one in self.named if self._is_sure(one))

    def _is_sure(self, one: Occurrence) -> bool:
        wanted, found = bare(one.term.text, self.language).casefold(), self.text[one.start : one.end].casefold()
        if self.language == "zh" or len(wanted.split()) > 1:
            return True
        core = wanted.removeprefix("ال") if self.language == "ar" else wanted
        kept = core[: max(3, len(core) - 2)]
        return kept in found if self.language == "ar" else found.startswith(kept)

    def has(self, form: frozenset[str] | str, apart: int = 4) -> bool:
        """Say whether all words of a term are there, in whatever form and order, with so many others among them."""
        if isinstance(form, str):
            return form in self.solid or ("的" in form and self._is_parted(form))
        return form <= self.keys and (len(form) == 1 or self._has_near(form, apart))

    def _is_parted(self, form: str) -> bool:
        """Say whether a Chinese term stands with its subject within: 秘书长关于这些活动的报告."""
        head, of, tail = form.partition("的")
        start = self.solid.find(f"{head}关于")
        return start >= 0 and f"{of}{tail}" in self.solid[start : start + _SUBJECT]

    def _has_near(self, form: frozenset[str], apart: int) -> bool:
        wide, words = len(form) + apart, self.telling
        places = (place for place, key in enumerate(words) if key in form)
        return any(form.issubset(words[place : place + wide]) for place in places)


@lru_cache(maxsize=8)
def target_of(glossary: Glossary, raw: str, language: str) -> Target:
    """Read a translation; two checks ask, so the last ones are kept."""
    return Target(glossary, raw, language)


@lru_cache(maxsize=8)
def checked(glossary: Glossary) -> Glossary:
    """Give the part of a glossary that names are checked against."""
    return Glossary(tuple(one for one in glossary.concepts if one.subject not in PASSED_OVER))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def named(glossary: Glossary, source: str, language: str) -> tuple[Occurrence, ...]:
    """Find the terms of a source that are to be looked for in its translation."""
    found = recognize(glossary, source, language) if len(source) < _LONGEST or len(plain(source)) < _LONGEST else ()
    if not found:
        return ()
    shouted, read = source.isupper() and " " in source, plain(source)
    in_symbol = inside((symbol.start, symbol.end) for symbol in find_symbols(read))
    return tuple(
        one
        for one in found
        if _counts(one, language)
        and not (
            one.term.kind is TermKind.ACRONYM and (shouted or in_symbol(one.start) or _is_in_code(read, one.start))
        )
        and not (one.concept.subject == "term" and read[one.start - 1 : one.start] == "-")
    )


_IN_CODE = pattern(r"(?:[@#_]|\d-)\Z")


def _is_in_code(text: str, start: int) -> bool:
    """Say whether letters are part of a code, or of what somebody is called by on a network: 2018-UNAT-862, @UN."""
    return _IN_CODE.search(text, max(0, start - 2), start) is not None


def _counts(one: Occurrence, language: str) -> bool:
    return one.concept.subject not in _SINGLE or len(content_keys(one.term.text, language)) > 1


def terms(concept: Concept, language: str, status: TermStatus | None = None) -> Iterator[Term]:
    """Give the terms of a concept in a language; those that may be used, or those of one status."""
    for term in concept.terms:
        if term.language == language and (term.status is status if status else term.status is not TermStatus.FORBIDDEN):
            yield term


class Forms(dict[str, tuple[frozenset[str] | str, ...]]):
    """For each concept, by its id, what of its terms must be in a text that names it; worked out when first asked."""

    def __init__(self, glossary: Glossary, language: str) -> None:
        super().__init__()
        self._concepts, self._language = {one.id: one for one in glossary.concepts}, language

    def __missing__(self, name: str) -> tuple[frozenset[str] | str, ...]:
        written = (_form(term, self._language) for term in terms(self._concepts[name], self._language))
        found = self[name] = tuple(dict.fromkeys(written))
        return found


@lru_cache(maxsize=12)
def forms(glossary: Glossary, language: str) -> Forms:
    """Give the forms of all concepts of a glossary in a language."""
    return Forms(glossary, language)


def _form(term: Term, language: str) -> frozenset[str] | str:
    if language == "zh":
        return "".join(chinese_core(term.text).split())
    return frozenset(content_keys(term.text, language))


@lru_cache(maxsize=12)
def deprecated(glossary: Glossary, language: str) -> frozenset[str]:
    """Name the concepts that have terms which are not to be used."""
    return frozenset(concept.id for concept, _ in terms_of(glossary, language, forbidden=True))


@lru_cache(maxsize=4096)
def is_part(glossary: Glossary, language: str, name: str) -> bool:
    """Say whether a term of a State stands whole within a term of another: Guinea in Equatorial Guinea."""
    known, holders = forms(glossary, language), _holders(glossary, language)
    for form in known[name]:
        others = set.intersection(*map(holders.__getitem__, form)) if form else set().union(*holders.values())
        if any(_within(form, longer) for other in others - {name} for longer in known[other]):
            return True
    return False


@lru_cache(maxsize=12)
def _holders(glossary: Glossary, language: str) -> dict[str, set[str]]:
    """Give for each key or, in Chinese, character the States whose terms have it."""
    holders: dict[str, set[str]] = {}
    known = forms(glossary, language)
    for name in (one.id for one in glossary.concepts if one.subject == "state"):
        for word in (word for form in known[name] for word in form):
            holders.setdefault(word, set()).add(name)
    return holders


def _within(small: frozenset[str] | str, big: frozenset[str] | str) -> bool:
    if isinstance(small, str):
        return isinstance(big, str) and small in big
    return not isinstance(big, str) and small <= big


def lost_terms(source: Sequence[Occurrence], target: Target) -> list[Occurrence]:
    """Give the first occurrence of each concept of the source that the translation does not name."""
    known = forms(target.glossary, target.language)
    first = {one.concept.id: one for one in reversed(source)}
    lost: list[Occurrence] = []
    for name, one in first.items():
        wanted = known[name]
        if not wanted:
            continue
        is_hidden = one.concept.subject == "state" and is_part(target.glossary, target.language, name)
        is_hidden = is_hidden and not _stands_alone(name, first, target)
        is_body = one.concept.subject in BODIES
        is_there = any(target.has(form, _APART if is_body else 4) for form in wanted)
        if is_hidden or not is_there or (is_body and _is_replaced(first, one, target)):
            lost.append(one)
    return lost


def _is_replaced(source: dict[str, Occurrence], one: Occurrence, target: Target) -> bool:
    """Say whether the words of a body are those of others: Comité des droits de l’homme beside another Conseil."""
    if one.term.kind is TermKind.ACRONYM:
        return False
    wanted = forms(target.glossary, target.language)[one.concept.id]
    bodies = [other for other in target.sure if other.concept.subject in BODIES]
    there = {other.concept.id for other in bodies if other.concept is one.concept or not bears(other, wanted, target)}
    if not there or one.concept.id in there:
        return False
    if not there - source.keys() <= EVERYWHERE:
        return True
    if any(_is_short_for(source[name], one) for name in there & source.keys()):
        return False
    spans = [(other.start, other.end) for other in bodies]
    free = {key for _, key, place in target.spelled if key and not any(start <= place < end for start, end in spans)}
    return not any(isinstance(form, str) or form <= free for form in wanted)


def _is_short_for(other: Occurrence, one: Occurrence) -> bool:
    """Say whether an acronym right behind a name is that of a longer one: Group of Experts on … (UNGEGN)."""
    return other.term.kind is TermKind.ACRONYM and 0 < other.start - one.end < _NAMED


def bears(other: Occurrence, own: Sequence[frozenset[str] | str], target: Target) -> bool:
    """Say whether the name of another body in a translation is a name, or a part of one, that a body has, too.

    Args:
        own: the forms of that body.
    """
    found = target.text[other.start : other.end]
    if target.language == "zh":
        return any(found in form for form in own if isinstance(form, str))
    wanted = frozenset(content_keys(found, target.language))
    return any(wanted <= form for form in own if not isinstance(form, str))


def _stands_alone(name: str, source: dict[str, Occurrence], target: Target) -> bool:
    """Say whether a name that may be part of a longer one is not there as such a part alone."""
    there = {one.concept.id for one in target.named if one.concept.subject == "state"}
    return name in there or not there - source.keys()
