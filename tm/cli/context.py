"""What every command is given: the project and the memory that the user named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tm.project.layout import Project


@dataclass(frozen=True, slots=True)
class Context:
    """The options that stand before the command; the project is looked for only when a command asks."""

    root: Path | None
    memory: str | None

    def project(self) -> Project:
        from tm.project.layout import find_project

        return find_project(self.root)

    def project_or_here(self) -> Project:
        """Find the project, or take the working folder for one, where single files can be worked on."""
        from tm.project.layout import project_or_here

        return project_or_here(self.root)

    def memory_url(self) -> str:
        """Choose the memory: the one named needs no project."""
        return self.memory or self.project().memory_url(None)
