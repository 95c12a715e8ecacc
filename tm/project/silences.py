"""The `[check]` table of the settings: which checks are silenced where, and the baseline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tm.model.errors import SettingMistake, SettingsError
from tm.model.language import find_language


@dataclass(frozen=True, slots=True)
class Quiet:
    """A check that is silenced in some files.

    Attributes:
        check: its name, as written.
        path: a pattern of paths relative to the root, with `*`, `?` and `**`; every file when empty.
        lang: code of a language; every language when empty.
    """

    check: str
    path: str = ""
    lang: str = ""

    def covers(self, check: str, path: str, lang: str) -> bool:
        return check == self.check and self.lang in {"", lang} and (not self.path or matches(path, self.path))

    def __str__(self) -> str:
        return self.path or self.lang or "ignore"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What a project says of the checks; findings that it silences are counted, and do not fail.

    Attributes:
        silences: from `ignore`, `[check.paths]` and `[check.languages]`.
        baseline: a file of findings that are known, relative to the root; none when empty.
    """

    silences: tuple[Quiet, ...] = ()
    baseline: str = ""


def read_check_settings(table: Mapping[str, object]) -> CheckSettings:
    """Read the table; whether the checks exist is for those who run them.

    Raises:
        SettingMistake: an unknown setting, an unknown language, or a value of the wrong kind.
    """
    silences: list[Quiet] = []
    baseline = ""
    for name, value in table.items():
        match name, value:
            case "ignore", list():
                silences += [Quiet(check) for check in _names(value, name)]
            case "paths", dict():
                silences += [
                    Quiet(check, path=pattern)
                    for pattern, names in value.items()
                    for check in _names(names, name, pattern)
                ]
            case "languages", dict():
                silences += [
                    Quiet(check, lang=_code(code))
                    for code, names in value.items()
                    for check in _names(names, name, code)
                ]
            case "baseline", str():
                baseline = value
            case (("ignore" | "paths" | "languages" | "baseline"), _):
                kinds = {"ignore": "a list of checks", "baseline": "a path"}
                what = kinds.get(name, "a table of lists of checks")
                raise SettingMistake(["check", name], f"check.{name} must be {what}")
            case _:
                problem = "unknown setting: use one of ignore, paths, languages, baseline"
                raise SettingMistake(["check", name], f"check.{name}: {problem}")
    return CheckSettings(tuple(silences), baseline)


def _names(value: object, *keys: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise SettingMistake(["check", *keys], f'check.{".".join(keys)} must be a list of checks, such as ["quotes"]')
    return value


def _code(code: str) -> str:
    try:
        return find_language(code).code
    except SettingsError as error:
        raise SettingMistake(["check", "languages", code], f"check.languages: {error}") from None


def matches(path: str, pattern: str) -> bool:
    """Tell whether a path, with `/` between its parts, is meant by a pattern; a folder stands for all in it.

    >>> matches("locales/fr/annex-2.po", "locales/fr/annex*.po"), matches("locales/fr/old/a.po", "locales/*.po")
    (True, False)
    >>> matches("locales/fr/old/a.po", "**/a.po"), matches("locales/fr/old/a.po", "locales/fr/")
    (True, True)
    """
    return _compiled(pattern).fullmatch(path) is not None


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./").rstrip("/"))
    return re.compile("".join(_WILD.get(part) or re.escape(part) for part in parts) + "(?:/.*)?", re.DOTALL)
