"""Read TMX (1.1 to 1.4b, levels 1 and 2) as entries, one unit after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from tm.exchange.tmx.facts import DOCUMENT, ROLE, WHOLE, date_of, named_in, note_of, read_facts, rest_of
from tm.exchange.tmx.inline import Numbers, text_of
from tm.exchange.tmx.plain import PARTS, Plain, attributes_of, said_in, texts_of, tu_of
from tm.exchange.tmx.plain import text_of as plain_text
from tm.exchange.tmx.record import Content, Tu, Tuv
from tm.exchange.tmx.scan import scan
from tm.memory.facts import Facts, entries_of, noted
from tm.memory.given import Given
from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.model.match import Entry, Origin
from tm.model.note import Note, code_of


def read(
    stream: BinaryIO, path: str, document: str = "", header: Callable[[Note], None] = lambda note: None
) -> Iterator[Given]:
    """Read a file as it is given, in constant memory; an entry that names no document belongs to `document`.

    Of a broken unit comes its defect; of others the parts, and what is left out: languages that are none of the six,
    second texts in one language. `header` is told what the file says of itself, and how it writes the code of a
    language when that is not how we write it: the first time counts, and of other texts it is said where they are.

    Raises:
        FormatError: not TMX, cut off, hostile, or not well-formed outside of units; the units before were yielded.
    """
    understanding = _Understanding(document, header)
    for unit in scan(stream, path, understanding.plain, understanding.unit, lambda said: header(note_of(said))):
        if isinstance(unit, Given):
            yield unit
        else:
            yield Given(unit.line, (), (f"broken: {unit.problem}",))


_PAIR = 6
"""Parts of a plain unit with two variants."""


@dataclass(slots=True)
class _Understanding:
    """Makes entries of units; remembers what the codes of languages mean.

    Attributes:
        _usual: how texts in a language name it, in small letters.
        _known: those names, as they stand in the file.
    """

    document: str
    header: Callable[[Note], None]
    _codes: dict[str, str] = field(default_factory=dict)
    _usual: dict[str, str] = field(default_factory=dict)
    _known: dict[bytes, str] = field(default_factory=dict)

    def plain(self, plain: Plain, line: int, source: str) -> Given:
        """Understand a unit that needed no parser; most by a shorter way than others, to the same end.

        Raises:
            ValueError: it needs one.
        """
        texts = self._plain_texts(plain)
        if not texts:
            return self.unit(tu_of(plain, line, source))
        facts, get = plain[1], (attributes := attributes_of(plain[0])).get
        original = self._code(get("srclang", source))
        if original in texts and original != next(iter(texts)):
            texts = {original: texts[original], **texts}
        date = date_of(get("changedate", ""))
        if facts or not (WHOLE.issuperset(attributes) and (date or "changedate" not in attributes)):
            return self._with_facts(line, texts, attributes, facts)
        origin = Origin(self.document, get("tuid", ""), date, get("changeid", ""))
        return Given(line, (Entry(0, texts, "", origin),))

    def _plain_texts(self, plain: Plain) -> dict[str, str]:
        """Read the texts where each is in another language, and names it as usual in its file; else none."""
        if len(plain) == _PAIR:  # as most are
            _, _, first, text, second, other = plain
            code, another = self._known.get(first), self._known.get(second)
            if not code or not another or code == another:
                return {}
            return {
                code: text.decode() if b"&" not in text else plain_text(text),
                another: other.decode() if b"&" not in other else plain_text(other),
            }
        texts: dict[str, str] = {}
        parted = len(plain) > PARTS
        for name, text in zip(plain[2::2], plain[3::2], strict=True) if parted else texts_of(plain[2]):
            code = self._known.get(name)
            if not code or code in texts:
                return {}
            texts[code] = text.decode() if b"&" not in text else plain_text(text)
        return texts if len(texts) > 1 else {}

    def _with_facts(self, line: int, texts: dict[str, str], attributes: dict[str, str], facts: bytes) -> Given:
        said = said_in(facts)
        named = named_in(said)
        document = named.get(DOCUMENT, "")
        common = read_facts(attributes, said)
        notes, unkept = rest_of(attributes, said)
        origin = Origin(document or self.document, common.place, common.date, common.author)
        entry = Entry(0, texts, named.get(ROLE, ""), origin, common.context, common.status, tuple(notes))
        return Given(line, (entry,), (), unkept, bool(document))

    def unit(self, tu: Tu) -> Given:
        """Understand a unit."""
        variants, defects = self._variants(tu)
        source = self._code(tu.source)
        if source not in variants:
            source = next(iter(variants), "")
        if not source:
            return Given(tu.line, (), (*defects, "no text in any of the six languages"))
        if len(variants) == 1:
            defects = (*defects, f"no translation: only {source}")
        texts = _texts(source, variants)
        common = read_facts(tu.attributes, tu.said)
        named = named_in(tu.said) if tu.said else {}
        document, role = named.get(DOCUMENT, ""), named.get(ROLE, "")
        notes, unkept = rest_of(tu.attributes, tu.said)
        codes = self._unusual_codes(variants)
        if any(len(variant.attributes) > 1 or variant.said for variant in variants.values()):
            facts = _facts(source, variants, common, is_ours=bool(document))
            parts = tuple(entries_of(texts, facts, document or self.document, role))
            notes, unkept = _with_texts(notes, unkept, texts, variants)
        else:
            origin = Origin(document or self.document, common.place, common.date, common.author)
            parts = (Entry(0, texts, role, origin, common.context, common.status),)
        if notes or codes:
            parts = tuple(noted(parts, [*codes, *notes]))
        return Given(tu.line, parts, defects, unkept, bool(document))

    def _unusual_codes(self, variants: Mapping[str, Tuv]) -> list[Note]:
        """Say how texts name their language, where most of their file name it otherwise."""
        found = []
        for code, variant in variants.items():
            written = variant.language
            usual = self._usual.get(code)
            if usual is None:
                usual = self._usual[code] = written.lower()
                if usual != code:
                    self.header(code_of(written, code))
            if written.lower() != usual:
                found.append(code_of(written, code))
            elif written.isascii():
                self._known[written.encode()] = code
        return found

    def _variants(self, tu: Tu) -> tuple[dict[str, Tuv], tuple[str, ...]]:
        found: dict[str, Tuv] = {}
        defects: list[str] = []
        for variant in tu.variants:
            code = self._code(variant.language)
            if not code:
                defects.append(f"language {variant.language}" if variant.language else "a text without xml:lang")
            elif code in found and variant.language.lower() != tu.source.lower():
                if variant.content != found[code].content:
                    defects.append(f"a second text in {code}")
            else:
                found[code] = variant
        return found, tuple(defects)

    def _code(self, written: str) -> str:
        """Find one of the six by the code that a file uses; "" for others."""
        code = self._codes.get(written)
        if code is None:
            try:
                code = find_language(written).code
            except SettingsError:
                code = ""
            self._codes[written] = code
        return code


def _texts(source: str, variants: Mapping[str, Tuv]) -> dict[str, str]:
    """Write the contents as texts, the original's first, since it gives the codes their numbers."""
    numbers = Numbers()
    texts = {source: _text(variants[source].content, numbers)}
    for code, variant in variants.items():
        if code != source:
            texts[code] = _text(variant.content, numbers)
    return texts


def _text(content: Sequence[Content], numbers: Numbers) -> str:
    if len(content) == 1 and isinstance(content[0], str):  # as most are
        return content[0]
    return text_of(content, numbers)


def _facts(source: str, variants: Mapping[str, Tuv], common: Facts, *, is_ours: bool) -> dict[str, Facts]:
    facts = {code: read_facts(variant.attributes, variant.said, common) for code, variant in variants.items()}
    if not is_ours and len(facts) > 1 and facts[source] == common:  # other programs rarely tell of the original
        facts[source] = facts[next(code for code in facts if code != source)]
    return facts


def _with_texts(
    notes: Sequence[Note], unkept: Sequence[str], texts: Iterable[str], variants: Mapping[str, Tuv]
) -> tuple[Sequence[Note], Sequence[str]]:
    """Add what is said of the texts, in their order, to what is said of the whole."""
    for code in texts:
        variant = variants[code]
        more, others = rest_of(variant.attributes, variant.said, code)
        if more or others:
            notes, unkept = [*notes, *more], [*unkept, *others]
    return notes, unkept
