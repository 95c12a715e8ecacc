"""Units go out to a translator's tool and come back into the same PO files: what changed there, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.exchange.schemas import by_schematron, by_xsd, needs_schemas
from tests.stores.fake import DictStore
from tm.exchange import po, xliff
from tm.memory.lookup import Query, lookup
from tm.model.errors import FormatError, SettingsError
from tm.model.match import Entry, Origin
from tm.model.unit import State, Unit
from tm.project.layout import Project, find_project
from tm.workflow.hand_over import Wanted, hand_over
from tm.workflow.learn import Learned
from tm.workflow.transfer import take_in

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"PO-Revision-Date: 2022-07-25 10:00+0000\\n"\n'
UNITS = """
# Note of the translator
#. role: heading
#: source/letter.md:1
msgctxt "heading"
msgid "Letter"
msgstr "Lettre"

#. role: paragraph
#. <1> bold
#: source/letter.md:3
msgid "Seen on <1>25 July</1> <2/> & later."
msgstr ""

#: source/letter.md:4
#, fuzzy, ignore-number
#| msgid "The Committee met in May."
msgid "The Committee met in June."
msgstr "Le Comité s’est réuni en mai."

#, c-format
msgid "%d State"
msgid_plural "%d States"
msgstr[0] "%d État"
msgstr[1] "%d États"

