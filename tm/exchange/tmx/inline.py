"""Inline elements of TMX and our numbered tags, in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from tm.exchange.tmx.record import Content, Inline
from tm.text.codes import TAG

_PAIRS = {"bpt", "ept"}

_LONE = {"ph", "it", "ut"}

FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2)."""

_CHARACTER = re.compile("x-u(00[01][0-9a-f]|fff[ef])")
"""The type of an element that stands for such a character; halves of characters are not read back."""

_ESCAPES = {"\r": "&#13;"}
"""What a reader would take for another character."""


class Numbers:
    """Gives the codes of a unit their numbers: the same in all its languages, from 1 in the order of the first."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Give the number of a code by its name."""
        return self._numbers.setdefault(name, len(self._numbers) + 1)


def text_of(content: Sequence[Content], numbers: Numbers) -> str:
    """Write the content of a `seg` as text with numbered tags.

    What we wrote ourselves has our tag within the element, and is read as that. Otherwise codes with the same `x` in
    all languages are the same, those without `x` by `i`, or else by their place among their kind. Halves without the
    other one, `ph` and `ut` become lone tags; the text of a `sub` stands in tags of its own.

    >>> text_of(["see ", Inline("hi", {}, ["here"])], Numbers())
    'see <1>here</1>'
    """
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(_Seg(content, numbers).written(content))


class _Seg:
    """What has to be known of a whole `seg` to number its codes."""

    def __init__(self, content: Sequence[Content], numbers: Numbers) -> None:
        self._numbers = numbers
        self._seen: dict[str, int] = {}
        codes = list(_codes(content))
        ends = {code.attributes.get("i", "") for code in codes if code.tag == "ept"}
        self._names = {
            i: f"x{code.attributes['x']}" if "x" in code.attributes else f"i{i}"
            for code in codes
            if code.tag == "bpt" and (i := code.attributes.get("i", "")) in ends
        }

    def written(self, content: Sequence[Content]) -> Iterator[str]:
        """Yield text and tags in order."""
        for piece in content:
            if isinstance(piece, str):
                yield piece
            else:
                yield from self._written(piece)

    def _written(self, code: Inline) -> Iterator[str]:
        subs = [piece for piece in code.content if isinstance(piece, Inline)]
        inside = "".join(piece for piece in code.content if isinstance(piece, str))
        character = _CHARACTER.fullmatch(code.attributes.get("type", ""))
        if code.tag == "ph" and character and not subs:
            yield chr(int(character[1], 16))
        elif code.tag in _PAIRS | _LONE and not subs and TAG.fullmatch(inside):
            yield inside
        elif code.tag in _PAIRS and code.attributes.get("i", "") in self._names:
            for sub in subs:
                yield from self._wrapped(self._place("sub"), sub.content)
            number = self._numbers.number(self._names[code.attributes.get("i", "")])
            yield f"<{number}>" if code.tag == "bpt" else f"</{number}>"
        elif code.tag in _PAIRS | _LONE and not subs:
            yield f"<{self._numbers.number(self._name(code))}/>"
        elif code.tag in _PAIRS | _LONE:
            for sub in subs:
                yield from self._wrapped(self._name(code), sub.content)
        else:  # hi; and sub or what is no TMX where it may not stand
            yield from self._wrapped(self._name(code), code.content)

    def _wrapped(self, name: str, content: Sequence[Content]) -> Iterator[str]:
        number = self._numbers.number(name)
        yield f"<{number}>"
        yield from self.written(content)
        yield f"</{number}>"

    def _name(self, code: Inline) -> str:
        return f"x{code.attributes['x']}" if "x" in code.attributes else self._place(code.tag)

    def _place(self, tag: str) -> str:
        place = self._seen[tag] = self._seen.get(tag, 0) + 1
        return f"{tag}{place}"


def _codes(content: Sequence[Content]) -> Iterator[Inline]:
    for piece in content:
        if isinstance(piece, Inline):
            yield piece
            yield from _codes(piece.content)


def markup_of(text: str) -> str:
    """Write a text as the content of a `seg`; each tag becomes an element that has it as its content.

    A character that XML cannot hold becomes an element of the type `x-u` and its code.

    >>> markup_of("a <1/> & b")
    'a <ph x="1">&lt;1/&gt;</ph> &amp; b'
    """
    if "<" not in text:
        return plain_of(text)
    tags = list(TAG.finditer(text))
    partners = _partners(tags)
    written, at = [], 0
    for place, tag in enumerate(tags):
        written.append(plain_of(text[at : tag.start()]))
        written.append(_element(tag, place, partners))
        at = tag.end()
    return "".join([*written, plain_of(text[at:])])


def _partners(tags: Sequence[re.Match[str]]) -> Mapping[int, int]:
    """Pair the tags that open with those that close, by their places; give to each the number of its pair."""
    open_: dict[str, list[int]] = {}
    partners: dict[int, int] = {}
    for place, tag in enumerate(tags):
        if tag[3]:
            continue
        if not tag[1]:
            open_.setdefault(tag[2], []).append(place)
        elif open_.get(tag[2]):
            pair = len(partners) // 2 + 1
            partners[open_[tag[2]].pop()] = partners[place] = pair
    return partners


def _element(tag: re.Match[str], place: int, partners: Mapping[int, int]) -> str:
    x, inside = int(tag[2]), escape(tag[0])
    if place in partners and tag[1]:
        return f'<ept i="{partners[place]}">{inside}</ept>'
    if place in partners:
        return f'<bpt i="{partners[place]}" x="{x}">{inside}</bpt>'
    if tag[1] or not tag[3]:
        return f'<it pos="{"end" if tag[1] else "begin"}" x="{x}">{inside}</it>'
    return f'<ph x="{x}">{inside}</ph>'


def plain_of(text: str) -> str:
    """Write a text as the content of a `seg`, tags and all as text (level 1 of the standard)."""
    text = escape(text, _ESCAPES)
    if FORBIDDEN.search(text):
        return FORBIDDEN.sub(lambda found: f'<ph type="x-u{ord(found[0]):04x}"/>', text)
    return text
