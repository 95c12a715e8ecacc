"""Tell what the columns of a table are: by their names in six languages, else by what stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tm.model.errors import SettingsError
from tm.model.language import BY_CODE, find_language
from tm.text.guess import language_of

Row = Sequence[str]

FIELDS = ("document", "role", "place", "date", "author", "status", "original", "before", "after")
"""What a row of a memory may tell beside its texts."""

TERM_FIELDS = ("id", "subject", "status", "type")
"""What a row of a glossary may tell beside its terms."""

_LANGUAGES = {
    "ar": "ar ara arabic arabe árabe арабский العربية عربي 阿拉伯语 阿拉伯文 阿文",
    "en": "en eng english anglais inglés английский الإنكليزية الإنجليزية انجليزي 英语 英文",
    "es": "es spa spanish espagnol español castellano испанский الإسبانية إسباني 西班牙语 西班牙文 西文",
    "fr": "fr fra fre french français francés французский الفرنسية فرنسي 法语 法文",
    "ru": "ru rus russian russe ruso русский الروسية روسي 俄语 俄文",
    "zh": "zh zho chi chinese chinois chino китайский الصينية صيني 中文 汉语 简体中文",
}

_FIELD_NAMES = {
    "document": "document file fichier documento archivo документ файл الوثيقة الملف 文件 文档 origin",
    "role": "role context msgctxt",
    "place": "place location reference",
    "date": "date fecha дата التاريخ 日期 changed",
    "author": "author auteur autor автор translator",
    "status": "status état estado статус الحالة 状态",
    "original": "original",
    "before": "before",
    "after": "after",
    "id": "id identifier concept",
    "subject": "subject domain domaine ámbito область المجال 领域",
    "type": "type",
    "source": """source src source-text source-segment source-string source-phrase source-term source-language
        original-text texte-source segment-source langue-source origen texto-de-origen segmento-de-origen
        idioma-de-origen источник исходный исходный-текст исходный-сегмент язык-оригинала المصدر النص-المصدر لغة-المصدر
        原文 源文 源文本 源语言""",
    "target": """target tgt target-text target-segment target-string target-phrase target-term target-language
        translation traduction cible texte-cible segment-cible langue-cible traducción destino texto-de-destino
        segmento-de-destino idioma-de-destino перевод целевой-текст целевой-сегмент язык-перевода
        الترجمة الهدف النص-الهدف لغة-الهدف 译文 目标文本 目标语言 翻译""",
}

_TERM = re.compile(r"\bterms?\b|\btermes?\b|\btérminos?\b|термин|مصطلح|术语|glossar")


def _plain(name: str) -> str:
    return re.sub(r"[\s_:.]+", "-", unicodedata.normalize("NFC", name).strip().casefold()).strip("-")


_KNOWN = {
    **{_plain(name): code for code, names in _LANGUAGES.items() for name in names.split()},
    **{_plain(name): field for field, names in _FIELD_NAMES.items() for name in names.split()},
}


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are.

    Attributes:
        places: 0-based places of columns by what they are: a language's code, or one of the fields.
        has_header: whether the first row names them.
        names: what the header calls them; empty without one.
        doubtful: the first row, where it is taken for a translation and might be one of names.
        is_glossary: whether the header speaks of terms.
    """

    places: Mapping[str, int]
    has_header: bool
    names: Sequence[str] = ()
    is_glossary: bool = False
    doubtful: Row = ()

    @property
    def languages(self) -> Sequence[str]:
        """List the codes of the languages, in the order of their columns."""
        return sorted(self.places.keys() & BY_CODE.keys(), key=self.places.__getitem__)

    def described(self) -> str:
        """Say in a few words what was understood.

        >>> Columns({"en": 0, "fr": 2}, True, ("English", "Notes", "French")).described()
        'en=1 (English), fr=3 (French); left out: 2 (Notes); first row: names'
        """
        said = [self._named(place, f"{what}=") for what, place in sorted(self.places.items(), key=lambda one: one[1])]
        others = [place for place in range(len(self.names)) if place not in self.places.values()]
        left = "; left out: " + ", ".join(self._named(place) for place in others) if others else ""
        return ", ".join(said) + left + ("; first row: names" if self.has_header else "; no row of names")

    def asked(self) -> str:
        """Ask about the first row where it might be one of names; "" where it cannot be."""
        cells = {code: self.doubtful[self.places[code]].strip() for code in self.languages} if self.doubtful else {}
        if not cells:
            return ""
        shown = " = ".join(f"“{cell}”" for cell in cells.values())
        named = ",".join(f"{code}={cell}" for code, cell in cells.items())
        return f"{shown} in its first row is taken for a translation: if these are names, say --columns '{named}'"

    def _named(self, place: int, what: str = "") -> str:
        name = self.names[place].strip() if place < len(self.names) else ""
        return f"{what}{place + 1}" + (f" ({name})" if name and name != what.rstrip("=") else "")


