"""The stem that the forms of a word share, in five languages; Chinese words have one form."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache

from tm.text.pattern import pattern

_SNOWBALL = {"en": "english", "es": "spanish", "fr": "french", "ru": "russian"}

_ARABIC_VERSION = "2"
"""To be raised when `arabic_stem` changes: what was indexed by other stems is indexed anew."""

_RUSSIAN_VERSION = "2"
"""To be raised when what we add to Snowball's Russian stems changes."""

_FLEETING = pattern(r"(?<=\w\w[^аеиоуыэюя])(?<!жест)[ое](?=к\Z)|(?<=\w[^аеиоуыэюя])е(?=ц\Z)")
"""A vowel that comes and goes: поправок, поправки (amendments); отец, отца (father). жестокий is not жесткий."""

_IOTATED = pattern(r"(?<=[аеиоуыэюя])е(?=[кц]\Z)")
"""One that becomes й: европеец, европейца (European)."""

_SOFTENED = pattern(r"(?<=\wл)е(?=ц\Z)")
"""One that becomes ь: доброволец, добровольца (volunteer)."""

_MOST = 500_000
"""Tokens whose stems are remembered."""

_LEAST = 3
"""Letters that an Arabic stem keeps."""

_ARABIC = pattern("[\u0621-\u064a]+")
_IN_LAM = "جنه|جان|غه|غات|غو|اجي|جوء|قاح|قاء|وايح|ايح|بنان|يبي|يبري|اتفي|يتواني|كسمبرغ|يسوتو|اتين"
"""How words begin whose first letter, ل, is no preposition: لجنة, لغة, لاجئ, لبنان."""

_ARTICLE = pattern(rf"[وف]?(?:[بك]?ال|ل(?=ل(?:{_IN_LAM}))|لل)(?=.{{{_LEAST}}})")
_CLITICS = {"و": 3, "ب": 3, "ل": 3, "ف": 4, "ك": 4}
"""And; by; for; so; like: each with the letters that must stay, more for those that are seldom written to a noun."""

_ENDINGS = ("ها", "هم", "هن", "نا", "ان", "ات", "ون", "ين", "وا", "يه", "ه", "ي", "ا")
_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")


class Stems(dict[str, str]):
    """The stems of a language's tokens, worked out when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem = _stemmer(language)

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        stem = self[token] = self._stem(token)
        return stem

    def of(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Give the stem of each token; numbers, signs and tags are their own."""
        return tuple(map(self.__getitem__, tokens))


@cache
def stems_version(language: str) -> str:
    """Name the rules by which the stems of a language are found now."""
    if language not in _SNOWBALL:
        return _ARABIC_VERSION if language == "ar" else ""
    from importlib.metadata import PackageNotFoundError, version

    pure = f"snowballstemmer {version('snowballstemmer')}"
    with suppress(PackageNotFoundError):
        pure = f"{pure}, PyStemmer {version('pystemmer')}"  # which it then uses
    return f"{pure}, {_RUSSIAN_VERSION}" if language == "ru" else pure


def _stemmer(language: str) -> Callable[[str], str]:
    if language == "ar":
        return arabic_stem
    if language not in _SNOWBALL:
        return str
    import snowballstemmer

    stemmer = snowballstemmer.stemmer(_SNOWBALL[language])
    stemmer.maxCacheSize = 0  # stems are remembered here
    stem: Callable[[str], str] = stemmer.stemWord
    return _russian(stem) if language == "ru" else stem


def _russian(stem: Callable[[str], str]) -> Callable[[str], str]:
    from tm.text.russian_nouns import russian_nouns

    nouns = russian_nouns()

    def of(token: str) -> str:
        if noun := nouns.get(token.replace("ё", "е")):
            return noun
        return _FLEETING.sub("", _SOFTENED.sub("ь", _IOTATED.sub("й", stem(token))))

    return of


def arabic_stem(token: str) -> str:
    """Take article, ending, conjunctions and prepositions off a word, as long as enough letters stay.

    After the light stemmer of Larkey, Ballesteros and Connell ("light10", 2002), which leaves ف ب ك ل alone. The ending
    goes before them, so that بلدان (countries) keeps its ب as بلد (country) does.

    >>> {arabic_stem(word) for word in ("الأمم", "بالأمم", "والأمم", "للأمم", "أمم")}
    {'امم'}
    >>> {arabic_stem(word) for word in ("لجنة", "اللجنة", "للجنة")}  # committee
    {'لجن'}
    """
    bare = token if token.isalpha() else "".join(letter for letter in token if not unicodedata.combining(letter))
    word = bare.translate(_LETTERS)
    if not _ARABIC.fullmatch(word):
        return token
    return _without_clitics(_without_endings(_without_article(word)))


def _without_article(word: str) -> str:
    found = _ARTICLE.match(word)
    return word[found.end() :] if found else word


def _without_endings(word: str) -> str:
    if not word.endswith(_ENDINGS):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return _without_endings(word.removesuffix(ending))
    return word


def _without_clitics(word: str) -> str:
    while (least := _CLITICS.get(word[:1])) and len(word) > least:
        word = word[1:]
    return word
