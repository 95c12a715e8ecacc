"""Hypothesis strategies for text of six scripts, with the characters that trip programs up."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = {
    "ar": ["تحيط علما بالتقرير.", "البند ١٠٨ من جدول الأعمال", "هل اجتمعت اللجنة؟", "الدول الأعضاء، والمراقبون؛"],
    "en": [
        "The Committee took note.",
        "See para. 12 of A/76/912.",
        "Members of the Group:",
        "H.E. Mr. A. Smith",
        "Annex I",
    ],
    "es": ["La Comisión tomó nota.", "¿Qué párr. 3 dice?", "El Excmo. Sr. Núñez", "Tema 108 del programa"],
    "fr": ["La Commission a pris note.", "Voir par. 12 : « sic ».", "S. E. M. Lefèvre", "Point 108 de l’ordre du jour"],
    "ru": ["Комитет принял к сведению.", "См. п. 12 и г-н Ёжиков.", "Пункт 108 повестки дня", "Йемен"],
    "zh": ["委员会注意到该报告。", "见第12段；议程项目108", "“会员国”是什么？", "《联合国宪章》"],
}
"""Invented sentences and titles of each language."""

ODD = [
    "\N{NO-BREAK SPACE}",
    "\N{NARROW NO-BREAK SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{PARAGRAPH SEPARATOR}",
    "\N{NEXT LINE}",
    "\N{FORM FEED}",
    "\N{BYTE ORDER MARK}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\N{ZERO WIDTH JOINER}",
    "\N{SOFT HYPHEN}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{GRINNING FACE}",
    "\N{CJK UNIFIED IDEOGRAPH-20000}",
    "\x0b",
    "\x1c",
    "\x7f",
]
"""Characters that are white space to some, nothing to others, or more than one unit in UTF-16."""

MARKUP = [
    "*", "**", "_", "__", "~~", "`", "``", "```", "[", "]", "(", ")", "](u)", "![", "[^1]", "[^1]: ", "[r]: /u 't'", "[r]",
    "<", ">", "> ", "<b>", "</b>", "<!-- ", " -->", "<1>", "</1>", "<2/>", "<http://a.b>", "https://un.org/en",
    "&amp;", "&lt;1>", "&#10;", "\\", "\\*", "|", "|-|-|", "---", "===", "#", "# ", "## ", "- ", "+ ", "1. ", "12) ",
    "    ", "\t", "  \n", "\\\n", "{#id}", "[ ] ", "~~~", "<div>", "</div>", "\n\n", "\n", "\r\n", "\r", " ", " \"t\")",
]  # fmt: skip
"""What Markdown reads as markup, whole and in parts."""

FURNITURE = [
    "Distr.: General", "27 July 2022", "Original: English", "Original : français", "Seventy-sixth session",
    "Agenda item 108", "(Signed) Pavel Evseenko", "Chargé d'affaires a.i.", "New York, 30 July 2022", "Bahrain", "Niger",
    "(a) ", "II. ", "• ", "76/181. ", "[Original: Russian]", "Annex", "（签名）", "(توقيع)",
]  # fmt: skip
"""Parts of UN documents."""


def sentences(code: str | None = None) -> st.SearchStrategy[str]:
    """Sentences and titles of one language, or of any of the six."""
    chosen = SENTENCES[code] if code else [text for texts in SENTENCES.values() for text in texts]
    return st.sampled_from(chosen)


def texts() -> st.SearchStrategy[str]:
    """Text of six scripts with odd characters, on any number of lines, without NUL and lone surrogates."""
    anything = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
    pieces = st.one_of(sentences(), st.sampled_from(ODD), st.sampled_from(["\n", "\r\n", "\r", " ", "\n\n"]), anything)
    return st.lists(pieces, max_size=20).map("".join)


def markdown() -> st.SearchStrategy[str]:
    """Text full of Markdown and of parts of UN documents."""
    pieces = st.one_of(
        sentences(),
        st.sampled_from(MARKUP),
        st.sampled_from(MARKUP),
        st.sampled_from(FURNITURE),
        st.sampled_from(ODD),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5),
    )
    return st.lists(pieces, max_size=30).map("".join)
