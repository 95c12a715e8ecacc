"""Say whether the head of a name stands for its bearer: the Council, the Committee; or begins the name of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise, takewhile

from tm.checks.chinese_heads import stands_alone
from tm.checks.wording import Target, bears, terms
from tm.model.term import Concept, TermKind
from tm.terminology.recognize import CASELESS, Occurrence
from tm.terminology.words import keys, word_list
from tm.text.pattern import pattern
from tm.text.words import bare

_BEFORE_HEAD = pattern(
    r"(?:sous$|nouv|nuev|haut|alt|grand|gran|premi|primer|segund|tercer|cuart|quint|sext)|.{3,9}ième$"
)
"""An adjective before the head: Haut-Commissariat, Sexta Comisión."""

_RUSSIAN_ADJECTIVE = pattern("(?:[ыио]й|[ая]я|ое|ее|ые|ие)$(?<![нтц]ие)|[нк]о$")


def by_head(forms: Sequence[frozenset[str] | str], concept: Concept, target: Target) -> bool:
    """Say whether the head of a name stands for a body, alone or with words of that name only.

    Outside of the names of others; Programme mondial de nourriture, Фонд зеленого воздуха and 国际民事服务委员会 are
    names of their own, of which the head says nothing.
    """
    others = [one for one in target.named if one.concept.subject not in CASELESS and not bears(one, forms, target)]
    taken = [(one.start, one.end) for one in others]
    if target.language == "zh":
        return stands_alone([form for form in forms if isinstance(form, str)], target.text, taken)
    if target.language == "en":
        return _by_english_head(concept, target.text, taken)
    known = heads(concept, target.language)
    own = list(terms(concept, target.language))
    names = {key for term in own for key in _keys(term.text, target.language)}
    names |= {","} if any("," in term.text for term in own) else set()
    words = target.spelled
    return any(
        key in known
        and (target.language == "ar" or word[0].isupper() or _is_behind_capital(at, names, target))
        and not any(start <= place < end for start, end in taken)
        and not _is_of_another(at, names, target)
        for at, (word, key, place) in enumerate(words)
    )


def _by_english_head(concept: Concept, text: str, taken: Sequence[tuple[int, int]]) -> bool:
    """Say whether the last word of a name's head stands alone with its article: the Assembly, its Council."""
    names = (_COMPLEMENT.split(term.text)[0] for term in terms(concept, "en") if term.kind is not TermKind.ACRONYM)
    known = {name.split()[-1] for name in names if name}
    return any(
        found[1] in known and not any(start <= found.start(1) < end for start, end in taken)
        for found in _DEFINITE_NAME.finditer(text)
    )


_COMPLEMENT = pattern(r" (?:of|on|for|against|in|to)\b")
_DEFINITE_NAME = pattern(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat|[Oo]ur)\s([A-Z][a-z]+)\b(?![ -][A-Z]|,? (?:of|on|for) (?:the )?[A-Z])"
)


@lru_cache(maxsize=4096)
def _keys(text: str, language: str) -> tuple[str, ...]:
    seen = keys(language)
    return tuple(filter(None, (seen[word] for word in word_list(bare(text, language)))))


@lru_cache(maxsize=1024)
def heads(concept: Concept, language: str) -> frozenset[str]:
    """Give the keys of the words that name what kind of body a concept is: council, office, fund."""
    seen, found = keys(language), set()
    for term in terms(concept, language):
        if term.kind is TermKind.ACRONYM:
            continue
        words = [word for word in word_list(bare(term.text, language)) if seen[word]]
        if language == "ru":
            words = [word for word in words if not _RUSSIAN_ADJECTIVE.search(word)] or words
        found |= {seen[word] for word in words[: 2 if _BEFORE_HEAD.match(words[0].casefold()) else 1]}
    return frozenset(found)


def is_behind_head(before: Sequence[tuple[str, str, int]], concept: Concept, target: Target) -> bool:
    """Say whether the words before another name end with the head of a body of that name: Comisión de la CEDAW."""
    telling = [key for word, key, _ in before[-3:] if key or word.casefold() not in _SMALL]
    return len(telling) == 1 and len(before) > 1 and not before[-1][1] and telling[0] in heads(concept, target.language)


_KINDS_OF_STATES = {
    "fr": "république royaume fédération confédération émirat sultanat principauté",
    "es": "república reino federación confederación emirato sultanato principado",
    "ru": "республика королевство федерация конфедерация эмират султанат княжество",
    "ar": "جمهورية مملكة اتحاد إمارة سلطنة",
}
_LONG_NAME = pattern(r"\b(?:Republic|Kingdom|Federation|Confederation|Emirates|Sultanate|Principality)\b")


