"""A file is replaced whole or not at all, whatever happens."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tm.exchange import atomic
from tm.exchange.atomic import new_file, replace_file, update_file
from tm.model.errors import ConflictError, SettingsError

IS_ROOT = os.geteuid() == 0


def litter(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_a_file_is_written_in_a_folder_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "build" / "fr" / "a.md"
    replace_file(path, b"text")
    assert path.read_bytes() == b"text"
    assert litter(path.parent) == []


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.po").write_bytes(b"old")
    (tmp_path / "link.po").symlink_to("real.po")
    replace_file(tmp_path / "link.po", b"new")
    assert (tmp_path / "link.po").is_symlink()
    assert (tmp_path / "real.po").read_bytes() == b"new"


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    before = path.stat()
    assert not update_file(path, lambda present: present or b"")
    assert path.stat() == before
    assert litter(tmp_path) == []


def test_a_save_without_change_clears_what_a_killed_writer_left(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    (tmp_path / ".a.po.tmp").write_bytes(b"half")
    assert not update_file(tmp_path / "a.po", lambda _: b"old")
    assert litter(tmp_path) == []


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def fail(_: bytes | None) -> bytes:
        raise ConflictError("no")

    with pytest.raises(ConflictError):
        update_file(path, fail)
    assert (path.read_bytes(), litter(tmp_path)) == (b"old", [])


def test_a_file_that_changes_meanwhile_is_asked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"1")

    seen: list[bytes | None] = []

    def slow(present: bytes | None) -> bytes:
        seen.append(present)
        if len(seen) == 2:
            path.write_bytes(b"22")  # an editor that knows no lock
        return (present or b"") + b"!"

    assert update_file(path, slow)
    assert (path.read_bytes(), seen) == (b"22!", [b"1", b"1", b"22"])


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_or_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(SettingsError, match="read-only"):
        replace_file(path, b"new")
    tmp_path.chmod(0o555)
    assert not update_file(path, lambda _: b"old")  # nothing to write
    with pytest.raises(SettingsError, match="Permission denied"):
        replace_file(path, b"new")
    tmp_path.chmod(0o755)
    assert (path.read_bytes(), litter(tmp_path)) == (b"old", [])


def test_a_folder_in_the_place_of_the_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_file(tmp_path, b"new")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_file(tmp_path / "file" / "a.po", b"new")


def test_a_full_disk_leaves_the_old_file() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    handle = os.open(full, os.O_WRONLY)
    with pytest.raises(OSError, match="No space left"):
        atomic._write(handle, b"new")
    os.close(handle)


def test_what_a_killed_writer_left_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    (tmp_path / ".a.po.tmp").write_bytes(b"half")
    replace_file(path, b"new")
    assert (path.read_bytes(), litter(tmp_path)) == (b"new", [])


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    draft = os.open(tmp_path / ".a.po.tmp", os.O_RDWR | os.O_CREAT)
    fcntl.flock(draft, fcntl.LOCK_EX)
    child = subprocess.Popen([sys.executable, "-c", WRITE_ONCE, str(path)])
    time.sleep(0.2)
    assert not path.exists()
    os.close(draft)
    assert child.wait(timeout=30) == 0
    assert (path.read_bytes(), litter(tmp_path)) == (b"child", [])


WRITE_ONCE = """
import sys
from pathlib import Path
from tm.exchange.atomic import replace_file
replace_file(Path(sys.argv[1]), b"child")
"""

WRITE_FOR_EVER = """
import sys
from pathlib import Path
from tm.exchange.atomic import replace_file
print("ready", flush=True)
while True:
    for letter in b"AB":
        replace_file(Path(sys.argv[1]), bytes([letter]) * 3_000_000)
"""


def test_a_writer_killed_at_any_moment_leaves_the_old_or_the_new_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"A" * 3_000_000)
    chance = random.Random(9)
    for _ in range(30):
        child = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, str(path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.random() * 0.04)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        data = path.read_bytes()
        assert data in {b"A" * 3_000_000, b"B" * 3_000_000}
    replace_file(path, b"C")
    assert (path.read_bytes(), litter(tmp_path)) == (b"C", [])


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"")
    children = [subprocess.Popen([sys.executable, "-c", ADD_LETTERS, str(path), letter]) for letter in "AB"]
    assert [child.wait(timeout=60) for child in children] == [0, 0]
    assert sorted(path.read_bytes()) == sorted(b"A" * 50 + b"B" * 50)
    assert litter(tmp_path) == []


ADD_LETTERS = """
import sys
from pathlib import Path
from tm.exchange.atomic import update_file
for _ in range(50):
    update_file(Path(sys.argv[1]), lambda present: (present or b"") + sys.argv[2].encode())
"""


def test_a_file_made_in_pieces_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a"
    with new_file(path) as stream:
        stream.write(b"one ")
        assert not path.exists()
        stream.write(b"two")
    assert path.read_bytes() == b"one two"
    with pytest.raises(KeyError), new_file(path) as stream:
        stream.write(b"half")
        raise KeyError
    assert path.read_bytes() == b"one two"
    assert [file.name for file in path.parent.iterdir()] == ["a"]


@pytest.mark.parametrize("name", ["link/a.po", "link/deep/a.po", "a.po"])
def test_nothing_is_made_where_a_link_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "a.po").symlink_to(tmp_path / "gone" / "a.po")
    with pytest.raises(SettingsError, match=r"nowhere|No such file"):
        replace_file(tmp_path / name, b"x")
    assert not (tmp_path / "gone").exists()


def test_a_link_to_a_file_that_is_to_be_made_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.po").symlink_to(tmp_path / "b.po")
    replace_file(tmp_path / "a.po", b"x")
    assert (tmp_path / "b.po").read_bytes() == b"x"


def _write_at_once(path: Path, data: bytes) -> None:
    replace_file(path, data)


def _write_in_pieces(path: Path, data: bytes) -> None:
    with new_file(path) as stream:
        stream.write(data)


@pytest.mark.parametrize("write", [_write_at_once, _write_in_pieces])
def test_what_is_written_to_a_pipe_goes_through_it_and_leaves_it_a_pipe(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"told")
    assert os.read(reader, 9) == b"told"
    os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("write", [_write_at_once, _write_in_pieces])
def test_a_device_stays_one(write: Callable[[Path, bytes], None]) -> None:
    write(Path(os.devnull), b"told")
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_never_changed_in_part(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SettingsError, match="a pipe or a device"):
        update_file(tmp_path / "pipe", lambda _: b"told")
