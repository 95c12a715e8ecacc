"""Scores, intervals and tests are those of sacrebleu itself, in all five languages; each says by what settings."""

import gzip
import html
import random
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.base import Metric
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest

from tm.evaluation.quality import METRICS, compare, measure, score, segment_scores, together
from tm.evaluation.sampling import p_value

TICO19 = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "tico19" / "tico19.tmx.gz"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")

REFERENCES = {
    "ar": ("عقد المجلس جلسة، واعتمد القرار 1325 (2000).", "وشكر الرئيسُ الأعضاءَ على تعاونهم."),
    "es": ("El Consejo se reunió y aprobó la resolución 1325 (2000).", "¿Quién ha de pagarlo?"),
    "fr": ("Le Conseil s’est réuni et a adopté la résolution 1325 (2000).", "Le « Groupe des Amis » s’en félicite."),
    "ru": ("Совет провел заседание и принял резолюцию 1325 (2000).", "«Группа друзей» приветствует это."),
    "zh": ("安理会举行会议，通过了第1325（2000）号决议。", "“之友小组”对此表示欢迎。"),
}


def spoil(texts: Sequence[str], language: str, seed: int) -> list[str]:
    """Leave out every sixth word, or character of Chinese, or so."""
    chance = random.Random(seed)
    gap = "" if language == "zh" else " "
    words = (list(text) if language == "zh" else text.split(" ") for text in texts)
    return [gap.join(word for word in some if chance.random() > 1 / 6) for some in words]


def theirs(language: str) -> dict[str, Metric]:
    chinese = language == "zh"
    return {
        "bleu": BLEU(tokenize="zh" if chinese else "intl"),
        "chrf": CHRF(word_order=2),
        "ter": TER(normalized=chinese, asian_support=chinese),
    }


