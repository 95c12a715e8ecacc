"""`tm check` tells its findings in every format, shows where they are, fixes, explains, and ends as the contract says."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from tm import checks
from tm.cli.main import main
from tm.model.language import BY_CODE

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared" / "conformance" / "sarif" / "sarif-schema-2.1.0.json"
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: {}\\n"\n'
)
FRENCH = (
    HEAD.format("fr", "nplurals=2; plural=(n > 1);")
    + """
msgid "The Group has 47 members."
msgstr "Le Groupe "
"compte \\"74\\" membres."

# tm: ignore number — the source is <b>wrong</b>
msgid "There are 12 <1>seats</1>."
msgstr "Il y a 13 <1>sièges</1>."

msgid "Who decides?"
msgstr "Qui décide?"
"""
)
ARABIC = (
    HEAD.format(
        "ar",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    )
    + """
msgid "See A/76/L.1."
msgstr "انظر A/76/L.2."
"""
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "source").mkdir()
    for code, text in (("fr", FRENCH), ("ar", ARABIC)):
        (tmp_path / "locales" / code).mkdir(parents=True)
        (tmp_path / "locales" / code / "a.po").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    return tmp_path


Captured = pytest.CaptureFixture[str]


def tm(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_finding_is_a_line_and_the_summary_goes_elsewhere(root: Path, capsys: Captured) -> None:
    code, out, err = tm(capsys)
    assert code == 1
    lines = out.splitlines()
    assert "locales/fr/a.po:8: error: number: the translation has 74 where the source has 47" in lines
    assert all(re.fullmatch(r"locales/(fr|ar)/a\.po:\d+: (error|warning|info): [a-z-]+: .+", line) for line in lines)
    assert err.startswith("4 units in 2 files: ")
    assert "1 silenced" in err
    assert "--fix puts " in err


def test_excerpts_mark_the_place(root: Path, capsys: Captured) -> None:
    _, out, _ = tm(capsys, "--excerpts", "--select", "number,symbol")
    assert out.splitlines() == [
        "locales/ar/a.po:8: error: symbol: the translation has A/76/L.2, the source A/76/L.1",
        "      │ See A/76/L.1.",
        "      │     ^^^^^^^^",
        "   ar │ \N{RIGHT-TO-LEFT ISOLATE}انظر ⟦A/76/L.2⟧.\N{POP DIRECTIONAL ISOLATE}",
        "  fix │ A/76/L.1",
        "locales/fr/a.po:8: error: number: the translation has 74 where the source has 47",
        "      │ The Group has 47 members.",
        "      │               ^^",
        '   fr │ Le Groupe compte "74" membres.',
        "      │                   ^^",
    ]


def test_what_a_message_quotes_in_arabic_is_set_apart_beside_excerpts(root: Path, capsys: Captured) -> None:
    path = root / "locales" / "ar" / "a.po"
    path.write_text(ARABIC.replace("See A/76/L.1.", "On 3 May").replace("انظر A/76/L.2.", "في 3 آذار/مارس"), "utf-8")
    said = "error: date: the translation has {}3 آذار/مارس{} where the source has 3 May"
    assert said.format("", "") in tm(capsys, "--select", "date")[1]
    isolate = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
    assert said.format(*isolate) in tm(capsys, "--select", "date", "--excerpts")[1]


def test_json_has_more_than_the_contract_and_never_less(root: Path, capsys: Captured) -> None:
    _, out, err = tm(capsys, "--format", "json", "--select", "number")
    found = json.loads(out)
    assert err == ""
    assert found["summary"] == {
        "units": 4, "findings": 1, "errors": 1, "warnings": 0, "infos": 0, "silenced": 1, "gone": 0,
    }  # fmt: skip
    assert found["findings"] == [
        {
            "check": "number", "severity": "error", "path": "locales/fr/a.po", "line": 8, "lang": "fr",
            "source": "The Group has 47 members.", "target": 'Le Groupe compte "74" membres.',
            "message": "the translation has 74 where the source has 47", "context": None,
            "at": {"start": 18, "end": 20}, "of": {"start": 14, "end": 16}, "fix": None, "silence": None,
        }
    ]  # fmt: skip
    assert found["silenced"][0]["silence"] == {"by": "comment", "reason": "the source is <b>wrong</b>"}


def test_sarif_is_valid_and_points_into_the_lines(root: Path, capsys: Captured) -> None:
    _, out, _ = tm(capsys, "--format", "sarif", "--select", "number,symbol,french-spacing")
    log = json.loads(out)
    if SCHEMA.exists():
        jsonschema.validate(log, json.loads(SCHEMA.read_text(encoding="utf-8")))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all("| fr ✗ |" in rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)
    by_check: dict[str, dict[str, object]] = {}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        by_check.setdefault(result["ruleId"], result)
    place = by_check["number"]["locations"][0]["physicalLocation"]  # type: ignore[index]
    assert place == {
        "artifactLocation": {"uri": "locales/fr/a.po"},
        "region": {"startLine": 10, "startColumn": 11, "endLine": 10, "endColumn": 13},
    }
    assert FRENCH.splitlines()[9][10:12] == "74"
    silenced = [result for result in run["results"] if "suppressions" in result]
    assert [one["suppressions"][0]["kind"] for one in silenced] == ["inSource"]


def test_fingerprints_last_when_lines_move(root: Path, capsys: Captured) -> None:
    def prints() -> list[tuple[str, str]]:
        results = json.loads(tm(capsys, "--format", "sarif")[1])["runs"][0]["results"]
        return [(one["ruleId"], one["partialFingerprints"]["hexaplaFinding/v1"]) for one in results]

    before = prints()
    path = root / "locales" / "fr" / "a.po"
    path.write_text(FRENCH.replace('\nmsgid "The Group', '\n# moved\n#: a.md:1\nmsgid "The Group'), encoding="utf-8")
    assert prints() == before
    assert len(set(before)) == len(before)


class Page(HTMLParser):
    """Gathers the tags of a page, and the texts that are marked."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[str] = []
        self.last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.last = tag

    def handle_endtag(self, tag: str) -> None:
        self.last = ""

    def handle_data(self, data: str) -> None:
        if self.last == "mark":
            self.marked.append(data)


