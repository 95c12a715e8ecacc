"""Join the sides that are compared, document by document and unit by unit, and refuse what does not belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tm.model.errors import FormatError, SettingsError
from tm.workflow.sides import Key, Line, Part, Side


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why how many segments were not scored; each counts in the first that holds.

    Attributes:
        only_in_reference, only_in_hypothesis: units that the other side does not have.
        reference_unfinished, hypothesis_unfinished: units that are fuzzy or untranslated there.
    """

    only_in_reference: int = 0
    only_in_hypothesis: int = 0
    reference_unfinished: int = 0
    hypothesis_unfinished: int = 0

    def __add__(self, other: LeftOut) -> LeftOut:
        return LeftOut(
            self.only_in_reference + other.only_in_reference,
            self.only_in_hypothesis + other.only_in_hypothesis,
            self.reference_unfinished + other.reference_unfinished,
            self.hypothesis_unfinished + other.hypothesis_unfinished,
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment of the reference, and what each hypothesis has for it; an empty text where it has none."""

    reference: Line
    hypotheses: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Paired:
    """A document with the segments that count.

    Attributes:
        parts: of the hypotheses, then of the reference.
        lang: the code of the language of all of them.
    """

    name: str
    lang: str
    parts: tuple[Part, ...]
    pairs: Sequence[Pair]
    left_out: LeftOut


def pair(hypotheses: Sequence[Side], reference: Side, *, unfinished: bool, few: bool) -> Iterator[Paired]:
    """Join each document that all sides have, and its units by msgctxt and msgid; texts line by line.

    Args:
        unfinished: whether a finished segment of the reference counts, too, where a hypothesis is fuzzy (as it stands)
            or has none (as the empty text).
        few: whether a document counts of which less than half of the units are on both sides.

    Raises:
        SettingsError: the sides have no document or no unit in common, or differ in language, source or length.
    """
    for parts in _documents([*hypotheses, reference]):
        lang, keyed = _language(parts), [_keyed(part) for part in _aligned(parts)]
        _require_shared(parts, keyed, few)
        pairs, left_out = _join(keyed, unfinished)
        yield Paired(parts[0].name, lang, parts, pairs, left_out)


def alone(sides: Sequence[Side]) -> Sequence[Part]:
    """List the documents that are not on all sides, of sides of which one has several."""
    paired = {id(part) for parts in _documents(sides) for part in parts}
    return [part for side in sides for part in side.parts if id(part) not in paired]


def _documents(sides: Sequence[Side]) -> Sequence[tuple[Part, ...]]:
    if all(len(side.parts) == 1 for side in sides):
        return [tuple(side.parts[0] for side in sides)]
    known = [{(part.name, part.lang): part for part in side.parts} for side in sides]
    found = [tuple(parts[key] for parts in known) for key in known[0] if all(key in parts for parts in known)]
    if not found:
        names = " and ".join(side.named for side in sides)
        raise SettingsError(f"{names}: no document of one name in one language is in all of them: name the files")
    return found


def _language(parts: Sequence[Part]) -> str:
    known = {part.lang: part for part in parts if part.lang}
    if not known:
        raise SettingsError(f"{parts[0].path}: the language of a text is not known: add --lang, for example --lang fr")
    if len(known) > 1:
        one, other = list(known.values())[:2]
        raise SettingsError(f"{one.path} is in {one.lang}, {other.path} in {other.lang}: compare files of one language")
    return next(iter(known))


def _aligned(parts: Sequence[Part]) -> Sequence[Part]:
    """Give texts the keys of the PO file that stands against them, unit by unit in its order."""
    po_files = [part for part in parts if not part.is_text]
    first = (po_files or parts)[0]
    for part in po_files:
        if part.source_lang != first.source_lang:
            raise SettingsError(
                f"{first.path} is translated from {first.source_lang}, {part.path} from {part.source_lang}: "
                "compare translations of one source"
            )
    aligned = []
    for part in parts:
        if part.is_text and len(part.lines) != len(first.lines):
            raise SettingsError(
                f"{part.path} has {_count(part)}, {first.path} has {_count(first)}: a text needs one line for each"
            )
        pairs = zip(part.lines, first.lines, strict=True) if part.is_text else ()
        aligned.append(replace(part, lines=[replace(ours, key=its.key) for ours, its in pairs]) if pairs else part)
    return aligned


def _count(part: Part) -> str:
    noun = "line" if part.is_text else "unit"
    return f"1 {noun}" if len(part.lines) == 1 else f"{len(part.lines)} {noun}s"


def _keyed(part: Part) -> Mapping[Key, Line]:
    return {line.key: line for line in part.lines}


def _require_shared(parts: Sequence[Part], keyed: Sequence[Mapping[Key, Line]], few: bool) -> None:
    reference = keyed[-1]
    for part, lines in zip(parts[:-1], keyed[:-1], strict=True):
        shared, least = sum(key in reference for key in lines), min(len(lines), len(reference))
        if shared and (few or 2 * shared >= least):
            continue
        names = f"{part.path} and {parts[-1].path}"
        if not shared:
            raise SettingsError(f"{names} have no unit in common: their sources differ, so nothing can be compared")
        raise SettingsError(
            f"{names} have only {shared} of {least} units in common: their sources differ; "
            "--shared compares the units that both have"
        )


def _join(keyed: Sequence[Mapping[Key, Line]], unfinished: bool) -> tuple[Sequence[Pair], LeftOut]:
    *hypotheses, reference = keyed
    pairs, only_in_reference, reference_unfinished, hypothesis_unfinished = [], 0, 0, 0
    for key, line in reference.items():
        found = [lines.get(key) for lines in hypotheses]
        if not line.finished:
            reference_unfinished += 1
        elif unfinished or all(one and one.finished for one in found):
            texts = tuple(one.text if one else "" for one in found)
            pairs.append(Pair(line, texts, found[0] or Line(key, "", 0)))
        elif None in found:
            only_in_reference += 1
        else:
            hypothesis_unfinished += 1
    only = sum(key not in reference for key in set().union(*hypotheses))
    return pairs, LeftOut(only_in_reference, only, reference_unfinished, hypothesis_unfinished)


def require_text(named: str, texts: Sequence[str]) -> None:
    """Refuse a side that has no text at all for what is compared.

    Raises:
        FormatError: it has none.
    """
    if not any(text.strip() for text in texts):
        raise FormatError(named, 0, "no translation in any of the segments that are compared")
