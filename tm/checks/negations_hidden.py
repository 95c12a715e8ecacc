"""Find a negation of an English source that is lost, while another one hides that in the translation."""

from __future__ import annotations

import re

from tm.checks.negations_able import lost_cannot
from tm.checks.negations_joined import lost_neither, lost_nor
from tm.checks.negations_still import told_as_still
from tm.checks.negations_twice import lost_of_two
from tm.checks.negations_unless import told_until
from tm.checks.negations_with import told_as_with

_FINDERS = (lost_of_two, lost_neither, lost_nor, lost_cannot, told_as_with, told_as_still, told_until)


def lost_hidden(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find the first negation of a plain English source that is lost so, by its group "no"."""
    return next((word for find in _FINDERS if (word := find(source, target, language))), None)
