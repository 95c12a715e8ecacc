"""What says quickly that there is nothing to find is never wrong: where it says so, nothing is found."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from tm.checks import identifiers
from tm.checks.check import Fault, Pair
from tm.checks.examples import characters
from tm.checks.negations import COMPLETIONS, PARTICLES, PLAIN, SURE, WORDS
from tm.checks.placeables import _OTHERWISE
from tm.checks.ranges import WORDS as RANGES
from tm.checks.ranges import _of_source, other_range
from tm.checks.repeated import repeated_word
from tm.checks.values import compare
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import Unit
from tm.text import dates, shares
from tm.text.counting import may_count
from tm.text.months import MONTHS
from tm.text.numbers import find_numbers
from tm.text.plain import plain
from tm.text.words import bare, words

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def _texts(language: str) -> list[str]:
    """Give the texts of a language from the examples of all checks."""
    found: dict[str, None] = {}
    for path in sorted(Path(str(resources.files("tm.checks") / "examples")).glob("*.tsv")):
        for row in csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            *source, target = row["lang"].split(">")
            if target == language:
                found[plain(characters(row["target"]))] = None
            if (source or ["en"])[0] == language:
                found[plain(characters(row["source"]))] = None
    return list(found)


TEXTS = {language: _texts(language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_may_not_count_has_only_numbers_that_may_be_missed(language: str) -> None:
    quiet = [text for text in TEXTS[language] if not may_count(text, language)]
    assert len(quiet) > 100
    assert not [text for text in quiet if not all(number.loose for number in find_numbers(text, language))]


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_a_month_is_found_wherever_its_pattern_is(language: str) -> None:
    pattern = dates._MONTH[language]
    for text in (*TEXTS[language], *(f"{language} {text}7 {text}" for text in TEXTS[language])):
        named = {date.month for date in dates.find_dates(text, language)}
        assert {int((match.lastgroup or "m0")[1:]) for match in pattern.finditer(text)} <= named


@pytest.mark.parametrize("language", WORDS)
def test_a_negation_has_one_of_its_words(language: str) -> None:
    negated = [text for text in TEXTS[language] if SURE[language].search(text)]
    assert len(negated) > 1
    assert not [text for text in negated if WORDS[language].isdisjoint(words(text))]


@pytest.mark.parametrize("language", PARTICLES)
def test_a_negated_verb_has_its_particle(language: str) -> None:
    negated = [text for text in TEXTS[language] if PLAIN[language].search(text)]
    assert len(negated) > 1
    for text in negated:
        held = words(bare(text, language))
        assert not PARTICLES[language].isdisjoint(held)
        assert language != "fr" or not COMPLETIONS.isdisjoint(held)


def test_a_text_that_has_something_to_compare_has_a_word_of_it() -> None:
    for way in (one for one in _OTHERWISE if one.words):
        having = [text for text in TEXTS["en"] if way.may(text) and way.has(text) and way.compare is not other_range]
        assert not [text for text in having if (way.words or set()).isdisjoint(words(text))]
    ranges = [text for text in TEXTS["en"] if _of_source(text)]
    assert ranges
    assert not [text for text in ranges if RANGES.isdisjoint(words(text))]


def test_what_is_numbered_is_seen_quickly() -> None:
    texts = [text.translate(identifiers._TWINS) for language in LANGUAGES for text in TEXTS[language]]
    numbered = [text for text in texts if identifiers._NUMBER.search(text)]
    assert len(numbered) > 10
    assert not [text for text in numbered if not identifiers._MAYBE_NUMBER.search(text)]


def test_an_english_share_has_one_of_its_words() -> None:
    texts = [*TEXTS["en"], *(f"{above} {below}" for above in ("a", "Two", "nine") for below in shares._ENGLISH)]
    assert all(shares.find_shares(text, "en") for text in texts if shares._SHARE["en"].search(text))


@pytest.mark.parametrize(
    ("language", "target"),
    [("fr", "Le Comité se réunit mardi."), ("ru", "Комитет собирается во вторник."), ("zh", "委员会星期二开会。")],
)
def test_another_weekday_is_told_without_any_number_beside_it(language: str, target: str) -> None:
    found = compare("The Committee meets on Monday.", target, "en", language)
    assert (len(found.dates), found.numbers) == (1, ())


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("Le Comité comité se réunit.", "comité stands twice"),
        ("Il en faut de plus de plus en tout.", "de plus stands twice"),
        ("Le Comité, le conseil.", ""),
    ],
)
def test_words_and_phrases_that_stand_twice_are_seen(target: str, message: str) -> None:
    pair = Pair(Unit("The text.", target), ENGLISH, BY_CODE["fr"])
    found = [fault.message if isinstance(fault, Fault) else fault for fault in repeated_word.function(pair)]
    assert found == ([message] if message else [])