def test_the_page_needs_nothing_else_and_escapes_everything(root: Path, capsys: Captured) -> None:
    code, out, err = tm(capsys, "--format", "html", "-o", "report.html", "--select", "number,symbol")
    text = (root / "report.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert (code, out) == (1, "")
    assert err.startswith("4 units in 2 files")
    assert {"47", "74", "A/76/L.1", "A/76/L.2", "12", "13"} == set(page.marked)
    assert {tag for tag, _ in page.tags}.isdisjoint({"link", "img", "iframe", "b1", "1"})
    assert not any(value and "://" in value for _, attributes in page.tags for value in attributes.values())
    assert ("p", {"lang": "ar", "dir": "rtl"}) in page.tags
    assert "&lt;1&gt;" in text
    assert "the source is &lt;b&gt;wrong&lt;/b&gt;" in text
    assert sum(tag == "article" for tag, _ in page.tags) == 3
    groups = [
        tag for tag, attributes in page.tags if tag in {"section", "details"} or attributes.get("class") == "check"
    ]
    counts = [attributes for _, attributes in page.tags if "count" in (attributes.get("class") or "").split()]
    assert len(counts) == len(groups)


def test_what_is_written_to_a_file_is_whole_or_not_there(root: Path, capsys: Captured) -> None:
    tm(capsys, "--select", "number", "-o", "missing/report.txt")
    expected = "locales/fr/a.po:8: error: number: the translation has 74 where the source has 47\n"
    assert (root / "missing" / "report.txt").read_text(encoding="utf-8") == expected
    (root / "file").write_text("x")
    code, out, err = tm(capsys, "-o", "file/report.txt")
    assert (code, out) == (2, "")
    assert "cannot be written" in err


def test_a_diff_in_another_form_than_text_is_refused(root: Path, capsys: Captured) -> None:
    code, out, err = tm(capsys, "--diff", "--format", "json")
    assert (code, out) == (2, "")
    assert "--diff is text: leave out --format json" in err


def test_a_diff_changes_nothing_and_a_fix_what_the_diff_said(root: Path, capsys: Captured) -> None:
    path = root / "locales" / "fr" / "a.po"
    code, out, err = tm(capsys, "--diff", "--select", "french-spacing")
    assert (code, path.read_text(encoding="utf-8")) == (0, FRENCH)
    assert [line for line in out.splitlines() if line[0] in "+-"] == [
        "--- locales/fr/a.po", "+++ locales/fr/a.po", '-msgstr "Qui décide?"', '+msgstr "Qui décide\N{NO-BREAK SPACE}?"',
    ]  # fmt: skip
    assert "1 finding to be fixed in 1 file: french-spacing 1" in err
    assert tm(capsys, "--diff", "--strict", "--select", "french-spacing")[0] == 1
    code, out, err = tm(capsys, "--fix", "--select", "french-spacing", "--format", "json")
    assert code == 0
    assert json.loads(out)["summary"]["fixed"] == {"french-spacing": 1}
    assert path.read_text(encoding="utf-8") == FRENCH.replace("décide?", "décide\N{NO-BREAK SPACE}?")
    assert tm(capsys, "--diff", "--select", "french-spacing")[1] == ""


def test_a_file_that_must_be_mended_first_is_told_with_what_could_be_fixed(root: Path, capsys: Captured) -> None:
    path = root / "locales" / "fr" / "a.po"
    path.write_text(FRENCH + '\nmsgid "Who decides?"\nmsgstr "Qui décide ?"\n', encoding="utf-8")
    assert "--fix" not in tm(capsys, "locales/fr")[2]
    for option, done in (("--diff", "nothing to be fixed"), ("--fix", "nothing fixed")):
        _, _, err = tm(capsys, "locales/fr", option, "--select", "french-spacing")
        left, said = err.splitlines()[:2]
        assert left.startswith("locales/fr/a.po: left as it is, with 2 findings that could be put right: mend the file")
        assert "locales/fr/a.po:19: the same msgid" in left
        assert said == done


def test_warnings_fail_only_where_asked(root: Path, capsys: Captured) -> None:
    assert tm(capsys, "--select", "french-spacing")[0] == 0
    assert tm(capsys, "--select", "french-spacing", "--strict")[0] == 1


def test_a_baseline_is_written_used_and_told_from_settings(root: Path, capsys: Captured) -> None:
    assert tm(capsys, "--write-baseline")[0] == 2
    code, out, err = tm(capsys, "--baseline", "known.txt", "--write-baseline")
    assert (code, out) == (0, "")
    assert "known.txt: " in err
    assert tm(capsys, "--baseline", "known.txt")[:2] == (0, "")
    (root / "tm.toml").write_text("[check]\nbaseline = 'known.txt'\n", encoding="utf-8")
    assert tm(capsys)[:2] == (0, "")
    (root / "locales" / "fr" / "a.po").write_text(FRENCH.replace("74", "47"), encoding="utf-8")
    assert "1 known finding gone" in tm(capsys)[2]


@pytest.mark.parametrize("part", [["--select", "french-spacing"], ["--ignore", "number"], ["locales/ar"]])
def test_a_baseline_of_a_part_keeps_what_is_known_of_the_rest(part: list[str], root: Path, capsys: Captured) -> None:
    tm(capsys, "--baseline", "known.txt", "--write-baseline")
    before = (root / "known.txt").read_text(encoding="utf-8")
    assert "\tnumber\t" in before
    code, _, err = tm(capsys, *part, "--baseline", "known.txt", "--write-baseline")
    assert (code, (root / "known.txt").read_text(encoding="utf-8")) == (0, before)
    assert re.search(r"; \d+ that this run did not look for kept", err)


@pytest.mark.parametrize("name", checks.NAMES)
def test_every_check_explains_itself(name: str, root: Path, capsys: Captured) -> None:
    code, out, _ = tm(capsys, "--explain", name)
    assert code == 0
    assert out.startswith(f"{name}: ")
    assert "Flag " in out
    assert f'[check] ignore = ["{name}"]' in out
    check = next(one for one in checks.ALL if one.name == name)
    for code in check.targets or {"ar", "es", "fr", "ru", "zh"}:
        shown = [verdict for verdict in ("wrong", "right") if f"\n{BY_CODE[code].name}, {verdict}:\n" in out]
        assert shown == (["wrong", "right"] if (name, code) != ("spelling", "zh") else [])


@pytest.mark.parametrize(("name", "by_unit", "by_run"), [
    ("number", True, True), ("po-plural", True, True), ("po-duplicate", True, True),
    ("po-header", False, True), ("unused-silence", False, True), ("po-syntax", False, False),
])  # fmt: skip
def test_only_ways_to_silence_that_work_are_told(
    name: str, by_unit: bool, by_run: bool, root: Path, capsys: Captured
) -> None:
    out = tm(capsys, "--explain", name)[1]
    assert (f"tm: ignore {name}" in out, f"#, ignore-{name}" in out) == (by_unit, by_unit)
    assert (f"--ignore {name}" in out) == by_run


@pytest.mark.parametrize("name", sorted(one.name for one in checks.CHECKS))
def test_an_explanation_says_of_a_fix_whether_it_is_put_in_or_proposed(name: str, root: Path, capsys: Captured) -> None:
    out = tm(capsys, "--explain", name)[1]
    assert ("--fix puts there" in out) == (name in checks.FIXED) == ("--fix puts right" in out)


@pytest.mark.parametrize("asked", [["--explain"], ["--explain", ""], ["--explain", "--strict"]])
def test_an_explanation_of_no_check_names_all_of_them_and_checks_nothing(
    asked: list[str], root: Path, capsys: Captured
) -> None:
    code, out, err = tm(capsys, *asked)
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(checks.NAMES)


def test_a_check_that_is_not_there_is_told_with_names_like_it(root: Path, capsys: Captured) -> None:
    code, out, err = tm(capsys, "--explain", "numbr")
    assert (code, out) == (2, "")
    assert err == "tm: error: there is no check 'numbr': did you mean number?\n"


def test_a_cache_is_kept_in_projects_only_and_not_on_request(root: Path, capsys: Captured) -> None:
    tm(capsys, "--no-cache")
    assert not (root / ".tm").exists()
    first = tm(capsys)
    assert (root / ".tm" / "cache" / "check.db").exists()
    assert tm(capsys) == first == tm(capsys, "--no-cache")


def test_a_single_file_outside_a_project_leaves_nothing_beside_it(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.po").write_text(FRENCH, encoding="utf-8")
    assert tm(capsys, "a.po")[0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]


def test_nothing_in_a_text_steers_the_terminal(root: Path, capsys: Captured) -> None:
    evil = "\x1b]0;title\x07\x1b[2J\x9b31m\N{RIGHT-TO-LEFT OVERRIDE}\x08"
    path = root / "locales" / "fr" / "a.po"
    path.write_text(FRENCH.replace("membres.", f"membres{evil}.").replace("Who", f"Who{evil}"), encoding="utf-8")
    code, out, err = tm(capsys, "--excerpts")
    assert code == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + err)
    assert "␛" in out
