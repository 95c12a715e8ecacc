"""The same said in the same way: one source with one target, in a document and across documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tm.checks.check import Body, Remark, check
from tm.checks.sameness import is_agreement, is_whole, loose_source, loose_target
from tm.model.document import Role
from tm.model.finding import Severity
from tm.model.unit import State, Unit
from tm.terminology.words import keys, word_list

_ROLES = frozenset(Role)
_PHRASE = 3
"""Words of a text that another program's `msgctxt` does not make mean something else."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d[\d.,\s]*")
_POSSESSIVE = re.compile(r"(?<=s)['’](?=\s)|['’]s\b")
_BETWEEN = frozenset("of for to on in by".split())
_LITTLE = _BETWEEN | {"", "a", "an"}
_COMPOUND = 4
"""Different words of a phrase that may as well be a compound."""


class _Seen(NamedTuple):
    path: str
    unit: Unit
    source: str
    target: str


def _by_source(unit: Unit) -> tuple[str | None, str] | None:
    return (_role(unit), loose_source(unit.source)) if _is_translated(unit) else None


def _by_target(unit: Unit) -> tuple[str | None, str] | None:
    return (unit.context, loose_target(unit.target)) if _is_translated(unit) else None


def _is_translated(unit: Unit) -> bool:
    return unit.state is State.TRANSLATED and unit.source_plural is None


@check(Severity.WARNING, group=_by_source)
def inconsistent_target(bodies: Sequence[Body]) -> Iterator[Remark]:
    """Flag a source that is translated differently elsewhere in the document or in another document.

    The rarer translation is flagged; where none is rarer, all are, each with another one.

    Leaves alone: case, spaces of any kind, styles of quotation marks, apostrophes and dashes, punctuation at the ends,
    vowel signs and kashida, ё for е, wide and narrow characters; another role (`msgctxt`) of a source of fewer than
    four words, three where the context is no role of ours; single words that differ in an ending only, as participles
    in tables do.
    """
    groups: dict[tuple[str | None, str], list[_Seen]] = {}
    for seen in _translated(bodies):
        groups.setdefault((_role(seen.unit), seen.source), []).append(seen)
    for group in groups.values():
        if len({seen.target for seen in group}) > 1:
            yield from _among(group)


def _role(unit: Unit) -> str | None:
    """Give what may be a reason for another translation: the role of a short text, or another program's context."""
    is_ours = unit.context in _ROLES or unit.context is None
    return None if is_whole(unit.source) or (not is_ours and len(unit.source.split()) >= _PHRASE) else unit.context


def _among(group: Sequence[_Seen]) -> Iterator[Remark]:
    counts = Counter(seen.target for seen in group).most_common()
    usual = counts[0][0] if counts[0][1] > counts[1][1] else None
    for seen in group:
        if seen.target == usual:
            continue
        other = next(one for one in group if one.target == usual or (usual is None and one.target != seen.target))
        if not (" " not in seen.source and is_agreement(seen.unit.target, other.unit.target)):
            text = f"the same source is translated otherwise in {_place(other)}: {_quote(other.unit.target)}"
            yield Remark(seen.path, seen.unit, text)


@check(Severity.INFO, group=_by_target)
def inconsistent_source(bodies: Sequence[Body]) -> Iterator[Remark]:
    """Flag a translation that also stands for another source.

    Of sources that differ in numbers only, it is the one that the translation does not fit.

    Leaves alone: singular and plural,
    compounds, as an audit follow-up is a follow-up to the audit, and a ship for a vessel (`synonyms.txt`).
    """
    groups: dict[tuple[str | None, str], list[_Seen]] = {}
    for seen in _translated(bodies):
        groups.setdefault((seen.unit.context, seen.target), []).append(seen)
    for group in groups.values():
        first = group[0]
        if len({seen.source for seen in group}) == 1:
            continue
        for seen in group[1:]:
            if seen.source != first.source and not _says_the_same(seen.source, first.source):
                yield _also_stands(seen, first)
        yield from _copied(group)


def _also_stands(seen: _Seen, other: _Seen) -> Remark:
    text = f"the same translation stands for another source in {_place(other)}: {_quote(other.unit.source)}"
    return Remark(seen.path, seen.unit, text)


def _copied(group: Sequence[_Seen]) -> Iterator[Remark]:
    """Yield those whose source has other figures than their translation, which is right for another of the group."""
    right = next((seen for seen in group if _figures(seen.source) == _figures(seen.target)), None)
    for seen in group if right else ():
        if (
            right
            and _figures(seen.source) != _figures(right.source)
            and _wording(seen.source) == _wording(right.source)
        ):
            yield _also_stands(seen, right)


def _figures(text: str) -> tuple[str, ...]:
    return tuple(sorted(_DIGITS.findall(text)))


def _says_the_same(one: str, other: str) -> bool:
    """Say whether sources differ in number, in synonyms, or as an "audit follow-up" does from "follow-up to the audit".

    Source: compounds and their phrases of the United Nations Editorial Manual.
    """
    worded, others = _wording(one), _wording(other)
    if worded == others:
        return True
    named = _names()
    worded, others = (tuple(named.get(word, word) for word in words) for words in (worded, others))
    if worded == others:
        return True
    content, theirs = (sorted(set(words) - _LITTLE) for words in (worded, others))
    is_plain, is_other_plain = _BETWEEN.isdisjoint(worded), _BETWEEN.isdisjoint(others)
    return content == theirs and (is_plain or is_other_plain) and len(content) <= _COMPOUND


@cache
def _names() -> Mapping[str, str]:
    """Give for each synonym the first of its line."""
    lines = (resources.files("tm.checks") / "synonyms.txt").read_text("utf-8").splitlines()
    told = (line.split() for line in lines if not line.startswith("#"))
    return {word: first for first, *others in told for word in others}


@lru_cache(maxsize=256)
def _wording(source: str) -> tuple[str, ...]:
    """Give the words of a source without number, grammatical and other."""
    return tuple(map(keys("en").__getitem__, word_list(_NUMBER.sub("#", _POSSESSIVE.sub("", source)))))


def _translated(bodies: Sequence[Body]) -> Iterator[_Seen]:
    for body in bodies:
        for unit in body.units:
            if _is_translated(unit):
                source, target = loose_source(unit.source), loose_target(unit.target)
                if source and target:
                    yield _Seen(body.path, unit, source, target)


def _place(seen: _Seen) -> str:
    return f"{seen.path}:{max(seen.unit.line, 1)}"


def _quote(text: str) -> str:
    return f"“{text[:117]}…”" if len(text) > 120 else f"“{text}”"
