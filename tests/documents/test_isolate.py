"""Left-to-right text within Arabic is read in its own order, and Arabic around it in its own."""

from time import process_time

import pytest

from tm.documents.isolate import isolate


@pytest.mark.parametrize(
    "marked",
    [
        "السيد [Pavel Evseenko] وآخرون",
        "منظمة الأغذية والزراعة ([Food and Agriculture Organization])",
        "بلغ عدد السكان [1 250 300] نسمة",
        "بلغ [1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}300] نسمة",
        "بلغ [1,250,300.5] نسمة و[25%] منهم و[$300]",
        "انظر [A/76/1 (Sect. 3)]، الفقرة [4].",
        "خطة [2030 Agenda] وخطة [Agenda 2030].",
        "الفقرات [3-5] و[7] و[8–10]",
        "الفقرات [3], [4] - [6]",
        "الفقرة [25] ([A/76/1])",
        "([FAO]) [25] دولة",
        "البريد [first.last@un.org] والموقع [https://www.un.org/en/a?b=c].",
        "مدن [Paris, London – New York] وغيرها",
        "السيد [Chargé d'affaires] هنا",
        "قسم [R&amp;D] و[R &amp; D] &amp; غيره &quot;[UN]&quot;",
        'هذا <a href="A/76/1 x">[Food and] نص</a>',
        "هذا [Food <em>and Agriculture</em> Organization] نص",
        "هذا <em>نص [Food and]</em> [Agriculture]",
        "الفقرة <em>[3]</em> وما بعدها",
        "بلغ [<strong>A</strong> 1] ثم",
        "لا شيء هنا.",
    ],
)
def test_one_run_is_one_element(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert isolate(text) == marked.replace("[", '<bdi dir="ltr">').replace("]", "</bdi>")


def test_groups_of_arabic_figures_are_set_from_left_to_right() -> None:
    assert isolate("بلغ ١ ٢٥٠ ٣٠٠ نسمة، أي ١٢") == 'بلغ <bdo dir="ltr">١ ٢٥٠ ٣٠٠</bdo> نسمة، أي ١٢'


def test_a_character_that_is_written_as_an_entity_is_not_cut() -> None:
    assert isolate("بين 3 &amp; 4") == 'بين <bdi dir="ltr">3</bdi> &amp; <bdi dir="ltr">4</bdi>'


def test_square_brackets_belong_to_what_they_follow() -> None:
    assert isolate("انظر Rev.1 [Corr. 2] هنا") == 'انظر <bdi dir="ltr">Rev.1 [Corr. 2]</bdi> هنا'


@pytest.mark.parametrize(
    "piece", ["a ", "1 ", "a(", "1(1)", "a(b) ", "a, ", "a.", "<em>a ", "<em>a</em> ", "٣ ", "&amp;"]
)
def test_long_text_takes_little_time(piece: str) -> None:
    start = process_time()
    isolate(piece * 20_000)
    assert process_time() - start < 1
