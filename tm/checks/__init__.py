"""What we know about quality: checks turn units into findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tm.checks import (
    addresses,
    beginning,
    blanks,
    capitals,
    check,
    completeness,
    consistency,
    ending,
    extent,
    footnotes,
    forms,
    french,
    invisible,
    languages,
    markers,
    measures,
    mixed_script,
    negation,
    number_format,
    opening,
    pairing,
    partly,
    placeables,
    placeholders,
    po_file,
    quotes,
    references,
    remembered,
    repeated,
    signs,
    spacing,
    spelling,
    stale,
    tags,
    terminology,
    unused_silence,
)
from tm.checks.check import AcrossCheck, Body, Check, FileCheck, Hushed, Pair, PoFile, Problem, SilenceCheck, UnitCheck
from tm.checks.editions import Editions, InformedEditionsCheck, check_editions
from tm.checks.habits import Writing, with_slips
from tm.checks.knowledge import InformedCheck, Knowledge, told
from tm.checks.silence import silences
from tm.model.finding import Finding
from tm.model.language import Language
from tm.model.unit import Unit

CHECKS: tuple[UnitCheck, ...] = (
    completeness.missing,
    completeness.fuzzy,
    completeness.untranslated,
    placeables.number,
    placeables.date,
    placeables.symbol,
    tags.tag,
    placeholders.placeholder,
    pairing.unpaired,
    ending.end_punctuation,
    quotes.quotes,
    french.french_spacing,
    spacing.spacing,
    signs.chinese_width,
    signs.arabic_punctuation,
    signs.digits,
    opening.spanish_opening,
    beginning.opening_capital,
    blanks.double_space,
    blanks.edge_space,
    invisible.soft_hyphen,
    invisible.bidi,
    invisible.invisible,
    forms.not_nfc,
    forms.kashida,
    mixed_script.mixed_script,
    markers.list_marker,
    markers.paragraph_number,
    footnotes.footnote,
    addresses.url,
    references.resolution,
    references.agenda_item,
    repeated.repeated_word,
    extent.truncated,
    extent.added_text,
    extent.length,
    negation.negation,
    partly.partly_untranslated,
    number_format.number_format,
    measures.measure,
)
"""Checks of one unit."""

INFORMED: tuple[InformedCheck, ...] = (
    terminology.term,
    capitals.capitals,
    remembered.inconsistent_memory,
    stale.stale_source,
    spelling.spelling,
)
"""Checks of one unit that need to be told what is known besides it."""

ACROSS: tuple[AcrossCheck, ...] = (
    consistency.inconsistent_target,
    consistency.inconsistent_source,
)
"""Checks across the documents of a language."""

LANGUAGES: tuple[InformedEditionsCheck, ...] = (languages.inconsistent_languages,)
"""Checks across the languages of a document, which need knowledge, too."""

FILE: tuple[FileCheck, ...] = (
    po_file.po_header,
    po_file.po_plural,
    po_file.po_duplicate,
    po_file.po_syntax,
)
"""Checks of a PO file as a whole."""

SILENCES: tuple[SilenceCheck, ...] = (unused_silence.unused_silence,)
"""Checks of the silences of a unit, when all others have spoken."""

ALL: tuple[Check[object], ...] = (*CHECKS, *INFORMED, *ACROSS, *LANGUAGES, *FILE, *SILENCES)

NAMES: tuple[str, ...] = tuple(one.name for one in ALL)

DEFAULT: tuple[str, ...] = tuple(one.name for one in ALL if one.is_default)
"""The checks that run when none is asked for."""

FIXED: frozenset[str] = frozenset(
    one.name
    for one in (
        ending.end_punctuation, quotes.quotes, french.french_spacing, spacing.spacing, signs.chinese_width,
        signs.arabic_punctuation, opening.spanish_opening, blanks.double_space, blanks.edge_space,
        invisible.soft_hyphen, invisible.bidi, invisible.invisible, forms.not_nfc, forms.kashida,
    )
)  # fmt: skip
"""The checks whose fixes are put in unasked: those of typography. Letters, figures and addresses are for a person."""

HINDERING: frozenset[str] = frozenset({po_file.po_duplicate.name, po_file.po_syntax.name})
"""The checks of what keeps fixes from being put into a file."""


def informed(knowledge: Knowledge) -> tuple[UnitCheck, ...]:
    """Make the checks of one unit that need knowledge, to be given to `run` as `more`."""
    return told(INFORMED, knowledge)


def run(  # noqa: PLR0913  # flags are keyword-only
    units: Sequence[Unit],
    *,
    path: str,
    source: Language,
    target: Language,
    is_ours: bool = True,
    is_part: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    silenced: bool = False,
    more: Sequence[UnitCheck] = (),
) -> Iterator[Finding]:
    """Check each unit by itself.

    Args:
        is_part: whether these are not all units of their file: what is a slip is for `with_slips` to say of all.
        more: the checks that need knowledge, as `informed` makes them; without it they are left out.
        silenced: whether findings that their unit silences are told, too, with their silence.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    pairs = (Pair(unit, source, target, is_ours, path) for unit in units)
    found = _told(check.check_units([one for one in (*CHECKS, *more) if one.name in names], pairs, path), silenced)
    return found if is_ours or is_part else with_slips(found, Writing.of(units))


