"""Alphabetical order: each list stands in the order in which it must come out."""

from __future__ import annotations

import pytest

from tm.model.language import BY_CODE, CHINESE
from tm.text.collation import sort_key

ORDER = {
    "en": ["Côte d'Ivoire", "Cuba", "Guinea", "Guinea-Bissau", "Guyana", "Türkiye", "Turkmenistan"],
    "fr": ["Égypte", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "Estonie", "Eswatini", "États-Unis"],
    "es": ["España", "Níger", "Nigeria", "Noruega", "Nueva Zelandia", "Ñandú", "Omán", "Túnez", "Türkiye"],
    "ru": ["Египет", "Ёж", "Ереван", "Индия", "Иран", "Йемен", "Казахстан"],
    "ar": ["إثيوبيا", "الأردن", "ألبانيا", "البحرين", "البرازيل", "تركيا", "الصين", "مصر", "النرويج", "اليمن"],
}


@pytest.mark.parametrize("code", ORDER)
def test_names_sort_as_in_the_language(code: str) -> None:
    expected = ORDER[code]
    assert sorted(expected, key=lambda name: sort_key(name, BY_CODE[code])) == expected


def test_accents_count_only_between_words_that_are_otherwise_equal() -> None:
    assert sorted(["côté", "côte", "cote"], key=lambda word: sort_key(word, BY_CODE["fr"])) == ["cote", "côte", "côté"]


def test_chinese_keeps_its_order() -> None:
    names = ["中国", "埃及", "巴林"]
    assert sorted(names, key=lambda name: sort_key(name, CHINESE)) == names
