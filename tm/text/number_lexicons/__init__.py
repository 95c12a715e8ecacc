"""The words that stand for numbers in Arabic, English, French, Russian and Spanish, inflected; a language a file."""

from __future__ import annotations

from collections.abc import Mapping

from tm.text.number_lexicons.arabic import ARABIC
from tm.text.number_lexicons.english import ENGLISH
from tm.text.number_lexicons.french import FRENCH
from tm.text.number_lexicons.russian import RUSSIAN
from tm.text.number_lexicons.spanish import SPANISH
from tm.text.number_lexicons.word import Lexicon

LEXICONS: Mapping[str, Lexicon] = {"ar": ARABIC, "en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN, "es": SPANISH}
