"""Say whether a number that changes is surely no subject, nor followed by what agrees with it: à 1,5 % de la somme."""

from __future__ import annotations

import re

from tm.text.pattern import pattern

_BEFORE = {
    "fr": pattern(
        r"(?:\(|(?<!\w)(?:(?:à|pour|par|avec|contre)\s|(?<!plus\s)(?<!près\s)(?<!moins\s)de\s|d['’](?=environ)"
        r"|(?:a|ont|avai(?:en)?t|aura|auront)\s(?!été\s)\w+(?:é|i|u|is|it)\s)"
        r"(?:environ\s|quelque\s)?)\Z",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"(?:\(|(?<!\w)(?:al?|en|por|para|con|contra|(?<!más\s)(?<!menos\s)(?<!cerca\s)(?<!alrededor\s)del?)"
        r"\s(?:un\s|unos\s)?)\Z",
        re.IGNORECASE,
    ),
    "ar": pattern(
        r"(?<!\w)[وف]?(?:(?:بال|ب|ال)?مبلغ(?:ا|اً)?|[بل]?قيمة|قيمته|قيمتها|قدره|قدرها|مقداره|مقدارها|ب?نحو|ب?حوالي|ب?زهاء|قرابة|بمقدار"
        r"|إلى|الى|من|على|عن|في|[تي]بلغ|بلغت?)\s\Z"
    ),
}
_AFTER = {
    "fr": pattern(
        r"(?:\s(?:de|d['’])\s?\w+)?,?\s(?:qui|que|\w{2,}(?:[éu]e?s?|is|ise)|a|est|sera|serait|était|fut|doit|peut)(?!\w)"
    ),
    "es": pattern(r"(?:\sde\s\w+)?,?\s(?:que|\w+[ai]d[oa]s?|es|fue|se|será|sería|ha|está)(?!\w)"),
    "ar": pattern(r"(?:\s\w+){0,2}،?\s(?:الذي|التي)(?!\w)"),
}
"""What would agree with the number from behind: 1 million de dollars alloué au Fonds."""

_NEAR = 24


def is_no_subject(text: str, start: int, end: int, language: str) -> bool:
    """Say it of a number with its million or its unit, from start to end; no other language than three is known.

    >>> is_no_subject("à 1,5 % du total", 2, 7, "fr"), is_no_subject("1,5 % du total va", 0, 5, "fr")
    (True, False)
    """
    if language not in _BEFORE:
        return False
    return bool(_BEFORE[language].search(text[max(0, start - _NEAR) : start])) and not _AFTER[language].match(text, end)
