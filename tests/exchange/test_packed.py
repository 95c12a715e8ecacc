"""Packed files are read as what they hold, and refused where they are bombs or damaged."""

import gzip
import time
from contextlib import closing
from pathlib import Path

import pytest

from tm.exchange import tmx
from tm.exchange.packed import opened, packing
from tm.model.errors import FormatError

UNIT = b'<tu><tuv xml:lang="en"><seg>Peace</seg></tuv><tuv xml:lang="fr"><seg>Paix</seg></tuv></tu>\n'
HEAD, TAIL = b'<tmx version="1.4"><header srclang="en"/><body>\n', b"</body></tmx>"


def units(path: Path) -> int:
    with opened(path, "x.tmx.gz") as (stream, _):
        return sum(1 for _ in tmx.read(stream, "x.tmx.gz"))


@pytest.mark.parametrize("name", ["a.tmx.gz", "a.TMX.GZ"])
def test_a_packed_file_is_read_as_the_file_in_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(HEAD + UNIT * 3) + gzip.compress(UNIT * 2 + TAIL))  # in two members, as gzip joins
    assert units(path) == 5


def test_what_is_packed_anew_is_the_same_file(tmp_path: Path) -> None:
    for name in ("a.tmx.gz", "b.tmx.gz"):
        with (tmp_path / name).open("wb") as stream, packing(stream) as packed, closing(packed):
            packed.write(HEAD + UNIT + TAIL)
        time.sleep(0.01)
    assert (tmp_path / "a.tmx.gz").read_bytes() == (tmp_path / "b.tmx.gz").read_bytes()
    assert units(tmp_path / "a.tmx.gz") == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (gzip.compress(HEAD + UNIT * 200_000 + TAIL), "it unpacks to more than 200 times its size"),
        (gzip.compress(HEAD + b" " * (24 * 2**20)), "it unpacks to more than 200 times its size"),
        (gzip.compress(HEAD + UNIT + TAIL)[:-9], "not a sound gzip file"),
        (gzip.compress(HEAD + UNIT + TAIL)[:-6] + b"......", "not a sound gzip file"),
        (HEAD + UNIT + TAIL, "not a sound gzip file"),
        (gzip.compress(b""), "cut off|not well-formed|no element"),
        (b"", "cut off|not well-formed|no element"),
    ],
    ids=["bomb of units", "bomb of spaces", "cut off", "damaged", "not packed", "empty within", "empty"],
)
def test_bombs_and_damaged_files_are_refused_at_once(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "x.tmx.gz"
    path.write_bytes(data)
    begin = time.process_time()
    with pytest.raises(FormatError, match=problem):
        units(path)
    assert time.process_time() - begin < 1
