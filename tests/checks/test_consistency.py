"""The same said in the same way, in a document and across documents."""

from __future__ import annotations

from tm import checks
from tm.model.finding import Finding
from tm.model.language import FRENCH, SPANISH
from tm.model.unit import State, Unit


def _unit(source: str, target: str, line: int, context: str | None = None, **fields: object) -> Unit:
    return Unit(source, target, context=context, state=State.TRANSLATED, line=line, **fields)  # type: ignore[arg-type]


def _across(*files: tuple[str, list[Unit]]) -> list[Finding]:
    return list(checks.run_across([(path, FRENCH, units) for path, units in files]))


def test_the_rarer_translation_of_one_source_is_flagged_with_the_usual_one_named() -> None:
    found = _across(
        ("a.po", [_unit("Group of Friends", "Groupe d’amis", 3)]),
        ("b.po", [_unit("Group of Friends", "Groupe des Amis", 9)]),
        ("c.po", [_unit("Group of Friends", "Groupe d’amis", 4)]),
    )
    assert [(one.check, one.path, one.line) for one in found] == [("inconsistent-target", "b.po", 9)]
    assert found[0].message == "the same source is translated otherwise in a.po:3: “Groupe d’amis”"


def test_case_spacing_and_punctuation_at_the_end_do_not_count() -> None:
    files = (
        "a.po",
        [_unit("Members:", "Membres :", 3), _unit("members", "membres", 5), _unit("MEMBERS.", "MEMBRES.", 7)],
    )
    assert _across(files) == []


def test_another_role_is_a_reason_for_another_translation() -> None:
    assert _across(("a.po", [_unit("Annex", "Annexe", 3, "heading"), _unit("Annex", "L’annexe", 5)])) == []


def test_languages_are_not_compared_with_each_other() -> None:
    one, other = _unit("Annex", "Annexe", 3), _unit("Annex", "Anexo", 3)
    assert list(checks.run_across([("a.po", FRENCH, [one]), ("b.po", SPANISH, [other])])) == []


def test_a_translation_of_two_sources_is_worth_knowing() -> None:
    found = _across(("a.po", [_unit("the Office", "le Bureau", 3), _unit("the Bureau", "le Bureau", 8)]))
    assert [(one.check, one.line) for one in found] == [("inconsistent-source", 8)]
    assert found[0].message == "the same translation stands for another source in a.po:3: “the Office”"


def test_sources_that_differ_in_numbers_only_are_left_to_the_number_check() -> None:
    assert _across(("a.po", [_unit("Item 107", "Point 108", 3), _unit("Item 108", "Point 108", 8)])) == []


def test_fuzzy_units_say_nothing_and_flags_silence() -> None:
    fuzzy = Unit("Annex", "Appendice", state=State.FUZZY, line=9)
    silenced = _unit("Annex", "Appendice", 9, flags=("ignore-inconsistent-target",))
    usual = [_unit("Annex", "Annexe", 3), _unit("Annex", "Annexe", 4)]
    assert _across(("a.po", [*usual, fuzzy])) == []
    assert _across(("a.po", [*usual, silenced])) == []
