"""A language is told by script, or by small words where that is clear; otherwise nothing is said."""

from pathlib import Path

import pytest

from tm.text.guess import language_of

UDHR = Path("../shared/data/udhr")


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["мир"], "ru"),
        (["和平", "2030年"], "zh"),
        (["السلام"], "ar"),
        (["The rights of all peoples"], "en"),
        (["Les droits de l’homme et la paix"], "fr"),
        (["Los derechos humanos y la paz"], "es"),
        (["Peru", "A/76/912", "UNICEF"], ""),
        (["мир", "peace of the", "和平"], ""),
        ([], ""),
    ],
)
def test_a_language_is_told_or_nothing_is_said(texts: list[str], code: str) -> None:
    assert language_of(texts) == code


@pytest.mark.skipif(not UDHR.exists(), reason="the Universal Declaration is not here")
@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_real_texts_are_told(code: str) -> None:
    assert language_of((UDHR / f"{code}.txt").read_text(encoding="utf-8").splitlines()) == code
