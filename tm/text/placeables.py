"""Find what may be replaced in a text: dates, numbers, ordinals, symbols, addresses, in six languages.

`tm.text.placeable` says what a placeable is, and `tm.text.replacements` writes another value in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tm.text.chinese_value import chinese_value
from tm.text.clock import find_times
from tm.text.digits import ascii_digits
from tm.text.headings import find_heading
from tm.text.lettered import find_lettered
from tm.text.number_roles import kind_of_number, role_spans
from tm.text.ordinals import find_ordinals
from tm.text.pattern import pattern
from tm.text.placeable import ARABIC_PARTS, Kind, Placeable, Slot, Value
from tm.text.scales import scale_after
from tm.text.symbols import find_symbols
from tm.text.weekdays import find_weekdays
from tm.text.written_dates import find_written_dates
from tm.text.written_numbers import figures, read_figures, shifted

_OPAQUE = pattern(r"<[^<>]{0,200}>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""Tags and character references: what stands in them is never replaced."""

_ADDRESS = pattern(
    r"(?:https?|ftp)://[^\s<>\"«»“”（）()`\x00\u0600-\u06ff\u3000-\u9fff\uff00-\uffef]+(?<![.,;:!?])"
    r"|(?<![\w.])www\.[^\s<>\"«»“”（）()`\x00\u0600-\u06ff\u3000-\u9fff\uff00-\uffef]+(?<![.,;:!?])"
    r"|(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    re.ASCII,
)
_ACT = pattern(
    r"(?<![\d/A-Za-z.,])(\d{1,4}/\d{1,4}|\d{5,6}/\d\d)(?![\d/%]|\.\d)"
    rf"(?:\s?(?:([A-F])(?:(?!\w)|(?=号))|({'|'.join(ARABIC_PARTS)})(?!\w)))?"
)
_FIGURE_ORDINAL = {
    "en": pattern(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)(?!\w)"),
    "fr": pattern(
        r"(?<![\w.,/-])(?:\d{1,3}(?:[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})+|\d+)"
        r"(?:ers?|res?|ères?|èmes?|ièmes?|es?|ᵉ|ᵉʳ)(?!\w)"
    ),
    "es": pattern(r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3})+|\d+)\.?(?:[ºª°]|er)(?!\w|\.\s[a-záéíóú])"),
    "ru": pattern(r"(?<![\w.,/-])\d+-(?:ая|ый|ой|ую|го|му|ми|[йяемюх])(?![\w-])"),
    "zh": pattern(r"第\s?(\d+|[零〇一二三四五六七八九十百]{1,7})(?![\d/.]|\s?万|\s?\d)"),
}
_HAN_LABEL = pattern(
    r"(?:(?<=附[件录])|(?<=附[件录][一二三四五六七八九十][、和至及]))[一二三四五六七八九十]{1,4}(?![一二三四五六七八九十百千万])"
    r"|(?<![一二三四五六七八九十百千万第])[一二三四五六七八九十百]{1,6}(?=周年|世纪)"
    r"|(?<=\d[(（])[一二三四五六七八九十]{1,3}(?=[)）]号)"
)
_HAN_SHARE = pattern(r"(?<=百分之)[一二三四五六七八九十百]{1,4}(?![一二三四五六七八九十百千万点分])")
_ROMAN = pattern(
    r"(?<![A-Za-z\d'’.\-\x00])(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:er?|ème)?(?![\w'’.-]\w|[A-Za-z\d]))"
    r"|(?<=\()(?:x{0,2}(?:ix|iv|v?i{0,3}))(?=\))|(?<![\w(])(?:x{0,2}(?:ix|iv|v?i{0,3}))(?=\))"
)
_ROMAN_NAMES = frozenset("CC LI XL CV CI CCI LIV CL".split())
_ROMAN_LABEL = pattern(
    r"(?:articles?|artículos?|стать\w+|annexe?s?|anexos?|phases?|stages?|fases?|etapas?|étapes?|types?|tipos?|class|clase|groupe?s?|grupos?|parts?|parties?|partes?|chap(?:ter|itre)s?|capítulos?|sections?|secci(?:ón|ones)|titles?|titres?|títulos?"
    r"|r[ée]solutions?|resoluci[óo]n(?:es)?|резолюци\w+|appendix|appendice|protoc\w+(?:\s(?:adicional|additionnel))?|протокол\w*|volumes?|vol\.|chap\.|cap\.|secc?t?\.|гл\.|разд\.|т\.|tables?|tableaux?|schedule"
    r"|figures?|figuras?|charts?|graphiques?|gráficos?|maps?|cartes?|mapas?|diagrams?|cuadros?|box|encadrés?|recuadros?|tiers?|categor(?:y|ies)|catégories?|categorías?"
    r"|рисун\w+|диаграмм\w+|график\w*|карт[аеоуы]й?|таблиц\w*|вставк\w+|категори\w+"
    r"|приложени\w+|част\w+|глав\w+|раздел\w+|том\w*|этап\w*|фаз\w+|стади\w+|групп\w+"
    r"|المرفق|الفصل|الجزء|المرحلة|الشكل|الجدول|الخريطة|الإطار|الفئة|附件|部分|第|阶段|[图表框类])\s?\Z"
    r"|(?<!\d)(?:1[89]|20)\d\d\s?[(（]\Z"
    r"|(?<![A-Za-z])(?-i:[IVXLC]{1,5})(?:,|\s?[–-]|\s(?:and|or|to|et|ou|à|y|o|a|и|или|по))\s?\Z",
    re.IGNORECASE,
)
_ROMAN_HEADING = pattern(r"[\s\x00]*[IVX]\.\s\Z")
_HEADING_NEAR = 40
_LETTER = {
    "ar": pattern(r"(?<=\()(?:[أبجدوزحطيكلمنسع]|هـ)(?=\))"),
    "en": pattern(r"(?<=\()[a-z](?=\))"),
    "zh": pattern(r"(?<=[(（])[a-z](?=[)）])"),
}
_LETTER_ALONE = pattern(r"(?<![\w\x00’'])[a-z](?=\))")
_ABJAD = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع".split()
_CODE = pattern(r"(?<![\w.])[A-Za-z_]\w*(?:[-=.]\w+)*", re.ASCII)
_SLASHED = pattern(r"(?<![\w/.-])(?!(\d+)/\1/)\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\w/-])")
"""Day and month in the order of a language, which 05/05/2024 does not tell."""

