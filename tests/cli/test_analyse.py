"""`tm analyse` gives the bands of the contract, in JSON and as a table, with and without a memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BANDS = ["context", "exact", "repetition", "adapted", "95-99", "85-94", "75-84", "50-74", "new"]
TEXT = "The Council met in Geneva.\n\nThe Assembly adopted the report.\n\nThe Council met in Geneva.\n"


def tm(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "TM_MEMORY"}
    return subprocess.run(
        [sys.executable, "-m", "tm", "--root", str(root), *arguments],
        capture_output=True, env=environment, timeout=120, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "tm.toml").write_text('languages = ["fr", "ar"]\nrates = { repetition = 20 }\n', encoding="utf-8")
    return tmp_path


def some(bands: dict[str, dict[str, object]]) -> dict[str, tuple[object, object]]:
    assert list(bands) == BANDS
    return {band: (figures["units"], figures["words"]) for band, figures in bands.items() if figures["units"]}


def test_json_has_all_bands_for_all_and_for_each_document(root: Path) -> None:
    done = tm(root, "analyse", "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert "no memory, so only the documents themselves are compared" in done.stderr
    assert some(found["bands"]) == {"repetition": (2, 10), "new": (4, 20)}
    assert (found["units"], found["words"], found["weighted"], found["rates"]["repetition"]) == (6, 30, 22.0, 20.0)
    assert [(each["document"], each["lang"]) for each in found["documents"]] == [("a", "ar"), ("a", "fr")]
    assert some(found["documents"][0]["bands"]) == {"repetition": (1, 5), "new": (2, 10)}
    assert found["bands"]["repetition"]["internal"] == {"units": 2, "words": 10}


def test_what_the_memory_holds_is_in_context_and_other_languages_are_left_out(root: Path) -> None:
    tm(root, "segment")
    path = root / "locales" / "fr" / "a.po"
    text = path.read_text(encoding="utf-8").replace('Geneva."\nmsgstr ""', 'Geneva."\nmsgstr "À Genève."')
    path.write_text(text, encoding="utf-8")
    tm(root, "import", str(root / "locales"))
    done = tm(root, "analyse", "--lang", "fr", "--format", "json")
    assert done.stderr == ""
    assert some(json.loads(done.stdout)["bands"]) == {"context": (1, 5), "exact": (1, 5), "new": (1, 5)}
    left = json.loads(tm(root, "analyse", str(path), "--untranslated", "--format", "json").stdout)
    assert some(left["bands"]) == {"new": (1, 5)}
    assert "the memory holds nothing that is like these" in tm(root, "analyse", "--lang", "ar").stderr


def test_the_table_tells_the_same(root: Path) -> None:
    lines = tm(root, "analyse").stdout.splitlines()
    assert lines[0].split() == ["document", "language", "segments", "words", *BANDS, "weighted"]
    assert lines[1].split() == ["a", "ar", "3", "15", "0", "0", "5", "0", "0", "0", "0", "0", "10", "11.0"]
    assert lines[3] == ""
    assert lines[-1].split() == ["total", "6", "30", "100.0", "2", "10", "22.0"]


def test_nothing_to_count_is_no_mistake(root: Path) -> None:
    (root / "source" / "a.txt").unlink()
    done = tm(root, "analyse")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing to count" in done.stderr


def test_a_damaged_po_file_is_refused_with_its_line(root: Path) -> None:
    (root / "locales" / "fr").mkdir(parents=True)
    (root / "locales" / "fr" / "a.po").write_text('msgid "a\n', encoding="utf-8")
    done = tm(root, "analyse")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.po:1:" in done.stderr
    assert "Traceback" not in done.stderr
