"""`tm lookup` explains its matches, and answers many lines as it answers each."""

import io
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tm.cli.main import main
from tm.model.match import Entry, Origin
from tm.stores import open_store

LETTER = "Letter dated {} from the Permanent Representative of {} to the Secretary-General"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "source").mkdir()
    monkeypatch.chdir(tmp_path)
    url = str(tmp_path / "memory.db")
    store = open_store(url)
    store.add(
        [
            Entry(
                0,
                {
                    "en": LETTER.format("25 July 2022", "Bahrain"),
                    "fr": "Lettre datée du 25 juillet 2022, adressée au Secrétaire général par Bahreïn",
                    "zh": "2022年7月25日巴林常驻代表给秘书长的信",
                },
                "",
                Origin("letter", "letter.txt:1", "2022-08-01", "A. Translator"),
            ),
            *(
                Entry(0, {"en": f"Paragraph number {n} of many.", "fr": f"Paragraphe {n}."}, "", Origin("report"))
                for n in range(40)
            ),
        ]
    )
    store.close()
    return url


def asked(memory: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["--memory", memory, "lookup", *arguments, "--format", "json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_adapted_match_tells_what_was_put_right(memory: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = LETTER.format("3 August 2023", "Bahrain")
    for answer, target, old, new in zip(
        asked(memory, capsys, text, "--to", "fr,zh"),
        (
            "Lettre datée du 3 août 2023, adressée au Secrétaire général par Bahreïn",
            "2023年8月3日巴林常驻代表给秘书长的信",
        ),
        ("25 juillet 2022", "2022年7月25"),
        ("3 août 2023", "2023年8月3"),
        strict=True,
    ):
        match = answer["matches"][0]
        assert match["kind"] == "adapted"
        assert match["target"] == match["changed"] == target
        assert target != match["remembered"]
        (change,) = match["changes"]
        assert (change["old"], change["new"]) == (old, new)
        assert target[change["start"] : change["end"]] == new
        assert match["origin"] == {
            "document": "letter", "place": "letter.txt:1", "date": "2022-08-01", "author": "A. Translator"
        }  # fmt: skip


def test_names_are_offered_and_never_replaced(memory: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = LETTER.format("3 August 2022", "Egypt")
    (plain,) = asked(memory, capsys, text, "--to", "zh")
    assert plain["matches"][0]["target"] == "2022年7月25日巴林常驻代表给秘书长的信"
    assert "proposals" not in plain["matches"][0]
    (answer,) = asked(memory, capsys, text, "--to", "zh", "--names")
    match = answer["matches"][0]
    assert (match["kind"], match["target"]) == ("fuzzy", "2022年7月25日巴林常驻代表给秘书长的信")
    assert match["proposals"][0]["target"] == "2022年8月3日埃及常驻代表给秘书长的信"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_lines_are_answered_in_order_by_one_process_and_by_two(
    memory: str, jobs: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TM_JOBS", jobs)
    lines = [f"Paragraph number {n % 40} of many." for n in range(700)] + ["last"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO("\r\n".join(lines).encode()))))
    answers = asked(memory, capsys, "--to", "fr", "--limit", "1")
    assert [answer["source"] for answer in answers] == lines
    assert [answer["matches"][0]["target"] for answer in answers[:-1]] == [f"Paragraphe {n % 40}." for n in range(700)]


def test_each_line_that_comes_through_a_pipe_is_answered_before_the_next_and_a_crowd_after_it(memory: str) -> None:
    command = [sys.executable, "-m", "tm", "--memory", memory, "lookup", "--to", "fr", "--format", "json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (7, 8):
            process.stdin.write(f"Paragraph number {number} of many.\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["matches"][0]["target"] == f"Paragraphe {number}."
        lines = [f"Paragraph {'of ' * (n % 9)}number {n}." for n in range(3_000)]  # more than a pipe holds
        writer = threading.Thread(
            target=lambda pipe: (pipe.write("\n".join(lines).encode()), pipe.close()), args=[process.stdin]
        )
        writer.start()
        answers = [json.loads(line)["source"] for line in process.stdout]
        writer.join()
    assert answers == lines
    assert process.returncode == 0


def test_a_line_that_is_not_utf_8_is_named(
    memory: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"one\ntwo \xff\n"))))
    assert main(["--memory", memory, "lookup", "--to", "fr"]) == 2
    shown = capsys.readouterr()
    assert shown.out == "en → fr: one\n  no match\n"
    assert shown.err == "tm: error: stdin:2: not UTF-8: convert it, for example with iconv\n"


def test_a_wrong_number_of_jobs_is_refused(
    memory: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TM_JOBS", "many")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"x\n" * 20))))
    assert main(["--memory", memory, "lookup", "--to", "fr"]) == 2
    assert "TM_JOBS=many: not a number of processes: use 1 or more" in capsys.readouterr().err


def test_people_see_differences_and_changes(memory: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = LETTER.format("3 August 2022", "Bahrain")
    assert main(["--memory", memory, "lookup", text, "--to", "zh", "--limit", "1"]) == 0
    shown = capsys.readouterr().out
    assert "adapted  letter letter.txt:1 2022-08-01 A. Translator" in shown
    assert "25 July → 3 August" in shown
    assert "adapted: 2022年7月25 → 2022年8月3" in shown
