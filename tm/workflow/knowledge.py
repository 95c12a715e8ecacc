"""Gather what checks need to know besides the units: agreed terms, earlier translations, sources, dictionaries."""

from __future__ import annotations

from tm.checks.knowledge import Knowledge
from tm.project.layout import Project
from tm.terminology.glossary import Glossary
from tm.workflow.terms import read_glossary


def gather(project: Project) -> Knowledge:
    """Gather what is known in a project.

    Raises:
        FormatError: the glossary is not a sound TBX file.
    """
    return Knowledge(glossary=Glossary(tuple(read_glossary(project))))
