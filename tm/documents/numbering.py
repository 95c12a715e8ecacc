"""Numbering labels (`12.`, `(a)`, `II.`, `76/181.`, bullets) that stand before a segment and are no part of it."""

from __future__ import annotations

import re

_BULLET = r"[-*+•·●◦▪■‣–]"
_NUMBER = r"(?:\d{1,3}|[٠-٩]{1,3})"
_CHINESE = "[一二三四五六七八九十百]{1,4}"
_ROMAN = "(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_LETTERS = rf"(?:{_ROMAN}|{_ROMAN.swapcase()}|(?P<twice>[a-z])(?P=twice)?|[а-я]|[A-Z]|[أابجدهوزحطيكلمن]{{1,2}})"
_ARABIC_ORDINAL = "(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)\N{ARABIC FATHATAN}?"
_ARABIC_LETTER = "(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)"
# first to tenth; the names of the first ten letters

_ALWAYS = re.compile(
    rf"""(?:
        {_BULLET} (?= [ \t\N{{NO-BREAK SPACE}}])      # • text
      | [(（] (?: {_NUMBER} | {_CHINESE} | {_LETTERS} | {_NUMBER}[a-z] ) (?:\ ?bis|\ ?ter)? [)）]   # (a) (iv) （一）
      | {_NUMBER} (?:\.{_NUMBER}){{0,4}} (?:\ ?bis|\ ?ter)? \.             # 12.  3.1.
      | (?: {_NUMBER} | [a-zа-я] | {_ROMAN} ) \)                     # 1) a) iv)
      | {_CHINESE} 、                                                     # 一、
      | {_NUMBER} [.．、] (?= [㐀-鿿] )                                   # 1．
      | {_NUMBER}\ ?[-–—]                                                # ١ -, as Arabic documents number
    )""",
    re.VERBOSE,
)
"""Labels before text of any kind."""

_BEFORE_TITLE = re.compile(
    rf"""(?:
        {_ROMAN.swapcase()} \.          # II.
      | [A-HА-И] \.                # A., but J. is more likely a first name
      | (?:{_ARABIC_ORDINAL}|{_ARABIC_LETTER}) \ ?[-–—.]     # أولا -
      | \d{{1,2}} (?:\.\d{{1,2}}){{1,3}}     # 3.1
      | \d{{1,3}}/\d{{1,4}} [A-Z]? \.       # 76/181.
      | {_NUMBER}\ ?[.．、]
    )""",
    re.VERBOSE,
)
"""Labels that only a title has: in running text they could be initials or figures."""

_BREAK = re.compile(r"[ \t\r\n\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{EN SPACE}\N{EM SPACE}]+")
_NEEDS_NO_SPACE = frozenset("、)）．")
_ENDS_ITEM = re.compile(r"(?:[.;:,!?。；：，！？؛؟،…)\]\"”»]|\b(?:and|or|et|ou|y|o|и|или|و|أو))\s*\Z")
_MARKED_DASH = re.compile(r"(?:\d|[٠-٩])\ ?[-–—]\Z")


def label_end(text: str) -> int:
    """Give the offset of the text behind the label of a paragraph; 0 when there is no label.

    >>> label_end("12. The Committee"), label_end("12 July 2022"), label_end("(a) To take note;")
    (4, 0, 4)
    """
    return _end(_ALWAYS, text)


def title_label_end(text: str) -> int:
    """Give the offset of the text behind the label of a title; 0 when there is no label.

    >>> title_label_end("II. Findings"), title_label_end("Findings")
    (4, 0)
    """
    return _end(_BEFORE_TITLE, text) or _end(_ALWAYS, text)


def _end(labels: re.Pattern[str], text: str) -> int:
    label = labels.match(text)
    if label is None:
        return 0
    if _MARKED_DASH.search(label[0]) and not _is_arabic(text[label.end() : label.end() + 3]):
        return 0
    space = _BREAK.match(text, label.end())
    if space is None:
        follows = text[label.end() : label.end() + 1]
        dense = label[0][-1] in _NEEDS_NO_SPACE or (label[0][-1] == "." and "㐀" <= follows <= "鿿")
        return label.end() if dense and "㐀" <= follows <= "鿿" else 0
    return space.end() if space.end() < len(text) else 0


def _is_arabic(text: str) -> bool:
    return any("\N{ARABIC LETTER HAMZA}" <= char <= "\N{ARABIC LETTER YEH}" for char in text)


def is_list_label(label: str) -> bool:
    """Tell whether a label makes its paragraph an item of a list: letters, bullets, but no paragraph number.

    >>> is_list_label("(a)"), is_list_label("12.")
    (True, False)
    """
    return label[-1:] not in {".", "．", "、", "-", "–", "—"} or label in {"-", "–"}


def is_bullet(label: str) -> bool:
    """Tell whether a label says nothing about order."""
    return not label or re.fullmatch(_BULLET, label) is not None


def begins_item(line: str, before: str, first: str) -> bool:
    """Tell whether a line begins a numbered item although no blank line stands before it.

    Only where the line before could end an item, or where its paragraph begins with a label of the same form:
    in wrapped prose a line may begin with `12.` by chance.

    Args:
        before, first: the line before, and the first line of its paragraph.
    """
    label = _label(line)
    return bool(label) and (_ENDS_ITEM.search(before) is not None or _form(label) == _form(_label(first)))


def _label(line: str) -> str:
    text = line.strip()
    return text[: label_end(text)].strip()


def _form(label: str) -> str:
    return re.sub(r"\w+", "0", label)
