"""Failures in the suite for all stores show their values, as in test modules; properties are not timed."""

import gc
import os
import signal
import sys

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.stores.contract", "tests.stores.data")

# How fast something is, benchmarks say; a machine with other work to do would fail properties that hold.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A shell lets what it starts in the background ignore interrupts, and so would all processes that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What is compiled is kept as usual, wherever the environment says otherwise: the tests start a hundred programs, and each
# would compile all that it imports, as would every process of the next run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# As the program does: with all that the tests hold in memory, the search for circles of objects took a twelfth of the run.
gc.set_threshold(30_000)
