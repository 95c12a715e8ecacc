"""One sentence through the house, as HOUSE.md tells it, in all six languages and from each of two originals."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ENGLISH = "# Report\n\nThe Council met on **25 July 2022**. It adopted resolution 64/293.\n"
ENGLISH_EDITED = "# Report\n\nThe Council met on **26 July 2022**. It adopted resolution 64/293.\n"
FRENCH = (
    "Distr. générale\n\nOriginal : français\n\nLe Conseil s’est réuni à New York. Il a adopté la résolution 64/293.\n"
)

TARGETS = {
    "ar": ("تقرير", "اجتمع المجلس في <1>25 تموز/يوليه 2022</1>.", "واعتمد القرار 64/293."),
    "zh": ("报告", "理事会于<1>2022年7月25日</1>举行会议。", "理事会通过了第64/293号决议。"),
    "fr": ("Rapport", "Le Conseil s’est réuni le <1>25 juillet 2022</1>.", "Il a adopté la résolution 64/293."),
    "ru": ("Доклад", "Совет провел заседание <1>25 июля 2022 года</1>.", "Он принял резолюцию 64/293."),
    "es": ("Informe", "El Consejo se reunió el <1>25 de julio de 2022</1>.", "Aprobó la resolución 64/293."),
}
BUILT = {
    "ar": "# تقرير\n\nاجتمع المجلس في **25 تموز/يوليه 2022**. واعتمد القرار 64/293.\n",
    "zh": "# 报告\n\n理事会于**2022年7月25日**举行会议。理事会通过了第64/293号决议。\n",
    "fr": "# Rapport\n\nLe Conseil s’est réuni le **25 juillet 2022**. Il a adopté la résolution 64/293.\n",
    "ru": "# Доклад\n\nСовет провел заседание **25 июля 2022 года**. Он принял резолюцию 64/293.\n",
    "es": "# Informe\n\nEl Consejo se reunió el **25 de julio de 2022**. Aprobó la resolución 64/293.\n",
}


def tm(root: Path, *arguments: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tm", "--root", str(root), *arguments], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def translate(path: Path, targets: tuple[str, ...]) -> None:
    """Fill the empty units of a PO file in order, as an editor would: by its text."""
    text = path.read_text(encoding="utf-8")
    head, *rest = text.split("\nmsgid ")
    filled = [unit.replace('msgstr ""', f'msgstr "{target}"', 1) for unit, target in zip(rest, targets, strict=True)]
    path.write_text("\nmsgid ".join([head, *filled]), encoding="utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose one document has been segmented, translated and learned."""
    root = tmp_path_factory.mktemp("walk")
    (root / "source").mkdir()
    (root / "source" / "report.md").write_text(ENGLISH, encoding="utf-8")
    tm(root, "segment")
    for code, targets in TARGETS.items():
        translate(root / "locales" / code / "report.po", targets)
    tm(root, "import", str(root / "locales"))
    return root


def test_segments_become_units_and_finished_ones_pass_the_checks(root: Path) -> None:
    rows = json.loads(tm(root, "status", "--format", "json"))["documents"]
    assert {(row["lang"], row["units"], row["translated"]) for row in rows} == {(code, 3, 3) for code in TARGETS}
    assert json.loads(tm(root, "check", "--format", "json"))["findings"] == []


def test_the_memory_answers_from_any_language_to_any_other(root: Path) -> None:
    for source, (_, _, sentence) in TARGETS.items():
        targets = [target for target in TARGETS if target != source]
        found = tm(root, "lookup", sentence, "--from", source, "--to", ",".join(targets), "--format", "json")
        for target, line in zip(targets, found.splitlines(), strict=True):
            answer = json.loads(line)
            best = answer["matches"][0]
            assert (answer["to"], best["score"], best["target"]) == (target, 100, TARGETS[target][2])
            assert best["origin"]["document"] == "report"


def test_versions_are_built_and_the_source_is_given_back(root: Path) -> None:
    tm(root, "build", "--strict")
    for code, text in BUILT.items():
        assert (root / "build" / code / "report.md").read_text(encoding="utf-8") == text
        assert (root / "build" / code / "report.html").is_file()
    assert (root / "build" / "en" / "report.md").read_text(encoding="utf-8") == ENGLISH


def test_an_edited_sentence_becomes_fuzzy_alone_and_its_like_is_filled_from_the_memory(
    tmp_path: Path, root: Path
) -> None:
    (tmp_path / "source").mkdir()
    source = tmp_path / "source" / "other.md"
    source.write_text(ENGLISH_EDITED, encoding="utf-8")
    tm(tmp_path, "segment", "--lang", "ru")
    memory = str(root / ".tm" / "memory.db")
    subprocess.run(
        [sys.executable, "-m", "tm", "--root", str(tmp_path), "--memory", memory, "pretranslate", "--min-score", "70"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "locales" / "ru" / "other.po").read_text(encoding="utf-8")
    assert '#| msgid "The Council met on <1>25 July 2022</1>."' in text
    assert 'msgstr "Он принял резолюцию 64/293."' in text
    assert text.count("#, fuzzy") == 1


def test_an_original_in_french_has_english_among_its_targets(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "note.txt").write_text(FRENCH, encoding="utf-8")
    tm(tmp_path, "segment")
    assert sorted(path.parent.name for path in (tmp_path / "locales").glob("*/note.po")) == [
        "ar",
        "en",
        "es",
        "ru",
        "zh",
    ]
    tm(tmp_path, "build", "--lang", "fr")
    assert (tmp_path / "build" / "fr" / "note.txt").read_text(encoding="utf-8") == FRENCH
