"""Several processes give the outcomes that one would, in order, and end with it."""

import os
import signal
from collections.abc import Sequence

import pytest

from tm.model.errors import StoreError, TmError
from tm.workflow.crew import PART, WORTH, Crew


def doubled(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def who(items: Sequence[int]) -> int:
    return os.getpid()


def refused(items: Sequence[int]) -> list[int]:
    raise StoreError("memory.db: no")


def killed(items: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_outcomes_come_in_order() -> None:
    crew = Crew(doubled, 2)
    numbers = list(range(10 * PART + 7))
    assert [number for part in crew.do(numbers) for number in part] == [2 * number for number in numbers]
    assert [number for part in crew.do(numbers[:3]) for number in part] == [0, 2, 4]
    crew.close()


def test_several_processes_do_it_and_none_is_this_one() -> None:
    crew = Crew(who, 2)
    workers = set(crew.do(range(50 * PART)))
    crew.close()
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_little_work_and_one_process_are_not_worth_a_crew() -> None:
    assert not Crew(doubled, 2).is_worth(WORTH - 1)
    assert Crew(doubled, 2).is_worth(WORTH)
    assert not Crew(doubled, 1).is_worth(10 * WORTH)


def test_an_error_comes_back_as_it_was() -> None:
    crew = Crew(refused, 2)
    with pytest.raises(StoreError, match=r"memory\.db: no"):
        list(crew.do([1, 2, 3]))
    crew.close()


def test_a_process_that_is_killed_is_reported() -> None:
    crew = Crew(killed, 2)
    with pytest.raises(TmError, match="ended from outside: run it again, or with TM_JOBS=1"):
        list(crew.do(range(3 * PART)))
    crew.close()
