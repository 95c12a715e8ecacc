"""Make entries for the memory of documents and their translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm.alignment.align import Alignment, align
from tm.alignment.beads import Bead
from tm.alignment.joining import Group, join
from tm.alignment.sentence import Sentence
from tm.exchange import tmx
from tm.memory.acts import Batch
from tm.memory.store import Store, Tally
from tm.model.document import RUNNING, Role
from tm.model.errors import FormatError
from tm.model.language import BY_CODE, Language
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.model.term import Concept
from tm.project.layout import Project
from tm.text.guess import language_of
from tm.text.normalize import match_key
from tm.workflow.admission import objection, strange_letters
from tm.workflow.known import gather
from tm.workflow.sentences import Lines, lines_of_versions, read_sentences
from tm.workflow.terms import state_names
from tm.workflow.versions import without_language

AUTHOR = "tm align"
"""Who made the entries, with the confidence behind it."""

_MOST = 50_000
"""Sentences of a version: with so many on both sides, alignment takes some minutes and half a gigabyte."""

_ROLES = {role.value for role in Role} - {role.value for role in RUNNING}


@dataclass(frozen=True, slots=True)
class Version:
    """A document in one language."""

    path: Path
    language: Language


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring beads of which none became an entry.

    Attributes:
        beads: doubtful pairs, and sentences without a partner.
    """

    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A document aligned with its translations.

    Attributes:
        sentences: of each language, that of the source first.
        alignments: by language of the translations.
        entries: what is sure enough, in the order of the source.
        confidences: of each entry.
        doubtful: by language of the translations, what is not.
    """

    document: str
    source: Version
    targets: tuple[Version, ...]
    sentences: Mapping[str, Sequence[Sentence]]
    alignments: Mapping[str, Alignment]
    entries: tuple[Entry, ...]
    confidences: tuple[float, ...]
    doubtful: Mapping[str, tuple[Stretch, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """How documents are aligned.

    Attributes:
        least: the confidence from which on a pair becomes an entry.
        lined: whether each line of a plain text is a sentence; None to tell by the text.
    """

    least: float = 0.4
    lined: bool | None = None


def align_document(
    source: Version,
    targets: Sequence[Version],
    project: Project,
    glossary: Sequence[Concept],
    store: Store | None,
    wish: Wish,
) -> Aligned:
    """Align a document with its translations; the memory, where there is one, is read and not changed.

    What no import would take in is no entry, however sure it is.

    Raises:
        FormatError: a document cannot be read, or is not in the language named for it.
    """
    document = document_name(source.path, project)
    states = state_names(glossary)
    lines = _lines((source, *targets), project, wish)
    sentences: dict[str, Sequence[Sentence]] = {}
    for version in (source, *targets):
        shown, kind = project.shown(version.path), lines[version.path]
        found = read_sentences(version.path, version.language, shown=shown, states=states, lines=kind)
        _require(found, version.language, shown)
        sentences[version.language.code] = found
    code = source.language.code
    alignments = {}
    for version in targets:
        other = version.language.code
        known = gather(code, other, glossary, store, document)
        alignments[other] = align(sentences[code], sentences[other], (code, other), known)
    sure = {
        other: [
            bead
            for bead in (*found.beads, *found.crossed)
            if bead.is_pair and bead.confidence >= wish.least and _is_fit(bead, sentences, code, other)
        ]
        for other, found in alignments.items()
    }
    groups = join(sure)
    entries = tuple(_entries(groups, sentences, document, _place(source.path, project)))
    doubtful = {other: tuple(_stretches(found, sure[other])) for other, found in alignments.items()}
    confidences = tuple(group.confidence for group in groups)
    return Aligned(document, source, tuple(targets), sentences, alignments, entries, confidences, doubtful)


def _require(sentences: Sequence[Sentence], language: Language, shown: str) -> None:
    """Refuse a document that is too long, in letters of another language, or clearly in one that shares them."""
    if len(sentences) > _MOST:
        many = f"{len(sentences):,} sentences are more than the {_MOST:,} that can be aligned at once"
        raise FormatError(shown, 0, f"{many}: cut both versions at the same place")
    texts = [sentence.text for sentence in sentences]
    strange = strange_letters(" ".join(texts), language.code)
    if strange:
        raise FormatError(shown, 1, f"in {strange} letters, so not {language.name}: see --from and --to")
    other = BY_CODE.get(language_of(texts), language)
    if other != language and other.script == language.script:
        raise FormatError(shown, 1, f"in {other.name}, so not {language.name}: see --from and --to")


def _is_fit(bead: Bead, sentences: Mapping[str, Sequence[Sentence]], source: str, target: str) -> bool:
    ours = text_of(sentences[source], range(*bead.source), source)
    theirs = text_of(sentences[target], range(*bead.target), target)
    return objection(ours, theirs, source, target) is None


def _lines(versions: Sequence[Version], project: Project, wish: Wish) -> Mapping[Path, Lines]:
    if wish.lined is None:
        return lines_of_versions([(version.path, version.language) for version in versions], project.shown)
    kind = Lines.SENTENCES if wish.lined else Lines.WRAPPED
    return {version.path: kind for version in versions}


def document_name(path: Path, project: Project) -> str:
    """Name the document that a version belongs to, with its ending, so that no PO file has entries of that name.

    >>> from tm.project.config import Settings
    >>> document_name(Path("old/en/report.en.txt"), Project(Path(), Settings()))
    'old/report.txt'
    """
    folder, slash, name = project.document_of(path).rpartition("/")
    return f"{folder}{slash}{without_language(name)}{path.suffix}"


def _place(path: Path, project: Project) -> str:
    """Name a file for good: below the project's root by its path there, elsewhere by its name."""
    place = project.place_of(path)
    return path.name if Path(place).is_absolute() else place


