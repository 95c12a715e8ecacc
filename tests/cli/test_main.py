"""The door keeps its contract: exit codes, one sentence for each mistake, results on stdout and the rest on stderr."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tm.cli.main import COMMANDS, main

SENTENCE_END = "tm: error: "


def tm(root: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "TM_MEMORY"}
    return subprocess.run(
        [sys.executable, "-m", "tm", "--root", str(root), *arguments],
        input=stdin, capture_output=True, env=environment, timeout=120,
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text("One sentence. Another sentence.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def french(root: Path) -> Path:
    """Give the PO file in French of this project, made without a process of its own."""
    assert main(["--root", str(root), "segment", "--lang", "fr"]) == 0
    return root / "locales" / "fr" / "a.po"


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give the one sentence on stderr of a run that ended with exit code 2 and said nothing else."""
    assert (done.returncode, done.stdout) == (2, b""), done
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(SENTENCE_END)
    return lines[0].removeprefix(SENTENCE_END)


BAD_SOURCES = {
    "empty": (b"", "a.txt: the document is empty"),
    "binary": (b"\x7fELF\0\0", "a.txt:1: there is a NUL byte"),
    "not UTF-8": (b"One.\n\nTwo \xff.\n", "a.txt:3: byte 0xFF is not UTF-8"),
    "UTF-16": ("One.".encode("utf-16"), "a.txt:1: the text is in UTF-16"),
}


@pytest.mark.parametrize(("data", "message"), BAD_SOURCES.values(), ids=BAD_SOURCES)
@pytest.mark.parametrize("command", ["segment", "build"])
def test_a_source_that_cannot_be_read_is_refused_with_its_place(
    root: Path, command: str, data: bytes, message: str
) -> None:
    (root / "source" / "a.txt").write_bytes(data)
    assert message in complaint(tm(root, command))
    assert not (root / "locales").exists()
    assert not (root / "build").exists()


