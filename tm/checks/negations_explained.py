"""Words of five languages besides English that may make a translation negate, and verbs that English negates."""

from __future__ import annotations

import re

from tm.checks.negations import PLAIN
from tm.text.pattern import pattern

EXPLAIN_TOO = {
    "fr": pattern(
        r"\b(?:encore|toujours|mais|pourtant|toutefois|cependant|bien que|quoique|difficil|difficult|mal\b|mauvais|tard"
        r"|faux|fausse|erron|anonym|confiden|secr|neutr|impartial|vide|vierge|blanc|nul|trop|plus|moins|au lieu|plutôt"
        r"|oubli|perd|pert|viol|contest|oppos|contre|avant|jusqu|dès|depuis|attend|suspen|doute|seul|uniqu|rest|demeur"
        r"|diff[éè]r|autre|hors|hosti|mé[cp]|dés|dis|in\w{4}|im[mp]\w|ill\w|irr\w|non|anti|apatrid|analphab|orphel|célib"
        r"|échapp|écart|débout|décl|recul|retir|retard|vacan|préserv|exon|gratu|analph|abandon|annul|interromp|expir|caduc|ren?voy|lib[eé]r)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:todavía|aún|siempre|pero|aunque|embargo|difícil|difical|mal\b|malo|mala|tard|fals|err[óo]|anónim|confiden"
        r"|secret|neutr|imparcial|vac[íi]|blanco|demasiad|más|menos|lugar|vez de|olvid|perd|pérd|viol|oponer|opus|opon"
        r"|opos|contra|antes|hasta|desde|esper|suspen|dud|únic|qued|sigue|sigui|permane|difer|distint|fuera|hostil|des|dis|in\w{4}"
        r"|im[mp]\w|irr\w|anti|apátrid|analfab|huérfan|solter|escap|desest|retir|retras|vacante|exoner|gratu|anul|interrump|venc"
        r"|pendient|aplaz|libr|liber)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<![а-яё])(?:еще|ещё|все еще|но\b|однако|хотя|трудн|сложн|плох|поздн|ложн|ошиб|аноним|конфиден|тайн|секрет"
        r"|нейтр|беспр|пуст|слишк|боле|мене|забы|забв|потер|утрат|утер|наруш|против|до\b|пока|ожид|приостан|сомн|един|оста|продолж"
        r"|разли|друг|враж|не|без|бес|анти|апатрид|сирот|холост|отстав|отста|опозд|отмен|аннул|переста|прекр|истек|вакан"
        r"|бесплат|просроч|отлож|отсроч|откло|уклон|провал|срыв|сорв|чужд|слаб|мал)",
        re.IGNORECASE,
    ),
    "ar": pattern(
        "بعد|ما زال|لكن|بيد|رغم|وإن|صعب|سيئ|سوء|متأخر|تأخر|خطأ|خاطئ|مجهول|سري|محايد|فارغ|خالي|أكثر|أقل|بدل|نسي|فقد|ضاع"
        "|انتهك|انتهاك|خالف|ضد|عارض|قبل|حتى|منذ|انتظار|علق|تعليق|شك|وحيد|فقط|بق[يى]|ظل|مختلف|آخر|غير|خارج|عديم|يتيم|عاطل|ألغ"
        "|إلغ|توقف|انقضى|شاغر|مجان|معلق|مؤجل|أرج|رد|عزف|تخل|فشل|إعفا|معف|أعفى|حر"
    ),
    "zh": pattern(
        "仍|还|但|然而|虽|尽管|难|坏|差|晚|迟|错|误|假|匿名|机密|秘密|中立|空|太|过于|更|少|忘|丢|失|违|反对|反|对立|之前|以前|直到|自从|等待|暂停|疑|唯|只|剩|余|保持"
        "|其他|其它|异|外|孤|败|敌|停|取消|撤|期满|到期|悬|待|推迟|免|拒|缺|弱|禁|除|别|非|否|零"
    ),
}
"""What stands for a negation, or may make one of itself: difficult, still, but, against."""

PLAIN_TOO = PLAIN | {
    "en": pattern(
        r"\b(?:do|does|did|is|are|was|were|has|have|had|shall|should|will|would|may|can|could|must)\snot\b|\bcannot\b"
    )
}
"""Negated verbs, in English, too."""


def alike(**forms: str) -> dict[str, re.Pattern[str]]:
    return {code: pattern(form, re.IGNORECASE) for code, form in forms.items()}


ALIKE = (
    alike(
        en="exempt",
        fr=r"exempt|exon[éè]r|dispens",
        es=r"exent|exim|exenc|exoner|dispens",
        ru="освобо",
        zh="免",
        ar="عف[ىاوي]",
    ),
    alike(en="suspend", fr="suspen", es="suspen", ru="приостан", zh="暂停|中止|停职", ar="علق|تعليق|وقف"),
    alike(en="cancel", fr="annul", es="cancel|anul", ru="отмен|аннул", zh="取消|撤销", ar="لغ[ىتاي]"),
    alike(en="refus", fr="refus", es="rehus|rehús|neg|denieg", ru="отказ", zh="拒", ar="رفض"),
    alike(en="reject", fr="rejet", es="rechaz", ru="отклон|отверг", zh="拒绝|否决|驳回", ar="رفض"),
    alike(en="prohibit|forb|ban", fr="interdi|prohib", es="prohib|prohíb", ru="запре", zh="禁", ar="حظر|منع|محظور"),
    alike(en="abstain", fr="absten|abstien", es="absten|absti|abstu", ru="воздерж", zh="弃权", ar="متنع|امتناع"),
    alike(en="withdr", fr="retir|retrai", es="retir", ru="вывод|вывед|отзыв|отозв|отоз", zh="撤", ar="سحب|نسحب|انسحاب"),
    alike(en="exclu", fr="exclu", es="exclu", ru="исключ", zh="排除|除外", ar="ستبعد|ستبعاد|ستثن"),
    alike(
        en="violat|breach",
        fr="viol|enfrei|manquement",
        es="viol|infring|infrac|vulner",
        ru="наруш",
        zh="侵犯|违",
        ar="نتهك|نتهاك|خرق|خالف",
    ),
    alike(
        en="confidential|secre",
        fr="confiden|secr",
        es="confiden|secret",
        ru="конфиден|секрет|тайн",
        zh="保密|机密|秘密",
        ar="سري",
    ),
)
"""What is said by a word of its own in all languages; where that is there, it explains no negation beside it."""