#~ msgid "gone"
#~ msgstr "parti"
"""

Change = Callable[[str], str]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    add(tmp_path, "fr", UNITS)
    return find_project(tmp_path)


def add(root: Path, code: str, units: str, name: str = "letter") -> Path:
    path = root / "locales" / code / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(code) + units, encoding="utf-8")
    return path


def letter(project: Project) -> Path:
    return project.root / "locales" / "fr" / "letter.po"


def units(path: Path) -> list[Unit]:
    return list(po.read(path).units)


def out(project: Project, version: str = "2.1", store: DictStore | None = None, **wish: object) -> Path:
    path = project.root / "out.xlf"
    hand_over(project, store, project.po_files(), path, Wanted(("fr",), version, **wish))  # type: ignore[arg-type]
    return path


def back(project: Project, path: Path, change: Change | None = None, store: DictStore | None = None) -> Learned:
    if change:
        before = path.read_text("utf-8")
        after = change(before)
        assert after != before
        path.write_text(after, "utf-8")
    (learned,) = take_in(store or DictStore(), [path], project)
    return learned


def replaced(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


def replaced_all(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new)


def new_lines(before: str, after: str) -> list[str]:
    return [line for line in after.split("\n") if line not in before.split("\n") and "PO-Revision-Date" not in line]


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_what_nobody_touched_comes_back_to_the_same_bytes(project: Project, version: str) -> None:
    before = letter(project).read_bytes()
    learned = back(project, out(project, version))
    assert letter(project).read_bytes() == before
    assert learned.remarks == (f"{project.shown(letter(project))}: 0 units changed",)


@needs_schemas
@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_what_goes_out_is_valid(project: Project, version: str) -> None:
    store = DictStore()
    store.add([Entry(0, {"en": "Seen on <1>25 May</1> <2/> & later.", "fr": "Vu le <1>25 mai</1> <2/> & après."})])
    data = out(project, version, store).read_bytes()
    assert b"Vu le" in data
    assert by_xsd(data, version) == []
    assert version == "1.2" or by_schematron(data, "xliff_core_2.1", "matches") == []


TRANSLATED: Mapping[str, Change] = {
    "2.1": lambda text: re.sub(
        r'(<segment id="s1" state=")initial("[^>]*>\s*<source>Seen on )(<pc[^>]*>)(.*?</pc>) (<ph[^>]*>)(.*?</source>)',
        r"\1translated\2\3\4 \5\6<target>Vu le \g<3>25 juillet</pc> \5 &amp; après.</target>",
        text,
    ),
    "1.2": lambda text: re.sub(
        r'(<source>Seen on (<bpt.*?</bpt>)25 July(<ept.*?</ept>) (<ph.*?</ph>).*?</source>\s*)<target state="new"/>',
        r'\1<target state="translated">Vu le \g<2>25 juillet\3 \4 &amp; après.</target>',
        text,
    ),
}


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_a_translation_comes_into_its_unit_and_the_memory(project: Project, version: str) -> None:
    before, store = letter(project).read_text("utf-8"), DictStore()
    back(project, out(project, version), TRANSLATED[version], store)
    after = letter(project).read_text("utf-8")
    assert new_lines(before, after) == ['msgstr "Vu le <1>25 juillet</1> <2/> & après."']
    assert units(letter(project))[1].state is State.TRANSLATED
    (match,) = lookup(store, Query("Seen on <1>25 July</1> <2/> & later.", "en", "fr"), min_score=100, limit=1)
    assert (match.target, match.origin.document) == ("Vu le <1>25 juillet</1> <2/> & après.", "letter")


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [
        ("2.1", 'state="initial">\n     <source>The Com', 'state="reviewed">\n     <source>The Com'),
        ("1.2", '"needs-review-translation">Le Com', '"signed-off">Le Com'),
        ("1.2", '<target state="needs-review-translation">Le Com', "<target>Le Com"),
    ],
)  # fmt: skip
def test_a_unit_that_was_looked_at_is_no_longer_fuzzy(project: Project, version: str, old: str, new: str) -> None:
    def change(text: str) -> str:
        text = text.replace(old, new)
        return text if "signed" in new or version == "2.1" else re.sub(
            r'approved="no"( xml:space="preserve">\s*<source>The Committee)', r'approved="yes"\1', text
        )  # fmt: skip

    back(project, out(project, version), change)
    found = units(letter(project))[2]
    assert (found.state, found.previous, found.flags) == (State.TRANSLATED, None, ("ignore-number",))


def test_a_new_note_becomes_a_comment_and_known_ones_stay(project: Project) -> None:
    before = letter(project).read_text("utf-8")
    note = '<note category="role">heading</note><note>Is this &lt;right&gt;?\nAsk.</note>'
    back(project, out(project), replaced('<note category="role">heading</note>', note))
    assert new_lines(before, letter(project).read_text("utf-8")) == ["# Is this <right>?", "# Ask."]


OF_OTHERS = (
    "Voir le rapport.\nVu.",
    "\n      Согласовать\n        с автором.\n     ",
    " ",
    "请核对",
    "يُراجَع المصطلح",
    "Ver el glosario",
)
"""Notes of another tool: of two lines of which one is known, indented, empty, and in all languages."""

_KNOWN = "# Note of the translator\n"
_TAKEN = "# Vu.\n# Voir le rapport.\n# Vu.\n# Согласовать\n# с автором.\n# 请核对\n# يُراجَع المصطلح\n# Ver el glosario\n"


@pytest.mark.parametrize(
    ("version", "note", "last"),
    [
        ("2.1", '<note id="n{}" appliesTo="target" priority="1">{}</note>', "     <note>"),
        ("1.2", '<note annotates="target" priority="1" xml:lang="fr">{1}</note>', "    <note>"),
    ],
)
def test_notes_of_another_tool_become_comments_once_and_go_out_again(
    project: Project, version: str, note: str, last: str
) -> None:
    add(project.root, "fr", UNITS.replace(_KNOWN, f"{_KNOWN}# Vu.\n"))
    before = letter(project).read_bytes()
    name = "category" if version == "2.1" else "from"
    first = f'<note {name}="role">heading</note>'
    notes = "".join(note.format(number, text) for number, text in enumerate(OF_OTHERS))
    path = out(project, version)
    learned = back(project, path, replaced(first, f"{notes}{first}"))
    after = letter(project).read_bytes()
    assert after == before.replace(b"# Vu.\n", _TAKEN.encode())
    assert learned.remarks == (f"{project.shown(letter(project))}: 1 unit changed",)
    back(project, path)
    assert letter(project).read_bytes() == after
    again = out(project, version)
    for text in ("Voir le rapport.", "Согласовать", "请核对", "يُراجَع المصطلح", "Ver el glosario"):
        assert f'<note {name}="translator">{text}</note>' in again.read_text("utf-8")
    back(project, again)
    assert letter(project).read_bytes() == after


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_notes_that_others_call_the_developers_are_kept_unless_they_went_out(project: Project, version: str) -> None:
    name = "category" if version == "2.1" else "from"
    path, bold = out(project, version), f'<note {name}="developer">&lt;1&gt; bold</note>'
    text = letter(project).read_text("utf-8").replace("#. <1> bold\n", "#. <1> strong\n")
    letter(project).write_text(text, "utf-8")
    back(project, path, replaced(bold, f'{bold}<note {name}="developer">of theirs</note>'))
    assert new_lines(text, letter(project).read_text("utf-8")) == ["# of theirs"]


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [
        (
            "2.1",
            "<source>The Committee met",
            '<source>The <mrk id="k1" type="comment" value="Which?">Committee</mrk> met',
        ),
        ("1.2", ">Le Comité", '><mrk mtype="x-comment" comment="Which?">Le Comité</mrk>'),
    ],
)
def test_comments_at_stretches_of_a_text_are_notes(project: Project, version: str, old: str, new: str) -> None:
    before = letter(project).read_text("utf-8")
    back(project, out(project, version), replaced(old, new))
    assert new_lines(before, letter(project).read_text("utf-8")) == ["# Which?"]


@pytest.mark.parametrize(
    ("version", "end", "note"),
    [("2.1", "  </group>", "<notes><note>All?</note></notes>"), ("1.2", "   </group>", "<note>All?</note>")],
)
def test_notes_on_a_plural_are_its_units_and_those_on_files_are_said(
    project: Project, version: str, end: str, note: str
) -> None:
    before, path = letter(project).read_text("utf-8"), out(project, version)

    def change(text: str) -> str:
        text = re.sub(r"(<group [^>]*>)", rf"\1{note}", text)
        if version == "1.2":
            return text.replace("<header>", "<header><note>Due soon.</note>")
        return re.sub(r"(<file [^>]*>)", r"\1<notes><note>Due soon.</note></notes>", text)

    learned = back(project, path, change)
    assert new_lines(before, letter(project).read_text("utf-8")) == ["# All?"]
    assert learned.remarks[-1].endswith("out.xlf: not taken in: notes on files and groups")


def test_a_unit_whose_source_was_changed_keeps_its_new_notes(project: Project) -> None:
    before, path = letter(project).read_text("utf-8"), out(project)
    note = '<note category="role">heading</note>'
    changed = path.read_text("utf-8").replace(note, f"{note}<note>Typo?</note>").replace(">Letter<", ">Letters<")
    path.write_text(changed, "utf-8")
    assert dict(back(project, path).rejected)["source changed"] == 1
    assert new_lines(before, letter(project).read_text("utf-8")) == ["# Typo?"]


def test_the_forms_of_a_plural_come_back_together(project: Project) -> None:
    for version in xliff.VERSIONS:
        back(
            project,
            out(project, version),
            replaced("%d États" if version == "2.1" else "%d pays 2.1", f"%d pays {version}"),
        )
        assert units(letter(project))[3].targets == ("%d État", f"%d pays {version}")
    path = out(project)
    flat = re.sub(r"</?group[^>]*>", "", path.read_text("utf-8"))
    back(project, path, lambda text: flat.replace("%d État<", "%d Membre<"))
    assert units(letter(project))[3].targets == ("%d Membre", "%d pays 1.2")


HALF = """
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d fichier"
msgstr[1] ""
"""


@pytest.mark.parametrize("version", xliff.VERSIONS)
@pytest.mark.parametrize("fill", [False, True])
def test_a_plural_of_which_a_form_is_empty_goes_out_and_comes_back(project: Project, version: str, fill: bool) -> None:
    path = add(project.root, "fr", HALF)
    before = path.read_bytes()
    back(project, out(project, version, fill=fill))
    assert path.read_bytes() == before
    learned = back(project, out(project, version, fill=fill), replaced("%d fichier<", "%d document<"))
    assert units(path)[0].targets == ("%d document", "")
    assert units(path)[0].state is State.TRANSLATED
    assert not any("no state at all" in remark for remark in learned.remarks)


@needs_schemas
@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_a_plural_of_which_a_form_is_empty_is_valid(project: Project, version: str) -> None:
    add(project.root, "fr", HALF)
    data = out(project, version).read_bytes()
    assert by_xsd(data, version) == []
    assert version == "1.2" or by_schematron(data, "xliff_core_2.1", "matches") == []


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [
        ("2.1", "<source>%d files</source>", "<source>%d files</source><target>%d fichiers</target>"),
        ("1.2", '<target state="new"/>', '<target state="new">%d fichiers</target>'),
    ],
)
def test_the_empty_form_of_a_plural_may_be_filled(project: Project, version: str, old: str, new: str) -> None:
    path = add(project.root, "fr", HALF)
    back(project, out(project, version), replaced(old, new))
    assert (units(path)[0].targets, units(path)[0].state) == (("%d fichier", "%d fichiers"), State.TRANSLATED)


CUT = {
    "2.1": lambda text: text.replace(
        '<segment id="s1" state="translated">\n     <source>Letter</source>\n     <target>Lettre</target>\n    </segment>',
        '<segment id="s1" state="translated"><source>Let</source><target order="3">A.</target></segment><ignorable><source>'
        't</source><target> </target></ignorable><segment state="final"><source>er</source><target order="1">B.</target></segment>',
    ),
    "1.2": lambda text: re.sub(
        r"<source>Letter</source>\s*(<target[^>]*>)Lettre",
        r'<source>Letter</source><seg-source><mrk mtype="seg" mid="1">Let</mrk>t<mrk mtype="seg" mid="2">er</mrk></seg-source>'
        r'\1<mrk mtype="seg" mid="2">B.</mrk> <mrk mtype="seg" mid="1">A.</mrk>',
        text,
    ),
}  # fmt: skip


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_what_a_tool_has_cut_into_segments_comes_back_as_one(project: Project, version: str) -> None:
    before = letter(project).read_text("utf-8")
    back(project, out(project, version), CUT[version])
    assert new_lines(before, letter(project).read_text("utf-8")) == ['msgstr "B. A."']


# Who else was there


LINES = r"""
msgid "The end.\n"
msgstr "La fin.\n"

