"""What is packed comes back as it was, findings and units, in any script and with characters that no file can hold."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from tm.checks.silence import silences
from tm.model.finding import Finding, Severity, Silence, Span
from tm.model.unit import Place, State, Unit
from tm.workflow.records import Record, open_across, pack_across

TEXTS = st.sampled_from(
    [
        "",
        "a",
        "a\nb",
        "决议",
        "المادة",
        "\ud800",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "\x00",
        "ignore-number",
        "tm: ignore date — why",
    ]
)
SPANS = st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99))
FINDINGS = st.builds(
    Finding, TEXTS, st.sampled_from(Severity), TEXTS, st.integers(1, 9), TEXTS, TEXTS, TEXTS, TEXTS, SPANS, SPANS,
    st.none() | TEXTS, st.none() | TEXTS, st.none() | st.builds(Silence, TEXTS, TEXTS),
)  # fmt: skip
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
UNITS = st.builds(
    Unit, TEXTS, TEXTS, st.none() | TEXTS, st.sampled_from(State), TEXTS,
    st.lists(st.builds(Place, TEXTS, st.integers(0, 9)), max_size=2).map(tuple), LISTS, TEXTS, LISTS, LISTS,
    st.none() | TEXTS, st.none() | TEXTS, st.none() | TEXTS, LISTS, st.integers(0, 9),
)  # fmt: skip


@given(st.lists(FINDINGS, max_size=3), st.lists(UNITS, max_size=4))
def test_a_record_gives_back_what_was_packed(findings: list[Finding], units: list[Unit]) -> None:
    numbers = [2**64 - 1, *range(len(units))][: len(units)]
    record = Record.pack("fr", findings, units, {"inconsistent-target": numbers})
    head = record.open_head()
    assert list(record.each_unit()) == units
    assert (head.lang, head.live, head.findings) == ("fr", len(units), tuple(findings))
    assert head.hushed == tuple(unit for unit in units if silences(unit))
    assert list(head.groups["inconsistent-target"]) == numbers


def test_many_units_come_back() -> None:
    units = [Unit(f"{number}. " + "text" * 50, str(number), line=number) for number in range(5000)]
    assert list(Record.pack("fr", [], units, {}).each_unit()) == units


def test_many_findings_come_back_with_the_texts_that_they_share() -> None:
    findings = [
        Finding("number", Severity.ERROR, "a.po", number, "fr", f"{number // 3}", "ده", "message", Span(0, 1))
        for number in range(1, 1700)
    ]
    assert Record.pack("fr", findings, [], {}).open_head().findings == tuple(findings)
    found = [(finding.line, finding) for finding in findings]
    assert open_across(pack_across({"a.po": b"1"}, found)) == ({"a.po": b"1"}, found)


def test_many_findings_never_stand_side_by_side_as_json() -> None:
    findings = [
        Finding("number", Severity.ERROR, "a.po", line, "fr", f"{line} {'source ' * 30}", "target", "m")
        for line in range(5000)
    ]
    tracemalloc.start()
    record = Record.pack("fr", findings, [], {})
    packing = tracemalloc.get_traced_memory()[1]
    head = record.open_head()
    opened, opening = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(head.findings) == 5000
    assert packing < 2 << 20
    assert opening - opened < 2 << 20


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), FINDINGS), max_size=3))
def test_what_was_found_across_comes_back(found: list[tuple[int, Finding]]) -> None:
    keys = {"a.po": b"\x00\xff", "б.po": b"1"}
    assert open_across(pack_across(keys, found)) == (keys, found)
