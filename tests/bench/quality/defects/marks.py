"""Spoil tags, markers of lists and paragraphs, footnotes, brackets and quotation marks."""

from __future__ import annotations

import random
import re

from quality.defects.defect import Texts, defect, is_sentence, put_in

_QUOTES = {"ar": ("”", "“"), "es": ("“", "”"), "fr": ("« ", " »"), "ru": ("«", "»"), "zh": ("“", "”")}
_LETTERS = {"ar": "أبجدهوز", "es": "abcdefg", "fr": "abcdefg", "ru": "abcdefg", "zh": "abcdefg"}
_MARKER = {"ar": "({}) ", "es": "{}) ", "fr": "{}) ", "ru": "{}) ", "zh": "({}) "}


def _words(text: str, language: str) -> tuple[int, int] | None:
    """Find where the third word, or the third to fifth character of Chinese, begins and ends."""
    if language == "zh":
        return (2, 5) if len(text) > 8 and not re.search(r"[\W\d]", text[:6]) else None
    found = [one.span() for one in re.finditer(r"[^\W\d_]{3,}", text)]
    return found[2] if len(found) > 4 else None


def _surrounded(text: str, span: tuple[int, int], mark: tuple[str, str]) -> str:
    start, end = span
    return f"{text[:start]}{mark[0]}{text[start:end]}{mark[1]}{text[end:]}"


def _tags(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    mine, theirs = _words(source, "en"), _words(target, language)
    if not is_sentence(source, target) or not mine or not theirs:
        return None
    given, right = _surrounded(source, mine, ("<1>", "</1>")), _surrounded(target, theirs, ("<1>", "</1>"))
    wrong = chance.choice(
        [right.replace("</1>", ""), target, right.replace("</1>", "</ 1>"), right.replace("1>", "2>"), f"{right}<2/>"]
    )
    return (given, right), (given, wrong)


def _bracket(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    mine, theirs = _words(source, "en"), _words(target, language)
    if not is_sentence(source, target) or not mine or not theirs or re.search(r"[()（）]", source + target):
        return None
    marks = ("（", "）") if language == "zh" else ("(", ")")
    given, right = _surrounded(source, mine, ("(", ")")), _surrounded(target, theirs, marks)
    return (given, right), (given, right.replace(chance.choice(marks), "", 1))


def _quote(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    mine, theirs = _words(source, "en"), _words(target, language)
    if not is_sentence(source, target) or not mine or not theirs or re.search('["“”«»„]', source + target):
        return None
    given, right = _surrounded(source, mine, ("“", "”")), _surrounded(target, theirs, _QUOTES[language])
    return (given, right), (given, right.replace(chance.choice(_QUOTES[language]), "", 1))


def _other_quotes(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    mine, theirs = _words(source, "en"), _words(target, language)
    if not is_sentence(source, target) or not mine or not theirs or re.search('["“”«»„]', source + target):
        return None
    given, right = _surrounded(source, mine, ("“", "”")), _surrounded(target, theirs, _QUOTES[language])
    return (given, right), (given, _surrounded(target, theirs, ('"', '"')))


def _marker(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target) or re.match(r"\W|\d|\w\)", source):
        return None
    place = chance.randrange(5)
    form, letters = _MARKER[language], _LETTERS[language]
    given, right = f"({'abcdefg'[place]}) {source}", form.format(letters[place]) + target
    wrong = target if chance.random() < 0.5 else form.format(letters[place + 1]) + target
    return (given, right), (given, wrong)


def _paragraph(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target) or re.match(r"\W|\d", source):
        return None
    number = chance.randrange(2, 98)
    given, right = f"{number}. {source}", f"{number}. {target}"
    return (given, right), (given, target if chance.random() < 0.4 else f"{number + 1}. {target}")


def _footnote(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if not is_sentence(source, target) or "[" in source:
        return None
    number = chance.randrange(2, 30)
    given, right = put_in(source, f"[{number}]", "en"), put_in(target, f"[{number}]", "en")
    return (given, right), (given, target if chance.random() < 0.5 else put_in(target, f"[{number + 1}]", "en"))


def _end(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
    if source[-1:] != "." or target[-1:] not in ".。" or re.search(r"(?<!\w)\w{1,4}\.\Z", target):
        return None
    question = "؟" if language == "ar" else "？" if language == "zh" else " ?" if language == "fr" else "?"
    colon = "：" if language == "zh" else " :" if language == "fr" else ":"
    return (source, target), (source, target[:-1] + chance.choice(["", question, colon]))


DEFECTS = (
    defect("tag lost, added or broken", "tag", _tags),
    defect("bracket lost", "unpaired", _bracket),
    defect("quotation mark lost", "unpaired quotes", _quote),
    defect("straight quotation marks", "quotes", _other_quotes, "fr ru zh"),
    defect("list marker lost or changed", "list-marker", _marker),
    defect("paragraph number lost or changed", "paragraph-number number", _paragraph),
    defect("footnote lost or changed", "footnote number", _footnote),
    defect("other stop at the end", "end-punctuation", _end),
)
