"""Addresses of the Web and of e-mail: none lost, none altered but for its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from tm.checks.check import Fault, Pair, check
from tm.checks.leftover import english_words
from tm.checks.untouched import dictionary
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import outside_data, plain

_STOP = r"\s<>\"«»“”（）()\[\]{}`|¹²³\u00a0،؛\u0600-\u06ff\u2000-\u209f\u2190-\u21ff\u3000-\u9fff\uff00-\uffef"
_PART = rf"(?-i:[^{_STOP}])"
"""A sign of an address; none of the others has a case, and to look for it takes long to compile."""

_ADDRESS = pattern(
    rf"(?:https?|ftp)://{_PART}{{1,2000}}|(?<![A-Za-z\d.])www\.{_PART}{{1,2000}}"
    r"|(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:org|int|com|net|edu|gov|info)(?:/{_PART}{{1,2000}}|(?<=\.int)(?![\w-])|(?<=un\.org)(?![\w-]))"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){2,4}org(?![\w/-]|\.\w)",
    re.ASCII | re.IGNORECASE,
)
_SIGN = pattern(r"[@:.w](?:(?<=@)|(?<=:)//|(?<=w)ww\.|(?<=\.)(?:org|int|com|net|edu|gov|info))", re.IGNORECASE)
"""One of these is in all addresses."""

_WHITE = " \t\n\r\f\v"
_SPACE = pattern(f"[{_WHITE}]")
_END = ".,;:!?'’*_…"
_LANGUAGES = (
    "en|fr|es|sp|ru|ar|zh|cn|ch|eng|fra|fre|spa|esp|rus|ara|chi"
    "|english|french|francais|spanish|espanol|russian|arabic|chinese"
)
_TEMPLATE = pattern(
    r"(?:[^@/]+@)?(?:(?:www|host|machine|[\w-]*server|mail|domain|your[\w-]*)\.)?ex[ae]mple\.(?:com|org|net)(?=[/?#]|\Z)"
    r"|(?:[^@/]+@)?(?:www\.)?ejemplo\.(?:com|org|net)(?=[/?#]|\Z)"
    r"|(?:host|server|servidor|serveur|hôte|machine|localhost)(?=[:/?#]|\Z)|(?:192\.168|10\.\d{1,3}|127\.0)\.\d{1,3}\.\d{1,3}(?=[:/?#]|\Z)"
)
"""Names and numbers kept for examples and networks of one's own (RFC 2606, 1918): they may have words of a language."""

_ANYBODY = pattern(
    r"(?:[\w.+-]*(?:user|name|mail|address|account|login|person|someone|somebody|nobody|friend|sender|recipient)"
    r"|you|your|my|me|a|b|x|foo|bar|test|root|admin|john|jane|joe|alice|bob|doe|example|first|last)[\w.+-]*@"
)
"""What stands in a template for anybody: user@example.com."""

_ALMOST = pattern(
    r"(?:[^@/]+@|[\w-]+\.)?(?:ex[ae]mple|ejemplo)\.(?!(?:com|org|net)(?=[/?#]|\Z))[a-z.]{2,9}(?=[/?#]|\Z)"
)
"""The same name under another domain, which may be somebody's."""

_IN_PATH = pattern(rf"/(?:{_LANGUAGES}|zh-(?:cn|hans)|[a-z]{{2}}-[a-z]{{2}})(?=/|\Z|[?#])", re.IGNORECASE)
_FILE = r"\.(?:pdf|html?|docx?|aspx?|php|xlsx?|txt)(?:\Z|(?=[?#]))"
_MARK = rf"(?:[._-]|(?<=\d))(?:{_LANGUAGES})(?=(?:{_FILE})|/?\Z|[?#])"
_MARKED = pattern(_MARK, re.IGNORECASE)
_SUFFIX = pattern(rf"{_MARK}|[._-][efsrac](?={_FILE})|/index\.html?(?=\Z|[?#])", re.IGNORECASE)
_QUERY = pattern(rf"[?&](?:lang|language|locale|hl|l)=(?:{_LANGUAGES}|[efsrac])\b[a-z_-]{{0,6}}", re.IGNORECASE)
_HOST = pattern(rf"^(?:{_LANGUAGES}|zh-cn|zh-hans)\.(?=[\w-]+\.)")
_BROKEN = pattern(
    r"(?<![A-Za-z\d])h(?:ttps?(?::/(?!/)|//|:\s//|;//|:\\{1,2}|://{2,9}|://(?:www\.)?[ \u00a0])|tp://|tps://)(?=[\w.-]{1,64}\.\w)"
)
"""Before a name of a host: https:/, https//, http: //, https://www. un.org."""

_OWN_NAMES = pattern(r"(?:banquemondiale|bancomundial|vsemirnyjbank|shihang|albankaldawli)\.org\Z")
"""The World Bank has a name of its own in each language."""

