"""What other tools give comes in whole, once, and can be taken back; what goes out makes the same memory again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores.fake import DictStore
from tm.exchange import tbx, tmx
from tm.exchange.table import delimited
from tm.memory.lookup import Query, lookup
from tm.model.errors import ConflictError, FormatError, SettingsError
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.model.term import Concept, Term
from tm.project.layout import Project, find_project
from tm.stores import open_store
from tm.workflow.give_out import give_glossary, give_memory, is_memory
from tm.workflow.learn import Learned
from tm.workflow.transfer import Wish, named_files, take_in

UDHR = Path("../shared/data/udhr/udhr.tmx")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    return find_project(tmp_path)


def unit(**texts: str) -> str:
    inside = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts.items())
    return f"<tu>{inside}</tu>\n"


def tmx_file(project: Project, *units: str, name: str = "old.tmx") -> Path:
    path = project.root / name
    path.write_text('<tmx version="1.4"><header srclang="en"/><body>\n' + "".join(units) + "</body></tmx>", "utf-8")
    return path


def counts(learned: Learned) -> tuple[int, ...]:
    return learned.read, learned.added, learned.updated, learned.unchanged, learned.removed


def imported(store: DictStore, path: Path, project: Project, wish: Wish = Wish()) -> Learned:  # noqa: B008  # frozen
    (learned,) = take_in(store, [path], project, wish)
    return learned


def held(store: DictStore) -> list[Entry]:
    return [replace(entry, id=0) for entry in store.entries()]


# A file again, changed, undone


def test_a_file_is_imported_once_and_what_it_no_longer_holds_is_taken_away(project: Project) -> None:
    store = DictStore()
    path = tmx_file(project, unit(en="Peace", fr="Paix", ru="Мир"), unit(en="War", fr="Guerre"))
    assert counts(imported(store, path, project)) == (2, 2, 0, 0, 0)
    assert counts(imported(store, path, project)) == (2, 0, 0, 2, 0)
    assert {entry.origin.document for entry in store.entries()} == {"old.tmx"}
    tmx_file(project, unit(en="Peace", fr="La paix"), unit(en="Law", es="Derecho"))
    assert counts(imported(store, path, project)) == (2, 1, 1, 0, 2)
    assert [dict(entry.texts) for entry in held(store)] == [
        {"en": "Peace", "fr": "La paix"},
        {"en": "Law", "es": "Derecho"},
    ]
    store.undo()
    assert [dict(entry.texts) for entry in held(store)] == [
        {"en": "Peace", "fr": "Paix", "ru": "Мир"},
        {"en": "War", "fr": "Guerre"},
    ]


def test_files_of_one_command_are_undone_together(project: Project) -> None:
    store = DictStore()
    paths = [tmx_file(project, unit(en=text, fr="x"), name=f"{text}.tmx") for text in ("one", "two")]
    list(take_in(store, paths, project))
    store.undo()
    assert held(store) == []


def test_a_file_that_is_cut_off_leaves_the_memory_as_it_was(project: Project) -> None:
    store, path = DictStore(), tmx_file(project, unit(en="Peace", fr="Paix"))
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(FormatError, match="cut off"):
        imported(store, path, project)
    assert held(store) == []


def test_two_translations_of_one_text_are_both_found_and_stay_as_they_are(project: Project) -> None:
    store = DictStore()
    path = tmx_file(
        project, unit(en="Chair", fr="Chaise"), unit(en="Chair", fr="Présidente"), unit(en="Chair", fr="Chaise")
    )
    assert counts(imported(store, path, project)) == (3, 2, 0, 1, 0)
    assert counts(imported(store, path, project)) == (3, 0, 0, 3, 0)
    found = lookup(store, Query("Chair", "en", "fr"), min_score=100, limit=5)
    assert {match.target for match in found} == {"Chaise", "Présidente"}


# Out and in again


ENTRIES = [
    Entry(0, {"en": "Peace <1>now</1>", "fr": "La paix", "zh": "和平"}, "heading", Origin("letter", "a.md:3", "2021-07-21", "Ann"), Context(MatchKey(""), MatchKey("Next."))),
    Entry(0, {"en": "Peace <1>now</1>", "ru": "Мир"}, "heading", Origin("letter", "a.md:3", "2022-01-01"), Context(), Status.REVIEWED),
    Entry(0, {"ru": "Война", "en": "War\x0b= 1"}, "", Origin("other", "", "c. 1950"), status=Status.ALIGNED),
]  # fmt: skip


@pytest.mark.parametrize("name", ["out.tmx", "out.tmx.gz", "out.csv", "out.tsv", "out.xlsx"])
def test_a_memory_goes_out_and_makes_the_same_memory_again(project: Project, name: str) -> None:
    store, again = DictStore(), DictStore()
    store.add(ENTRIES)
    given = give_memory(store, project.root / name, [])
    assert (given.entries, dict(given.texts)) == (2, {"en": 2, "fr": 1, "zh": 1, "ru": 2})
    assert counts(imported(again, project.root / name, project)) == (2, 2, 0, 0, 0)
    assert held(again) == held(store)
    assert again.stats() == store.stats()
    for text, source, target in (("Peace <1>now</1>", "en", "ru"), ("La paix", "fr", "zh"), ("War\x0b= 1", "en", "ru")):
        query = Query(text, source, target)
        first, second = (lookup(one, query, min_score=50, limit=5) for one in (store, again))
        assert [replace(match, entry=0) for match in first] == [replace(match, entry=0) for match in second]
        assert first


@pytest.mark.skipif(not UDHR.exists(), reason="the Universal Declaration is not here")
def test_the_declaration_survives_in_a_real_memory(project: Project) -> None:
    first, second = (open_store(str(project.root / name)) for name in ("a.db", "b.db"))
    try:
        list(take_in(first, [UDHR.resolve()], project))
        give_memory(first, project.root / "six.tmx", [])
        list(take_in(second, [project.root / "six.tmx"], project))
        assert list(first.entries()) == list(second.entries())
        assert first.stats().texts == second.stats().texts
    finally:
        first.close()
        second.close()


def test_languages_may_be_chosen_and_originals_stay(project: Project) -> None:
    store, again = DictStore(), DictStore()
    store.add(ENTRIES)
    give_memory(store, project.root / "ru.tmx", ["ru"])
    imported(again, project.root / "ru.tmx", project)
    assert [dict(entry.texts) for entry in held(again)] == [{"en": "Peace <1>now</1>", "ru": "Мир"}]


def test_a_file_that_cannot_be_written_whole_is_not_touched(project: Project) -> None:
    store, path = DictStore(), project.root / "out.xlsx"
    path.write_text("before")
    store.add([Entry(0, {"en": "x" * 40_000, "fr": "y"})])
    with pytest.raises(SettingsError, match="a cell of a spreadsheet holds 32767"):
        give_memory(store, path, [])
    assert path.read_text() == "before"
    assert [file.name for file in project.root.iterdir() if file.name.startswith(".out")] == []


@pytest.mark.parametrize(
    ("name", "expected"), [("a.TMX", True), ("a.xlsx", True), ("a.tmx.GZ", True), ("a.tbx", False)]
)
def test_endings_say_what_is_written(name: str, expected: bool) -> None:
    assert is_memory(Path(name)) is expected
    with pytest.raises(SettingsError, match=r"let its name end in one of \.tmx"):
        is_memory(Path("a.doc"))


# What is left out


def rows(path: Path) -> list[Sequence[str]]:
    with path.open("rb") as stream:
        return [row for _, row in delimited.read(stream, "x")]


def test_what_is_rejected_is_counted_listed_and_can_be_corrected_and_imported(project: Project) -> None:
    store = DictStore()
    path = tmx_file(
        project,
        unit(en="Peace", fr="Мир", es="Paz"),
        unit(en="Law", fr=""),
        unit(en="AT&T", fr="x"),
        unit(en="House", de="Haus"),
        unit(en="A/76/912", fr="A/76/912"),
    )
    learned = imported(store, path, project)
    assert counts(learned) == (5, 2, 0, 0, 0)
    assert learned.rejected == {"script": 1, "empty": 1, "broken": 1, "language de": 1}
    listed = project.root / ".tm" / "rejected" / "old.tmx.csv"
    names, *found = rows(listed)
    told = [(row[names.index("en")], row[names.index("line")], row[names.index("reason")]) for row in found]
    assert told == [
        ("Peace", "2", "the French text is in Cyrillic letters"),
        ("Law", "3", "the French text is empty"),
        ("", "4", "broken: not well-formed XML: not well-formed (invalid token)"),
        ("House", "5", "language de; no translation: only en"),
    ]
    listed.write_text(listed.read_text("utf-8").replace("Мир", "Paix"), "utf-8")
    assert counts(imported(store, listed, project))[1] == 1
    assert dict(held(store)[0].texts) == {"en": "Peace", "es": "Paz", "fr": "Paix"}


def correct(listed: Path, wrong: str, right: str) -> None:
    assert wrong in listed.read_text("utf-8")
    listed.write_text(listed.read_text("utf-8").replace(wrong, right), "utf-8")


def lists(project: Project) -> list[str]:
    folder = project.root / ".tm" / "rejected"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.csv"))


def test_lists_of_files_of_one_name_are_apart_and_their_corrections_stay(project: Project) -> None:
    store, folder = DictStore(), project.root / ".tm" / "rejected"
    for name, text in (("x", unit(en="Peace", fr="Мир")), ("y", unit(en="War", fr="Война"))):
        (project.root / name).mkdir()
        tmx_file(project, text, name=f"{name}/memory.tmx")
    learned = list(take_in(store, [project.root / "x" / "memory.tmx", project.root / "y" / "memory.tmx"], project))
    assert lists(project) == ["x/memory.tmx.csv", "y/memory.tmx.csv"]
    assert [one.remarks[-1].partition(": ")[0].rpartition("rejected/")[2] for one in learned] == lists(project)
    correct(folder / "x" / "memory.tmx.csv", "Мир", "Paix")
    assert counts(imported(store, folder / "x" / "memory.tmx.csv", project)) == (1, 1, 0, 0, 0)
    correct(folder / "y" / "memory.tmx.csv", "Война", "Guerre")
    assert counts(imported(store, folder / "y" / "memory.tmx.csv", project)) == (1, 1, 0, 0, 0)
    assert [dict(entry.texts) for entry in held(store)] == [
        {"en": "Peace", "fr": "Paix"},
        {"en": "War", "fr": "Guerre"},
    ]


def test_a_list_replaces_none_that_was_corrected(project: Project) -> None:
    store, folder = DictStore(), project.root / ".tm" / "rejected"
    path = tmx_file(project, unit(en="Peace", fr="Мир"))
    imported(store, path, project)
    correct(folder / "old.tmx.csv", "Мир", "Paix")
    tmx_file(project, unit(en="A", fr="B"), unit(en="Peace", fr="Мир"), unit(en="War", fr="Война"))
    assert ".tm/rejected/old.tmx.2.csv: lists all that was rejected (2)" in imported(store, path, project).remarks[-1]
    assert [row[:4] for row in rows(folder / "old.tmx.csv")[1:]] == [["Peace", "", "", "Paix"]]
    assert counts(imported(store, folder / "old.tmx.csv", project)) == (1, 1, 0, 0, 0)
    correct(folder / "old.tmx.2.csv", "Война", "Guerre")
    again = imported(store, folder / "old.tmx.2.csv", project)
    assert counts(again) == (2, 1, 0, 0, 0)
    assert again.remarks[1].endswith(
        "old.tmx.2.csv: still holds what was rejected (1): correct it there and import it again"
    )
    assert {entry.texts["en"]: entry.texts["fr"] for entry in store.entries()} == {
        "A": "B",
        "Peace": "Paix",
        "War": "Guerre",
    }
    assert lists(project) == ["old.tmx.2.csv", "old.tmx.csv"]


def test_a_list_that_is_but_longer_takes_the_place_of_the_one_before(project: Project) -> None:
    store = DictStore()
    path = tmx_file(project, unit(en="Peace", fr="Мир"))
    imported(store, path, project)
    tmx_file(project, "\n", unit(en="War", fr="Война"), unit(en="Peace", fr="Мир"))
    for _ in range(2):
        imported(store, path, project)
        assert lists(project) == ["old.tmx.csv"]
    assert len(rows(project.root / ".tm" / "rejected" / "old.tmx.csv")) == 3


def test_a_unit_that_could_not_be_read_belongs_to_its_file_when_it_is_typed_in(project: Project) -> None:
    store = DictStore()
    imported(store, tmx_file(project, unit(en="AT&T", fr="x")), project)
    listed = project.root / ".tm" / "rejected" / "old.tmx.csv"
    names, row = rows(listed)
    cells = {**dict(zip(names, row, strict=True)), "en": "AT&T has grown.", "fr": "AT&T a grandi."}
    listed.write_bytes(b"".join(delimited.write([names, [cells[name] for name in names]])))
    imported(store, listed, project)
    assert [entry.origin.document.partition("#")[0] for entry in store.entries()] == ["old.tmx"]


def test_a_correction_takes_the_place_of_no_other_translation(project: Project) -> None:
    store = DictStore()
    units = [unit(en="Chair", fr="Chaise"), unit(en="Chair", es="Silla", fr="Мир"), unit(en="Chair", fr="Война")]
    path = tmx_file(project, *units, unit(en="Chair"))
    imported(store, path, project)
    listed = project.root / ".tm" / "rejected" / "old.tmx.csv"
    correct(listed, "Мир", "Siège")
    correct(listed, "Война", "Présidente")
    for added, unchanged in ((2, 0), (0, 2)):
        assert counts(imported(store, listed, project)) == (3, added, 0, unchanged, 0)
        assert counts(imported(store, path, project)) == (4, 0, 0, 2, 0)
    assert [dict(entry.texts) for entry in store.entries()] == [
        {"en": "Chair", "fr": "Chaise"},
        {"en": "Chair", "es": "Silla", "fr": "Siège"},
        {"en": "Chair", "fr": "Présidente"},
    ]


def test_the_list_goes_where_it_is_wanted_and_stays_there(project: Project) -> None:
    store, place = DictStore(), project.root / "my list.csv"
    path = tmx_file(project, unit(en="Peace", fr="Мир"))
    imported(store, path, project, Wish(rejected=place))
    assert len(rows(place)) == 2
    correct(place, "Мир", "Paix")
    tmx_file(project, unit(en="Peace", fr="La paix"))
    imported(store, path, project, Wish(rejected=place))
    assert len(rows(place)) == 2


def test_units_of_po_files_are_looked_at_too(project: Project) -> None:
    path = project.root / "locales" / "fr" / "a.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "Peace"\nmsgstr "Мир"\n\nmsgid "War"\nmsgstr "Guerre"\n', "utf-8"
    )
    learned = imported(DictStore(), path, project)
    assert (learned.added, dict(learned.rejected)) == (1, {"script": 1})
    assert learned.remarks[0].endswith("a.po:4: rejected: the French text is in Cyrillic letters")


def test_what_units_and_texts_say_is_kept_and_written_again(project: Project) -> None:
    note = '<note xml:lang="ru">Спросить Анну</note>'  # ask Anna
    path = tmx_file(project, unit(en="a", fr="b").replace("<tu>", f'<tu usagecount="3">{note}'), unit(en="c", fr="d"))
    store = DictStore()
    assert imported(store, path, project).remarks == ()
    given = give_memory(store, project.root / "out.tmx", [])
    assert (given.entries, given.unsaid) == (2, 0)
    assert note in (project.root / "out.tmx").read_text("utf-8")
    assert give_memory(store, project.root / "out.csv", []).unsaid == 2
    again = imported(store, path, project)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)


def test_what_no_entry_has_a_place_for_is_told(project: Project) -> None:
    path = tmx_file(project, unit(en="a", fr="b").replace("<tu>", '<tu score="9">'))
    said = '<note>Hi</note><ude name="Mac"/><ude name="Dos"/></header>'
    path.write_text(path.read_text("utf-8").replace('srclang="en"/>', f'srclang="en">{said}'), "utf-8")
    header, units = imported(DictStore(), path, project).remarks
    what = "1 note or property is not kept, as"
    assert header.endswith("old.tmx: of the header 2 encodings (ude) are not kept, such as 'Mac', 'Dos'")
    assert units.endswith(f"old.tmx: of units {what} an entry has no place for them, such as 'score: 9'")


SAID = (
    '<note xml:lang="ar">سري</note>\n  <prop type="client" o-encoding="x">Фонд &amp; 基金</prop>'  # confidential; fund
)


def test_what_the_header_says_and_the_codes_of_languages_go_out_again(project: Project) -> None:
    path = tmx_file(project, unit(en="a", fr="b", zh="和"), unit(en="c", fr="d"))
    text = (
        path.read_text("utf-8").replace('srclang="en"/>', f'srclang="en-US">{SAID}</header>').replace('"en"', '"en-US"')
    )
    text = text.replace('"zh"', '"zh-Hans-CN"').replace('"fr"', '"fr-FR"', 1).replace('"fr"', '"fr-CA"', 1)
    path.write_text(text, "utf-8")
    store, out = DictStore(), project.root / "out.tmx"
    for added in (2, 0):
        learned = imported(store, path, project)
        assert (learned.added, learned.updated, learned.remarks) == (added, 0, ())
    assert [match.target for match in lookup(store, Query("c", "en", "fr"), min_score=100, limit=2)] == ["d"]
    give_memory(store, out, [])
    written = out.read_text("utf-8")
    assert SAID in written
    assert 'srclang="en-US"' in written
    assert re.findall('xml:lang="(.*?)"><seg>(.*?)<', written) == [
        ("en-US", "a"), ("fr-FR", "b"), ("zh-Hans-CN", "和"), ("en-US", "c"), ("fr-CA", "d"),
    ]  # fmt: skip
    again = DictStore()
    imported(again, out, project)
    give_memory(again, project.root / "again.tmx", [])
    assert (project.root / "again.tmx").read_text("utf-8") == written
    given = give_memory(store, project.root / "out.csv", [])
    assert (given.unsaid, given.codes) == (0, {"en-US", "fr-FR", "fr-CA", "zh-Hans-CN"})


def test_regions_of_columns_and_of_xliff_go_out_as_tmx(project: Project) -> None:
    table, xliff = project.root / "t.csv", project.root / "t.xlf"
    table.write_text("en-US,fr_CA,zh-Hans-CN,zh-TW\nWater,Eau,水,水\n", "utf-8")
    xliff.write_text(
        '<xliff version="1.2"><file original="a" source-language="en-GB" target-language="ar-EG"><body>'
        "<trans-unit id='1'><source>Water</source><target>ماء</target></trans-unit></body></file></xliff>",
        "utf-8",
    )
    store = DictStore()
    for path in (table, xliff, table, xliff):
        imported(store, path, project)
    assert [{note.about: note.text for note in entry.notes} for entry in store.entries()] == [
        {"en": "en-US", "fr": "fr_CA", "zh": "zh-Hans-CN"},
        {"en": "en-GB", "ar": "ar-EG"},
    ]
    assert [Path(act.label).name for act in store.acts(9)] == ["t.xlf", "t.csv"]


def test_units_that_say_the_same_are_one_entry_with_all_that_is_said_of_them(project: Project) -> None:
    units = [unit(en="a", fr="b").replace("<tu>", f"<tu>{told}") for told in ("", "<note>1</note>", "<note>2</note>")]
    other = unit(en="a", fr="c").replace("<tu>", "<tu><note>3</note>")
    store = DictStore()
    path = tmx_file(project, *units, other, other.replace("3", "4"))
    assert imported(store, path, project).added == 2
    for _ in range(2):
        assert [[note.text for note in entry.notes] for entry in store.entries()] == [["1", "2"], ["3", "4"]]
        again = imported(store, path, project)
        assert (again.read, again.added, again.updated, again.unchanged, again.removed) == (5, 0, 0, 5, 0)


def test_what_is_said_of_a_rejected_translation_is_not_said_of_the_entry(project: Project) -> None:
    french = '<tuv xml:lang="fr"><note>seen</note><seg>Мир</seg></tuv>'
    path = tmx_file(project, unit(en="Peace", es="Paz").replace("</tu>", f"{french}</tu>"))
    store = DictStore()
    store.add([Entry(0, {"en": "Peace", "fr": "Paix"}, "", Origin("old.tmx"))])
    assert imported(store, path, project).rejected == {"script": 1}
    assert [(dict(entry.texts), entry.notes) for entry in store.entries()] == [
        ({"en": "Peace", "es": "Paz", "fr": "Paix"}, ())
    ]


def test_of_the_languages_chosen_what_is_said_goes_out(project: Project) -> None:
    dated = '<tuv xml:lang="en" changedate="20200101T000000Z"><note>{}</note><seg>a</seg></tuv>'.format("of en")
    texts = "".join(
        f'<tuv xml:lang="{code}" changedate="2021010{n}T000000Z"><note>of {code}</note><seg>{code} x</seg></tuv>'
        for n, code in enumerate(("fr", "es"), start=1)
    )
    store = DictStore()
    imported(store, tmx_file(project, f"<tu><note>of all</note>{dated}{texts}</tu>"), project)
    give_memory(store, project.root / "out.tmx", ["fr"])
    out = (project.root / "out.tmx").read_text("utf-8")
    assert [out.count(f"of {name}<") for name in ("all", "en", "fr", "es")] == [1, 1, 1, 0]


def test_a_second_text_in_a_language_is_told_with_its_lines(project: Project) -> None:
    double = (
        '<tu><tuv xml:lang="en"><seg>a{0}</seg></tuv>' + 2 * '<tuv xml:lang="fr"><seg>{{}}{0}</seg></tuv>' + "</tu>\n"
    )
    texts = [double.format(number).format("x", "y") for number in range(7)]
    (remark,) = imported(DictStore(), tmx_file(project, texts[0]), project).remarks
    assert remark.endswith("old.tmx:2: left out of a unit that was taken in: a second text in fr")
    (remark,) = imported(DictStore(), tmx_file(project, *texts), project).remarks
    what = "a second text in fr (lines 2, 3, 4, 5, 6 …)"
    assert remark.endswith(f"old.tmx:2: left out of 7 units that were taken in: {what}")


def test_plural_forms_that_the_memory_does_not_keep_are_told(project: Project) -> None:
    path = project.root / "ar.po"
    forms = "".join(
        f'msgstr[{at}] "{text}"\n' for at, text in enumerate(["لا", "يوم", "يومان", "أيام", "يومًا", "أيام"])
    )
    path.write_text(f'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid "day"\nmsgid_plural "days"\n{forms}', "utf-8")
    (remark,) = imported(DictStore(), path, project).remarks
    what = "3 plural forms of 1 unit not kept, as the memory has a form for one and one for many"
    assert remark.endswith(f"ar.po:4: {what}")


# Tables


def test_a_table_is_understood_and_says_how(project: Project) -> None:
    store, path = DictStore(), project.root / "t.csv"
    path.write_text("English;Русский;File\nPeace;Мир;a.md\nWar;;a.md\n;;\n", "utf-8")
    learned = imported(store, path, project)
    assert counts(learned) == (2, 1, 0, 0, 0)
    assert dict(learned.rejected) == {"no translation": 1}
    assert "columns: en=1 (English), ru=2 (Русский), document=3 (File)" in learned.remarks[-1]
    assert held(store)[0].origin.document == "a.md"
    assert counts(imported(store, path, project, Wish(columns="en=1,ru=2")))[1:] == (1, 0, 0, 1)


def test_how_far_a_big_table_is_read_is_told(project: Project) -> None:
    path = project.root / "old.csv"
    rows = [["en", "fr"], *([f"Sentence {number}.", f"Phrase {number}."] for number in range(11_000))]
    path.write_bytes(b"".join(delimited.write(rows)))
    told: list[tuple[int, int]] = []
    (learned,) = take_in(DictStore(), [path], project, told=lambda *done: told.append(done))
    size = path.stat().st_size
    assert learned.added == 11_000
    assert told[-1] == (size, size)
    assert len(told) == 3
    assert 0 < told[0][0] <= told[1][0] <= size


def test_documents_that_a_table_names_keep_their_names(project: Project) -> None:
    path = project.root / "t.csv"
    path.write_text("en,fr,document\nChair,Chaise,a\nChair,Présidente,b\nChair,Chaise,c\nChair,Siège,a\n", "utf-8")
    store = DictStore()
    assert counts(imported(store, path, project)) == (4, 4, 0, 0, 0)
    named = [entry.origin.document for entry in store.entries()]
    assert named[:3] == ["a", "b", "c"]
    assert named[3].startswith("a#")
    assert counts(imported(store, path, project)) == (4, 0, 0, 4, 0)


def test_statuses_of_other_tools_are_understood_refused_or_told(project: Project) -> None:
    said = ["Signed off", "fuzzy", "MT", "rejected", "", "непонятно", "непонятно", "не переведено", "已批准"]
    path = project.root / "t.csv"
    path.write_text("en,fr,status\n" + "".join(f"a{at},b{at},{one}\n" for at, one in enumerate(said)), "utf-8")
    learned = imported(store := DictStore(), path, project)
    assert dict(learned.rejected) == {"not to be imported": 2}
    assert [entry.status.value for entry in store.entries()] == [
        "reviewed", "draft", "machine", "translated", "draft", "draft", "reviewed"
    ]  # fmt: skip
    assert [remark.partition("t.csv:")[2] for remark in learned.remarks] == [
        '5: rejected: not to be imported: its status is "rejected"',
        '9: rejected: not to be imported: its status is "не переведено"',
        "",
        '7: the status "непонятно" is not known, and is taken for "draft" (in 2 rows)',
        " columns: en=1, fr=2, status=3; first row: names",
    ]


def test_dates_are_made_those_of_iso_or_left_out_and_told(project: Project) -> None:
    said = ["2019-12-31", "31.12.2025", "12/31/2019", "05/06/2019", "notadate", "2020-01-02T03:04:05Z", ""]
    path = project.root / "t.csv"
    path.write_text("en,fr,date\n" + "".join(f"a{at},b{at},{one}\n" for at, one in enumerate(said)), "utf-8")
    learned = imported(store := DictStore(), path, project)
    assert [entry.origin.date for entry in store.entries()] == [
        "2019-12-31", "2025-12-31", "2019-12-31", "", "", "2020-01-02T03:04:05Z", ""
    ]  # fmt: skip
    assert [remark.partition("t.csv:")[2] for remark in learned.remarks[:2]] == [
        '5: the date "05/06/2019" is left out: write 2025-12-31',
        '6: the date "notadate" is left out: write 2025-12-31',
    ]


# Glossaries


def glossary(project: Project) -> Sequence[Concept]:
    return tbx.read(project.glossary.read_bytes(), "g")


SMALL = tbx.write([Concept("a", "", (Term("x", "en"), Term("y", "fr")))], title="T & U", description="D")


def test_terms_are_merged_into_the_glossary_of_the_project(project: Project) -> None:
    project.glossary.parent.mkdir()
    project.glossary.write_bytes(SMALL)
    path = project.root / "terms.csv"
    path.write_text("English term,French term,Russian\nsea level,niveau de la mer,уровень моря\nonly,,\n", "utf-8")
    learned = imported(DictStore(), path, project)
    assert (learned.read, learned.added, dict(learned.rejected)) == (2, 1, {"one language": 1})
    found = next(one for one in glossary(project) if one.id == "term-sea-level")
    assert found.terms == (Term("sea level", "en"), Term("niveau de la mer", "fr"), Term("уровень моря", "ru"))
    before = project.glossary.read_bytes()
    assert b"<title>T &amp; U</title>" in before
    assert counts(imported(DictStore(), path, project)) == (2, 0, 0, 1, 0)
    assert project.glossary.read_bytes() == before


def test_any_table_is_one_of_terms_when_that_is_said(project: Project) -> None:
    """Where the project has no glossary, it gets the one that comes with the program, and the terms."""
    path = project.root / "t.csv"
    path.write_text("en,fr\nsea level,niveau de la mer\n", "utf-8")
    imported(DictStore(), path, project, Wish(glossary=True))
    assert any(one.id == "term-sea-level" for one in glossary(project))


def test_a_glossary_goes_out_and_comes_into_another_project(project: Project, tmp_path: Path) -> None:
    (tmp_path / "other" / "source").mkdir(parents=True)
    other = find_project(tmp_path / "other")
    other.glossary.parent.mkdir()
    other.glossary.write_bytes(
        tbx.write([Concept("a", "", (Term("x", "en"), Term("y", "fr")))], title="T", description="D")
    )
    give_glossary(project, tmp_path / "g.tbx", ["en", "fr", "ru"])
    learned = imported(DictStore(), tmp_path / "g.tbx", other)
    assert learned.added > 400
    assert glossary(other)[0].id == "a"


def test_a_glossary_that_holds_more_than_would_be_written_back_is_refused(project: Project) -> None:
    project.glossary.parent.mkdir()
    project.glossary.write_text(SMALL.decode().replace("<tig>", "<note>mine</note><tig>", 1), "utf-8")
    path = project.root / "t.csv"
    path.write_text("en term,fr term\nsea level,niveau\n", "utf-8")
    before = project.glossary.read_bytes()
    with pytest.raises(ConflictError, match="holds more than this one would write back"):
        imported(DictStore(), path, project)
    assert project.glossary.read_bytes() == before


# Files that cannot be taken in


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(project: Project) -> None:
    store, told = DictStore(), list[str]()
    paths = [tmx_file(project, unit(en=name, fr="x"), name=f"{name}.tmx") for name in ("one", "two", "three")]
    paths[1].write_bytes(paths[1].read_bytes()[:-10])
    (table := project.root / "t.csv").write_text("1,2\n", "utf-8")
    done = take_in(store, [*paths, table], project, refused=lambda path, error: told.append(f"{path.name} {error}"))
    assert [one.path.name for one in done] == ["one.tmx", "three.tmx"]
    assert [sentence.partition(" ")[0] for sentence in told] == ["two.tmx", "t.csv"]
    assert [entry.texts["en"] for entry in store.entries()] == ["one", "three"]
    store.undo()
    assert held(store) == []


@pytest.mark.parametrize(
    ("place", "problem"),
    [("old.tmx", "this is the file that is imported"), ("source", "not a file"), ("/dev/stdout", "not a file")],
)
def test_a_list_does_not_go_where_it_would_do_harm(project: Project, place: str, problem: str) -> None:
    path = tmx_file(project, unit(en="Peace", fr="Мир"))
    before = path.read_bytes()
    with pytest.raises(SettingsError, match=problem):
        imported(DictStore(), path, project, Wish(rejected=project.root / place))
    assert path.read_bytes() == before


def test_reasons_are_counted_whole(project: Project) -> None:
    path = tmx_file(project, "<tu><tuv><seg>a</seg></tuv></tu>")
    assert list(imported(DictStore(), path, project).rejected) == ["a text without xml:lang"]


# Which files


def test_a_folder_means_all_that_is_read_in_it(project: Project) -> None:
    root = project.root
    for name in (
        "a.tmx",
        "b.tmx.gz",
        "c.csv.gz",
        "sub/b.CSV",
        "c.po",
        "locales/glossary.tbx",
        ".tm/rejected/d.csv",
        "e.txt",
        "~f.xlsx",
        "g.tbx",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    assert [path.relative_to(root).as_posix() for path in named_files([root], project)] == [
        "a.tmx",
        "b.tmx.gz",
        "c.po",
        "g.tbx",
        "sub/b.CSV",
    ]


def test_what_is_not_read_is_refused_by_name(project: Project) -> None:
    (project.root / "a.doc").touch()
    for name, problem in (
        ("a.doc", "not a file to import: name files that end in"),
        ("b.tmx", "there is no such file"),
        ("source", "no file to import in this folder"),
    ):
        with pytest.raises(SettingsError, match=problem):
            named_files([project.root / name], project)


def test_our_own_tmx_keeps_the_documents_that_it_names(project: Project) -> None:
    store, path = DictStore(), project.root / "x.tmx"
    path.write_bytes(b"".join(tmx.write(ENTRIES)))
    imported(store, path, project)
    assert [entry.origin.document for entry in held(store)] == ["letter", "letter", "other"]