_NO_CODE = pattern(r"[a-z]+[-.]\d+(?:\.\d+)*|[A-Za-z]+", re.ASCII)
"""A word before a year, mid-2022, or an abbreviation, para.5, is no part of a name."""

_CODE_BEFORE = pattern(
    r"(?:[A-Za-zА-Яа-яЁёÀ-ÿα-ω_@=\\]|(?!د-\Z)[A-ZА-Яа-яЁёÀ-ÿ\u0620-\u064a]-|[A-Z]\.|\d[,.]|[亿万]|[^a-z]\.|[:/])\Z"
)
_CODE_AFTER = pattern(
    r"(?!(?:km|cm|mm|kg|mg|ml|m|g|h|x|s|GW|MW|kW|%)(?![A-Za-z\d]))[A-Za-zА-Яа-яЁёÀ-ÿ_]|[:/]\d|-[A-Z\d]*[A-Z]|(?!\((?:19|20)\d\d\))[(\[=]\d"
)
_YEARS = pattern(r"(?:1[89]|20)\d\d[-–/]\d\d(?!\d)|\d{1,2}\s?世纪\s?\d0\s?年代|24\s?h(?:eures)?\s?(?:/|sur)\s?24")
"""2019-20, 20世纪30年代, 24 h/24: what other languages write otherwise."""

_DECADE = pattern(r"(?<!\d)(1\d|2[01])世纪([1-9]0)年代")
_SHORT_DECADE = {
    "fr": pattern(r"(?<=\b[Aa]nnées )[2-9]0(?![.,]?\d|\s?%|\s\d)"),
    "es": pattern(r"(?<=\b[Ll]os años )[2-9]0(?![.,]?\d|\s?%|\s\d)"),
    "ru": pattern(r"(?<!\d)[2-9]0(?=-(?:е|х|м|ми|ые|ых|ым|ыми)\s(?:гг\.|год))"),
}
"""The 1990s, as the century before this has them: les années 90."""

