"""A document goes through po4a: we fill, check and import its PO files, and po4a makes translations of them."""

import difflib
import shutil
import subprocess
from pathlib import Path

import pytest
from polib import pofile

from tests.cli.conftest import Tm, tm  # noqa: F401  # a fixture
from tm.exchange import po

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(not shutil.which("po4a"), reason="po4a is not here: apt install po4a"),
]

MANUAL = """\
# Report on *fisheries*

The Council met on 3 May 2022. It adopted the report of the Board,
and thanked [its members](https://www.un.org/).

- First item
- Second item with `code`

A last sentence, which goes on for so long that gettext writes it on more than one line of a file.
"""
CONFIG = """\
[po4a_langs] ar fr
[po4a_paths] po/manual.pot $lang:po/$lang.po
[type: text] manual.md $lang:manual.$lang.md opt:"--option markdown --keep 0"
"""
KNOWN = """\
en,ar,fr
Report on *fisheries*,تقرير عن *مصائد الأسماك*,Rapport sur les *pêches*
First item,البند الأول,Premier point
Second item with `code`,البند الثاني مع `code`,Deuxième point avec `code`
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    for name, text in (("manual.md", MANUAL), ("po4a.cfg", CONFIG), ("known.csv", KNOWN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def po4a(root: Path, *arguments: str) -> None:
    # --force: what was changed in the second in which it was last read would pass for old.
    done = subprocess.run(
        ["po4a", "--quiet", "--force", "--package-name", "manual", *arguments, "po4a.cfg"],
        cwd=root, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def texts(path: Path) -> dict[str, str]:
    """Read a PO file as others do."""
    return {entry.msgid: entry.msgstr for entry in pofile(str(path))}


def test_a_markdown_document_goes_through_po4a(root: Path, tm: Tm) -> None:  # noqa: F811
    po4a(root)
    path = root / "po" / "fr.po"
    before = path.read_text(encoding="utf-8")
    assert {unit.source for unit in po.require_sound(po.read(path)).units} == set(texts(path))
    assert tm("import", "known.csv")[0] == 0
    code, out, _ = tm("pretranslate", "po")
    assert (code, out.count("3 filled (3 exact), 2 left untranslated")) == (0, 2)
    changed = list(difflib.ndiff(before.splitlines(), path.read_text("utf-8").splitlines()))
    assert [line for line in changed if line.startswith("- ")] == ['- msgstr ""'] * 3
    assert len([line for line in changed if line.startswith("+ ")]) == 6  # a translation and where it comes from
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)
    # Of Arabic, po4a's header has no plural formula.
    assert tm("check", "po", "--ignore", "missing,po-header")[:2] == (0, "")
    assert "po/fr.po: 5 read, 3 added, 0 updated, 0 unchanged, 2 rejected (2 untranslated)" in tm("import", "po")[1]
    filled = texts(path)
    po4a(root)
    assert texts(path) == filled
    assert (
        (root / "manual.fr.md").read_text(encoding="utf-8").startswith("# Rapport sur les *pêches*\n\nThe Council met")
    )
    assert "- البند الأول" in (root / "manual.ar.md").read_text(encoding="utf-8")
