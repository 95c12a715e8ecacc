"""Find headings of which only the first word is left: "Adoption of the agenda" as « Adoption », "Note by …"."""

from __future__ import annotations

from tm.text.pattern import pattern

_LONGEST = 90
"""Characters of a heading."""

_HEAD = pattern(
    r"\W{0,3}(?:(?:\d{1,3}|[A-Z]|[IVX]{1,4}|[a-z])[.)]\s+)?"
    r"(?!Open|Clos|Table|Suspension|Adjournment|Continuation|Resumption|Conclusion)"
    r"(?P<head>(?:(?P<paper>(?:Report|Note|Letter|Statement|Message|Memorandum|Programme|Status)\s(?:of|by|from))"
    r"|[A-Z][a-z]+(?:tion|sion|ment|ance|ence|val|sal|eview)(?:,?\sand\s[a-z]+)?\sof)\s(?:the\s|an?\s|its\s|their\s)?"
    r"[A-Za-z][\w’'-]{3,}[^.;:!?]*)[.;:]?\s*\Z"
)
"""A deed, of something that is not known without it, or a paper of somebody; sessions are opened in a word."""

_OF = (" of ", " by ", " from ")

_LABEL = pattern(r"\W{0,4}(?:(?:\d{1,3}|[A-Za-z]|[IVX]{1,4}|[一二三四五六七八九十]{1,3})\s?[.)、．-]\s*)?[\W_]*")
_WORD = pattern(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)?")
_PART = {"ar": 0.6, "es": 0.65, "fr": 0.65, "ru": 0.42}
"""What part of a heading a single word may be and no more than its head, in characters: Russian compounds many."""

_OF_CHINESE = 2
"""Characters of a Chinese word."""


def only_head(source: str, target: str, language: str) -> bool:
    """Say whether a plain translation of an English heading is a single word, which leaves its complement out.

    >>> only_head("1. Adoption of the agenda.", "1. Adoption.", "fr")
    True
    """
    if len(source) > _LONGEST or 2 * len(target) > _LONGEST or not any(map(source.__contains__, _OF)):
        return False
    head = _HEAD.match(source)
    if head is None:
        return False
    label = _LABEL.match(target)
    said = target[label.end() if label else 0 :].rstrip(" .;:。；：،؛")
    if language == "zh":  # which has words of two characters for much: 环保 for environmental protection
        return len(said) <= _OF_CHINESE and (head.start("head") > 0 or head["paper"] is not None)
    return bool(_WORD.fullmatch(said)) and len(said) < _PART.get(language, 0) * len(head["head"])
