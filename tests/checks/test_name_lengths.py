"""A name for short makes a text shorter, and one that is spelled out longer."""

from __future__ import annotations

from tm.checks.name_lengths import abbreviated, spelled_out


def test_names_for_short_excuse_a_shorter_translation() -> None:
    assert abbreviated("The United Nations Children’s Fund met.", "儿基会开会。", "zh") > 0
    assert abbreviated("UNICEF met.", "L’UNICEF s’est réuni.", "fr") == 0


def test_acronyms_that_are_explained_or_have_one_of_the_language_are_not_spelled_out() -> None:
    assert spelled_out("Funds of States (SIDS) for SIDS.", "Fonds pour les petits États.", "fr") == 30
    assert spelled_out("WHO met.", "L’OMS s’est réunie.", "fr") == 0
