"""A diff of what `--fix` would change is one that git applies, and on a terminal shows spaces that look alike."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tm.cli.report.difference import difference
from tm.workflow.fix import Fixed

BEFORE = 'msgid "How?"\nmsgstr "Oui ?"'
AFTER = 'msgid "How?"\nmsgstr "Oui\N{NO-BREAK SPACE}?"'


def _plain(text: str, colour: str) -> str:
    return text


def _difference(before: str, after: str, *, safe: bool = False) -> str:
    return difference(Fixed("a.po", before.encode(), after.encode(), {}), _plain, safe=safe)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n#~ msgid"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}", "# a\N{LINE SEPARATOR}b\x0c\n"])
def test_git_applies_it(tmp_path: Path, end: str, line_end: str, mark: str) -> None:
    before, after = ((mark + text + end).replace("\n", line_end) for text in (BEFORE, AFTER))
    (tmp_path / "a.po").write_bytes(before.encode())
    patch = _difference(before, after).encode()
    subprocess.run(["git", "apply", "-p0", "-"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / "a.po").read_bytes() == after.encode()


def test_on_a_terminal_no_two_lines_that_differ_look_alike() -> None:
    assert _difference(BEFORE, AFTER, safe=True).splitlines()[4:] == [
        '-msgstr "Oui ?"',
        "\\ No newline at end of file",
        '+msgstr "Oui⍽?"',
        "\\ No newline at end of file",
    ]
    thin = BEFORE.replace(" ?", "\N{NARROW NO-BREAK SPACE}?")
    assert '-msgstr "Oui\\u202f?"' in _difference(thin, BEFORE, safe=True)
