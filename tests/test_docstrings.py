"""What docstrings show is what comes out."""

from __future__ import annotations

import doctest
import importlib
import linecache
import pkgutil

import pytest

import tm
from tests.lines import noted

MODULES = sorted(one.name for one in pkgutil.walk_packages(tm.__path__, "tm.") if not one.name.endswith("__main__"))
ROOMS = sorted({name.split(".")[1] for name in MODULES})


@pytest.mark.parametrize("room", ROOMS)
def test_the_examples_of_a_room_hold(room: str) -> None:
    failures: list[str] = []
    absent: list[str] = []
    for name in MODULES:
        if name.split(".")[1] == room:
            with noted(failures, name):
                try:
                    module = importlib.import_module(name)
                except ImportError as missing:  # what asks for a library that is not needed for the rest
                    absent.append(f"{name}: {missing}")
                    continue
                runner = doctest.DocTestRunner()
                for docstring in doctest.DocTestFinder().find(module):
                    if docstring.examples:
                        runner.run(docstring)
                linecache.clearcache()  # before each docstring, doctest looks whether a file that is kept there has changed
                assert runner.failures == 0
    assert not failures, "\n".join(failures)
    if absent:
        pytest.skip("\n".join(absent))
