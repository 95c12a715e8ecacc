"""What every store must do when it is asked for phrases; part of `contract.py`."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stores.data import LANGUAGES, entries, pair, real_texts
from tm.memory.concordance import RANKED, Concordance, Wanted, find_hits
from tm.memory.store import Store
from tm.model.match import Entry, Origin, Status
from tm.text.normalize import match_key

NewStore = Callable[[], Store]

_ALONE = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_TOKEN = regex.compile(rf"</?\d+/?>|{_ALONE}|[\w\p{{M}}--{_ALONE}]+|[^\s\w]", regex.V1)
_TAG = regex.compile(r"</?\d+/?>")


@lru_cache(maxsize=20_000)  # every phrase is looked for in the same texts
def words(text: str, *, tags: bool = True) -> tuple[str, ...]:
    """Cut a text into words by the contract alone, as a keyboard writes them that has no signs but those of ASCII."""
    key = re.sub("[\uff01-\uff5e]", lambda wide: unicodedata.normalize("NFKC", wide[0]), match_key(text))
    for signs, sign in (
        ("\u2018\u2019\u02bc", "'"),
        ("\u201c\u201d", '"'),
        ("\u2010\u2011\u2013", "-"),
        ("ё", "е"),
        ("Ё", "Е"),
    ):
        key = re.sub(f"[{signs}]", sign, key)
    return tuple(word for word in _TOKEN.findall(key.casefold()) if tags or not _TAG.fullmatch(word))


def holds(text: str, phrase: str) -> bool:
    """Compare word by word, as anybody would do it who has time."""
    wanted = words(phrase)
    held = words(text, tags=any(map(_TAG.fullmatch, wanted)))
    places = range(len(held) - len(wanted) + 1)
    return bool(wanted) and any(held[place : place + len(wanted)] == wanted for place in places)


def concordance(
    store: Store, phrase: str, source: str = "en", target: str | None = "fr", *, stem: bool = False, limit: int = 10_000
) -> Concordance:
    return find_hits(store, Wanted(phrase, source, target, stem), limit=limit)


def pairs(found: Concordance) -> list[tuple[str, str | None]]:
    return [(hit.source, hit.target) for hit in found.hits]


def sources(found: Concordance) -> list[str]:
    return [hit.source for hit in found.hits]


def some_phrase(rng: random.Random, text: str) -> str:
    """Cut one to five words out of a text, as they stand in it; in Chinese, characters."""
    found = list(_TOKEN.finditer(match_key(text)))
    first = rng.randrange(len(found))
    last = min(first + rng.choice((0, 0, 1, 1, 2, 3, 4)), len(found) - 1)
    return match_key(text)[found[first].start() : found[last].end()]


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("name", ["udhr/udhr.tmx", "sdg/sdg.tmx", "tico19/tico19.tmx.gz"])
def test_phrases_of_real_texts_are_found_as_by_comparing_word_by_word(
    new_store: NewStore, name: str, source: str
) -> None:
    rng = random.Random(f"concordance {name} {source}")
    units = [unit for unit in real_texts(name) if source in unit]
    units = rng.sample(units, min(100, len(units)))
    target = "fr" if source != "fr" else "ru"
    store = new_store()
    store.add(entries(units[:50], "first"))
    concordance(store, "made when it is first asked for", source, target)
    store.add(entries(units[50:], "second"))
    for _ in range(14):
        phrase = some_phrase(rng, rng.choice(units)[source])
        expected = [unit for unit in units if holds(unit[source], phrase)]
        found = concordance(store, phrase, source, target)
        assert set(pairs(found)) == {(unit[source], unit[target]) for unit in expected if target in unit}
        assert len(found.hits) == len(set(pairs(found)))
        assert found.total == len({match_key(unit[source]) for unit in expected if target in unit})
        assert not found.more
        assert set(sources(concordance(store, phrase, source, None))) == {unit[source] for unit in expected}
        assert all(
            words(hit.source[start:end], tags=False) == words(phrase, tags=False)
            for hit in found.hits
            for start, end in hit.spans
        )
    store.close()


@pytest.mark.parametrize("source", ["ar", "en", "es", "fr", "ru"])
def test_with_stems_no_less_is_found_than_without(new_store: NewStore, source: str) -> None:
    rng = random.Random(f"stems {source}")
    units = rng.sample([unit for unit in real_texts("sdg/sdg.tmx") if source in unit], 100)
    target = "fr" if source != "fr" else "ru"
    store = new_store()
    store.add(entries(units, "sdg"))
    more = 0
    for _ in range(40):
        phrase = some_phrase(rng, rng.choice(units)[source])
        plain, stemmed = (set(pairs(concordance(store, phrase, source, target, stem=stem))) for stem in (False, True))
        assert plain <= stemmed
        more += len(stemmed - plain)
    assert more > 0
    store.close()


WORDS = ("the", "The", "of", "of", "<1>", "</1>", ",", '"', "'", "*", "2022", "État", "会", "议", "الأمم", "\0", "1")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_phrases_are_found_while_entries_come_and_change(new_store: NewStore, data: st.DataObject) -> None:
    store, texts = new_store(), dict[str, str]()
    for step in range(data.draw(st.integers(1, 5))):
        for text in data.draw(st.lists(TEXTS, max_size=12)):
            store.add([pair(text, f"fr {step}")])
            texts[text] = f"fr {step}"
        phrase = data.draw(PHRASES)
        found = concordance(store, phrase)
        assert set(pairs(found)) == {(text, target) for text, target in texts.items() if holds(text, phrase)}
    store.close()


LONG = " ".join(f"word{number % 321}" for number in range(1000))
ODD = [
    "Peace AND security", "NEAR(peace, 2) OR NOT war", 'He said "peace*" and ^left: {a b} -x + y', "50 % (fifty)",
    LONG, LONG + " more", "😀 thumbs 👍🏽 up", "never ending ...", "A/75/912, para. 3", "l'État, c'est moi",
    "See <1>General <2/>Assembly</1> 1 and 2", "General < 1 > Assembly", "\N{INFORMATION SEPARATOR ONE}odd\0control\x7f",
    "x" * 40_000, "co-operation", "naïve nai\N{COMBINING DIAERESIS}ve", "Straße STRASSE", "a a a a", "_under_score",
]  # fmt: skip


@pytest.mark.parametrize(
    "phrase",
    [
        "", " ", "\N{SOFT HYPHEN}", "and", "AND", "OR", "NOT", "NEAR(", "peace*", '"', '"peace', "*", ":", "^", "^left:", "{a b}", "-x",
        "'", "''", "(", "%", "_", "\\", ".", "...", ". .", ",", "😀", "👍🏽", "👍", "thumbs 👍🏽", LONG, LONG[:3000], "word320 word0",
        "General Assembly", "<1>", "<1>General", "General <2/>Assembly", "< 1 >", "1", "2 /", "</1> 1", "\0", "odd\0control",
        "control\x7f", "x" * 40_000, "x", "co-operation", "co - operation", "operation", "naïve", "nai\N{COMBINING DIAERESIS}ve", "naive",
        "strasse", "a a", "a a a", "a a a a a", "_under_score", "l'état", "A/75/912", "never seen", "\ue000", "a\ue000a",
    ],
    ids=ascii,
)  # fmt: skip
def test_every_sign_of_a_phrase_stands_for_itself(new_store: NewStore, phrase: str) -> None:
    store = new_store()
    store.add(pair(text, f"fr {number}") for number, text in enumerate(ODD))
    expected = {(text, f"fr {number}") for number, text in enumerate(ODD) if holds(text, phrase)}
    for _ in range(2):
        assert set(pairs(concordance(store, phrase))) == expected
    assert set(pairs(concordance(store, phrase, stem=True))) >= expected
    store.close()


@pytest.mark.parametrize(
    ("text", "phrase", "shown"),
    [
        ("The <1>General</1> Assembly", "general assembly", "General</1> Assembly"),
        ("Re\N{SOFT HYPHEN}so\N{SOFT HYPHEN}lution\N{NO-BREAK SPACE} 1", "resolution", "Re\N{SOFT HYPHEN}so\N{SOFT HYPHEN}lution"),
        ("التوزيـــع: عام", "التوزيع", "التوزيـــع"),
        ("De\N{COMBINING ACUTE ACCENT}claration", "Déclaration", "De\N{COMBINING ACUTE ACCENT}claration"),
        ("  Two\N{NO-BREAK SPACE}\n words ", "two words", "Two\N{NO-BREAK SPACE}\n words"),
        ("STRASSE, Straße", "strasse", "STRASSE"),
        ("\N{RIGHT-TO-LEFT MARK}عام\N{RIGHT-TO-LEFT MARK}", "عام", "عام"),
        ("联合国大会", "国大", "国大"),
        ("de l’Assemblée générale", "l'Assemblée", "l’Assemblée"),
        ("de l'Assemblée générale", "l’Assemblée", "l'Assemblée"),
        ("Права ребёнка", "ребенка", "ребёнка"),
        ("Права ребенка", "Ребёнка", "ребенка"),
        ("优先选择的种类,权利", "种类，权利", "种类,权利"),
        ("到2030年（一）", "到２０３０年(一)", "到2030年（一）"),
        ("the “power of law”", '"power of law"', "“power of law”"),
        ("season 2019–20", "2019-20", "2019–20"),
        ("non\N{NON-BREAKING HYPHEN}State actors", "non-state", "non\N{NON-BREAKING HYPHEN}State"),
    ],
)  # fmt: skip
def test_spans_mark_the_phrase_in_the_text_as_it_is_shown(
    new_store: NewStore, text: str, phrase: str, shown: str
) -> None:
    store = new_store()
    store.add([pair(text, "x")])
    (hit,) = concordance(store, phrase).hits
    start, end = hit.spans[0]
    assert (hit.source, hit.source[start:end]) == (text, shown)
    store.close()


FORMS = [
    ("ar", "الأمم", ["أمم", "بالأمم", "والأمم", "للأمم", "الأمم", "لأمم", "وأمم", "كالأمم", "فالأمم"]),
    ("ar", "قرار", ["القرارات", "قراراتها", "بقراره", "والقرار"]),
    ("ru", "государство", ["государства", "государствами", "ГОСУДАРСТВ"]),
    ("ru", "отчет", ["отчёта", "отчёты", "отчетов"]),
    ("fr", "nationale", ["national", "nationales", "Nationaux"]),
    ("es", "naciones", ["nación", "Nación"]),
    ("en", "nation", ["Nations", "nation"]),
    ("zh", "会议", ["会议"]),
]


@pytest.mark.parametrize(("language", "phrase", "forms"), FORMS)
def test_forms_are_found_by_their_stem(new_store: NewStore, language: str, phrase: str, forms: Sequence[str]) -> None:
    store, target = new_store(), "fr" if language != "fr" else "en"
    texts = [f"1, {form} 2" for form in forms]
    store.add(
        Entry(0, {language: text, target: "x"}, "", Origin(str(number))) for number, text in enumerate([*texts, "1, 2"])
    )
    assert set(sources(concordance(store, phrase, language, target, stem=True))) == set(texts)
    assert set(sources(concordance(store, f", {phrase} 2", language, target, stem=True))) == set(texts)
    store.close()


def test_the_phrase_as_written_comes_first_then_the_shorter_text(new_store: NewStore) -> None:
    store = new_store()
    texts = [
        "Our Nations",
        "The united Nations met",
        "The United Nations met",
        "United Nations",
        "A united nation",
        "united nations",
    ]
    store.add(pair(text, f"fr {number}") for number, text in enumerate(texts))
    expected = ["United Nations", "The United Nations met", "united nations", "The united Nations met"]
    assert sources(concordance(store, "United Nations")) == expected
    assert sources(concordance(store, "United Nations", stem=True)) == [*expected, "A united nation"]
    found = concordance(store, "United Nations", limit=2)
    assert (sources(found), found.total, found.more) == (expected[:2], 4, False)
    store.close()


def test_translations_of_a_text_come_newest_first_and_each_once(new_store: NewStore) -> None:
    store = new_store()
    store.add(
        Entry(0, {"en": "Peace.", "fr": target}, "", Origin(document, f"{document}:1", date))
        for document, target, date in (("a", "Paix.", "2001-01-01"), ("b", "La paix.", "2020-01-01"), ("c", "Paix.", "2010-01-01"))
    )  # fmt: skip
    found = concordance(store, "peace")
    assert [(hit.target, hit.origin) for hit in found.hits] == [
        ("La paix.", Origin("b", "b:1", "2020-01-01")),
        ("Paix.", Origin("c", "c:1", "2010-01-01")),
    ]
    assert found.total == 1
    store.close()


def test_without_a_target_all_translations_are_shown_and_texts_without_one(new_store: NewStore) -> None:
    store = new_store()
    store.add([
        Entry(0, {"fr": "La paix", "en": "Peace"}, "", Origin("a", "a:1", "2001-01-01")),
        Entry(0, {"fr": "La paix", "ru": "Мир"}, "", Origin("a", "a:2", "2002-02-02", "Ana"), status=Status.REVIEWED),
        Entry(0, {"en": "Peace and quiet"}, "", Origin("b", "b:1", "2003-03-03")),
    ])  # fmt: skip
    found = concordance(store, "peace", "en", None)
    assert [(hit.source, hit.target, dict(hit.texts)) for hit in found.hits] == [
        ("Peace", None, {"fr": "La paix", "ru": "Мир"}),
        ("Peace and quiet", None, {}),
    ]
    assert found.hits[0].origin == Origin("a", "a:1", "2001-01-01")
    (hit,) = concordance(store, "мир", "ru", "en").hits
    assert (hit.source, hit.target) == ("Мир", "Peace")
    assert concordance(store, "peace", "en", "es") == Concordance([], 0, more=False)
    assert concordance(store, "peace", "de", "fr") == Concordance([], 0, more=False)
    store.close()


def test_a_text_that_was_replaced_is_not_found(new_store: NewStore) -> None:
    store = new_store()
    store.add([Entry(0, {"en": "A.", "fr": "Ancien texte"}, "", Origin("d"))])
    assert sources(concordance(store, "texte", "fr", "en")) == ["Ancien texte"]
    store.add([Entry(0, {"en": "A.", "fr": "Nouveau texte"}, "", Origin("d"))])
    assert sources(concordance(store, "texte", "fr", "en")) == ["Nouveau texte"]
    assert sources(concordance(store, "texte", "fr", None)) == ["Nouveau texte"]
    store.close()


def test_of_a_very_frequent_word_the_last_texts_are_ranked(new_store: NewStore) -> None:
    store = new_store()
    store.add(pair(f"The text {number}", "x", document=str(number)) for number in range(RANKED + 10))
    found = concordance(store, "the", limit=5)
    assert (len(found.hits), found.total, found.more) == (5, RANKED, True)
    every = concordance(store, "the", limit=RANKED + 10)
    assert (len(every.hits), every.total, every.more) == (RANKED + 10, RANKED + 10, False)
    store.close()


def test_half_a_character_is_found_nowhere(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("A text", "x")])
    assert concordance(store, "half \ud800").hits == []
    assert concordance(store, "\ud800").hits == []
    store.close()
