"""Findings as one HTML page that needs nothing else: by language, document and check, texts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import groupby

from tm import checks
from tm.cli import output
from tm.cli.report.visible import ESCAPE, blank, set_apart, visible
from tm.model.finding import Finding, Severity, Span
from tm.model.language import BY_CODE
from tm.text.script import main_script
from tm.workflow.check import Report

_OPEN = 200
"""Findings up to which all documents are open at first."""

_AROUND = 600
"""Characters of a long text that are shown before and after the place that is meant."""


def as_page(report: Report) -> str:
    """Write a report as a page; every text is escaped, and the scripts only filter."""
    findings = sorted([*report.findings, *report.silenced], key=lambda one: (one.lang, one.path, one.check, one.line))
    return "\n".join(_page(report, findings)) + "\n"


def _page(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    folder = resources.files("tm.cli.report")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{output.count(len(report.findings), 'finding')}</title>"
    yield f"<style>\n{(folder / 'page.css').read_text('utf-8')}</style>\n</head>\n<body>"
    yield "<header>\n<h1>Findings</h1>"
    yield f"<p>{_counts(report)}</p>"
    yield from _table(report.findings)
    yield "</header>"
    yield from _form(findings)
    yield "<main>"
    is_open = len(findings) <= _OPEN
    for lang, of_language in groupby(findings, key=lambda one: one.lang):
        yield from _section(lang, list(of_language), is_open=is_open)
    if not findings:
        yield "<p>Nothing was found.</p>"
    yield f"</main>\n<script>\n{(folder / 'page.js').read_text('utf-8')}</script>\n</body>\n</html>"


def _counts(report: Report) -> str:
    counts = ", ".join(
        f'<span class="{severity}">{output.count(report.count(severity), severity)}</span>' for severity in Severity
    )
    silenced = f'; <span class="soft">{len(report.silenced)} silenced</span>' if report.silenced else ""
    return f"{output.count(report.units, 'unit')}: {counts}{silenced}"


def _table(findings: Sequence[Finding]) -> Iterator[str]:
    """Count what counts by check, the most frequent first, in each language; a click chooses what a cell counts."""
    if not findings:
        return
    langs = sorted({finding.lang for finding in findings})
    counts = Counter((finding.check, finding.lang) for finding in findings)
    totals = Counter(finding.check for finding in findings)
    severities = {finding.check: finding.severity for finding in findings}
    heads = "".join(f'<th class="number">{escape(_name(lang))}</th>' for lang in langs)
    yield f'<div class="wide"><table>\n<tr><th>check</th>{heads}<th class="number">all</th></tr>'
    for check, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        name = f'data-check="{escape(check)}"'
        cells = "".join(
            f'<td class="number" {name} data-lang="{escape(lang)}">{counts[check, lang] or ""}</td>' for lang in langs
        )
        row = (
            f'<td class="{severities[check]}" {name}>{escape(check)}</td>{cells}<td class="number" {name}>{total}</td>'
        )
        yield f"<tr>{row}</tr>"
    yield "</table></div>"


def _form(findings: Sequence[Finding]) -> Iterator[str]:
    """Let the reader choose; without scripts it stays hidden, and all is there to be read."""
    yield "<form hidden>"
    for severity in Severity:
        box = f'<input type="checkbox" name="severity" value="{severity}" checked>'
        yield f'<label class="{severity}">{box} {severity}</label>'
    yield from _choice("check", "all checks", sorted({one.check for one in findings}), str)
    yield from _choice("language", "all languages", sorted({one.lang for one in findings}), _name)
    yield '<label><input type="checkbox" name="silenced"> silenced</label>'
    yield '<input type="search" name="words" placeholder="words" aria-label="words" size="12">'
    yield '<button type="button" id="open">open all</button> <button type="button" id="close">close all</button>'
    yield '<span class="soft" id="shown"></span>\n</form>'


def _choice(name: str, everything: str, values: Iterable[str], label: Callable[[str], str]) -> Iterator[str]:
    options = "".join(f'<option value="{escape(value)}">{escape(label(value))}</option>' for value in values)
    yield f'<select name="{name}" aria-label="{name}"><option value="">{everything}</option>{options}</select>'


def _section(lang: str, findings: Sequence[Finding], *, is_open: bool) -> Iterator[str]:
    yield f'<section>\n<h2>{escape(_name(lang))} <span class="soft count">{len(findings)}</span></h2>'
    for path, of_path in groupby(findings, key=lambda one: one.path):
        inside = list(of_path)
        yield f"<details{' open' if is_open else ''}>"
        yield f'<summary>{escape(visible(path))} <span class="soft count">{len(inside)}</span></summary>'
        for check, of_check in groupby(inside, key=lambda one: one.check):
            found = list(of_check)
            yield f'<div class="check">\n<h3>{escape(check)} <span class="soft count">{len(found)}</span></h3>'
            yield from map(_article, found)
            yield "</div>"
        yield "</details>"
    yield "</section>"


def _name(lang: str) -> str:
    return BY_CODE[lang].name if lang in BY_CODE else lang or "no language"


def _article(finding: Finding) -> str:
    silenced = ' data-silenced="yes"' if finding.silence else ""
    data = f'data-check="{escape(finding.check)}" data-severity="{finding.severity}" data-lang="{escape(finding.lang)}"'
    classes = f"{finding.severity} silenced" if finding.silence else f"{finding.severity}"
    parts = [
        f'<article class="{classes}" {data}{silenced}>',
        f'<p><span class="soft">line {finding.line}</span> <b class="{finding.severity}">{finding.severity}</b> '
        f"{_said(finding.message)}</p>",
    ]
    if finding.source or finding.target:
        source = _paragraph(main_script(finding.source), finding.source, finding.of)
        parts.append(f'<div class="pair">{source}{_paragraph(finding.lang, finding.target, finding.at)}</div>')
    if finding.at and finding.fix is not None:
        fix = blank(finding.fix) or f"<mark>{_shown(finding.fix)}</mark>"
        lead = "--fix puts there" if finding.check in checks.FIXED else "proposed"
        parts.append(f'<p><span class="soft">{lead}:</span> <bdi>{fix}</bdi></p>')
    if finding.silence:
        reason = f": {escape(visible(finding.silence.reason))}" if finding.silence.reason else ""
        parts.append(f'<p class="soft">silenced by {finding.silence.by}{reason}</p>')
    return "\n".join([*parts, "</article>"])


def _paragraph(lang: str, text: str, span: Span | None) -> str:
    """Write a text as its language, or the script that most of it is in, is read."""
    direction = BY_CODE[lang].direction if lang in BY_CODE else "auto"
    named = f' lang="{escape(lang)}"' if lang else ""
    return f'<p{named} dir="{direction}">{_text(text, span)}</p>'


def _said(message: str) -> str:
    """Write a message; what it quotes in Arabic reads from the right, and the rest stays where it is."""
    return set_apart(escape(visible(message)), "<bdi>", "</bdi>")


def _text(text: str, span: Span | None) -> str:
    """Write a text with its place marked, cut where it is long."""
    start, end = (span.start, span.end) if span else (0, 0)
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    marked = text[start:end] if end - start <= 2 * _AROUND else f"{text[start : start + 2 * _AROUND]}…"
    mark = f"<mark>{_shown(marked)}</mark>" if marked else '<mark class="gap"></mark>' if span else ""
    lead = "…" if start > _AROUND else ""
    return f"{lead}{_shown(before)}{mark}{_shown(after)}{'…' if end + _AROUND < len(text) else ''}"


def _shown(text: str) -> str:
    """Write a text; an escape for what cannot be seen is kept from being turned round in Arabic."""
    written = escape(visible(text)).replace("↵", "↵\n")
    return ESCAPE.sub(lambda found: f'<bdi dir="ltr">{found[0]}</bdi>', written)
