"""Laws of the typographic checks: what they put right stays right, and nothing else changes."""

from __future__ import annotations

import re
import unicodedata
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tm import checks
from tm.checks import blanks, ending, forms, french, invisible, opening, pairing, quotes, signs, spacing
from tm.checks.check import Fault, Pair
from tm.checks.fixes import fixed, mend
from tm.checks.typography import typography
from tm.model.finding import Severity
from tm.model.language import BY_CODE, ENGLISH, Language
from tm.model.unit import State, Unit

TYPOGRAPHIC = (
    quotes.quotes, french.french_spacing, spacing.spacing, signs.chinese_width, signs.arabic_punctuation, signs.digits,
    opening.spanish_opening, blanks.double_space, blanks.edge_space, invisible.soft_hyphen, invisible.bidi,
    invisible.invisible, forms.not_nfc, forms.kashida, pairing.unpaired, ending.end_punctuation,
)  # fmt: skip

PIECES = [
    "mot", "слово", "كلمة", "词语", "Paris", "COVID-19", "10,000", "12:30", "25 %", "6\"", "A/76/1", "e\u0301", "и\u0306",
    " ", "  ", "\u00a0", "\u202f", "\t", "\n", ",", ".", ";", ":", "?", "!", "¿", "¡", "…", "...", "、", "。", "，", "؟", "،",
    '"', "«", "»", "“", "”", "„", "「", "」", "(", ")", "（", "）", "[1]", "<1>", "</1>", "<br/>", "<code>", "</code>",
    "&nbsp;", "&amp;", "`a;b`", "https://un.org/a?b=1,2", "a@un.org", "%s", "{0}", "\u00ad", "\u200b", "\u200c", "\u200e",
    "\u202a", "\u202c", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffd", "\ud800", "\x07", "ـ", "م", "２", "١",
]  # fmt: skip

TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
LANGUAGES = st.sampled_from([BY_CODE[code] for code in ("ar", "en", "es", "fr", "ru", "zh")])
KEPT = re.compile(r"</?1>|<br/>|</?code>|&\w+;|`[^`]*`|https://un\.org/a\?b=1,2|%s|\{0\}|A/76/1")


def _unit(source: str, target: str) -> Unit:
    return Unit(source, target, state=State.TRANSLATED, line=1)


def _faults(source: str, target: str, language: Language) -> list[Fault]:
    pair = Pair(_unit(source, target), ENGLISH, language)
    able = [one for one in TYPOGRAPHIC if not one.targets or language.code in one.targets]
    return [fault for one in able for fault in one.function(pair) if isinstance(fault, Fault)]


def _mended(source: str, target: str, language: Language) -> str:
    return mend(_unit(source, target), TYPOGRAPHIC, source=ENGLISH, target=language).unit.target


def _letters(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(one for one in narrow if one.isalnum())


@settings(max_examples=60)
@given(TEXTS, TEXTS, LANGUAGES)
def test_places_lie_in_the_text_and_a_fix_changes_its_place(source: str, target: str, language: Language) -> None:
    for fault in _faults(source, target, language):
        assert fault.at is not None
        assert 0 <= fault.at.start <= fault.at.end <= len(target)
        assert fault.fix is None or fault.fix != target[fault.at.start : fault.at.end]


@settings(max_examples=60)
@example("", "(»", BY_CODE["fr"])
@example("", "«)", BY_CODE["fr"])
@example("mot ", "«", BY_CODE["fr"])
@example(" mot", "»", BY_CODE["fr"])
@example("", "““;」", BY_CODE["fr"])
@given(TEXTS, TEXTS, LANGUAGES)
def test_what_is_mended_is_found_no_more(source: str, target: str, language: Language) -> None:
    mended = _mended(source, target, language)
    assert [fault for fault in _faults(source, mended, language) if fault.fix is not None] == []
    assert _mended(source, mended, language) == mended


@settings(max_examples=60)
@given(TEXTS, TEXTS, LANGUAGES)
def test_mending_keeps_letters_tags_addresses_and_placeholders(source: str, target: str, language: Language) -> None:
    mended = _mended(source, target, language)
    assert _letters(mended) == _letters(target)
    assert KEPT.findall(mended) == KEPT.findall(target)
    assert mended.count('"') % 2 == target.count('"') % 2, "one mark of two was put right"


@settings(max_examples=60)
@given(TEXTS, LANGUAGES)
def test_a_fix_changes_nothing_outside_its_place(target: str, language: Language) -> None:
    for fault in _faults("", target, language):
        if fault.fix is not None and fault.at is not None:
            changed = fixed(target, [fault])
            assert changed == target[: fault.at.start] + fault.fix + target[fault.at.end :]


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60), LANGUAGES)
def test_no_text_breaks_a_check(source: str, target: str, language: Language) -> None:
    _faults(source, target, language)
    _mended(source, target, language)


