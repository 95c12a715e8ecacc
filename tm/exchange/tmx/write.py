"""Write entries as TMX 1.4b, a piece at a time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.sax.saxutils import escape

from tm import __version__
from tm.exchange.tmx.facts import (
    ATTRIBUTES_OF_TEXT,
    ATTRIBUTES_OF_UNIT,
    DOCUMENT,
    ROLE,
    to_attributes,
    to_props,
)
from tm.exchange.tmx.inline import FORBIDDEN, markup_of, plain_of
from tm.memory.facts import Facts, facts_of
from tm.model.match import Entry
from tm.model.note import Form, Note, is_code

PIECE = 2**18
"""Characters that are held back, about, to be given at once."""

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header creationtool="Hexapla" creationtoolversion="{version}" segtype="sentence" o-tmf="Hexapla" adminlang="en" \
{srclang} datatype="plaintext"{header}
 <body>
"""
_TAIL = " </body>\n</tmx>\n"

_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


Props = Callable[[Entry], Iterable[tuple[str, str]]]


def write(
    entries: Iterable[Entry],
    *,
    header: Sequence[Note] = (),
    tags_as_text: bool = False,
    more: Props = lambda entry: (),
) -> Iterator[bytes]:
    """Yield the bytes of a file that holds these entries; the same entries always give the same bytes.

    Tags become inline elements (level 2 of the standard), or stay text (level 1), for programs that pass such elements
    over and see tags of PO files as text: OmegaT, Weblate.

    Entries that follow one another with the same original, document and role become one `tu`, as they would become
    one entry in a memory. Texts are kept whatever they hold; of a name, a place or a neighbour, what XML cannot hold
    becomes U+FFFD. `header` has what is said of the whole file. `more` gives further types and texts of `prop` for an
    entry, which are written with its unit.
    """
    units = _units(entries)
    first = next(units, None)
    source = _source_of(first) if first else "en"
    said = list(_notes(header, "", "  "))
    ending = "\n".join([">", *said, " </header>"]) if said else "/>"
    held = [_HEAD.format(version=__version__, srclang=_attributes({"srclang": source}).strip(), header=ending)]
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
    props = [(name, text) for name, text in ((DOCUMENT, one.origin.document), (ROLE, one.role)) if text]
    attributes = _with_place(facts[0].place) if is_shared or _is_one_place(facts) else {}
    if is_shared:
        attributes |= to_attributes(facts[0])
        props += to_props(facts[0], place="tuid" not in attributes)
    props += more(one)
    notes = [note for entry in unit for note in entry.notes]
    codes = _codes(notes)
    if codes:
        source, notes = codes.get(source, source), [note for note in notes if not is_code(note)]
    if notes:
        attributes = _said_in_attributes(notes, "", ATTRIBUTES_OF_UNIT) | attributes
    if source != file_source:
        attributes["srclang"] = source
    lines = [f"  <tu{_attributes(attributes)}>", *_props(props, "   ")]
    if notes:
        lines += _notes(notes, "", "   ")
    place = "tuid" not in attributes
    written: set[str] = set()
    for entry, own in zip(unit, facts, strict=True):
        for code in entry.texts:
            if code in written:
                continue
            written.add(code)
            seg = content(entry.texts[code])
            name = escape(_clean(codes[code]), _ATTRIBUTE) if code in codes else code
            if is_shared and not notes:  # as most are
                lines.append(f'   <tuv xml:lang="{name}"><seg>{seg}</seg></tuv>')
            else:
                here = None if is_shared and not _dates_creation(notes, code) else own
                said = [note for note in notes if note.about == code]
                lines += _tuv(name, seg, here, said, place=place and not is_shared)
    return "\n".join([*lines, "  </tu>\n"])


def _is_one_place(facts: Sequence[Facts]) -> bool:
    return all(other.place == facts[0].place for other in facts)


def _with_place(place: str) -> dict[str, str]:
    """Name the place in `tuid`, which need not be unique, where it is one word."""
    is_word = place and place.split() == [place] and not FORBIDDEN.search(place)
    return {"tuid": place} if is_word else {}


def _codes(notes: Iterable[Note]) -> Mapping[str, str]:
    """Give the codes that texts are to have instead of ours, by ours."""
    return {note.about: note.text for note in notes if is_code(note)}


def _source_of(unit: Sequence[Entry]) -> str:
    """Give the code of the original, as its `tuv` has it."""
    source = next(iter(unit[0].texts))
    return next((note.text for entry in unit for note in entry.notes if is_code(note) and note.about == source), source)


def _tuv(code: str, seg: str, facts: Facts | None, own: Sequence[Note], *, place: bool) -> Iterator[str]:
    """Write a text, with its facts unless they stand in the unit, and what is said of it."""
    if facts is None and not own:
        yield f'   <tuv xml:lang="{code}"><seg>{seg}</seg></tuv>'
        return
    about = own[0].about if own else ""
    attributes = _said_in_attributes(own, about, ATTRIBUTES_OF_TEXT) | dict(to_attributes(facts) if facts else {})
    yield f'   <tuv xml:lang="{code}"{_attributes(attributes)}>'
    yield from _props(to_props(facts, place=place) if facts else (), "    ")
    yield from _notes(own, about, "    ")
    yield f"    <seg>{seg}</seg>\n   </tuv>"


def _dates_creation(notes: Sequence[Note], code: str) -> bool:
    """Say whether a text tells of its creation: a reader would take that for its date, if no other stood beside it."""
    return any(note.about == code and note.name.startswith("creation") for note in notes)


def _said_in_attributes(notes: Sequence[Note], about: str, allowed: Container[str]) -> dict[str, str]:
    found = (note for note in notes if note.form is Form.ATTRIBUTE and note.about == about)
    return {note.name: note.text for note in found if note.name in allowed}


def _notes(notes: Sequence[Note], about: str, indent: str) -> Iterator[str]:
    """Write the notes and properties in their order."""
    for note in notes:
        if note.about == about and note.form is not Form.ATTRIBUTE:
            attributes = {"type": note.name} if note.form is Form.PROPERTY else {}
            further = {"xml:lang": note.language, "o-encoding": note.encoding}
            attributes |= {name: text for name, text in further.items() if text}
            tag = "prop" if note.form is Form.PROPERTY else "note"
            yield f"{indent}<{tag}{_attributes(attributes)}>{_content(note.text)}</{tag}>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(_clean(text), _ATTRIBUTE)}"' for name, text in attributes.items())


def _props(props: Iterable[tuple[str, str]], indent: str) -> Iterator[str]:
    for name, text in props:
        yield f'{indent}<prop type="{name}">{_content(text)}</prop>'


def _content(text: str) -> str:
    return escape(_clean(text), {"\r": "&#13;"})


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
