"""Read the tables of words that stand beside the checks, quickly where they are written plainly."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

_HEAD = re.compile(r"\[(\w+(?:\.\w+)*)\]")
_STRING = re.compile(r'"([^"\\]*(?:\\["\\][^"\\]*)*)"')


def read_table(name: str) -> Any:
    """Read a file of TOML of this room by its name."""
    text = (resources.files("tm.checks") / name).read_text("utf-8")
    found = _plainly(text)
    return tomllib.loads(text) if found is None else found


def _plainly(text: str) -> dict[str, Any] | None:
    r"""Read TOML that has but tables, strings and "true", each on a line: in a tenth of the time; None of any other.

    >>> _plainly('# Words.\n[fr.year]\nname = "ann\\\\b"\nis_sure = true\n')
    {'fr': {'year': {'name': 'ann\\b', 'is_sure': True}}}
    >>> _plainly("name = ['ann']") is None
    True
    """
    found: dict[str, Any] = {}
    table = found
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        key, _, value = line.partition(" = ")
        if value == "true" and key.isidentifier():
            table[key] = True
        elif (string := _STRING.fullmatch(value)) and key.isidentifier():
            table[key] = string[1].replace(r"\"", '"').replace(r"\\", "\\")
        elif head := _HEAD.fullmatch(line):
            table = found
            for part in head[1].split("."):
                table = table.setdefault(part, {})
        else:
            return None
    return found