def columns_named(text: str, first: Row) -> Columns:
    """Read `en=1,fr=3,document=4`: places from 1, or the names that the first row gives.

    Raises:
        SettingsError: it is not of this form, or names no two languages, or a column that is not there.
    """
    places: dict[str, int] = {}
    by_name = {_plain(name): place for place, name in enumerate(first)}
    uses_names = False
    for part in filter(str.strip, text.split(",")):
        what, _, where = (piece.strip() for piece in part.partition("="))
        key = _code(what) or what
        if key not in {*BY_CODE, *FIELDS, *TERM_FIELDS} or not where:
            raise SettingsError(f"--columns {part.strip()}: write for example en=1,fr=3,document=4")
        uses_names = uses_names or not where.isdecimal()
        place = int(where) - 1 if where.isdecimal() else by_name.get(_plain(where), -1)
        if not 0 <= place < len(first):
            raise SettingsError(f"--columns {part.strip()}: there is no such column among {len(first)}")
        if key in places or place in places.values():
            raise SettingsError(f"--columns {text}: each column is one language, and each language one column")
        places[key] = place
    if len(places.keys() & BY_CODE.keys()) < 2:
        raise SettingsError(f"--columns {text}: name the columns of two languages, for example en=1,fr=2")
    has_header = uses_names or (_is_header(first) and not _contradicts(first, places))
    return Columns(places, has_header, tuple(first) if has_header else (), has_header and _speaks_of_terms(first))


def _contradicts(first: Row, places: Mapping[str, int]) -> bool:
    """Whether a cell of the first row is the name of something else than its column was said to hold.

    >>> _contradicts(["English", "French"], {"en": 0, "fr": 1}), _contradicts(["Russian", "Russe"], {"en": 0, "fr": 1})
    (False, True)
    """
    meanings = {place: _field(first[place]) or _code(first[place]) for place in places.values()}
    return any(meanings[place] not in {"", "source", "target", what} for what, place in places.items())


def sniff(rows: Sequence[Row], path: str) -> Columns:
    """Tell what columns are by the first rows of a table.

    Raises:
        SettingsError: not two languages can be told.
    """
    first = rows[0] if rows else ()
    has_header = _is_header(first)
    places = _by_names(first) if has_header else {}
    body = rows[1:] if has_header else rows
    _tell_languages(places, body, first if has_header else None)
    has_header = has_header or _looks_like_names(rows, places)
    columns = _columns(places, rows, has_header=has_header)
    if len(columns.languages) < 2:
        known = f" (only {columns.described()})" if places else ""
        raise SettingsError(
            f"{path}: it cannot be told which columns hold which languages{known}: say it, as in --columns en=1,fr=2"
        )
    return columns


def _columns(places: Mapping[str, int], rows: Sequence[Row], *, has_header: bool) -> Columns:
    first = rows[0] if rows else ()
    if has_header:
        return Columns(places, True, tuple(first), _speaks_of_terms(first))
    texts = [first[place].strip() if place < len(first) else "" for what, place in places.items() if what in BY_CODE]
    is_doubtful = len(rows) > 1 and len(set(texts)) == len(texts) and all(map(_may_be_name, texts))
    return Columns(places, False, doubtful=tuple(first) if is_doubtful else ())


def _may_be_name(cell: str) -> bool:
    """Tell what may name a column: up to three words without figures or marks."""
    return len(cell) <= 30 and bool(re.fullmatch(r"[^\W\d]\w*(?:[ _-]\w+){0,2}", cell))


