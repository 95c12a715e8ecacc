"""OmegaT takes our memory and our glossary, and what it translates comes back."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from polib import pofile

from tests.clients import omegat
from tm.cli.main import main
from tm.exchange import po

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(
        not shutil.which("omegat"), reason="OmegaT is not here: apt install omegat default-jdk-headless"
    ),
]

UDHR = Path("../shared/data/udhr/udhr.tmx").resolve()
LETTER = Path("locales").resolve()
JAR = Path("/usr/share/omegat/OmegaT.jar")
ASK = Path(__file__).with_name("Ask.java")

needs_udhr = pytest.mark.skipif(not UDHR.exists(), reason="the Universal Declaration is not here")
needs_javac = pytest.mark.skipif(not shutil.which("javac"), reason="no JDK is here: apt install default-jdk-headless")


def tm(root: Path, *arguments: str) -> None:
    assert main(["--root", str(root), *arguments]) == 0


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TM_MEMORY", raising=False)
    (tmp_path / "work" / "source").mkdir(parents=True)
    return tmp_path / "work"


def po_file(path: Path, language: str, sources: list[str]) -> None:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    units = (f'\nmsgid "{po_text(source)}"\nmsgstr ""\n' for source in sources)
    path.write_text(head + "".join(units), encoding="utf-8")


def po_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def ask(project: Path, *glossaries: Path, home: Path) -> list[list[str]]:
    """Give what OmegaT says of matches and terms."""
    done = subprocess.run(
        ["java", f"-Duser.home={home}", "-cp", str(JAR), str(ASK), str(project), *map(str, glossaries)],
        capture_output=True, timeout=300, check=True,
    )  # fmt: skip
    return [line.split("\t") for line in done.stdout.decode().splitlines() if line.startswith(("match\t", "term\t"))]


@needs_udhr
@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_our_six_language_memory_fills_all_units(root: Path, tmp_path: Path, language: str) -> None:
    tm(root, "import", str(UDHR))
    project = omegat.make(tmp_path / "omegat", language)
    tm(root, "export", str(project / "tm" / "auto" / "six.tmx"))
    tm(root, "export", str(root / "six.tsv"))
    names, *rows = [line.split("\t") for line in (root / "six.tsv").read_text("utf-8").splitlines()]
    expected = {row[names.index("en")]: row[names.index(language)] for row in rows if row[names.index(language)]}
    po_file(project / "source" / "doc.po", language, list(expected))
    said = omegat.run(project, "--mode=console-translate", home=tmp_path / "home")
    filled = {entry.msgid: entry.msgstr for entry in pofile(str(project / "target" / "doc.po"))}, said
    assert filled[0] == expected


def test_units_with_tags_are_filled_where_tags_are_written_as_text(root: Path, tmp_path: Path) -> None:
    (root / "t.csv").write_text("en,fr\nsee <1>here</1> <2/>,voir <1>ici</1> <2/>\n", encoding="utf-8")
    tm(root, "import", str(root / "t.csv"))
    project = omegat.make(tmp_path / "omegat", "fr")
    tm(root, "export", str(project / "tm" / "auto" / "six.tmx"), "--tags", "text")
    po_file(project / "source" / "doc.po", "fr", ["see <1>here</1> <2/>"])
    omegat.run(project, "--mode=console-translate", home=tmp_path / "home")
    assert [entry.msgstr for entry in pofile(str(project / "target" / "doc.po"))] == ["voir <1>ici</1> <2/>"]


@needs_javac
def test_our_memory_gives_fuzzy_matches_and_our_glossary_its_terms(root: Path, tmp_path: Path) -> None:
    (root / "t.csv").write_text(
        "en,fr\nThe Committee took note of the report of the Board.,La Commission a pris note du rapport du Comité.\n"
        "see <1>here</1>,voir <1>ici</1>\n",
        encoding="utf-8",
    )
    tm(root, "import", str(root / "t.csv"))
    project = omegat.make(tmp_path / "omegat", "fr")
    tm(root, "export", str(project / "tm" / "six.tmx"))
    tm(root, "export", str(project / "glossary" / "terms.tbx"))
    po_file(
        project / "source" / "doc.po", "fr", ["The Committee took note of the report of the Panel.", "see <1>here</1>"]
    )
    said = ask(project, project / "glossary" / "terms.tbx", home=tmp_path / "home")
    matches = {
        (source, translation): int(score)
        for kind, source, *rest in said
        if kind == "match"
        for score, translation in [rest]
    }
    found = matches[
        "The Committee took note of the report of the Panel.", "La Commission a pris note du rapport du Comité."
    ]
    assert 70 <= found < 100
    assert any(source == "see <1>here</1>" for source, _ in matches)
    terms = {(row[1], row[2]) for row in said if row[0] == "term"}
    assert ("Secretary-General", "Secrétaire général") in terms
    assert len(terms) > 700


def test_a_po_file_that_it_translated_comes_back_changed_in_translations_only(root: Path, tmp_path: Path) -> None:
    """Our own letter: its French units are emptied, filled by OmegaT from our memory, and imported."""
    source = next((LETTER / "fr").glob("*.po"))
    tm(root, "import", str(source))
    project = omegat.make(tmp_path / "omegat", "fr")
    tm(root, "export", str(project / "tm" / "auto" / "six.tmx"), "--tags", "text")
    file = po.require_sound(po.read(source, shown="x"))
    given = pofile(str(source))
    for entry in given:
        entry.msgstr = ""
    given.save(str(project / "source" / source.name))
    omegat.run(project, "--mode=console-translate", home=tmp_path / "home")
    back = project / "target" / source.name
    filled = po.require_sound(po.read(back, shown="y"))
    assert [unit.source for unit in filled.units] == [unit.source for unit in file.units if unit.is_live]
    expected = {unit.key: unit.target for unit in file.units}
    done = [unit for unit in filled.units if unit.target]
    assert len(done) > 0.9 * len(filled.units)
    # Without a context in the source, one text may have several translations: OmegaT takes one of them.
    alike = {unit.source for unit in file.units if sum(other.source == unit.source for other in file.units) > 1}
    assert all(unit.target == expected[unit.key] for unit in done if unit.source not in alike)
    place = root / "locales" / "fr" / source.name
    place.parent.mkdir(parents=True)
    shutil.copy(back, place)
    tm(root, "import", str(place))
    assert main(["--root", str(root), "check", str(place)]) in (0, 1)
    assert os.access(place, os.R_OK)
