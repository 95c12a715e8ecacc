"""TMX of any origin is read: encodings, levels, languages; broken units cost themselves alone; attacks cost nothing."""

import io
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from re import sub

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.exchange import tmx
from tm.exchange.tmx.inline import Numbers, text_of
from tm.exchange.tmx.record import Defect
from tm.exchange.tmx.scan import scan
from tm.memory.given import Given
from tm.model.errors import FormatError
from tm.model.match import Context, Entry, MatchKey, Origin
from tm.model.note import Form, Note, code_of
from tm.text.codes import strip_tags

KIT = Path("../shared/conformance/tmx/kit")

needs_kit = pytest.mark.skipif(not KIT.exists(), reason="the LISA compliance kit is not here")


def unit(*texts: tuple[str, str], attributes: str = "", more: str = "") -> str:
    inside = "".join(f'<tuv xml:lang="{code}"><seg>{seg}</seg></tuv>' for code, seg in texts)
    return f"<tu{attributes}>{more}{inside}</tu>\n"


def file(*units: str, source: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{source}"/><body>\n' + "".join(units) + "</body></tmx>"


def read(text: str | bytes, document: str = "doc") -> Sequence[Given]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(tmx.read(io.BytesIO(data), "x.tmx", document))


def texts(text: str | bytes) -> list[dict[str, str]]:
    return [dict(part.texts) for given in read(text) for part in given.parts]


# The LISA kit


def kit_texts(name: str, language: str) -> list[str]:
    """Read the texts of a language, as the file writes its code, and of all its units."""
    with (KIT / f"{name}.tmx").open("rb") as stream:
        return [
            text_of(variant.content, Numbers())
            for found in scan(stream, name)
            if not isinstance(found, Defect)
            for variant in found.variants
            if variant.language.lower() == language
        ]


@needs_kit
@pytest.mark.parametrize(
    ("name", "language", "result"),
    [
        *((f"ImportTest1{letter}", "en-us", f"ImportTest1{letter}.txt") for letter in "ABCDEFGHI"),
        *((f"ImportTest1{letter}", "fr-ca", f"ImportTest1{letter}_fr-ca.txt") for letter in "ABC"),
        *((f"ImportTest1{letter}", "en-gb", f"ImportTest1{letter}_en-gb.txt") for letter in "DEFGH"),
        ("ImportTest1I", "ja-jp", "ImportTest1I_ja-jp.txt"),
    ],
)
def test_the_kit_gives_the_texts_that_it_expects(name: str, language: str, result: str) -> None:
    data = (KIT / result).read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    expected = data.decode(encoding, "replace").replace("\r\n", "\n").rstrip("\n").split("\n")
    assert kit_texts(name, language) == [line for line in expected if line]


@needs_kit
@pytest.mark.parametrize("name", ["ImportTest2A", "ImportTest2A-0index"])
def test_the_kit_gives_the_formatted_pages_that_it_expects(name: str) -> None:
    for language, page in (("en-us", "ImportTest2A.htm"), ("fr-ca", "ImportTest2A_fr-ca.htm")):
        html = (KIT / page).read_bytes().decode("cp1252")
        paragraphs = [unescape(sub("<[^>]+>", "", part.partition("</p>")[0])) for part in html.split("<p>")[1:]]
        found = [strip_tags(text) for text in kit_texts(name, language)]
        assert [*found[:3], f"{found[3]} {found[4]}", *found[5:]] == paragraphs
    with (KIT / f"{name}.tmx").open("rb") as stream:
        tagged = [dict(given.parts[0].texts) for given in tmx.read(stream, name)]
    assert tagged[0] == {
        "en": "The big <1>black</1> <2>cat</2> sleeps.",
        "fr": "Le gros <2>chat</2> <1>noir</1> dors.",
    }
    assert tagged[2]["en"] == "Nested formatting = <1><2><3>Bold+Italic+Underlined</3>, Bold+Italic</2>, Bold</1>."
    assert tagged[3] == {"en": "First <1/>sentence.", "fr": "Première <1/>phrase."}
    assert tagged[6] == {
        "en": "Some text with <1>a part highlighted</1>.",
        "fr": "Du texte avec <1>une portion délimitée</1>.",
    }


@needs_kit
def test_all_of_the_kit_is_read_without_a_broken_unit() -> None:
    for path in sorted(KIT.glob("*.tmx")):
        with path.open("rb") as stream:
            found = list(scan(stream, path.name))
        assert found, path
        assert not any(isinstance(one, Defect) for one in found), path


@needs_kit
def test_the_kit_s_text_inside_a_code_and_its_notes_are_kept() -> None:
    with (KIT / "ImportTest2C.tmx").open("rb") as stream:
        (given,) = tmx.read(stream, "x")
    assert given.parts[0].texts == {
        "en": "<1/><2>Click <3>Start Here!</3> to <4>start</4>.</2>",
        "fr": "<1/><2>Cliquez <3>Commencez ici !</3> pour <4>commencer</4>.</2>",
    }
    assert given.parts[0].origin == Origin("", "tu001", "2002-05-23T09:12:00Z", "ys")
    notes = given.parts[0].notes
    latin = {"language": "en-us", "encoding": "iso-8859-1"}
    assert [note for note in notes if not note.about and note.form is not Form.ATTRIBUTE] == [
        Note("Text of tu note 1", **latin),
        Note("Text of tu note 2", **latin),
        Note("Data", Form.PROPERTY, "myPropeType", **latin),
    ]
    assert [(note.text, note.name) for note in notes if note.about == "fr" and note.form is not Form.ATTRIBUTE] == [
        ("Data", "myPropeType"),
        ("Text of tuv fr note 1", ""),
        ("Data", "myPropeType"),
        ("Text of tuv fr note 1", ""),
    ]
    assert given.unkept == []


# Encodings, languages, what is said beside the texts


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "utf-16"), ("utf-16-be", ""), ("cp1252", "windows-1252"), ("latin-1", "ISO-8859-1")],
)  # fmt: skip
def test_encodings_are_told_by_their_marks_or_declarations(encoding: str, declared: str) -> None:
    head = f'<?xml version="1.0"{f" encoding={declared!r}" if declared else ""}?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    data = (head + file(unit(("en", "été"), ("fr", "ÿ")))).encode(encoding)
    assert texts(data) == [{"en": "été", "fr": "ÿ"}]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_text_in_two_byte_units_may_come_in_any_pieces(size: int) -> None:
    data = file(unit(("en", "peace 😀"), ("zh", "和平"))).encode("utf-16")
    found = list(tmx.read(Trickle(data, size), "x.tmx"))
    assert found[0].parts[0].texts == {"en": "peace 😀", "zh": "和平"}