ALIKE_TOO = (
    alike(
        en="free",
        fr="libr|gratuit|exempt",
        es="libr|gratuit|exent",
        ru="свобод|бесплат",
        zh="免|自由",
        ar="خال|حر|مجان",
    ),
    alike(
        en="only|mere|alone|just|on\\s",
        fr="seul|uniq|exclus|simple",
        es="s[oó]lo|únic|exclus|mer[ao]",
        ru="только|лишь|исключ|единств",
        zh="只|仅",
        ar="فقط|فحسب|إلا|وحد|مجرد|سوى",
    ),
    alike(
        en="prevent|avoid|preclud",
        fr="prév|empêch|évit|exclu",
        es="prev|imp[ie]d|ev[ií]t|exclu",
        ru="предотвр|предуп|недопу|препят|избе[гж]|исключ",
        zh="防|避|阻|免",
        ar="منع|وقا|تجنب|حيلول|تفاد",
    ),
    alike(
        en="statele", fr="apatrid", es="apátrid|apatrid", ru="апатрид|безграж|без", zh="无|國|国籍", ar="انعدام|عديم"
    ),
    alike(en="less\\b|least|few|little|minus", fr="moins|peu", es="menos|poc", ru="мал|мен", zh="少", ar="أقل|قل"),
    alike(en="under|below|beneath", fr="inféri|moins|sous", es="inferi|menos", ru="вне", zh="未|低", ar="دون|تحت|أقل"),
    alike(en="beyond|outside", fr="hors|loin", es="fuera", ru="вне|помимо", zh="外|超", ar="خارج|تجاوز"),
    alike(
        en="absen|lack|shortage|scarc",
        fr="absen|manqu|défaut|faute|pénur|insuf|lacun",
        es="falta|ausen|care|escas|insuf",
        ru="отсутств|нехват|недост",
        zh="缺|无|没",
        ar="غياب|عدم|نقص|افتقار|[يت]فتقر|انعدام|فقدان",
    ),
    alike(en="den[iy]", fr="refus|ni|priv", es="neg|nieg|den|priv", ru="отказ|отриц|лиш", zh="否|拒", ar="رفض|حرم|منع"),
    alike(en="depriv", fr="priv", es="priv", ru="лиш", zh="剥|失", ar="حرم"),
    alike(en="until", fr="jusqu|tant|avant", es="hasta", ru="до|пока", zh="直", ar="حتى"),
    alike(
        en="despite|regardless|notwithst|irrespect",
        fr="malgré|quel|indép|indif",
        es="pese|independ|cualquier",
        ru="несмотря|вне|незав",
        zh="不|无",
        ar="بغض",
    ),
    alike(en="los[est]", fr="perd|pert", es="perd|pérd", ru="лиш|утрат", zh="失", ar="فقدان|خسا"),
    alike(en="elimin", fr="élimin", es="elimin", ru="искл|ликв", zh="消|免", ar="قضاء"),
    alike(en="negativ", fr="négat", es="negat", ru="отриц|негат", zh="负|否", ar="سلب"),
    alike(en="rather|instead", fr="lieu|plutôt", es="lugar|vez", ru="вместо", zh="而", ar="بدل"),
    alike(en="contrary|against", fr="contr", es="contr", ru="против", zh="违|反", ar="ضد|خلاف|تناف"),
    alike(
        en="other\\sthan|except",
        fr="autre|sauf|except|hors",
        es="salvo|except",
        ru="кроме|исключ|помимо|иной",
        zh="除|外|非",
        ar="عدا|سوى|إلا",
    ),
    alike(en="stop|ceas", fr="cess|arrêt", es="ces", ru="прекра", zh="停|止", ar="وقف|كف"),
    alike(en="arrest", fr="arrêt", es="arrest", ru="арест", zh="捕", ar="قبض"),
    alike(
        en="minim|zero|least",
        fr="minim|zéro|moins",
        es="mínim|cero|menos",
        ru="миним|нул|ноль",
        zh="零|最低",
        ar="صفر|أقل",
    ),
    alike(
        en="impossib|incap|inabil",
        fr="imposs|incap|impuis",
        es="impos|incap",
        ru="невозм|неспос",
        zh="不|无",
        ar="مستحيل|عجز",
    ),
    alike(en="disab|impair|immun|disadvan", fr="désav", es="desv", ru="незащ", zh="免", ar="حرم"),
    alike(
        en="un|in|im|il|ir|non|dis|\\w+less",
        fr="in|im|il|ir|non|dé|dis|mé|sans|désact",
        es="in|im|il|ir|des|no",
        ru="не|без|бес",
        zh="非|不|无|未|失",
        ar="غير|غموض|لاغ|باطل|خال",
    ),
)
"""Words that may stand for a negation, and explain only their like: stateless no « impossible »."""
