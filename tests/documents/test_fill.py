"""Translations in place."""

from __future__ import annotations

import pytest

from tm.documents import format as formats
from tm.documents.fill import fill
from tm.model.document import Document
from tm.model.language import ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, Language

STATES = ("Bahrain", "Belarus", "Egypt", "Qatar", "中国", "巴林")


def filled(
    text: str, targets: dict[str, str], language: Language = FRENCH, path: str = "x.md", **options: object
) -> str:
    document = read(text, path)
    return fill(document, language, lambda block, segment: targets.get(segment.text), **options)  # type: ignore[arg-type]


def read(text: str, path: str = "x.md", language: str = "en") -> Document:
    return formats.read(text.encode(), path, states=STATES, language=language)


@pytest.mark.parametrize(
    ("source", "segment", "target", "expected"),
    [
        ("A **bold** word", "A <1>bold</1> word", "Un mot <1>gras</1>", "Un mot **gras**"),
        ("*a* **b**", "<1>a</1> <2>b</2>", "<2>b</2> puis <1>a</1>", "**b** puis *a*"),
        ("See `x` and [y](z).", "See <1/> and <2>y</2>.", "<2>Y</2>, <1/>.", "[Y](z), `x`."),
        ("Say **a**", "Say <1>a</1>", "Dire <1>a", "Dire a"),
        ("Say **a**", "Say <1>a</1>", "</1>Dire<1> a <7/>", "Dire a "),
        ("Say **a**", "Say <1>a</1>", "Dire <1/>", "Dire "),
        ("A  \nb", "A<1/>b", "Un<1/>deux", "Un  \ndeux"),
        ("One", "One", "Un\ndeux", "Un deux"),
    ],
)
def test_tags_become_markup_again(source: str, segment: str, target: str, expected: str) -> None:
    assert [s.text for _, s in read(source).segments()] == [segment]
    assert filled(source, {segment: target}) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("1. Rien", r"1\. Rien"),
        ("# Rien", r"\# Rien"),
        ("- Rien", r"\- Rien"),
        ("+ Rien", r"\+ Rien"),
        ("> Rien", r"\> Rien"),
        ("2022. Rien", r"2022\. Rien"),
        ("-5 degrés", "-5 degrés"),
        ("#tag", "#tag"),
        ("3 * 4 et a_b", "3 * 4 et a_b"),
        ("*x* _y_", r"\*x\* \_y\_"),
        ("[a](b)", r"\[a\](b)"),
        ("a < b <c>", r"a < b \<c>"),
        ("R&D &amp;", r"R&D \&amp;"),
        ("https://un.org/a_b_c*", "https://un.org/a_b_c*"),
        ("a | b", "a | b"),
        ("* Rien", r"\* Rien"),
        ("|-|-|", r"\|-|-|"),
        ("https://un.org/_a_/*b*", r"https://un.org/\_a\_/\*b\*"),
    ],
)
def test_what_would_be_markup_by_accident_is_escaped(target: str, expected: str) -> None:
    assert filled("Nothing", {"Nothing": target}) == expected
    assert filled("Nothing", {"Nothing": target}, path="x.txt") == target


@pytest.mark.parametrize(
    ("source", "broken"),
    [("- One  \n  two", "  \n  "), ("> One  \n> two", "  \n> "), ("1. One\\\n   two", "\\\n   ")],
)
@pytest.mark.parametrize(
    ("begins", "literal"),
    [("1. x", r"1\. x"), ("- x", r"\- x"), ("# x", r"\# x"), ("> x", r"\> x"), ("+ x", r"\+ x"), ("* x", r"\* x")],
)
def test_a_line_behind_a_break_begins_no_block(source: str, broken: str, begins: str, literal: str) -> None:
    head = source[: source.index("One")]
    assert filled(source, {"One<1/>two": f"Un<1/>{begins}"}) == f"{head}Un{broken}{literal}"