def _code(name: str) -> str:
    """Find a language by a name or a code, also within words such as `term_en` or `English (UN)`; "" for none."""
    plain = _plain(name)
    for part in (plain, *re.split(r"[^\w]+|_", plain.replace("-", " "))):
        if part in _KNOWN and _KNOWN[part] in BY_CODE:
            return _KNOWN[part]
    try:
        return find_language(name).code
    except SettingsError:
        return ""


def _field(name: str) -> str:
    return _KNOWN.get(_plain(name), "")


def _is_header(row: Row) -> bool:
    """Tell a row of names: short cells, of which one at least is a name that we know, and none is said twice."""
    names = [cell for cell in row if cell.strip()]
    if len({_plain(name) for name in names}) < len(names):
        return False
    known = [cell for cell in names if _field(cell) or _code(cell) or _speaks_of_terms([cell])]
    return bool(known) and all(len(name) <= 40 for name in names) and 2 * len(known) >= min(len(names), 4)


def _looks_like_names(rows: Sequence[Row], places: Mapping[str, int]) -> bool:
    """Tell a first row of names that we do not know: other words than all that stands below.

    Words in Latin letters over a column in another script, or in small letters over sentences; in capitals they may be
    the heading of a document.
    """
    first, body = rows[0] if rows else (), rows[1:]
    cells = {code: first[place].strip() for code, place in places.items() if place < len(first)}
    if len(cells) < len(places) or len(set(cells.values())) < len(cells) or not all(map(_is_word, cells.values())):
        return False
    below = {code: _cells(body, place) for code, place in places.items()}
    for code, held in below.items():
        letters = _SCRIPTS.get(BY_CODE[code].script)
        if letters and held and not letters.search(cells[code]) and all(map(letters.search, held)):
            return True
    if not all(cell[0].islower() for cell in cells.values()):
        return False
    lengths = sorted(len(cell.split()) for code, held in below.items() if code != "zh" for cell in held)
    return len(lengths) >= _ENOUGH and lengths[len(lengths) // 5] >= _SENTENCE


_SCRIPTS = {
    name: re.compile(f"[{letters}]") for name, letters in (("Arab", "ء-ي"), ("Cyrl", "А-яЁё"), ("Hans", "一-鿿"))
}

_ENOUGH = 6
"""Cells in whose company a word is no sentence."""

_SENTENCE = 3
"""Words that four cells in five have below a name."""


def _is_word(cell: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d]\w{0,29}", cell))


def _by_names(names: Row) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        what = _field(name) or _code(name)
        if what and _is_refused(name):
            what = ""
        if what:
            places.setdefault(what, place)
    return places


def _is_refused(name: str) -> bool:
    """Tell codes such as zh-TW, which name a language that is none of the six."""
    if not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)+", name.strip()):
        return False
    try:
        find_language(name)
    except SettingsError:
        return name.strip()[:2].lower() in BY_CODE
    return False


def _tell_languages(places: dict[str, int], body: Sequence[Row], names: Row | None) -> None:
    """Find the languages of columns that are called source and target, or, without names, of all with text."""
    if names is None:
        asked = list(range(max(map(len, body), default=0)))
    else:
        asked = [places.pop(what) for what in ("source", "target") if what in places]
    guessed = {place: language_of(_cells(body, place)) for place in asked}
    taken = set(places)
    unclear = [place for place, code in guessed.items() if not code and _is_text(_cells(body, place))]
    for place, code in guessed.items():
        if code and code not in taken:
            places[code] = place
            taken.add(code)
    # What is unclear has Latin letters; where English is missing and nothing else can be meant, it is English.
    if len(unclear) == 1 and "en" not in taken and (names is None or unclear[0] == asked[0]):
        places["en"] = unclear[0]


def _cells(body: Sequence[Row], place: int) -> Sequence[str]:
    return [row[place] for row in body if place < len(row) and row[place].strip()]


def _is_text(cells: Iterable[str]) -> bool:
    held = list(cells)
    return bool(held) and 2 * sum(any(map(str.isalpha, cell)) for cell in held) > len(held)


def _speaks_of_terms(row: Iterable[str]) -> bool:
    return any(_TERM.search(_plain(cell).replace("-", " ")) for cell in row)
