"""`tm concordance` answers in text and JSON, and says what was wrong with the question."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tm.cli.waiting import waiting
from tm.model.match import Entry, Origin
from tm.stores import open_store


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.db"
    store = open_store(str(path))
    store.add([
        Entry(
            0,
            {"en": "The United Nations", "fr": "Les Nations Unies", "zh": "联合国", "ar": "الأمم المتحدة"},
            "",
            Origin("charter", "source/charter.txt:1", "1945-06-26"),
        ),
        Entry(0, {"en": "All nations", "fr": "Toutes les nations"}, "", Origin("letter", "source/letter.txt:3")),
    ])  # fmt: skip
    store.close()
    return path


def tm(memory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tm", "--memory", str(memory), "concordance", *arguments],
        capture_output=True, env=os.environ | {"NO_COLOR": "1"}, timeout=120, encoding="utf-8",
    )  # fmt: skip


def test_hits_are_shown_with_translation_and_origin(memory: Path) -> None:
    done = tm(memory, "nations", "--to", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "en → fr: nations",
        "  letter source/letter.txt:3",
        "    All nations",
        "    Toutes les nations",
        "  charter source/charter.txt:1 1945-06-26",
        "    The United Nations",
        "    Les Nations Unies",
    ]
    done = tm(memory, "nations", "--to", "fr", "--limit", "1")
    assert done.stdout.splitlines()[-1] == "  1 hit shown; in 2 texts"


def test_json_is_one_object_a_target_language(memory: Path) -> None:
    done = tm(memory, "united nations", "--to", "fr,ru", "--format", "json")
    first, second = map(json.loads, done.stdout.splitlines())
    origin = {"document": "charter", "place": "source/charter.txt:1", "date": "1945-06-26", "author": ""}
    hit = {
        "source": "The United Nations",
        "target": "Les Nations Unies",
        "origin": origin,
        "spans": [[4, 18]],
        "entry": 1,
    }
    assert first == {
        "phrase": "united nations", "from": "en", "to": "fr", "looked_in": ["en"], "stem": False, "hits": [hit], "total": 1,
        "more": False,
    }  # fmt: skip
    assert second == {**first, "to": "ru", "hits": [], "total": 0}


def test_without_a_target_all_translations_are_shown(memory: Path) -> None:
    done = tm(memory, "联合国")
    assert done.stdout.splitlines() == [
        "zh: 联合国",
        "  charter source/charter.txt:1 1945-06-26",
        "    联合国",
        "    ar الأمم المتحدة",
        "    en The United Nations",
        "    fr Les Nations Unies",
    ]
    (hit,) = json.loads(tm(memory, "国", "--format", "json").stdout)["hits"]
    assert (hit["target"], hit["texts"]["en"], hit["spans"]) == (None, "The United Nations", [[2, 3]])


def test_latin_letters_are_looked_for_in_english_french_and_spanish_until_they_are_found(memory: Path) -> None:
    assert tm(memory, "nations").stdout.startswith("en: nations\n  letter")
    assert tm(memory, "toutes").stdout.splitlines()[2:] == ["    Toutes les nations", "    en All nations"]
    assert tm(memory, "nations", "--to", "en").stdout.startswith("fr → en: nations\n  letter")
    assert [
        json.loads(line)["from"] for line in tm(memory, "les", "--to", "ru,en", "--format", "json").stdout.splitlines()
    ] == ["fr", "fr"]
    assert tm(memory, "toutes", "--from", "en").stdout == "en: toutes\n  not found\n"
    assert tm(memory, "nowhere").stdout == "en, fr, es: nowhere\n  not found\n"
    assert tm(memory, "nowhere", "--to", "fr").stdout == "en, es → fr: nowhere\n  not found\n"
    assert json.loads(tm(memory, "nowhere", "--format", "json").stdout)["looked_in"] == ["en", "fr", "es"]


def test_forms_are_found_when_asked_for(memory: Path) -> None:
    assert "  not found" in tm(memory, "للأمم المتحدة", "--to", "en").stdout
    assert "The United Nations" in tm(memory, "للأمم المتحدة", "--to", "en", "--stem").stdout
    assert "Toutes les nations" in tm(memory, "nation", "--from", "fr", "--to", "en", "--stem").stdout


def test_a_search_that_ended_early_does_not_say_that_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    store = open_store(str(path))
    texts = ({"en": f"Nation {number}", "fr": f"Pays {number}"} for number in range(6001))
    store.add(Entry(0, each, "", Origin(each["en"])) for each in ({"en": "A nation", "ru": "Страна"}, *texts))
    store.close()
    done = tm(path, "nation", "--to", "ru")
    assert done.stdout.splitlines()[1:] == ["  not found in what came last into the memory; the rest was not looked at"]
    assert "A nation" in tm(path, "nation", "--to", "ru", "--limit", "400").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([""], "PHRASE is empty: name a word or a phrase"),
        (["\N{SOFT HYPHEN}"], "PHRASE is empty: name a word or a phrase"),
        (["x", "--from", "fr", "--to", "fr"], "--from and --to are both fr: name two languages"),
        (["联合国", "--to", "zh"], "--from and --to are both zh: name two languages"),
        (["x", "--to", "fr,en,es"], "--from and --to are both en: name two languages"),
        (["x", "--from", "tlh"], "tlh"),
        (["x", "--limit", "0"], "'0' is not a number of results: use 1 or more"),
    ],
)
def test_a_wrong_question_is_answered_in_a_sentence(memory: Path, arguments: list[str], sentence: str) -> None:
    done = tm(memory, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tm: error: ")
    assert sentence in done.stderr


def test_a_missing_memory_is_not_made(tmp_path: Path) -> None:
    done = tm(tmp_path / "none.db", "x")
    assert done.returncode == 2
    assert "there is no memory yet" in done.stderr
    assert not list(tmp_path.iterdir())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), "\rindexing\033[K\r\033[K"), (io.StringIO(), "")])
def test_what_is_waited_for_is_told_on_a_terminal_only(
    stream: io.StringIO, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with waiting() as tell:
        tell("indexing")
    assert stream.getvalue() == shown
