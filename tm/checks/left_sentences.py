"""A short sentence, a first word, a date or a label that was left in English between sentences of the language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tm.checks.leftover import english_words
from tm.checks.untouched import dictionary
from tm.text.pattern import pattern

_CAPITAL = r"[A-Z](?:(?<=\A.)|(?<=[.!?؟。！？；;:：] .)|(?<=[。！？；：].)|(?<=\n.))"
"""At the beginning of a sentence; patterns that begin with the letters that they look for are quick."""

_TITLE = pattern(r"[A-Z][a-z][a-z ]")
"""An English word with its capital."""

_BEHIND = r"(?=\s|\Z|[\u0600-\u06ff\u0400-\u04ff\u3400-\u9fff])"
_SENTENCE = pattern(rf"{_CAPITAL}[A-Za-z'’-]*(?:,? [A-Za-z\d][\w'’-]*){{2,60}}[.!?]{_BEHIND}")
_HEAD = pattern(rf"{_CAPITAL}[a-z]+(?: [a-z][a-z.]*){{0,4}}(?: \d{{1,3}}| [IVX]{{1,4}})?(?=\s?[,،，.:：])")
"""What stands before the first comma or colon of a sentence, if that is short."""

_STARTS = frozenset(
    "However|Moreover|Furthermore|Therefore|Nevertheless|Nonetheless|Consequently|Accordingly|Additionally|Meanwhile"
    "|Finally|Lastly|Firstly|Secondly|Similarly|Likewise|Thus|Hence|Otherwise|Instead|Indeed|Thank you|In addition"
    "|In particular|In conclusion|In this regard|In that regard|In this context|In this respect|For example"
    "|For instance|As a result|On the other hand".split("|")
)
_FIRST = frozenset(f"{start.split()[-1]}{sign}" for start in _STARTS for sign in ",.")

_LABELS = frozenset(
    "Source Sources Note Notes Summary Table Figure Annex Nationality Name Address Title Designation Passport Chair"
    " Agenda Remarks Comments Deadline Total".split()
)
"""Labels of one word; Chinese, Arabic and Russian have words of their own for them."""

_MONTH = r"[JFMASOND](?:anuary|ebruary|arch|pril|ay|une|uly|ugust|eptember|ctober|ovember|ecember)\b"
_ANY_MONTH = pattern(_MONTH)
_DATE = pattern(
    r"(?<![A-Za-z'’(（“«\"/-])(?<![A-Za-z,] )"
    r"(?:(?:Since|On|In|By|From|Until|Before|After|As of|As at|During|Between|Effective) )?"
    rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|(?<!\d ){_MONTH} (?:\d{{1,2}}, )?\d{{4}}\b)(?![”»\"]?[ ,]{{0,2}}[A-Za-z(])"
)
_DATE_IN_LATIN = pattern(
    rf"(?:\b(?:le|du|au|dès le|depuis le|el|al|del|de) |{_CAPITAL}(?:ince|n|y|rom|ntil|efore|fter|s (?:of|at)) )"
    rf"(?:\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?|{_MONTH} (?:\d{{1,2}}, )?\d{{4}})(?! [A-Z])"
)
_MONTH_WORDS = frozenset(
    f"{month}{sign}"
    for month in "January February March April May June July August September October November December".split()
    for sign in ("", ",", ".", ";")
)

_REFERENCE = pattern(
    r"[TtFfAacspi](?<![A-Za-z.,;:&/“«\"`(（-].)(?<![A-Za-z,;] .)(?<![A-Za-z]\. .)"
    r"(?:(?<=[Tt])ables?|(?<=[Ff])igures?|(?<=[Aa])nnex|(?<=c)hapters?|(?<=s)ections?|(?<=p)ar(?:agraphs?|as?\.)"
    r"|(?<=a)rticles?|(?<=i)tems?) (?:\d+|[IVX]+)(?![A-Za-z\d]|\s?[A-Za-z(])"
)

STARTS = _FIRST | _MONTH_WORDS
"""One of these words is in a text in Latin letters that has anything of this, but for labels."""

_SAID = frozenset(
    "they it he she we you i there this these those that which who is are was were be been has have had will would"
    " shall should can could may might must does did not its their his her our your".split()
)
"""Of these one at least is in a sentence, and none in a name or a title."""

_LATIN = frozenset(("fr", "es"))
_CODE = pattern(r"[={}<>\\#_]")
"""What is not in prose: there, dates and labels may be shown as they are."""

_LITTLE = frozenset("of and for the on in to at by a an from with as or".split())

_IsForeign = Callable[[str, str], bool]


def left_sentences(source: str, target: str, language: str, is_foreign: _IsForeign) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of what stands so in its English source.

    Args:
        is_foreign: says of a word whether a language does not write so.

    >>> target = "委员会应按时完成工作。They thanked the Secretariat."
    >>> list(left_sentences("It met. They thanked the Secretariat.", target, "zh", lambda word, language: False))
    [(11, 40)]
    """
    if language in _LATIN:
        words = target.split()
        if ":" in target or not _FIRST.isdisjoint(words):
            yield from _heads(source, target, language, is_foreign)
        if not _MONTH_WORDS.isdisjoint(words):
            dates = _DATE_IN_LATIN.finditer(target)
            yield from (one.span() for one in dates if one[0].partition(" ")[2] in source)
        return
    if _TITLE.search(target):
        yield from (one.span() for one in _SENTENCE.finditer(target) if one[0] in source and _is_said(one[0]))
        yield from _heads(source, target, language, is_foreign)
        if _ANY_MONTH.search(target) and not _CODE.search(source):
            yield from (one.span() for one in _DATE.finditer(target) if one[0] in source)
    if _REFERENCE.search(target) and not _CODE.search(source):
        yield from (one.span() for one in _REFERENCE.finditer(target) if one[0] in source)


def _heads(source: str, target: str, language: str, is_foreign: _IsForeign) -> Iterator[tuple[int, int]]:
    """Yield first words and labels of sentences that are English."""
    for one in _HEAD.finditer(target):
        head = one[0]
        if head in _STARTS:
            if f"{head}," in source or f"{head}." in source:
                yield one.span()
        elif f"{head}:" in source and target[one.end() :].lstrip()[:1] in (":", "："):
            if language in _LATIN:
                is_left = _is_english(head, language, is_foreign)
            else:
                is_left = (" " in head or head in _LABELS) and not _CODE.search(source)
            if is_left:
                yield one.span()


def _is_said(sentence: str) -> bool:
    words = sentence.rstrip(".!?").replace(",", "").split()
    small = [word for word in words if word.islower() and word not in _LITTLE]
    return bool(small) and not _SAID.isdisjoint(word.casefold() for word in words)


def _is_english(label: str, language: str, is_foreign: _IsForeign) -> bool:
    """Say whether a label has two words and more that are English, one of them beyond doubt."""
    words = label.casefold().split()[:2]
    if len(words) < 2:
        return False
    known = english_words(language) | dictionary()
    is_said = all(word in known or is_foreign(word, language) for word in words)
    return is_said and not known.isdisjoint(words)
