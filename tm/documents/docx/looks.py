"""The look of a run: when two are the same to a reader, and what to call one."""

from __future__ import annotations

from functools import lru_cache

from tm.documents.docx.markup import attribute, children
from tm.text.layer import Layer

PLAIN = "<w:rPr/>"

_UNSEEN = frozenset(
    "lang noProof webHidden snapToGrid spacing w kern rtl cs bCs iCs szCs fitText em eastAsianLayout oMath specVanish"
    " rPrChange ins del moveFrom moveTo".split()
)
"""Properties that make no difference to the words of a translation: of proofing, of other scripts, of fine spacing."""

_TOGGLES = {
    "b": "bold",
    "i": "italic",
    "strike": "strikethrough",
    "dstrike": "strikethrough",
    "smallCaps": "small capitals",
    "caps": "capitals",
    "vanish": "hidden",
}
_OTHERS = {"color": "colour", "highlight": "highlighted", "shd": "shaded", "sz": "size", "rFonts": "font"}
_STYLES = {"strong": "bold", "emphasis": "italic"}
_OFF = frozenset({"0", "false", "off", "none"})


@lru_cache(maxsize=4096)
def look(properties: str) -> Layer:
    """Make a layer of the properties of a run, `<w:rPr>…</w:rPr>` or nothing."""
    kept = [(name.removeprefix("w:"), raw) for name, raw in children(properties)] if properties else []
    kept = [(name, raw) for name, raw in kept if name not in _UNSEEN and not _says_nothing(name, raw)]
    if not kept:
        return Layer(PLAIN, "", "plain", PLAIN)
    raw = "".join(raw for name, raw in children(properties) if name != "w:rPrChange")
    words = dict.fromkeys(filter(None, (_word(name, raw) for name, raw in kept)))
    words = dict.fromkeys(w for w in words if w not in _OTHERS.values()) or words
    return Layer(f"<w:rPr>{raw}</w:rPr>", "", ", ".join(words) or "plain", "".join(sorted(raw for _, raw in kept)))


def _says_nothing(name: str, raw: str) -> bool:
    value = attribute(raw, "w:val")
    return (
        (name in _TOGGLES and value in _OFF)
        or (name == "color" and value == "auto" and "Theme" not in raw)
        or (name == "u" and value == "none")
        or (name == "vertAlign" and value == "baseline")
        or (name == "position" and value == "0")
        or (name == "rFonts" and set(raw.split()[1:]) <= {'w:hint="eastAsia"/>', 'w:hint="cs"/>', 'w:hint="default"/>'})
    )


def _word(name: str, raw: str) -> str:
    value = attribute(raw, "w:val")
    if name == "vertAlign":
        return value
    if name == "rStyle":
        return _STYLES.get(value.lower(), "style " + value)
    if name == "u":
        return "underlined"
    return _TOGGLES.get(name) or _OTHERS.get(name, "")
