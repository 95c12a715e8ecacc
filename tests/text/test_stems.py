"""Forms of a word have one stem, and what is no word is its own."""

import importlib

import pytest

from tm.text.stems import Stems
from tm.text.words import words

FAMILIES = [
    ("ar", "الأمم بالأمم والأمم للأمم وبالأمم كالأمم فالأمم وللأمم لأمم أمم"),  # nations
    ("ar", "بلد البلد بلدان البلدان للبلدان بلدانهم وبلدان"),  # country
    ("ar", "الدولة دولة دول للدول لدولة والدولة"),  # State
    ("ar", "قرار القرار القرارات قراراتها وقرارها بقراره"),  # resolution
    ("ar", "وزير الوزير للوزير والوزير"),  # minister
    ("ar", "متحدة المتحدة والمتحدة المُتَّحِدَة"),  # united
    ("ru", "развитие развития развитию развитием"),
    ("ru", "отчёт отчета отчётами"),
    ("ru", "ребёнок ребенок ребёнка ребенком"),  # child
    ("ru", "беженец беженца беженцы беженцев беженцами"),  # refugee
    ("ru", "поправка поправки поправок поправками"),  # amendment
    ("ru", "европеец европейца европейцев"),  # European
    ("ru", "отец отца отцов"),  # father
    ("ru", "ячейка ячеек ячейки"),  # cell
    ("ru", "день дня дню днём дне дни дней дням днями днях"),  # day
    ("ru", "уровень уровня уровней уровнями"),  # level
    ("ru", "письмо письма писем письмами"),  # letter
    ("ru", "земля земли земель землях"),  # land
    ("ru", "человек человека человеком"),  # person
    ("ru", "срок срока сроков сроками"),  # term
    ("ru", "орган органа органу органом органе органы органов органам органами органах"),  # body
    ("ru", "Устав Устава Уставу Уставом Уставе"),  # Charter
    ("ru", "состав состава составе составом"),  # composition
    ("ru", "персонал персонала персоналу персоналом персонале"),
    ("ru", "система системы системе систему системой систем системам системами системах"),
    ("ru", "проблема проблему проблем проблемой"),
    ("ru", "режим режима режимов режимом"),
    ("ru", "объём объем объема объёмов объемом"),  # volume
    ("ru", "опыт опыта опыту опытом опыте"),  # experience
    ("ru", "инициатива инициатив инициативу инициативами"),
    ("ru", "обмен обмена обмену обменом обмене"),  # exchange
    ("ru", "остров острова островов островам островами"),  # island
    ("ru", "гражданин граждане граждан гражданами гражданам гражданина"),  # citizen
    ("ru", "Афганистан Афганистана Афганистану Афганистаном Афганистане"),
    ("ru", "Корея Кореи Корее Корею Кореей"),
    ("ru", "Китай Китая Китаю Китаем Китае"),
    ("ru", "случай случая случаев случаями случаях"),  # case
    ("ru", "идея идеи идей идею идеями"),
    ("ru", "правило правила правил правилам правилами"),  # rule
    ("ru", "доброволец добровольца добровольцы добровольцев"),  # volunteer
    ("ru", "владелец владельца владельцев"),  # owner
    ("ru", "время времени временем времена времён временам"),
    ("ru", "имя имени именем имена имен"),  # name
    ("ru", "мать матери матерью матерей матерям"),  # mother
    ("ru", "люди людей людям людьми людях"),
    ("fr", "national nationale nationales nationaux"),
    ("es", "nación naciones"),
    ("en", "resolution resolutions"),
]


@pytest.mark.parametrize(("language", "forms"), FAMILIES)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len(set(Stems(language).of(forms.casefold().split()))) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "وكالة", "آلة"),  # agency, tool
        ("ar", "كتاب", "تابع"),  # book, follow
        ("ar", "المياه", "المهم"),  # the water, the important
        ("ru", "государство", "государь"),
        ("ru", "жестокое", "жёсткое"),  # cruel, hard
        ("ru", "сток", "стек"),  # drain, stack
        ("ru", "времени", "временный"),  # time, temporary
        ("ru", "имени", "именно"),  # name, namely
        ("ru", "правила", "право"),  # rules, right
        ("ru", "режимы", "режет"),  # regimes, cuts
        ("ru", "лицей", "лице"),  # secondary school, face
        ("ru", "уставом", "уста"),  # Charter, lips
        ("en", "nation", "nature"),
    ],
)
def test_other_words_have_other_stems(language: str, one: str, other: str) -> None:
    stems = Stems(language)
    assert stems[one] != stems[other]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_numbers_signs_and_chinese_stay_as_they_are(language: str) -> None:
    tokens = ["75", "/", "<1>", "٣٠", "会", "…", "😀", "_"]
    assert list(Stems(language).of(tokens)) == tokens


SENTENCES = {
    "english": "Recalling its previous resolutions, the General Assembly urgently calls upon Member States’ parliaments.",
    "french": "Rappelant ses précédentes résolutions, l’Assemblée générale engage instamment les parlements nationaux.",
    "russian": "Ссылаясь на свои предыдущие резолюции, Генеральная Ассамблея настоятельно призывает парламенты государств.",
    "spanish": "Recordando sus resoluciones anteriores, la Asamblea General exhorta encarecidamente a los parlamentos.",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_stems_are_those_of_the_library_written_in_python(name: str) -> None:
    module = importlib.import_module(f"snowballstemmer.{name}_stemmer")
    slow = getattr(module, f"{name.title()}Stemmer")()
    language = {"english": "en", "french": "fr", "russian": "ru", "spanish": "es"}[name]
    held = words(SENTENCES[name])
    assert list(Stems(language).of(held)) == list(map(slow.stemWord, held))
