"""SRX 2.0 is read as its standard says, and what cannot be read is refused with its place."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from lxml import etree

from tm.model.errors import FormatError
from tm.segmentation.rules import cascade_for, compile_rule, default_rules, read_srx
from tm.segmentation.split import split

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared" / "conformance" / "srx" / "srx20.xsd"
PACKAGED = sorted(
    (file for file in (resources.files("tm.segmentation") / "srx").iterdir() if file.name.endswith(".srx")),
    key=lambda file: file.name,
)

SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="{cascade}">
    <formathandle type="start" include="no"/>
    <formathandle type="end" include="{end}"/>
    <formathandle type="isolated" include="no"/>
  </header>
  <body>
    <languagerules>
      <languagerule languagerulename="Nordic">
        <rule break="no"><beforebreak>\\b(?:bl\\.a|f\\.eks)\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule>
      <languagerule languagerulename="Default">
        <rule break="no"><beforebreak>\\bNo\\.</beforebreak><afterbreak>\\h\\p{{Nd}}</afterbreak></rule>
        <rule><beforebreak>[\\.\\?!]+</beforebreak><afterbreak>\\s+\\p{{Lu}}</afterbreak></rule>
        <rule break="yes"><beforebreak>STOP</beforebreak></rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagerulename="Nordic" languagepattern="(?:da|nb|nn|no).*"/>
      <languagemap languagerulename="Default" languagepattern=".*"/>
    </maprules>
  </body>
</srx>
"""


def small(cascade: str = "yes", end: str = "yes") -> bytes:
    return SMALL.format(cascade=cascade, end=end).encode()


@pytest.mark.parametrize("file", PACKAGED, ids=lambda file: file.name)
def test_the_packaged_rules_are_valid_srx(file: Path) -> None:
    if not SCHEMA.exists():
        pytest.skip("the SRX schema is not beside the project")
    # The schema imports xml.xsd from the web only to have xml:lang on itself.
    schema = etree.fromstring(SCHEMA.read_bytes())
    for needless in schema.findall("{http://www.w3.org/2001/XMLSchema}import"):
        schema.remove(needless)
    assert etree.XMLSchema(schema).validate(etree.fromstring(file.read_bytes()))


@pytest.mark.parametrize("file", PACKAGED, ids=lambda file: file.name)
def test_every_packaged_expression_can_be_used(file: Path) -> None:
    assert read_srx(file.read_bytes(), file.name).rules


@pytest.mark.parametrize("language", ["ar", "en", "en-GB", "es", "fr", "ru", "zh", "zh-Hans", "de"])
def test_numbering_comes_before_and_the_general_rules_after_those_of_a_language(language: str) -> None:
    paths = [rule.path for rule in default_rules().written(language)]
    assert paths[0] == "first.srx"
    assert paths[-1] == "last.srx"
    own = {path for path in paths if path not in {"first.srx", "last.srx"}}
    assert own == ({f"{language[:2]}.srx"} if language != "de" else set())


def test_languages_cascade_in_the_order_of_the_maps() -> None:
    text = "Det er bl.a. Norge. Se No. 5. Det STOP er slutt."
    assert split(text, "nb", read_srx(small(), "a.srx")) == [
        "Det er bl.a. Norge.",
        "Se No. 5.",
        "Det STOP",
        "er slutt.",
    ]
    assert split(text, "sv", read_srx(small(), "a.srx"))[0] == "Det er bl.a."


def test_without_cascade_the_first_map_alone_counts() -> None:
    assert split("Det er bl.a. Norge. Se.", "nb", read_srx(small(cascade="no"), "a.srx")) == ["Det er bl.a. Norge. Se."]


def test_the_header_says_where_tags_go() -> None:
    text = "AB STOP</1>CD"
    assert split(text, "sv", read_srx(small(end="yes"), "a.srx")) == ["AB STOP</1>", "CD"]
    assert split(text, "sv", read_srx(small(end="no"), "a.srx")) == ["AB STOP", "</1>CD"]


def test_the_first_rule_that_holds_decides() -> None:
    rules = small().replace(b"\\bNo\\.", b"No.").replace(b"\\h\\p{Nd}", b"\\s")
    assert split("Say No. Then go. Now.", "sv", read_srx(rules, "a.srx")) == ["Say No. Then go.", "Now."]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("STOP", "(STOP", 16, "no closing one"),
        ("STOP", "[a[b]]", 16, "a set inside a set"),
        ("STOP", "\\p{Klingon}", 16, "Klingon is not known"),
        ("STOP", "(?&lt;=a+)b", 16, "fixed width"),
        ("STOP", "(a)\\1", 16, "\\1 is not supported"),
        ("STOP", "a{3,1}", 16, "cannot be read"),
        ("STOP", "*", 16, "nothing stands before"),
        ("<beforebreak>STOP</beforebreak>", "", 16, "needs a beforebreak"),
        ('break="yes"', 'break="maybe"', 16, "yes or no"),
        ('cascade="yes"', "", 3, "cascade is missing"),
        ('version="2.0"', 'version="1.0"', 2, "not SRX 2.0"),
        ('languagerulename="Default" languagepattern', 'languagerulename="Other" languagepattern', 21, "named Other"),
        ('languagepattern=".*"', 'languagepattern="("', 21, "language pattern"),
        ('languagerulename="Nordic">', 'languagerulename="Default">', 13, "defined twice"),
        ('type="start"', 'type="begin"', 4, "start, end or isolated"),
        ("<maprules>", "<mapruls>", 22, "mismatched tag"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(old: str, new: str, line: int, said: str) -> None:
    text = small().decode()
    assert old in text
    with pytest.raises(FormatError, match=r"^rules/own\.srx:") as caught:
        read_srx(text.replace(old, new, 1).encode(), "rules/own.srx")
    assert said in caught.value.problem
    assert caught.value.line == line


def test_a_cascade_is_made_once() -> None:
    assert cascade_for(default_rules(), "fr") is cascade_for(default_rules(), "fr")


def test_each_rule_keeps_its_place() -> None:
    rules = list(read_srx(small(), "a.srx").written("sv"))
    assert [(rule.line, rule.breaks) for rule in rules] == [(14, False), (15, True), (16, True)]
    assert compile_rule(rules[0], 3).rank == 3