msgid "\n  A list:\n"
msgstr ""

msgid "%d file\n"
msgid_plural "%d files\n"
msgstr[0] "%d fichier\n"
msgstr[1] "%d fichiers\n"
"""


TEXTS = re.compile(r"(<(?:source|target)[^>/]*>)(.*?)(</(?:source|target)>)", re.DOTALL)


def trimmed(text: str) -> str:
    return TEXTS.sub(lambda found: found[1] + found[2].strip() + found[3], text)


def indented(text: str) -> str:
    return TEXTS.sub(lambda found: f"{found[1]}\n      {found[2].strip()}\n    {found[3]}", text)


def of_windows(text: str) -> str:
    return TEXTS.sub(lambda found: found[1] + found[2].replace("\n", "&#13;\n") + found[3], text)


@pytest.mark.parametrize("version", ["2.1", "1.2"])
@pytest.mark.parametrize("handled", [trimmed, indented, of_windows])
def test_white_space_of_a_tool_is_no_change(project: Project, version: str, handled: Change) -> None:
    path = add(project.root, "fr", LINES, "lines")
    before, file = path.read_bytes(), out(project, version)
    learned = back(project, file, handled)
    assert path.read_bytes() == before
    assert not any("conflict" in remark or "source changed" in remark for remark in learned.remarks)


@pytest.mark.parametrize("version", ["2.1", "1.2"])
@pytest.mark.parametrize("handled", [trimmed, indented, of_windows])
def test_a_translation_begins_and_ends_with_new_lines_as_its_source(
    project: Project, version: str, handled: Change
) -> None:
    path = add(project.root, "fr", LINES, "lines")
    file = out(project, version, fill=True)
    old, new = "  A list:", "  Une liste:"
    changed = file.read_text("utf-8").replace("La fin", "Fin").replace("%d fichiers", "%d dossiers")
    target = changed.rindex(old)
    file.write_text(changed[:target] + new + changed[target + len(old) :], "utf-8")
    back(project, file, handled)
    targets = [text for unit in units(path) for text in unit.targets or (unit.target,)]
    assert targets == ["Fin.\n", "\n  Une liste:\n", "%d fichier\n", "%d dossiers\n"]


def test_a_unit_that_another_changed_meanwhile_is_told_and_stays(project: Project) -> None:
    path = out(project)
    ours = letter(project).read_text("utf-8").replace('"Lettre"', '"Missive"').replace('"%d États"', '"%d pays"')
    letter(project).write_text(ours, "utf-8")
    learned = back(project, path, lambda text: text.replace(">Lettre<", ">Courrier<").replace("%d États", "%d pays"))
    assert letter(project).read_text("utf-8") == ours
    assert learned.rejected["conflict"] == 1
    shown = project.shown(path)
    (remark,) = [one for one in learned.remarks if "conflict" in one]
    assert re.fullmatch(
        rf"{re.escape(shown)}:\d+: conflict: .*letter\.po:\d+ was changed meanwhile in another way", remark
    )


def test_of_many_conflicts_the_first_are_named_and_the_rest_counted(project: Project) -> None:
    many = "".join(f'msgid "Sentence number {n}."\nmsgstr ""\n\n' for n in range(13))
    path = add(project.root, "fr", "\n" + many, "many")
    file = out(project, fill=True)
    path.write_text(path.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "Phrase."\n\n'), "utf-8")
    learned = back(project, file, replaced_all("<target>Sentence number", "<target>Phrase numéro"))
    named = [remark for remark in learned.remarks if ": conflict: " in remark]
    assert len(named) == 10
    assert f"{project.shown(file)}: 3 more like these: mend these, and import it again" in learned.remarks


def test_a_file_whose_po_file_is_gone_is_said_to_come_into_the_memory_alone(project: Project) -> None:
    file = out(project)
    letter(project).unlink()
    (remark,) = (remark for remark in back(project, file).remarks if "is not in this project" in remark)
    assert remark.startswith(f"{project.shown(file)}: locales/fr/letter.po is not in this project")


def test_work_on_other_units_is_no_conflict(project: Project) -> None:
    path = out(project)
    letter(project).write_text(letter(project).read_text("utf-8").replace('"Lettre"', '"Missive"'), "utf-8")
    learned = back(project, path, TRANSLATED["2.1"])
    assert "conflict" not in learned.rejected
    assert [unit.target for unit in units(letter(project))[:2]] == ["Missive", "Vu le <1>25 juillet</1> <2/> & après."]


def test_what_a_tool_takes_away_does_no_harm(project: Project) -> None:
    """Metadata, notes and groups gone, states too: still each translation finds its unit, and no other is touched."""
    before = letter(project).read_text("utf-8")

    def strip(text: str) -> str:
        text = re.sub(r"(?s)\s*<(mda:metadata|notes)>.*?</\1>|</?group[^>]*>| state=\"\w+\"", "", text)
        return re.sub(r"(<source>Seen on .*?</source>)", r"\1<target>Vu.</target>", text)

    learned = back(project, out(project), strip)
    assert new_lines(before, letter(project).read_text("utf-8")) == ['msgstr "Vu."']
    assert learned.rejected["source changed"] == 1  # the plural, whose second source stood in the metadata


def test_a_target_that_was_emptied_stays(project: Project) -> None:
    before = letter(project).read_bytes()
    learned = back(
        project,
        out(project),
        replaced(
            'translated">\n     <source>Letter</source>\n     <target>Lettre</target>',
            'initial">\n     <source>Letter</source>',
        ),
    )
    assert letter(project).read_bytes() == before
    assert learned.rejected["emptied"] == 1


def test_a_changed_source_and_a_unit_that_is_gone_are_told(project: Project) -> None:
    path = out(project)
    letter(project).write_text(letter(project).read_text("utf-8").replace("in June", "in July"), "utf-8")
    learned = back(project, path, replaced("<source>Letter", "<source>A letter"))
    assert (learned.rejected["gone"], learned.rejected["source changed"]) == (1, 1)


# States


def test_a_tool_that_keeps_no_states_has_its_translations_counted_as_finished(project: Project) -> None:
    learned = back(
        project, out(project), lambda text: re.sub(r"(<source>Seen on .*?</source>)", r"\1<target>Vu.</target>", text)
    )
    assert units(letter(project))[1].state is State.TRANSLATED
    assert any("count as finished" in remark for remark in learned.remarks)


def test_what_a_tool_that_keeps_states_leaves_initial_is_fuzzy(project: Project) -> None:
    def change(text: str) -> str:
        text = re.sub(r"(<source>Seen on .*?</source>)", r"\1<target>Vu.</target>", text)
        return text.replace('state="translated"', 'state="final"', 1)

    back(project, out(project), change)
    assert units(letter(project))[1].state is State.FUZZY


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_targets_filled_with_their_sources_are_no_translations(project: Project, version: str) -> None:
    before = letter(project).read_text("utf-8")
    path = out(project, version, fill=True)
    assert b">Seen on <" in path.read_bytes().partition(b"<target")[2]
    back(project, path)
    assert letter(project).read_text("utf-8") == before
    back(project, path, lambda text: re.sub(r"(<target[^>]*>)Seen on", r"\1Vu le", text))
    assert new_lines(before, letter(project).read_text("utf-8")) == ['msgstr "Vu le <1>25 July</1> <2/> & later."']


# What goes out


def test_units_that_are_not_finished_get_the_best_matches(project: Project) -> None:
    store = DictStore()
    sources = ["The Committee met in July.", "The Committee met in June.", "The Committee met in May 2020."]
    store.add(
        [
            Entry(0, {"en": text, "fr": f"fr {n}"}, origin=Origin("A/1", date="2021-07-21"))
            for n, text in enumerate(sources)
        ]
    )
    (file,) = xliff.read(out(project, store=store, matches=2).read_bytes(), "x").files
    found = {unit.segments[0].source: unit.candidates for unit in file.units}
    assert found["Letter"] == ()
    assert [(one.score, one.target, one.origin) for one in found["The Committee met in June."]] == [
        (100.0, "fr 1", "A/1 2021-07-21"), (83.3, "fr 0", "A/1 2021-07-21"),
    ]  # fmt: skip


def test_one_file_holds_all_documents_of_a_language_or_in_1_2_all_languages(project: Project) -> None:
    add(project.root, "fr", '\nmsgid "Annex"\nmsgstr "Annexe"\n', "annex")
    add(project.root, "ar", '\nmsgid "Annex"\nmsgstr "المرفق"\n', "annex")
    target = project.root / "x.xlf"
    handed = hand_over(project, None, project.po_files(), target, Wanted(("fr",)))
    assert (handed.documents, handed.units.total()) == (2, 5)
    assert [file.original for file in xliff.read(target.read_bytes(), "x").files] == [
        "locales/fr/annex.po", "locales/fr/letter.po",
    ]  # fmt: skip
    with pytest.raises(
        SettingsError, match="holds one target language, and there are ar, fr: name one, as in --lang ar"
    ):
        hand_over(project, None, project.po_files(), target, Wanted())
    assert hand_over(project, None, project.po_files(), target, Wanted((), "1.2")).documents == 3
    assert {file.target for file in xliff.read(target.read_bytes(), "x").files} == {"ar", "fr"}


def test_nothing_to_hand_over_is_told(project: Project) -> None:
    with pytest.raises(SettingsError, match="no unit in ru to write"):
        hand_over(project, None, project.po_files(), project.root / "x.xlf", Wanted(("ru",)))
    outside = add(project.root.parent / "elsewhere", "fr", '\nmsgid "a"\nmsgstr "b"\n')
    with pytest.raises(SettingsError, match="not in the project"):
        hand_over(project, None, [outside], project.root / "x.xlf", Wanted())


@pytest.mark.parametrize(
    "original", ["../outside.po", "/etc/outside.po", "locales/fr/../../../outside.po", "locales/fr/letter.po\x85"]
)
def test_no_file_outside_of_the_project_is_ever_written(project: Project, original: str) -> None:
    path = out(project)
    outside = project.root.parent / "outside.po"
    outside.write_bytes(letter(project).read_bytes())
    before = letter(project).read_bytes()
    back(project, path, lambda text: TRANSLATED["2.1"](text).replace("locales/fr/letter.po", original))
    assert outside.read_bytes() == letter(project).read_bytes() == before


def test_a_file_in_another_language_than_its_po_file_is_refused(project: Project) -> None:
    with pytest.raises(FormatError, match=r"it says that locales/fr/letter\.po is in es, and the PO file is in fr"):
        back(project, out(project), replaced('trgLang="fr"', 'trgLang="es"'))


# What comes from elsewhere

FOREIGN = """\
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="C:\\jobs\\note.docx" source-language="en-US" target-language="{}" datatype="x-docx"><body>
<trans-unit id="1" approved="yes"><source>Peace  and
 <g id="7">law</g></source><target>Paix et <g id="7">droit</g></target></trans-unit>
