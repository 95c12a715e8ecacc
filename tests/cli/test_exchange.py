"""`tm import` and `tm export` as their users see them: what is said where, and how they end."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Tm

TMX = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en-US"><seg>Peace</seg></tuv><tuv xml:lang="FR"><seg>Paix</seg></tuv><tuv xml:lang="ru"><seg>Мир</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>AT&T</seg></tuv><tuv xml:lang="fr"><seg>x</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Law</seg></tuv><tuv xml:lang="zh-TW"><seg>法律</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "old.tmx").write_text(TMX, encoding="utf-8")
    return tmp_path


def test_an_import_says_what_came_of_it_and_where_the_rest_is(tm: Tm) -> None:
    assert tm("import", "old.tmx") == (
        0,
        "old.tmx: 3 read, 1 added, 0 updated, 0 unchanged, 2 rejected (1 broken, 1 language zh-TW)\n",
        "old.tmx:3: rejected: broken: not well-formed XML: not well-formed (invalid token)\n"
        "old.tmx:4: rejected: language zh-TW; no translation: only en\n"
        ".tm/rejected/old.tmx.csv: lists all that was rejected (2): correct it there and import that file\n",
    )
    assert '"target": "Мир"' in tm("lookup", "Peace", "--to", "ru", "--format", "json")[1]


def test_where_the_list_of_the_rest_cannot_be_written_that_is_said_and_all_else_imported(tm: Tm, root: Path) -> None:
    (root / ".tm").mkdir()
    (root / ".tm" / "rejected").write_text("", encoding="utf-8")
    (root / "more.tmx").write_text(TMX, encoding="utf-8")
    code, out, err = tm("import", "old.tmx", "more.tmx")
    assert (code, out.splitlines()[-1]) == (0, "total: 6 read, 2 added, 0 updated, 0 unchanged, 4 rejected")
    (said,) = [line for line in err.splitlines() if line.startswith(".tm/rejected/old.tmx.csv: ")]
    assert "cannot be written" in said
    assert said.endswith("; so what was rejected (2) is not listed; all else was imported")


def test_a_memory_is_written_by_the_ending_and_comes_in_again(tm: Tm, root: Path) -> None:
    tm("import", "old.tmx")
    for name in ("six.tmx", "six.csv", "six.tsv", "six.xlsx"):
        said = "" if name == "six.tmx" else f"{name}: its columns have no regions: those of en-US are in TMX alone\n"
        assert tm("export", name) == (0, f"{name}: 1 entry (en 1, fr 1, ru 1)\n", said)
        code, out, _ = tm("--memory", str(root / f"{name}.db"), "import", name)
        assert (code, out) == (0, f"{name}: 1 read, 1 added, 0 updated, 0 unchanged, 0 rejected\n")
    assert tm("export", "fr.tmx", "--lang", "fr")[1] == "fr.tmx: 1 entry (en 1, fr 1)\n"


def test_columns_are_said_and_can_be_named(tm: Tm, root: Path) -> None:
    (root / "t.csv").write_text("Peru,Pérou\nChad,Tchad\n", encoding="utf-8")
    code, out, err = tm("import", "t.csv")
    assert (code, out) == (2, "")
    assert err.startswith("tm: error: t.csv: it cannot be told which columns hold which languages")
    code, out, err = tm("import", "t.csv", "--columns", "en=1,fr=2")
    assert (code, out) == (0, "t.csv: 2 read, 2 added, 0 updated, 0 unchanged, 0 rejected\n")
    assert err == "t.csv: columns: en=1, fr=2; no row of names\n"


def test_a_bad_file_in_a_folder_is_named_at_the_end(tm: Tm, root: Path) -> None:
    (root / "a.tmx").write_text("<tmx>", encoding="utf-8")
    code, out, err = tm("import", ".")
    assert (code, out.splitlines()[-1]) == (2, "total: 3 read, 1 added, 0 updated, 0 unchanged, 2 rejected")
    first, *_, last = err.splitlines()
    assert first.startswith("tm: error: a.tmx:1: ")
    assert first.endswith("; nothing of this file was imported")
    assert last == "tm: error: 1 of 2 files could not be imported: a.tmx: mend them and import them again"


def test_tags_may_be_written_as_text(tm: Tm, root: Path) -> None:
    (root / "t.csv").write_text("en,fr\nsee <1>here</1>,voir <1>ici</1>\n", encoding="utf-8")
    tm("import", "t.csv")
    tm("export", "a.tmx")
    tm("export", "b.tmx", "--tags", "text")
    assert '<bpt i="1" x="1">&lt;1&gt;</bpt>' in (root / "a.tmx").read_text("utf-8")
    assert "<seg>voir &lt;1&gt;ici&lt;/1&gt;</seg>" in (root / "b.tmx").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["import", "none.tmx"], "none.tmx: there is no such file"),
        (["import", "source"], "source: no file to import in this folder"),
        (["export", "a.doc"], "a.doc: not a file that is written"),
        (["export", "old.tmx/a.tmx"], "cannot be written"),
        (["export", "a.tmx", "--lang", "de"], "unknown language 'de'"),
    ],
)
def test_mistakes_are_one_sentence_and_leave_nothing(tm: Tm, root: Path, arguments: list[str], problem: str) -> None:
    tm("import", "old.tmx")
    before = sorted(path.name for path in root.iterdir())
    code, out, err = tm(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("tm: error: ")
    assert err.count("\n") == 1
    assert problem in err
    assert sorted(path.name for path in root.iterdir()) == before


def test_without_a_memory_nothing_is_written(tm: Tm, root: Path) -> None:
    code, _, err = tm("export", "a.tmx")
    assert code == 2
    assert err.startswith("tm: error: ")
    assert not (root / "a.tmx").exists()


def test_a_glossary_is_written_as_tbx(tm: Tm, root: Path) -> None:
    assert tm("export", "g.tbx", "--lang", "en,fr")[0] == 0
    assert b'<langSet xml:lang="ru">' not in (root / "g.tbx").read_bytes()


# XLIFF

PO = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Peace"
msgstr ""

msgid "Law"
msgstr "Droit"
"""


