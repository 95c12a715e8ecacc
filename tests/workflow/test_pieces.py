"""Files are cut into parts of about the same weight; each unit is in one of them, the languages of a document together."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tm.workflow.pieces import Task, parts, rounds

KILO, MEGA = 1 << 10, 1 << 20


def _task(name: str, size: int) -> Task:
    return Task(Path(name), name, name.partition("/")[2] or name, b"", size)


@given(st.lists(st.integers(0, 3 * MEGA), max_size=8), st.integers(0, 500))
def test_each_unit_is_in_one_piece_and_those_of_a_file_come_in_order(sizes: list[int], count: int) -> None:
    tasks = [_task(f"{'ar fr'.split()[number % 2]}/{number // 2}", size) for number, size in enumerate(sizes)]
    units: dict[Path, list[int]] = {task.path: [] for task in tasks}
    for groups in rounds(tasks):
        for piece in (piece for part in parts(groups) for piece in part):
            units[piece.task.path] += piece.of(range(count))
    assert units == {task.path: list(range(count)) for task in tasks}


def test_a_file_is_cut_the_same_way_whatever_is_beside_it() -> None:
    task = _task("fr/a", 100 * KILO)
    (alone,) = [list(parts(groups)) for groups in rounds([task])]
    (beside,) = [list(parts(groups)) for groups in rounds([_task("ar/a", 900 * KILO), task])]
    assert [piece for part in alone for piece in part] == list(task.pieces())
    assert [piece for part in beside for piece in part if piece.task is task] == list(task.pieces())


def test_no_part_is_much_heavier_than_the_others() -> None:
    tasks = [_task(f"{lang}/{name}", size) for name, size in (("a", 900 * KILO), ("b", 9)) for lang in ("ar", "fr")]
    (groups,) = rounds(tasks)
    weights = [sum(piece.task.size // piece.count for piece in part) for part in parts(groups)]
    assert len(weights) == 16
    assert max(weights[:-1]) <= 2 * min(weights[:-1])


def test_small_files_share_a_part() -> None:
    tasks = [_task(f"fr/{number}", 4 * KILO) for number in range(100)]
    (groups,) = rounds(tasks)
    assert [len(part) for part in parts(groups)] == [25, 25, 25, 25]


def test_the_languages_of_a_document_go_together_stretch_by_stretch() -> None:
    tasks = [_task(f"{lang}/{name}", 300 * KILO) for lang in ("ar", "fr", "zh") for name in "ab"]
    (groups,) = rounds(tasks)
    for part in parts(groups):
        assert len({piece.task.document for piece in part}) == 1
        assert len({piece.task.path for piece in part}) == 3
        assert len({piece.number for piece in part}) <= 3


def test_a_huge_file_is_alone() -> None:
    tasks = [_task("ar/a", 2), _task("ar/b", 20 * MEGA), _task("ar/c", 3), _task("fr/b", 5 * MEGA), _task("fr/c", 3)]
    found = [[[task.shown for task in group] for group in groups] for groups in rounds(tasks)]
    assert found == [[["ar/a"]], [["ar/b"]], [["fr/b"], ["ar/c", "fr/c"]]]
