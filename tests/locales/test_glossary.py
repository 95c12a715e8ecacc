"""The glossary that we ship: whole, clean, readable by others, and the same as UNTERM's where it does not say otherwise."""

import re
import unicodedata
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from translate.storage import tbx as toolkit_tbx

from tests.locales.sessions import RULES
from tm.exchange import tbx
from tm.model.language import LANGUAGES
from tm.model.term import Concept, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import recognize_forbidden

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "locales" / "glossary.tbx"
UNTERM = ROOT.parent / "shared" / "data" / "terms" / "unterm_countries.tmx"
KNOWN = Path(__file__).parent / "differences.tsv"
CODES = {language.code for language in LANGUAGES}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def glossary() -> tuple[Concept, ...]:
    return tbx.read(GLOSSARY.read_bytes(), "locales/glossary.tbx")


def first(concept: Concept, language: str, kind: TermKind) -> str:
    found = (term for term in concept.terms if (term.language, term.status) == (language, TermStatus.PREFERRED))
    texts = {term.kind: term.text for term in found}
    return texts.get(kind) or next(iter(texts.values()))


def test_there_are_at_least_900_concepts_each_in_all_six_languages(glossary: tuple[Concept, ...]) -> None:
    assert len(glossary) >= 900
    assert [concept.id for concept in glossary if {term.language for term in concept.terms} != CODES] == []


def test_all_member_states_and_both_observer_states_are_there(glossary: tuple[Concept, ...]) -> None:
    states = {concept.id for concept in glossary if concept.subject == "state"}
    assert len(states) == 193 + 2
    assert {"state-va", "state-ps"} <= states


def test_subjects_cover_what_documents_are_made_of(glossary: tuple[Concept, ...]) -> None:
    counts = Counter(concept.subject for concept in glossary)
    assert {"organ", "committee", "agency", "programme", "post", "furniture", "instrument", "term"} <= set(counts)


def test_texts_are_clean(glossary: tuple[Concept, ...]) -> None:
    for concept in glossary:
        for term in concept.terms:
            assert term.text == unicodedata.normalize("NFC", " ".join(term.text.split(" "))).strip(), concept.id
            assert not re.search(r"[\u200e\u200f\u202a-\u202e\u0640\u00ad]", term.text), concept.id


SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "ru": "CYRILLIC"}


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_language_is_written_in_its_own_script(glossary: tuple[Concept, ...], language: str) -> None:
    """Abbreviations that are written in Latin letters everywhere, such as COVID-19, stand beside their own script."""
    for concept in glossary:
        text = first(concept, language, TermKind.FULL)
        letters = [char for char in text if char.isalpha()]
        own = sum(unicodedata.name(char).startswith(SCRIPTS[language]) for char in letters)
        assert own > 0 or concept.id == "furniture-treaty-series", (concept.id, text)


def test_sessions_are_named_by_the_rules_of_each_language(glossary: tuple[Concept, ...]) -> None:
    by_id = {concept.id: concept for concept in glossary}
    for number in range(1, 100):
        terms = {term.language: term.text for term in by_id[f"session-{number}"].terms}
        assert terms == {language: rule(number) for language, rule in RULES.items()}


def test_agreed_terms_of_all_fields_are_there(glossary: tuple[Concept, ...]) -> None:
    counts = Counter(concept.subject for concept in glossary)
    assert counts["term"] >= 150
    english = {term.text for concept in glossary for term in concept.terms if term.language == "en"}
    assert {"climate change", "gender equality", "due diligence", "internally displaced persons", "NATO"} <= english


def test_a_deprecated_term_is_no_term_of_its_concept_otherwise(glossary: tuple[Concept, ...]) -> None:
    for concept in glossary:
        forbidden = {(term.language, term.text) for term in concept.terms if term.status is TermStatus.FORBIDDEN}
        others = {(term.language, term.text) for term in concept.terms if term.status is not TermStatus.FORBIDDEN}
        assert not forbidden & others, concept.id
        assert {language for language, _ in forbidden} <= {language for language, _ in others}, concept.id


def test_an_agreed_term_is_never_told_as_deprecated(glossary: tuple[Concept, ...]) -> None:
    known = Glossary(glossary)
    terms = ((concept.id, term) for concept in glossary for term in concept.terms)
    agreed = ((name, term) for name, term in terms if term.status is not TermStatus.FORBIDDEN)
    told = [
        (name, term.text)
        for name, term in agreed
        if any(one.concept.id == name for one in recognize_forbidden(known, term.text, term.language))
    ]
    assert told == []


