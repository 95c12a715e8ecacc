"""What most languages of a document have and one has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tm import checks
from tm.checks.check import Body
from tm.checks.editions import Edition, Editions
from tm.checks.knowledge import Knowledge
from tm.exchange import tbx
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.terminology.glossary import Glossary

BUILT_IN = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
KNOWN = Knowledge(glossary=Glossary(tbx.read(BUILT_IN.read_bytes(), "glossary.tbx")))


def _found(source: str, **targets: str) -> list[Finding]:
    editions = [
        Edition(BY_CODE[code], Body(f"{code}.po", [Unit(source, text, state=State.TRANSLATED, line=3)]))
        for code, text in targets.items()
    ]
    return list(checks.run_languages([Editions(ENGLISH, editions)], KNOWN))


def _pointed_at(finding: Finding) -> str:
    return finding.target[finding.at.start : finding.at.end] if finding.at else ""


TENTS = {
    "ar": "سيوفر البلد المضيف بضع خيام.",
    "es": "El país anfitrión proporcionará algunas tiendas.",
    "fr": "Le pays hôte fournira quelques tentes.",
    "ru": "Принимающая страна предоставит несколько палаток.",
    "zh": "东道国将提供一些帐篷。",
}


def test_a_state_that_only_one_language_names_is_reported_there() -> None:
    found = _found(
        "The host country will provide tents.",
        ar="ستوفر بيلاروس الخيام.",
        es="Belarús proporcionará las tiendas.",
        fr="Le Bélarus fournira les tentes.",
        ru="Болгария предоставит палатки.",
        zh="白俄罗斯将提供帐篷。",
    )
    assert [(one.path, one.lang, one.line) for one in found] == [("ru.po", "ru", 3)]
    assert found[0].message == "Arabic, Spanish, French and Chinese speak of Belarus, this of Bulgaria"
    assert _pointed_at(found[0]) == "Болгария"


def test_where_all_agree_or_each_goes_its_way_nothing_is_said() -> None:
    assert _found("The host country will provide some tents.", **TENTS) == []
    assert _found("Belarus", ar="بيلاروس", es="Belarús", fr="Bulgarie", ru="Болгария", zh="法国") == []


INDICATOR = {
    "ar": "عدد الوفيات الناجمة عن الكوارث من بين كل 100 000 شخص بحلول عام 2030",
    "es": "Número de muertes causadas por desastres por cada 100.000 habitantes de aquí a 2030",
    "fr": "Nombre de décès dus à des catastrophes pour 100\xa0000 personnes d’ici à 2030",
    "ru": "Число погибших в результате бедствий на 100 000 человек к 2030 году",
    "zh": "到2030年每10万人中因灾害死亡的人数",
}
INDICATOR_SOURCE = "Number of deaths attributed to disasters per 100,000 population by 2030"


@pytest.mark.parametrize("lang", INDICATOR)
def test_a_wrong_figure_in_one_of_five_languages_is_reported_there_and_nowhere_else(lang: str) -> None:
    wrong = INDICATOR | {lang: INDICATOR[lang].replace("2030", "2020")}
    found = _found(INDICATOR_SOURCE, **wrong)

    assert _found(INDICATOR_SOURCE, **INDICATOR) == []
    assert [(one.path, one.lang) for one in found] == [(f"{lang}.po", lang)]
    others, _, here = found[0].message.partition(" where this has ")
    assert others.endswith("2030")
    assert here.endswith("2020")
    assert "2020" in _pointed_at(found[0])


@pytest.mark.parametrize("lang", TENTS)
def test_another_symbol_in_one_language_is_reported_there(lang: str) -> None:
    targets = {code: f"{text} (A/76/L.1)" for code, text in TENTS.items()}
    found = _found(
        "The host country will provide some tents (A/76/L.1).", **targets | {lang: f"{TENTS[lang]} (A/76/L.2)"}
    )
    assert [(one.path, one.message.endswith(" have A/76/L.1 where this has A/76/L.2")) for one in found] == [
        (f"{lang}.po", True)
    ]
    assert _pointed_at(found[0]) == "A/76/L.2"


def test_what_is_said_names_what_differs_as_the_texts_have_it() -> None:
    (found,) = _found(INDICATOR_SOURCE, **INDICATOR | {"zh": "到2020年每10万人中因灾害死亡的人数"})
    assert found.message == "Arabic, Spanish, French and Russian have 2030 where this has 2020"

    days = {
        "ar": "في 3 أيار/مايو 2021",
        "es": "El 3 de mayo de 2021",
        "fr": "Le 3 mai 2021",
        "ru": "3 мая 2021 года",
        "zh": "2021年6月3日",
    }
    (found,) = _found("On 3 May 2021", **days)
    assert found.message == "Arabic, Spanish, French and Russian have 3 de mayo de 2021 where this has 2021年6月3日"


def test_figures_for_words_and_scales_are_no_difference() -> None:
    targets = {"ar": "100000 شخص", "es": "100.000 personas", "fr": "100 000 personnes", "ru": "100 000 человек"}
    assert _found("100,000 persons", **targets, zh="10万人") == []


def test_fewer_than_four_languages_say_nothing() -> None:
    assert _found("The host country", fr="le Bélarus", es="Belarús", ru="Болгария") == []


def test_a_silence_counts_here_too() -> None:
    texts = {"es": "Belarús", "fr": "le Bélarus", "zh": "白俄罗斯", "ar": "بيلاروس", "ru": "Болгария"}
    units = {
        code: Unit("the host", text, state=State.TRANSLATED, line=3, flags=("ignore-inconsistent-languages",))
        for code, text in texts.items()
    }
    editions = [Edition(BY_CODE[code], Body(f"{code}.po", [unit])) for code, unit in units.items()]
    assert list(checks.run_languages([Editions(ENGLISH, editions)], KNOWN)) == []
