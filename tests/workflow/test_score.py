"""Documents are joined by name and language, units by msgctxt and msgid; what does not belong together is refused."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tm.model.errors import FormatError, SettingsError
from tm.model.language import ARABIC, FRENCH, Language
from tm.workflow.effort import band_of_note, effort
from tm.workflow.pairs import LeftOut, alone, pair
from tm.workflow.score import Report, score
from tm.workflow.sides import Side, read_side

HEADER = 'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: {source}\\n"\n'

Units = dict[str, str]
FINAL = {
    "One day.": "Un jour.",
    "Two days.": "Deux jours.",
    "Three days.": "Trois jours.",
    "Four days.": "Quatre jours.",
}

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that writes a PO file of these units and gives its path; a source with `~` before it is fuzzy."""

    def make(name: str, units: Units, *, lang: str = "fr", source: str = "en", notes: Units | None = None) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = HEADER.format(lang=lang, source=source)
        for key, target in units.items():
            note = (notes or {}).get(key.lstrip("~"))
            text += f"\n#. tm: {note}" if note else ""
            text += "\n#, fuzzy" if key.startswith("~") else ""
            text += f'\nmsgid "{key.lstrip("~")}"\nmsgstr "{target}"\n'
        path.write_text(text, encoding="utf-8")
        return str(path)

    return make


def read(*named: str, language: Language | None = None) -> list[Side]:
    return [read_side(name, Path(), language) for name in named]


def scored(*named: str, language: Language | None = None, unfinished: bool = False, few: bool = False) -> Report:
    *hypotheses, reference = read(*named, language=language)
    return score(list(pair(hypotheses, reference, unfinished=unfinished, few=few)))


def test_units_are_joined_by_key_not_by_place_and_only_finished_ones_count(write: Write) -> None:
    final = write("final.po", FINAL)
    one = write(
        "one.po", {"~Four days.": "Quatre", "Three days.": "Trois jours.", "One day.": "Un jour.", "Five.": "Cinq."}
    )
    (language,) = scored(one, final).languages
    assert (language.segments, language.scores["bleu"].value) == (2, pytest.approx(100))
    assert language.left_out == LeftOut(1, 1, 0, 1)


def test_on_request_fuzzy_ones_count_as_they_stand_and_missing_ones_as_empty(write: Write) -> None:
    final = write("final.po", {**FINAL, "~Five.": "Cinq."})
    one = write("one.po", {"One day.": "Un jour.", "~Four days.": "Quatre jours.", "Three days.": "", "Five.": "Cinq."})
    report = scored(one, final, unfinished=True)
    (language,) = report.languages
    assert (language.segments, language.empty, language.left_out) == (4, 2, LeftOut(0, 0, 1, 0))
    assert [(segment.source, segment.hypothesis, segment.chrf) for segment in report.worst] == [
        ("Two days.", "", 0),
        ("Three days.", "", 0),
    ]


def test_the_worst_come_first_with_their_source_and_line(write: Write) -> None:
    final = write("final.po", FINAL)
    one = write("one.po", {**FINAL, "Two days.": "Deux heures.", "Three days.": "Rien."})
    worst = scored(one, final).worst
    assert [(segment.source, segment.line) for segment in worst] == [("Three days.", 13), ("Two days.", 10)]
    assert (worst[1].hypothesis, worst[1].reference, worst[1].path) == ("Deux heures.", "Deux jours.", final)
    assert worst[0].chrf < worst[1].chrf < 100


def test_a_text_has_a_line_for_each_unit_and_takes_its_language(write: Write, tmp_path: Path) -> None:
    final = write("final.po", FINAL)
    text = tmp_path / "one.txt"
    text.write_text("Un jour.\r\nDeux jours.\r\nTrois jours.\r\n\r\n", encoding="utf-8")
    (paired,) = pair(read(final), *read(str(text)), unfinished=False, few=False)
    assert (paired.lang, [both.hypotheses for both in paired.pairs]) == ("fr", [(text,) for text in FINAL.values()])
    assert scored(str(text), final).worst[0].source == "Four days."


