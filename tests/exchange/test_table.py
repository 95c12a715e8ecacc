"""Tables of any tool are understood or refused, say how they were understood, and come back as they went."""

import io
import time
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.laws.entries import entries
from tm.exchange.table import delimited, workbook
from tm.exchange.table.columns import columns_named, sniff
from tm.exchange.table.rows import LANGUAGES, header, read_rows, row_of
from tm.model.errors import FormatError, SettingsError
from tm.model.match import Entry


def rows(text: str | bytes) -> list[Sequence[str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [row for _, row in delimited.read(io.BytesIO(data), "t.csv")]


def back(numbered: list[tuple[int, Sequence[str]]]) -> list[Entry]:
    columns = sniff([row for _, row in numbered], "t.csv")
    lines = list(read_rows(numbered[1:], columns, ""))
    assert not any(line.defect for line in lines)
    return [line.entry for line in lines]


@given(st.lists(entries(), min_size=1, max_size=2), st.sampled_from(",\t"))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_as_text_is_read(given: list[Entry], delimiter: str) -> None:
    table = [header(LANGUAGES), *(row_of(entry, LANGUAGES) for entry in given)]
    data = b"".join(delimited.write(table, delimiter=delimiter))
    assert back(list(delimited.read(io.BytesIO(data), "t.csv"))) == given


@given(st.lists(entries(), min_size=1, max_size=2))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_as_a_spreadsheet_is_read(given: list[Entry]) -> None:
    stream = io.BytesIO()
    workbook.write([header(LANGUAGES), *(row_of(entry, LANGUAGES) for entry in given)], stream)
    stream.seek(0)
    assert back(list(workbook.read(stream, "t.xlsx"))) == given


@pytest.mark.parametrize(
    ("table", "described"),
    [
        ("English;Français;Notes\nPeace;Paix;x\n", "en=1 (English), fr=2 (Français); left out: 3 (Notes); first row: names"),
        ("source\ttarget\nPeace and the rights\tМир\n", "en=1 (source), ru=2 (target); first row: names"),
        ("Источник,Перевод,Документ\nPeace,Мир,a.md\n", "en=1 (Источник), ru=2 (Перевод), document=3 (Документ); first row: names"),
        ("原文,译文\nPeace,和平\n", "en=1 (原文), zh=2 (译文); first row: names"),
        ("الإنكليزية|العربية\nPeace|سلام\n", "en=1 (الإنكليزية), ar=2 (العربية); first row: names"),
        ("inglés,español,origin,status\nPeace,Paz,a,reviewed\n", "en=1 (inglés), es=2 (español), document=3 (origin), status=4; first row: names"),
        ("en,fr-FR,zh-TW\na,b,c\n", "en=1, fr=2 (fr-FR); left out: 3 (zh-TW); first row: names"),
        ("Peace and the rights of peoples,La paix et les droits des peuples\nthe law,la loi dans le monde\n", "en=1, fr=2; no row of names"),
        ("foo,bar\nPeace,Мир\nWar,Война\n", "en=1 (foo), ru=2 (bar); first row: names"),
        ("Peace,Мир\nWHO,ВОЗ\n", "en=1, ru=2; no row of names"),
        ("UN,ООН\nPeace,Мир\nWHO,WHO\n", "en=1, ru=2; no row of names"),
        ("Report,Rapport\n" + 3 * "the rights of all,les droits de tous\n", "en=1, fr=2; no row of names"),
        ("foo,bar\n" + 3 * "the rights of all,les droits de tous\n", "en=1 (foo), fr=2 (bar); first row: names"),
        ("Peace,Paix\n" + 3 * "the rights,les droits dans le monde\n", "en=1, fr=2; no row of names"),
        ("Peace,和平,мир\n", "en=1, zh=2, ru=3; no row of names"),
        ("1;Peace;мир\n2;War;война\n", "en=2, ru=3; no row of names"),
    ],
)  # fmt: skip
def test_columns_are_told_by_their_names_in_six_languages_or_by_what_stands_in_them(table: str, described: str) -> None:
    assert sniff(rows(table), "t.csv").described() == described


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("Begriff,Слово\nwater,вода\n", "“Begriff” = “Слово” in its first row"),
        ("Word of it,Mot\n" + 3 * "the rights of all,les droits de tous\n", "--columns 'en=Word of it,fr=Mot'"),
        ("The law was made.,Закон\nwater,вода\n", ""),
        ("A/76/1,А/76/1\nwater,вода\n", ""),
        ("water,вода\n", ""),
        ("SRC,TGT\nthe rights of all,les droits de tous\n", ""),
    ],
)
def test_a_first_row_that_may_be_one_of_names_is_asked_about(table: str, asked: str) -> None:
    found = sniff(rows(table), "t.csv").asked()
    assert asked in found
    assert bool(asked) == bool(found)


