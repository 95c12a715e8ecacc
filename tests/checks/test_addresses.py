"""Addresses are compared sign by sign, but for the language in them."""

from __future__ import annotations

import pytest

from tm.checks.addresses import url
from tm.checks.check import Pair
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit


def _told(source: str, language: str, target: str) -> list[str]:
    pair = Pair(Unit(source, target, state=State.TRANSLATED, line=1), ENGLISH, BY_CODE[language])
    found = [one for one in url.function(pair) if not isinstance(one, str)]
    return [target[one.at.start : one.at.end] if one.at else "" for one in found]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "https://www.un.org/en/about-us", "https://www.un.org/fr/about-us"),
        ("fr", "https://www.un.org/en/about-us", "https://www.un.org/fr/a-propos"),
        ("es", "https://en.unesco.org/themes", "http://es.unesco.org/themes/"),
        ("es", "https://www.ilo.org/?lang=en&id=77", "https://www.ilo.org/?id=77&lang=es"),
        ("es", "https://undocs.org/en/A/78/6", "https://undocs.org/A/78/6"),
        ("ru", "see www.un.org/en/sdgs/.", "см. un.org/ru/sdgs."),
        ("ru", "https://undocs.org/A/78/6²", "https://undocs.org/ru/A/78/6[2]"),
        ("zh", "see https://www.who.int/en/topics (2020)", "见https://www.who.int/zh/topics（2020年）"),
        ("zh", "Write to info@un.org.", "请写信至info@un.org。"),
        ("ar", "at https://www.who.int/en/topics, and", "على https://www.who.int/ar/topics، و"),
        ("ar", "Write to info@un.org.", "الكتابة إلى \N{LEFT-TO-RIGHT ISOLATE}info@un.org\N{POP DIRECTIONAL ISOLATE}."),
        ("fr", "name@example.com", "nom@exemple.com"),
        ("es", "https://example.com/your-page", "https://ejemplo.com/su-pagina"),
    ],
)
def test_only_the_language_may_differ(language: str, source: str, target: str) -> None:
    assert _told(source, language, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("registration@unog.example.org", "registraton@unog.example.org"),
        ("www.sanctions.example.org", "www.sanction.example.org"),
        ("https://indico.example.org/event/1004/", "https://indico.example.org/event/1040/"),
        ("https://data.example.org/co2", "https://data.example.org/c02"),
        ("https://help.example.org/umoja?id=77", "https://help.example.org/umoja?id=7"),
        ("https://www.un.org/en/about-us", "https://www.un.org/fr/abuot-us"),
        ("https://www.un.org/en/report-2021", "https://www.un.org/fr/rapport-2012"),
        ("https://www.un.org/en/about-us", "https://www.un.org/a-propos"),  # in no language
        ("https://www.un.org/en/about-us", "https://www.un.org/fr"),
        ("https://undocs.org/A/78/6", "https://undocs.org/a/78/6"),
        ("registration@example.org", "registraton@example.org"),
        ("data.unicef.org", "data.uncief.org"),
        pytest.param("https://un.org/en/" + "a" * 1900, "https://un.org/fr/" + "ab" * 950, id="a long name, at once"),
    ],
)
@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_what_is_altered_is_pointed_at(language: str, source: str, target: str) -> None:
    assert _told(source, language, target) == [target]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_what_is_lost_is_told(language: str) -> None:
    assert _told("(source: https://stats.example.org/lfs)", language, "()") == [""]
