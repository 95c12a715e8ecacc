"""The house keeps its shape: contracts in docstrings, small modules, short functions."""

import ast
from pathlib import Path

import pytest

from tm.documents.format import FORMATS
from tm.project.layout import SOURCE_SUFFIXES

TM = Path(__file__).resolve().parent.parent / "tm"
MODULES = sorted(TM.rglob("*.py"))
MAX_LINES, MAX_FUNCTION = 340, 45
BAD_NAMES = {"utils", "helpers", "common", "misc", "base", "manager"}


def name(path: Path) -> str:
    return path.relative_to(TM).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_states_its_contract_and_has_one_idea(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    contract = (ast.get_docstring(tree) or "").split("\n")[0]
    assert contract.endswith((".", "`.")), "the docstring's first line is a sentence"
    assert path.stem not in BAD_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            docstring = ast.get_docstring(node, clean=False) or ""
            lines = (node.end_lineno or 0) - node.lineno - docstring.count("\n")
            assert lines <= MAX_FUNCTION, f"{node.name} has {lines} lines"


def test_each_room_has_its_tests() -> None:
    tests = TM.parent / "tests"
    rooms = {path.name for path in TM.iterdir() if path.is_dir() and path.name != "__pycache__"}
    untested = {room for room in rooms if not any((tests / room).rglob("test_*.py"))}
    assert untested == set()


def test_a_project_finds_documents_of_just_the_formats_that_are_read() -> None:
    """The rooms do not know each other; the endings stand in both."""
    assert set(SOURCE_SUFFIXES) == set(FORMATS)