@pytest.mark.parametrize(
    "table", ["Peru,Pérou\n", "source,target\nPeru,Pérou\n", "a\nb\n", "1,2\n3,4\n", "en,notes\na,b\n"]
)
def test_what_cannot_be_told_is_asked_for_not_guessed(table: str) -> None:
    with pytest.raises(SettingsError, match="say it, as in --columns en=1,fr=2"):
        sniff(rows(table), "t.csv")


def test_columns_may_be_named_by_number_or_by_name() -> None:
    first = ["ID", "Text", "Traduction", "File"]
    assert columns_named("en=2,fr=3", first).places == {"en": 1, "fr": 2}
    assert columns_named("en=Text, French=traduction, document=file", first).places == {"en": 1, "fr": 2, "document": 3}


@pytest.mark.parametrize(
    ("first", "has_header"),
    [
        (["English", "French"], True),
        (["source", "target"], True),
        (["Russian", "Russe"], False),
        (["Date", "Date"], False),
        (["English", "Anglais"], False),
    ],
)
def test_a_first_row_that_says_something_else_than_the_columns_named_is_no_row_of_names(
    first: list[str], has_header: bool
) -> None:
    assert columns_named("en=1,fr=2", first).has_header is has_header


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("en=1", "name the columns of two languages"),
        ("en=1,fr=9", "there is no such column among 2"),
        ("en=1,de=2", "write for example en=1,fr=3"),
        ("en=1,fr", "write for example en=1,fr=3"),
        ("en=0,fr=1", "there is no such column"),
        ("en=1,fr=1", "each column is one language, and each language one column"),
        ("en=1,fr=2,en=2", "each column is one language, and each language one column"),
    ],
)
def test_columns_that_are_named_wrongly_are_refused(named: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        columns_named(named, ["a", "b"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_as_spreadsheets_save_it_is_read(encoding: str) -> None:
    assert rows('en\tfr\n"a\nb"\t"c ""d"""\r\n'.encode(encoding)) == [["en", "fr"], ["a\nb", 'c "d"']]


def test_rows_tell_the_line_on_which_they_begin() -> None:
    data = b'en,fr\n"a\nb",c\nd,e\n'
    assert [number for number, _ in delimited.read(io.BytesIO(data), "t.csv")] == [1, 2, 4]


def test_what_is_no_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(FormatError, match=r"t\.csv:2: not UTF-8 here: save it as UTF-8"):
        rows("en,fr\nété,é\n".encode("latin-1"))


def test_a_cell_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_CELL", 10_000)
    with pytest.raises(FormatError, match=r"t\.csv:2: a cell has no end"):
        rows('en,fr\n"a,b\n' + "c,d\n" * 5_000)
    with pytest.raises(FormatError, match="a line is longer"):
        rows("x" * 20_000)


PAIRS = [f"text {number},texte {number}" for number in range(1, 30)]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([*PAIRS[:9], '"Stray quote,x', *PAIRS[10:]], "t.csv:10: a quotation mark opens a cell here, and none closes it"),
        ([*PAIRS[:9], '"Stray,x', *PAIRS[10:19], '"Next",y', *PAIRS], "t.csv:10: .* and text follows the mark on line 20"),
        ([*PAIRS[:9], '"A" is a letter,x', *PAIRS], "t.csv:10: .* and text follows the next one: close the cell, or double"),
        ([*PAIRS[:9], '"Stray,x', *PAIRS[10:19], 'the end",y', *PAIRS], "t.csv:10: .* holds whole rows, down to line 20: "),
        (["en,fr,ru", '"Stray,x,я', 'the end",y,я', *PAIRS], "t.csv:2: .* holds whole rows, down to line 3: "),
    ],
)  # fmt: skip
def test_a_stray_quotation_mark_is_refused_where_it_stands(lines: list[str], problem: str) -> None:
    with pytest.raises(FormatError, match=problem):
        rows("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "cell",
    ["Lima, Peru\nRome, Italy\nParis, France", "1,000\n2,000\n3,000", "Dear Sir,\n\nIt is so.\nYours,\nAnn", "a\nb"],
)
def test_a_cell_may_have_many_lines(cell: str) -> None:
    assert rows(f'en,fr\n"{cell}",x\n"{cell}","{cell}"\n')[1:] == [[cell, "x"], [cell, cell]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_may_end_in_a_carriage_return(encoding: str) -> None:
    assert rows('en,fr\rété,"a\rb"\rc,d'.encode(encoding)) == [["en", "fr"], ["été", "a\rb"], ["c", "d"]]
    with pytest.raises(FormatError, match=r"t.csv:2: a carriage return stands alone in a cell: put the cell into quot"):
        rows("en,fr\na\rb,c\n")


def sheet(*values: Sequence[object]) -> io.BytesIO:
    import openpyxl

    book = openpyxl.Workbook()
    for row in values:
        book.active.append(row)  # type: ignore[union-attr]
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return stream


def test_numbers_and_dates_of_spreadsheets_are_read_as_they_look() -> None:
    from datetime import datetime

    stream = sheet(["en", "fr"], [1, 2.5], [datetime(2026, 1, 2), None], [True, "=x"])
    found = [row for _, row in workbook.read(stream, "t.xlsx")]
    assert [[*row, ""][:2] for row in found[:3]] == [["en", "fr"], ["1", "2.5"], ["2026-01-02", ""]]


def archive(parts: dict[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    stream.seek(0)
    return stream


def bomb() -> io.BytesIO:
    """Make a sheet of 24 MB of spaces, which packs to 24 KB."""
    return archive({"xl/worksheets/sheet1.xml": b" " * (24 * 2**20)})


@pytest.mark.parametrize(
    ("stream", "problem"),
    [
        (lambda: io.BytesIO(b"no zip"), "not a workbook"),
        (lambda: archive({"a.txt": b"x"}), "not a sound workbook"),
        (bomb, "unpacks to more than 200 times its size"),
        (lambda: archive({"xl/a.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a/>'}), "declares a document type"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_or_a_bomb_is_refused_at_once(stream: object, problem: str) -> None:
    made = stream()  # type: ignore[operator]
    begin = time.process_time()
    with pytest.raises(FormatError, match=problem):
        list(workbook.read(made, "t.xlsx"))
    assert time.process_time() - begin < 1


def test_a_workbook_that_unpacks_to_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_BYTES", 1_000)
    with pytest.raises(FormatError, match="it unpacks to more than"):
        list(workbook.read(sheet(["en", "fr"]), "t.xlsx"))


def test_what_a_spreadsheet_cannot_hold_is_said() -> None:
    with pytest.raises(SettingsError, match="a text of 40000 characters; a cell of a spreadsheet holds 32767"):
        workbook.write([["x" * 40_000]], io.BytesIO())


def test_a_row_of_a_text_with_more_cells_than_names_is_a_defect_and_of_a_spreadsheet_none() -> None:
    table = rows("en,fr,document\nIt received $1.2 million.,Il a reçu 1,2 million,d4\nYes,Oui,d4,,\n")
    columns = sniff(table, "t.csv")
    numbered = list(enumerate(table, 1))[1:]
    bad, good = read_rows(numbered, columns, "", is_even=True)
    assert bad.defect.startswith("more cells than names: 4 where the first row has 3")
    assert len(bad.entry.texts) == 1
    assert (good.defect, good.entry.texts) == ("", {"en": "Yes", "fr": "Oui"})
    assert not any(line.defect for line in read_rows(numbered, columns, ""))
