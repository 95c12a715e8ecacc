"""What was read is not read again, until there is too much of it."""

from collections.abc import Mapping, Sequence

import pytest

from tm.stores.sqlite import kept
from tm.stores.sqlite.kept import Kept


def test_only_what_is_missing_is_read_and_all_that_is_asked_for_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    asked: list[list[int]] = []

    def read(numbers: Sequence[int]) -> Mapping[int, str]:
        asked.append(list(numbers))
        return {number: str(number) for number in numbers}

    held = Kept[str]()
    for numbers in ([1, 2], [2, 3], [3, 4], [4, 5]):
        assert all(held.with_all(numbers, read)[number] == str(number) for number in numbers)
    assert asked == [[1, 2], [3], [4], [4, 5]]
    assert set(held) == {4, 5}
