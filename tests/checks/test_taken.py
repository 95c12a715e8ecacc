"""Posts of another rank, terms taken for each other, words of lack and numbers said otherwise."""

from __future__ import annotations

import pytest

from tm.checks.confused import other_term
from tm.checks.lacks import excuses, lacks
from tm.checks.ranks import other_rank


@pytest.mark.parametrize(
    ("source", "language", "target", "is_other"),
    [
        ("the Vice-Chair", "fr", "le Vice-Président", False),
        ("the Vice-Chair", "fr", "le Président", True),
        ("the Chair", "zh", "副主席", True),
        ("the Chair and the Deputy Chair", "ru", "Председатель и заместитель Председателя", False),
        ("the Under-Secretary-General", "es", "el Secretario General Adjunto", False),
        ("the Under-Secretary-General", "es", "el Subsecretario General", True),
        ("the Assistant Secretary-General", "ar", "الأمين العام المساعد", False),
        ("the Assistant Secretary-General", "ar", "وكيل الأمين العام", True),
        ("vice versa, said the Chair", "fr", "et vice versa, dit le Président", False),
    ],
)
def test_another_rank_is_told(source: str, language: str, target: str, is_other: bool) -> None:
    assert bool(other_rank(source, target, language)) is is_other


@pytest.mark.parametrize(
    ("source", "language", "target", "is_other"),
    [
        ("Millennium Development Goals", "zh", "可持续发展目标", True),
        ("Sustainable Development Goals", "ru", "цели в области устойчивого развития", False),
        ("refugees and migrants", "es", "refugiados y migrantes", False),
        ("refugees", "es", "desplazados", True),
        ("States parties", "ar", "الدول الأعضاء", True),
        ("a declaration of Member States", "fr", "une déclaration des États parties et des États Membres", False),
    ],
)
def test_a_term_taken_for_another_is_told(source: str, language: str, target: str, is_other: bool) -> None:
    assert bool(other_term(source, target, language)) is is_other


def test_words_of_lack_are_found_and_no_others() -> None:
    text = "Unless the United Nations was unable to act, unanimous and unchanged, the free of charge UN document is illegal."
    assert [match[0] for match in lacks(text)] == ["Unless", "unable", "illegal"]


def test_a_translation_says_lack_in_its_own_way() -> None:
    assert excuses("Le solde est erroné", "fr") == 1
    assert excuses("يسري القرار عندما يتفق الطرفان", "ar") == 0
