"""What commands print of texts of unknown origin steers no terminal, and each text stays on its line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tm

SOURCE, TARGET = "Red \x1b[31malarm\x1b[0m here", "Alerte \x9b31mrouge\x07 ici\u2028là"
TABLE = f'en\tfr\tdocument\n{SOURCE}\t{TARGET}\tnote\x1b[2J\n"Two\nlines here"\t"Deux\nlignes"\tb\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "odd.tsv").write_text(TABLE, encoding="utf-8", newline="")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("lookup", SOURCE, "--to", "fr"),
        ("lookup", "Red alarm here", "--to", "fr", "--min-score", "30"),
        ("lookup", "Red alarm here", "--to", "fr", "--min-score", "100"),
        ("lookup", "Two lines here", "--to", "fr"),
        ("concordance", "here"),
        ("concordance", "here", "--to", "fr"),
        ("memory", "stats"),
        ("memory", "history", "1"),
        ("memory", "history", "2"),
        ("memory", "dedupe"),
    ],
    ids=" ".join,
)
def test_texts_of_unknown_origin_steer_no_terminal(tm: Tm, command: tuple[str, ...]) -> None:
    assert tm("import", "odd.tsv")[0] == 0
    code, out, err = tm(*command)
    assert (code, err) == (0, "")
    assert [char for char in out if not char.isprintable() and char != "\n"] == []


def test_a_text_of_several_lines_stands_on_one(tm: Tm) -> None:
    tm("import", "odd.tsv")
    assert "    Two↵lines here\n    Deux↵lignes\n" in tm("concordance", "lines", "--to", "fr")[1]


def test_programs_get_texts_as_they_are(tm: Tm) -> None:
    tm("import", "odd.tsv")
    answer = json.loads(tm("lookup", SOURCE, "--to", "fr", "--format", "json")[1])
    assert [match["target"] for match in answer["matches"]] == [TARGET]
