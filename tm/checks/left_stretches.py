"""Words of an original in another language than English that were left inside a translation: le rapport и доклад."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tm.checks.latin import without_latin
from tm.checks.untouched import UNWRITTEN
from tm.model.language import Language
from tm.text.pattern import pattern

_TOKENS = {
    "Latn": pattern("[A-Za-z\u00c0-\u024f]+|\\d+"),
    "Cyrl": pattern("[\u0400-\u04ff]+|\\d+"),
    "Arab": pattern("[\u0620-\u065f\u066e-\u06d3]+|\\d+"),
    "Hans": pattern("[\u3400-\u9fff]|\\d+"),
}
"""Words of a script, and figures, which stand between them."""

_LETTERS = {
    "Latn": pattern("[A-Za-z]"),
    "Cyrl": pattern("[\u0400-\u04ff]"),
    "Arab": pattern("[\u0620-\u065f\u066e-\u06d3]"),
    "Hans": pattern("[\u3400-\u9fff]"),
}
"""Without one of these there is no word of the script."""

_GAP = pattern(r"(?:[^\w\n.@/]|\.(?=\s)){0,3}")

_CLAUSE = {
    "fr": frozenset(
        "est sont a ont été être qui que qu il elle ils elles nous ne n pas ce cet cette ces leur leurs son sa ses se s"
        " dont où fait sera seront peut doit doivent peuvent y en à".split()
    ),
    "es": frozenset(
        "es son ha han fue fueron ser que se su sus lo les no este esta estos estas cuyo donde será serán puede deben"
        " pueden hay está están debe sido a".split()
    ),
}
"""Small words of sentences, hardly of names."""

_SMALL = {
    "fr": _CLAUSE["fr"]
    | frozenset("le la les des du de d l au aux un une et dans pour par sur avec ou entre selon".split()),
    "es": _CLAUSE["es"]
    | frozenset("el la los las de del al un una y e en para por con sobre entre o sin según".split()),
    "en": frozenset(
        "a an the of and to in is are was were be been by with from for that this which on or as at it its not no"
        " he".split()
    ),
}
"""Small words of names and sentences alike."""

_UNITS = frozenset("al km kg mm cm".split())
"""What every language keeps, as Latin."""

_OPENERS = {
    "fr": frozenset(
        "Rappelant Réaffirmant Notant Soulignant Considérant Constatant Prenant Ayant Exprimant Sachant Reconnaissant"
        " Déplorant Désireuse Préoccupée Convaincue Résolue Guidée Rappelle Réaffirme Souligne Prie Décide Demande"
        " Exhorte Recommande Remercie Félicite Approuve Conformément Selon Malgré Depuis".split()
    ),
    "es": frozenset(
        "Recordando Reafirmando Observando Subrayando Considerando Teniendo Habiendo Expresando Tomando Reconociendo"
        " Acogiendo Destacando Deplorando Preocupada Convencida Resuelta Guiada Recuerda Reafirma Subraya Pide"
        " Insta Exhorta Alienta Recomienda Agradece Aprueba Observa Acoge Según Desde".split()
    ),
}
"""What begins the paragraphs of a resolution, and other sentences, and stands in no name."""

_ENDS = ("", ".", "!", "?", "。", "！", "？", "؟", ":", "：")
"""What stands before a sentence."""

_FEW, _LEAST, _WORD = 2, 3, 4
"""Words in small letters of prose; words of a stretch in one script; letters of an Arabic word that is no marker."""


def left_stretches(source: str, target: str, one: Language, other: Language) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of words that follow each other in the source, too, and are no name.

    >>> from tm.model.language import CHINESE, RUSSIAN
    >>> list(left_stretches("Совет принял доклад.", "理事会принял доклад。", RUSSIAN, CHINESE))
    [(3, 16)]
    """
    if not _LETTERS[one.script].search(target):
        return
    token = _TOKENS[one.script]
    near, known = _of_source(source, one.script)
    if one.script == other.script and near.isdisjoint(pairwise(token.findall(target))):
        return
    found = list(token.finditer(target))
    stretch: list[str] = []
    start = end = 0
    for match in found:
        if stretch and (stretch[-1], match[0]) in near and _GAP.fullmatch(target, end, match.start()):
            stretch.append(match[0])
        else:
            if stretch and _tells(stretch, target, start, (one, other)):
                yield start, end
            stretch, start = ([match[0]] if match[0] in known else []), match.start()
        end = match.end()
    if stretch and _tells(stretch, target, start, (one, other)):
        yield start, end


def _tells(stretch: Sequence[str], target: str, start: int, languages: tuple[Language, Language]) -> bool:
    """Say whether words are left: what begins the paragraph of a resolution tells alone."""
    if len(stretch) == 1 and stretch[0] in _OPENERS.get(languages[0].code, ()):
        return target[:start].rstrip()[-1:] in _ENDS
    return _is_left(_words(stretch, target, start), *languages)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str, script: str) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Give each two words of a source that stand side by side, and each word."""
    theirs = _TOKENS[script].findall(source)
    return frozenset(pairwise(theirs)), frozenset(theirs)


def _words(stretch: Sequence[str], target: str, start: int) -> Sequence[str]:
    """Leave out figures; the capital of a sentence tells nothing of a name."""
    words = [word for word in stretch if not word.isdigit()]
    if words and words[0] == stretch[0] and target[:start].rstrip()[-1:] in _ENDS:
        words[0] = words[0][0].lower() + words[0][1:]
        return words if len(words) > 1 else ()
    return words


def _is_left(words: Sequence[str], one: Language, other: Language) -> bool:
    if not words:
        return False
    if one.script == "Hans":
        return len(words) > 1
    if one.script == "Arab":
        return sum(len(word) > 1 for word in words) > 1 or len(words[0]) >= _WORD
    if one.script == "Cyrl":
        return any(word.islower() and len(word) >= _LEAST for word in words)
    return _is_latin_prose(words, one.code, other)


def _is_latin_prose(words: Sequence[str], language: str, other: Language) -> bool:
    """Say whether French or Spanish words are prose, and neither a name nor written so in the other language."""
    words = without_latin(words)
    low = [word.casefold() for word in words]
    content = [word for word in words if word.islower() and len(word) > _FEW and word not in _SMALL[language] | _UNITS]
    if not content:
        return False
    ours = _SMALL.get(other.code, frozenset())
    own = sum(word in _SMALL[language] and word not in ours for word in low)
    is_said = any(word in _CLAUSE[language] and word not in ours for word in low)
    if not words[0].islower():
        return is_said and len(words) >= _LEAST
    if other.script != "Latn":
        return len(content) >= _FEW or own > 0
    if len(content) >= _LEAST and (own or len(content) == len(words)):
        return True
    foreign = sum(UNWRITTEN[other.code].search(word) is not None for word in content)
    is_apart = own >= _FEW or is_said or foreign >= _FEW
    return len(words) >= _LEAST and is_apart and (len(content) >= _FEW or own >= _FEW)