def test_headings_keep_what_looks_like_an_anchor_or_like_a_table() -> None:
    assert filled("# One", {"One": "Un {#deux}"}) == "# Un \\{#deux}"
    assert filled("# One", {"One": "Un | deux"}) == "# Un | deux"
    assert filled("One\n---", {"One": "Un | deux"}) == "Un &#124; deux\n---"


def test_a_backslash_keeps_no_bar_or_quotation_mark_from_being_markup() -> None:
    assert filled("|a|b|\n|-|-|\n|c|d|", {"c": "x\\"}) == "|a|b|\n|-|-|\n|x&#92;|d|"
    assert filled('![a](b "t")', {"t": 'un \\"mot"'}) == '![a](b "un \\\\\\"mot\\"")'


def test_a_bracket_behind_a_footnote_makes_no_link_of_it() -> None:
    assert filled("One[^1]\n\n[^1]: N", {"One<1/>": "Un<1/>(deux)"}).startswith("Un[^1]\\(deux)")


def test_emphasis_in_a_reference_is_counted_apart() -> None:
    source = "See [a *b*][] **c**\n\n[a *b*]: /u\n"
    target = "Voir <1>d <2>e</2></1> <3>“f”</3>g"
    assert filled(source, {"See <1>a <2>b</2></1> <3>c</3>": target}).startswith(
        "Voir [d <em>e</em>][a *b*] <strong>“f”</strong>g"
    )


def test_a_blank_translation_is_none() -> None:
    assert filled("One\n\nTwo", {"One": " ", "Two": "Deux"}) == "One\n\nDeux"


def test_emphasis_that_chinese_punctuation_would_break_becomes_html() -> None:
    source, text = "He is **the chair**, a friend.", "He is <1>the chair</1>, a friend."
    assert filled(source, {text: "他是<1>“主席”</1>的朋友。"}, CHINESE) == "他是<strong>“主席”</strong>的朋友。"
    assert filled(source, {text: "他是<1>主席</1>的朋友。"}, CHINESE) == "他是**主席**的朋友。"


def test_bars_are_escaped_in_cells_and_hashes_at_the_end_of_headings() -> None:
    assert filled("|a|b|\n|-|-|\n|c|d|", {"c": "x|y"}) == "|a|b|\n|-|-|\n|x\\|y|d|"
    assert filled("# Sharp", {"Sharp": "C #"}) == "# C \\#"
    assert filled('![a](b "t")', {"t": 'un "mot"'}) == '![a](b "un \\"mot\\"")'


def test_sentences_are_joined_as_the_language_does() -> None:
    source = "One came.\nTwo left. Three stayed."
    targets = {"One came.": "一来了。", "Two left.": "二走了。", "Three stayed.": "三留下了。"}
    assert filled(source, targets, CHINESE) == "一来了。二走了。三留下了。"
    assert (
        filled(source, {"One came.": "Un vint.", "Two left.": "Deux partit."}) == "Un vint.\nDeux partit. Three stayed."
    )
    assert filled(source, {"One came.": "一来了。"}, CHINESE) == "一来了。Two left. Three stayed."


def test_from_chinese_a_space_comes_between_sentences() -> None:
    document = read("一来了。二走了。", "x.txt", "zh")
    targets = {"一来了。": "One came.", "二走了。": "Two left."}
    assert fill(document, ENGLISH, lambda block, segment: targets[segment.text]) == "One came. Two left."


def test_a_hard_break_between_sentences_stays_in_chinese() -> None:
    assert (
        filled("One came.  \nTwo left.", {"One came.": "一来了。", "Two left.": "二走了。"}, CHINESE)
        == "一来了。  \n二走了。"
    )


