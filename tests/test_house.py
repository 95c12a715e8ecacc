"""The house keeps its shape: contracts in docstrings, small modules, short functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.lines import noted
from tm.documents.format import FORMATS
from tm.project.layout import SOURCE_SUFFIXES

TM = Path(__file__).resolve().parent.parent / "tm"
MODULES = sorted(TM.rglob("*.py"))
MAX_LINES, MAX_FUNCTION = 340, 45
BAD_NAMES = {"utils", "helpers", "common", "misc", "base", "manager"}


def name(path: Path) -> str:
    return path.relative_to(TM).as_posix()


def functions(node: ast.AST) -> Iterator[ast.FunctionDef]:
    """Find functions wherever one may be defined, and look into no expression."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield child
        if not isinstance(child, ast.expr):
            yield from functions(child)


def test_modules_state_their_contract_have_one_idea_and_short_functions() -> None:
    failures: list[str] = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        with noted(failures, name(path)):
            contract = (ast.get_docstring(tree) or "").split("\n")[0]
            assert contract.endswith((".", "`.")), "the docstring's first line is a sentence"
            assert path.stem not in BAD_NAMES
            assert len(text.splitlines()) <= MAX_LINES
        for node in functions(tree):
            with noted(failures, f"{name(path)}:{node.lineno}"):
                docstring = ast.get_docstring(node, clean=False) or ""
                lines = (node.end_lineno or 0) - node.lineno - docstring.count("\n")
                assert lines <= MAX_FUNCTION, f"{node.name} has {lines} lines"
    assert not failures, "\n".join(failures)


def test_each_room_has_its_tests() -> None:
    tests = TM.parent / "tests"
    rooms = {path.name for path in TM.iterdir() if path.is_dir() and path.name != "__pycache__"}
    untested = {room for room in rooms if not any((tests / room).rglob("test_*.py"))}
    assert untested == set()


def test_a_project_finds_documents_of_just_the_formats_that_are_read() -> None:
    """The rooms do not know each other; the endings stand in both."""
    assert set(SOURCE_SUFFIXES) == set(FORMATS)
