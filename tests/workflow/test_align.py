"""Documents and their translations become entries; what is doubtful becomes a review."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.alignment.texts import ENGLISH, FRENCH, RUSSIAN
from tm.exchange import po
from tm.model.errors import FormatError, SettingsError
from tm.model.language import ENGLISH as EN
from tm.model.language import FRENCH as FR
from tm.model.language import RUSSIAN as RU
from tm.model.match import Status
from tm.model.unit import State
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores import open_store
from tm.workflow.align import Version, Wish, align_document, beads_of, counts_of, remember
from tm.workflow.align_review import page, write_review
from tm.workflow.known import gather
from tm.workflow.sentences import Lines, is_lined, read_sentences
from tm.workflow.versions import find_versions

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def versions(folder: Path, french: tuple[str, ...] = FRENCH) -> tuple[Version, list[Version], Project]:
    english = write(folder / "report.en.txt", "\n".join(ENGLISH) + "\n")
    other = write(folder / "report.fr.txt", "\n".join(french) + "\n")
    return Version(english, EN), [Version(other, FR)], Project(folder, Settings())


def test_a_document_becomes_entries_with_origin_and_neighbours(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path)
    found = align_document(source, targets, project, [], None, Wish())
    assert [dict(entry.texts) for entry in found.entries] == [
        {"en": ours, "fr": theirs} for ours, theirs in zip(ENGLISH, FRENCH, strict=True)
    ]
    second = found.entries[1]
    assert second.status is Status.ALIGNED
    assert (second.origin.document, second.origin.place) == ("report.txt", "report.en.txt:2")
    assert second.origin.author.startswith("tm align 0.") or second.origin.author == "tm align 1.00"
    assert (second.context.before, second.context.after) == (ENGLISH[0], ENGLISH[2])


def test_the_memory_takes_what_a_new_alignment_gives_in_place_of_the_old(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path)
    store = open_store(str(tmp_path / "memory.db"))
    assert remember(store, align_document(source, targets, project, [], store, Wish()), project).added == 7
    source, targets, project = versions(tmp_path, FRENCH[:5])
    tally = remember(store, align_document(source, targets, project, [], store, Wish()), project)
    assert (tally.added, tally.unchanged + tally.removed) == (0, 7)
    assert tally.removed >= 2
    assert {entry.status for entry in store.entries()} == {Status.ALIGNED}
    store.close()


def test_what_is_below_the_confidence_asked_for_is_no_entry(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path)
    found = align_document(source, targets, project, [], None, Wish(least=1.0))
    assert found.entries == ()
    assert counts_of(found, "fr").doubtful == 7
    assert sum(len(stretch.beads) for stretch in found.doubtful["fr"]) == 7


def test_a_document_in_another_script_than_that_of_its_language_is_refused(tmp_path: Path) -> None:
    source, (french,), project = versions(tmp_path)
    with pytest.raises(FormatError, match=r"report\.fr\.txt:1: in Latin letters, so not Russian: see --from and --to"):
        align_document(source, [Version(french.path, RU)], project, [], None, Wish())


def test_a_document_in_another_language_of_the_same_script_is_refused(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path)
    swapped = Version(targets[0].path, EN), [Version(source.path, FR)]
    with pytest.raises(FormatError, match=r"report\.fr\.txt:1: in French, so not English: see --from and --to"):
        align_document(*swapped, project, (), None, Wish())
    names = [Version(write(tmp_path / f"names.{code}.txt", "Kofi Annan\n\nPeru\n"), EN) for code in ("en", "fr")]
    found = align_document(names[0], [Version(names[1].path, FR)], project, (), None, Wish())
    assert len(found.sentences["fr"]) == 2


def test_a_document_too_long_to_be_aligned_at_once_is_refused(tmp_path: Path) -> None:
    source, _, project = versions(tmp_path)
    long = Version(write(tmp_path / "long.fr.txt", "Mot.\n" * 60_000), FR)
    said = r"long\.fr\.txt: 60,000 sentences are more than the 50,000 that can be aligned at once"
    with pytest.raises(FormatError, match=said):
        align_document(source, [long], project, (), None, Wish())


def test_sentences_that_were_left_in_the_original_are_no_entries(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path, (*FRENCH[:5], *ENGLISH[5:]))
    found = align_document(source, targets, project, [], None, Wish(least=0.1))
    assert not any(entry.texts["en"] == entry.texts["fr"] for entry in found.entries)
    assert counts_of(found, "fr").doubtful >= 2


def test_each_sentence_is_told_of_once(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path, (*FRENCH[:2], *FRENCH[3:], FRENCH[2]))
    found = align_document(source, targets, project, [], None, Wish(least=0.1))
    counts = counts_of(found, "fr")
    assert (counts.pairs, counts.doubtful, counts.alone, counts.crossed) == (7, 0, 0, 1)
    beads = [bead for bead in beads_of(found) if not bead["crossed"]]
    assert [place for bead in beads for place in bead["source"]] == list(range(7))
    assert found.entries[2].texts["fr"] == FRENCH[2]


def test_six_versions_meet_in_one_entry(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path, (f"{FRENCH[0]} {FRENCH[1]}", *FRENCH[2:]))
    russian = write(tmp_path / "report.ru.txt", "\n".join(RUSSIAN))
    found = align_document(source, [*targets, Version(russian, RU)], project, [], None, Wish(0.3))
    assert dict(found.entries[0].texts) == {
        "en": f"{ENGLISH[0]} {ENGLISH[1]}",
        "fr": f"{FRENCH[0]} {FRENCH[1]}",
        "ru": f"{RUSSIAN[0]} {RUSSIAN[1]}",
    }
    assert all(len(entry.texts) == 3 for entry in found.entries)


def test_a_review_in_po_has_a_fuzzy_unit_for_each_doubtful_pair(tmp_path: Path) -> None:
    source, targets, project = versions(tmp_path, FRENCH[:6])
    found = align_document(source, targets, project, [], None, Wish(least=1.0))
    write_review(tmp_path / "review.po", [found], now=NOW)
    units = po.require_sound(po.read(tmp_path / "review.po")).units
    assert [(unit.source, unit.target) for unit in units] == list(zip(ENGLISH, (*FRENCH[:6], ""), strict=True))
    assert [unit.state for unit in units] == [State.FUZZY] * 6 + [State.UNTRANSLATED]
    assert float(units[0].notes[0].removeprefix("confidence ")) == found.doubtful["fr"][0].beads[0].confidence
    assert units[6].notes == ("no partner found",)


def test_a_review_page_is_escaped_and_says_directions(tmp_path: Path) -> None:
    english = write(tmp_path / "a.en.txt", "Nothing <b>here</b> & there.\nMore of it.\n")
    arabic = write(tmp_path / "a.ar.txt", "لا شيء هنا.\n")
    from tm.model.language import ARABIC

    found = align_document(
        Version(english, EN), [Version(arabic, ARABIC)], Project(tmp_path, Settings()), [], None, Wish(least=1.0)
    )
    text = page([found])
    assert "Nothing &lt;b&gt;here&lt;/b&gt; &amp; there." in text
    assert '<td lang="ar" dir="rtl">' in text
    assert "src=" not in text
    assert "://" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    ("text", "lined"),
    [
        ("One sentence.\nAnother one!\n« Une autre. »\n", True),
        ("一句话。\n又一句。\n", True),
        ("A title\n\nA paragraph that is\nwrapped at some column and\ngoes on. It ends\nhere.\n", False),
        ("One paragraph.\n\nAnother paragraph.\n", False),
        ("", False),
    ],
)
def test_lines_are_sentences_where_they_end_like_sentences(text: str, lined: bool) -> None:
    assert is_lined(text) is lined


def test_lines_stay_as_they_are_where_they_are_sentences(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "It came. It went.\nIt stayed.\n")
    texts = [sentence.text for sentence in read_sentences(path, EN, shown="a.txt")]
    assert texts == ["It came. It went.", "It stayed."]
    texts = [sentence.text for sentence in read_sentences(path, EN, shown="a.txt", lines=Lines.WRAPPED)]
    assert texts == ["It came.", "It went.", "It stayed."]


def test_paragraphs_of_a_line_are_cut_into_sentences(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "1. It came. It went. It fell.\n2. It rose. It stayed.\n")
    found = read_sentences(path, EN, shown="a.txt")
    assert [sentence.text for sentence in found] == ["It came.", "It went.", "It fell.", "It rose.", "It stayed."]
    assert [(sentence.block, sentence.label.strip()) for sentence in found[2:4]] == [(1, ""), (2, "2.")]


def test_versions_that_are_wrapped_and_lined_are_cut_alike(tmp_path: Path) -> None:
    """One of them has a paragraph of one or two sentences a line, which alone would be taken for a sentence."""
    english = write(tmp_path / "a.en.txt", "\n\n".join(f"{text[:20]}\n{text[20:]}" for text in ENGLISH))
    french = write(tmp_path / "a.fr.txt", "\n".join([f"{FRENCH[0]} {FRENCH[1]}", *FRENCH[2:]]))
    project = Project(tmp_path, Settings())
    found = align_document(Version(english, EN), [Version(french, FR)], project, [], None, Wish())
    assert len(found.sentences["fr"]) == len(FRENCH)
    lined = write(tmp_path / "b.en.txt", "\n".join([f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:]]))
    alike = align_document(Version(lined, EN), [Version(french, FR)], project, [], None, Wish())
    assert len(alike.sentences["fr"]) == len(FRENCH) - 1


def test_a_translation_is_cut_by_the_rules_of_its_own_language(tmp_path: Path) -> None:
    """Its masthead names the language of the original."""
    text = "原文：英文\n\n委员会举行了会议。它通过了报告。\n"
    path = write(tmp_path / "a.md", text)
    from tm.model.language import CHINESE

    texts = [sentence.text for sentence in read_sentences(path, CHINESE, shown="a.md")]
    assert texts[-2:] == ["委员会举行了会议。", "它通过了报告。"]


@pytest.mark.parametrize(("data", "said"), [(b"", "there is no sentence"), (b"\0\1", "NUL"), (b"\xff.", "UTF-8")])
def test_a_file_without_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=said):
        read_sentences(path, EN, shown="a.txt")


def test_files_are_paired_by_name_and_language(tmp_path: Path) -> None:
    for name in ("en/a.txt", "en/sub/b.txt", "en/c.txt"):
        write(tmp_path / name, "x")
    for name in ("fr/a.txt", "fr/sub/b.md", "fr/d.txt"):
        write(tmp_path / name, "x")
    found = find_versions(tmp_path / "en", tmp_path / "fr", "en", ["fr"])
    assert [(path.name, {code: other.name for code, other in others.items()}) for path, others in found.together] == [
        ("a.txt", {"fr": "a.txt"}),
        ("b.txt", {"fr": "b.md"}),
    ]
    assert [path.name for path in found.alone] == ["c.txt", "d.txt"]


def test_files_in_one_folder_are_paired_by_the_language_in_their_names(tmp_path: Path) -> None:
    for name in ("a.en.txt", "a.fr.txt", "a_ru.txt", "en-b.txt", "fr-b.txt", "notes.txt"):
        write(tmp_path / name, "x")
    found = find_versions(tmp_path, tmp_path, "en", ["fr", "ru"])
    assert [(path.name, {code: other.name for code, other in others.items()}) for path, others in found.together] == [
        ("a.en.txt", {"fr": "a.fr.txt", "ru": "a_ru.txt"}),
        ("en-b.txt", {"fr": "fr-b.txt"}),
    ]


def test_two_versions_of_one_document_in_one_language_are_refused(tmp_path: Path) -> None:
    for name in ("en/a.txt", "en/a.md", "fr/a.txt"):
        write(tmp_path / name, "x")
    with pytest.raises(SettingsError, match="same document in the same language"):
        find_versions(tmp_path / "en", tmp_path / "fr", "en", ["fr"])


def test_the_common_words_are_known_in_six_languages() -> None:
    assert ("год", "年") in gather("ru", "zh", []).terms
    assert len(gather("en", "ar", []).terms) > 400
