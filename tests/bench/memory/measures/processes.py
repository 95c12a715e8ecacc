"""What users wait for when they call `tm`: a cold start, the use of both cores, and how much memory is taken."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from memory import data, ours
from memory.data import say
from memory.measures.bench import Bench
from memory.table import Line, duration

TM = Path(sys.executable).with_name("tm")
_STARTS = 15
_ROUNDS = 3
_SEGMENTS = 10_000
_MEGABYTES = 400

Spent = tuple[float, float]
"""Seconds by the clock and of the processor."""


def cold(bench: Bench) -> None:
    """Look one text up in a new process, in turns with a Python that does nothing."""
    texts = bench.queries()
    memories = {data.short(corpus.size): bench.memory(corpus) for corpus in bench.synthetic}
    spent: dict[str, list[Spent]] = {name: [] for name in ("bare", *memories)}
    say(f"cold starts: {', '.join(spent)} take turns")
    for turn in range(_STARTS + 1):
        for name, times in spent.items():
            bare = [sys.executable, "-c", "pass"]
            times.append(_timed(bare if name == "bare" else _tm(memories[name], "lookup", texts[turn], "--to", "fr")))
    bare = spent.pop("bare")[1:]
    for name, times in spent.items():
        for how, choose in (("median", statistics.median), ("fastest", min)):
            figures = [(_of(times[1:], choose, of), _of(bare, choose, of)) for of in (0, 1)]
            shown = duration(figures[0][0]), duration(figures[0][1])
            ratios = [a / b for a, b in figures]
            line = Line(f"cold tm lookup / bare Python, {how}", name, *shown, *ratios, ("≤", 8), by_clock=True)
            bench.table.add(line)


def _of(times: Sequence[Spent], choose: Callable[[list[float]], float], of: int) -> float:
    return choose([each[of] for each in times])


def cores(bench: Bench) -> None:
    """Look up and pretranslate ten thousand segments with one process and with as many as there are by default."""
    corpus = data.synthetic(min(bench.sizes[-1], 1_000_000))
    memory = bench.memory(corpus)
    texts = list(dict.fromkeys(data.queries(corpus, min(_SEGMENTS, 10 * bench.count))))
    with tempfile.TemporaryDirectory(dir=data.CACHE) as folder:
        project = Path(folder)
        file = project / "locales" / "fr" / "bench.po"
        file.parent.mkdir(parents=True)
        (project / "source").mkdir()
        lines = project / "lines.txt"
        lines.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
        lookup = _tm(memory, "lookup", "--to", "fr", "--format", "json")
        pretranslate = _tm(memory, "--root", project, "pretranslate", file)
        _both(bench, "tm lookup from stdin", corpus, lambda jobs: _answers(lookup, lines, jobs))
        _both(bench, "tm pretranslate", corpus, lambda jobs: _filled(pretranslate, file, texts, jobs))


def _both(bench: Bench, name: str, corpus: data.Corpus, work: Callable[[Mapping[str, str]], tuple[float, str]]) -> None:
    """Let one process and the default take turns; what they print must be the same."""
    say(f"{name}: one process and the default take turns")
    times: dict[str, list[float]] = {"one": [], "default": []}
    results = set()
    for _ in range(_ROUNDS):
        for jobs, seconds in times.items():
            spent, result = work({"TM_JOBS": "1"} if jobs == "one" else {})
            seconds.append(spent)
            results.add(result)
    figures = [statistics.median(times[jobs]) for jobs in ("default", "one")]
    gain = statistics.median(one / default for one, default in zip(*times.values(), strict=True))
    title = f"{name}, one process / all" + (", DIFFER" if len(results) > 1 else "")
    bench.table.add(Line(title, corpus.name, *map(duration, figures), gain, None, ("≥", 1.7)))


def _answers(command: Sequence[str], lines: Path, jobs: Mapping[str, str]) -> tuple[float, str]:
    with lines.open("rb") as given:
        start = perf_counter()
        done = subprocess.run(command, stdin=given, stdout=subprocess.PIPE, check=True, env=_environment(jobs))
        return perf_counter() - start, sha256(done.stdout).hexdigest()


def _filled(command: Sequence[str], file: Path, texts: Sequence[str], jobs: Mapping[str, str]) -> tuple[float, str]:
    """Write the file, let it be filled, and tell of it without its head, which holds the time."""
    head = ("Content-Type: text/plain; charset=UTF-8", "Language: fr", "Plural-Forms: nplurals=2; plural=(n > 1);")
    units = ["\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in head)])]
    for text in texts:
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        units.append(f'msgid "{quoted}"\nmsgstr ""')
    file.write_text("\n\n".join(units) + "\n", encoding="utf-8")
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=_environment(jobs))
    spent = perf_counter() - start
    return spent, sha256(file.read_text(encoding="utf-8").partition("\n\n")[2].encode()).hexdigest()


def resident(bench: Bench) -> None:
    """Ask each memory in a process of its own and see how large that becomes."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=data.CACHE, suffix=".txt") as file:
        file.writelines(f"{text}\n" for text in bench.queries())
        file.flush()
        for corpus in bench.synthetic:
            say(f"{corpus.name}: asking in a process of its own")
            figures = ours.child("memory.resident", bench.memory(corpus).path, corpus.source, corpus.target, file.name)
            own, bare = (f"{figures[name] / 1e6:.0f} MB" for name in ("own", "before"))
            most = figures["peak"] / 1e6
            bench.table.add(
                Line("peak resident MB (own; at start)", corpus.name, own, bare, most, None, ("≤", _MEGABYTES))
            )


def _tm(memory: ours.Filled, *arguments: object) -> list[str]:
    start = [str(TM)] if TM.exists() else [sys.executable, "-m", "tm"]
    return [*start, "--memory", str(memory.path), *map(str, arguments)]


def _timed(command: Sequence[str]) -> Spent:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment({}))
    wall = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"TM_JOBS", "PYTHONSAFEPATH"}}
    return kept | {"PYTHONPATH": str(ours.CODE.parent)} | dict(more)
