"""Tell when the translation of a short label goes on in brackets of its own."""

from __future__ import annotations

from tm.text.pattern import pattern

_SHORTEST = 25
"""Characters of labels, at most."""

_LONG_BRACKET = pattern(r"\s?[(（]([^()（）]{30,300}|[\u3400-\u9fff、，]{12,200})[)）]\Z")
_CLOSING = ")", "）"
_NAME_FOR_SHORT = pattern(r"[A-Z]{2}")


def goes_on(source: str, target: str) -> bool:
    """Say whether a plain translation goes on in brackets that are longer than the rest, and its source is a label.

    >>> goes_on("Type of request", "Type de demande (ordinaire, urgente ou à titre exceptionnel)")
    True
    """
    if not target.endswith(_CLOSING) or not _is_label(source):
        return False
    bracket = _LONG_BRACKET.search(target)
    return bracket is not None and len(bracket[1]) > bracket.start()


def _is_label(source: str) -> bool:
    """Say whether a text is short, without brackets, and without an acronym that brackets may explain."""
    return len(source) < _SHORTEST and "(" not in source and " " in source and not _NAME_FOR_SHORT.search(source)
