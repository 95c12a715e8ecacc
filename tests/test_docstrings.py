"""What docstrings show is what comes out."""

from __future__ import annotations

import doctest
import importlib
import linecache
import pkgutil

import pytest

import tm

MODULES = sorted(one.name for one in pkgutil.walk_packages(tm.__path__, "tm.") if not one.name.endswith("__main__"))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as absent:  # what asks for a library that is not needed for the rest
        pytest.skip(str(absent))
    runner = doctest.DocTestRunner()
    for docstring in doctest.DocTestFinder().find(module):
        if docstring.examples:
            runner.run(docstring)
    linecache.clearcache()  # before each docstring, doctest looks whether any file has changed that is kept there
    assert runner.failures == 0
