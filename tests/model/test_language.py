"""Codes find the six languages, in every spelling that occurs; traditional Chinese is none of them."""

import pytest

from tm.model.errors import SettingsError
from tm.model.language import LANGUAGES, find_language


@pytest.mark.parametrize(
    ("code", "found"),
    [("ar", "ar"), ("fr-FR", "fr"), ("FR_ca", "fr"), ("zh", "zh"), ("zh-Hans", "zh"), ("zh_CN", "zh"), (" es-419", "es")],
)  # fmt: skip
def test_a_code_finds_its_language(code: str, found: str) -> None:
    assert find_language(code).code == found


@pytest.mark.parametrize("code", ["zh-Hant", "zh_TW", "zh-HK", "de", "", "french", "e n"])
def test_any_other_code_is_refused(code: str) -> None:
    with pytest.raises(SettingsError, match="use one of ar, zh, en, fr, ru, es"):
        find_language(code)


def test_each_language_says_how_many_plural_forms_it_has() -> None:
    assert {language.code: language.plural_count for language in LANGUAGES} == {
        "ar": 6, "zh": 1, "en": 2, "fr": 2, "ru": 3, "es": 2,
    }  # fmt: skip
