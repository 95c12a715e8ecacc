"""What is no prose is blanked, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.text.prose import BREAK, OBJECT, TAG, prose

SHOWN = str.maketrans({TAG: "t", OBJECT: "o", BREAK: "b", "\N{NO-BREAK SPACE}": "_"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("no markup at all", "no markup at all"),
        ("<1>A</1> b", "tttAtttt b"),
        ("x<br/>y", "xbbbbby"),
        ("see https://un.org/a?b=1; now", "see ooooooooooooooooooooo; now".replace("o" * 21, "o" * 20)),
        ("a@b.org, `c d`", "ooooooo, ooooo"),
        ("%s of ${N} and {0} at 25 %", "oo of oooo and ooo at 25 %"),
        ("mot&nbsp;: A&amp;B", "mot______: AoooooB"),
        ("<code>a <b>c</b></code> d", "tttttt" + "oo" + "ttt" + "o" + "tttt" + "ttttttt d"),
        ('x <img src="data:image/png;base64,AA=="/> `y`', "x " + "b" * 39 + " ooo"),
        ("data:a/b,cd e", "ooooooooooo e"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_markup_is_blanked_character_for_character(text: str, shown: str) -> None:
    assert prose(text).translate(SHOWN) == shown


PIECES = [
    "<1>",
    "</1>",
    "<code>",
    "</code>",
    "<p>",
    "`",
    "&nbsp;",
    "&x;",
    "https://a.b/c",
    "%s",
    "{0}",
    "слово",
    "词",
    " ",
    "<",
    ">",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_character_stays_in_its_place(text: str) -> None:
    blanked = prose(text)
    assert len(blanked) == len(text)
    assert all(
        new == old or new in {TAG, OBJECT, BREAK, "\N{NO-BREAK SPACE}"} for new, old in zip(blanked, text, strict=True)
    )


@given(st.text(max_size=40))
def test_text_of_any_kind_keeps_its_length(text: str) -> None:
    assert len(prose(text)) == len(text)


def test_a_sign_alone_in_a_quotation_is_no_punctuation() -> None:
    assert prose("the value <q>!</q>.") == f"the value {TAG * 3}{OBJECT}{TAG * 4}."
    assert prose("<q>so!</q>") == f"{TAG * 3}so!{TAG * 4}"
    assert prose("<b>so</b>, <q>a</q>") == f"{TAG * 3}so{TAG * 4}, {TAG * 3}a{TAG * 4}"