def test_plural_forms_are_segments_of_their_own(write: Write, tmp_path: Path) -> None:
    path = Path(write("final.po", {}))
    forms = '\nmsgid "a day"\nmsgid_plural "{{}} days"\nmsgstr[0] "un jour"\nmsgstr[1] "{} jours"\n'
    text = path.read_text(encoding="utf-8")
    path.write_text(text + forms.format("des"), encoding="utf-8")
    other = tmp_path / "one.po"
    other.write_text(text + forms.format("les"), encoding="utf-8")
    report = scored(str(other), str(path))
    assert report.languages[0].segments == 2
    assert [segment.hypothesis for segment in report.worst] == ["les jours"]


def test_folders_are_scored_by_document_and_language(write: Write, tmp_path: Path) -> None:
    for folder, more in (("old", "s"), ("new", "")):
        for lang in ("fr", "es"):
            write(f"{folder}/{lang}/a.po", {**FINAL, "One day.": f"Un{more} jour."}, lang=lang)
        write(f"{folder}/fr/sub/b.po", FINAL)
    write("new/ru/a.po", FINAL, lang="ru")
    sides = read(str(tmp_path / "old"), str(tmp_path / "new"))
    report = score(list(pair(sides[:1], sides[1], unfinished=False, few=False)))
    assert [(one.document, one.lang, one.segments) for one in report.documents] == [
        ("a", "es", 4), ("a", "fr", 4), ("sub/b", "fr", 4),
    ]  # fmt: skip
    assert [(one.lang, one.segments) for one in report.languages] == [("es", 4), ("fr", 8)]
    assert [part.lang for part in alone(sides)] == ["ru"]
    assert {part.lang for part in read(str(tmp_path / "new"), language=FRENCH)[0].parts} == {"fr"}


def test_two_hypotheses_are_compared_by_the_segments_that_all_have(write: Write) -> None:
    final, one = write("final.po", FINAL), write("one.po", FINAL)
    other = write("other.po", {"One day.": "Rien.", "~Two days.": "Rien.", "Three days.": "Rien."})
    *hypotheses, reference = read(one, other, final)
    (found,) = pair(hypotheses, reference, unfinished=False, few=False)
    assert [both.hypotheses for both in found.pairs] == [("Un jour.", "Rien."), ("Trois jours.", "Rien.")]
    assert found.left_out == LeftOut(1, 0, 0, 1)


@pytest.fixture
def files(write: Write, tmp_path: Path) -> Path:
    """Give a folder of files that do not belong together."""
    for name, text in {"one": b"Un.\n", "two": b"Un.\nDeux.\n", "blank": b"\n \n", "bad": b"Un.\n\xff\n"}.items():
        (tmp_path / f"{name}.txt").write_bytes(text)
    write("final.po", FINAL)
    write("nothing.po", dict.fromkeys(FINAL, ""))
    write("russian.po", FINAL, lang="ru")
    write("from-spanish.po", FINAL, source="es")
    write("other.po", {"Else.": "Autre."})
    write("far.po", {"a": "a", "b": "b", "One day.": "Un jour."})
    write("empty.po", {})
    return tmp_path


