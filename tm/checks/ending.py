"""How a segment ends: the same kind of punctuation as its source, in the signs of its script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.checks.typography import typography
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.prose import BREAK, TAG, prose

_NAMES = {
    ".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon",
    ";": "a comma or semicolon", "…": "an ellipsis",
}  # fmt: skip
_KIND = {
    ".": ".", "。": ".", "．": ".", "｡": ".", "۔": ".",
    "?": "?", "？": "?", "؟": "?",
    "!": "!", "！": "!",
    ":": ":", "：": ":",
    ";": ";", "；": ";", "؛": ";",
    ",": ";", "，": ";", "،": ";", "、": ";",
    "…": "…",
}  # fmt: skip
_BLANKS = " \t\n\r\u00a0\u202f\u3000"
_CLOSERS = _BLANKS + "\"'”’“‘„»›)]}）］】」』》〉*_`"
_ENDERS = frozenset(";,；،؛，、")
_AND = frozenset("and or et ou y e o u и или و أو 以及 和 或 及".split())
"""After a list item; not every language writes it there."""

_RECITAL = pattern(
    r"\W{0,3}(?:(?:Also|Further|Deeply|Gravely|Seriously|Fully|Strongly|Highly|Particularly|Keenly|Firmly|Noting|Bearing)\s)?"
    r"(?:[Rr]ecalling|[Rr]eaffirming|[Nn]oting|[Rr]ecognizing|[Ee]mphasizing|[Ss]tressing|[Ww]elcoming|[Aa]cknowledging"
    r"|[Aa]ffirming|[Cc]onsidering|[Cc]onvinced|[Cc]oncerned|[Aa]larmed|[Aa]ware|[Cc]onscious|[Mm]indful|[Bb]earing"
    r"|[Tt]aking|[Gg]uided|[Ee]xpressing|[Uu]nderlining|[Uu]nderscoring|[Rr]eiterating|[Cc]ommending|[Dd]eploring"
    r"|[Cc]ondemning|[Dd]etermined|[Dd]etermining|[Aa]cting|[Hh]aving|[Dd]isturbed|[Rr]egretting|[Rr]ealizing"
    r"|[Aa]ppreciating|[Bb]elieving|[Dd]esiring|[Dd]esirous|[Ee]ncouraged|[Nn]oted|[Ss]eeking|[Rr]esolved|[Pp]ursuant)\s"
)
"""How a paragraph of a preamble begins; it ends with a comma in all six languages."""

_OPERATIVE = pattern(
    r"\W{0,3}(?:\d{1,3}\.\s{1,3})?(?:(?:Also|Further|Strongly|Again|Once\sagain|Deeply|Fully|Solemnly)\s)?(?:[Aa]ccepts|[Aa]cknowledges|[Aa]dopts"
    r"|[Aa]ffirms|[Aa]grees|[Aa]ppeals|[Aa]pproves|[Aa]uthorizes|[Cc]alls|[Cc]ommends|[Cc]ondemns|[Cc]onfirms|[Cc]ongratulates"
    r"|[Dd]ecides|[Dd]eclares|[Dd]emands|[Dd]eplores|[Ee]mphasizes|[Ee]ncourages|[Ee]ndorses|[Ee]xpresses|[Ii]nvites|[Nn]otes"
    r"|[Pp]roclaims|[Rr]eaffirms|[Rr]ecalls|[Rr]ecognizes|[Rr]ecommends|[Rr]egrets|[Rr]eiterates|[Rr]eminds|[Rr]equests"
    r"|[Rr]esolves|[Ss]tresses|[Ss]upports|[Tt]akes|[Uu]nderlines|[Uu]nderscores|[Uu]rges|[Ww]elcomes)\s"
)
"""How an operative paragraph begins; it ends with a semicolon in all six languages."""

_FOOTNOTE = pattern(
    r"(?:\[\d{1,3}\]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3})(?=[.?!:;。？！：；؟؛]?[\s\"'”’»)）]{0,4}\Z)"
)
"""It stands before the sign in some languages and behind it in others."""

_NOTED = frozenset("]\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_STOPS = frozenset(".。")
_DOUBTFUL = _NOTED | {"."}
_LAST_BRACKET = pattern(r"([.?!:;。？！：；؟])\s{0,2}[(（][^()（）]{1,300}[)）]\Z")
_ADDRESS = "\N{OBJECT REPLACEMENT CHARACTER}"
_SENTENCE = 40
"""Characters from which on a source that ends with an address and a stop is a sentence, and no note."""

_ANNOUNCED = pattern(r"\b(?:follow(?:s|ing)?|below|here|next|list(?:ed|s)?|few|several)\b", re.IGNORECASE)
_ANNOUNCES = {
    "fr": pattern(r"voici|suivant|ci-(?:dessous|après)", re.IGNORECASE),
    "es": pattern(r"continuación|siguiente|más abajo", re.IGNORECASE),
    "ru": pattern(r"следующ|ниже|таков|нескольк", re.IGNORECASE),
    "zh": pattern("[以如]下|下[列面]|几[种个条项点]"),
    "ar": pattern("[يت]لي|تالي|آتي|أدناه"),
}
"""What a source with a full stop, and its translation with a colon, say of what comes next."""

_LAST_SENTENCES = 200
"""Characters at the end of a text in which it may announce something."""

_LEADS_ON = pattern(
    r"\b(?:running|typing|entering|using|adding|with|by|like|as|is|are|be|command|example|follows?|following|says?|reads?)\W*\Z",
    re.IGNORECASE,
)
"""How a source ends, without a sign, that what stands below it goes on with."""

_ASKED = pattern(r"\s*(?:\w+ing|How|What|Which|Who|Where|When|Why|Whether|If)\b", re.IGNORECASE)
_ASKS = {
    "fr": pattern(r"\W*(?:comment|pourquoi|qu|quel|où|quand|combien|qui|faut|que\b|est-ce)", re.IGNORECASE),
    "es": pattern(r"\s*¿"),
    "ru": pattern(r"\W*(?:как|что|где|куда|когда|почему|зачем|кто|сколько|нужно ли|чем)\b", re.IGNORECASE),
    "zh": pattern("\\W*(?:如何|怎[样么]|什么|为什么|为何|何时|哪|谁|是否)"),
    "ar": pattern(r"\W*(?:كيف|ما|ماذا|لماذا|هل|أين|متى|من|كم)"),
}
"""A heading that tells how or what, and the question that a translation makes of it."""

_SALUTATION = pattern(
    r"(?:Dear|Sir|Madam|Mr\.|Ms\.|Mrs\.|Your\s|Excellenc|Ladies|Distinguished|Dr\.|Monsignor)[^.;:?!]{0,60}"
    r"(?:\.\s?[A-Z][^.;:?!]{0,40})?,"
)
"""What opens a letter, which in Spanish ends with a colon."""

_CALLS = frozenset((".?", ".!", "?.", "!.", "?", "!"))
_CALLED = {"en": pattern('([?!])[”"’»]'), "any": pattern('([?!？！؟])[\\s]?[”“"’‘»」』]')}
"""A question or a shout in quotation marks."""

_QUOTATION = frozenset('”“"’‘»」』')
_TAIL = 60
"""Characters at the end that decide."""

_LABELLED = 160
"""Characters of a source up to which its one colon parts a label from what it labels."""

_SEMICOLONS, _PARTING = pattern("[;；؛]"), pattern("[;；؛:：]")
_MUCH_SHORTER = 0.6
"""Of the usual length; there the end itself may be lost, and a stop would hide that."""

_ABBREVIATION = pattern(
    r"(?<!\w)(?:(?:\w\.){1,5}\w|\w\.\s\w|\w\w\.\s\w\w"  # a.i., U.S.A., т. п., EE. UU.
    r"|etc|al|Inc|Ltd|Co|Corp|Jr|Sr|St|No|vol|ed|eds|pp|approx|ca|cf|min|max|dept|p|pág|págs|núm|art|párr"
    r"|г|гг|в|вв|др|пр|руб|долл|тыс|млн|млрд|ул|стр|см|напр|ст|п|пп|т\.\sд|м|чел|экз|табл|рис|разд|гл|вып|изд|ред|сост"
    r"|проф|акад|инв|кв|корп|обл|тел|эл)\.\Z|(?<=\d[ \u00a0\u202f])(?:ч|мин|сек|с|л|шт|ед|проц|коп|год|экз)\.\Z",
    re.IGNORECASE,
)


@check(Severity.WARNING)
def end_punctuation(pair: Pair) -> Iterator[Fault]:
    """Flag another kind of punctuation at the end than the source has.

    Left alone: the signs of other scripts (。？؟), a stop inside or outside quotation marks, brackets, tags and
    footnote marks, abbreviations, `and` after an item of a list, a stop added behind an address, Arabic clauses closed
    by a stop, a colon where the source announces what follows with a stop or breaks off before it, or opens a letter
    ("Mr. President,", « Señor Presidente: »), and a heading that tells how ("Obtaining Media") and has become a
    question; a recital (Recalling …,) ends with a comma in all six, and an operative paragraph (Requests …;) with a
    semicolon.
    """
    unit = pair.unit
    theirs, ours = plain(unit.source), plain(unit.target)
    yield from _within(pair, theirs, ours)
    if _is_stopped(theirs) and _is_stopped(ours):
        return  # as most
    theirs, ours = _tail(theirs), _tail(ours)
    if not theirs or not ours or _is_style(theirs, ours, len(unit.source)) or _is_turned(pair, theirs, ours):
        return
    is_recital = theirs[-1] == "," and bool(_RECITAL.match(unit.source))
    # French, Spanish and Arabic lists may go on with commas, paragraphs of a resolution and Russian lists not
    is_strict = pair.target.code == "ru" or _OPERATIVE.match(unit.source)
    if theirs[-1] == ";" and ours[-1] in ("，、,،" if is_strict else "，、"):
        yield Fault("the translation ends with a comma, the source with a semicolon", at=_cure(pair, ";", ";")[0])
    elif is_recital and ours[-1] in "；;؛":
        yield Fault("the translation ends with a semicolon, the source with a comma", at=_cure(pair, ";", ";")[0])
    if _end(theirs) == _end(ours):
        return
    wanted, found = _kinds(theirs), _kinds(ours)
    if not wanted & found:  # 是谁？（见附件） for "Who is it (see annex)?"
        wanted, found = wanted | _before_bracket(unit.source), found | _before_bracket(unit.target)
    if wanted & found:
        return
    if pair.target.code == "ar" and theirs[-1] == "," and found == {"."} and not is_recital:  # Arabic closes clauses
        return
    if found == {""} and wanted == {";"} and plain(unit.source).rstrip().rpartition(" ")[2] in _AND:
        return
    has = _NAMES.get(_end(ours), "no punctuation")
    message = f"the translation ends with {has}, the source with {_NAMES.get(_end(theirs), 'none')}"
    at, fix = _cure(pair, _end(theirs), _end(ours))
    yield Fault(message, at=at, fix=fix)


def _within(pair: Pair, theirs: str, ours: str) -> Iterator[Fault]:
    """Yield the semicolon that stands for a colon."""
    if ": " in theirs and (place := _for_colon(theirs, ours)):
        at = span_of(pair.unit.target, ours, place, place + 1)
        yield Fault(f"{ours[place]} stands where the source has a colon", at)


def _for_colon(source: str, target: str) -> int:
    """Say where the one semicolon of a translation stands for the one colon within its source; 0 where none does.

    >>> _for_colon("Total freight: 24,310 tons", "货运总量；24 310吨")
    4
    """
    if source.count(":") != 1 or ";" in source or len(source) > _LABELLED or not _SEMICOLONS.search(target):
        return 0
    signs = [match.start() for match in _PARTING.finditer(target)]
    return signs[0] if len(signs) == 1 and signs[0] < len(target.rstrip()) - 1 else 0


def _is_style(theirs: str, ours: str, size: int) -> bool:
    """Say whether what differs behind an address is a matter of style: a stop that is added, or that a note had."""
    wanted, found = _end(theirs), _end(ours)
    if theirs[-1] != _ADDRESS != ours[-1]:
        return False
    return wanted == found or (not wanted and found in ".?") or (wanted == "." and not found and size < _SENTENCE)


def _is_turned(pair: Pair, theirs: str, ours: str) -> bool:
    """Say whether a stop that announces became a colon, or a heading that tells how became a question."""
    wanted, found = _end(theirs), _end(ours)
    if (wanted, found) == (".", ":"):
        announces = _ANNOUNCES.get(pair.target.code)
        if announces is None or not announces.search(plain(pair.unit.target)[-_LAST_SENTENCES:]):
            return False
        return bool(_ANNOUNCED.search(plain(pair.unit.source)[-_LAST_SENTENCES:]))
    if found == ":" and pair.target.code == "es" and _SALUTATION.fullmatch(plain(pair.unit.source).strip()):
        return True
    if wanted + found in _CALLS and _has_moved(pair, wanted, found):
        return True
    if (wanted, found) == ("", ":"):
        return bool(_LEADS_ON.search(theirs))
    if (wanted, found) == ("", "?"):
        asks = _ASKS.get(pair.target.code)
        return asks is not None and bool(_ASKED.match(plain(pair.unit.source)) and asks.match(plain(pair.unit.target)))
    return False


def _has_moved(pair: Pair, wanted: str, found: str) -> bool:
    """Say whether what somebody asks or shouts, in quotation marks, stands at the end of one text only."""
    sign = found if wanted in ".," or not wanted else wanted
    source, target = _CALLED["en"].findall(pair.unit.source), _CALLED["any"].findall(pair.unit.target)
    kinds = [_KIND[one] for one in target]
    if sign not in source or sign not in kinds:
        return False
    whole = pair.unit.target if sign == found else pair.unit.source
    return whole.rstrip(_BLANKS)[-1:] in _QUOTATION


def _cure(pair: Pair, wanted: str, found: str) -> tuple[Span, str | None]:
    """Give the place of the last sign, or where one is missing, and what should stand there where that is certain."""
    text = prose(pair.unit.target)
    habits = typography(pair.target.code)
    end = len(text.rstrip(_CLOSERS + TAG + BREAK))
    if found:
        start = end - (3 if text.endswith("...", 0, end) else 1)
        is_only = not any(sign in text[: start - 1].rstrip() for sign in (". ", "。"))
        at = Span(start, end)
        if found == "." and wanted == ":":
            return at, habits.colon
        return at, "" if found == "." and not wanted and is_only and text[start:end] != "..." else None
    place = _gap(text, prose(pair.unit.source))
    sign = {".": habits.stop, ":": habits.colon}.get(wanted)
    usual = 0.35 if pair.target.code == "zh" else 1
    is_whole = len(text) > _MUCH_SHORTER * usual * len(pair.unit.source)
    return Span(place, place), sign if is_whole else None


def _gap(text: str, source: str) -> int:
    """Find where the sign is missing: inside or outside brackets and tags, as in the source."""
    after = source[len(source.rstrip(_CLOSERS + TAG + BREAK)) :]
    inner = len(text.rstrip(_CLOSERS + TAG + BREAK))
    if after.strip(_BLANKS + TAG + BREAK):
        return inner if text[inner:].strip(_BLANKS + TAG + BREAK) else len(text.rstrip(_BLANKS + TAG + BREAK))
    return len(text.rstrip(_BLANKS + TAG + BREAK if after.strip(_BLANKS) else _BLANKS))


def _before_bracket(text: str) -> set[str]:
    """Give the kind of punctuation that stands before a bracket at the very end, if any does."""
    bracket = _LAST_BRACKET.search(plain(text)[-400:])
    kind = _KIND.get(bracket[1], "") if bracket else ""
    return {kind} if kind else set()


def _is_stopped(text: str) -> bool:
    """Say whether a plain text ends with a full stop and nothing doubtful before it."""
    return text[-1:] in _STOPS and text[-2:-1] not in _DOUBTFUL


def _tail(text: str) -> str:
    """Give the end of a plain text, as far as it tells how the text ends."""
    tail = text[-_TAIL:]
    if not _NOTED.isdisjoint(tail[-8:]):
        tail = _FOOTNOTE.sub("", tail)
    tail = tail.rstrip(_CLOSERS)
    start = max(map(tail.rfind, _ENDERS)) + 1
    return tail[:start] if start and tail[start:].strip().lower() in _AND else tail


def _end(tail: str) -> str:
    """Name the kind of the last sign; "" when it is not punctuation."""
    if tail.endswith("..."):
        return "…"
    return _KIND.get(tail[-1], "")


def _kinds(tail: str) -> set[str]:
    """Give the kinds that the end may count as: the stop of an abbreviation is one and none."""
    kind = _end(tail)
    return {".", ""} if kind == "." and _ABBREVIATION.search(tail) else {kind}
