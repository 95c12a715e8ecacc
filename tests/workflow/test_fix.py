"""Fixes touch what they are for and nothing else, last, and leave no finding that was said to be fixed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tm.exchange import po
from tm.model.errors import ConflictError, SettingsError
from tm.project.layout import Project, find_project
from tm.workflow.baseline import write_baseline
from tm.workflow.check import Way, check
from tm.workflow.fix import Fixed, fix

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
PO = """\
# A file of somebody else, wrapped in a way of its own
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

#   an odd comment
msgid   "Who decides?"
msgstr  "Qui "
  "décide?"

#, fuzzy
msgid "Who votes?"
msgstr "Qui vote?"

#, ignore-french-spacing
msgid "Who speaks?"
msgstr "Qui parle?"

# tm: ignore french-spacing — a quotation from an older text
msgid "Who writes?"
msgstr "Qui écrit?"

msgid "One State: yes"
msgid_plural "Many States: yes"
msgstr[0] "Un État: oui"
msgstr[1] "Des États: oui"

msgid "The Council met."
msgstr "Le Conseil s’est réuni."

#~ msgid "Who was it?"
#~ msgstr "Qui était-ce?"
"""
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    (tmp_path / "locales" / "fr").mkdir(parents=True)
    (tmp_path / "locales" / "fr" / "a.po").write_text(PO, encoding="utf-8")
    return find_project(tmp_path)


def _fix(project: Project, **options: object) -> list[Fixed]:
    return list(fix(project, project.po_files(), now=NOW, **options))  # type: ignore[arg-type]


def _texts(project: Project) -> dict[str, tuple[str, ...]]:
    units = po.read(project.po_files()[0]).units
    return {unit.source: unit.targets or (unit.target,) for unit in units}


def test_only_the_lines_that_are_wrong_change(project: Project) -> None:
    before = check(project, project.po_files())
    assert {one.check for one in before.findings} == {"fuzzy", "french-spacing"}
    (fixed,) = _fix(project)
    after = project.po_files()[0].read_text(encoding="utf-8")
    assert (fixed.before, fixed.after) == (PO.encode(), after.encode())
    assert dict(fixed.counts) == {"french-spacing": 3}
    old, new = PO.splitlines(), after.splitlines()
    assert sorted(set(old) - set(new)) == [
        '  "décide?"',
        'msgstr  "Qui "',
        'msgstr[0] "Un État: oui"',
        'msgstr[1] "Des États: oui"',
    ]
    assert [line for line in new if line not in old] == [
        f'msgstr "Qui décide{NBSP}?"', f'msgstr[0] "Un État{NBSP}: oui"', f'msgstr[1] "Des États{NBSP}: oui"',
    ]  # fmt: skip
    assert [one.check for one in check(project, project.po_files()).findings] == ["fuzzy"]


@pytest.mark.parametrize(
    ("source", "target", "check_name"),
    [
        ("See www.un.org/en/ga.", "Voir www.un.org/fr/sc.", "url"),
        ("The Council [2] met.", "Le Conseil [3] s’est réuni.", "footnote"),
        ("UNODC decided.", "L’UNODC a décidé.", "term"),
        ("It recalled A/76/L.1.", "Il a rappelé A/76/L.2.", "symbol"),
        ("It adopted resolution 70/1.", "Il a adopté la résolution 70/2.", "resolution"),
        ("It is in the report.", "Il est dans le le rapport.", "repeated-word"),
    ],
)
def test_what_may_change_the_sense_is_proposed_and_left_to_a_person(
    project: Project, source: str, target: str, check_name: str
) -> None:
    path = project.po_files()[0]
    path.write_text(f'{PO}\nmsgid "{source}"\nmsgstr "{target}"\n', encoding="utf-8")
    found = [one for one in check(project, [path]).findings if one.check == check_name]
    assert [one.fix is not None for one in found] == [True]
    assert _fix(project, select=[check_name]) == []
    _fix(project)
    assert _texts(project)[source] == (target,)


def test_silenced_fuzzy_and_obsolete_units_stay_as_they_are(project: Project) -> None:
    _fix(project)
    texts = _texts(project)
    for source in ("Who votes?", "Who speaks?", "Who writes?", "Who was it?"):
        assert NBSP not in texts[source][0]


def test_a_second_time_nothing_is_left_to_do(project: Project) -> None:
    assert _fix(project)
    written = project.po_files()[0].stat().st_mtime_ns
    assert _fix(project) == []
    assert project.po_files()[0].stat().st_mtime_ns == written


def test_a_stop_that_makes_two_sentences_of_what_was_counted_as_one_is_put_in(project: Project) -> None:
    path = project.root / "locales" / "zh" / "a.po"
    path.parent.mkdir()
    path.write_text(
        PO.partition("\n#   an odd")[0].replace("Language: fr", "Language: zh")
        + """