ACRONYMS = [
    ("programme-untso", "UNTSO", "ONUST", "ONUVT", "ОНВУП", "停战监督组织"),
    ("programme-undof", "UNDOF", "FNUOD", "FNUOS", "СООННР", "观察员部队"),
    ("programme-unifil", "UNIFIL", "FINUL", "FPNUL", "ВСООНЛ", None),
    ("programme-unmik", "UNMIK", "MINUK", "UNMIK", "МООНК", "科索沃特派团"),
    ("programme-monusco", "MONUSCO", "MONUSCO", "MONUSCO", "МООНСДРК", "联刚稳定团"),
    ("programme-unsmil", "UNSMIL", "MANUL", "UNSMIL", "МООНПЛ", "联利支助团"),
    ("programme-unami", "UNAMI", "MANUI", "UNAMI", "МООНСИ", "联伊援助团"),
    ("programme-binuh", "BINUH", "BINUH", "BINUH", "ОПООНГ", "联海综合办"),
    ("organ-csto", "CSTO", "OTSC", "OTSC", "ОДКБ", "集安组织"),
    ("organ-gcc", "GCC", "CCG", "CCG", "ССАГПЗ", "海合会"),
    ("organ-eccas", "ECCAS", "CEEAC", "CEEAC", "ЭСЦАГ", "中非经共体"),
    ("organ-uncitral", "UNCITRAL", "CNUDCI", "CNUDMI", "ЮНСИТРАЛ", "贸易法委员会"),
    ("instrument-npt", "NPT", "TNP", "TNP", "ДНЯО", None),
]


@pytest.mark.parametrize(("name", "expected"), [(name, expected) for name, *expected in ACRONYMS])
def test_missions_bodies_and_treaties_have_the_acronyms_of_each_language(
    glossary: tuple[Concept, ...], name: str, expected: list[str | None]
) -> None:
    (concept,) = (one for one in glossary if one.id == name)
    found = {term.language: term.text for term in concept.terms if term.kind is TermKind.ACRONYM}
    assert [found.get(language) for language in ("en", "fr", "es", "ru", "zh")] == expected


def test_no_term_is_written_twice(glossary: tuple[Concept, ...]) -> None:
    for concept in glossary:
        counts = Counter((term.language, term.text) for term in concept.terms)
        assert max(counts.values()) == 1, (concept.id, counts.most_common(1))


def test_acronyms_differ_by_language(glossary: tuple[Concept, ...]) -> None:
    acronyms = {
        concept.id: {term.language: term.text for term in concept.terms if term.kind is TermKind.ACRONYM}
        for concept in glossary
    }
    assert acronyms["programme-unodc"]["fr"] == "ONUDC"
    assert acronyms["organ-nato"]["fr"] == acronyms["organ-nato"]["es"] == "OTAN"
    assert acronyms["agency-who"] == {"en": "WHO", "es": "OMS", "fr": "OMS", "ru": "ВОЗ", "zh": "世卫组织"}
    assert acronyms["term-hiv"]["ru"] == "ВИЧ"


def test_translate_toolkit_reads_it(glossary: tuple[Concept, ...]) -> None:
    store = toolkit_tbx.tbxfile.parsestring(GLOSSARY.read_bytes())
    assert len(store.units) == len(glossary)


def plain(text: str) -> str:
    """Leave out what UNTERM writes for its own purposes: articles, footnote marks, and the shape of apostrophes."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("*", "").strip()
    text = re.sub(r" \((?:l'|le|la|les|el|los|las|the)\)$", "", text)
    return re.sub(r"^(?:the |la |le |les |l'|el |los |las )", "", text)


@pytest.mark.skipif(not UNTERM.exists(), reason="shared/data/terms is not beside the project")
def test_names_of_states_are_those_of_unterm_but_for_known_differences(glossary: tuple[Concept, ...]) -> None:
    units = [
        {variant.get(LANG, "")[:2]: plain("".join(variant.itertext()).strip()) for variant in unit.iter("tuv")}
        for unit in ElementTree.parse(UNTERM).iter("tu")
    ]
    theirs = {unit["en"]: unit for unit in units}
    found = set()
    for concept in (concept for concept in glossary if concept.subject == "state"):
        for kind in (TermKind.SHORT, TermKind.FULL):
            other = theirs.get(plain(first(concept, "en", kind)))
            if other is None:
                found.add((concept.id, kind.value, "en"))
                continue
            ours = {code: plain(first(concept, code, kind)) for code in CODES}
            found |= {(concept.id, kind.value, code) for code in ours if ours[code] != other.get(code, ours[code])}
    known = {tuple(line.split("\t")[:3]) for line in KNOWN.read_text(encoding="utf-8").splitlines()[1:]}
    assert sorted(found - known) == [], "differences that nobody has looked at"
    assert sorted(known - found) == [], "differences that are no more: take them out of differences.tsv"
