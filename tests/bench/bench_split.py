"""Compares the splitter's speed and judgement with its peers'; run as a script.

Speed is measured on the real texts beside the project, one language at a time, judgement on the fixtures and the shared
cases. Peers that are not installed are left out; so is a language that a peer does not offer.
"""

from __future__ import annotations

import gzip
import importlib
import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import parse

from tm.segmentation.split import split

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared" / "data"
FIXTURES = PROJECT / "tests" / "segmentation" / "fixtures"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
RUNS = 5
MOST_SECONDS = 5.0
"""A slow peer gets a shorter text, so that all runs of one measurement stay below this."""

Splitter = Callable[[str, str], list[str]]


def main() -> None:
    splitters = dict(peers())
    texts = {language: real_text(language) for language in LANGUAGES}
    print(f"{'MB/s of UTF-8, median of ' + str(RUNS):32}" + "".join(f"{language:>9}" for language in LANGUAGES))
    for name, splitter in splitters.items():
        print(f"{name:32}" + "".join(f"{speed(splitter, texts[language], language):>9}" for language in LANGUAGES))
    for title, cases in (("shared cases right", list(shared_cases())), ("fixtures right", list(fixture_cases()))):
        print(f"\n{title:32}" + "".join(f"{language:>9}" for language in LANGUAGES) + f"{'all':>12}")
        for name, splitter in splitters.items():
            print(f"{name:32}" + judged(splitter, cases))


def peers() -> Iterator[tuple[str, Splitter]]:
    """Yield ours and each peer that can be imported."""
    yield "tm", split
    for name, make in (("pysbd", _pysbd), ("syntok", _syntok), ("sentencex", _sentencex), ("blingfire", _blingfire)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield name, make()
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)


def _pysbd() -> Splitter:
    made = importlib.import_module("pysbd").Segmenter
    segmenters: dict[str, Callable[[str], list[str]]] = {}

    def run(text: str, language: str) -> list[str]:
        if language not in segmenters:
            segmenters[language] = made(language=language, clean=False).segment
        return [sentence.strip() for sentence in segmenters[language](text)]

    return run


def _syntok() -> Splitter:
    process = importlib.import_module("syntok.segmenter").process
    return lambda text, _: [
        "".join(token.spacing + token.value for token in sentence).strip()
        for paragraph in process(text)
        for sentence in paragraph
    ]


def _sentencex() -> Splitter:
    segment = importlib.import_module("sentencex").segment
    return lambda text, language: [part.strip() for part in segment(language, text) if part.strip()]


def _blingfire() -> Splitter:
    to_sentences = importlib.import_module("blingfire").text_to_sentences
    return lambda text, _: to_sentences(text).split("\n")


def real_text(language: str) -> str:
    """Join the paragraphs of the health texts and the handbook; a made one where they are absent."""
    paths = [SHARED / "tico19" / "tico19.tmx.gz", SHARED / "handbook" / "handbook_odd.tmx.gz"]
    found = [text for path in paths if path.exists() for text in _tmx(path, language)]
    return "\n\n".join(found) or "".join("".join(case) + "\n\n" for case, of in fixture_cases() if of == language) * 40


def _tmx(path: Path, language: str) -> Iterator[str]:
    with gzip.open(path) as file:
        for variant in parse(file).iter("tuv"):
            code = variant.get("{http://www.w3.org/XML/1998/namespace}lang", "")
            if code.lower().startswith(language):
                yield "".join(text for segment in variant.iter("seg") for text in segment.itertext())


def speed(splitter: Splitter, text: str, language: str) -> str:
    """Give the median rate in MB/s, or a dash where the splitter does not know the language."""
    try:
        sample = text[:20_000]
        trial = timed(splitter, sample, language)
        part = text[: int(len(sample) * max(1.0, MOST_SECONDS / RUNS / trial))]
        seconds = statistics.median(timed(splitter, part, language) for _ in range(RUNS))
    except Exception:  # a peer may fail in any way on a language that it lacks
        return "-"
    return f"{len(part.encode()) / seconds / 1e6:.2f}"


def timed(splitter: Splitter, text: str, language: str) -> float:
    start = time.perf_counter()
    splitter(text, language)
    return time.perf_counter() - start


def shared_cases() -> Iterator[tuple[list[str], str]]:
    path = SHARED / "segmentation_cases.json"
    if path.exists():
        for case in json.loads(path.read_text(encoding="utf-8")):
            yield [case["text"], *case["segments"]], case["lang"]


def fixture_cases() -> Iterator[tuple[list[str], str]]:
    """Yield the text and its sentences, with the language."""
    for language in LANGUAGES:
        for line in (FIXTURES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                parts = line.replace("\\n", "\n").split("|")
                yield ["".join(parts), *(part.strip() for part in parts)], language


def judged(splitter: Splitter, cases: Iterable[tuple[list[str], str]]) -> str:
    right = dict.fromkeys(LANGUAGES, 0)
    total = dict.fromkeys(LANGUAGES, 0)
    for (text, *sentences), language in cases:
        total[language] += 1
        try:
            found = [sentence.split() for sentence in splitter(text, language)]
        except Exception:  # as above
            continue
        right[language] += found == [sentence.split() for sentence in sentences]
    each = "".join(f"{f'{right[language]}/{total[language]}':>9}" for language in LANGUAGES)
    return each + f"{f'{sum(right.values())}/{sum(total.values())}':>12}"


if __name__ == "__main__":
    main()