def is_of_another_kind(one: Occurrence, target: Target) -> bool:
    """Say whether a State's long name became one of another kind: a republic a federation."""
    if not _LONG_NAME.search(one.term.text) or target.language not in _KINDS_OF_STATES:
        return False
    kinds = set(_keys(_KINDS_OF_STATES[target.language], target.language))
    own = {key for term in terms(one.concept, target.language) for key in _keys(term.text, target.language)}
    taken = [(other.start, other.end) for other in target.named]
    there = {
        key
        for word, key, place in target.spelled
        if key in kinds
        and (target.language == "ar" or word[0].isupper())
        and not any(start <= place < end for start, end in taken)
    }
    return bool(there) and there.isdisjoint(own)


def _is_of_another(at: int, names: Set[str], target: Target) -> bool:
    """Say whether the head at a place among the words belongs to another name: Asamblea Nacional, مجلس الدولة."""
    word, _, place = target.spelled[at]
    if target.language == "ar":
        return not _DEFINITE.match(word) and _goes_on_in_arabic(at, names, target)
    if target.language == "ru":
        is_longer = _CAPITAL_BEFORE.search(target.text, max(0, place - 40), place)
        if is_longer and not _is_behind_capital(at, names, target):
            return True
        return _goes_on_in_russian(at, names, target)
    return _goes_on(at, names, target)


