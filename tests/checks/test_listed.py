"""Members of lists are counted in the languages whose lists can be read."""

from __future__ import annotations

import pytest

from tm.checks.enumerations import enumerations
from tm.checks.listed import fewer_listed, more_listed

LISTS = [
    ("en", "The kits held soap, two buckets and blankets.", [", two buckets and "]),
    ("en", "In May, the kits held soap, two buckets and blankets.", [", two buckets and "]),
    ("en", "In May, boys and girls came.", []),
    ("en", "He met judges, lawyers, who spoke, and guards.", []),
    ("en", "Italy, Chad, Mali and Fiji voted; men, women and children came.", [", Chad, Mali and ", ", women and "]),
    ("en", "The Ministry of Health, Labour and Welfare agreed.", []),
    ("en", "The tents (large, small and blue) came.", []),
    ("fr", "Les trousses contenaient du savon, des seaux et des tentes.", [", des seaux et "]),
    ("fr", "En mai, garçons et filles sont venus.", []),
    ("es", "El informe cita a jueces, abogados e intérpretes.", [", abogados e "]),
    ("ru", "Малярия, корь и пневмония остаются причинами смерти.", [", корь и "]),
    ("ru", "Число людей, погибших или пропавших.", []),
    ("zh", "该计划将水、农业和卫生列为优先事项。", ["、农业和"]),
    ("zh", "和平、共和国与会者", []),
    ("ar", "صابون ودلاء وبطانيات", []),
]


@pytest.mark.parametrize(("language", "text", "listed"), LISTS)
def test_lists_of_three_members_and_more_are_read(language: str, text: str, listed: list[str]) -> None:
    assert [text[one.start : one.end] for one in enumerations(text, language)] == listed


def test_the_member_for_which_nothing_stands_is_named() -> None:
    source = "The programme covers health, education, tourism and housing."
    place = fewer_listed(source, "Le programme couvre la santé, l’éducation et le logement.", "fr")
    assert place
    assert source[slice(*place)] == "tourism"


def test_a_lost_member_is_told_beside_other_commas() -> None:
    source = "The mission, led by Ms Lee, visited schools, clinics, markets and prisons."
    target = "La misión, dirigida por la Sra. Lee, visitó escuelas, mercados y cárceles."
    assert fewer_listed(source, target, "es")
    assert not more_listed(source, target, "es")


def test_each_sentence_is_compared_with_its_own() -> None:
    source = "The mission visited schools, clinics and markets. It met, as before, judges and guards."
    target = "La misión visitó escuelas y mercados. Se reunió, como antes, con jueces, con abogados y con guardias."
    place = fewer_listed(source, target, "es")
    assert place
    assert source[slice(*place)] in source.split(". ")[0]
