"""Tables that are tried line by line in one test: a line that fails is noted, and the others are tried all the same."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def noted(failures: list[str], place: str) -> Iterator[None]:
    """Note what is asserted in vain of the line at a place, or where and how another error came of it."""
    try:
        yield
    except AssertionError as error:
        failures.append(f"{place}: {error}")
    except Exception as error:
        failures.append(f"{place}: {''.join(traceback.format_exception(error))}")
