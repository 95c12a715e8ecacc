"""Kill, crowd, fill up and damage memories, thousands of times, and count what is lost of what was acknowledged.

    python tests/bench/never_lost.py [--kills 1000] [--damages 1000] [--seed 1]

Ends with 1 when an acknowledged entry is lost, or damage gives a wrong answer that nothing reports.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.stores.fake import DictStore
from tm.memory.acts import Batch, Choice
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.model.errors import DamagedError, StoreError
from tm.model.match import Entry, Origin
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores import open_store, renew_index
from tm.text.normalize import match_key
from tm.workflow.verify import look, repair

LANGUAGES = {
    "en": "Sentence {} of {} was adopted by the Council.",
    "ar": "اعتمد المجلس الجملة {} من {}.",
    "es": "El Consejo aprobó la frase {} de {}.",
    "fr": "La phrase {} de {} a été adoptée par le Conseil.",
    "ru": "Совет принял предложение {} из {}.",
    "zh": "理事会通过了{1}的第{0}句。",
}
SIZES = (1, 1, 40, 800)
PER_MEMORY = 20
"""Kills that one memory goes through, before a new one is begun."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--damages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worker", nargs=3, metavar=("KIND", "PATH", "SEED"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(*options.worker)
        return 0
    rng, counts = random.Random(options.seed), Counter[str]()
    each = max(options.kills // 5, 1)
    for what, tried in (
        ("imports", kill_imports), ("single adds", kill_single_adds), ("acts", kill_acts),
        ("index builds", kill_index_builds), ("writers at once", kill_one_of_several),
    ):  # fmt: skip
        begun, before = time.monotonic(), counts.copy()
        tried(rng, each, counts)
        done = counts - before
        print(
            f"{what:16} {done['kills']:6} kills {done['acknowledged']:8} entries acknowledged {done['lost']:4} lost"
            f" {done['damaged']:4} damaged   {time.monotonic() - begun:6.1f} s",
            flush=True,
        )
    for what, tried in (("log gone", lose_log), ("full disk", fill_disk)):
        before = counts.copy()
        tried(rng, max(each // 4, 1), counts)
        done = counts - before
        print(
            f"{what:16} {done['trials']:6} times {done['acknowledged']:8} entries acknowledged {done['lost']:4} lost",
            flush=True,
        )
    damage(rng, options.damages, counts)
    print(f"total: {counts['kills']} kills, {counts['acknowledged']} entries acknowledged, {counts['lost']} lost")
    return int(
        bool(counts["lost"] or counts["damaged"] or counts["silently wrong"] or counts["errors of another kind"])
    )


# What is killed


def entries(name: str, count: int) -> list[Entry]:
    """Make entries of a document in two languages, of all six by turns."""
    codes = list(LANGUAGES)
    made = []
    for number in range(count):
        first = codes[number % 6]
        second = codes[(number + 1 + len(name)) % 6]
        pair = (first, second) if first != second else (first, codes[(number + 1) % 6])
        made.append(Entry(0, {code: LANGUAGES[code].format(number, name) for code in pair}, "", Origin(name)))
    return made


def work(kind: str, path: str, seed: str) -> None:
    """Do one thing after the other to a memory, and say before and after each what it is, until killed."""
    rng, store = random.Random(seed), open_store(path)
    print("open", flush=True)
    if kind == "index":
        for code in rng.sample(list(LANGUAGES), 6):
            target = "fr" if code != "fr" else "en"
            lookup(store, Query(LANGUAGES[code].format(7, "Nobody"), code, target), min_score=60, limit=3)
            print(f"done {code}", flush=True)
        time.sleep(60)
    for number in range(10**9):
        step = a_step(kind, rng, f"{kind}{seed}x{number}")
        print("begin " + " ".join(step), flush=True)
        do(store, step)
        print("done", flush=True)
        if kind == "once":
            time.sleep(60)


def a_step(kind: str, rng: random.Random, name: str) -> Sequence[str]:
    if kind == "single":
        return "add", name, "1"
    if kind == "acts":
        verb = rng.choice(("add", "add", "delete", "restore", "undo"))
        return verb, name, str(rng.choice((1, 3, 12)))
    return "add", name, str(rng.choice(SIZES))


def do(store: Store, step: Sequence[str]) -> None:
    """Do a step; what cannot be done in the present state is passed over, by each store alike."""
    verb, name, count = step
    try:
        if verb == "add":
            store.add(entries(name, int(count)), Batch(name))
        elif verb == "delete":
            numbers = [holding.id for holding in store.holdings()]
            store.delete(Choice(tuple(numbers[:: len(numbers) // int(count) + 1])))
        elif verb == "restore":
            store.restore()
        else:
            store.undo()
    except DamagedError:
        raise
    except StoreError:
        if verb == "add":
            raise


class Worker:
    """A process at work on a memory, and what it has said."""

    def __init__(self, kind: str, path: Path, seed: object) -> None:
        command = [sys.executable, __file__, "--worker", kind, str(path), str(seed)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self._process.stdout
        self._process.stdout.readline()

    def say(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()

    def kill(self) -> tuple[list[list[str]], list[str]]:
        """Kill it; give the steps that it acknowledged, and the one that it was at."""
        self._process.send_signal(signal.SIGKILL)
        assert self._process.stdout
        assert self._process.stderr
        out, err = self._process.stdout.read(), self._process.stderr.read()
        self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()
        if "Traceback" in err:
            raise SystemExit(err)
        acknowledged: list[list[str]] = []
        at: list[str] = []
        for line in out.splitlines(keepends=True):
            word, *step = line.split()
            if word == "begin" and line.endswith("\n") and len(step) == 3:
                at = step
            elif word == "done" and at:
                acknowledged.append(at)
                at = []
        return acknowledged, at


def folders(kills: int) -> Iterator[tuple[Path, range]]:
    """Give a folder for each few kills."""
    for first in range(0, kills, PER_MEMORY):
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder), range(first, min(first + PER_MEMORY, kills))


def kill_imports(rng: random.Random, kills: int, counts: Counter[str]) -> None:
    kill_adding(rng, kills, counts, "import")


def kill_single_adds(rng: random.Random, kills: int, counts: Counter[str]) -> None:
    kill_adding(rng, kills, counts, "single")


def kill_adding(rng: random.Random, kills: int, counts: Counter[str], kind: str) -> None:
    for folder, numbers in folders(kills):
        path, kept = folder / "memory.db", dict[str, int]()
        for number in numbers:
            worker = Worker(kind, path, number)
            time.sleep(rng.uniform(0, 0.12))
            acknowledged, at = worker.kill()
            kept.update((name, int(count)) for _, name, count in acknowledged)
            counts["kills"] += 1
            counts["acknowledged"] += sum(int(count) for _, _, count in acknowledged)
            check_adding(path, kept, at, counts)
        verified(path, counts)


def check_adding(path: Path, kept: dict[str, int], at: Sequence[str], counts: Counter[str]) -> None:
    """Count what is missing of the documents acknowledged; what was not, is there as a whole or not at all."""
    with closing(open_store(str(path))) as store:
        found = Counter(holding.document for holding in store.holdings())
    counts["lost"] += sum(count - found[name] for name, count in kept.items())
    for name, count in found.items():
        if name not in kept:
            counts["damaged"] += bool(not at or (name, str(count)) != tuple(at[1:]))
            kept[name] = count


def verified(path: Path, counts: Counter[str]) -> None:
    counts["damaged"] += len(look(str(path), full=False, tell=quiet))


def kill_acts(rng: random.Random, kills: int, counts: Counter[str]) -> None:
    for folder, numbers in folders(kills):
        path, expected = folder / "memory.db", DictStore()
        for number in numbers:
            worker = Worker("acts", path, number)
            time.sleep(rng.uniform(0, 0.2))
            acknowledged, at = worker.kill()
            for step in acknowledged:
                do(expected, step)
            counts["kills"] += 1
            counts["acknowledged"] += sum(int(count) for _, _, count in acknowledged)
            with closing(open_store(str(path))) as store:
                found = list(store.holdings())
            if at and found != list(expected.holdings()):
                do(expected, at)
            wanted = list(expected.holdings())
            kept = set(found)
            counts["lost"] += sum(holding not in kept for holding in wanted)
            counts["damaged"] += len(found) != len(wanted)
        verified(path, counts)


def kill_index_builds(rng: random.Random, kills: int, counts: Counter[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.db"
        with closing(open_store(str(path))) as store:
            store.add(entries("Everybody", 10_000))
        counts["acknowledged"] += 10_000
        for number in range(kills):
            worker = Worker("index", path, number)
            for _ in range(rng.choice((0, 0, 0, 1, 2))):
                worker.say()
            time.sleep(rng.uniform(0, 0.4))
            worker.kill()
            counts["kills"] += 1
            with closing(open_store(str(path))) as store:
                for at in rng.sample(range(10_000), 5):
                    counts["lost"] += not is_found(store, entries("Everybody", at + 1)[at])
            if number % 5 == 4:
                verified(path, counts)
                renew_index(str(path))


def is_found(store: Store, entry: Entry) -> bool:
    """Look an entry up by its text with a word changed at the end."""
    (source, text), (target, translation) = entry.texts.items()
    found = lookup(store, Query(f"{text} !", source, target), min_score=60, limit=50)
    return any(match.target == translation for match in found)


def kill_one_of_several(rng: random.Random, kills: int, counts: Counter[str]) -> None:
    for folder, numbers in folders(kills):
        path, kept = folder / "memory.db", dict[str, int]()
        for number in numbers:
            several = rng.choice((2, 4))
            workers = [Worker(rng.choice(("import", "single")), path, f"{number}w{one}") for one in range(several)]
            time.sleep(rng.uniform(0, 0.3))
            left = set()
            for worker in workers:
                acknowledged, at = worker.kill()
                kept.update((name, int(count)) for _, name, count in acknowledged)
                counts["acknowledged"] += sum(int(count) for _, _, count in acknowledged)
                counts["kills"] += 1
                left.add(tuple(at[1:]))
            with closing(open_store(str(path))) as store:
                found = Counter(holding.document for holding in store.holdings())
            counts["lost"] += sum(count - found[name] for name, count in kept.items())
            for name in found.keys() - kept.keys():
                counts["damaged"] += (name, str(found[name])) not in left
                kept[name] = found[name]
        verified(path, counts)


# What else happens to files


def lose_log(rng: random.Random, trials: int, counts: Counter[str]) -> None:
    """Kill a process that has acknowledged, and take its log away, or overwrite it."""
    for number in range(trials):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "memory.db"
            worker = Worker("once", path, number)
            lines = [worker.say(), worker.say()]
            worker.kill()
            _, name, count = lines[0].removeprefix("begin").split()
            log = path.with_name("memory.db-wal")
            if log.exists():
                if number % 2:
                    log.unlink()
                else:
                    log.write_bytes(bytes(log.stat().st_size))
            counts["trials"] += 1
            counts["acknowledged"] += int(count)
            check_adding(path, {name: int(count)}, [], counts)
            verified(path, counts)


def fill_disk(rng: random.Random, trials: int, counts: Counter[str]) -> None:
    """Let files grow so far and no further."""
    for _ in range(trials):
        with tempfile.TemporaryDirectory() as folder:
            path, kept = Path(folder) / "memory.db", dict[str, int]()
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            with closing(open_store(str(path))) as store:
                resource.setrlimit(resource.RLIMIT_FSIZE, (rng.randrange(200_000, 3_000_000), limits[1]))
                try:
                    for number in range(50):
                        name, count = f"full{number}", rng.choice(SIZES)
                        store.add(entries(name, count))
                        kept[name] = count
                except StoreError as error:
                    counts["errors of another kind"] += isinstance(error, DamagedError)
                finally:
                    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
                    signal.signal(signal.SIGXFSZ, old)
            counts["trials"] += 1
            counts["acknowledged"] += sum(kept.values())
            check_adding(path, kept, [], counts)
            verified(path, counts)


def damage(rng: random.Random, trials: int, counts: Counter[str]) -> None:
    """Overwrite, flip and cut off bytes; then ask, add, verify and repair."""
    names = "zeroed page", "overwritten bytes", "flipped bits", "cut off"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.db"
        given = entries("Whole", 1200)
        with closing(open_store(str(path))) as store:
            store.add(given)
            store.delete(Choice((1, 2, 3)))
            for entry in given[3:9]:
                is_found(store, entry)
        whole = path.read_bytes()
        for number in range(trials):
            what = names[number % len(names)]
            for end in ("-wal", "-shm", ".damaged"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            path.write_bytes(spoiled(rng, whole, what))
            counts[what] += 1
            counts[examined(path, given, rng)] += 1
            for end in ("-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            path.write_bytes(spoiled(rng, whole, what))
            mend(path, folder, given, counts)
    shown = ", ".join(f"{counts[name]} {name}" for name in names)
    print(f"damaged files: {shown}")
    for what in ("harmless", "reported", "silently missing", "silently wrong", "errors of another kind"):
        print(f"  {what:28}{counts[what]:6}")
    for what in ("found by verify", "repaired", "repaired in place", "not repaired", "wrong, not found by verify"):
        print(f"  {what:28}{counts[what]:6}")


def spoiled(rng: random.Random, whole: bytes, what: str) -> bytes:
    data = bytearray(whole)
    place = rng.randrange(len(data))
    if what == "cut off":
        return bytes(data[:place])
    if what == "zeroed page":
        place -= place % 4096
        data[place : place + 4096] = bytes(len(data[place : place + 4096]))
    elif what == "overwritten bytes":
        count = min(rng.choice((1, 4, 300, 5000)), len(data) - place)
        data[place : place + count] = rng.randbytes(count)
    else:
        for _ in range(rng.choice((1, 3, 10))):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def examined(path: Path, given: Sequence[Entry], rng: random.Random) -> str:
    """Ask and add; say how it went."""
    missing = False
    try:
        with closing(open_store(str(path))) as store:
            for entry in rng.sample(given[3:], 30):
                (source, text), (target, _) = entry.texts.items()
                found = store.exact(match_key(text), source, target)
                if any(one.texts != entry.texts for one in found):
                    return "silently wrong"
                missing = missing or not found
            for entry in given[3:15]:
                is_found(store, entry)
            store.stats()
            store.add(entries("More", 30))
            store.delete(Choice((9,)))
            store.undo()
            store.history(9)
    except DamagedError:
        return "reported"
    except Exception as error:
        print(f"  {type(error).__name__}: {error}")
        return "errors of another kind"
    return "silently missing" if missing else "harmless"


def mend(path: Path, folder: str, given: Sequence[Entry], counts: Counter[str]) -> None:
    """Look for damage and repair it; nothing wrong may be left."""
    found = look(str(path), full=True, tell=quiet)
    if found:
        counts["found by verify"] += 1
        done = repair(str(path), found, Project(Path(folder), Settings()), full=True, tell=quiet)
        counts["repaired in place"] += not done.mended.aside
        counts["not repaired" if done.left else "repaired"] += 1
    texts = {part for entry in given for part in (tuple(entry.texts.items()), *((one,) for one in entry.texts.items()))}
    with closing(open_store(str(path))) as store:
        held = [tuple((text.language, text.text) for text in holding.texts) for holding in store.holdings()]
    wrong = any(one not in texts for one in held) or (not found and len(held) != len(given) - 3)
    counts["wrong, not found by verify"] += wrong


def quiet(_: str) -> None:
    """Tell nobody."""


if __name__ == "__main__":
    sys.exit(main())
