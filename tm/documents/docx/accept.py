"""What no reader of a version needs: tracked changes, which are accepted, and runs and links that were left empty."""

from __future__ import annotations

import re

_ATTRIBUTES = r"(?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)?"
_CHANGES = "rPr|pPr|sectPr|tblPr|tblPrEx|tcPr|trPr|tblGrid|numbering"
_OLD = re.compile(
    rf"<w:(?P<change>(?:{_CHANGES})Change){_ATTRIBUTES}(?:(?<=/)>|>.*?</w:(?P=change)>)"
    rf"|<w:(?P<gone>del|moveFrom){_ATTRIBUTES}(?<!/)>.*?</w:(?P=gone)>"
    rf"|</?w:(?:ins|del|moveTo|moveFrom|cellIns|cellDel|cellMerge|move(?:From|To)Range(?:Start|End)){_ATTRIBUTES}/?>",
    re.DOTALL,
)
_IS_TRACKED = re.compile(rf"<w:(?:ins|del|moveTo|moveFrom|cellIns|cellDel|cellMerge|(?:{_CHANGES})Change)\b")
_DELETED_ROW = re.compile(
    r"<w:tr(?=[\s>])(?:(?!</?w:tr[\s>]|<w:tc[\s>]).)*<w:trPr>(?:(?!</w:trPr>).)*<w:del\b(?:(?!</?w:tr[\s>]).)*</w:tr>",
    re.DOTALL,
)
_NO_TEXT = re.compile(r"<w:t(?: xml:space=\"preserve\")?></w:t>")
_LOOK = r"(?:<w:rPr/>|<w:rPr>(?:(?!</?w:rPr|</?w:r[\s>]).)*</w:rPr>)?"
_NO_RUN = re.compile(r"<w:r(?:\s[^<>]*)?>" + _LOOK + "</w:r>", re.DOTALL)
_EDGE = r"<w:r(?:\s[^<>]*)?>" + _LOOK + r"<w:fldChar\s[^<>]*w:fldCharType=\"{}\"[^<>]*/></w:r>"
_INSTRUCTION = r"(?:<w:r(?:\s[^<>]*)?>" + _LOOK + r"<w:instrText(?:\s[^<>]*)?>[^<]*</w:instrText></w:r>)+"
_NO_LINK = re.compile(
    r"<w:hyperlink\s[^<>]*(?<!/)></w:hyperlink>|"
    + _EDGE.format("begin") + _INSTRUCTION + _EDGE.format("separate") + _EDGE.format("end"),
    re.DOTALL,
)  # fmt: skip
_IS_LINK = re.compile(r">\s*HYPERLINK\b|\A<w:hyperlink")
_BARE_TEXT = re.compile(r"<w:t>(?=\s|[^<]*\s</w:t>)")


def accepted(text: str) -> str:
    """Accept all tracked changes of a text and take empty runs and links away; spaces at the ends of others stay."""
    if _IS_TRACKED.search(text):
        text = _OLD.sub("", _DELETED_ROW.sub("", text))
    text = _NO_RUN.sub("", _NO_TEXT.sub("", text))
    text = _NO_LINK.sub(lambda found: "" if _IS_LINK.search(found[0]) else found[0], text)
    return _BARE_TEXT.sub('<w:t xml:space="preserve">', text)
