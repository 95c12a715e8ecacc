"""Write what could not be aligned for certain into a file for a person: a PO file, or an HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from tm.alignment.beads import Bead
from tm.alignment.sentence import Sentence
from tm.exchange import po
from tm.exchange.atomic import replace_file
from tm.model.errors import SettingsError
from tm.model.language import BY_CODE
from tm.model.unit import Place, State, Unit
from tm.text.web_page import web_page
from tm.workflow.align import Aligned, exactly, text_of

KINDS = (".po", ".html")

_NONE = "no partner found"


def check_kind(path: Path, languages: Sequence[str]) -> None:
    """Refuse a file that cannot hold a review.

    Raises:
        SettingsError: another kind of file, or a PO file for several languages.
    """
    if path.suffix.lower() not in KINDS:
        raise SettingsError(f"{path}: not a file for a review: let its name end in .po or .html")
    if path.suffix.lower() == ".po" and len(languages) > 1:
        raise SettingsError(f"{path}: a PO file holds one translation: name an .html file, or one language at a time")


def write_review(path: Path, found: Sequence[Aligned], *, now: datetime) -> None:
    """Write all doubtful stretches to a file, whole or not at all.

    Raises:
        SettingsError: it cannot be written.
    """
    if path.suffix.lower() == ".html":
        replace_file(path, page(found).encode("utf-8"))
        return
    (language,) = found[0].doubtful
    units = list(_distinct(unit for one in found for unit in _units(one, language)))
    source = found[0].source.language
    replace_file(path, po.create(path.stem, BY_CODE[language], source, units, now=now))


def _distinct(units: Iterator[Unit]) -> Iterator[Unit]:
    """Leave out units that a PO file cannot hold twice."""
    seen: set[tuple[str | None, str]] = set()
    for unit in units:
        if unit.key not in seen:
            seen.add(unit.key)
            yield unit


def _units(found: Aligned, language: str) -> Iterator[Unit]:
    """Yield a fuzzy unit for each doubtful pair, an untranslated one for each sentence without a partner."""
    source = found.source.language.code
    ours, theirs = found.sentences[source], found.sentences[language]
    target = next(version.path.name for version in found.targets if version.language.code == language)
    for stretch in found.doubtful[language]:
        left = [place for bead in stretch.beads if not bead.is_pair for place in range(*bead.target)]
        notes = tuple(f"left over: {target}:{theirs[place].line}: {theirs[place].text}" for place in left)
        for bead in stretch.beads:
            if bead.source[0] == bead.source[1]:
                continue
            text = text_of(ours, range(*bead.source), source)
            place = Place(found.source.path.name, ours[bead.source[0]].line)
            said = (f"confidence {exactly(bead.confidence)}" if bead.is_pair else _NONE, *notes)
            translation = text_of(theirs, range(*bead.target), language)
            state = State.FUZZY if bead.is_pair else State.UNTRANSLATED
            yield Unit(text, translation, state=state, places=(place,), notes=said)
            notes = ()


def page(found: Sequence[Aligned]) -> str:
    """Set a self-contained page with the doubtful stretches of all documents side by side."""
    parts = [part for one in found for part in _document(one)]
    body = "\n".join(parts) or "<p>Nothing is doubtful.</p>"
    return web_page("Doubtful alignments", _STYLE, f"<h1>Doubtful alignments</h1>\n<p>{_TOLD}</p>\n{body}")


def _document(found: Aligned) -> Iterator[str]:
    source = found.source.language
    for version in found.targets:
        stretches = found.doubtful[version.language.code]
        if not stretches:
            continue
        names = f"{escape(found.source.path.name)} – {escape(version.path.name)}"
        yield f"<h2>{names}</h2>"
        for stretch in stretches:
            rows = "\n".join(_row(found, bead, version.language.code) for bead in stretch.beads)
            heads = "".join(f"<th>{language.name}</th>" for language in (source, version.language))
            yield f'<table>\n<tr>{heads}<th class="sure">confidence</th></tr>\n{rows}\n</table>'


def _row(found: Aligned, bead: Bead, language: str) -> str:
    source = found.source.language.code
    ours = _cell(found.sentences[source], bead.source, source)
    theirs = _cell(found.sentences[language], bead.target, language)
    sure = exactly(bead.confidence) if bead.is_pair else _NONE
    return f'<tr{"" if bead.is_pair else " class=alone"}>{ours}{theirs}<td class="sure">{sure}</td></tr>'


def _cell(sentences: Sequence[Sentence], places: tuple[int, int], code: str) -> str:
    language = BY_CODE[code]
    lines = "".join(
        f'<p><span class="line">{sentence.line}</span> {escape(sentence.text)}</p>'
        for sentence in (sentences[place] for place in range(*places))
    )
    return f'<td lang="{code}" dir="{language.direction}">{lines}</td>'


_TOLD = (
    "What stands here is not in the memory: pairs of low confidence, and sentences without a partner (shaded)."
    " The small number is the line of the document."
)
_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; margin: 0 0 2rem; table-layout: fixed; width: 100% }
th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: start; vertical-align: top }
td p { margin: .2rem 0 }
.line { color: #666; font-size: .75rem }
.sure { width: 8rem }
.alone td { background: #fff4d6 }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd }
  .line { color: #aaa }
  .alone td { background: #3a3018 }
}
"""
