"""Of a PO file only those lines change that say something else; what is new is written as gettext writes."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest
from translate.storage import pypo

from tm.exchange import po
from tm.exchange.po.record import Part
from tm.model.errors import FormatError
from tm.model.language import ARABIC, ENGLISH, FRENCH, LANGUAGES
from tm.model.unit import Place, State, Unit

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
NOW = datetime(2022, 7, 25, 12, 0, tzinfo=UTC)

FILE = r"""# French.
#
msgid ""
msgstr ""
"PO-Revision-Date: 2021-01-01 00:00+0000\n"
"Content-Type: text/plain; charset=utf-8\n"
"X-Generator: Hexapla\n"


#  odd   comment
#another
#. role: paragraph
#.note
#: a.md:1    b.md:2
#,no-wrap
#, c-format
msgid "O"
"ne"
msgstr   "Un"

msgctxt "c"
msgid "Two"
msgstr "Deux"
#~ msgid "Three"
#~ msgstr "Trois"

# the end
"""


def base(text: str = FILE) -> po.PoFile:
    return po.require_sound(po.parse(text.encode(), "fr/a.po"))


def written(file: po.PoFile, *units: Unit) -> str:
    return po.with_units(file, units, now=NOW).decode()


DATED = FILE.replace("2021-01-01 00:00+0000", "2022-07-25 12:00+0000")


def test_nothing_changed_is_byte_for_byte_the_same() -> None:
    assert written(base(), *base().units) == FILE


def test_a_new_translation_changes_its_line_and_the_date() -> None:
    one, *others = base().units
    assert written(base(), replace(one, target="Une"), *others) == DATED.replace('msgstr   "Un"', 'msgstr "Une"')


def test_new_places_change_their_line_alone() -> None:
    one, *others = base().units
    moved = replace(one, places=(Place("a.md", 5),))
    assert written(base(), moved, *others) == FILE.replace("#: a.md:1    b.md:2", "#: a.md:5")


def test_a_fuzzy_match_adds_its_lines() -> None:
    one, *others = base().units
    fuzzy = replace(one, state=State.FUZZY, previous="Once", origin="87% A/75")
    expected = DATED.replace("#.note\n", "#.note\n#. tm: 87% A/75\n").replace(
        "#,no-wrap\n#, c-format\n", '#, fuzzy, no-wrap, c-format\n#| msgid "Once"\n'
    )
    assert written(base(), fuzzy, *others) == expected


def test_another_source_on_the_same_line_keeps_the_comments() -> None:
    one, *others = base().units
    changed = replace(one, source="Once", state=State.FUZZY, previous="One")
    expected = DATED.replace("#,no-wrap\n#, c-format\n", '#, fuzzy, no-wrap, c-format\n#| msgid "One"\n').replace(
        'msgid "O"\n"ne"\n', 'msgid "Once"\n'
    )
    assert written(base(), changed, *others) == expected


def test_a_unit_that_becomes_obsolete_goes_behind_the_others() -> None:
    one, two, three = base().units
    dead = replace(one, state=State.OBSOLETE, places=())
    expected = (
        DATED.replace(FILE[FILE.index("#  odd") : FILE.index("msgctxt")], "")
        .replace(
            "\n# the end\n",
            '\n\n#  odd   comment\n#another\n#. role: paragraph\n#.note\n#,no-wrap\n#, c-format\n#~ msgid "One"\n#~ msgstr "Un"\n\n# the end\n',
        )
        .replace("\n\n\nmsgctxt", "\n\nmsgctxt")
    )
    assert written(base(), two, three, dead) == expected


def test_an_obsolete_unit_comes_back() -> None:
    one, two, three = base().units
    back = replace(three, state=State.TRANSLATED)
    expected = DATED.replace('#~ msgid "Three"\n#~ msgstr "Trois"', '\nmsgid "Three"\nmsgstr "Trois"')
    assert written(base(), one, two, back).replace('"Deux"\nmsgid', '"Deux"\n\nmsgid') == expected


def test_units_left_out_go_with_the_blank_lines_before_them() -> None:
    _, two, three = base().units
    text = written(base(), two, three)
    assert text == DATED[: DATED.index("\n\n\n#  odd") + 1] + "\n" + FILE[FILE.index("msgctxt") :]


def test_a_new_unit_stands_where_it_was_given() -> None:
    one, two, three = base().units
    new = Unit("New", role="paragraph", places=(Place("a.md", 2),))
    block = '\n#. role: paragraph\n#: a.md:2\nmsgid "New"\nmsgstr ""\n'
    assert written(base(), one, new, two, three) == FILE.replace('"Un"\n', '"Un"\n' + block)


def test_an_untranslated_unit_that_comes_or_goes_is_no_revision() -> None:
    *units, dead = base().units
    text = written(base(), *units, Unit("New"), dead)
    assert "2021-01-01" in text
    assert "2021-01-01" in written(base(text), *units, dead)


def test_the_header_of_another_tool_is_left_to_it() -> None:
    text = FILE.replace("Hexapla", "Weblate 4.2")
    one, *others = base(text).units
    assert written(base(text), replace(one, target="Une"), *others) == text.replace('msgstr   "Un"', 'msgstr "Une"')


def test_windows_line_endings_and_the_byte_order_mark_stay() -> None:
    text = "\N{BYTE ORDER MARK}" + FILE.replace("\n", "\r\n")
    one, *others = base(text).units
    changed = replace(one, target="Une\nou deux", notes=(*one.notes, "two"))
    expected = "\N{BYTE ORDER MARK}" + DATED.replace("#.note\n", "#.note\n#. two\n").replace(
        'msgstr   "Un"', 'msgstr ""\n"Une\\n"\n"ou deux"'
    ).replace("\n", "\r\n")
    assert written(base(text), changed, *others) == expected


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_the_end_of_a_file_stays_as_it_was(end: str) -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"' + end
    first, second = base(text).units
    assert written(base(text), first, replace(second, target="e")) == text.replace('"d"', '"e"')
    assert written(base(text), second, first) == 'msgid "c"\nmsgstr "d"\n\nmsgid "a"\nmsgstr "b"' + end


def test_a_file_that_mixes_obsolete_units_with_others_keeps_its_order() -> None:
    text = '#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "c"\nmsgstr "d"\n'
    dead, live = base(text).units
    assert written(base(text), dead, replace(live, target="e")) == text.replace('"d"', '"e"')


def test_plural_forms_are_changed_together() -> None:
    text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    unit = replace(base(text).units[0], target="x", targets=("x", "y"), state=State.TRANSLATED)
    assert written(base(text), unit) == text.replace('0] ""', '0] "x"').replace('1] ""', '1] "y"')


def test_a_file_with_problems_is_not_written() -> None:
    file = po.parse(b'msgid "a\nmsgstr ""\n', "fr/a.po")
    with pytest.raises(FormatError, match=r"^fr/a\.po:1: "):
        po.with_units(file, (), now=NOW)


def test_a_new_file_is_complete() -> None:
    unit = Unit("Annex", context="heading", role="heading", places=(Place("source/a.md", 3),), notes=("<1> bold",))
    data = po.create("a", FRENCH, ENGLISH, [unit], now=NOW, notice="Unofficial translation\nby the project.")
    assert data.decode() == (
        "# Unofficial translation\n# by the project.\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: a\\n"\n"Report-Msgid-Bugs-To: nobody@nowhere.alt\\n"\n'
        '"POT-Creation-Date: 2022-07-25 12:00+0000\\n"\n"PO-Revision-Date: 2022-07-25 12:00+0000\\n"\n'
        '"Last-Translator: Automatically generated <nobody@nowhere.alt>\\n"\n"Language-Team: none\\n"\n"Language: fr\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '"X-Source-Language: en\\n"\n"X-Generator: Hexapla\\n"\n\n'
        '#. role: heading\n#. <1> bold\n#: source/a.md:3\nmsgctxt "heading"\nmsgid "Annex"\nmsgstr ""\n'
    )


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_new_files_of_all_languages_pass_msgfmt_and_msgcat() -> None:
    for language in LANGUAGES:
        data = po.create("a", language, ENGLISH, [Unit("One")], now=NOW, translator="Ana <a@un.org>", team="Team " * 30)
        check = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", "-"], input=data, capture_output=True, check=False)
        assert (check.returncode, check.stderr) == (0, b"")
        assert subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True).stdout == data


def test_other_tools_read_what_we_write(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    units = [
        Unit('Say "yes" \\ no\t' + "to <1>all</1> " * 12, target="Oui\n" + "да 一 " * 30, state=State.TRANSLATED),
        Unit("Annex", target="Annexe", context="heading", state=State.FUZZY, previous="Annexes", flags=("ignore-tag",)),
        Unit("Gone", target="Parti", state=State.OBSOLETE),
    ]
    path.write_bytes(po.create("a", FRENCH, ENGLISH, units, now=NOW))
    by_polib = [(entry.msgid, entry.msgstr, entry.msgctxt, entry.fuzzy) for entry in polib.pofile(str(path))]
    by_toolkit = [
        (str(unit.source), str(unit.target), unit.getcontext() or None, unit.isfuzzy())
        for unit in pypo.pofile.parsefile(str(path)).units[1:]
    ]
    expected = [(unit.source, unit.target, unit.context, unit.state is State.FUZZY) for unit in units]
    assert (by_polib, by_toolkit) == (expected, expected)


def test_a_header_field_stays_on_its_line() -> None:
    data = po.create("a\nb", ARABIC, ENGLISH, [], now=NOW, translator="Ana\r\n<a@un.org>")
    assert po.parse(data, "a.po").header["Last-Translator"] == "Ana <a@un.org>"


def real_files() -> list[Path]:
    return sorted((SHARED / "data").rglob("*.po"))


@pytest.mark.skipif(not real_files(), reason="the shared data are not here")
def test_real_files_keep_every_byte_but_those_of_a_changed_unit() -> None:
    chance = random.Random(7)
    for path in real_files():
        file = po.require_sound(po.read(path))
        assert po.with_units(file, [replace(unit) for unit in file.units], now=NOW) == path.read_bytes()
        if len(file.data) > 150_000 or not file.units:
            continue
        for place in chance.sample(range(len(file.units)), min(2, len(file.units))):
            old = file.units[place]
            forms = tuple("Neu " + form for form in old.targets)
            new = replace(old, target="Neu " + old.target, targets=forms, origin="87% x", previous="Alt")
            changed = po.parse(po.with_units(file, [*file.units[:place], new, *file.units[place + 1 :]], now=NOW), "x")
            before, after = list(file.form.entries), list(changed.form.entries)
            kept = [line for line in before.pop(place).lines if line.part not in {Part.TARGET, Part.PREVIOUS}]
            assert [line for line in after.pop(place).lines if line in kept] == kept
            assert [(entry.gap, entry.lines) for entry in after] == [(entry.gap, entry.lines) for entry in before]
            assert (changed.form.tail, changed.header) == (file.form.tail, file.header)