MISTAKES = {
    "unknown command": (["translate"], "there is no command 'translate': use one of split, segment"),
    "unknown language": (["segment", "--lang", "de"], "unknown language 'de': use one of ar, zh, en, fr, ru, es"),
    "traditional Chinese": (["segment", "--lang", "zh-Hant"], "unknown language 'zh-Hant'"),
    "no language": (["split"], "the following arguments are required: --lang"),
    "unknown option": (["status", "--colour"], "unrecognized arguments: --colour"),
    "missing document": (["segment", "none.txt"], "none.txt: there is no such file"),
    "missing PO file": (["check", "none.po"], "none.po: there is no such file"),
    "nothing to import": (["import", "nowhere"], "nowhere: there is no such file"),
    "no memory": (["lookup", "Text", "--to", "fr"], "there is no memory yet: run: tm import locales"),
    "one language twice": (
        ["lookup", "Text", "--to", "en"],
        "--from and --to are both en: name two languages (a text is taken for English without --from)",
    ),
    "impossible score": (["lookup", "Text", "--to", "fr", "--min-score", "many"], "'many' is not a similarity"),
    "impossible limit": (["lookup", "Text", "--to", "fr", "--limit", "0"], "'0' is not a number of results"),
    "empty path": (["import", ""], "an empty path: name a file or folder"),
    "empty memory": (["--memory", "", "memory", "undo"], "--memory is empty: name a file"),
    "empty root": (["--root", "", "status"], "--root is empty: name a folder"),
    "empty side": (["score", "", "x.po"], "an empty path: name a file or folder"),
    "no targets": (["lookup", "Text", "--to", ""], "no language is named: use for example fr,ru"),
    "unknown check": (["check", "--select", "beauty"], "unknown check 'beauty'"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_of_use_gets_one_sentence(root: Path, arguments: list[str], message: str) -> None:
    assert message in complaint(tm(root, *arguments))


ANYWHERE = {
    "export": (["export", "a.xlf", "--lang", "fr", "none.po"], "none.po: there is no such file"),
    "check": (["check", "locales", "--lang-x", "none.po"], "unrecognized arguments: --lang-x"),
    "memory delete": (["memory", "delete", "1", "--lang", "fr", "2"], "there is no memory yet"),
    "align": (["align", "a.txt", "b.txt", "--from", "en", "--to", "fr,ru", "none.txt"], "no such file"),
}


@pytest.mark.parametrize(("arguments", "message"), ANYWHERE.values(), ids=ANYWHERE)
def test_files_may_stand_before_and_after_options(root: Path, arguments: list[str], message: str) -> None:
    assert message in complaint(tm(root, *arguments))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.usefixtures("french")
def test_nobody_waits_for_a_pipe_in_a_folder(root: Path) -> None:
    os.mkfifo(root / "locales" / "fr" / "pipe.po")
    for arguments in (["status"], ["check", "locales", "--ignore", "missing"], ["analyse"]):
        assert tm(root, *arguments).returncode == 0
    assert "a pipe or device" in complaint(tm(root, "check", str(root / "locales" / "fr" / "pipe.po")))


def test_two_documents_of_one_name_are_refused(root: Path) -> None:
    (root / "source" / "a.md").write_text("Text.", encoding="utf-8")
    assert "a.md has the same name" in complaint(tm(root, "segment"))


def test_a_folder_that_is_no_project_is_told(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tm", "status"], cwd=tmp_path, capture_output=True, timeout=60)
    assert "no project here or above" in complaint(done)


def test_a_damaged_memory_is_refused_and_left_as_it_is(root: Path) -> None:
    memory = root / ".tm" / "memory.db"
    memory.parent.mkdir()
    memory.write_bytes(b"This is no memory at all." * 500)
    tm(root, "segment")
    before = memory.read_bytes()
    assert "move it away and run: tm import locales" in complaint(tm(root, "lookup", "Text", "--to", "fr"))
    assert "damaged" in complaint(tm(root, "import", str(root / "locales")))
    assert memory.read_bytes() == before


@pytest.mark.usefixtures("french")
def test_findings_of_severity_error_end_with_1_and_a_clean_run_with_0(root: Path) -> None:
    assert tm(root, "check").returncode == 1
    assert tm(root, "check", "--ignore", "missing").returncode == 0


@pytest.mark.usefixtures("french")
def test_strict_ends_with_1_and_a_list(root: Path) -> None:
    done = tm(root, "build", "--lang", "fr", "--strict")
    assert done.returncode == 1
    assert b"untranslated: One sentence." in done.stderr
    assert not (root / "build").exists()


def test_strict_names_the_source_where_the_po_file_has_no_such_unit(root: Path) -> None:
    lines = tm(root, "build", "--lang", "fr", "--strict").stderr.decode().splitlines()
    assert lines[0].endswith(
        f"source/a.txt:1: not in {root}/locales/fr/a.po, run tm segment: untranslated: One sentence."
    )


@pytest.mark.parametrize(
    ("command", "behind"),
    [(["check", "--ignore", "missing"], []), (["analyse"], []), (["import"], []), (["check"], ["other.po"])],
)
@pytest.mark.usefixtures("french")
def test_files_that_begin_with_a_hyphen_are_named_behind_two(root: Path, command: list[str], behind: list[str]) -> None:
    data = (root / "locales" / "fr" / "a.po").read_bytes()
    for name in ("-x.po", "other.po"):
        (root / name).write_bytes(data)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "tm", *command, "--", "-x.po", *behind], cwd=root, env=environment, capture_output=True
    )
    assert (done.returncode, b"tm: error" in done.stderr) == (1 if behind else 0, False), done


def test_a_file_that_is_taken_for_an_option_is_told_how_to_be_named(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    (root / "-x.po").touch()
    done = subprocess.run(
        [sys.executable, "-m", "tm", "check", "-x.po"], cwd=root, env=environment, capture_output=True
    )
    assert "files that begin with a hyphen are named behind --" in complaint(done)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["lookup", "-point", "--to", "fr"], "a text that begins with a hyphen stands at the end, behind --"),
        (["concordance", "-x"], "a text that begins with a hyphen stands at the end, behind --"),
        (["memory", "history", "-x"], "a text that begins with a hyphen stands at the end, behind --"),
        (["lookup", "--", "-x", "--to", "fr"], "options stand before --"),
    ],
)
def test_a_text_that_is_taken_for_an_option_and_the_reverse_is_told(
    root: Path, arguments: list[str], hint: str
) -> None:
    assert hint in complaint(tm(root, *arguments))


@pytest.mark.parametrize("arguments", [["lookup"], ["lookup", "x", "--too", "fr"], ["memory", "history"]])
def test_what_has_no_hyphen_to_blame_is_told_without_it(root: Path, arguments: list[str]) -> None:
    assert "hyphen" not in complaint(tm(root, *arguments))


@pytest.mark.usefixtures("french")
def test_git_passes_over_what_the_program_keeps_for_itself(root: Path) -> None:
    tm(root, "check")
    assert (root / ".tm" / ".gitignore").read_text().endswith("*\n")


