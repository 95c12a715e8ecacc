"""The six official languages of the United Nations, and how a code finds one of them."""

from __future__ import annotations

from dataclasses import dataclass

from tm.model.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Language:
    """A language that documents are written in.

    Attributes:
        code: BCP 47, as in `locales/<code>/`.
        name: its English name.
        own_name: its name in itself.
        script: ISO 15924 code.
        direction: "ltr" or "rtl".
        plural_forms: the value of gettext's `Plural-Forms` header (CLDR plural rules).
        sentence_gap: what stands between two sentences: one space, or nothing in Chinese.
    """

    code: str
    name: str
    own_name: str
    script: str
    direction: str
    plural_forms: str
    sentence_gap: str = " "

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    @property
    def plural_count(self) -> int:
        """How many plural forms the language has in gettext."""
        return int(self.plural_forms.split(";")[0].removeprefix("nplurals="))


ARABIC = Language(
    "ar", "Arabic", "العربية", "Arab", "rtl",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
)  # fmt: skip
CHINESE = Language("zh", "Chinese", "中文", "Hans", "ltr", "nplurals=1; plural=0;", "")
ENGLISH = Language("en", "English", "English", "Latn", "ltr", "nplurals=2; plural=(n != 1);")
FRENCH = Language("fr", "French", "Français", "Latn", "ltr", "nplurals=2; plural=(n > 1);")
RUSSIAN = Language(
    "ru", "Russian", "Русский", "Cyrl", "ltr",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
)  # fmt: skip
SPANISH = Language("es", "Spanish", "Español", "Latn", "ltr", "nplurals=2; plural=(n != 1);")

LANGUAGES = (ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH)

BY_CODE = {language.code: language for language in LANGUAGES}

_TRADITIONAL = {"hant", "tw", "hk", "mo"}
"""Subtags that make a `zh` code mean traditional characters, which `zh` (zh-Hans) never answers for."""


def find_language(code: str) -> Language:
    """Find a UN language by its BCP 47 code, in any case and with a region (`fr-FR`, `zh_CN`).

    Raises:
        SettingsError: the code is not one of the six.
    """
    primary, *subtags = code.strip().replace("_", "-").lower().split("-")
    if primary not in BY_CODE or (primary == "zh" and _TRADITIONAL.intersection(subtags)):
        raise SettingsError(f"unknown language {code!r}: use one of {', '.join(BY_CODE)}")
    return BY_CODE[primary]
