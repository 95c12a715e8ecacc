"""What a file from elsewhere does hardly ever is a warning; what it does often, or may do often, is only told of."""

from unicodedata import normalize

import pytest

from tm import checks
from tm.model.finding import Severity
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

COMPOSED, STRETCHED = "Общий обзор", "التـــصويت"


def severities(language: str, odd: str, of: int, *, is_ours: bool = False) -> set[Severity]:
    """Check a file of so many units, of which the others are as they should be."""
    plain = {"ru": "Обзор положения", "ar": "التصويت"}[language]
    targets = [odd, *[plain] * (of - 1)]
    units = [Unit("Vote", target, state=State.TRANSLATED, line=line) for line, target in enumerate(targets, 1)]
    found = checks.run(
        units, path="x.po", source=ENGLISH, target=BY_CODE[language], is_ours=is_ours, select=["not-nfc", "kashida"]
    )
    return {finding.severity for finding in found}


@pytest.mark.parametrize(("language", "odd"), [("ru", normalize("NFD", COMPOSED)), ("ar", STRETCHED)])
def test_a_slip_is_a_warning_and_a_habit_is_told_of(language: str, odd: str) -> None:
    assert severities(language, odd, 20) == {Severity.WARNING}
    assert severities(language, odd, 19) == {Severity.INFO}
    assert severities(language, odd, 1) == {Severity.INFO}
    assert severities(language, odd, 1, is_ours=True) == {Severity.WARNING}


def test_marks_in_another_order_are_no_slip() -> None:
    assert severities("ar", "تعل\N{ARABIC SHADDA}\N{ARABIC FATHA}م", 200) == {Severity.INFO}


def test_a_han_character_for_compatibility_is_a_slip() -> None:
    for odd, expected in (("该基金成立于2006\N{CJK COMPATIBILITY IDEOGRAPH-F98E}。", Severity.WARNING), ("℃", None)):
        units = [
            Unit("Vote", one, state=State.TRANSLATED, line=line) for line, one in enumerate([odd, *["表决"] * 30], 1)
        ]
        found = checks.run(units, path="x.po", source=ENGLISH, target=BY_CODE["zh"], is_ours=False, select=["not-nfc"])
        assert [finding.severity for finding in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Protéger le bien-" + normalize("NFD", "être") + " de tous", Severity.WARNING),
        (normalize("NFD", "Protéger le bien-être de tous"), Severity.INFO),
    ],
)
def test_letters_of_both_kinds_in_one_text_are_a_slip(target: str, expected: Severity) -> None:
    unit = Unit("Protect the well-being of all", target, state=State.TRANSLATED, line=1)
    found = checks.run([unit], path="x.po", source=ENGLISH, target=BY_CODE["fr"], is_ours=False, select=["not-nfc"])
    assert {finding.severity for finding in found} == {expected}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("两名观察员（来自尼日尔）参加了反恐怖主义委员会的通报会;随后还会有多少人加入?", Severity.WARNING),  # brackets
        ("两名“观察员”参加了反恐怖主义委员会的通报会;随后还会有多少人加入?", Severity.WARNING),  # quotation marks
        ("两名观察员参加了反恐怖主义委员会的通报会;随后还会有多少人加入?", Severity.INFO),  # nothing of full width
    ],
)
def test_brackets_of_full_width_make_a_slip_of_a_semicolon(target: str, expected: Severity) -> None:
    unit = Unit("How many will follow?", target, state=State.TRANSLATED, line=1)
    found = checks.run(
        [unit], path="x.po", source=ENGLISH, target=BY_CODE["zh"], is_ours=False, select=["chinese-width"]
    )
    assert {finding.severity for finding in found} == {expected}


def test_of_plural_forms_the_one_that_is_meant_is_looked_at() -> None:
    units = [Unit("Review", "Обзор", state=State.TRANSLATED, line=line) for line in range(2, 40)]
    forms = ("Общие обзоры", normalize("NFD", COMPOSED))
    units.append(Unit("Vote", forms[0], state=State.TRANSLATED, line=1, source_plural="Votes", targets=forms))
    found = checks.run(units, path="x.po", source=ENGLISH, target=BY_CODE["ru"], is_ours=False, select=["not-nfc"])
    assert [finding.severity for finding in found] == [Severity.WARNING]


@pytest.mark.parametrize(("wide", "expected"), [(8, Severity.WARNING), (7, Severity.INFO)])
def test_ascii_brackets_are_a_slip_where_others_of_the_file_have_full_width(wide: int, expected: Severity) -> None:
    narrow = ["主席(加纳)发言。", "代表(马里)发言。"]
    units = [
        Unit("Vote", one, state=State.TRANSLATED, line=line)
        for line, one in enumerate([*narrow, *["会议（公开）开幕。"] * wide], 1)
    ]
    found = checks.run(
        units, path="x.po", source=ENGLISH, target=BY_CODE["zh"], is_ours=False, select=["chinese-width"]
    )
    assert {finding.severity for finding in found} == {expected}


@pytest.mark.parametrize(
    ("source", "odd", "usual"),
    [
        ("The budget was $8,116,900.", "بلغت الميزانية 8,116,900 دولار.", "بلغت الميزانية 8 116 900 دولار."),
        ("The rate was 3.5 per cent.", "وبلغ المعدل 3.5 في المائة.", "وبلغ المعدل 3,5 في المائة."),
    ],
)
@pytest.mark.parametrize(("others", "expected"), [(2, {Severity.WARNING}), (1, set())])
def test_numbers_in_arabic_are_a_slip_where_their_file_mostly_writes_otherwise(
    source: str, odd: str, usual: str, others: int, expected: set[Severity]
) -> None:
    units = [
        Unit(source, one, state=State.TRANSLATED, line=line) for line, one in enumerate([odd, *[usual] * others], 1)
    ]
    found = checks.run(
        units, path="x.po", source=ENGLISH, target=BY_CODE["ar"], is_ours=False, select=["number-format"]
    )
    assert {finding.severity for finding in found} == expected


@pytest.mark.parametrize(("dashes", "expected"), [(4, [Severity.WARNING]), (3, [])])
def test_a_hyphen_for_a_dash_is_a_slip_where_others_are_dashes(dashes: int, expected: list[Severity]) -> None:
    targets = ["Ответов три - и все разные", *["Ответов три — и все разные"] * dashes]
    units = [
        Unit("Three answers, all different", one, state=State.TRANSLATED, line=line)
        for line, one in enumerate(targets, 1)
    ]
    found = checks.run(units, path="x.po", source=ENGLISH, target=BY_CODE["ru"], is_ours=False, select=["spacing"])
    assert [finding.severity for finding in found] == expected
