"""`tm lookup` shows what the memory holds of a segment where no match reaches the threshold."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tm.model.match import Entry, Origin
from tm.stores import open_store

QUERY = "We deplore illicit trafficking in cultural property."


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.db"
    store = open_store(str(path))
    texts = {"en": "Illicit trafficking in cultural property goes on and on.", "fr": "Le trafic illicite continue."}
    store.add([Entry(0, texts, "", Origin("letter", "source/letter.txt:3", "2022-07-25"))])
    store.close()
    return path


def tm(memory: Path, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "tm", "--memory", str(memory), "lookup", *arguments],
        capture_output=True, env=os.environ | {"NO_COLOR": "1"}, timeout=120, encoding="utf-8", check=True,
    ).stdout  # fmt: skip


def test_json_has_fragments_and_nearest_below_the_threshold(memory: Path) -> None:
    answer = json.loads(tm(memory, QUERY, "--to", "fr", "--format", "json"))
    assert answer["matches"] == []
    (fragment,) = answer["fragments"]
    assert (fragment["text"], fragment["start"], fragment["end"]) == (
        "illicit trafficking in cultural property",
        11,
        51,
    )
    (held,) = fragment["matches"]
    assert (held["target"], held["origin"]["document"], held["entry"]) == ("Le trafic illicite continue.", "letter", 1)
    (near,) = answer["nearest"]
    assert near["score"] < 70
    assert near["shared"] == ["illicit", "trafficking", "in", "cultural", "property"]
    assert {"operation": "replace", "query": "We deplore illicit", "memory": "Illicit"} not in near["differences"]
    assert near["differences"]


def test_a_match_at_the_threshold_has_none(memory: Path) -> None:
    answer = json.loads(tm(memory, QUERY, "--to", "fr", "--min-score", "30", "--format", "json"))
    assert answer["matches"] and not {"fragments", "nearest"} & answer.keys()


def test_on_a_terminal_a_fragment_is_marked_in_the_text_that_holds_it(memory: Path) -> None:
    terminal, end = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "tm", "--memory", str(memory), "lookup", QUERY, "--to", "fr"]
    subprocess.run(command, stdout=end, env=environment, timeout=120, check=True)
    os.close(end)
    seen = os.read(terminal, 1 << 16).decode()
    os.close(terminal)
    assert "    \033[1;33mIllicit trafficking in cultural property\033[0m goes on and on." in seen


def test_people_see_them_too(memory: Path) -> None:
    assert tm(memory, QUERY, "--to", "fr").splitlines()[1:5] == [
        "  no match",
        "  fragment illicit trafficking in cultural property  letter source/letter.txt:3 2022-07-25",
        "    Illicit trafficking in cultural property goes on and on.",
        "    Le trafic illicite continue.",
    ]