_WIKI = pattern(r"wik[it][\w-]*\.org\b")
_FIGURES, _NUMBERS = pattern(r"\d"), pattern(r"(?<!\bi|\bl)(?<!\d)\d+")
_WORDS = pattern(r"[a-z]{4,}")
_CODE = 3
"""Letters up to which the name of a page is a code, the same in all languages."""

_MIXED = pattern(r"[A-Za-z]\d+[A-Za-z]")
_ACRONYMS = frozenset(
    """
    cedaw cerd cescr ccpr cred crpd cmaw ohchr unhcr unicef unesco unido undp unep unfpa unctad undrr unodc unaids
    unitar unssc unrwa unhabitat unwomen untag unifil unmiss minusca minusma monusco unfccc unccd iaea icao icrc intosai
    ecosoc eclac escap escwa ctbto opcw wipo unwto ifad hrbodies unidir unicri unrisd ocha dppa dgacm acabq unga
    """.split()
)
"""Names of pages that stay the same in all languages."""

_ALIKE = 0.85
"""How much alike two names are of which one is a slip for the other, and no translation."""

_LONGEST = 100
"""Characters of the longest name that is compared so; a longer one is no page's name."""


_DOMAINS = (".org", ".int", ".com/", ".net/", ".edu/", ".gov/", ".info/")


class _Address(NamedTuple):
    """An address; its key is what must be the same in all languages."""

    key: str
    text: str
    start: int

    @property
    def is_template(self) -> bool:
        return bool(_TEMPLATE.match(self.key))


@check(Severity.WARNING)
def url(pair: Pair) -> Iterator[Fault]:
    """Flag an address of the Web or of e-mail that is lost or altered, or new where the source has none.

    /en/ may become /fr/, and the last part of a page in that language be translated; an address that names no language
    may become one of the same site that does; en.wikipedia.org may become another Wikipedia, worldbank.org
    banquemondiale.org, and http:// https://. A final slash and the punctuation behind the address do not count, nor
    templates such as name@example.com, unless they are misspelt or get another domain (example.ru).
    """
    source, target = pair.unit.source, pair.unit.target
    theirs = _addresses(source) if _may_have(source) else ()
    if not theirs:
        if ("www." in target or "://" in target) and not any(map(source.__contains__, _HINTS)):
            yield from _new(target)
        return
    if (broken := _BROKEN.search(target)) and not _BROKEN.search(source):
        yield Fault(f"the address is altered: it begins with {broken[0]}", Span(*broken.span()))
        return
    ours = _addresses(target)
    wanted, found = {one.key for one in theirs}, {one.key for one in ours}
    lost = list({one.key: one for one in theirs if one.key not in found}.values())
    added = list({one.key: one for one in ours if one.key not in wanted}.values())
    for address in lost:
        others = [one for one in added if one.is_template is address.is_template]
        other = next((one for one in others if _host(one.key) == _host(address.key)), others[0] if others else None)
        if other is None and address.is_template:
            other = next((one for one in added if _ALMOST.match(one.key)), None)
        if other:
            added.remove(other)
        is_lost = other is None and _is_somebody(address) and "@" not in target
        if address.is_template and not is_lost and (other is None or _is_fitting(address, other)):
            continue
        if other is None:
            yield Fault(f"the address {_cut(address.text)} is lost", None, _span(address))
        elif not _is_page_in_language(address, other) or _is_another_word(address, other, pair.target.code):
            yield Fault(f"the address is altered: {_cut(other.text)}", _span(other), _span(address), address.text)


def _is_page_in_language(address: _Address, other: _Address) -> bool:
    """Say whether an address leads to a page that has a name of its own in its language: /fr/a-propos.

    A page that names no language in the source may have one anywhere on the same site that does.
    """
    if not _is_localized(address.text) and _is_localized(other.text, _MARKED) and _is_on_site(address, other):
        return True
    was_in, _, was = address.key.rpartition("/")
    now_in, _, now = other.key.rpartition("/")
    is_code = len(was) <= _CODE or was.casefold() in _ACRONYMS or _MIXED.search(was) is not None  # ga, ohchr, k1xqy
    return bool(was_in) and was_in == now_in and not is_code and _is_localized(other.text) and _is_translated(was, now)


def _is_another_word(address: _Address, other: _Address, language: str) -> bool:
    """Say whether the last part of an address is other English: /fifth as /sixth, /treaty-bodies as /treaty-body."""
    known = english_words(language)
    was, now = (one.key.rpartition("/")[2].casefold() for one in (address, other))
    if was == now or (was in known and now in known):
        return was != now
    both = set(_WORDS.findall(was)).intersection(_WORDS.findall(now))
    return not (dictionary().isdisjoint(both) and known.isdisjoint(both))


def _is_somebody(address: _Address) -> bool:
    """Say whether an address of e-mail under a name that is kept for examples has a word for its own: filing@…"""
    return "@" in address.key and not _ANYBODY.match(address.key)


