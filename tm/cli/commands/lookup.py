"""Find the best matches for a segment; without a text, read one segment a line and answer each in order."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import FormatError, SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.fragments import Fragments
    from tm.memory.lookup import Query
    from tm.memory.store import Store
    from tm.model.match import Match, Origin
    from tm.model.note import Note
    from tm.project.layout import Project
    from tm.workflow.crew import Crew

Offers = list[dict[str, object]]

_WORTH = 128
"""Fewer lines are answered sooner by this process alone."""

_PART = 12
"""Lines that a process is given at once."""

_PIPE = 1 << 16
"""Bytes that a pipe holds at once: behind so many, more are on their way."""

_WAIT = 0.02
"""Seconds to wait for those."""

_AT_ONCE = 1 << 20
"""Bytes of stdin that are read at once."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the segment (lines of stdin by default)")
    parser.add_argument("--from", dest="source", default="en", metavar="L", help="its language (en by default)")
    parser.add_argument("--to", dest="targets", type=arguments.languages, required=True, metavar="L,…")
    parser.add_argument("--min-score", type=arguments.score, default=70.0, metavar="PERCENT", help="70 by default")
    parser.add_argument("--limit", type=arguments.count, default=5, metavar="N", help="5 matches by default")
    parser.add_argument("--before", metavar="T", help="the segment before it; '' at the document's beginning")
    parser.add_argument("--after", metavar="T", help="the segment after it; '' at the document's end")
    parser.add_argument(
        "--names", action="store_true", help="offer matches with other names of States and bodies, from the glossary"
    )
    parser.add_argument(
        "--fragments",
        action=argparse.BooleanOptionalAction,
        help="where no match reaches the threshold, show the parts that the memory holds, and the nearest entries"
        " (by default for a TEXT, not for lines of stdin, which it slows down)",
    )
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store

    source = find_language(options.source)
    if any(target == source for target in options.targets):
        hint = " (a text is taken for English without --from)" if source.code == "en" else ""
        raise SettingsError(f"--from and --to are both {source.code}: name two languages{hint}")
    if options.fragments is None:
        options.fragments = options.text is not None
    options.project = context.project_or_here() if options.names else None
    url = context.memory_url()
    store = open_store(url, create=False, growing=output.counter("index"))
    try:
        if options.text is not None:
            sys.stdout.write(_answers(store, options, [options.text]))
        else:
            _answer_lines(url, store, options)
    finally:
        store.close()
    return 0


def _answer_lines(url: str, store: Store, options: argparse.Namespace) -> None:
    """Answer what is on stdin: line by line as it comes, or with several processes where many lines wait."""
    jobs = arguments.jobs()
    for lines in _lines():
        if jobs > 1 and len(lines) >= _WORTH:
            parts = _crew(url, store, options, jobs).do(lines)
        else:
            parts = iter([_answers(store, options, lines)])
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()


def _crew(url: str, store: Store, options: argparse.Namespace, jobs: int) -> Crew[str, str]:
    """Get processes ready, once all is loaded and read that each of them needs: they begin as copies of this one."""
    import rapidfuzz.process  # noqa: F401

    import tm.matching.repair  # noqa: F401
    from tm.workflow.crew import Crew

    store.expect(find_language(options.source).code)
    return Crew(partial(_answers_of_another, url, options), jobs, part=_PART)


def _lines() -> Iterator[list[str]]:
    """Read stdin: all lines that are there, then wait for more."""
    stdin = sys.stdin.buffer
    # What is no real file gives all that it has.
    read = stdin.read1 if isinstance(stdin, BufferedReader) else stdin.read
    number, rest = 0, b""
    while True:
        data = read(_AT_ONCE)
        while len(data) % _PIPE == 0 and 0 < len(data) < _AT_ONCE and _is_more(sys.stdin.buffer):
            data += read(_AT_ONCE)
        *lines, rest = (rest + data).split(b"\n") if data else ([rest] if rest else []) + [b""]
        good: list[str] = []
        for line in lines:
            number += 1
            try:
                good.append(_decoded(line, number))
            except FormatError:
                yield good
                raise
        if good:
            yield good
        if not data:
            return


def _is_more(stdin: BinaryIO) -> bool:
    """Tell whether a pipe is filled again, or at its end."""
    import select

    try:
        return bool(select.select([stdin], [], [], _WAIT)[0])
    except (OSError, ValueError):  # no file, or a system where only sockets can be waited for
        return False


