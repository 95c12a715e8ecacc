"""Law of plain entries: those that are recognized whole mean what a reading line by line finds in them."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laws.strategies import sentences
from tm.exchange import po

COMMENTS = [
    "#", "#.", "# a note", "#. role: heading", "#. tm: 87% A/75/912", "#. <1> bold \\", "#: a.md:3 b.md", "#=", "#, fuzzy",
    "#, fuzzy, ignore-number", "#,no-wrap", "#~ # odd", "#~", '#| msgid "Old"', '#~ msgid "a"', '#~ "a"', "", "", "#\x0c\r",
]  # fmt: skip
ESCAPES = [
    "",
    '\\"',
    "\\n",
    "\\\\",
    "\\t",
    "\\x41",
    "\\101",
    "\\q",
    "\\xE9",
    "\\x4",
    "\r",
    "«",
    "<1>",
    "#",
    '"',
    "\x1c",
]
ODD = [[], [], [], [], [], [], ["msgid_plural", '"b"'], ["x"], ["# in between"], ["msgctxt", '"late"'], ["", '"more"']]

pieces = st.one_of(sentences(), sentences(), st.sampled_from(ESCAPES))
strings = st.lists(pieces, max_size=3).map(lambda parts: '"' + "".join(parts) + '"')


@st.composite
def a_text(draw: st.DrawFn, keyword: str) -> list[str]:
    """A keyword with its text, seldom as gettext would not write it."""
    first, *others = draw(st.lists(strings, min_size=1, max_size=3))
    between = draw(st.sampled_from([" ", " ", " ", " ", "", "  ", "\n"]))
    return [draw(st.sampled_from(["", "", "", "", " "])) + keyword + between + first, *others]


@st.composite
def an_entry(draw: st.DrawFn) -> list[str]:
    """The lines of an entry, which may be unsound."""
    comments = draw(st.lists(st.sampled_from(COMMENTS) | sentences().map("# {}".format), max_size=3))
    context = draw(st.just([]) | a_text("msgctxt"))
    source = draw(a_text("msgid"))
    target = draw(st.one_of(a_text("msgstr"), a_text("msgstr"), a_text("msgstr"), a_text("msgstr[0]"), st.just([])))
    return [*comments, *context, *source, *draw(st.sampled_from(ODD)), *target, *draw(st.sampled_from(ODD))]


gaps = st.sampled_from([[], [""], [""], [""], ["", ""], [" "]])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A PO file, sound or not, as it may come from anywhere."""
    lines = [line for _ in range(draw(st.integers(0, 4))) for line in draw(gaps) + draw(an_entry())]
    mark = draw(st.sampled_from(["", "", "\N{BYTE ORDER MARK}"]))
    newline = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"]))
    return mark + newline.join([*lines, *draw(gaps)])


def said(file: po.PoFile) -> list[object]:
    """All that was read of a file, without the spaces behind its strings."""
    form = file.form
    entries = [*form.entries, *([form.header] if form.header else [])]
    lines = [(line.part, re.sub(r'" (\n?)\Z', r'"\1', line.text)) for entry in entries for line in entry.lines]
    where = [(entry.gap, entry.start, len(entry.lines)) for entry in entries]
    return [file.units, file.problems, file.header, file.comments, lines, where, replace(form, entries=(), header=None)]


@settings(max_examples=100)
@given(files())
@example('msgid "a"\nmsgstr "b"\n#~ "more"\n')
@example('msgid "a"\nmsgstr "b"\n\n"more"\n')
@example('msgid "a"\nmsgstr "b"\n\nmsgstr "c"\n')
@example('#| msgid "Old"\nmsgid "a"\nmsgstr "b"\n')
@example('#~ msgid "Old"\nmsgid "a"\nmsgstr "b"\n')
@example('msgid ""\n"\\x4"\n"1"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "\\q"\n\nmsgid "d"\nmsgstr "\\""\n')
@example('# a\n\nmsgid "a"\nmsgstr "b"\n\n\n# c\nmsgctxt ""\n"c"\nmsgid ""\nmsgstr "b"\n')
@example('#, fuzzy\nmsgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\nmsgid "b"\nmsgstr "c"\n')
@example('msgid ""\n""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr ""\n')
def test_a_space_behind_a_string_changes_nothing_but_that_its_entry_is_not_plain(text: str) -> None:
    spaced = re.sub(r'^([^#\n].*"|")$', r"\1 ", text, flags=re.MULTILINE)
    assert said(po.parse(text.encode(), "a.po")) == said(po.parse(spaced.encode(), "a.po"))