@pytest.mark.parametrize(
    ("hypothesis", "reference", "language", "sentence"),
    [
        ("one.txt", "two.txt", FRENCH, "one.txt has 1 line: a text needs one"),
        ("two.txt", "final.po", None, "two.txt has 2 lines, "),
        ("blank.txt", "two.txt", FRENCH, "blank.txt: no text in this file"),
        ("bad.txt", "two.txt", FRENCH, "bad.txt:2: not UTF-8"),
        ("one.txt", "one.txt", None, "add --lang"),
        ("final.po", "final.po", ARABIC, "the file is in French (fr), --lang says ar"),
        ("russian.po", "final.po", None, "russian.po is in ru, "),
        ("from-spanish.po", "final.po", None, "from-spanish.po is translated from es, "),
        ("other.po", "final.po", None, "have no unit in common"),
        ("far.po", "final.po", None, "only 1 of 3 units in common"),
        ("empty.po", "final.po", None, "empty.po: no unit in this file"),
        ("nothing.po", "final.po", None, "no segment is finished on both sides; --all counts"),
        ("none.po", "final.po", None, "none.po: there is no such file"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_one_sentence(
    files: Path, hypothesis: str, reference: str, language: Language | None, sentence: str
) -> None:
    with pytest.raises((SettingsError, FormatError)) as caught:
        scored(str(files / hypothesis), str(files / reference), language=language)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_hypothesis_without_any_text_is_refused_and_few_units_are_compared_on_request(files: Path) -> None:
    final = str(files / "final.po")
    with pytest.raises(FormatError, match="no translation in any of the segments"):
        scored(str(files / "nothing.po"), final, unfinished=True)
    assert scored(str(files / "far.po"), final, few=True).languages[0].segments == 1


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def test_git_gives_files_and_folders_of_earlier_commits(write: Write, tmp_path: Path) -> None:
    write("locales/fr/été.po", {**FINAL, "One day.": "Une journée."})
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    final = write("locales/fr/été.po", FINAL)
    for named, reference, folder in (
        ("HEAD:locales/fr/été.po", final, tmp_path),
        ("HEAD:locales", str(tmp_path / "locales"), tmp_path),
        ("HEAD:fr", str(tmp_path / "locales"), tmp_path / "locales"),
    ):
        sides = read_side(named, folder, None), read_side(reference, folder, None)
        report = score(list(pair(sides[:1], sides[1], unfinished=False, few=False)))
        assert [segment.hypothesis for segment in report.worst] == ["Une journée."]
    for named, sentence in (
        ("HEAD:none.po", "HEAD:none.po: git has no such file in this revision"),
        ("nowhere:none.po", "git knows no revision 'nowhere'"),
        ("--help:none.po", "git knows no revision '--help'"),
    ):
        with pytest.raises(SettingsError, match=sentence):
            read_side(named, tmp_path, None)


def test_a_file_that_is_there_comes_before_a_revision(write: Write, tmp_path: Path) -> None:
    named = write("HEAD:x.po", FINAL)
    assert len(read_side(named, tmp_path, None).parts[0].lines) == 4


def test_effort_is_told_by_band_and_origin(write: Write) -> None:
    notes = {
        "One day.": "100% old (2021-07-21), in context",
        "Two days.": "94.1% old (2021-07-21), 3 → 2",
        "Three days.": "87% older (2020-01-01)",
    }
    before = {"One day.": "Un jour.", "~Two days.": "Deux jours.", "~Three days.": "Trois nuits.", "Four days.": ""}
    sides = read(write("before.po", before, notes=notes), write("after.po", FINAL))
    (worth,) = effort(list(pair(sides[:1], sides[1], unfinished=True, few=False)))
    assert {band: (done.units, done.untouched, done.ter) for band, done in worth.bands.items()} == {
        "context": (1, 1, 0),
        "adapted": (1, 1, 0),
        "85-94": (1, 0, 50),
        "new": (1, 0, 100),
    }
    assert {name: (done.units, done.saved) for name, done in worth.origins.items()} == {"old": (2, 4), "older": (1, 1)}
    assert (worth.total.words, worth.memory.saved, worth.asked) == (8, 5, 8)


def test_effort_is_refused_for_texts_and_for_what_is_not_finished(files: Path) -> None:
    for before, after, sentence in (("one.txt", "one.txt", "not a PO file"), ("final.po", "nothing.po", "is finished")):
        sides = read(str(files / before), str(files / after), language=FRENCH)
        with pytest.raises(SettingsError, match=sentence):
            effort(list(pair(sides[:1], sides[1], unfinished=True, few=False)))


@pytest.mark.parametrize(
    ("note", "band"),
    [
        ("100% a (2021-07-21), in context", ("context", "a")),
        ("100% a", ("exact", "a")),
        ("99% a", ("95-99", "a")),
        ("94% a, 3 → 4", ("adapted", "a")),
        ("75% a", ("75-84", "a")),
        ("42% a", ("0-49", "a")),
        ("checked by me", ("unnamed", "")),
    ],
)
def test_bands_are_read_from_the_note(note: str, band: tuple[str, str]) -> None:
    assert band_of_note(note) == band
