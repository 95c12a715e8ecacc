"""Small Latin letters that a keyboard left in a text of another script, and its source has not: 举ban, privet."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.latin import without_latin
from tm.text.pattern import pattern

_TWO = pattern("[a-z][a-z]")
_RUN = pattern(
    r"[a-z](?<![A-Za-z\d_/.,@:=\\$%&<>*`#~'’\"“‘(（«+-].)(?<![A-Za-z\d_@*`#]..)[a-z]{1,19}"
    r"(?![A-Za-z\d_/@=\\$%&<>*`#~'’\"”()）»+-]|[.:]\w)"
)
_SYLLABLE = (
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?ang|iong|[eoi]ng|u?[ae]n|i?[aeo]n?|iao|[aeu]i|uai|[aou]o|u[ao]?|ou|iu|i[aen]?|in|er|[aeoiuv]|ve|van)"
)
_PINYIN = pattern(f"(?:{_SYLLABLE}){{1,5}}")
_HAN = pattern("[\u3400-\u9fff]")
_SHORT = 3
"""Letters of the shortest word that is told of where no Chinese character is beside it."""

_KNOWN = frozenset(
    """
    app apps web wifi blog blogs email vlog pdf html http https www com org net spam bot bots chat sic etc ibid idem
    supra infra circa per capita cum pro rata via versus alias kg km cm mm ml mg mol ppm ppb kwh mwh gwh hz khz mhz ghz
    kbps mbps gbps bps kpa mpa dpi rpm max min log sin cos tan lim sup inf del al bin ibn abu der den van von les des
    par und och aan del las los dos das
    """.split()
)
"""Units, words of nets and screens, Latin, and parts of names."""

_MARKUP = pattern(r"[={}\\#_|$]|<[A-Za-z/!]|&\w+;|https?:|www\.|\w@\w")


def stray_latin(source: str, target: str, raw: str, *, is_chinese: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of words in small Latin letters that the source does not have, amid another script.

    >>> list(stray_latin("It is held in April.", "每年4月举ban。", "", is_chinese=True))
    [(5, 8)]
    >>> list(stray_latin("The pH value was 7 km.", "pH值为7 km。", "", is_chinese=True))
    []
    """
    if not _TWO.search(target) or _MARKUP.search(raw):
        return
    folded = ""
    for run in _RUN.finditer(target):
        folded = folded or source.casefold()
        if run[0] in folded or run[0] in _KNOWN or not without_latin([run[0]]):
            continue
        is_beside = is_chinese and _is_beside_han(target, *run.span())
        if (is_beside and _PINYIN.fullmatch(run[0])) or len(run[0]) >= _SHORT:
            yield run.span()


def _is_beside_han(text: str, start: int, end: int) -> bool:
    return bool(_HAN.match(text, end) or (start and _HAN.match(text, start - 1)))