_SUPERSCRIPT = pattern(r"\x00{3,8}(?:er|re|e|ème|st|nd|rd|th|o|a)\x00")
_COUNT = {
    "en": pattern(r"\b(?:one|two|three|four|five)[ -]\Z", re.IGNORECASE),
    "fr": pattern(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf) \Z", re.IGNORECASE),
    "es": pattern(r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve) \Z", re.IGNORECASE),
}
_FIRST = frozenset(("first", "premiers", "premières", "primeros", "primeras"))
_DIGIT = pattern(r"\d")


@lru_cache(maxsize=16)
def find_placeables(text: str, language: str) -> tuple[Placeable, ...]:
    """Find the placeables of a text, in order, none over another.

    >>> [(p.kind.value, p.value) for p in find_placeables("Agenda item 108, see A/76/1 of 25 July 2022", "en")]
    [('item', '108'), ('symbol', 'A/76/1'), ('date', ((25, 7, 2022),))]
    """
    found: list[Placeable] = []
    rest = ascii_digits(text)
    rest = _blanked(rest, [match.span() for match in _OPAQUE.finditer(rest)]) if "<" in rest or "&" in rest else rest
    for stage in (_names, _dates, _times, _decades, _ordinals, _romans, _codes, _numbers):
        new = list(stage(rest, language))
        if new:
            found += new
            rest = _blanked(rest, [(placeable.start, placeable.end) for placeable in new])
    return tuple(sorted(found, key=lambda placeable: placeable.start))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Fill stretches of a text with a sign that nothing looks for; none moves."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        if start >= place:
            pieces += [text[place:start], "\x00" * (end - start)]
            place = end
    return "".join([*pieces, text[place:]])


def _whole(start: int, end: int, kind: Kind, value: Value) -> Placeable:
    return Placeable(start, end, kind, value, (Slot(start, end),))


def _names(text: str, language: str) -> Iterator[Placeable]:
    """Yield addresses and document symbols."""
    if "://" in text or "@" in text or "www." in text:
        addresses = [_whole(*match.span(), Kind.ADDRESS, match[0]) for match in _ADDRESS.finditer(text)]
        yield from addresses
        text = _blanked(text, [(address.start, address.end) for address in addresses])
    for symbol in find_symbols(text):
        yield _whole(symbol.start, symbol.end, Kind.SYMBOL, symbol.text)


def _dates(text: str, language: str) -> Iterator[Placeable]:
    yield from find_written_dates(text, language)
    yield from find_weekdays(text, language)


def _times(text: str, language: str) -> Iterator[Placeable]:
    """Yield times of day, and the numbers of acts, 64/293, which a stroke makes as well."""
    if not _DIGIT.search(text):
        return
    for start, end, minutes in find_times(text, language):
        yield _whole(start, end, Kind.TIME, minutes)
        text = _blanked(text, [(start, end)])
    if "/" in text:
        for match in _ACT.finditer(text):
            part = match[2] or ARABIC_PARTS.get(match[3] or "")
            yield _whole(*match.span(), Kind.ACT, f"{match[1]} {part}" if part else match[1])


def _decades(text: str, language: str) -> Iterator[Placeable]:
    if language in _SHORT_DECADE and "0" in text:
        yield from (
            _whole(*match.span(), Kind.YEAR, f"19{match[0]}") for match in _SHORT_DECADE[language].finditer(text)
        )


def _is_share(text: str, start: int, end: int, language: str) -> bool:
    """Say whether an ordinal is the lower part of a fraction: one third, trois cinquièmes, dos quintos."""
    if language not in _COUNT or (language != "en" and text[end - 1] != "s"):
        return False
    return bool(_COUNT[language].search(text[max(0, start - 8) : start])) and text[start:end] not in _FIRST


