"""Cut the text of a PO file into entries, line by line, as strictly as gettext reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tm.exchange.po.plain import Plain, find_plain
from tm.exchange.po.record import MESSAGE, Entry, Line, Part, Problem, Trouble
from tm.exchange.po.remarks import KINDS
from tm.exchange.po.strings import KEYWORDS, LINE, BadEscapeError, diagnose, strings

_PARTS = {"msgctxt": Part.CONTEXT, "msgid": Part.SOURCE, "msgid_plural": Part.PLURAL, "msgstr": Part.TARGET}

_NO_TEXT = 'a text in quotation marks is expected after the keyword: write "" if there is none'


@dataclass(slots=True)
class Draft:
    """An entry while its lines come in.

    Attributes:
        texts: what the strings of each part say; plural forms under the part TARGET, each its own list.
        previous: likewise for `#|`.
        source_line: of msgid, 0 before it came.
        obsolete: whether the message lines carry `#~`; None before the first came.
        broken: whether a problem was met: the entry makes no unit.
        open, open_previous: what the next string belongs to; open_line: of its keyword.
    """

    gap: str
    start: int
    lines: list[Line] = field(default_factory=list)
    texts: dict[Part, list[str]] = field(default_factory=dict)
    previous: dict[Part, list[str]] = field(default_factory=dict)
    forms: list[list[str]] = field(default_factory=list)
    source_line: int = 0
    obsolete: bool | None = None
    broken: bool = False
    open: list[str] | None = None
    open_previous: list[str] | None = None
    open_line: int = 0

    @property
    def has_message(self) -> bool:
        return self.obsolete is not None

    @property
    def is_whole(self) -> bool:
        return bool(self.forms)

    def entry(self) -> Entry:
        return Entry(self.gap, tuple(self.lines), self.start)


class Scanner:
    """Reads lines one after the other; `problems` is what was wrong."""

    def __init__(self, take: Callable[[Draft], None], take_plain: Callable[[Plain, int], bool]) -> None:
        """Give each entry on as soon as it is whole, so that drafts of a big file are never all there.

        Args:
            take: is given entries that were read line by line.
            take_plain: is given the others, each with the number of lines before it; says whether it could take it.
        """
        self._take_entry = take
        self._take_plain = take_plain
        self.problems: list[Problem] = []
        self._draft: Draft | None = None
        self._gap: list[str] = []

    def read(self, text: str) -> str:
        """Read the whole text and give back what stands after the last entry."""
        at = number = 0
        while at < len(text):
            if self._is_between:
                at, number = self._read_plain(text, at, number)
            end = text.find("\n", at) + 1 or len(text)
            raw, at, number = text[at:end], end, number + 1
            if raw:
                self._line(raw, raw.rstrip("\n").removesuffix("\r"), number)
        return self._finish()

    @property
    def _is_between(self) -> bool:
        """Tell whether a comment or a msgid would begin another entry, and no empty line has been met yet."""
        draft = self._draft
        return not self._gap and (draft is None or (draft.has_message and (draft.is_whole or draft.broken)))

    def _read_plain(self, text: str, at: int, number: int) -> tuple[int, int]:
        """Read plain entries from an offset on; give the offset after them, and how many lines stand before it."""
        while found := find_plain(text, at):
            self._close()
            if not self._take_plain(found, number):
                break
            end = found.end()
            at, number = end, number + text.count("\n", at, end)
        return at, number

    def _finish(self) -> str:
        tail = "".join(self._gap)
        draft = self._draft
        if draft is not None and not draft.has_message and not draft.broken:
            if draft.previous:
                self._problem(draft.start, "the old text (#|) has no msgid after it")
            return draft.gap + "".join(line.text for line in draft.lines) + tail
        self._close()
        return tail

    def _close(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.open == [] and not draft.broken:
            draft.broken = True
            self._problem(draft.open_line, _NO_TEXT)
        if not draft.broken and not draft.is_whole:
            draft.broken = True
            self._problem(draft.source_line or draft.start, 'msgid without msgstr: add the line msgstr ""')
        self._take_entry(draft)

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, Trouble.SYNTAX, message))
        if self._draft is not None:
            self._draft.broken = True
            self._draft.open = self._draft.open_previous = None

    def _line(self, raw: str, content: str, number: int) -> None:
        stripped = content.lstrip(" \t")
        if not stripped.strip(" \t\f\v\r"):
            self._gap.append(raw)
        elif stripped[0] != "#":
            self._message(raw, stripped, number, obsolete=False)
        elif stripped.startswith("#|"):
            self._old(raw, stripped[2:], number)
        elif stripped.startswith("#~|"):
            self._old(raw, stripped[3:], number)
        elif stripped.startswith("#~") and stripped[2:].strip(" \t") and stripped[2:].lstrip(" \t")[0] != "#":
            self._message(raw, stripped[2:], number, obsolete=True)
        else:
            self._begin_comment(number).lines.append(Line(KINDS.get(stripped[1:2], Part.COMMENT), raw))

    def _begin_comment(self, number: int) -> Draft:
        """Give the draft that a comment belongs to: comments stand before the message."""
        if self._draft is not None and self._draft.has_message:
            self._close()
        return self._continue(number)

    def _continue(self, number: int) -> Draft:
        gap, self._gap = "".join(self._gap), []
        if self._draft is None:
            self._draft = Draft(gap, number)
        elif gap:
            self._draft.lines.extend(Line(Part.BLANK, blank) for blank in split_lines(gap))
        return self._draft

    def _old(self, raw: str, content: str, number: int) -> None:
        draft = self._begin_comment(number)
        draft.lines.append(Line(Part.PREVIOUS, raw))
        found = LINE.fullmatch(content)
        keyword = found["keyword"] if found else None
        if found is None or (keyword is not None and keyword not in KEYWORDS - {"msgstr"}):
            self._problem(number, diagnose(content))
            return
        if keyword is not None:
            self._open_previous(draft, _PARTS[keyword], number)
        if draft.open_previous is None:
            if not draft.broken:
                self._problem(number, "a text without a keyword before it: write msgid or msgctxt before it")
            return
        self._take(draft.open_previous, found["strings"], number)

    def _open_previous(self, draft: Draft, part: Part, number: int) -> None:
        self._end_previous(draft)
        if draft.previous and part <= max(draft.previous):
            self._problem(
                number, "the old text (#|) has another order: msgctxt, msgid, msgid_plural, each at most once"
            )
        elif not draft.broken:
            draft.open_line = number
            draft.open_previous = draft.previous.setdefault(part, [])

    def _end_previous(self, draft: Draft) -> None:
        if draft.open_previous == [] and not draft.broken:
            self._problem(draft.open_line, _NO_TEXT)
        draft.open_previous = None

    def _message(self, raw: str, content: str, number: int, *, obsolete: bool) -> None:
        found = LINE.fullmatch(content)
        keyword = found["keyword"] if found else None
        if keyword in {"msgctxt", "msgid"}:
            self._begin_message(keyword)
        draft = self._continue(number)
        part = _PARTS.get(keyword or "")
        last = next((line.part for line in reversed(draft.lines) if line.part in MESSAGE), Part.TARGET)
        draft.lines.append(Line(last if part is None else part, raw))
        if found is None or (keyword is not None and part is None):
            self._problem(number, diagnose(content))
        elif draft.has_message and draft.obsolete != obsolete and not draft.broken:
            self._problem(number, "some lines of the unit begin with #~ and some do not: write it on all or on none")
        elif not draft.broken:
            self._begin_text(draft)
            draft.obsolete = obsolete
            if part is not None:
                self._open(draft, part, found["index"], number)
            if draft.open is not None:
                self._take(draft.open, found["strings"], number)
            elif not draft.broken:
                self._problem(number, "a text without a keyword before it: write msgid or msgstr before it")
        # A broken unit, too, has begun: the next comment or msgid starts another.
        draft.obsolete = obsolete if draft.obsolete is None else draft.obsolete

    def _begin_text(self, draft: Draft) -> None:
        if draft.obsolete is not None:
            return
        self._end_previous(draft)
        if Part.CONTEXT in draft.previous and Part.SOURCE not in draft.previous:
            self._problem(draft.open_line, "the old msgctxt has no old msgid after it: add the line #| msgid")

    def _begin_message(self, keyword: str | None) -> None:
        draft = self._draft
        if draft is None or not draft.has_message:
            return
        awaits_source = draft.texts.keys() == {Part.CONTEXT}
        if draft.is_whole or draft.broken or not (keyword == "msgid" and awaits_source):
            self._close()

    def _open(self, draft: Draft, part: Part, index: str | None, number: int) -> None:
        """Begin a keyword's text, or say why the keyword cannot stand here."""
        if draft.open == []:
            self._problem(draft.open_line, _NO_TEXT)
        draft.open, draft.open_line = None, number
        has_plural = Part.PLURAL in draft.texts
        if part is Part.TARGET:
            if Part.SOURCE not in draft.texts:
                self._problem(number, "msgstr without msgid: add the msgid line before it")
            elif has_plural != (index is not None):
                wanted = "msgstr[0], msgstr[1], …" if has_plural else "msgstr"
                self._problem(number, f"write {wanted} here: the unit has {'a' if has_plural else 'no'} msgid_plural")
            elif index is None and draft.forms:
                self._problem(
                    number,
                    "a second msgstr for one msgid: keep one of them, or write the msgid of the second before it",
                )
            elif index is not None and int(index) != len(draft.forms):
                self._problem(number, f"msgstr[{len(draft.forms)}] is expected here, not msgstr[{index}]")
            else:
                draft.forms.append([])
                draft.open = draft.forms[-1]
            return
        if index is not None or draft.forms or (part is Part.PLURAL and (has_plural or Part.SOURCE not in draft.texts)):
            self._problem(number, "this keyword cannot stand here: the order is msgctxt, msgid, msgid_plural, msgstr")
            return
        if part is Part.SOURCE:
            draft.source_line = number
        draft.open = draft.texts.setdefault(part, [])

    def _take(self, into: list[str], written: str, number: int) -> None:
        try:
            into += [strings(written)] if written else []
        except BadEscapeError as error:
            self._problem(number, f"{error} is not an escape of PO files: write a backslash as \\\\")


def split_lines(text: str) -> Iterator[str]:
    r"""Yield lines with their endings; only `\n` ends one, as in gettext."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
