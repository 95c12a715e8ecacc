"""Text boxes are lifted out behind their paragraph, and lowered to just where they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.documents.docx.boxes import lift, lower

BOX = "<w:r><w:txbxContent>{}</w:txbxContent></w:r>"


@pytest.mark.parametrize(
    ("xml", "lifted"),
    [
        ("<w:p>a</w:p>", "<w:p>a</w:p>"),
        (
            f"<w:p>a{BOX.format('<w:p>b</w:p>')}c</w:p>d",
            f"<w:p>a{BOX}c</w:p>".replace("{}", "\x011\x02") + "\x031\x02<w:p>b</w:p>\x04d",
        ),
    ],
)
def test_a_box_stands_behind_its_paragraph(xml: str, lifted: str) -> None:
    assert lift(xml) == lifted
    assert lower(lifted) == xml


paragraphs = st.recursive(
    st.sampled_from(["<w:p>a</w:p>", "<w:p/>", "<w:p w:x='>'>b</w:p>", "<w:pPr/>"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda all_: f"<w:p>x{BOX.format(''.join(all_))}y</w:p>"),
    max_leaves=12,
)


@given(st.lists(paragraphs, max_size=4).map("".join))
def test_lowered_what_was_lifted_is_the_same(xml: str) -> None:
    lifted = lift(xml)
    assert lower(lifted) == xml
    depth = 0
    for tag in lifted.replace("<w:p/>", "").replace("<w:pPr/>", "").split("<")[1:]:
        depth += tag.startswith(("w:p>", "w:p ")) - tag.startswith("/w:p>")
        assert depth in {0, 1}
