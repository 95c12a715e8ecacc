"""The words of negation in six languages: those that do, those that may, and phrases that only look so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tm.text.pattern import pattern


def _any(*lists: str, prefix: str = r"\b", end: str = r"\b") -> re.Pattern[str]:
    """Make a pattern of words; `*` stands for any ending, `_` for a space within a phrase."""
    words = " ".join(lists).replace("*", r"\w*").replace("_", r"\s").split()
    return pattern(f"{prefix}(?:{_joined(words)}){end}", re.IGNORECASE)


def _joined(words: Iterable[str]) -> str:
    r"""Join words letter by letter, so that a place in a text is asked for each letter but once.

    >>> _joined(["never", "not", "nor?", "sans", r"[a-z]+less"])
    '[a-z]+less|n(?:ever|o(?:r?|t))|sans'
    """
    found: list[str] = []
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if _LETTER.match(word):
            by_letter.setdefault(word[0], []).append(word[1:])
        else:
            found.append(word)
    found += [f"{one}(?:{_joined(rest)})" if len(rest) > 1 else one + rest[0] for one, rest in by_letter.items()]
    return "|".join(found)


_LETTER = re.compile(r"[^\W\d_](?![?*+{])")

_ARABIC = r"(?<!\w)[وفأبلك]{0,2}(?:ال)?"

GATES = {
    "en": pattern(r"(?:[Nn](?:o[tr]?|ever|either|one|obody|othing|owhere|O|OT)|[Cc]annot|[Ww]ithout)\b|n['’]t\b"),
    "fr": pattern(r"(?:[Nn][ei]|[Ss]ans|[Pp]as|[Nn]on|[Aa]ucune?|[Jj]amais|[Aa]bsence)\b|[Nn]['’]"),
    "es": pattern(r"(?:[Nn][oi]|[Ss]in|[Nn]unca|[Jj]amás|[Nn]adie|[Tt]ampoco|siquiera|[Nn]ada)\b|[Nn]ing[uú]n"),
    "ru": pattern(r"(?:[Нн]е|[Нн]ет|[Бб]езо?|[Нн]ельзя)\b|[Нн]евозможн|тсутств"),
    "ar": pattern(r"(?:لا|لم|لن|دون|بلا|عدم|غير|لست|لسنا)(?!\w)|ليس|تعذر|عجز|استحال"),
    "zh": pattern("[不没沒未无勿莫毋]|[并绝亦既而]非|非必|请别|切忌"),
}
"""Without one of these a text negates nothing: quick to look for, as they begin with what they look for."""

WORDS = {
    "en": frozenset("not cannot never without neither none nobody nothing nowhere no t nor".split()),
    "fr": frozenset("ne n ni sans aucun aucune aucuns aucunes jamais absence pas non".split()),
}
"""One of these words, in small letters, is in all that `SURE` finds: quicker still."""

SURE = {
    "en": _any(
        r"nor_(?:shall|may|can|could|will|would|should|did|does|do|is|are|was|were|has|have|had|must)"
        r" not cannot never without neither none nobody nothing nowhere no(?!\.?\s?\d)(?!\.\s) \w+n['’]t"
    ),
    "fr": _any(r"ne ni sans aucune?s? jamais absence (?:pas|non)(?!\sseulement|\sà\spas)", end=r"\b|\bn['’]"),
    "es": _any(
        "no ni sin nunca jamás nadie tampoco",
        r"(?:(?:que|aunque|y|pero|si|como)\s)(?:ning[uú]n*|nada)"
        r" (?:(?:de|con|por|en)\s)(?:ning[uú]n*|nada)(?!\s\w+(?:\s?[.,;:)]|\Z)) nada_de_lo",
        end=r"\b|(?:\A|[.,;:«“\"(]\s?|\by\s|\bque\s)(?:(?:de|con|por|en|a|bajo)\s)?(?:ning[uú]n\w*|nada)\b"
        r"|(?<![^\s¿(«“])(?:[Ee]l\s\d+|[Ee]n|[Aa]yer|[Hh]asta|[Dd]urante|[Dd]esde|[Tt]ras|[Hh]oy)(?=[^.,;:]{1,60}\sning[uú]n)"
        r"(?:\s(?!(?:se|es|son|en|para|por|con|a|bajo)\s|\w+(?:rán?|aron|ieron|ó)\s)[^\s.,;:]+){0,6}\sning[uú]n\w*\b",
    ),
    "ru": _any("не нет без безо нельзя невозможн* отсутств*"),
    "ar": _any(
        r"لا(?!\sسـ*يما|\s[يت]زال) لم(?!\sشمل) لن ليس\w{0,3} بدون بلا عدم ألا لئلا كيلا لست لسنا غير [يت]?تعذر"
        r" عجز\w{0,3} [يت]عجز استحال\w{0,3} دون بدون(?:ه|ها|هم|هما|نا)",
        prefix=_ARABIC,
        end=r"(?!\w)",
    ),
    "zh": pattern(
        "(?<!得)不(?![断仅同久少良管论但过丹锈朽]|动产|倒翁|毛之|夜城|妨(?!碍)|可或缺|至于|得不)|[没沒]|未(?!来|婚|成年)|无(?![论线锡疑]|国籍|数(?![据值]))|[并绝亦既而]非|非必|勿|毋"
        "|莫(?![斯桑尔过扎里])|请别|切忌"
    ),
}
"""What negates by itself; « personne », ningún behind its verb and никто need one of these."""

TWOFOLD = {
    "fr": pattern(
        r"\b(?:ne\s|n['’])(?:[^\s,.;:]{1,30}\s){1,4}?(?:pas|jamais|aucune?s?)\b|\bne\spas\b"
        r"|\baucune?\s(?:[^\s,.;:]{1,30}\s){1,6}?(?:ne\b|n['’])",
        re.IGNORECASE,
    )
}
"""One negation in two words."""

WEAK = {
    "en": _any(
        r"\w{3,}less un(?!d|ti|it|io|iq|iv|an|if|c?le)-?[a-z]{4,} non[-‐‑]?[a-z]{3,} asympt* impossib* incap*"
        " insuff* inadeq* inaccur*"
        " incompl* independ* inaccess* inapprop* illeg* irreg* invalid* inequal* injust* inactiv* incorrect*"
        " inabil* indirect*"
        " infreq* impair* immun* dispens(?!a(?:ir|ri|r[iy]))*"
        " disadvan* disappr* disagree* disable* disabil* discontinu* disregard*"
        " lack* fail*"
        " refus* prohibit* forbid* forbad* bann?* deni* deny* absen* avoid* prevent* preclud* except* exempt*"
        " less unless* only mere merely hardly"
        " scarcely rare* few* little free* rather instead exclu* omi(?:t|ss)* contrary against despite regardless"
        " irrespective"
        " other_than stop* cease* beyond below* negativ* reject* minus zero until shortage* scarc* elimin*"
        " depriv*"
        " neglect* outside immediat* arrest* illicit* least loss lose lost minim* ignor* unlimit* impunit* notwithst*"
        r" disproport* under(?=\s(?:the\sage|\d)) alone on_\w+_own i[nm][a-z]{3,}[ai]bl[ey]"
    ),
    "fr": _any(
        "asympt* inédit* abst[ie]* défense_d(?:e|es|u)? embargo"
        " guère hors sauf autre_que plus_aux au_plus contraire* malgré faute sinon peu seul* quel*_que"
        " nul(?!\\sn) nuls nulles? nullité* caduc* caduque* (?<!au\\s)moins"
        " impossib* impuiss* incap* insuff* inexact* incompl* indépend* inadapt* inadéq* inaccep* inaccess*"
        " incertain* inconn*"
        " inappr* inapt* illég* illic* irrég* inexist* inutil* invalid* indésir* imprécis* improb* inégal*"
        " injust* informel*"
        " inactiv* incorrect* instab* indemne* ignor* illimit* immédiat* inférieur* interdi* désactiv* indiff*"
        " dispens(?!a(?:ir|ri|r[iy]))*"
        " dépourv* dénu*"
        " démun* défav* déconseill* désappr* désacc* mécont* méconn* exempt* manqu* absent* refus* empêch* évit*"
        " exclu* défaut*"
        " échou* prohib* priv(?:é|ée|és|ées|er|ant|ent)_d(?:e|es|u)? inabord*"
        " i[nmrl][a-zéè]{3,}[ai]bles? omet* renonc* rare* loin négati*"
        " cess(?!ez-le-feu|ation\\sde\\s(?:service|fonction|emploi))*"
        " arrêt*"
        " rejet(?!\\w*_(?:dans_(?:la_mer|l.atmos|les_(?:eaux|riv|cours)|le_milieu|l.env|l.océan|la_nature)|en_mer))*"
        " lacun* pénur*"
        " aveugl*"
        " disproport* faible* libre* zéro*"
    ),
    "es": _any(
        "cero prohíb* nieg* denieg* reh[uú]* mínim* máxim*"
        " asintom* inédit* salvo excepto máximo mínimo contrario apenas falta* nulo* nula* nulidad* caduc* pese"
        " solo sólo únicamente"
        " fuera(?=_del?_) qued*_fuera dej*_fuera"
        " (?<!al\\s)(?<!lo\\s)menos poc[oa]s?"
        " excepción cualquiera imposib* incap* insuf* inexact* incompl* independ* inadec* inacep* inaces*"
        " inciert* desconoc*"
        " inaprop* ilegal* ilícit* irreg* inexist* inútil* inválid* indese* impreci* improb* desigual* injust*"
        " informal*"
        " inactiv* incorrect* inestab* ignor* ilimit* inmediat* inferior* desprov* desfav* desaconsej* desapr*"
        " desactiv* desacuer* i[nmr][a-zé]{3,}[ai]bles?"
        " care[cz]* ausen* nega* negó prohib* impid* imped* evit* evít* exclu* rechaz* exent* priva[drb]* deja* dejó"
        " abst* raro* rara*"
        " deneg* libre* olvid* desproporc* escas* elimin* "
        " ces[aóe](?!\\s(?:del|el)\\sfuego|\\sen\\s(?:el\\s(?:servicio|cargo)|sus?\\sfunci))*"
    ),
    "ru": _any(
        "бессимптом* кроме(?!_того) лишь только лиш[еа]* запре* отказ* избе[гж]* воздерж* исключ* предотвр* вместо"
        " иначе наоборот отключ*"
        " нехват* иной вне ноль нуля нулем нул[её]м воспрещ* ничтожн* аннулир* недопуст*"
        " мало редко прекра(?!щени\\w\\sогня|\\w+\\sслужб)* отриц* отверг* свобод* помимо удал[её]н* удали* минус*"
        " нет\\w+ (?:без(?!опасн)|бес(?!поко)|недо)[а-яё]{2,}"
        r" (?<![^«“„\"(])ни(?:_один|_одн\w{2,3}|кто|кого|кому|что|чего|чему|где|как\w{2,3})(?=[»“”\",.!?:;)]|\Z)"
        r" (?<=[—–]\s)ни(?:_один|_одн\w{2,3}|кто|кого|что|чего)(?=[»”\",.!?:;)]|_из\b|\Z)"
        r" никогда(?=\W*(?:\Z|больше|более|впредь|вновь|снова)) никогда(?=[»“”\",.!?:;)])"
        " не(?!котор|однократ|скольк|дел|обходим|медл|замедл|отлож|фт|дав|посредств|йтр|рв|гр|др|мец|он|му|го\\b|пал"
        "|с(?:[её]т|ут|ти|ущ(?!еств)|л[аио]?\\b)|вро|смотр|боль|мног)[а-яё]{2,}"
    ),
    "ar": _any(
        "سوى إلا أقل انعدام* نقص* افتقار* [تي]فتقر* انتفاء خلت?ا?(?=\\s[^،.]{1,60}\\sمن)"
        " خال[ٍيى]?\\w{0,3} خلو* [تيم]?حروم* حرمان* [تي]?حرم [تي]?حظر*"
        " غموض غامض* [تين]?منع*"
        " [تين]?تجنب* [تين]?رفض* غياب* [تي]?ستحيل* مستحيل* نادر* فقط فحسب [تي]خلو"
        " امتن* [تي]متنع* أبد[اًا]{1,2} قط [تي]فتقد*"
        " فقدان خارج بغض رغم"
        " (?:[تي]حول|حالت?|الحيلولة|للحيلولة|حيلولة)(?=_(?:\\w+_){0,4}دون)"
        " تناف* [تي]تناقض أخفق* [تي]خفق* إخفاق* صفر* مستعص* لاغ[يٍىي]\\w{0,3} لاغ باطل* بطلان*",
        prefix=_ARABIC,
        end=r"(?!\w)",
    ),
    "zh": pattern(
        "(?<![并绝亦既])非(?![洲常典必])|否[认定决]|(?<![是能可])否(?![则])|(?<![性级类特分区识国差个鉴])别(?!是)|避免|免|缺|禁用|停用|(?<![拘监囚软])禁|拒|防止|回避|失去|失|难以|仅|(?<!船)只|少数|停[止工课业]|直[到至][^，。；]{1,30}才"
        "|不良|一视同仁|作废|废票|零(?![售散件部星碳])"
    ),
}
"""What may stand for a negation: antonyms, verbs of lacking, refusing and forbidding."""

LOOKALIKE = {
    "fr": pattern(
        r"\b(?:non[ -](?:gouvern|étati|prolif|align|discrim|perman)\w*|sans\s(?:doute|cesse|délai))", re.IGNORECASE
    ),
    "es": pattern(
        r"\b(?:no\s(?:gubern|estatal|prolif|alinead|discrim|perman|obstante|s[oó]lo)\w*|sin\s(?:embargo|duda|demora))",
        re.IGNORECASE,
    ),
    "ru": pattern(r"\bтем\sне\sменее\b|\bне\sтолько\b", re.IGNORECASE),
    "ar": pattern(
        r"(?<!\w)(?:ال|بال|لل)?(?P<said>\w{3,})\s(?:أو\s|أم\s|و)غير\s(?:ال)?(?P=said)(?!\w)"
        r"|(?<!\w)[وفس]{0,2}(?:[يت]حول|[يت]حولان|حالت?|(?:ال|لل)?حيلولة)\s(?:\w+\s){0,4}?دون|دون\s(?:سن|ال?إقليم|الخامسة|الثامنة)|غير\s(?:الحكومي|الدول|الدائم|المنحاز)\w*|عدم\s(?:ال)?(?:انتشار|انحياز|تمييز)|لا\s?سـ*يما|لا\s[تي]زال"
    ),
    "zh": pattern(
        r"有罪不罚|详尽无遗|不(?:扩散|结盟|歧视)|不足(?=[\d一半])|不(?:超过|少于|多于|低于|迟于|晚于)|不到(?=[\d一二三四五六七八九十半])"
    ),
}
"""In a translation: what negates nothing that its source says with a negation."""

NEUTRAL = {
    "en": pattern(
        r"(?:(?<!\w)|(?=n['’]t|[\"“«☐☑☒□]))(?:"  # no word is looked into, which takes long
        r"\byes\b\W{1,9}(?:or\s)?no\b|\bno\b\W{1,9}(?:or\s)?yes\b|[☐☑☒□]\s?no\b|\bno\s?[☐☑☒□]|\bif\sno[,:]"
        r"|\bnot\s(?:only|just|merely|simply|solely|limited\sto|least|to\smention|later\sthan|less\sthan|more\sthan|fewer\sthan"
        r"|until|to\sexceed|exceed\w*|for\sprofit|unlike|infrequent\w*|insignificant\w*)\b|\bno\s(?:poverty|later|less|fewer|more|sooner"
        r"|doubt|matter)\b|\b(?:whether\sor|or|why|is\sit)\snot\b|\bnot-(?:for-profit|to-exceed)\b|\bunable\sto\s(?:\w+\s){1,3}without\b|\bNos?\b(?=\.)|\bno-|\b(?:cannot|(?:can|could|did)\snot)\sbut\b"
        r"|\bwithout\s(?:delay|regard|exception|reservation|further|interruption|fail|fuss|ado)\b|\bwithout\sborders\b|\bnothing\s(?:but|less)\b"
        r"|\bnot\s[^.;,]{1,40}\salone\b|\bhelp\sbut\b|\bnone\sother\b|\bto\snone\b|[\"“«]\s?(?:no|not)\s?[\"”»]|(?:n['’]t|\bnot)\s(?:hesitate|mind|forget|worry|be\smore)"
        r"|\b(?:not|never|cannot)\s(?:\w+\s)?(?:without|lacking|devoid|un(?!der|til|it|iv|iq|if|less)[a-z]{4,}"
        r"|im(?:possib|probab|plausib)\w+|in(?:conceiv|frequen|compatib|consisten|consequen)\w+)\b"
        r"|\b(?:not|no|cannot|n['’]t)\b[^.;]{1,120}\bunless\b|\bno\s(?:other\s)?(?:choice|option|alternative|recourse)\b|\bcannot\sbe\s(?:over|too\b)|\bnothing\scould\sbe\b"
        r"|(?:\bnot|n['’]t)\b[^.;]{1,80}\buntil\b|\buntil\b[^.;]{1,60}(?:\bnot|n['’]t)\b)",
        re.IGNORECASE,
    ),
    "fr": pattern(
        r"(?=[nàaps])(?:\bsi\sce\sn['’]est\b|\bne\s\S{1,40}(?:\splus)?\s(?:que\b|qu['’])|n['’]\S{1,40}\sque\b|\bnon\sseulement\b|\bne\scess\w+|\bn['’]est-ce|\bà\smoins\sque\s\w{1,20}\sne\b"
        r"|\bavant\sque\s[^,.]{1,30}\sne\b|\bplus\s[^,.]{1,30}\squ['’e][^,.]{1,20}\sne\b"
        r"|\bsans\sdoute\b|\bn['’](?:oubli|hésit)\w+\spas\b)",  # asked first for its letters, which is quicker
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\bno\ss[oó]lo\b|\bsin\sembargo\b|\bno\sobstante\b|\ba\sno\sser\b|\bsi\sno\ses\b|\bsin\sduda\b|\b[Nn]o\sgubernament\w*"
        r"|\b[Nn]o\s(?:dud[eé]|vacil|titube|olvid[ae])\w*"
        r"|\b[Nn]o\s(?:cabe|(?:se\s)?p(?:ue|o)d\w+|queda)\s(?:por\s)?(?:más\sque|menos\s(?:que|de)|sino|dejar\sde)\b",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"\bне\s(?:только|менее|более|позднее|раз|тот|та|то|те)\b|\bпока\s[^,.]{0,40}\bне\b"
        r"|\bчуть\sли\sне\b|\bне\s(?:забуд|забыва|стесня|сомнева|колеб|один\b|одн[аоиуй]|раз\b)\w*|\b(?:нельзя|невозможно|не\sмо[гж]\w*)\sне\b",
        re.IGNORECASE,
    ),
    "ar": pattern(
        r"لا\s?سـ*يما|لا\s[يت]?زال\w*|لا\sبد|لا\s[يت]قل|لا\sغنى|لا\s[يت]تجزأ|ليس\sفقط|(?:ليس|لم|لا|لن)\s[^،.]{1,60}\s(?:فحسب|فقط)"
        r"|(?:لم|لا|لن|ألا|ليس)\s[^،.]{1,40}\s(?:إلا|سوى)"
        r"|لا\s[يت]عدو|بلا\sشك|لا\sشك|و?غيره[اما]{0,2}(?!\w)|غير\sأن|لا\s[يت]كاد\s[يت]ذكر|لا\sت?(?:تردد|نس(?:وا|ى)?(?!\w))\w*"
    ),
    "zh": pattern(
        "有罪不罚|不(?:得|能|可|会)不|除非[^。；]{1,80}否则[^，。；]{0,6}不|不可或缺|没有(?:一个|任何)?[^，。；]{1,6}(?:未|不(?![断同足良]))|毫不|必不可少|前所未有|尚未|无不|(?:不要?|别)(?:犹豫|忘)|未能幸免|不已|不移|不道德|不发达"
    ),
}
"""Phrases without a negation in another language: au plus tard, 无论."""

PLAIN = {
    "fr": pattern(
        r"\b(?:ne\s|n['’])\S{1,40}(?:\s(?!que\s|qu['’])\S{1,40}){0,2}?\s(?:pas|jamais|plus|rien|aucune?)\b|\bne\spas\b"
        r"|(?<![\w’'])(?:aucune?|nul(?:le)?|personne|rien)\s(?:[^\s,.;:]{1,30}\s){0,6}?(?:ne\s|n['’])(?!import)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b[Nn]o\b(?!\s\w{1,20}[ao]d[ao]s?\b)(?!\scontam)"
        r"|(?:\A|(?<=[.;:,«“(]\s)|(?<=\b[yeq]\s)|(?<=que\s))(?:[Nn]ing[uú]n[oa]?|[Nn]adie|[Nn]unca|[Nn]ada|[Tt]ampoco)\b(?!\scomo\b)"
    ),
    "ru": pattern(r"\b[Нн]е\s(?![а-я]{1,20}(?:ый|ая|ое|ые|ого|ых|ой|ому|ым)\b)"),
    "ar": pattern(
        r"(?<!\w)[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا)\s(?!(?:شك|بأس|بد|غنى|شمل)(?!\w))(?!ي?شتبه)"
        r"|(?<!\w)[وفبل]{0,2}عدم\s"
    ),
    "zh": pattern(
        "(?<![得各脱])不(?![断仅同久少良管论妨但过丹合足堪一太常适安全利平法当明对稳正便幸满惧懈等景到息列锈朽测惜屈慎凡菲俗时料啻羁啬吝]"
        "|可(?!以)|动产|倒翁|毛之|夜城|至于|得不)|没有"
        "|(?<![从前尚])未(?![来婚成报])"
    ),
}
"""Negated verbs: what a translation has of its own accord only by mistake."""

PARTICLES = {
    "fr": frozenset(("ne", "n")),
    "es": frozenset("no ningún ningun ninguno ninguna nadie nunca nada tampoco".split()),
    "ru": frozenset(("не",)),
    "ar": frozenset(one + word for one in ("", "و", "ف") for word in "لا لم لن ليس ليست ليسوا عدم".split())
    | {"بعدم", "لعدم"},
}
"""One of these words is in all that `PLAIN` finds."""

COMPLETIONS = frozenset("pas jamais plus rien aucun aucune nul nulle personne".split())
"""One of these words is also in all that `PLAIN` finds in French."""

EXPLAINS = _any(
    r"(?-i:[Uu]n(?!der|til|it|io|iq|iv|an|if|es|ic|employ)-?[a-z]{3,}) [a-z]{3,}(?:less(?:ness)?|-free)"
    r" non[-‐‑]?[a-z]{3,} mis(?!sion)[a-z]{3,} mal(?!aria|nutr)[a-z]{3,}"
    r" dis(?!ease|trib|play|cuss|trict|tanc|aster|tress|cover|pos|patch|plac|burs|eng|tinct|abilit|semin|rupt"
    r"|infec|crimin)[a-z]{3,} anti(?!bod|q|vir|micro|bio|cip|gen|sep)[a-z-]{3,}",
    "violat* breach* breaker* counterf* counterp* outside"
    " out[-_]of n/a w/o excl ex_[a-z]* net_of tbd tbc no not nor yet still else but difficult*"
    " hard hardly poor* weak* late delay* far away off lose* losing lost loss* miss(?!ion)* wrong* error* bad ill worse"
    " too alone exceed* withdr* pending doubt* differ(?!ent)* gap* whatever whichever although though despite"
    " instead rather unless until except* other_than only few fewer less little rare* scarce* scant* lack* fail*"
    " absen* insuff* neglect* exclu* refus* reject* resist* protest* object(?!ive)* oppos* avoid*"
    # not of the fight against poverty, and charges against somebody
    r" (?=a)(?<!charges_)(?<!violence_)(?<!crimes_)(?<!complaints_)(?<!allegations_)(?<!accusations_)(?<!claims_)"
    r"(?<!offences_)(?<!proceedings_)(?<!sanctions_)(?<!measures_)(?<!discrimination_)(?<!fight_)(?<!struggle_)"
    r"(?<!war_)(?<!campaign_)(?<!protection_)(?<!vaccinated_)(?<!immunized_)(?<!immunization_)(?<!attacks_)"
    r"(?<!threats_)(?<!reprisals_)(?<!evidence_)(?<!action_)(?<!appeal_)(?<!aggression_)(?<!acts_)against"
    " prevent(?!i)* free_of(?!_charge) free_from preclud* halt* stop* ceas* suspend* shut* cancel* prohibit* forbid*"
    " forbad* bann(?:ed|ing) ban bans"
    " deny deni(?:ed|es|al*) depriv* exempt* blank* empt(?:y|ied) overlook* forget* forgot* ignor* waiv* illiter*"
    " declin* secret secrecy secretly hid* conceal* worr* okay safe safely clean inab* inac[cdt]* inad* inap* inca*"
    " inco(?!me|rpo)*"
    " ine[fqvx]* infer* infil* inhib* injus* ins[eu](?!r)* inva* inter[rf](?!ac)* immo* immun* impair* imped*"
    " imperf* imposs* invis* indisp* indiff* indef* indet* inflex* insep* intang*"
    " impalp* impass* impenetr* impercept* implaus* impract* improb*"
    " irr* as_long lesser least* if_there never ever 24/7 remember* take_care make_sure be_sure"
    " (?-i:Keep|Hold|Stay|Mind|Handle|Beware) please_(?:keep|hold|stay|remain) refrain* abstain* beyond surpris*"
    " strike* insta(?:b)* anonym* confidential* impartial* neutral* intoler* imbalanc* imprecis* disparit* ambigu*"
    " vague* hesita* reluctan* default* arrears insolven* indivisib* inalien* inviolab* zero void"
    " null* abandon* interrupt* expir* lapse* who_cares who_knows land-?locked barely speak_up wet_paint dwindl*"
    " (?:would|could|might)_(?:you|it|we)_[a-z]+ (?:r[au]n|runs|running|short|sold|went)_(?:out|short|low|dry|of)"
    " (?:go|goes|gone|going|went)_hungry fully_booked slow* restrain* intact lenien* on_hold wait* deferr*"
    " below beneath ongoing remain* silent* anyway asympt* decoupl* lowest new_to"
    " sen[dt]s?_[a-z]+_(?:regrets|apologies)",
    # what is refused or comes to nothing: turned down, ruled out, called off, fell through
    "turn(?:s|ed|ing)?_(?:down|away) vot(?:e|es|ed|ing)_down (?:rul|opt|back|drop|pull)(?:es?|s|p?ed|p?ing)?_out"
    " str(?:ike|ikes|uck|iking)_(?:out|down|off) (?:thr[eo]w|thrown|throws)_out writ(?:e|es|ing|ten)_off wrote_off"
    " call(?:s|ed|ing)?_off put_off (?:f[ae]ll|fallen|falls|falling)_(?:through|apart|behind)"
    " br(?:eak|eaks|oke|oken)_down let_down stay(?:s|ed)?_away withh[eo]ld* hands_of veto* shelv* defeat* rebuff* unmet"
    " collaps* stall(?:s|ed|ing)? deadlock* disallow* acquit*"
    # what is still to come, or came to nothing: outstanding, attempted
    " outstanding overdue receivable* attempt* at_large fugitive* otherwise moratori* fr[eo]ez* froz* standstill"
    " stalemate impasse embargo* idle dormant moot shortfall* deficit* vacan* discrepan* mismatch* minors? juvenile*"
    " underage whereabouts maximum at_most behind_closed obsolet* extinct* mistrust* suspicio*"
    " even_if precarious troubl* barred overtaken skip* blind* grounded closed",
)
"""English words that may make a translation negate: difficult, far, yet."""
