"""No memory takes in what never is a translation; what real translators wrote it takes."""

import gzip
import io
from pathlib import Path

import pytest

from tm.exchange import tmx
from tm.workflow.admission import objection

DATA = Path("../shared/data")


@pytest.mark.parametrize(
    ("source", "target", "language", "reason"),
    [
        ("Peace", "", "fr", "empty"),
        ("Peace", " \N{NO-BREAK SPACE}", "fr", "empty"),
        ("", "Paix", "fr", "empty"),
        ("Peace <1/>", "<1/>", "fr", "empty"),
        ("Peace", "Мир", "fr", "script"),
        ("Peace and security", "La paix et la sécurité", "ru", "script"),
        ("The Committee met in Geneva.", "Le Comité s’est réuni à Genève le 5 mai 2021.", "ru", "script"),
        ("The Committee met in Geneva.", "El Comité se reunió en Ginebra el 5 de mayo de 2021.", "ar", "script"),
        ("Hello", "Hello World this is English", "zh", "script"),
        ("Peace", "和平与安全", "ar", "script"),
        ("Мир и безопасность", "La paix et la sécurité", "fr", "script"),
        ("The Committee took note of the report of the Secretary-General on peace, " * 3, "Oui", "fr", "length"),
        ("In 2019 there were 1,051,635 cases in 12 regions, said the Organization in its report.", "{NS}", "es", "length"),
        ("The Committee took note of the report.", "The Committee took note of the report.", "fr", "untranslated"),
    ],
)  # fmt: skip
def test_what_never_is_a_translation_is_objected_to(source: str, target: str, language: str, reason: str) -> None:
    against = objection(source, target, "en", language)
    assert against is not None
    assert against[0] == reason


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("A/76/912", "A/76/912", "zh"),
        ("UNICEF", "UNICEF", "ru"),
        ("Peru", "Peru", "es"),
        ("New York", "New York", "fr"),
        ("Yes", "Да", "ru"),
        ("CDC", "Центры по контролю и профилактике заболеваний США (CDC)", "ru"),
        ("<1/>", "<1/>", "fr"),
        ("https://www.un.org/en/about", "https://www.un.org/ru/about", "ru"),
        (
            "The Journal of the American Medical Association said so.",
            "Journal of the American Medical Association",
            "ru",
        ),
        ("Listeria monocytogenes", "Listeria monocytogenes", "zh"),
        ("Windows 11 (x64)", "Windows 11 (x64)", "ar"),
    ],
)
def test_names_symbols_and_short_answers_are_let_in(source: str, target: str, language: str) -> None:
    assert objection(source, target, "en", language) is None


@pytest.mark.skipif(not DATA.exists(), reason="the real data are not here")
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("udhr/udhr.tmx", 0),
        ("sdg/sdg.tmx", 0),
        ("terms/unsd_m49.tmx", 0),
        ("terms/unterm_countries.tmx", 0),
        ("terms/tico_terms.tmx", 1),
        ("tico19/tico19.tmx.gz", 2),  # both of them wrongly paired
    ],
)
def test_fewer_than_one_published_pair_in_a_thousand_is_objected_to(name: str, most: int) -> None:
    data = (DATA / name).read_bytes()
    stream = io.BytesIO(gzip.decompress(data) if name.endswith(".gz") else data)
    pairs = against = 0
    for given in tmx.read(stream, name):
        for part in given.parts:
            (source, text), *translations = part.texts.items()
            pairs += len(translations)
            against += sum(bool(objection(text, other, source, code)) for code, other in translations)
    assert pairs > 400
    assert against <= most
    assert against < pairs / 1_000
