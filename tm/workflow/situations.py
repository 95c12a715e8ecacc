"""Examples of checks that look at more than a pair, or at a file: what is known besides it, and what is said then."""

from __future__ import annotations

from collections.abc import Mapping

from tm import checks
from tm.checks.check import Body
from tm.checks.editions import Edition, Editions
from tm.checks.knowledge import Dictionary, Knowledge, Remembered
from tm.exchange import po
from tm.model.finding import Finding
from tm.model.language import BY_CODE, ENGLISH, FRENCH, Language
from tm.model.unit import State, Unit

LABELS: Mapping[str, str] = {
    "stale-source": "before",
    "inconsistent-memory": "in the memory",
    "inconsistent-target": "in another document",
    "inconsistent-source": "translated alike",
    "inconsistent-languages": "in the other languages",
    "spelling": "in the dictionary",
}
"""What stands beside the pair in an example of each of these checks, by the check's name."""


def findings_beside(check: str, unit: Unit, languages: tuple[Language, Language], beside: str) -> list[Finding]:
    """Run a check of `LABELS` on a unit of two languages, with what is known besides it.

    Args:
        beside: an old source, another translation, another source, other translations each behind its language
            (`fr: … · ru: …`), or the words of a dictionary.
    """
    source, target = languages
    lang = target.code
    if check == "inconsistent-languages":
        others = {name: text for name, _, text in (part.partition(": ") for part in beside.split(" · "))}
        texts = others | {lang: unit.target}
        editions = [Edition(BY_CODE[code], Body(code, [_unit(unit.source, text)])) for code, text in texts.items()]
        return list(checks.run_languages([Editions(source, editions)], Knowledge(), select=[check]))
    if check in {"inconsistent-target", "inconsistent-source"}:
        other = _unit(unit.source, beside) if check == "inconsistent-target" else _unit(beside, unit.target)
        files = [*(("other.po", target, [other]) for _ in range(2)), ("", target, [unit])]
        found = checks.run_across(files, select=[check])
        return [one for one in found if not one.path]
    if check == "stale-source":
        unit = Unit(unit.source, unit.target, state=State.FUZZY, previous=beside, line=1)
    more = checks.informed(
        Knowledge(
            remembered=lambda *_: [Remembered(beside)],
            dictionaries={lang: Dictionary(frozenset(beside.split()).__contains__)},
        )
    )
    return list(checks.run([unit], path="", source=source, target=target, select=[check], more=more))


def findings_in(lines: str, lang: str) -> list[Finding]:
    """Check lines of a PO file in the folder of a language; where they have no header, it is taken for right.

    Those of English are taken for translations from French.
    """
    language = BY_CODE[lang]
    file = po.parse(lines.encode(), "", savable=False)
    header = file.header or {
        "Language": lang,
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": language.plural_forms,
    }
    found = list(checks.run_file(header, file.units, file.problems, path="", target=language, silenced=True))
    source = FRENCH if language is ENGLISH else ENGLISH
    found += checks.run(file.units, path="", source=source, target=language, silenced=True)
    found += checks.run_silences(file.units, found, path="", target=language)
    return [one for one in found if one.silence is None]


def _unit(source: str, target: str) -> Unit:
    return Unit(source, target, state=State.TRANSLATED, line=1)
