"""The same said in the same way, in a document and across documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm import checks
from tm.checks.knowledge import Knowledge, Remembered
from tm.checks.sameness import is_agreement, loose_target
from tm.model.finding import Finding
from tm.model.language import ENGLISH, FRENCH, SPANISH
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


def test_of_sources_that_differ_in_numbers_only_that_is_flagged_which_the_translation_does_not_fit() -> None:
    (found,) = _across(("a.po", [_unit("Item 107", "Point 108", 3), _unit("Item 108", "Point 108", 8)]))
    assert (found.check, found.line) == ("inconsistent-source", 3)
    assert _across(("a.po", [_unit("Item 107", "Un point", 3), _unit("Item 108", "Un point", 8)])) == []


def test_fuzzy_units_say_nothing_and_flags_silence() -> None:
    fuzzy = Unit("Annex", "Appendice", state=State.FUZZY, line=9)
    silenced = _unit("Annex", "Appendice", 9, flags=("ignore-inconsistent-target",))
    usual = [_unit("Annex", "Annexe", 3), _unit("Annex", "Annexe", 4)]
    assert _across(("a.po", [*usual, fuzzy])) == []
    assert _across(("a.po", [*usual, silenced])) == []


TRIVIAL = [
    ("Groupe d’amis", "Groupe d'amis"),
    ("« Unis »", '"Unis"'),
    ("« Unis »", "“Unis”"),
    ("les États Membres", "Les états membres"),
    ("10\N{NO-BREAK SPACE}000 personnes", "10 000 personnes"),
    ("Membres\N{NARROW NO-BREAK SPACE}:", "Membres :"),
    ("Le rapport est adopté.", "Le rapport est adopté"),
    ("e\N{COMBINING ACUTE ACCENT}tat", "\N{LATIN SMALL LETTER E WITH ACUTE}tat"),
    ("coopé\N{SOFT HYPHEN}ration", "coopération"),
    ("cœur", "coeur"),
    ("2015–2030", "2015-2030"),
    ("Подотчетность", "Подотчётность"),
    ("«Группа друзей»", '"Группа друзей"'),
    ("مجموعـة الأصدقاء", "مجموعة الأصدقاء"),
    ("مُجْمُوعَة الأصدقاء", "مجموعة الأصدقاء"),
    ("الأصدقاء، 12", "الأصدقاء, ١٢"),
    ("\N{RIGHT-TO-LEFT MARK}المجموعة", "المجموعة"),
    ("《宪章》（附件）", "“宪章”(附件)"),
    ("２０１５年", "2015 年"),
    ("委员会。", "委员会"),
    ("<1>Groupe</1> d’amis", "Groupe <1>d’amis</1>"),
    ("Véase…", "Véase..."),
]


@pytest.mark.parametrize(("one", "other"), TRIVIAL)
def test_how_a_text_is_typed_does_not_count(one: str, other: str) -> None:
    assert loose_target(one) == loose_target(other)
    assert _across(("a.po", [_unit("Group of", one, 3)]), ("b.po", [_unit("Group of", other, 3)])) == []


REAL = [
    ("Groupe d’amis", "Groupe des Amis"),
    ("10 000 personnes", "100 000 personnes"),
    ("Le rapport est adopté.", "Le rapport est approuvé."),
    ("доклад Секретаря", "отчет Секретаря"),
    ("مجموعة الأصدقاء", "فريق الأصدقاء"),
    ("之友小组", "友好小组"),
    ("Informe anual", "Memoria anual"),
    ("Article 1", "Article 2"),
]


@pytest.mark.parametrize(("one", "other"), REAL)
def test_other_words_count_and_where_none_is_rarer_both_are_flagged(one: str, other: str) -> None:
    found = _across(("a.po", [_unit("Group of", one, 3)]), ("b.po", [_unit("Group of:", other, 4)]))
    assert [(finding.check, finding.line) for finding in found] == [
        ("inconsistent-target", 3),
        ("inconsistent-target", 4),
    ]


def test_a_whole_sentence_means_the_same_in_any_role() -> None:
    text = "The meeting is closed now."
    found = _across(("a.po", [_unit(text, "La séance est levée.", 3, "heading"), _unit(text, "C’est fini.", 5)]))
    assert {finding.line for finding in found} == {3, 5}


def test_a_context_that_is_no_role_makes_no_phrase_mean_something_else() -> None:
    rows = [("Terms of reference", "Mandat", "Attributions"), ("Open file", "Ouvrir", "Fichier ouvert")]
    found = [_across(("a.po", [_unit(text, one, 3, "c1"), _unit(text, other, 5, "c2")])) for text, one, other in rows]
    assert [{finding.line for finding in told} for told in found] == [{3, 5}, set()]


def test_single_words_may_agree_with_others() -> None:
    assert _across(("a.po", [_unit("Adopted", "Adoptée", 3), _unit("adopted:", "Adoptés", 5)])) == []
    assert len(_across(("a.po", [_unit("Adopted", "Adoptée", 3), _unit("adopted:", "Approuvés", 5)]))) == 2


def test_singular_and_plural_of_a_source_may_meet() -> None:
    assert (
        _across(("a.po", [_unit("draft resolution", "决议草案", 3), _unit("draft resolutions", "决议草案", 5)])) == []
    )


def _memory(*texts: Remembered) -> list[Finding]:
    known = Knowledge(remembered=lambda path, key, source, target: texts if key == "Group of Friends" else ())
    unit = _unit("Group of Friends", "Groupe d’amis", 3)
    more = checks.informed(known)
    select = ["inconsistent-memory"]
    return list(checks.run([unit], path="a.po", source=ENGLISH, target=FRENCH, select=select, more=more))


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Implementation of the recommendations", "Recommendation implementation", True),
        ("Follow-up to the audit", "Audit follow-up", True),
        ("List of speakers", "Speakers’ list", True),
        ("Member States", "States Members", True),
        ("Fishing vessels", "Fishing ships", True),
        ("Report of the Committee to the Council", "Report of the Council to the Committee", False),
        ("Rule of law", "Law", False),
    ],
)
def test_a_compound_says_the_same_as_its_phrase_and_a_ship_as_a_vessel(one: str, other: str, *, is_same: bool) -> None:
    found = _across(("a.po", [_unit(one, "Texte", 3), _unit(other, "Texte", 5)]))
    assert (not found) is is_same


def test_another_translation_in_the_memory_is_told_with_its_document() -> None:
    (found,) = _memory(Remembered("Groupe des Amis", "A/75/1"))
    assert found.message == "the memory has another translation of the same source (A/75/1): “Groupe des Amis”"


def test_the_memory_is_silent_where_it_agrees_or_disagrees_with_itself_or_has_another_role() -> None:
    assert _memory(Remembered("groupe d'amis")) == []
    assert _memory(Remembered("Groupe des Amis"), Remembered("Amis du groupe")) == []
    assert _memory(Remembered("Groupe des Amis", "A/75/1", "heading")) == []
    assert _memory() == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_counts_of_a_text_is_stable(one: str, other: str) -> None:
    assert loose_target(one) == loose_target(f" {one}\N{SOFT HYPHEN} ")
    assert is_agreement(one, other) == is_agreement(other, one)