def real(language: str, count: int) -> list[str]:
    """Give the first segments of a language that are really published; skip the test where they are not here."""
    if not TICO19.exists():
        pytest.skip("the shared data is not here")
    with gzip.open(TICO19, "rt", encoding="utf-8") as lines:
        found = (re.search(rf'xml:lang="{language}"><seg>(.*)</seg>', line) for line in lines)
        return [html.unescape(match[1]) for match in islice(filter(None, found), count)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_text_has_the_best_scores_and_is_sure_of_them(language: str) -> None:
    texts = REFERENCES[language]
    found = {each.name: score(each, samples=20) for each in measure(texts, texts, language)}
    assert list(found) == list(METRICS)
    for name, best in {"bleu": 100, "chrf": 100, "ter": 0}.items():
        assert (found[name].value, found[name].low, found[name].high) == pytest.approx((best, best, best))


def test_bleu_of_headings_alone_is_not_nought_and_says_so() -> None:
    found = score(measure(["Annexe", "Point 108"], ["Annexe", "Point 108"], "fr")[0], samples=20)
    assert (found.value, found.low, "|eff:yes|" in found.signature) == (pytest.approx(100), pytest.approx(100), True)


@pytest.mark.parametrize(
    ("language", "tokenizer", "case"),
    [("ar", "intl", "norm:no"), ("fr", "intl", "norm:no"), ("ru", "intl", "norm:no"), ("zh", "zh", "norm:yes")],
)
def test_signatures_tell_the_tokenizers_of_the_language(language: str, tokenizer: str, case: str) -> None:
    texts = REFERENCES[language]
    bleu, chrf, ter = (score(each, samples=20).signature for each in measure(texts, texts, language))
    assert bleu.startswith(f"nrefs:1|bs:20|seed:12345|case:mixed|eff:no|tok:{tokenizer}|smooth:exp|version:")
    assert "|nc:6|nw:2|space:no|" in chrf
    assert case in ter
    assert ("asian:yes" in ter) == (language == "zh")


@pytest.mark.parametrize(
    ("language", "bare", "pointed", "same"),
    [
        ("ru", "группа друзей приветствует это", "«группа друзей» приветствует это", 2),
        ("ar", "اعتمد المجلس القرار وشكر الرئيس", "اعتمد المجلس القرار، وشكر الرئيس", 4),
        ("es", "quién ha de pagarlo", "¿quién ha de pagarlo", 3),
        ("fr", "l Assemblée générale", "l’Assemblée générale", 1),
    ],
)
def test_punctuation_of_each_script_is_parted_from_its_words(language: str, bare: str, pointed: str, same: int) -> None:
    """To 13a a word beside such a sign is another word."""
    ours, other = (measure([bare], [pointed], language, tokenizer=name)[0] for name in ("", "13a"))
    words_in_common = 2  # the counts begin with both lengths
    assert ours.counts[0][words_in_common] == len(bare.split())
    assert other.counts[0][words_in_common] == same


def test_a_chinese_character_is_a_word_to_ter() -> None:
    assert score(measure(["安理会举行了会议"], ["安理会举行会议"], "zh")[2]).value == pytest.approx(100 / 7)


def test_inline_tags_are_no_words() -> None:
    assert score(measure(["<1>Le Conseil</1><2/>"], ["Le Conseil"], "fr")[2]).value == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_and_intervals_of_real_text_are_those_of_sacrebleu(language: str) -> None:
    references = real(language, 30)
    hypotheses = spoil(references, language, 1)
    for ours in measure(hypotheses, references, language):
        metric = theirs(language)[ours.name]
        its = metric.corpus_score(hypotheses, [references], n_bootstrap=100)
        found = score(ours, samples=100)
        assert found.low is not None
        assert found.high is not None
        assert (found.value, (found.high - found.low) / 2) == pytest.approx((its.score, its._ci), rel=1e-5)
        assert found.signature == str(metric.get_signature())
        first = metric.sentence_score(hypotheses[0], [references[0]]) if ours.name != "bleu" else None
        assert first is None or segment_scores(ours)[0] == pytest.approx(first.score)


def test_the_test_of_real_text_is_that_of_sacrebleu_but_where_swaps_leave_the_scores_as_far_apart() -> None:
    references = real("fr", 40)
    one, other = spoil(references, "fr", 1), spoil(references, "fr", 2)
    _, scores = PairedTest([("other", other), ("one", one)], theirs("fr"), [references], "ar", n_samples=500)()
    pairs = zip(measure(one, references, "fr"), measure(other, references, "fr"), strict=True)
    for (ours, its), label in zip(pairs, ("BLEU", "chrF2++", "TER"), strict=True):
        second, first = scores[label]
        found = compare(ours, its, trials=500)
        assert (found.ours, found.theirs) == pytest.approx((first.score, second.score))
        expected = first.p_value if first.score != pytest.approx(second.score) else 1
        assert found.p == pytest.approx(expected)
        assert "|ar:500|seed:12345|" in found.signature


def test_a_text_does_not_differ_from_itself_and_differs_from_a_far_worse_one() -> None:
    texts = [text for texts in REFERENCES.values() for text in texts][4:8] * 5
    good, bad = measure(texts, texts, "fr"), measure(["Non."] * len(texts), texts, "fr")
    assert [compare(each, each, trials=300).p for each in good] == [1, 1, 1]
    assert all(compare(one, other, trials=300).p < 0.01 for one, other in zip(good, bad, strict=True))


def test_one_segment_that_differs_is_no_difference_that_chance_would_not_give() -> None:
    texts = [text for texts in REFERENCES.values() for text in texts][4:8] * 5
    for ours, its in zip(measure(texts, texts, "fr"), measure([*texts[:-1], "Non."], texts, "fr"), strict=True):
        assert compare(ours, its, trials=300).p == 1


def test_one_segment_tells_nothing_of_others() -> None:
    found = score(measure(["Le Conseil"], ["Le conseil"], "fr")[1])
    assert (found.low, found.high) == (None, None)


def test_blocks_of_any_size_draw_the_same() -> None:
    ours, its = (np.array([[number * seed % 11, 9] for number in range(50)], dtype=float) for seed in (3, 5))
    once, *others = (
        p_value(ours, its, lambda total: float(total[0] / total[1]), 1000, cells=cells) for cells in (10**6, 1, 5000)
    )
    assert 0.01 < once < 1
    assert others == [once, once]


TEXTS = st.lists(st.text("abc ,.«»عد会议的да", max_size=12), min_size=2, max_size=6)


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_scores_lie_within_their_bounds_and_parts_make_the_whole(one: list[str], other: list[str], lang: str) -> None:
    size = min(len(one), len(other))
    one, other = one[:size], other[:size]
    whole = measure(one, other, lang)
    parts = zip(measure(one[:1], other[:1], lang), measure(one[1:], other[1:], lang), strict=True)
    for every, some in zip(whole, parts, strict=True):
        found = score(every, samples=20)
        assert 0 <= found.value <= (100 + 1e-9 if every.name != "ter" else float("inf"))
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.high
        assert score(together(some), samples=20) == found
