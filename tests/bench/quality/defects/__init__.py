"""Defects to put into right pairs, each named, with the checks that ought to tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from quality.defects import content, marks, typography, values
from quality.defects.defect import Defect

DEFECTS: Sequence[Defect] = (*values.DEFECTS, *content.DEFECTS, *marks.DEFECTS, *typography.DEFECTS)
