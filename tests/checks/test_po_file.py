"""The PO file as a file: header, plural forms, what its reader complained of."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tm import checks
from tm.model.finding import Finding
from tm.model.language import ARABIC, CHINESE, FRENCH, LANGUAGES, RUSSIAN, Language
from tm.model.unit import State, Unit


@dataclass(frozen=True)
class Trouble:
    line: int
    kind: str
    message: str


def _header(language: Language, **changes: str) -> dict[str, str]:
    return {
        "Language": language.code,
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": language.plural_forms,
        **{name.replace("_", "-"): value for name, value in changes.items()},
    }


def _run(
    header: dict[str, str], *units: Unit, folder: Language | None = FRENCH, problems: tuple[Trouble, ...] = ()
) -> list[Finding]:
    return list(checks.run_file(header, units, problems, path="a.po", target=folder))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_our_own_headers_are_right(language: Language) -> None:
    assert _run(_header(language), folder=language) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"Language": ""}, "the header names no language: write Language: fr"),
        ({"Language": "es"}, "the header says Spanish, but the file is in the folder of French"),
        ({"Language": "xx"}, "the header's language 'xx' is not one of the six"),
        ({"Content_Type": "text/plain; charset=ISO-8859-1"},
         "Content-Type names the character set ISO-8859-1: write text/plain; charset=UTF-8"),
        ({"Content_Type": ""}, "Content-Type names no character set: write text/plain; charset=UTF-8"),
        ({"Plural_Forms": ""}, "the header has no plural formula: write Plural-Forms: nplurals=2; plural=(n > 1);"),
        ({"Plural_Forms": "nplurals=3; plural=n>1;"},
         "French has 2 plural forms, the header says 3: write Plural-Forms: nplurals=2; plural=(n > 1);"),
        ({"Plural_Forms": "nplurals=2; plural=(n != 1);"},
         "the plural formula is not that of French: write Plural-Forms: nplurals=2; plural=(n > 1);"),
        ({"Plural_Forms": "two"},
         "the plural formula cannot be read: write Plural-Forms: nplurals=2; plural=(n > 1);"),
        ({"Plural_Forms": "nplurals=2; plural=n/0;"},
         "the plural formula is not that of French: write Plural-Forms: nplurals=2; plural=(n > 1);"),
    ],
)  # fmt: skip
def test_a_wrong_header_is_named_with_what_to_write(changes: dict[str, str], message: str) -> None:
    assert [(one.check, one.line, one.message) for one in _run(_header(FRENCH, **changes))] == [
        ("po-header", 1, message)
    ]


def test_a_formula_written_otherwise_is_the_same_formula() -> None:
    russian = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    assert _run(_header(RUSSIAN, Plural_Forms=russian), folder=RUSSIAN) == []
    assert _run(_header(FRENCH, Plural_Forms="nplurals=2; plural=n>=2;", Language="fr_FR")) == []


def test_arabic_has_six_plural_forms() -> None:
    def plural(*targets: str) -> Unit:
        return Unit("member", targets[0], state=State.TRANSLATED, source_plural="members", targets=targets, line=8)

    found = _run(_header(ARABIC), plural("عضو", "عضوان"), folder=ARABIC)
    assert [(one.check, one.line) for one in found] == [("po-plural", 8)]
    assert found[0].message == "Arabic has 6 plural forms, the unit has 2"
    found = _run(_header(ARABIC), plural("أ", "ب", "ج", "", "د", "ه"), folder=ARABIC)
    assert [one.message for one in found] == ["plural form 3 is empty"]
    assert _run(_header(ARABIC), plural(*"أبجدهو"), folder=ARABIC) == []


def test_chinese_has_one_plural_form() -> None:
    unit = Unit("member", "成员", state=State.TRANSLATED, source_plural="members", targets=("成员", "成员"), line=8)
    found = _run(_header(CHINESE), unit, folder=CHINESE)
    assert [one.message for one in found] == ["Chinese has 1 plural form, the unit has 2"]


def test_what_the_reader_met_becomes_findings() -> None:
    problems = (
        Trouble(4, "duplicate", "the unit is already on line 2"),
        Trouble(9, "syntax", "a string is not closed"),
        Trouble(12, "conflict", "a conflict mark of git"),
    )
    found = _run(_header(FRENCH), problems=problems)
    assert [(one.check, one.line, one.message) for one in found] == [
        ("po-duplicate", 4, "the unit is already on line 2"),
        ("po-syntax", 9, "a string is not closed"),
        ("po-syntax", 12, "a conflict mark of git"),
    ]


def test_a_file_of_no_folder_is_judged_by_its_header() -> None:
    assert _run(_header(ARABIC), folder=None) == []
    assert [one.lang for one in _run({"Language": "ar"}, folder=None)] == ["ar", "ar"]


@pytest.mark.parametrize("choice", [{"select": ["number"]}, {"ignore": ["po-syntax", "po-header"]}])
def test_what_keeps_units_from_being_read_is_never_left_out(choice: dict[str, list[str]]) -> None:
    def run(header: dict[str, str], folder: Language | None, *problems: Trouble) -> list[str]:
        found = checks.run_file(header, (), problems, path="a.po", target=folder, **choice)
        return [one.check for one in found]

    assert run(_header(FRENCH), FRENCH, Trouble(9, "encoding", "not UTF-8")) == ["po-syntax"]
    assert run(_header(FRENCH, Language="de"), None) == ["po-header"]
    assert run(_header(FRENCH, Language="de"), FRENCH) == []


def test_a_header_that_could_not_be_read_is_not_said_to_lack_anything() -> None:
    assert [one.check for one in _run({}, problems=(Trouble(9, "syntax", "no string"),))] == ["po-syntax"]
    assert "po-header" in [one.check for one in _run({}, problems=(Trouble(9, "duplicate", "there"),))]