NAMES = {
    "Bahrain": {"fr": "Bahreïn", "ru": "Бахрейн", "ar": "البحرين", "zh": "巴林"},
    "Belarus": {"fr": "Bélarus", "ru": "Беларусь", "ar": "بيلاروس", "zh": "白俄罗斯"},
    "Egypt": {"fr": "Égypte", "ru": "Египет", "ar": "مصر", "zh": "埃及"},
    "Qatar": {"fr": "Qatar", "ru": "Катар", "ar": "قطر", "zh": "卡塔尔"},
}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (FRENCH, ["Bahreïn", "Bélarus", "Égypte", "Qatar"]),
        (RUSSIAN, ["Бахрейн", "Беларусь", "Египет", "Катар"]),
        (ARABIC, ["البحرين", "بيلاروس", "قطر", "مصر"]),
        (CHINESE, ["巴林", "白俄罗斯", "埃及", "卡塔尔"]),
    ],
)
def test_states_stand_one_a_line_in_the_language_s_order(language: Language, expected: list[str]) -> None:
    targets = {name: names[language.code] for name, names in NAMES.items()}
    source = "Bahrain Belarus Egypt Qatar"
    assert filled(source, targets, language, "x.txt") == "\n".join(expected)
    assert filled(source, targets, language, "x.md") == "  \n".join(expected)


def test_the_order_of_states_can_stay() -> None:
    targets = {"Qatar": "Qatar", "Bahrain": "Bahreïn"}
    assert filled("Qatar Bahrain", targets, path="x.txt", sort_states=False) == "Qatar\nBahreïn"
    assert filled("Qatar Bahrain", targets, path="x.txt") == "Bahreïn\nQatar"


def test_states_in_a_list_keep_its_marks() -> None:
    targets = {"Egypt": "Égypte", "Bahrain": "Bahreïn"}
    assert filled("- Egypt\r\n- Bahrain\r\n", targets) == "- Bahreïn\r\n- Égypte\r\n"


def test_lines_of_states_end_as_the_file_s_lines_do() -> None:
    assert filled("A.\r\n\r\nEgypt Qatar", {"Egypt": "Égypte"}, path="x.txt") == "A.\r\n\r\nÉgypte\r\nQatar"


def test_untranslated_segments_are_marked_only_in_other_languages() -> None:
    def mark(raw: str) -> str:
        return f"[[{raw}]]"

    assert filled("One came. Two left.", {"One came.": "Un vint."}, mark=mark) == "Un vint. [[Two left.]]"
    assert filled("One came. Two left.", {}, ENGLISH, mark=mark) == "One came. Two left."


def test_without_targets_the_text_is_the_file_s() -> None:
    source = "\N{BYTE ORDER MARK}# A\r\n\r\nBahrain Qatar\r\rb  "
    assert filled(source, {}) == source


def test_a_heading_glued_to_a_paragraph_stands_apart_in_a_translation() -> None:
    text = "It is a crime. Members of the Group:\n\nEgypt India\n"
    document = formats.read(text.encode(), "source/a.txt", states=["Egypt", "India"])
    targets = {"It is a crime.": "这是犯罪。", "Members of the Group:": "小组成员：", "Egypt": "埃及", "India": "印度"}
    filled = fill(document, CHINESE, lambda _, segment: targets.get(segment.text))
    assert filled == "这是犯罪。\n\n小组成员：\n\n埃及\n印度\n"


def test_a_link_that_is_its_own_label_keeps_the_label_beside_its_translation() -> None:
    text = "See [ref] and [Other *Text*][] and [that][ref].\n\n[ref]: /r\n[Other *Text*]: /o\n"
    document = formats.read(text.encode(), "source/a.md")
    (segment,) = (segment for _, segment in document.segments())
    assert segment.text == "See <1>ref</1> and <2>Other <3>Text</3></2> and <4>that</4>."
    target = "Voir <1>réf</1> et <2>autre <3>texte</3></2> et <4>cela</4>."
    filled = fill(document, FRENCH, lambda *_: target)
    assert filled.splitlines()[0] == "Voir [réf][ref] et [autre *texte*][Other *Text*] et [cela][ref]."
