"""What a UN document is made of: masthead, titles, signatures, places and dates, lists of States, numbering."""

from __future__ import annotations

from collections.abc import Sequence

from tm.documents.dates import is_place_and_date
from tm.documents.masthead import is_original_note, mark_masthead, original_language
from tm.documents.numbering import is_list_label, label_end, title_label_end
from tm.documents.passage import Passage, Stream, behead, passage, split_up, with_role
from tm.documents.signature import is_function, is_name, is_signed_only, signature
from tm.documents.state_list import mark_states, names_of
from tm.documents.titles import could_be_title, is_annex, is_section_title
from tm.model.document import Role
from tm.segmentation.rules import RuleSet
from tm.segmentation.split import spans

__all__ = ["original_language", "recognize"]

_ANNEX_LEVEL, _TITLE_LEVEL = 1, 2
_MOST_WORDS_OF_LIST_HEADING = 40
_MOST_WORDS_OF_NAME_ITEM = 8
_LONGEST_SMALL_WORD = 3


def recognize(stream: Stream, language: str, rules: RuleSet | None, states: Sequence[str]) -> Stream:
    """Give the passages of a document their roles, and cut those that hold several.

    Only paragraphs are looked at, and list items for names of States; what the format itself marks stays.
    """
    stream, top = mark_masthead(stream)
    head, body = stream[:top], mark_states(stream[top:], names_of(tuple(states)))
    body = _mark_blocks(body, expects_title=top > 0)
    body = _mark_list_headings(body, language, rules)
    return head + _take_labels(body)


def _mark_blocks(stream: Stream, *, expects_title: bool) -> Stream:
    """Find signatures, places and dates, annexes, and the titles under a masthead or an annex."""
    marked: Stream = []
    before: Role | None = None
    awaits_name = False
    for item in stream:
        if isinstance(item, str):
            marked.append(item)
            continue
        text = item.shown
        if item.role is not Role.PARAGRAPH:
            found: Stream = [item]
            expects_title = item.role is Role.HEADING and (expects_title or is_annex(text))
        elif spans_ := signature(item):
            found = split_up(item, [(start, end, Role.SIGNATURE) for start, end in spans_])
            awaits_name = is_signed_only(text)
        elif before is Role.SIGNATURE and (is_function(text) or (awaits_name and is_name(text))):
            found, awaits_name = [with_role(item, Role.SIGNATURE)], False
        elif is_original_note(text):
            found = [with_role(item, Role.MASTHEAD)]
        elif is_place_and_date(text):
            found = [with_role(item, Role.PLACE_AND_DATE)]
        elif is_annex(text):
            found, expects_title = [with_role(item, Role.HEADING, level=_ANNEX_LEVEL)], True
        elif expects_title and could_be_title(text) and not label_end(text):
            found = [with_role(item, Role.HEADING, level=_TITLE_LEVEL)]
        else:
            found, expects_title = [item], False
        before = next(part.role for part in reversed(found) if isinstance(part, Passage))
        marked += found
    return marked


def _mark_list_headings(stream: Stream, language: str, rules: RuleSet | None) -> Stream:
    """Make a heading of the last sentence before a list of names, when it ends with a colon."""
    marked: Stream = []
    for index, item in enumerate(stream):
        if (
            isinstance(item, Passage)
            and item.role is Role.PARAGRAPH
            and item.shown.endswith((":", "："))
            and _names_follow(stream, index + 1)
        ):
            marked += _with_list_heading(item, language, rules)
        else:
            marked.append(item)
    return marked


def _with_list_heading(item: Passage, language: str, rules: RuleSet | None) -> Stream:
    found = list(spans(item.shown, language, rules))
    if not found or len(item.shown[found[-1][0] :].split()) > _MOST_WORDS_OF_LIST_HEADING:
        return [item]
    start, end = found[-1]
    if len(found) == 1:
        return [with_role(item, Role.LIST_HEADING)]
    return split_up(item, [(found[0][0], found[-2][1], item.role), (start, end, Role.LIST_HEADING)])


def _names_follow(stream: Stream, index: int) -> bool:
    """Tell whether a list of names begins at the next passage: of States, or at least two items in capitals."""
    following = [item for item in stream[index : index + 6] if isinstance(item, Passage)]
    if following and following[0].role is Role.STATE_NAME:
        return True
    return len(following) > 1 and all(map(_is_name_item, following[:2]))


def _is_name_item(item: Passage) -> bool:
    text = item.shown
    if item.role is Role.PARAGRAPH:
        at = label_end(text)
        text = text[at:] if at and is_list_label(text[:at].strip()) else ""
    elif item.role is not Role.LIST_ITEM:
        return False
    words = text.split()
    capital = all(word[0].isupper() for word in words if len(word) > _LONGEST_SMALL_WORD)
    return 1 < len(words) <= _MOST_WORDS_OF_NAME_ITEM and capital and could_be_title(text)


def _take_labels(stream: Stream) -> Stream:
    """Take numbering labels out of paragraphs and titles; what they number becomes an item or a section title."""
    taken: Stream = []
    for item in stream:
        if isinstance(item, str):
            taken.append(item)
        elif item.role is Role.HEADING:
            taken += _beheaded(item, title_label_end(item.shown), None)
        elif item.role is Role.PARAGRAPH:
            at = label_end(item.shown)
            if at:
                listed = is_list_label(item.shown[:at].strip())
                taken += _beheaded(item, at, Role.LIST_ITEM if listed else None)
            else:
                at = title_label_end(item.shown)
                titled = at > 0 and is_section_title(item.shown[at:])
                taken += _beheaded(item, at, Role.HEADING) if titled else [item]
        elif item.role is Role.LIST_ITEM and not item.label:
            at = label_end(item.shown)
            taken += _beheaded(item, at if is_list_label(item.shown[:at].strip()) else 0, None)
        else:
            taken.append(item)
    return taken


def _beheaded(item: Passage, at: int, role: Role | None) -> Stream:
    if not at:
        return [item]
    verbatim, rest = behead(item, at, role=role)
    if role is Role.HEADING:
        rest = passage(role, rest.atoms, rest.line, level=_TITLE_LEVEL, label=rest.label)
    return [verbatim, rest]
