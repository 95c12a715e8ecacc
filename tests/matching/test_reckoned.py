"""What a translation reckons from the values of its source is not kept beside others, unless it comes out the same."""

from __future__ import annotations

import pytest

from tm.matching.adapt import adapt


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("5 men and 4 women", "7 men and 4 women", "5 hommes et 4 femmes (9 personnes)", None),
        ("5 men and 4 women", "6 men and 3 women", "5 hommes et 4 femmes (9 personnes)", "6 hommes et 3 femmes (9 personnes)"),
        ("the plan for 2016–2020", "the plan for 2021–2025", "plan sur cinq ans (2016-2020)", "plan sur cinq ans (2021-2025)"),
        ("the plan for 2016–2020", "the plan for 2021–2026", "plan sur cinq ans (2016-2020)", None),
        ("Of the 50 States, 40 replied.", "Of the 50 States, 44 replied.", "Sur les 50 États, 40 ont répondu (80 %).", None),
        ("on 1 May 2022", "on 3 June 2022", "le 1er mai 2022 (an 1443)", None),
    ],
)  # fmt: skip
def test_what_is_reckoned_stays_where_it_is_still_true(old: str, new: str, target: str, expected: str | None) -> None:
    adapted = adapt(new, old, target, "en", "fr")
    assert (adapted and adapted.text) == expected
