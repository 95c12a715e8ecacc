"""Measure what a translator changed of pretranslated PO files: what the memory was worth, by band and by origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tm.evaluation.effort import BANDS, LOW, NEW, UNNAMED, Edited, Effort, efforts, total
from tm.evaluation.leverage import band_of_match
from tm.memory.provenance import read_provenance
from tm.model.errors import SettingsError
from tm.workflow.pairs import LeftOut, Paired
from tm.workflow.status import count_words


@dataclass(frozen=True, slots=True)
class Worth:
    """What was done in one language.

    Attributes:
        bands: those that there are, the most alike first.
        origins: by the document that the text came from, the most words first; what came from none is not among them.
        documents: by the document that was translated.
        signature: of TER.
    """

    lang: str
    total: Effort
    bands: Mapping[str, Effort]
    origins: Mapping[str, Effort]
    documents: Mapping[str, Effort]
    left_out: LeftOut
    signature: str

    @property
    def memory(self) -> Effort:
        """Of all, what came from the memory."""
        return total(done for band, done in self.bands.items() if band not in {UNNAMED, NEW})

    @property
    def asked(self) -> int:
        """Words of the units that the memory was asked for: all but those that had a text of another origin."""
        return self.total.words - self.bands.get(UNNAMED, Effort()).words


def effort(paired: Iterable[Paired]) -> Sequence[Worth]:
    """Measure documents that were joined with unfinished units counted, the pretranslated file as hypothesis.

    Raises:
        SettingsError: a side is no PO file, or nothing is finished.
    """
    known: dict[str, list[Paired]] = {}
    for one in paired:
        for part in one.parts:
            if part.is_text:
                raise SettingsError(f"{part.path}: not a PO file: the effort is told by PO files, before and after")
        known.setdefault(one.lang, []).append(one)
    found = [_worth(lang, documents) for lang, documents in known.items() if any(one.pairs for one in documents)]
    if not found:
        path = next(one.parts[-1].path for documents in known.values() for one in documents)
        raise SettingsError(f"{path}: no unit of it is finished: translate it first")
    return found


def _worth(lang: str, documents: Sequence[Paired]) -> Worth:
    edited = [unit for one in documents for unit in _edited(one)]
    measured, signature = efforts(edited, lang)
    rows = list(zip(edited, measured, strict=True))
    bands, origins = _by(rows, lambda unit: unit.band), _by(rows, lambda unit: unit.origin)
    return Worth(
        lang,
        total(measured),
        {band: bands[band] for band in BANDS if band in bands},
        dict(sorted(((name, done) for name, done in origins.items() if name), key=lambda row: -row[1].words)),
        _by(rows, lambda unit: unit.document),
        sum((one.left_out for one in documents), LeftOut()),
        signature,
    )


def _edited(one: Paired) -> Iterable[Edited]:
    for pair in one.pairs:
        before = pair.hypotheses[0]
        band, origin = band_of_note(pair.line.origin) if before else (NEW, "")
        words = count_words(pair.reference.source)
        yield Edited(one.name, one.lang, band, origin, words, before, pair.reference.text)


def band_of_note(note: str) -> tuple[str, str]:
    """Name the band and the document that the note of a pretranslated unit tells of.

    >>> band_of_note("87% A/75/912 (2021-07-21)"), band_of_note("")
    (('85-94', 'A/75/912'), ('unnamed', ''))
    """
    told = read_provenance(note)
    if told is None:
        return UNNAMED, ""
    band = band_of_match(told.kind, told.score)
    return LOW if band == NEW else band, told.document


def _by(rows: Sequence[tuple[Edited, Effort]], name: Callable[[Edited], str]) -> dict[str, Effort]:
    found: dict[str, list[Effort]] = {}
    for unit, done in rows:
        found.setdefault(name(unit), []).append(done)
    return {key: total(efforts) for key, efforts in found.items()}