msgid "The WHO noted the contrast between the 2002–2004 SARS outbreak, where Chinese authorities were accused of secrecy that impeded prevention and containment efforts, and the current crisis where the central government \\"has provided regular updates to avoid panic ahead of Lunar New Year holidays\\"."
msgstr "世界卫生组织注意到了 2002-2004 年非典疫情与本次危机之间的反差。在非典疫情中，中国当局被指控隐瞒实情，妨碍了预防和遏制工作，而在本次危机中，中央政府“在农历新年假期前便已开始定期更新情况，以避免恐慌”"
""",
        encoding="utf-8",
    )
    choice = {"select": ["end-punctuation", "added-text"]}
    (found,) = check(project, [path], **choice).findings
    assert (found.check, found.fix) == ("end-punctuation", "。")
    (done,) = fix(project, [path], now=NOW)
    assert done.counts["end-punctuation"] == 1
    assert "end-punctuation" not in {one.check for one in check(project, [path], **choice).findings}


def test_a_dry_run_tells_the_same_and_writes_nothing(project: Project) -> None:
    (dry,) = _fix(project, dry=True)
    assert project.po_files()[0].read_text(encoding="utf-8") == PO
    assert _fix(project) == [dry]


def test_what_is_not_chosen_or_silenced_by_the_project_is_not_fixed(project: Project) -> None:
    assert _fix(project, ignore=["french-spacing"]) == []
    assert _fix(project, select=["number"]) == []
    with pytest.raises(SettingsError, match="unknown check"):
        _fix(project, select=["beauty"])
    known = project.root / "known.txt"
    write_baseline(known, check(project, project.po_files()).findings, lambda path: project.place_of(Path(path)))
    assert _fix(project, baseline=known) == []
    assert check(project, project.po_files(), way=Way(baseline=known)).findings == ()
    (project.root / "tm.toml").write_text("[check.languages]\nfr = ['french-spacing']\n", encoding="utf-8")
    assert _fix(find_project(project.root)) == []


def test_a_file_that_is_not_sound_is_left_alone(project: Project) -> None:
    path = project.po_files()[0]
    path.write_text(PO + 'msgid "open\n', encoding="utf-8")
    (left,) = _fix(project)
    assert (left.after, left.counts) == (left.before, {"french-spacing": 3})
    assert left.hinders.startswith(f"{project.shown(path)}:36: ")
    assert path.read_text(encoding="utf-8") == PO + 'msgid "open\n'


def test_what_somebody_else_writes_meanwhile_is_not_lost(project: Project) -> None:
    path = project.po_files()[0]
    text = PO.replace("Le Conseil s’est réuni", "Le Conseil a tenu séance")

    def meanwhile(path: Path, *, shown: str | None = None) -> po.PoFile:
        file = po.read(path, shown=shown)
        path.write_text(text, encoding="utf-8")
        return file

    list(fix(project, [path], now=NOW, read=meanwhile))
    assert "Le Conseil a tenu séance" in path.read_text(encoding="utf-8")
    path.write_text(PO, encoding="utf-8")
    text = PO.replace('"décide?"', '"choisit?"')
    with pytest.raises(ConflictError):
        list(fix(project, [path], now=NOW, read=meanwhile))
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_names_no_source_language_is_from_that_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "tm.toml").write_text('source-language = "fr"\n', encoding="utf-8")
    (tmp_path / "locales" / "en").mkdir(parents=True)
    file = tmp_path / "locales" / "en" / "a.po"
    header = PO.partition("#   an odd comment")[0].replace("Language: fr", "Language: en")
    file.write_text(f'{header}msgid "Qui décide ?"\nmsgstr "Who decides ?"\n', encoding="utf-8")
    (fixed,) = fix(find_project(tmp_path), [file], now=NOW)
    assert fixed.counts == {"spacing": 1}
    assert file.read_text(encoding="utf-8").endswith('msgstr "Who decides?"\n')


@pytest.mark.parametrize(
    ("lang", "source", "target", "mended"),
    [
        ("es", "« Aucun », dit-il : attendez !", "« Ninguno », dijo : esperad !", "«Ninguno», dijo: esperad!"),
        ("ru", "« Aucun » : attendez !", "« Никто » : подождите !", "«Никто»: подождите!"),
        ("en", "« Aucun » : attendez !", "« None » : wait !", "“None”: wait!"),
    ],
)
def test_the_spaces_of_a_french_original_go_on_both_sides(
    tmp_path: Path, lang: str, source: str, target: str, mended: str
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "locales" / lang).mkdir(parents=True)
    file = tmp_path / "locales" / lang / "a.po"
    header = PO.partition("#   an odd comment")[0].replace(
        "Language: fr", f'X-Source-Language: fr\\n"\n"Language: {lang}'
    )
    file.write_text(f'{header}msgid "{source}"\nmsgstr "{target}"\n', encoding="utf-8")
    list(fix(find_project(tmp_path), [file], now=NOW))
    assert file.read_text(encoding="utf-8").endswith(f'msgstr "{mended}"\n')
