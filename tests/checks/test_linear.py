"""No text takes checks more than in proportion to its length: four times as much is read in some four times as long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from random import Random
from time import process_time

import pytest

from tm import checks
from tm.checks.knowledge import Knowledge
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
SCRIPTS = {"ar": ("\u0600", "\u06ff"), "ru": ("\u0400", "\u04ff"), "zh": ("\u3000", "\u9fff")}
SHORT, LONG = 2_000, 8_000
LEAST = 0.002
"""Seconds that every text may take, so that what a first run costs does not count."""

MOST = 8
"""Times: in proportion would be 4, in that of the square 16."""

PIECES = [
    " ", "\n", "0", "1,", "1.1", "000 ", "0.5 ", "٣٤ ", "1/2 ", "1–", "-5 °C ", "a", "ж", "ب", "中", "一", "A. ", "ABC–",
    "e\N{COMBINING ACUTE ACCENT}", "ب\N{ARABIC FATHA}", "\N{ARABIC TATWEEL}", "\N{ZERO WIDTH SPACE}", "(", ")", "(a) ",
    "i) ", "[1] ", "{", "<", "</1>", "&", '"', "«a» ", "’", "*", "_", "%(", "@", "a@b.", "http://", "data:", ";base64,", "/",
    "A/7/", "=", "|", "-", ".", ". ", ", ", "。 ", "• ", "de de ", "not ", "ne pas ", "لا ", "不", "the ", "five million ",
    "третий ", "ثلاثة ", "三十", "5 May 2020 ", "5月", "XI ", "unfair ", "Member States ", "الأمم المتحدة ", "ООН ",
    "resolution 1/2 ", "item 5 ", "para. 3 (a) ", "from 5 to 6 ", "5 per cent ", "US$ 5 km/h ", "Monday ", "COVID-19 ",
]  # fmt: skip


FOUND = (
    ("العامة ", "COVID-19\r\nresolution ", "es"),
    ("\N{OBJECT REPLACEMENT CHARACTER}ABC–", "\N{OBJECT REPLACEMENT CHARACTER}ABC–", "ru"),
    ("000 ", "000 ", "ar"),
    ("a。", "。 ", "zh"),
    ("1.5 ", "2,5 ", "fr"),
    ("†//", "résolution 12/34 ", "fr"),
)
"""Texts that once took longer than that."""


def _cases() -> Iterator[tuple[str, str, str]]:
    """Give sources and translations to be repeated, with the language: each piece by itself, and mixtures."""
    yield from FOUND
    for number, piece in enumerate(PIECES):
        own = next((language for language, (first, last) in SCRIPTS.items() if first <= max(piece) <= last), None)
        yield piece, piece, own or LANGUAGES[number % len(LANGUAGES)]
    random = Random(2026)
    for number in range(24):
        source, target = ("".join(random.choices(PIECES, k=random.randint(1, 4))) for _ in range(2))
        yield source, random.choice((source, target)), LANGUAGES[number % len(LANGUAGES)]


def _seconds(source: str, target: str, language: str, size: int, number: int) -> float:
    """Time all checks; the number makes the texts new to all that was remembered."""
    texts = [f"{number} {(text * size)[:size]}" for text in (source, target)]
    unit = Unit(*texts, state=State.TRANSLATED, line=1)
    start = process_time()
    list(checks.run([unit], path="a.po", source=ENGLISH, target=BY_CODE[language], more=checks.informed(KNOWN)))
    return process_time() - start


KNOWN = Knowledge()


@pytest.mark.parametrize("part", range(4))
def test_what_is_repeated_is_read_in_linear_time(part: int) -> None:
    slow = []
    gc.disable()
    for source, target, language in list(_cases())[part::4]:
        for number in range(3):  # a slow run may be the machine's, three are the text's
            least = max(_seconds(source, target, language, SHORT, number), LEAST)
            if _seconds(source, target, language, LONG, number) <= MOST * least:
                break
        else:
            slow.append((source, target, language))
    gc.enable()
    assert slow == []


def test_many_dates_that_the_source_names_are_left_out_in_linear_time() -> None:
    texts = "on New Year’s Day and the second quarter of 2019, ", "le 1er janvier et d’avril à juin 2019, ", "fr"
    _seconds(*texts, SHORT, 0)
    short, long = (min(_seconds(*texts, size, number) for number in (1, 2)) for size in (20_000, 80_000))
    assert long < MOST * short
