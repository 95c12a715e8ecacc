"""The program `tm`: starts soon, runs a command, and ends at once."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import NoReturn

_OBJECTS = 30_000
"""Objects that are made between two searches for circles: the records of a command form none, nor do modules."""

_LATER = frozenset({"inspect", "ipaddress"})
"""What the standard library loads with records and paths, for cases that do not come: a twentieth of a lookup."""


class _Later:
    """Finds modules that are loaded when something of them is first asked for."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in _LATER else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec


def run() -> NoReturn:
    """Run `tm` as a program.

    It ends at once, all files being closed: to free first what it holds would take a tenth of a lookup.
    """
    gc.set_threshold(_OBJECTS)
    sys.meta_path.insert(0, _Later)
    from tm.cli.main import complain, main, os_sentence  # once both are set

    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError as error:
        code = complain(f"the output cannot be written: {os_sentence(error)}")
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
