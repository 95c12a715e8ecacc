"""Running checks: what is chosen, what is silenced, what a finding carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm import checks
from tm.model.errors import SettingsError
from tm.model.finding import Finding, Severity, Span
from tm.model.language import ENGLISH, FRENCH, LANGUAGES, Language
from tm.model.unit import State, Unit


def _run(*units: Unit, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[Finding]:
    return list(checks.run(units, path="a.po", source=ENGLISH, target=FRENCH, select=select, ignore=ignore))


def _unit(source: str, target: str, **fields: object) -> Unit:
    return Unit(source, target, **{"state": State.TRANSLATED, "line": 7, **fields})  # type: ignore[arg-type]


def test_a_finding_carries_all_that_a_reader_needs() -> None:
    expected = Finding(
        "number", Severity.ERROR, "a.po", 7, "fr", "47 members", "74 membres",
        "the translation has 74 where the source has 47", Span(0, 2), Span(0, 2),
    )  # fmt: skip
    assert _run(_unit("47 members", "74 membres")) == [expected]


def test_the_names_are_those_of_the_contract() -> None:
    assert checks.NAMES == (
        "missing", "fuzzy", "untranslated", "number", "date", "symbol", "tag", "placeholder", "unpaired", "end-punctuation",
        "quotes", "french-spacing", "spacing", "chinese-width", "arabic-punctuation", "digits", "spanish-opening",
        "opening-capital",
        "double-space", "edge-space", "soft-hyphen", "bidi", "invisible", "not-nfc", "kashida", "mixed-script",
        "list-marker", "paragraph-number", "footnote", "url", "resolution", "agenda-item", "repeated-word",
        "truncated", "added-text", "length", "negation", "partly-untranslated", "number-format", "measure",
        "term", "capitals",
        "inconsistent-memory", "stale-source", "spelling", "inconsistent-target", "inconsistent-source",
        "inconsistent-languages", "po-header", "po-plural", "po-duplicate", "po-syntax", "unused-silence",
    )  # fmt: skip


def test_every_check_says_what_it_flags() -> None:
    for one in checks.ALL:
        assert one.about.startswith("Flag ")


def test_select_and_ignore_choose_the_checks() -> None:
    unit = _unit("47 members.", "74 membres")
    assert {finding.check for finding in _run(unit)} == {"number", "end-punctuation"}
    assert {finding.check for finding in _run(unit, select=("number",))} == {"number"}
    assert {finding.check for finding in _run(unit, ignore=("number",))} == {"end-punctuation"}


def test_an_unknown_check_is_refused_with_the_list_of_those_known() -> None:
    with pytest.raises(SettingsError, match=r"unknown check 'nmber': did you mean number\?"):
        _run(select=("nmber",))
    with pytest.raises(SettingsError):
        _run(ignore=("nmber",))
    with pytest.raises(SettingsError):
        checks.run_across([], select=("nmber",))
    with pytest.raises(SettingsError):
        checks.run_file({}, [], [], path="a.po", target=FRENCH, select=("nmber",))


def test_a_flag_silences_its_check_on_its_unit_only() -> None:
    silenced = _unit("47 members.", "74 membres", flags=("ignore-number",))
    assert {finding.check for finding in _run(silenced)} == {"end-punctuation"}
    assert len(_run(silenced, _unit("47", "74"))) == 2


def test_states_decide_which_checks_run() -> None:
    assert [finding.check for finding in _run(Unit("47 members", ""))] == ["missing"]
    assert [finding.check for finding in _run(_unit("47 members", "74 membres", state=State.FUZZY))] == ["fuzzy"]
    assert _run(_unit("47 members", "74 membres", state=State.OBSOLETE)) == []
    assert _run(Unit("", "", state=State.UNTRANSLATED)) == []


def test_a_plural_is_checked_by_its_general_form() -> None:
    plural = _unit("1 member", "un membre", source_plural="%d members of 3", targets=("un membre", "%d membres sur 3"))
    assert _run(plural) == []
    wrong = _unit("1 member", "un membre", source_plural="%d members of 3", targets=("un membre", "%d membres sur 4"))
    assert [finding.check for finding in _run(wrong)] == ["number"]


def test_an_empty_form_of_a_plural_is_left_to_the_file_check() -> None:
    some = _unit("1 member", "un membre", source_plural="members", targets=("un membre", ""))
    assert _run(some) == []
    first = _unit("1 member", "", source_plural="members", targets=("", "membres"), state=State.UNTRANSLATED)
    assert _run(first) == []
    none = _unit("1 member", "", source_plural="members", targets=("", ""), state=State.UNTRANSLATED)
    assert [finding.check for finding in _run(none)] == ["missing"]


def test_a_unit_that_is_not_in_a_file_yet_is_reported_at_line_one() -> None:
    assert [finding.line for finding in _run(Unit("a"))] == [1]


def test_half_a_megabyte_of_embedded_image_is_passed_over() -> None:
    image = '<img src="data:image/png;base64,' + "iVBORw0KGgo1234567" * 30_000 + '"/>'
    assert _run(_unit(f"See {image} below.", f"Voir {image} ci-dessous.")) == []
    bare = "data:image/png;base64," + "A9" * 250_000
    assert _run(_unit(f"See {bare} below.", f"Voir {bare} ci-dessous.")) == []


@pytest.mark.parametrize(
    "run",
    ["(", "1 ", "1,", "1/", "A/", "<", "<a ", "IV", "ten ", "25 July ", "«", ". ", "a.", "٣", "十", "\u0301", "[0,"],
)
def test_long_runs_of_anything_end(run: str) -> None:
    text = run * (20_000 // len(run))
    _run(_unit(text, text + "x"))
    _run(_unit(text, text[::-1]))


SNIPPETS = [
    "25 July 2022", "A/76/L.1", "resolution 64/293", "<1>", "</1>", "<2/>", "</ p>", "«", "”", "(", "）", "10万", "三分之二",
    "والسبعون", "السادسة", "٣٫٥", "семьдесят", "тыс.", "quatre-vingt", "mil millones", "half a million", "XXI", "3.30 p.m.",
    "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{COMBINING ACUTE ACCENT}", "\ud800", "&amp;", "&x;", "data:a/b,c", "10", ",", ".", " ",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(SNIPPETS), max_size=12).map("".join),
    st.lists(st.sampled_from(SNIPPETS), max_size=12).map(" ".join),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_no_text_in_any_pair_of_languages_breaks_a_check(
    source: str, target: str, one: Language, other: Language
) -> None:
    unit = Unit(source, target, state=State.TRANSLATED, line=3)
    found = list(checks.run([unit], path="a.po", source=one, target=other))
    found += checks.run_across([("a.po", other, [unit]), ("b.po", other, [unit])])
    assert all(finding.message and finding.line == 3 for finding in found)


@given(st.lists(st.sampled_from(SNIPPETS), max_size=12).map(" ".join))
def test_a_text_agrees_with_itself(text: str) -> None:
    unit = Unit(text, text, state=State.TRANSLATED)
    names = ("number", "date", "symbol", "unpaired", "end-punctuation")
    assert list(checks.run([unit], path="a.po", source=ENGLISH, target=ENGLISH, select=names)) == []


def test_tags_nested_a_thousand_deep_are_followed() -> None:
    text = "".join(f"<{number}>" for number in range(1, 1000)) + "x"
    text += "".join(f"</{number}>" for number in range(999, 0, -1))
    assert _run(_unit(text, text)) == []
