"""Write docs/checks.md, the reference of the checks, from the checks themselves and their examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tm import checks
from tm.cli.report.explanation import as_markdown, silencing
from tm.project.config import Settings
from tm.project.layout import Project
from tm.workflow.explain import Explained, explain

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "checks.md"


def page() -> str:
    """Give the whole page; the examples are checked with the built-in glossary."""
    explained = list(explain(checks.ALL, Project(ROOT / "docs", Settings())))
    return "\n".join(_page(explained)) + "\n"


def _page(explained: Sequence[Explained]) -> Iterator[str]:
    yield """\
# Checks

<!-- Made by docs/reference.py from the checks and their examples: change those, then run: make docs -->

What `tm check` looks for, in all five target languages and in English.
[Living with findings](checking.md) tells how to read, silence and fix what it finds.
`tm check --explain ID` shows the same as here.

| check | severity | flags |
|---|---|---|"""
    for one in explained:
        check = one.check
        yield f"| `{check.name}` | {check.severity} | {check.about.removeprefix('Flag ').rstrip('.')} |"
    yield """
Each check below has an example of wrong (✗) and of right (✓) in each language, and what the check says of it.
To silence one, here with `number` for its name:

```"""
    number = next(one.check for one in explained if one.check.name == "number")
    yield from silencing(number)
    yield "```"
    for one in explained:
        yield f"\n## {one.check.name}\n"
        yield as_markdown(one).rstrip()


def main() -> int:
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
