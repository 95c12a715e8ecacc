"""Hypothesis strategies for entries of a memory."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests.laws.strategies import ODD, sentences
from tm.model.language import BY_CODE
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.model.note import Form, Note
from tm.text.normalize import match_key

TAGS = [
    "<1>",
    "</1>",
    "<2/>",
    "<3>",
    "</3>",
    "<1/>",
    "</2/>",
    "<",
    ">",
    "&",
    "]]>",
    "&lt;1>",
    "<b>",
    "\r\n",
    "\r",
    "\t",
]

DATES = ["", "2021-07-21", "2021-07-21T10:20:30Z", "2021-07", "c. 1950", "1999-01-01T00:00:00Z"]


def texts() -> st.SearchStrategy[str]:
    """Text of six scripts with tags and what looks like them, without lone surrogates; it has a key."""
    anything = st.text(max_size=3)
    pieces = st.one_of(sentences(), st.sampled_from(TAGS), st.sampled_from(ODD), st.sampled_from([" ", "\n"]), anything)
    return st.lists(pieces, min_size=1, max_size=5).map("".join).filter(match_key)


def keys() -> st.SearchStrategy[MatchKey | None]:
    return st.one_of(st.none(), st.just(MatchKey("")), sentences().map(match_key))


def names() -> st.SearchStrategy[str]:
    return st.sampled_from(
        ["", "letter", "reports/A_RES_70_1", 'l\'état "A" & <B>', "\ttab\nline\r ", "source/a b.md:3", "x:1"]
    )


def origins() -> st.SearchStrategy[Origin]:
    return st.builds(Origin, names(), names(), st.sampled_from(DATES), st.sampled_from(["", "Ann", "Аня & Co <a@b>"]))


NOTES = [
    "Approved by legal.",
    # "Agreed with the editors"
    "Согласовано с редакторами",
    # "See the glossary"
    "انظر المسرد",
    # "confirmed"
    "已确认",
    "Vérifié : l'« État »",
    "¿Revisado?",
    "",
    " two\nlines\r and\ttab <b>&amp;</b> ]]> ",
]

TYPES = ["client", "x-Origin:SingleString", "", 'a "b" <c> & d', "x-conféré"]

ATTRIBUTES = [
    ("usagecount", "3"),
    ("lastusagedate", "20210101T000000Z"),
    ("creationtool", "OmegaT"),
    ("creationtoolversion", "5.7 'x' \"y\""),
    ("datatype", "html"),
    ("o-tmf", "Идиома"),
    ("o-encoding", "iso-8859-1"),
]


@st.composite
def notes(draw: st.DrawFn, about: str = "") -> tuple[Note, ...]:
    """What may be said of an entry or a text: attributes, and then notes and properties in any order."""
    written = st.sampled_from(["", "en-US", "ru"]), st.sampled_from(["", "koi8-r"])
    attributes = draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=2, unique_by=lambda one: one[0]))
    note = st.builds(Note, st.sampled_from(NOTES), st.just(Form.NOTE), st.just(""), st.just(about), *written)
    prop = note.flatmap(
        lambda one: st.sampled_from(TYPES).map(lambda name: replace(one, form=Form.PROPERTY, name=name))
    )
    return (
        *(Note(text, Form.ATTRIBUTE, name, about) for name, text in attributes),
        *draw(st.lists(st.one_of(note, prop), max_size=3)),
    )


@st.composite
def noted_entries(draw: st.DrawFn) -> Entry:
    """An entry of which, and of whose texts, something is said."""
    entry = draw(entries())
    if entry.origin.date == DATES[2] and entry.origin.author:  # else a reader takes its creation for them
        created = (Note("19990101T000000Z", Form.ATTRIBUTE, "creationdate", draw(st.sampled_from(["", *entry.texts]))),)
    else:
        created = ()
    said = [
        note
        for about in ("", *entry.texts)
        for note in (*(c for c in created if c.about == about), *draw(notes(about)))
    ]
    return replace(entry, notes=tuple(said))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry in two to six languages."""
    codes = draw(st.lists(st.sampled_from(sorted(BY_CODE)), min_size=2, max_size=4, unique=True))
    return Entry(
        0,
        {code: draw(texts()) for code in codes},
        draw(st.sampled_from(["", "heading", "table-cell"])),
        draw(origins()),
        Context(draw(keys()), draw(keys())),
        draw(st.sampled_from(Status)),
    )
