"""Write entries as TMX 1.4b, a piece at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.sax.saxutils import escape

from tm import __version__
from tm.exchange.tmx.facts import DOCUMENT, ROLE, to_attributes, to_props
from tm.exchange.tmx.inline import FORBIDDEN, markup_of, plain_of
from tm.memory.facts import Facts, facts_of
from tm.model.match import Entry

PIECE = 2**18
"""Characters that are held back, about, to be given at once."""

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header creationtool="Hexapla" creationtoolversion="{version}" segtype="sentence" o-tmf="Hexapla" adminlang="en" \
srclang="{source}" datatype="plaintext"/>
 <body>
"""
_TAIL = " </body>\n</tmx>\n"

_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


Props = Callable[[Entry], Iterable[tuple[str, str]]]


def write(entries: Iterable[Entry], *, tags_as_text: bool = False, more: Props = lambda entry: ()) -> Iterator[bytes]:
    """Yield the bytes of a file that holds these entries; the same entries always give the same bytes.

    Tags become inline elements (level 2 of the standard), or stay text (level 1), for programs that pass such elements
    over and see tags of PO files as text: OmegaT, Weblate.

    Entries that follow one another with the same original, document and role become one `tu`, as they would become
    one entry in a memory. Texts are kept whatever they hold; of a name, a place or a neighbour, what XML cannot hold
    becomes U+FFFD. `more` gives further types and texts of `prop` for an entry, which are written with its unit.
    """
    units = _units(entries)
    first = next(units, None)
    source = next(iter(first[0].texts)) if first else "en"
    held = [_HEAD.format(version=__version__, source=source)]
    size = 0
    for unit in chain([first] if first else [], units):
        lines = _tu(unit, source, plain_of if tags_as_text else markup_of, more)
        held.append(lines)
        size += len(lines)
        if size > PIECE:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join([*held, _TAIL]).encode()


def _units(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Join the entries that belong to one unit."""
    unit: list[Entry] = []
    for entry in entries:
        if unit and _belongs(entry, unit):
            unit.append(entry)
            continue
        if unit:
            yield unit
        unit = [entry]
    if unit:
        yield unit


def _belongs(entry: Entry, unit: Sequence[Entry]) -> bool:
    one = unit[0]
    if (entry.origin.document, entry.role) != (one.origin.document, one.role):
        return False
    (source, text), *rest = entry.texts.items()
    return next(iter(one.texts.items())) == (source, text) and not any(
        code in other.texts for other in unit for code, _ in rest
    )


def _tu(unit: Sequence[Entry], file_source: str, content: Callable[[str], str], more: Props) -> str:
    one = unit[0]
    source = next(iter(one.texts))
    facts = [facts_of(entry) for entry in unit]
    is_shared = all(other == facts[0] for other in facts)
    attributes: dict[str, str] = {}
    props = [(name, text) for name, text in ((DOCUMENT, one.origin.document), (ROLE, one.role)) if text]
    if is_shared:
        attributes |= _with_place(facts[0])
        props += to_props(facts[0], place="tuid" not in attributes)
    props += more(one)
    if source != file_source:
        attributes["srclang"] = source
    lines = [f"  <tu{_attributes(attributes)}>", *_props(props, "   ")]
    lines += _tuvs(unit, None if is_shared else facts, content)
    return "\n".join([*lines, "  </tu>\n"])


def _with_place(facts: Facts) -> dict[str, str]:
    """Name the place in `tuid`, which need not be unique, where it is one word."""
    is_word = facts.place and facts.place.split() == [facts.place] and not FORBIDDEN.search(facts.place)
    return ({"tuid": facts.place} if is_word else {}) | dict(to_attributes(facts))


def _tuvs(unit: Sequence[Entry], facts: Sequence[Facts] | None, content: Callable[[str], str]) -> Iterator[str]:
    """Write the texts, each with its facts unless they stand in the unit."""
    written: set[str] = set()
    for number, entry in enumerate(unit):
        for code, text in entry.texts.items():
            if code in written:
                continue
            written.add(code)
            seg = f"<seg>{content(text)}</seg>"
            if facts is None:
                yield f'   <tuv xml:lang="{code}">{seg}</tuv>'
                continue
            yield f'   <tuv xml:lang="{code}"{_attributes(to_attributes(facts[number]))}>'
            yield from _props(to_props(facts[number], place=True), "    ")
            yield f"    {seg}\n   </tuv>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(_clean(text), _ATTRIBUTE)}"' for name, text in attributes.items())


def _props(props: Iterable[tuple[str, str]], indent: str) -> Iterator[str]:
    for name, text in props:
        yield f'{indent}<prop type="{name}">{escape(_clean(text), {chr(13): "&#13;"})}</prop>'


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
