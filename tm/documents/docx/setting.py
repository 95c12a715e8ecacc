"""Language and direction of a version: how Word is told that a text is Arabic, Chinese or another of the six."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.documents.docx.direction import turned
from tm.documents.docx.markup import attribute, with_attribute
from tm.documents.docx.properties import find, put
from tm.model.language import Language

_TAGS = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_ATTRIBUTE = {"ar": "w:bidi", "zh": "w:eastAsia"}
_PART = re.compile(r"(\0[^\0]*\0)")
_ROOT = re.compile(r"<w:(document|footnotes|endnotes|hdr|ftr|styles|numbering|settings)[\s>]")
_LANG = re.compile(r"<w:(?:lang|themeFontLang)\s[^>]*>")
_DEFAULTS = re.compile(r"<w:rPrDefault>\s*(<w:rPr>.*?</w:rPr>|<w:rPr/>)\s*</w:rPrDefault>", re.DOTALL)
_RUN = re.compile(
    r"(?P<open><w:r(?:\s[^>]*)?(?<!/)>)(?P<look><w:rPr/>|<w:rPr>(?:(?!</?w:rPr>).)*</w:rPr>)?(?=<w:t[\s>])", re.DOTALL
)
_EAST = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·]")


def set_for(text: str, source: str, target: Language) -> str:
    """Set the text of a Word file for a language.

    Args:
        source: code of the language that it was set for.
    """
    parts = _PART.split(text)
    for place, part in enumerate(parts):
        root = _ROOT.search(part[:10_000])
        if root:
            parts[place] = _set(part, root[1], source, target)
    return "".join(parts)


def _set(xml: str, root: str, source: str, target: Language) -> str:
    def tagged(lang: re.Match[str]) -> str:
        return with_attribute(lang[0], _ATTRIBUTE.get(target.code, "w:val"), _TAGS[target.code])

    if root == "styles":
        xml = _DEFAULTS.sub(_with_language, xml)
    xml = _LANG.sub(tagged, xml)
    if target.code == "zh" and root not in {"styles", "numbering", "settings"}:
        xml = _hinted(xml)
    return turned(xml, root, to_rtl=target.is_rtl) if target.is_rtl or source == "ar" else xml


def _with_language(defaults: re.Match[str]) -> str:
    if find(defaults[1], "w:lang"):
        return defaults[0]
    return defaults[0].replace(defaults[1], put(defaults[1], '<w:lang w:val="en-GB"/>', "w:rPr"))


def _hinted(xml: str) -> str:
    """Say of runs with Chinese text that quotation marks and dashes in it are Chinese, too, and as wide."""

    def hinted(run: re.Match[str]) -> str:
        text = xml[run.end() : xml.index("</w:r>", run.end())]
        if not _EAST.search(text):
            return run[0]
        return run["open"] + _with_hint(run["look"] or "")

    return _RUN.sub(hinted, xml)


@lru_cache(maxsize=4096)
def _with_hint(look: str) -> str:
    fonts = find(look, "w:rFonts") or "<w:rFonts/>"
    if attribute(fonts, "w:hint"):
        return look
    return put(look, with_attribute(fonts, "w:hint", "eastAsia"), "w:rPr")
