"""Keep left-to-right text whole where it stands in right-to-left text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_WORD = f"[$€£#+]?[{_LATIN}0-9]++(?:(?:[-./:,–—'’@_=?#%+~]|&amp;){{1,3}}[{_LATIN}0-9]++)*+[%‰°]?"
_GAP = f"[.,;:]?[{_SPACE}\t\n]{{1,3}}(?:(?:[-–—/]|&amp;)[{_SPACE}\t\n]{{1,3}})?"
_WORDS = f"{_WORD}(?:{_GAP}{_WORD})*+"
_PART = f"(?:{_WORD}|<(?:em|strong)>{_WORDS}</(?:em|strong)>)"
_BRACKETS = rf"(?:[{_SPACE}]?(?:\({_WORDS}\)|\[{_WORDS}\]))"

_RUN = re.compile(f"{_PART}(?:{_BRACKETS}|{_GAP}{_PART})*+")
_FIGURES = re.compile(f"<[^>]*>|&[#\\w]+;|(?P<figures>{_WORD}(?:[{_SPACE}]{_WORD})*+)")
_GROUPED = "[٠-٩]{1,3}(?:[" + _SPACE + "][٠-٩]{3})++(?![٠-٩])"
_FOUND = re.compile(f"(?P<run>{_RUN.pattern})|(?P<number>{_GROUPED})|<[^>]*>|&[#\\w]+;")
_LETTER = re.compile(f"[{_LATIN}]")
_MARKUP = re.compile("<[^>]*>|&[#\\w]+;")


def isolate(html: str) -> str:
    """Give each run of Latin words, numbers and symbols one element that is set from left to right.

    Neighbours are one run, with their brackets; figures are one only where nothing but spaces is between them, and
    brackets after figures stand apart from them, since both are read in the direction of the text around.

    >>> isolate("سكان 1 250 300، باريس (Paris)")
    'سكان <bdi dir="ltr">1 250 300</bdi>، باريس (<bdi dir="ltr">Paris</bdi>)'
    """
    return _FOUND.sub(_isolated, html)


def _isolated(found: re.Match[str]) -> str:
    if found["number"]:
        # Arabic figures with spaces go from right to left in an isolate, too.
        return f'<bdo dir="ltr">{found["number"]}</bdo>'
    run = found["run"]
    if not run:
        return found[0]
    place = min((at for at in (run.find("("), run.find("[")) if at >= 0), default=len(run))
    head, rest = run[:place], run[place:]
    if _LETTER.search(_MARKUP.sub("", head)):
        return _element(run)
    return _FIGURES.sub(lambda one: _element(one[0]) if one["figures"] else one[0], head) + isolate(rest)


def _element(text: str) -> str:
    return f'<bdi dir="ltr">{text}</bdi>'


_EDGE = re.compile(r'(<bdi dir="ltr">.*?</bdi>)')


def left_to_right(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a text, escaped as XML, where its direction changes; yield whether a piece goes from right to left.

    >>> list(left_to_right("باريس (Paris)"))
    [(True, 'باريس ('), (False, 'Paris'), (True, ')')]
    """
    for piece in _EDGE.split(_GROUPS.sub("", isolate(text))):
        if piece:
            is_rtl = not piece.startswith("<bdi")
            yield is_rtl, piece if is_rtl else piece[len('<bdi dir="ltr">') : -len("</bdi>")]


_GROUPS = re.compile("</?bdo[^>]*>")
