"""The tools of GNU gettext, i18nspector and xmllint find nothing to say against what we write."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tm.exchange import tmx
from tm.model.language import LANGUAGES
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.project.layout import Project, find_project
from tm.workflow.segment import segment

LOCALES = sorted(Path("locales").resolve().glob("*/*.po"))
DTD = Path("../shared/conformance/tmx/tmx14.dtd").resolve()
NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
SOURCE = "# Report\n\nThe Council met on 3 May 2022. It adopted *the report* of the Board.\n\n| a | b |\n|---|---|\n| c | d |\n"


def needs(program: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not here: apt install {package}")


def run(*command: str | Path) -> str:
    """Run a program that must end well, and give what it said."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


OURS = "the files of this project"


@pytest.fixture(params=["", 'po-translator = "Ann Lee"', 'po-translator = "Ann Lee <ann@translators.un.org>"', OURS])
def files(tmp_path: Path, request: pytest.FixtureRequest) -> list[Path]:
    """New PO files in all languages but that of the source, or those of this project."""
    if request.param == OURS:
        return LOCALES
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "report.md").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "tm.toml").write_text(request.param, encoding="utf-8")
    project: Project = find_project(tmp_path)
    list(segment(project, [], [language for language in LANGUAGES if language.code != "en"], now=NOW))
    return list(project.po_files())


@needs("msgfmt", "gettext")
def test_msgfmt_compiles_our_files(files: list[Path]) -> None:
    assert len(files) >= 5
    for path in files:
        run("msgfmt", "-c", "-o", "/dev/null", path)


@needs("msgcat", "gettext")
def test_msgcat_changes_nothing_and_msgmerge_loses_nothing(files: list[Path]) -> None:
    for path in files:
        assert run("msgcat", path) == path.read_text(encoding="utf-8")
        merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", path, path)
        assert merged == path.read_text(encoding="utf-8")


@needs("i18nspector", "i18nspector")
def test_i18nspector_wishes_at_most(files: list[Path]) -> None:
    """Tags of the severities minor and above begin with I, W or E; pedantic ones and wishes are free."""
    for path in files:
        said = subprocess.run(["i18nspector", str(path)], capture_output=True, text=True, timeout=60, check=False)
        tags = set(re.findall("^[EWI]: [^:]*: ([a-z-]+)", said.stdout, re.MULTILINE))
        assert not tags, said.stdout


@needs("xmllint", "libxml2-utils")
@pytest.mark.skipif(not DTD.exists(), reason="the DTD of TMX is not here")
def test_xmllint_finds_our_tmx_valid(tmp_path: Path) -> None:
    shared = Entry(
        0,
        {"en": "A <1>b</1> <2/> & </3>\x0b", "fr": "B", "ar": "ج"},
        "heading",
        Origin("d", "a b", "c. 1950", "Ann"),
        Context(MatchKey(""), MatchKey("x")),
    )
    apart = [
        Entry(0, {"en": "x", "fr": "y"}),
        Entry(0, {"en": "x", "ru": "я"}, "", Origin(date="2020-01-01"), Context(), Status.REVIEWED),
    ]
    path = tmp_path / "x.tmx"
    path.write_bytes(b"".join(tmx.write([shared, *apart])))
    run("xmllint", "--noout", "--nonet", "--dtdvalid", DTD, path)
