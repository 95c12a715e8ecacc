"""Make memory entries from a document and its existing translation, or translations.

Entries go into the memory with the status aligned, which lookups rank lower; with -o into a TMX file instead. Pairs
below a confidence are left out; --review lists them for a person.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import FormatError, SettingsError
from tm.model.language import Language, find_language

if TYPE_CHECKING:
    from tm.memory.store import Store
    from tm.project.layout import Project
    from tm.workflow.align import Aligned, Version

_LEAST = 0.4
_SURE = 0.9
_FEW = 10
"""So many sentences for each sure pair are more than the versions of one document have."""

_LONG = 20
"""Sentences, from which on a version has sure pairs, if it is one."""


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("source", type=arguments.path, metavar="SOURCE", help="the document; with --tree a folder")
    add(
        "targets",
        nargs="+",
        type=arguments.path,
        metavar="TARGET",
        help="its translation, one for each language of --to",
    )
    add("--from", dest="source_language", required=True, metavar="L", help="the language of SOURCE")
    add("--to", dest="target_languages", required=True, metavar="L[,L…]", help="the languages of the TARGETs, in order")
    add("-o", "--output", type=arguments.path, metavar="FILE.tmx", help="write TMX; the memory is left as it is")
    add("--review", type=arguments.path, metavar="FILE", help="write what is doubtful to a .po or .html file")
    add("--min-confidence", type=_confidence, default=_LEAST, metavar="C", help="what becomes an entry (0.4, of 1)")
    add("--lines", action=argparse.BooleanOptionalAction, help="each line of a plain text is a sentence (or: is not)")
    add("--tree", action="store_true", help="pair the files of two folders by their names, and align each pair")
    arguments.add_format(parser)


def _confidence(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise SettingsError(f"--min-confidence {text}: use a number from 0 to 1")
    return value


def run(options: argparse.Namespace, context: Context) -> int:
    source, targets = _languages(options)
    if options.output and options.output.suffix.lower() != ".tmx":
        raise SettingsError(f"{options.output}: alignments are written as TMX: let the name end in .tmx")
    if options.review:
        from tm.workflow.align_review import check_kind

        check_kind(options.review, [language.code for language in targets])
    pairs = list(_pairs(options, source, targets))
    project = context.project_or_here()
    store = _memory(options, context)
    bad: list[Path] = []
    try:
        work = _aligned(options, pairs, project, store, bad if len(pairs) > 1 else None)
        found = list(output.progress(work, len(pairs), "align"))
    finally:
        if store:
            store.close()
    if options.output:
        _write(options.output, found)
    _review(options, found)
    for one in found:
        _tell(one, project, options)
    if bad:
        raise output.unfinished(bad, len(pairs), "documents", ("aligned", "align"))
    return 0


def _languages(options: argparse.Namespace) -> tuple[Language, Sequence[Language]]:
    source = find_language(options.source_language)
    targets = arguments.languages(options.target_languages)
    if source in targets:
        raise SettingsError(f"--from {source.code} --to {source.code}: a document and its translation differ: name two")
    if options.tree and len(options.targets) != 1:
        raise SettingsError("--tree takes two folders: that of the documents and that of their translations")
    if not options.tree and len(options.targets) != len(targets):
        languages, files = output.count(len(targets), "language"), output.count(len(options.targets), "translation")
        are = "is" if len(options.targets) == 1 else "are"
        raise SettingsError(
            f"--to names {languages}, but there {are} {files}: name one file for each, in the same order"
        )
    if not options.tree:
        _require_distinct([options.source, *options.targets])
    return source, targets


def _require_distinct(paths: Sequence[Path]) -> None:
    """Refuse a file that is named for two languages."""
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            raise SettingsError(f"{path}: named for two languages: a document and its translation are two files")
        seen.add(path.resolve())


def _pairs(
    options: argparse.Namespace, source: Language, targets: Sequence[Language]
) -> Iterator[tuple[Version, Sequence[Version]]]:
    from tm.workflow.align import Version

    if not options.tree:
        versions = zip(options.targets, targets, strict=True)
        yield Version(options.source, source), [Version(path, language) for path, language in versions]
        return
    from tm.documents.format import why_unread
    from tm.workflow.versions import find_versions

    found = find_versions(options.source, options.targets[0], source.code, [language.code for language in targets])
    for path in found.alone:
        output.note(f"{path}: left out: no counterpart of this name")
    for path in found.unread:
        output.note(f"{path}: left out: {why_unread(path.name)}")
    if not found.together:
        raise SettingsError(f"{options.source}: no file has a counterpart in {options.targets[0]}: are names the same?")
    for path, others in found.together:
        yield Version(path, source), [Version(other, find_language(code)) for code, other in others.items()]


def _memory(options: argparse.Namespace, context: Context) -> Store | None:
    """Open the memory: to be filled, or, where TMX is written, to be learned from if there is one."""
    from tm.project.unversioned import keep_from_git
    from tm.stores import open_store

    if not options.output:
        store = open_store(context.memory_url())
        keep_from_git(context.project_or_here().root)
        return store
    project = context.project_or_here()
    url = context.memory or project.memory_url(None)
    if context.memory or Path(url).is_file():
        return open_store(url, create=False)
    return None


def _aligned(
    options: argparse.Namespace,
    pairs: Sequence[tuple[Version, Sequence[Version]]],
    project: Project,
    store: Store | None,
    bad: list[Path] | None,
) -> Iterator[Aligned]:
    """Align each document, and remember what is to go into the memory before the next one.

    What cannot be aligned is said, goes into `bad`, and keeps no other one out; it is raised where `bad` is None.
    """
    from tm.workflow.align import Wish, align_document, remember
    from tm.workflow.terms import read_glossary

    glossary = read_glossary(project)
    wish = Wish(options.min_confidence, options.lines)
    first = 0
    for source, targets in pairs:
        try:
            one = align_document(source, targets, project, glossary, store, wish)
        except FormatError as error:
            if bad is None:
                raise
            bad.append(source.path)
            output.note(f"tm: error: {error}; nothing of this document was aligned")
            continue
        if store and not options.output:
            first = first or remember(store, one, project, first).act
        yield one


def _write(path: Path, found: Sequence[Aligned]) -> None:
    from tm.exchange import atomic
    from tm.workflow.align import write_tmx

    with atomic.new_file(path) as stream:
        stream.writelines(write_tmx(found))


def _review(options: argparse.Namespace, found: Sequence[Aligned]) -> None:
    if options.review:
        from datetime import UTC, datetime

        from tm.workflow.align_review import write_review

        write_review(options.review, found, now=datetime.now(UTC))


def _tell(found: Aligned, project: Project, options: argparse.Namespace) -> None:
    """Say on stderr what became of a document, and on stdout, where JSON is wanted, all its beads."""
    from tm.workflow.align import counts_of

    if options.format == "json":
        from tm.workflow.align import beads_of

        for bead in beads_of(found):
            print(json.dumps(bead, ensure_ascii=False))
    source = project.shown(found.source.path)
    for version in found.targets:
        counts = counts_of(found, version.language.code)
        output.note(
            f"{source} → {project.shown(version.path)}: {output.count(counts.pairs, 'pair')}, "
            f"{counts.doubtful} doubtful, {counts.alone} without a partner, {counts.crossed} crossed"
        )
        if _is_strange(found, version.language.code):
            output.note(
                f"{project.shown(version.path)}: hardly a sentence has a sure partner: is it a translation of {source}?"
            )
    where = f" in {options.output}" if options.output else " in the memory"
    output.note(f"{source}: {output.count(len(found.entries), 'entry')}{where}")


def _is_strange(found: Aligned, language: str) -> bool:
    """Tell whether hardly a sentence of a version has a partner, or, where it is long enough, a sure one."""
    pairs = [bead for bead in found.alignments[language].beads if bead.is_pair]
    size = min(len(found.sentences[code]) for code in (found.source.language.code, language))
    return _FEW * len(pairs) < size or (size >= _LONG and _FEW * sum(bead.confidence >= _SURE for bead in pairs) < size)