def _decoded(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
    except UnicodeDecodeError:
        raise FormatError("stdin", number, "not UTF-8: convert it, for example with iconv") from None


def _answers(store: Store, options: argparse.Namespace, texts: Sequence[str]) -> str:
    """Answer texts, each in each language, as they are printed."""
    from tm.memory.lookup import Query, lookup

    found = []
    for text in texts:
        for target in options.targets:
            query = Query(text, find_language(options.source).code, target.code, options.before, options.after)
            matches = lookup(store, query, min_score=options.min_score, limit=options.limit)
            offered = [_offers(options.project, query, match) for match in matches]
            below = _below(store, query, options.limit) if options.fragments and not matches else None
            found.append((query, matches, offered, below))
    if options.format != "json":
        return "".join([_as_text(*answer) + "\n" for answer in found])
    said = store.notes([match.entry for _, matches, _, _ in found for match in matches])
    return "".join([_as_json(said, *answer) + "\n" for answer in found])


def _answers_of_another(url: str, options: argparse.Namespace, texts: Sequence[str]) -> str:
    """Answer texts in a process of its own, which keeps the memory open."""
    return _answers(_opened(url), options, texts)


@lru_cache(maxsize=1)
def _opened(url: str) -> Store:
    from tm.stores import open_store

    return open_store(url, create=False)


def _below(store: Store, query: Query, limit: int) -> Fragments:
    from tm.memory.fragments import find_fragments

    return find_fragments(store, query, limit=limit)


def _offers(project: Project | None, query: Query, match: Match) -> Offers:
    if project is None:
        return []
    from tm.cli.names import offers

    return offers(project, query, match)


def _as_json(
    said: Mapping[int, Sequence[Note]],
    query: Query,
    matches: Sequence[Match],
    offered: Sequence[Offers],
    below: Fragments | None,
) -> str:
    import json

    found = [
        _record(match)
        | _compared(query, match)
        | ({"proposals": offers} if offers else {})
        | _notes(query, said.get(match.entry, ()))
        for match, offers in zip(matches, offered, strict=True)
    ]
    answer: dict[str, object] = {"source": query.text, "from": query.source, "to": query.target, "matches": found}
    if below is not None:
        from tm.cli.fragments import as_record

        answer |= as_record(below, _record, partial(_compared, query))
    return json.dumps(answer, ensure_ascii=False)


def _notes(query: Query, said: Sequence[Note]) -> dict[str, object]:
    """Give what other programs say of a match: of the whole entry, and of the two texts."""
    found = [note for note in said if note.about in ("", query.source, query.target)]
    if not found:
        return {}
    from tm.cli.notes import as_record

    return {"notes": [as_record(note) | {"about": note.about or None} for note in found]}


def _compared(query: Query, match: Match) -> dict[str, object]:
    """Say where the remembered source differs from the query."""
    found = _differences(query, match)
    return {"differences": [{"operation": name, "query": asked, "memory": kept} for name, asked, kept in found]}


def _differences(query: Query, match: Match) -> Sequence[tuple[str, str, str]]:
    from tm.matching.similarity import differences
    from tm.text.normalize import match_key

    return differences(match_key(query.text), match_key(match.source))


def _record(match: Match) -> dict[str, object]:
    through = match.through
    return {
        "score": match.score,
        "kind": match.kind.label,
        "source": match.source,
        "target": match.target,
        "origin": _origin(match.origin),
        "entry": match.entry,
        "changed": match.target if match.changes else None,
        "remembered": match.remembered or None,
        "changes": [
            {"start": change.start, "end": change.end, "old": change.old, "new": change.new, "kind": change.kind}
            for change in match.changes
        ],
        "penalties": [{"name": name, "points": points} for name, points in match.penalties],
        "through": through and {"language": through.language, "text": through.text, "origin": _origin(through.origin)},
    }


def _origin(origin: Origin) -> dict[str, str]:
    return {"document": origin.document, "place": origin.place, "date": origin.date, "author": origin.author}


def _as_text(query: Query, matches: Sequence[Match], offered: Sequence[Offers], below: Fragments | None) -> str:
    lines = [output.paint(f"{query.source} → {query.target}: {output.shown(query.text)}", "bold")]
    if not matches:
        lines.append("  no match")
    if below is not None:
        from tm.cli.fragments import as_lines

        lines += as_lines(below, query.source)
    for match, offers in zip(matches, offered, strict=True):
        lines.append(f"  {match.score:g} {match.kind.label}  {output.paint(output.shown(_told(match)), 'dim')}")
        if match.score < 100:
            lines.append(f"    {output.shown(match.source)}")
        lines.append(f"    {_marked(match)}")
        lines += [f"      {output.shown(difference)}" for difference in _explained(query, match)]
        named = [output.shown(str(offer["target"])) for offer in offers]
        lines += [f"    with other names (mind articles and cases): {target}" for target in named]
    return "\n".join(lines)


def _told(match: Match) -> str:
    """Say where a match comes from, and what speaks against it."""
    where = " ".join(filter(None, [match.origin.document, match.origin.place, match.origin.date, match.origin.author]))
    if match.through:
        where += f"; {match.through.language}: {match.through.text} ({match.through.origin.document})"
    return "; ".join([where, *(f"{name} -{points:g}" for name, points in match.penalties)])


def _marked(match: Match) -> str:
    """Mark what was adapted."""
    text, end = "", 0
    for change in match.changes:
        text += output.shown(match.target[end : change.start]) + output.paint(output.shown(change.new), "warning")
        end = change.end
    return text + output.shown(match.target[end:])


def _explained(query: Query, match: Match) -> Iterator[str]:
    if match.score < 100:
        for operation, asked, kept in _differences(query, match):
            yield {"insert": f"+ {asked}", "delete": f"- {kept}"}.get(operation, f"{kept} → {asked}")
    for change in match.changes:
        yield f"adapted: {change.old} → {change.new}"
