"""Names of bodies that are cut off, or have lost the acronym behind them: "… Agency for Palestine Refugees (UNRWA)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.checks.check import Fault
from tm.checks.place import span_of
from tm.checks.wording import BODIES, Target, terms
from tm.model.term import Concept, TermKind
from tm.terminology.recognize import Occurrence, chinese_core, content_keys
from tm.text.pattern import pattern
from tm.text.plain import plain

_FEWEST, _FEWEST_CHINESE = 3, 5
"""Words, and characters in Chinese, that are left of a name."""

_OWN_ACRONYMS = frozenset({"es", "fr", "ru"})
"""Languages that keep an acronym behind a name; Arabic and Chinese may leave it out."""

_TO_END = pattern(r"[\s.;:)]*(?:\(\w[\w-]*\)[\s.;:]*)?\Z")
_ACRONYM = pattern(r"\s?\((?P<name>[A-Z][\w-]+)\)")
_ANY_ACRONYM = pattern(r"[A-ZА-ЯЁ]{3}|[(（][^\W\d_]")


def cut_names(lost: Sequence[Occurrence], raw: str, target: Target) -> Iterator[tuple[str, Fault]]:
    """Yield, by their concepts, names of which the translation has only the beginning, or not all and no acronym.

    Args:
        lost: what of the source the translation does not name.
        raw: the source.
    """
    named = [one for one in lost if one.concept.subject in BODIES and one.term.kind is not TermKind.ACRONYM]
    text = plain(raw) if named else ""
    for one in named:
        acronym = _ACRONYM.match(text, one.end)
        is_bare = acronym and target.language in _OWN_ACRONYMS and not _ANY_ACRONYM.search(target.text)
        if _TO_END.match(text, one.end) and _is_cut_off(one.concept, target):
            message = f"the name {one.term.text} is cut off in the translation"
        elif acronym and is_bare and any(term.kind is TermKind.ACRONYM for term in terms(one.concept, target.language)):
            message = f"neither the name {one.term.text} nor the acronym {acronym['name']} is whole in the translation"
        else:
            continue
        yield one.concept.id, Fault(message, None, span_of(raw, text, one.start, one.end))


def _is_cut_off(concept: Concept, target: Target) -> bool:
    """Say whether a translation ends with the beginning of a name."""
    for term in terms(concept, target.language):
        if term.kind is TermKind.ACRONYM:
            continue
        if target.language == "zh":
            name, text = "".join(chinese_core(term.text).split()), target.solid.rstrip("。；;.")
            least = max(_FEWEST_CHINESE, len(name) // 2)
            if any(text.endswith(name[:end]) for end in range(least, len(name))):
                return True
            continue
        wanted = tuple(content_keys(term.text, target.language))
        least = max(_FEWEST, (len(wanted) + 1) // 2)
        if any(tuple(target.telling[-end:]) == wanted[:end] for end in range(least, len(wanted))):
            return True
    return False