def _behind(at: int, target: Target, *, with_commas: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield the words behind one, each with its key and what stands before it, up to punctuation."""
    spelled, text = target.spelled, target.text
    for (last, _, start), (word, key, place) in pairwise(spelled[at : at + _LONGEST]):
        gap = text[start + len(last) : place]
        if not _GAP.fullmatch(gap) and not (with_commas and gap == ", "):
            return
        yield word, key, gap


_LONGEST = 16
"""Words of a name that are looked at."""

_GAP = pattern(r"[ \u00a0\u202f'’-]{1,2}")
_DEFINITE = pattern("[وف]?(?:ال|لل|بال|كال)")
_ARTICLE = pattern("و?(?:ال|لل)")


def _goes_on_in_arabic(at: int, names: Set[str], target: Target) -> bool:
    """Say whether a head without article has a complement with another word than the names: لجنة القوانين العالمية."""
    known = keys("ar")
    for number, (word, key, _) in enumerate(_behind(at, target)):
        is_definite = bool(_ARTICLE.match(word))
        if key in names or known[word.removeprefix("و")] in names:
            continue
        return number == 0 or is_definite
    return False


def _is_behind_capital(at: int, names: Set[str], target: Target) -> bool:
    """Say whether a Russian head stands behind an adjective of the body's name with its capital: Глобальный фонд."""
    if target.language != "ru" or not at:
        return False
    word, key, place = target.spelled[at - 1]
    return word[0].isupper() and key in names and target.text[place + len(word) : target.spelled[at][2]] == " "


_CAPITAL_BEFORE = pattern(r"(?<=[а-яё,] )[А-ЯЁ][а-яё]+(?:ый|ий|ого|его|ому|ему|ым|им|ом|ая|ой|ую) $")
_GENITIVE = pattern("[а-яё]{3,}(?:ого|его|ых|их|ой|ей)")
_GENITIVE_NOUN = pattern("[а-яё]{3,}(?:ния|тия|ства|ости|ций|ний|[^т]ов)")
"""A noun whose ending no verb has that may stand behind a body: Совет аудиторов."""

_NO_NAME = pattern(
    "сво|эт|так|т[ое]|данн|котор|его|их|перв|втор|трет|последн|настоящ|нынешн|сам|вс[ея]|прошл|друг|люб|дополнит|необход"
    "|соответст|периодич|очередн|предварит|нов|регулярн|письм|следующ|промежут|ежегодн|годов|имеющ|различн|конкретн"
    "|надлежащ|достаточн|подробн|полн|устн|совместн|обновл|сводн|кажд|определ|указан|предл"
)
"""How adjectives begin that no name of a body begins with."""

_OBLIQUE = pattern("(?:[уюие]|ом|ем|ой|ей|ью)$")
"""Endings of a head behind which a genitive may be of another word: рассмотрение Комитетом доклада."""


def _goes_on_in_russian(at: int, names: Set[str], target: Target) -> bool:
    """Say whether a head has an adjective and a noun behind it of which a name of the body has no: зеленого воздуха."""
    near = list(zip(_behind(at, target), range(4), strict=False))
    words = [(word, key) for (word, key, _), _ in near]
    if not words or _NO_NAME.match(words[0][0]):
        return False
    is_oblique = bool(_OBLIQUE.search(target.spelled[at][0]))
    if not _GENITIVE.fullmatch(words[0][0]):
        return not is_oblique and words[0][1] not in names and bool(_GENITIVE_NOUN.fullmatch(words[0][0]))
    of_name = list(takewhile(lambda one: _GENITIVE.fullmatch(one[0]) or one[1] in names, words))
    known = {key in names for _, key in (*of_name, *words[len(of_name) : len(of_name) + 1])}
    return known == {True, False} or (known == {False} and not is_oblique)


_SMALL = frozenset(
    "de des du d la le les l et à au aux pour sur contre en del las los lo y e a para por contra".split()
)
_OF = frozenset("de des du d del".split())
_OTHER_ADJECTIVE = pattern(
    r"(?:pl[eé]ni|national|mondial|mundial|parl[ae]ment|constitu|l[eé]gislati|f[eé]d[eé]ral|permanent|consultati"
    r"|ex[eé]cuti|ejecutiv|minist[eé]rie?l|consultiv|[eé]conomi|social|provis|interm|int[eé]rim"
    r"|international|internacional"
    r"|r[eé]gional|central|univers|commun|comun|mixt|conjunt|conjoint|humanitai?r|scientifi|cient[ií]fic|techni|t[eé]cnic)"
)
"""How adjectives of bodies' names begin, in French and Spanish."""

_NO_NOUN = pattern(
    r"(?:.*(?:er|ir|oir|[dtvcp]re|ire|clure|ar)|ce|cet|cette|ces|sa|son|ses|leurs?|tou[ts]|toutes?|ne|ici|fa[cç]on|mani[eè]re|forma|manera"
    r"|conformidad|acuerdo|nuev[oa]s?|nouvea.*|nouvel.*|que|su|sus|est[aeo]s?|tod[oa]s?|un|une|una|plus|más|même)$"
)


def _goes_on(at: int, names: Set[str], target: Target) -> bool:
    """Say whether a head has a complement with a word that no name of the body has, in French or Spanish."""
    small: list[str] = []
    is_longer = False
    behind = list(_behind(at, target, with_commas="," in names))
    for number, (word, key, gap) in enumerate(behind):
        folded = word.casefold()
        if folded in _SMALL and not word[0].isupper():
            small.append(folded)
        elif key in names:
            small, is_longer = [], True
        elif is_longer and small[:1] in (["y"], ["e"], ["et"]):
            return "," in names or (len(small) == 1 and word[0].isupper())
        elif not small:
            return word[0].isupper() or (gap != "-" and bool(_OTHER_ADJECTIVE.match(folded)))
        elif word[0].isupper() and small[0] in _OF:
            return True
        else:
            is_noun = len(word) > 3 and not _NO_NOUN.fullmatch(folded)
            is_mixed = _is_mixed(small, behind[number + 1 :], names) and not _is_told_of(at, target)
            return is_noun and (
                is_mixed or (is_longer and small == ["de"]) or (small == ["des"] and _is_subject(at, target))
            )
    return False


def _is_subject(at: int, target: Target) -> bool:
    """Say whether a French body to which nothing is told or given has a complement: le Comité des auditeurs."""
    before = [word.casefold() for word, _, _ in target.spelled[max(0, at - 2) : at]]
    return (
        target.language == "fr"
        and before[-1:] in (["le"], ["la"], ["du"])
        and "à" not in before
        and not _is_told_of(at, target)
    )


def _is_mixed(small: Sequence[str], behind: Sequence[tuple[str, str, str]], names: Set[str]) -> bool:
    """Say whether a complement goes on with a word of the body's name: Fonds de construction de la paix."""
    near = [key for word, key, _ in behind if word.casefold() not in _SMALL][:2]
    return small[0] in _PURPOSE and not names.isdisjoint(near)


_PURPOSE = frozenset("de du d del para pour".split())
_TELLING = pattern(r"(?:inform|saisi|avis|tien|tenu|part|rend|expli|demand|pri|invit|encarg|pid|recom|cumpl)", re.I)
"""How verbs begin behind which a body is told of something, or asked for it."""


def _is_told_of(at: int, target: Target) -> bool:
    return any(_TELLING.match(word) for word, _, _ in target.spelled[max(0, at - 4) : at])