class Trickle(io.RawIOBase):
    """A stream that gives so many bytes at a time, whatever is asked."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size, self._at = data, size, 0

    def read(self, size: int = -1) -> bytes:
        self._at += self._size
        return self._data[self._at - self._size : self._at]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe<\0", "x.tmx:1: the file ends before </tmx>"),
        (b'<?xml version="1.0" encoding="klingon"?><tmx/>', "x.tmx:1: the XML names an encoding that cannot be read"),
        (b'<?xml version="1.0" encoding="base64"?><tmx/>', "x.tmx:1: the XML names an encoding that cannot be read"),
        (b'<?xml version="1.0" encoding="gb2312"?>\n<tmx>\xff\xff', "x.tmx:1: from about here on not gb2312"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, problem: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(data)
    assert str(refused.value).startswith(problem)


def test_codes_of_languages_come_in_any_case_and_with_regions() -> None:
    given = unit(("EN-us", "a"), ("fr_FR", "b"), ("zh-Hans-CN", "c"), ("RU", "d"))
    assert texts(file(given)) == [{"en": "a", "fr": "b", "zh": "c", "ru": "d"}]


@pytest.mark.parametrize("code", ["zh-Hant", "zh-TW", "ZH_HK", "de-DE"])
def test_what_is_none_of_the_six_is_left_out_and_said(code: str) -> None:
    (alone, beside) = read(file(unit(("en", "a"), (code, "b")), unit(("en", "a"), (code, "b"), ("fr", "c"))))
    assert alone.defects == (f"language {code}", "no translation: only en")
    assert (beside.defects, beside.parts[0].texts) == ((f"language {code}",), {"en": "a", "fr": "c"})


def test_the_original_is_in_the_language_that_the_unit_says_else_the_file() -> None:
    own, files, any_one = read(
        file(
            unit(("en", "a"), ("ru", "b"), attributes=' srclang="RU-ru"'),
            unit(("en", "a"), ("fr", "b")),
            unit(("ru", "a"), ("en", "b"), attributes=' srclang="*all*"'),
            source="fr",
        )
    )
    assert [list(one.parts[0].texts) for one in (own, files, any_one)] == [["ru", "en"], ["fr", "en"], ["ru", "en"]]


def test_of_two_texts_in_one_language_that_of_the_original_s_region_is_taken_else_the_first() -> None:
    english = file(unit(("en-gb", "colour"), ("en-us", "color"), ("fr", "couleur")), source="en-US")
    assert texts(english) == [{"en": "color", "fr": "couleur"}]
    french = read(file(unit(("en", "a"), ("fr-FR", "b"), ("fr-CA", "c"))))[0]
    assert (french.parts[0].texts, french.defects) == ({"en": "a", "fr": "b"}, ("a second text in fr",))


def test_dates_authors_ids_and_neighbours_of_other_programs_are_understood() -> None:
    omegat = '<prop type="prev">Before.</prop><prop type="next"></prop><prop type="file">a.po</prop><note>n</note>'
    memoq = '<prop type="x-context-pre">&lt;seg&gt;Before.&lt;/seg&gt;</prop>'
    first, second = read(
        file(
            '<tu tuid="7" creationdate="20200102T030405Z" creationid="Ann">' + omegat
            + '<tuv lang="en"><seg>a</seg></tuv><tuv lang="fr" changedate="20210101T000000Z"><seg>b</seg></tuv></tu>',
            unit(("en", "a"), ("fr", "b"), more=memoq),
        )
    )  # fmt: skip
    assert first.parts == (
        Entry(
            0,
            {"en": "a", "fr": "b"},
            "",
            Origin("doc", "7", "2021-01-01", "Ann"),
            Context(MatchKey("Before."), MatchKey("")),
            notes=(Note("a.po", Form.PROPERTY, "file"), Note("n")),
        ),
    )
    assert list(first.unkept) == []
    assert second.parts[0].context == Context(MatchKey("Before."), None)


def test_what_the_header_says_is_told() -> None:
    told: list[Note] = []
    head = (
        '<header srclang="en"><note xml:lang="ru">Срочно</note><prop type="client">UNODC</prop>'  # urgent
        '<ude name="Mac"><map unicode="#xF8FF"/></ude></header>'
    )
    data = file(unit(("en", "a"), ("fr", "b"), more="<note>n</note>")).replace('<header srclang="en"/>', head)
    assert len(list(tmx.read(io.BytesIO(data.encode()), "x", "", told.append))) == 1
    assert told == [
        Note("Срочно", language="ru"),
        Note("UNODC", Form.PROPERTY, "client"),
        Note("Mac", Form.ATTRIBUTE, "ude"),
    ]


@pytest.mark.parametrize("size", [40, 100_000])
def test_how_a_file_writes_codes_is_told_once_and_at_texts_that_have_another(size: int) -> None:
    told: list[Note] = []
    data = file(
        unit(("EN", "a"), ("fr-CA", "b")),
        unit(("en", "c"), ("fr-ca", "d"), ("zh-CN", "e<ph/>")),
        unit(("en-GB", "f"), ("fr", "g"), ("zh-Hans-CN", "h"), more="<note>n</note>"),
        unit(("en", "i"), ("zh-TW", "j"), ("fr-BE", "k"), ("zh_cn", "l")),
    )
    found = list(tmx.read(Trickle(data.encode(), size), "x", "", told.append))
    assert told == [code_of("fr-CA", "fr"), code_of("zh-CN", "zh")]
    assert [given.parts[0].notes for given in found] == [
        (),
        (),
        (Note("n"), code_of("en-GB", "en"), code_of("fr", "fr"), code_of("zh-Hans-CN", "zh")),
        (code_of("fr-BE", "fr"), code_of("zh_cn", "zh")),
    ]


def test_what_attributes_say_beside_the_facts_is_kept_and_what_the_standard_does_not_know_is_told() -> None:
    (given,) = read(
        file(
            '<tu tuid="7" usagecount="3" segtype="sentence" changedate="20200102T030405Z" creationdate="2019" score="9">'
            '<tuv xml:lang="en" segtype="phrase" changeid="Ann"><seg>a</seg></tuv>'
            '<tuv xml:lang="fr" creationid="Bo" changeid="Cy" creationtool=""><seg>b</seg></tuv></tu>'
        )
    )
    english, french = given.parts
    date = "2020-01-02T03:04:05Z"
    assert english == Entry(
        0,
        {"en": "a"},
        "",
        Origin("doc", "7", date, "Ann"),
        notes=(
            Note("3", Form.ATTRIBUTE, "usagecount"),
            Note("sentence", Form.ATTRIBUTE, "segtype"),
            Note("2019", Form.ATTRIBUTE, "creationdate"),
        ),
    )
    created = (Note("Bo", Form.ATTRIBUTE, "creationid", "fr"),)
    assert french == Entry(0, {"en": "a", "fr": "b"}, "", Origin("doc", "7", date, "Cy"), notes=created)
    assert given.unkept == ["score: 9", "segtype: phrase"]


def test_what_is_said_in_our_own_words_is_no_note_and_told_where_it_is_not_understood() -> None:
    props = [("x-status", "who knows"), ("x-context-pre", "A."), ("prev", "B."), ("x-role", "a"), ("x-role", "heading")]
    more = "".join(f'<prop type="{name}">{text}</prop>' for name, text in props)
    (given,) = read(file(unit(("en", "a"), ("fr", "b"), more=more)))
    assert given.parts[0].role == "heading"
    assert given.parts[0].context == Context(MatchKey("A."))
    assert given.parts[0].notes == ()
    assert given.unkept == ["x-status: who knows", "prev: B.", "x-role: a"]


def test_a_date_of_an_original_is_its_own_and_one_that_says_nothing_has_that_of_its_translation() -> None:
    french = '<tuv xml:lang="fr" changedate="20210101T000000Z"><seg>b</seg></tuv></tu>'
    own, none = read(
        file(
            '<tu><tuv xml:lang="en" changedate="20200101T000000Z"><seg>a</seg></tuv>' + french,
            '<tu><tuv xml:lang="en"><note>n</note><seg>c</seg></tuv>' + french,
        )
    )
    assert [(list(part.texts), part.origin.date) for part in own.parts] == [
        (["en"], "2020-01-01"),
        (["en", "fr"], "2021-01-01"),
    ]
    assert [(list(part.texts), part.origin.date) for part in none.parts] == [(["en", "fr"], "2021-01-01")]


@pytest.mark.parametrize(
    ("seg", "text"),
    [
        ('<bpt i="1">{\\b </bpt>bold<ept i="1">}</ept>', "<1>bold</1>"),
        ('a<ph x="5"/>b<ut>c</ut>', "a<1/>b<2/>"),
        ('<it pos="begin" i="1">&lt;b&gt;</it>a', "<1/>a"),
        ('a<ept i="1">&lt;/b&gt;</ept>', "a<1/>"),
        ('<bpt i="1"/>a<bpt i="2"/>b<ept i="1"/>c<ept i="2"/>', "<1>a<2>b</1>c</2>"),
        ('see <hi type="x"><hi>this</hi></hi>', "see <1><2>this</2></1>"),
        ('<ph>&lt;img alt="<sub>A <ph/>cat</sub>"&gt;</ph>', "<1>A <2/>cat</1>"),
        ("<![CDATA[a < b]]> &amp; <!-- no --> c", "a < b &  c"),
        ("&lt;1&gt;a&lt;/1&gt;", "<1>a</1>"),
        ('<ph x="9">&lt;3/&gt;</ph>', "<3/>"),
        ('<ph type="x-u000b"/>', "\x0b"),
        ("<b>raw</b>", "<1>raw</1>"),
    ],
)
def test_inline_elements_become_numbered_tags(seg: str, text: str) -> None:
    assert texts(file(unit(("en", seg), ("fr", "x")))) == [{"en": text, "fr": "x"}]


def test_codes_have_one_number_in_all_languages() -> None:
    english = 'A <ph x="2"/> <bpt i="1" x="7"/>b<ept i="1"/>'
    french = '<bpt i="4" x="7"/>b<ept i="4"/> <ph x="2"/> <ph x="3"/>'
    assert texts(file(unit(("fr", french), ("en", english)))) == [{"en": "A <1/> <2>b</2>", "fr": "<2>b</2> <1/> <3/>"}]


@given(
    st.lists(
        st.sampled_from(
            [
                unit(("en", "a &amp; b"), ("fr", "c")),
                unit(("en-US", "d"), ("ru", "e"), attributes=' tuid="7" changedate="20200102T030405Z" changeid="Ann"'),
                unit(("fr", "f"), ("en", "g"), more='<prop type="x-document">doc</prop>\n<note>n</note>'),
                unit(("de", "h"), ("en", "i"), ("fr", "j"), ("fr", "k")),
                unit(("en", 'l<ph x="1"/>'), ("fr", "m")),
                unit(("en", "A&amp;B &#233;"), ("fr", "")),
                unit(("en", "AT&T"), ("fr", "n")),
                '<tu a="1" a="2"><tuv xml:lang="en"><seg>o</seg></tuv></tu>',
                '<tu usagecount="3" changedate="x" a="b"><note xml:lang="ru" o-encoding="x">n&amp;</note><prop type="t" lang="fr">p</prop>'
                '<tuv xml:lang="en" datatype="html"><seg>s</seg></tuv><tuv xml:lang="fr"><note/><seg>t</seg></tuv></tu>',
                '<tu><prop type="a>b">p</prop><prop>q</prop><tuv xml:lang="en"><seg>u</seg></tuv><tuv xml:lang="fr"><seg>v</seg></tuv></tu>',
                '<tu><tuv xml:lang="en"><prop type="x-place">p</prop><seg>q</seg></tuv><tuv lang="fr"><seg>r</seg></tuv></tu>',
                "<!-- " + unit(("en", "no"), ("fr", "unit")) + " -->",
                "<tu>\n",
                "\r\n\t ",
            ]
        ),
        max_size=8,
    ),
    st.sampled_from([50, 100_000]),
)
@settings(max_examples=40, deadline=None)
def test_plain_units_are_read_as_the_parser_reads_them(units: list[str], size: int) -> None:
    """A comment in each unit leaves all of them to the parser."""

    def outcome(data: str) -> object:
        try:
            found = list(tmx.read(Trickle(data.encode(), size), "x.tmx", "doc"))
            return [(one.line, tuple(one.parts), tuple(one.defects), tuple(one.unkept), one.is_ours) for one in found]
        except FormatError as error:
            return str(error)

    plain, parsed = file(*units), file(*(text.replace("</tuv>", "</tuv><!---->", 1) for text in units))
    assert outcome(plain) == outcome(parsed) or "<!-- " in plain


# What is broken


BROKEN = file(
    unit(("en", "a"), ("fr", "b")),
    unit(("en", "AT&T"), ("fr", "b")),
    '<tu><tuv xml:lang="en"><seg>lost end</seg></tuv>\n',
    unit(("en", "c"), ("fr", "d")),
    '<tu><tuv xml:lang="en"><seg>bold<b></seg></tuv>\n<tuv xml:lang="fr"><seg>x</seg></tuv></tu>\n',
    unit(("en", "e&nbsp;"), ("fr", "f")),
    unit(("en", "con\x02trol"), ("fr", "f")),
    unit(("en", "g"), ("fr", "h")),
)


@pytest.mark.parametrize("size", [1, 7, 64, 100_000])
def test_a_broken_unit_costs_itself_alone(size: int) -> None:
    found = list(tmx.read(Trickle(BROKEN.encode(), size), "x.tmx"))
    assert [(given.line, list(given.defects)) for given in found] == [
        (2, []),
        (3, ["broken: not well-formed XML: not well-formed (invalid token)"]),
        (4, ["broken: a unit without </tu>"]),
        (5, []),
        (6, ["broken: not well-formed XML: mismatched tag"]),
        (8, ["broken: not well-formed XML: undefined entity"]),
        (9, ["broken: not well-formed XML: not well-formed (invalid token)"]),
        (10, []),
    ]
    assert [part.texts["en"] for given in found for part in given.parts] == ["a", "c", "g"]


def test_bytes_that_are_not_utf_8_cost_their_unit_alone() -> None:
    data = file(unit(("en", "a"), ("fr", "é")), unit(("en", "b"), ("fr", "c"))).encode("latin-1")
    assert [list(given.defects) for given in read(data)] == [
        ["broken: not well-formed XML: not well-formed (invalid token)"], []
    ]  # fmt: skip


def test_an_entity_that_only_a_document_type_elsewhere_knows_is_no_silent_loss() -> None:
    data = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + file(unit(("en", "a&nbsp;b"), ("fr", "c")))
    assert read(data)[0].defects == ("broken: the entity &nbsp; is not known",)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (BROKEN[:-30], "x.tmx:10: the file ends before </tmx>: it is cut off; get it whole"),
        (
            file(unit(("en", "a"), ("fr", "b")))[:-14],
            "x.tmx:2: the file ends before </tmx>: it is cut off; get it whole",
        ),
        ("", "x.tmx:1: the file ends before </tmx>: it is cut off; get it whole"),
        ("<xliff/>", "x.tmx:1: not TMX: the outermost element is <xliff>"),
        ("<tmx><header></tmx>", "x.tmx:1: mismatched tag"),
        (file() + "\n<more/>", "x.tmx:3: junk after document element"),
    ],
)
def test_what_is_broken_elsewhere_is_refused_as_a_whole(data: str, problem: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(data)
    assert str(refused.value).replace("not well-formed XML: ", "") == problem


# What is hostile


class Endless(io.RawIOBase):
    """A stream without an end: a beginning, and then the same again and again; asked too often, it fails."""

    def __init__(self, start: str, again: Callable[[int], str], most: int = 40 * 2**20) -> None:
        self._pieces = self._make(start, again)
        self.left = most

    @staticmethod
    def _make(start: str, again: Callable[[int], str]) -> Iterator[bytes]:
        yield start.encode()
        number = 0
        while True:
            piece = "".join(again(number + n) for n in range(2_000))
            number += 2_000
            yield piece.encode()

    def read(self, size: int = -1) -> bytes:
        data = next(self._pieces)
        self.left -= len(data)
        assert self.left > 0, "read on and on"
        return data


HEAD = '<tmx version="1.4"><header srclang="en"/><body>'


@pytest.mark.parametrize(
    ("stream", "problem"),
    [
        (Endless(HEAD + '<tu><tuv xml:lang="en"><seg>', lambda n: "x" * 500), "no unit ends within 8 MB"),
        (Endless(HEAD + '<tu><tuv xml:lang="en"><seg>', lambda n: "<hi>"), "nested deeper than 64"),
        (Endless(HEAD, lambda n: "<deep>"), "nested deeper than 64"),
        (Endless(HEAD + "<tu ", lambda n: f"a{n}='1' "), "a tag or comment is longer than 1 MB"),
        (Endless(HEAD + "<tu a='", lambda n: "x" * 500), "a tag or comment is longer than 1 MB"),
        (Endless(HEAD + "<tu>", lambda n: f'<prop type="{n}">x</prop>'), "more than 20000 codes"),
        (Endless("<tmx><!--", lambda n: "x" * 500), "a tag or comment is longer than 1 MB"),
        (Endless("<tmx>", lambda n: " " * 500), "no unit ends within 8 MB"),
        (io.BytesIO((HEAD + "<tu " + " ".join(f"a{n}='1'" for n in range(100)) + "/>").encode()), "more than 64 attributes"),
        (io.BytesIO(b'<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + file().encode()), "entity declarations are not accepted"),
        (io.BytesIO(b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + file().encode()), "entity declarations are not accepted"),
        (io.BytesIO(b'<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://127.0.0.1/x">%a;]>' + file().encode()), "entity declarations are not accepted"),
    ],
    ids=range(12),
)  # fmt: skip
def test_attacks_are_refused_at_once_and_with_little_memory(stream: io.RawIOBase, problem: str) -> None:
    tracemalloc.start()
    begin = time.process_time()
    with pytest.raises(FormatError, match=problem):
        for _ in tmx.read(stream, "x.tmx"):  # type: ignore[arg-type]  # only read is called
            pass
    took, (_, peak) = time.process_time() - begin, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 5, "tracing memory takes most of it"
    assert peak < 48 * 2**20


def peak(units: int, more: str = "") -> int:
    """Give the bytes that reading so many units takes at most."""
    one = unit(("en", "The Committee took note of it."), ("fr", "La Commission en a pris note."), more=more)
    stream = io.BytesIO(file(*(one for _ in range(units))).encode())
    tracemalloc.start()
    assert sum(1 for _ in tmx.read(stream, "x.tmx")) == units
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


def test_memory_does_not_grow_with_the_file() -> None:
    assert peak(3_000) < 1.2 * peak(1_000) + 10_000


@pytest.mark.parametrize("more", ['<prop type="client">UNODC</prop>' * 20, '<note xml:lang="en">n\r\n</note>' * 20])
def test_memory_does_not_grow_with_notes(more: str) -> None:
    assert peak(4_000, more) < 1.5 * 2**20


def test_large_and_many_notes_are_read_whole_and_larger_ones_refused() -> None:
    many = "".join(f'<prop type="{number}">{number}</prop>' for number in range(1_000))
    long = f"<note>{'和' * 2_000_000}</note>"  # peace
    first, second = read(file(*(unit(("en", "a"), ("fr", "b"), more=more) for more in (many, long))))
    assert [note.name for note in first.parts[0].notes] == [str(number) for number in range(1_000)]
    assert second.parts[0].notes == (Note("和" * 2_000_000),)
    with pytest.raises(FormatError, match="no unit ends within 8 MB"):
        read(file(unit(("en", "a"), ("fr", "b"), more=f"<note>{'x' * 10_000_000}</note>")))
