"""Explain a check: what it looks for, examples, how to silence it; as text, and as Markdown for the reference page."""

from __future__ import annotations

from collections.abc import Iterator

from tm import checks
from tm.checks import po_file
from tm.checks.check import Check
from tm.cli.report.visible import visible
from tm.model.finding import Finding, Span
from tm.model.language import BY_CODE
from tm.project.layout import Project
from tm.workflow.explain import Example, Explained, explain, find_check

_OF_NO_UNIT = frozenset(one.name for one in (*checks.SILENCES, po_file.po_header, po_file.po_syntax))
"""Checks whose findings no unit can silence: they are of silences, of the header, or of what is no unit."""

_ISOLATE, _POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def as_text(name: str, project: Project) -> str:
    """Explain the check of this name.

    Raises:
        SettingsError: there is none.
    """
    return "\n".join(line for one in explain([find_check(name)], project) for line in _text(one))


def as_list() -> str:
    """Name all checks, each with what it flags."""
    room = max(map(len, checks.NAMES))
    return "\n".join(f"{one.name:<{room}}  {one.about.removeprefix('Flag ').rstrip('.')}" for one in checks.ALL)


def _text(one: Explained) -> Iterator[str]:
    check = one.check
    yield f"{check.name}: {about(one)}"
    yield ""
    yield check.about
    if check.detail:
        yield ""
        yield check.detail
    for example in one.examples:
        yield ""
        yield f"{BY_CODE[example.lang].name}, {'wrong' if example.finding else 'right'}:"
        yield from (f"  {line}" if line else "" for line in _shown(example))
        if example.beside:
            yield f"  ({example.label}: {_isolated(visible(example.beside), example.lang)})"
        if example.finding:
            yield f"  → {_line(example.finding)}{visible(example.finding.message)}"
            if example.finding.fix is not None:
                lead = "--fix puts there" if one.can_fix else "proposed"
                yield f"  {lead}: {_quoted(example.finding.fix)}"
        elif example.note:
            yield f"  → {visible(example.note)}"
    yield ""
    yield "To silence it:"
    yield from (f"  {line}" for line in silencing(check))


def _shown(example: Example) -> Iterator[str]:
    """Give the lines of an example: those of a PO file, or its source and its target."""
    if example.lines:
        yield from map(visible, example.lines.splitlines())
    else:
        yield visible(example.source)
        yield _isolated(_marked(example), example.lang)


def _line(finding: Finding) -> str:
    """Say which line of a PO file is meant; the first needs no word."""
    return f"line {finding.line}: " if finding.line > 1 else ""


def about(one: Explained) -> str:
    """Say how severe a check is, what languages it speaks of, and whether it runs and fixes by itself."""
    check = one.check
    told = [check.severity.value]
    if check.targets:
        told.append("only " + ", ".join(BY_CODE[code].name for code in sorted(check.targets)))
    if not check.is_default:
        told.append(f"only with --select {check.name}")
    if one.can_fix:
        told.append("--fix puts right what has one right answer")
    return "; ".join(told)


def silencing(check: Check[object]) -> Iterator[str]:
    """Give the ways to silence a check, a line each."""
    name = check.name
    if name not in _OF_NO_UNIT:
        yield f"in the unit, with the reason:    # tm: ignore {name} — why it is right here"
        yield f"in the unit, as a flag:          #, ignore-{name}"
    yield f'in tm.toml, everywhere:          [check] ignore = ["{name}"]'
    yield f'in tm.toml, for some files:      [check.paths] "locales/fr/annex*.po" = ["{name}"]'
    yield f'in tm.toml, for a language:      [check.languages] fr = ["{name}"]'
    if name != po_file.po_syntax.name:  # what keeps units from being read is told whatever is ignored
        yield f"for one run:                     tm check --ignore {name}"


def _marked(example: Example) -> str:
    at = example.finding.at if example.finding else None
    text = example.target
    if at is None:
        return visible(text)
    return f"{visible(text[: at.start])}⟦{visible(text[at.start : at.end])}⟧{visible(text[at.end :])}"


def _isolated(text: str, lang: str) -> str:
    return f"{_ISOLATE}{text}{_POP}" if BY_CODE[lang].is_rtl else text


def _quoted(text: str) -> str:
    return f"“{visible(text)}”" if text else "nothing"


def as_markdown(one: Explained) -> str:
    """Write what the reference page says of a check under its heading."""
    return "\n".join(_markdown(one)).strip() + "\n"


def _markdown(one: Explained) -> Iterator[str]:
    check = one.check
    told = about(one)
    yield f"*{told[:1].upper()}{told[1:]}.*"
    yield f"{check.about}\n"
    if check.detail:
        yield f"{check.detail}\n"
    if not one.examples:
        return
    if any(example.lines for example in one.examples):
        yield from (line for example in one.examples for line in _fenced(example))
        return
    yield "| | source | translation | |"
    yield "|---|---|---|---|"
    for example in one.examples:
        said = f"**{_cell(example.finding.message)}**" if example.finding else _cell(example.note)
        sign = "✗" if example.finding else "✓"
        if example.beside:
            said += f"{'; ' if said else ''}{example.label}: <q>{_cell(example.beside)}</q>"
        yield f"| {example.lang} {sign} | {_cell(example.source)} | {_html(example)} | {said} |"


def _fenced(example: Example) -> Iterator[str]:
    finding = example.finding
    said = f"**{_cell(_line(finding) + finding.message)}**" if finding else _cell(example.note)
    yield f"{example.lang} {'✗' if finding else '✓'} {said}".rstrip()
    yield "\n```po"
    yield from map(visible, example.lines.splitlines())
    yield "```\n"


def _html(example: Example) -> str:
    at = example.finding.at if example.finding else None
    text = example.target
    shown = _cell(text) if at is None else _with_mark(text, at)
    return f'<span dir="rtl">{shown}</span>' if BY_CODE[example.lang].is_rtl else shown


def _with_mark(text: str, at: Span) -> str:
    return f"{_cell(text[: at.start])}<mark>{_cell(text[at.start : at.end]) or '∅'}</mark>{_cell(text[at.end :])}"


def _cell(text: str) -> str:
    """Escape what means something in a cell of a Markdown table."""
    shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{char}" if char in "\\`*_[]|~" else char for char in shown)
