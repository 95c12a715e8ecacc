"""Find "without" of a source that its translation tells as "with", while another negation hides it: con el permiso."""

from __future__ import annotations

import re
from typing import NamedTuple

from tm.text.pattern import pattern

_WITHOUT = pattern(
    r"(?<!\bnot )(?<!\bnot be )\b(?P<no>without)\s(?:the|their|his|her|its|any|an?|prior|previous|express|free|written"
    r"|adequate|proper|full|due|explicit|further|medical|legal|judicial|armed|court|state|parental|informed|safe|clean"
    r"|and|or|,|\s){0,8}(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_DENIED = pattern(
    r"\b(?:not|no|never|cannot|nor|neither|none|nobody|nothing|unable|impossible)\b|n['’]t\b", re.IGNORECASE
)
"""What makes "not without" of it, when it stands before: only with the consent."""

_REACH = 120
"""Characters before it in which that counts."""


class _Thing(NamedTuple):
    """What may be there or not: in English, and in each language with what says that it is there."""

    english: re.Pattern[str]
    there: dict[str, re.Pattern[str]]


def _thing(english: str, fr: str, es: str, ru: str, zh: str, ar: str) -> _Thing:
    there = {
        "fr": rf"\b(?:avec|moyennant|après|sous)\s(?:\w+\s|l['’]|d['’]){{0,4}}?(?:{fr})",
        "es": rf"\b(?:con|tras|previ[oa]|bajo)\s(?:\w+\s){{0,4}}?(?:{es})",
        "ru": rf"\b(?:со?|при|после|под)\s(?:\w+\s){{0,3}}?(?:{ru})",
        "zh": rf"(?:经|在|有|获|取得|得到|征得|带)[^，。；、未没无不]{{0,12}}(?:{zh})",
        "ar": rf"(?<!\w)[وف]?(?:ب|بال|مع\s(?:ال)?|بعد\s(?:ال)?|تحت\s(?:ال)?)(?:{ar})",
    }
    return _Thing(
        pattern(rf"(?:{english})", re.IGNORECASE),
        {language: pattern(form, re.IGNORECASE) for language, form in there.items()},
    )


_THINGS = (
    _thing(
        "consent|permission|authori[sz]ation|approval|agreement|leave",
        "consentement|accord|autorisation|approbation|assentiment|permission",
        "consentimiento|acuerdo|autorización|aprobación|permiso|anuencia",
        "согласи|разрешени|одобрени|санкци",
        "同意|许可|批准|授权|核准|认可",
        "موافق|إذن|رضا|ترخيص|تصريح",
    ),
    _thing(
        "lawyers?|counsel|representation|interpreters?|translators?|witness(?:es)?",
        "avocat|conseil|interpr[èé]t|traduct|témoin",
        "abogad|letrad|asistencia letrada|intérprete|traduct|testigo",
        "адвокат|защитник|переводчик|свидетел",
        "律师|辩护人|口译|翻译|证人",
        "محام|مترجم|شهود|شاهد",
    ),
    _thing(
        "supervision|escorts?|guards?|oversight|control|monitoring",
        "supervision|surveillance|escorte|contrôle",
        "supervisión|vigilancia|escolta|control",
        "надзор|сопровожд|контрол|охран",
        "监督|监管|护送|陪同|监测",
        "إشراف|مراقبة|حراسة|رقابة",
    ),
    _thing(
        "visas?|passports?|permits?|licen[cs]es?|documents?|papers|warrants?",
        "visa|passeport|permis|licence|document|papier|mandat",
        "visado|visa|pasaporte|permiso|licencia|documento|orden",
        "виз|паспорт|разрешени|лицензи|документ|ордер",
        "签证|护照|许可证|执照|证件|文件|逮捕令|搜查令",
        "تأشير|جواز|رخص|ترخيص|تصريح|وثائق|مستند|أمر",
    ),
    _thing(
        "access|electricity|water|food|shelter|power|sanitation|housing|insurance",
        "accès|électricité|eau\\b|nourriture|abri|logement|assainissement|assurance",
        "acceso|electricidad|agua|alimento|refugio|vivienda|saneamiento|seguro",
        "доступ|электр|вод|пищ|еды|жиль|кров|санитар|страхов",
        "渠道|电|水|食物|住所|住房|保险",
        "إمكانية|كهرباء|ماء|مياه|غذاء|مأوى|سكن|تأمين",
    ),
    _thing(
        "notice|warning|notification|explanation|reason|justification|trial|charge|hearing|investigation",
        "préavis|avertissement|notification|explication|raison|motif|justification|procès|jugement|enquête",
        "aviso|notificación|advertencia|explicación|motivo|razón|justificación|juicio|investigación",
        "уведомлени|предупрежден|объяснени|основани|обосновани|суд|расследовани",
        "通知|警告|解释|理由|审判|调查",
        "إشعار|إخطار|إنذار|تفسير|سبب|مبرر|محاكمة|تحقيق",
    ),
)
_LACKING = {
    "fr": pattern(r"\b(?:sans|absence|faute|défaut|dépourvu\w*|privé\w*)\b", re.IGNORECASE),
    "es": pattern(r"\b(?:sin|ausencia|falta|carec\w+|desprovist\w+|privad\w+)\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:без|отсутств\w+|лиш[её]н\w*|не\sимея|не\sполучив)\b", re.IGNORECASE),
    "zh": pattern("未|没有|没|无|缺|不经"),
    "ar": pattern(r"(?<!\w)[وف]?(?:ب?دون|بلا|ب?غير|عدم|انعدام|غياب)(?!\w)"),
}
"""What says that it is not, in any way."""


def told_as_with(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find the only "without" of a plain English source for which nothing stands but "with", by its group "no".

    >>> source = "Samples taken without the consent of the patient shall not be used."
    >>> told_as_with(source, "Las muestras tomadas con el consentimiento del paciente no se utilizarán.", "es")["no"]
    'without'
    """
    if language not in _LACKING or "ithout" not in source or source.lower().count("without") != 1:
        return None
    if _LACKING[language].search(target):
        return None
    word = _WITHOUT.search(source)
    if word is None or _DENIED.search(source, max(0, word.start() - _REACH), word.start()):
        return None
    things = [one for one in _THINGS if one.english.fullmatch(word["what"])]
    return word if any(one.there[language].search(target) for one in things) else None
