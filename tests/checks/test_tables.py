"""Tests for how tables of words are read."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from tm.checks.tables import read_table

TABLES = sorted(Path(str(resources.files("tm.checks"))).glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_read_as_a_parser_of_toml_reads_it(path: Path) -> None:
    assert read_table(path.name) == tomllib.loads(path.read_text("utf-8"))
