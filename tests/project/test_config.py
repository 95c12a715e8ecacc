"""Settings come from tm.toml or pyproject.toml, have defaults, and say what is wrong with them."""

import os
from pathlib import Path

import pytest

from tm.evaluation.rates import RATES
from tm.model.errors import FormatError, SettingsError, TmError
from tm.model.language import FRENCH, RUSSIAN, SPANISH
from tm.project.config import Settings, read_settings


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


def test_tm_toml_is_read_first(tmp_path: Path) -> None:
    (tmp_path / "tm.toml").write_text('source-language = "fr-FR"\nlanguages = ["ru", "es"]\nmin-score = 80\n')
    (tmp_path / "pyproject.toml").write_text("[tool.tm]\nmin-score = 60\n")
    assert read_settings(tmp_path) == Settings(source_language=FRENCH, languages=(RUSSIAN, SPANISH), min_score=80.0)


def test_pyproject_toml_is_read_where_there_is_no_tm_toml(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.tm]\nsort-states = false\n")
    assert read_settings(tmp_path) == Settings(sort_states=False)


@pytest.mark.parametrize("what", ["a folder", "a link to nowhere", "not a file"])
def test_what_has_the_name_of_the_settings_and_is_no_file_is_refused(tmp_path: Path, what: str) -> None:
    path = tmp_path / "tm.toml"
    if what == "a folder":
        path.mkdir()
    elif what == "a link to nowhere":
        path.symlink_to("nowhere")
    else:
        os.mkfifo(path)
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert str(caught.value) == f"{path}: {what}, where settings are looked for: give it another name"


def test_rates_may_be_given_for_some_bands_and_the_others_keep_theirs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.tm.rates]\nexact = 25\n"95-99" = 45.5\n')
    assert read_settings(tmp_path) == Settings(rates={**RATES, "exact": 25.0, "95-99": 45.5})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 'red'", "tm.toml:1: unknown setting 'colour': use one of source-language, languages"),
        ("min-score = 180", "tm.toml:1: min-score is a similarity from 0 to 100, not 180"),
        ("min-score = true", "tm.toml:1: min-score must be a number"),
        ("sort-states = 'no'", "tm.toml:1: sort-states must be true or false"),
        ("languages = 'fr'", "tm.toml:1: languages must be a list of language codes"),
        ("languages = ['xx']", "tm.toml:1: languages: unknown language 'xx': use one of"),
        ("languages = []", "tm.toml:1: languages names no language"),
        ("rates = 50", "tm.toml:1: rates must be a table of bands"),
        ("rates = { fuzzy = 50 }", "tm.toml:1: rates: unknown band 'fuzzy': use one of context, exact, repetition"),
        (
            "rates = { new = 101 }",
            "tm.toml:1: rates: new is in per cent of the full price: write a number from 0 to 100",
        ),
        ("rates = { new = -1 }", "tm.toml:1: rates: new is in per cent of the full price"),
        ("rates = { new = nan }", "tm.toml:1: rates: new is in per cent of the full price"),
        ("rates = { exact = '30' }", "tm.toml:1: rates: exact is in per cent of the full price"),
        ("rates = { exact = true }", "tm.toml:1: rates: exact is in per cent of the full price"),
        ("min-score = 80\nlanguages = [\n  'fr',\n  'xx',\n]", "tm.toml:2: languages: unknown language 'xx'"),
        ("# min-score\n\n[rates]\nexact = 30\n\nnew = -1", "tm.toml:6: rates: new is in per cent"),
        ("[rates]\n'ne\\w' = 1\n", "tm.toml:2: rates: unknown band"),
        ('"min\\u002dscore" = true', "tm.toml: min-score must be a number"),
        ("min-score = 80\nlanguages =", "tm.toml:2: not TOML: Invalid value (at end of document)"),
        ("\n\nmin-score = 80\nmin-score = 90\n", "tm.toml:4: not TOML: Cannot overwrite a value"),
        ("[rates\n", "tm.toml:1: not TOML: Expected ']' at the end of a table declaration"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "tm.toml").write_text(text)
    with pytest.raises(TmError) as refused:
        read_settings(tmp_path)
    assert message in str(refused.value)


def test_the_line_in_a_shared_file_is_that_of_our_own_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nmin-score = 'x'\n\n[tool.tm]\nmin-score = 'x'\n")
    with pytest.raises(FormatError, match=r"pyproject\.toml:5: min-score must be a number"):
        read_settings(tmp_path)
