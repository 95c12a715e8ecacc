"""One self-contained HTML page of a document, in its own or another language, ready to print on A4."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape, unescape
from importlib import resources
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tm.documents import format as formats
from tm.documents.fill import fill
from tm.documents.isolate import isolate
from tm.documents.masthead import is_original
from tm.documents.version import Translate
from tm.model.document import Block, Document, Role
from tm.model.language import BY_CODE, Language
from tm.text.collation import sort_key
from tm.text.web_page import web_page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


_ORGANIZATION = {
    "ar": "الأمم المتحدة",
    "en": "United Nations",
    "es": "Naciones Unidas",
    "fr": "Nations Unies",
    "ru": "Организация Объединенных Наций",
    "zh": "联合国",
}

_MARK, _END = "\ue000", "\ue001"
"""Private-use characters around what stays in the source language, until the text is HTML."""

_PLACE = "\ue002"
"""A private-use character around the number of a piece of furniture, until Markdown is rendered around it."""

_ANNEX = re.compile(r'(<div class="signature">(?:(?!</div>).)*</div>\s*<h[1-6])', re.DOTALL)
"""A heading right after the signature: an annex begins."""

_MARKED = re.compile(f"({_MARK}[^{_END}]*{_END})")

_SIGNED = re.compile(r"^((?:<span[^>]*>)?)(\([^()]{1,30}\))")
"""`(Signed)` at the beginning of a signature, which is set in italics where the script has them."""

_FURNITURE = frozenset({Role.MASTHEAD, Role.SIGNATURE, Role.PLACE_AND_DATE, Role.LIST_HEADING, Role.STATE_NAME})
"""Roles that are set in their own way; everything else is running text."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A document on its way into one language."""

    document: Document
    language: Language
    translate: Translate
    sort_states: bool

    @property
    def is_markdown(self) -> bool:
        return formats.is_markdown(self.document.path)


def page(
    document: Document,
    language: Language,
    translate: Translate,
    *,
    sort_states: bool = True,
    load: Callable[[str], bytes | None] = lambda _: None,
) -> str:
    """Set a document as a page; segments without a translation stay as they are and are marked.

    Scripts and anything from elsewhere are switched off in the page by its own policy.

    Args:
        translate: gives the target of a segment, or None.
        sort_states: whether lists of States follow the alphabet of the language.
        load: gives the bytes of a picture that the document names by a relative path, or None.
    """
    if formats.is_word(document.path):
        from tm.documents.docx.outline import as_markdown  # only where there is a Word file

        document = as_markdown(document)
    version = _Version(document, language, translate, sort_states)
    body = _IMAGE.sub(lambda image: _embedded(image, load), _body(version))
    heading = next((block for block in document.blocks if block.role is Role.HEADING), None)
    title = re.sub("<[^>]*>", "", _inline(version, heading)) if heading else escape(document.name)
    style = (resources.files("tm.documents") / "page.css").read_text(encoding="utf-8")
    return web_page(title, style, body, code=language.code, direction=language.direction, images=True)


_IMAGE = re.compile(r'(?<=<img src=")(?![a-z]+:|//)[^"]+')
_PICTURES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def _embedded(image: re.Match[str], load: Callable[[str], bytes | None]) -> str:
    """Put a picture into the page itself; its address stays where there is none to be had."""
    path = unquote(unescape(image[0]))
    kind = _PICTURES.get(PurePosixPath(path).suffix.lower())
    data = load(path) if kind else None
    return f"data:{kind};base64,{b64encode(data).decode()}" if data else image[0]


Parts = Sequence[Block | str]


def _body(version: _Version) -> str:
    groups = list(_groups(version.document.parts))
    furniture = [_furniture(version, role, group) if role is not None else "" for role, group in groups]
    if version.is_markdown:
        pieces = [f"\n\n{_PLACE}{n}{_PLACE}\n\n" if text else "" for n, text in enumerate(furniture)]
        runs = [piece or _raw(version, group) for piece, (_, group) in zip(pieces, groups, strict=True)]
        html = _finish(version, _markdown().render("".join(runs)))
        html = re.sub(f"<p>{_PLACE}(\\d+){_PLACE}</p>", lambda place: furniture[int(place[1])], html)
    else:
        runs = [text or _running(version, group) for text, (_, group) in zip(furniture, groups, strict=True)]
        html = "\n".join(filter(None, runs))
    return _ANNEX.sub(r'\1 class="annex"', html)


def _furniture(version: _Version, role: Role, group: Parts) -> str:
    blocks = [part for part in group if isinstance(part, Block)]
    if role is Role.MASTHEAD:
        return _masthead(version, blocks)
    if role is Role.SIGNATURE:
        lines = (_SIGNED.sub(r"\1<i>\2</i>", _inline(version, block)) for block in blocks)
        return '<div class="signature">' + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    if role is Role.STATE_NAME:
        return _states(version, blocks)
    return "\n".join(f'<p class="{role}">{_inline(version, block)}</p>' for block in blocks)