def _ordinals(text: str, language: str) -> Iterator[Placeable]:
    if heading := find_heading(text, language):
        yield _whole(*heading[:2], Kind.ORDINAL, str(heading[2]))
        text = _blanked(text, [heading[:2]])
    for ordinal in find_ordinals(text, language):
        if _is_share(text, ordinal.start, ordinal.end, language):
            continue
        yield _whole(ordinal.start, ordinal.end, Kind.ORDINAL, str(ordinal.value))
    if pattern := _FIGURE_ORDINAL.get(language):
        for match in pattern.finditer(text):
            written = match[1] if language == "zh" else re.sub(r"\D+", "", match[0])
            value = str(int(written)) if written.isdecimal() else str(chinese_value(written) or "")
            start = match.start(1) if language == "zh" else match.start()
            if value:
                yield _whole(start, match.end(), Kind.ORDINAL, value)
    if language == "zh":
        for pattern, kind in ((_HAN_LABEL, Kind.ORDINAL), (_HAN_SHARE, Kind.PERCENT)):
            for match in pattern.finditer(text):
                yield _whole(*match.span(), kind, str(chinese_value(match[0]) or ""))


def _romans(text: str, language: str) -> Iterator[Placeable]:
    """Yield Roman numerals, and letters: section B, (a)."""
    for start, end, letter in find_lettered(text, language):
        yield _whole(start, end, Kind.LETTER, letter)
        text = _blanked(text, [(start, end)])
    for match in _ROMAN.finditer(text):
        numeral = match[0]
        if not numeral or numeral in _ROMAN_NAMES:
            continue
        if (
            len(numeral) > 1
            or numeral.islower()
            or _ROMAN_LABEL.search(text[max(0, match.start() - 20) : match.start()])
            or (match.start() < _HEADING_NEAR and _ROMAN_HEADING.match(text[: match.end() + 2]))
        ):
            yield _whole(*match.span(), Kind.ROMAN, str(_roman_value(numeral.upper())))
    if ")" in text or "）" in text:
        for match in _LETTER.get(language, _LETTER_ALONE).finditer(text):
            if match[0] not in {"i", "v", "x"}:
                index = _ABJAD.index(match[0]) if language == "ar" else ord(match[0]) - ord("a")
                yield _whole(*match.span(), Kind.LETTER, index)


def _roman_value(numeral: str) -> int:
    worths = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[digit] for digit in numeral]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, [*worths[1:], 0], strict=True))


def _codes(text: str, language: str) -> Iterator[Placeable]:
    """Yield names with a number in them, each whole: COVID-19, python3.8; dates in figures, 15/03/2024, as they are."""
    if text.count("/") > 1:
        yield from (_whole(*match.span(), Kind.CODE, match[0]) for match in _SLASHED.finditer(text))
    if _DIGIT.search(text):
        for match in _CODE.finditer(text):
            if _DIGIT.search(match[0]) and not _NO_CODE.fullmatch(match[0]):
                yield _whole(*match.span(), Kind.CODE, match[0])


def _numbers(text: str, language: str) -> Iterator[Placeable]:
    if not _DIGIT.search(text):
        return
    if language == "zh":
        for match in _DECADE.finditer(text):
            yield _whole(*match.span(), Kind.YEAR, f"{int(match[1]) - 1}{match[2]}")
    text = _blanked(text, [match.span() for match in _YEARS.finditer(text)])
    roles = list(role_spans(text, language))
    for match in figures(language).finditer(text):
        start, end = match.span()
        if _CODE_BEFORE.search(text[max(0, start - 2) : start]) or _CODE_AFTER.match(text, end):
            continue
        if _SUPERSCRIPT.match(text, end):
            continue
        scaled, factor = scale_after(text, end, language)
        if factor > 1 and text[scaled : scaled + 1].isdecimal():
            continue
        power = len(str(factor)) - 1
        while len(roles) > 1 and roles[1][0] <= start:
            roles.pop(0)
        labelled = roles and roles[0][0] <= start <= roles[0][1] and factor == 1
        kind = roles[0][2] if labelled else kind_of_number(text, start, end, scaled)
        value, *others = (shifted(reading, power) for reading in read_figures(match[0], language))
        yield Placeable(start, end, kind, value, (Slot(start, end),), tuple(others), power)
