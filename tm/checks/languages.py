"""One document in six languages: what is right in most of them and otherwise in one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tm.checks.check import Pair, Remark, check
from tm.checks.editions import Edition, Editions, OfEditions
from tm.checks.knowledge import Knowledge
from tm.checks.place import span_of
from tm.checks.values import compare
from tm.checks.wording import checked
from tm.model.finding import Severity, Span
from tm.model.language import Language
from tm.model.unit import State, Unit
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import Occurrence, recognize
from tm.text.digits import ascii_digits, has_digit
from tm.text.plain import plain
from tm.text.symbols import find_symbols
from tm.text.words import bare

_FEWEST = 3
"""Translations that must agree before another is said to differ."""

_BETWEEN = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} .,"
_FIGURE = re.compile(rf"\d+(?:[{_BETWEEN}]\d{{3}}(?!\d))*")
"""With the thousands, whatever stands between them."""

_TOGETHER = dict.fromkeys(map(ord, _BETWEEN))
_BARE = re.compile(r"\.(?<!\d\.)(?=\d)")
"""Where a nought is left out: .08."""

_NAMES = frozenset({"state", "organ", "committee", "agency", "programme"})

Value = str
Profile = frozenset[tuple[Value, int]]
_NOTHING: Profile = frozenset()


class _Seen(NamedTuple):
    language: Language
    path: str
    unit: Unit


class Said(NamedTuple):
    """What a translation says that those into other languages say, too: values, and names that its source has not.

    Whatever tells different ones apart may stand for these, None for nothing.
    """

    values: Hashable | None
    names: Hashable | None


@check(Severity.WARNING)
def inconsistent_languages(knowledge: Knowledge) -> OfEditions:
    """Flag a number, date, symbol or name that the translations in most other languages have and this one has not.

    Compares the units of one source in all languages of a document. At least three translations must agree, and more
    than half of all, the source among them.

    What the source alone shows, too, `number`, `date` and `symbol` report with its right value; here it is confirmed by
    the other languages.

    Leaves alone: numbers in words for figures, 万 and other scales; units with plural forms; anything where languages
    go different ways.
    """
    glossary = checked(knowledge.glossary)

    def of_editions(document: Editions) -> Iterator[Remark]:
        for key, seen in _by_source(document.editions):
            if document.values is None or key in document.values:
                yield from _values(seen)
            if document.names is None or key in document.names:
                yield from _names(seen, document.source, glossary)

    return of_editions


def is_compared(unit: Unit) -> bool:
    """Say whether a unit is compared with those of its key in other languages."""
    return unit.state is State.TRANSLATED and unit.source_plural is None


def what_is_said(knowledge: Knowledge) -> Callable[[Pair], Said]:
    """Give what tells of a translation by itself what others are compared with."""
    glossary = checked(knowledge.glossary)

    def of_pair(pair: Pair) -> Said:
        names = _named(pair.unit.target, pair.target, glossary).keys() if glossary.concepts else frozenset()
        if names:
            names -= _named(pair.unit.source, pair.source, glossary).keys()
        return Said(tuple(sorted(_profile(pair.unit.target))) or None, tuple(sorted(names)) or None)

    return of_pair


def values_may_differ(values: Sequence[Hashable | None]) -> bool:
    """Say quickly whether there may be something to find, by the values of all translations of one source."""
    return _FEWEST <= max(Counter(values).values()) < len(values)


def names_may_differ(names: Sequence[Hashable | None]) -> bool:
    """Say quickly whether there may be something to find, by the names of all translations of one source."""
    return len(names) - names.count(None) >= _FEWEST and len(set(names)) > 1


def _by_source(editions: Sequence[Edition]) -> Iterator[tuple[tuple[str | None, str], list[_Seen]]]:
    groups: dict[tuple[str | None, str], list[_Seen]] = {}
    for edition in editions:
        for unit in edition.body.units:
            if is_compared(unit):
                groups.setdefault(unit.key, []).append(_Seen(edition.language, edition.body.path, unit))
    return (group for group in groups.items() if len(group[1]) > _FEWEST)


def _values(seen: Sequence[_Seen]) -> Iterator[Remark]:
    profiles = [_profile(one.unit.target) for one in seen]
    if len(set(profiles)) == 1:
        return
    usual, count = Counter([*profiles, _profile(seen[0].unit.source)]).most_common(1)[0]
    agreeing = [one for one, profile in zip(seen, profiles, strict=True) if profile == usual]
    if len(agreeing) < _FEWEST or 2 * count <= len(seen) + 1:
        return
    for one, profile in zip(seen, profiles, strict=True):
        if profile != usual and _differs_from(agreeing, one):
            lost, added, at = _differences(agreeing, one)
            if not lost and not added:
                there, here = Counter(dict(usual)), Counter(dict(profile))
                lost, added = sorted((there - here).elements()), sorted((here - there).elements())
            yield Remark(one.path, one.unit, _sentence(lost, added, agreeing), at)


def _profile(text: str) -> Profile:
    """Give the figures and symbols of a text with how often each occurs."""
    if not has_digit(text) and "&" not in text:  # which may begin an entity
        return _NOTHING
    read = plain(text)
    symbols = Counter(symbol.text for symbol in find_symbols(read))
    for symbol in symbols:
        read = read.replace(symbol, " ")
    read = ascii_digits(read)
    numbers = [figure if figure.isdigit() else figure.translate(_TOGETHER) for figure in _FIGURE.findall(read)]
    if "." in read:
        numbers += ["0"] * len(_BARE.findall(read))
    return frozenset((symbols + Counter(numbers)).items())


def _differs_from(others: Sequence[_Seen], one: _Seen) -> bool:
    """Say whether the values of a translation are others indeed than those of all that agree, not only written so."""
    if all(_symbols(other.unit.target) != _symbols(one.unit.target) for other in others):
        return True
    found = (compare(o.unit.target, one.unit.target, o.language.code, one.language.code) for o in others)
    return all(comparison.numbers or comparison.dates for comparison in found)


def _symbols(text: str) -> Counter[str]:
    return Counter(symbol.text for symbol in find_symbols(plain(text)))


def _differences(agreeing: Sequence[_Seen], one: _Seen) -> tuple[list[str], list[str], Span | None]:
    """Give the values that a translation lacks and those that it adds, as the texts have them (6月3日), and where."""
    if any(_symbols(other.unit.target) == _symbols(one.unit.target) for other in agreeing):
        other = min(agreeing, key=lambda each: each.language.direction == "rtl")
        there, here = plain(other.unit.target), plain(one.unit.target)
        found = compare(other.unit.target, one.unit.target, other.language.code, one.language.code)
        faults = (*found.numbers, *found.dates)
        lost = [there[fault.of.start : fault.of.end] for fault in faults if fault.of]
        places = [fault.at for fault in faults if fault.at]
        at = span_of(one.unit.target, here, places[0].start, places[0].end) if places else None
        return lost, [here[place.start : place.end] for place in places], at
    known = {symbol for other in agreeing for symbol in _symbols(other.unit.target)}
    here = plain(one.unit.target)
    other_symbols = (symbol for symbol in find_symbols(here) if symbol.text not in known)
    return [], [], next((span_of(one.unit.target, here, each.start, each.end) for each in other_symbols), None)


def _sentence(lost: Sequence[str], added: Sequence[str], agreeing: Sequence[_Seen]) -> str:
    others = _listed([one.language.name for one in agreeing])
    if lost and added:
        return f"{others} have {', '.join(lost)} where this has {', '.join(added)}"
    return f"{others} have {', '.join(lost)}, this has not" if lost else f"{', '.join(added)} is in none of {others}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _names(seen: Sequence[_Seen], source: Language, glossary: Glossary) -> Iterator[Remark]:
    """Report another State or body than most translations name, where the source names neither."""
    if not glossary.concepts:
        return
    held = [_named(one.unit.target, one.language, glossary) for one in seen]
    counts = Counter(chain.from_iterable(held))
    usual = {name for name, count in counts.items() if count >= _FEWEST and 2 * count > len(seen)}
    if not usual or all(usual <= there.keys() for there in held):
        return
    original = _named(seen[0].unit.source, source, glossary)
    for one, there in zip(seen, held, strict=True):
        lost = sorted(usual - there.keys() - original.keys())
        alone = [found for name, found in there.items() if counts[name] == 1 and name not in original]
        for name in lost:
            other = next((found for found in alone if _is_kin(found, held, name)), None)
            if other:
                most = next(found[name] for found in held if name in found)
                agreeing = [o.language.name for o, found in zip(seen, held, strict=True) if name in found]
                text = f"{_listed(agreeing)} speak of {_english(most)}, this of {_english(other)}"
                read = bare(plain(one.unit.target), one.language.code)
                yield Remark(one.path, one.unit, text, span_of(one.unit.target, read, other.start, other.end))


def _named(text: str, language: Language, glossary: Glossary) -> dict[str, Occurrence]:
    found = recognize(glossary, text, language.code)
    return {one.concept.id: one for one in found if one.concept.subject in _NAMES}


def _is_kin(one: Occurrence, held: Sequence[dict[str, Occurrence]], name: str) -> bool:
    other = next(found[name] for found in held if name in found)
    return (one.concept.subject == "state") is (other.concept.subject == "state")


def _english(one: Occurrence) -> str:
    return next((term.text for term in one.concept.terms if term.language == "en"), one.term.text)
