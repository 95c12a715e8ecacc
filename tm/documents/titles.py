"""Titles that nothing marks as such: annexes, numbered section titles, and what stands before the first sentence."""

from __future__ import annotations

import re

_ANNEX = re.compile(
    r"""(?:
        Annex(?:es)? | Enclosures? | Appendix | Appendices
      | Annexes? | Pièces?\ jointes? | Appendice
      | Anexos? | Apéndices?
      | Приложени[ея] | Добавлени[ея]
      | (?:附件|附录|附文)
      | (?:المرفق(?:ات)?|التذييل|الضميمة|ضميمة|مرفق)
    )
    (?P<rest> \Z | [\ \N{NO-BREAK SPACE}]? (?:[IVXLC]{1,7}|[A-Z]|\d{1,3}|[一二三四五六七八九十]{1,3})\b.* | \*+\Z
      | \ (?:to|of)\ the\b.*
      | \ (?:à|au|aux|de|du|des)\b.*
      | \ (?:al?|del?|de\ la)\b.*
      | \ к\ .*
      | [:：.]? \ ?\Z
      | \ (?:الرسالة|للرسالة|الأول|الثاني|الثالث|الرابع|الخامس|السادس)\b.*
    )\Z""",
    re.VERBOSE,
)

_INITIAL = re.compile(r"\w\.")
_CLOSERS = "\"'”’»)]*†‡*_」』）】"
_ENDINGS = tuple(".!?。！？؟…:;,،؛：；、")
_LONGEST = 600
_LONGEST_SECTION = 160
_MOST_WORDS_OF_LABEL = 2


def ends_like_text(text: str) -> bool:
    """Tell whether a text ends with a mark that sentences and their parts end with."""
    return text.rstrip(_CLOSERS + " ").endswith(_ENDINGS)


def could_be_title(text: str) -> bool:
    """Tell whether a text could stand as a title: not too long, no small initial, no mark at the end."""
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and len(text) <= _LONGEST and not first.islower() and not ends_like_text(text)


def is_annex(text: str) -> bool:
    """Tell whether a text announces an annex, enclosure or appendix.

    >>> is_annex("Annex II"), is_annex("Annex II contains the list of participants.")
    (True, False)
    """
    if len(text) > _LONGEST or _ANNEX.match(text) is None:
        return False
    return not ends_like_text(text) or len(text.split()) <= _MOST_WORDS_OF_LABEL


def is_section_title(text: str) -> bool:
    """Tell whether the text behind a label such as `II.` is a title rather than a sentence, or the rest of a name."""
    return not _INITIAL.match(text) and len(text) <= _LONGEST_SECTION and could_be_title(text)
