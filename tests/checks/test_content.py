"""The checks of content say where, name each defect once, and never break."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tm import checks
from tm.checks.leading import inline_markers, leading_marker
from tm.checks.place import span_of
from tm.checks.sentences import sentence_ends
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH, LANGUAGES, Language
from tm.model.unit import State, Unit
from tm.text.agenda_items import find_agenda_items
from tm.text.dated_acts import find_dated_acts
from tm.text.plain import outside_data, plain
from tm.text.traditional import TRADITIONAL

CONTENT = (
    "missing", "untranslated", "partly-untranslated", "truncated", "length", "added-text", "negation", "repeated-word",
    "number", "number-format", "date", "symbol", "resolution", "agenda-item", "list-marker", "paragraph-number",
    "footnote", "url", "mixed-script", "tag",
)  # fmt: skip


def _find(source: str, target: str, lang: str = "fr", select: tuple[str, ...] = CONTENT) -> list[Finding]:
    unit = Unit(source, target, state=State.TRANSLATED, line=1)
    return list(checks.run([unit], path="a.po", source=ENGLISH, target=BY_CODE[lang], select=select))


ONE_DEFECT = [
    ("resolution", "fr", "See resolution 70/1.", "Voir la résolution 70/2.", "70/2", "70/1"),
    ("resolution", "es", "See resolution 2231 (2015).", "Véase la resolución 2213 (2015).", "2213 (2015)", "2231 (2015)"),
    ("agenda-item", "fr", "See agenda item 108.", "Voir le point 109 de l’ordre du jour.", "109", "108"),
    ("agenda-item", "zh", "Agenda item 108", "议程项目180", "180", "108"),
    ("symbol", "ru", "See A/76/<1>L.1</1>.", "См. A/76/<1>L.2</1>.", None, None),
    ("symbol", "zh", "See A/HRC/25/54.", "见A / HRC / 25 / 54号文件。", "A / HRC / 25 / 54", "A/HRC/25/54"),
    ("number", "fr", "The <1>Group</1> has 47 members.", "Le <1>Groupe</1> compte 74 membres.", "74", "47"),
    ("number", "ar", "There are 25 members.", "هناك ٢٦ عضوا.", "٢٦", "25"),
    ("date", "fr", "on 25 July 2022", "le 25 juin 2022", "25 juin 2022", "25 July 2022"),
    ("date", "ru", "on Monday, 4 July", "во вторник, 4 июля", "вторник", "Monday"),
    ("date", "zh", "on Monday, 4 July", "7月4日星期二", "星期二", "Monday"),
    ("paragraph-number", "es", "12. The Committee met.", "13. El Comité se reunió.", "13", "12"),
    ("list-marker", "ru", "(b) the Committee", "c) Комитет", "c", "b"),
    ("footnote", "fr", "in the report.[4]", "dans le rapport[5].", "[5]", "[4]"),
    ("url", "fr", "See https://un.org/a1 now.", "Voir https://un.org/a2 maintenant.", "https://un.org/a2", "https://un.org/a1"),
    ("mixed-script", "ru", "The <1>accounts</1>", "<1>Cчета</1>", "Cчета", None),
    ("repeated-word", "fr", "the <1>rights</1> of women", "les droits de <1>de</1> la femme", "de <1>de", None),
    ("number-format", "ru", "a line of $1.25 a day", "черта в 1.25 долл. США в день", "1.25", None),
    ("negation", "fr", "The Committee shall not meet.", "Le Comité se réunit.", None, "not"),
    ("negation", "es", "The Committee supports it.", "El Comité no lo apoya.", "no", None),
    (
        "partly-untranslated", "ru", "The Committee took note of the report.", "Комитет took note of the report.",
        "took note of the report", None,
    ),
    ("untranslated", "fr", "The session is open.", "The session is open.", "The session is open.", None),
    ("truncated", "fr", "The Committee met in Geneva. It adopted its report.", "Le Comité s’est réuni.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "at", "of"),
    [
        ("See <1>resolution</1> and <2>goal</2>.", "Voir <1>résolution</1> et l’objectif.", None, "<2>"),
        ("<1>Goal</1> 16", "<1>Objectif</1> 16<2/>", "<2/>", None),
        ("<1>Goal</1> 16", "<1>Objectif</ 1> 16", "</ 1>", None),
        ("<1>a <2>new</2> goal</1>", "<1>un <2>nouvel objectif</1></2>", "</1>", None),
        ("The Council has decided so.", "The Council has decided so.", "The Council has decided so.", None),
    ],
)
def test_tags_and_untranslated_texts_have_a_place(source: str, target: str, at: str | None, of: str | None) -> None:
    found = _find(source, target, select=("tag", "untranslated"))
    assert [one.at and target[one.at.start : one.at.end] for one in found] == [at]
    assert [one.of and source[one.of.start : one.of.end] for one in found] == [of]


@pytest.mark.parametrize(("check", "lang", "source", "target", "at", "of"), ONE_DEFECT)
def test_one_defect_is_one_finding_with_its_place(
    check: str, lang: str, source: str, target: str, at: str | None, of: str | None
) -> None:
    found = _find(source, target, lang)
    assert [one.check for one in found] == [check]
    (one,) = found
    assert (target[one.at.start : one.at.end] if one.at else None) == at
    assert (source[one.of.start : one.of.end] if one.of else None) == of


FIXES = [
    ("fr", "See resolution 70/1.", "Voir la résolution 70/2.", "Voir la résolution 70/1."),
    ("ru", "The accounts", "Cчета", "Счета"),
    ("zh", "the COVID-19 pandemic", "СOVID-19大流行", "COVID-19大流行"),
    ("es", "See A/HRC/25/54.", "Véase A/HRC/25 /54.", "Véase A/HRC/25/54."),
    ("fr", "some 10,000 people", "quelque 10,000 personnes", "quelque 10\N{NO-BREAK SPACE}000 personnes"),
    ("ru", "a line of $1.25 a day", "черта в 1.25 долл. США в день", "черта в 1,25 долл. США в день"),
    ("fr", "the rights of women", "les droits de de la femme", "les droits de la femme"),
    ("fr", "in the report.[4]", "dans le rapport[5].", "dans le rapport[4]."),
    ("ar", "Write to info@un.org.", "الكتابة إلى info@un.com.", "الكتابة إلى info@un.org."),
]


@pytest.mark.parametrize(("lang", "source", "target", "mended"), FIXES)
def test_what_has_one_right_answer_says_it_and_is_right_then(lang: str, source: str, target: str, mended: str) -> None:
    (one,) = _find(source, target, lang)
    assert one.at is not None
    assert one.fix is not None
    assert target[: one.at.start] + one.fix + target[one.at.end :] == mended
    assert _find(source, mended, lang) == []


def test_a_place_is_found_behind_tags_and_among_equal_words() -> None:
    raw = "<1>A</1> 7 &amp; <2>B</2> 7"
    text = plain(raw)
    first, second = (match.span() for match in re.finditer("7", text))
    assert raw[: span_of(raw, text, *first).start] == "<1>A</1> "  # type: ignore[union-attr]
    assert span_of(raw, text, *second).end == len(raw)  # type: ignore[union-attr]
    assert span_of("a<1/>b", "ab", 0, 2) is None
    assert span_of("", "", 0, 0) is None


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("(b) x", {2}), ("b) x", {2}), ("(i) x", {1, 9}), ("(iv) x", {4}), ("(aa) x", {27}), ("3) x", {3}),
        ("(ج) س", {3, 5}), ("(هـ) س", {5, 26}), ("‘2’ س", {2}), ("в) х", {3}), ("㈢ 某", {3}), ("(三) 某", {3}),
        ("（b）某", {2}), ("(see) x", None), ("x", None), ("(2015) x", None),
    ],
)  # fmt: skip
def test_markers_are_read_by_rank(text: str, ranks: set[int] | None) -> None:
    marker = leading_marker(text)
    assert (set(marker.ranks) if marker else None) == ranks


def test_markers_stand_beside_chinese_characters_but_not_behind_latin_letters() -> None:
    assert [marker.text for marker in inline_markers("在(a)议会和(b)地方政府")] == ["a", "b"]
    assert [marker.text for marker in inline_markers("f(a) = 2")] == []


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("agenda items 12 (a), 13 and 14", "en", [12, 13, 14]),
        ("au titre des points 12 a), 13 et 14 de l’ordre du jour", "fr", [12, 13, 14]),
        ("los temas 12 a), 13 y 14 del programa", "es", [12, 13, 14]),
        ("пункты 12 a), 13 и 14 повестки дня", "ru", [12, 13, 14]),
        ("البنود 12 (أ) و 13 و 14 من جدول الأعمال", "ar", [12, 13, 14]),
        ("议程项目12(a)、13和14", "zh", [12, 13, 14]),
        ("an item of 20 kg", "en", []),
    ],
)
def test_items_of_the_agenda_are_found_in_six_languages(text: str, language: str, numbers: list[int]) -> None:
    assert [item.number for item in find_agenda_items(text, language)] == numbers


def test_acts_are_found_with_their_year_or_session() -> None:
    text = "resolutions 1267 (1999), 1989 (2011) and 217 A (III), and article 5 (2015)"
    assert [act.key for act in find_dated_acts(text)] == [("1267", 1999), ("1989", 2011), ("217", 3), ("5", 2015)]
    assert [act.key for act in find_dated_acts("القرار 217 ألف (د-3)")] == [("217", 3)]
    assert find_dated_acts("in 20 (2015) cases") == ()


def test_sentences_end_at_stops_but_not_at_abbreviations() -> None:
    assert len(sentence_ends("It met. Mr. Lee and Ms. Ng of the U.S. spoke on art. 5 at 2.5 per cent. So it was.")) == 2
    assert len(sentence_ends("会议开幕。委员会通过了报告。")) == 1
    assert len(sentence_ends("One ended.Another began.")) == 1


def test_traditional_characters_are_those_that_simplified_text_never_has() -> None:
    assert len(set(TRADITIONAL)) == len(TRADITIONAL)
    for char in TRADITIONAL:
        char.encode("big5")
        with pytest.raises(UnicodeEncodeError):
            char.encode("gb2312")


def test_text_outside_embedded_data_is_told_apart() -> None:
    text = "a data:image/png;base64,AAAA b"
    assert "".join(text[start:end] for start, end in outside_data(text)) == "a  b"
    assert outside_data("plain") == ((0, 5),)


PIECES = [
    "(a) ", "ب) ", "㈢", "12. ", "A. ", "• ", "[4]", "⁴", "<sup>4</sup>", "[^n]", "*", "https://un.org/en/a", "a@b.org",
    "resolution 70/1", "القرار 2231 (2015)", "217 A (III)", "agenda item 108 (a)", "议程项目108", "A / HRC / 25", "1,000.5",
    "1.25", "not ", "ne pas ", "لا ", "не ", "不", "де де", "的的", "委员会委员会", "the the ", "cчета", "а", "ی", "會", "の",
    "The Committee shall meet. ", "Monday", "星期二", "。", ". ", "\n", "<1>", "</1>", "data:a/b;base64,AA", "\ud800",
    "\N{COMBINING ACUTE ACCENT}" * 40, "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH SPACE}", "&amp;", "\x00",
]  # fmt: skip


@settings(max_examples=150)
@example("(a) (a) not ", "(a) ", ENGLISH, ENGLISH)
@given(
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_no_text_breaks_a_check_and_places_lie_in_the_texts(
    source: str, target: str, one: Language, other: Language
) -> None:
    unit = Unit(source, target, state=State.TRANSLATED, line=3)
    for finding in checks.run([unit], path="a.po", source=one, target=other, select=CONTENT):
        for place, text in ((finding.at, target), (finding.of, source)):
            assert place is None or 0 <= place.start <= place.end <= len(text)


@pytest.mark.parametrize(
    "run",
    ["(a) ", "[4]", "not ", "a.b@", "http://", "的", "de ", "c", "会", "12.", "1,000 ", "Cч", "*", "¹", "(", "und "],
)
def test_long_runs_of_anything_are_read_in_linear_time(run: str) -> None:
    text = run * (5_000 // len(run))
    for lang in ("ru", "zh"):
        _find(text, text + "x", lang)
        _find(text, text[::-1], lang)


def test_a_long_figure_beside_a_percentage_is_read_in_linear_time() -> None:
    figure = "1" * 40_000
    start = process_time()
    assert _find(f"{figure} or 5 per cent", f"{figure} ou 5 %", select=("measure",)) == []
    assert process_time() - start < 1


def test_ten_thousand_combining_marks_end() -> None:
    text = "a" + "\N{COMBINING ACUTE ACCENT}" * 10_000
    assert _find(text, text) == []
