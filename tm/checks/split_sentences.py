"""Tell when a sentence of a translation stands for a relative clause: ", which ends …" as « Cela met fin … »."""

from __future__ import annotations

from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_WHICH = pattern(r",\s(?:which|who|where)\b")

_BEGINS = {
    "fr": pattern(r"(?:Cela|Ceci|Ce(?:tte|t|s)?|C[’']est|Il|Elle|Ils|Elles)\b"),
    "es": pattern(r"(?:Est?[aeo]s?|Ello|Ell[ao]s|Dich[oa]s?)\b"),
    "ru": pattern(r"(?:Эт[оиа]|Этот|Он|Она|Они|Тем самым)\b"),
    "zh": pattern("这|此|该|他们|她们|它"),
    "ar": pattern(r"و?(?:هذا|هذه|ذلك|هو|هي|هم)(?!\w)"),
}
"""What takes up what was said."""

_HOWEVER = {
    "fr": pattern(
        r"(?:Cela|Ceci|Ce(?:tte|t|s)?|C[’']est|Il|Elle|Ils|Elles|Toutefois|Cependant|Néanmoins|Pourtant|Malgré\scela"
        r"|En\soutre|De\splus|Par\sailleurs|Ainsi|Par\sconséquent|Or|Mais|Et)\b"
    ),
    "es": pattern(
        r"(?:Est?[aeo]s?|Ello|Ell[ao]s|Dich[oa]s?|No\sobstante|Sin\sembargo|Con\stodo|A\spesar\sde\sello|Pese\sa\sello"
        r"|Además|Asimismo|Así|Por\s(?:lo\stanto|consiguiente|ello)|Pero)\b"
    ),
    "ru": pattern(
        r"(?:Эт[оиа]|Этот|Он|Она|Они|Тем\s(?:самым|не\sменее)|Однако|Несмотря\sна\sэто|Вместе\sс\sтем|При\sэтом|Кроме\sтого"
        r"|Поэтому|Таким\sобразом|Но)\b"
    ),
    "zh": pattern("[这此该它]|他们|她们|然而|尽管如此|不过|但|因此|此外|同时|从而"),
    "ar": pattern(r"و?(?:هذا|هذه|ذلك|هو|هي|هم|مع\sذلك|على\sالرغم\sمن\sذلك|بالرغم\sمن\sذلك|غير\sأن|لكن|بالتالي|كذلك)"),
}
"""And what does so in a sentence that stands for a clause."""


def is_split(source: str, target: str, language: str) -> bool:
    """Say whether a translation has one sentence more than its English source, which takes up what was said before it.

    >>> is_split("Many marry young, which ends their schooling.", "许多人早婚。这使其学业中断。", "zh")
    True
    """
    ends = sentence_ends(target)
    if language not in _BEGINS or len(ends) != len(sentence_ends(source)) + 1 or not _WHICH.search(source):
        return False
    return any(_BEGINS[language].match(target[end:].lstrip()) for end in ends)


_AS_LONG = 0.6
"""What part of a clause a sentence is at least that stands for it."""


def is_split_off(clause: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether the last sentence of a translation takes up what was said, and may stand for a clause of its source.

    >>> clause = ", had nevertheless delivered all outputs on time."
    >>> is_split_off(clause, "Секретариат мал. Тем не менее все было сделано в срок.", ("en", "ru"))
    True
    """
    ends = sentence_ends(target)
    if not ends or languages[1] not in _HOWEVER or not _HOWEVER[languages[1]].match(target[ends[-1] :].lstrip()):
        return False
    return wide(target[ends[-1] :].strip(), *languages[::-1]) >= _AS_LONG * wide(clause.strip(" ,;"), *languages)
