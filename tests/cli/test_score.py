"""`tm score` prints tables and JSON of one shape for every language; what it refuses ends with 2 and a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tm.cli.main import main

LOCALES = Path(__file__).resolve().parents[2] / "locales"
LETTER = "letter-2022-07-25.po"

Capture = pytest.CaptureFixture[str]


def tm(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


OFTEN = {"ar": " في ", "es": " de ", "fr": " de ", "ru": " в ", "zh": "的"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a second version of our letter, in which a frequent word is another one."""
    for code, word in OFTEN.items():
        text = (LOCALES / code / LETTER).read_text(encoding="utf-8")
        units = (unit.partition("\nmsgstr ") for unit in text.split("\n\n"))
        changed = "\n\n".join(
            source + mark + target.replace(word, word.replace(word.strip(), "之")) for source, mark, target in units
        )
        (tmp_path / code).mkdir()
        (tmp_path / code / LETTER).write_text(changed, encoding="utf-8")
    return tmp_path


def test_all_languages_of_a_folder_are_scored_with_one_shape(capsys: Capture, copy: Path) -> None:
    code, out, _ = tm(capsys, "score", str(copy), str(LOCALES), "--format", "json", "--worst", "3")
    found = json.loads(out)
    assert code == 0
    assert [one["lang"] for one in found["languages"]] == list(OFTEN)
    assert [(one["document"], one["lang"]) for one in found["documents"]] == [
        ("letter-2022-07-25", lang) for lang in OFTEN
    ]
    for one in (*found["languages"], *found["documents"]):
        assert one["segments"] == 47
        for metric in ("bleu", "chrf", "ter"):
            assert set(one[metric]) == {"score", "low", "high", "signature"}
            assert one[metric]["low"] <= one[metric]["score"] <= one[metric]["high"]
        assert one["bleu"]["score"] < 100
        assert one["ter"]["score"] > 0
        assert f"tok:{'zh' if one['lang'] == 'zh' else 'intl'}" in one["bleu"]["signature"]
    assert [set(one) for one in found["worst"]] == [
        {"lang", "document", "path", "line", "chrf", "source", "hypothesis", "reference"}
    ] * 3
    assert found["worst"] == sorted(found["worst"], key=lambda one: one["chrf"])


def test_one_language_stands_at_the_top_and_a_second_hypothesis_is_tested(capsys: Capture, copy: Path) -> None:
    final, worse = str(LOCALES / "fr" / LETTER), str(copy / "fr" / LETTER)
    code, out, _ = tm(capsys, "score", final, final, "--against", worse, "--lang", "fr", "--format", "json")
    found = json.loads(out)
    assert (code, found["lang"], found["bleu"]["score"], found["chrf"]["score"], found["ter"]["score"]) == (
        0, "fr", 100, 100, 0,
    )  # fmt: skip
    assert {name: found[name] for name in found["languages"][0]} == found["languages"][0]
    assert found["worst"] == []
    for name, tested in found["against"].items():
        assert set(tested) == {"score", "other", "difference", "p", "signature"}
        assert tested["p"] < 0.05, name
        assert "|ar:10000|" in tested["signature"]


def test_the_table_names_documents_signatures_and_the_worst_segments(capsys: Capture, copy: Path) -> None:
    final = str(LOCALES / "ru" / LETTER)
    _, out, _ = tm(capsys, "score", str(copy / "ru" / LETTER), final, "--worst", "1")
    lines = out.splitlines()
    assert lines[0].split() == [
        "document",
        "language",
        "segments",
        "BLEU",
        "95",
        "%",
        "chrF++",
        "95",
        "%",
        "TER",
        "95",
        "%",
    ]
    assert lines[1].split()[:3] == ["letter-2022-07-25", "ru", "47"]
    assert [line.split(":")[0] for line in lines[3:6]] == ["BLEU ru", "chrF++ ru", "TER ru"]
    assert lines[7] == "The worst 1 segment by chrF++:"
    assert lines[9].startswith(f"{final}:")
    assert [line.split()[0] for line in lines[10:13]] == ["source", "hypothesis", "reference"]


def test_ter_may_be_left_out(capsys: Capture) -> None:
    final = str(LOCALES / "fr" / LETTER)
    code, out, _ = tm(capsys, "score", final, final, "--no-ter")
    assert code == 0
    assert "chrF++" in out
    assert "TER" not in out


def test_effort_is_a_table_and_json(capsys: Capture, tmp_path: Path) -> None:
    text = (LOCALES / "es" / LETTER).read_text(encoding="utf-8")
    noted = text.replace("#. role: paragraph\n", "#. role: paragraph\n#. tm: 87% A/75/912 (2021-07-21)\n")
    (tmp_path / "before.po").write_text(noted.replace("trata de personas", "trata"), encoding="utf-8")
    arguments = ["score", "--effort", str(tmp_path / "before.po"), str(LOCALES / "es" / LETTER)]
    _, out, _ = tm(capsys, *arguments, "--format", "json")
    (found,) = json.loads(out)["languages"]
    keys = {"units", "words", "untouched", "untouched_words", "ter", "saved"}
    assert list(found["bands"]) == ["85-94", "unnamed"]
    for row in (found, *found["bands"].values(), *found["origins"], *found["documents"], found["memory"]):
        assert set(row) >= keys
    assert [origin["document"] for origin in found["origins"]] == ["A/75/912"]
    band = found["bands"]["85-94"]
    assert 0 < band["untouched"] < band["units"]
    assert 0 < band["ter"] < 50
    _, out, _ = tm(capsys, *arguments)
    assert out.splitlines()[0].split()[:4] == ["es", "units", "words", "untouched"]
    assert f"the memory saved {found['memory']['saved']:.0f} of {found['memory']['asked_words']} words" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fr", "ru", "--lang", "fr"], "ru/letter-2022-07-25.po: the file is in Russian (ru), --lang says fr"),
        (["fr", "ru"], "compare files of one language"),
        (["fr", "none"], "there is no such file"),
        (["fr", "fr", "--lang", "fr,ru"], "name one language"),
        (["fr", "fr", "--lang", "de"], "unknown language 'de'"),
        (["fr", "fr", "--effort", "--against", "fr"], "use one of them"),
        (["fr", "fr", "--worst", "some"], "'some' is not a number"),
        (["fr"], "required: REFERENCE"),
    ],
)
def test_mistakes_end_with_2_and_one_sentence(capsys: Capture, arguments: list[str], sentence: str) -> None:
    named = [str(LOCALES / word / LETTER) if word in {"fr", "ru", "none"} else word for word in arguments[:2]]
    code, out, err = tm(capsys, "score", *named, *arguments[2:])
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err


def test_the_environment_changes_no_number_and_no_home_is_written_to(capsys: Capture, tmp_path: Path) -> None:
    for name, text in {"one": "Un deux trois.\nQuatre.\n", "final": "Un deux trois.\nQuatre !\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    named = [str(tmp_path / name) for name in ("one", "final")]
    _, out, _ = tm(capsys, "score", *named, "--lang", "fr", "--format", "json")
    done = subprocess.run(
        [sys.executable, "-m", "tm", "score", *named, "--lang", "fr", "--format", "json"],
        capture_output=True, check=True, timeout=60, encoding="utf-8",
        env={**os.environ, "SACREBLEU_SEED": "none", "HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (out, "")
    assert not (tmp_path / "home").exists()
