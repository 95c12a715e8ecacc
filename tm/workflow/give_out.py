"""Write the memory, or the glossary, as a file for other tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from tm.exchange import atomic, tbx, tmx
from tm.exchange.packed import ending, packing
from tm.exchange.table import delimited, workbook
from tm.exchange.table.rows import LANGUAGES, header, row_of
from tm.memory.store import Store
from tm.model.errors import SettingsError
from tm.model.match import Entry
from tm.model.note import is_code
from tm.project.layout import Project
from tm.workflow.glossary import in_languages
from tm.workflow.terms import read_glossary

MEMORY_KINDS = (".tmx", ".tmx.gz", ".csv", ".tsv", ".xlsx")
GLOSSARY_KINDS = (".tbx",)
"""The endings of files that are written."""


@dataclass(slots=True)
class Given:
    """What a file was given.

    Attributes:
        entries: how many.
        texts: how many, by language.
        unsaid: how many notes, properties and attributes of other programs it has no place for.
        codes: how the files that texts come from write the codes of languages, where it does not write them so.
    """

    entries: int = 0
    texts: Counter[str] = field(default_factory=Counter)
    unsaid: int = 0
    codes: set[str] = field(default_factory=set)


def is_memory(path: Path) -> bool:
    """Say whether a file of this name is to hold the memory, not the glossary.

    Raises:
        SettingsError: files of this kind are not written.
    """
    kind = ending(path)
    if kind not in MEMORY_KINDS + GLOSSARY_KINDS:
        known = ", ".join((*MEMORY_KINDS, *GLOSSARY_KINDS, ".xlf"))
        raise SettingsError(f"{path}: not a file that is written: let its name end in one of {known}")
    return kind in MEMORY_KINDS


def give_memory(store: Store, path: Path, codes: Collection[str], *, tags_as_text: bool = False) -> Given:
    """Write the memory to a file, whole or not at all; of each entry the original and the texts in these languages.

    `tags_as_text` is for TMX, see there; in tables tags are text anyway.

    Raises:
        SettingsError: the file cannot be written, or cannot hold what the memory holds.
    """
    given = Given()
    with atomic.new_file(path) as stream:
        entries = _counted(_chosen(store, codes), given)
        kind = ending(path)
        if kind == ".tmx":
            stream.writelines(tmx.write(entries, header=store.header(), tags_as_text=tags_as_text))
        elif kind == ".tmx.gz":
            with packing(stream) as packed:
                packed.writelines(tmx.write(entries, header=store.header(), tags_as_text=tags_as_text))
        else:
            _write_table(_rows(_without_notes(entries, given), codes), stream, kind)
    return given


def give_tmx(store: Store, stream: BinaryIO, codes: Collection[str], *, tags_as_text: bool = False) -> None:
    """Write the memory as TMX to a stream."""
    stream.writelines(tmx.write(_chosen(store, codes), header=store.header(), tags_as_text=tags_as_text))


def _write_table(rows: Iterator[Sequence[str]], stream: BinaryIO, kind: str) -> None:
    if kind == ".xlsx":
        workbook.write(rows, stream)
    else:
        stream.writelines(delimited.write(rows, delimiter="\t" if kind == ".tsv" else ","))


def _rows(entries: Iterator[Entry], codes: Collection[str]) -> Iterator[Sequence[str]]:
    """Yield the row of names and those of the entries; originals have their column, whatever their language."""
    languages = LANGUAGES if not codes else [code for code in LANGUAGES if code in codes or code == "en"]
    yield header(languages)
    for entry in entries:
        source = next(iter(entry.texts))
        if source not in languages:
            raise SettingsError(f"an original is in {source}: name that language too, as in --lang {source},…")
        yield row_of(entry, languages)


def _chosen(store: Store, codes: Collection[str]) -> Iterator[Entry]:
    kept_back: Entry | None = None
    for entry in store.entries():
        if not codes:
            yield entry
            continue
        source, *others = entry.texts
        kept = {code: entry.texts[code] for code in (source, *(code for code in others if code in codes))}
        notes = tuple(note for note in entry.notes if note.about in kept or not note.about)
        part = replace(entry, texts=kept, notes=notes) if len(kept) < len(entry.texts) else entry
        if len(kept) == 1:
            kept_back = part if notes else kept_back  # which is written if anything else is of this entry
            continue
        if kept_back and kept_back.id == entry.id:
            yield kept_back
        kept_back = None
        yield part


def _without_notes(entries: Iterator[Entry], given: Given) -> Iterator[Entry]:
    for entry in entries:
        for note in entry.notes:
            if not is_code(note):
                given.unsaid += 1
            elif note.text.lower() != note.about:
                given.codes.add(note.text)
        yield entry


def _counted(entries: Iterator[Entry], given: Given) -> Iterator[Entry]:
    last = 0
    for entry in entries:
        source, *others = entry.texts
        if entry.id != last:
            last = entry.id
            given.entries += 1
            given.texts[source] += 1
        given.texts.update(others)
        yield entry


def give_glossary(project: Project, path: Path, codes: Collection[str], *, edition: int = 2) -> Given:
    """Write the project's glossary as TBX, in these languages and that of the sources; `edition` is 2 or 3.

    2 is TBX in `martif`, 3 in `tbx`.

    Raises:
        SettingsError: the file cannot be written.
        FormatError: the glossary is not sound.
    """
    concepts = read_glossary(project)
    if codes:
        concepts = list(in_languages(concepts, {*codes, project.settings.source_language.code}))
    description = "Terms in the official languages of the United Nations."
    data = tbx.write(concepts, title="Glossary", description=description, edition=edition)
    atomic.replace_file(path, data)
    texts = Counter(term.language for concept in concepts for term in concept.terms)
    return Given(len(concepts), texts)
