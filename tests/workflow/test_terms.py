"""A project has its own glossary, or the one that comes with the program."""

from pathlib import Path

from tm.project.layout import find_project
from tm.workflow.terms import read_glossary, state_names

OWN = (
    b'<martif type="TBX"><text><body><termEntry id="s1"><descrip type="subjectField">state</descrip>'
    b'<langSet xml:lang="en"><tig><term>Utopia</term></tig></langSet></termEntry></body></text></martif>'
)


def test_without_a_glossary_the_built_in_one_knows_the_states_in_six_languages(tmp_path: Path) -> None:
    names = state_names(read_glossary(find_project(tmp_path)))
    assert {"Bolivia", "Bolivie", "Боливия", "玻利维亚", "بوليفيا"} <= set(names)


def test_a_glossary_of_the_project_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "glossary.tbx").write_bytes(OWN)
    assert state_names(read_glossary(find_project(tmp_path))) == ["Utopia"]