<trans-unit id="2"><source>War</source><target state="needs-review-translation">Guerre</target></trans-unit>
<trans-unit id="3"><source>Sea</source><target state="translated" state-qualifier="leveraged-mt">Mer</target></trans-unit>
<trans-unit id="4"><source>Code</source></trans-unit>
<trans-unit id="5" translate="no"><source>A/76/912</source><target>A/76/912</target></trans-unit>
<trans-unit id="6"><target>x</target><note>?</note></trans-unit>
<trans-unit id="7"><source>Air</source><note>Which?</note></trans-unit>
</body></file></xliff>
"""


def test_xliff_from_elsewhere_goes_into_the_memory(project: Project) -> None:
    path, store = project.root / "job.xliff", DictStore()
    path.write_text(FOREIGN.format("fr-CA"), "utf-8")
    learned = back(project, path, store=store)
    assert (learned.read, learned.added) == (7, 2)
    assert dict(learned.rejected) == {"broken": 1, "not finished": 1, "not to be translated": 1, "untranslated": 2}
    assert [(entry.texts, entry.origin.document, entry.status.value) for entry in store.entries()] == [
        ({"en": "Peace and <1>law</1>", "fr": "Paix et <1>droit</1>"}, "note.docx", "reviewed"),
        ({"en": "Sea", "fr": "Mer"}, "note.docx", "machine"),
    ]
    assert f"{project.shown(path)}:9: rejected: broken: <trans-unit> lacks <source>" in learned.remarks
    assert learned.remarks[-1] == f"{project.shown(path)}: not taken in: notes"


def test_traditional_chinese_is_none_of_ours(project: Project) -> None:
    path, store = project.root / "job.xlf", DictStore()
    path.write_text(FOREIGN.format("zh-Hant"), "utf-8")
    assert back(project, path, store=store).rejected["language zh-Hant"] == 6
    assert list(store.entries()) == []
