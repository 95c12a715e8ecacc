"""Starting is cheap: no command loads what another command needs."""

import subprocess
import sys

import pytest

HEAVY = [
    "lxml",
    "markdown_it",
    "numpy",
    "polib",
    "rapidfuzz",
    "regex",
    "sacrebleu",
    "snowballstemmer",
    "translate",
    "http.server",
]


def loaded(arguments: list[str], stdin: str = "") -> set[str]:
    code = (
        "import sys; from tm.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print('|'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], input=stdin, capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stderr.splitlines()[-1].split("|"))


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["--help"], ""),
        (["lookup", "--help"], ""),
        (["concordance", "--help"], ""),
        (["split", "--lang", "en"], "One. Two."),
        (["check", "--help"], ""),
        (["score", "--help"], ""),
        (["status", "--help"], ""),
    ],
)
def test_no_heavy_library_is_loaded(arguments: list[str], stdin: str) -> None:
    assert loaded(arguments, stdin).isdisjoint(HEAVY)


def test_the_program_loads_nothing_for_cases_that_do_not_come() -> None:
    """`dataclasses` imports `inspect`, which imports `ast` and `dis`, for records without docstrings."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tm", "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "dataclasses" in names
    assert names.isdisjoint({"ast", "dis", "tokenize"})


def test_help_loads_no_room_but_the_door() -> None:
    rooms = {name.split(".")[1] for name in loaded(["--help"]) if name.startswith("tm.")}
    assert rooms == {"cli", "model"}