@pytest.mark.parametrize(
    ("code", "target", "mended"),
    [
        ("fr", "Voir <1>annexe</1>: ceci", "Voir <1>annexe</1>⍽: ceci"),
        ("fr", "Oui <1>x</1>; non <2><b>y</b></2>!", "Oui <1>x</1>⍽; non <2><b>y</b></2>⍽!"),
        ("fr", "Qui <1>vote<2/></1>?", "Qui <1>vote<2/></1>⍽?"),
        ("fr", "Le mot «<1>oui</1>» reste", "Le mot «⍽<1>oui</1>⍽» reste"),
        ("fr", "Le mot <1>«oui»</1> reste", "Le mot <1>«⍽oui⍽»</1> reste"),
        ("fr", "<1>Quoi?</1>", "<1>Quoi⍽?</1>"),
        ("fr", "<1>Quoi</1><2>?</2>", "<1>Quoi</1>⍽<2>?</2>"),
        ("es", "<1>Es</1> así?", "¿<1>Es</1> así?"),
        ("es", "No. <2><1>Es</1> así</2>?", "No. ¿<2><1>Es</1> así</2>?"),
        ("es", "<2><1>Es</1> así?</2>", "<2>¿<1>Es</1> así?</2>"),
        ("es", "No. <1>Es así?</1> Sí.", "No. <1>¿Es así?</1> Sí."),
    ],
)
def test_what_is_put_in_stands_in_the_tags_of_its_sign(code: str, target: str, mended: str) -> None:
    assert _mended("a source", target, BY_CODE[code]) == mended.replace("⍽", "\u00a0")


HOSTILE = ["\u0301" * 10_000, "\u202e" * 1000, "<1>" * 1000, '"' * 2000, "« " * 1000, "(" * 2000, " ." * 1000, "，" * 2000,
           "e\u0301 " * 1000, "&nbsp;" * 1000, "<code>" * 1000, "\ud800" * 1000, "¿" * 2000, "كـ" * 1000, "a, " * 1000]  # fmt: skip


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_hostile_text_takes_no_longer_than_its_length_allows(code: str) -> None:
    start = process_time()
    for text in HOSTILE:
        _faults(text, text[::-1], BY_CODE[code])
        _faults("x", f"{text}я词", BY_CODE[code])
    assert process_time() - start < 5


def test_each_language_has_its_typography() -> None:
    for code in BY_CODE:
        habits = typography(code)
        assert habits.stop
        assert len(habits.quotes.outer) == len(habits.quotes.inner) == 2


def test_text_from_elsewhere_keeps_its_form_and_is_told_of() -> None:
    found = {}
    for is_ours in (True, False):
        units = [_unit("the States held", "les E\u0301tats")]
        [found[is_ours]] = checks.run(
            units, path="x.po", source=ENGLISH, target=BY_CODE["fr"], is_ours=is_ours, select=["not-nfc"]
        )
    assert (found[True].severity, found[False].severity) == (Severity.WARNING, Severity.INFO)


MENDED = [
    ("fr", 'Il a dit: "oui" ; voir <1>l’annexe</1>', "It said: “yes”; see <1>the annex</1>.",
     "Il a dit\u00a0: «\u00a0oui\u00a0»\u00a0; voir <1>l’annexe</1>."),
    ("zh", "理事会 (见附件) 决定, 行动.", "The Council (see annex) decided, act.", "理事会（见附件）决定，行动。"),
    ("ru", 'план "новый" , и  другие', "the “new” plan, and others", "план «новый», и другие"),
    ("ar", "المجلس , قرر", "The Council, decided", "المجلس، قرر"),
    ("es", "Quién es? ( véase )", "Who is it? (see)", "¿Quién es? (véase)"),
    ("zh", "集团成员。", "Members of the Group:", "集团成员："),
    ("zh", '表示, "是"; 见<1>附件</1>.', "It said: “yes”; see <1>the annex</1>.", "表示，“是”；见<1>附件</1>。"),
    ("fr", 'le "  plan  "', "the “plan”", "le «\u00a0plan\u00a0»"),
    ("ru", "че\u00adловек\u200b", "man", "человек"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "target", "source", "expected"), MENDED)
def test_typing_habits_become_typography(code: str, target: str, source: str, expected: str) -> None:
    assert _mended(source, target, BY_CODE[code]) == expected


@pytest.mark.parametrize(
    ("target", "is_ours", "severity"),
    [
        ("到2030年,消除极端贫穷,让人人有粮食", False, Severity.INFO),  # ASCII throughout: the habit of who made it
        ("到2030年,消除极端贫穷,让人人有粮食", True, Severity.WARNING),
        ("到2030年,消除极端贫穷，让人人有粮食", False, Severity.WARNING),  # mixed: a slip
        ("到2030年,消除极端贫穷。", False, Severity.WARNING),
        ("会议开幕.", False, Severity.WARNING),
    ],
)
def test_a_habit_of_others_is_told_as_info_and_a_slip_as_warning(
    target: str, is_ours: bool, severity: Severity
) -> None:
    unit = Unit("x", target, state=State.TRANSLATED, line=1)
    pair = Pair(unit, ENGLISH, BY_CODE["zh"], is_ours)
    found = [fault.severity or signs.chinese_width.severity for fault in signs.chinese_width.function(pair)]
    assert set(found) == {severity}


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Line.\n", "Ligne.", Severity.ERROR),
        ("Line.", "Ligne.\n", Severity.ERROR),
        ("\nLine.", "Ligne.", Severity.ERROR),
        ("Line. ", "Ligne.", None),
        ("Line: ", "Ligne :", Severity.WARNING),
        ("Line.\n", "Ligne.\n\n", Severity.WARNING),
    ],
)
def test_a_new_line_at_an_edge_of_one_side_is_an_error(source: str, target: str, severity: Severity | None) -> None:
    unit = Unit(source, target, state=State.TRANSLATED, line=1)
    found = checks.run([unit], path="x.po", source=ENGLISH, target=BY_CODE["fr"], select=["edge-space"])
    assert [finding.severity for finding in found] == ([severity] if severity else [])
