"""The PO file as a file: header, plural forms, duplicates, syntax."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache

from tm.checks.check import FileCheck, PoFile, check
from tm.model.errors import SettingsError
from tm.model.finding import Severity
from tm.model.language import Language, find_language
from tm.model.unit import State

_NPLURALS = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,500});?\s*")
_CHARSET = re.compile(r"charset=([\w-]+)", re.IGNORECASE)
_SAMPLE = (*range(202), 999, 1000, 1001, 1011, 1100)
"""Numbers on which two plural formulas of the six languages differ if they differ at all: all rest on n % 100."""


@check(Severity.ERROR)
def po_header(file: PoFile) -> Iterator[tuple[int, str]]:
    """Flag a header with a wrong or missing language, character set or plural formula."""
    header = file.header
    if not header and _is_broken(file):
        return  # nobody knows what it says
    yield from ((1, message) for message in _language(header.get("Language", "").strip(), file.target))
    charset = _CHARSET.search(header.get("Content-Type", ""))
    if not charset or charset[1].casefold() not in {"utf-8", "utf8"}:
        named = f"names the character set {charset[1]}" if charset else "names no character set"
        yield 1, f"Content-Type {named}: write text/plain; charset=UTF-8"
    language = file.target or _known(header.get("Language", ""))
    if language:
        yield from ((1, message) for message in _plurals(header.get("Plural-Forms", ""), language))


def _known(code: str) -> Language | None:
    try:
        return find_language(code)
    except SettingsError:
        return None


def _language(code: str, folder: Language | None) -> Iterator[str]:
    if not code:
        yield f"the header names no language: write Language: {folder.code if folder else '…'}"
    elif (named := _known(code)) is None:
        yield f"the header's language {code!r} is not one of the six"
    elif folder and named != folder:
        yield f"the header says {named.name}, but the file is in the folder of {folder.name}"


def _plurals(text: str, language: Language) -> Iterator[str]:
    wanted = f"write Plural-Forms: {language.plural_forms}"
    if not text.strip():
        yield f"the header has no plural formula: {wanted}"
        return
    match = _NPLURALS.fullmatch(text)
    if not match:
        yield f"the plural formula cannot be read: {wanted}"
    elif int(match[1]) != language.plural_count:
        yield f"{_has_forms(language)}, the header says {match[1]}: {wanted}"
    elif not _same_formula(match[2], language):
        yield f"the plural formula is not that of {language.name}: {wanted}"


def _has_forms(language: Language) -> str:
    count = language.plural_count
    return f"{language.name} has {count} plural form{'s' if count > 1 else ''}"


@lru_cache(maxsize=64)  # the files of a project have few headers
def _same_formula(formula: str, language: Language) -> bool:
    ours = _NPLURALS.fullmatch(language.plural_forms)
    try:
        theirs, right = gettext.c2py(formula), gettext.c2py(ours[2] if ours else "0")
        return all(theirs(number) == right(number) for number in _SAMPLE)
    except (ValueError, ArithmeticError):  # not a formula, or one that divides by zero
        return False


@check(Severity.ERROR)
def po_plural(file: PoFile) -> Iterator[tuple[int, str]]:
    """Flag a plural unit with too few, too many or empty forms."""
    language = file.target or _known(file.header.get("Language", ""))
    for unit in file.units:
        if unit.source_plural is None or unit.state is not State.TRANSLATED:
            continue
        if language and len(unit.targets) != language.plural_count:
            yield unit.line, f"{_has_forms(language)}, the unit has {len(unit.targets)}"
        for index, target in enumerate(unit.targets):
            if not target.strip() and any(other.strip() for other in unit.targets):
                yield unit.line, f"plural form {index} is empty"


@check(Severity.ERROR)
def po_duplicate(file: PoFile) -> Iterator[tuple[int, str]]:
    """Flag a unit whose source and context another unit of the file already has."""
    yield from ((one.line, one.message) for one in file.problems if one.kind == "duplicate")


@check(Severity.ERROR)
def po_syntax(file: PoFile) -> Iterator[tuple[int, str]]:
    """Flag what is not a PO file: syntax, encoding, conflict marks of git."""
    yield from ((one.line, one.message) for one in file.problems if one.kind != "duplicate")


def never_left_out(file: PoFile) -> Iterator[FileCheck]:
    """Give the checks that tell why units of a file are not looked at: without them, it would seem to be sound."""
    if _is_broken(file):
        yield po_syntax
    elif not file.target and not _known(file.header.get("Language", "")):
        yield po_header


def _is_broken(file: PoFile) -> bool:
    return any(one.kind != "duplicate" for one in file.problems)
