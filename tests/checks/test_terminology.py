"""Names and agreed terms, over published text and in defects put into it; capitals of names."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.test_published_text import DATA, _pairs
from tm import checks
from tm.checks.check import Pair
from tm.checks.knowledge import Knowledge
from tm.checks.wording import Target, checked, named
from tm.exchange import tbx
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH, LANGUAGES
from tm.model.term import Concept, Term, TermStatus
from tm.model.unit import State, Unit
from tm.terminology.glossary import Glossary

BUILT_IN = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
GLOSSARY = Glossary(tbx.read(BUILT_IN.read_bytes(), "glossary.tbx"))
INFORMED = checks.informed(Knowledge(glossary=GLOSSARY))
TARGETS = ["ar", "es", "fr", "ru", "zh"]

ALLOWED = {"ar": 6, "es": 5, "fr": 10, "ru": 4, "zh": 4}
"""Units of half of SDG, UDHR and TICO-19 (1,180) with a finding of `term`, as measured and rounded up. All were read: most are
real (misaligned French, WTO for WHO, Ireland for Iceland, names that are not UN usage); 3 to 5 a language reword."""


def _found(source: str, target: str, lang: str, *names: str) -> list[Finding]:
    unit = Unit(source, target, state=State.TRANSLATED, line=1)
    select = names or ("term",)
    return list(checks.run([unit], path="a.po", source=ENGLISH, target=BY_CODE[lang], select=select, more=INFORMED))


@pytest.mark.parametrize("target", ["La mission du <1>Bulgarie</1> à New York", "La mission à New York"])
def test_the_term_that_is_meant_is_pointed_at_in_the_source(target: str) -> None:
    source = "The <1>mission</1> of Belarus in New York"
    (found,) = _found(source, target, "fr")
    assert found.of
    assert source[found.of.start : found.of.end] == "Belarus"
    assert (found.at and target[found.at.start : found.at.end]) == ("Bulgarie" if "Bulgarie" in target else None)


@cache
def _published(lang: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for name in ("sdg", "udhr", "tico19") for pair in _pairs(name, lang))


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not beside the checkout")
@pytest.mark.parametrize("lang", TARGETS)
def test_published_translations_are_left_alone(lang: str) -> None:
    flagged = [pair for pair in _published(lang)[::2] if _found(*pair, lang)]  # half of them, to be quick
    assert len(flagged) <= ALLOWED[lang], flagged


def _defects(lang: str, count: int) -> Iterator[tuple[str, str]]:
    """Put another concept of the same subject where a term stands that the source has once."""
    chance, glossary = random.Random(lang), checked(GLOSSARY)
    pairs = list(_published(lang))
    chance.shuffle(pairs)
    for source, translation in pairs:
        wanted = {one.concept.id for one in named(glossary, source, "en")}
        target = Target(glossary, translation, lang)
        held = [one.concept.id for one in target.named]
        there = [one for one in target.named if one.concept.id in wanted and held.count(one.concept.id) == 1]
        if there and not _found(source, translation, lang):
            one = chance.choice(there)
            kin = [other for other in glossary.concepts if other.subject == one.concept.subject]
            other = chance.choice([concept for concept in kin if concept.id not in wanted])
            new = next(t.text for t in other.terms if t.language == lang and t.status is TermStatus.PREFERRED)
            yield source, target.text[: one.start] + new + target.text[one.end :]
            count -= 1
            if not count:
                return


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not beside the checkout")
@pytest.mark.parametrize("lang", TARGETS)
def test_nineteen_of_twenty_wrong_names_and_terms_are_found(lang: str) -> None:
    pairs = list(_defects(lang, 300))  # of a hundred, as many as two more are missed by chance when the glossary grows
    missed = [pair for pair in pairs if not _found(*pair, lang)]
    assert len(pairs) == 300
    assert len(missed) <= 15, missed


def test_what_stands_instead_is_named_and_marked() -> None:
    (found,) = _found("the report of Belarus", "le rapport <1>de la Bulgarie</1>", "fr")
    assert found.message == "the translation has Bulgarie where the source has Belarus (Bélarus)"
    assert found.at is not None
    assert found.target[found.at.start : found.at.end] == "Bulgarie"


def test_an_english_acronym_can_be_put_right() -> None:
    (found,) = _found("UNODC provides assistance.", "L’UNODC fournit une aide.", "fr")
    assert (found.message, found.fix) == ("UNODC is the English acronym: ONUDC", "ONUDC")


def test_a_deprecated_term_is_named_with_the_agreed_one() -> None:
    (found,) = _found("the Government of Belarus", "правительство Белоруссии", "ru")
    assert found.message == "Белоруссии is not the agreed term: Беларусь"


WRONG_NAMES = [
    ("fr", "UNIFIL continued its patrols.", "La FNUOD a poursuivi ses patrouilles."),
    ("es", "UNIFIL continued its patrols.", "La FNUOS siguió patrullando."),
    ("ru", "UNIFIL continued its patrols.", "СООННР продолжали патрулирование."),
    ("zh", "UNIFIL continued its patrols.", "观察员部队继续巡逻。"),
    ("ar", "UNIFIL continued its patrols.", "واصلت قوة الأمم المتحدة لمراقبة فض الاشتباك دورياتها."),
    ("fr", "UNSMIL", "la MINUL"),
    ("ru", "MONUSCO and MINUSCA", "МООНСДРК и МИНУСМА"),
    ("es", "the World Meteorological Organization", "la Organización Mundial de Meteorología"),
    ("fr", "the Pacific Islands Forum", "le Forum insulaire du Pacifique"),
    ("es", "the Pacific Islands Forum", "la Comunidad del Caribe"),
    ("es", "ECCAS", "la CEDEAO"),
    ("fr", "the European Council met", "le Conseil de l’Europe s’est réuni"),
    ("es", "the European Court of Human Rights", "la Corte Interamericana de Derechos Humanos"),
    ("ru", "the International Tribunal for the Law of the Sea", "Международный Суд"),
    ("ar", "the Biological Weapons Convention", "اتفاقية الأسلحة الكيميائية"),
    ("zh", "the Chemical Weapons Convention", "《生物武器公约》"),
    ("ar", "Cabo Verde", "الرأس الأخضر"),
    ("fr", "the Democratic People's Republic of Korea", "la Corée du Nord"),
]
"""Missions, bodies and treaties under the name of another of their kind or one that they do not have: UNDOF, ECOWAS."""

RIGHT_NAMES = [
    ("fr", "UNIFIL and UNDOF; UNSMIL and UNMIL", "la FINUL et la FNUOD ; la MANUL et la MINUL"),
    ("ru", "the Mission (MONUSCO) and MINUSCA", "Миссия (МООНСДРК) и МИНУСКА"),
    ("es", "the World Meteorological Organization", "la Organización Meteorológica Mundial"),
    ("ru", "members of the Pacific Islands Forum", "члены Форума тихоокеанских островов"),
    ("zh", "the European Council and the Council of Europe", "欧洲理事会和欧洲委员会"),
    ("zh", "members of the Gulf Cooperation Council", "海合会成员"),
    ("ar", "the African Union Mission in Somalia", "بعثة الاتحاد الأفريقي في الصومال"),
    (
        "fr",
        "The Chef de Cabinet met the High Representative.",
        "La Cheffe de cabinet a rencontré la Haute-Représentante.",
    ),
    (
        "ru",
        "the 2030 Agenda and the Sendai Framework",
        "Повестка дня на период до 2030 года и Сендайская рамочная программа",
    ),
    ("zh", "the 2030 Agenda and the Rome Statute", "《2030年议程》和《罗马规约》"),
    ("es", "ECCAS and ECOWAS", "la CEEAC y la CEDEAO"),
]


@pytest.mark.parametrize(("lang", "source", "target"), WRONG_NAMES)
def test_a_mission_body_or_treaty_under_a_name_that_is_not_its_own_is_told(lang: str, source: str, target: str) -> None:
    assert _found(source, target, lang)


@pytest.mark.parametrize(("lang", "source", "target"), RIGHT_NAMES)
def test_missions_bodies_and_treaties_under_their_own_names_are_left_alone(lang: str, source: str, target: str) -> None:
    assert not _found(source, target, lang)


def test_the_glossary_of_the_project_is_asked_and_no_other() -> None:
    own = Glossary((Concept("x", "term", (Term("widget", "en"), Term("gadget", "fr"))),))
    (term,) = (one for one in checks.informed(Knowledge(glossary=own)) if one.name == "term")
    assert list(term.function(Pair(Unit("a widget", "un machin"), ENGLISH, BY_CODE["fr"])))
    assert not list(term.function(Pair(Unit("Widgets", "des gadgets"), ENGLISH, BY_CODE["fr"])))
    assert not list(term.function(Pair(Unit("Belarus", "la Bulgarie"), ENGLISH, BY_CODE["fr"])))


def test_without_a_glossary_nothing_is_said() -> None:
    for one in checks.informed(Knowledge()):
        assert not list(one.function(Pair(Unit("Belarus", "la Bulgarie"), ENGLISH, BY_CODE["fr"])))


@pytest.mark.parametrize(
    ("lang", "source", "target", "expected"),
    [
        ("fr", "Member States", "les états membres", ["états membres is written États Membres"]),
        ("fr", "the General Assembly", "l’assemblée générale", ["assemblée générale is written Assemblée générale"]),
        (
            "ru",
            "in the Security Council",
            "в совете безопасности",
            ["совете безопасности is written Совет Безопасности"],
        ),
        ("es", "Member States", "los estados miembros", ["estados miembros is written Estados Miembros"]),
        ("fr", "Member States", "les États Membres", []),
        ("fr", "the Security Council", "LE CONSEIL DE SÉCURITÉ", []),
        ("fr", "human rights", "les droits humains", []),
        ("ru", "the General Assembly", "Генеральной Ассамблее", []),
        ("fr", "Belarus", "le Bélarus", []),
    ],
)
def test_capitals_are_those_of_the_glossary(lang: str, source: str, target: str, expected: list[str]) -> None:
    assert [one.message for one in _found(source, target, lang, "capitals")] == expected


SNIPPETS = [
    "Belarus", "Беларусь", "WHO", "the Security Council", "Guinea", "大会", "马里", "\ud800", "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{COMBINING ACUTE ACCENT}", "<1>", "</1>", "وال", "Turkey", "turkeys", "United States", "US", "’", "-", "(", ".",
]  # fmt: skip


@settings(deadline=None, max_examples=50)  # the first use of a language makes its index
@given(
    st.lists(st.sampled_from(SNIPPETS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(SNIPPETS), max_size=14).map("".join),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_no_text_breaks_what_needs_knowledge(source: str, target: str, one: object, other: object) -> None:
    unit = Unit(source, target, previous=target, state=State.TRANSLATED)
    for check in INFORMED:
        for fault in check.function(Pair(unit, one, other)):  # type: ignore[arg-type]
            assert fault


def test_what_is_no_segment_any_more_is_let_go() -> None:
    text = "The General Assembly and Guinea, " * 16_000
    list(INFORMED[0].function(Pair(Unit("Guinea", "Guinée"), ENGLISH, BY_CODE["fr"])))  # makes the language's index
    start = time.process_time()
    assert not list(INFORMED[0].function(Pair(Unit(text, text), ENGLISH, BY_CODE["fr"])))
    assert time.process_time() - start < 0.5
