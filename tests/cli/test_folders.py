"""In folders, commands pass over PO files in other languages and say so; named, such a file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tm

PO = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Peace"\nmsgstr ""\n'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "po").mkdir()
    for code in ("de", "fr", "pt_BR"):
        (tmp_path / "po" / f"{code}.po").write_text(PO.format(code), encoding="utf-8")
    (tmp_path / "known.csv").write_text("en,fr\nPeace,Paix\n", encoding="utf-8")
    return tmp_path


COMMANDS = (
    (["pretranslate"], "po/fr.po: 1 filled (1 exact), 0 left untranslated"),
    (["analyse"], "po        fr               1      1"),
    (["export", "out.xlf"], "out.xlf: 1 document, 1 unit"),
    (["import"], "po/fr.po: 1 read"),
)


@pytest.mark.parametrize(("command", "said"), COMMANDS)
def test_a_folder_means_the_files_in_our_languages(tm: Tm, command: list[str], said: str) -> None:
    tm("import", "known.csv")
    code, out, err = tm(*command, "po")
    assert (code, err.count("other languages")) == (0, 1)
    assert said in out
    assert "po: 2 PO files in other languages passed over: de, pt_BR" in err


@pytest.mark.parametrize(("command", "_said"), COMMANDS)
def test_a_file_that_is_named_is_read_or_refused(tm: Tm, command: list[str], _said: str) -> None:
    tm("import", "known.csv")
    code, _, err = tm(*command, "po/de.po", "po/fr.po")
    assert code == 2
    assert "tm: error: po/de.po:1: the header says Language: de, which is none of the six here" in err
