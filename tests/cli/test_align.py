"""`tm align` fills the memory or a TMX file, and says in one sentence what it cannot do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.alignment.texts import ENGLISH, FRENCH
from tm.cli.main import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.en.txt").write_text("\n".join(ENGLISH), encoding="utf-8")
    (tmp_path / "a.fr.txt").write_text("\n".join(FRENCH), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_entries_go_into_a_file_from_the_shell(folder: Path) -> None:
    command = "align a.en.txt a.fr.txt --from en --to fr -o out.tmx --format json"
    done = subprocess.run(
        [sys.executable, "-m", "tm", *command.split()], capture_output=True, env=os.environ, timeout=120,
        encoding="utf-8", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "a.en.txt → a.fr.txt: 7 pairs, 0 doubtful, 0 without a partner, 0 crossed",
        "a.en.txt: 7 entries in out.tmx",
    ]
    beads = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(bead["source"], bead["target"]) for bead in beads] == [([n], [n]) for n in range(7)]
    text = (folder / "out.tmx").read_text(encoding="utf-8")
    assert text.count("<tu ") == 7
    assert FRENCH[0] in text
    assert text.count('<prop type="x-confidence">') == 7
    assert not (folder / ".tm").exists()


def test_entries_go_into_the_memory_and_are_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = ["--memory", str(folder / "memory.db")]
    assert main([*memory, "align", "a.en.txt", "a.fr.txt", "--from", "en", "--to", "fr"]) == 0
    capsys.readouterr()
    assert main([*memory, "lookup", ENGLISH[4], "--to", "fr", "--format", "json"]) == 0
    (match,) = json.loads(capsys.readouterr().out)["matches"]
    assert match["target"] == FRENCH[4]
    assert match["penalties"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a.html",
            "end in .html are not read: save it as one of .txt, .md, .markdown, .docx, with: pandoc 'a.html' -t",
        ),
        (
            "a.odt",
            "end in .odt are not read: save it as one of .txt, .md, .markdown, .docx, with: soffice --convert-to",
        ),
        (
            "a.pdf",
            "end in .pdf are not read: save it as one of .txt, .md, .markdown, .docx, with: pdftotext 'a.pdf' 'a",
        ),
        ("a.xyz", "end in .xyz are not read: save it as one of .txt, .md, .markdown, .docx\n"),
        ("a.po", "it holds pairs already, so it is no document: tm import takes them into the memory"),
        ("a", "a document without an ending is not read: give it one of .txt, .md, .markdown, .docx"),
    ],
)
def test_a_document_that_is_not_read_is_refused_with_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (folder / name).write_text("Hello.", encoding="utf-8")
    assert main(["align", name, "a.fr.txt", "--from", "en", "--to", "fr", "-o", "out.tmx"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"tm: error: {name}: ")
    assert said in err


def test_documents_in_a_tree_that_are_not_read_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.en.odt").touch()
    assert main("align --tree . . --from en --to fr -o out.tmx".split()) == 0
    assert "b.en.odt: left out: documents that end in .odt are not read: save it" in capsys.readouterr().err


def test_a_tree_is_aligned_by_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.en.txt").write_text("Alone.", encoding="utf-8")
    assert main("align --tree . . --from en --to fr -o out.tmx --review doubts.html".split()) == 0
    said = capsys.readouterr().err
    assert "b.en.txt: left out: no counterpart of this name" in said
    assert "7 entries in out.tmx" in said
    assert "Nothing is doubtful" in (folder / "doubts.html").read_text(encoding="utf-8")


def test_a_document_of_a_tree_that_cannot_be_aligned_keeps_no_other_one_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "fr"):
        (folder / f"0.{language}.txt").write_bytes(b"\xff\xfe\xfa")
    assert main("--memory m.db align --tree . . --from en --to fr".split()) == 2
    said = capsys.readouterr().err
    assert "0.en.txt" in said and "; nothing of this document was aligned" in said
    assert "7 entries in the memory" in said
    assert said.endswith("1 of 2 documents could not be aligned: 0.en.txt: mend them and align them again\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("a.en.txt a.fr.txt --from en --to en -o x.tmx", "a document and its translation differ"),
        ("a.en.txt a.fr.txt --from en --to xx -o x.tmx", "unknown language 'xx'"),
        ("a.en.txt a.fr.txt --from en --to fr,ru -o x.tmx", "--to names 2 languages, but there is 1 translation"),
        ("a.en.txt a.fr.txt a.fr.txt --from en --to fr -o x.tmx", "there are 2 translations"),
        ("a.en.txt ./a.en.txt --from en --to fr -o x.tmx", "a.en.txt: named for two languages"),
        ("a.fr.txt a.en.txt --from en --to fr -o x.tmx", "a.fr.txt:1: in French, so not English"),
        ("a.en.txt a.fr.txt --from en --to fr -o x.po", "let the name end in .tmx"),
        ("a.en.txt a.fr.txt --from en --to fr -o x.tmx --review x.doc", "let its name end in .po or .html"),
        ("a.en.txt a.fr.txt --from en --to fr -o x.tmx --min-confidence 2", "use a number from 0 to 1"),
        ("a.en.txt none.txt --from en --to fr -o x.tmx", "none.txt: no such file"),
        ("a.en.txt empty.txt --from en --to fr -o x.tmx", "empty.txt:1: there is no sentence in it"),
        ("a.en.txt a.pdf --from en --to fr -o x.tmx", "a.pdf"),
        ("--tree a.en.txt a.fr.txt --from en --to fr -o x.tmx", "there is no such folder"),
    ],
)
def test_mistakes_are_told_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: str, said: str
) -> None:
    (folder / "empty.txt").write_text(" \n\n", encoding="utf-8")
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    assert main(["align", *arguments.split()]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1
    assert not (folder / "x.tmx").exists()


def test_it_is_said_where_hardly_a_sentence_has_a_sure_partner(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [f"Le chat numéro {number} dort sous la table de la cuisine." for number in range(100, 140)]
    (folder / "b.fr.txt").write_text("\n".join(others), encoding="utf-8")
    (folder / "b.en.txt").write_text("\n".join(ENGLISH * 4), encoding="utf-8")
    assert main("align b.en.txt b.fr.txt --from en --to fr -o out.tmx".split()) == 0
    said = "b.fr.txt: hardly a sentence has a sure partner: is it a translation of b.en.txt?"
    assert said in capsys.readouterr().err
    assert main("align a.en.txt a.fr.txt --from en --to fr -o out.tmx".split()) == 0
    assert "hardly" not in capsys.readouterr().err
