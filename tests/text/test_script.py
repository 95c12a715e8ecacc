"""The script of a phrase tells its language, as far as it can."""

import pytest

from tm.text.script import likely_language, likely_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peace", "en"),
        ("État", "en"),
        ("A/75/912", "en"),
        ("", "en"),
        ("ООН", "ru"),
        ("第76届", "zh"),
        ("COVID-19 疫苗", "zh"),
        ("قرار 75/1", "ar"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert likely_language(text) == language


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("peace", ["en", "fr", "es"]),
        ("la paix et les droits", ["fr", "en", "es"]),
        ("¿Qué?", ["es", "en", "fr"]),
        ("мир", ["ru"]),
        ("2030年", ["zh"]),
    ],
)
def test_latin_letters_may_be_of_three_languages(text: str, languages: list[str]) -> None:
    assert likely_languages(text) == languages
