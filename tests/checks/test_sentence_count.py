"""A sentence that is lost or added shows in the lengths of all, however long the paragraph."""

from __future__ import annotations

import pytest

from tm.checks.sentence_count import gain, loss
from tm.checks.sentences import sentence_ends

SOURCE = (
    "The Special Rapporteur visited three provinces and met with representatives of civil society. "
    "She was not granted access to the detention centre. "
    "She noted with regret that the situation had worsened since her previous visit in October 2019. "
    "The Government informed her that a commission of inquiry would be established before the end of the year."
)
TARGETS = {
    "ar": (
        "وزارت المقررة الخاصة ثلاث مقاطعات والتقت بممثلين عن المجتمع المدني.",
        "ولم يُسمح لها بدخول مركز الاحتجاز.",
        "ولاحظت مع الأسف أن الحالة قد تدهورت منذ زيارتها السابقة في تشرين الأول/أكتوبر 2019.",
        "وأبلغتها الحكومة بأنه سيتم إنشاء لجنة تحقيق قبل نهاية السنة.",
    ),
    "es": (
        "La Relatora Especial visitó tres provincias y se reunió con representantes de la sociedad civil.",
        "No se le permitió el acceso al centro de detención.",
        "Observó con pesar que la situación había empeorado desde su visita anterior, en octubre de 2019.",
        "El Gobierno le informó de que se establecería una comisión de investigación antes de que terminara el año.",
    ),
    "fr": (
        "La Rapporteuse spéciale s’est rendue dans trois provinces et a rencontré des représentants de la société civile.",
        "Elle n’a pas été autorisée à entrer dans le centre de détention.",
        "Elle a noté avec regret que la situation s’était aggravée depuis sa précédente visite, en octobre 2019.",
        "Le Gouvernement l’a informée qu’une commission d’enquête serait créée avant la fin de l’année.",
    ),
    "ru": (
        "Специальный докладчик посетила три провинции и встретилась с представителями гражданского общества.",
        "Ей не был предоставлен доступ в центр содержания под стражей.",
        "Она с сожалением отметила, что со времени ее предыдущего визита в октябре 2019 года ситуация ухудшилась.",
        "Правительство сообщило ей, что до конца года будет учреждена комиссия по расследованию.",
    ),
    "zh": (
        "特别报告员访问了三个省，并会见了民间社会代表。",
        "她未获准进入拘留中心。",
        "她遗憾地注意到，自她2019年10月上次访问以来，局势已经恶化。",
        "政府告诉她，将在年底前设立一个调查委员会。",
    ),
}
SPACE = {"zh": ""}
SIGN = {"ar": "، ", "zh": "，"}


@pytest.mark.parametrize("language", TARGETS)
@pytest.mark.parametrize("place", range(4))
def test_any_sentence_of_a_paragraph_is_missed(language: str, place: int) -> None:
    sentences = list(TARGETS[language])
    whole = SPACE.get(language, " ").join(sentences)
    del sentences[place]
    short = SPACE.get(language, " ").join(sentences)

    assert loss(SOURCE, short, "en", language) > 2.5
    assert loss(SOURCE, whole, "en", language) < 0
    assert gain(short, whole, language, language) > 2


@pytest.mark.parametrize("language", TARGETS)
def test_two_sentences_may_become_one(language: str) -> None:
    first, second, *rest = TARGETS[language]
    joined = f"{first[:-1]}{SIGN.get(language, ', ')}{second[0].lower()}{second[1:]}"

    assert loss(SOURCE, SPACE.get(language, " ").join((joined, *rest)), "en", language) < 2.5


def test_a_sentence_may_begin_with_a_date_or_end_with_a_vowel_sign() -> None:
    assert len(sentence_ends("Школы закрылись по всей стране. 6 марта 2020 года группа вернулась.")) == 1
    assert len(sentence_ends("أغلقت السفارات تمامًا. بدأ العمل من جديد.")) == 1
    assert not sentence_ends("See paras. 12 and following, and annexes in vol. 3 of the report")


def test_the_number_of_a_paragraph_is_no_sentence() -> None:
    assert not sentence_ends("3. Adoption of the agenda and other matters.")
    assert len(sentence_ends("12. The Committee met. It adopted its report.")) == 1
