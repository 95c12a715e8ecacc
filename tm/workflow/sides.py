"""Read what is to be scored: PO files, folders of them, plain texts, and what git remembers of any of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tm.exchange import po
from tm.model.errors import FormatError, SettingsError
from tm.model.language import Language, find_language
from tm.model.unit import State, Unit
from tm.project.layout import named_po_files
from tm.workflow.git import open_objects, prefix
from tm.workflow.learn import language_of_file

Key = tuple[str | None, str, int]
"""msgctxt, msgid and the number of the plural form; for a text, the number of its line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A segment of a side.

    Attributes:
        text: the translation, perhaps "".
        number: the 1-based line of the file that it stands on.
        finished: neither untranslated nor fuzzy; what stands in a plain text is finished.
        source: of a unit; "" in a plain text.
        origin: the note of a pretranslated unit.
    """

    key: Key
    text: str
    number: int
    finished: bool = True
    source: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a side.

    Attributes:
        name: of the document, the same for all its languages.
        path: of the file, as the user should see it.
        lang: the code of its language; "" for a text of which nobody said it.
        source_lang: likewise of the original; "" for a plain text.
    """

    name: str
    path: str
    lang: str
    source_lang: str
    lines: Sequence[Line]

    @property
    def is_text(self) -> bool:
        return not self.source_lang


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared, as the user named it, with its documents."""

    named: str
    parts: Sequence[Part]


def read_side(named: str, folder: Path, language: Language | None) -> Side:
    """Read a PO file, a text, a folder of PO files or, where no such file is there, `REVISION:path` of git.

    Args:
        folder: where git is asked.
        language: that of the texts; of a folder, only files in this language are read.

    Raises:
        FormatError: a file that is not sound or not UTF-8, or holds nothing.
        SettingsError: there is no such file or revision, or a PO file is of another language.
    """
    path = Path(named)
    if path.is_dir():
        found = [
            (file.relative_to(path).as_posix(), file.as_posix(), file.read_bytes()) for file in named_po_files([path])
        ]
        return Side(named, _folder(named, found, language))
    if path.exists():
        return Side(named, (_file(path.as_posix(), named, path.read_bytes(), language),))
    revision, colon, below = named.partition(":")
    if not colon:
        raise SettingsError(f"{named}: there is no such file; one that git remembers is named REVISION:path")
    try:
        prefix(folder)
    except SettingsError as error:
        raise SettingsError(f"{named}: there is no such file; {error}") from None
    return Side(named, _remembered(named, revision, below, folder, language))


def _remembered(named: str, revision: str, below: str, folder: Path, language: Language | None) -> Sequence[Part]:
    with open_objects(folder) as objects:
        # As git has it the path begins at the top of the repository; who stands in a folder of it thinks from there.
        name, found = named, objects.read(named)
        if found is None:
            name = f"{revision}:./{below}"
            found = objects.read(name)
        if found is None and revision and objects.read(revision) is None:
            raise SettingsError(f"{named}: there is no such file, and git knows no revision {revision!r}")
        if found is None:
            raise SettingsError(f"{named}: git has no such file in this revision")
        kind, data = found
        if kind == "blob":
            return (_file(below, named, data, language),)
        files = []
        for path, identity in objects.files(name, ".po"):
            blob = objects.read(identity)
            files.append((path, f"{named.rstrip('/')}/{path}", blob[1] if blob else b""))
        if not files:
            raise SettingsError(f"{named}: no PO file in this folder")
        return _folder(named, files, language)


def _folder(named: str, files: Sequence[tuple[str, str, bytes]], language: Language | None) -> Sequence[Part]:
    parts: dict[tuple[str, str], Part] = {}
    for path, shown, data in files:
        file = po.require_sound(po.parse(data, shown))
        lang = _language(file, shown, None if language is None or file.language else language)
        if language not in {None, lang}:
            continue
        inside = PurePosixPath(path).with_suffix("").parts
        name = "/".join(part for part in inside if not _names_language(part)) or PurePosixPath(named).name
        part = _po(name, file, lang)
        twin = parts.setdefault((name, lang.code), part)
        if twin is not part:
            raise SettingsError(f"{shown}: {twin.path} is the same document in the same language: name one of them")
    if not parts:
        raise SettingsError(f"{named}: no PO file in this folder is in {language.name if language else 'any language'}")
    return list(parts.values())


def _file(path: str, shown: str, data: bytes, language: Language | None) -> Part:
    pure = PurePosixPath(path)
    if pure.suffix.lower() not in {".po", ".pot"}:
        return _text(pure.stem, shown, data, language)
    file = po.require_sound(po.parse(data, shown))
    lang = _language(file, path, language)
    if language not in {None, lang}:
        assert language is not None
        raise SettingsError(f"{shown}: the file is in {lang.name} ({lang.code}), --lang says {language.code}")
    return _po(pure.stem, file, lang)


def _language(file: po.PoFile, path: str, asked: Language | None) -> Language:
    try:
        return language_of_file(file, Path(path))
    except FormatError:
        if asked is None or file.language:
            raise
        return asked


def _names_language(part: str) -> bool:
    try:
        find_language(part)
    except SettingsError:
        return False
    return True


def _po(name: str, file: po.PoFile, language: Language) -> Part:
    lines = [line for unit in file.units if unit.is_live for line in _lines(unit)]
    if not lines:
        raise FormatError(file.path, 0, "no unit in this file: there is nothing to compare")
    return Part(name, file.path, language.code, file.source_language, lines)


def _lines(unit: Unit) -> Iterator[Line]:
    finished = unit.state is State.TRANSLATED
    for number, text in enumerate(unit.targets or (unit.target,)):
        key = unit.context, unit.source, number
        yield Line(key, text, unit.line, finished and bool(text), unit.source, unit.origin)


def _text(name: str, shown: str, data: bytes, language: Language | None) -> Part:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(shown, line, "not UTF-8: convert it, for example with iconv") from None
    if not text.strip():
        raise FormatError(shown, 0, "no text in this file: there is nothing to compare")
    texts = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    lines = [Line((None, "", number), line, number) for number, line in enumerate(texts, 1)]
    return Part(name, shown, language.code if language else "", "", lines)
