"""The exceptions raised on purpose: one tree under `TmError`, each leaf carrying its data."""

from __future__ import annotations

from collections.abc import Sequence


class TmError(Exception):
    """Something that the user can mend; its text is one sentence that says how."""


class SettingsError(TmError):
    """A wrong option, setting or project folder."""


class SettingMistake(SettingsError):
    """A setting in a file that is not what it should be; whoever knows the file tells its line.

    Args:
        keys: its name, behind those of the tables that it is in.
        problem: what is wrong and what to do, without a final stop.
    """

    def __init__(self, keys: Sequence[str], problem: str) -> None:
        self.keys, self.problem = tuple(keys), problem
        super().__init__(problem)


class FormatError(TmError):
    """A file that cannot be read as what it should be.

    Args:
        path: the file, as the user should see it.
        line: the 1-based line of the trouble; 0 when the file as a whole is meant.
        problem: what is wrong and what to do, without a final stop.
    """

    def __init__(self, path: str, line: int, problem: str) -> None:
        self.path, self.line, self.problem = path, line, problem
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class StoreError(TmError):
    """A memory that cannot be opened, read or written."""


class DamagedError(StoreError):
    """A memory whose file is not as it was written."""


class ConflictError(TmError):
    """A file that somebody else changed in the same place meanwhile."""


class WorkLeft(TmError):
    """Work left undone where `--strict` asked for all of it; ends with exit code 1, not 2."""
