import tomllib

from hypothesis import given
from hypothesis import strategies as st

from tm.project.toml_lines import line_of

_VALUES = {"1": 1, '"x # y"': 1, "[\n  1,\n\n  # min\n  2,\n]": 6, '"""\nmin = 3\n"""': 3, "{ min = 1 }": 1}
"""Values and their numbers of lines; some hold what looks like a key."""


@given(st.lists(st.sampled_from(sorted(_VALUES)), min_size=1, max_size=6), st.data())
def test_a_value_is_found_where_it_begins(values: list[str], data: st.DataObject) -> None:
    text = "# min0 = 7\n\n" + "".join(f"min{number} = {value}\n" for number, value in enumerate(values))
    tomllib.loads(text)
    wanted = data.draw(st.integers(0, len(values) - 1))
    before = sum(_VALUES[value] for value in values[:wanted])
    assert line_of(text, [f"min{wanted}"]) == 3 + before


def test_a_table_is_found_by_its_head_and_what_is_not_there_is_on_no_line() -> None:
    text = 'a = 1\n[check.paths]\n"x.po" = []\n[check.languages]\nfr = []\n'
    assert line_of(text, ["check", "languages"]) == 4
    assert line_of(text, ["check", "languages", "fr"]) == 5
    assert line_of(text, ["check", "ignore"]) == 0
    assert line_of(text, ["fr"]) == 0
