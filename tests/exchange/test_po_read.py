"""PO files are read whole, and refused with the line where they are not sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from tm.exchange import po
from tm.model.errors import FormatError, SettingsError
from tm.model.unit import Place, State, Unit

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr_FR\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
"""Five lines and a blank one: what follows begins on line 6."""


def read(text: str) -> po.PoFile:
    return po.parse((HEADER + text).encode(), "fr/letter.po")


def problems(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.kind.value) for problem in read(text).problems]


def test_all_that_a_unit_can_hold_is_read() -> None:
    text = (
        "# Check with the section.\n#\n#. role: heading\n#. <1> bold\n#. tm: 87% A/75/912 (2021-07-21)\n"
        "#: source/a.md:3 \N{FIRST STRONG ISOLATE}my file.md\N{POP DIRECTIONAL ISOLATE}:12\n#: b.md\n"
        '#,fuzzy\n#, ignore-number,python-format\n#| msgctxt "paragraph"\n#| msgid ""\n#| "Old "\n#| "text"\n'
        'msgctxt "heading"\nmsgid ""\n"New \\"text\\"\\n"\n"\\t\\\\ \\x41\\102"\nmsgstr "Texte"\n'
    )
    expected = Unit(
        source='New "text"\n\t\\ AB',
        target="Texte",
        context="heading",
        state=State.FUZZY,
        role="heading",
        places=(Place("source/a.md", 3), Place("my file.md", 12), Place("b.md")),
        notes=("<1> bold",),
        origin="87% A/75/912 (2021-07-21)",
        comments=("Check with the section.", ""),
        flags=("ignore-number", "python-format"),
        previous="Old text",
        previous_context="paragraph",
        line=20,
    )
    file = read(text)
    assert (file.units, file.problems, file.language, file.source_language) == ((expected,), (), "fr", "en")


def test_plural_forms_are_read() -> None:
    unit = read('msgid "day"\nmsgid_plural "days"\nmsgstr[0] "jour"\nmsgstr[1] "jours"\n').units[0]
    assert (unit.source_plural, unit.target, unit.targets) == ("days", "jour", ("jour", "jours"))


def test_obsolete_units_are_read_and_remember_whether_they_were_fuzzy() -> None:
    text = '#, fuzzy\n#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "Vieux"\n\n#~ msgctxt "c"\n#~ msgid "X"\n#~ msgstr "Y"\n'
    units = read(text).units
    assert [(unit.state, unit.flags, unit.previous, unit.context) for unit in units] == [
        (State.OBSOLETE, ("fuzzy",), "Older", None),
        (State.OBSOLETE, (), None, "c"),
    ]


def test_a_fuzzy_unit_without_translation_is_untranslated() -> None:
    assert read('#, fuzzy\nmsgid "a"\nmsgstr ""\n').units[0].state is State.UNTRANSLATED


@pytest.mark.parametrize(
    "text",
    [
        'msgid"a"msgstr"b"\n'.replace('"msg', '"\nmsg'),
        'msgid\n"a"\n\n"b" "c"\nmsgstr "d"',
        '\tmsgid "a"\n  msgstr "b"\n',
        '#~ msgid "a"\n#~ msgstr "b"\n#~\n# the end\n',
        'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
        '#\n#,\n#:\n#.\n#=\n#!\n#~ # odd\nmsgid "a"\nmsgstr "b"\n',
        'msgid "a"\nmsgstr "\N{LINE SEPARATOR}\x0c\x1c\r"\n',
        "\n\n# nothing but a comment\n",
        "",
    ],
)
def test_odd_but_sound_files_are_read_without_a_word(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('msgid "a\nmsgstr "b"\n', 6, "not closed"),
        ('msgid "a"\nmsgstr "b\n', 7, "not closed"),
        ('msgid "a"\nmsgstr "b\\"\n', 7, "not closed"),
        ('msgid "a"\n"c\n"d"\nmsgstr "b"\n', 7, "not closed"),
        ('msgid "a"\nmsgstr "b" c\n', 7, "after the closing"),
        ('msgid "say "hi""\nmsgstr ""\n', 6, "after the closing"),
        ('msgid "a"\nmsgsrt "b"\n', 7, "'msgsrt' is not a keyword"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[99999] "d"\n', 9, "[99999] numbers no plural form"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[n] "d"\n', 9, "[n] numbers no plural form"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0 "c"\n', 8, "[0 numbers no plural form"),
        ('msgid "a"\nmsgstr b\n', 7, "quotation marks"),
        ('msgid a"\nmsgstr "b"\n', 6, "quotation marks"),
        ('msgid "a"\nmsgstr "b"\n\nHello\n', 9, "'Hello' is not a keyword"),
        ('msgid "a"\nmsgstr "\\q"\n', 7, "\\q is not an escape"),
        ('msgid "a"\nmsgstr "\\xE9"\n', 7, "\\xE9 is not an escape"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 6, "msgid without msgstr"),
        ('msgid "a"\n# comment\nmsgstr "b"\n', 6, "msgid without msgstr"),
        ('msgid "a"\n', 6, "msgid without msgstr"),
        ('msgctxt "a"\n', 6, "msgid without msgstr"),
        ('msgstr "b"\n', 6, "second msgstr"),
        ('# note\nmsgstr "b"\n', 7, "msgstr without msgid"),
        ('# note\n"b"\n', 7, "without a keyword"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 8, "second msgstr"),
        ('msgid "a"\nmsgstr[0] "b"\n', 7, "no msgid_plural"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 8, "a msgid_plural"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 9, "msgstr[1] is expected"),
        ('msgid "a"\nmsgctxt "b"\nmsgstr "c"\n', 6, "msgid without msgstr"),
        ('#~ msgid "a"\nmsgstr "b"\n', 7, "#~"),
        ('#| msgid "a\nmsgid "b"\nmsgstr "c"\n', 6, "not closed"),
        ('#| "a"\nmsgid "b"\nmsgstr "c"\n', 6, "without a keyword"),
        ('#| msgid "a"\n', 6, "no msgid after it"),
        ('#| msgctxt "a"\nmsgid "b"\nmsgstr "c"\n', 6, "no old msgid"),
        ('#| msgid "a"\n#| msgid "a"\nmsgid "b"\nmsgstr "c"\n', 7, "another order"),
        ('#| msgid\nmsgid "b"\nmsgstr "c"\n', 6, "after the keyword"),
        ('msgid "b"\nmsgstr\n', 7, "after the keyword"),
        ('msgctxt\nmsgid "b"\nmsgstr "c"\n', 6, "after the keyword"),
        ('domain "x"\n', 6, "not a keyword"),
        ("\x7fELF\x01\x02\n", 6, "quotation marks"),
    ],
)
def test_a_syntax_error_is_told_with_its_line(text: str, line: int, words: str) -> None:
    first = read(text).problems[0]
    assert (first.line, first.kind) == (line, po.Trouble.SYNTAX)
    assert words in first.message


def test_units_beside_a_syntax_error_are_read() -> None:
    file = read('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d\n"e"\n\n# note\nmsgid "f"\nmsgstr "g"\n')
    assert [(unit.source, unit.comments) for unit in file.units] == [("a", ()), ("f", ("note",))]
    assert [problem.line for problem in file.problems] == [10]


def test_of_two_units_with_one_key_the_second_is_told() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'
    assert problems(text) == [(13, "duplicate")]
    assert "line 6" in read(text).problems[0].message


def test_an_obsolete_unit_counts_among_duplicates_as_for_gettext() -> None:
    assert problems('msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n') == [(9, "duplicate")]


def test_a_second_header_is_a_duplicate() -> None:
    assert problems('msgid ""\nmsgstr "Language: ru\\n"\n') == [(6, "duplicate")]


def test_conflict_marks_are_the_only_thing_told_of_a_file_with_them() -> None:
    text = 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> theirs\n'
    assert problems(text) == [(7, "conflict")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'msgid "a"\nmsgstr "caf\xe9"\n', 2),
        ('msgid "a"\nmsgstr "b"\n'.encode("utf-16"), 1),
        (b'msgid "a"\n\0\nmsgstr "b"\n', 2),
        (b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n', 4),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n', 2),
    ],
)
def test_another_encoding_than_utf_8_is_refused_with_its_line(data: bytes, line: int) -> None:
    file = po.parse(data, "a.po")
    assert (file.problems[0].line, file.problems[0].kind) == (line, po.Trouble.ENCODING)
    with pytest.raises(FormatError, match=f"^a.po:{line}: "):
        po.require_sound(file)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only this\n", b"\xef\xbb\xbf"])
def test_a_file_without_anything_is_refused(data: bytes) -> None:
    assert [problem.kind for problem in po.parse(data, "a.po").problems] == [po.Trouble.SYNTAX]


def test_a_file_of_a_million_bad_lines_is_told_in_few() -> None:
    problems = po.parse(b"x\n" * 100_000, "a.po").problems
    assert len(problems) == 50
    assert problems[-1].message.endswith("; 99950 more are told when these are mended")
    assert "more are told" not in po.parse(b"x\n" * 50, "a.po").problems[-1].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_so(encoding: str) -> None:
    text = 'msgid ""\nmsgstr "Language: fr\\n"\n'
    data = text.encode(encoding) if encoding == "utf-16" else ("\N{BYTE ORDER MARK}" + text).encode(encoding)
    assert [problem.message for problem in po.parse(data, "a.po").problems] == [
        "the file is in UTF-16: save it as UTF-8"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "msgid" + " " * 300_000 + "x",
        "#~" + " " * 300_000 + "[",
        "msgid " + '"a" ' * 100_000 + "x",
        'msgid "' + "\\\\" * 150_000,
        "#: " + "\N{FIRST STRONG ISOLATE}" * 300_000,
        "msgid " + "[" * 300_000,
        "x" * 300_000,
    ],
)
def test_a_line_of_any_length_is_read_in_linear_time(line: str) -> None:
    read(f'{line}\nmsgid "a"\nmsgstr "b"\n')


@pytest.mark.parametrize(
    ("code", "known"), [("fr", "fr"), ("zh_CN", "zh"), ("zh_TW", "zh_TW"), ("pt_BR", "pt_BR"), ("", "")]
)
def test_the_language_is_ours_or_the_files_own_word(code: str, known: str) -> None:
    assert po.parse(f'msgid ""\nmsgstr "Language: {code}\\n"\n'.encode(), "a.po").language == known


def test_the_source_language_is_read() -> None:
    assert po.parse(b'msgid ""\nmsgstr "X-Source-Language: ru-RU\\n"\n', "a.po").source_language == "ru"


def test_a_file_that_cannot_be_opened_is_a_mistake_of_use(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"fr/none\.po: the file cannot be read"):
        po.read(tmp_path / "none.po", shown="fr/none.po")
