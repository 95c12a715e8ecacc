"""Spelling, where it is asked for: with a dictionary of a few words, through hunspell itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tm import checks
from tm.checks.knowledge import Dictionary, Knowledge
from tm.model.language import BY_CODE, CHINESE, ENGLISH
from tm.model.term import Concept, Term
from tm.model.unit import State, Unit
from tm.terminology.glossary import Glossary
from tm.workflow.dictionaries import dictionaries

WORDS = frozenset("le rapport de la commission est adopté il a été aujourd'hui".split())


def _messages(target: str, *, source: str = "x", lang: str = "fr", known: Knowledge | None = None) -> list[str]:
    unit = Unit(source, target, state=State.TRANSLATED, line=3)
    known = known or Knowledge(dictionaries={"fr": Dictionary(WORDS.__contains__)})
    more = checks.informed(known)
    found = checks.run([unit], path="a.po", source=ENGLISH, target=BY_CODE[lang], select=["spelling"], more=more)
    return [one.message for one in found]


def test_a_word_that_the_dictionary_has_not_is_told_once() -> None:
    assert _messages("le raport de la commission, le raport") == ["raport is not in the dictionary"]


@pytest.mark.parametrize(
    "target",
    [
        "le rapport de la commission",
        "le rapport d’UNICEF et de Minsk".replace(" et", ""),
        "il a été adopté aujourd’hui",
        "le rapport de l’il",
        "le 12 rapport COVID-19 iPhone",
        "le rapport <1>de</1> la commission https://example.org/wxyz",
    ],
)
def test_names_acronyms_numbers_and_elision_are_no_mistakes(target: str) -> None:
    assert _messages(target) == []


def test_what_the_source_has_and_the_glossary_agrees_on_is_known() -> None:
    assert _messages("le rapport xxyz", source="the xxyz") == []
    glossary = Glossary((Concept("x", "term", (Term("x", "en"), Term("taxonomie", "fr"))),))
    known = Knowledge(glossary=glossary, dictionaries={"fr": Dictionary(WORDS.__contains__)})
    assert _messages("la taxonomie", known=known) == []


@pytest.mark.parametrize(
    ("lang", "term", "target"),
    [
        ("ar", "ميكروبلاستيك", "بالميكروبلاستيك"),
        ("en", "deepfake", "deepfakes"),
        ("es", "ultrafalsificación", "ultrafalsificaciones"),
        ("fr", "hypertrucage profond", "hypertrucages"),
        ("ru", "дипфейк", "дипфейках"),
    ],
)
def test_a_term_that_the_dictionary_has_not_is_known_in_its_forms(lang: str, term: str, target: str) -> None:
    glossary = Glossary((Concept("x", "term", (Term("x", "zh"), Term(term, lang))),))
    known = Knowledge(glossary=glossary, dictionaries={lang: Dictionary(frozenset[str]().__contains__)})
    assert _messages(target, lang=lang, known=known) == []


def test_a_form_of_a_term_that_the_dictionary_has_is_for_the_dictionary_to_know() -> None:
    glossary = Glossary((Concept("x", "term", (Term("developing countries", "en"), Term("países", "es"))),))
    known = Knowledge(glossary=glossary, dictionaries={"es": Dictionary({"país", "países"}.__contains__)})
    assert _messages("los paises", lang="es", known=known)[-1] == "paises is not in the dictionary"


def test_it_does_not_run_unless_it_is_asked_for() -> None:
    assert "spelling" not in checks.DEFAULT


def test_a_missing_dictionary_is_told_with_what_to_install(tmp_path: Path) -> None:
    known = Knowledge(dictionaries=dictionaries([tmp_path]))
    (text,) = _messages("текст", lang="ru", known=known)
    assert text.startswith("the spelling cannot be checked: ")
    assert str(tmp_path) in text or "chunspell" in text
    (text,) = _messages("文本", lang=CHINESE.code, known=known)
    assert text.endswith("there is no hunspell dictionary of Chinese, which is written without spaces")


def test_translations_into_english_are_read_too() -> None:
    known = Knowledge(dictionaries={"en": Dictionary(frozenset({"the", "state", "report"}).__contains__)})
    assert _messages("the state’s report", source="le rapport", lang="en", known=known) == []
    assert _messages("the raport", source="le rapport", lang="en", known=known) == ["raport is not in the dictionary"]


def test_hunspell_reads_a_dictionary_with_its_endings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    (tmp_path / "ru_RU.aff").write_text("SET UTF-8\nSFX A Y 2\nSFX A 0 а .\nSFX A 0 у .\n", encoding="utf-8")
    (tmp_path / "ru_RU.dic").write_text("2\nдоклад/A\nкомитет/A\n", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    known = Knowledge(dictionaries=dictionaries())
    assert _messages("доклад комитета докладу", lang="ru", known=known) == []
    assert _messages("доклат комитета", lang="ru", known=known) == ["доклат is not in the dictionary"]
