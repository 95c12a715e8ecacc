"""Testing few rules at few places gives the same breaks as testing all rules everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tm.segmentation.cascade import Cascade, Rule
from tm.segmentation.rules import compile_rule, default_rules

FIXTURES = Path(__file__).parent / "fixtures"


def breaks_by_brute_force(rules: Sequence[Rule], paragraph: str) -> list[int]:
    """Let the first rule that holds decide at every place; one that a single character satisfies takes its longest."""
    general: dict[int, set[int]] = {}
    for rule in rules:
        before, after = rule.before.pattern, rule.after.pattern
        if rule.breaks and before.least < 2:
            ends = re.finditer(f"(?:{before.source})(?={after.source})", paragraph)
            general[rule.rank] = {found.end() for found in ends}
    found = []
    for place in range(1, len(paragraph)):
        for rule in rules:
            if place in general[rule.rank] if rule.rank in general else rule.holds(paragraph, place):
                found += [place] * rule.breaks
                break
    return found


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_arranged_rules_break_where_all_rules_would(language: str) -> None:
    rules = [compile_rule(rule, rank) for rank, rule in enumerate(default_rules().written(language))]
    cascade = Cascade(rules)
    lines = (FIXTURES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        paragraph = line.replace("|", "").replace("\\n", "\n")
        assert list(cascade.breaks(paragraph)) == breaks_by_brute_force(rules, paragraph)
