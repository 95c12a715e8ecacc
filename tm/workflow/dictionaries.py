"""Open the spelling dictionaries of hunspell that are installed, and say what to install where there is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from tm.checks.knowledge import Dictionary

_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
)
_NAMES = {
    "ar": ("ar", "ar_EG", "ar_SA"),
    "en": ("en_GB", "en", "en_US"),
    "es": ("es_ES", "es", "es_MX", "es_ANY"),
    "fr": ("fr_FR", "fr", "fr-classique", "fr-toutesvariantes"),
    "ru": ("ru_RU", "ru"),
}
"""Names of dictionaries, as distributions call them; the United Nations spells English as en_GB does."""

_PACKAGES = {"en": "hunspell-en-gb"}


def dictionaries(places: Sequence[Path] | None = None) -> Mapping[str, Dictionary]:
    """Give the dictionary of each language that can have one; a word is looked for when first asked.

    Args:
        places: folders to look in instead of those of the system.
    """
    chinese = Dictionary(missing="there is no hunspell dictionary of Chinese, which is written without spaces")
    looked = folders() if places is None else places
    return {code: _dictionary(code, looked) for code in _NAMES} | {"zh": chinese}


def folders() -> list[Path]:
    """List where dictionaries are looked for: in `DICPATH` first, as hunspell does."""
    named = [Path(part) for part in os.environ.get("DICPATH", "").split(os.pathsep) if part]
    return [*named, *map(Path, _FOLDERS)]


def _dictionary(code: str, places: Sequence[Path]) -> Dictionary:
    for folder in places:
        for name in _NAMES[code]:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return _opened(folder, name)
    looked, package = ", ".join(map(str, places)), _PACKAGES.get(code, f"hunspell-{code}")
    return Dictionary(missing=f"no hunspell dictionary in {looked}: install one (Debian: {package})")


def _opened(folder: Path, name: str) -> Dictionary:
    try:
        from hunspell import Hunspell
    except ImportError:
        return Dictionary(missing='the library chunspell is not installed: pip install "hexapla[spelling]"')
    return Dictionary(_lazy(lambda: Hunspell(name, hunspell_data_dir=str(folder)).spell))


def _lazy(load: Callable[[], Callable[[str], bool]]) -> Callable[[str], bool]:
    """Load a dictionary when the first word is asked for; remember answers."""
    loaded = cache(load)

    @cache
    def knows(word: str) -> bool:
        try:
            return bool(loaded()(word))
        except UnicodeEncodeError:  # a letter that the dictionary's encoding has not: no word of the language
            return False

    return knows
