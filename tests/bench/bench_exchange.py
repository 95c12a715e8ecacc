"""Compares how fast memories are read from TMX with peers, and says what an import takes; run as a script.

Texts are made of the real ones beside the project, with a number each, so that all are different. Processor time is
measured, in turns. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tm.exchange import tmx
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores import open_store
from tm.workflow.give_out import give_memory
from tm.workflow.transfer import take_in

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
SOURCES = ("sdg/sdg.tmx", "udhr/udhr.tmx")
RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=lambda text: int(float(text)), default=20_000, help="units (20,000)")
    parser.add_argument("--lang", default="en,fr", help="languages of a unit (en,fr)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.tmx"
        make(path, options.size, options.lang.split(","))
        print(f"{options.size} units in {options.lang}, {path.stat().st_size / 1e6:.0f} MB")
        compare(path, options.size)
        done = subprocess.run([sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=True)
        print(done.stdout, end="")
        transfer(path, Path(folder), options.size)


def make(path: Path, size: int, languages: list[str]) -> None:
    """Write a TMX file of so many different units."""
    texts = list(real_texts(languages))
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n')
        for number in range(size):
            found = texts[number % len(texts)]
            tuvs = "".join(
                f'<tuv xml:lang="{code}"><seg>{escape(found[code])} ({number})</seg></tuv>\n' for code in languages
            )
            file.write(f'<tu tuid="{number}" changedate="20200102T030405Z">\n{tuvs}</tu>\n')
        file.write("</body></tmx>\n")


def real_texts(languages: list[str]) -> Iterator[dict[str, str]]:
    for name in SOURCES:
        with (SHARED / name).open("rb") as stream:
            for given in tmx.read(stream, name):
                texts = dict(given.parts[0].texts)
                if texts.keys() >= set(languages):
                    yield texts


Reader = Callable[[bytes], int]


def readers() -> Iterator[tuple[str, Reader]]:
    """Yield ours and each peer that can be imported; each counts the units whose texts it gave."""
    yield "tm, entries", lambda data: sum(len(given.parts) for given in tmx.read(io.BytesIO(data), "x"))
    try:
        from translate.storage.tmx import tmxfile
    except ImportError as error:
        print(f"translate-toolkit is left out: {error}", file=sys.stderr)
    else:
        yield (
            "translate-toolkit",
            lambda data: sum(bool(unit.source and unit.target) for unit in tmxfile.parsestring(data).units),
        )
    try:
        from lxml import etree
    except ImportError as error:
        print(f"lxml is left out: {error}", file=sys.stderr)
    else:
        yield "lxml iterparse, texts alone", lambda data: iterparsed(etree, data)


def iterparsed(etree: object, data: bytes) -> int:
    """Read texts as a script would, with nothing else kept."""
    count = 0
    for _, element in etree.iterparse(io.BytesIO(data), tag="tu"):  # type: ignore[attr-defined]
        count += all("".join(seg.itertext()) for seg in element.iter("seg"))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return count


def compare(path: Path, size: int) -> None:
    data = path.read_bytes()
    times: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for name, read in readers():
            begin = time.process_time()
            count = read(data)
            times.setdefault(name, []).append(time.process_time() - begin)
            assert count == size, f"{name} read {count}"
    ours = min(times["tm, entries"])
    for name, found in times.items():
        took = min(found)  # what other programs cost is least in it
        print(f"parse   {name:28}{size / took:10,.0f} units/s {took / ours:6.1f} times the time of ours")


_PEAK = """
import re, sys
from tm.exchange import tmx
def peak(): return int(re.search("VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())[1]) / 1024
before = peak()
count = sum(1 for _ in tmx.read(open(sys.argv[1], "rb"), "x"))
print(f"memory  {count} units read: {peak():.0f} MB in all, {peak() - before:.0f} MB by reading")
"""


def transfer(path: Path, folder: Path, size: int) -> None:
    project = Project(folder, Settings())
    store = open_store(str(folder / "memory.db"))
    for what in ("import", "import again"):
        begin, wall = time.process_time(), time.perf_counter()
        (learned,) = take_in(store, [path], project)
        took, waited = time.process_time() - begin, time.perf_counter() - wall
        assert learned.added + learned.unchanged == size
        print(f"{what:36}{size / took:10,.0f} units/s of processor time, {size / waited:,.0f} by the clock")
    begin = time.process_time()
    give_memory(store, folder / "out.tmx", [])
    print(f"{'export':36}{size / (time.process_time() - begin):10,.0f} units/s")
    store.close()


if __name__ == "__main__":
    main()
