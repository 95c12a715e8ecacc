"""Words that say that something is lacking, and that no translation leaves out: unable, unless, illegal."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.negations import SURE, WEAK
from tm.text.pattern import pattern

_UN = (
    r"able|accept|accompani|addressed|answered|arm|authori|aware|clear|confirm|constitution|declar|detect|disclos|document"
    r"|due\b|educated|equal|exploded|fair|finish|foreseen|found|health|identif|inhabit|just|known|law|limit|necessar|paid"
    "|protect|publish|reasonab|register|reliab|resolv|restrict|safe|satisf|sign|solved|stable|success|suit|sustainab|trained"
    "|treated|verif|want|willing|attended|availab|announced"
)
"""What is so only where it is not: unforeseen, unauthorized; no unchanged or uninfected, which are said without."""

_NON = (
    r"use|recurren|repetition|recogni|payment|attendan|appearan|participat|interferen|interven|compliance|observance"
    r"|implement|execution|performance|fulfil|accept|disclosur|return|ratif|cooperat|respons|report|admission"
    r"|extradit|applica|existen|availab|delivery|registrat|complet|enforce|renewal|approv|adopt|production|possess|acqui"
    r"|transfer|retroactiv|involve|selectiv|politici|conform|punish|prosecut|separat|divers|deploy|station|aggress|recourse"
    r"|submission|issuance|receipt|inclusion|derogab|delegat|provision"
)
"""What is denied by "non-" and by words of negation elsewhere: the non-use of force."""

_LACKS = pattern(
    rf"(?-i:[UuIiFfLlAaRrDdPpYyNn])(?<!\w.)(?:(?<=n)on-(?:{_NON})[a-z]*|(?<=u)(?:(?-i:n)-?(?:{_UN})[a-z]*|nless)"
    r"|(?<=i)(?:nability|llegal\w*|ncomplete|naccura\w+|nadequa\w+|nadmissib\w+|nsufficien\w+|nvalid(?!ity)\w*|mpossib\w+"
    r"|ncapab\w+|ncorrect\w*|neffective\w*|neligib\w+|lliter\w+|nconsisten\w+|rregular\w*)"
    r"|(?<=f)(?:ail(?:s|ed|ing|ure)?\sto|ree\s(?:of(?!\scharge)|from)|orbidden)|(?<=l)ack(?:s|ed|ing)?"
    r"|(?<=a)(?:bsent|bsence|bstain(?:s|ed|ing)?\sfrom)|(?<=r)efrain(?:s|ed|ing)?\sfrom|(?<=d)esist(?:s|ed|ing)?\sfrom"
    r"|(?<=p)rohibited|(?<=has y)et\sto|(?<=have y)et\sto|(?<=had y)et\sto)\b",
    re.IGNORECASE,
)
"""Begins with one letter that it looks for, which makes it quick."""


_EXCUSES = {
    "fr": pattern(
        r"\b(?:in(?!form|cend|stitu|tern|itia|t[ée]r[êe]t|divid|dust|fra|t[ée]g|dic|vest|struct|spec|clu|cid|ten[st]|titul|vit|tro|scri"
        r"|ven|flu|fect|spir|sist|terv|terr|terp|tend|put|vers|sta[nl]|tell|tim|tég|de|né|gén|ject)[a-zéèêàç]{4,}"
        r"|im(?!por|pl|p[ôo]s|pact|pr[ei]|pul|m|ag|it)[a-zéè]{4,}|il[lr][éie]\w{3,}|ir[r]\w{4,}|erron\w+|faux|fausse\w*|gratuit\w*"
        r"|apatrid\w+|clandestin\w*|anonym\w+|perd\w+|interromp\w*|suspen\w+|annul\w*|abandon\w*|désapprou\w+|analphab\w+|mal\b"
        r"|abst[ie]\w+|garde\w*|carenc\w+|vides?|échec\w*|accident\w+|priv[éae]\w*|pein\w+|sous-\w+|débarrass\w+|abri|arriér\w+|souffrance"
        r"|restant\w*|crève\w*|sans|pallier|peu|rupture\w*|rares?|bidon\w*|jamais|contreven\w+|contrevien\w+|abus\w+|caution"
        r"|isol\w+|trafi\w+|contreband\w*|braconn\w+|précair\w+|faibl\w+)\b",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:in(?!form|cend|stitu|tern|ici|ter[eé]s|divid|dust|fra|teg|dic|ver|struct|spec|clu|cid|ten[st]|titul|vit|tro|scri"
        r"|ven|flu|fec|spir|sist|terv|terp|put|sta[nl]|telig|tim|gres|mig)[a-záéíóúñ]{4,}"
        r"|im(?!por|pon|pus|pl|pue|pac|pr[ei][ms]|pul|ag|it)[a-záéíóú]{4,}|ile[gt]\w{3,}|ir[r]\w{4,}|err[oó]n\w+|fals\w+|gratuit\w*"
        r"|ap[aá]trid\w+|clandestin\w*|an[oó]nim\w+|perd\w+|interrump\w*|suspen\w+|anul\w*|abandon\w*|analfab\w+|mal\b"
        r"|caren\w+|vac[ií]\w+|dificult\w+|fracas\w+|error\w*|rebeld\w+|proh[ií]b\w+|subutil\w+|des[a-z]{4,}|disc[oa]\w+"
        r"|pendiente\w*|adeud\w*|atras\w*|mora|cuentas?\spor|rar[oa]s?|poc[oa]s?|tráfico|trata|contraband\w*"
        r"|precari\w+|abusiv\w+|furtiv\w+|sol[oa]s)\b",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"\b(?:сбо\w+|ошиб\w+|ложн\w+|утра\w+|прерв\w+|приостан\w+|аннулир\w+|самовольн\w+|анонимн\w+|пуст\w*|чужд\w*|чист\w+|апатрид\w+"
        r"|воздерж\w+|удерж\w+|дефицит\w*|пробел\w*|слаб\w+|противоправ\w+|нарушен\w+|нелегал\w+|избав\w+|очищ\w+|провал\w*|задолж\w+|просроч\w+"
        r"|причита\w+|браконьер\w+|контрабанд\w+|уклон\w+|плох\w+|подпольн\w+|рукопис\w+|отстран\w+|задержк\w+|отклон(?:[её]н\w*|ил[аи]?|ить|ят|яет|яют)|тайн\w+|премин\w+|упуст\w+|ни)\b",
        re.IGNORECASE,
    ),
    "zh": pattern(
        "错|误|失|免|空|逾|违|断|丢|废|漏|黑|盲|欠|脱离|消除|摆脱|差|低|克制|偷|擅自|意外|除非|除外|除[^，。；]{2,30}[以之]?外|只有|仅|才|方可|方能|方得|取消|排除|停(?!火)"
        "|走私|匮|短缺|贩|盗|孤|私|紧缺|稀|弱"
    ),
    "ar": pattern(
        r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?(?:خاطئ|أخطاء|خطأ|باطل|بطلان|مجهول|مجان|انقط|[يت]نقطع|فشل|[يت]فشل|فاشل|أخفق|[يت]خفق|إخفاق"
        r"|قصور|مخالف|تعطل|معطل|ملغ|نف[تىي]|[تي]نفي|أمي[ةو]|أمي\b|ظلم|تقصير|إلا|شح\b|سري\b|سرية|تقاعس|[يت]ستحيل|تغيب|[يت]تغيب|غيب"
        r"|[أإ]حجا?م|[يت]حجم|كف\b|[يت]كف|ناقص|معدوم|عديم|تخلف|[يت]تخلف|متأخر|مستحق|متبق|اتجار|تهريب"
        r"|سريو|سريين|خال|فات\b|[يت]فت\b|[يت]فوت|متدن|رديء|هش|دون)"
    ),
}


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def lacks(source: str) -> tuple[re.Match[str], ...]:
    """Find the words of an English text that say that something is lacking, or is not so.

    >>> [match[0] for match in lacks("The Panel was unable to verify unforeseen costs, unless under the Union.")]
    ['unable', 'unforeseen', 'unless']
    """
    return tuple(_LACKS.finditer(source))


def excuses(target: str, language: str) -> int:
    """Count the words of a translation that may stand for such a word, besides those that negate."""
    if language not in _EXCUSES:
        return 1
    found = {match.start() for match in _EXCUSES[language].finditer(target)}
    if found:
        found -= {match.start() for form in (SURE, WEAK) for match in form[language].finditer(target)}
    return len(found)
