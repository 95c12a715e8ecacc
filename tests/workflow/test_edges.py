"""White space around a translation is as it was, or as around its source, whatever a program made of it."""

import pytest

from tm.workflow.edges import settled


@pytest.mark.parametrize(
    ("target", "source", "was", "expected"),
    [
        ("La fin.", "The end.\n", "", "La fin.\n"),
        ("La fin.\r\n", "The end.\n", "", "La fin.\n"),
        ("\n    La fin.\n  ", "The end.", "", "La fin."),
        ("La fin.", "\nThe end.", "", "\nLa fin."),
        ("La fin.\n", "The end.\n", "La faim.\n", "La fin.\n"),
        ("La fin. ", "The end. ", "La faim.", "La fin. "),
        ("La fin.", "The end. ", "La fin.", "La fin."),
        ("La fin.", "The end. ", "", "La fin. "),
        ("完：", "End: ", "末：", "完："),
        ("La fin", "The end", "La fin\n", "La fin"),
        ("Un.\r\nDeux.", "One.\nTwo.", "", "Un.\nDeux."),
        ("Un.\r\nDeux.", "One.\r\nTwo.", "", "Un.\r\nDeux."),
        ("Un mot\n      et un autre", "A word and another", "", "Un mot et un autre"),
        ("Un  mot", "A word", "Un mot", "Un  mot"),
        ("\n   ", "A word", "", ""),
        ("\N{NO-BREAK SPACE}: oui", ": yes", "", "\N{NO-BREAK SPACE}: oui"),
    ],
)
def test_white_space_is_put_right(target: str, source: str, was: str, expected: str) -> None:
    assert settled(target, source, was) == expected
