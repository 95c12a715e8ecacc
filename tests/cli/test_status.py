"""`tm status --history` counts what git remembers, as a table, as JSON and as a page that needs nothing else."""

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tm.cli.history_page import page
from tm.cli.main import main
from tm.workflow.history import History, Past, Point

Capture = pytest.CaptureFixture[str]

HEADER = 'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
LANGUAGES = ("ar", "es", "fr", "ru", "zh")


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project below the top of a repository, with three states of its translations and a commit of others."""
    root = tmp_path / "project"
    (root / "source").mkdir(parents=True)
    git(tmp_path, "init")
    for lang in LANGUAGES:
        commit(root, lang, {"One.": "", "Two.": ""})
    commit(root, "fr", {"One.": "Un.", "Two.": "#, fuzzy"})
    (root / "source" / "a.txt").write_text("One. Two.\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", "source")
    commit(root, "fr", {"One.": "Un.", "Two.": "Deux.", "Three.": ""})
    return root


def commit(root: Path, lang: str, units: dict[str, str]) -> None:
    path = root / "locales" / lang / "deep" / "a.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = HEADER.format(lang=lang)
    for source, target in units.items():
        fuzzy = target.startswith("#")
        text += f'\n{"#, fuzzy" if fuzzy else ""}\nmsgid "{source}"\nmsgstr "{"x" if fuzzy else target}"\n'
    path.write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", lang)


def test_points_are_the_states_after_each_commit_that_touched_translations(root: Path, capsys: Capture) -> None:
    assert main(["--root", str(root), "status", "--history", "--lang", "fr", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (french,) = found["history"]
    assert (found["commits"], french["lang"]) == (7, "fr")
    figures = [
        (point["units"], point["translated"], point["fuzzy"], point["untranslated"]) for point in french["points"]
    ]
    assert figures == [(2, 0, 0, 2)] * 3 + [(2, 1, 1, 0), (3, 2, 0, 1)]
    assert set(french["points"][0]) == {"commit", "date", "time", "units", "translated", "fuzzy", "untranslated"}


def test_the_page_stands_alone_and_has_a_chart_for_each_language(root: Path, capsys: Capture) -> None:
    file = root / "history.html"
    assert main(["--root", str(root), "status", "--history", "--format", "html", "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    text = file.read_text(encoding="utf-8")
    for word in ("<script", "http:", "https:", "src=", "href=", "url(", "@import"):
        assert word not in text.replace('http-equiv="Content-Security-Policy"', "")
    assert "default-src 'none'" in text
    charts = [ElementTree.fromstring(svg + "</svg>") for svg in cut(text, "<svg", "</svg>")]
    assert len(charts) == len(LANGUAGES)
    assert [chart.get("aria-label", "").split(",")[0] for chart in charts] == [
        "Arabic", "Chinese", "French", "Russian", "Spanish",
    ]  # fmt: skip
    labels = [
        text.text for text in charts[2].iter("text") if text.get("class") in {"translated", "fuzzy", "untranslated"}
    ]
    assert sorted(filter(None, labels)) == ["0 fuzzy", "1 untranslated", "2 translated"]
    assert '<bdi lang="ar" dir="rtl">العربية</bdi>' in text


def cut(text: str, start: str, end: str) -> list[str]:
    return [start + part.partition(end)[0] for part in text.split(start)[1:]]


@pytest.mark.parametrize("last", [(0, 0, 0), (5, 0, 0), (1, 1, 1), (1000, 0, 1), (3, 4, 1993)])
def test_labels_lie_within_the_picture_and_not_on_each_other(last: tuple[int, int, int]) -> None:
    points = [Point("a", 1640000000, 0, 0, 7), Point("b", 1650000000, *last)]
    (svg,) = cut(page(History([Past("ru", points)], 2, 0), "a & b"), "<svg", "</svg>")
    chart = ElementTree.fromstring(svg + "</svg>")
    heights = sorted(float(text.get("y", "")) for text in chart.iter("text") if text.get("class") != "scale")
    assert all(second - first >= 12 for first, second in pairwise(heights))
    width, height = map(float, chart.get("viewBox", "").split()[2:])
    for line in chart.iter("polyline"):
        for point in line.get("points", "").split():
            x, y = map(float, point.split(","))
            assert 0 < x < width
            assert 0 < y < height
    assert all(0 < value < height for value in heights)


def test_the_name_of_a_project_is_text_not_markup() -> None:
    points = [Point("a", 0, 1, 0, 0)]
    assert "<h1>Translations of &lt;b&gt; &amp; c</h1>" in page(History([Past("fr", points)], 1, 0), "<b> & c")


def test_a_file_that_was_broken_once_is_counted_as_far_as_it_could_be_read(root: Path, capsys: Capture) -> None:
    path = root / "locales" / "fr" / "deep" / "a.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "x\n', encoding="utf-8")
    git(root, "commit", "-a", "-m", "broken")
    assert main(["--root", str(root), "status", "--history", "--lang", "fr"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1].split()[4] == "2"
    assert "1 PO file of earlier commits not sound" in said.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--history"], "not in a git repository"),
        (["--format", "html"], "add --history"),
        (["-o", "x"], "add --history"),
        (["--history", "--findings"], "use one of them"),
    ],
)
def test_what_cannot_be_told_ends_with_2_and_one_sentence(
    tmp_path: Path, capsys: Capture, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "source").mkdir()
    assert main(["--root", str(tmp_path), "status", *arguments]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert sentence in said.err


def test_a_repository_without_commits_or_translations_is_told(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "source").mkdir()
    git(tmp_path, "init")
    assert main(["--root", str(tmp_path), "status", "--history"]) == 2
    assert "nothing was committed yet" in capsys.readouterr().err
    git(tmp_path, "commit", "--allow-empty", "-m", "x")
    assert main(["--root", str(tmp_path), "status", "--history"]) == 2
    assert "no commit has touched this folder" in capsys.readouterr().err


def test_a_shallow_clone_is_told_since_its_beginning_is_not_that_of_the_project(
    root: Path, tmp_path: Path, capsys: Capture
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", tmp_path.as_uri(), "clone")
    assert main(["--root", str(tmp_path / "clone" / root.name), "status", "--history", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["shallow"] is True
    assert "shallow" in err
    assert main(["--root", str(root), "status", "--history", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["shallow"] is False
    assert "shallow" not in err