def _entries(
    groups: Sequence[Group], sentences: Mapping[str, Sequence[Sentence]], document: str, path: str
) -> Iterator[Entry]:
    source, *_ = sentences
    keys = [MatchKey(""), *(match_key(sentence.text) for sentence in sentences[source]), MatchKey("")]
    for group in groups:
        start, end = group.source
        first = sentences[source][start]
        texts = {source: text_of(sentences[source], range(start, end), source)}
        texts |= {code: text_of(sentences[code], places, code) for code, places in group.targets.items()}
        role = first.kind.partition(" ")[0]
        yield Entry(
            0,
            texts,
            role if role in _ROLES else "",
            Origin(document, f"{path}:{first.line}", "", f"{AUTHOR} {exactly(group.confidence)}"),
            Context(keys[start], keys[end + 1]),
            Status.ALIGNED,
        )


def exactly(confidence: float) -> str:
    """Write a confidence as it is, with two decimals at least, so that none looks higher.

    >>> exactly(0.8953), exactly(0.895), exactly(1)
    ('0.8953', '0.895', '1.00')
    """
    digits = f"{confidence:.4f}"
    return digits[:-2] + digits[-2:].rstrip("0")


def text_of(sentences: Sequence[Sentence], places: Sequence[int], code: str) -> str:
    """Join sentences as their language does."""
    return BY_CODE[code].sentence_gap.join(sentences[place].text for place in places)


def _stretches(alignment: Alignment, sure: Sequence[Bead]) -> Iterator[Stretch]:
    """Yield what lies between the beads that are sure; sentences whose translation stands elsewhere are sure, too."""
    ours = {place for bead in sure for place in range(*bead.source)}
    theirs = {place for bead in sure for place in range(*bead.target)}
    run: list[Bead] = []
    for bead in alignment.beads:
        if any(place in ours for place in range(*bead.source)) or any(place in theirs for place in range(*bead.target)):
            if run and bead.is_pair:
                yield Stretch(tuple(run))
                run = []
        else:
            run.append(bead)
    if run:
        yield Stretch(tuple(run))


def remember(store: Store, found: Aligned, project: Project, first: int = 0) -> Tally:
    """Put the entries of a document into the memory, in place of those that the same files gave before."""
    label = project.shown(found.source.path)
    alone = found.targets[0] if len(found.targets) == 1 else None
    file = alone.path if alone else found.source.path
    language = alone.language.code if alone else ""
    return store.add(found.entries, Batch(f"align {label}", str(file.resolve()), found.document, language, first))


@dataclass(frozen=True, slots=True)
class Counts:
    """How a document and one translation went together.

    Attributes:
        pairs: those in entries, the crossed ones included.
        doubtful: pairs below the confidence asked for.
        alone: sentences of both sides without a partner.
    """

    pairs: int
    doubtful: int
    alone: int
    crossed: int


def counts_of(found: Aligned, language: str) -> Counts:
    """Count what came of one translation."""
    doubtful = [bead for stretch in found.doubtful[language] for bead in stretch.beads if bead.is_pair]
    alignment = found.alignments[language]
    pairs = sum(bead.is_pair for bead in alignment.beads) - len(doubtful)
    crossed = len(alignment.crossed)
    alone = sum(not bead.is_pair for bead in alignment.beads) - 2 * crossed
    return Counts(pairs + crossed, len(doubtful), alone, crossed)


def beads_of(found: Aligned) -> Iterator[Mapping[str, object]]:
    """Yield each bead, the crossed pairs at the end, as what JSON can hold; sentences are numbered from 0."""
    source = found.source.language.code
    for version in found.targets:
        code = version.language.code
        alignment = found.alignments[code]
        for crossed, beads in ((False, alignment.beads), (True, alignment.crossed)):
            for bead in beads:
                yield {
                    "document": found.document,
                    "from": source,
                    "to": code,
                    "source": list(range(*bead.source)),
                    "target": list(range(*bead.target)),
                    "source_text": text_of(found.sentences[source], range(*bead.source), source),
                    "target_text": text_of(found.sentences[code], range(*bead.target), code),
                    "confidence": bead.confidence,
                    "crossed": crossed,
                }


def write_tmx(found: Sequence[Aligned]) -> Iterator[bytes]:
    """Write the entries of documents as TMX, each with its confidence as a property."""
    entries = [entry for one in found for entry in one.entries]
    sure = dict(zip(map(id, entries), (value for one in found for value in one.confidences), strict=True))
    return tmx.write(entries, more=lambda entry: [("x-confidence", exactly(sure[id(entry)]))])
