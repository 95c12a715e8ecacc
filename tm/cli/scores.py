"""Set scores and post-editing effort as tables for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from tm.cli import output
from tm.evaluation.effort import Effort
from tm.evaluation.quality import LABELS, TRIALS, Comparison, Score
from tm.workflow.effort import Worth
from tm.workflow.pairs import LeftOut
from tm.workflow.score import Report, Scored


def tell_left_out(left_out: LeftOut, lang: str) -> None:
    """Say on stderr what was not compared, and why."""
    reasons = {
        "only in the hypothesis": left_out.only_in_hypothesis,
        "only in the reference": left_out.only_in_reference,
        "not finished in the reference": left_out.reference_unfinished,
        "not finished in the hypothesis": left_out.hypothesis_unfinished,
    }
    told = ", ".join(f"{number} {reason}" for reason, number in reasons.items() if number)
    if told:
        output.note(f"{lang}: units left out: {told}")


def as_json(report: Report, named: Sequence[str]) -> dict[str, object]:
    """Give the scores; where there is one language only, what is said of it stands at the top, too."""
    hypothesis, *other, reference = named
    languages = [_figures(one) for one in report.languages]
    return {
        "hypothesis": hypothesis,
        "reference": reference,
        **({"other": other[0]} if other else {}),
        **(languages[0] if len(languages) == 1 else {}),
        "languages": languages,
        "documents": [{"document": one.document, **_figures(one)} for one in report.documents],
        "worst": [{**asdict(one), "chrf": _round(one.chrf)} for one in report.worst],
    }


def _figures(one: Scored) -> dict[str, object]:
    scores = {name: _score(score) for name, score in one.scores.items()}
    against = {name: _comparison(found) for name, found in one.against.items()}
    return {
        "lang": one.lang,
        "segments": one.segments,
        "empty": one.empty,
        **scores,
        "left_out": asdict(one.left_out),
        **({"against": against} if against else {}),
    }


def _score(score: Score) -> dict[str, object]:
    low, high = (None if end is None else _round(end) for end in (score.low, score.high))
    return {"score": _round(score.value), "low": low, "high": high, "signature": score.signature}


def _comparison(found: Comparison) -> dict[str, object]:
    return {
        "score": _round(found.ours),
        "other": _round(found.theirs),
        "difference": _round(found.theirs - found.ours),
        "p": round(found.p, 6),
        "signature": found.signature,
    }


def _round(points: float) -> float:
    return round(points, 4)


def print_text(report: Report, named: Sequence[str]) -> None:
    """Print a line for each document and language, the signatures, the test, and the worst segments."""
    head = ["document", "language", "segments"]
    metrics = list(report.languages[0].scores)
    for name in metrics:
        head += [LABELS[name], "95 %"]
    documents = Counter(one.lang for one in report.documents)
    rows = [head, *map(_row, report.documents)]
    rows += [_row(one) for one in report.languages if documents[one.lang] > 1]
    print(output.table(rows, right=range(2, len(head))), end="\n\n")
    _print_signatures(report, metrics)
    for one in report.languages:
        if one.against:
            print()
            _print_test(one, named)
    if report.worst:
        _print_worst(report)


def _print_signatures(report: Report, metrics: Sequence[str]) -> None:
    """Print each signature once, with the languages that it holds for."""
    for name in metrics:
        signatures: dict[str, list[str]] = {}
        for one in report.languages:
            signatures.setdefault(one.scores[name].signature, []).append(one.lang)
        for signature, languages in signatures.items():
            print(f"{LABELS[name]} {', '.join(languages)}: {signature}")


def _print_worst(report: Report) -> None:
    print(f"\nThe worst {output.count(len(report.worst), 'segment')} by chrF++:")
    for segment in report.worst:
        print(f"\n{segment.path}:{segment.line}: {segment.chrf:.1f}")
        for label, text in (
            ("source", segment.source),
            ("hypothesis", segment.hypothesis),
            ("reference", segment.reference),
        ):
            if text or label != "source":
                print(f"  {label:10}  {' '.join(text.splitlines())}")


def _row(one: Scored) -> list[str]:
    cells = [one.document or "all", one.lang, str(one.segments)]
    for score in one.scores.values():
        known = score.low is not None and score.high is not None
        cells += [f"{score.value:.1f}", f"{score.low:.1f}–{score.high:.1f}" if known else "–"]
    return cells


def _print_test(one: Scored, named: Sequence[str]) -> None:
    rows = [[one.lang, named[0], named[1], "difference", "p"]]
    for name, found in one.against.items():
        figures = [f"{found.ours:.1f}", f"{found.theirs:.1f}", f"{found.theirs - found.ours:+.2f}", f"{found.p:.4f}"]
        rows.append([LABELS[name], *figures])
    print(output.table(rows, right=range(1, 5)))
    print(f"p: how likely chance alone sets them so far apart (approximate randomization, {TRIALS:,} trials)")


def effort_json(worth: Sequence[Worth], pretranslated: str, final: str) -> dict[str, object]:
    """Give the effort by language; in it by band, by origin and by document."""
    return {
        "pretranslated": pretranslated,
        "final": final,
        "languages": [
            {
                "lang": one.lang,
                **_effort(one.total),
                "memory": {"asked_words": one.asked, **_effort(one.memory)},
                "bands": {band: _effort(done) for band, done in one.bands.items()},
                "origins": [{"document": name, **_effort(done)} for name, done in one.origins.items()],
                "documents": [{"document": name, **_effort(done)} for name, done in one.documents.items()],
                "left_out": asdict(one.left_out),
                "signature": one.signature,
            }
            for one in worth
        ],
    }


def _effort(done: Effort) -> dict[str, object]:
    return {
        "units": done.units,
        "words": done.words,
        "untouched": done.untouched,
        "untouched_words": done.untouched_words,
        "ter": _round(done.ter),
        "saved": round(done.saved, 1),
    }


def print_effort(worth: Sequence[Worth], rates: Mapping[str, float]) -> None:
    """Print a table of the bands and one of the origins for each language, and what the memory saved."""
    head = ["units", "words", "untouched", "%", "TER", "saved words"]
    for number, one in enumerate(worth):
        print("\n" * bool(number), end="")
        rows = [[one.lang, *head, "rate %"]]
        rows += [[band, *_cells(done), f"{rates[band]:g}" if band in rates else ""] for band, done in one.bands.items()]
        rows.append(["total", *_cells(one.total), ""])
        print(output.table(rows, right=range(1, 8)))
        if one.origins:
            rows = [["origin", *head], *([name, *_cells(done)] for name, done in one.origins.items())]
            print("\n" + output.table(rows, right=range(1, 7)))
        if len(one.documents) > 1:
            rows = [["document", *head], *([name, *_cells(done)] for name, done in one.documents.items())]
            print("\n" + output.table(rows, right=range(1, 7)))
        share = 100 * one.memory.saved / max(one.asked, 1)
        print(f"\n{one.lang}: the memory saved {one.memory.saved:.0f} of {one.asked} words ({share:.0f} %)")
        print(f"TER: {one.signature}")


def _cells(done: Effort) -> list[str]:
    share = 100 * done.untouched / max(done.units, 1)
    figures = [str(done.units), str(done.words), str(done.untouched), f"{share:.0f}"]
    return [*figures, f"{done.ter:.1f}", f"{done.saved:.1f}"]
