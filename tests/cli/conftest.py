"""A way to run commands in a project, for the tests that make one as `root`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tm.cli.main import main

Tm = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tm(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tm:
    """Give a function that runs a command in the project and gives its exit code and both outputs."""
    monkeypatch.delenv("TM_MEMORY", raising=False)
    monkeypatch.chdir(root)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return run
