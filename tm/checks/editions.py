"""The editions of one document in several languages, and how checks that compare them are run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tm.checks.check import AcrossCheck, Body, Check, Remark, check_across
from tm.checks.knowledge import Knowledge, with_function
from tm.model.finding import Finding
from tm.model.language import Language

Keys = Collection[tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Edition:
    """A document in one language: the PO file of its translation."""

    language: Language
    body: Body


@dataclass(frozen=True, slots=True)
class Editions:
    """A document in all languages that it was translated into, and the language of its original.

    Attributes:
        values, names: keys of the units of which it is not known that they say the same of these; None for all.
    """

    source: Language
    editions: Sequence[Edition]
    values: Keys | None = None
    names: Keys | None = None


OfEditions = Callable[[Editions], Iterator[Remark]]
InformedEditionsCheck = Check[Callable[[Knowledge], OfEditions]]
"""A check across the languages of a document, once it is told what is known."""


def check_editions(
    checks: Iterable[InformedEditionsCheck], documents: Iterable[Editions], knowledge: Knowledge
) -> Iterator[Finding]:
    """Run checks across the languages of each document."""
    made = [(one, one.function(knowledge)) for one in checks]
    for document in documents:
        languages = {edition.body.path: edition.language for edition in document.editions}
        for one, function in made:
            for remark in function(document):
                yield from check_across([_saying(one, remark)], [], languages[remark.path])


def _saying(one: InformedEditionsCheck, remark: Remark) -> AcrossCheck:
    """Make a check that says one thing, so that there is one place where findings are made."""
    return with_function(one, lambda bodies: iter([remark]))