@pytest.mark.usefixtures("french")
def test_json_has_the_fields_of_the_contract(root: Path) -> None:
    found = json.loads(tm(root, "check", "--format", "json").stdout)
    assert set(found["summary"]) >= {"units", "findings", "errors", "warnings", "infos"}
    keys = {"check", "severity", "path", "line", "lang", "source", "target", "message"}
    assert all(set(finding) >= keys for finding in found["findings"])
    (row,) = json.loads(tm(root, "status", "--format", "json").stdout)["documents"]
    assert set(row) >= {"document", "lang", "units", "words", "translated", "fuzzy", "untranslated"}


def test_lookup_answers_each_line_for_each_language_in_order(root: Path) -> None:
    for code, target in (("fr", "Une phrase."), ("es", "Una frase.")):
        tm(root, "segment", "--lang", code)
        path = root / "locales" / code / "a.po"
        text = path.read_text(encoding="utf-8")
        empty = 'msgid "One sentence."\nmsgstr ""'
        path.write_text(text.replace(empty, empty.replace('msgstr ""', f'msgstr "{target}"')), encoding="utf-8")
    tm(root, "import", str(root / "locales"))
    done = tm(root, "lookup", "--to", "fr,es", "--format", "json", stdin=b"One sentence.\n\nOne Sentence.\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["source"], one["to"]) for one in answers] == [
        ("One sentence.", "fr"), ("One sentence.", "es"), ("", "fr"), ("", "es"),
        ("One Sentence.", "fr"), ("One Sentence.", "es"),
    ]  # fmt: skip
    best = answers[0]["matches"][0]
    assert set(best) >= {"score", "kind", "source", "target", "origin", "changed", "penalties", "differences"}
    assert (best["score"], best["kind"], best["target"]) == (100, "exact", "Une phrase.")
    assert [one["matches"][0]["score"] for one in answers[4:]] == [99, 99]
    assert answers[2]["matches"] == []


def test_split_writes_a_sentence_a_line_and_a_blank_line_between_paragraphs(tmp_path: Path) -> None:
    done = tm(tmp_path, "split", "--lang", "en", stdin="\ufeffOne. Two\nlines.\r\n\r\n\r\nThree.".encode())
    assert done.stdout == b"One.\nTwo lines.\n\nThree.\n"


def test_help_names_every_command_and_each_has_its_own(tmp_path: Path) -> None:
    text = tm(tmp_path, "--help").stdout.decode()
    commands = [line.split()[0] for line in text.partition("commands:\n")[2].partition("\n\n")[0].splitlines()]
    assert commands == list(COMMANDS)
    for command in commands:
        done = tm(tmp_path, command, "--help")
        assert done.returncode == 0
        assert f"usage: tm {command}".encode() in done.stdout


def test_a_reader_that_goes_away_is_no_mistake(root: Path) -> None:
    code = "import sys; from tm.cli.start import run; sys.argv = ['tm', 'split', '--lang', 'en']; run()"
    text = b"A sentence stands here. " * 20_000
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(text)
        process.stdin.close()
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_an_interrupt_ends_with_130_and_no_traceback(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tm", "split", "--lang", "en"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=30)
    assert (process.returncode, complaints) == (130, b"tm: interrupted\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    (root / "locales").mkdir()
    (root / "locales").chmod(0o500)
    assert "locales" in complaint(tm(root, "segment", "--lang", "fr"))


def test_text_that_is_not_utf_8_is_refused_wherever_it_comes_from(root: Path) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"tm", b"--root", str(root).encode(), b"lookup", b"x\xff", b"--to", b"fr"],
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert "not UTF-8" in complaint(done)


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
def test_closed_streams_are_no_reason_to_fall(root: Path, closed: str) -> None:
    script = f'"$0" -m tm --root "$1" status {closed}; exit $?'
    done = subprocess.run(["sh", "-c", script, sys.executable, str(root)], capture_output=True, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_single_file_can_be_checked_without_a_project(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text('msgid ""\nmsgstr "Language: fr\\n"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tm", "check", "x.po", "--select", "number"],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0


def test_all_that_was_said_arrives_though_the_program_ends_at_once(root: Path) -> None:
    text = "One sentence. " * 40_000
    done = tm(root, "split", "--lang", "en", stdin=text.encode())
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (0, 40_000, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_has_no_room_is_a_mistake(root: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "tm", "--root", str(root), "split", "--lang", "en"]
        done = subprocess.run(command, input=b"One.", stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    done.stdout = b""
    assert complaint(done).endswith("no space left on device")
