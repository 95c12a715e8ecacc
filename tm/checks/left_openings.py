"""The first words of a paragraph that were left in English: Mindful of the role, Recalling its resolution, Despite."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.untouched import dictionary
from tm.text.pattern import pattern

_OPENERS = frozenset(
    """
    Acknowledging Acting Affirming Alarmed Appreciating Aware Bearing Believing Cognizant Commending Concerned
    Condemning Conscious Considering Convinced Deeply Deploring Desiring Determined Disturbed Emphasizing Encouraged
    Encouraging Endorsing Expressing Gravely Guided Having Highlighting Mindful Noting Observing Reaffirming Realizing
    Recalling Recognizing Referring Regretting Reiterating Resolved Seized Stressing Taking Underlining Underscoring
    Viewing Welcoming Wishing
    Acknowledges Affirms Appeals Approves Authorizes Calls Commends Condemns Considers Decides Demands Deplores
    Emphasizes Encourages Endorses Expresses Highlights Recalls Recognizes Recommends Reaffirms Regrets Reiterates
    Requests Resolves Strongly Stresses Takes Underlines Underscores Urges Welcomes
    According Against Although Because Before Between Concerning Despite During Following Regarding Since Therefore
    Those Through Throughout Towards Under Unless Until Upon Whereas While With Within Without
    """.split()
)
"""What begins the paragraphs of a resolution, and clauses, and begins none in another language, nor a name."""

_BODY = (
    "Assembly|Council|Committee|Commission|Board|Court|Panel|Conference|Government|Secretary|Secretariat|Working"
    "|Special|Advisory|Mission|Group|Force|Chair|President|State|States|Member|Ministry|Organization|Parties"
)
_FIRST = pattern(
    r"[A-Z](?:(?<=\A.)|(?<=[.!?؟。！？；;:：)）–-] .)|(?<=[。！？；：）].)|(?<=\n.))[a-z]+"
    rf"(?:(?<=The) (?:{_BODY})|(?P<rest>(?: [a-z]+)+))?(?![\w’'/-]*[A-Za-z]| [A-Z])"
)
"""The first words of a paragraph or sentence, up to letters that are not English or to a sign."""

_FIRST_IN_LATIN = pattern(r"[A-Z](?:(?<=\A.)|(?<=[.!?;:)–-] .)|(?<=\n.))[a-z]+(?= [a-zéà]| (?:l|d|s|qu)['’])")
_LATIN = frozenset(("fr", "es"))

OPENERS = _OPENERS
"""One of these words is in a text in Latin letters that has anything of this."""


def left_openings(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of English first words, which stand so in its source.

    >>> list(left_openings("Recalling its resolution 70/1,", "Recalling sa résolution 70/1,", "fr"))
    [(0, 9)]
    """
    if language in _LATIN:
        found = (one for one in _FIRST_IN_LATIN.finditer(target) if one[0] in _OPENERS)
    else:
        found = (one for one in _FIRST.finditer(target) if _is_english(one[0], one["rest"]))
    yield from (one.span() for one in found if one[0] in source)


def _is_english(wording: str, rest: str | None) -> bool:
    """Say whether first words are no name: an opening verb, The Committee, or English in small letters behind one."""
    head = wording.split()[0]
    if head == "The" or head in _OPENERS:
        return head != "The" or wording != head
    return bool(rest) and head.casefold() in dictionary() and not dictionary().isdisjoint((rest or "").split())
