"""Text boxes, which stand within a paragraph of the text around them, lifted out behind it and lowered again."""

from __future__ import annotations

import re

HOLE, HOLE_END = "\x01", "\x02"
BOX, BOX_END = "\x03", "\x04"
"""Characters that no XML has: around the number of a box in its place, and around its text behind the paragraph."""

_TAG = re.compile(r"<(/?)w:(p|txbxContent)(?=[\s>/])((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
_LIFTED = re.compile(f"{BOX}(\\d+){HOLE_END}([^{BOX}{BOX_END}]*){BOX_END}")
_HOLE = re.compile(f"{HOLE}(\\d+){HOLE_END}")


def lift(xml: str) -> str:
    """Move the text of each box behind the paragraph in which the box is, so that no paragraph is within another.

    What is no tag but looks like one, in a comment, may keep a box in its place.
    """
    if "<w:txbxContent" not in xml:
        return xml
    out: list[list[str]] = [[]]
    waiting: list[list[str]] = [[]]
    inside: list[int] = [0]
    done = number = 0
    for tag in _TAG.finditer(xml):
        if tag[3].endswith("/"):
            continue
        if tag[2] == "p":
            inside[-1] += -1 if tag[1] else 1
            if tag[1] and not inside[-1] and waiting[-1]:
                out[-1] += [xml[done : tag.end()], *waiting[-1]]
                waiting[-1] = []
                done = tag.end()
        elif not tag[1]:
            number += 1
            out[-1] += [xml[done : tag.end()], f"{HOLE}{number}{HOLE_END}"]
            out.append([f"{BOX}{number}{HOLE_END}"])
            waiting.append([])
            inside.append(0)
            done = tag.end()
        elif len(out) > 1:
            box = [*out.pop(), xml[done : tag.start()], *waiting.pop(), BOX_END]
            inside.pop()
            waiting[-1] += box
            done = tag.start()
    return "".join([*out[0], xml[done:], *waiting[0]]) if len(out) == 1 else xml


def lower(text: str) -> str:
    """Put the boxes that were lifted back into their places."""
    if BOX not in text:
        return text
    boxes: dict[str, str] = {}

    def keep(box: re.Match[str]) -> str:
        boxes[box[1]] = box[2]
        return ""

    count = 1
    while count:
        text, count = _LIFTED.subn(keep, text)
    while HOLE in text:
        text = _HOLE.sub(lambda hole: boxes.pop(hole[1], ""), text)
    return text
