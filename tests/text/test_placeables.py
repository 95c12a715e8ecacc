"""Numbers, dates and symbols are read as values, in six languages."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.text import chinese_numbers, dates, figures, numbers, plain, scales, shares, spans, symbols
from tm.text.dates import find_dates
from tm.text.number import Form
from tm.text.numbers import find_numbers
from tm.text.shares import find_shares
from tm.text.symbols import find_acts, find_symbols

HALF = Fraction(1, 2)


@pytest.mark.parametrize("module", [chinese_numbers, dates, figures, numbers, plain, scales, shares, spans, symbols])
def test_the_examples_in_the_documentation_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "1,234.5", Fraction(2469, 2)),
        ("en", "$100 billion", 10**11),
        ("en", "1.716 billion", 1_716_000_000),
        ("en", "seventy-sixth", 76),
        ("en", "76th", 76),
        ("en", "one hundred and five", 105),
        ("en", "three hundred twelve thousand", 312_000),
        ("en", "half a million", 500_000),
        ("en", "3 p.m.", 15),
        ("en", "two dozen", 24),
        ("en", "half", HALF),
        ("en", "XXIII", 23),
        ("fr", "1\N{NARROW NO-BREAK SPACE}234,5", Fraction(2469, 2)),
        ("fr", "10 000", 10_000),
        ("fr", "soixante-seizième", 76),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "deux cent cinq", 205),
        ("fr", "mille neuf cent quarante-cinq", 1945),
        ("fr", "1,5 milliard", 1_500_000_000),
        ("fr", "76e", 76),
        ("fr", "XXIe siècle", 21),
        ("fr", "la moitié", 50),
        ("es", "1.234,5", Fraction(2469, 2)),
        ("es", "100.000 millones", 10**11),
        ("es", "100 mil millones", 10**11),
        ("es", "mil millones", 10**9),
        ("es", "septuagésimo sexto", 76),
        ("es", "treinta y cinco", 35),
        ("es", "doscientas veintitrés", 223),
        ("es", "décimo tercero", 13),
        ("es", "los años 90", 1990),
        ("ru", "1,61 миллиона", 1_610_000),
        ("ru", "5 тыс.", 5000),
        ("ru", "2 млрд", 2 * 10**9),
        ("ru", "семьдесят шестая", 76),
        ("ru", "двадцатью пятью", 25),
        ("ru", "трехсот сорока", 340),
        ("ru", "76-й", 76),
        ("ru", "трети", Fraction(1, 3)),
        ("ar", "١٢٣٫٥", Fraction(247, 2)),
        ("ar", "١٬٢٣٤", 1234),
        ("ar", "۱۲۳", 123),
        ("ar", "السادسة والسبعون", 76),
        ("ar", "الخامسة عشرة", 15),
        ("ar", "خمسة وعشرون", 25),
        ("ar", "ثلاثمائة وخمسة", 305),
        ("ar", "مائة وخمسة وعشرون", 125),
        ("ar", "100 بليون", 10**11),
        ("ar", "نصف مليون", 500_000),
        ("ar", "الثالث والعشرين", 23),
        ("zh", "10万", 100_000),
        ("zh", "1.5亿", 150_000_000),
        ("zh", "1亿2000万", 120_000_000),
        ("zh", "50多万", 500_000),
        ("zh", "三十", 30),
        ("zh", "二〇二二", 2022),
        ("zh", "第七十六", 76),
        ("zh", "百分之五十", 50),
        ("zh", "三分之二", Fraction(2, 3)),
        ("zh", "一万亿", 10**12),
        ("zh", "３，０００", 3000),
        ("zh", "20世纪30年代", 1930),
    ],
)  # fmt: skip
def test_a_number_is_its_value(lang: str, text: str, value: int | Fraction) -> None:
    found = find_numbers(text, lang)
    assert value in set().union(*(number.values for number in found)), found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "millions of people, hundreds of thousands"),
        ("fr", "pour cent des centimes"),
        ("es", "por ciento"),
        ("ar", "في المائة"),
        ("zh", "统一 一般 一些 十分重要 四川"),
        ("ru", "тысячи людей"),
    ],
)
def test_words_that_only_look_like_numbers_are_none(lang: str, text: str) -> None:
    assert find_numbers(text, lang) == ()


def test_a_number_knows_where_it_stands_and_what_it_is_part_of() -> None:
    covid, year = find_numbers("COVID-19 in 2020", "en")
    assert (covid.text, covid.form) == ("COVID-19", Form.CODE)
    assert (year.start, year.end, year.values) == (12, 16, frozenset((2020,)))


@given(st.integers(0, 10**12), st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"]))
def test_figures_of_any_size_are_read_back(value: int, lang: str) -> None:
    assert value in find_numbers(f"{value}", lang)[0].values
    assert value in find_numbers(f"{value:,}", lang)[0].values | {0 if value == 0 else None}
    assert value in find_numbers(f"{value:,}".replace(",", "\N{NO-BREAK SPACE}"), lang)[0].values


@given(
    st.text(alphabet="0123456789.,/ -٠١٫٬万亿十百一二第半IVXabce،年月日", max_size=40),
    st.sampled_from(["ar", "en", "zh", "ru"]),
)
def test_spans_lie_in_the_text_and_never_cross(text: str, lang: str) -> None:
    for number in find_numbers(text, lang):
        assert 0 <= number.start < number.end <= len(text)
    for date in find_dates(text, lang):
        assert 0 <= date.start < date.end <= len(text)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "25 July 2022", (25, 7, 2022)),
        ("en", "July 25, 2022", (25, 7, 2022)),
        ("en", "July 2022", (None, 7, 2022)),
        ("en", "2022-07-25", (25, 7, 2022)),
        ("fr", "1er août", (1, 8, None)),
        ("fr", "25 juillet 2022", (25, 7, 2022)),
        ("es", "25 de julio de 2022", (25, 7, 2022)),
        ("es", "setiembre de 2015", (None, 9, 2015)),
        ("ru", "25 июля 2022 года", (25, 7, 2022)),
        ("ru", "в мае", (None, 5, None)),
        ("zh", "2022年7月25日", (25, 7, 2022)),
        ("zh", "二〇二二年七月二十五日", (25, 7, 2022)),
        ("zh", "2020 年 1 月", (None, 1, 2020)),
        ("ar", "25 تموز/يوليه 2022", (25, 7, 2022)),
        ("ar", "٢٥ يوليو ٢٠٢٢", (25, 7, 2022)),
        ("ar", "25 جويلية 2022", (25, 7, 2022)),
        ("ar", "11 كانون الأول/ديسمبر 2020", (11, 12, 2020)),
    ],
)  # fmt: skip
def test_a_date_is_day_month_and_year(lang: str, text: str, expected: tuple[int | None, int, int | None]) -> None:
    assert [(date.day, date.month, date.year) for date in find_dates(text, lang)] == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "You may march on"),
        ("en", "June Almeida said"),
        ("ar", "مارس حقوقه"),
        ("zh", "5个月"),
        ("fr", "la planète mars"),
    ],
)
def test_words_that_only_look_like_months_are_not_sure(lang: str, text: str) -> None:
    assert not any(date.sure for date in find_dates(text, lang))


@pytest.mark.parametrize(
    "symbol",
    [
        "A/76/L.1", "A/RES/64/293", "S/2022/578", "E/CN.15/2021/L.6/Rev.1", "A/C.3/76/L.12/Rev.1", "ST/SGB/2003/13",
        "UNEP/CBD/COP/DEC/XIII/3", "HRI/GEN/1/Rev.9", "CRC/C/GC/25", "A/76/6", "A/AC.96/1/Add.1", "Add.1", "Corr.1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["see {}.", "见{}号", "({})", "انظر {}،", "voir {} ;", "{}"])
def test_a_symbol_is_found_whole_beside_anything(symbol: str, around: str) -> None:
    assert [found.text for found in find_symbols(around.format(symbol))] == [symbol]


@pytest.mark.parametrize(
    "text", ["and/or", "HIV/AIDS", "تموز/يوليه", "10/12", "km/h", "14:00 UTC/07:00", "AC/DC", "1/3"]
)
def test_a_stroke_alone_makes_no_symbol(text: str) -> None:
    assert find_symbols(text) == ()


def test_acts_are_pairs_of_numbers_after_their_name() -> None:
    text = "in its resolutions 64/293, 68/192 and decision 74/560, and one third (1/3) of A/76/1"
    assert [act.text for act in find_acts(text)][:3] == ["64/293", "68/192", "74/560"]
    assert find_acts("half (1/2) of them") == ()
    assert [act.text for act in find_acts("第64/293号", named=False)] == ["64/293"]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "half, one third, two-thirds and three quarters", ["1/2", "1/3", "2/3", "3/4"]),
        ("en", "the third session, a third party, the first half of the year, half a million", []),
        ("fr", "la moitié, un tiers, les deux tiers, les trois quarts", ["1/2", "1/3", "2/3", "3/4"]),
        ("fr", "des tiers, un demi-million, le troisième trimestre", []),
        ("es", "la mitad, un tercio, las dos terceras partes, tres cuartos", ["1/2", "1/3", "2/3", "3/4"]),
        ("es", "el tercer período, la parte cuarta, medio millón", []),
        ("ru", "половина, треть, две трети, три четверти", ["1/2", "1/3", "2/3", "3/4"]),
        ("ru", "третья сессия, четвертый раз, два с половиной", []),
        ("ar", "نصف الدول، ثلث الدول، ثلثا الدول، ثلاثة أرباع", ["1/2", "1/3", "2/3", "3/4"]),
        ("ar", "منتصف السنة، الثالث، نصف مليون", []),
        ("zh", "一半，三分之一，三分之二，四分之三", ["1/2", "1/3", "2/3", "3/4"]),
        ("zh", "第三届会议，百分之五十", []),
    ],
)  # fmt: skip
def test_a_share_is_its_part_of_one(lang: str, text: str, values: list[str]) -> None:
    assert [str(share.value) for share in find_shares(text, lang)] == values
