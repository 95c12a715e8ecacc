"""The settings of a project, read from `tm.toml` or from `[tool.tm]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import cast

from tm.evaluation.rates import BANDS, RATES
from tm.model.errors import FormatError, SettingMistake, SettingsError
from tm.model.language import ENGLISH, LANGUAGES, Language, find_language
from tm.project.silences import CheckSettings, read_check_settings

_PLACE = re.compile(r" \(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project may say of itself; every setting has a default that works.

    In the file, names have hyphens (`source-language`) and languages are their codes.

    Attributes:
        source_language: of documents whose masthead does not name another.
        languages: in which the project publishes; a document's own language is left out of its targets.
        segmentation_rules: an SRX 2.0 file, relative to the root; the built-in rules when empty.
        memory: a path relative to the root, or a URL; `.tm/memory.db` when empty.
        min_score: the lowest similarity, 0 to 100, that `tm pretranslate` fills in.
        rates: what `tm analyse` takes a word of each band for, in per cent of a new one.
        sort_states: whether lists of States follow the target language's alphabet.
        po_notice: a comment at the head of new PO files.
        po_translator, po_team: `Last-Translator` and `Language-Team` of new PO files.
        check: which checks are silenced where, and the baseline.
    """

    source_language: Language = ENGLISH
    languages: tuple[Language, ...] = LANGUAGES
    segmentation_rules: str = ""
    memory: str = ""
    min_score: float = 75.0
    rates: Mapping[str, float] = field(default_factory=lambda: RATES)
    sort_states: bool = True
    po_notice: str = ""
    po_translator: str = ""
    po_team: str = ""
    check: CheckSettings = field(default_factory=CheckSettings)


def read_settings(root: Path) -> Settings:
    """Read the settings of a project folder; the defaults where it has none.

    Raises:
        FormatError: the file is not TOML, or has an unknown setting or a value of the wrong kind.
        SettingsError: what has the name of the file and is none.
    """
    own, shared = root / "tm.toml", root / "pyproject.toml"
    if own.is_file():
        return _read(own, ())
    if os.path.lexists(own):
        what = "a folder" if own.is_dir() else "a link to nowhere" if own.is_symlink() else "not a file"
        raise SettingsError(f"{own}: {what}, where settings are looked for: give it another name")
    if shared.is_file():
        return _read(shared, ("tool", "tm"))
    return Settings()


def _read(path: Path, inside: Sequence[str]) -> Settings:
    text, table = _load(path)
    for key in inside:
        table = cast(dict[str, object], table.get(key, {}))
    try:
        return _settings(table)
    except SettingMistake as mistake:
        from tm.project.toml_lines import line_of

        raise FormatError(str(path), line_of(text, (*inside, *mistake.keys)), mistake.problem) from None


def _load(path: Path) -> tuple[str, dict[str, object]]:
    import tomllib

    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(str(path), line, "not UTF-8: convert it, for example with iconv") from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else len(data.splitlines())  # else at the end of the document
        raise FormatError(str(path), line, f"not TOML: {_PLACE.sub('', str(error))}") from None


def _settings(table: Mapping[str, object]) -> Settings:
    known = {field.name.replace("_", "-"): field.name for field in fields(Settings)}
    values: dict[str, object] = {}
    for name, value in table.items():
        if name not in known:
            raise SettingMistake([name], f"unknown setting {name!r}: use one of {', '.join(known)}")
        values[known[name]] = _value(name, value, getattr(Settings(), known[name]))
    return Settings(**values)  # type: ignore[arg-type]  # each value was matched with its default's type


def _language(code: str, name: str) -> Language:
    try:
        return find_language(code)
    except SettingsError as error:
        raise SettingMistake([name], f"{name}: {error}") from None


def _value(name: str, value: object, default: object) -> object:
    if isinstance(default, CheckSettings) and isinstance(value, Mapping):
        return read_check_settings(value)
    if isinstance(default, Language) and isinstance(value, str):
        return _language(value, name)
    if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(code, str) for code in value):
        if not value:
            raise SettingMistake([name], f"{name} names no language: take it out, or name one")
        return tuple(_language(code, name) for code in value)
    if isinstance(default, Mapping) and isinstance(value, Mapping):
        return _rates(name, value, default)
    if isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
        if not 0 <= value <= 100:
            raise SettingMistake([name], f"{name} is a similarity from 0 to 100, not {value}")
        return float(value)
    if isinstance(value, str | bool) and type(value) is type(default):
        return value
    kinds = {tuple: "a list of language codes", bool: "true or false", float: "a number", Language: "a language code"}
    kinds[CheckSettings] = "a table"
    kind = "a table of bands" if isinstance(default, Mapping) else kinds.get(type(default), "a text")
    raise SettingMistake([name], f"{name} must be {kind}")


def _rates(name: str, table: Mapping[str, object], default: Mapping[str, float]) -> Mapping[str, float]:
    """Read the rates of some bands; the others keep theirs."""
    rates = dict(default)
    for band, rate in table.items():
        if band not in rates:
            raise SettingMistake([name, band], f"{name}: unknown band {band!r}: use one of {', '.join(BANDS)}")
        if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 <= rate <= 100:
            raise SettingMistake(
                [name, band], f"{name}: {band} is in per cent of the full price: write a number from 0 to 100"
            )
        rates[band] = float(rate)
    return rates
