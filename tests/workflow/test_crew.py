"""Several processes give the outcomes that one would, in order, and end with it."""

import os
import signal
import threading
import time
from collections.abc import Sequence

import pytest

from tm.model.errors import StoreError, TmError
from tm.workflow.crew import PART, WORTH, Crew


def doubled(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def who(items: Sequence[int]) -> int:
    time.sleep(0.002)
    return os.getpid()


def uneven(items: Sequence[int]) -> list[int]:
    if 0 in items:
        time.sleep(0.3)
    return list(items)


def large(items: Sequence[int]) -> bytes:
    return bytes(items[:1]) * 3_000_000


def refused(items: Sequence[int]) -> list[int]:
    raise StoreError("memory.db: no")


def killed(items: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def killed_while_telling(items: Sequence[int]) -> bytes:
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(30_000_000)


def test_outcomes_come_in_order() -> None:
    crew = Crew(doubled, 2)
    numbers = list(range(10 * PART + 7))
    assert [number for part in crew.do(numbers) for number in part] == [2 * number for number in numbers]
    assert [number for part in crew.do(numbers[:3]) for number in part] == [0, 2, 4]


def test_several_processes_do_it_and_none_is_this_one() -> None:
    crew = Crew(who, 2)
    workers = set(crew.do(range(50 * PART)))
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_little_work_and_one_process_are_not_worth_a_crew() -> None:
    assert not Crew(doubled, 2).is_worth(WORTH - 1)
    assert Crew(doubled, 2).is_worth(WORTH)
    assert not Crew(doubled, 1).is_worth(10 * WORTH)


def test_who_is_done_sooner_does_more() -> None:
    started = time.monotonic()
    outcomes = list(Crew(uneven, 2, part=1).do(range(200)))
    assert outcomes == [[number] for number in range(200)]
    assert time.monotonic() - started < 5


def test_outcomes_may_be_larger_than_a_pipe_and_wait_for_whoever_takes_them() -> None:
    sizes = []
    for outcome in Crew(large, 2, part=1).do(range(1, 9)):
        time.sleep(0.01)
        sizes.append((outcome[0], len(outcome)))
    assert sizes == [(number, 3_000_000) for number in range(1, 9)]


def test_more_parts_than_a_pipe_holds_become_larger_ones() -> None:
    outcomes = list(Crew(doubled, 2, part=1).do(range(10_000)))
    assert [number for part in outcomes for number in part] == list(range(0, 20_000, 2))
    assert len(outcomes) <= 4_000


def test_without_items_there_is_nothing_to_do() -> None:
    assert list(Crew(doubled, 2).do([])) == []


def test_nobody_goes_on_when_the_outcomes_are_not_wanted_any_more() -> None:
    outcomes = Crew(who, 2, part=1).do(range(100_000))
    workers = {next(outcomes) for _ in range(50)}
    outcomes.close()  # type: ignore[attr-defined]
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_an_error_that_is_no_mistake_of_use_tells_where_it_came_from() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(Crew(lambda items: 1 // 0, 2).do([1]))
    assert "in <lambda>" in caught.value.__notes__[0]


def test_an_error_comes_back_as_it_was() -> None:
    crew = Crew(refused, 2)
    with pytest.raises(StoreError, match=r"memory\.db: no"):
        list(crew.do([1, 2, 3]))


def test_a_process_that_is_killed_is_reported() -> None:
    crew = Crew(killed, 2)
    with pytest.raises(TmError, match="ended from outside: run it again, or with TM_JOBS=1"):
        list(crew.do(range(3 * PART)))


def test_a_process_that_is_killed_while_it_tells_an_outcome_is_reported() -> None:
    outcomes = Crew(killed_while_telling, 2).do(range(4 * PART))
    with pytest.raises(TmError, match="ended from outside"):
        for _ in outcomes:
            time.sleep(0.5)
