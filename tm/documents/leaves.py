"""The leaf blocks of Markdown, paragraphs, headings and tables, with the column where each of their lines begins.

Block structure is markdown-it-py's; its rules are watched while they work, because only then it is known how much of
each line belongs to the containers around.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote import footnote_plugin

from tm.documents.inline import Labels
from tm.documents.link import normalize

Rule = Callable[[StateBlock, int, int, bool], bool]

_TERMINATES = {
    "paragraph": [],
    "lheading": [],
    "heading": ["paragraph", "reference", "blockquote"],
    "table": ["paragraph", "reference"],
    "blockquote": ["paragraph", "reference", "blockquote", "list"],
    "list": ["paragraph", "reference", "blockquote"],
    "footnote_def": ["paragraph", "reference"],
}
"""What each watched rule may end, as markdown-it-py and its plugin list it."""

_CONTAINERS = {"blockquote": "quote", "list": "list", "footnote_def": "footnote"}

_DEEPEST = 60
"""Levels of tokens; what is nested deeper stays verbatim."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf block.

    Attributes:
        kind: "paragraph", "heading" (with hashes), "lheading" (underlined) or "table".
        line: of its first line, from 0.
        columns: the offset in each of its lines where its own text begins; an underline is left out.
        containers: around it, outermost first: "list", "quote", "footnote".
        marker: what stands before it in the line of its own container, such as `12.`.
        level: of a heading.
    """

    kind: str
    line: int
    columns: tuple[int, ...]
    containers: tuple[str, ...]
    marker: str = ""
    level: int = 0


@dataclass(slots=True)
class _Watch:
    """What is seen while one text is parsed."""

    leaves: list[Leaf]
    containers: list[str]
    starts: list[int]


def find_leaves(text: str) -> tuple[list[Leaf], Labels]:
    """Find the leaf blocks of a text in order, and the labels that it defines."""
    parser = _parser()
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    watch = _Watch([], [], [])
    environment: dict[str, Any] = {"watch": watch}
    state = StateBlock(source, parser, environment, [])
    watch.starts = list(state.bMarks)
    if source:
        parser.block.tokenize(state, state.line, state.lineMax)
    footnotes = environment.get("footnotes", {}).get("refs", {})
    references = frozenset(map(normalize, environment.get("references", {})))
    return watch.leaves, Labels(references, frozenset(label[1:] for label in footnotes))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    footnote_plugin(parser, inline=False, move_to_end=False)
    rules = dict(zip(parser.block.ruler.get_active_rules(), parser.block.ruler.getRules(""), strict=True))
    for name, alternatives in _TERMINATES.items():
        watched = _container(name, rules[name]) if name in _CONTAINERS else _leaf(name, rules[name])
        parser.block.ruler.at(name, watched, {"alt": alternatives})
    return parser


def _container(name: str, rule: Rule) -> Rule:
    def watched(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return rule(state, start, end, silent)
        containers = state.env["watch"].containers
        containers.append(_CONTAINERS[name])
        found = rule(state, start, end, silent)
        containers.pop()
        return found

    return watched


def _leaf(name: str, rule: Rule) -> Rule:
    def watched(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = rule(state, start, end, silent)
        if found and not silent:
            _record(name, state, start)
        return found

    return watched


def _record(kind: str, state: StateBlock, start: int) -> None:
    watch = state.env["watch"]
    end = state.line - (kind == "lheading")
    columns = tuple(state.bMarks[line] + state.tShift[line] - watch.starts[line] for line in range(start, end))
    before = state.src[state.bMarks[start] : state.bMarks[start] + state.tShift[start]].split()
    level = 0
    if kind in {"heading", "lheading"}:
        level = int(state.tokens[-1].tag[1:])
    watch.leaves.append(Leaf(kind, start, columns, tuple(watch.containers), before[-1] if before else "", level))
