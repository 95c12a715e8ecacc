"""Look for missing, wrong and inconsistent translations; exit code 1 when a finding is an error."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import SettingsError
from tm.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tm.project.layout import Project
    from tm.workflow.check import Report
    from tm.workflow.fix import Fixed

_FORMATS = ("text", "json", "sarif", "html")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=arguments.path, metavar="PATH", help="PO files or folders (locales/ by default)"
    )
    parser.add_argument("--select", type=_names, default=(), metavar="ID,…", help="only these checks")
    parser.add_argument("--ignore", type=_names, default=(), metavar="ID,…", help="all but these checks")
    explained = "say what a check looks for, with examples (without ID: name all checks), and check nothing"
    parser.add_argument("--explain", nargs="?", const="", metavar="ID", help=explained)
    parser.add_argument("--fix", action="store_true", help="first put right what has one right answer")
    parser.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="how to tell the findings")
    parser.add_argument("-o", "--output", type=arguments.path, metavar="FILE", help="where to (stdout by default)")
    parser.add_argument("--excerpts", action=argparse.BooleanOptionalAction, help="show the texts, too (on a terminal)")
    parser.add_argument(
        "--baseline", type=arguments.path, metavar="FILE", help="findings that are known, and do not fail"
    )
    parser.add_argument("--write-baseline", action="store_true", help="make the baseline of what is found now")
    parser.add_argument("--strict", action="store_true", help="let warnings fail, too")
    parser.add_argument("--no-cache", dest="caches", action="store_false", help="look at everything anew")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def run(options: argparse.Namespace, context: Context) -> int:
    if options.explain is not None:
        from tm.cli.report.explanation import as_list, as_text

        name = options.explain.strip()
        print(as_text(name, context.project_or_here()) if name else as_list())
        return 0
    if options.diff and options.format != "text":
        raise SettingsError(f"--diff is text: leave out --format {options.format}, which tells findings")
    from tm.project.layout import named_po_files

    project = context.project_or_here() if options.paths else context.project()
    paths = named_po_files(options.paths) if options.paths else project.po_files()
    baseline = _baseline(project, options)
    if options.diff:
        return _diff(project, paths, options, baseline)
    fixed = _fix(project, paths, options, baseline) if options.fix else None
    report = _check(project, paths, options, None if options.write_baseline else baseline, context.memory)
    if options.write_baseline and baseline:
        return _write_baseline(project, report, baseline, is_part=bool(options.select or options.ignore))
    _tell(project, report, options, len(paths), fixed)
    fails = [Severity.ERROR, Severity.WARNING] if options.strict else [Severity.ERROR]
    return 1 if any(map(report.count, fails)) else 0


def _baseline(project: Project, options: argparse.Namespace) -> Path | None:
    """Choose the baseline: the one named, else the settings'.

    Raises:
        SettingsError: one is to be written, and none is named.
    """
    if options.baseline:
        return Path(options.baseline)
    if named := project.settings.check.baseline:
        return project.root / named
    if options.write_baseline:
        raise SettingsError("--write-baseline needs a file: name it with --baseline FILE")
    return None


def _check(
    project: Project,
    paths: Sequence[Path],
    options: argparse.Namespace,
    baseline: Path | None,
    memory: str | None,
) -> Report:
    from datetime import UTC, datetime

    from tm.project.unversioned import keep_from_git
    from tm.workflow.cache import Cache
    from tm.workflow.check import Way, check

    place = project.root / ".tm" / "cache" / "check.db" if options.caches and project.is_real else None
    with Cache(place, today=datetime.now(UTC).toordinal()) as cache:
        tell = output.counter("check")
        way = Way(jobs=arguments.jobs(), cache=cache, baseline=baseline, tell=tell, memory=memory)
        report = check(project, paths, select=options.select, ignore=options.ignore, way=way)
    if place:
        keep_from_git(project.root)
    return report


def _fixes(
    project: Project, paths: Sequence[Path], options: argparse.Namespace, baseline: Path | None
) -> Iterator[Fixed]:
    from datetime import UTC, datetime

    from tm.workflow.fix import fix

    work = output.progress(paths, len(paths), "fix")
    chosen = {"select": options.select, "ignore": options.ignore, "baseline": baseline}
    return fix(project, work, now=datetime.now(UTC), dry=options.diff, **chosen)


def _fix(
    project: Project, paths: Sequence[Path], options: argparse.Namespace, baseline: Path | None
) -> Mapping[str, int]:
    """Put right what can be, and say how much that was."""
    counts: Counter[str] = Counter()
    files = 0
    for fixed in _fixes(project, paths, options, baseline):
        if fixed.hinders:
            output.note(_hindered(fixed))
        else:
            counts.update(fixed.counts)
            files += 1
    output.note(_said(counts, files, "fixed"))
    return counts


def _hindered(fixed: Fixed) -> str:
    left = output.count(sum(fixed.counts.values()), "finding")
    return f"{fixed.path}: left as it is, with {left} that could be put right: mend the file first: {fixed.hinders}"


def _said(counts: Counter[str], files: int, done: str) -> str:
    if not counts:
        return f"nothing {done}"
    each = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return f"{output.count(counts.total(), 'finding')} {done} in {output.count(files, 'file')}: {each}"


def _diff(project: Project, paths: Sequence[Path], options: argparse.Namespace, baseline: Path | None) -> int:
    """Show what `--fix` would change; that there is something fails only under `--strict`."""
    from tm.cli.report.difference import difference
    from tm.cli.report.write import plain, write

    paint = plain if options.output else output.paint
    counts: Counter[str] = Counter()
    shown: list[str] = []
    for fixed in _fixes(project, paths, options, baseline):
        if fixed.hinders:
            output.note(_hindered(fixed))
            continue
        counts.update(fixed.counts)
        shown.append(difference(fixed, paint, safe=not options.output and sys.stdout.isatty()))
    write(shown, options.output)
    output.note(_said(counts, len(shown), "to be fixed"))
    return 1 if options.strict and shown else 0


def _write_baseline(project: Project, report: Report, baseline: Path, *, is_part: bool) -> int:
    """Write what was found; where not all was looked for, beside what is known of the rest."""
    from tm.workflow.baseline import write_baseline

    judged = report.scope.judged if is_part or not report.scope.is_whole else None
    kept = write_baseline(baseline, report.findings, lambda path: project.place_of(Path(path)), judged=judged)
    also = f"; {kept} that this run did not look for kept" if kept else ""
    output.note(f"{baseline}: {output.count(len(report.findings), 'known finding')} written{also}")
    return 0


def _tell(
    project: Project, report: Report, options: argparse.Namespace, files: int, fixed: Mapping[str, int] | None
) -> None:
    from tm.cli.report.text import summary
    from tm.cli.report.write import rendered, write

    write(rendered(project, report, options, fixed), options.output)
    if options.format == "text" or options.output:
        output.note(summary(report, files))