def test_units_go_out_and_come_back(tm: Tm, root: Path) -> None:
    path = root / "locales" / "fr" / "letter.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    tm("import", "old.tmx")
    said = "out.xlf: 1 document, 2 units (1 translated, 1 untranslated), matches of the memory: 1\n"
    assert tm("export", "out.xlf", "--lang", "fr") == (0, said, "")
    out = root / "out.xlf"
    text = out.read_text("utf-8")
    out.write_text(
        text.replace('initial">\n     <source>Peace</source>', 'final"><source>Peace</source><target>La paix</target>'),
        "utf-8",
    )
    assert tm("import", "out.xlf") == (
        0,
        "out.xlf: 2 read, 2 added, 0 updated, 0 unchanged, 0 rejected\n",
        "locales/fr/letter.po: 1 unit changed\n",
    )
    assert path.read_text("utf-8") == PO.replace('"Peace"\nmsgstr ""', '"Peace"\nmsgstr "La paix"')


def test_without_a_memory_units_go_out_without_matches(tm: Tm, root: Path) -> None:
    path = root / "fr.po"
    path.write_text(PO, encoding="utf-8")
    code, out, err = tm("export", "out.xliff", "fr.po", "--xliff", "1.2")
    assert (code, out) == (
        0,
        "out.xliff: 1 document, 2 units (1 translated, 1 untranslated), matches of the memory: 0\n",
    )
    assert err.startswith("no matches: ")
    assert tm("export", "out.xliff", "fr.po", "--matches", "0")[::2] == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("export", "out.xlf"), "no unit to write to out.xlf: make PO files with tm segment, or name some"),
        (("export", "out.tmx", "fr.po"), "fr.po: only XLIFF holds units of PO files: let out.tmx end in .xlf"),
        (("export", "out.xlf", "none.po"), "none.po: there is no such file"),
        (("export", "out.xlf", "--matches", "-1"), "'-1' is not a number: use 0 or more"),
        (("import", "bad.xlf"), "bad.xlf:2: <file> lacks the attribute id"),
        (("import", "bomb.xlf"), "bomb.xlf:1: entity declarations are not accepted"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_in_one_sentence(tm: Tm, root: Path, arguments: tuple[str, ...], message: str) -> None:
    (root / "bad.xlf").write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">\n<file><group id="g"/></file></xliff>',
        "utf-8",
    )
    (root / "bomb.xlf").write_text('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "utf-8")
    code, out, err = tm(*arguments)
    assert (code, out) == (2, "")
    assert err.endswith(f"tm: error: {message}\n")
    assert not (root / "out.xlf").exists()


NOTED = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu><note xml:lang="ru">Спросить Анну</note><tuv xml:lang="en"><seg>Peace</seg></tuv>
<tuv xml:lang="fr" usagecount="3"><prop type="client">ONU</prop><seg>Paix</seg></tuv><tuv xml:lang="es"><note>x</note><seg>Paz</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Law</seg></tuv><tuv xml:lang="fr"><seg>Droit</seg></tuv></tu>
</body></tmx>
"""  # the note: ask Anna


def test_what_other_programs_say_is_shown_and_given_back(tm: Tm, root: Path) -> None:
    (root / "noted.tmx").write_text(NOTED, encoding="utf-8")
    assert tm("import", "noted.tmx")[2] == ""
    history = tm("memory", "history", "Peace")[1]
    assert "\n  note: Спросить Анну\n" in history
    assert "\n      attribute usagecount: 3\n      property client: ONU\n" in history
    assert tm("export", "out.csv")[1:] == (
        "out.csv: 2 entries (en 2, es 1, fr 2)\n",
        "out.csv: 4 notes of other programs left out, as a table has no place for them: TMX has\n",
    )
    tm("export", "out.tmx")
    assert tm("import", "out.tmx")[1] == "out.tmx: 2 read, 0 added, 0 updated, 2 unchanged, 0 rejected\n"
    tm("memory", "delete", "1")
    assert "note: Спросить Анну\n    ended by 2: " in tm("memory", "history", "1")[1]


def test_an_export_of_units_says_of_how_many_matches_the_notes_are_left_out(tm: Tm, root: Path) -> None:
    (root / "noted.tmx").write_text(NOTED, encoding="utf-8")
    (root / "source" / "a.md").write_text("Peace\n\nLaw\n", encoding="utf-8")
    tm("segment", "--lang", "fr")
    tm("import", "noted.tmx")
    code, out, err = tm("export", "out.xlf")
    assert (code, out.endswith("matches of the memory: 2\n")) == (0, True)
    assert err == "out.xlf: notes of other programs left out, of so many matches: 1; TMX has them\n"


def test_json_tells_of_a_match_what_other_programs_say_of_it_and_of_its_two_texts(tm: Tm, root: Path) -> None:
    (root / "noted.tmx").write_text(NOTED, encoding="utf-8")
    tm("import", "noted.tmx")
    (match,) = json.loads(tm("lookup", "Peace", "--to", "fr", "--format", "json")[1])["matches"]
    nothing = {"language": None, "encoding": None}
    assert match["notes"] == [
        {"form": "note", "name": None, "text": "Спросить Анну", "language": "ru", "encoding": None, "about": None},
        {"form": "attribute", "name": "usagecount", "text": "3", **nothing, "about": "fr"},
        {"form": "property", "name": "client", "text": "ONU", **nothing, "about": "fr"},
    ]
    (match,) = json.loads(tm("lookup", "Law", "--to", "fr", "--format", "json")[1])["matches"]
    assert "notes" not in match
    (entry,) = json.loads(tm("memory", "history", "1", "--format", "json")[1])["entries"]
    assert [
        (told["language"], len(told["notes"]), told["brought"]["act"], told["ended"]) for told in entry["notes"]
    ] == [
        (None, 1, 1, None),
        ("es", 1, 1, None),
        ("fr", 2, 1, None),
    ]


def test_nobody_waits_for_a_pipe_that_is_named(tm: Tm, root: Path) -> None:
    os.mkfifo(root / "pipe.csv")
    code, _, err = tm("import", "pipe.csv")
    assert (code, "pipe.csv: a pipe or device" in err) == (2, True)
