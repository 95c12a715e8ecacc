"""Words of five languages besides English that may make a translation negate, and verbs that English negates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tm.checks.negations import EXPLAINS, PLAIN
from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
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


Kind = dict[str, re.Pattern[str]]
"""What says one thing, by the codes of languages."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def explaining(source: str) -> Sequence[str]:
    """Give the words of an English source that may make its translation negate, but for those that do so themselves.

    >>> explaining("The exempt States still pay.")
    ['exempt', 'still']
    """
    return EXPLAINS.findall(source)


def kinds_in(text: str, *names: str) -> Sequence[Kind]:
    """Give the kinds, in some lists of `explained.toml`, of which an English text may have words by its letters."""
    return _by_letters(*names).of(text.casefold())


@lru_cache(maxsize=4096)  # texts have few such words, and the same again and again
def kind_of(word: str, *names: str) -> Kind | None:
    """Give the first kind, in some lists, of which an English word is."""
    return next((kind for kind in kinds_in(word, *names) if kind["en"].match(word)), None)


@cache
def _by_letters(*names: str) -> ByLiterals[Kind]:
    return ByLiterals((form, kind) for name in names for form, kind in _lists()[name])


@cache
def _lists() -> dict[str, Sequence[tuple[str, Kind]]]:
    """Give the kinds of each list with what English has for them."""
    return {
        name: [(one["en"], {code: pattern(form, re.IGNORECASE) for code, form in one.items()}) for one in held]
        for name, held in read_table("explained.toml").items()
    }
