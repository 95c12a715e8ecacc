"""What the page of findings says in English stays in order, whatever Arabic it quotes."""

from __future__ import annotations

import pytest

from tm.cli.report.page import as_page
from tm.model.finding import Finding, Severity
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
