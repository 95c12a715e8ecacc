"""What the program keeps for itself below `.tm/` stays out of version control, as nobody wants to commit it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_SAYS = "# The memory and what was cached: tm makes them again, so git need not keep them.\n*\n"


def keep_from_git(root: Path) -> None:
    """Let git pass over a project's `.tm/` where it is there, and no `.gitignore` in it says anything else."""
    path = root / ".tm" / ".gitignore"
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(_SAYS)
    except FileExistsError:
        return
    except OSError:  # an empty one, for want of room, would stay and let git in
        with suppress(OSError):
            path.unlink()
