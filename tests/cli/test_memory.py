"""The memory is looked after from the command line: what is in it, what became of it, and the way back."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tm
from tm.memory.acts import Batch
from tm.model.match import Entry, Origin
from tm.stores import open_store

PO = 'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Last-Translator: Ana Translator <ana@example.org>\\n"\n"PO-Revision-Date: 2022-07-30 10:00+0000\\n"\n{units}'
TEXTS = {
    "ar": {"Peace": "السلام", "It was adopted.": "اعتُمد."},
    "zh": {"Peace": "和平", "It was adopted.": "获得通过。"},
    "fr": {"Peace": "Paix", "It was adopted.": "Adopté."},
    "ru": {"Peace": "Мир", "It was adopted.": "Принято."},
    "es": {"Peace": "Paz", "It was adopted.": "Aprobado."},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    for lang, texts in TEXTS.items():
        write(tmp_path, lang, texts)
    return tmp_path


def write(root: Path, lang: str, texts: dict[str, str], *, fuzzy: str = "") -> None:
    path = root / "locales" / lang / "charter.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    units = "".join(
        ("\n#, fuzzy" if source == fuzzy else "") + f'\nmsgid "{source}"\nmsgstr "{target}"\n'
        for source, target in texts.items()
    )
    path.write_text(PO.format(lang=lang, units=units), encoding="utf-8")


def answer(tm: Tm, *arguments: str) -> Any:
    code, out, err = tm("memory", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def targets(tm: Tm, text: str, lang: str) -> list[str]:
    _, out, _ = tm("lookup", text, "--to", lang, "--min-score", "100", "--format", "json")
    return [match["target"] for match in json.loads(out)["matches"]]


def test_a_verb_may_stand_behind_two_hyphens(tm: Tm) -> None:
    tm("import", "locales")
    assert tm("memory", "--", "stats") == tm("memory", "stats") == tm("memory", "stats", "--")


def test_figures_by_language_document_status_and_pair(tm: Tm) -> None:
    tm("import", "locales")
    found = answer(tm, "stats")
    assert (found["entries"], found["texts"], found["indexed"]) == (2, 12, [])
    assert found["languages"] == dict.fromkeys(["ar", "en", "es", "fr", "ru", "zh"], 2)
    assert found["statuses"] == {"translated": 12}
    assert found["documents"] == [{"document": "charter", "languages": found["languages"]}]
    assert {"languages": ["ar", "zh"], "entries": 2} in found["pairs"]
    assert len(found["pairs"]) == 15
    assert [act["label"] for act in found["acts"]] == [
        f"locales/{lang}/charter.po" for lang in ("zh", "ru", "fr", "es", "ar")
    ]
    assert found["size"] > 10_000
    code, out, _ = tm("memory", "stats")
    assert code == 0
    assert out.startswith("2 entries, 12 texts, ")
    tm("lookup", "Peace", "--to", "fr", "--min-score", "50")
    assert answer(tm, "stats")["indexed"] == ["en"]


@pytest.mark.parametrize("limit", ["9" * 20, "9" * 5000, "٩" * 30])
def test_a_huge_limit_means_all_that_there_is(tm: Tm, limit: str) -> None:
    tm("import", "locales")
    assert answer(tm, "stats", "--limit", limit) == answer(tm, "stats")
    assert answer(tm, "dedupe", "--limit", limit) == answer(tm, "dedupe")


def test_second_translations_belong_to_the_document_of_the_first(tm: Tm, root: Path) -> None:
    (root / "old.csv").write_text("en,fr\nPeace,Paix\nPeace,La paix\nYes,Oui\n", encoding="utf-8")
    tm("import", "old.csv")
    assert len(answer(tm, "stats")["documents"]) == 2
    _, out, _ = tm("memory", "stats")
    (line,) = [line for line in out.splitlines() if line.startswith("old.csv")]
    assert line.split() == ["old.csv", "3", "3"]
    assert tm("memory", "delete", "--document", "old.csv") == (0, "3 entries taken away\n", "")
    assert tm("memory", "restore", "--document", "old.csv") == (0, "3 entries brought back\n", "")


@pytest.mark.parametrize("text", ["Peace", "Paix", "Paz", "Мир", "和平", "السلام"])
def test_an_entry_is_found_by_its_text_without_its_language_being_named(tm: Tm, text: str) -> None:
    tm("import", "locales")
    assert [entry["document"] for entry in answer(tm, "history", text)["entries"]] == ["charter"]


@pytest.mark.parametrize(
    ("lang", "text"), [("ar", "السلام"), ("zh", "和平"), ("fr", "Paix"), ("ru", "Мир"), ("es", "Paz")]
)
def test_an_entry_is_found_by_its_text_in_any_language_and_tells_its_history(
    tm: Tm, root: Path, lang: str, text: str
) -> None:
    tm("import", "locales")
    write(root, lang, {**TEXTS[lang], "Peace": f"{text} 2"})
    tm("import", f"locales/{lang}")
    (entry,) = answer(tm, "history", text, "--from", lang)["entries"]
    assert (entry["document"], entry["original"]) == ("charter", "en")
    changed = [version for version in entry["versions"] if version["language"] == lang]
    assert [version["text"] for version in changed] == [f"{text} 2", text]
    assert changed[0]["ended"] is None
    assert changed[1]["ended"]["label"] == f"locales/{lang}/charter.po"
    assert changed[0]["brought"] == changed[1]["ended"]
    assert {key: changed[1][key] for key in ("author", "date", "status")} == {
        "author": "Ana Translator", "date": "2022-07-30", "status": "translated",
    }  # fmt: skip
    assert answer(tm, "history", str(entry["entry"]))["entries"] == [entry]
    code, out, _ = tm("memory", "history", str(entry["entry"]))
    assert code == 0
    assert f"  {lang}  {text} 2" in out


def test_restore_says_what_went_with_an_undone_import(tm: Tm) -> None:
    tm("import", "locales/fr")
    tm("import", "locales/ru")
    tm("memory", "undo")
    tm("memory", "delete", "1")
    _, out, _ = tm("memory", "restore", "1")
    assert out.splitlines()[0] == "1 entry brought back"
    assert out.splitlines()[1].startswith("left away in 1 entry: what went with an import that was undone; ")
    assert (targets(tm, "Peace", "fr"), targets(tm, "Peace", "ru")) == (["Paix"], [])
    found = answer(tm, "restore", "1")
    assert ([act["label"] for act in found["revived"]], found["withheld"]) == (["locales/ru/charter.po"], 0)
    assert targets(tm, "Peace", "ru") == ["Мир"]
    tm("memory", "undo")
    _, out, _ = tm("memory", "restore", "1")
    assert "some of it went with an import that was undone: 2: " in out


def test_delete_restore_and_undo_say_what_they_did(tm: Tm) -> None:
    tm("import", "locales")
    assert tm("memory", "delete", "1", "--lang", "fr") == (0, "1 entry taken away\n", "")
    assert targets(tm, "Peace", "fr") == []
    assert targets(tm, "Peace", "ru") == ["Мир"]
    assert tm("memory", "restore") == (0, "1 entry brought back\n", "")
    assert targets(tm, "Peace", "fr") == ["Paix"]
    assert tm("memory", "delete", "--document", "charter") == (0, "2 entries taken away\n", "")
    assert targets(tm, "Peace", "ru") == []
    _, out, _ = tm("memory", "undo")
    assert out.splitlines()[-1] == "2 entries brought back"
    assert "delete document charter" in out
    assert [act["deed"] for act in answer(tm, "undo")["acts"]] == ["restore"]
    assert answer(tm, "undo")["restored"] == 1
    found = answer(tm, "undo")
    assert len(found["acts"]) == 5
    assert (found["removed"], found["restored"]) == (2, 0)
    assert answer(tm, "stats")["entries"] == 0
    assert tm("memory", "undo") == (2, "", "tm: error: there is nothing to undo\n")
    _, out, _ = tm("import", "locales")
    assert out.splitlines()[-1] == "total: 10 read, 10 added, 0 updated, 0 unchanged, 0 rejected"


@pytest.mark.parametrize("how", ["fuzzy", "empty", "gone"])
def test_what_a_file_no_longer_holds_as_finished_is_taken_away_when_it_is_imported_again(
    tm: Tm, root: Path, how: str
) -> None:
    tm("import", "locales")
    texts = dict(TEXTS["ru"])
    if how == "empty":
        texts["Peace"] = ""
    if how == "gone":
        del texts["Peace"]
    write(root, "ru", texts, fuzzy="Peace" if how == "fuzzy" else "")
    _, out, _ = tm("import", "locales/ru")
    assert out.endswith(", 1 removed\n")
    assert targets(tm, "Peace", "ru") == []
    assert targets(tm, "Peace", "fr") == ["Paix"]
    _, out, _ = tm("import", "locales/ru")
    assert "removed" not in out
    assert answer(tm, "undo")["restored"] >= 1  # where a unit is gone, the neighbours of others changed too
    assert targets(tm, "Peace", "ru") == ["Мир"]


def test_entries_that_differ_only_in_case_spacing_or_width_are_reported_and_left_alone(tm: Tm, root: Path) -> None:
    write(root, "zh", {"See A/75/L.1": "见A/75/L.1", "SEE A/75/L.1": "见A/75/L.1", "See  A/75/L.1": "见Ａ/75/L.1"})
    tm("import", "locales/zh")
    before = answer(tm, "stats")
    found = answer(tm, "dedupe", "--select", "nearly-equal")
    (group,) = found["nearly_equal"]
    assert group["languages"] == ["en", "zh"]
    assert [one["source"] for one in group["entries"]] == ["See A/75/L.1", "SEE A/75/L.1", "See  A/75/L.1"]
    assert found["summary"] == {"nearly_equal": 1, "doubtful": 0, "reasons": {}}
    assert answer(tm, "stats") == before
    _, out, _ = tm("memory", "dedupe", "--select", "nearly-equal")
    assert out.endswith("1 group of nearly equal entries, 0 doubtful translations\n")


def test_texts_that_cannot_be_translations_of_each_other_are_reported_with_the_reason(tm: Tm, root: Path) -> None:
    bad = {
        "The Council met on 3 May 2020.": "Le Conseil s’est réuni le 4 mai 2020.",
        "There are 15 members.": "Il y a 16 membres.",
        "See document A/75/912.": "Voir le document A/75/913.",
        "The report was adopted by the Committee without a vote, and will be published in May.": "Rapport en mai.",
        "All is well.": "Tout va bien.",
    }
    never = {  # the import itself leaves these out
        "Peace and security are maintained by all of us.": "Мир и безопасность поддерживаем мы все.",
        "The Committee has the honour to submit its report.": "The Committee has the honour to submit its report.",
    }
    write(root, "fr", bad | never)
    _, out, _ = tm("import", "locales/fr")
    assert "5 added" in out
    assert "2 rejected" in out
    found = answer(tm, "dedupe")
    kinds = {one["source"]: [reason["kind"] for reason in one["reasons"]] for one in found["doubtful"]}
    assert list(kinds.values()) == [["date"], ["number"], ["symbol"], ["length"]]
    assert found["summary"]["reasons"] == dict.fromkeys(["date", "number", "symbol", "length"], 1)
    assert len(answer(tm, "dedupe", "--limit", "2")["doubtful"]) == 2
    assert answer(tm, "dedupe", "--select", "length")["summary"]["doubtful"] == 1


def test_verify_finds_damage_and_repair_mends_it_with_the_po_files(tm: Tm, root: Path) -> None:
    tm("import", "locales")
    assert tm("memory", "verify") == (0, "no damage found\n", "")
    assert answer(tm, "verify") == {"damage": [], "repair": None}
    path = root / ".tm" / "memory.db"
    path.write_bytes(path.read_bytes().replace("和平".encode(), "战争".encode()))
    code, _, err = tm("lookup", "Peace", "--to", "zh")
    assert code == 2
    assert "damaged: run: tm memory verify --repair, or move it away and run: tm import locales" in err
    code, out, err = tm("memory", "verify")
    assert (code, err) == (1, "run: tm memory verify --repair\n")
    assert "is not what was written: '战争'" in out
    code, out, _ = tm("memory", "verify", "--repair", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["damage"][0]["part"] == "segment"
    assert {key: found["repair"][key] for key in ("kept", "unreadable", "files", "again", "lost", "refused", "left")} == {
        "kept": 11, "unreadable": 1, "files": 5, "again": 1, "lost": 0, "refused": [], "left": [],
    }  # fmt: skip
    assert Path(found["repair"]["aside"]).name == "memory.db.damaged"
    assert targets(tm, "Peace", "zh") == ["和平"]
    assert tm("memory", "verify", "--full") == (0, "no damage found\n", "")


def test_verify_of_what_is_no_memory_at_all_makes_one_and_keeps_the_file(tm: Tm, root: Path) -> None:
    path = root / ".tm" / "memory.db"
    path.parent.mkdir()
    path.write_bytes(b"This is no memory at all." * 500)
    assert tm("memory", "verify")[0] == 1
    code, out, _ = tm("memory", "verify", "--repair")
    assert code == 1
    assert "5 PO files imported again, which brought 10 entries" in out
    assert "nothing could be read of the damaged file\nlost: nothing tells how many texts" in out
    assert (root / ".tm" / "memory.db.damaged").read_bytes() == b"This is no memory at all." * 500
    assert targets(tm, "Peace", "ru") == ["Мир"]


def test_what_is_lost_is_unknown_where_nothing_tells_how_many_texts_there_were(tm: Tm, root: Path) -> None:
    tm("import", "locales")
    path = root / ".tm" / "memory.db"
    data = path.read_bytes()
    path.write_bytes(bytes(4096) + data[4096:])
    code, out, _ = tm("memory", "verify", "--repair", "--format", "json")
    done = json.loads(out)["repair"]
    assert code == 1
    assert (done["kept"], done["unreadable"], done["lost"]) == (12, 0, None)
    path.write_bytes(data[:-4096])
    code, out, _ = tm("memory", "verify", "--repair", "--format", "json")
    done = json.loads(out)["repair"]
    assert code == 0
    assert (done["kept"], done["unreadable"], done["lost"]) == (12, 0, 0)


MISTAKES = {
    "no verb": ([], "the following arguments are required: VERB"),
    "unknown verb": (["forget"], "invalid choice: 'forget'"),
    "no such entry": (["delete", "99"], "there is no entry 99"),
    "no such entry to restore": (["restore", "99"], "there is no entry 99: tm memory history TEXT tells it"),
    "no such text": (["history", "Never heard of"], "there is no entry that has or had this text"),
    "a number as a text": (["history", "5", "--from", "fr"], "there is no entry that has or had this text"),
    "no number": (["delete", "x"], "'x' is not the number of an entry"),
    "a number too long": (["history", "9" * 5000], "is not the number of an entry"),
    "nothing named": (["delete"], "nothing is named"),
    "two ways": (["restore", "1", "--document", "a"], "name one of them"),
    "a language alone": (["restore", "--lang", "fr"], "--lang needs numbers of entries"),
    "no such document": (["delete", "--document", "x"], "there is no entry of the document 'x'"),
    "nothing to restore": (["restore", "1"], "nothing was taken away from there"),
    "nothing deleted": (["restore"], "nothing that was deleted is missing"),
    "unknown kind": (["dedupe", "--select", "beauty"], "unknown kind 'beauty': use one of nearly-equal, length"),
    "no kind": (["dedupe", "--select", ","], "no kind is named: use some of nearly-equal, length"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gets_one_sentence_and_changes_nothing(tm: Tm, arguments: list[str], message: str) -> None:
    tm("import", "locales")
    code, out, err = tm("memory", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("tm: error: ")
    assert err.count("\n") == 1
    assert message in err
    assert len(answer(tm, "stats")["acts"]) == 5


def test_undoing_names_the_part_of_a_command_that_is_left(tm: Tm, root: Path) -> None:
    tm("import", "locales/fr")
    with closing(open_store(str(root / ".tm" / "memory.db"))) as store:
        for label, french, first in (("a.po", "La paix", 0), ("other.po", "paix", 0), ("b.po", "la paix", 2)):
            texts = {"en": "Peace", "fr": french}
            store.add([Entry(0, texts, "", Origin("charter"))], Batch(label, first=first))
    code, out, err = tm("memory", "undo")
    assert (code, err) == (0, "")
    told = [line.split(": ")[0] + ": " + line.split()[-1] for line in out.splitlines()[:2]]
    assert told == ["undone: b.po", "not undone: a.po"]
    assert out.splitlines()[2].startswith("a part of the command is left: ")
    assert targets(tm, "Peace", "fr") == ["paix"]
    assert answer(tm, "undo")["left"] == []
    assert targets(tm, "Peace", "fr") == ["La paix"]


@pytest.mark.parametrize("verb", ["stats", "undo", "restore", "dedupe"])
def test_without_a_memory_none_is_made(tm: Tm, root: Path, verb: str) -> None:
    assert tm("memory", verb)[2].endswith("there is no memory yet: run: tm import locales\n")
    assert not (root / ".tm").exists()
