"""The no-break spaces of French: before tall signs and inside guillemets."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.typography import CLOSERS, MARKS, NoBreak, is_as_in_source, typography
from tm.checks.verbatim import is_verbatim
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import BREAK, OBJECT, TAG, prose

_SIGNS = ";:!?»%‰«"
_SUSPECT = pattern(rf"[{_SIGNS}](?:(?<![\u00a0\u202f«].)|(?<=«)(?![\u00a0\u202f]))")
"""Signs without a no-break space; nearly all units have none, and go."""

_WORD_END = pattern(rf"[\w{MARKS}{CLOSERS}°²³…]")
_NEXT = pattern(rf"(?=[\s{TAG}{BREAK}{CLOSERS}.,;!?…]|\Z)")
_OPENED = pattern(r"(?:<[^<>/](?:[^<>]{0,1000}[^<>/])?>){1,20}\Z")
"""Tags that the sign itself stands in: the space belongs before those, and after the tags that end before the sign."""

_ORDINARY = " \N{THIN SPACE}\N{FOUR-PER-EM SPACE}\N{THREE-PER-EM SPACE}"


@check(Severity.WARNING, targets=("fr",), signs=_SIGNS)
def french_spacing(pair: Pair) -> Iterator[Fault]:
    """Flag a missing no-break space before : ; ! ? » % or after «, and an ordinary space there.

    French sets a space that does not break before tall signs and inside guillemets; where an ordinary one stands, the
    sign may begin the next line. U+00A0 and the narrow U+202F are both right. Before % an ordinary space is only told
    as information.

    Left alone: addresses, code and placeholders, times and ratios (`12:30`, `1 : 2`), `::`, emoticons, and words that
    are as in the source, such as an English title.

    Source: Imprimerie nationale, Lexique des règles typographiques; United Nations documents in French.
    """
    habits = typography("fr").no_break
    text = prose(pair.unit.target)
    if habits is None or is_verbatim(pair.unit):
        return
    for found in _SUSPECT.finditer(text):
        sign, place = found[0], found.start()
        if sign in habits.after:
            fault = _after(text, place, habits)
        else:
            fault = _before(pair.unit.target, text, place, habits)
            if fault and sign in "!?:;" and is_as_in_source(text, place, pair.unit.source):
                fault = None
        if fault:
            yield fault


def _after(text: str, place: int, habits: NoBreak) -> Fault | None:
    following = text[place + 1 : place + 2]
    if following and following in _ORDINARY:
        message = f"an ordinary space after {text[place]} may break the line: it should be a no-break space"
        return Fault(message, at=Span(place + 1, place + 2), fix=habits.character)
    if not following or following.isspace() or following in {OBJECT, *")]}"}:
        return None
    return Fault(f"no no-break space after {text[place]}", at=Span(place + 1, place + 1), fix=habits.character)


def _before(raw: str, text: str, place: int, habits: NoBreak) -> Fault | None:
    """Judge the space before the sign at a place, where it is a sign of punctuation or of per cent."""
    edge = place
    while edge and text[edge - 1] == TAG:
        edge -= 1
    before = text[edge - 1 : edge]
    if not before or before in habits.fine or not _is_punctuation(text, edge, place, habits):
        return None
    sign = text[place]
    if before not in _ORDINARY:
        opened = _OPENED.search(raw, edge, place)
        at = opened.start() if opened else place
        return Fault(f"no no-break space before {sign}", at=Span(at, at), fix=habits.character)
    message = f"an ordinary space before {sign} may break the line: it should be a no-break space"
    severity = Severity.INFO if sign in habits.percent else None
    return Fault(message, at=Span(edge - 1, edge), fix=habits.character, severity=severity)


def _is_punctuation(text: str, edge: int, place: int, habits: NoBreak) -> bool:
    last = text[:edge].rstrip(_ORDINARY)[-1:] if text[edge - 1] in _ORDINARY else text[edge - 1]
    if text[place] in habits.percent:
        return last.isdigit() and not text[place + 1 : place + 2].isalnum()
    if text[place] == "»":
        return last not in ("", OBJECT, BREAK, *"([{") and not last.isspace()
    if last.isdigit() and text[edge - 1] in _ORDINARY and text[place + 1 : place + 3].strip()[:1].isdigit():
        return False  # the ratio 1 : 2
    return bool(_WORD_END.match(last) and _NEXT.match(text, place + 1))
