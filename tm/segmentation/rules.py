"""Reads SRX 2.0: which rules, in which order, hold for a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from xml.etree.ElementTree import Element

from tm.model.errors import FormatError
from tm.safexml import line_of, parse
from tm.segmentation.cascade import Cascade, Condition, Rule
from tm.segmentation.icu import read_pattern
from tm.segmentation.pattern import EMPTY, Pattern

NAMESPACE = "{http://www.lisa.org/srx20}"

FIRST, LAST = "first.srx", "last.srx"
"""Packaged rules for all languages: numbering, which goes before all else; and the general rules."""


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule as it stands in its file; `line` is 1-based."""

    breaks: bool
    before: str
    after: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class LanguageMap:
    """Says that the rules of `name` hold for the language codes that `pattern` matches as a whole."""

    pattern: re.Pattern[str]
    name: str


@dataclass(frozen=True, slots=True)
class Formats:
    """On which side of a break inline tags stay: True for the segment that ends there (SRX 2.0, `formathandle`)."""

    start: bool = False
    end: bool = True
    isolated: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """The rules of one SRX document.

    Attributes:
        rules: by the name of their language rule.
        maps: from languages to names, in order.
        cascades: whether all maps that match a language count, or the first only.
        formats: where inline tags go.
    """

    rules: tuple[tuple[str, tuple[WrittenRule, ...]], ...]
    maps: tuple[LanguageMap, ...]
    cascades: bool = True
    formats: Formats = Formats()

    def written(self, language: str) -> Iterator[WrittenRule]:
        """Yield the rules for a language code, in the order in which they are tried."""
        rules = dict(self.rules)
        for languages in self.maps:
            if languages.pattern.fullmatch(language):
                yield from rules[languages.name]
                if not self.cascades:
                    return


@lru_cache(maxsize=64)
def cascade_for(rules: RuleSet, language: str) -> Cascade:
    """Make the rules for a language ready for use.

    Raises:
        FormatError: an expression cannot be read; only of a rule set that did not come from `read_srx`.
    """
    return Cascade(compile_rule(rule, order) for order, rule in enumerate(rules.written(language)))


def compile_rule(rule: WrittenRule, order: int) -> Rule:
    """Read both expressions of a rule.

    Raises:
        FormatError: at the rule's line, when one cannot be read.
    """
    before, after = (_expression(text, rule) for text in (rule.before, rule.after))
    return Rule(order, rule.breaks, Condition(before), Condition(after))


def read_srx(data: bytes, path: str) -> RuleSet:
    """Read an SRX 2.0 document, and see that every expression in it can be used.

    Raises:
        FormatError: not SRX 2.0, or an expression that cannot be read.
    """
    found = _read(data, path)
    for _, rules in found.rules:
        for rule in rules:
            compile_rule(rule, 0).check(rule.path, rule.line)
    return found


@cache
def default_rules() -> RuleSet:
    """Give the packaged rules: what comes first in all languages, each language's file, what comes last."""
    folder = resources.files("tm.segmentation") / "srx"
    own = sorted(file.name for file in folder.iterdir() if file.name.endswith(".srx"))
    names = [FIRST, *(name for name in own if name not in {FIRST, LAST}), LAST]
    parts = [_read((folder / name).read_bytes(), name) for name in names]
    return RuleSet(
        tuple(named for part in parts for named in part.rules),
        tuple(languages for part in parts for languages in part.maps),
        formats=parts[-1].formats,
    )


def _read(data: bytes, path: str) -> RuleSet:
    root = parse(data, path)
    if root.tag != NAMESPACE + "srx" or root.get("version") != "2.0":
        raise FormatError(path, line_of(root), "this is not SRX 2.0: the root must be <srx> with version 2.0")
    header, body = _child(root, "header", path), _child(root, "body", path)
    rules = tuple(_language_rules(_child(body, "languagerules", path), path))
    maps = tuple(_language_maps(_child(body, "maprules", path), {name for name, _ in rules}, path))
    return RuleSet(rules, maps, _is_yes(header, "cascade", path), _formats(header, path))


def _language_rules(parent: Element, path: str) -> Iterator[tuple[str, tuple[WrittenRule, ...]]]:
    seen: set[str] = set()
    for element in parent.iter(NAMESPACE + "languagerule"):
        name = _attribute(element, "languagerulename", path)
        if name in seen:
            raise FormatError(path, line_of(element), f"the language rule {name} is defined twice")
        seen.add(name)
        yield name, tuple(_rule(rule, path) for rule in element.iter(NAMESPACE + "rule"))


def _rule(element: Element, path: str) -> WrittenRule:
    breaks = _is_yes(element, "break", path, default="yes")
    before, after = (element.findtext(NAMESPACE + name) or "" for name in ("beforebreak", "afterbreak"))
    if not before and not after:
        raise FormatError(path, line_of(element), "a rule needs a beforebreak or an afterbreak")
    return WrittenRule(breaks, before, after, path, line_of(element))


def _language_maps(parent: Element, names: set[str], path: str) -> Iterator[LanguageMap]:
    for element in parent.iter(NAMESPACE + "languagemap"):
        name = _attribute(element, "languagerulename", path)
        if name not in names:
            raise FormatError(path, line_of(element), f"there is no language rule named {name}")
        text = _attribute(element, "languagepattern", path)
        try:
            yield LanguageMap(re.compile(read_pattern(text).source), name)
        except (ValueError, re.error) as error:
            raise FormatError(path, line_of(element), f"the language pattern cannot be read: {error}") from None


def _formats(header: Element, path: str) -> Formats:
    sides = {"start": False, "end": True, "isolated": True}
    for element in header.iter(NAMESPACE + "formathandle"):
        kind = _attribute(element, "type", path)
        if kind not in sides:
            raise FormatError(path, line_of(element), f"type must be start, end or isolated, not {kind}")
        sides[kind] = _is_yes(element, "include", path)
    return Formats(**sides)


def _child(parent: Element, name: str, path: str) -> Element:
    child = parent.find(NAMESPACE + name)
    if child is None:
        raise FormatError(path, line_of(parent), f"the element <{name}> is missing")
    return child


def _attribute(element: Element, name: str, path: str) -> str:
    value = element.get(name)
    if value is None:
        raise FormatError(path, line_of(element), f"the attribute {name} is missing")
    return value


def _is_yes(element: Element, name: str, path: str, default: str | None = None) -> bool:
    value = _attribute(element, name, path) if default is None else element.get(name, default)
    if value not in {"yes", "no"}:
        raise FormatError(path, line_of(element), f"{name} must be yes or no, not {value}")
    return value == "yes"


def _expression(text: str, rule: WrittenRule) -> Pattern:
    if not text:
        return EMPTY
    try:
        return read_pattern(text)
    except (ValueError, IndexError) as error:
        raise FormatError(rule.path, rule.line, f"the expression {text[:60]} cannot be read: {error}") from None