def _is_fitting(template: _Address, other: _Address) -> bool:
    """Say whether a template stands in the words of a language, under a name that is kept for examples."""
    was, now = _name(template.key), _name(other.key)
    return other.is_template and (not was or was != now) and _is_translated(was, now)


def _name(key: str) -> str:
    """Give what the words of a template are: the user, or the page."""
    return key.partition("@")[0] if "@" in key else key.partition("/")[2]


def _is_translated(was: str, now: str) -> bool:
    """Say whether a name in an address became another, and not a slip: its figures are the same, its letters not."""
    if was == now or max(len(was), len(now)) > _LONGEST:
        return was == now
    if _is_other_code(was, now):
        return False
    is_cut = was.startswith(now) or now.startswith(was)
    is_like = is_cut or SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE
    return not is_like and _FIGURES.findall(was) == _FIGURES.findall(now)


def _is_other_code(was: str, now: str) -> bool:
    """Say whether one letter of a name in capitals has become another: ITU-D as ITU-R."""
    if not was.isupper() or not now.isupper() or len(was) != len(now):
        return False
    return sum(one != other for one, other in zip(was, now, strict=True)) == 1


def _is_localized(address: str, suffix: re.Pattern[str] = _SUFFIX) -> bool:
    """Say whether an address names a language: /fr/, fr.wikipedia.org, lang=fr, _fr.pdf."""
    rest = address.partition("://")[2] or address
    host, path = _halves(rest)
    return bool(_HOST.match(host.casefold()) or _IN_PATH.search(path) or _QUERY.search(path) or suffix.search(path))


_HINTS = ("://", "www.", "url", "URL", "@", "{", "%")
"""What a source has that names an address in another way: in a tag, by an entity or a place to fill."""


def _new(target: str) -> Iterator[Fault]:
    """Yield an address of the Web that stands in a translation whose source has none."""
    found = next((one for one in _addresses(target) if "www." in one.text or "://" in one.text), None)
    if found:
        yield Fault(f"the address {_cut(found.text)} is not in the source", _span(found))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _may_have(text: str) -> bool:
    read = plain(text)
    return "\N{OBJECT REPLACEMENT CHARACTER}" in read or ("." in read and any(map(read.__contains__, _DOMAINS)))


def _addresses(text: str) -> list[_Address]:
    found = []
    for start, end in _pieces(text):
        for match in _ADDRESS.finditer(text, start, end):
            written = match[0].rstrip(_END)
            found.append(_Address(_key(written), written, match.start()))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches without white space that have the sign of an address, embedded data left out."""
    for start, end in outside_data(text):
        done = start
        for sign in _SIGN.finditer(text, start, end):
            if sign.start() >= done:
                space = _SPACE.search(text, sign.end(), end)
                first, done = _begin(text, done, sign.start()), space.start() if space else end
                yield first, done


def _begin(text: str, start: int, place: int) -> int:
    """Say where the stretch without white space begins that reaches to a place."""
    while place > start and text[place - 1] not in _WHITE:
        place -= 1
    return place


def _key(address: str) -> str:
    """Give what must be the same in all languages."""
    key = unquote(address).strip().replace("&amp;", "&")
    if "@" in key and "/" not in key:
        return key.casefold().removeprefix("mailto:")
    host, path = _halves(key.partition("://")[2] or key)
    host = host.casefold().removeprefix("www.")
    bare = _OWN_NAMES.sub("worldbank.org", _HOST.sub("", host))
    if bare != host and _WIKI.match(bare):  # pages are named in their language
        return bare
    path = _SUFFIX.sub("", _QUERY.sub("", _IN_PATH.sub("", path)))
    if "?" not in path:
        path = path.replace("&", "?", 1)
    return bare + path.replace("/?", "?").rstrip("/?")


_PATH = pattern(r"[/?#]")


def _halves(address: str) -> tuple[str, str]:
    """Part an address without http:// into its host and the path behind it."""
    path = _PATH.search(address)
    return (address[: path.start()], address[path.start() :]) if path else (address, "")


def _host(key: str) -> str:
    return key.partition("/")[0]


def _is_on_site(address: _Address, other: _Address) -> bool:
    """Say whether an address is on the site of another, has all figures of that, and is no slip for it."""
    if _site(address) != _site(other) or Counter(_NUMBERS.findall(address.key)) - Counter(_NUMBERS.findall(other.key)):
        return False
    if max(len(address.key), len(other.key)) > _LONGEST or set(other.key.split("/")) <= set(address.key.split("/")):
        return True
    return SequenceMatcher(None, address.key, other.key, autojunk=False).ratio() < _ALIKE


def _site(address: _Address) -> str:
    """Give the domain of an address without what stands before it: un.org, of news.un.org and www.un.org."""
    return ".".join(_host(address.key).split(".")[-2:])


def _cut(text: str) -> str:
    return f"{text[:79]}…" if len(text) > 80 else text


def _span(address: _Address) -> Span:
    return Span(address.start, address.start + len(address.text))
