"""The languages of a document are compared only where they may say different things; what is found is the same."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tm import checks
from tm.checks.check import Body, Pair
from tm.checks.editions import Edition, Editions
from tm.checks.knowledge import Knowledge
from tm.checks.languages import inconsistent_languages, what_is_said
from tm.exchange import tbx
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit
from tm.project.layout import find_project
from tm.terminology.glossary import Glossary
from tm.workflow.across import File
from tm.workflow.cache import Cache
from tm.workflow.check import check
from tm.workflow.groups import Choice, said_numbers
from tm.workflow.languages import check_languages
from tm.workflow.records import Record

BUILT_IN = Path(__file__).resolve().parents[2] / "locales" / "glossary.tbx"
KNOWN = Knowledge(glossary=Glossary(tbx.read(BUILT_IN.read_bytes(), "glossary.tbx")))
TELL = what_is_said(KNOWN)
CHOICE = Choice(select=(inconsistent_languages.name,))
LANGUAGES = ("ar", "es", "fr", "ru", "zh")

SOURCES = ("The country will provide 12 tents.", "Belarus will provide 12 tents (A/76/L.1).", "Tents")
BELARUS = {"ar": "بيلاروس", "es": "Belarús", "fr": "Bélarus", "ru": "Беларусь", "zh": "白俄罗斯"}
BULGARIA = {"ar": "بلغاريا", "es": "Bulgaria", "fr": "Bulgarie", "ru": "Болгария", "zh": "保加利亚"}
NAMES = st.sampled_from([BELARUS, BULGARIA, dict.fromkeys(LANGUAGES, "")])
VALUES = st.sampled_from(["12", "21", "A/76/L.1", "", "1 000", "1000", ".08", "&#50;"])


def _units(lang: str, texts: list[dict[str, str]]) -> list[Unit]:
    """Make a unit of each text; the last but one has plural forms, the last is fuzzy."""
    units = [
        Unit(SOURCES[number % 3], text[lang], context=str(number % 4), state=State.TRANSLATED, line=number + 1)
        for number, text in enumerate(texts)
    ]
    plural = Unit("a", "9", state=State.TRANSLATED, line=98, source_plural="b", targets=("9", lang))
    return [*units, plural, Unit("c", lang, state=State.FUZZY, line=99)]


TEXTS = st.lists(
    st.tuples(*[st.tuples(NAMES, VALUES)] * 5).map(
        lambda said: {lang: f"{names[lang]} {value}" for lang, (names, value) in zip(LANGUAGES, said, strict=True)}
    ),
    min_size=1,
    max_size=9,
)
MOSTLY = st.tuples(NAMES, VALUES, NAMES, VALUES, st.sampled_from(LANGUAGES)).map(
    lambda said: {
        lang: f"{said[2][lang]} {said[3]}" if lang == said[4] else f"{said[0][lang]} {said[1]}" for lang in LANGUAGES
    }
)


def _file(lang: str, units: list[Unit]) -> File:
    said = said_numbers(units, lambda unit: TELL(Pair(unit, ENGLISH, BY_CODE[lang])))
    record = Record.pack(lang, [], units, {inconsistent_languages.name: said})
    return File(f"{lang}.po", lang.encode(), record.open_head(), record)


def _found(units: dict[str, list[Unit]]) -> list[Finding]:
    files = [_file(lang, each) for lang, each in units.items()]
    documents = {file.path: "letter" for file in files}
    nothing = Cache(None, today=0)
    return list(check_languages(files, documents, CHOICE, known=lambda: KNOWN, cache=nothing))


@settings(deadline=None)
@given(TEXTS | st.lists(MOSTLY, min_size=1, max_size=9))
def test_nothing_is_missed_where_only_what_may_differ_is_compared(texts: list[dict[str, str]]) -> None:
    units = {lang: _units(lang, texts) for lang in LANGUAGES}
    editions = [Edition(BY_CODE[lang], Body(f"{lang}.po", each)) for lang, each in units.items()]
    assert _found(units) == list(checks.run_languages([Editions(ENGLISH, editions)], KNOWN))


def test_one_that_names_another_state_and_one_with_another_figure_are_found() -> None:
    said = [{lang: f"{BELARUS[lang]} {'21' if lang == 'ru' else '12'}" for lang in LANGUAGES}]
    said += [{lang: f"{(BULGARIA if lang == 'fr' else BELARUS)[lang]} 12" for lang in LANGUAGES}] * 3
    assert [(one.path, one.line) for one in _found({lang: _units(lang, said) for lang in LANGUAGES})] == [
        ("ru.po", 1),
        ("fr.po", 3),
        ("fr.po", 4),
    ]


def test_the_english_of_a_french_original_is_compared_with_the_others(tmp_path: Path) -> None:
    said = {"ar": "12 خيمة", "en": "21 tents", "es": "12 tiendas", "ru": "12 палаток", "zh": "12顶帐篷"}
    for lang, text in said.items():
        (tmp_path / "locales" / lang).mkdir(parents=True)
        head = f"Language: {lang}\\nX-Source-Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"
        po = f'msgid ""\nmsgstr "{head}"\n\nmsgid "Le pays fournira 12 tentes."\nmsgstr "{text}"\n'
        (tmp_path / "locales" / lang / "letter.po").write_text(po, encoding="utf-8")
    project = find_project(tmp_path)
    found = check(project, project.po_files(), select=[inconsistent_languages.name]).findings
    assert [one.lang for one in found] == ["en"]


def test_what_other_programs_made_is_from_the_language_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "locales" / "en").mkdir(parents=True)
    (tmp_path / "tm.toml").write_text('source-language = "fr"\n', encoding="utf-8")
    head = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    po = f'{head}msgid "La séance est levée à 10 heures."\nmsgstr "La séance est levée à 10 heures."\n'
    (tmp_path / "locales" / "en" / "letter.po").write_text(po, encoding="utf-8")
    project = find_project(tmp_path)
    assert [one.check for one in check(project, project.po_files()).findings if one.line > 1] == ["untranslated"]


def test_what_knows_nothing_of_a_unit_but_what_it_says_need_not_unpack_it() -> None:
    said = [{lang: f"{BELARUS[lang]} 12" for lang in LANGUAGES}]
    files = [_file(lang, _units(lang, said)) for lang in LANGUAGES]
    files = [File(file.path, file.key, file.head, Record(file.record.head, b"cannot be read")) for file in files]
    documents = {file.path: "letter" for file in files}
    nothing = Cache(None, today=0)
    found = check_languages(files, documents, CHOICE, known=lambda: KNOWN, cache=nothing)
    assert list(found) == []