def _groups(parts: Parts) -> Iterator[tuple[Role | None, Parts]]:
    """Cut parts where furniture of one role begins or ends.

    Text without words goes with what stands before it up to its last blank line, and then with what follows:
    so an underlined heading keeps its line, and a list marker goes with its item.
    """
    pieces: list[Block | str] = []
    for part in parts:
        if isinstance(part, str) and not any(map(str.isalnum, part)):
            head, gap, tail = part.rpartition("\n\n")
            pieces += [head + gap, tail] if gap else [part]
        else:
            pieces.append(part)
    roles = [_role(piece) for piece in pieces]
    for place, piece in enumerate(pieces):
        if isinstance(piece, str) and not any(map(str.isalnum, piece)):
            beside = place - 1 if piece.endswith("\n\n") else place + 1
            roles[place] = roles[beside] if 0 <= beside < len(roles) else None
    for role, group in groupby(zip(roles, pieces, strict=True), key=lambda pair: pair[0]):
        yield role, [piece for _, piece in group]


def _role(part: Block | str) -> Role | None:
    return part.role if isinstance(part, Block) and part.role in _FURNITURE else None


def _masthead(version: _Version, blocks: Sequence[Block]) -> str:
    """Set the fields: distribution, date and languages at the outer end, session and item below the rule."""
    place = next((n for n, block in enumerate(blocks) if is_original(block)), -1)
    lines = [_inline(version, block) for block in blocks]
    if place < 0:
        place = len(lines) - 1
    elif version.language.code != version.document.language:
        lines.insert(place, escape(version.language.own_name))
        place += 1
    upper, lower = ("".join(f"<div>{line}</div>" for line in part) for part in (lines[: place + 1], lines[place + 1 :]))
    name = _ORGANIZATION[version.language.code]
    return (
        f'<header class="masthead"><div class="organization">{name}</div>'
        f'<div class="distribution">{upper}</div></header>\n'
    ) + (f'<div class="session">{lower}</div>' if lower else "")


def _states(version: _Version, blocks: Sequence[Block]) -> str:
    names = [(_raw(version, (block,)), block) for block in blocks]
    if version.sort_states and version.language.code not in {"zh", version.document.language}:
        names.sort(key=lambda pair: sort_key(pair[0].strip(_MARK + _END), version.language))
    return '<ul class="states">' + "".join(f"<li>{_inline(version, block)}</li>" for _, block in names) + "</ul>"


def _running(version: _Version, parts: Parts) -> str:
    """Set running text that is not Markdown; what nobody translates, such as a line of asterisks, is kept."""
    first = next((block for block in version.document.blocks if block.role is Role.HEADING), None)
    lines = []
    for place, part in enumerate(parts):
        if isinstance(part, str):
            # The line that a block stands in holds its label, which the block has itself.
            whole = part.splitlines() if place == len(parts) - 1 else (part + "|").splitlines()[:-1]
            lines += [f"<p>{_finish(version, escape(line, quote=False))}</p>" for line in whole if line.strip()]
            continue
        element = "p" if part.role is not Role.HEADING else "h1" if part is first else f"h{max(part.level, 2)}"
        label = f'<span class="label"><bdi>{escape(part.label)}</bdi></span> ' if part.label else ""
        lines.append(f"<{element}>{label}{_inline(version, part)}</{element}>")
    return "\n".join(lines)


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(front_matter_plugin)


def _inline(version: _Version, block: Block) -> str:
    raw = _raw(version, (block,)).strip()
    return _finish(version, _markdown().renderInline(raw) if version.is_markdown else escape(raw, quote=False))


def _raw(version: _Version, parts: Parts) -> str:
    """Fill some parts of the document; what stays in the source language gets its marks."""
    return fill(
        replace(version.document, parts=tuple(parts)),
        version.language,
        version.translate,
        sort_states=False,
        mark=lambda raw: f"{_MARK}{raw}{_END}",
    )


def _finish(version: _Version, html: str) -> str:
    """Turn marks into elements, and in right-to-left text isolate Latin words, numbers and symbols.

    Neighbours share one element, so that emphasis across them nests; in an attribute there can be none.
    """
    own = BY_CODE[version.document.language]
    html = re.sub("<[^>]*>", lambda tag: tag[0].replace(_MARK, "").replace(_END, ""), html)
    pieces = _MARKED.split(re.sub(f"{_END}(\\s*){_MARK}", r"\1", html))
    for place, piece in enumerate(pieces):
        if piece.startswith(_MARK):
            pieces[place] = f'<span class="untranslated" lang="{own.code}" dir="{own.direction}">{piece[1:-1]}</span>'
        elif version.language.is_rtl:
            pieces[place] = isolate(piece)
    return "".join(pieces)
