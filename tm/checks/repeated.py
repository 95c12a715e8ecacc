"""A word or phrase written twice by mistake: « de de », 的的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.model.finding import Severity, Span
from tm.text.plain import plain
from tm.text.words import bare, words

_SIGNS = ".,;:!?()[]{}«»“”„\"…/،؛؟—–•*’'"

_LONGEST = 3
"""Words of a phrase that is looked for."""

_TWO, _THREE = b"\1\1", b"\1\1\1"

_ENOUGH = 12
"""Repetitions that are looked at; a text with more is no prose."""

_SINGLE = frozenset("aàyoeuвксоуиَو")
"""Words of one letter; others are initials and signs."""

_BY_RIGHT = {
    "fr": frozenset(("nous", "vous", "faire")),
    "es": frozenset(("sí",)),
    "ar": frozenset(("رويدا", "هيا", "شيئا")),
}
"""What may stand twice: « nous nous réunissons », « tout en en tenant compte »."""

_LETTER_NAMES = frozenset(
    "إيه بي سي دي إي إف جي إتش آي جيه كيه إل إم إن أو كيو آر إس تي يو في دبليو إكس واي زد".split()
)
"""Latin letters in Arabic, of which acronyms are made: آر آر تي."""

_GAP = r"(?:\s|</?(?:\d{1,3}|a|b|em|i|s|u|strong|span|sub|sup)(?:\s[^<>]{0,300})?/?>){1,9}"
_IN_TURN = re.compile(r"\b(\w+)[ -](?:by|after|to|upon)[ -]\1\b", re.IGNORECASE)
"""Step by step: خطوة خطوة, 一步一步."""

_HAN_TWICE = re.compile(
    r"([的了在是和与及对们之而由被把于并或也都其该将从])\1(?:(?<![目标的]的的)(?<!为了了)(?<![现存正所实内]在在)(?<![于就还可总凡]是是)"
    r"(?<![\u3400-\u9fff]对对)(?<![对关由基终等属位处]于于)(?<![合吞]并并)(?<!首都都)(?<![极与尤]其其)(?<!各该该))"
    r"(?!(?<=的的)确|(?<=了了)[解结]|(?<=在在)于|(?<=是是)[否非]|(?<=和和)[平谐睦解约衷好气]|(?<=与与)会|(?<=及及)[时格早]"
    r"|(?<=对对)[方应话策立比等付待象外抗称照手口面]|(?<=由由)于|(?<=并并)[不非没]|(?<=或或)[许然多]|(?<=也也)门"
    r"|(?<=其其)[他它中余实后次]|(?<=将将)[军来近]|(?<=从从)[事而来])"
)
"""Function words written twice, but not words that only meet: 目的的, 为了了解, 和和平."""

_HAN = re.compile(r"([\u3400-\u9fff]{2,8})\1")
_HAN_BY_RIGHT = re.compile("[一逐]|代表代表[团国]")


@check(Severity.WARNING)
def repeated_word(pair: Pair) -> Iterator[Fault]:
    """Flag a word or short phrase written twice in a row, be it across a line break or a tag.

    Left alone: « nous nous », what the source repeats too (Pago Pago), what a language repeats by rule (خطوة خطوة for
    "step by step"), and Chinese words that only happen to meet: 目的的, 为了了解, 和和平.
    """
    raw = pair.unit.target
    target = plain(raw)
    if pair.target.code == "zh":
        yield from _han_faults(pair, raw, target)
        return
    if not _may_repeat(words(bare(target, pair.target.code))):
        return
    held = _words(target)
    for start, phrase in islice(_phrases(held), _ENOUGH):
        by_right = len(phrase) == 1 and phrase[0] in _BY_RIGHT.get(pair.target.code, ())
        beside = "-".join(held[max(0, start - 1) : start] + held[start + 2 : start + 3]).split("-")
        by_right |= phrase == ["en"] and held[start + 2 : start + 3] != [] and held[start + 2].endswith("ant")
        if by_right or (phrase[0] in _LETTER_NAMES and _LETTER_NAMES.intersection(beside)):
            continue
        if (fault := _fault(raw, phrase)) and not _repeats(pair):
            yield fault
            return


def _han_faults(pair: Pair, raw: str, target: str) -> Iterator[Fault]:
    """Yield the first function word, or the first word of two to six characters, that stands twice."""
    match = _HAN_TWICE.search(target)
    start, size = (match.start(), 1) if match else next(_han_twice(target), (0, 0))
    if size and not _repeats(pair):
        place = span_of(raw, target, start, start + 2 * size)
        wording = target[start : start + size]
        yield Fault(f"{wording} stands twice", place, fix=wording)


def _han_twice(text: str) -> Iterator[tuple[int, int]]:
    for match in _HAN.finditer(text):
        if len(set(match[1])) > 1 and not _HAN_BY_RIGHT.match(text, match.start()):
            yield match.start(), len(match[1])


def _may_repeat(held: Sequence[str]) -> bool:
    """Say quickly whether any words stand twice in a row, whatever stands between them; most texts have none."""
    if any(map(eq, held, held[1:])):
        return True
    return _TWO in bytes(map(eq, held, held[2:])) or _THREE in bytes(map(eq, held, held[3:]))


def _phrases(held: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the phrases of one to three words that stand twice in a row, and where."""
    for size in range(1, _LONGEST + 1):
        run = b"\1" * size
        same = bytes(map(eq, held, held[size:]))
        start = same.find(run)
        while start >= 0:
            phrase = held[start : start + size]
            if all(map(str.isalpha, phrase)) and (size > 1 or len(phrase[0]) > 1 or phrase[0] in _SINGLE):
                yield start, phrase
            start = same.find(run, start + 1)


def _words(text: str) -> list[str]:
    return [word.strip(_SIGNS) for word in text.casefold().split()]


def _repeats(pair: Pair) -> bool:
    """Say whether the source repeats something too, or asks for it: step by step."""
    source = plain(pair.unit.source)
    if _IN_TURN.search(source):
        return True
    if pair.source.code == "zh":
        return bool(_HAN_TWICE.search(source)) or any(_han_twice(source))
    return any(_fault(pair.unit.source, other) for _, other in islice(_phrases(_words(source)), _ENOUGH))


def _fault(raw: str, phrase: Sequence[str]) -> Fault | None:
    """Place the phrase in the text with markup; None where it stands in two paragraphs or cells."""
    wording = _GAP.join(map(re.escape, phrase))
    match = re.search(rf"(?<!\w)({wording}){_GAP}{wording}(?!\w)", raw, re.IGNORECASE)
    if not match:
        return None
    return Fault(f"{' '.join(phrase)} stands twice", Span(*match.span()), fix=None if "<" in match[0] else match[1])
