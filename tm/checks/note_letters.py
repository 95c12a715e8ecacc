"""The letter of a note, below a table, "a Includes arrears.", or in a tag, "Loans<1>a</1>": not lost, nor another."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from tm.checks.check import Fault
from tm.checks.leading import ranks_of
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_OF_SOURCE = pattern(r"([a-z])/?\s(?=[A-Z][a-z]{2})|(\d{1,2})/\s(?=[A-Z])")
"""A single small letter before a sentence; the article would have a capital there; and numbers with a stroke."""

_NUMBER = pattern(r"[\s(（\[]{0,2}(\d{1,2})(?![\d.,])")

_OF_TARGET = {
    "ar": pattern(r"[\s(]{0,2}([a-z]|[\u0621-\u064a])\u0640?\s?[/)]?\s"),
    "ru": pattern(r"[\s(]{0,2}([a-z\u0430-\u044f])[/)]?\s"),
    "zh": pattern(r"[\s(（]{0,2}([a-z])(?![A-Za-z])"),
}
_HEAD = 8
"""Characters of a text in which the letter of a note stands."""

_LATIN = pattern(r"[\s(]{0,2}([a-zà])[/)]?\s")


def has_note_letter(source: str) -> bool:
    """Say whether an English text begins with the letter of a note."""
    return _OF_SOURCE.match(source) is not None


def other_note_letter(source: str, target: str, language: str) -> list[Fault]:
    """Say when the letter with which a note of an English table begins is lost, or another.

    >>> other_note_letter("a Includes arrears.", "b Incluidas las cuotas atrasadas.", "es")[0].message
    'the letter of the note is b, in the source a'
    """
    head = normalize("NFKC", target[:_HEAD])  # a raised letter is the same
    if source[0].isdigit():
        return _other_number(source, head)
    letter, theirs = source[0], _OF_TARGET.get(language, _LATIN).match(head)
    if theirs is None:
        return [Fault(f"the letter of the note, {letter}, is lost", None, Span(0, 1))]
    if letter == theirs[1] or ranks_of(letter) & ranks_of(theirs[1]):
        return []
    return [Fault(f"the letter of the note is {theirs[1]}, in the source {letter}", Span(*theirs.span(1)), Span(0, 1))]


def _other_number(source: str, head: str) -> list[Fault]:
    number, theirs = source.partition("/")[0], _NUMBER.match(ascii_digits(head))
    place = Span(0, len(number))
    if theirs is None:
        return [Fault(f"the number of the note, {number}, is lost", None, place)]
    if theirs[1] == number:
        return []
    return [Fault(f"the number of the note is {theirs[1]}, in the source {number}", Span(*theirs.span(1)), place)]


_NAMED_NOTE = pattern(r"\b(?:[Ff]oot)?[Nn]otes?\s\(?([a-z])\)?(?=[\s:;,.)]|\Z)(?!\.\w)")
_NOTE = {
    "ar": pattern("(?:حاشية|ملاحظة)\\s?\\(?([\u0621-\u064aa-z])\u0640?\\)?(?![\u0621-\u064a\\w])"),
    "ru": pattern(r"(?:[Сс]носк|[Пп]римечани)\w{1,3}\s\(?«?([a-zа-я])»?\)?(?!\w)"),
    "zh": pattern(r"注释?\s?[(（]?([a-z])[)）]?(?![A-Za-z])"),
    "fr": pattern(r"[Nn]ote(?: de bas de page)?\s\(?([a-z])\)?(?![\w’'])"),
    "es": pattern(r"[Nn]ota(?: (?:de|al|a) pie(?: de página)?)?\s\(?([a-z])\)?(?!\w)"),
}


def other_named_note(source: str, target: str, language: str) -> Fault | None:
    """Say when a note that is spoken of by its letter has another.

    >>> other_named_note("See footnote b.", "Véase la nota d.", "es").message
    'the letter of the note is d, in the source b'
    """
    one, other = _NAMED_NOTE.search(source), _NOTE[language].search(target) if language in _NOTE else None
    if not one or not other or one[1] == other[1] or ranks_of(one[1]) & ranks_of(other[1]):
        return None
    message = f"the letter of the note is {other[1]}, in the source {one[1]}"
    return Fault(message, Span(*other.span(1)), Span(*one.span(1)))


_IN_TAG = pattern(r"(?<=[^\s<>])<(\d{1,3})>\s?([a-zа-я]|[\u0621-\u064a]\u0640?)\s?</\1>")
"""A small letter that is alone in a numbered tag right behind a word, as the raised mark of a note is."""


def other_letter_in_tag(source: str, target: str) -> Iterator[Fault]:
    """Yield the letters, each alone in a numbered tag, that are others than in the source.

    >>> [fault.message for fault in other_letter_in_tag("Loans<1>a</1>", "Prêts<1>b</1>")]
    ['the mark of the note is b, in the source a']
    """
    ours = {match[1]: match for match in _IN_TAG.finditer(target)}
    for match in _IN_TAG.finditer(source) if ours else ():
        other = ours.get(match[1])
        if other and other[2] != match[2] and not ranks_of(match[2]) & ranks_of(other[2]):
            message = f"the mark of the note is {other[2]}, in the source {match[2]}"
            yield Fault(message, Span(*other.span(2)), Span(*match.span(2)))


_AT_END = pattern(r"(?<=\w[.。?!؟])([a-zа-я]|[\u0621-\u064a]\u0640?)\Z")
"""A small letter right behind the stop that ends a text, as the mark of a note that has lost its height."""


def other_letter_at_end(source: str, target: str) -> Fault | None:
    """Say when the letter behind the last stop is another than in the source.

    >>> other_letter_at_end("These are provisional.a", "Son provisionales.b").message
    'the mark of the note is b, in the source a'
    """
    one, other = _AT_END.search(source, len(source) - 1), _AT_END.search(target, max(0, len(target) - 2))
    if not one or not other or one[1] == other[1] or ranks_of(one[1]) & ranks_of(other[1]):
        return None
    message = f"the mark of the note is {other[1]}, in the source {one[1]}"
    return Fault(message, Span(*other.span(1)), Span(*one.span(1)))
