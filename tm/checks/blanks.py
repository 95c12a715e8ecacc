"""Spaces that nobody means: doubled ones, and others at the edges than the source has."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import prose

_DOUBLE = pattern(r"(?<=\S)(?:[ \u00a0\u202f]{2,400}|[ \u00a0\u202f]?\t[ \u00a0\u202f\t]{0,400})(?=\S)")
_BESIDE = pattern(r"[\u00a0\u202f](?:(?<=[ \u00a0\u202f].)|(?=[ \u00a0\u202f]))")
_AROUND_TAG = pattern(r"(?<=[^\s>] )</?\d{1,3}> (?=[^\s<])")
_WIDE = pattern(r"(?<=\S)(?: {3}|\t)")
_AFTER_STOP = pattern(r"[.?!:…][\"'”’»)]{0,2} {2}(?=\S)")
_STOPS = ".?!:…\"'”’»)"
_NO_BREAK = "\u00a0\u202f"


@check(Severity.WARNING)
def double_space(pair: Pair) -> Iterator[Fault]:
    """Flag two spaces or more, or a tab, inside running text, be a tag between the spaces.

    Where the source has double spaces too it is only information.

    Left alone: indentation, tables and columns (three spaces or a tab in the source), code, and two spaces after a
    stop where the source keeps that habit.
    """
    target = pair.unit.target
    if "> " in target:
        yield from _around_tags(target, pair.unit.source)
    if "  " not in target and "\t" not in target and not _BESIDE.search(target):
        return
    text, source = prose(target), pair.unit.source
    for found in _DOUBLE.finditer(text):
        if _WIDE.search(source):
            return
        start, end = found.span()
        is_habit = text[start - 1] in _STOPS and _AFTER_STOP.search(source)
        if is_habit or found[0] != target[start:end]:  # or &nbsp;
            continue
        severity = Severity.INFO if "  " in source.strip() else None
        kept = next((space for space in found[0] if space in _NO_BREAK), " ")
        what = "a tab" if "\t" in found[0] else f"{end - start} spaces"
        yield Fault(f"{what} in running text", at=Span(start, end), fix=kept, severity=severity)


def _around_tags(target: str, source: str) -> Iterator[Fault]:
    """Yield the spaces that stand on both sides of a numbered tag, which shows as nothing: « de <1> la »."""
    if not _AROUND_TAG.search(source):
        for found in _AROUND_TAG.finditer(target):
            yield Fault("a space on both sides of a tag", at=Span(found.end() - 1, found.end()), fix="")


@check(Severity.WARNING)
def edge_space(pair: Pair) -> Iterator[Fault]:
    """Flag spaces or line ends at the beginning or the end that the source has not, or has otherwise.

    What stands at the edges joins a text to what comes before and after it, so it is kept as in the source. A new line
    that only one side has is an error, as it is to gettext, which makes no catalogue of such a file.

    Left alone: a space that Chinese does not need, and one that the source has behind its last stop.
    """
    source, target = pair.unit.source, pair.unit.target
    if not (source and target) or not (
        source[0].isspace() or source[-1].isspace() or target[0].isspace() or target[-1].isspace()
    ):
        return
    before, theirs, after = _edges(source)
    lead, ours, trail = _edges(target)
    if not theirs or not ours:
        return
    if ours[0] in "»:;!?":  # French has a no-break space there, which others may have as theirs
        before = _as(before, lead)
    if ours[-1] == "«":
        after = _as(after, trail)
    if lead != before and not _is_needless(pair, before, lead):
        severity = _severity(source[0] == "\n", target[0] == "\n")
        yield Fault(_message("beginning", before, lead), at=Span(0, len(lead)), fix=before, severity=severity)
    if trail != after and not (
        _is_needless(pair, after, trail) or (not trail and after == " " and theirs[-1] in ".?!")
    ):
        end, severity = len(target), _severity(source[-1] == "\n", target[-1] == "\n")
        yield Fault(_message("end", after, trail), at=Span(end - len(trail), end), fix=after, severity=severity)


def _edges(text: str) -> tuple[str, str, str]:
    """Take the white space at both ends apart; linear, however much there is."""
    inner = text.strip()
    start = len(text) - len(text.lstrip())
    return text[:start], inner, text[start + len(inner) :] if inner else ""


def _as(theirs: str, ours: str) -> str:
    """Give the other's white space as it is here, where only no-break spaces differ from plain ones."""
    plain = ours.translate(dict.fromkeys(map(ord, _NO_BREAK), " "))
    return ours if plain == theirs else theirs


def _severity(theirs: bool, ours: bool) -> Severity | None:
    return Severity.ERROR if theirs != ours else None


def _is_needless(pair: Pair, theirs: str, ours: str) -> bool:
    return not ours and theirs == " " and pair.target.sentence_gap == ""


def _message(where: str, theirs: str, ours: str) -> str:
    if not theirs:
        return f"white space at the {where} that the source has not"
    return f"no white space at the {where}, as the source has" if not ours else f"other white space at the {where}"
