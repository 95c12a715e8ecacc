"""Letters of another script than their word's or their text's, which no reader sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.checks.stray_latin import stray_latin
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.traditional import JAPANESE, TRADITIONAL

_Ranges = tuple[str, ...]
"""Letters, each range by its first and its last."""

_LATIN: _Ranges = ("AZ", "az", "\u00c0\u00d6", "\u00d8\u00f6", "\u00f8\u024f")
_GREEK: _Ranges = ("\u0370\u03ff",)
_CYRILLIC: _Ranges = ("\u0400\u052f",)
_ARABIC: _Ranges = ("\u0620\u063f", "\u0641\u064a", "\u0671\u06d3")
_HAN: _Ranges = ("\u3400\u9fff",)
_RADICALS: _Ranges = ("\u2e80\u2fdf", "\uf900\ufaff")
"""Radicals and compatibility characters that look like Chinese ones, as copied from PDF."""

_FAR: _Ranges = (
    "\u0531\u058f", "\u05d0\u05ea", "\u0904\u0939", "\u0e01\u0e2e", "\u10a0\u10ff", "\u1100\u11ff", "\u3041\u3096",
    "\u30a1\u30fa", "\u3105\u312f", "\u3131\u318e", "\u31a0\u31bf", "\uac00\ud7af", "\uff66\uff9f",
)  # fmt: skip
"""Letters that none of the six languages has."""

_GREEK_TWIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνρτυχ"
"""Greek letters that look like Latin ones; α, β, γ, Δ and μ stand in names and units by right: TNFα, μg."""

_PERSIAN = "\u06a9\u06be\u06c0\u06c1\u06c3\u06cc\u06d2\u06d5"


def _class(ranges: _Ranges) -> str:
    return "".join(f"{one[0]}-{one[1]}" for one in ranges)


class _Letters(dict[str, bool]):
    """Says of each character whether it is one of some letters; a class of so many takes longer to compile."""

    def __init__(self, ranges: _Ranges, others: str = "") -> None:
        super().__init__()
        self._ranges, self._others = ranges, others

    def __missing__(self, char: str) -> bool:
        found = self[char] = char in self._others or any(one[0] <= char <= one[1] for one in self._ranges)
        return found

    def are_in(self, text: str) -> bool:
        """Say whether a text has any of them."""
        return any(map(self.__getitem__, text))


_RARE = {
    "Latn": _Letters((*_GREEK, *_CYRILLIC, *_ARABIC, *_HAN, *_FAR)),
    "Cyrl": _Letters((*_LATIN, *_GREEK, *_ARABIC, *_HAN, *_FAR)),
    "Arab": _Letters((*_LATIN, *_GREEK, *_CYRILLIC, *_HAN, *_FAR), _PERSIAN),
    "Hans": _Letters((*_GREEK, *_CYRILLIC, *_ARABIC, *_FAR, *_RADICALS), TRADITIONAL + JAPANESE),
}
"""The letters that are rare in a text of each script: only there can anything be wrong."""

_SIGNS = {
    "Latn": "、。，；：？！（）《》【】،؛؟٪",
    "Cyrl": "、。，；：？！（）《》【】،؛؟٪",
    "Arab": "、。，；：？！（）《》【】",
    "Hans": "،؛؟",
}
"""Punctuation of other scripts, which keyboards leave, and what it stands for."""

_SIGN_FOR = dict(zip("、。，；：？！（）،؛؟٪", ",.,;:?!(),;?%", strict=True))
_SIGN_IN = {"Arab": {",": "،", ";": "؛", "?": "؟"}, "Hans": {",": "，", ";": "；", "?": "？"}}

_RADICAL = _Letters(_RADICALS)
_STRANGERS = {
    "Cyrillic": _Letters(_CYRILLIC),
    "Arabic": _Letters(_ARABIC),
    "Chinese": _Letters(_HAN),
    "foreign": _Letters(_FAR),
}
_GREEKS = _Letters(_GREEK)
_OWN = {"Cyrl": "Cyrillic", "Arab": "Arabic", "Hans": "Chinese"}
_ALPHABETS = {"l": _Letters(_LATIN), "c": _STRANGERS["Cyrillic"], "a": _STRANGERS["Arabic"]}

_MAYBE_RARE = {
    "Latn": pattern(r"[^\x00-\u036f\u2000-\u206f]"),
    "Cyrl": pattern(r"[^\x00-@\[-`{-\u00bf\u0400-\u052f\u2000-\u206f]"),
    "Arab": pattern(r"[^\x00-@\[-`{-\u00bf\u0600-\u06a8\u2000-\u206f]"),
    "Hans": pattern(f"[،؛؟{_class((*_GREEK, *_CYRILLIC, *_ARABIC, *_FAR, *_RADICALS))}{TRADITIONAL}{JAPANESE}]"),
}
"""Where one of them may stand; without ranges of many thousand characters, such a class is quick to compile."""

_LAST_LETTER = pattern(rf"[{_class(_ARABIC)}]{{3}}[a-z](?![\w-])")
"""A single small Latin letter at the end of an Arabic word: no prefix glued to a name."""

_FIRST_LETTER = pattern(rf"[A-Za-z](?<![\w\\%&$@#/<-].)[{_class(_ARABIC)}]{{2}}")
"""A Latin letter at its beginning, such as an l for an alif: lلسكاني."""

_INFLECTED = pattern(rf"(?=[A-Z]*[DFGIJLNQRSUVWZ])[A-Z]{{2,}}(?![{_class(_LATIN)}])[\u0430-\u0451]{{1,4}}")
"""A Latin acronym with a Russian ending and no hyphen, PDFы: bad style, but nobody is misled."""

_LATIN_TWINS = "ABCEHKMOPTXYaceopxy"
_CYRILLIC_TWINS = "АВСЕНКМОРТХУасеорху"
_GREEK_TWINS = {"Ο": "O", "ο": "o", "Α": "A", "α": "a", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "ι": "i"}
_GREEK_TWINS |= {"Κ": "K", "κ": "k", "Μ": "M", "Ν": "N", "ν": "v", "Ρ": "P", "ρ": "p", "Τ": "T", "Υ": "Y", "υ": "u"}
_TO_LATIN = str.maketrans({**dict(zip(_CYRILLIC_TWINS, _LATIN_TWINS, strict=True)), **_GREEK_TWINS, "Χ": "X", "χ": "x"})
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_ALL_LATIN = pattern(rf"[{_class(_LATIN)}\d_]+")
_ALL_CYRILLIC = pattern(rf"[{_class(_CYRILLIC)}\d_]+")

_TWIN_WORD = pattern(f"[{_LATIN_TWINS}]{{1,12}}")
_BESIDE = pattern(r"[\w.'’/@_-]")
_SMALL_BEFORE = pattern(r"[\u0430-\u0451],? \Z")
_SMALL_AFTER = pattern(r" (?!или? )[\u0430-\u0451\d]")
_START = pattern(r"(?:^|[.!?] )\Z")


@check(Severity.ERROR)
def mixed_script(pair: Pair) -> Iterator[Fault]:
    """Flag letters of a wrong script: a Latin c in the Russian word счета, a Cyrillic а in a French one.

    Looks for words made of two alphabets, words of an alphabet that neither the language nor the source uses, Russian
    words written wholly in Latin look-alikes, Persian letters in Arabic (ی and ک for ي and ك) and traditional
    or Japanese characters in simplified Chinese; these are warnings. Radicals such as ⽤ are no Chinese characters.
    Latin names in any text, Roman numerals (XX век), IPCC-ные with its hyphen, μg, TNFα and whatever the source writes
    in the same way are left alone. Punctuation of Chinese or Arabic in a text of another script is told
    of, too, and words in small Latin letters that the source does not have: 举ban.

    Source: Unicode Technical Standard 39, confusable characters.
    """
    source, raw, script = plain(pair.unit.source), pair.unit.target, pair.target.script
    if raw.isascii():
        return
    target = plain(raw)
    if script != "Latn":
        for start, end in stray_latin(source, target, raw, is_chinese=script == "Hans"):
            at = span_of(raw, target, start, end)
            yield Fault(
                f"{target[start:end]} is in Latin letters, and not in the source", at, severity=Severity.WARNING
            )
    if not _MAYBE_RARE[script].search(target):  # as most
        return
    for fault in chain(_faults(source, target, script), _signs(source, target, script)):
        at = span_of(raw, target, fault.at.start, fault.at.end) if fault.at else None
        yield replace(fault, at=at)


def _faults(source: str, target: str, script: str) -> Iterator[Fault]:
    """Yield what is wrong, placed in the plain text; of whole words of another script only the first."""
    done, strangers = 0, False
    for start, end in _rare(target, script):
        if start < done:
            continue
        run = target[start:end]
        if _meets(target, start, end):
            start, done = _word(target, start, end)
            word = target[start:done]
            if not _INFLECTED.fullmatch(word) and not _has(source, word):
                yield Fault(f"{word} is made of letters of two scripts", Span(start, done), fix=_mended(word, script))
        elif script == "Cyrl" and _is_twin(source, target, start, end):
            yield Fault(f"{run} is in Latin letters", Span(start, end), fix=run.translate(_TO_CYRILLIC))
        elif not strangers and (fault := _stranger(source, run, Span(start, end), script)):
            strangers = True
            yield fault


def _signs(source: str, target: str, script: str) -> Iterator[Fault]:
    """Yield signs of another script that the source does not have, each but once."""
    own = _SIGN_IN.get(script, {})
    for sign in _SIGNS[script]:
        place = target.find(sign)
        if place >= 0 and sign not in source:
            right = _SIGN_FOR.get(sign)
            right = own.get(right, right) if right else None
            message = f"{sign} is a sign of {'Chinese' if sign > '٪' else 'Arabic'}"
            message = f"{message}: write {right}" if right else message
            yield Fault(message, Span(place, place + 1), fix=right, severity=Severity.WARNING)


def _rare(text: str, script: str) -> Sequence[tuple[int, int]]:
    """Give the runs of letters that are rare in a script; they are found one by one, as most texts have none."""
    found: list[tuple[int, int]] = []
    for start in _places(text, script):
        first = found.pop()[0] if found and found[-1][1] == start else start
        found.append((first, start + 1))
    return found


def _places(text: str, script: str) -> Sequence[int]:
    letters = _RARE[script]
    return [match.start() for match in _MAYBE_RARE[script].finditer(text) if letters[match[0]]]


def _stranger(source: str, run: str, place: Span, script: str) -> Fault | None:
    """Say what is wrong with letters that neither the language nor the source has."""
    letter = run[0]
    if script == "Arab" and letter in _PERSIAN:
        fix = "ك" if run == "ک" else None
        return None if letter in source else Fault(f"{letter} is a Persian letter", place, None, fix, Severity.WARNING)
    if script == "Hans" and _RADICAL[letter]:
        fix = unicodedata.normalize("NFKC", run)
        return Fault(
            f"{letter} is a radical, and no character of Chinese text", place, None, fix if fix != run else None
        )
    if script == "Hans" and _STRANGERS["Chinese"][letter]:
        kind = "Japanese" if letter in JAPANESE else "traditional"
        return None if letter in source else Fault(f"{letter} is a {kind} character", place, severity=Severity.WARNING)
    if script == "Hans" and _GREEKS[letter]:
        named = unicodedata.name(letter).partition("LETTER ")[2].split(" ")[0].lower().replace("lamda", "lambda")
        is_named = _GREEKS.are_in(source) or named in _folded(source) or "micro" in source
        return None if is_named or len(run) > 1 else Fault(f"{run} is in Greek letters", place)
    for name, letters in _STRANGERS.items():
        if name != _OWN.get(script) and letters.are_in(run) and not letters.are_in(source):
            return Fault(f"{run[:40]} is in {name} letters", place, fix=_mended(run, script))
    return None


def _meets(text: str, start: int, end: int) -> bool:
    """Say whether a run of rare letters touches, or holds, letters of another alphabet that it may not touch."""
    stretch = text[max(0, start - 1) : end + 1]
    if stretch.isascii():
        return False
    kinds = {name for name, letters in _ALPHABETS.items() if letters.are_in(stretch)}
    if "a" in kinds:  # Arabic glues its prefixes to names: only a letter amid the other alphabet is a slip
        outer = [name for name in (_alphabet(stretch[0]), _alphabet(stretch[-1])) if name]
        is_other = len(kinds) > 1 or any("\u0370" <= char <= "\u03ff" for char in stretch)
        if is_other and len(outer) == 2 and outer[0] == outer[1] and start > 0:
            return True
        return bool(_LAST_LETTER.match(text[max(0, start - 3) : end + 1]) or _FIRST_LETTER.match(text, start))
    if len(kinds) > 1:
        return True
    return bool(kinds) and any(
        char in _GREEK_TWIN or (stretch[place + 1 : place + 2].islower() and stretch[place - 1 : place].islower())
        for place, char in enumerate(stretch)
        if "\u0370" <= char <= "\u03ff"
    )


def _alphabet(char: str) -> str:
    return next((name for name, letters in _ALPHABETS.items() if letters[char]), "")


def _is_twin(source: str, target: str, start: int, end: int) -> bool:
    """Say whether Latin letters are a Russian word in look-alikes: « c » for « с », OOH for ООН."""
    word = target[start:end]
    if not _TWIN_WORD.fullmatch(word) or _BESIDE.match(target[start - 1 : start]) or _BESIDE.match(target, end):
        return False
    if len(word) > 1:
        if set(word) == {"X"}:  # the Roman numeral of XX век
            return False
        return (word.isupper() or word.islower()) and not _has(_folded(source), word.casefold())
    before = target[max(0, start - 3) : start]
    if not _SMALL_AFTER.match(target, end):
        return False
    if word in "ACOYBK":
        return bool(_START.search(before))
    return (word in "coy" and bool(_SMALL_BEFORE.search(before))) or (word == "a" and before.endswith(", "))


@lru_cache(maxsize=256)  # the same word may stand there a thousand times
def _has(text: str, word: str) -> bool:
    return word in text


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.casefold()


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _mended(word: str, script: str) -> str | None:
    """Write a word in one script where its foreign letters all have a look-alike; the text's script is tried first."""
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    answers = [form for form, whole in ((cyrillic, _ALL_CYRILLIC), (latin, _ALL_LATIN)) if whole.fullmatch(form)]
    return answers[0 if script == "Cyrl" else -1] if answers else None
