"""Share work out among processes, and give the outcomes in order.

The processes are copies of this one, made when there is something to do: what was loaded and read before is theirs as
well, and the work need not be sent to them. The pools of the standard library do as much, but take some 40 ms for it,
as long as forty lookups.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from select import select
from struct import Struct
from typing import Generic, NoReturn, TypeVar

from tm.model.errors import TmError

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

PART = 32
"""Items that a process is given at once."""

WORTH = 8 * PART
"""Fewer items are done here: to start processes takes longer."""

_NUMBER = Struct("<I")
_HEAD = Struct("<I?Q")
"""What stands before an outcome: the number of its part, whether it is an error, and its length in bytes."""

_PARTS = 4_000
"""Numbers that every system lets lie in a pipe."""

_PIPE = 1 << 20
"""Bytes of outcomes that may wait, where the system allows it."""


class Crew(Generic[Item, Outcome]):
    """Several processes that all do one thing, each to the part that is next."""

    def __init__(
        self, work: Callable[[Sequence[Item]], Outcome], jobs: int, *, part: int = PART, worth: int = WORTH
    ) -> None:
        """Take the work, and how many processes may do it.

        Each call gets a part of the items. What it opens is for its process alone; nothing comes back but the outcome,
        which has to be one that can be pickled.

        Args:
            part: how many items a process is given at once.
            worth: fewer items are done sooner by this process.
        """
        self._work = work
        self._jobs = jobs if hasattr(os, "fork") else 1
        self._part, self._worth = part, worth

    def is_worth(self, count: int) -> bool:
        """Tell whether so many items are done sooner by several processes than by this one."""
        return self._jobs > 1 and count >= self._worth

    def do(self, items: Sequence[Item]) -> Iterator[Outcome]:
        """Do the work on all items, in order, and yield the outcome of each part as soon as it is its turn.

        Raises:
            TmError: a process was ended from outside.
        """
        size = max(self._part, -(-len(items) // _PARTS))
        parts = [items[start : start + size] for start in range(0, len(items), size)]
        if self._jobs == 1:
            yield from map(self._work, parts)
            return
        gc.freeze()  # what is there stays shared as long as nobody writes to it, which a search for garbage does
        numbers = _numbered(len(parts))
        helpers: list[_Helper[Item, Outcome]] = []
        try:
            while len(helpers) < min(self._jobs, len(parts)):
                helpers.append(_Helper(self._work, parts, numbers))
            yield from _in_order(helpers, len(parts))
        finally:
            os.close(numbers)
            for helper in helpers:
                helper.end()
            gc.unfreeze()


def _numbered(count: int) -> int:
    """Give a pipe with the numbers of the parts, of which each helper takes the next."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(b"".join(map(_NUMBER.pack, range(count))))
    return reader


def _in_order(helpers: Sequence[_Helper[Item, Outcome]], count: int) -> Iterator[Outcome]:
    early: dict[int, Outcome] = {}
    for number in range(count):
        while number not in early:
            busy = {helper.reader: helper for helper in helpers if not helper.is_done}
            if not busy:
                raise _lost()
            for reader in select(busy, (), ())[0]:
                early.update(busy[reader].outcome())
        yield early.pop(number)


def _lost() -> TmError:
    return TmError("a process was ended from outside: run it again, or with TM_JOBS=1")


class _Helper(Generic[Item, Outcome]):
    """A process that takes the numbers of parts and gives their outcomes, until there is none left."""

    def __init__(
        self, work: Callable[[Sequence[Item]], Outcome], parts: Sequence[Sequence[Item]], numbers: int
    ) -> None:
        self.is_done = False
        self.reader, writer = os.pipe()
        self._process = os.fork()
        if not self._process:
            _help(work, parts, numbers, writer)
        os.close(writer)

    def outcome(self) -> dict[int, Outcome]:
        """Wait for the outcome of a part, and give it with its number; of one that has ended there is none."""
        head = self._exactly(_HEAD.size)
        if len(head) < _HEAD.size:  # it has ended, and if it was at the head of an outcome, it was killed
            self.is_done = True
            if os.waitpid(self._process, 0)[1]:
                raise _lost()
            return {}
        number, is_error, size = _HEAD.unpack(head)
        data = self._exactly(size)
        if len(data) < size:
            raise _lost()
        outcome = pickle.loads(data)
        if is_error:
            raise outcome
        return {number: outcome}

    def _exactly(self, size: int) -> bytes:
        """Read so many bytes; fewer when the process has ended."""
        data = bytearray()
        while len(data) < size:
            more = os.read(self.reader, size - len(data))
            if not more:
                break
            data += more
        return bytes(data)

    def end(self) -> None:
        """End the process, if it has not ended: nobody waits for what it is doing."""
        if not self.is_done:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self.reader)


def _help(
    work: Callable[[Sequence[Item]], Outcome], parts: Sequence[Sequence[Item]], numbers: int, writer: int
) -> NoReturn:
    """Do parts until there is none left, and end this process: what the first one has to close is its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first one, which then ends all
    failed = 1
    try:
        _widen(writer)
        with os.fdopen(writer, "wb") as file:
            while number := os.read(numbers, _NUMBER.size):
                part = _NUMBER.unpack(number)[0]
                is_error, data = _tried(work, parts[part])
                file.write(_HEAD.pack(part, is_error, len(data)) + data)
                file.flush()
        failed = 0
    finally:
        os._exit(failed)


def _tried(work: Callable[[Sequence[Item]], Outcome], part: Sequence[Item]) -> tuple[bool, bytes]:
    """Do the work; give whether that failed, and the outcome or the error."""
    try:
        return False, pickle.dumps(work(part))
    except Exception as error:
        if not isinstance(error, TmError):
            error.add_note(traceback.format_exc())
        return True, pickle.dumps(error)


def _widen(pipe: int) -> None:
    """Let more lie in a pipe, so that nobody waits for the one who reads it."""
    import fcntl

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        try:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
        except OSError:  # more than this user may have
            return