def run_across(
    files: Sequence[tuple[str, Language, Sequence[Unit]]],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    silenced: bool = False,
) -> Iterator[Finding]:
    """Check the units of all files, named by path and target language, against each other, language by language.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    checks = [one for one in ACROSS if one.name in names]
    by_language: dict[Language, list[Body]] = {}
    for path, language, units in files:
        by_language.setdefault(language, []).append(Body(path, units))
    found = (check.check_across(checks, bodies, language) for language, bodies in by_language.items())
    return _told(chain.from_iterable(found), silenced)


def run_languages(
    documents: Sequence[Editions],
    knowledge: Knowledge,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    silenced: bool = False,
) -> Iterator[Finding]:
    """Check the translations of each document into several languages against each other.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    found = check_editions([one for one in LANGUAGES if one.name in names], documents, knowledge)
    return _told(found, silenced)


def run_file(
    header: Mapping[str, str],
    units: Sequence[Unit],
    problems: Sequence[Problem],
    *,
    path: str,
    target: Language | None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    silenced: bool = False,
) -> Iterator[Finding]:
    """Check a PO file as a whole: its header, plural forms and what its reader complained of.

    What keeps units from being read, and so from all other checks, is told whatever is selected or ignored.

    Args:
        target: the language that its folder stands for; None when the folder names none.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    file = PoFile(header, units, problems, target)
    names = check.chosen(NAMES, select, ignore, default=DEFAULT) | {one.name for one in po_file.never_left_out(file)}
    return _told(check.check_file([one for one in FILE if one.name in names], file, path), silenced)


def run_silences(
    units: Iterable[Unit],
    found: Iterable[Finding],
    *,
    path: str,
    target: Language,
    across: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Iterator[Finding]:
    """Check the silences of the units of a file, after all else was run with `silenced`.

    Args:
        found: what was found in this file.
        across: whether all documents of the project were looked at, with all that is known besides them.

    Raises:
        SettingsError: a name in `select` or `ignore` that no check has.
    """
    names = check.chosen(NAMES, select, ignore, default=DEFAULT)
    used: dict[int, set[str]] = {}
    for finding in found:
        if finding.silence:
            used.setdefault(finding.line, set()).add(finding.check)
    everywhere = {one.name for one in (*FILE, *(ACROSS if across else ()))}
    single = (*CHECKS, *(INFORMED if across else ()))
    for unit in units:
        if unit.is_live and (said := silences(unit)):
            here = {one.name for one in single if check.speaks_of(one, unit.state, target.code)}
            hushed = Hushed(said, NAMES, names & (everywhere | here), used.get(max(unit.line, 1), ()))
            for one in SILENCES:
                if one.name in names:
                    yield from check.check_silences(one, unit, hushed, path, target)


def _told(findings: Iterable[Finding], silenced: bool) -> Iterator[Finding]:
    return (finding for finding in findings if silenced or finding.silence is None)
