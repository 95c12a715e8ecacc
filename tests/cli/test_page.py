"""What the page of findings says in English stays in order, whatever Arabic it quotes."""

from __future__ import annotations

import re

import pytest

from tm.cli.report.page import as_page
from tm.model.finding import Finding, Severity, Span
from tm.workflow.check import Report


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("the translation has 25 آب/أغسطس 2022 where", "the translation has <bdi>25 آب/أغسطس 2022</bdi> where"),
        ("has 450 000 يورو where the source has $450,000", "has <bdi>450 000 يورو</bdi> where the source has $450,000"),
        ("إطار (terms of reference) is not", "<bdi>إطار</bdi> (terms of reference) is not"),
        ("otherwise: “في 3 آذار/مارس، اعتمدت A/76/L.1.”", "otherwise: “<bdi>في 3 آذار/مارس، اعتمدت A/76/L.1.</bdi>”"),
        ("“<1>ب” & c", "“&lt;1&gt;<bdi>ب</bdi>” &amp; c"),
        ("2030 is not in the translation", "2030 is not in the translation"),
    ],
)
def test_arabic_in_a_message_is_set_apart(message: str, written: str) -> None:
    finding = Finding("date", Severity.ERROR, "a.po", 1, "ar", "a", "ب", message)
    page = as_page(Report(1, (finding,)))
    assert f"</b> {written}</p>" in page


def test_what_cannot_be_seen_is_written_and_reads_from_the_left_in_arabic() -> None:
    found = (
        Finding("bidi", Severity.ERROR, "a.po", 1, "ar", "a", "\N{RIGHT-TO-LEFT OVERRIDE}ب", "m", Span(0, 1), fix=""),
        Finding("double-space", Severity.ERROR, "a.po", 2, "ar", "a b", "ب  ب", "m", Span(1, 3), fix=" "),
        Finding("quotes", Severity.ERROR, "a.po", 3, "fr", '"a"', '"a"', "m", Span(0, 3), fix="«\N{NO-BREAK SPACE}a"),
    )
    page = as_page(Report(3, found))
    assert '<mark><bdi dir="ltr">\\u202e</bdi></mark>ب' in page
    assert re.findall("--fix puts there:</span> <bdi>(.*)</bdi>", page) == [
        "nothing",
        "a space",
        "<mark>«\N{NO-BREAK SPACE}a</mark>",
    ]


def test_each_cell_of_the_table_says_what_it_counts() -> None:
    found = (
        Finding("date", Severity.ERROR, "a.po", 1, "fr", "a", "b", "m"),
        Finding("date", Severity.ERROR, "b.po", 1, "ar", "a", "ب", "m"),
    )
    row = re.search("<tr>(<td.*)</tr>", as_page(Report(2, found)))
    assert row
    assert re.findall('<td [^>]*data-check="([^"]*)"(?: data-lang="([^"]*)")?>([^<]*)', row[1]) == [
        ("date", "", "date"),
        ("date", "ar", "1"),
        ("date", "fr", "1"),
        ("date", "", "2"),
    ]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("A/76/L.1: وثيقة من وثائق الجمعية", '<p lang="ar" dir="rtl">A/76/L.1: وثيقة من وثائق الجمعية</p>'),
        ("决议草案A/76/L.1", '<p lang="zh" dir="ltr">决议草案A/76/L.1</p>'),
        ("the word سلام here", '<p dir="auto">the word سلام here</p>'),
    ],
)
def test_an_original_is_written_as_its_script_is_read(source: str, written: str) -> None:
    finding = Finding("date", Severity.ERROR, "a.po", 1, "fr", source, "b", "m")
    assert f'<div class="pair">{written}<p lang="fr" dir="ltr">b</p></div>' in as_page(Report(1, (finding,)))
