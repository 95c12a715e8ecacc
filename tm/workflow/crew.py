"""Share work out among processes, and give the outcomes in order."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from tm.model.errors import TmError

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

PART = 32
"""Items that a process is given at once."""

WORTH = 8 * PART
"""Fewer items are done here: to start processes takes longer."""


class Crew(Generic[Item, Outcome]):
    """Processes that all do one thing; they start when there is enough to do."""

    def __init__(
        self, work: Callable[[Sequence[Item]], Outcome], jobs: int, *, part: int = PART, worth: int = WORTH
    ) -> None:
        """Take the work, a function that can be pickled, and how many processes may do it.

        Each call gets a part of the items. What it opens stays open in its process; nothing is shared.

        Args:
            part: how many items a process is given at once.
            worth: fewer items are done sooner by one process that is ready.
        """
        self._work = work
        self._jobs = jobs
        self._part, self._worth = part, worth
        self._pool: ProcessPoolExecutor | None = None

    def close(self) -> None:
        """Let the processes end when they have done what they are doing."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def is_worth(self, count: int) -> bool:
        """Tell whether so many items are done sooner by several processes than by one that is ready."""
        return self._jobs > 1 and count >= self._worth

    def do(self, items: Sequence[Item]) -> Iterator[Outcome]:
        """Do the work on all items, in order, and yield the outcome of each part as soon as it is its turn.

        Raises:
            TmError: a process was ended from outside.
        """
        parts = [items[start : start + self._part] for start in range(0, len(items), self._part)]
        if self._pool is None:
            # A copy of this process starts in milliseconds; where there are none, a new one does it too.
            way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
            context = multiprocessing.get_context(way)
            gc.freeze()  # what is there stays shared as long as nobody writes to it, which a search for garbage does
            self._pool = ProcessPoolExecutor(self._jobs, context, _leave_interrupts_to_the_first)
        try:
            yield from self._in_order(self._pool, parts)
        except BrokenProcessPool:
            raise TmError("a process was ended from outside: run it again, or with TM_JOBS=1") from None

    def _in_order(self, pool: ProcessPoolExecutor, parts: Sequence[Sequence[Item]]) -> Iterator[Outcome]:
        waiting: deque[Future[Outcome]] = deque()
        for part in parts:
            waiting.append(pool.submit(self._work, part))
            if len(waiting) > 4 * self._jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _leave_interrupts_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
