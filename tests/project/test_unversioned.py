"""Git passes over `.tm/`, and what a user says there stays."""

from pathlib import Path

from tests.limits import files_up_to
from tm.project.unversioned import keep_from_git


def test_all_in_the_folder_is_passed_over_and_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / ".tm").mkdir()
    keep_from_git(tmp_path)
    assert (tmp_path / ".tm" / ".gitignore").read_text().splitlines()[-1] == "*"


def test_what_a_user_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / ".tm").mkdir()
    (tmp_path / ".tm" / ".gitignore").write_text("cache/\n")
    keep_from_git(tmp_path)
    assert (tmp_path / ".tm" / ".gitignore").read_text() == "cache/\n"


def test_nothing_is_made_where_there_is_no_such_folder(tmp_path: Path) -> None:
    keep_from_git(tmp_path)
    (tmp_path / ".tm").write_text("a file")
    keep_from_git(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".tm"]


def test_where_there_is_no_room_none_is_begun(tmp_path: Path) -> None:
    (tmp_path / ".tm").mkdir()
    with files_up_to(8):
        keep_from_git(tmp_path)
    assert list((tmp_path / ".tm").iterdir()) == []
    keep_from_git(tmp_path)
    assert (tmp_path / ".tm" / ".gitignore").read_text().endswith("\n*\n")
