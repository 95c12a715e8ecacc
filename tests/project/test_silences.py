"""The table of checks: silences everywhere, by path and by language, and what is wrong with it."""

from pathlib import Path

import pytest

from tm.model.errors import TmError
from tm.project.config import read_settings
from tm.project.silences import CheckSettings, Quiet, matches

TABLE = """
[check]
ignore = ["inconsistent-source"]
baseline = "known.txt"
[check.paths]
"locales/fr/annex*.po" = ["quotes", "number"]
[check.languages]
zh-Hans = ["chinese-width"]
"""


def test_the_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "tm.toml").write_text(TABLE, encoding="utf-8")
    annex = "locales/fr/annex*.po"
    silences = (
        Quiet("inconsistent-source"),
        Quiet("quotes", annex),
        Quiet("number", annex),
        Quiet("chinese-width", lang="zh"),
    )
    assert read_settings(tmp_path).check == CheckSettings(silences, "known.txt")


def test_a_silence_covers_its_check_where_it_says() -> None:
    assert Quiet("number").covers("number", "locales/ru/a.po", "ru")
    assert not Quiet("number").covers("date", "locales/ru/a.po", "ru")
    assert not Quiet("number", lang="zh").covers("number", "locales/ru/a.po", "ru")
    assert not Quiet("number", "locales/fr").covers("number", "locales/ru/a.po", "ru")


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("locales/fr/annex-2.po", "locales/fr/annex*.po", True),
        ("locales/fr/old/annex.po", "locales/fr/annex*.po", False),
        ("locales/fr/old/annex.po", "locales/**/annex*.po", True),
        ("locales/annex.po", "locales/**/annex.po", True),
        ("locales/fr/a.po", "locales/fr", True),
        ("locales/fr/a.po", "./locales/fr/", True),
        ("locales/fr-old/a.po", "locales/fr", False),
        ("locales/fr/a.po", "locales/?r/*", True),
        ("locales/fr/a+b [1].po", "locales/fr/a+b [1].po", True),
        ("locales/fr/a.po", "fr/a.po", False),
        ("x/locales/fr/a.po", "**", True),
    ],
)  # fmt: skip
def test_patterns_mean_what_they_mean_to_git(path: str, pattern: str, expected: bool) -> None:
    assert matches(path, pattern) is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("check = 'number'", "tm.toml:1: check must be a table"),
        ("[check]\nignore = 'number'", "tm.toml:2: check.ignore must be a list of checks"),
        ("[check]\nignore = [1]", 'tm.toml:2: check.ignore must be a list of checks, such as ["quotes"]'),
        ("[check]\npaths = ['a']", "tm.toml:2: check.paths must be a table of lists of checks"),
        ("[check.paths]\n'a.po' = 'number'", "tm.toml:2: check.paths.a.po must be a list of checks"),
        ("[check.languages]\nde = ['number']", "tm.toml:2: check.languages: unknown language 'de'"),
        ("[check]\nbaseline = 1", "tm.toml:2: check.baseline must be a path"),
        ("[check]\nskip = []", "tm.toml:2: check.skip: unknown setting: use one of ignore, paths, languages, baseline"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "tm.toml").write_text(text)
    with pytest.raises(TmError) as refused:
        read_settings(tmp_path)
    assert message in str(refused.value)
